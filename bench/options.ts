import { commandLine, misread } from '../src/config/command-line.ts';
import { operations } from './operations.ts';
import { type ServerName, serverNames } from './servers.ts';

/** What one run of the bench measures, and for how long. */
export interface BenchOptions {
  readonly servers: readonly ServerName[];
  readonly operations: readonly string[];
  readonly rounds: number;
  /** Of one measurement of one operation at one server. */
  readonly seconds: number;
  /** Before anything is measured, for each operation at each server. */
  readonly warmSeconds: number;
  /** So many answers are enough, too. */
  readonly warmAnswers: number;
  readonly clients: number;
  /** Of the upstream, in the measurements with one client. */
  readonly latencyMs: number;
  /** Whether starts are measured. */
  readonly starts: boolean;
  readonly writesResults: boolean;
}

const help = `npm run bench [-- options]

Holds this server against a hand-written endpoint and against other GraphQL servers, on the same upstream in the same run.

  --quick               a minute: ours and direct, what the mean counts and Q2J, 2 rounds of 0.8 s,
                        no starts; writes no file
  --only a,b            servers: ${serverNames.join(', ')} (all)
  --operations a,b      ${operations.map(({ name }) => name).join(', ')} (all)
  --rounds n            interleaved rounds, of which the medians are shown (5)
  --seconds n           of each measurement (1.5)
  --clients n           at a time (8)
  --latency ms          of the upstream, where one client measures it (10)
  --no-write            prints the results and leaves bench/RESULTS.md as it is
  --help

The server under test is the built one (npm run build); the others need: npm ci --prefix bench`;

/** Reads the command line; prints the help and ends where it is asked for, or where the line makes no sense. */
export function readOptions(args: readonly string[]): BenchOptions {
  try {
    return parse(args);
  } catch (error) {
    return misread(help, error);
  }
}

function parse(args: readonly string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = commandLine(help, {
    args: [...args],
    options: {
      ...{ quick: flag, 'no-write': flag },
      ...{ only: text, operations: text, rounds: text, seconds: text, clients: text, latency: text },
    },
  });
  const { quick } = values;
  return {
    servers: chosen(values.only, quick ? ['ours', 'direct'] : serverNames, serverNames),
    operations: chosen(values.operations, quick ? quickNames : names, names),
    rounds: positive(values.rounds, quick ? 2 : 5),
    seconds: positive(values.seconds, quick ? 0.8 : 1.5),
    warmSeconds: quick ? 4 : 8,
    warmAnswers: quick ? 2_000 : 12_000,
    clients: positive(values.clients, 8),
    latencyMs: positive(values.latency, 10),
    starts: !quick,
    writesResults: !quick && !values['no-write'],
  };
}

const names = operations.map(({ name }) => name);
const quickNames = operations.filter(({ name, inMean }) => inMean || name === 'Q2J').map(({ name }) => name);

function chosen<Name extends string>(text: string | undefined, all: readonly Name[], known: readonly Name[]): Name[] {
  if (text === undefined) return [...all];
  const wanted = text.split(',').map((each) => each.trim().toLowerCase());
  const unknown = wanted.find((each) => !known.some((name) => name.toLowerCase() === each));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}: choose among ${known.join(', ')}.`);
  return known.filter((name) => wanted.includes(name.toLowerCase()));
}

function positive(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!(value > 0)) throw new Error(`${text} is no number above 0.`);
  return value;
}
