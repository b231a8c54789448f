import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Crm, expectRequests, startCrm } from '../crm.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

const text = `query Later { contacts(first: 3) { nodes { contactId ... @defer { name phones { value } } } } }`;

async function ask(query: string, accept: string) {
  const response = await fetch(crm.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: crm.superoffice.tickets.lars },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
}

test('what is deferred comes with the rest where only JSON is accepted, and costs no request more', async () => {
  const plain = await crm.query('{ contacts(first: 3) { nodes { contactId name phones { value } } } }');
  const before = crm.superoffice.calls().length;
  const { status, type, text: answer } = await ask(text, 'application/json');
  expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
  expect(JSON.parse(answer).data).toEqual(plain.data);
  expectRequests(crm.superoffice.calls().slice(before), plain.calls.length);
});

test('a list under @stream comes row by row where parts are accepted, and whole where only JSON is', async () => {
  const streamed = '{ contact(contactId: 3) { phones @stream(initialCount: 0) { value } } }';
  const plain = await crm.query('{ contact(contactId: 3) { phones { value } } }');
  const values = plain.data.contact?.phones ?? [];
  expect(values.length).toBeGreaterThan(0);
  const parts = await ask(streamed, 'multipart/mixed');
  expect(parts.type).toMatch(/^multipart\/mixed/);
  const read = [...parts.text.matchAll(/^\{.*\}$/gm)].map(([part]) => JSON.parse(part));
  expect(read[0].data).toEqual({ contact: { phones: [] } });
  expect(read.flatMap(({ incremental }) => incremental ?? []).flatMap(({ items }) => items ?? [])).toEqual(values);
  const whole = await ask(streamed, 'application/graphql-response+json');
  expect(JSON.parse(whole.text)).toMatchObject({ data: plain.data });
});
