import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentHash } from './operation.ts';

/** A token of a parsed document with its share of the tree and of all that is planned for it, in bytes as measured. */
const tokenBytes = 900;
const maxBytes = 96_000_000;
const maxErrors = 500;
/** Longer texts are mostly blanks or values, and are not worth their room. */
const maxKeptText = 20_000;
/** Documents that are remembered to have been asked for, by four bytes each. */
const places = 1 << 16;

/**
 * What is kept of documents seen before: bounded by what they weigh, since callers decide how heavy they are. A document is kept when it
 * comes for the second time: those with values written into them come once, and would push out the others.
 */
export function documentCaches() {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: maxBytes, sizeCalculation: weightOf });
  const errors = new LRUCache<string, Error>({ max: maxErrors });
  const comesAgain = recurrence();
  return {
    documentCache: short(documents, comesAgain),
    errorCache: short(errors, () => true),
  };
}

function short<Value extends object>(cache: LRUCache<string, Value>, isWanted: (text: string) => boolean) {
  return {
    get: (text: string) => cache.get(text),
    set: (text: string, value: Value) => {
      if (text.length <= maxKeptText && isWanted(text)) cache.set(text, value);
    },
  };
}

/** Whether a text has come before, as far as it is remembered: each has one place, and holds it until another one takes it. */
function recurrence(): (text: string) => boolean {
  const marks = new Uint32Array(places);
  return (text) => {
    const hash = documentHash(text);
    const place = Number.parseInt(hash.slice(0, 8), 16) % places;
    const mark = Number.parseInt(hash.slice(8, 16), 16);
    const isKnown = marks[place] === mark;
    marks[place] = mark;
    return isKnown;
  };
}

function weightOf(document: DocumentNode, text: string): number {
  let tokens = 0;
  for (let token = document.loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return 2 * text.length + tokenBytes * tokens;
}
