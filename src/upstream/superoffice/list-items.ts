import type { MdoListItemWire } from './wire.ts';

/** Headings group the items of a list; their ids are of another table (superoffice.md 6.2). */
export const isHeading = (item: MdoListItemWire | null | undefined): boolean => /heading/i.test(item?.Type ?? '');

/** The entries of a list; what is none, or has no id that others could name, is left out. */
export function itemsIn(list: unknown): MdoListItemWire[] {
  return Array.isArray(list) ? list.filter((each) => each?.Id === (each?.Id | 0)) : [];
}

/** Items wherever in their list they stand, each once and by its id, or the headings above them. */
export function byId(
  items: unknown,
  headings: boolean,
  found: Map<number, MdoListItemWire> = new Map(),
): Map<number, MdoListItemWire> {
  for (const item of itemsIn(items)) {
    if (isHeading(item) === headings && !found.has(item.Id)) found.set(item.Id, item);
    if (item.ChildItems) byId(item.ChildItems, headings, found);
  }
  return found;
}
