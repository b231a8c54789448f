import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import { examples } from '../../src/server/examples.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

test.each(examples)('GraphiQL’s tab %$ asks what the schema knows, and is answered', async ({ query, variables }) => {
  expect(validate(schema, parse(query))).toEqual([]);
  const text: string = query;
  const { data, errors } = await crm.query(text, JSON.parse(variables ?? '{}'));
  expect(errors).toBeUndefined();
  const lists = JSON.stringify(data).match(/"(nodes|items)":\[\{/g) ?? [];
  expect(lists.length).toBeGreaterThan(0);
});

test('the first tab is one request, with rows enough to look at', async () => {
  const text: string = examples[0]?.query ?? '';
  const { data, calls } = await crm.query(text);
  expectRequests(calls, 1);
  expect((data as { appointments: { nodes: unknown[] } }).appointments.nodes).toHaveLength(50);
});
