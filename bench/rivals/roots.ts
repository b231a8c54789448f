import type { GraphQLResolveInfo } from 'graphql';
import type { Crm } from './crm.ts';
import { selectedFields } from './selection.ts';

/** What resolvers are given. */
export interface RivalContext {
  readonly crm: Crm;
}

type Page = { first: number };

/** Root fields, the same for every server that is written with resolvers. */
export const roots = {
  Query: {
    contact: async (
      _: unknown,
      { contactId }: { contactId: number },
      { crm }: RivalContext,
      info: GraphQLResolveInfo,
    ) => (await crm.byIds('Contact', [contactId], selectedFields(info)))[0],
    contacts: async (_: unknown, { first }: Page, { crm }: RivalContext, info: GraphQLResolveInfo) => ({
      nodes: await crm.contactPage(first, selectedFields(info)),
    }),
    appointments: async (_: unknown, { first }: Page, { crm }: RivalContext, info: GraphQLResolveInfo) => ({
      nodes: await crm.appointmentPage(first, selectedFields(info)),
    }),
    list: async (_: unknown, { name }: { name: string }, { crm }: RivalContext) => ({ items: await crm.list(name) }),
    estates: async (_: unknown, { first }: Page, { crm }: RivalContext) => ({ nodes: await crm.estatePage(first) }),
  },
  Mutation: {
    updateContact: async (
      _: unknown,
      { contactId, changes }: { contactId: number; changes: { department?: string } },
      { crm }: RivalContext,
    ) => ({ contact: await crm.updateContact(contactId, changes), errors: [] }),
  },
};
