import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context/context.ts';
import { builder } from '../../graphql/builder.ts';
import type { FederationFieldExtensions } from '../../graphql/federation.ts';
import { decodeId, type NodeKey, numericKey, requireId } from '../../graphql/ids.ts';
import { AddressRecord, EstateRecord } from '../../reading/onoffice/record.ts';
import { CrmRecord } from '../../reading/record.ts';
import { type EntitySource, entityNamed } from '../../reading/sources.ts';
import { estateByKey } from '../estate/estate.node.ts';
import { listItemByKey } from '../list-item/list-item.node.ts';
import { addressByKey } from '../onoffice-address/onoffice-address.node.ts';
import { NodeRef } from './node.model.ts';

/** The name of the type that a record is of. */
export function typeOfRecord(value: unknown): string {
  if (value instanceof CrmRecord) return value.shape.entity.type;
  if (value instanceof EstateRecord) return 'Estate';
  return value instanceof AddressRecord ? 'OnOfficeAddress' : 'ListItem';
}

NodeRef.implement({
  description:
    'Anything that can be read again by its `id`. Ids are opaque and stable: unique over all types of one tenant, the same in every language and time zone.',
  resolveType: typeOfRecord,
  fields: (t) => ({ id: t.id({ nullable: false, description: 'Opaque and stable; what `node` takes.' }) }),
});

const entityTypes = new Set(['Contact', 'Person', 'Appointment', 'Associate']);

type Outcome = unknown | null | Error;

/** Types whose records are asked for one by one, which the loads of a tick join. */
const oneByOne: Readonly<
  Record<string, (key: string, context: RequestContext, info: GraphQLResolveInfo) => Promise<unknown>>
> = {
  ListItem: listItemByKey,
  Estate: estateByKey,
  OnOfficeAddress: addressByKey,
};

/** The records behind ids of one type; null for a key that is none. */
async function ofType(
  type: string,
  keys: readonly string[],
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Outcome[]> {
  const one = oneByOne[type];
  if (one) return Promise.all(keys.map((key) => one(key, context, info).catch((error: Error) => error)));
  if (!entityTypes.has(type)) return keys.map(() => null);
  const entity: EntitySource = entityNamed(type);
  const numbers = keys.map(numericKey);
  const known = numbers.filter((key) => key !== null);
  const found = await context.read.many(entity, known, info).catch((error: Error) => known.map(() => error));
  if (known.length === numbers.length) return found;
  const next = found.values();
  return numbers.map((key) => (key === null ? null : next.next().value));
}

/** Keys of one type, and where among all keys they stand. */
interface Group {
  readonly keys: string[];
  readonly places: number[];
}

/** Each type's records are read together; what one of them lacks costs its own place. */
export async function nodesOf(
  keys: readonly (NodeKey | null)[],
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = keys.map(() => null);
  const groups = new Map<string, Group>();
  for (const [place, named] of keys.entries()) {
    if (!named) continue;
    const group = groups.get(named.type) ?? { keys: [], places: [] };
    if (group.keys.length === 0) groups.set(named.type, group);
    group.keys.push(named.key);
    group.places.push(place);
  }
  const read = async (type: string, group: Group) => {
    const found = await ofType(type, group.keys, context, info);
    for (const [at, place] of group.places.entries()) outcomes[place] = found[at];
  };
  await Promise.all([...groups].map(([type, group]) => read(type, group)));
  return outcomes;
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description:
      'A record by its `id`. Null when it no longer exists or the ticket cannot see it; a text that is no id is BAD_USER_INPUT.',
    args: { id: t.arg.id({ required: true, description: 'The `id` that this graph gave.' }) },
    extensions: { inaccessible: true } satisfies FederationFieldExtensions,
    resolve: async (_root, { id }, context, info) => {
      const [outcome] = await nodesOf([requireId(id)], context, info);
      if (outcome instanceof Error) throw outcome;
      return outcome ?? null;
    },
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description:
      'Records by their ids, in the same order; one request for each type. Null in the place of one that is no id, no longer exists, or cannot be seen.',
    args: { ids: t.arg.idList({ required: true, description: 'Ids that this graph gave, of any types.' }) },
    extensions: { perKey: 'ids', inaccessible: true },
    resolve: (_root, { ids }, context, info) => nodesOf(ids.map(decodeId), context, info) as Promise<unknown[]>,
  }),
}));
