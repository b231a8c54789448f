import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import { z } from 'zod';

/** The documents that an operator has put on file, by id. */
export interface Manifest {
  get(id: string): string | undefined;
  /** Looks at the file no more. */
  close(): void;
}

export interface ManifestOptions {
  readonly log: Logger;
  /** How often the file is looked at. */
  readonly everyMs?: number;
}

const text = z.string().min(1);
const plain = z.record(z.string().min(1), text);
const apollo = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: text })),
});

/**
 * Reads a manifest of documents, `{ "id": "query ..." }` or as Apollo's tools write it, and reads it again when the file
 * changes. A first reading that fails is raised; later a file that cannot be used leaves the documents as they are.
 */
export function openManifest(file: string, { log, everyMs = 2000 }: ManifestOptions): Manifest {
  let documents = readDocuments(file);
  const reread = () => {
    try {
      documents = readDocuments(file);
      log.info({ documents: documents.size }, 'the manifest of documents was read again');
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log.error({ reason }, 'the manifest of documents cannot be used, the one before stays');
    }
  };
  // Asked for by its name each time, a file that is replaced as a whole is seen too, as those of mounted volumes are.
  watchFile(file, { interval: everyMs, persistent: false }, reread);
  return {
    get: (id) => documents.get(id),
    close: () => unwatchFile(file, reread),
  };
}

function readDocuments(file: string): Map<string, string> {
  const written: unknown = readJson(file);
  const fromTools = apollo.safeParse(written);
  if (fromTools.success) return new Map(fromTools.data.operations.map(({ id, body }) => [id, body]));
  const map = plain.safeParse(written);
  if (map.success) return new Map(Object.entries(map.data));
  throw new Error('PERSISTED_MANIFEST is neither { "id": "document" } nor a manifest of the Apollo tools.');
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error('PERSISTED_MANIFEST cannot be read as JSON.');
  }
}
