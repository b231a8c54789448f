import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Crm, type Found } from './crm.ts';
import { type RivalContext, roots } from './roots.ts';
import { selectedFields } from './selection.ts';

/** What one request shares: a DataLoader for each field that would else ask once a row. */
export class Loaders implements RivalContext {
  readonly crm: Crm;
  /** Apollo Server copies contexts member by member, which private names do not survive. */
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(ticket: string) {
    this.crm = new Crm(ticket);
  }

  /** The loader of a field as it is selected; one for each request. */
  of<Key>(
    name: string,
    info: GraphQLResolveInfo,
    load: (keys: readonly Key[], fields: readonly string[]) => Promise<readonly unknown[]>,
  ) {
    const fields = selectedFields(info);
    const key = `${name} ${fields.join()}`;
    const loader = this.loaders.get(key) ?? new DataLoader((keys) => load(keys, fields));
    this.loaders.set(key, loader);
    return loader as DataLoader<Key, unknown>;
  }
}

export const resolvers = {
  ...roots,
  Appointment: {
    contact: ({ contactId }: Found, _: unknown, loaders: Loaders, info: GraphQLResolveInfo) =>
      contactLoader(loaders, info).load(contactId as number),
    person: ({ personId }: Found, _: unknown, loaders: Loaders, info: GraphQLResolveInfo) =>
      loaders
        .of<number>('person', info, (ids, fields) => loaders.crm.byIds('Person', ids, fields))
        .load(personId as number),
    task: ({ type }: Found, _: unknown, loaders: Loaders, info: GraphQLResolveInfo) =>
      loaders
        .of<string>('task', info, async (names) => {
          const items = new Map((await loaders.crm.list('task')).map((item) => [item.name, item]));
          return names.map((name) => items.get(name) ?? null);
        })
        .load(type as string),
  },
  Contact: {
    __resolveReference: ({ contactId }: Found, loaders: Loaders, info: GraphQLResolveInfo) =>
      contactLoader(loaders, info).load(contactId as number),
    persons: async (
      { contactId }: Found,
      { first }: { first: number },
      { crm }: Loaders,
      info: GraphQLResolveInfo,
    ) => ({
      nodes: await crm.personsOf(contactId as number, first, selectedFields(info)),
    }),
  },
  Person: {
    appointments: async (
      { personId }: Found,
      { first }: { first: number },
      loaders: Loaders,
      info: GraphQLResolveInfo,
    ) => ({
      nodes: await loaders
        .of<number>(`appointments ${first}`, info, (ids, fields) => loaders.crm.appointmentsOf(ids, first, fields))
        .load(personId as number),
    }),
  },
  Estate: {
    pictures: ({ estateId }: Found, _: unknown, loaders: Loaders, info: GraphQLResolveInfo) =>
      loaders.of<number>('pictures', info, (ids) => loaders.crm.picturesOf(ids)).load(estateId as number),
    owners: ({ estateId }: Found, _: unknown, loaders: Loaders, info: GraphQLResolveInfo) =>
      loaders.of<number>('owners', info, (ids) => loaders.crm.ownersOf(ids)).load(estateId as number),
  },
};

function contactLoader(loaders: Loaders, info: GraphQLResolveInfo) {
  return loaders.of<number>('contact', info, (ids, fields) => loaders.crm.byIds('Contact', ids, fields));
}
