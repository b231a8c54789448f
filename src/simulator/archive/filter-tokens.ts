import { ArchiveRefusal } from './refusal.ts';

/** A piece of a `$filter`: a bare word, a text that stood in quotes, or a sign. */
export interface FilterToken {
  kind: 'word' | 'text' | 'sign';
  text: string;
  /** Where it begins, for messages. */
  at: number;
}

const signs = ['!=', '>=', '<=', '=', '>', '<', '(', ')', ','];
/** A word ends before a space, a quote or a sign; `!` belongs to `!=` alone. */
const endsWord = /[\s'"(),=<>!]/;

/** Cuts a `$filter` into its pieces (4.5): quoted texts take a quote after a backslash, `=` needs no spaces. */
export function tokenizeFilter(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < filter.length) {
    const character = filter.charAt(at);
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    if (character === "'") {
      const { text, end } = readQuoted(filter, at);
      tokens.push({ kind: 'text', text, at });
      at = end;
      continue;
    }
    const sign = signs.find((candidate) => filter.startsWith(candidate, at));
    const text = sign ?? readWord(filter, at);
    tokens.push({ kind: sign === undefined ? 'word' : 'sign', text, at });
    at += text.length;
  }
  return tokens;
}

/** A backslash takes the next character as it is; a doubled quote does not stand for one (4.5). */
function readQuoted(filter: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start + 1; at < filter.length; at += 1) {
    const character = filter.charAt(at);
    if (character === "'") return { text, end: at + 1 };
    if (character === '\\' && at + 1 < filter.length) at += 1;
    text += filter.charAt(at);
  }
  throw new ArchiveRefusal(`The text that begins at ${start} of the filter has no closing quote`);
}

function readWord(filter: string, start: number): string {
  let end = start;
  while (end < filter.length && !endsWord.test(filter.charAt(end))) end += 1;
  if (end === start) throw new ArchiveRefusal(`'${filter.charAt(start)}' at ${start} of the filter is not expected`);
  return filter.slice(start, end);
}
