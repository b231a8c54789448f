import type { SimulatedCaller } from '../../simulator/request.ts';
import type { ListItemRecord, ListRecord } from '../../simulator/store.ts';
import { type JsonObject, memberOf } from '../../simulator/superoffice/write-body.ts';
import { textOf, truthOf, wholeNumberOf } from '../../simulator/superoffice/written-values.ts';

/** The members that the carrier of a list has beside tooltip, rank and mark of deletion (6.1, 2.7). */
interface ItemShape {
  readonly name: 'Name' | 'Value';
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
  readonly truths: readonly string[];
}

const plain: ItemShape = { name: 'Name', texts: [], numbers: [], truths: [] };
const keyed: ItemShape = { ...plain, texts: ['Key'] };
const shapes: Readonly<Record<string, ItemShape>> = {
  task: {
    name: 'Value',
    texts: ['Direction', 'Type', 'ColorIndex', 'DefaultVideomeetingStatus'],
    numbers: ['IntentId'],
    truths: ['IsDefaultAlldayEvent', 'IsDefaultFree', 'IsDefaultPublished'],
  },
  usergroup: { ...plain, name: 'Value' },
  legalbase: keyed,
  consentpurpose: keyed,
  consentsource: keyed,
  country: {
    name: 'Name',
    texts: ['EnglishName', 'TwoLetterISOCountry', 'ThreeLetterISOCountry', 'DialInPrefix'],
    numbers: ['CurrencyId'],
    truths: [],
  },
};

/** The member that holds the name of the list's items. */
export function nameMember(list: ListRecord): string {
  return shapeOf(list).name;
}

function shapeOf(list: ListRecord): ItemShape {
  return shapes[list.mdoName] ?? plain;
}

/** What a PUT lays its body over where members that it leaves out are emptied; what no carrier shows stays. */
export function emptiedItem(list: ListRecord, present: ListItemRecord): ListItemRecord {
  const { texts, numbers, truths } = shapeOf(list);
  const shown = [...texts, ...numbers, ...truths];
  const extra = Object.fromEntries(Object.entries(present.extra).filter(([name]) => !shown.includes(name)));
  return { ...present, name: '', tooltip: '', rank: 0, deleted: false, extra };
}

/**
 * The item as the body wants it. A name is stored as it comes, so one language written over several is the only one left.
 * Members that the body does not have come from `absent`.
 */
export function writtenItem(
  list: ListRecord,
  body: JsonObject,
  absent: ListItemRecord,
  caller: SimulatedCaller,
): ListItemRecord {
  const shape = shapeOf(list);
  const given = (name: string) => memberOf(body, name);
  const text = (name: string, otherwise: string) =>
    given(name) === undefined ? otherwise : (textOf(given(name), name) ?? '');
  const extra: ListItemRecord['extra'] = { ...absent.extra };
  for (const name of shape.texts) if (given(name) !== undefined) extra[name] = text(name, '');
  for (const name of shape.numbers)
    if (given(name) !== undefined) extra[name] = wholeNumberOf(given(name), name, caller);
  for (const name of shape.truths) if (given(name) !== undefined) extra[name] = truthOf(given(name), name, caller);
  const rank = given('Rank');
  const deleted = given('Deleted');
  return {
    ...absent,
    name: text(shape.name, absent.name),
    tooltip: text('Tooltip', absent.tooltip),
    rank: rank === undefined ? absent.rank : wholeNumberOf(rank, 'Rank', caller),
    deleted: deleted === undefined ? absent.deleted : truthOf(deleted, 'Deleted', caller),
    extra,
  };
}
