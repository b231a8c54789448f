import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** A token of a parsed document with its share of the tree and of all that is planned for it, in bytes as measured. */
const tokenBytes = 900;
const maxBytes = 96_000_000;
const maxErrors = 500;
/** Longer texts are mostly blanks or values, and are not worth their room. */
const maxKeptText = 20_000;

/** What is kept of documents seen before: bounded by what they weigh, since callers decide how heavy they are. */
export function documentCaches() {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: maxBytes, sizeCalculation: weightOf });
  const errors = new LRUCache<string, Error>({ max: maxErrors });
  return {
    documentCache: short(documents),
    errorCache: short(errors),
  };
}

function short<Value extends object>(cache: LRUCache<string, Value>) {
  return {
    get: (text: string) => cache.get(text),
    set: (text: string, value: Value) => {
      if (text.length <= maxKeptText) cache.set(text, value);
    },
  };
}

function weightOf(document: DocumentNode, text: string): number {
  let tokens = 0;
  for (let token = document.loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return 2 * text.length + tokenBytes * tokens;
}
