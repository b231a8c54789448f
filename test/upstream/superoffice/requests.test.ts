import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '../../../src/upstream/superoffice/table.ts';
import { json, startUpstream, text, type UpstreamServer } from '../upstream-server.ts';
import { failure, type Site, startSite, ticket } from './caller.ts';

let upstream: UpstreamServer;
let site: Site;

beforeEach(async () => {
  upstream = await startUpstream(json({ value: [], 'odata.nextLink': null }));
  site = startSite({ url: `${upstream.url}/{tenant}/` });
});

afterEach(async () => {
  await site.close();
  await upstream.close();
});

const page = {
  ...{ provider: 'SimpleContact', select: ['contactId', 'contactAssociate/fullName'], filter: 'contactId gt 0' },
  ...{ orderBy: ['contactId asc'], top: 51, full: false },
};

describe('every request', () => {
  test('carries ticket, application, zone and languages as they are', async () => {
    const languages = { 'accept-language': 'nb-NO, de;q=0.3', 'so-culture': 'sv' };
    await site.as({ languages }).crm.archive(page);
    expect(upstream.received[0]?.headers).toMatchObject({
      authorization: ticket,
      'so-apptoken': 'app-secret',
      accept: 'application/json',
      'accept-language': 'nb-NO, de;q=0.3',
      'so-culture': 'sv',
      'so-timezone': 'UTC, includeTZOffset',
      'user-agent': 'crm-graph',
    });
    expect(upstream.received[0]?.headers).not.toHaveProperty('so-language');
  });

  test('without credentials is unauthenticated, and nothing is sent', async () => {
    const { crm } = site.as({ credentials: null });
    for (const asked of [
      crm.archive(page),
      crm.get('Contact/1'),
      crm.reference('MDOList/task', 'shared'),
      crm.prove(),
    ]) {
      expect((await failure(asked)).kind).toBe('unauthenticated');
    }
    expect(upstream.received).toHaveLength(0);
  });
});

describe('an archive', () => {
  test.each([
    ['SimpleContact', '/Contact'],
    ['Person', '/Person'],
    ['FindAppointment', '/Appointment'],
    ['AllUsers', '/Archive/AllUsers'],
  ])('%s is asked at %s', async (provider, path) => {
    const { crm, scope } = site.as();
    await crm.archive({ ...page, provider });
    expect(upstream.received[0]?.path.split('?')[0]).toBe(`/Cust12345/api/v1${path}`);
    expect(scope.calls[0]).toMatchObject({ system: 'superoffice', method: 'GET', path, status: 200, rows: 0 });
  });

  test('has its query encoded once, whatever a filter holds', async () => {
    const filter = "name begins 'a%27&$top=1#+ \\'\\\\ é😀\r\n'";
    await site.as().crm.archive({ ...page, filter, full: true, skip: 20, entities: ['person', 'retiredPerson'] });
    const path = upstream.received[0]?.path ?? '';
    const query = new URL(path, upstream.url).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      $select: 'contactId,contactAssociate/fullName',
      $filter: filter,
      $orderBy: 'contactId asc',
      $top: '51',
      $skip: '20',
      $entities: 'person,retiredPerson',
      $mode: 'Full',
    });
    expect(path).toContain('$select=contactId,contactAssociate/fullName&');
  });

  test('answers its rows, and counts them', async () => {
    const row = { PrimaryKey: '25', EntityName: 'contact', name: 'Fjord Eiendom AS' };
    const link = `${upstream.url}/Cust12345/api/v1/Contact?$skip=1`;
    upstream.answer(json({ 'odata.metadata': 'x', 'odata.nextLink': link, value: [row] }));
    const { crm, scope } = site.as();
    const { rows, nextLink } = await crm.archive(page);
    expect(nextLink).toBe(link);
    expect(Object.keys(row).map((_name, at) => (rows as Table).value(0, at))).toEqual(Object.values(row));
    expect(scope.calls[0]?.rows).toBe(1);
  });

  test.each([
    ['null', json(null)],
    ['a list', json([])],
    ['no rows', json({ value: null })],
    ['rows that are none', json({ value: ['x'] })],
    ['a login page', text('<html>Log in</html>')],
    ['nothing', text('')],
    ['XML', text('<ArchiveList/>', 200, { 'content-type': 'application/xml' })],
    ['a redirect', text('', 302, { location: 'https://evil.example/' })],
    ['304 unasked', text('', 304)],
  ])('that answers %s is malformed', async (_name, answer) => {
    upstream.answer(answer);
    expect((await failure(site.as().crm.archive(page))).kind).toBe('malformed');
    expect(upstream.received).toHaveLength(1);
  });
});

describe('a next link', () => {
  test('is followed on the own origin and path', async () => {
    const { crm, scope } = site.as();
    const link = `${upstream.url}/cust12345/api/v1/Contact?$skip=2&$filter=name%20is%20%27a%27`;
    expect(await crm.next(page, link)).toEqual({ rows: [], nextLink: null });
    expect(upstream.received[0]?.path).toBe('/Cust12345/api/v1/Contact?$skip=2&$filter=name%20is%20%27a%27');
    expect(scope.calls[0]?.path).toBe('/Contact');
  });

  test.each([
    'https://evil.example/Cust12345/api/v1/Contact?$skip=2',
    '//evil.example/Cust12345/api/v1/Contact',
    '/Cust99999/api/v1/Contact?$skip=2',
    '/Cust12345/api/v1/Person?$skip=2',
    '/Cust12345/api/v1/Contact/2?$skip=2',
    '/Cust12345/api/v1/../../../Cust99999/api/v1/Contact',
    '/Cust12345/api/v1/%2e%2e/%2e%2e/x',
    '/Cust12345/api/v1/..%2f..%2fx',
    '/Cust12345/api/v1/..\\..\\x',
    'not a link at all:',
  ])('elsewhere is not: %s', async (link) => {
    const absolute = link.startsWith('/C') ? upstream.url + link : link;
    expect(await site.as().crm.next(page, absolute)).toBeNull();
    expect(upstream.received).toHaveLength(0);
  });
});

describe('a path', () => {
  test.each([
    '../Contact/1',
    'Contact/../../x',
    '/Contact/1',
    'Contact//1',
    'Contact/1#x',
    'Contact/..%2f1',
    'Contact/1\r\nx',
    '',
  ])('that climbs or breaks out is refused: %j', async (path) => {
    await expect(site.as().crm.get(path)).rejects.toThrow(TypeError);
    expect(upstream.received).toHaveLength(0);
  });

  test('takes a query of its own, and $select after it', async () => {
    upstream.answer(json({}));
    await site.as().crm.get('Contact/7?fk=true', { select: ['Name', 'Category'] });
    expect(upstream.received[0]?.path).toBe('/Cust12345/api/v1/Contact/7?fk=true&$select=Name,Category');
  });
});

describe('a refusal', () => {
  const vendor = (type: string) => ({
    Error: true,
    ErrorType: type,
    ErrorMessage: 'Told by the CRM',
    ErrorSource: 'x',
  });
  test.each([
    [400, json({ Error: true, ErrorType: 'ArgumentException', Message: 'Bad id' }, 400), 'invalid', 'Bad id'],
    [
      401,
      text('<html>8A:Cust12345.very-secret</html>', 401, { 'www-authenticate': 'Basic' }),
      'unauthenticated',
      undefined,
    ],
    [403, json(vendor('SoSentryException'), 403), 'forbidden', 'Told by the CRM'],
    [500, json(vendor('SoSentryException'), 500), 'forbidden', 'Told by the CRM'],
    [500, json(vendor('ArgumentException'), 500), 'invalid', 'Told by the CRM'],
    [500, json(vendor('SoDbAccessException'), 500), 'unavailable', undefined],
    [502, text('<html>secret</html>', 502), 'unavailable', undefined],
    [504, text('', 504), 'timeout', undefined],
    [405, text('', 405), 'invalid', undefined],
    [421, text('', 421), 'moved', undefined],
  ])('%i is told by kind', async (status, answer, kind, said) => {
    upstream.answer(answer);
    const error = await failure(site.as().crm.get('Contact/7'));
    expect([error.kind, error.status, error.text]).toEqual([kind, status, said]);
    expect(JSON.stringify({ ...error, message: error.message, cause: String(error.cause) })).not.toContain('secret');
  });

  test('that quotes the ticket is not passed on', async () => {
    upstream.answer(json({ Error: true, ErrorMessage: 'No such ticket: 8A:Cust12345.very-secret' }, 400));
    expect((await failure(site.as().crm.get('Contact/7'))).text).toBeUndefined();
    const credentials = { authorization: ticket.replace(' ', '  ') };
    upstream.answer(json({ Error: true, ErrorMessage: 'No such ticket: (8A:Cust12345.very-secret)' }, 400));
    expect((await failure(site.as({ credentials }).crm.get('Contact/7'))).text).toBeUndefined();
    upstream.answer(json({ Error: true, ErrorMessage: 'No such application: app-secret' }, 400));
    expect((await failure(site.as().crm.get('Contact/7'))).text).toBeUndefined();
  });

  test('404 is null for a record, an error for an archive', async () => {
    upstream.answer(json(vendor('SoNotFoundException'), 404));
    const { crm } = site.as();
    expect(await crm.get('Contact/99999')).toBeNull();
    expect((await failure(crm.archive(page))).kind).toBe('notFound');
  });

  test('429 and 503 say when to come again', async () => {
    upstream.answer(json({}, 429, { 'retry-after': '60' }));
    const limited = await failure(site.as().crm.get('Contact/7'));
    expect([limited.kind, limited.retryAfter]).toEqual(['rateLimited', 60]);
    upstream.answer(json({}, 503, { 'retry-after': '90' }));
    const down = await failure(site.as().crm.get('Contact/7'));
    expect([down.kind, down.retryAfter]).toEqual(['unavailable', 90]);
  });
});

describe('an agent', () => {
  test('is asked by POST and retried as a read', async () => {
    upstream.answer(json({}, 503), json([{ AppointmentId: 3 }, null]));
    const { crm, scope } = site.as();
    const found = await crm.agentRead('Agents/Appointment/GetAppointmentList', [3, 4], { select: ['Title'] });
    expect(found).toEqual([{ AppointmentId: 3 }, null]);
    expect(upstream.received[1]).toMatchObject({
      ...{ method: 'POST', body: '[3,4]' },
      path: '/Cust12345/api/v1/Agents/Appointment/GetAppointmentList?$select=Title',
    });
    expect(upstream.received[1]?.headers['content-type']).toBe('application/json');
    expect(scope.calls.map(({ status, rows }) => [status, rows])).toEqual([
      [503, null],
      [200, 2],
    ]);
  });

  test('answers null for nothing found; an error object with 200 is a refusal', async () => {
    upstream.answer(json(null));
    expect(await site.as().crm.agentRead('Agents/Contact/GetContactList', [1])).toBeNull();
    upstream.answer(json({ Message: 'The request is invalid.', MessageDetail: 'null entry for parameter' }));
    expect((await failure(site.as().crm.agentRead('Agents/Contact/GetContactList', []))).kind).toBe('invalid');
    upstream.answer(json({ Error: true, ErrorType: 'SoException', ErrorMessage: 'x' }));
    const error = await failure(site.as().crm.agentRead('Agents/Contact/GetContactList', []));
    expect([error.kind, error.type]).toEqual(['invalid', 'SoException']);
  });
});

describe('a write', () => {
  const patch = {
    method: 'PATCH',
    path: 'Contact/7',
    kind: 'json-patch',
    body: [{ op: 'replace', path: '/Name', value: 'x' }],
  } as const;

  test('is sent once, with its condition rounded up to a second', async () => {
    upstream.answer(json({ ContactId: 7, Name: 'x' }));
    const { crm, scope } = site.as();
    const ifUnmodifiedSince = Date.UTC(2026, 2, 1, 9, 0, 0, 1);
    expect(await crm.send({ ...patch, select: ['Name'], ifUnmodifiedSince })).toEqual({ ContactId: 7, Name: 'x' });
    expect(upstream.received[0]).toMatchObject({
      ...{ method: 'PATCH', path: '/Cust12345/api/v1/Contact/7?$select=Name' },
      body: '[{"op":"replace","path":"/Name","value":"x"}]',
    });
    expect(upstream.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'if-unmodified-since': 'Sun, 01 Mar 2026 09:00:01 GMT',
    });
    expect(scope.calls[0]).toMatchObject({ method: 'PATCH', path: '/Contact/7', kind: 'json-patch' });
  });

  test('names its patch by media type where the settings say so', async () => {
    const rfc = startSite({ url: `${upstream.url}/{tenant}`, patchType: 'rfc' });
    await rfc.as().crm.send(patch);
    await rfc.as().crm.send({ ...patch, kind: 'merge-patch', body: { Name: 'x' } });
    expect(upstream.received.map((one) => one.headers['content-type'])).toEqual([
      'application/json-patch+json',
      'application/merge-patch+json',
    ]);
    await rfc.close();
  });

  test.each([
    [409, 'conflict'],
    [412, 'conflict'],
    [404, 'notFound'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [502, 'unknownOutcome'],
    [504, 'unknownOutcome'],
  ] as const)('that is answered %i is %s', async (status, kind) => {
    upstream.answer(json({}, status));
    expect((await failure(site.as().crm.send(patch))).kind).toBe(kind);
    expect(upstream.received).toHaveLength(1);
  });

  test('answers null for 204', async () => {
    upstream.answer(text('', 204));
    expect(await site.as().crm.send({ method: 'DELETE', path: 'Contact/7', kind: 'delete' })).toBeNull();
  });
});
