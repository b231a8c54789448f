import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const get = (path = '/Contact/25/Simple', signal: AbortSignal | null = null) =>
  fetch(`${simulator.url()}/api/v1${path}`, {
    headers: { authorization: simulator.tickets.lars },
    redirect: 'manual',
    signal,
  });

describe('faults', () => {
  test('wrongLength: the whole body, and no end of it; plain: what is no JSON', async () => {
    simulator.faults.add({ times: 1, fault: { kind: 'wrongLength' } });
    const cut = await get();
    const whole = await get();
    expect(Number(cut.headers.get('content-length'))).toBe(Number(whole.headers.get('content-length')) + 50);
    await expect(cut.text()).rejects.toThrow();
    simulator.faults.add({ times: 1, fault: { kind: 'plain', body: '<Contact/>', contentType: 'application/xml' } });
    const xml = await get();
    expect([xml.status, xml.headers.get('content-type'), await xml.text()]).toEqual([
      200,
      'application/xml',
      '<Contact/>',
    ]);
  });

  test('strike the requests of their rule, as often as it says', async () => {
    simulator.faults.add({
      method: 'get',
      path: '^/Contact/\\d+$',
      skip: 1,
      times: 2,
      fault: { kind: 'status', status: 503 },
    });
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await get('/contact/25')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect((await get('/Person/71')).status).toBe(200);
    expect(simulator.faults.rules).toEqual([]);
    const remove = simulator.faults.add({ probability: 0.5, fault: { kind: 'notModified' } });
    const some = await Promise.all(Array.from({ length: 40 }, () => get()));
    const struck = some.filter((answer) => answer.status === 304).length;
    expect(struck).toBeGreaterThan(8);
    expect(struck).toBeLessThan(32);
    remove();
    expect((await get()).status).toBe(200);
  });

  test('replace the answer: body and headers, page, other shape, 304, redirect', async () => {
    const body = { Error: true, ErrorType: 'SoException' };
    simulator.faults.add({ times: 1, fault: { kind: 'status', status: 500, body, headers: { 'Retry-After': '3' } } });
    const refused = await get();
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([500, '3', body]);
    expect(simulator.journal.at(-1)).toMatchObject({ status: 500, rows: null, fault: 'status' });
    simulator.faults.add({ times: 1, fault: { kind: 'html' } });
    expect((await get()).headers.get('content-type')).toBe('text/html; charset=utf-8');
    simulator.faults.add({ times: 1, fault: { kind: 'wrongShape', body: [1] } });
    expect(await (await get()).json()).toEqual([1]);
    simulator.faults.add({ times: 1, fault: { kind: 'redirect', location: 'https://elsewhere.example/' } });
    const redirect = await get();
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
    expect(simulator.journal.at(-1)?.fault).toBe('redirect');
  });

  test('spoil the connection or the body', async () => {
    simulator.faults.add({ times: 1, fault: { kind: 'reset' } });
    await expect(get()).rejects.toThrow();
    simulator.faults.add({ times: 1, fault: { kind: 'resetInBody' } });
    const cut = await get();
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow();
    simulator.faults.add({ times: 1, fault: { kind: 'truncated' } });
    const short = await (await get()).text();
    expect(() => JSON.parse(short)).toThrow();
    simulator.faults.add({ times: 1, fault: { kind: 'oversized', bytes: 2_000_000 } });
    const large = await (await get()).text();
    expect(large.length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(large).ContactId).toBe(25);
  });

  test('oversized: no more of it is written than is taken, and the journal tells how much', async () => {
    simulator.faults.add({ times: 1, fault: { kind: 'oversized', bytes: 100 * 1024 * 1024 } });
    const large = await get();
    expect(large.headers.get('content-length')).toMatch(/^1048\d{5}$/);
    for await (const _ of large.body ?? []) break;
    await expect.poll(() => simulator.journal.at(-1)?.bytes).toBeGreaterThan(0);
    expect(simulator.journal.at(-1)?.bytes).toBeLessThan(20 * 1024 * 1024);
  });

  test('trickle: byte by byte, and never an end', async () => {
    const whole = await (await get('/Nothing')).text();
    simulator.faults.add({ times: 1, fault: { kind: 'trickle', everyMs: 1 } });
    const { body } = await get('/Nothing');
    let text = '';
    for await (const chunk of body ?? []) {
      text += Buffer.from(chunk).toString('latin1');
      if (text.endsWith('   ')) break;
    }
    expect(text.trim()).toBe(whole);
  });

  test('connections are refused for a while, at the same address', async () => {
    const refused = simulator.refuse(100);
    await expect(get()).rejects.toThrow();
    await expect(get()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await refused;
    expect((await get()).status).toBe(200);
  });

  test('take time', async () => {
    const before = performance.now();
    simulator.faults.add({ times: 1, fault: { kind: 'delay', milliseconds: 80 } });
    await (await get()).text();
    simulator.faults.add({ times: 1, fault: { kind: 'drip', milliseconds: 80 } });
    expect((await (await get()).json()).ContactId).toBe(25);
    expect(performance.now() - before).toBeGreaterThan(150);
    simulator.faults.add({ times: 1, fault: { kind: 'hang' } });
    await expect(get('/Contact/25', AbortSignal.timeout(80))).rejects.toThrow(/timeout/i);
    expect(simulator.journal.at(-1)).toMatchObject({ path: '/Contact/25', status: null, fault: 'hang' });
  });
});

describe('the journal', () => {
  test('holds what was asked and what was answered, and no secret', async () => {
    simulator.clear();
    const query = `$select=contactId&$filter=${encodeURIComponent("name begins 'A'")}`;
    const answer = await ask(simulator, `/Contact?${query}`, { 'so-timezone': 'UTC, includeTZOffset', cookie: 'a=b' });
    expect(answer.status).toBe(401);
    const { text, json } = await ask(simulator, `/Contact?${query}`, { 'so-timezone': 'UTC, includeTZOffset' });
    await ask(simulator, '/Agents/Contact/GetContactList', {}, [2, 3]);
    expect(simulator.journal).toHaveLength(3);
    expect(simulator.journal[1]).toMatchObject({
      tenant: 'Cust12345',
      method: 'GET',
      path: '/Contact',
      query: { $select: 'contactId', $filter: "name begins 'A'" },
      headers: { 'so-timezone': 'UTC, includeTZOffset' },
      status: 200,
      bytes: Buffer.byteLength(text),
      rows: json.value.length,
      fault: null,
    });
    expect(simulator.journal[2]).toMatchObject({ method: 'POST', body: '[2,3]', rows: 2 });
    const [, ticket = ''] = simulator.tickets.lars.split(' ');
    expect(JSON.stringify(simulator.journal)).not.toContain(ticket);
    expect(simulator.journal[1]?.headers.authorization).toMatch(/^Bearer #[0-9a-f]{12}$/);
    expect(simulator.journal[0]?.headers.cookie).toMatch(/^#[0-9a-f]{12}$/);
  });
});

describe('steering over HTTP', () => {
  const steer = async (method: string, name: string, body?: unknown) => {
    const answer = await fetch(`${simulator.origin}/_sim/${name}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: await answer.json() };
  };

  test('moves faults, clock, options and tables, and reads the journal', async () => {
    simulator.clear();
    await steer('POST', 'faults', [{ path: '^/Contact', times: 1, fault: { kind: 'status', status: 429 } }]);
    expect((await get()).status).toBe(429);
    expect((await steer('GET', 'journal')).json).toMatchObject([{ path: '/Contact/25/Simple', status: 429 }]);
    await steer('POST', 'options', { access: { forbiddenStatus: 404 } });
    expect(simulator.options.access.forbiddenStatus).toBe(404);
    expect((await steer('POST', 'options', { access: { nothing: 1 } })).status).toBe(400);
    await steer('POST', 'clock', { set: '2026-07-01T10:00:00Z', advance: 60_000 });
    const { json } = await steer('GET', 'clock');
    expect(json.now).toMatch(/^2026-07-01T10:01:0/);
    simulator.world().contacts.delete(25);
    expect((await get()).status).toBe(404);
    await steer('POST', 'reset');
    expect((await get()).status).toBe(200);
    expect(simulator.options.access.forbiddenStatus).toBe(403);
    expect((await steer('POST', 'nothing')).status).toBe(404);
    expect((await steer('POST', 'faults', { times: 1 })).status).toBe(400);
    simulator.clock.set(new Date('2026-04-20T00:00:00Z'));
  });

  test.each([
    [{ times: 1 }, 'a rule needs a fault with a kind: status, delay, hang, reset,'],
    [{ fault: { kind: 'statsu', status: 500 } }, 'a rule needs a fault with a kind: status, delay, hang, reset,'],
    [{ fault: { kind: 'refuse', code: 1 } }, 'a rule needs a fault with a kind: status, delay, hang, reset,'],
    [{ fault: { kind: 'status' } }, "a fault of the kind 'status' needs a number 'status'"],
    [{ fault: { kind: 'status', status: 42 } }, 'there is no answer with the status 42'],
    [{ fault: { kind: 'delay', milliseconds: '80' } }, "a fault of the kind 'delay' needs a number 'milliseconds'"],
    [{ fault: { kind: 'html' }, count: 1 }, "a rule has no 'count': method, path,"],
    [{ fault: { kind: 'html' }, path: '(' }, 'Invalid regular expression'],
    [{ fault: { kind: 'html' }, path: 5 }, "'path' of a rule is a text"],
    [{ fault: { kind: 'html' }, times: 0 }, "'times' of a rule is a count of at least 1"],
    [{ fault: { kind: 'html' }, times: 'once' }, "'times' of a rule is a count of at least 1"],
    [{ fault: { kind: 'html' }, skip: -1 }, "'skip' of a rule is a count"],
    [{ fault: { kind: 'html' }, probability: 2 }, "'probability' of a rule is above 0 and at most 1"],
  ])('refuses a rule that would strike nothing: %j', async (rule, message) => {
    const { status, json } = await steer('POST', 'faults', [rule]);
    expect([status, json.message]).toEqual([400, expect.stringContaining(message)]);
    expect(simulator.faults.rules).toEqual([]);
  });

  test.each([
    [{ advance: 'soon' }, 'advance is a number of milliseconds'],
    [{ set: '2026-07-01T10:00:00Z', advance: null }, 'advance is a number of milliseconds'],
    [{ advance: 1e300 }, 'no clock shows such a time'],
    [{ set: 5 }, 'set is not an instant'],
    [{ forward: 5 }, "a clock has no 'forward': set, advance"],
    [{ set: null }, 'set is not an instant'],
  ])('a time that cannot be, %j, leaves the clock as it is', async (given, message) => {
    simulator.clock.set(new Date('2026-07-01T09:00:00Z'));
    expect(await steer('POST', 'clock', given)).toEqual({ status: 400, json: { message } });
    expect((await steer('GET', 'clock')).json.now).toMatch(/^2026-07-01T09:00:0/);
    simulator.clock.set(new Date('2026-04-20T00:00:00Z'));
  });

  test.each([
    [{ neverModified: 'absent', nothing: 1 }, 'there is no option nothing'],
    [{ neverModified: 'absent', dates: { zone: 'x' } }, 'there is no option dates.zone'],
    [{ neverModified: 'absent', dates: 5 }, 'options.dates are an object'],
    [[], 'options are an object'],
  ])('of options that are not, %j, none is changed', async (given, message) => {
    expect(await steer('POST', 'options', given)).toEqual({ status: 400, json: { message } });
    expect((await steer('GET', 'options')).json).toMatchObject({
      neverModified: 'created',
      dates: { conversion: 'full' },
    });
  });

  test('is refused to other hosts’ pages and names', async () => {
    const rebound = await fetch(`${simulator.origin}/_sim/journal`, { headers: { origin: 'https://evil.example' } });
    expect(rebound.status).toBe(403);
  });
});
