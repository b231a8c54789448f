import assert from 'node:assert/strict';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import introspection from '../../schema/introspection.json' with { type: 'json' };

/** urql with its normalised cache, which knows the schema from the published introspection. */

let requests = 0;
const client = new Client({
  url: process.env.GRAPH_URL,
  preferGetMethod: false,
  fetch: (url, options) => {
    requests += 1;
    return fetch(url, options);
  },
  fetchOptions: { headers: { authorization: process.env.TICKET } },
  exchanges: [
    cacheExchange({
      schema: introspection,
      keys: {
        Address: () => null,
        ContactPoint: () => null,
        CustomField: () => null,
        Money: () => null,
      },
      resolvers: { Query: { persons: relayPagination() } },
    }),
    fetchExchange,
  ],
});

const persons = gql`
  query Persons($after: String) {
    persons(first: 4, after: $after) {
      edges { cursor node { id personId fullName contact { id name streetAddress { city } } emails { value } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

async function query(document, variables) {
  const { data, error } = await client.query(document, variables).toPromise();
  assert.equal(error, undefined);
  return data;
}

const first = await query(persons, {});
assert.equal(first.persons.edges.length, 4);
const more = await query(persons, { after: first.persons.pageInfo.endCursor });
assert.equal(more.persons.edges.length, 8);
assert.equal(requests, 2);

const [{ node }] = first.persons.edges;
await query(persons, {});
assert.equal(requests, 2);

const again = await query(
  gql`query Again($id: ID!) { node(id: $id) { __typename id ... on Person { fullName title } } }`,
  { id: node.id },
);
assert.equal(again.node.fullName, node.fullName);

const changed = await client
  .mutation(
    gql`
      mutation Title($personId: Int!, $changes: PersonChanges!) {
        updatePerson(personId: $personId, changes: $changes) { person { id title } errors { message } }
      }
    `,
    { personId: node.personId, changes: { title: 'Through urql' } },
  )
  .toPromise();
assert.equal(changed.error, undefined);
const title = client.readQuery(gql`query Title($id: ID!) { node(id: $id) { id ... on Person { title } } }`, {
  id: node.id,
});
assert.equal(title?.data?.node?.title, 'Through urql');
console.log('urql: cache, pages, node and mutation');
