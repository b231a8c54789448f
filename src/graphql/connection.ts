import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Connection } from '../reading/connections.ts';
import type { CostExtensions } from '../reading/cost.ts';
import type { CrmRecord } from '../reading/record.ts';
import { builder, type Types } from './builder.ts';
import { shareable } from './federation.ts';

/** Edges and page info of any list that is read in pages. */
export interface Listed<Node> {
  nodes: readonly Node[];
  /** The same nodes as they are shown at other places of the answer, by the keys there; null: at none. */
  places?: ReadonlyMap<string, readonly Node[]> | null;
  /** The cursor of a node by its place among the nodes. */
  cursorAt(index: number): string;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** The number of all rows, however many pages there are; asks when it is called. */
  total?(): Promise<number | null>;
}

export interface Edge<Node> {
  page: Listed<Node>;
  index: number;
}

/** What the reading layer gives, in the terms of a connection. */
export const listed = ({ page, records, places, total }: Connection): Listed<CrmRecord> => ({
  nodes: records,
  places,
  cursorAt: page.cursorAt,
  hasNextPage: page.hasNextPage,
  hasPreviousPage: page.hasPreviousPage,
  total,
});

/** The keys that a node of an edge stands under. */
const placeOf = ({ path }: GraphQLResolveInfo): string => `${path.prev?.prev?.key}.${path.key}`;

const PageInfoRef = builder.objectRef<Listed<unknown>>('PageInfo').implement({
  description: 'Where a page stands in its list (Relay cursor connections).',
  extensions: shareable,
  fields: (t) => ({
    hasNextPage: t.boolean({
      nullable: false,
      description: 'Whether more rows follow. Going backwards: whether the page was asked for before a cursor.',
      resolve: (page) => page.hasNextPage,
    }),
    hasPreviousPage: t.boolean({
      nullable: false,
      description:
        'Whether rows stand before this page. Going forwards: whether the page was asked for after a cursor.',
      resolve: (page) => page.hasPreviousPage,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first row; null on an empty page.',
      resolve: (page) => (page.nodes.length > 0 ? page.cursorAt(0) : null),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last row; null on an empty page.',
      resolve: (page) => (page.nodes.length > 0 ? page.cursorAt(page.nodes.length - 1) : null),
    }),
  }),
});

const ALL_ROWS =
  'Number of all rows of the list, whatever the page: one more request. Null where the CRM cannot tell: a condition that is decided here, one on a field of which a record has several, children of several records at once.';

/** The connection and edge types of a node type. `total` describes `totalCount`; null: there is none. */
export function connectionType<Node>(
  name: string,
  node: ObjectRef<Types, Node> | 'JSON',
  things: string,
  total: string | null = ALL_ROWS,
) {
  // Rows without a type of their own are objects of the answer all the same.
  const counted = node === 'JSON' ? ({ object: true } satisfies CostExtensions) : {};
  const edge = builder.objectRef<Edge<Node>>(`${name}Edge`).implement({
    description: `One of the ${things}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Opaque; bound to this list: its filter, its order and its parent.',
        resolve: ({ page, index }) => page.cursorAt(index),
      }),
      node: t.field({
        type: node,
        nullable: false,
        description: 'The row itself.',
        extensions: counted,
        resolve: ({ page, index }, _args, _context, info: GraphQLResolveInfo) =>
          (page.places?.get(placeOf(info)) ?? page.nodes)[index] as never,
      }),
    }),
  });
  return builder.objectRef<Listed<Node>>(`${name}Connection`).implement({
    description: `A page of ${things}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: { list: false, items: false },
        description: 'The rows of this page with their cursors.',
        resolve: (page) => page.nodes.map((_node, index) => ({ page, index })),
      }),
      nodes: t.field({
        type: [node],
        nullable: { list: false, items: false },
        description: 'The rows of this page.',
        extensions: counted,
        resolve: (page, _args, _context, info: GraphQLResolveInfo) =>
          (page.places?.get(info.path.key as string) ?? page.nodes) as never,
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        nullable: false,
        description: 'Whether and where to go on.',
        resolve: (page) => page,
      }),
      ...(total === null
        ? {}
        : {
            totalCount: t.int({
              nullable: true,
              description: total,
              resolve: (page) => page.total?.() ?? null,
            }),
          }),
    }),
  });
}
