import Fastify from 'fastify';
import mercurius, { type MercuriusLoaders } from 'mercurius';
import { Crm, type Found } from './crm.ts';
import { type RivalContext, roots } from './roots.ts';
import { typeDefs } from './schema.ts';
import { selectedFields } from './selection.ts';

/** Mercurius as its documentation recommends for such a graph: loaders, and JIT from the first repetition on. */

interface Query {
  readonly obj: Found;
  readonly params: { first: number };
  readonly info: Parameters<typeof selectedFields>[0];
}

/** Without the cache, since with it every key is put into text; the loaders ask for each id once all the same. */
const batched = (loader: (queries: Query[], context: RivalContext) => Promise<unknown[]>) => ({
  ...{ loader, opts: { cache: false } },
});
const fieldsOf = ([query]: Query[]) => (query ? selectedFields(query.info) : []);
const idsOf = (queries: Query[], key: string) => queries.map(({ obj }) => obj[key] as number);

const loaders = {
  Appointment: {
    contact: batched((queries, { crm }) => crm.byIds('Contact', idsOf(queries, 'contactId'), fieldsOf(queries))),
    person: batched((queries, { crm }) => crm.byIds('Person', idsOf(queries, 'personId'), fieldsOf(queries))),
    task: batched(async (queries, { crm }) => {
      const items = new Map((await crm.list('task')).map((item) => [item.name, item]));
      return queries.map(({ obj }) => items.get(obj.type) ?? null);
    }),
  },
  Contact: {
    persons: batched((queries, { crm }) =>
      Promise.all(
        queries.map(async ({ obj, params, info }) => ({
          nodes: await crm.personsOf(obj.contactId as number, params.first, selectedFields(info)),
        })),
      ),
    ),
  },
  Person: {
    appointments: batched(async (queries, { crm }) => {
      const first = queries[0]?.params.first ?? 0;
      const lists = await crm.appointmentsOf(idsOf(queries, 'personId'), first, fieldsOf(queries));
      return lists.map((nodes) => ({ nodes }));
    }),
  },
  Estate: {
    pictures: batched((queries, { crm }) => crm.picturesOf(idsOf(queries, 'estateId'))),
    owners: batched((queries, { crm }) => crm.ownersOf(idsOf(queries, 'estateId'))),
  },
};

const federated = /* GraphQL */ `
  scalar _Any
  union _Entity = Contact
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
`;

const app = Fastify();
await app.register(mercurius, {
  schema: typeDefs + federated,
  resolvers: {
    ...roots,
    Query: {
      ...roots.Query,
      _entities: (
        _: unknown,
        { representations }: { representations: Found[] },
        { crm }: RivalContext,
        info: never,
      ) => {
        const ids = representations.map(({ contactId }) => contactId as number);
        return crm.byIds('Contact', ids, selectedFields(info));
      },
    },
    _Entity: { resolveType: () => 'Contact' },
  } as never,
  loaders: loaders as unknown as MercuriusLoaders,
  jit: 1,
  context: (request) => ({ crm: new Crm(request.headers.authorization ?? '') }),
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
