import { UpstreamError } from '../upstream/errors.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';

/** What was read by any of those who ask together. */
export type Asked = Map<string, Promise<unknown>>;

/** A way to the CRM, made where it is needed, on which equal reads are one request for all who ask, counted to him who has asked first. */
export function sharedReads(create: () => SuperOffice, asked: Asked): SuperOffice {
  let made: SuperOffice | null = null;
  const own = () => {
    made ??= create();
    return made;
  };
  const once = <T>(words: readonly unknown[], ask: () => Promise<T>): Promise<T> => {
    const name = JSON.stringify(words);
    const known = asked.get(name) as Promise<T> | undefined;
    if (known) return known;
    const asking = ask();
    asked.set(name, asking);
    // The limit that one has reached is no answer to the others.
    asking.catch((error) => {
      if (error instanceof UpstreamError && error.kind === 'callLimit') asked.delete(name);
    });
    return asking;
  };
  return {
    archive: (request) => once(['archive', request], () => own().archive(request)),
    next: (request, link) => once(['next', request, link], () => own().next(request, link)),
    get: (path, options) => once(['get', path, options], () => own().get(path, options)),
    agentRead: (path, body, options) =>
      once(['agent', path, body, options], () => own().agentRead(path, body, options)),
    reference: (path, kept, language) => own().reference(path, kept, language),
    referenceList: (list, language) => own().referenceList(list, language),
    isAtHand: (path, kept) => own().isAtHand(path, kept),
    send: (write) => own().send(write),
    drop: (path) => own().drop(path),
    principal: () => own().principal(),
    prove: () => own().prove(),
    get areDatesPrepared() {
      return own().areDatesPrepared;
    },
    prepareDates: () => own().prepareDates(),
    wireZones: (source) => own().wireZones(source),
  };
}
