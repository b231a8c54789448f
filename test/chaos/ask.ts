import type { Tally } from './tally.ts';

/** Every code that an answer may have while CRMs fail at random. An unexpected error is none of them. */
const codes = new Set([
  ...['UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT', 'UNKNOWN_OUTCOME', 'RATE_LIMITED', 'OVERLOADED'],
  ...['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_INVALID_RESPONSE', 'UPSTREAM_CALL_LIMIT'],
]);

export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly codes: readonly string[];
}

export interface Asker {
  readonly url: string;
  readonly ticket: string;
  readonly tally: Tally;
}

/** One operation; null where there was no answer at all, which is a violation. */
export async function ask(asker: Asker, query: string, variables: object): Promise<GraphAnswer | null> {
  const { url, ticket, tally } = asker;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: ticket },
      body: JSON.stringify({ query, variables }),
    });
    return understood(response.status, await response.text(), tally);
  } catch (error) {
    tally.violate(`no answer: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

function understood(status: number, text: string, tally: Tally): GraphAnswer | null {
  tally.count('operations');
  tally.count(`answers with status ${status}`);
  if (text.includes('hunter2')) tally.violate('an answer tells a secret of a CRM');
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Record<string, unknown>;
    errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
  };
  const found = errors.map(({ extensions }) => extensions?.code ?? 'none');
  for (const [index, code] of found.entries()) {
    tally.count(`errors ${code}`);
    if (!codes.has(code)) tally.violate(`error ${code}: ${errors[index]?.message}`);
    if (!errors[index]?.extensions?.requestId) tally.violate(`an error without the id of its request: ${code}`);
  }
  if (status !== 200 && status !== 503) tally.violate(`status ${status}: ${found.join(', ')}`);
  const held = Object.values(data ?? {}).some((value) => value !== null);
  tally.count(found.length === 0 ? 'answers complete' : held ? 'answers partial' : 'answers of errors alone');
  return { data: data ?? null, codes: found };
}
