import { propagation, SpanKind, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { json, startUpstream } from '../upstream/upstream-server.ts';
import { headersOfTraces, keptSpans } from './tracing.ts';

const spans = keptSpans();
beforeAll(() => {
  trace.setGlobalTracerProvider(spans.provider);
  propagation.setGlobalPropagator(headersOfTraces);
});
afterAll(() => {
  trace.disable();
  propagation.disable();
});
beforeEach(() => void spans.ended.splice(0));

const ticket = 'Bearer 8A:Cust12345.traced-ticket';
const traceId = 'aa'.repeat(16);
const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SUPEROFFICE_TENANT: 'Cust12345' };

async function askThrough(answer: Parameters<typeof startUpstream>[0], query: string, headers: Record<string, string>) {
  await using upstream = await startUpstream(answer);
  const app = await startApp(parseConfig({ ...settings, SUPEROFFICE_URL: `${upstream.url}/site` }));
  await fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: ticket, ...headers },
    body: JSON.stringify({ query, variables: { name: 'Confidential' } }),
  }).then((response) => response.text());
  await app.close();
  return upstream.received;
}

const page = json({ value: [{ PrimaryKey: '7', contactId: 7, name: 'Fjord' }] });
const named = 'query Named($name: String!) { contacts(first: 1, filter: { name: { eq: $name } }) { nodes { name } } }';

test('an operation is a span of the caller’s trace, and each upstream request a span of it', async () => {
  const traceparent = `00-${traceId}-${'bb'.repeat(8)}-01`;
  const received = await askThrough(page, named, { traceparent, 'x-request-id': 'traced' });
  const [call, operation, ...more] = spans.ended;
  expect(more).toEqual([]);
  expect(operation).toMatchObject({
    name: 'GraphQL query',
    kind: SpanKind.SERVER,
    context: { traceId },
    parent: { traceId, spanId: 'bb'.repeat(8) },
    failed: false,
    attributes: {
      'http.response.status_code': 200,
      'crm.request_id': 'traced',
      'crm.cost': 2,
      'graphql.operation.name': 'Named',
      'graphql.operation.type': 'query',
      'graphql.document.hash': expect.stringMatching(/^[0-9a-f]{16}$/),
    },
  });
  expect(call).toMatchObject({
    name: 'superoffice GET',
    kind: SpanKind.CLIENT,
    parent: operation?.context,
    failed: false,
    attributes: { 'crm.system': 'superoffice', 'crm.path': '/Contact', 'http.response.status_code': 200 },
  });
  expect(received[0]?.headers.traceparent).toBe(`00-${traceId}-${call?.context.spanId}-01`);
});

test('of what travels with a trace the CRM is given the trace alone', async () => {
  const received = await askThrough(page, named, { baggage: 'customer=internal' });
  expect(received).toHaveLength(1);
  expect(received[0]?.headers).not.toHaveProperty('baggage');
});

test('a failure shows in both, with codes and without any value or ticket', async () => {
  await askThrough(json({ Message: `no to ${ticket}` }, 500), named, {});
  const [call, operation] = spans.ended;
  expect([call?.failed, operation?.failed]).toEqual([true, true]);
  expect(operation?.attributes['crm.errors']).toEqual(['UPSTREAM_UNAVAILABLE']);
  expect(JSON.stringify(spans.ended)).not.toMatch(/Confidential|traced-ticket|Cust12345/);
});

test('a refused request is a span too', async () => {
  await askThrough(page, '{ unknown }', {});
  expect(spans.ended.map(({ attributes }) => attributes['crm.errors'])).toEqual([['GRAPHQL_VALIDATION_FAILED']]);
});
