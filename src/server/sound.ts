import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Documents that have passed all rules: what was once begun to be executed. */
export type SoundDocuments = WeakSet<DocumentNode>;

/** Remembers each document that everything has let pass; comes after all that may refuse one. */
export function useSoundDocuments(sound: SoundDocuments): Plugin {
  return {
    onExecute({ args }) {
      sound.add(args.document);
    },
  };
}
