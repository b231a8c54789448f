import type { GraphQLSchema } from 'graphql';
import { builder } from '../../graphql/builder.ts';
import { representedKey } from '../../graphql/federation.ts';
import { subgraphSdl } from '../../graphql/subgraph.ts';
import { AppointmentRef } from '../appointment/appointment.model.ts';
import { AssociateRef } from '../associate/associate.model.ts';
import { ContactRef } from '../contact/contact.model.ts';
import { EstateRef } from '../estate/estate.model.ts';
import { ListItemRef } from '../list-item/list-item.model.ts';
import { OnOfficeAddressRef } from '../onoffice-address/onoffice-address.model.ts';
import { PersonRef } from '../person/person.model.ts';
import { nodesOf, typeOfRecord } from './node.type.ts';

const AnyRef = builder.scalarType('_Any', {
  description: 'A record as another graph names it: `__typename` with the fields of a key.',
  serialize: (value) => value,
  // What is no representation costs its own place in the answer, and nothing else.
  parseValue: (value) => value,
});

const EntityRef = builder.unionType('_Entity', {
  description: 'Any record that another graph can point to.',
  types: [AppointmentRef, AssociateRef, ContactRef, EstateRef, ListItemRef, OnOfficeAddressRef, PersonRef],
  resolveType: typeOfRecord,
});

const ServiceRef = builder.objectRef<{ sdl: string }>('_Service').implement({
  description: 'What a gateway must know of this graph.',
  fields: (t) => ({
    sdl: t.exposeString('sdl', { nullable: false, description: 'The types with their federation directives.' }),
  }),
});

const printed = new WeakMap<GraphQLSchema, string>();

/** Printed once: it takes as long as many an operation, and any caller may ask for it a hundred times in one. */
function sdlOf(schema: GraphQLSchema): string {
  const sdl = printed.get(schema) ?? subgraphSdl(schema);
  printed.set(schema, sdl);
  return sdl;
}

builder.queryFields((t) => ({
  _entities: t.field({
    type: [EntityRef],
    nullable: { list: false, items: true },
    description:
      'Records that other graphs point to, in the same order; one request for each type. Null in the place of one that names no record, or one that no longer exists or cannot be seen.',
    args: {
      representations: t.arg({
        type: [AnyRef],
        required: true,
        description: 'A type and one of its keys for each: `{ __typename: "Contact", contactId: 7 }`.',
      }),
    },
    extensions: { perKey: 'representations' },
    resolve: (_root, { representations }, context, info) => {
      const keys = representations.map((each) => representedKey(info.schema, each));
      return nodesOf(keys, context, info) as Promise<never[]>;
    },
  }),
  _service: t.field({
    type: ServiceRef,
    nullable: false,
    description: 'This graph as gateways see it.',
    resolve: (_root, _args, _context, { schema }) => ({ sdl: sdlOf(schema) }),
  }),
}));
