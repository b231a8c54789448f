import { describe, expect, test } from 'vitest';
import { tenantStates } from '../../src/simulator/tenants.ts';
import { found } from '../entities/seeded.ts';
import { startOnline } from './online.ts';

const company = '{ contact(contactId: 21) { name } }';
const tenant = '{ viewer { tenant } }';

/** A site whose tenants are found by their state. */
const learned = {
  SUPEROFFICE_ENVIRONMENT: 'sod',
  SUPEROFFICE_STATE_URL: '{crm}/api/state/{tenant}',
  SUPEROFFICE_HOSTS: '127.0.0.1',
  SUPEROFFICE_TENANT: 'Cust12345',
};
/** One site for each tenant at a known address. */
const fixed = { SUPEROFFICE_URL: '{crm}/{tenant}', SUPEROFFICE_TENANT: 'Cust12345' };
const state = '200 /api/state/Cust12345';

describe('a tenant that is found by its state', () => {
  test('is looked up once, without the ticket, and again when its state has run out', async () => {
    await using online = await startOnline({ ...learned, SUPEROFFICE_APP_TOKEN: 'app-secret' });
    const { superoffice } = online;
    const headers = { authorization: superoffice.tickets.lars };
    const name = found(superoffice.world().contacts.get(21)).name;
    const first = await online.ask(company, headers);
    expect(first.data).toEqual({ contact: { name } });
    expect(first.asked).toEqual([state, '200 /Contact']);
    expect(Object.keys(found(first.calls[0]).headers)).not.toEqual(expect.arrayContaining(['authorization']));
    expect(first.calls[0]?.headers).not.toHaveProperty('so-apptoken');
    expect((await online.ask(company, headers)).asked).toEqual(['200 /Contact']);
    superoffice.clock.advance(5 * 60_000 - 1_000);
    expect((await online.ask(company, headers)).asked).toEqual(['200 /Contact']);
    superoffice.clock.advance(2_000);
    expect((await online.ask(company, headers)).asked).toEqual([state, '200 /Contact']);
  });

  test('is looked up once, however many ask at a time', async () => {
    await using online = await startOnline(learned);
    const headers = { authorization: online.superoffice.tickets.lars };
    const answers = await Promise.all(Array.from({ length: 20 }, () => online.ask(company, headers)));
    expect(answers.map(({ codes }) => codes)).toEqual(Array(20).fill(undefined));
    const paths = online.superoffice.journal.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/api/state'))).toHaveLength(1);
  });

  test('that has moved costs one look-up and one more request', async () => {
    await using online = await startOnline(learned);
    const { superoffice } = online;
    const headers = { authorization: superoffice.tickets.lars };
    const before = await online.ask(company, headers);
    await superoffice.move();
    const moved = await online.ask(company, headers);
    expect(moved.data).toEqual(before.data);
    expect(moved.asked).toEqual(['421 /Contact', state, '200 /Contact']);
    expect((await online.ask(company, headers)).asked).toEqual(['200 /Contact']);
  });

  test('that has moved is looked up once for all who notice', async () => {
    await using online = await startOnline(learned);
    const { superoffice } = online;
    const headers = { authorization: superoffice.tickets.lars };
    await online.ask(company, headers);
    await superoffice.move();
    superoffice.faults.add({ path: '^/api/state', fault: { kind: 'delay', milliseconds: 700 } });
    superoffice.faults.add({ path: '^/Contact$', times: 12, fault: { kind: 'delay', milliseconds: 700 } });
    superoffice.clear();
    const answers = await Promise.all(Array.from({ length: 12 }, () => online.ask(company, headers)));
    expect(answers.map(({ codes }) => codes)).toEqual(Array(12).fill(undefined));
    const statuses = superoffice.journal.map(({ path, status }) => `${status} ${path.replace(/\/Cust.*/, '')}`);
    expect(statuses.filter((each) => each === '200 /api/state')).toHaveLength(1);
    expect(statuses.filter((each) => each === '421 /Contact')).toHaveLength(12);
    expect(statuses.filter((each) => each === '200 /Contact')).toHaveLength(12);
  });

  test('that is still not where its state says costs no third request', async () => {
    await using online = await startOnline(learned);
    const headers = { authorization: online.superoffice.tickets.lars };
    online.superoffice.faults.add({ path: '^/Contact$', fault: { kind: 'status', status: 421 } });
    const { codes, asked } = await online.ask(company, headers);
    expect(codes).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(asked).toEqual([state, '421 /Contact', state, '421 /Contact']);
  });

  test.each(tenantStates.filter((each) => each !== 'Running' && each !== 'OnlineMaintenance'))(
    'that is %s is asked for nothing',
    async (named) => {
      await using online = await startOnline(learned);
      online.superoffice.setState(named);
      const { data, codes, asked } = await online.ask(company, { authorization: online.superoffice.tickets.lars });
      expect([data, codes]).toEqual([{ contact: null }, ['UPSTREAM_UNAVAILABLE']]);
      expect(asked).toEqual([state]);
    },
  );

  test('in online maintenance is asked', async () => {
    await using online = await startOnline(learned);
    online.superoffice.setState('OnlineMaintenance');
    const { codes, asked } = await online.ask(company, { authorization: online.superoffice.tickets.lars });
    expect([codes, asked]).toEqual([undefined, [state, '200 /Contact']]);
  });

  test('that there is not is asked for nothing', async () => {
    await using online = await startOnline({ ...learned, SUPEROFFICE_TENANTS: '*' });
    const { codes, asked } = await online.ask(company, { authorization: 'Bearer 8A:Cust777.x' });
    expect(codes).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(asked).toEqual(['200 /api/state/Cust777']);
  });

  test.each([
    ['no host of the CRM', '.superoffice.com'],
    ['a host that only ends alike', '7.0.0.1'],
    ['a host below the one allowed', '.127.0.0.1'],
  ])('whose base has %s is refused, and nothing is sent there', async (_name, hosts) => {
    await using online = await startOnline({ ...learned, SUPEROFFICE_HOSTS: hosts });
    const { data, codes, asked } = await online.ask(company, { authorization: online.superoffice.tickets.lars });
    expect([data, codes]).toEqual([{ contact: null }, ['UPSTREAM_INVALID_RESPONSE']]);
    expect(asked).toEqual([state]);
  });

  test.each([
    ['of another tenant', { ContextIdentifier: 'Cust23456' }],
    ['with credentials in its address', { Endpoint: 'https://user:word@sod2.superoffice.com/Cust12345' }],
    ['without TLS', { Endpoint: 'http://sod2.superoffice.com/Cust12345' }],
    ['without an address', { Endpoint: '' }],
    ['that is no object', null],
  ])('whose state is one %s is refused', async (_name, over) => {
    await using online = await startOnline({ ...learned, SUPEROFFICE_HOSTS: '127.0.0.1,.superoffice.com' });
    const { superoffice } = online;
    const good = { ContextIdentifier: 'Cust12345', Endpoint: superoffice.url(), State: 'Running', IsRunning: true };
    const body = over && { ...good, ...over };
    superoffice.faults.add({ path: '^/api/state', fault: { kind: 'wrongShape', body } });
    const { codes, asked } = await online.ask(company, { authorization: superoffice.tickets.lars });
    expect([codes, asked]).toEqual([['UPSTREAM_INVALID_RESPONSE'], [state]]);
  });
});

describe('which tenant', () => {
  const settings = { ...fixed, SUPEROFFICE_TENANTS: 'Cust23456' };

  test('is told by the header, the token, or the settings; each has its own data', async () => {
    await using online = await startOnline({ ...settings, SUPEROFFICE_APP_TOKEN: 'app-token-of-cust23456' });
    const { superoffice } = online;
    found(superoffice.world('Cust23456').contacts.get(21)).name = 'Only in the other';
    const { lars, soTicket } = superoffice.ticketsOf('Cust23456');
    const byToken = await online.ask(company, { authorization: lars });
    const byHeader = await online.ask(company, { authorization: soTicket, 'x-tenant': 'Cust23456' });
    for (const { data, calls } of [byToken, byHeader]) {
      expect(data).toEqual({ contact: { name: 'Only in the other' } });
      expect(calls.map((call) => call.tenant)).toEqual(['Cust23456']);
    }
    const own = await online.ask(tenant, { authorization: superoffice.tickets.lars });
    expect(own.data).toEqual({ viewer: { tenant: 'Cust12345' } });
    const unnamed = await online.ask(company, { authorization: superoffice.tickets.basic });
    expect(unnamed.calls.map((call) => call.tenant)).toEqual(['Cust12345']);
  });

  test.each([
    '../Cust2',
    'cust1@evil.example',
    'Cust1%2f..',
    'Cust12345/',
    'Cust12345?x',
    'Cust12345#',
    '.',
    '{tenant}',
  ])('is none that %j could be: refused, and nothing is sent', async (named) => {
    for (const site of [settings, { ...learned, SUPEROFFICE_TENANTS: '*' }]) {
      await using online = await startOnline(site);
      const headers = { authorization: online.superoffice.tickets.basic, 'x-tenant': named };
      const { codes, asked } = await online.ask(company, headers);
      expect([codes, asked]).toEqual([['BAD_USER_INPUT'], []]);
    }
  });

  test.each([
    ['one that contradicts the token', 'Cust23456', 'Bearer 8A:Cust12345.demo-lars-holm'],
    ['one that contradicts the token in its case', 'cust12345', 'Bearer 8A:Cust12345.demo-lars-holm'],
    ['one that is not allowed', 'Cust99999', 'SOTicket 7T:x'],
    ['one of the token that is not allowed', '', 'Bearer 8A:Cust99999.x'],
  ])('is not %s: refused, and nothing is sent', async (_name, named, authorization) => {
    await using online = await startOnline(settings);
    const { codes, asked } = await online.ask(company, { authorization, ...(named ? { 'x-tenant': named } : {}) });
    expect([codes, asked]).toEqual([['FORBIDDEN'], []]);
  });

  test('is every customer of the cloud where the settings say so, and nothing else', async () => {
    await using online = await startOnline({ SUPEROFFICE_URL: '{crm}/{tenant}', SUPEROFFICE_TENANTS: '*' });
    for (const name of ['Cust12345', 'Cust23456']) {
      const { lars } = online.superoffice.ticketsOf(name);
      expect((await online.ask(tenant, { authorization: lars })).data).toEqual({ viewer: { tenant: name } });
    }
    for (const name of ['Default', 'Cust', 'Cust12345678901', 'XCust1']) {
      const { codes, asked } = await online.ask(tenant, { authorization: 'SOTicket 7T:x', 'x-tenant': name });
      expect([name, codes, asked]).toEqual([name, ['FORBIDDEN'], []]);
    }
    const nameless = await online.ask(tenant, { authorization: 'SOTicket 7T:x' });
    expect([nameless.codes, nameless.asked]).toEqual([['BAD_USER_INPUT'], []]);
  });

  test('a site of one tenant serves that one alone', async () => {
    await using online = await startOnline({ SUPEROFFICE_URL: '{crm}/Cust12345' });
    const { superoffice } = online;
    expect((await online.ask(tenant, { authorization: superoffice.tickets.basic })).data).toEqual({
      viewer: { tenant: 'Cust12345' },
    });
    const other = await online.ask(tenant, { authorization: superoffice.ticketsOf('Cust23456').lars });
    expect([other.codes, other.asked]).toEqual([['UNAUTHENTICATED'], ['401 /User/currentPrincipal']]);
    const named = await online.ask(tenant, { authorization: superoffice.tickets.basic, 'x-tenant': 'Cust23456' });
    expect([named.codes, named.asked]).toEqual([['FORBIDDEN'], []]);
  });
});

describe('who asks', () => {
  const viewer = '{ viewer { associate { name } } }';
  const lars = { viewer: { associate: { name: 'LH' } } };

  test('an SOTicket goes with the application’s token', async () => {
    await using online = await startOnline({ ...fixed, SUPEROFFICE_APP_TOKEN: 'app-token-of-cust12345' });
    const { superoffice } = online;
    expect((await online.ask(viewer, { authorization: superoffice.tickets.soTicket })).data).toEqual(lars);
    await using without = await startOnline(fixed);
    const refused = await without.ask(viewer, { authorization: superoffice.tickets.soTicket });
    expect([refused.data, refused.codes]).toEqual([{ viewer: null }, ['UNAUTHENTICATED']]);
  });

  test('Basic is passed on, and refused where the CRM does not take it', async () => {
    await using online = await startOnline(fixed);
    const headers = { authorization: online.superoffice.tickets.basic };
    expect((await online.ask(viewer, headers)).data).toEqual(lars);
    online.superoffice.options.access.basicAllowed = false;
    expect((await online.ask(viewer, headers)).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('a session of the web client needs cookie and XSRF token together', async () => {
    await using online = await startOnline({ ...fixed, SUPEROFFICE_SESSION: 'on' });
    const { cookie, xsrf } = online.superoffice.tickets.session;
    const whole = await online.ask(viewer, { cookie, 'x-xsrf-token': xsrf });
    expect([whole.data, whole.asked]).toEqual([lars, ['200 /User/currentPrincipal']]);
    for (const half of [{ cookie }, { 'x-xsrf-token': xsrf }, {}]) {
      const { data, codes, asked } = await online.ask(viewer, half as Record<string, string>);
      expect([data, codes, asked]).toEqual([{ viewer: null }, ['UNAUTHENTICATED'], []]);
    }
    const wrong = await online.ask(viewer, { cookie, 'x-xsrf-token': 'another' });
    expect([wrong.codes, wrong.asked]).toEqual([['UNAUTHENTICATED'], ['401 /User/currentPrincipal']]);
  });

  test('a ticket goes before a session, and none is sent with it', async () => {
    await using online = await startOnline({ ...fixed, SUPEROFFICE_SESSION: 'on' });
    const { mina, session } = online.superoffice.tickets;
    const headers = { authorization: mina, cookie: session.cookie, 'x-xsrf-token': session.xsrf };
    const { data, calls } = await online.ask(viewer, headers);
    expect(data).toEqual({ viewer: { associate: { name: 'MK' } } });
    expect(calls[0]?.headers).not.toHaveProperty('cookie');
    expect(calls[0]?.headers).not.toHaveProperty('x-xsrf-token');
  });

  test('a session is nothing where the settings do not allow it', async () => {
    await using online = await startOnline(fixed);
    const { cookie, xsrf } = online.superoffice.tickets.session;
    const { codes, asked } = await online.ask(viewer, { cookie, 'x-xsrf-token': xsrf });
    expect([codes, asked]).toEqual([['UNAUTHENTICATED'], []]);
  });
});
