import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Eventually } from './shared.ts';

/** What a caller has used of a window's quota. */
export interface Taken {
  /** False: it would have been more than the quota, and nothing was taken. */
  readonly allowed: boolean;
  readonly used: number;
  /** Milliseconds until the window ends and all of the quota is there again. */
  readonly resetMs: number;
}

/** What the edge keeps between requests, each kind bounded. */
export interface Store {
  /** Under which callers are hashed: the same wherever their quota is counted. */
  readonly salt: string;
  /** Takes `amount` of the quota of `key` in one step, or nothing. The first taking opens the window. */
  take(key: string, amount: number, quota: number, windowMs: number): Eventually<Taken>;
  /** The text of a document that a client has given with its hash. */
  document(hash: string): Eventually<string | undefined>;
  keepDocument(hash: string, text: string): Eventually<void>;
}

const maxCallers = 100_000;
const maxDocuments = 10_000;
const maxDocumentCharacters = 8_000_000;

interface Window {
  used: number;
  readonly endsAt: number;
}

/** The store of one process: every answer is there at once. */
export interface MemoryStore extends Store {
  take(key: string, amount: number, quota: number, windowMs: number): Taken;
  document(hash: string): string | undefined;
  keepDocument(hash: string, text: string): void;
}

/** What is asked for least recently goes first. */
export function createMemoryStore(now: () => number = () => performance.now()): MemoryStore {
  const windows = new LRUCache<string, Window>({ max: maxCallers });
  const documents = new LRUCache<string, string>({
    max: maxDocuments,
    maxSize: maxDocumentCharacters,
    sizeCalculation: (text, hash) => text.length + hash.length,
  });
  return {
    salt: randomBytes(32).toString('base64url'),
    take(key, amount, quota, windowMs) {
      const time = now();
      let window = windows.get(key);
      if (!window || window.endsAt <= time) {
        window = { used: 0, endsAt: time + windowMs };
        windows.set(key, window);
      }
      const allowed = window.used + amount <= quota;
      if (allowed) window.used += amount;
      // Fractions of a millisecond may add up to a little more than the window.
      return { allowed, used: window.used, resetMs: Math.min(windowMs, window.endsAt - time) };
    },
    document: (hash) => documents.get(hash),
    keepDocument: (hash, text) => void documents.set(hash, text),
  };
}
