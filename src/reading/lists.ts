import { madeOnce } from '../upstream/made-once.ts';
import { isObject } from '../upstream/object.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';
import { byId, isItem, itemsIn } from '../upstream/superoffice/list-items.ts';
import { type ListRoute, listRoute } from '../upstream/superoffice/list-routes.ts';
import type { MdoListItemWire } from '../upstream/superoffice/wire.ts';
import { Refusal } from './refusal.ts';
import { asText, asWhole } from './row.ts';
import type { Wire } from './sources.ts';

/** Lists that are the same for all users of a tenant; of all others each ticket has its own (superoffice.md 6.2). */
const sharedLists = /^(task|category|business|country|perspos|priority|mrmrs|salutation|contint|persint|udlist\d+)$/;

/** The route of a list's items; a list that has none there is refused. */
function requireRoute(list: string): ListRoute {
  const found = listRoute(list);
  if (found) return found;
  throw new Refusal(
    'BAD_USER_INPUT',
    `Deleted items of \`${list.toLowerCase()}\` cannot be read: SuperOffice has no route to that list's items.`,
  );
}

/** An item of a list's own route, as MDO lists would have it; 0 stands for an id that cannot be read. */
export const itemOf = (list: string, { id, text }: ListRoute, wire: Wire): MdoListItemWire => ({
  Id: asWhole(wire[id]) ?? 0,
  Name: asText(wire[text]),
  ToolTip: asText(wire.Tooltip),
  Deleted: typeof wire.Deleted === 'boolean' ? wire.Deleted : null,
  Rank: asWhole(wire.Rank),
  Type: list.toLowerCase(),
  ChildItems: [],
});

/** What is asked of an item of an MDO list, and of those within it. */
const mdoItemOf = ({ Id, Name, ToolTip, Deleted, Rank, Type, ChildItems }: MdoListItemWire): MdoListItemWire => ({
  Id,
  Name,
  ToolTip,
  Deleted,
  Rank,
  Type,
  ChildItems: itemsIn(ChildItems).map(mdoItemOf),
});

/** Whose a list is, by whatever route it is read. */
const keptBy = (list: string) => (Lists.isShared(list) ? 'shared' : 'ticket');

/** A list is named by a text, or by an object that has one. */
const nameOf = (wire: unknown): string | null => asText(isObject(wire) ? wire.Name : wire);

/** Pick lists of one request, each read whole. Names are told apart without regard to case. */
export class Lists {
  private readonly superoffice: SuperOffice;
  private flat: Map<string, Promise<Map<number, MdoListItemWire> | null>> | null = null;

  constructor(superoffice: SuperOffice) {
    this.superoffice = superoffice;
  }

  /** Whether ids of the list's items mean the same to every user. */
  static isShared(list: string): boolean {
    return sharedLists.test(list.toLowerCase());
  }

  /** The top level of a list; null where there is none of that name. `language`: a tag, null for the stored texts, absent for the request's. */
  top(list: string, language?: string | null): Promise<MdoListItemWire[] | null> {
    const name = list.toLowerCase();
    const path = `MDOList/${encodeURIComponent(name)}`;
    const entry = (wire: unknown) => (isItem(wire) ? mdoItemOf(wire) : null);
    return this.superoffice.referenceList({ path, kept: keptBy(name), entry }, language);
  }

  /** Names of all lists. */
  async names(): Promise<string[]> {
    return (await this.superoffice.referenceList({ path: 'MDOList', kept: 'ticket', entry: nameOf })) ?? [];
  }

  /** All items of a list, the deleted ones too. MDO lists show current ones only, so the list's own route is read. */
  async withDeleted(list: string, language?: string | null): Promise<MdoListItemWire[]> {
    const route = requireRoute(list);
    const path = `List/${route.route}/Items?includeDeleted=true`;
    // What is none, or has no id that others could name, is left out here too.
    const entry = (wire: unknown) =>
      isObject(wire) && asWhole(wire[route.id]) !== null ? itemOf(list, route, wire) : null;
    return (await this.superoffice.referenceList({ path, kept: keptBy(list), entry }, language)) ?? [];
  }

  /** An item that can no longer be chosen; null where there is none of that id, or no route to such items. */
  async deleted(list: string, id: number): Promise<MdoListItemWire | null> {
    if (!listRoute(list)) return null;
    return (await this.withDeleted(list)).find(({ Id, Deleted }) => Id === id && Deleted) ?? null;
  }

  /** An item wherever in its list it stands; null where the list has none of that id. */
  async item(list: string, id: number, language?: string | null): Promise<MdoListItemWire | null> {
    const name = `${list.toLowerCase()} ${language}`;
    this.flat ??= new Map();
    const flat = madeOnce(this.flat, name, () => this.top(list, language).then((items) => items && byId(items, false)));
    return (await flat)?.get(id) ?? null;
  }

  /** A heading by the id of its own table. */
  async heading(list: string, id: number, language?: string | null): Promise<MdoListItemWire | null> {
    const items = await this.top(list, language);
    return (items && byId(items, true).get(id)) ?? null;
  }

  /** After a write to a list. */
  forget(): void {
    this.flat = null;
  }
}
