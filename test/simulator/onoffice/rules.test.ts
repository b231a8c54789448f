import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hmacV1, hmacV2, type ReceivedAction } from '../../../src/simulator/onoffice/signature.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import { type Account, type Answer, type AskedAction, ask, post, postRaw, sample } from './post.ts';

let simulator: OnOfficeSimulator;
let account: Account;

beforeAll(async () => {
  simulator = await startOnOfficeSimulator();
  [account] = simulator.customers;
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const read: AskedAction = { verb: 'read', resource: 'estate', parameters: { data: ['Id'], listlimit: 1 } };
const broken: AskedAction = { ...read, parameters: { data: ['no_such_field'] } };

function statusOf(answer: Answer): unknown {
  return { status: answer.status, response: answer.response };
}

async function codeOf(action: AskedAction, caller: Account = account): Promise<number | undefined> {
  return (await ask(simulator.url, caller, action)).status.errorcode;
}

interface Vectors {
  v2: { vectors: (Pick<ReceivedAction, 'actionid' | 'resourcetype'> & VectorEnd)[] };
  v1: { vectors: (Omit<ReceivedAction, 'hmac' | 'second' | 'timestamp'> & VectorEnd)[] };
}
interface VectorEnd {
  timestamp: number;
  token: string;
  secret: string;
  hmac: string;
}

describe('signatures', () => {
  test('both versions give the vectors', async () => {
    const { v1, v2 } = await sample<Vectors>('hmac-vectors');
    expect(v2.vectors).toHaveLength(13);
    for (const vector of v2.vectors) {
      expect(hmacV2({ ...vector, timestamp: String(vector.timestamp) }, vector.token, vector.secret)).toBe(vector.hmac);
    }
    for (const vector of v1.vectors) {
      expect(hmacV1({ ...vector, timestamp: String(vector.timestamp) }, vector.token, vector.secret)).toBe(vector.hmac);
    }
  });

  test('a wrong one, a stale one and one of another secret are refused', async () => {
    const now = Math.floor(simulator.signingClock.now() / 1000);
    expect(await codeOf({ ...read, hmac: 'bm8=' })).toBe(137);
    expect(await codeOf(read, { ...account, secret: 'x'.repeat(64) })).toBe(137);
    expect(await codeOf({ ...read, timestamp: now - 115 })).toBe(0);
    expect(await codeOf({ ...read, timestamp: now - 125 })).toBe(136);
    expect(await codeOf({ ...read, timestamp: now + 125 })).toBe(136);
    simulator.signingClock.set(Date.parse('2026-05-01T08:00:00.100Z'));
    const second = Date.parse('2026-05-01T08:00:00Z') / 1000;
    expect(await codeOf({ ...read, timestamp: second - 120 })).toBe(0);
    expect(await codeOf({ ...read, timestamp: second - 121 })).toBe(136);
    expect(await codeOf({ ...read, timestamp: second + 122 })).toBe(136);
    simulator.signingClock.set(Date.now());
    simulator.signingClock.advance(600_000);
    expect(await codeOf(read)).toBe(136);
  });

  test('without a version the older signature is meant, and a float in it must be text', async () => {
    const timestamp = Math.floor(Date.now() / 1000);
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const actionid = 'urn:onoffice-de-ns:smart:2.5:smartml:action:read';
    const send = async (parameters: Record<string, unknown>, json: string) => {
      const { token, secret } = account;
      const joined = [json, token, actionid, 'v1', '', secret, timestamp, 'estate'].join(',');
      const hmac = md5(secret + md5(joined));
      const action = {
        actionid,
        resourceid: '',
        resourcetype: 'estate',
        identifier: 'v1',
        timestamp,
        hmac,
        parameters,
      };
      return postRaw(simulator.url, JSON.stringify({ token, request: { actions: [action] } }));
    };
    const fine = await send({ listlimit: 1, data: ['Id'] }, '{"data":["Id"],"listlimit":1}');
    expect(fine.response.results[0]?.status).toEqual({ errorcode: 0, message: 'OK' });
    const float = await send({ listlimit: 1.5 }, '{"listlimit":1.5}');
    expect(float.response.results[0]?.status.errorcode).toBe(243);
  });
});

describe('the envelope', () => {
  const action = { actionid: 'x', resourceid: '', resourcetype: 'estate', parameters: {} };
  const envelope = (actions: unknown) => JSON.stringify({ token: 't', request: { actions } });
  const without = (key: keyof typeof action) => envelope([{ ...action, [key]: undefined }]);

  test.each([
    ['', 9],
    ['{"token":', 4],
    ['{}', 13],
    ['{"token":"t"}', 14],
    ['{"token":"t","request":{}}', 15],
    [without('actionid'), 16],
    [envelope([{ ...action, actionid: '' }]), 17],
    [without('resourceid'), 18],
    [envelope([{ ...action, resourceid: ['2471'] }]), 18],
    [without('resourcetype'), 19],
    [envelope([{ ...action, resourcetype: {} }]), 19],
    [without('parameters'), 20],
  ])('%s is refused as a whole', async (body, errorcode) => {
    const { status, response } = await postRaw(simulator.url, body);
    expect(status).toMatchObject({ code: 500, errorcode });
    expect(response).toBeUndefined();
  });

  test('only POST, only at its address', async () => {
    expect((await fetch(simulator.url)).status).toBe(405);
    expect((await fetch(simulator.url.replace('stable', 'other'), { method: 'POST' })).status).toBe(404);
    const latest = await post(simulator.url.replace('stable', 'latest'), account, [read]);
    expect(latest.response.results[0]?.data.records).toHaveLength(1);
  });

  test('a token that nobody has, in both forms that are known', async () => {
    const stranger = { ...account, token: 'f'.repeat(32) };
    expect(statusOf(await post(simulator.url, stranger, [read]))).toEqual(
      await sample('error-not-authenticated-response'),
    );
    simulator.options.unknownToken = 41;
    simulator.options.errorStatus = 'same';
    const unknown = await post(simulator.url, stranger, [read]);
    expect(statusOf(unknown)).toEqual({ ...(await sample('error-customer-unknown-response')), response: undefined });
    expect(unknown.http).toBe(500);
  });

  test('an unknown action or resource, and ids echoed as text', async () => {
    expect(await codeOf({ verb: 'read', resource: 'spaceship' })).toBe(25);
    expect(await codeOf({ verb: 'delete', resource: 'estate' })).toBe(25);
    const result = await ask(simulator.url, account, { ...read, resourceId: 2471, identifier: 'mine' });
    expect(result).toMatchObject({ resourceid: '2471', identifier: 'mine', cacheable: true });
    expect((await ask(simulator.url, account, { ...read, resourceId: null })).resourceid).toBe('');
  });

  const owner = 'urn:onoffice-de-ns:smart:2.5:relationTypes:estate:address:owner';
  test.each<[AskedAction, number]>([
    [{ ...read, parameters: { data: ['Id', 5] } }, 291],
    [{ ...read, parameters: { data: 'Id' } }, 74],
    [{ ...read, resource: 'address', parameters: { data: [null] } }, 291],
    [{ ...read, resource: 'address', parameters: { data: { name: 'Name' } } }, 74],
    [{ ...read, resource: 'address', parameters: { data: ['Name'], sortby: { Name: 'ASC' } } }, 255],
    [{ ...read, resource: 'address', parameters: { data: ['Name'], sortby: 'Name' } }, 0],
    [{ verb: 'get', resource: 'fields', parameters: { modules: 'estate' } }, 74],
    [{ verb: 'get', resource: 'fields', parameters: { modules: ['estate'], fieldList: 'Id' } }, 74],
    [{ verb: 'get', resource: 'fields', parameters: { modules: ['estate'], fieldList: [1] } }, 291],
    [{ verb: 'delete', resource: 'relation', parameters: { relationtype: owner, parentid: 2471, childid: [1] } }, 187],
    [{ verb: 'delete', resource: 'relation', parameters: { relationtype: owner, parentid: [2471], childid: 1 } }, 187],
    [{ verb: 'delete', resource: 'relation', parameters: { relationtype: owner, parentid: 2471, childid: 1 } }, 0],
  ])('a parameter of another form than the manual has: %j', async (asked, code) => {
    expect(await codeOf(asked)).toBe(code);
  });

  test('the error of an action stands where the option says', async () => {
    const inResult = await post(simulator.url, account, [broken]);
    expect(statusOf(inResult)).toEqual(await sample('error-response'));
    simulator.options.errorShape = 'mirrored';
    const relation: AskedAction = { verb: 'get', resource: 'idsfromrelation', parameters: { parentids: [1] } };
    expect(statusOf(await post(simulator.url, account, [relation]))).toEqual(await sample('error-mirrored-response'));
    simulator.options.errorShape = 'container';
    const contained = await post(simulator.url, account, [read, broken]);
    expect(contained.status).toEqual({ code: 500, errorcode: 97, message: 'Error in action' });
    expect(contained.response.results.map(({ status }) => status.errorcode)).toEqual([0, 141]);
  });
});

describe('the marketplace', () => {
  const claimed = (extendedclaim: string): AskedAction => ({
    ...read,
    parameters: { ...read.parameters, extendedclaim },
  });

  test('each action needs a claim of this customer that is not outdated', async () => {
    simulator.options.marketplace = {
      required: true,
      unlocking: [],
      claims: {
        good: { customer: 'MusterMakler', outdated: false },
        old: { customer: 'MusterMakler', outdated: true },
        other: { customer: 'NordImmobilien', outdated: false },
      },
    };
    expect(await codeOf(read)).toBe(193);
    for (const none of ['invented', 'constructor', '__proto__']) expect(await codeOf(claimed(none)), none).toBe(193);
    expect(await codeOf(claimed('old'))).toBe(201);
    expect(await codeOf(claimed('other'))).toBe(248);
    expect(await codeOf(claimed('good'))).toBe(0);
  });

  test('before activation nothing but unlocking is allowed, for that customer alone', async () => {
    simulator.options.marketplace.unlocking = ['MusterMakler'];
    const unlock: AskedAction = { verb: 'do', resource: 'unlockProvider', parameters: { parameterCacheId: 'a-b' } };
    expect(await codeOf(read)).toBe(183);
    expect(await codeOf(read, simulator.customers[1])).toBe(0);
    expect(await codeOf(unlock)).toBe(0);
    expect(await codeOf(read)).toBe(0);
  });
});

describe('faults and steering', () => {
  const pictures: AskedAction = {
    verb: 'get',
    resource: 'estatepictures',
    parameters: { estateids: [2471], categories: ['Foto'] },
  };

  test('an action fault strikes the actions that it names, as often as it says', async () => {
    simulator.faults.add({ path: 'get estatepictures', skip: 1, times: 1, fault: { kind: 'refuse', code: 149 } });
    expect(await codeOf(pictures)).toBe(0);
    const both = await post(simulator.url, account, [read, pictures]);
    expect(both.response.results.map((one) => one.status.errorcode)).toEqual([0, 149]);
    expect(await codeOf(pictures)).toBe(0);
    simulator.faults.add({ times: 1, fault: { kind: 'missingResult' } });
    expect((await post(simulator.url, account, [read, pictures])).response.results).toHaveLength(1);
    simulator.faults.add({ tenant: 'MusterMakler', times: 1, fault: { kind: 'reordered' } });
    const reordered = await post(simulator.url, account, [read, pictures]);
    expect(reordered.response.results.map(({ resourcetype }) => resourcetype)).toEqual(['estatepictures', 'estate']);
    expect(await codeOf(read)).toBe(0);
  });

  test('a fault of the connection strikes the whole request', async () => {
    simulator.faults.add({ tenant: 'NordImmobilien', fault: { kind: 'reset' } });
    expect(await codeOf(read)).toBe(0);
    await expect(post(simulator.url, simulator.customers[1], [read])).rejects.toThrow();
    simulator.faults.add({ path: 'pictures', times: 1, fault: { kind: 'html', status: 502 } });
    await expect(post(simulator.url, account, [read, pictures])).rejects.toThrow('not valid JSON');
    expect(simulator.journal.at(-1)).toMatchObject({
      status: 502,
      fault: 'html',
      path: 'read estate, get estatepictures',
    });
  });

  test('every POST is in the journal, with what became of each action and without secrets', async () => {
    const claimed = { ...read, parameters: { ...read.parameters, extendedclaim: 'a secret claim' } };
    const answer = await post(simulator.url, account, [claimed, broken]);
    expect(simulator.journal).toHaveLength(1);
    const [entry] = simulator.journal;
    expect(entry).toMatchObject({
      tenant: 'MusterMakler',
      status: 200,
      rows: 1,
      bytes: Buffer.byteLength(answer.text),
    });
    expect(entry?.actions.map(({ name, errorcode, records }) => [name, errorcode, records])).toEqual([
      ['read estate', 0, 1],
      ['read estate', 141, 0],
    ]);
    expect(entry?.actions.map(({ claim }) => claim === null)).toEqual([false, true]);
    const text = JSON.stringify(simulator.journal);
    for (const secret of [account.token, account.secret, 'a secret claim']) expect(text).not.toContain(secret);
    simulator.clear();
    expect(simulator.journal).toHaveLength(0);
  });

  test('another process steers over HTTP', async () => {
    const steer = (method: string, path: string, body?: unknown) =>
      fetch(`${simulator.origin}/_sim/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    await steer('POST', 'faults', { fault: { kind: 'refuse', code: 149 } });
    expect(await codeOf(read)).toBe(149);
    await steer('DELETE', 'faults');
    await steer('POST', 'options', { unknownEstate: 'refused' });
    expect(await codeOf({ ...read, resourceId: 1 })).toBe(80);
    await steer('POST', 'clock', { set: '2030-05-01T00:00:00Z' });
    await codeOf({ verb: 'modify', resource: 'estate', resourceId: 2471, parameters: { data: {} } });
    expect(String(simulator.world().estates.get(2471)?.values.geaendert_am)).toMatch(/^2030-05-01 02:00:/);
    const journal = (await (await steer('GET', 'journal')).json()) as unknown[];
    expect(journal).toHaveLength(3);
    await steer('POST', 'reset');
    expect(await codeOf({ ...read, resourceId: 1 })).toBe(0);
    expect((await steer('POST', 'nonsense')).status).toBe(404);
  });

  test('a page of another site steers nothing', async () => {
    const headers = { origin: 'https://evil.example' };
    const asked = await fetch(`${simulator.origin}/_sim/options`, {
      method: 'POST',
      headers,
      body: '{"maxActions":0}',
    });
    expect(asked.status).toBe(403);
    expect((await fetch(`${simulator.origin}/_sim/journal`, { headers })).status).toBe(403);
    expect(simulator.options.maxActions).toBeNull();
  });

  test('options are changed by name and in part, and what is none is refused', async () => {
    const change = async (patch: unknown) => {
      const answer = await fetch(`${simulator.origin}/_sim/options`, { method: 'POST', body: JSON.stringify(patch) });
      return [answer.status, ((await answer.json()) as { message?: string }).message];
    };
    const customer = simulator.customers[0].id;
    await change({ marketplace: { claims: { one: { customer, outdated: false } } } });
    await change({ marketplace: { required: true, claims: { two: { customer, outdated: true } } } });
    const claim = (extendedclaim: string) => codeOf({ ...read, parameters: { ...read.parameters, extendedclaim } });
    expect([await codeOf(read), await claim('one'), await claim('two')]).toEqual([193, 0, 201]);
    expect(await codeOf({ ...read, parameters: { ...read.parameters, extendedclaim: ['one'] } })).toBe(193);
    expect(await change({ unknownEstates: 'refused' })).toEqual([400, 'there is no option unknownEstates']);
    expect(await change({ marketplace: null })).toEqual([400, 'options.marketplace are an object']);
    expect(await claim('one')).toBe(0);
  });
});
