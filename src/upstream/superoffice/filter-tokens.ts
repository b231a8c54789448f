import { beginningOf } from '../beginning.ts';

/** A piece of a filter: a bare word, a text that stood in quotes, or a sign. */
export interface FilterToken {
  readonly kind: 'word' | 'text' | 'sign';
  /** Of a quoted text: without its quotes and backslashes. */
  readonly text: string;
  /** Offset in the filter. */
  readonly at: number;
}

/** Why a filter is not sent: what stands where, and what could stand there. */
export class FilterTextError extends Error {
  override readonly name = 'FilterTextError';
}

const SHOWN = 40;

/** Raises `FilterTextError` about a place of the filter; places count from 1. */
export function refuseAt(at: number, message: string): never {
  throw new FilterTextError(`At character ${at + 1} of the filter: ${message}`);
}

/** A piece of the filter as messages show it. */
export const shown = (text: string): string => `\`${text.length > SHOWN ? `${beginningOf(text, SHOWN)}…` : text}\``;

const blank = /\s+/y;
/** A backslash takes the next character as it is; a doubled quote does not stand for one (superoffice.md 4.5). */
const quotedText = /'((?:[^'\\]|\\.)*)'/sy;
const sign = /[!<>]=|[=<>(),]/y;
const word = /[^\s'"\\(),=<>!]+/y;

/** Cuts a filter into its pieces in one pass. */
export function tokenizeFilter(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(filter);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < filter.length) {
    const start = at;
    if (take(blank)) continue;
    const text = take(quotedText)?.[1];
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/gs, '$1'), at: start });
    else tokens.push(bareToken(filter, start, take));
  }
  return tokens;
}

function bareToken(filter: string, at: number, take: (pattern: RegExp) => RegExpExecArray | null): FilterToken {
  const signed = take(sign)?.[0];
  if (signed) return { kind: 'sign', text: signed, at };
  const bare = take(word)?.[0];
  if (bare) return { kind: 'word', text: bare, at };
  if (filter[at] === "'") return refuseAt(at, 'this text has no closing quote.');
  return refuseAt(at, `${shown(filter[at] ?? '')} cannot stand here: texts stand in single quotes.`);
}
