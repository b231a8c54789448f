import type { DerivedDeclaration } from '../../reading/sources.ts';
import type { RightsWire } from './field-access.rights.ts';

/** The rights of a record and its fields, which only the entity has. */
export const rights: DerivedDeclaration<RightsWire> = {
  members: ['TableRight', 'FieldProperties'],
  fromEntity: ({ TableRight, FieldProperties }) => ({ TableRight, FieldProperties }) as RightsWire,
};
