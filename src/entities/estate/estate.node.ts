import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context/context.ts';
import { numericKey } from '../../graphql/ids.ts';
import type { EstateRecord } from '../../reading/onoffice/record.ts';

/** The estate behind the key of an id; null for one that does not exist or cannot be seen. */
export async function estateByKey(
  key: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<EstateRecord | null> {
  const id = numericKey(key);
  return id === null ? null : (await context.onoffice.estates()).byId(id, info);
}
