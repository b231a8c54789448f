import { builder } from '../../graphql/builder.ts';
import { asText } from '../../reading/row.ts';
import type { DerivedDeclaration, ScalarDeclaration, Wire } from '../../reading/sources.ts';
import type { ElementWire } from '../../upstream/superoffice/wire.ts';

/** A phone number, e-mail or web address with its description. */
export interface ContactPoint {
  value: string;
  description: string | null;
}

export const ContactPointRef = builder.objectRef<ContactPoint>('ContactPoint');

/** All elements of the given members, in their order: the first one is the main one. */
export function contactPoints(...members: string[]): DerivedDeclaration<ContactPoint[]> {
  return {
    members,
    fromEntity: (wire) => members.flatMap((member) => elementsOf(wire, member)),
  };
}

const elementsOf = (wire: Wire, member: string): ContactPoint[] =>
  ((wire[member] as ElementWire[] | null | undefined) ?? [])
    .filter((each) => asText(each?.Value) !== null)
    .map((each) => ({ value: each.Value as string, description: asText(each.Description) }));

/** The first element of a member as a single value, as columns and simple carriers have it. */
export function firstPoint(
  kind: 'text' | 'email' | 'url',
  column: string,
  member: string,
  simple: string,
): Omit<ScalarDeclaration, 'kind'> & { kind: 'text' | 'email' | 'url' } {
  return { kind, column, member: `${member}.0.Value`, simple };
}
