import { subscribe } from 'node:diagnostics_channel';

/**
 * Whatever this process sends that proves who asks: tickets, sessions, keys, claims and signatures, of test clients and of
 * the server alike. None of it may stand in anything that the server tells: logs, answers, spans, numbers.
 */

const secretHeaders = new Set([
  'authorization',
  'cookie',
  'so-apptoken',
  'x-api-key',
  'x-onoffice-claim',
  'x-xsrf-token',
]);
/** Shorter values are words that stand elsewhere for another reason. */
const leastLength = 12;
const secretMembers = /"(?:hmac|extendedclaim|secret|token)":"((?:[^"\\]|\\.)+)"/g;

interface SentRequest {
  readonly headers?: readonly unknown[] | string;
  readonly body?: unknown;
}

/** Values as they were sent, each with the forms in which it might be told. */
const sent = new Map<string, readonly string[]>();

subscribe('undici:request:create', (message) => {
  const { headers, body } = (message as { request: SentRequest }).request;
  for (const [name, value] of pairsOf(headers)) if (secretHeaders.has(name.toLowerCase())) remember(value);
  const text = typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString() : '';
  for (const [, value = ''] of text.matchAll(secretMembers)) remember(JSON.parse(`"${value}"`));
});

/** Secrets that a test knows of besides those that are sent as they are. */
export function remember(value: string): void {
  for (const secret of [value, value.replace(/^\S+ +/, '')]) {
    if (secret.length >= leastLength && !sent.has(secret)) sent.set(secret, formsOf(secret));
  }
}

/** How many secrets are known. */
export function knownSecrets(): number {
  return sent.size;
}

/** The first secret that stands in the text in whatever form, named by its length alone; null where there is none. */
export function toldSecret(text: string): string | null {
  for (const [secret, forms] of sent) {
    const form = forms.find((each) => text.includes(each));
    if (form) return `a secret of ${secret.length} characters, as ${form.length}`;
  }
  return null;
}

function pairsOf(headers: SentRequest['headers']): [string, string][] {
  if (typeof headers === 'string') {
    return headers.split('\r\n').flatMap((line) => (line.includes(': ') ? [splitAt(line, line.indexOf(': '))] : []));
  }
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < (headers?.length ?? 0); i += 2) pairs.push([String(headers?.[i]), String(headers?.[i + 1])]);
  return pairs;
}

function splitAt(line: string, at: number): [string, string] {
  return [line.slice(0, at), line.slice(at + 2)];
}

/** As it is, in JSON, in an address, and in base64 wherever in a longer text it may stand. */
function formsOf(secret: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.from(' '.repeat(shift) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    // What the neighbours have a part in is cut off.
    return base64.slice(shift === 0 ? 0 : 4, -3);
  });
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...shifted])];
}
