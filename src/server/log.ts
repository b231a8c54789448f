import { type DestinationStream, type Logger, pino, stdTimeFunctions, symbols } from 'pino';
import type { Config } from '../config.ts';
import { Fixed, out, word } from '../execution/out.ts';
import { sign } from '../upstream/json-bytes.ts';
import { proofsIn, writtenForms } from '../upstream/secrets.ts';
import type { ReportUnexpected } from './answers.ts';
import type { HeaderOf, Operation, OperationKind } from './operation.ts';
import type { Report } from './reports.ts';
import type { Spent } from './timing.ts';

/** Tickets in their three forms, as headers and bare, and values of secret members wherever they were written to. */
const ticketPatterns: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic|SOTicket)(\s+|%20)[^\s"',;\\]+/gi, '$1 [secret]'],
  [/\b[78][A-Z](:|%3A)[A-Za-z0-9._~+/=%-]+/g, '[secret]'],
  [
    /("(?:authorization|cookie|x-xsrf-token|so-apptoken|x-api-key|x-onoffice-claim|extendedclaim|secret|token|hmac|password)"\s*:\s*")(?:[^"\\]|\\.)*/gi,
    '$1[secret]',
  ],
];

/** Whether a line needs a closer look at all: nearly none does. */
const suspicious =
  /\b(?:bearer|basic|soticket)\b|\b[78][a-z](?::|%3a)|"(?:authorization|cookie|x-xsrf|so-apptoken|x-api-key|x-onoffice|extendedclaim|secret|token|hmac|password)/i;

/** What has no sign that all of these have, such as an id or a name. */
const plain = /^[\w.-]*$/;

/** Lines wait so long at most, or until so many bytes are together: a write for each would cost more than the line. */
const flushMs = 100;
const flushBytes = 131_072;
/** Of a character in UTF-8, at most. */
const characterBytes = 3;
/** A reader of the log that takes nothing loses lines and does not hold up the server. */
const mostWaiting = 16_000_000;

/** The process's log: one JSON line each, from which every secret that this server knows of is struck out. */
export function createLog(config: Config, destination?: DestinationStream): Logger {
  const strike = secretStriker(secretsOf(config));
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: strike },
  };
  return pino(options, destination ?? standardOutput());
}

/** Lines go out together; what still waits when the process ends is written then. */
function standardOutput(): DestinationStream {
  let [waiting, length] = [Buffer.allocUnsafe(flushBytes), 0];
  const flush = () => {
    if (length === 0) return;
    output.write(waiting.subarray(0, length));
    [waiting, length] = [Buffer.allocUnsafe(flushBytes), 0];
  };
  // Ahead of the output's own, which writes the last of what it was given.
  atExit(flush);
  const options = { dest: 1, sync: false, maxLength: mostWaiting, contentMode: 'buffer' } as const;
  const output = pino.destination(options) as unknown as { write(bytes: Buffer): boolean };
  setInterval(flush, flushMs).unref();
  return {
    write(line) {
      const most = characterBytes * line.length;
      if (most > flushBytes - length) flush();
      if (most > flushBytes) output.write(Buffer.from(line));
      else length += waiting.write(line, length);
    },
  };
}

const flushes: (() => void)[] = [];

/** One listener for all logs of the process. */
function atExit(flush: () => void): void {
  if (flushes.length === 0)
    process.on('exit', () => {
      for (const each of flushes) each();
    });
  flushes.push(flush);
}

/** Writes the time of a line. Its second is put together once for all lines in it. */
function timeWriter(): () => void {
  let [second, text] = [Number.NaN, new Fixed('')];
  return () => {
    const now = Date.now();
    const milliseconds = now % 1000;
    if (now - milliseconds !== second) {
      second = now - milliseconds;
      text = new Fixed(`,"time":"${new Date(second).toISOString().slice(0, -4)}`);
    }
    out.fixed(text);
    if (milliseconds < 100) out.fixed(milliseconds < 10 ? part.twoZeros : part.zero);
    out.whole(milliseconds);
    out.fixed(part.endOfTime);
  };
}

/** Strikes out the given secrets and whatever looks like a ticket. */
function secretStriker(secrets: readonly string[]): (line: string) => string {
  const literals = [...new Set(secrets.flatMap(writtenForms))];
  const any = literals.length > 0 ? new RegExp(literals.map(RegExp.escape).join('|')) : null;
  return (line) => {
    let clean = line;
    if (any?.test(line)) for (const literal of literals) clean = clean.replaceAll(literal, '[secret]');
    if (!plain.test(clean) && suspicious.test(clean))
      for (const [pattern, replacement] of ticketPatterns) clean = clean.replace(pattern, replacement);
    return clean;
  };
}

function secretsOf({ superoffice, onoffice, redisUrl }: Config): string[] {
  const password = redisUrl ? URL.parse(redisUrl)?.password : null;
  const credentials = onoffice?.customers.flatMap(({ token, secret }) => [token, secret]) ?? [];
  return [superoffice?.appToken, superoffice?.webhookSecret, password, ...credentials].filter(
    (text) => !!text,
  ) as string[];
}

/**
 * Writes one line for each operation: what it was, what it cost, how it ended; no value that a caller sent. There is one for each
 * operation, so it is written as it is: of its words only the id and the name are the caller's, and are looked at for secrets.
 */
export function operationLog(log: Logger): Report {
  const { streamSym, hooksSym } = symbols;
  const own = log as unknown as Readonly<Record<symbol, unknown>>;
  const stream = own[streamSym] as DestinationStream;
  const { streamWrite: strike } = own[hooksSym] as { streamWrite: (text: string) => string };
  const writeTime = timeWriter();
  return (operation, status, spent) => {
    if (!log.isLevelEnabled('info')) return;
    const start = out.length;
    out.fixed(part.begin);
    writeTime();
    writeMembers(operation, status, spent, strike);
    out.fixed(part.end);
    stream.write(out.takeText(start));
  };
}

/** What stands between the values of a line. */
const part = {
  begin: new Fixed('{"level":"info"'),
  twoZeros: new Fixed('00'),
  zero: new Fixed('0'),
  endOfTime: new Fixed('Z"'),
  requestId: new Fixed(',"requestId":"'),
  operation: new Fixed('","operation":'),
  kinds: {
    query: new Fixed(',"kind":"query"'),
    mutation: new Fixed(',"kind":"mutation"'),
    subscription: new Fixed(',"kind":"subscription"'),
    none: new Fixed(',"kind":null'),
  } satisfies Record<OperationKind | 'none', Fixed>,
  document: new Fixed(',"document":'),
  status: new Fixed(',"status":'),
  cost: new Fixed(',"cost":'),
  requests: new Fixed(',"upstream":{"superoffice":'),
  onoffice: new Fixed(',"onoffice":'),
  ms: new Fixed('},"ms":'),
  upstreamMs: new Fixed(',"upstreamMs":{"superoffice":'),
  errors: new Fixed('},"errors":'),
  noErrors: new Fixed('{}'),
  end: new Fixed(',"msg":"operation"}\n'),
} as const;

/** Members of the line. Ids and names are words of letters, digits and a few marks, so that nothing needs escapes. */
function writeMembers(
  { requestId, isNamedByCaller, name, kind, documentHash, cost, errors }: Operation,
  status: number,
  { ms, superoffice, onoffice }: Spent,
  strike: (text: string) => string,
): void {
  out.fixed(part.requestId);
  out.ascii(isNamedByCaller ? strike(requestId) : requestId);
  out.fixed(part.operation);
  writeQuoted(name && strike(name));
  out.fixed(part.kinds[kind ?? 'none']);
  out.fixed(part.document);
  writeQuoted(documentHash);
  out.fixed(part.status);
  out.whole(status);
  out.fixed(part.cost);
  if (cost) out.whole(cost.requested);
  else out.bytes(word.none);
  out.fixed(part.requests);
  out.whole(superoffice.requests);
  out.fixed(part.onoffice);
  out.whole(onoffice.requests);
  out.fixed(part.ms);
  out.tenths(ms);
  out.fixed(part.upstreamMs);
  out.tenths(superoffice.ms);
  out.fixed(part.onoffice);
  out.tenths(onoffice.ms);
  out.fixed(part.errors);
  if (errors.size === 0) out.fixed(part.noErrors);
  else out.json(JSON.stringify(Object.fromEntries(errors)));
}

function writeQuoted(text: string | null): void {
  if (text === null) out.bytes(word.none);
  else {
    out.byte(sign.quote);
    out.ascii(text);
    out.byte(sign.quote);
  }
}

/** Writes what clients are told nothing about, without what the request has brought to prove who asks. */
export function unexpectedLog(log: Logger): ReportUnexpected {
  return ({ requestId }, header, cause) => {
    const strike = secretStriker(credentialsOf(header));
    const error = cause instanceof Error ? cause : new Error(String(cause));
    const err = { type: error.name, message: strike(error.message), stack: strike(error.stack ?? '') };
    log.error({ requestId, err }, 'unexpected');
  };
}

/** The credentials of a request, whole and without their scheme. */
function credentialsOf(header: HeaderOf): string[] {
  const names = ['authorization', 'cookie', 'x-xsrf-token', 'x-api-key', 'x-onoffice-claim'];
  return proofsIn(names.flatMap((name) => header(name) ?? []));
}
