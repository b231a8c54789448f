import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import type { CallScope } from '../../../src/upstream/calls.ts';
import { UpstreamError } from '../../../src/upstream/errors.ts';
import { createHttp, type Http } from '../../../src/upstream/http.ts';
import { createOnOffice, type OnOffice, type OnOfficeBinding } from '../../../src/upstream/onoffice/client.ts';

let simulator: OnOfficeSimulator;
let http: Http;
let scope: CallScope;
let onoffice: OnOffice;

beforeAll(async () => {
  simulator = await startOnOfficeSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  http = createHttp({ timeoutMs: 400, deadlineMs: 5_000, connections: { superoffice: 4, onoffice: 4 } });
  scope = newScope();
  onoffice = client();
});
afterEach(() => http.close());

function newScope(): CallScope {
  const { signal } = new AbortController();
  return { calls: [], maxCalls: 100, startedAt: performance.now(), signal, requestId: 'test' };
}

function client(binding: Partial<OnOfficeBinding> = {}): OnOffice {
  const [customer] = simulator.customers;
  return createOnOffice({ config: { url: simulator.url }, customer, claim: null, http, scope, ...binding });
}

const one = { data: ['Id', 'objekttitel'], listlimit: 1 };
const pictures = { estateids: [2471], categories: ['Titelbild'] };

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw error;
  return error;
}

const both = () => Promise.allSettled([onoffice.read('estate', one), onoffice.get('estatepictures', pictures)]);

test('results out of order are malformed, not swapped', async () => {
  simulator.faults.add({ fault: { kind: 'reordered' } });
  for (const outcome of await both())
    expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'malformed' } });
});

test('equal actions out of order are told apart by their identifiers', async () => {
  simulator.faults.add({ fault: { kind: 'reordered' } });
  const reads = [2471, 2475].map((id) => failure(onoffice.read('estate', { data: ['Id'] }, id)));
  for (const error of await Promise.all(reads)) expect(error.kind).toBe('malformed');
});

test('a missing result costs its action alone', async () => {
  simulator.faults.add({ fault: { kind: 'missingResult' } });
  expect(await both()).toMatchObject([
    { status: 'fulfilled', value: { total: 120 } },
    { status: 'rejected', reason: { kind: 'malformed' } },
  ]);
});

test.each([
  [0, true, ['malformed', 1, 2]],
  [1, true, [0, 'malformed', 2]],
  [1, false, ['malformed', 'malformed', 'malformed']],
])('without result %i, whose others name their actions: %s', async (missing, areNamed, expected) => {
  await using server = await serving((sent) => {
    const { actions } = (JSON.parse(sent) as { request: { actions: Record<string, unknown>[] } }).request;
    const results = actions.map((action, at) => ({
      ...{ ...action, identifier: areNamed ? action.identifier : '', status: { errorcode: 0 } },
      data: { meta: { cntabsolute: at }, records: [] },
    }));
    return { status: 200, body: JSON.stringify({ status: {}, response: { results: results.toSpliced(missing, 1) } }) };
  });
  const own = client({ config: { url: server.url } });
  const outcomes = await Promise.allSettled([2471, 2475, 2479].map((id) => own.read('estate', { data: ['Id'] }, id)));
  const told = outcomes.map((each) =>
    each.status === 'fulfilled' ? each.value.total : (each.reason as UpstreamError).kind,
  );
  expect(told).toEqual(expected);
});

test.each([
  ['<html>', 200, 'malformed', undefined],
  ['<html>', 500, 'unavailable', 500],
  ['', 429, 'rateLimited', 429],
  ['[]', 200, 'malformed', 200],
  ['{"status":{"code":200,"errorcode":0}}', 200, 'malformed', undefined],
  ['{"status":{"code":500,"errorcode":41,"message":"Customer unknown!"}}', 500, 'unauthenticated', 500],
  ['{"status":{"code":400,"errorcode":22},"response":{"results":[]}}', 200, 'unauthenticated', 400],
  ['{"status":{"code":200,"errorcode":0},"response":{"results":[null]}}', 200, 'malformed', undefined],
  ['{"status":{"code":500}}', 200, 'malformed', 200],
  ['{"status":{"code":500}}', 500, 'unavailable', 500],
])('%s with %i is %s', async (body, status, kind, shown) => {
  await using server = await serving(() => ({ status, body }));
  const error = await failure(client({ config: { url: server.url } }).read('estate', one));
  expect(error.kind).toBe(kind);
  if (shown !== undefined) expect(error.status).toBe(shown);
});

test.each(['[]', '{"code":500}', '{"code":500,"errorcode":"1"}'])(
  'a status that tells no code, %s, leaves open whether a write was done',
  async (status) => {
    let posts = 0;
    await using server = await serving(() => {
      posts += 1;
      return { status: 200, body: `{"status":${status},"response":[]}` };
    });
    const own = client({ config: { url: server.url } });
    const error = await failure(own.write('create', 'estate', { data: { objektart: 'haus' } }));
    expect([error.kind, error.type]).toEqual(['unknownOutcome', undefined]);
    expect(posts).toBe(1);
  },
);

test('records without elements are malformed', async () => {
  await using server = await serving((sent) => {
    const [action] = (JSON.parse(sent) as { request: { actions: Record<string, unknown>[] } }).request.actions;
    const result = { ...action, data: { meta: {}, records: [{ id: 1 }] }, status: { errorcode: 0 } };
    return { status: 200, body: JSON.stringify({ status: { errorcode: 0 }, response: { results: [result] } }) };
  });
  expect((await failure(client({ config: { url: server.url } }).read('estate', one))).kind).toBe('malformed');
});

test('a connection that is cut', async () => {
  simulator.faults.add({ fault: { kind: 'resetInBody' } });
  expect((await failure(onoffice.read('estate', one))).kind).toBe('unavailable');
});

test('no answer in time', async () => {
  simulator.faults.add({ times: 1, fault: { kind: 'hang' } });
  expect((await failure(onoffice.read('estate', one))).kind).toBe('timeout');
});

interface Serving extends AsyncDisposable {
  url: string;
}

/** A server that answers every POST with what the test says. */
async function serving(answer: (body: string) => { status: number; body: string }): Promise<Serving> {
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = answer(Buffer.concat(chunks).toString());
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api.php`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
