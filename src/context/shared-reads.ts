import type { SuperOffice } from '../upstream/superoffice/client.ts';

/** The same way to the CRM, on which equal reads are one request for all who ask. */
export function sharedReads(superoffice: SuperOffice): SuperOffice {
  const asked = new Map<string, Promise<unknown>>();
  const once = <T>(words: readonly unknown[], ask: () => Promise<T>): Promise<T> => {
    const name = JSON.stringify(words);
    const known = asked.get(name) as Promise<T> | undefined;
    if (known) return known;
    const asking = ask();
    asked.set(name, asking);
    return asking;
  };
  return {
    archive: (request) => once(['archive', request], () => superoffice.archive(request)),
    next: (request, link) => once(['next', request, link], () => superoffice.next(request, link)),
    get: (path, options) => once(['get', path, options], () => superoffice.get(path, options)),
    agentRead: (path, body, options) =>
      once(['agent', path, body, options], () => superoffice.agentRead(path, body, options)),
    reference: (path, kept, language) => superoffice.reference(path, kept, language),
    referenceList: (list, language) => superoffice.referenceList(list, language),
    send: (write) => superoffice.send(write),
    drop: (path) => superoffice.drop(path),
    principal: () => superoffice.principal(),
    prove: () => superoffice.prove(),
    get areDatesPrepared() {
      return superoffice.areDatesPrepared;
    },
    prepareDates: () => superoffice.prepareDates(),
    wireZones: (source) => superoffice.wireZones(source),
  };
}
