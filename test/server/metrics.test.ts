import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetrics } from '../../src/server/metrics.ts';
import { type Crm, startCrm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, startLive, subscribe } from '../live.ts';
import { freePort } from '../ports.ts';

let crm: Crm;
let metricsUrl: string;

beforeAll(async () => {
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  crm = await startCrm({ settings: { METRICS_PORT: String(port), UPSTREAM_TIMEOUT_MS: '1500' } });
});
afterAll(() => crm.close());

/** The numbers as they stand, by name and labels. */
async function numbers(url = metricsUrl): Promise<(series: string) => number> {
  const text = await (await fetch(url)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  return (series) => values.get(series) ?? 0;
}

async function growth(run: () => Promise<unknown>): Promise<(series: string) => number> {
  const before = await numbers();
  await run();
  const after = await numbers();
  return (series) => after(series) - before(series);
}

test('operations by kind and outcome, their cost and how long they took', async () => {
  const grown = await growth(async () => {
    await crm.query('{ contacts(first: 3) { nodes { name } } }');
    await crm.query('{ list(name: "no list") { items { name } } viewer { tenant } }');
    await crm.query('{ unknown }');
  });
  expect(grown('crm_graph_operations_total{kind="query",outcome="complete"}')).toBe(1);
  expect(grown('crm_graph_operations_total{kind="query",outcome="partial"}')).toBe(1);
  expect(grown('crm_graph_operations_total{kind="query",outcome="failed"}')).toBe(1);
  expect(grown('crm_graph_operation_duration_seconds_count{kind="query"}')).toBe(3);
  expect(grown('crm_graph_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(grown('crm_graph_errors_total{code="BAD_USER_INPUT"}')).toBe(1);
  expect(grown('crm_graph_cost_total')).toBeGreaterThanOrEqual(4);
});

test.each([
  ['a fragment', '{ ... @defer { list(name: "no list") { items { name } } viewer { tenant } } }'],
  ['a list', '{ contacts(first: 1) { nodes @stream(initialCount: 0) { name phones { value } } } }'],
])('an answer of which nothing but %s comes, in a later part and with an error, is partial', async (_, query) => {
  crm.superoffice.faults.add({ path: '^/Contact/\\d+$', fault: { kind: 'status', status: 500 } });
  const headers = {
    'content-type': 'application/json',
    accept: 'multipart/mixed',
    authorization: crm.superoffice.tickets.lars,
  };
  const grown = await growth(async () => {
    const text = await (await fetch(crm.url, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
    expect(text).toContain('"errors":');
  });
  crm.superoffice.faults.clear();
  const outcomes = ['complete', 'partial', 'failed'];
  const counts = outcomes.map((outcome) => grown(`crm_graph_operations_total{kind="query",outcome="${outcome}"}`));
  expect(counts).toEqual([0, 1, 0]);
});

test('what is asked by the way for events is counted among the requests to a CRM', async () => {
  const port = await freePort();
  await using live = await startLive({ settings: { METRICS_PORT: String(port) } }, { register: false });
  await using stream = await subscribe(live, 'subscription { contactChanged { contactId } }');
  const answered = async () =>
    (await numbers(`http://127.0.0.1:${port}/metrics`))(
      'crm_graph_upstream_requests_total{system="superoffice",status="2xx"}',
    );
  const before = await answered();
  live.superoffice.clear();
  await deliver(live, eventOf(live));
  await eventually(() => expect(stream.told()).toHaveLength(1));
  expect([live.superoffice.journal.length, (await answered()) - before]).toEqual([1, 1]);
});

test('what was refused has cost nothing', async () => {
  const port = await freePort();
  await using small = await startCrm({ settings: { METRICS_PORT: String(port), RATE_LIMIT: '5' } });
  const query = '{ contacts(first: 3) { nodes { name } } }';
  const statuses = [(await small.query(query)).status, (await small.query(query)).status];
  const [run] = [await small.query(query)];
  expect([...statuses, run.status]).toEqual([200, 429, 429]);
  const now = await numbers(`http://127.0.0.1:${port}/metrics`);
  expect(now('crm_graph_cost_total')).toBe(4);
  expect(now('crm_graph_errors_total{code="RATE_LIMITED"}')).toBe(2);
});

test('what a browser asks ahead of an operation is none', async () => {
  const headers = {
    origin: new URL(crm.url).origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  const grown = await growth(async () => {
    expect((await fetch(crm.url, { method: 'OPTIONS', headers })).status).toBe(204);
  });
  expect(grown('crm_graph_operations_total{kind="none",outcome="complete"}')).toBe(0);
  expect(grown('crm_graph_operation_duration_seconds_count{kind="none"}')).toBe(0);
});

test('requests to a CRM by class of status, with their time and bytes', async () => {
  crm.superoffice.clear();
  const grown = await growth(async () => {
    await crm.query('{ contacts(first: 3) { nodes { name } } }');
    crm.superoffice.faults.add({ path: '^/Contact', times: 1, fault: { kind: 'status', status: 404 } });
    await crm.query('{ contacts(first: 3) { nodes { name } } }');
    crm.superoffice.faults.add({ path: '^/Contact', times: 1, fault: { kind: 'hang' } });
    await crm.query('{ contacts(first: 3) { nodes { name } } }');
  });
  const received = crm.superoffice.calls();
  const of = (status: string) => grown(`crm_graph_upstream_requests_total{system="superoffice",status="${status}"}`);
  expect([of('2xx'), of('4xx'), of('none')]).toEqual([received.length - 2, 1, 1]);
  expect(grown('crm_graph_upstream_duration_seconds_count{system="superoffice"}')).toBe(received.length);
  expect(grown('crm_graph_upstream_bytes_total{system="superoffice"}')).toBe(
    received.reduce((sum, { bytes }) => sum + bytes, 0),
  );
});

test('what is kept: loaded once, then there; records are revalidated', async () => {
  crm.superoffice.clear();
  const tasks = () => crm.query('{ list(name: "task") { items { name } } }');
  const grown = await growth(async () => {
    await tasks();
    await tasks();
    await crm.query('{ contacts(first: 5) { nodes { phones { value } } } }');
    await crm.query('{ contacts(first: 5) { nodes { phones { value } } } }');
  });
  const unchanged = crm.superoffice.calls().filter(({ status }) => status === 304).length;
  expect(unchanged).toBeGreaterThan(0);
  const of = (outcome: string) => grown(`crm_graph_kept_total{system="superoffice",outcome="${outcome}"}`);
  expect([of('miss'), of('hit'), of('revalidated')]).toEqual([1, 1, unchanged]);
});

test('breakers by their state, those of one tenant beside those of another', async () => {
  crm.superoffice.faults.add({ path: '^/Contact', fault: { kind: 'status', status: 502 } });
  const ask = (tenant: string) =>
    crm.query('{ contacts(first: 3) { nodes { name } } }', {}, { ticket: crm.superoffice.ticketsOf(tenant).lars });
  for (let i = 0; i < 5; i += 1) await ask('Cust23456');
  crm.superoffice.faults.clear();
  await ask('Cust12345');
  const now = await numbers();
  expect(now('crm_graph_breakers{system="superoffice",state="open"}')).toBe(1);
  expect(now('crm_graph_breakers{system="superoffice",state="closed"}')).toBe(1);
  expect(now('crm_graph_breakers{system="onoffice",state="open"}')).toBe(0);
});

test('labels are of small closed sets: nothing that a caller makes up becomes one', async () => {
  await crm.query('query MadeUpName { __typename }', {}, { headers: { 'x-request-id': 'made-up-id' } });
  const text = await (await fetch(metricsUrl)).text();
  expect(text).not.toMatch(/MadeUp|made-up|Cust\d|8A:/);
  const labels = new Set(
    [...text.matchAll(/^crm_graph\w+\{([^}]*)\}/gm)].flatMap(([, set]) => set?.match(/\w+(?==")/g)),
  );
  expect([...labels].sort()).toEqual(['code', 'kind', 'le', 'outcome', 'state', 'status', 'system']);
});

test('they are on a port of their own, and nothing else is', async () => {
  expect((await fetch(new URL('/', metricsUrl))).status).toBe(404);
  for (const parameters of ['?', '?name[]=crm_graph_cost_total', '?name%5B%5D=x&name%5B%5D=%', '?a?b', '/']) {
    const answer = await fetch(new URL(`/metrics${parameters}`, metricsUrl));
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('crm_graph_cost_total')]);
  }
  expect((await fetch(new URL('/metrics', crm.url))).status).toBe(404);
  const type = (await fetch(metricsUrl)).headers.get('content-type');
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
});

test('failures that nobody waited for are counted', async () => {
  let unhandled = 0;
  const metrics = createMetrics({ breakers: () => [], unhandledRejections: () => unhandled, redis: () => null });
  unhandled = 3;
  expect(await metrics.text()).toMatch(/^crm_graph_unhandled_rejections_total 3$/m);
  expect(await metrics.text()).toMatch(/^crm_graph_unhandled_rejections_total 3$/m);
});

test('the dashboard asks for numbers that there are, by labels that they have, and for all of this server’s own', async () => {
  const file = new URL('../../examples/grafana/crm-graph.json', import.meta.url);
  const dashboard = readFileSync(file, 'utf8');
  const withRedis = createMetrics({ breakers: () => [], unhandledRejections: () => 0, redis: () => true });
  const text = `${await (await fetch(metricsUrl)).text()}\n${await withRedis.text()}`;
  const served = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of text.matchAll(/^(\w+)(?:\{([^}]*)\})? /gm)) {
    const known = served.get(name) ?? new Set();
    for (const [label] of labels.matchAll(/\w+(?==")/g)) known.add(label);
    served.set(name, known);
  }
  const { panels } = JSON.parse(dashboard) as { panels: { targets: { expr: string; legendFormat: string }[] }[] };
  const expressions = panels.flatMap(({ targets }) => targets);
  const asked = expressions.flatMap(({ expr }) =>
    [...expr.matchAll(/([a-z0-9_]+)\{instance/g)].map(([, name = '']) => name),
  );
  expect(asked.filter((name) => !served.has(name))).toEqual([]);
  for (const { expr, legendFormat } of expressions) {
    const [, name = ''] = expr.match(/([a-z0-9_]+)\{instance/) ?? [];
    const wanted = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g), ...expr.matchAll(/\b(state)!=/g)].map(
      ([, label = '']) => label,
    );
    const known = served.get(name);
    expect(wanted.filter((label) => label !== 'instance' && !known?.has(label))).toEqual([]);
  }
  const own = [...text.matchAll(/^# TYPE (crm_graph\w+) /gm)].map(([, name = '']) => name);
  expect(own.filter((name) => !asked.some((one) => one.startsWith(name)))).toEqual([]);
});
