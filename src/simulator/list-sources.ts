import { associateList } from '../entities/associate/associate.simulated.ts';
import type { SimulatedCaller } from './request.ts';
import { maySee } from './request.ts';
import { findList, type ListItemRecord, type ListRecord } from './store.ts';
import { zones } from './zones.ts';

/** A recently used item of the entity pickers counts as history; the newest ones do here. */
const HISTORY = 20;

/** Lists that are made of other tables. Of projects and sales there are none here, and so nothing to pick. */
export const madeLists = ['associate', 'timezone', 'contact_new', 'person_new', 'person', 'project', 'sale'] as const;

/**
 * The MDO list of the name: stored, or made of other tables (users, zones, pickers of records, headings of another list);
 * undefined for a name that there is not. `additional` is the provider's context (`contact_id=5`).
 */
export function mdoList(name: string, additional: string, caller: SimulatedCaller): ListRecord | undefined {
  const key = name.toLowerCase();
  const stored = findList(caller.world, key);
  if (stored !== undefined) return stored;
  if (key === 'associate') return associateList(caller.world);
  if (key === 'timezone') return zoneList();
  if (key === 'contact_new') return contactPicker(caller);
  if (key === 'person_new') return personPicker(null, caller);
  if (key === 'project' || key === 'sale') return picker(key, key, []);
  if (key === 'person') return personPicker(Number(/contact_id=(\d+)/i.exec(additional)?.[1] ?? 0), caller);
  return derivedList(key, additional, caller);
}

/** `{list}headings`, `{list}withallitem`, `{list}withnoselection` (6.2). */
function derivedList(key: string, additional: string, caller: SimulatedCaller): ListRecord | undefined {
  const match = /^(.+)(headings|withallitem|withnoselection)$/.exec(key);
  const list = match === null ? undefined : mdoList(match[1] ?? '', additional, caller);
  if (list === undefined) return undefined;
  if (match?.[2] === 'headings') return { ...list, mdoName: key, headings: [], items: list.headings };
  const first = item(0, match?.[2] === 'withallitem' ? '[SR_ALL]' : '', 0);
  return { ...list, mdoName: key, items: [first, ...list.items] };
}

function item(id: number, name: string, rank: number): ListItemRecord {
  return { id, name, tooltip: '', rank, deleted: false, headingIds: [], extra: {} };
}

function picker(mdoName: string, table: string, items: ListItemRecord[]): ListRecord {
  return { id: 0, mdoName, route: null, name: mdoName, table, custom: false, headings: [], items };
}

function zoneList(): ListRecord {
  return picker(
    'timezone',
    'timezone',
    zones.map((zone, index) => item(zone.id, zone.code, index + 1)),
  );
}

function contactPicker(caller: SimulatedCaller): ListRecord {
  const rows = [...caller.world.contacts.values()].filter(
    (row) => row.deletedAt === null && maySee(caller, 'contact', row),
  );
  return picker(
    'contact_new',
    'contact',
    rows.slice(-HISTORY).map((row, index) => item(row.id, row.name, index + 1)),
  );
}

/** The persons of one company, or the newest ones. */
function personPicker(contactId: number | null, caller: SimulatedCaller): ListRecord {
  const rows = [...caller.world.persons.values()].filter(
    (row) =>
      row.deletedAt === null &&
      !row.retired &&
      maySee(caller, 'person', row) &&
      (contactId === null || row.contactId === contactId),
  );
  const shown = contactId === null ? rows.slice(-HISTORY) : rows;
  return picker(
    contactId === null ? 'person_new' : 'person',
    'person',
    shown.map((row, index) => item(row.id, `${row.firstname} ${row.lastname}`, index + 1)),
  );
}

/** The list of a `/List` route: by its built-in name, its MDO name or its definition id. */
export function routeList(idOrName: string, caller: SimulatedCaller): ListRecord | undefined {
  const wanted = idOrName.toLowerCase();
  return [...caller.world.lists.values()].find(
    (list) => list.route?.toLowerCase() === wanted || list.mdoName === wanted || String(list.id) === wanted,
  );
}
