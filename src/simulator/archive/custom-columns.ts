import type { CustomValue, CustomValues, ExtraFieldRecord, UdefFieldRecord } from '../custom-field-records.ts';
import type { TenantWorld } from '../store.ts';
import { findZone, instantOf } from '../zones.ts';
import type { ColumnInfo } from './layouts.ts';
import type { ArchiveColumn, ArchiveTable, CellKind, CellValue } from './table.ts';

interface CustomColumn {
  info: ColumnInfo;
  column: ArchiveColumn;
}

type FieldKind = UdefFieldRecord['kind'] | ExtraFieldRecord['kind'];

/** Restriction type and kind of cell of each kind of field. */
const kinds: Readonly<Record<FieldKind, { type: string | null; kind: CellKind }>> = {
  Number: { type: 'int', kind: 'int' },
  Decimal: { type: 'decimal', kind: 'decimal' },
  ShortText: { type: 'string', kind: 'text' },
  LongText: { type: 'string', kind: 'text' },
  Date: { type: 'date', kind: 'day' },
  UnlimitedDate: { type: 'date', kind: 'day' },
  DateTime: { type: 'datetime', kind: 'local' },
  Time: { type: null, kind: 'clock' },
  TimeSpan: { type: 'int', kind: 'int' },
  Checkbox: { type: 'bool', kind: 'bool' },
  Boolean: { type: 'bool', kind: 'bool' },
  List: { type: 'listAny', kind: 'list' },
  Relation: { type: 'int', kind: 'key' },
};

/**
 * The column of a custom field in a table: `contactUdef` and a prog id, or `contactExtra` and an `x_` name. Fields that are
 * on the draft layout only have none.
 */
export function customColumn(
  table: ArchiveTable,
  group: string,
  field: string,
  world: TenantWorld,
): CustomColumn | undefined {
  const custom = table.custom;
  if (custom === undefined) return undefined;
  const values = custom.values.bind(custom);
  const name = field.toLowerCase();
  if (group.toLowerCase() === `${table.name}udef`) {
    const udef = world.udefFields.find(
      ({ owner, progId, published }) => owner === custom.owner && published && progId.toLowerCase() === name,
    );
    return udef && bindField(udef.kind, udef.progId, values, world, { list: udef.listName });
  }
  if (group.toLowerCase() === `${table.name}extra`) {
    const extra = world.extraFields.find(
      ({ owner, name: own }) => owner === custom.owner && own.toLowerCase() === name,
    );
    return extra && bindField(extra.kind, extra.name, values, world, { target: extra.target });
  }
  return undefined;
}

/** All custom columns of a table, by their full names. */
export function customColumnInfos(table: ArchiveTable, world: TenantWorld): ColumnInfo[] {
  const owner = table.custom?.owner;
  const udefs = world.udefFields.filter((field) => field.owner === owner && field.published);
  const extras = world.extraFields.filter((field) => field.owner === owner);
  const info = (name: string, kind: FieldKind) => ({ name, type: kinds[kind].type, sortable: true });
  return [
    ...udefs.map((field) => info(`${table.name}Udef/${field.progId}`, field.kind)),
    ...extras.map((field) => info(`${table.name}Extra/${field.name}`, field.kind)),
  ];
}

function bindField(
  fieldKind: FieldKind,
  key: string,
  values: (record: unknown) => CustomValues,
  world: TenantWorld,
  links: { list?: string | null; target?: string | null },
): CustomColumn {
  const { type, kind } = kinds[fieldKind];
  const column: ArchiveColumn = {
    kind,
    read: (record) => stored(values(record)[key] ?? null, kind, world),
    ...(links.list ? { list: links.list.toLowerCase() } : {}),
    ...(links.target ? { target: links.target } : {}),
  };
  return { info: { name: key, type, sortable: true }, column };
}

/** Dates with a time are kept as instants; a bare wall clock is read in the base zone, as the server would. */
function stored(value: CustomValue, kind: CellKind, world: TenantWorld): CellValue {
  return kind === 'local' && typeof value === 'string' && value !== '' ? instantOf(value, baseIana(world)) : value;
}

function baseIana(world: TenantWorld): string {
  return findZone(world.baseZone)?.iana ?? 'UTC';
}
