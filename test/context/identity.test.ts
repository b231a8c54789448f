import { describe, expect, test } from 'vitest';
import type { SuperOfficeConfig } from '../../src/config.ts';
import { parseConfig } from '../../src/config.ts';
import { identify, identifyOn } from '../../src/context/identity.ts';
import { chooseLanguages, parseRanges } from '../../src/context/languages.ts';
import { Refusal } from '../../src/reading/refusal.ts';

const config = parseConfig({
  SUPEROFFICE_URL: 'https://crm.example.com/{tenant}',
  SUPEROFFICE_TENANT: 'Cust12345',
  SUPEROFFICE_TENANTS: 'Cust2',
});
const superoffice = config.superoffice as SuperOfficeConfig;
const ticket = 'Bearer 8A:Cust12345.abc';

function asked(
  headers: Record<string, string>,
  over: Partial<SuperOfficeConfig> = {},
  demoTicket: string | null = null,
) {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return identify(
    { get: (name) => lower[name.toLowerCase()] ?? null },
    config,
    { config: { ...superoffice, ...over }, proofs: { hash: (text) => `hash of ${text.length}` } },
    demoTicket,
  );
}

function refusal(headers: Record<string, string>, over: Partial<SuperOfficeConfig> = {}): string {
  try {
    asked(headers, over);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return 'served';
}

describe('the ticket', () => {
  test.each([ticket, 'SOTicket 7T:NQAy==', 'Basic bGg6ZGVtbw==', 'bearer 8A:Cust12345.abc'])(
    'is passed on as it is: %s',
    (authorization) => {
      const { caller, identity } = asked({ authorization });
      expect(caller.credentials).toEqual({ authorization });
      expect(identity).toMatchObject({ hasTicket: true, tenant: 'Cust12345' });
      expect(JSON.stringify(identity)).not.toContain(authorization.split(' ')[1]);
    },
  );

  test.each([
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer a\tb',
    'Bearer a\r\nX-Evil: 1',
    'Bearer a\0b',
    'Bearer é',
    `Bearer ${'x'.repeat(10_000)}`,
    'Negotiate abc',
    'Digest username="x"',
    '',
    'Bearer a, Bearer b',
  ])('is refused where it is none: %j', (authorization) => expect(refusal({ authorization })).toBe('UNAUTHENTICATED'));

  test('that is missing is no refusal: its fields are', () => {
    expect(asked({}).caller.credentials).toBeNull();
    expect(asked({}).identity.hasTicket).toBe(false);
  });

  test('is the demo user’s where none came, in the demo alone', () => {
    expect(asked({}, {}, ticket).caller.credentials).toEqual({ authorization: ticket });
    const own = 'Bearer 8A:Cust12345.own';
    expect(asked({ authorization: own }, {}, ticket).caller.credentials).toEqual({ authorization: own });
  });

  test('has a name of its own only where it came with the request', () => {
    const came = asked({ authorization: ticket });
    expect([came.ticket, came.ticket === '']).toEqual([came.caller.ticket, false]);
    const session: Record<string, string> = { cookie: 'SOSession=1', 'x-xsrf-token': 'x' };
    for (const headers of [{}, session]) {
      const stoodIn = asked(headers, {}, ticket);
      expect([stoodIn.ticket, stoodIn.caller.ticket === '']).toEqual(['', false]);
    }
  });
});

describe('the session of the CRM’s own site', () => {
  const both = { cookie: 'SOSession=1', 'x-xsrf-token': 'x' };
  test('is passed on with both its parts, where it is switched on and no ticket came', () => {
    expect(asked(both, { session: true }).caller.credentials).toEqual(both);
    expect(asked(both).caller.credentials).toBeNull();
    expect(asked({ ...both, authorization: ticket }, { session: true }).caller.credentials).toEqual({
      authorization: ticket,
    });
  });

  test.each<Record<string, string>>([
    { cookie: 'SOSession=1' },
    { 'x-xsrf-token': 'x' },
    { ...both, cookie: '' },
    { ...both, 'x-xsrf-token': 'a\nb' },
  ])('is nothing by half: %j', (headers) => expect(asked(headers, { session: true }).caller.credentials).toBeNull());
});

describe('the tenant', () => {
  test('is that of the header, else of the token, else the default', () => {
    expect(asked({}).identity.tenant).toBe('Cust12345');
    expect(asked({ authorization: 'Bearer 8A:Cust2.x' }).identity.tenant).toBe('Cust2');
    expect(asked({ 'x-tenant': 'Cust2', authorization: 'SOTicket 7T:x' }).identity.tenant).toBe('Cust2');
    expect(asked({ 'x-tenant': 'Cust2', authorization: 'Bearer 8A:Cust2.x' }).caller.tenant).toBe('Cust2');
  });

  test.each(['../Cust2', 'cust1@evil.example', 'Cust1%2f..', 'Cust2/', ' ', 'Cust2\r\nX: y'])(
    'is refused as %j',
    (name) => {
      expect(refusal({ 'x-tenant': name })).toBe('BAD_USER_INPUT');
    },
  );

  test('that contradicts the token is refused', () => {
    expect(refusal({ 'x-tenant': 'Cust2', authorization: ticket })).toBe('FORBIDDEN');
  });

  test('that is not allowed is refused, by header and by token', () => {
    expect(refusal({ 'x-tenant': 'Cust3' })).toBe('FORBIDDEN');
    expect(refusal({ authorization: 'Bearer 8A:Cust99999.x' })).toBe('FORBIDDEN');
    expect(refusal({ authorization: 'Bearer 8A:Cust99999.x' }, { tenants: '*' })).toBe('served');
    expect(refusal({ 'x-tenant': 'Default' }, { tenants: '*' })).toBe('FORBIDDEN');
  });

  test('of one site that the settings do not name is judged by the site', () => {
    const oneSite = { url: 'https://crm.example.com/site', tenant: null, tenants: [] };
    expect(asked({ authorization: 'Bearer 8A:Cust99.x' }, oneSite).identity.tenant).toBeNull();
    expect(refusal({ authorization: ticket, 'x-tenant': 'Cust12345' }, oneSite)).toBe('FORBIDDEN');
  });

  test('must be named where nothing tells it', () => {
    expect(refusal({ authorization: 'SOTicket 7T:x' }, { tenant: null, tenants: '*' })).toBe('BAD_USER_INPUT');
    expect(refusal({}, { tenant: null, tenants: '*' })).toBe('served');
  });
});

describe('the zone', () => {
  test.each([
    ['261', 'Europe/Oslo'],
    ['NO, includeTZOffset', 'Europe/Oslo'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['US-NY', 'America/New_York'],
    ['', 'UTC'],
  ])('%j is %s', (header, zone) => expect(asked({ 'so-timezone': header }).identity.timeZone).toBe(zone));

  test('is the default where none is named', () => expect(asked({}).identity.timeZone).toBe('UTC'));

  test.each(['Mars/Olympus', '99999', 'XX', `Europe/${'x'.repeat(200)}`])('%s is refused', (header) => {
    expect(refusal({ 'so-timezone': header })).toBe('BAD_USER_INPUT');
  });
});

describe('languages', () => {
  const choose = (soLanguage: string | null, acceptLanguage: string | null, soCulture: string | null = null) =>
    chooseLanguages({ soLanguage, acceptLanguage, soCulture }, 'en');

  test('are sent on as they came', () => {
    expect(choose('nb-NO', 'de;q=0.9, fr', 'sv-SE')).toEqual({
      language: 'nb',
      culture: 'sv-SE',
      accepted: ['nb-NO', 'fr', 'de'],
      headers: { 'so-language': 'nb-NO', 'accept-language': 'de;q=0.9, fr', 'so-culture': 'sv-SE' },
    });
    expect(choose(null, 'tlh, de-AT;q=0.5')).toEqual({
      language: 'de',
      culture: 'de',
      accepted: ['tlh', 'de-AT'],
      headers: { 'accept-language': 'tlh, de-AT;q=0.5' },
    });
  });

  test.each(['x', '*', 'X'])('%s cancels translation', (cancel) => {
    expect(choose(cancel, 'de')).toEqual({
      language: null,
      culture: null,
      accepted: [],
      headers: { 'so-language': cancel, 'accept-language': 'de' },
    });
  });

  test.each([
    [null, null],
    ['tlh', null],
    [null, 'tlh'],
    [null, '*'],
    ['', ''],
    ['de\r\nX: y', null],
    [null, `de,${'x'.repeat(300)}`],
    [null, ';;q=,,='],
    [null, 'de;q=0'],
  ])('that name none give the default: SO-Language %j, Accept-Language %j', (soLanguage, acceptLanguage) => {
    const { language, headers } = choose(soLanguage, acceptLanguage);
    expect([language, headers]).toEqual(['en', { 'accept-language': 'en' }]);
  });

  test('a culture that is none is not sent, and the language stands for it', () => {
    expect(choose('de', null, 'sv\r\nX: y')).toMatchObject({ culture: 'de', headers: { 'so-language': 'de' } });
    expect(choose('de', null, 'xx-klingon-xx')).toMatchObject({ culture: 'de' });
  });

  test('ranges are read in both ways of writing them', () => {
    expect(parseRanges('en-us; en-gb')).toEqual(['en-us', 'en-gb']);
    expect(parseRanges('fr;q=0.2, de;q=0.8 , nb, *;q=0.1')).toEqual(['nb', 'de', 'fr']);
    expect(parseRanges('fr,de,ru,zh')).toEqual(['fr', 'de', 'ru', 'zh']);
  });
});

describe('requests on one connection', () => {
  const sent = {
    authorization: ticket,
    'x-tenant': 'Cust12345',
    'so-timezone': 'Europe/Oslo',
    'so-language': 'nb',
    'so-culture': 'nb-NO',
    'accept-language': 'de',
  };
  const session = { cookie: 'so=1', 'x-xsrf-token': 'token' };
  let hashed = 0;
  const hash = (text: string) => {
    hashed += 1;
    return `hash of ${text}`;
  };
  const site = { config: { ...superoffice, session: true }, proofs: { hash } };
  const reader = (headers: Record<string, string | undefined>) => ({ get: (name: string) => headers[name] ?? null });
  const on = (connection: object, headers: Record<string, string | undefined>) =>
    identifyOn(connection, reader(headers), config, site, null);

  test('are identified once as long as their headers stay the same', () => {
    const connection = {};
    hashed = 0;
    const first = on(connection, sent);
    expect(on(connection, { ...sent })).toBe(first);
    expect(hashed).toBe(1);
    expect(on({}, sent)).not.toBe(first);
  });

  test.each([
    ...Object.keys(sent).map((name) => ({ [name]: undefined })),
    { authorization: 'Bearer 8A:Cust12345.abd' },
    { authorization: 'Bearer 8A:Cust2.abc', 'x-tenant': undefined },
    { authorization: undefined, ...session },
    { authorization: undefined, ...session, cookie: 'so=2' },
    { 'so-timezone': 'Europe/Berlin' },
    { 'so-language': 'en' },
    { 'so-culture': 'sv-SE' },
    { 'accept-language': 'fr, de' },
    { 'so-language': undefined, 'accept-language': 'fr, de' },
  ])('are told apart by %j', (change) => {
    const connection = {};
    const before = on(connection, sent);
    const changed = { ...sent, ...change };
    expect(on(connection, changed)).toEqual(identify(reader(changed), config, site, null));
    expect(on(connection, sent)).toEqual(before);
  });

  test('are refused each for themselves', () => {
    const connection = {};
    const before = on(connection, sent);
    expect(() => on(connection, { ...sent, authorization: 'Digest abc' })).toThrow(Refusal);
    expect(on(connection, sent)).toEqual(before);
    expect(() => on(connection, { ...sent, 'x-tenant': 'Cust2' })).toThrow(Refusal);
  });
});
