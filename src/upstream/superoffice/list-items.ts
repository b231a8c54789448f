import type { MdoListItemWire } from './wire.ts';

/** Headings group the items of a list; their ids are of another table (superoffice.md 6.2). */
export const isHeading = (item: MdoListItemWire | null | undefined): boolean => /heading/i.test(item?.Type ?? '');

/** Whether it is an entry of a list, with an id that others can name. */
export function isItem(entry: unknown): entry is MdoListItemWire {
  const id = (entry as Partial<MdoListItemWire> | null | undefined)?.Id;
  return id !== undefined && id === (id | 0);
}

/** The entries of a list; what is none is left out. */
export const itemsIn = (list: unknown): MdoListItemWire[] => (Array.isArray(list) ? list.filter(isItem) : []);

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
