import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { examples } from '../src/server/examples.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

function block(language: string, begins: string): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return blocks.find(([, named, text]) => named === language && text?.trimStart().startsWith(begins))?.[2] ?? '';
}

test('the agenda is answered as the first page says', async () => {
  const query = block('graphql', 'query Agenda');
  const shown = JSON.parse(block('json', '{'));
  const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SIMULATOR_NOW: '2026-03-04T00:00:00Z' };
  const app = await startApp(parseConfig(settings));
  const headers = { 'content-type': 'application/json', 'x-explain': 'true' };
  const response = await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, extensions } = await response.json();
  await app.close();
  expect(data.appointments.nodes).toHaveLength(50);
  expect(data.appointments.nodes.slice(0, 2)).toEqual(shown.data.appointments.nodes);
  expect(extensions.cost).toEqual(shown.extensions.cost);
  const untimed = ({ ms, startMs, ...call }: Record<string, unknown>) => ({
    call,
    timed: ms !== undefined && startMs !== undefined,
  });
  expect(extensions.upstream.calls.map(untimed)).toEqual(shown.extensions.upstream.calls.map(untimed));
});

test('the changes are answered as the page says', async () => {
  const document = block('graphql', 'mutation Create');
  const shown = JSON.parse(block('json', '['));
  const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SIMULATOR_NOW: '2026-03-04T00:00:00Z' };
  const app = await startApp(parseConfig(settings));
  const headers = { 'content-type': 'application/json', 'so-timezone': 'Europe/Oslo' };
  const answers: unknown[] = [];
  for (const operationName of ['Create', 'SetReference', 'ClearReference', 'Guarded']) {
    const body = JSON.stringify({ query: document, operationName });
    const response = await fetch(app.url, { method: 'POST', headers, body });
    answers.push((await response.json()).data);
  }
  await app.close();
  // The clock goes on while the server answers.
  const firstMinute = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/T01:00:\d\d\+/g, 'T01:00:00+'));
  expect(firstMinute(answers)).toEqual(shown);
});

test('the flats are answered as the page says, with as many requests', async () => {
  const query = block('graphql', 'query Flats');
  const shown = JSON.parse(block('json', '{\n  "estates"'));
  const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SIMULATOR_NOW: '2026-03-04T00:00:00Z' };
  const app = await startApp(parseConfig(settings));
  const headers = { 'content-type': 'application/json', 'x-explain': 'true' };
  const ask = () => fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await ask(); // proves the ticket
  const { data, extensions } = await (await ask()).json();
  await app.close();
  expect(data).toEqual(shown);
  const systems = extensions.upstream.calls.map(({ system }: { system: string }) => system).toSorted();
  expect(systems).toEqual(['onoffice', 'onoffice', 'onoffice', 'superoffice', 'superoffice']);
});

test('GraphiQL opens with that very query', () => {
  const words = (text: string) =>
    text
      .replaceAll(/#.*$/gm, '')
      .split(/\s+/)
      .filter((word) => word !== '');
  expect(words(examples[0]?.query ?? '')).toEqual(words(block('graphql', 'query Agenda')));
});

test('every setting that is read stands in the table, and no other', () => {
  const read = new Set<string>();
  const environment = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? void read.add(name) : undefined) });
  parseConfig(environment);
  const table = readme.slice(readme.indexOf('### Settings'), readme.indexOf('### Headers'));
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''),
  );
  expect(named.toSorted()).toEqual([...read].toSorted());
});

test('the demo tells of what is written to it', async () => {
  const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SIMULATOR_NOW: '2026-03-04T00:00:00Z' };
  const app = await startApp(parseConfig(settings));
  const leaving = new AbortController();
  const ask = (query: string, accept: string) =>
    fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
  const commands = block('sh', 'curl -sN');
  const [, query = ''] = commands.match(/"query":"(subscription [^"]+)"/) ?? [];
  const [, change = ''] = commands.match(/"query":"(mutation .+)"\}'/) ?? [];
  const stream = await ask(query, 'text/event-stream');
  await ask(change.replaceAll('\\"', '"'), 'application/json');
  let told = '';
  for await (const chunk of stream.body as ReadableStream<Uint8Array>) {
    told += Buffer.from(chunk).toString();
    if (told.includes('data:')) break;
  }
  leaving.abort();
  await app.close();
  expect(told).toContain('"kind":"CHANGED","changedFields":["department","updatedAt","updatedBy"]');
});
