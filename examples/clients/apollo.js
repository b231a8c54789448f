import assert from 'node:assert/strict';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler } from '@apollo/client/incremental';
import { relayStylePagination } from '@apollo/client/utilities';
import possibleTypes from '../../schema/possibleTypes.json' with { type: 'json' };

/** Apollo Client: records by their `id`, pages that grow, and what comes later. */

let requests = 0;
const counted = (url, options) => {
  requests += 1;
  return fetch(url, options);
};

const client = new ApolloClient({
  link: new HttpLink({
    uri: process.env.GRAPH_URL,
    headers: { authorization: process.env.TICKET },
    fetch: counted,
  }),
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: { Query: { fields: { contacts: relayStylePagination(['filter', 'orderBy']) } } },
  }),
  incrementalHandler: new Defer20220824Handler(),
});

const contacts = gql`
  query Contacts($after: String) {
    contacts(first: 5, after: $after) {
      edges { cursor node { id contactId name } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

const observed = client.watchQuery({ query: contacts });
let subscription;
const first = await new Promise((resolve) => {
  subscription = observed.subscribe((result) => {
    if (!result.loading) resolve(result);
  });
});
assert.equal(first.data.contacts.edges.length, 5);
await observed.fetchMore({ variables: { after: first.data.contacts.pageInfo.endCursor } });
subscription.unsubscribe();
const both = client.readQuery({ query: contacts });
assert.equal(both.contacts.edges.length, 10);
assert.equal(new Set(both.contacts.edges.map(({ node }) => node.id)).size, 10);

const before = requests;
await client.query({ query: contacts });
assert.equal(requests, before);

const { id, contactId, name } = both.contacts.edges[3].node;
const node = await client.query({
  query: gql`query Node($id: ID!) { node(id: $id) { id ... on Contact { name department } } }`,
  variables: { id },
});
assert.equal(node.data.node.name, name);

const change = await client.mutate({
  mutation: gql`
    mutation Rename($contactId: Int!, $changes: ContactChanges!) {
      updateContact(contactId: $contactId, changes: $changes) { contact { id department } errors { message } }
    }
  `,
  variables: { contactId, changes: { department: 'Apollo' } },
});
assert.equal(change.data.updateContact.contact.id, id);
const cached = client.cache.readFragment({ id: `Contact:${id}`, fragment: gql`fragment D on Contact { department }` });
assert.equal(cached.department, 'Apollo');

const states = [];
await new Promise((resolve, reject) => {
  client
    .watchQuery({
      query: gql`
        query Later($id: Int!) { contact(contactId: $id) { id name ...Later @defer } }
        fragment Later on Contact { description phones { value } }
      `,
      variables: { id: 3 },
      fetchPolicy: 'network-only',
    })
    .subscribe({
      next: (result) => {
        if (result.data) states.push([result.dataState, 'phones' in (result.data.contact ?? {})]);
        if (result.dataState === 'complete') resolve();
      },
      error: reject,
    });
});
assert.deepEqual(states.at(0), ['streaming', false]);
assert.deepEqual(states.at(-1), ['complete', true]);
client.stop();
console.log('Apollo Client: cache, pages, node, mutation and @defer');
