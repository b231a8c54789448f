import type {
  CustomFieldOwner,
  CustomValue,
  CustomValues,
  ExtraFieldRecord,
  UdefFieldRecord,
} from '../../src/simulator/custom-field-records.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { found, itemIn, textIn } from './seeded.ts';

/** A custom field as the graph answers it. */
export interface FieldRow {
  key: string;
  label: string | null;
  type: string;
  value: unknown;
  text: string | null;
}

interface Wanted {
  from: 'row' | 'entity';
  /** The vendor's code of the language; US. */
  code?: string;
  culture?: string;
}

type Kind = UdefFieldRecord['kind'] | ExtraFieldRecord['kind'];

const types: Readonly<Record<Kind, string>> = {
  ShortText: 'TEXT',
  LongText: 'TEXT',
  Number: 'INTEGER',
  Decimal: 'DECIMAL',
  Checkbox: 'BOOLEAN',
  Boolean: 'BOOLEAN',
  Date: 'DATE',
  UnlimitedDate: 'DATE',
  DateTime: 'DATE_TIME',
  Time: 'TIME',
  TimeSpan: 'TIME_SPAN',
  List: 'LIST_ITEM',
  Relation: 'REFERENCE',
};

const yes: Readonly<Record<string, [string, string]>> = {
  US: ['Yes', 'No'],
  NO: ['Ja', 'Nei'],
  GE: ['Ja', 'Nein'],
  SW: ['Ja', 'Nej'],
};

/** All custom fields of a record's stored values, in the order of the layout. */
export function customFieldsIn(
  world: TenantWorld,
  owner: CustomFieldOwner,
  values: CustomValues,
  wanted: Wanted,
): FieldRow[] {
  const udefs = world.udefFields.filter((field) => field.owner === owner && field.published);
  const extras = world.extraFields.filter((field) => field.owner === owner);
  const row = (key: string, label: string, kind: Kind, list: string | null): FieldRow => {
    const stored = values[key] ?? null;
    const value = graphValue(kind, stored);
    return {
      key,
      label: textIn(label, wanted.code),
      type: types[kind],
      value,
      text: textOf({ world, kind, value, list, wanted, stored }),
    };
  };
  return [
    ...udefs.map((field) => row(field.progId, field.label, field.kind, field.listName)),
    ...extras.map((field) => row(field.name, field.label, field.kind, null)),
  ];
}

/** SuperOffice cannot tell an empty number or checkbox from 0 and false. */
function graphValue(kind: Kind, stored: CustomValue): FieldRow['value'] {
  switch (types[kind]) {
    case 'INTEGER':
    case 'DECIMAL':
    case 'TIME_SPAN':
      return stored ?? 0;
    case 'BOOLEAN':
      return stored === true;
    case 'DATE_TIME':
      return typeof stored === 'number' ? osloClock(stored) : null;
    default:
      return stored || null;
  }
}

/** The wall clock of the tenant, whose zone is Norway's. */
const osloClock = (instant: number) =>
  new Date(instant).toLocaleString('sv', { timeZone: 'Europe/Oslo' }).replace(' ', 'T');

interface Told {
  world: TenantWorld;
  kind: Kind;
  value: FieldRow['value'];
  stored: CustomValue;
  list: string | null;
  wanted: Wanted;
}

function textOf({ world, kind, value, stored, list, wanted }: Told): string | null {
  const { code = 'US', culture = 'en', from } = wanted;
  if (value === null) return null;
  switch (types[kind]) {
    case 'BOOLEAN':
      // The entity has texts of user-defined checkboxes alone.
      if (kind === 'Boolean' && from === 'entity') return null;
      return found(yes[code])[value === true ? 0 : 1];
    case 'LIST_ITEM':
      return itemIn(world, found(list), Number(value), code)?.name ?? null;
    case 'REFERENCE':
      // A cell shows no more of a record than its key.
      return from === 'row' ? null : (world.contacts.get(Number(value))?.name ?? null);
    case 'DATE':
      return new Date(`${value}T00:00:00Z`).toLocaleDateString(culture, { dateStyle: 'medium', timeZone: 'UTC' });
    case 'DATE_TIME':
      return new Date(Number(stored)).toLocaleString(culture, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/Oslo',
      });
    default:
      return typeof value === 'number' ? value.toLocaleString(culture, { maximumFractionDigits: 4 }) : String(value);
  }
}
