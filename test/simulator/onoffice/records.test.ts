import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import { type AskedAction, ask, sample, shapeOf } from './post.ts';

let simulator: OnOfficeSimulator;
let world: OnOfficeWorld;

beforeAll(async () => {
  simulator = await startOnOfficeSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  world = simulator.world();
});

function call(verb: AskedAction['verb'], resource: string, parameters: Record<string, unknown>, resourceId = '') {
  return ask(simulator.url, simulator.customers[0], { verb, resource, resourceId, parameters });
}

const urn = (name: string) => `urn:onoffice-de-ns:smart:2.5:relationTypes:${name}`;

describe('relations', () => {
  const related = async (relationtype: string, ids: Record<string, unknown>) =>
    (await call('get', 'idsfromrelation', { relationtype: urn(relationtype), ...ids })).data.records[0]?.elements;

  test('both directions, ids as text, an empty list for none', async () => {
    const owners = world.relations.filter(({ type }) => type === 'estate:address:owner');
    const ownersOf = (id: number) => owners.filter(({ parent }) => parent === id).map(({ child }) => String(child));
    const without = [...world.estates.keys()].find((id) => ownersOf(id).length === 0) ?? 0;
    expect(ownersOf(2471)).toHaveLength(2);
    expect(await related('estate:address:owner', { parentids: [2471, without] })).toEqual({
      2471: ownersOf(2471),
      [without]: [],
    });
    const [owner = ''] = ownersOf(2471);
    const estates = owners.filter(({ child }) => String(child) === owner).map(({ parent }) => String(parent));
    expect(estates).toContain('2471');
    expect(await related('estate:address:owner', { childids: [owner] })).toEqual({ [owner]: estates });
  });

  test('all contact persons are those for brokers too', async () => {
    const brokers = await related('estate:address:contactPerson', { parentids: [2471] });
    expect(await related('estate:address:contactPersonAll', { parentids: [2471] })).toEqual(brokers);
  });

  test.each([
    [{ relationtype: 'urn:onoffice-en-ns:smart:2.5:relationTypes:estate:address:owner', parentids: [1] }, 132],
    [{ relationtype: urn('estate:address:enemy'), parentids: [1] }, 132],
    [{ relationtype: urn('estate:address:owner') }, 255],
    [{ relationtype: urn('estate:address:owner'), parentids: [1], childids: [1] }, 255],
    [{ relationtype: urn('estate:address:owner'), parentids: Array.from({ length: 501 }, (_, id) => id) }, 302],
  ])('%# is refused with %i', async (parameters, code) => {
    expect((await call('get', 'idsfromrelation', parameters)).status.errorcode).toBe(code);
  });

  test('links are made one to many, once, between records that exist', async () => {
    const relationtype = urn('estate:address:buyer');
    const create = async (parentid: unknown, childid: unknown) =>
      (await call('create', 'relation', { relationtype, parentid, childid })).status.errorcode;
    expect(await create(2471, [1, 2])).toBe(0);
    expect(await create(2471, 1)).toBe(0);
    expect(await create([2471, 2475], [1, 2])).toBe(219);
    expect(await create(2471, 9999)).toBe(235);
    expect(await related('estate:address:buyer', { parentids: [2471] })).toEqual({ 2471: ['1', '2'] });
    simulator.options.existingRelation = 'refused';
    expect(await create(2471, 1)).toBe(132);
    const remove = async () =>
      (await call('delete', 'relation', { relationtype, parentid: 2471, childid: 1 })).status.errorcode;
    expect([await remove(), await remove()]).toEqual([0, 132]);
  });
});

describe('addresses', () => {
  const readById = async (id: number, data: string[], extra: Record<string, unknown> = {}) =>
    (await call('read', 'address', { data, recordids: [id], ...extra })).data.records[0]?.elements;

  test('numbers under keys of their own, defaults alone on request', async () => {
    const contacts = world.addresses.get(12)?.contacts ?? [];
    const [phone, business, mobile, email] = contacts;
    expect(contacts.map(({ kind }) => kind)).toEqual(['phone', 'phonebusiness', 'mobile', 'email']);
    expect(await readById(12, ['phone', 'defaultphone', 'defaultemail', 'defaultfax'])).toEqual({
      id: 12,
      [`phone__${phone?.id}`]: phone?.value,
      [`phone__${phone?.id}__Comment`]: 'Zentrale',
      [`phonebusiness__${business?.id}`]: business?.value,
      [`phonebusiness__${business?.id}__Comment`]: '',
      [`email__${email?.id}`]: email?.value,
    });
    expect(Object.values((await readById(12, ['mobile'])) ?? {})).toContain(mobile?.value);
  });

  test('the country by name or by code, multi-selects with pipes', async () => {
    const address = world.addresses.get(2);
    if (address) address.values.Land = 'AUT';
    expect(await readById(2, ['Land', 'HerkunftKontakt'])).toEqual({
      ...{ id: 2, Land: 'Österreich', HerkunftKontakt: '|website||empfehlung|' },
    });
    expect(await readById(2, ['Land'], { countryIsoCodeType: 'ISO-3166-3' })).toEqual({ id: 2, Land: 'AUT' });
  });

  test('lists, filters and refusals', async () => {
    const all = await call('read', 'address', { data: ['Name'], listlimit: 500 });
    expect(all.data.meta.cntabsolute).toBe(world.addresses.size);
    const companies = await call('read', 'address', {
      data: [],
      filter: { Zusatz1: [{ op: '!=', val: '' }] },
      listlimit: 500,
    });
    const byHand = [...world.addresses.values()].filter(({ values }) => values.Zusatz1).map(({ id }) => id);
    expect(companies.data.records.map(({ id }) => id)).toEqual(byHand);
    expect((await call('read', 'address', { data: ['name'] })).status.errorcode).toBe(141);
    expect((await call('read', 'address', { data: [], recordids: [9999] })).data.records).toEqual([]);
  });

  test('a saved filter leaves what it says, and one that there is not for addresses is refused', async () => {
    world.filters.push({
      ...{ id: 93, scope: 'public', name: 'Berlin', module: 'address', userId: null, groupId: null },
      filter: { Ort: [{ op: '=', val: 'Berlin' }] },
    });
    const berliners = [...world.addresses.values()].filter(({ values }) => values.Ort === 'Berlin');
    expect(berliners.length).toBeGreaterThan(0);
    const read = (filterid: unknown) => call('read', 'address', { data: ['Ort'], filterid, listlimit: 500 });
    expect((await read(93)).data.records.map(({ id }) => id)).toEqual(berliners.map(({ id }) => id));
    expect((await read(12)).status).toEqual({ errorcode: 284, message: 'The requested filterid 12 is unknown' });
  });

  test('a mobile address where it is asked for', async () => {
    const { data } = await call('read', 'address', { data: ['Name'], recordids: [2], addMobileUrl: true });
    expect(data.records[0]?.elements).toMatchObject({ mobileUrl: expect.stringMatching(/^https:.*\/2$/) });
  });

  test('a duplicate by its mail address is updated and not made again, unless that is forbidden', async () => {
    const create = async (parameters: Record<string, unknown>) =>
      Number((await call('create', 'address', parameters)).data.records[0]?.id);
    const id = await create({ Name: 'Neu', Vorname: 'Ada', email: 'ada@example.com' });
    const again = { Name: 'Alt', email: 'Ada@example.com', checkDuplicate: true };
    expect(await create(again)).toBe(id);
    expect(world.addresses.get(id)).toMatchObject({ values: { Vorname: 'Ada', Name: 'Alt' } });
    expect(world.addresses.get(id)?.contacts.map(({ value }) => value)).toEqual(['ada@example.com']);
    expect(await create({ ...again, noOverrideByDuplicate: true })).toBeGreaterThan(id);
    expect(await create({ ...again, checkDuplicate: false })).toBeGreaterThan(id);
  });

  test('writes are flat', async () => {
    const created = await call('create', 'address', { Vorname: 'Ada', Name: 'Neu', email: 'ada@example.com' });
    const id = Number(created.data.records[0]?.id);
    expect(world.addresses.get(id)).toMatchObject({
      values: { Vorname: 'Ada', Name: 'Neu' },
      contacts: [{ kind: 'email', value: 'ada@example.com' }],
    });
    expect((await call('modify', 'address', { Name: 'Alt' }, String(id))).data.records[0]?.elements).toEqual({
      success: 'success',
    });
    expect(world.addresses.get(id)?.values).toMatchObject({ Vorname: 'Ada', Name: 'Alt' });
    expect((await call('modify', 'address', { Name: 'x' }, '9999')).status.errorcode).toBe(80);
  });

  test('entries of each use are added; a change says what becomes of the one that holds a value', async () => {
    const entries = { phone: '1', phone_business: '2', default_phone: '3', email_private: 'a@b.example' };
    const created = await call('create', 'address', { Name: 'Neu', ...entries });
    const id = Number(created.data.records[0]?.id);
    const held = () => world.addresses.get(id)?.contacts.map(({ kind, value }) => `${kind} ${value}`);
    expect(held()).toEqual(['phone 3', 'phone 1', 'phonebusiness 2', 'emailprivate a@b.example']);
    expect(new Set(world.addresses.get(id)?.contacts.map((each) => each.id)).size).toBe(4);
    const modify = async (parameters: Record<string, unknown>) =>
      (await call('modify', 'address', parameters, String(id))).status.errorcode;
    const before = world.addresses.get(id)?.contacts.map((each) => each.id);
    expect(await modify({ phone: { action: 'modify', oldvalue: '1', newvalue: '11' } })).toBe(0);
    expect(await modify({ phone_business: { action: 'delete', oldvalue: '2' } })).toBe(0);
    expect(await modify({ email: { action: 'add', newvalue: 'c@d.example', default: 1 } })).toBe(0);
    expect(held()).toEqual(['email c@d.example', 'phone 3', 'phone 11', 'emailprivate a@b.example']);
    expect(world.addresses.get(id)?.contacts[2]?.id).toBe(before?.[1]);
    for (const wrong of [
      { action: 'modify', oldvalue: '9', newvalue: '8' },
      { action: 'swap', oldvalue: '3' },
    ])
      expect(await modify({ Name: 'Anders', phone: wrong })).toBe(255);
    expect(held()).toHaveLength(4);
    expect(world.addresses.get(id)?.values.Name).toBe('Neu');
  });
});

describe('the field configuration', () => {
  const fields = async (parameters: Record<string, unknown>) =>
    (await call('get', 'fields', { modules: ['estate'], ...parameters })).data.records[0]?.elements ?? {};

  test('without labels select keys are a list with numbers in it', async () => {
    const { response } = await sample<{ response: unknown }>('fields-without-labels-response');
    const fieldList = ['haustiere', 'heizungsart', 'plz'];
    const answered = await fields({ fieldList });
    expect(answered.haustiere).toMatchObject({ permittedvalues: [1, 0, 2] });
    const text = JSON.stringify(shapeOf(response));
    for (const name of fieldList) expect(text).toContain(JSON.stringify([name, shapeOf(answered[name])]));
  });

  test('labels in two languages; what nobody translated stays German', async () => {
    const label = async (language: string) =>
      (await fields({ fieldList: ['kaufpreis'], labels: true, language })).kaufpreis;
    expect(await label('ENG')).toMatchObject({ label: 'Purchase price' });
    expect(await label('DEU')).toMatchObject({ label: 'Kaufpreis' });
    expect(await label('FRA')).toMatchObject({ label: 'Kaufpreis' });
  });

  test('important fields are never listed, deactivated ones only on request', async () => {
    const names = Object.keys(await fields({}));
    expect(names).toContain('kaufpreis');
    for (const hidden of ['status', 'veroeffentlichen', 'breitengrad', 'geaendert_am', 'uuid', 'wintergarten']) {
      expect(names).not.toContain(hidden);
    }
    expect(Object.keys(await fields({ showOnlyInactive: true }))).toEqual(['wintergarten']);
  });

  test('real types on request, every module without a list', async () => {
    expect(await fields({ fieldList: ['benutzer'] })).toMatchObject({ benutzer: { type: 'text' } });
    expect(await fields({ fieldList: ['benutzer'], realDataTypes: true })).toMatchObject({
      benutzer: { type: 'user' },
    });
    const all = await call('get', 'fields', {});
    expect(all.data.records.map(({ id }) => id)).toContain('calendar');
    expect(all.data.records.find(({ id }) => id === 'calendar')?.elements).toEqual([]);
  });
});

describe('pictures', () => {
  test('released ones of the kinds asked for, in the language asked for', async () => {
    const titles = async (parameters: Record<string, unknown>) => {
      const result = await call('get', 'estatepictures', {
        estateids: [2471, 2475],
        categories: ['Foto'],
        ...parameters,
      });
      return result.data.records.map(({ elements }) => (elements as unknown as { title: string }[])[0]?.title);
    };
    expect(await titles({})).toEqual(['Wohnzimmer', 'Wohnzimmer']);
    expect(await titles({ language: 'ENG' })).toEqual(['Living room', 'Living room']);
    expect(await titles({ categories: ['Titelbild', 'Grundriss'] })).toHaveLength(4);
  });

  test('a picture says which record it belongs to', async () => {
    const owner = async () => {
      const asked = { estateids: [2471], categories: ['Titelbild'], language: 'ENG' };
      const [record] = (await call('get', 'estatepictures', asked)).data.records;
      return record?.elements;
    };
    expect(await owner()).toMatchObject([{ estateid: '2471', estateMainId: '2471' }]);
    simulator.options.pictureEstateId = 'version';
    expect(await owner()).toMatchObject([{ estateid: '2473', estateMainId: '2471' }]);
  });

  test('ids and kinds are mandatory', async () => {
    expect((await call('get', 'estatepictures', { estateids: [2471] })).status.errorcode).toBe(139);
    expect((await call('get', 'estatepictures', { categories: ['Foto'] })).status.errorcode).toBe(139);
  });
});

describe('files', () => {
  const files = async (parameters: Record<string, unknown>) =>
    (await call('get', 'file', { estateid: 2471, ...parameters }, 'estate')).data;
  const [photo, document] = [8103, 8109];

  test('all of an estate, in pages of at most a hundred', async () => {
    const { meta, records } = await files({});
    expect(meta.cntabsolute).toBe(5);
    expect(records.map(({ id }) => id)).toEqual([8101, photo, 8105, 8107, document]);
    for (const { elements } of records) expect(elements).not.toHaveProperty('content');
    expect((await files({ listlimit: 2, listoffset: 3 })).records.map(({ id }) => id)).toEqual([8107, document]);
  });

  test('one by its id or by its attribute, with what it holds', async () => {
    const [only, ...others] = (await files({ fileid: String(photo) })).records;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: photo, elements: { position: 2, filename: 'IMG_8103.jpg' } });
    const { content, fileSize } = only?.elements ?? {};
    expect(Buffer.from(String(content), 'base64')).toHaveLength(Number(fileSize));
    const named = await files({ documentAttribute: 'document_reservation_list' });
    expect(named).toMatchObject({ meta: { cntabsolute: 1 }, records: [{ id: document }] });
    expect((await files({ fileid: 1 })).records).toEqual([]);
  });
});

describe('lists of the installation', () => {
  test('classes and types have the members and kinds of the sample', async () => {
    const answered = await call('get', 'estateCategories', {});
    const wanted = await sample<{ response: { results: unknown[] } }>('estate-categories-response');
    expect(shapeOf(answered)).toEqual(shapeOf(wanted.response.results[0]));
    expect(answered.data.records.map(({ id }) => id)).toEqual([
      'objektart',
      'objekttyp',
      'nutzungsart',
      'vermarktungsart',
    ]);
  });

  test('users and saved filters', async () => {
    const users = await call('get', 'users', {});
    const sampleOf = async (name: string) =>
      (await sample<{ response: { results: unknown[] } }>(name)).response.results[0];
    expect(shapeOf(users)).toEqual(shapeOf(await sampleOf('get-users-response')));
    const filters = await call('get', 'filters', { module: 'estate' });
    expect(filters.data).toEqual(((await sampleOf('get-filters-response')) as typeof filters).data);
  });

  test('the quick search needs two characters and finds owners', async () => {
    const owner = world.addresses.get(1)?.values.Name;
    const search = (input: string) => call('get', 'search', { input }, 'estate');
    expect((await search('')).status.errorcode).toBe(69);
    expect((await search('x')).status.errorcode).toBe(151);
    const hits = (await search(String(owner))).data.records;
    expect(hits.length).toBeGreaterThan(0);
    for (const { elements } of hits) expect(Object.values(elements).join(' ')).toContain(owner);
    const people = await call('get', 'search', { input: String(owner) }, 'address');
    expect(people.data.records.map(({ id }) => id)).toContain(1);
  });

  test('the quick search keeps to filters, an order and rights', async () => {
    const search = (parameters: Record<string, unknown>) =>
      call('get', 'search', { input: 'Aachen', ...parameters }, 'estate');
    const ids = async (parameters: Record<string, unknown>) =>
      (await search(parameters)).data.records.map(({ id }) => Number(id));
    const all = await ids({});
    const inAachen = [...world.estates.values()].filter(({ values }) => values.ort === 'Aachen').map(({ id }) => id);
    expect(all).toEqual(inAachen);
    expect(await ids({ filter: { Id: [{ op: '>', val: 2471 }] } })).toEqual(all.filter((id) => id > 2471));
    expect(await ids({ sortby: 'Id', sortorder: 'DESC' })).toEqual([...all].reverse());
    const active = [...world.estates.values()].filter(({ values }) => values.status === '1').map(({ id }) => id);
    const both = all.filter((id) => active.includes(id));
    expect(both.length).toBeLessThan(all.length);
    expect(await ids({ filterId: 12 })).toEqual(both);
    expect((await search({ filterId: 999 })).status.errorcode).toBe(284);
    expect((await search({ filter: { nonsense: [{ op: '=', val: 1 }] } })).status.errorcode).toBe(141);
    world.restrictions.unreadableModules.add('estate').add('address');
    expect((await search({})).status.errorcode).toBe(156);
    expect((await call('get', 'search', { input: 'muster' }, 'address')).status.errorcode).toBe(156);
  });

  test('people are found by name, company, number and default mail address, and by no other entry', async () => {
    const search = async (input: string, more = {}) =>
      (await call('get', 'search', { input, ...more }, 'address')).data.records.map(({ id }) => Number(id));
    const address = world.addresses.get(12);
    address?.contacts.push({ id: 99_001, kind: 'email', value: 'second@other.example', comment: '' });
    const entry = (kind: string) => String(address?.contacts.find((each) => each.kind === kind)?.value);
    expect(await search('20012')).toEqual([12]);
    expect(await search(entry('email'))).toContain(12);
    expect(await search('second@other.example')).toEqual([]);
    expect(await search(entry('phone'))).toEqual([]);
    expect(await search('mustermakler.example', { listlimit: 3 })).toHaveLength(3);
    expect(await search('mustermakler.example')).toHaveLength(20);
  });
});
