import type {
  CustomFieldInfoWire,
  CustomFieldsWire,
  CustomMembersWire,
  UdefLayoutFieldWire,
} from '../entities/associate/carrier.wire.ts';
import { type FieldDescription, noRights } from './carriers.ts';
import type { SimulatedCaller } from './request.ts';
import {
  type CustomFieldOwner,
  type CustomValue,
  type CustomValues,
  type ExtraFieldRecord,
  findList,
  findListItem,
  type TenantWorld,
  type UdefFieldRecord,
} from './store.ts';
import { wallClock } from './zones.ts';

const NO_DATE = '01/01/0001 00:00:00.0000000';

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
      return typeof value === 'string' ? value : '';
    case 'Number':
    case 'List':
      return `[I:${typeof value === 'number' ? value : 0}]`;
    case 'Decimal':
      return `[F:${typeof value === 'number' ? value : 0}]`;
    case 'Checkbox':
      if (dateMark === 'D') return value === true ? 'True' : 'False';
      return value === true ? '[I:1]' : '[I:0]';
    case 'Date':
    case 'UnlimitedDate':
      return `[${dateMark}:${typeof value === 'string' ? usDate(value) : NO_DATE}]`;
  }
}

function encodeExtra(field: ExtraFieldRecord, value: CustomValue, caller: SimulatedCaller): string {
  switch (field.kind) {
    case 'ShortText':
    case 'LongText':
      return typeof value === 'string' ? value : '';
    case 'Number':
    case 'TimeSpan':
    case 'Relation':
      return `[I:${typeof value === 'number' ? value : 0}]`;
    case 'Boolean':
      return value === true ? '[I:1]' : '[I:0]';
    case 'Decimal':
      return `[F:${typeof value === 'number' ? value : 0}]`;
    case 'Date':
      return `[DT:${typeof value === 'string' ? usDate(value) : NO_DATE}]`;
    case 'DateTime': {
      if (typeof value !== 'number') return `[DT:${NO_DATE}]`;
      const clock = wallClock(value, caller.zone.baseIana);
      return `[DT:${usDate(clock.slice(0, 10)).slice(0, 10)} ${clock.slice(11)}.0000000]`;
    }
    case 'Time':
      // The day of a time of day is a dummy in the year 1760 (2.10).
      return `[DT:${typeof value === 'string' ? `01/01/1760 ${value}.0000000` : NO_DATE}]`;
  }
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

const udefLengths: Record<UdefFieldRecord['kind'], number> = {
  Number: 4,
  ShortText: 39,
  LongText: 1999,
  Date: 16,
  UnlimitedDate: 16,
  Checkbox: 2,
  List: 15,
  Decimal: 8,
};

const infoTypes: Record<UdefFieldRecord['kind'] | ExtraFieldRecord['kind'], string> = {
  Number: 'Integer',
  ShortText: 'ShortText',
  LongText: 'LongText',
  Date: 'Date',
  UnlimitedDate: 'Date',
  Checkbox: 'Checkbox',
  Boolean: 'Checkbox',
  List: 'MdoList',
  Decimal: 'Decimal',
  DateTime: 'DateTime',
  Time: 'Time',
  TimeSpan: 'TimeSpan',
  Relation: 'RelationTo',
};

/** The entries that custom fields have in FieldProperties. */
export function customFieldDescriptions(owner: CustomFieldOwner, world: TenantWorld): FieldDescription[] {
  const udefs = world.udefFields.filter((field) => field.owner === owner && field.published);
  const extras = world.extraFields.filter((field) => field.owner === owner);
  return [
    ...udefs.flatMap((field) =>
      ['UserDefinedFields', 'CustomFields'].map((dictionary) => ({
        name: `${dictionary}.${field.progId}`,
        type: field.kind as string,
        length: field.textLength || udefLengths[field.kind],
        mandatory: field.isMandatory,
        readOnly: field.isReadOnly,
      })),
    ),
    ...extras.map((field) => ({
      name: `CustomFields.${field.name}`,
      type: infoTypes[field.kind],
      length: -1,
      extra: true,
      mandatory: field.isMandatory,
      readOnly: field.isReadOnly,
    })),
  ];
}

/** `UdefLayout/Published` (what is live) or `UdefLayout` (the next version, with fields that are not published yet). */
export function udefLayout(
  owner: CustomFieldOwner,
  published: boolean,
  caller: SimulatedCaller,
): UdefLayoutFieldWire[] {
  const fields = caller.world.udefFields.filter((field) => field.owner === owner && (field.published || !published));
  return fields.map((field, index) => ({
    UDefFieldId: 100 + field.identity,
    ColumnId: 9000 + field.identity,
    FieldDefault: field.fieldDefault,
    FieldHeight: 0,
    FieldLabel: caller.text(field.label),
    FieldLeft: 120,
    FieldTop: 20 * (index + 1),
    FieldType: field.kind,
    FieldWidth: 160,
    FormatMask: '',
    HideLabel: field.hideLabel,
    IsIndexed: field.isIndexed,
    LabelHeight: 0,
    LabelLeft: 10,
    LabelTop: 20 * (index + 1),
    LabelWidth: 100,
    LastVersionId: 0,
    ListTableId: 0,
    IsMandatory: field.isMandatory,
    Type: owner,
    Page1LineNo: index === 0 ? 1 : 0,
    ProgId: field.progId,
    IsReadOnly: field.isReadOnly,
    ShortLabel: field.shortLabel,
    TabOrder: index + 1,
    TextLength: field.textLength,
    Tooltip: caller.text(field.tooltip),
    UdefIdentity: field.identity,
    UDListDefinitionId: field.listName === null ? 0 : (findList(caller.world, field.listName)?.id ?? 0),
    Justification: 'Default',
    Version: published ? 3 : 4,
    TemplateVariableName: templateVariable(field),
    HasBeenPublished: field.published,
    MdoListName: field.listName,
    ...noRights(),
  }));
}

function templateVariable(field: UdefFieldRecord): string {
  return `${field.owner.slice(0, 1)}${field.kind.slice(0, 1)}`.toLowerCase() + String(field.identity).padStart(2, '0');
}

/** `/{X}/CustomField`: user-defined fields first, then extra fields. */
export function customFieldInfos(owner: CustomFieldOwner, caller: SimulatedCaller): CustomFieldInfoWire[] {
  const info = (field: { kind: keyof typeof infoTypes; isMandatory: boolean; isReadOnly: boolean }, index: number) => ({
    FieldType: infoTypes[field.kind],
    IsMandatory: field.isMandatory,
    IsReadOnly: field.isReadOnly,
    IsExternal: false,
    IsDisplayField: false,
    Rank: index + 1,
  });
  const udefs = caller.world.udefFields.filter((field) => field.owner === owner && field.published);
  const extras = caller.world.extraFields.filter((field) => field.owner === owner);
  return [
    ...udefs.map((field, index) => ({
      ...info(field, index),
      FieldName: field.progId,
      DisplayName: caller.text(field.label),
      Description: caller.text(field.tooltip),
      ShortLabel: field.shortLabel,
      HideLabel: field.hideLabel,
      HideField: false,
      IsIndexed: field.isIndexed,
      TemplateVariableName: templateVariable(field),
    })),
    ...extras.map((field, index) => ({
      ...info(field, udefs.length + index),
      FieldName: field.name,
      DisplayName: caller.text(field.label),
      Description: caller.text(field.description),
      ShortLabel: '',
      HideLabel: false,
      HideField: field.hideField,
      IsIndexed: false,
      TemplateVariableName: field.name,
    })),
  ];
}
