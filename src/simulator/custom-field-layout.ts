import type { CustomFieldInfoWire, UdefLayoutFieldWire } from '../entities/associate/carrier.wire.ts';
import { type FieldDescription, noRights } from './carriers.ts';
import type { CustomFieldOwner, ExtraFieldRecord, UdefFieldRecord } from './custom-field-records.ts';
import type { SimulatedCaller } from './request.ts';
import { findList, type TenantWorld } from './store.ts';

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
