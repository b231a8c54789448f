import { formatTranslations, parseTranslations, type Translation } from './text.ts';

/** A piece of a stored text in several languages, as it stands there. */
interface Piece {
  code: string;
  raw: string;
}

/** Where one language may end and the next begin. */
const border = /"[ \n\r]*;[ \n\r]*(?=[A-Za-z]{2}:")/g;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const cut = (to: number) => {
    const raw = text.slice(from, to);
    pieces.push({ code: raw.trimStart().slice(0, 2).toUpperCase(), raw });
    from = to;
  };
  for (const { 0: found, index } of text.matchAll(border)) {
    // The quote that opens a text ends none.
    if (index > text.indexOf('"', from)) cut(index + found.length);
  }
  cut(text.length);
  return pieces;
}

/**
 * A stored text with some of its languages replaced, and every other kept to the byte. Languages that it lacks come last. null: the
 * stored text is plain, in no language of its own.
 */
export function withTranslations(stored: string, changes: readonly Translation[]): string | null {
  if (parseTranslations(stored) === null) return null;
  const open = new Map(changes.map((change) => [change.code, change]));
  const pieces = piecesOf(stored).map(({ code, raw }) => {
    const change = open.get(code);
    open.delete(code);
    if (!change) return raw;
    const blanks = /^\s*/.exec(raw)?.[0] ?? '';
    const after = /"([ \n\r]*;?[ \n\r]*)$/.exec(raw)?.[1] ?? '';
    return `${blanks}${formatTranslations([change]).slice(0, -1)}${after}`;
  });
  const text = pieces.join('');
  if (open.size === 0) return text;
  const added = formatTranslations([...open.values()]);
  return /;[ \n\r]*$/.test(text) ? text + added : `${text};${added.slice(0, -1)}`;
}

/** Whether a text can be stored beside others and be told from them: one that looks like a language of its own cannot. */
export function isTranslatable(text: string): boolean {
  if (parseTranslations(text) !== null) return false;
  const [only, ...more] = parseTranslations(formatTranslations([{ code: 'US', text }])) ?? [];
  return only?.text === text && more.length === 0;
}
