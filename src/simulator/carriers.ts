import type {
  AddressBlockWire,
  EntityAddressWire,
  EntityElementWire,
  FieldPropertyWire,
  LocalizedAddressFieldWire,
  TableRightWire,
  UtmParametersWire,
} from '../entities/associate/carrier.wire.ts';
import type { SimulatedCaller } from './request.ts';
import type { AddressRecord, ElementRecord } from './store.ts';

/** The system members of a carrier that the vendor leaves without rights of its own. */
export function noRights(): { TableRight: null; FieldProperties: Record<string, FieldPropertyWire> } {
  return { TableRight: null, FieldProperties: {} };
}

/** What the caller may do with records of the main tables. */
export function tableRight(caller: SimulatedCaller): TableRightWire | null {
  return caller.options.carriers.tableRights ? { Mask: caller.user.rights.tableMask, Reason: '' } : null;
}

/** Field name, .NET or custom type, length; `mandatory` and `readOnly` fields are marked in their mask. */
export interface FieldDescription {
  name: string;
  type: string;
  length: number;
  mandatory?: boolean;
  readOnly?: boolean;
  /** An extra field: captures show one more flag in its mask. */
  extra?: boolean;
}

const owners = { contact: 'Contact', person: 'Person', appointment: 'Appointment' } as const;

/** The rights to each field, for this caller. */
export function fieldProperties(
  entity: 'contact' | 'person' | 'appointment',
  fields: readonly FieldDescription[],
  caller: SimulatedCaller,
): Record<string, FieldPropertyWire> {
  if (!caller.options.carriers.fieldProperties) return {};
  const hidden = unreadableMembers(entity, caller);
  const readOnly = (caller.user.rights.readOnly ?? []).filter((field) => field.entity === entity);
  const mayWrite = (name: string) =>
    caller.user.rights.tableMask.includes('Update') && !readOnly.some((field) => field.member === name);
  const mandatory = caller.options.writes.mandatory[owners[entity]];
  const properties: Record<string, FieldPropertyWire> = {};
  for (const described of fields) {
    const field = mandatory.includes(described.name) ? { ...described, mandatory: true } : described;
    properties[field.name] = {
      FieldRight: {
        Mask: fieldMask(field, hidden.has(field.name), mayWrite(field.name)),
        Reason: field.mandatory === true ? caller.text('[SR_MANDATORY_FIELD_1281]') : '',
      },
      FieldType: field.type,
      FieldLength: field.length,
    };
  }
  return properties;
}

function fieldMask(field: FieldDescription, hidden: boolean, mayWrite: boolean): string {
  if (hidden) return 'None';
  if (field.readOnly === true || !mayWrite) return 'Read';
  if (field.extra === true) return 'Update, Unused4';
  return field.mandatory === true ? 'Update, UIHintMandatory' : 'Update';
}

/** Members of the entity that the caller may not read. */
export function unreadableMembers(entity: 'contact' | 'person' | 'appointment', caller: SimulatedCaller): Set<string> {
  return new Set(caller.user.rights.unreadable.filter((field) => field.entity === entity).map((field) => field.member));
}

/** The carrier as this caller gets it: members that he may not read are emptied, unset texts are as the option says. */
export function readableCarrier<Carrier extends object>(
  entity: 'contact' | 'person' | 'appointment',
  carrier: Carrier,
  caller: SimulatedCaller,
): Carrier {
  const hidden = unreadableMembers(entity, caller);
  const nullsTexts = caller.options.carriers.emptyTexts === 'null';
  if (hidden.size === 0 && !nullsTexts) return carrier;
  const pairs = Object.entries(carrier).map(([name, value]) => {
    const shown = hidden.has(name) ? blanked(value) : value;
    return [name, nullsTexts && shown === '' ? null : shown];
  });
  return Object.fromEntries(pairs) as Carrier;
}

/** What a member that may not be read looks like: the empty value of its kind. */
function blanked(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? '0001-01-01T00:00:00' : '';
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return false;
  return Array.isArray(value) ? [] : null;
}

export function elements(records: readonly ElementRecord[], phone = false): Required<EntityElementWire>[] {
  return records.map((record) => ({
    Value: record.value,
    StrippedValue: phone ? record.value.replaceAll(/[^+\d]/g, '') : record.value,
    Description: record.description,
    ...noRights(),
  }));
}

/** The address of a company: street and postal, both layouts. */
export function contactAddress(
  street: AddressRecord | null,
  postal: AddressRecord | null,
  caller: SimulatedCaller,
): Required<EntityAddressWire> {
  const formatted = formattedAddress(postal) + formattedAddress(street);
  return {
    Wgs84Latitude: (street ?? postal)?.latitude ?? 0,
    Wgs84Longitude: (street ?? postal)?.longitude ?? 0,
    LocalizedAddress: [
      ...localized(street, 'Street', 'ContactStreetAddress', 'SR_AL_STREET'),
      ...localized(postal, 'Postal', 'ContactPostalAddress', 'SR_AL_POBOX'),
    ],
    ...structured(
      {
        Street: block(street, 'ContactStreetAddress'),
        Postal: block(postal, 'ContactPostalAddress'),
        Formatted: formatted,
      },
      caller,
    ),
    ...noRights(),
  };
}

/** The private address of a person. */
export function personAddress(address: AddressRecord | null, caller: SimulatedCaller): Required<EntityAddressWire> {
  return {
    Wgs84Latitude: address?.latitude ?? 0,
    Wgs84Longitude: address?.longitude ?? 0,
    LocalizedAddress: localized(address, '', 'PersonPrivateAddress', 'SR_AL_ADDRESS1'),
    ...structured(
      { Street: block(address, 'PersonPrivateAddress'), Postal: null, Formatted: formattedAddress(address) },
      caller,
    ),
    TableRight: tableRight(caller),
    FieldProperties: {},
  };
}

interface StructuredParts {
  Street: AddressBlockWire | null;
  Postal: AddressBlockWire | null;
  Formatted: string;
}

/** Older servers have the localized layout alone: the structured members are then absent, whatever their type says. */
function structured(parts: StructuredParts, caller: SimulatedCaller): StructuredParts {
  return caller.options.carriers.structuredAddress ? parts : ({} as StructuredParts);
}

function block(address: AddressRecord | null, type: string): AddressBlockWire {
  return {
    AtypeIdx: type,
    Address1: address?.address1 ?? '',
    Address2: address?.address2 ?? '',
    Address3: address?.address3 ?? '',
    City: address?.city ?? '',
    County: address?.county ?? '',
    State: address?.state ?? '',
    Zipcode: address?.zipcode ?? '',
    Formatted: formattedAddress(address),
  };
}

/** The lines of an address, each with its end. */
export function formattedAddress(address: AddressRecord | null): string {
  if (address === null) return '';
  const { address1, address2, address3, zipcode, city } = address;
  const lines = [address1, address2, address3, `${zipcode} ${city}`.trim()];
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

function localized(
  address: AddressRecord | null,
  part: string,
  type: string,
  label: string,
): LocalizedAddressFieldWire[][] {
  const field = (name: string, value: string, fieldLabel: string, length: number) => ({
    Name: part + name,
    Value: value,
    Tooltip: '',
    Label: fieldLabel,
    ValueLength: length,
    AddressType: type,
    ...noRights(),
  });
  const rows = [[field('Address1', address?.address1 ?? '', label, 80)]];
  if (address !== null && address.address2 !== '') rows.push([field('Address2', address.address2, '', 80)]);
  if (address !== null && address.address3 !== '') rows.push([field('Address3', address.address3, '', 80)]);
  rows.push([
    field('Zipcode', address?.zipcode ?? '', 'SR_AL_POSTCODECITY', 9),
    field('City', address?.city ?? '', '', 30),
  ]);
  return rows;
}

/** Nothing is tracked here: all texts are empty. */
export function utmParameters(): Required<UtmParametersWire> {
  return {
    FormName: '',
    FirsttouchSource: '',
    FirsttouchMedium: '',
    FirsttouchCampaign: '',
    FirsttouchTerm: '',
    FirsttouchContent: '',
    FirsttouchReferrerDomain: '',
    Source: '',
    Medium: '',
    Campaign: '',
    Term: '',
    Content: '',
    ReferrerDomain: '',
    ...noRights(),
  };
}
