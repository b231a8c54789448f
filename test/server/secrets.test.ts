import { connect } from 'node:net';
import { propagation, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import { startCrm } from '../crm.ts';
import { freePort } from '../ports.ts';
import { remember, toldSecret } from '../secrets.ts';
import { json, startUpstream, text } from '../upstream/upstream-server.ts';
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

const settings = { PORT: '0', METRICS_PORT: '0', SUPEROFFICE_TENANT: 'Cust12345' };

describe('the search itself', () => {
  test('finds what was sent in every form, and nothing else', () => {
    remember('Bearer 8A:Cust12345.needle-in-the-log');
    const needle = '8A:Cust12345.needle-in-the-log';
    for (const form of [needle, encodeURIComponent(needle), JSON.stringify({ needle })]) {
      expect(toldSecret(`... ${form} ...`)).not.toBeNull();
    }
    for (const before of ['', 'a', 'ab', 'abc']) {
      expect(toldSecret(Buffer.from(`${before}${needle} and more`).toString('base64'))).not.toBeNull();
    }
    // Tickets of other files may be known to this process, too.
    expect(toldSecret('8A:Nobody99.has-sent-this')).toBeNull();
  });
});

test('a run with tickets, claims and signatures of both CRMs tells none of them', async () => {
  const metricsPort = String(await freePort());
  const crm = await startCrm({
    settings: { SUPEROFFICE_APP_TOKEN: 'app-token-of-the-run', UPSTREAM_TIMEOUT_MS: '400', METRICS_PORT: metricsPort },
  });
  const headers = { 'x-onoffice-claim': 'claim-of-the-marketplace', 'x-explain': 'true' };
  const query = '{ viewer { tenant } contacts(first: 2) { nodes { name } } estates(first: 2) { nodes { id } } }';
  await crm.query(query, {}, { headers });
  const stranger = 'Bearer 8A:Cust12345.not-a-ticket-at-all';
  await crm.query(query, {}, { headers, ticket: stranger });
  for (const kind of ['reset', 'html', 'hang'] as const) {
    crm.superoffice.faults.add({ times: 2, fault: { kind } });
    crm.onoffice.faults.add({ times: 2, fault: { kind } });
    await crm.query(query, {}, { headers });
  }
  expect(crm.onoffice.calls().length).toBeGreaterThan(0);
  expect(crm.logged.length).toBeGreaterThanOrEqual(5);
  // What is looked for below: both tickets, the claim, the app token and the signatures.
  const signatures = crm.onoffice.calls().flatMap(({ actions }) => actions.map(({ hmac }) => hmac));
  expect(signatures.length).toBeGreaterThan(0);
  const sent = [
    crm.superoffice.tickets.lars,
    stranger,
    'claim-of-the-marketplace',
    'app-token-of-the-run',
    ...signatures,
  ];
  for (const secret of sent) expect(toldSecret(secret)).not.toBeNull();
  const numbers = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(numbers).toMatch(/^crm_graph_operations_total/m);
  expect(toldSecret(numbers), 'in the metrics').toBeNull();
  await crm.close();
  expect(spans.ended.length).toBeGreaterThan(10);
  expect(toldSecret(JSON.stringify(spans.ended))).toBeNull();
});

describe('a CRM that tells a ticket', () => {
  const ticket = 'Bearer 8A:Cust12345.echoed-by-the-crm';

  async function askOf(answer: Parameters<typeof startUpstream>[0], query: string) {
    await using upstream = await startUpstream(answer);
    const config = parseConfig({ ...settings, SUPEROFFICE_URL: `${upstream.url}/site` });
    const lines: string[] = [];
    const app = await startApp(config, { log: createLog(config, { write: (line) => void lines.push(line) }) });
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: ticket },
      body: JSON.stringify({ query }),
    });
    const told = (await response.text()) + JSON.stringify([...response.headers]) + lines.join('');
    await app.close();
    return told;
  }

  const read = '{ contacts(first: 1) { nodes { name } } }';
  const write = 'mutation { createContact(input: { name: "A" }) { errors { message } } }';
  const error = { Error: true, ErrorType: 'SoException', Message: `Not for ${ticket}`, ErrorId: ticket };
  test.each([
    ['in an error of a read', json(error, 500), read],
    ['in an error of a write', json(error, 500), write],
    ['in a refusal', json(error, 403), write],
    ['in base64', json({ ...error, Message: Buffer.from(ticket).toString('base64') }, 400), write],
    ['on a page', text(`<p>${ticket}</p>`, 401), read],
    ['in a redirect', text('', 302, { location: `https://elsewhere.example/?t=${ticket}` }), read],
    ['as the type of an error', json({ ...error, ErrorType: ticket, $type: ticket }, 500), write],
  ])('%s is not repeated', async (_, answer, query) => {
    const told = await askOf(answer, query);
    expect(told).toMatch(/"message":/);
    expect(told).not.toContain('echoed-by-the-crm');
    expect(toldSecret(told)).toBeNull();
  });
});

test('an onOffice that tells token, secret, claim and signature is not repeated', async () => {
  const [token, secret] = ['token-of-the-customer', 'secret-of-the-customer'];
  let signatures = 0;
  await using upstream = await startUpstream((response, request) => {
    const { actions } = JSON.parse(request.body).request as { actions: { hmac: string }[] };
    signatures += actions.length;
    const message = `wrong: ${token} ${secret} claim-of-the-caller ${actions.map(({ hmac }) => hmac).join()}`;
    const status = { code: 400, errorcode: 137, message };
    const results = actions.map((action) => ({ ...action, status, data: { records: [] } }));
    json({ status, response: { results } })(response, request);
  });
  const config = parseConfig({
    ...{ PORT: '0', METRICS_PORT: '0', ONOFFICE_URL: `${upstream.url}/api.php`, ONOFFICE_ACCESS: 'open' },
    ...{ ONOFFICE_TOKEN: token, ONOFFICE_SECRET: secret },
  });
  const lines: string[] = [];
  const app = await startApp(config, { log: createLog(config, { write: (line) => void lines.push(line) }) });
  remember(secret);
  let told = '';
  for (const query of [
    '{ estates(first: 1) { nodes { id } } }',
    'mutation { updateEstate(estateId: 1, changes: { rooms: 2 }) { errors { message } } }',
  ]) {
    const headers = { 'content-type': 'application/json', 'x-onoffice-claim': 'claim-of-the-caller' };
    told += await (await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
  }
  await app.close();
  expect(signatures).toBeGreaterThanOrEqual(2);
  expect(told).toMatch(/"(code|message)":/);
  expect(toldSecret(told + lines.join(''))).toBeNull();
});

describe('tickets that are none', () => {
  /** Byte by byte: no client library would send these. */
  function raw(url: string, authorization: string, more: string[] = []): Promise<string> {
    const { port } = new URL(url);
    const body = JSON.stringify({ query: '{ contacts(first: 1) { nodes { name } } }' });
    const head = [
      ...['POST /graphql HTTP/1.1', 'Host: crm-graph.example', 'Content-Type: application/json'],
      ...[`Content-Length: ${body.length}`, 'Connection: close', `Authorization: ${authorization}`, ...more],
    ];
    return new Promise((resolve) => {
      let received = '';
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1'),
      );
      socket.on('data', (chunk) => (received += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(received));
    });
  }

  test.each([
    ['with NUL', 'Bearer 8A:Cust12345.a\0b'],
    ['with a tab', 'Bearer 8A:Cust12345.a\tb'],
    ['with a folded line', 'Bearer 8A:Cust12345.a\r\n X-Injected: yes'],
    ['with a bare line feed', 'Bearer 8A:Cust12345.a\nX-Injected: yes'],
    ['with a bare carriage return', 'Bearer 8A:Cust12345.a\rX-Injected: yes'],
    ['of 10 kB', `Bearer 8A:Cust12345.${'a'.repeat(10_000)}`],
    ['of 20 kB', `Bearer 8A:Cust12345.${'a'.repeat(20_000)}`],
    ['with a blank in it', 'Bearer 8A:Cust12345.a b'],
    ['with another scheme', 'Negotiate YIIabcdefghijkl'],
    ['beyond ASCII', 'Bearer 8A:Cust12345.\xe9\xe9\xe9'],
  ])('%s: refused, and nothing leaves', async (_, authorization) => {
    await using upstream = await startUpstream(json({ value: [] }));
    const app = await startApp(
      parseConfig({ ...settings, LOG_LEVEL: 'silent', SUPEROFFICE_URL: `${upstream.url}/site` }),
    );
    const answer = await raw(app.url, authorization);
    expect(answer).toMatch(/^HTTP\/1\.1 4(00|01|31) |UNAUTHENTICATED/);
    expect(upstream.received).toEqual([]);
    await app.close();
  });

  test('a CR and LF that begin a header of their own leave the ticket before them as it is', async () => {
    await using upstream = await startUpstream(json({ value: [] }));
    const app = await startApp(
      parseConfig({ ...settings, LOG_LEVEL: 'silent', SUPEROFFICE_URL: `${upstream.url}/site` }),
    );
    await raw(app.url, 'Bearer 8A:Cust12345.first\r\nX-Injected: yes\r\nSO-AppToken: forged');
    expect(upstream.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer 8A:Cust12345.first']);
    expect(upstream.received[0]?.headers).not.toHaveProperty('x-injected');
    expect(upstream.received[0]?.headers).not.toHaveProperty('so-apptoken');
    await app.close();
  });

  test('headers that claim another host change nothing of where requests go', async () => {
    await using upstream = await startUpstream(json({ value: [] }));
    await using other = await startUpstream(json({ value: [] }));
    const app = await startApp(
      parseConfig({ ...settings, LOG_LEVEL: 'silent', SUPEROFFICE_URL: `${upstream.url}/{tenant}` }),
    );
    const host = new URL(other.url).host;
    await raw(app.url, 'Bearer 8A:Cust12345.hosts', [
      ...[`X-Forwarded-Host: ${host}`, `Forwarded: host=${host};proto=http`, `X-Original-URL: ${other.url}`],
      ...[`X-Forwarded-Server: ${host}`, `X-Rewrite-URL: ${other.url}/graphql`, `X-Host: ${host}`],
    ]);
    expect([upstream.received.length, other.received.length]).toEqual([1, 0]);
    expect(JSON.stringify(upstream.received)).not.toContain(host);
    await app.close();
  });

  test('a redirect to another host is not followed, and the ticket goes nowhere', async () => {
    await using other = await startUpstream(json({ value: [] }));
    for (const status of [301, 302, 303, 307, 308]) {
      await using upstream = await startUpstream(text('', status, { location: `${other.url}/steal` }));
      const app = await startApp(
        parseConfig({ ...settings, LOG_LEVEL: 'silent', SUPEROFFICE_URL: `${upstream.url}/site` }),
      );
      const answer = await raw(app.url, 'Bearer 8A:Cust12345.redirected');
      expect(answer).toContain('UPSTREAM_INVALID_RESPONSE');
      await app.close();
    }
    expect(other.received).toEqual([]);
  });
});
