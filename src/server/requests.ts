import { type ExecutionArgs, GraphQLError, GraphQLInt, getOperationAST, valueFromAST, visit } from 'graphql';
import type { GraphQLParams, Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Config } from '../config.ts';
import { variablesOf } from '../reading/variables.ts';
import { isObject } from '../upstream/object.ts';
import { acceptedFormats, takesParts } from './accept.ts';
import { maxNesting, parseBody, textOf } from './body.ts';
import { originAllowed } from './origins.ts';

const jsonBody = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** Whether a `Content-Type` is that of an operation. */
export function isJson(type: string | null | undefined): boolean {
  return type === 'application/json' || jsonBody.test(type ?? '');
}

/** Headers that a page can send only after its browser has asked this server: each of them rules out a forged GET. */
const askedForHeaders = [
  'Authorization',
  'X-Request-Id',
  'X-Requested-With',
  'GraphQL-Require-Preflight',
  'Apollo-Require-Preflight',
];

/**
 * Turns away what no client of a graph sends: pages of foreign origins, forms, uploads, texts, compressed or oddly encoded
 * bodies. A browser sends such without asking first, so each of them could be the work of another site.
 */
export function useStrictRequests(config: Config): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      const origin = request.headers.get('origin');
      if (origin !== null && !originAllowed(config, origin, request.headers.get('host'))) {
        throw refused(403, 'FORBIDDEN', 'Pages of this origin may not use this server.');
      }
      if (request.method === 'POST') checkBodyKind(request.headers);
      else checkForgery(request.headers);
      settleAccept(request.headers);
      // Whatever yoga makes of its type: it knows that of JSON in small letters alone, and without a blank behind it.
      if (request.method === 'POST') setRequestParser((posted) => readable(() => parseJson(posted)));
      else if (requestParser) setRequestParser((parsed) => readable(async () => requestParser(parsed)));
    },
  };
}

/** The members of a request are of the kinds that they must be, and nested no deeper than can be walked through. */
export function useSoundParams(): Plugin {
  return {
    onParams({ params, setParams }) {
      checkParams(params);
      // Forms of clients send it where nobody has filled it in; in the query of an address it is nothing by the specification.
      if (params.operationName === '') setParams({ ...params, operationName: undefined });
    },
  };
}

/** Raises for what is no request of an operation, by its members and by the values among them. */
export function checkParams(given: unknown): asserts given is GraphQLParams {
  checkKinds(given);
  checkValues(given.variables);
  checkValues(given.extensions);
}

/** The same by its members alone. */
export function checkKinds(given: unknown): asserts given is GraphQLParams {
  if (!isObject(given)) throw unreadable();
  const { query, variables, extensions, operationName } = given;
  if (!isTextOrNone(query) || !isTextOrNone(operationName)) throw unreadable();
  if (!isObjectOrNone(variables) || !isObjectOrNone(extensions)) throw unreadable();
}

const isTextOrNone = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';

const isObjectOrNone = (value: unknown): boolean => value === undefined || value === null || isObject(value);

/** Level by level: the value may be deeper than a stack. */
function checkValues(value: unknown): void {
  let level: unknown[] = isWalked(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxNesting) throw tooDeep();
    level = level.flatMap((each) => {
      if (typeof each !== 'string') return Object.values(each as object).filter(isWalked);
      checkText(each);
      return [];
    });
  }
}

/** A megabyte holds half a million values: those in which nothing can be wrong are not carried along. */
const isWalked = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null);

/** Half a character has no form in UTF-8: on its way to a CRM it would become another one. */
function checkText(text: string): void {
  if (!text.isWellFormed()) {
    throw refused(400, 'BAD_USER_INPUT', 'A text among the variables has half of a surrogate pair.');
  }
}

/** Whoever takes no answers in parts gets the same answer whole: to run something in parts is an offer, not an order. */
export function useAcceptableParts(): Plugin {
  const settle = ({ args }: { args: ExecutionArgs }) => {
    const { request } = args.contextValue as YogaInitialContext;
    const inParts = /@(defer|stream)\b/.test(args.document.loc?.source.body ?? '');
    if (inParts) checkStreams(args);
    if (!inParts || takesParts(request)) return;
    args.document = visit(args.document, {
      Directive: ({ name }) => (name.value === 'defer' || name.value === 'stream' ? null : undefined),
    });
  };
  return { onExecute: settle };
}

/** The rules of the engine look at no values of directives, and its executor takes a count below zero for a fault of its own. */
function checkStreams({ schema, document, operationName, variableValues }: ExecutionArgs): void {
  const operation = getOperationAST(document, operationName);
  const coerced = operation && variablesOf(schema, operation, variableValues).coerced;
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      const count = given.find((each) => each.name.value === 'initialCount');
      if (name.value !== 'stream' || !count || !coerced) return;
      const value = valueFromAST(count.value, GraphQLInt, coerced) as number | null | undefined;
      if (value === null || (value !== undefined && value < 0))
        throw refused(400, 'BAD_USER_INPUT', '@stream takes an initialCount from 0 on.');
    },
  });
}

/** The answer is made where formats are: this only keeps the operation from running. */
export function unacceptable(): GraphQLError {
  return refused(406, 'BAD_USER_INPUT', 'The answer has no format that is accepted.');
}

function checkForgery(headers: Headers): void {
  if (isJson(headers.get('content-type')) || askedForHeaders.some((name) => headers.has(name))) return;
  throw refused(
    403,
    'FORBIDDEN',
    `Send one of these headers, so that no other site can have sent this: ${askedForHeaders.slice(0, -1).join(', ')}.`,
  );
}

/** From here on only formats that an answer may have are accepted, and their order says which one is wanted. */
function settleAccept(headers: Headers): void {
  const accept = headers.get('accept');
  if (accept === null) return;
  const settled = acceptedFormats(accept);
  if (settled === null) throw unacceptable();
  if (settled !== accept) headers.set('accept', settled);
}

function checkBodyKind(headers: Headers): void {
  if (!isJson(headers.get('content-type'))) {
    throw refused(415, 'BAD_USER_INPUT', 'Send operations as application/json in UTF-8.');
  }
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw refused(415, 'BAD_USER_INPUT', 'Send operations uncompressed.');
  }
}

async function parseJson(request: Request): Promise<GraphQLParams> {
  return parseBody(textOf(Buffer.from(await request.arrayBuffer()))) as GraphQLParams;
}

/** The parsed request; what is not JSON in UTF-8 is told without a piece of it, as the parser's own message would show one. */
async function readable<T>(parse: () => T): Promise<Awaited<T>> {
  try {
    return await parse();
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code !== 'BAD_REQUEST') throw error;
    if (error instanceof RangeError) throw tooDeep();
    throw unreadable();
  }
}

export function tooDeep(): GraphQLError {
  return refused(400, 'BAD_USER_INPUT', `The request is nested deeper than ${maxNesting} levels.`);
}

function unreadable(): GraphQLError {
  return refused(
    400,
    'BAD_USER_INPUT',
    'The request is not a JSON object in UTF-8 with query, variables, operationName and extensions.',
  );
}

/** An error of the whole request, with its HTTP status. */
export function refused(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
