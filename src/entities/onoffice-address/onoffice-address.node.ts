import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context/context.ts';
import { numericKey } from '../../graphql/ids.ts';
import type { AddressRecord } from '../../reading/onoffice/record.ts';
import { refuseAnyone } from './onoffice-address.model.ts';

/** The address record behind the key of an id; null for one that does not exist or cannot be seen. */
export async function addressByKey(
  key: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<AddressRecord | null> {
  const id = numericKey(key);
  if (id === null) return null;
  const estates = await context.onoffice.estates();
  refuseAnyone(estates);
  return estates.address(id, info);
}
