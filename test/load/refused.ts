import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../chaos/server.ts';
import { startCrms } from './crms.ts';

const mostCpuMs = 50;
const times = 20;

const many = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n)).join(' ');
const query = (text: string) => JSON.stringify({ query: text });
const contact = (text: string) => query(`{ contact(contactId: 7) { ${text} } }`);
const fragments = (count: number, body: (n: number) => string) =>
  many(count, (n) => `fragment F${n} on Contact { ${body(n)} }`);

/** What the server refuses, as dear as it can be made. A number makes each one another text, which nothing is kept of. */
const requests: readonly [what: string, body: (n: number) => string][] = [
  ['1 MB of [', () => '['.repeat(1_000_000)],
  [
    '1 MB of variables, 50,000 deep',
    () =>
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(50_000)}"${'x'.repeat(800_000)}"${']'.repeat(50_000)}}}`,
  ],
  ['1 MB of small variables', () => `{"query":"{","variables":{"a":[${'1,'.repeat(490_000)}1]}}`],
  ['1 MB of one text', (n) => query(`{ ${'x'.repeat(990_000)}${n} }`)],
  ['1 MB of a comment, then nonsense', (n) => query(`#${'x'.repeat(990_000)}${n}\n{ nonsense }`)],
  ['1 MB of block text', (n) => query(`{ list(name: """${'\\n '.repeat(240_000)}${n}""") { nonsense } }`)],
  ['literals 50,000 deep', (n) => query(`{ nodes(ids: ${'['.repeat(50_000)}${n}`)],
  ['1,000 aliases', (n) => query(`{ ${many(600, (i) => `a${n}_${i}: __typename`)} }`)],
  ['10,000 fields', (n) => contact(`${many(10_000, () => 'name')} a${n}: name`)],
  ['1,900 unknown fields', (n) => contact(many(1_900, (i) => `nam${n}_${i}`))],
  ['1,900 unknown variables', (n) => query(`query(${many(480, (i) => `$v${n}_${i}: Int`)}) { __typename }`)],
  ['5,000 directives', (n) => contact(`a${n}: name ${many(5_000, () => '@include(if: true)')}`)],
  ['600 directives', (n) => contact(`a${n}: name ${many(250, () => '@include(if: true)')}`)],
  [
    'a tangle of 150 fragments',
    (n) =>
      query(
        `{ contact(contactId: ${n}) { ...F0 } } ${fragments(150, (i) => `...F${(i + 1) % 150} ...F${(i * 7 + 3) % 150}`)}`,
      ),
  ],
  [
    'a cycle of 200 fragments',
    (n) => query(`{ contact(contactId: ${n}) { ...F0 } } ${fragments(200, (i) => `name ...F${(i + 1) % 200}`)}`),
  ],
  [
    'fragments that multiply',
    (n) =>
      query(
        `{ contact(contactId: ${n}) { ...F0 } } ${fragments(24, (i) => (i === 23 ? 'name' : `a: persons { nodes { contact { ...F${i + 1} } } } b: persons { nodes { contact { ...F${i + 1} } } }`))}`,
      ),
  ],
  [
    'conflicts in 190 fields of one name',
    (n) => contact(many(190, (i) => `persons(first: ${n + i}) { nodes { personId } }`)),
  ],
  [
    'conflicts two levels down',
    (n) =>
      contact(many(90, (i) => `persons { nodes { contact { persons(first: ${n + i}) { nodes { personId } } } } }`)),
  ],
  [
    'a page of pages',
    (n) => query(`{ contacts(first: 500) { nodes { persons(first: ${100 + n}) { nodes { contact { name } } } } } }`),
  ],
  [
    'a filter of 900 conditions, wrong in the last',
    (n) =>
      query(
        `{ contacts(filter: { or: [${many(150, (i) => `{ name: { eq: "${n}${i}" } }`)} { nonsense: 1 }] }) { nodes { name } } }`,
      ),
  ],
  [
    '100,000 mistakes among the variables',
    (n) =>
      `{"query":"query($f: [Int!]) { contacts(first: ${1 + n}, filter: { contactId: { in: $f } }) { nodes { name } } }","variables":{"f":[${'"x",'.repeat(100_000)}0]}}`,
  ],
  [
    'an unknown hash',
    (n) => JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: `${n}`.padStart(64, 'a') } } }),
  ],
];

/** Each refused request costs this server less than 50 ms of its processor; true where that holds. */
export async function refusedRequests(): Promise<boolean> {
  const crms = await startCrms();
  const server = await startServer({ ...crms.settings }, () => undefined);
  let holds = true;
  const send = async (body: string) => {
    const headers = { 'content-type': 'application/json', authorization: crms.ticket };
    const response = await fetch(server.url, { method: 'POST', headers, body });
    return [response.status, await response.text()] as const;
  };
  for (let n = 0; n < 200; n += 1) await send(query('{ contact(contactId: 7) { nonsense } }'));
  for (const [what, body] of requests) {
    const bodies = Array.from({ length: times }, (_, n) => body(n));
    for (const each of bodies.slice(0, 3)) await send(each);
    const before = await cpuSeconds(server.metricsUrl);
    let answer = '';
    for (const each of bodies) [, answer] = await send(each);
    const ms = ((await cpuSeconds(server.metricsUrl)) - before) * (1000 / times);
    const code = answer.match(/"code":"(\w+)"/)?.[1] ?? 'NOT REFUSED';
    const fits = ms < mostCpuMs && code !== 'NOT REFUSED' && code !== 'INTERNAL_SERVER_ERROR';
    holds &&= fits;
    console.log(`  ${fits ? 'ok    ' : 'FAILED'} ${ms.toFixed(1).padStart(6)} ms  ${code.padEnd(26)} ${what}`);
  }
  await server.stop();
  await crms.stop();
  return holds;
}

async function cpuSeconds(metricsUrl: string): Promise<number> {
  await sleep(20);
  const text = await (await fetch(metricsUrl)).text();
  return Number(text.match(/^process_cpu_seconds_total (\S+)/m)?.[1]);
}
