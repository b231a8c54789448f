import { isDeepStrictEqual } from 'node:util';
import type { KeyedRecord } from '../entity.ts';
import type { SimulatedCaller } from '../request.ts';
import type { AddressRecord } from '../store.ts';
import type { MemberWrite, Save } from './member-writes.ts';
import { isObject, memberOf } from './write-body.ts';
import { malformed } from './write-refusal.ts';
import { arrayOf, decimalOf, textOf } from './written-values.ts';

/** A block of an address: its member, the names of its lines in the localized layout, its field in the row. */
export interface AddressPart<Row> {
  readonly block: 'Street' | 'Postal';
  /** `Street` and `Postal` for a company; a person's lines have no prefix. */
  readonly prefix: string;
  readonly field: keyof Row & string;
}

type Line = 'address1' | 'address2' | 'address3' | 'city' | 'county' | 'state' | 'zipcode';
const lines: Readonly<Record<string, Line>> = {
  Address1: 'address1',
  Address2: 'address2',
  Address3: 'address3',
  City: 'city',
  County: 'county',
  State: 'state',
  Zipcode: 'zipcode',
};

/**
 * The member `Address`. A block is written whole: lines that it leaves out are empty. What changed in `LocalizedAddress` wins
 * over the blocks (2.7). A block that is absent stays, as clients of older servers know none.
 */
export function addressWrite<Row extends KeyedRecord>(parts: readonly AddressPart<Row>[]): MemberWrite<Row> {
  const rowOf = (row: Row) => row as unknown as Record<string, AddressRecord | null>;
  return {
    member: 'Address',
    empty: null,
    set: (save, value, present) => {
      const row = rowOf(save.row);
      if (value !== null && !isObject(value)) throw malformed("Error converting value to an object. Path 'Address'.");
      for (const part of parts) {
        const before = row[part.field] ?? null;
        const written = writtenLines(part, value, present, before);
        row[part.field] = settled(written, before, value, present, save);
      }
    },
    changed: (before, after) =>
      parts.every((part) => isDeepStrictEqual(before[part.field], after[part.field])) ? [] : ['address'],
    isEmpty: (row) => parts.every((part) => rowOf(row)[part.field] === null),
  };
}

type Lines = Record<Line, string>;
const noLines: Lines = { address1: '', address2: '', address3: '', city: '', county: '', state: '', zipcode: '' };

function linesOf(record: AddressRecord | null): Lines {
  const { address1, address2, address3, city, county, state, zipcode } = record ?? noLines;
  return { address1, address2, address3, city, county, state, zipcode };
}

function writtenLines(part: AddressPart<never>, value: unknown, present: unknown, before: AddressRecord | null): Lines {
  if (value === null) return noLines;
  const block = memberOf(value, part.block);
  const isBlockWritten = block !== undefined && !isDeepStrictEqual(block, memberOf(present, part.block));
  const written = isBlockWritten ? blockLines(part, block) : linesOf(before);
  const [now, then] = [localizedLines(value), localizedLines(present)];
  for (const [name, line] of Object.entries(lines)) {
    const key = (part.prefix + name).toLowerCase();
    const text = now.get(key);
    if (text !== undefined && text !== (then.get(key) ?? '')) written[line] = text;
  }
  return written;
}

function blockLines(part: AddressPart<never>, block: unknown): Lines {
  const path = `Address.${part.block}`;
  if (block !== null && !isObject(block)) throw malformed(`Error converting value to an object. Path '${path}'.`);
  const read = Object.entries(lines).map(([name, line]) => [
    line,
    textOf(memberOf(block, name), `${path}.${name}`) ?? '',
  ]);
  return { ...noLines, ...Object.fromEntries(read) };
}

/** The fields of the localized rows, by name in lower case. */
function localizedLines(address: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const path = 'Address.LocalizedAddress';
  for (const row of arrayOf(memberOf(address, 'LocalizedAddress'), path)) {
    for (const field of arrayOf(row, path)) {
      const name = textOf(memberOf(field, 'Name'), `${path}.Name`) ?? '';
      found.set(name.toLowerCase(), textOf(memberOf(field, 'Value'), `${path}.Value`) ?? '');
    }
  }
  return found;
}

/** The record of the lines; an address without any is none. */
function settled(
  written: Lines,
  before: AddressRecord | null,
  value: unknown,
  present: unknown,
  save: Save,
): AddressRecord | null {
  if (Object.values(written).every((line) => line === '')) return null;
  const latitude = position('Wgs84Latitude', value, present, save.caller) ?? before?.latitude ?? 0;
  const longitude = position('Wgs84Longitude', value, present, save.caller) ?? before?.longitude ?? 0;
  return { id: before?.id ?? save.newPartId(), ...written, latitude, longitude };
}

/** The position where it was changed, else undefined. */
function position(name: string, value: unknown, present: unknown, caller: SimulatedCaller): number | undefined {
  const given = memberOf(value, name);
  if (given === undefined || given === memberOf(present, name)) return undefined;
  return decimalOf(given, `Address.${name}`, caller);
}
