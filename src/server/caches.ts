import { type DocumentNode, Token, TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { weighPlans } from '../execution/operations.ts';
import { documentHashOf } from './operation.ts';

/** A token of a parsed document with its share of the tree, and a field that is planned to be run, in bytes as measured. */
const tokenBytes = 330;
const fieldBytes = 720;
const mostBytes = 144_000_000;
const maxErrors = 500;
/** Longer texts are mostly blanks or values, and are not worth their room. */
const maxKeptText = 20_000;
/** Documents that are remembered to have been asked for, by four bytes each, and how many of them share their places. */
const places = 1 << 16;
const sharing = 4;

/** A document as it was parsed, and what it is called in logs. */
export interface KeptDocument {
  readonly document: DocumentNode;
  readonly hash: string;
}

/**
 * What is kept of documents seen before: bounded by what they weigh, since callers decide how heavy they are. A document is kept when it
 * comes for the second time: those with values written into them come once, and would push out the others.
 */
export function documentCaches(maxBytes = mostBytes) {
  const documents = new LRUCache<string, KeptDocument>({ maxSize: maxBytes });
  const errors = new LRUCache<string, Error>({ max: maxErrors });
  const comesAgain = recurrence();
  return {
    kept: (text: string): KeptDocument | undefined => documents.get(text),
    documentCache: {
      get: (text: string) => documents.get(text)?.document,
      set(text: string, document: DocumentNode) {
        if (text.length > maxKeptText) return;
        const hash = documentHashOf(text);
        if (!comesAgain(hash)) return;
        let size = weightOf(document, text);
        compact(document);
        documents.set(text, { document, hash }, { size });
        weighPlans(document, (fields) => {
          size += fieldBytes * fields;
          // With a value of its own: of the same one the cache takes no other size.
          if (documents.peek(text)?.document === document) documents.set(text, { document, hash }, { size });
        });
      },
    },
    errorCache: {
      get: (text: string) => errors.get(text),
      set(text: string, error: Error) {
        if (text.length <= maxKeptText) errors.set(text, error);
      },
    },
  };
}

/**
 * Whether a hash has come before, as far as it is remembered. Each has a few places to stand in, and where all are taken it pushes out any
 * of those there: were it always a certain one, documents that come in turn would push each other out for ever.
 */
function recurrence(): (hash: string) => boolean {
  const marks = new Uint32Array(places);
  let pushed = 0;
  return (hash) => {
    const start = sharing * (Number.parseInt(hash.slice(0, 8), 16) % (places / sharing));
    const mark = Number.parseInt(hash.slice(8, 16), 16);
    const shared = marks.subarray(start, start + sharing);
    const found = shared.indexOf(mark);
    if (found >= 0) {
      // It is kept elsewhere from now on.
      shared[found] = 0;
      return true;
    }
    const free = shared.indexOf(0);
    if (free < 0) pushed += 1;
    shared[free < 0 ? pushed % sharing : free] = mark;
    return false;
  };
}

const noToken = new Token(TokenKind.SOF, 0, 0, 0, 0);
const none = Object.freeze([]);

/** Lets go of what only the parser needed: the chain of all tokens, and the room that its lists have for more. */
function compact(node: object): void {
  const members = node as Record<string, unknown>;
  for (const name in members) {
    const value = members[name];
    if (name === 'loc') Object.assign(value as object, { startToken: noToken, endToken: noToken });
    else if (Array.isArray(value)) {
      for (const each of value) compact(each);
      members[name] = value.length === 0 ? none : value.slice();
    } else if (typeof value === 'object' && value !== null) compact(value);
  }
}

function weightOf(document: DocumentNode, text: string): number {
  let tokens = 0;
  for (let token = document.loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return 2 * text.length + tokenBytes * tokens;
}
