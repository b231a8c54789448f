import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import type { CallScope } from '../../../src/upstream/calls.ts';
import { UpstreamError } from '../../../src/upstream/errors.ts';
import { createHttp, type Http } from '../../../src/upstream/http.ts';
import { createOnOffice, type OnOffice, type OnOfficeBinding } from '../../../src/upstream/onoffice/client.ts';
import { unknownField } from '../../../src/upstream/onoffice/errors.ts';
import { elementList, elementsOf, relationType } from '../../../src/upstream/onoffice/wire.ts';

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
const owners = { relationtype: relationType('estate:address:owner'), parentids: [2471] };

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw error;
  return error;
}

describe('batching', () => {
  test('all reads of one tick are actions of one POST, each with its own answer', async () => {
    const [estates, images, related] = await Promise.all([
      onoffice.read('estate', one),
      onoffice.get('estatepictures', pictures),
      onoffice.get('idsfromrelation', owners),
    ]);
    expect(estates.total).toBe(120);
    expect(elementsOf(estates.records[0] ?? { id: 0, elements: [] }).Id).toBe('2471');
    expect(elementList(images.records[0] ?? { id: 0, elements: [] })[0]?.type).toBe('Titelbild');
    expect(Object.keys(elementsOf(related.records[0] ?? { id: 0, elements: [] }))).toEqual(['2471']);
    expect(simulator.journal).toHaveLength(1);
    expect(scope.calls).toMatchObject([
      {
        system: 'onoffice',
        method: 'POST',
        path: 'read estate, get estatepictures, get idsfromrelation',
        rows: 3,
        status: 200,
      },
    ]);
    expect(scope.calls[0]?.bytes).toBe(simulator.journal[0]?.bytes);
  });

  test('equal reads of a tick are one action, later ones are asked again', async () => {
    const [first, second] = await Promise.all([onoffice.read('estate', one), onoffice.read('estate', { ...one })]);
    expect(first).toEqual(second);
    expect(simulator.journal[0]?.actions).toHaveLength(1);
    await onoffice.write('modify', 'estate', { data: { objekttitel: 'Neu' } }, 2471);
    const after = await onoffice.read('estate', one);
    expect(elementsOf(after.records[0] ?? { id: 0, elements: [] }).objekttitel).toBe('Neu');
    expect(simulator.journal).toHaveLength(3);
  });

  test('above a hundred actions there is another POST', async () => {
    const ids = [...simulator.world().estates.keys()].slice(0, 101);
    const answers = await Promise.all(ids.map((id) => onoffice.read('estate', { data: ['Id'] }, id)));
    expect(answers.map(({ records }) => records[0]?.id)).toEqual(ids);
    expect(simulator.journal.map(({ actions }) => actions.length)).toEqual([100, 1]);
    expect(scope.calls[0]?.path).toBe('read estate x100');
  });

  test('parameters go out in alphabetical order, and record ids as text', async () => {
    await onoffice.read('estate', { listlimit: 1, data: ['Id'], addMainLangId: true }, 2471);
    const [action] = simulator.journal[0]?.actions ?? [];
    expect(Object.keys(action?.parameters ?? {})).toEqual(['addMainLangId', 'data', 'listlimit']);
    expect(action?.resourceId).toBe('2471');
  });
});

describe('errors of single actions', () => {
  test.each(['result', 'mirrored', 'container'] as const)('the other nine of ten stand (%s)', async (errorShape) => {
    simulator.options.errorShape = errorShape;
    simulator.options.errorStatus = 'same';
    const ids = [2471, 2475, 2477, 2481, 2483, 2485, 2489, 2491, 2495];
    const good = ids.map((id) => onoffice.read('estate', { data: ['Id'] }, id));
    const bad = failure(onoffice.read('estate', { data: ['Id', 'wintergarten'] }));
    expect((await Promise.all(good)).map(({ records }) => records[0]?.id)).toEqual(ids);
    expect(await bad).toMatchObject({ kind: 'invalid', type: '141', text: 'Unknown field: wintergarten' });
    expect(unknownField(await bad)).toBe('wintergarten');
    expect(simulator.journal).toHaveLength(1);
  });

  test.each([
    [149, 'forbidden'],
    [80, 'notFound'],
    [212, 'invalid'],
    [137, 'unauthenticated'],
    [25, 'malformed'],
    [1, 'unavailable'],
    [7777, 'unavailable'],
  ])('code %i is %s', async (code, kind) => {
    simulator.faults.add({ fault: { kind: 'refuse', code, message: 'No.' } });
    expect(await failure(onoffice.read('estate', one))).toMatchObject({ kind, type: String(code), text: 'No.' });
  });

  test('an error says nothing of token, secret or claim', async () => {
    simulator.options.marketplace.required = true;
    const claimed = client({ claim: 'a claim that nobody may read' });
    const error = await failure(claimed.read('estate', one));
    const [customer] = simulator.customers;
    const shown = JSON.stringify([error, error.message, String(error.cause), scope.calls]);
    for (const secret of [customer.token, customer.secret, 'a claim that']) expect(shown).not.toContain(secret);
    expect(error).toMatchObject({ kind: 'unauthenticated', type: '193' });
  });
});

describe('signing', () => {
  test('a second attempt is signed anew, at its own time', async () => {
    let now = Date.now() - 30_000;
    const ticking = client({ now: () => (now += 10_000) });
    simulator.faults.add({ times: 1, fault: { kind: 'reset' } });
    expect((await ticking.read('estate', one)).total).toBe(120);
    const [first, second] = simulator.journal.map(({ actions }) => actions[0]);
    expect(Number(second?.timestamp) - Number(first?.timestamp)).toBe(10);
    expect(second?.hmac).not.toBe(first?.hmac);
    expect(second?.errorcode).toBe(0);
  });

  test('a clock that is ten minutes off, and a secret that is wrong', async () => {
    simulator.signingClock.advance(600_000);
    expect(await failure(onoffice.read('estate', one))).toMatchObject({ kind: 'unauthenticated', type: '136' });
    simulator.signingClock.set(Date.now());
    const [customer] = simulator.customers;
    const wrong = client({ customer: { ...customer, secret: 'x'.repeat(64) } });
    expect(await failure(wrong.read('estate', one))).toMatchObject({ kind: 'unauthenticated', type: '137' });
    const stranger = client({ customer: { ...customer, token: 'f'.repeat(32) } });
    expect(await failure(stranger.read('estate', one))).toMatchObject({ kind: 'unauthenticated', type: '22' });
  });

  test('the claim is in every action', async () => {
    simulator.options.marketplace = {
      required: true,
      unlocking: [],
      claims: { c1: { customer: 'MusterMakler', outdated: false } },
    };
    const claimed = client({ claim: 'c1' });
    await Promise.all([claimed.read('estate', one), claimed.get('estatepictures', pictures)]);
    expect(simulator.journal[0]?.actions.map(({ errorcode }) => errorcode)).toEqual([0, 0]);
    expect((await claimed.write('modify', 'estate', { data: {} }, 2471)).records[0]?.elements).toEqual({
      success: 'success',
    });
  });
});

describe('writes', () => {
  test('each is a POST of its own and never sent twice', async () => {
    const changes = [1, 2].map((count) =>
      onoffice.write('modify', 'estate', { data: { anzahl_balkone: count } }, 2471),
    );
    await Promise.all(changes);
    expect(simulator.journal).toHaveLength(2);
    simulator.faults.add({ fault: { kind: 'reset' } });
    expect((await failure(onoffice.write('create', 'estate', { data: { objektart: 'haus' } }))).kind).toBe(
      'unknownOutcome',
    );
    expect(simulator.journal).toHaveLength(3);
    expect(scope.calls.at(-1)).toMatchObject({ kind: 'create', path: 'create estate' });
  });

  test('what the vendor refuses was surely not done; what it does not say is unknown', async () => {
    const refused = await failure(onoffice.write('modify', 'estate', { data: { objektart: 'raumschiff' } }, 2471));
    expect(refused).toMatchObject({ kind: 'invalid', type: '77', text: 'Invalid singleselect key: raumschiff' });
    simulator.faults.add({ times: 1, fault: { kind: 'html', status: 502 } });
    expect((await failure(onoffice.write('modify', 'estate', { data: {} }, 2471))).kind).toBe('unknownOutcome');
    simulator.faults.add({ times: 1, fault: { kind: 'missingResult' } });
    expect((await failure(onoffice.write('modify', 'estate', { data: {} }, 2471))).kind).toBe('unknownOutcome');
  });
});

test('two customers side by side never meet in a POST', async () => {
  const [first, second] = simulator.customers;
  // Two hundred of them wait in two queues, on a machine that may be busy.
  const patient = createHttp({ timeoutMs: 10_000, deadlineMs: 20_000, connections: { superoffice: 4, onoffice: 4 } });
  const rounds = Array.from({ length: 100 }, async (_, round) => {
    const both = [first, second].map((customer) =>
      client({ customer, claim: `claim of ${customer.id}`, scope: newScope(), http: patient }),
    );
    const answers = await Promise.all(
      both.flatMap((bound) => [
        bound.read('estate', { ...one, listoffset: round % 100 }),
        bound.get('estatepictures', pictures),
      ]),
    );
    return answers.map(({ records }) => JSON.stringify(records));
  });
  for (const [firstEstates, firstPictures, secondEstates, secondPictures] of await Promise.all(rounds)) {
    expect(firstEstates).toContain(first.id);
    expect(firstPictures).toContain(first.id);
    expect(secondEstates).toContain(second.id);
    expect(secondPictures).toContain(second.id);
  }
  expect(simulator.journal).toHaveLength(200);
  const claims = new Map(
    simulator.journal.map(({ tenant, actions }) => [tenant, new Set(actions.map(({ claim }) => claim))]),
  );
  expect([...claims.values()].map((set) => set.size)).toEqual([1, 1]);
  for (const { actions } of simulator.journal) expect(actions.every(({ errorcode }) => errorcode === 0)).toBe(true);
  await patient.close();
});
