import { builder } from '../../graphql/builder.ts';
import type { Block } from '../../reading/record.ts';
import { asNumber, asText, type Column, cellOf, type Row, textOf } from '../../reading/row.ts';
import type { DerivedDeclaration, EmbeddedDeclaration, Wire } from '../../reading/sources.ts';
import type { AddressWire, StructuredAddressWire } from '../../upstream/superoffice/wire.ts';

export const AddressRef = builder.objectRef<Block>('Address');

/** Where an address of a record lies. */
export interface AddressPlace {
  /** Prefix of its columns. */
  prefix: string;
  /** Its block in the entity's `Address`. */
  block: 'Street' | 'Postal';
  /** How the localized fields begin that older servers have in place of the blocks: `StreetAddress1`, a person's `Address1`. */
  localized: 'Street' | 'Postal' | '';
  /** The record's country, which addresses do not hold themselves. */
  country: { column: string; member: string; simple?: string };
  /** The simple carrier holds the address too. */
  inSimple: boolean;
}

/** The sources of one address of a record. */
export function address({ prefix, block, localized, country, inSimple }: AddressPlace): EmbeddedDeclaration {
  const carriers = { members: ['Address'], ...(inSimple ? { simples: ['Address'] } : {}) };
  const line = (column: string, name: keyof StructuredAddressWire): DerivedDeclaration<string | null> => {
    const read = (wire: Wire) => lineOf(wire.Address as AddressWire | null | undefined, block, localized, name);
    return { ...carriers, columns: [prefix + column], fromRow: trimmedText, fromEntity: read, fromSimple: read };
  };
  const degrees = (name: 'Wgs84Latitude' | 'Wgs84Longitude'): DerivedDeclaration<number | null> => {
    const read = (wire: Wire) => degreesOf(wire.Address as AddressWire | null | undefined, name);
    const columns = [`${prefix}wgs84latitude`, `${prefix}wgs84longitude`];
    const at = name === 'Wgs84Latitude' ? 0 : 1;
    return { ...carriers, columns, fromRow: (row, own) => known(row, own, at), fromEntity: read, fromSimple: read };
  };
  return {
    embedded: {
      line1: line('line1', 'Address1'),
      line2: line('line2', 'Address2'),
      line3: line('line3', 'Address3'),
      postalCode: line('zip', 'Zipcode'),
      city: line('city', 'City'),
      state: line('state', 'State'),
      county: line('county', 'County'),
      formatted: line('formattedMultiLineAddress', 'Formatted'),
      latitude: degrees('Wgs84Latitude'),
      longitude: degrees('Wgs84Longitude'),
      country: {
        columns: [country.column],
        members: [country.member],
        ...(country.simple ? { simples: [country.simple] } : {}),
        fromRow: firstText,
        fromEntity: (wire) => asText((wire[country.member] as { Name?: unknown } | null | undefined)?.Name),
        fromSimple: (wire) => asText(wire[country.simple as string]),
      },
    },
  };
}

const firstText = (row: Row, [column]: readonly Column[]) => textOf(row, column as Column);

/** Carriers end each formatted line with a line break, columns all but the last: the outer ones are no part of an address. */
const trimmed = (value: unknown): string | null => asText(asText(value)?.trim());

const trimmedText = (row: Row, columns: readonly Column[]) => trimmed(firstText(row, columns));

function lineOf(
  wire: AddressWire | null | undefined,
  block: 'Street' | 'Postal',
  localized: string,
  name: keyof StructuredAddressWire,
): string | null {
  const structured = wire?.[block];
  if (structured) return trimmed(structured[name]);
  if (name === 'Formatted') return formattedOf(wire, localized);
  const field = wire?.LocalizedAddress?.flat().find((each) => each?.Name === localized + name);
  return trimmed(field?.Value);
}

/** The localized fields stand in the rows in which the country writes them. */
function formattedOf(wire: AddressWire | null | undefined, localized: string): string | null {
  const lines = wire?.LocalizedAddress?.map((row) => {
    const own = row?.filter((field) => field?.Name?.startsWith(localized));
    return own?.flatMap((field) => trimmed(field?.Value) ?? []).join(' ');
  });
  return asText(lines?.filter(Boolean).join('\n'));
}

/** (0, 0) is how both carriers and columns say that nobody has located the address. */
function known(row: Row, columns: readonly Column[], at: number): number | null {
  const degrees = columns.map((column) => asNumber(cellOf(row, column)) ?? 0);
  return degrees.some((each) => each !== 0) ? (degrees[at] as number) : null;
}

function degreesOf(wire: AddressWire | null | undefined, name: 'Wgs84Latitude' | 'Wgs84Longitude'): number | null {
  return wire && (wire.Wgs84Latitude || wire.Wgs84Longitude) ? asNumber(wire[name]) : null;
}
