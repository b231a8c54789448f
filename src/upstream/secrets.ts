import { beginningOf } from './beginning.ts';

/** The forms in which a secret may stand in a text: as it is, in JSON, in an address, and in base64 wherever it begins. */
export function writtenForms(secret: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.from(' '.repeat(shift) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    // What its neighbours have a part in differs from text to text.
    return base64.slice(shift === 0 ? 0 : 4, -3);
  });
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...shifted];
  return [...new Set(forms)].filter((form) => form.length > 3);
}

/** Headers that prove who asks, whole and without their scheme. */
export const proofsIn = (headers: readonly string[]): string[] =>
  headers.flatMap((value) => [value, value.replace(/^\S+ +/, '')]);

/** So much of a text of a CRM is told. */
export const MAX_TEXT = 500;

/** What a CRM says to people as far as it may be told: nothing that holds a secret it was sent, and nothing without end. */
export function tellable(text: unknown, secrets: readonly string[]): string | undefined {
  if (typeof text !== 'string' || secrets.flatMap(writtenForms).some((form) => text.includes(form))) return undefined;
  return beginningOf(text, MAX_TEXT);
}
