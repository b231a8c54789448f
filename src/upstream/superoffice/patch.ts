import { exactly, type SameText } from '../same-text.ts';

/** A carrier as it was read, or as it is to be written. */
export type Carrier = Readonly<Record<string, unknown>>;

/** What a client gave: a field that is absent is left alone. */
export type Input = Readonly<Record<string, unknown>>;

/** One operation of a JSON Patch (RFC 6902); the CRM knows no move and no copy. */
export interface Operation {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/** Why a value cannot be written, and where in the input it stands. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Raised for what only the record as it is shows to be wrong. */
export class ChangeProblem extends Error {
  override readonly name = 'ChangeProblem';
  readonly problem: Problem;

  constructor(path: readonly string[], message: string) {
    super(message);
    this.problem = { path, message };
  }
}

/** How the dates of the record at hand are read. */
export interface Dates {
  instant(wire: unknown, dateClass: 'diary' | 'stamp' | 'calendar'): number | null;
}

/** One field of an entity's changes: where it is written, what it takes, and how it is compared with what is stored. */
export interface Change {
  /** Member of the entity at the top level. */
  readonly member: string;
  /** What of that member it is written to, where others write to the rest: `Street`. */
  readonly part?: string;
  /** Type of the input field in the graph. */
  readonly input: string;
  readonly isList?: true;
  /** For clients: what it is. */
  readonly description: string;
  /** For clients: how it is cleared. */
  readonly clearing: string;
  /** What becomes of the rest of a value that is there already. */
  readonly updating?: string;
  /** A boolean, an enum value, or a text that the CRM never leaves null: what a merge patch sets without fail. */
  readonly mergeable?: true;
  /** What is written depends on what is stored, so nobody may change it meanwhile. */
  readonly guarded?: true;
  /** Whether a value says anything; one that does not is as good as absent. Left out: each does. */
  says?(value: unknown): boolean;
  /** What is wrong with a value, as far as nothing need be asked; null: nothing. `path` is relative to the field. */
  problem(value: unknown): Problem | null;
  /** The record must be read before this value can be written. */
  reads(value: unknown): boolean;
  /** What sets the value. `present` is the record as read; null where it was not, or is being created. */
  operations(value: unknown, present: Carrier | null): Operation[];
  /** A `test` that fails where another value is stored; null where the record must be read to tell. */
  test(value: unknown): Operation | null;
  /** Whether the record holds the value; `isSame` tells it of texts. */
  holds(record: Carrier, value: unknown, dates: Dates, isSame: SameText): boolean;
}

/** The closed list of what can be changed of an entity, by the name of the field in the graph. */
export type Changes = Readonly<Record<string, Change>>;

/** A change ready to be sent. */
export interface Patch {
  kind: 'json-patch' | 'merge-patch';
  body: unknown;
  /** What a merge patch sets, to be found again in the answer: where the CRM holds null it answers 200 and changes nothing. */
  sets: Carrier;
}

type Given = [name: string, change: Change, value: unknown];

/** The fields that an input names, in the order of the entity's. An entity has many, and an input names few. */
function given(changes: Changes, input: Input): Given[] {
  const isGiven = (name: string, value: unknown): boolean =>
    value !== undefined && Object.hasOwn(changes, name) && changes[name]?.says?.(value) !== false;
  const named = Object.keys(input).filter((name) => isGiven(name, input[name]));
  const ordered = named.length > 1 ? Object.keys(changes).filter((name) => named.includes(name)) : named;
  return ordered.map((name) => [name, changes[name] as Change, input[name]]);
}

/** Whether an input changes nothing. */
export const isEmpty = (changes: Changes, input: Input): boolean => given(changes, input).length === 0;

/** All that is wrong with an input and can be seen without asking anything. */
export function problemsOf(changes: Changes, input: Input): Problem[] {
  return given(changes, input).flatMap(([name, change, value]) => {
    const problem = change.problem(value);
    return problem ? [{ path: [name, ...problem.path], message: problem.message }] : [];
  });
}

/** What must be read of the record before it can be written, and whether it may not change between the two. */
export interface Needs {
  members: string[];
  guarded: boolean;
}

/** `isLooked`: also what could be written without a look was refused so. */
export function needsOf(changes: Changes, input: Input, expected: Input, isLooked = false): Needs {
  const read = given(changes, input).filter(([, change, value]) => change.reads(value) || (isLooked && change.guarded));
  const compared = given(changes, expected).filter(([, change, value]) => change.test(value) === null);
  return {
    members: [...new Set([...read, ...compared].map(([, { member }]) => member))],
    guarded: compared.length > 0 || read.some(([, change]) => change.guarded),
  };
}

/** Whether something depends on what is stored and is written without a look at it, since that is mostly right. */
export const isBlind = (changes: Changes, input: Input): boolean =>
  given(changes, input).some(([, change, value]) => change.guarded && !change.reads(value));

/** The first field of which the record holds another value than expected; null where it holds all of them. */
export function mismatch(
  changes: Changes,
  expected: Input,
  record: Carrier,
  dates: Dates,
  isSame: SameText = exactly,
): string | null {
  const found = given(changes, expected).find(([, change, value]) => !change.holds(record, value, dates, isSame));
  return found?.[0] ?? null;
}

/** The same, as far as no `test` decides it in the CRM. */
export function unexpected(changes: Changes, expected: Input, record: Carrier, dates: Dates): string | null {
  const compared = given(changes, expected).filter(([, change, value]) => change.test(value) === null);
  return compared.find(([, change, value]) => !change.holds(record, value, dates, exactly))?.[0] ?? null;
}

/**
 * The one patch that makes an update. A merge patch only where it cannot fail silently; JSON Patch, with its tests first, as soon as
 * one member, an expectation or one of the `guards` needs it.
 */
export function patchOf(
  changes: Changes,
  input: Input,
  expected: Input,
  present: Carrier | null,
  guards: readonly Operation[] = [],
): Patch {
  const tests = [...guards, ...given(changes, expected).flatMap(([, change, value]) => change.test(value) ?? [])];
  const fields = given(changes, input);
  const operations = operationsOf(fields, present);
  if (tests.length === 0 && fields.every(([, change]) => change.mergeable)) {
    const sets = overlaid({}, operations);
    return { kind: 'merge-patch', body: sets, sets };
  }
  const all = [...tests, ...operations];
  const body = [...all.filter(({ op }) => op === 'test'), ...all.filter(({ op }) => op !== 'test')];
  return { kind: 'json-patch', body, sets: {} };
}

/** A `test` that fails where a record was changed since it was read: to the grain of the CRM's clock, in whatever zone that is told. */
export function unchanged({ UpdatedDate }: Carrier): Operation[] {
  return typeof UpdatedDate === 'string' ? [{ op: 'test', path: '/UpdatedDate', value: UpdatedDate }] : [];
}

/** Whether two patches write the same, whatever they test. */
export function writesSame(one: Patch, other: Patch): boolean {
  const written = ({ body }: Patch) =>
    JSON.stringify(Array.isArray(body) ? (body as Operation[]).filter(({ op }) => op !== 'test') : body);
  return written(one) === written(other);
}

/** A member that an answer does not show as it was set; null where all are. */
export function lost(sets: Carrier, answer: Carrier): string | null {
  return Object.keys(sets).find((member) => answer[member] !== sets[member]) ?? null;
}

/** The body that creates a record, or the record as it would be: what is given, laid over `base`. */
export function bodyOf(changes: Changes, input: Input, base: Carrier | null = null): Carrier {
  return overlaid(base ?? {}, operationsOf(given(changes, input), base));
}

/** Two fields may write into one member (the rows of a localized address): the later one builds on the earlier. */
function operationsOf(fields: readonly Given[], present: Carrier | null): Operation[] {
  const operations = new Map<string, Operation>();
  let record = present;
  for (const [name, change, value] of fields) {
    const own = withField(name, () => change.operations(value, record));
    for (const operation of own) {
      const name = `${operation.op} ${operation.path}`;
      // A test is of what is stored, not of what an earlier field makes of it.
      if (operation.op !== 'test' || !operations.has(name)) operations.set(name, operation);
    }
    if (record) record = overlaid(record, own);
  }
  return [...operations.values()];
}

function withField<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ChangeProblem)) throw error;
    throw new ChangeProblem([name, ...error.problem.path], error.message);
  }
}

function overlaid(base: Carrier, operations: readonly Operation[]): Carrier {
  return operations
    .filter(({ op }) => op === 'replace')
    .reduce<Carrier>((record, { path, value }) => put(record, path.slice(1).split('/'), value), base);
}

function put(record: Carrier, [member = '', ...rest]: string[], value: unknown): Carrier {
  const held = record[member];
  const inner = typeof held === 'object' && held !== null ? (held as Carrier) : {};
  if (rest.length > 0) return { ...record, [member]: put(inner, rest, value) };
  // A dictionary is written in part: keys that are not named stay as they are.
  const isPartial = member === 'CustomFields';
  return { ...record, [member]: isPartial ? { ...inner, ...(value as object) } : value };
}
