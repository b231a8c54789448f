import type { CustomFieldsWire, CustomMembersWire } from '../entities/associate/carrier.wire.ts';
import type {
  CustomFieldOwner,
  CustomValue,
  CustomValues,
  ExtraFieldRecord,
  UdefFieldRecord,
} from './custom-field-records.ts';
import type { SimulatedCaller } from './request.ts';
import { findListItem, type TenantWorld } from './store.ts';
import { wallClock } from './zones.ts';

const NO_DATE = '01/01/0001 00:00:00.0000000';

/** The values that a new record starts with: the defaults of its layout. */
export function customDefaults(owner: CustomFieldOwner, world: TenantWorld): CustomValues {
  const fields = world.udefFields.filter((field) => field.owner === owner && field.published);
  return Object.fromEntries(
    fields
      .filter((field) => field.fieldDefault !== '')
      .map((field) => [field.progId, defaultValue(field.kind, field.fieldDefault)]),
  );
}

function defaultValue(kind: UdefFieldRecord['kind'], written: string): CustomValue {
  if (kind === 'Checkbox') return written === '1';
  return kind === 'Number' || kind === 'Decimal' || kind === 'List' ? Number(written) : written;
}

/** The three dictionaries of an entity; `CustomFields` holds what the other two hold, each with its `:org` twin (2.10). */
export function customMembers(
  owner: CustomFieldOwner,
  values: CustomValues,
  foreignKeys: CustomFieldsWire,
  caller: SimulatedCaller,
): Required<CustomMembersWire> {
  const userDefined: CustomFieldsWire = {};
  const extra: CustomFieldsWire = {};
  const all: CustomFieldsWire = {};
  for (const field of caller.world.udefFields.filter((one) => one.owner === owner && one.published)) {
    const value = values[field.progId] ?? null;
    userDefined[field.progId] = encodeUdef(field, value, 'D');
    all[field.progId] = encodeUdef(field, value, 'DT');
    all[`${field.progId}:org`] = all[field.progId] ?? '';
    for (const [suffix, text] of Object.entries(displayTexts(field, value, caller))) {
      userDefined[`${field.progId}:${suffix}`] = text;
      all[`${field.progId}:${suffix}`] = text;
    }
  }
  for (const field of caller.world.extraFields.filter((one) => one.owner === owner)) {
    const value = values[field.name] ?? null;
    extra[field.name] = encodeExtra(field, value, caller);
    all[field.name] = extra[field.name] ?? '';
    all[`${field.name}:org`] = extra[field.name] ?? '';
    if (field.kind === 'Relation') {
      extra[`${field.name}:DisplayText`] = relationText(field, value, caller.world);
      all[`${field.name}:DisplayText`] = relationText(field, value, caller.world);
    }
  }
  return { UserDefinedFields: userDefined, ExtraFields: { ...extra, ...foreignKeys }, CustomFields: all };
}

/** A user-defined field's value; dates are marked `D` in UserDefinedFields and `DT` in CustomFields. */
function encodeUdef(field: UdefFieldRecord, value: CustomValue, dateMark: 'D' | 'DT'): string {
  switch (field.kind) {
    case 'ShortText':
    case 'LongText':
      return text(value);
    case 'Number':
    case 'List':
      return `[I:${number(value)}]`;
    case 'Decimal':
      return `[F:${number(value)}]`;
    case 'Checkbox':
      return dateMark === 'D' ? upperBoolean(value) : `[I:${Number(value === true)}]`;
    case 'Date':
    case 'UnlimitedDate':
      return `[${dateMark}:${day(value)}]`;
  }
}

function encodeExtra(field: ExtraFieldRecord, value: CustomValue, caller: SimulatedCaller): string {
  switch (field.kind) {
    case 'ShortText':
    case 'LongText':
      return text(value);
    case 'Number':
    case 'TimeSpan':
    case 'Relation':
      return `[I:${number(value)}]`;
    case 'Boolean':
      return `[I:${Number(value === true)}]`;
    case 'Decimal':
      return `[F:${number(value)}]`;
    case 'Date':
      return `[DT:${day(value)}]`;
    case 'DateTime':
      return `[DT:${typeof value === 'number' ? clock(value, caller) : NO_DATE}]`;
    case 'Time':
      // The day of a time of day is a dummy in the year 1760 (2.10).
      return `[DT:${typeof value === 'string' ? `01/01/1760 ${value}.0000000` : NO_DATE}]`;
  }
}

function text(value: CustomValue): string {
  return typeof value === 'string' ? value : '';
}

function number(value: CustomValue): number {
  return typeof value === 'number' ? value : 0;
}

function upperBoolean(value: CustomValue): string {
  return value === true ? 'True' : 'False';
}

function day(value: CustomValue): string {
  return typeof value === 'string' ? usDate(value) : NO_DATE;
}

function clock(instant: number, caller: SimulatedCaller): string {
  const wall = wallClock(instant, caller.zone.baseIana);
  return `${usDate(wall.slice(0, 10)).slice(0, 10)} ${wall.slice(11)}.0000000`;
}

function usDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year} 00:00:00.0000000`;
}

function displayTexts(field: UdefFieldRecord, value: CustomValue, caller: SimulatedCaller): Record<string, string> {
  if (field.kind === 'Checkbox') return { DisplayText: caller.text(value === true ? '[SR_YES]' : '[SR_NO]') };
  if (field.kind !== 'List' || field.listName === null) return {};
  const item = typeof value === 'number' ? findListItem(caller.world, field.listName, value) : undefined;
  return { DisplayText: caller.text(item?.name ?? ''), DisplayTooltip: caller.text(item?.tooltip ?? '') };
}

function relationText(field: ExtraFieldRecord, value: CustomValue, world: TenantWorld): string {
  if (typeof value !== 'number') return '';
  if (field.target === 'contact') return world.contacts.get(value)?.name ?? '';
  const person = world.persons.get(value);
  return person === undefined ? '' : `${person.firstname} ${person.lastname}`;
}
