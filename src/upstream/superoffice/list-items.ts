import type { MdoListItemWire } from './wire.ts';

/** Headings group the items of a list; their ids are of another table (superoffice.md 6.2). */
export const isHeading = (item: MdoListItemWire | null | undefined): boolean => /heading/i.test(item?.Type ?? '');

/** Items wherever in their list they stand, each once and by its id, or the headings above them. */
export function byId(
  items: readonly (MdoListItemWire | null)[],
  headings: boolean,
  found: Map<number, MdoListItemWire> = new Map(),
): Map<number, MdoListItemWire> {
  for (const item of items) {
    if (!item) continue;
    if (isHeading(item) === headings && !found.has(item.Id)) found.set(item.Id, item);
    if (item.ChildItems?.length) byId(item.ChildItems, headings, found);
  }
  return found;
}
