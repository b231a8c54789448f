import type { GraphQLResolveInfo } from 'graphql';
import { builder } from '../../graphql/builder.ts';
import type { Estates } from '../../reading/onoffice/estates.ts';
import type { AddressRecord, EstateRecord } from '../../reading/onoffice/record.ts';
import { Refusal } from '../../reading/refusal.ts';

export const OnOfficeAddressRef = builder.objectRef<AddressRecord>('OnOfficeAddress');

/** Relations of an estate to address records. */
export const relations = {
  owner: 'estate:address:owner',
  contactPerson: 'estate:address:contactPerson',
} as const;

/** Address records that estates point to by a relation, in the order of the CRM; those that cannot be seen are left out. */
export function relatedAddresses(
  record: EstateRecord,
  relation: (typeof relations)[keyof typeof relations],
  info: GraphQLResolveInfo,
): Promise<AddressRecord[]> {
  const { estates } = record;
  refuseAnyone(estates);
  return estates.addressesOf(record, relation, info);
}

/** Who owns or sells an estate is for those alone who were let in by name. */
export function refuseAnyone({ scope }: Estates): void {
  if (scope.publishedOnly) throw new Refusal('FORBIDDEN', 'Address records of onOffice are not open to anyone.');
}
