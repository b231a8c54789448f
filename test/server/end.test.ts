import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { leaving } from '../../src/server/http-server.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { freePort } from '../ports.ts';
import { startEdge } from './edge.ts';
import { endProcesses, startProcess } from './process.ts';

afterAll(endProcesses);

/** The server in a process of its own, in front of a CRM that this test can watch. */
async function startWith(superoffice: SuperOfficeSimulator) {
  const server = startProcess({ PORT: '0', SUPEROFFICE_URL: superoffice.url(), SUPEROFFICE_TENANT: 'Cust12345' });
  const url = await server.url();
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json', authorization: superoffice.tickets.lars };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { ...(await response.json()), connection: response.headers.get('connection') };
  };
  return { ...server, url, ask };
}

const arrived = (superoffice: SuperOfficeSimulator, method: string) =>
  vi.waitFor(() => expect(superoffice.journal.filter((call) => call.method === method)).toHaveLength(1), 5000);

// Each server takes its leave for seconds in which it has next to nothing to do, so they do at the same time. (`expect.poll` belongs to
// the one test that runs.)
describe.concurrent('SIGTERM', { timeout: 60_000 }, () => {
  test('during a read, twice: it is answered, on a last connection, and the process ends with 0', async () => {
    const superoffice = await startSuperOfficeSimulator();
    const server = await startWith(superoffice);
    superoffice.faults.add({ path: '^/Contact', fault: { kind: 'delay', milliseconds: 700 } });
    const reading = server.ask('{ contacts(first: 2) { nodes { name } } }');
    await arrived(superoffice, 'GET');
    server.child.kill('SIGTERM');
    await sleep(100);
    server.child.kill('SIGTERM');
    const { data, connection } = await reading;
    expect(data.contacts.nodes).toHaveLength(2);
    // Kept, it could be used again just when it is closed.
    expect(connection).toBe('close');
    expect(await server.ended).toBe(0);
    await superoffice.close();
  });

  test('is told at once to who asks whether it is ready; what comes all the same is answered, on a last connection', async () => {
    const superoffice = await startSuperOfficeSimulator();
    const server = await startWith(superoffice);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await once(server.url, agent);
    expect([before.status, before.connection, before.isReused]).toEqual([200, 'keep-alive', false]);
    const told = performance.now();
    server.child.kill('SIGTERM');
    const isReady = async () => (await fetch(new URL('/ready', server.url))).status;
    await vi.waitFor(async () => expect(await isReady()).toBe(503), { interval: 10, timeout: 1000 });
    expect(performance.now() - told).toBeLessThan(1000);
    expect(await (await fetch(new URL('/ready', server.url))).json()).toEqual({ ready: false, ending: true });
    expect((await fetch(new URL('/health', server.url))).status).toBe(200);
    // A connection that was open, then new ones: for a third of the notice, so that a slow machine is not too late for the rest of it.
    expect(await once(server.url, agent)).toMatchObject({ status: 200, connection: 'close', isReused: true });
    do {
      expect(await once(server.url, agent)).toMatchObject({ status: 200, connection: 'close', isReused: false });
      await sleep(200);
    } while (performance.now() - told < leaving.noticeMs / 3);
    expect((await server.ask('{ contacts(first: 2) { nodes { name } } }')).data.contacts.nodes).toHaveLength(2);
    expect(await server.ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(15_000);
    await expect(fetch(new URL('/ready', server.url))).rejects.toThrow();
    await superoffice.close();
  });

  test('a connection that was kept when it came is answered as long as clients may hold it, and a moment more', async () => {
    const server = startProcess({ PORT: '0' });
    const { port, host } = new URL(await server.url());
    const socket = connect(Number(port), '127.0.0.1');
    let said = '';
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('data', (chunk) => (said += chunk));
    const head = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 26\r\n\r\n`;
    const send = () => socket.write(`${head}{"query":"{ __typename }"}`);
    send();
    await vi.waitFor(() => expect(said).toMatch(/keep-alive: timeout=\d+\r\n.*Query/is), 5000);
    const toldMs = Number(said.match(/timeout=(\d+)/)?.[1]) * 1000;
    const kept = performance.now();
    server.child.kill('SIGTERM');
    await sleep(toldMs + 300 - (performance.now() - kept));
    said = '';
    send();
    await closed;
    expect(said).toMatch(/^HTTP\/1.1 200 .*connection: close\r\n.*Query/is);
    expect(await server.ended).toBe(0);
  });

  test('of a person at a keyboard, SIGINT, waits for no balancer', async () => {
    const server = startProcess({ PORT: '0' });
    await server.url();
    const told = performance.now();
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(4000);
  });

  test('during a write: it is done once, and its answer is given', async () => {
    const superoffice = await startSuperOfficeSimulator();
    const server = await startWith(superoffice);
    superoffice.faults.add({ method: 'POST', path: '^/Contact', fault: { kind: 'delay', milliseconds: 500 } });
    const writing = server.ask('mutation { createContact(input: { name: "Last One AS" }) { contact { name } } }');
    await arrived(superoffice, 'POST');
    server.child.kill('SIGTERM');
    expect((await writing).data.createContact.contact).toEqual({ name: 'Last One AS' });
    expect(await server.ended).toBe(0);
    const stored = [...superoffice.world().contacts.values()].filter(({ name }) => name === 'Last One AS');
    expect(stored).toHaveLength(1);
    await superoffice.close();
  });

  test('during the start: the process ends with 0, at whatever moment', async () => {
    // Before its first line has run, no program can take a signal; this one says when it has.
    const telling =
      'data:text/javascript,process.on("newListener",(name)=>name==="SIGTERM"&&console.log("can be told"))';
    const ends = [0, 100, 300].map(async (after) => {
      const server = startProcess({ PORT: '0' }, undefined, ['--import', telling]);
      const isTold = () => expect(server.output.text).toContain('can be told');
      await vi.waitFor(isTold, { interval: 5, timeout: 20_000 });
      await sleep(after);
      server.child.kill('SIGTERM');
      return server.ended;
    });
    expect(await Promise.all(ends)).toEqual([0, 0, 0]);
  });

  test('during a subscription: it ends with a complete event', async () => {
    const server = startProcess({ PORT: '0' });
    const response = await fetch(await server.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { contactChanged { eventId } }' }),
    });
    // Told beforehand: when it ends with the process, nobody may send another operation on its connection.
    expect(response.headers.get('connection')).toBe('close');
    let told = '';
    const decoder = new TextDecoder();
    setTimeout(() => server.child.kill('SIGTERM'), 300);
    for await (const part of response.body as ReadableStream<Uint8Array>) told += decoder.decode(part);
    expect(told).toContain('event: complete');
    expect(await server.ended).toBe(0);
  });

  test('with an operation that does not end, at the latest after its deadline', async () => {
    const superoffice = await startSuperOfficeSimulator();
    const server = startProcess({
      ...{ PORT: '0', SUPEROFFICE_URL: superoffice.url(), SUPEROFFICE_TENANT: 'Cust12345' },
      ...{ REQUEST_DEADLINE_MS: '800' },
    });
    const url = await server.url();
    superoffice.faults.add({ path: '^/Contact', fault: { kind: 'hang' } });
    const headers = { 'content-type': 'application/json', authorization: superoffice.tickets.lars };
    const body = JSON.stringify({ query: '{ contacts { nodes { name } } }' });
    const hanging = fetch(url, { method: 'POST', headers, body });
    await arrived(superoffice, 'GET');
    server.child.kill('SIGTERM');
    expect((await (await hanging).json()).errors[0].extensions.code).toBe('UPSTREAM_TIMEOUT');
    expect(await server.ended).toBe(0);
    await superoffice.close();
  });
});

/** One small operation over the connections of this agent. */
async function once(url: string, agent: Agent) {
  const asking: ClientRequest = request(url, {
    ...{ method: 'POST', agent, headers: { 'content-type': 'application/json' } },
  });
  const answering = new Promise<IncomingMessage>((resolve, reject) =>
    asking.on('response', resolve).on('error', reject),
  );
  asking.end(JSON.stringify({ query: '{ __typename }' }));
  const response = await answering;
  const { statusCode: status, headers } = response;
  // The connection is free again once all of the answer has been read.
  for await (const _ of response);
  return { status, connection: headers.connection, isReused: asking.reusedSocket };
}

/** A subscription's answer as it comes in. */
async function subscribe(origin: string) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { ticks }' }),
  });
  const received = { text: '', ended: false };
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const part of response.body as ReadableStream<Uint8Array>) received.text += decoder.decode(part);
    received.ended = true;
  })();
  await expect.poll(() => received.text).toContain('"ticks":1');
  return { received, reading };
}

test('a stream that waits for its next event ends with a complete event when the process is about to end', async () => {
  await using edge = await startEdge();
  const { received, reading } = await subscribe(edge.origin);
  expect(received.text).not.toContain('event: complete');
  edge.draining.abort();
  await reading;
  expect(received.text).toContain('event: complete');
  await expect.poll(() => edge.lines.filter((line) => line.includes('subscription'))).toHaveLength(1);
});

test('a subscription outlives the deadline of other operations', async () => {
  await using edge = await startEdge({ REQUEST_DEADLINE_MS: '100' });
  const { received, reading } = await subscribe(edge.origin);
  await sleep(300);
  expect([received.ended, received.text.includes('event: complete')]).toEqual([false, false]);
  edge.draining.abort();
  await reading;
});

test('a failure that nobody waits for is counted, and survived', async () => {
  const port = await freePort();
  const failing = 'data:text/javascript,setTimeout(() => void Promise.reject(new Error("nobody waits")), 1500)';
  const server = startProcess({ PORT: '0', METRICS_PORT: String(port), LOG_LEVEL: 'error' }, undefined, [
    '--import',
    failing,
  ]);
  const url = await server.url();
  await expect.poll(() => server.output.text, { timeout: 5000 }).toContain('nobody waits');
  const body = JSON.stringify({ query: '{ viewer { tenant } }' });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect((await answer.json()).data).toEqual({ viewer: { tenant: 'Cust12345' } });
  const numbers = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(numbers).toMatch(/^crm_graph_unhandled_rejections_total 1$/m);
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
});
