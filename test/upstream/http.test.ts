import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retryAfterSeconds } from '../../src/upstream/answer.ts';
import { RetryBudget } from '../../src/upstream/breaker.ts';
import type { CallScope } from '../../src/upstream/calls.ts';
import { UpstreamError } from '../../src/upstream/errors.ts';
import { createHttp, type Http, type HttpRequest } from '../../src/upstream/http.ts';
import { Kept } from '../../src/upstream/kept.ts';
import { createLanes } from '../../src/upstream/lanes.ts';
import { eventually } from '../eventually.ts';
import { drip, hang, json, reset, startUpstream, text, truncated, type UpstreamServer } from './upstream-server.ts';

const limits = { timeoutMs: 400, deadlineMs: 2_000, connections: { superoffice: 4, onoffice: 4 } };
let upstream: UpstreamServer;
let http: Http;

beforeEach(async () => {
  upstream = await startUpstream(json({ fine: true }));
  http = createHttp(limits);
});

afterEach(async () => {
  await http.close();
  await upstream.close();
});

function scope(maxCalls = 1_000): CallScope & { controller: AbortController } {
  const controller = new AbortController();
  return { calls: [], maxCalls, startedAt: performance.now(), signal: controller.signal, requestId: 'r1', controller };
}

function request(over: Partial<HttpRequest> = {}): HttpRequest {
  return {
    ...{ system: 'superoffice', lane: 'Cust1', origin: upstream.url, path: '/api/v1/Contact?$top=1' },
    ...{ label: '/Contact', method: 'GET', headers: { accept: 'application/json' }, intent: 'read', scope: scope() },
    ...over,
  } as HttpRequest;
}

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw new Error(`expected an UpstreamError, got ${String(error)}`);
  return error;
}

const write = { method: 'PATCH', intent: 'write', kind: 'json-patch', body: '[]' } as const;

describe('an answer', () => {
  test('comes with status, JSON and one line in the log of calls', async () => {
    const one = scope();
    const answer = await http.send(request({ scope: one }));
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({ fine: true });
    expect(one.calls).toEqual([
      {
        ...{ system: 'superoffice', method: 'GET', path: '/Contact', rows: null, status: 200, bytes: 13 },
        ...{ ms: expect.any(Number), startMs: expect.any(Number), cache: 'miss' },
      },
    ]);
    expect(one.calls[0]?.ms).toBeGreaterThan(0);
  });

  test('keeps its connection for the next request', async () => {
    const ports = new Set<number | undefined>();
    upstream.answer((response) => {
      ports.add(response.socket?.remotePort);
      response.end('{}');
    });
    for (let i = 0; i < 20; i++) await http.send(request());
    // A second one may be opened by a request that begins in the very tick in which the first is answered.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  test('may begin with a byte order mark; what is no JSON is malformed', async () => {
    upstream.answer(text('\ufeff[1]'));
    expect((await http.send(request())).json()).toEqual([1]);
    upstream.answer(text('<html>Log in with secret 8A:Cust1.x</html>'));
    const answer = await http.send(request());
    const error = await failure(Promise.resolve().then(() => answer.json()));
    expect(error).toMatchObject({ kind: 'malformed', status: 200 });
    expect(JSON.stringify([error, error.message, String(error.cause)])).not.toContain('8A:');
  });

  test('that redirects is not followed', async () => {
    upstream.answer(text('', 302, { location: `${upstream.url}/elsewhere` }));
    expect((await http.send(request())).status).toBe(302);
    expect(upstream.received).toHaveLength(1);
  });

  test('above the cap is malformed, and no more of it is read', async () => {
    let written = 0;
    upstream.answer((response) => {
      const block = Buffer.alloc(1024 * 1024, 0x20);
      const more = () => {
        while (!response.destroyed && written < 100) {
          written += 1;
          if (!response.write(block)) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    const patient = createHttp({ ...limits, timeoutMs: 10_000, deadlineMs: 10_000 });
    expect((await failure(patient.send(request()))).kind).toBe('malformed');
    expect(written).toBeLessThan(60);
    await patient.close();
  });

  test('with headers beyond all measure is malformed', async () => {
    upstream.answer(text('', 200, { 'x-large': 'x'.repeat(70_000) }));
    expect((await failure(http.send(request()))).kind).toBe('malformed');
  });
});

describe('reads', () => {
  test.each([
    ['reset', reset],
    ['truncated', truncated],
    ['429', json({}, 429)],
    ['503', json({}, 503)],
  ])('are asked once more after %s', async (_name, fault) => {
    const one = scope();
    upstream.answer(fault, json({ fine: true }));
    expect((await http.send(request({ scope: one }))).json()).toEqual({ fine: true });
    expect(upstream.received).toHaveLength(2);
    expect(one.calls.map((call) => call.status).at(-1)).toBe(200);
    expect(one.calls).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 409, 412, 421, 500, 502])('are asked once where the answer is %i', async (status) => {
    upstream.answer(json({}, status));
    expect((await http.send(request())).status).toBe(status);
    expect(upstream.received).toHaveLength(1);
  });

  test('are asked twice at most', async () => {
    upstream.answer(reset);
    expect((await failure(http.send(request()))).kind).toBe('unavailable');
    expect(upstream.received).toHaveLength(2);
    upstream.answer(json({}, 429, { 'retry-after': '0' }));
    const answer = await http.send(request());
    expect([answer.status, answer.retryAfter]).toEqual([429, 0]);
    expect(upstream.received).toHaveLength(4);
  });

  test('wait as long as Retry-After says, where the deadline leaves room', async () => {
    upstream.answer(json({}, 503, { 'retry-after': '1' }), json({}));
    const before = performance.now();
    expect((await http.send(request())).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(1_000);

    upstream.answer(json({}, 503, { 'retry-after': '86400' }));
    const answer = await http.send(request());
    expect([answer.status, answer.retryAfter]).toEqual([503, 86_400]);
    expect(upstream.received).toHaveLength(3);
  });

  test('of a failing upstream cost at most a fifth more', async () => {
    upstream.answer(json({}, 429));
    for (let i = 0; i < 50; i++) await http.send(request());
    expect(upstream.received).toHaveLength(60);
  });

  test('stop within 100 ms when the client leaves', async () => {
    upstream.answer(hang);
    const one = scope();
    const before = performance.now();
    setTimeout(() => one.controller.abort(), 50);
    expect((await failure(http.send(request({ scope: one })))).kind).toBe('timeout');
    expect(performance.now() - before).toBeLessThan(350);
    expect(upstream.received).toHaveLength(1);
  });

  test('that the end of their operation cuts short fail for that one alone', async () => {
    upstream.answer(hang, json({ fine: true }));
    const kept = new Kept<unknown>({ system: 'superoffice', entries: 1, bytes: 1, ttlMs: 1_000 });
    const read = (one: CallScope) =>
      kept.get('list', one, async () => ({ value: (await http.send(request({ scope: one }))).json(), bytes: 1 }));
    const late = failure(read({ ...scope(), startedAt: performance.now() - limits.deadlineMs + 100 }));
    expect(await read(scope())).toEqual({ fine: true });
    expect((await late).kind).toBe('timeout');
  });

  test.each([
    ['hangs', hang],
    ['drips', drip],
  ])('end at their deadline where the upstream %s', async (_name, fault) => {
    upstream.answer(fault);
    const before = performance.now();
    expect((await failure(http.send(request()))).kind).toBe('timeout');
    const took = performance.now() - before;
    expect(took).toBeGreaterThan(390);
    expect(took).toBeLessThan(1200);
    expect(upstream.received).toHaveLength(1);
  });

  test('that are answered while this process stands still are answered in time', async () => {
    // Beside this process, which does not move until long after the deadline.
    const beside = new Worker(
      `const { createServer } = require('node:http');
      const server = createServer((_, response) => setTimeout(() => response.end('[1]'), 100));
      server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    const [port] = await once(beside, 'message');
    const origin = `http://127.0.0.1:${port}`;
    await http.send(request({ origin }));
    const asked = http.send(request({ origin }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    // Behind the poll for what has come in: what is next are timers.
    await new Promise((resolve) => setImmediate(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3 * limits.timeoutMs);
    expect((await asked).json()).toEqual([1]);
    await beside.terminate();
  });

  test('to a closed port are unavailable', async () => {
    await upstream.close();
    expect((await failure(http.send(request()))).kind).toBe('unavailable');
  });

  test('sign each attempt anew', async () => {
    upstream.answer(reset, json({}));
    let made = 0;
    const body = () => `attempt ${++made}`;
    await http.send(request({ method: 'POST', body }));
    expect(upstream.received.map((one) => one.body)).toEqual(['attempt 1', 'attempt 2']);
  });
});

describe('writes', () => {
  test.each([
    ['reset', reset, 'unknownOutcome'],
    ['truncated', truncated, 'unknownOutcome'],
    ['hangs', hang, 'unknownOutcome'],
  ] as const)('are sent once where the upstream %s', async (_name, fault, kind) => {
    upstream.answer(fault);
    expect((await failure(http.send(request(write)))).kind).toBe(kind);
    expect(upstream.received).toHaveLength(1);
  });

  test('are sent once where the answer is 503', async () => {
    upstream.answer(json({}, 503));
    const one = scope();
    expect((await http.send(request({ ...write, scope: one }))).status).toBe(503);
    expect(upstream.received).toHaveLength(1);
    expect(one.calls[0]).toMatchObject({ method: 'PATCH', kind: 'json-patch', status: 503 });
  });

  test('that could not be sent are unavailable, not of unknown outcome', async () => {
    await upstream.close();
    expect((await failure(http.send(request(write)))).kind).toBe('unavailable');
  });

  test('run to their end when the client leaves', async () => {
    upstream.answer((response) => setTimeout(() => response.end('{"saved":true}'), 150));
    const one = scope();
    setTimeout(() => one.controller.abort(), 50);
    expect((await http.send(request({ ...write, scope: one }))).json()).toEqual({ saved: true });
  });

  test('do not begin after the end of the operation', async () => {
    const one = scope();
    one.controller.abort();
    expect((await failure(http.send(request({ ...write, scope: one })))).kind).toBe('timeout');
    expect(upstream.received).toHaveLength(0);
  });
});

describe('limits', () => {
  test.each([{}, write])(
    'nothing is sent when the time of its operation is over, whether or not that has been signalled',
    async (kind) => {
      const late = { ...scope(), startedAt: performance.now() - limits.deadlineMs };
      expect((await failure(http.send(request({ ...kind, scope: late })))).kind).toBe('timeout');
      expect([late.calls, upstream.received]).toEqual([[], []]);
    },
  );

  test('a lane has so many requests at a time; the rest wait, then are refused', async () => {
    upstream.answer((response) => setTimeout(() => response.end('{}'), 5));
    // The last of them waits for 33 others, one after the other: on a busy machine too long for the time that the rest of this file gives.
    const patient = createHttp({ ...limits, timeoutMs: 10_000, deadlineMs: 20_000 });
    const outcomes = await Promise.all(
      Array.from({ length: 140 }, () =>
        patient.send(request()).then(
          () => 'answered',
          (error: UpstreamError) => error.kind,
        ),
      ),
    );
    expect(upstream.mostAtOnce()).toBe(4);
    expect(outcomes.filter((kind) => kind === 'overloaded')).toHaveLength(140 - 4 - 4 * 32);
    expect(outcomes.filter((kind) => kind === 'answered')).toHaveLength(4 + 4 * 32);
    await patient.close();
  });

  test('what waits behind requests that hang ends within twice the time of one', async () => {
    upstream.answer(hang);
    const before = performance.now();
    const kinds = await Promise.all(Array.from({ length: 40 }, async () => (await failure(http.send(request()))).kind));
    // Ten rounds of four would take 4 s.
    expect(performance.now() - before).toBeLessThan(3 * 2 * 400);
    expect(kinds.slice(0, 4)).toEqual(Array(4).fill('timeout'));
    expect(upstream.received.length).toBeLessThanOrEqual(8);
  });

  test.each([{}, write])(
    'what waits for its turn goes to where it was meant for, though its tenant has moved',
    async (kind) => {
      await using moved = await startUpstream(json({ moved: true }));
      const narrow = createHttp({ ...limits, connections: { superoffice: 1, onoffice: 1 } });
      upstream.answer((response) => setTimeout(() => response.end('{}'), 50), json({}, 421), json({}));
      const old = [narrow.send(request()), narrow.send(request(kind))];
      const after = await narrow.send(request({ origin: moved.url, path: '/moved/api/v1/Contact' }));
      const statuses = (await Promise.all(old)).map(({ status }) => status);
      expect([...statuses, after.status]).toEqual([200, 421, 200]);
      expect(upstream.received).toHaveLength(2);
      expect(moved.received.map(({ path }) => path)).toEqual(['/moved/api/v1/Contact']);
      await narrow.close();
    },
  );

  test('what waits in a lane that has made room for others is sent all the same', async () => {
    const lanes = createLanes(limits.connections, limits.timeoutMs);
    const lane = lanes.of('superoffice', 'Cust1', upstream.url);
    await (await lane.pool.request({ path: '/first', method: 'GET' })).body.dump();
    for (let other = 2; other <= 1_001; other += 1) lanes.of('superoffice', `Cust${other}`, upstream.url);
    expect(lanes.breakers().some(({ lane: name }) => name === 'Cust1')).toBe(false);
    await (await lane.pool.request({ path: '/second', method: 'GET' })).body.dump();
    expect(upstream.received.map(({ path }) => path)).toEqual(['/first', '/second']);
    await Promise.all([lanes.close(), lane.pool.close()]);
  });

  test('an operation sends no more than its limit', async () => {
    const one = scope(3);
    const sent = Array.from({ length: 5 }, () =>
      http.send(request({ scope: one })).then(
        () => 'answered',
        (error: UpstreamError) => error.kind,
      ),
    );
    expect((await Promise.all(sent)).sort()).toEqual(['answered', 'answered', 'answered', 'callLimit', 'callLimit']);
    expect(upstream.received).toHaveLength(3);
    expect(one.calls).toHaveLength(3);
  });

  test('a second attempt takes no place of another request', async () => {
    upstream.answer(reset, json({}), json({}), json({}, 503), json({}));
    const one = scope(3);
    const answers: number[] = [];
    for (let i = 0; i < 3; i += 1) answers.push((await http.send(request({ scope: one }))).status);
    expect(answers).toEqual([200, 200, 200]);
    expect(one.calls.map(({ status }) => status)).toEqual([null, 200, 200, 503, 200]);
    expect((await failure(http.send(request({ scope: one })))).kind).toBe('callLimit');
    expect(upstream.received).toHaveLength(5);
  });
});

describe('the breaker', () => {
  const five =
    (over: Partial<HttpRequest> = {}) =>
    async () => {
      for (let i = 0; i < 5; i++) await http.send(request(over)).catch(() => undefined);
    };

  test('opens after five faults, answers with no request, probes once, closes', async () => {
    upstream.answer(json({}, 500));
    await five()();
    const before = upstream.received.length;
    const one = scope();
    const error = await failure(http.send(request({ scope: one })));
    expect([error.kind, error.retryAfter]).toEqual(['unavailable', 2]);
    expect(upstream.received).toHaveLength(before);
    expect(one.calls).toEqual([]);
    expect(http.breakers()).toEqual([{ system: 'superoffice', lane: 'Cust1', state: 'open' }]);

    expect((await http.send(request({ lane: 'Cust2' }))).status).toBe(500);
    upstream.answer((response) => setTimeout(() => response.end('{}'), 100));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => http.send(request())));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(upstream.received).toHaveLength(before + 2);
    expect((await http.send(request())).status).toBe(200);
  });

  test.each([401, 403, 404, 429])('does not count %i', async (status) => {
    upstream.answer(json({}, status));
    await five()();
    await five()();
    expect((await http.send(request())).status).toBe(status);
  });

  test('does not count a 500 that names the exception by which the CRM refuses a question', async () => {
    upstream.answer(json({ Error: true, ErrorType: 'SoException', ErrorMessage: 'Unknown column' }, 500));
    await five()();
    expect((await http.send(request())).status).toBe(500);
    expect(http.breakers()[0]?.state).toBe('closed');
  });

  test('counts faults in a row: a good answer between them, or one asked for ahead of them, ends the row', async () => {
    const state = () => http.breakers()[0]?.state;
    const ask = () => http.send(request());
    for (let round = 0; round < 2; round += 1) {
      upstream.answer(json({}, 500));
      for (let i = 0; i < 4; i += 1) await ask();
      upstream.answer(json({}));
      await ask();
    }
    upstream.answer((response) => setTimeout(() => response.end('{}'), 300));
    const slow = ask();
    await eventually(() => expect(upstream.received).toHaveLength(11));
    upstream.answer(json({}, 500));
    for (let i = 0; i < 4; i += 1) await ask();
    expect((await slow).status).toBe(200);
    for (let i = 0; i < 4; i += 1) await ask();
    expect(state()).toBe('closed');
    await ask();
    expect(state()).toBe('open');
  });

  test('counts timeouts, but neither a refused write nor a client that left', async () => {
    upstream.answer(json({}, 500));
    await five(write)();
    upstream.answer(hang);
    for (let i = 0; i < 5; i++) {
      const one = scope();
      setTimeout(() => one.controller.abort(), 10);
      await http.send(request({ scope: one })).catch(() => undefined);
    }
    expect(http.breakers()[0]?.state).toBe('closed');
    await five()();
    expect(http.breakers()[0]?.state).toBe('open');
  });
});

test('the budget of retries begins with the first request, whenever that is', () => {
  const budget = new RetryBudget();
  const taken = [9_999, 10_001, 10_003].map((at) => {
    for (let i = 0; i < 10; i += 1) budget.request(at);
    return Array.from({ length: 10 }, () => budget.take(at)).filter(Boolean).length;
  });
  expect(taken).toEqual([3, 1, 2]);
});

test('Retry-After is read in seconds and as a date, past and garbage harmless', () => {
  const now = () => Date.UTC(2026, 0, 1);
  expect(retryAfterSeconds('7', now)).toBe(7);
  expect(retryAfterSeconds('Thu, 01 Jan 2026 00:01:30 GMT', now)).toBe(90);
  expect(retryAfterSeconds('Thu, 01 Jan 2015 00:00:00 GMT', now)).toBe(0);
  expect(retryAfterSeconds('soon', now)).toBeUndefined();
  expect(retryAfterSeconds('-5', now)).toBeUndefined();
  expect(retryAfterSeconds(undefined, now)).toBeUndefined();
});
