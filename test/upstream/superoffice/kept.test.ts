import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, hang, json, startUpstream, text, type UpstreamServer } from '../upstream-server.ts';
import { failure, type Site, startSite } from './caller.ts';

let upstream: UpstreamServer;
let site: Site;

const tasks = [{ Id: 1, Name: 'Meeting' }];
const paths = () => upstream.received.map((one) => one.path.replace('/Cust12345/api/v1', ''));
const bearer = (name: string) => ({ credentials: { authorization: `Bearer 8A:Cust12345.${name}` } });

/** Knows the tickets `a` and `b`; answers each list with the ticket and the language that it was asked in. */
const crm: Answer = (response, request) => {
  const who = request.headers.authorization?.split('.')[1];
  if (who !== 'a' && who !== 'b') return text('<html/>', 401)(response, request);
  if (request.path.endsWith('/User/currentPrincipal'))
    return json({ AssociateId: who === 'a' ? 5 : 6 })(response, request);
  return json([{ Id: 1, Name: `${who} ${request.headers['so-language']}` }])(response, request);
};

beforeEach(async () => {
  upstream = await startUpstream(json(tasks));
  site = startSite({ url: `${upstream.url}/{tenant}` });
});

afterEach(async () => {
  await site.close();
  await upstream.close();
});

describe('reference data', () => {
  test('is one request however many ask, and none for five minutes', async () => {
    const { crm: one } = site.as();
    const lists = await Promise.all(Array.from({ length: 20 }, () => one.reference('MDOList/task', 'shared')));
    expect(lists).toEqual(Array(20).fill(tasks));
    const { crm: two, scope } = site.as();
    expect(await two.reference('MDOList/task', 'shared')).toEqual(tasks);
    expect(paths()).toEqual(['/MDOList/task']);
    expect(scope.calls).toEqual([]);
  });

  test('is asked in one normal language, without the other language headers', async () => {
    const languages = { 'accept-language': 'nb-NO, fr', 'so-culture': 'sv' };
    await site.as({ languages, language: 'nb' }).crm.reference('MDOList/task', 'shared');
    expect(upstream.received[0]?.headers['so-language']).toBe('nb');
    expect(upstream.received[0]?.headers).not.toHaveProperty('accept-language');
    expect(upstream.received[0]?.headers).not.toHaveProperty('so-culture');
  });

  test('is kept by tenant and language; null is untranslated', async () => {
    upstream.answer(crm);
    const a = site.as(bearer('a')).crm;
    expect(await a.reference('MDOList/task', 'shared', 'de')).toMatchObject([{ Name: 'a de' }]);
    expect(await a.reference('MDOList/task', 'shared', null)).toMatchObject([{ Name: 'a x' }]);
    const other = site.as({ tenant: 'Cust2', ...bearer('b') }).crm;
    expect(await other.reference('MDOList/task', 'shared', 'de')).toMatchObject([{ Name: 'b de' }]);
    const b = site.as(bearer('b')).crm;
    expect(await b.reference('MDOList/task', 'shared', 'de')).toMatchObject([{ Name: 'a de' }]);
  });

  test('per ticket is nobody else’s', async () => {
    upstream.answer(crm);
    expect(await site.as(bearer('a')).crm.reference('MDOList/associate', 'ticket')).toMatchObject([{ Name: 'a en' }]);
    expect(await site.as(bearer('b')).crm.reference('MDOList/associate', 'ticket')).toMatchObject([{ Name: 'b en' }]);
    expect(await site.as(bearer('a')).crm.reference('MDOList/associate', 'ticket')).toMatchObject([{ Name: 'a en' }]);
    expect(upstream.received).toHaveLength(2);
  });

  test('cannot be changed by those who share it', async () => {
    const list = await site.as().crm.reference<{ Name: string }[]>('MDOList/task', 'shared');
    expect(() => list?.push({ Name: 'Mine' })).toThrow(TypeError);
    expect(() => Object.assign(list?.[0] ?? {}, { Name: 'Mine' })).toThrow(TypeError);
  });

  test('that does not exist is null', async () => {
    upstream.answer(json({ Error: true, ErrorType: 'SoNotFoundException' }, 404));
    expect(await site.as().crm.reference('MDOList/nothing', 'shared')).toBeNull();
  });

  test('is read again after it was dropped, even while a load was under way', async () => {
    const { crm: one } = site.as();
    let release = () => {};
    upstream.answer(
      (response, request) => {
        release = () => json([{ Id: 1, Name: 'old' }])(response, request);
      },
      json([{ Id: 1, Name: 'new' }]),
    );
    const early = one.reference('MDOList/task', 'shared');
    await expect.poll(() => upstream.received.length).toBe(1);
    one.drop('MDOList/task');
    release();
    expect(await early).toMatchObject([{ Name: 'old' }]);
    expect(await one.reference('MDOList/task', 'shared')).toMatchObject([{ Name: 'new' }]);
    one.drop('MDOList/task');
    await one.reference('MDOList/task', 'shared');
    expect(upstream.received).toHaveLength(3);
  });

  test('outlives the operation that loads it', async () => {
    const leaving = site.as();
    const staying = site.as();
    upstream.answer(json({ AssociateId: 5 }));
    await staying.crm.prove();
    upstream.answer(hang, json(tasks));
    const first = failure(leaving.crm.reference('MDOList/task', 'ticket'));
    await expect.poll(() => upstream.received.length).toBe(2);
    const second = staying.crm.reference('MDOList/task', 'ticket');
    leaving.scope.controller.abort();
    expect((await first).kind).toBe('timeout');
    expect(await second).toEqual(tasks);
  });
});

describe('a ticket', () => {
  test('that the tenant has not accepted is given nothing that is kept', async () => {
    upstream.answer(crm);
    await site.as(bearer('a')).crm.reference('MDOList/task', 'shared');
    for (const made of ['stranger', 'a2']) {
      const { crm: stranger } = site.as(bearer(made));
      expect((await failure(stranger.reference('MDOList/task', 'shared'))).kind).toBe('unauthenticated');
    }
    expect(paths()).toEqual(['/MDOList/task', '/User/currentPrincipal', '/User/currentPrincipal']);
  });

  test('is proven by one request, then for five minutes', async () => {
    upstream.answer(crm);
    await site.as(bearer('a')).crm.reference('MDOList/task', 'shared');
    for (let i = 0; i < 3; i++) await site.as(bearer('b')).crm.reference('MDOList/task', 'shared');
    expect(paths()).toEqual(['/MDOList/task', '/User/currentPrincipal']);
  });

  test('is proven by tenant', async () => {
    upstream.answer(crm);
    await site.as(bearer('a')).crm.prove();
    await site.as(bearer('a')).crm.prove();
    await site.as({ ...bearer('a'), tenant: 'Cust2' }).crm.prove();
    expect(upstream.received).toHaveLength(2);
  });

  test('that is refused later is proven no more', async () => {
    await site.as().crm.reference('MDOList/task', 'shared');
    upstream.answer(text('<html/>', 401));
    expect((await failure(site.as().crm.get('Contact/1'))).kind).toBe('unauthenticated');
    expect((await failure(site.as().crm.reference('MDOList/task', 'shared'))).kind).toBe('unauthenticated');
  });

  test('is not proven by a login page that says 200', async () => {
    upstream.answer(text('<html>Log in</html>'));
    await failure(site.as().crm.get('Contact/1'));
    await failure(site.as().crm.prove());
    expect(upstream.received).toHaveLength(2);
  });

  test('that fails does not fail those who wait for the same list', async () => {
    let release = () => {};
    upstream.answer(crm);
    await site.as(bearer('b')).crm.prove();
    upstream.answer((response, request) => {
      release = () => crm(response, request);
    }, crm);
    const bad = failure(site.as(bearer('expired')).crm.reference('MDOList/task', 'shared'));
    await expect.poll(() => upstream.received.length).toBe(2);
    const good = site.as(bearer('b')).crm.reference('MDOList/task', 'shared');
    release();
    expect((await bad).kind).toBe('unauthenticated');
    expect(await good).toMatchObject([{ Name: 'b en' }]);
  });

  test('waits for a list of another only once it is proven', async () => {
    let release = () => {};
    upstream.answer((response, request) => {
      release = () => crm(response, request);
    }, crm);
    const first = site.as(bearer('a')).crm.reference('MDOList/task', 'shared');
    await expect.poll(() => upstream.received.length).toBe(1);
    const stranger = failure(site.as(bearer('stranger')).crm.reference('MDOList/task', 'shared'));
    expect((await stranger).kind).toBe('unauthenticated');
    release();
    expect(await first).toMatchObject([{ Name: 'a en' }]);
  });
});

test('the principal is one request for an operation, and new for the next', async () => {
  upstream.answer(crm);
  const { crm: a } = site.as(bearer('a'));
  const both = await Promise.all([a.principal(), a.principal()]);
  expect(both.map((one) => one.AssociateId)).toEqual([5, 5]);
  expect((await site.as(bearer('b')).crm.principal()).AssociateId).toBe(6);
  expect(upstream.received).toHaveLength(2);
  upstream.answer(json({ AssociateId: null }));
  expect((await failure(site.as(bearer('a')).crm.principal())).kind).toBe('malformed');
});

describe('an entity', () => {
  const modified = 'Sun, 01 Mar 2026 09:00:00 GMT';
  const contact: Answer = (response, request) => {
    if (request.headers['if-modified-since'] === modified) return text('', 304)(response, request);
    return json({ ContactId: 7, Name: 'Fjord', Category: { Id: 1 } }, 200, { 'last-modified': modified })(
      response,
      request,
    );
  };
  const conditions = () => upstream.received.map((one) => one.headers['if-modified-since']);

  test('is answered by 304 for the same ticket, languages and members', async () => {
    upstream.answer(contact);
    const first = await site.as().crm.get('Contact/7', { select: ['Name', 'ContactId'] });
    const { crm: again, scope } = site.as();
    expect(await again.get('Contact/7', { select: ['ContactId', 'Name'] })).toEqual(first);
    expect(scope.calls[0]).toMatchObject({ status: 304, cache: 'revalidated', rows: 1, bytes: 0 });
    expect(conditions()).toEqual([undefined, modified]);

    await site.as(bearer('b')).crm.get('Contact/7', { select: ['ContactId', 'Name'] });
    await site.as({ languages: { 'accept-language': 'de' } }).crm.get('Contact/7', { select: ['ContactId', 'Name'] });
    await site.as().crm.get('Contact/7', { select: ['Name'] });
    await site.as({ tenant: 'Cust2' }).crm.get('Contact/7', { select: ['ContactId', 'Name'] });
    expect(conditions().slice(2)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('with members of other records or rights is always read', async () => {
    upstream.answer(contact);
    for (const select of [['Name', 'Category'], ['TableRight'], ['Interests'], undefined]) {
      await site.as().crm.get('Contact/7', select ? { select } : {});
      await site.as().crm.get('Contact/7', select ? { select } : {});
    }
    expect(conditions()).toEqual(Array(8).fill(undefined));
  });

  test('that has just changed is not kept', async () => {
    const date = new Date().toUTCString();
    upstream.answer(json({ Name: 'x' }, 200, { 'last-modified': date }));
    await site.as().crm.get('Contact/7', { select: ['Name'] });
    await site.as().crm.get('Contact/7', { select: ['Name'] });
    expect(conditions()).toEqual([undefined, undefined]);
  });

  test('is forgotten by a write, whoever has read it, whatever came of it', async () => {
    upstream.answer(contact);
    await site.as().crm.get('Contact/7', { select: ['Name'] });
    upstream.answer(text('', 409));
    await failure(site.as(bearer('b')).crm.send({ method: 'PATCH', path: 'Contact/7', kind: 'json-patch', body: [] }));
    upstream.answer(contact);
    await site.as().crm.get('Contact/7', { select: ['Name'] });
    expect(conditions()).toEqual([undefined, undefined, undefined]);
  });

  test('is not kept where the settings say so', async () => {
    upstream.answer(contact);
    const plain = startSite({ url: `${upstream.url}/{tenant}`, entityCache: false });
    await plain.as().crm.get('Contact/7', { select: ['Name'] });
    await plain.as().crm.get('Contact/7', { select: ['Name'] });
    expect(conditions()).toEqual([undefined, undefined]);
    await plain.close();
  });
});

describe('the zone of dates without offset', () => {
  const empty = { provider: 'Person', select: ['personId'], filter: '', orderBy: [], top: 1, full: false };

  test('is the one that the answer names, else UTC', async () => {
    upstream.answer(json({ value: [] }));
    const { crm: one } = site.as();
    expect(one.wireZones('archive')).toEqual({ diary: 'UTC', stamp: 'UTC' });
    upstream.answer(json({ value: [] }, 200, { 'so-timezone': 'NO' }));
    await one.archive(empty);
    expect(one.wireZones('archive')).toEqual({ diary: 'Europe/Oslo', stamp: 'Europe/Oslo' });
    expect(paths()).toEqual(['/Person?$select=personId&$top=1']);
  });

  test('of archives is the tenant’s own where the settings say so', async () => {
    upstream.answer(json({ TZLocationID: 460, TZLocationCode: 'US-NY' }), json({ value: [] }));
    const base = startSite({ url: `${upstream.url}/{tenant}`, archiveZone: 'base' });
    const { crm: one } = base.as();
    await one.archive(empty);
    expect(one.wireZones('archive').diary).toBe('America/New_York');
    expect(one.wireZones('entity').diary).toBe('UTC');
    await base.as().crm.archive(empty);
    expect(paths().map((path) => path.split('?')[0])).toEqual(['/TimeZone/base', '/Person', '/Person']);
    await base.close();
  });
});
