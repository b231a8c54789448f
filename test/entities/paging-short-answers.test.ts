import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveOptions } from '../../src/simulator/archive/options.ts';
import type { AppointmentRecord, ContactRecord, PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { byNumber, byText, ids, type ListArgs, type ListName, lists, sortedIds, walk } from './list-walk.ts';

/** Lists whose answers must not depend on how the CRM cuts its own, each with the rows that it holds. */
const listed: [ListName, ListArgs, (crm: Crm) => number[]][] = [
  ['appointments', { first: 400 }, (crm) => sortedIds(lists.appointments.rows(crm.superoffice.world()))],
  ['contacts', { last: 60 }, (crm) => sortedIds(lists.contacts.rows(crm.superoffice.world()))],
  [
    'appointments',
    { first: 300, orderBy: [{ field: 'START_DATE' }] },
    (crm) =>
      sortedIds(
        lists.appointments.rows(crm.superoffice.world()),
        byNumber<AppointmentRecord>(({ startAt }) => startAt),
      ),
  ],
  [
    'contacts',
    { first: 45, orderBy: [{ field: 'NAME' }] },
    (crm) =>
      sortedIds(
        lists.contacts.rows(crm.superoffice.world()),
        byText<ContactRecord>(({ name }) => name),
      ),
  ],
  [
    'persons',
    { last: 150, orderBy: [{ field: 'LAST_NAME' }] },
    (crm) =>
      sortedIds(
        lists.persons.rows(crm.superoffice.world()),
        byText<PersonRecord>(({ lastname }) => lastname),
      ),
  ],
  [
    'persons',
    { first: 90, filter: { email: { contains: 'example' } } },
    (crm) =>
      sortedIds(
        lists.persons
          .rows(crm.superoffice.world())
          .filter(({ emails }) => emails.some(({ value }) => value.includes('example'))),
      ),
  ],
];

describe('the same lists whatever the CRM does', () => {
  let crm: Crm;
  beforeAll(async () => {
    crm = await startCrm();
  });
  afterAll(() => crm.close());
  afterEach(() => crm.superoffice.reset());

  const manners: [string, Partial<ArchiveOptions>][] = [
    ['every row that is asked for in one answer', {}],
    ['13 rows at a time, with a link to the next', { pageLimit: 13 }],
    ['a link only where its own limit has cut the answer', { pageLimit: 100, nextLink: 'whenLimited' }],
    ['a row for each e-mail, phone and address', { toMany: 'multiply' }],
    ['a row for each e-mail, and 13 rows at a time', { toMany: 'multiply', pageLimit: 13 }],
    ['rows that stand in no order where none is asked for', { undecidedOrder: 'scrambled' }],
    ['hidden rows counted', { skipCountsHiddenRows: true }],
  ];
  describe.each(manners)('%s', (_name, options) => {
    test.each(listed)('%s %j', async (list, args, expected) => {
      Object.assign(crm.superoffice.options.archive, options);
      expect((await walk(crm, list, args)).ids).toEqual(expected(crm));
    });
  });

  test('joined columns do not repeat a record, nor thin a page, nor show another than the first', async () => {
    crm.superoffice.options.archive.toMany = 'multiply';
    const { data } = await crm.query('{ contacts(first: 60) { nodes { contactId email phone } } }');
    const { nodes } = (data as { contacts: { nodes: { contactId: number; email: string; phone: string }[] } }).contacts;
    const rows = lists.contacts.rows(crm.superoffice.world()).slice(0, 60);
    const first = (elements: { value: string }[]) => elements[0]?.value ?? null;
    expect(nodes).toEqual(
      rows.map(({ id, emails, phones }) => ({ contactId: id, email: first(emails), phone: first(phones) })),
    );
    expect(rows.filter(({ emails, phones }) => emails.length > 1 && phones.length > 1).length).toBeGreaterThan(3);
  });
});

describe('rows that the ticket may not see', () => {
  let crm: Crm;
  beforeAll(async () => {
    crm = await startCrm({
      seed: (world) => {
        const tove = world.users.find(({ associateId }) => associateId === 11);
        // The first ones by every order among them, and more in a row than a page holds.
        for (const id of world.contacts.keys()) if (id < 60 || id % 3 === 0) tove?.rights.hiddenContactIds.add(id);
      },
    });
  });
  afterAll(() => crm.close());
  afterEach(() => crm.superoffice.reset());

  const visible = () => {
    const { rights } = crm.superoffice.world().users.find(({ associateId }) => associateId === 11) ?? {};
    return lists.contacts.rows(crm.superoffice.world()).filter(({ id }) => !rights?.hiddenContactIds.has(id));
  };
  const options = [{}, { skipCountsHiddenRows: true }, { skipCountsHiddenRows: true, pageLimit: 7 }];
  const orders: [ListArgs, () => number[]][] = [
    [{ first: 9 }, () => sortedIds(visible())],
    [{ last: 9 }, () => sortedIds(visible())],
    [
      { first: 9, orderBy: [{ field: 'NAME' }] },
      () =>
        sortedIds(
          visible(),
          byText<ContactRecord>(({ name }) => name),
        ),
    ],
    [
      { last: 9, orderBy: [{ field: 'NAME' }] },
      () =>
        sortedIds(
          visible(),
          byText<ContactRecord>(({ name }) => name),
        ),
    ],
  ];

  describe.each(options)('%j', (archive) => {
    test.each(orders)('%j leaves out just those', async (args, expected) => {
      Object.assign(crm.superoffice.options.archive, archive);
      const found = await walk(crm, 'contacts', args, { ticket: crm.superoffice.tickets.tove });
      expect(found.ids).toEqual(expected());
      expect(found.ids.length).toBeGreaterThan(80);
    });
  });

  test('a cursor of one who sees more works for one who sees less', async () => {
    const orderBy = [{ field: 'NAME' }];
    const all = await walk(crm, 'contacts', { first: 100, orderBy });
    const { cursors, ids: keys } = all.pages[0] as { cursors: string[]; ids: number[] };
    const after = cursors[60] as string;
    const seen = sortedIds(
      visible(),
      byText<ContactRecord>(({ name }) => name),
    );
    const behind = keys.slice(0, 61).filter((id) => seen.includes(id)).length;
    expect(seen).not.toContain(keys[60]);
    const args = { first: 5, orderBy, after };
    const found = await ids(crm, 'contacts', args, { ticket: crm.superoffice.tickets.tove });
    // By an order of texts the place is counted, so rows may be left out where the cursor's own row is not to be seen,
    // but none is repeated and the order holds.
    expect(found).toEqual(seen.slice(seen.indexOf(found[0] as number)).slice(0, 5));
    expect(seen.indexOf(found[0] as number)).toBeGreaterThanOrEqual(behind);
  });
});

describe('a link to the next page that leads elsewhere', () => {
  let crm: Crm;
  let proxy: Server;
  let elsewhere: Server;
  let strayed = 0;
  let link: (next: string) => string = (next) => next;

  beforeAll(async () => {
    elsewhere = createServer((_request, response) => {
      strayed += 1;
      response.end('{"value":[]}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    // Stands between the server and the CRM, and writes other links into its answers.
    proxy = createServer((request, response) => {
      const { 'so-timezone': zone = '', authorization = '' } = request.headers;
      fetch(`${crm.superoffice.origin}${request.url}`, { headers: { 'so-timezone': String(zone), authorization } })
        .then(async (answer) => {
          const body = (await answer.json()) as { 'odata.nextLink': string | null };
          if (body['odata.nextLink']) body['odata.nextLink'] = link(body['odata.nextLink']);
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        })
        .catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    crm = await startCrm({
      settings: { SUPEROFFICE_URL: `http://127.0.0.1:${port}/{tenant}` },
      superoffice: { archive: { pageLimit: 30 } },
    });
  });
  afterAll(async () => {
    await crm.close();
    for (const server of [proxy, elsewhere]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  const target = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  const links: [string, (next: string) => string][] = [
    ['to another origin', (next) => next.replace(/^https?:\/\/[^/]+/, target())],
    ['to a name in the user part', (next) => next.replace(/^http:\/\//, `http://${target().slice(7)}@`)],
    ['without a scheme', (next) => next.replace(/^https?:\/\/[^/]+/, target().slice(5))],
    ['to another tenant', (next) => next.replace('Cust12345', 'Cust23456')],
    ['out of the API', (next) => next.replace('/api/v1/', '/')],
    ['that is none', () => 'javascript:alert(1)'],
  ];

  test.each(links)('%s is not followed, and no row is lost', async (_name, rewrite) => {
    link = rewrite;
    crm.superoffice.clear();
    const found = await walk(crm, 'contacts', { first: 70 });
    expect(found.ids).toEqual(sortedIds(lists.contacts.rows(crm.superoffice.world())));
    const byName = await walk(crm, 'contacts', { first: 70, orderBy: [{ field: 'NAME' }] });
    expect(byName.ids).toEqual(
      sortedIds(
        lists.contacts.rows(crm.superoffice.world()),
        byText<ContactRecord>(({ name }) => name),
      ),
    );
    expect(strayed).toBe(0);
    expect(new Set(crm.superoffice.calls().map(({ tenant, path }) => `${tenant}${path}`))).toEqual(
      new Set(['Cust12345/Contact']),
    );
  });
});
