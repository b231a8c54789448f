import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import relay from 'relay-runtime';

/** Relay: documents compiled from the published schema, records by their `id`, a page after another. */

const require = createRequire(import.meta.url);
mkdirSync(new URL('generated', import.meta.url), { recursive: true });
execFileSync(process.execPath, [require.resolve('relay-compiler/cli.js'), 'relay.config.json'], { stdio: 'pipe' });
const compiled = Object.fromEntries(
  await Promise.all(
    ['relayContactsQuery', 'relayContactRefetchQuery', 'relayDepartmentMutation'].map(async (name) => [
      name,
      (await import(`./generated/${name}.graphql.js`)).default,
    ]),
  ),
);

const { commitMutation, createOperationDescriptor, Environment, fetchQuery, getRequest, Network, RecordSource, Store } =
  relay;

async function ask({ text }, variables) {
  const response = await fetch(process.env.GRAPH_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: process.env.TICKET },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
}

const environment = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
const read = (name, variables) =>
  environment.lookup(createOperationDescriptor(getRequest(compiled[name]), variables).fragment).data;

async function query(name, variables) {
  await fetchQuery(environment, compiled[name], variables).toPromise();
  return read(name, variables);
}

const first = await query('relayContactsQuery', { first: 3 });
assert.equal(first.contacts.edges.length, 3);
const next = await query('relayContactsQuery', { first: 3, after: first.contacts.pageInfo.endCursor });
assert.equal(next.contacts.edges.length, 3);
const grown = environment.getStore().getSource().get('client:root:__relay_contacts_connection');
assert.equal(grown.edges.__refs.length, 6);
assert.notEqual(next.contacts.edges[0].node.id, first.contacts.edges[0].node.id);

const { id, contactId, name } = next.contacts.edges[0].node;
const refetched = await query('relayContactRefetchQuery', { id });
assert.equal(refetched.node.__id, id);
const record = environment.getStore().getSource().get(id);
assert.equal(record.name, name);
assert.equal(record.__typename, 'Contact');
assert.notEqual(record.department, undefined);

const changed = await new Promise((resolve, reject) => {
  commitMutation(environment, {
    mutation: compiled.relayDepartmentMutation,
    variables: { contactId, changes: { department: 'Relay' } },
    onCompleted: resolve,
    onError: reject,
  });
});
assert.deepEqual(changed.updateContact.errors, []);
assert.equal(environment.getStore().getSource().get(id).department, 'Relay');
console.log('Relay: compiler, refetch by node, a connection and a mutation');
