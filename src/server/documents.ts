import { hash } from 'node:crypto';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Store } from '../replicas/store.ts';
import type { Manifest } from './manifest.ts';
import { documentHashOf, operationOf } from './operation.ts';
import { refused } from './requests.ts';

export interface DocumentOptions {
  /** null: no documents are on file. */
  readonly manifest: Manifest | null;
  /** Nothing is run but what is on file. */
  readonly only: boolean;
  readonly store: Store;
}

const sha256 = /^[0-9a-f]{64}$/;

/**
 * Documents by their hash: those on file, and, unless they are the only ones, those that a client has sent with its
 * hash before (automatic persisted queries). A hash stands for one text, so clients cannot change each other's.
 */
export function storedDocuments({ manifest, only, store }: DocumentOptions): Plugin[] {
  const find = async (id: string) => manifest?.get(id) ?? (only ? undefined : await store.document(id)) ?? null;
  return [
    useCheckedHash(),
    usePersistedOperations({
      allowArbitraryOperations: !only,
      extractPersistedOperationId: hashOf,
      getPersistedOperation: find,
      customErrors: {
        notFound: () => notFound(),
        keyNotFound: () => refused(400, 'BAD_USER_INPUT', 'The request has neither a document nor the hash of one.'),
        persistedQueryOnly: () =>
          refused(
            403,
            'PERSISTED_QUERY_ONLY',
            'This server runs only documents that are on file: send the hash of one.',
          ),
      },
    }),
    useOperationDocument(),
  ];
}

/** The message is the one that clients of automatic persisted queries look for, and then send the document. */
function notFound(): GraphQLError {
  const extensions = { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 404, spec: true } };
  return new GraphQLError('PersistedQueryNotFound', { extensions });
}

/** A hash that is not that of the document beside it must not become its name. */
function useCheckedHash(): Plugin {
  return {
    onParams({ params }) {
      const hash = hashOf(params);
      if (hash !== null && params.query && hash !== hashOfText(params.query)) {
        throw refused(400, 'BAD_USER_INPUT', 'The hash is not the SHA-256 of the document.');
      }
    },
  };
}

/** The text that is run is the text that is logged. */
function useOperationDocument(): Plugin {
  return {
    onParams({ params, request }) {
      operationOf(request).documentHash = params.query ? documentHashOf(params.query) : null;
    },
  };
}

/** Keeps a document that came with its hash; comes after all that may refuse it, so that what is refused leaves nothing. */
export function useDocumentsKept(store: Store): Plugin {
  return {
    async onExecute({ args }) {
      const { params } = args.contextValue as YogaInitialContext;
      const hash = hashOf(params);
      if (hash !== null && params.query && sha256.test(hash)) await store.keepDocument(hash, params.query);
    },
  };
}

/** The hash by which a request names its document; raises for one that is none. */
export function hashOf({ extensions }: GraphQLParams): string | null {
  const named: unknown = extensions?.persistedQuery;
  if (named === undefined || named === null) return null;
  const { version, sha256Hash } = named as { version?: unknown; sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && sha256Hash.length <= 256) return sha256Hash;
  throw refused(400, 'BAD_USER_INPUT', 'persistedQuery needs version 1 and sha256Hash.');
}

function hashOfText(document: string): string {
  return hash('sha256', document);
}
