import { asText } from '../../reading/row.ts';
import type { DerivedDeclaration, Source } from '../../reading/sources.ts';

/** What the ticket's user may do with a field. */
export interface FieldAccess {
  field: string;
  canRead: boolean;
  canEdit: boolean;
  mandatory: boolean;
  reason: string | null;
}

interface RightWire {
  Mask?: string | number | null;
  Reason?: string | null;
}

/** The members of an entity that say what its user may do. */
export interface RightsWire {
  TableRight?: RightWire | null;
  FieldProperties?: Readonly<Record<string, { FieldRight?: RightWire | null } | undefined>> | null;
}

/** The rights of a record and its fields, which only the entity has. */
export const rights: DerivedDeclaration<RightsWire> = {
  members: ['TableRight', 'FieldProperties'],
  fromEntity: ({ TableRight, FieldProperties }) => ({ TableRight, FieldProperties }) as RightsWire,
};

/** Flags of a record's mask (superoffice.md 2.2), and what its short names stand for. */
const tableFlags: Readonly<Record<string, number>> = {
  select: 1,
  update: 2,
  insert: 4,
  delete: 8,
  filtering: 16,
  restrictedupdate: 32,
  uninitialized: 128,
  ur: 3,
  ri: 5,
  uri: 7,
  udr: 11,
  full: 15,
  uru: 34,
  write: 38,
};

const fieldFlags: Readonly<Record<string, number>> = {
  read: 1,
  write: 2,
  update: 3,
  nullable: 32,
  uihintmandatory: 64,
  uihintreadonly: 128,
};

const SELECT = 1;
const UPDATE = 2;
const RESTRICTED_UPDATE = 32;
const UNINITIALIZED = 128;

function flagsOf(mask: unknown, names: Readonly<Record<string, number>>): number | null {
  if (typeof mask === 'number') return mask;
  if (typeof mask !== 'string' || mask === '') return null;
  return mask.split(',').reduce((flags, name) => flags | (names[name.trim().toLowerCase()] ?? 0), 0);
}

/** The rights on a field, by the record's mask and the field's own; where neither was computed, nothing is held back. */
export function accessTo(field: string, property: string, { TableRight, FieldProperties }: RightsWire): FieldAccess {
  const table = flagsOf(TableRight?.Mask, tableFlags);
  const isKnown = table !== null && (table & UNINITIALIZED) === 0;
  const right = FieldProperties?.[property]?.FieldRight;
  const own = flagsOf(right?.Mask, fieldFlags);
  const mayRead = !isKnown || (table & SELECT) !== 0;
  const mayUpdate = !isKnown || (table & (UPDATE | RESTRICTED_UPDATE)) !== 0;
  const canRead = mayRead && (own === null || (own & 1) !== 0);
  const canEdit = mayUpdate && (own === null || ((own & 2) !== 0 && (own & 128) === 0));
  const mandatory = own !== null && (own & 64) !== 0;
  const reason = asText(right?.Reason) ?? (canRead && canEdit ? null : asText(TableRight?.Reason));
  return { field, canRead, canEdit, mandatory, reason };
}

/** The property that speaks for a field of the graph: the first member that it is read from. */
export function propertyOf(source: Source): string | null {
  if (source.kind === 'embedded') return 'Address';
  return source.kind === 'custom' ? null : (source.members?.[0] ?? null);
}
