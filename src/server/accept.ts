const quality = /;\s*q\s*=\s*([\d.]+)/i;

/**
 * An `Accept` with the most wanted format first and without those that are not wanted: what chooses by it goes by the order alone. The
 * same text where that is its order already; null where nothing is wanted.
 */
function preferred(accept: string): string | null {
  if (!quality.test(accept)) return accept;
  const ranges = accept.split(',').map((range) => ({ range, wanted: Number(quality.exec(range)?.[1] ?? 1) }));
  const sorted = ranges.filter(({ wanted }) => wanted !== 0).toSorted((one, other) => other.wanted - one.wanted);
  return sorted.length > 0 ? sorted.map(({ range }) => range).join(',') : null;
}

/** The formats of answers, and the ranges that they are in. */
const formats =
  /^(?:application\/(?:graphql-response\+json|json|\*)|multipart\/(?:mixed|\*)|text\/(?:event-stream|\*)|\*\/\*)$/;
const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

/** The ranges of an `Accept` in which an answer can be, most wanted first and by their names alone; null where there is none. */
export function acceptedFormats(accept: string): string | null {
  if (accept.trim() === '') return '*/*';
  const ranges = (preferred(accept) ?? '')
    .split(',')
    .filter((range) => /^utf-?8$/i.test(charset.exec(range)?.[1] ?? 'utf-8'));
  const names = ranges.map((range) => (range.split(';', 1)[0] as string).trim().toLowerCase());
  return names.filter((name) => formats.test(name)).join(',') || null;
}

/** Whether a page is wanted rather than an answer of the graph. */
export function wantsHtml(accept: string): boolean {
  const [first] = /text\/html|application\/(graphql-response\+)?json/i.exec(preferred(accept) ?? '') ?? [];
  return first?.toLowerCase() === 'text/html';
}

const accepts =
  (formats: RegExp) =>
  ({ headers }: Request): boolean =>
    formats.test(headers.get('accept') ?? '*/*');

/** Whether a client takes a stream of events. */
export const takesEvents = accepts(/text\/(event-stream|\*)|\*\/\*/);

/** Whether it takes an answer in parts. */
export const takesParts = accepts(/multipart\/(mixed|\*)|text\/(event-stream|\*)|\*\/\*/);
