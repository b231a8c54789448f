import { GraphQLError, type GraphQLErrorExtensions, Kind } from 'graphql';

/** What the table of error codes knows of a cause; null for a cause that clients are told nothing about. */
export type Translate = (cause: unknown) => GraphQLError | null;

/** The same for every cause. Where names are not to be known, the hint at them that stands at the end of a message is cut off. */
export function telling(translate: Translate, hints: boolean): Translate {
  return (cause) => {
    const known = cause instanceof GraphQLError ? cause : translate(cause);
    return known && !hints ? new GraphQLError(withoutHint(known.message), { extensions: known.extensions }) : known;
  };
}

const withoutHint = (message: string): string => message.replace(/ Did you mean .*\?$/s, '');

/** Codes that the HTTP layer gives where this graph has one code of its own, and what it says where that does not say what to do. */
const ownWords: Readonly<Record<string, { readonly code: string; readonly message?: string }>> = {
  BAD_REQUEST: { code: 'BAD_USER_INPUT' },
  REQUEST_ENTITY_TOO_LARGE: { code: 'BAD_USER_INPUT', message: 'The request is larger than 1 MB.' },
  OPERATION_RESOLUTION_FAILURE: {
    code: 'BAD_USER_INPUT',
    message:
      'Which operation is meant cannot be told: operationName must be the name of one in the document, and may be left out where there is only one.',
  },
};

/** Of a sound request whose operation cannot be begun: by `application/json` that is an answer as any other. */
const notBegun = { status: 400, spec: true } as const;

export interface FinishedErrors {
  readonly errors: GraphQLError[];
  /** What clients are told nothing about, for the log. */
  readonly unexpected: unknown[];
}

/**
 * Errors as clients see them: each with a code and the request's id, one for each cause however many fields it cost, and
 * of a cause that is nobody's business no more than that there was one.
 */
export function finishedErrors(
  errors: readonly GraphQLError[],
  requestId: string,
  translate: Translate,
): FinishedErrors {
  const byCause = new Map<string, GraphQLError>();
  const causes = new Map<unknown, string>();
  const unexpected: unknown[] = [];
  for (const error of errors) {
    const cause = causeOf(error);
    const known = translate(cause);
    if (!known && !causes.has(cause)) unexpected.push(cause);
    const finished = located(error, known, requestId);
    const key = causes.get(cause) ?? foldingKey(finished);
    causes.set(cause, key);
    if (!byCause.has(key)) byCause.set(key, finished);
  }
  return { errors: [...byCause.values()], unexpected };
}

/** The innermost thing thrown: executors wrap it to say where it was. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function located(error: GraphQLError, known: GraphQLError | null, requestId: string): GraphQLError {
  const extensions = known ? clientExtensions(known) : { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } };
  return new GraphQLError(known ? variableOf(error) + clientMessage(known) : 'An unexpected error occurred.', {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...extensions, ...(error.path && toldWhereItStands(extensions)), requestId },
  });
}

/** What a field is refused for, its request was sound: where a subscription is not begun for it, its stream tells that as any other answer. */
function toldWhereItStands({ http }: GraphQLErrorExtensions): object {
  const { status = 500 } = (http ?? {}) as { status?: number };
  return status < 500 ? { http: { ...(http as object), spec: true } } : {};
}

/**
 * Which variable has a value that it may not have, and where in it. The engine says so in the words around what is wrong, together with the
 * value, which the caller has and which may be large.
 */
function variableOf({ message, nodes, originalError }: GraphQLError): string {
  if (!originalError || nodes?.[0]?.kind !== Kind.VARIABLE_DEFINITION) return '';
  const around = message.slice(0, -`; ${originalError.message}`.length);
  const place = around.endsWith('"') ? around.lastIndexOf(' at "') : -1;
  const isPlace = place >= 0 && around.indexOf('"', place + ' at "'.length) === around.length - 1;
  return `${around.slice(0, around.indexOf(' got invalid value '))}${isPlace ? around.slice(place) : ''}: `;
}

function clientMessage({ message, extensions }: GraphQLError): string {
  return ownWords[String(extensions.code)]?.message ?? message;
}

function clientExtensions({ extensions }: GraphQLError): GraphQLErrorExtensions {
  const { code, originalError, unexpected, ...rest } = extensions;
  // An error of graphql itself without a code is about what the caller sent: a variable, an argument.
  const given = typeof code === 'string' ? code : 'BAD_USER_INPUT';
  return { code: ownWords[given]?.code ?? given, ...rest, ...httpOf(extensions) };
}

function httpOf({ code, http, retryAfter }: GraphQLErrorExtensions): object {
  const isOfGraphql = code === undefined || code === 'OPERATION_RESOLUTION_FAILURE';
  const { status = 400 } = (http ?? {}) as { status?: number };
  if (isOfGraphql && status === 400) return { http: { ...(http as object), ...notBegun } };
  if (typeof retryAfter !== 'number') return {};
  const given = (http ?? {}) as { headers?: object };
  return { http: { ...given, headers: { ...given.headers, 'Retry-After': String(Math.ceil(retryAfter)) } } };
}

/** Rows of one list share a key: the positions in a path do not count. */
function foldingKey(error: GraphQLError): string {
  const path = error.path?.map((step) => (typeof step === 'number' ? '#' : step));
  return JSON.stringify([error.message, error.extensions, path, path ? null : error.locations]);
}

/** The same error, in the same place, with other extensions. A spread would lose its place: graphql hides the nodes. */
export function withExtensions(error: GraphQLError, extensions: GraphQLErrorExtensions): GraphQLError {
  const { message, nodes = null, source = null, positions = null, path = null } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** The same error where there is no response of its own any more, whose status and headers it could set. */
export function withoutHttp(error: GraphQLError): GraphQLError {
  const { http: _http, ...extensions } = error.extensions;
  return withExtensions(error, extensions);
}
