import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context/context.ts';
import type { ChildLink } from '../reading/children.ts';
import type { Connection } from '../reading/connections.ts';
import type { CostExtensions } from '../reading/cost.ts';
import type { CrmRecord, DirectExtensions } from '../reading/record.ts';
import { Column } from '../reading/row.ts';
import type { ReadExtensions } from '../reading/wanted.ts';
import { builder, type ObjectFields, type Types } from './builder.ts';
import { type Listed, listed } from './connection.ts';
import { type ArgBuilder, type ListArgs, type ListOf, pageQuery, windowArgs } from './paging.ts';
import { readField } from './sourced.ts';

/** A list of records that clients can page through: its connection type, and what it can be filtered and ordered by. */
export interface PagedList extends ListOf {
  connection: ObjectRef<Types, Listed<CrmRecord>>;
}

const pageArgs = (arg: ArgBuilder, { filter, order }: PagedList) => ({
  ...windowArgs(arg),
  filter: arg({
    type: filter.ref as never,
    required: false,
    description: 'Which rows; all that the ticket can see when left out.',
  }),
  orderBy: arg({
    type: [order.ref],
    required: false,
    description: 'The order of the rows; by their key when left out.',
  }),
});

/** A root field that pages through all records of an entity. */
export function pagedQuery(name: string, list: PagedList, description: string): void {
  builder.queryField(name, (t) =>
    t.field({
      type: list.connection,
      nullable: true,
      description,
      args: pageArgs(t.arg as ArgBuilder, list) as never,
      extensions: { page: true },
      resolve: async (_root: unknown, args: ListArgs, context: RequestContext, info: GraphQLResolveInfo) =>
        listed(await context.read.page(list.entity, await pageQuery(args, list, context, { hasParent: false }), info)),
    } as never),
  );
}

/** The link from records to those that hold their key. */
export function childLink(
  list: PagedList,
  { parent, column, operator, orderedByParent }: Pick<ChildLink, 'parent' | 'column' | 'operator' | 'orderedByParent'>,
): ChildLink {
  return {
    entity: list.entity.type,
    parent,
    column,
    cell: new Column(column),
    operator,
    orderedByParent,
    query: (args, context) => pageQuery(args as ListArgs, list, context as RequestContext, { hasParent: true }),
  };
}

/** A field that pages through the records that point to its parent; for many parents they are read together. */
export function childrenField(t: ObjectFields<CrmRecord>, list: PagedList, link: ChildLink, description: string) {
  return t.field({
    type: list.connection,
    nullable: true,
    description,
    args: pageArgs(t.arg as ArgBuilder, list) as never,
    extensions: { children: link, page: true, direct: listedIfAny } satisfies ReadExtensions &
      CostExtensions &
      DirectExtensions,
    resolve: async (parent: CrmRecord, _args: unknown, context: RequestContext, info: GraphQLResolveInfo) =>
      listedIfAny((await readField(parent, context, info)) as Connection | null),
  } as never);
}

const listedIfAny = (connection: Connection | null): Listed<CrmRecord> | null => connection && listed(connection);
