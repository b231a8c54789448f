import { noRights } from '../../simulator/carriers.ts';
import { diaryDate } from '../../simulator/dates.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { findListItem, type ListItemRecord, type ListRecord } from '../../simulator/store.ts';
import type {
  CategoryWire,
  CountryWire,
  ListEntityWire,
  ListItemEntityWire,
  ListValueWire,
  MdoItemWire,
  SelectableMdoItemWire,
  TaskWire,
} from './list-item.wire.ts';

/** Items in the order of their rank; deleted ones only on demand. */
export function rankedItems(list: ListRecord, includeDeleted: boolean): ListItemRecord[] {
  return list.items.filter((item) => includeDeleted || !item.deleted).sort((one, other) => one.rank - other.rank);
}

/** A list value inside an entity; id 0 is null or an empty object (both are seen in one capture). */
export function listValue(list: string, id: number, caller: SimulatedCaller): ListValueWire | null {
  const item = findListItem(caller.world, list, id);
  if (item === undefined && caller.options.carriers.emptyListValue === 'null') return null;
  return {
    Id: item?.id ?? 0,
    Value: caller.text(item?.name ?? ''),
    Tooltip: caller.text(item?.tooltip ?? ''),
    ...noRights(),
  };
}

export function category(id: number, caller: SimulatedCaller): CategoryWire | null {
  const item = findListItem(caller.world, 'category', id);
  if (item === undefined && caller.options.carriers.emptyListValue === 'null') return null;
  return {
    Id: item?.id ?? 0,
    Value: caller.text(item?.name ?? ''),
    Tooltip: caller.text(item?.tooltip ?? ''),
    ...(caller.options.carriers.newerMembers
      ? {
          CategoryGroup: String(item?.extra.CategoryGroup ?? ''),
          EnableLeadStatus: false,
          Rank: item?.rank ?? 0,
          Deleted: item?.deleted ?? false,
        }
      : {}),
    ...noRights(),
  };
}

export function country(item: ListItemRecord, caller: SimulatedCaller): CountryWire {
  const extra = item.extra;
  return {
    CountryId: item.id,
    Name: caller.text(item.name),
    CurrencyId: Number(extra.CurrencyId ?? 0),
    EnglishName: String(extra.EnglishName ?? ''),
    TwoLetterISOCountry: String(extra.TwoLetterISOCountry ?? ''),
    ThreeLetterISOCountry: String(extra.ThreeLetterISOCountry ?? ''),
    ImageDescription: null,
    OrgNrText: 'VAT No.:',
    InterAreaPrefix: '',
    DialInPrefix: String(extra.DialInPrefix ?? ''),
    ZipPrefix: String(extra.TwoLetterISOCountry ?? '').slice(0, 1),
    DomainName: String(extra.TwoLetterISOCountry ?? ''),
    AddressLayoutId: 4,
    DomesticAddressLayoutId: 4,
    ForeignAddressLayoutId: 4,
    Rank: item.rank,
    Tooltip: caller.text(item.tooltip),
    Deleted: item.deleted,
    ...noRights(),
  };
}

export function task(item: ListItemRecord, caller: SimulatedCaller): TaskWire {
  const extra = item.extra;
  return {
    TaskListItemId: item.id,
    Value: caller.text(item.name),
    Direction: String(extra.Direction ?? 'Unknown'),
    Type: String(extra.Type ?? 'Unknown'),
    Tooltip: caller.text(item.tooltip),
    Deleted: item.deleted,
    IntentId: Number(extra.IntentId ?? 0),
    Rank: item.rank,
    IsDefaultAlldayEvent: extra.IsDefaultAlldayEvent === true,
    IsDefaultFree: extra.IsDefaultFree === true,
    IsDefaultPublished: extra.IsDefaultPublished === true,
    ColorIndex: String(extra.ColorIndex ?? ''),
    DefaultVideomeetingStatus: String(extra.DefaultVideomeetingStatus ?? 'NoChange'),
    ...noRights(),
  };
}

/** An item as `/List/{T}/Items` shows it: some lists have carriers of their own (6.1). */
export function listRouteItem(list: ListRecord, item: ListItemRecord, caller: SimulatedCaller): object {
  switch (list.mdoName) {
    case 'task':
      return task(item, caller);
    case 'country':
      return country(item, caller);
    case 'usergroup':
      return { Value: caller.text(item.name), Tooltip: caller.text(item.tooltip), Id: item.id, ...itemTail(item) };
    case 'legalbase':
    case 'consentpurpose':
    case 'consentsource':
      return keyedItem(list, item, caller);
    default:
      return listItemEntity(list, item, caller);
  }
}

function itemTail(item: ListItemRecord) {
  return { Rank: item.rank, Deleted: item.deleted, ...noRights() };
}

/** Items that code knows by a key; their own is named after the list. */
function keyedItem(list: ListRecord, item: ListItemRecord, caller: SimulatedCaller): object {
  return {
    [`${list.route}Id`]: item.id,
    Name: caller.text(item.name),
    Tooltip: caller.text(item.tooltip),
    Rank: item.rank,
    Key: String(item.extra.Key ?? ''),
    Deleted: item.deleted,
    ...noRights(),
  };
}

export function listItemEntity(list: ListRecord, item: ListItemRecord, caller: SimulatedCaller): ListItemEntityWire {
  return {
    Id: item.id,
    Name: caller.text(item.name),
    Tooltip: caller.text(item.tooltip),
    Deleted: item.deleted,
    UdListDefinitionId: list.id,
    Rank: item.rank,
    ...noRights(),
  };
}

export function listEntity(list: ListRecord, rank: number, caller: SimulatedCaller): ListEntityWire {
  return {
    Id: list.id,
    Name: caller.text(list.name),
    Tooltip: '',
    Deleted: false,
    Rank: rank,
    IsCustomList: list.custom,
    IsMDOList: true,
    UseGroupsAndHeadings: list.headings.length > 0,
    ListType: list.mdoName,
    InUseByUserDefinedFields: caller.world.udefFields.some((field) => field.listName === list.mdoName),
    ...noRights(),
  };
}

/** A list as the MDO provider gives it: headings with their items, or flat. */
export function mdoItems(list: ListRecord, flat: boolean, caller: SimulatedCaller): MdoItemWire[] {
  const current = rankedItems(list, false);
  if (flat || list.headings.length === 0) return current.map((item) => mdoItem(list, item, null, caller));
  const headings = list.headings.map((heading) => ({
    ...mdoItem(list, heading, null, caller),
    Type: 'heading',
    ChildItems: current
      .filter((item) => item.headingIds.includes(heading.id))
      .map((item) => mdoItem(list, item, heading, caller)),
  }));
  const loose = current.filter((item) => item.headingIds.length === 0);
  return [...headings, ...loose.map((item) => mdoItem(list, item, null, caller))];
}

export function mdoItem(
  list: ListRecord,
  item: ListItemRecord,
  heading: ListItemRecord | null,
  caller: SimulatedCaller,
): MdoItemWire {
  return {
    Id: item.id,
    Name: caller.text(item.name),
    ToolTip: caller.text(item.tooltip),
    Deleted: item.deleted,
    Rank: item.rank,
    Type: list.mdoName,
    ChildItems: [],
    IconHint: list.mdoName,
    ColorBlock: 0,
    ExtraInfo: '',
    StyleHint: '',
    FullName: heading === null ? null : `${caller.text(heading.name)}: ${caller.text(item.name)}`,
    ...noRights(),
  };
}

/** Every item with its mark, by name: the order of captures is not that of the ranks. */
export function selectableItems(
  list: ListRecord,
  selected: readonly number[],
  changedAt: number | null,
  caller: SimulatedCaller,
): SelectableMdoItemWire[] {
  const items = rankedItems(list, false).map((item) => {
    const marked = selected.includes(item.id);
    return {
      Id: item.id,
      Name: caller.text(item.name),
      ToolTip: caller.text(item.tooltip || (item.name.includes('"') ? '' : item.name)),
      Deleted: item.deleted,
      Rank: item.rank,
      Type: list.mdoName,
      ColorBlock: 0,
      IconHint: list.mdoName,
      Selected: marked,
      LastChanged: diaryDate(marked ? changedAt : null, caller),
      ChildItems: [],
      ExtraInfo: '',
      StyleHint: '',
      Hidden: false,
      FullName: null,
      ...noRights(),
    };
  });
  return items.sort((one, other) => one.Name.localeCompare(other.Name));
}
