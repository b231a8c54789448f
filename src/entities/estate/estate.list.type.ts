import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context/context.ts';
import { builder } from '../../graphql/builder.ts';
import { connectionType, type Listed } from '../../graphql/connection.ts';
import { numericKey } from '../../graphql/ids.ts';
import { rangeOf } from '../../graphql/instants.ts';
import { type ArgBuilder, type PageArgs, pageOf, windowArgs } from '../../graphql/paging.ts';
import { bindingOf, decodeSeek } from '../../reading/cursor.ts';
import { type EstateSearch, MOST_ROWS } from '../../reading/onoffice/estate-reads.ts';
import type { Estates } from '../../reading/onoffice/estates.ts';
import type { EstatePageQuery } from '../../reading/onoffice/page.ts';
import type { EstateRecord } from '../../reading/onoffice/record.ts';
import { selectedNames } from '../../reading/onoffice/wants.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { Refusal } from '../../reading/refusal.ts';
import { isUnknownSortField, unknownField } from '../../upstream/onoffice/errors.ts';
import { ContactRef } from '../contact/contact.model.ts';
import {
  type EstateFilterInput,
  type EstateOrderInput,
  filterFieldOf,
  searchFor,
  sortFor,
} from './estate.conditions.onoffice.ts';
import { EstateFilterRef, EstateOrderRef } from './estate.filter.ts';
import { EstateRef } from './estate.model.ts';

interface ListArgs extends PageArgs {
  filter?: EstateFilterInput | null;
  orderBy?: readonly EstateOrderInput[] | null;
}

const EstateConnectionRef = connectionType(
  'Estate',
  EstateRef,
  'estates',
  'Number of all estates that match, whatever the page (cntabsolute): comes with the page, and is never null.',
);

const listArgs = (arg: ArgBuilder) => ({
  ...windowArgs(arg),
  filter: arg({ type: EstateFilterRef, required: false, description: 'Which estates; all of them when left out.' }),
  orderBy: arg({
    type: [EstateOrderRef],
    required: false,
    description: 'The order of the rows; by their number when left out.',
  }),
});

builder.queryFields((t) => ({
  estate: t.field({
    type: EstateRef,
    nullable: true,
    description:
      'An estate by the number of its main record. Null when it does not exist or the API user cannot see it.',
    args: { estateId: t.arg.int({ required: true, description: 'The number of the main record.' }) },
    resolve: async (_root, { estateId }, context, info) => {
      const estates = await context.onoffice.estates();
      const id = numericKey(String(estateId));
      return id === null ? null : estates.byId(id, info);
    },
  }),
  estates: t.field({
    type: EstateConnectionRef,
    nullable: true,
    description:
      'Estates, page by page, in whatever language the request wants. Places are counted, so rows shift when others come or go between two pages. Null when they cannot be read.',
    args: listArgs(t.arg),
    extensions: { page: true },
    resolve: async (_root, args, context, info) => {
      const page = pageArgs(args as ListArgs, context);
      const estates = await context.onoffice.estates();
      return listOf(estates, queryOf(args as ListArgs, page, '', estates, context), info);
    },
  }),
}));

builder.objectField(ContactRef, 'estates', (t) =>
  t.field({
    type: EstateConnectionRef,
    nullable: true,
    description:
      'Estates of the onOffice address that a foreign key of this company names (settings LINK_FOREIGN_APP, LINK_FOREIGN_KEY, LINK_RELATIONS): one request for the keys, and two to onOffice, for all companies of the answer. Null when they cannot be read; FORBIDDEN with ONOFFICE_ACCESS=published.',
    args: listArgs(t.arg as ArgBuilder),
    extensions: { key: true, page: true },
    resolve: async (contact, args, context, info) => {
      const page = pageArgs(args as ListArgs, context);
      const estates = await context.onoffice.estates();
      if (estates.scope.publishedOnly) throw new Refusal('FORBIDDEN', 'Whose an estate is, is not open to anyone.');
      const query = queryOf(args as ListArgs, page, `Contact ${contact.key}`, estates, context);
      // Where no estate can match, nobody need know whose they are.
      const ids = query.search && (await estatesOfContact(contact, estates, context));
      return listOf(estates, ids ? { ...query, search: among(query.search, ids) } : query, info);
    },
  }),
);

/** Numbers of the estates that a company is related to, by the address that its foreign keys name. */
async function estatesOfContact(
  contact: CrmRecord,
  estates: Estates,
  { foreignKeys, link }: RequestContext,
): Promise<number[]> {
  const keys = await foreignKeys.of('Contact', contact.key as number);
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const named = keys.filter(({ app, key }) => same(app, link.foreignApp) && same(key, link.foreignKey));
  // Users may write any text there; what is no number names no address.
  const addresses = [...new Set(named.map(({ value }) => numericKey(value.trim())))].filter((id) => id !== null);
  const related = await Promise.all(
    addresses.flatMap((id) => link.relations.map((name) => estates.estatesOf(id, `estate:address:${name}`))),
  );
  return [...new Set(related.flat())].sort((one, other) => one - other);
}

async function listOf(estates: Estates, query: ListQuery, info: GraphQLResolveInfo): Promise<Listed<EstateRecord>> {
  const selected = new Set(selectedNames(info));
  const showsRows = ['nodes', 'edges', 'pageInfo'].some((name) => selected.has(name));
  const needsTotal = selected.has('totalCount') || selected.has('pageInfo');
  try {
    const { records, cursorAt, hasNextPage, hasPreviousPage, total } = await estates.page(
      { ...query, count: showsRows ? query.count : 0, needsTotal },
      info,
    );
    return { nodes: records, cursorAt, hasNextPage, hasPreviousPage, total: async () => total };
  } catch (error) {
    throw named(error);
  }
}

type ListQuery = Omit<EstatePageQuery, 'needsTotal'>;
type Page = ReturnType<typeof pageOf>;

/** Which rows; refused ahead of all else, since nobody's right must be asked about to tell that they are too many. */
const pageArgs = (args: PageArgs, { read }: RequestContext): Page =>
  pageOf(args, Math.min(MOST_ROWS, read.scope.maxPageSize));

/** The arguments of a list made into a page; refused when they are wrong, before anything is asked of onOffice. */
function queryOf(
  { filter, orderBy }: ListArgs,
  { count, backward, cursor }: Page,
  parent: string,
  { scope }: Estates,
  context: RequestContext,
): ListQuery {
  if (filter?.near && scope.publishedOnly)
    throw new Refusal('FORBIDDEN', 'Estates cannot be searched by place where anyone may ask.');
  const { timeZone } = scope;
  const calendar = { zone: context.identity.timeZone, now: context.now() };
  const search = searchFor(filter ?? {}, { timeZone, range: (input, name) => rangeOf(input, calendar, name) });
  const sortby = sortFor(orderBy ?? []);
  const bind = () => bindingOf('Estate', parent, filter ?? null, sortby);
  return {
    ...{ count, backward, bind },
    place: cursor === null ? null : (decodeSeek(cursor, bind(), 1).values[0] as number),
    search: search && { ...search, sortby },
    reversed: sortFor(orderBy ?? [], true),
  };
}

/** The search, within the estates of these numbers. */
function among(search: EstateSearch, ids: readonly number[]): EstateSearch | null {
  if (ids.length === 0) return null;
  const { Id = [] } = search.filter;
  return { ...search, filter: { ...search.filter, Id: [...Id, { op: 'in', val: [...ids] }] } };
}

/** A condition or order on a field that the customer lacks refuses the list: without it, hidden estates would be shown. */
function named(error: unknown): unknown {
  const field = unknownField(error);
  if (field !== null) {
    const place = filterFieldOf(field);
    const where = place === null ? 'The list' : `filter.${place}`;
    return new Refusal('UNKNOWN_FIELD', `${where} compares ${field}, which this customer of onOffice does not have.`);
  }
  if (isUnknownSortField(error))
    return new Refusal('UNKNOWN_FIELD', '`orderBy` names a field that this customer of onOffice does not have.');
  return error;
}
