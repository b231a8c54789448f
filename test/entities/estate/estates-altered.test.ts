import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Crm, startCrm } from '../../crm.ts';
import { type PassingAnswer, startAltered } from './altered-onoffice.ts';

/** What onOffice answers, altered in one place: nothing of it may be shown or kept as if it were sound. */
let crm: Crm;
let altered: Awaited<ReturnType<typeof startAltered>>;
beforeAll(async () => {
  let target = '';
  altered = await startAltered(() => target);
  crm = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
  target = crm.onoffice.url;
  await crm.query('{ viewer { tenant } }');
});
afterAll(async () => {
  await crm.close();
  await altered[Symbol.asyncDispose]();
});
beforeEach(() => {
  crm.onoffice.reset();
  altered.alter(() => undefined);
});

interface Held {
  id: unknown;
  elements: Record<string, unknown>;
}
interface Result {
  resourcetype: string;
  status: { errorcode: unknown };
  data: { meta: { cntabsolute: unknown }; records: Held[] };
}
const results = ({ response }: PassingAnswer) => response.results as unknown as Result[];
const failures = (errors: readonly { path?: readonly unknown[]; extensions: { code: string } }[] | undefined) =>
  errors?.map(({ path, extensions: { code } }) => [path?.join('.'), code]);

/** Changes each result of what is answered from now on. */
const change = (each: (result: Result) => unknown) =>
  altered.alter((answer) => {
    for (const result of results(answer)) each(result);
  });

describe('a write', () => {
  const unlock = 'mutation { unlockProvider(parameterCacheId: "x") { unlocked errors { message } } }';
  const archive = 'mutation { archiveEstate(estateId: 2471) { estate { status { key } } errors { message } } }';
  const claimed = { headers: { 'x-onoffice-claim': 'activation' } };
  const answered = (records: unknown[]) => change(({ data }) => Object.assign(data, { records }));

  test.each([
    ['no record', []],
    ['no word', [{ id: 0, elements: {} }]],
    ['another word', [{ id: 0, elements: { success: true } }]],
    ['a list', [{ id: 0, elements: ['success'] }]],
  ])('that activates a provider, and is answered with %s, may have been done', async (_what, records) => {
    answered(records);
    const { data, errors } = await crm.query(unlock, undefined, claimed);
    expect(failures(errors)).toEqual([['unlockProvider', 'UNKNOWN_OUTCOME']]);
    expect(data.unlockProvider).toBeNull();
    answered([{ id: 0, elements: { success: 'error' } }]);
    const refused = await crm.query(unlock, undefined, claimed);
    expect(refused.data.unlockProvider).toEqual({
      unlocked: false,
      errors: [{ message: 'onOffice did not activate the provider.' }],
    });
  });

  test.each([[1.5], [-1], [1e30], [true]])('that is answered with the code %s is not refused by it', async (code) => {
    change(({ status }) => Object.assign(status, { errorcode: code }));
    const { errors } = await crm.query(archive);
    expect(failures(errors)).toEqual([['archiveEstate', 'UNKNOWN_OUTCOME']]);
    expect(crm.onoffice.world().estates.get(2471)?.values.status).toBe('0');
  });
});

describe('a record', () => {
  const invalid = (path: string) => [[path, 'UPSTREAM_INVALID_RESPONSE']];
  const ofEstates = (each: (data: Result['data']) => unknown) =>
    change(({ resourcetype, data }) => resourcetype === 'estate' && each(data));

  test.each([['0x9A7'], ['2.471e3'], [[2471]], [' 2471'], [true]])('is not named by %j', async (id) => {
    change(({ resourcetype, data }) => {
      if (resourcetype === 'idsfromrelation') (data.records[0] as Held).elements['2471'] = [id];
    });
    const { data, errors } = await crm.query('{ estates(first: 2) { nodes { estateId owners { addressId } } } }');
    expect(failures(errors)).toEqual(invalid('estates.nodes.0.owners'));
    expect(data.estates?.nodes[1]?.owners?.length).toBeGreaterThan(0);
    ofEstates(({ records }) => Object.assign(records[0] as Held, { id: Array.isArray(id) ? 2.5 : id }));
    expect(failures((await crm.query('{ estates(first: 2) { nodes { estateId } } }')).errors)).toEqual(
      invalid('estates'),
    );
  });

  test('that stands twice is not another, which would be told as one that is not there', async () => {
    ofEstates(({ records }) => records.splice(1, 1, records[0] as Held));
    const byId = await crm.query(
      '{ one: estate(estateId: 2471) { estateId } other: estate(estateId: 2475) { estateId } }',
    );
    // They are one read, and one cause is one error.
    expect(byId.data).toEqual({ one: null, other: null });
    expect(failures(byId.errors)).toEqual(invalid('one'));
    const listed = await crm.query('{ estates(first: 2) { nodes { estateId } } }');
    expect(failures(listed.errors)).toEqual(invalid('estates'));
  });

  test('of another id than were asked for is none of a company, and none of a search by number', async () => {
    ofEstates(({ records }) => Object.assign(records[0] as Held, { id: 2555 }));
    const { data, errors } = await crm.query(
      '{ contact(contactId: 3) { contactId estates(first: 2) { nodes { estateId } } } }',
    );
    expect(data.contact).toEqual({ contactId: 3, estates: null });
    expect(failures(errors)).toEqual(invalid('contact.estates'));
    const searched = await crm.query(
      '{ estates(first: 2, filter: { estateId: { in: [2471, 2475] } }) { nodes { estateId } } }',
    );
    expect(failures(searched.errors)).toEqual(invalid('estates'));
  });

  test('of a language version that belongs to another estate does not show the main texts as all there are', async () => {
    change(({ data }) => {
      for (const { elements } of data.records) if (elements.language === 'ENG') elements.mainLangId = '2475';
    });
    const { data, errors } = await crm.query('{ estate(estateId: 2471) { estateId title } }', undefined, {
      headers: { 'accept-language': 'en' },
    });
    expect(data.estate).toEqual({ estateId: 2471, title: null });
    expect(failures(errors)).toEqual(invalid('estate.title'));
  });

  test.each([
    ['is missing', ({ records }: Result['data']) => records.pop()],
    ['has another id', ({ records }: Result['data']) => Object.assign(records[0] as Held, { id: 7_777 })],
    ['has none', ({ records }: Result['data']) => Object.assign(records[0] as Held, { id: '' })],
    ['stands twice', ({ records }: Result['data']) => records.splice(1, 1, records[0] as Held)],
  ])('of an address that %s is not left out as one that cannot be seen', async (_what, alter) => {
    change(({ resourcetype, data }) => resourcetype === 'address' && alter(data));
    const { data, errors } = await crm.query('{ estate(estateId: 2471) { estateId owners { addressId } } }');
    expect(data.estate).toEqual({ estateId: 2471, owners: null });
    expect(failures(errors)).toEqual(invalid('estate.owners'));
    altered.alter(() => undefined);
    const sound = await crm.query('{ estate(estateId: 2471) { estateId owners { addressId } } }');
    expect(sound.data.estate?.owners).toHaveLength(2);
  });

  test.each([
    ['another one', ({ records }: Result['data']) => records.push({ ...(records[0] as Held), id: 7_777 })],
    ['one of them again', ({ records }: Result['data']) => records.push(records[0] as Held)],
    ['one without an id', ({ records }: Result['data']) => records.push({ ...(records[0] as Held), id: '' })],
    ['a larger number', ({ meta }: Result['data']) => Object.assign(meta, { cntabsolute: 7 })],
  ])('of an address is shown where all came that were asked for, and beside them %s', async (_what, alter) => {
    const query = '{ estate(estateId: 2471) { owners { addressId lastName } } }';
    const sound = await crm.query(query);
    change(({ resourcetype, data }) => resourcetype === 'address' && alter(data));
    const { data, errors } = await crm.query(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(sound.data);
  });

  test('of an address that is missing costs the estates that it belongs to', async () => {
    const query = '{ estates(first: 5) { nodes { estateId owners { addressId } } } }';
    const sound = await crm.query(query);
    let missing: unknown;
    change(({ resourcetype, data }) => {
      if (resourcetype === 'address') missing = data.records.pop()?.id;
    });
    const { data, errors } = await crm.query(query);
    const left = sound.data.estates?.nodes.map(({ estateId, owners }) => ({
      estateId,
      owners: owners?.some(({ addressId }) => addressId === missing) ? null : owners,
    }));
    expect(data.estates?.nodes).toEqual(left);
    expect(left?.some(({ owners }) => owners === null)).toBe(true);
    expect(left?.some(({ owners }) => owners !== null && owners !== undefined && owners.length > 0)).toBe(true);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });
});

describe('the number of all', () => {
  test('that is below zero is none', async () => {
    change(({ data }) => Object.assign(data.meta, { cntabsolute: -5 }));
    const { data, errors } = await crm.query(
      '{ estates(first: 3) { totalCount nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor } } }',
    );
    expect(data.estates).toBeNull();
    expect(failures(errors)).toEqual([['estates', 'UPSTREAM_INVALID_RESPONSE']]);
  });

  test('is no smaller than that of the rows that came, and the cursors of the last ones are theirs', async () => {
    const { data: sound } = await crm.query(
      '{ estates(first: 2) { totalCount nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor } } }',
    );
    change(({ data }) => Object.assign(data.meta, { cntabsolute: 1 }));
    const { data, errors } = await crm.query(
      '{ estates(last: 2) { totalCount nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.estates).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: sound.estates?.pageInfo.startCursor },
    });
  });
});

test('elements that are a list of values are no record whose fields are all empty', async () => {
  change(({ data }) => {
    for (const record of data.records) Object.assign(record, { elements: Object.values(record.elements) });
  });
  const { data, errors } = await crm.query('{ estate(estateId: 2471) { externalNumber } }');
  expect(data.estate).toBeNull();
  expect(failures(errors)).toEqual([['estate', 'UPSTREAM_INVALID_RESPONSE']]);
});

describe('a value', () => {
  /** Sets a field in all that is answered. */
  const set = (name: string, value: unknown) =>
    change(({ data }) => {
      for (const { elements } of data.records) if (name in elements) elements[name] = value;
    });

  test.each([
    ['objekttitel', true, 'title'],
    ['erstellt_am', '2025-13-45', 'createdAt'],
    ['erstellt_am', '2025-02-30', 'createdAt'],
    ['geaendert_am', '2025-13-45 25:61:61', 'updatedAt'],
    ['objektart', false, 'category'],
  ])('of %s that is %j is told as one that cannot be read', async (name, value, field) => {
    set(name, value);
    const { data, errors } = await crm.query(
      '{ estate(estateId: 2471) { externalNumber title createdAt updatedAt category { key } } }',
    );
    expect(failures(errors)).toEqual([[`estate.${field}`, 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data.estate).toMatchObject({ externalNumber: 'MU-2471', [field]: null });
  });

  test('of parking spaces that is a text is not shown as none', async () => {
    set('multiParkingLot', 'two');
    const { errors } = await crm.query('{ estate(estateId: 2471) { fields(names: ["multiParkingLot"]) { value } } }');
    expect(failures(errors)).toEqual([['estate.fields.0.value', 'UPSTREAM_INVALID_RESPONSE']]);
  });

  test.each([[''], ['0'], [0], [null], [[]]])(
    'of parking spaces that is %j says that there are none',
    async (value) => {
      set('multiParkingLot', value);
      const { data, errors } = await crm.query(
        '{ estate(estateId: 2471) { fields(names: ["multiParkingLot"]) { value text } } }',
      );
      expect(errors).toBeUndefined();
      expect(data.estate?.fields).toEqual([{ value: null, text: null }]);
    },
  );

  test.each([[true], [{ number: '1' }], [['1', '2']]])('of a telephone number that is %j is none', async (value) => {
    change(({ resourcetype, data }) => {
      const elements = resourcetype === 'address' ? data.records.map((each) => each.elements) : [];
      for (const each of elements) for (const name of Object.keys(each)) if (/^phone/.test(name)) each[name] = value;
    });
    const { data, errors } = await crm.query('{ estate(estateId: 2471) { owners { phone email } } }');
    expect(failures(errors)).toEqual([['estate.owners.0.phone', 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data.estate?.owners?.map(({ phone, email }) => [phone, typeof email])).toEqual([
      [null, 'string'],
      [null, 'string'],
    ]);
  });
});

describe('a picture', () => {
  const query = '{ estates(first: 2) { nodes { estateId pictures { url title kind position updatedAt } } } }';
  const ofFirst = (values: object) =>
    change(({ resourcetype, data }) => {
      if (resourcetype === 'estatepictures')
        Object.assign(Object.values((data.records[0] as Held).elements)[0] as object, values);
    });

  test.each([
    ['url', { a: 1 }],
    ['url', ['x']],
    ['type', true],
  ])('with a %s that is %j costs those of its own estate, where that is asked for', async (name, value) => {
    ofFirst({ [name]: value });
    const { data, errors } = await crm.query(query);
    expect(failures(errors)).toEqual([
      [`estates.nodes.0.pictures.0.${name === 'type' ? 'kind' : name}`, 'UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(data.estates?.nodes.map(({ pictures }) => pictures?.map(({ position }) => position))).toEqual([
      undefined,
      [1, 2, 3],
    ]);
    const other = await crm.query('{ estates(first: 2) { nodes { pictures { title position } } } }');
    expect(other.errors).toBeUndefined();
    expect(other.data.estates?.nodes[0]?.pictures).toHaveLength(3);
    expect(crm.logged.join('')).not.toContain('"level":"error"');
  });

  test.each([
    ['title', { a: 1 }],
    ['title', false],
    ['modified', true],
    ['modified', false],
    ['modified', [5]],
    ['modified', '2025-09-14'],
    ['modified', 123_456_789_012_345],
    ['modified', 1e30],
  ])('with a %s that is %j is shown with all else', async (name, value) => {
    const sound = await crm.query(query);
    ofFirst({ [name]: value });
    const { data, errors } = await crm.query(query);
    const field = name === 'title' ? name : 'updatedAt';
    expect(failures(errors)).toEqual([[`estates.nodes.0.pictures.0.${field}`, 'UPSTREAM_INVALID_RESPONSE']]);
    const [first, second] = sound.data.estates?.nodes ?? [];
    const [picture, ...others] = first?.pictures ?? [];
    expect(data.estates?.nodes).toEqual([{ ...first, pictures: [{ ...picture, [field]: null }, ...others] }, second]);
    expect(crm.logged.join('')).not.toContain('"level":"error"');
  });

  test.each([[[]], [{}], [[[]]]])('is none where nothing is told of it: %j', async (elements) => {
    const sound = await crm.query(query);
    change(({ resourcetype, data }) => {
      if (resourcetype === 'estatepictures') (data.records as unknown[]).unshift({ id: 9, type: 'files', elements });
    });
    const { data, errors } = await crm.query(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(sound.data);
  });

  test.each([[null], ['0'], [0], ['']])('that was changed at %j was changed nobody knows when', async (modified) => {
    ofFirst({ modified });
    const { data, errors } = await crm.query(query);
    expect(errors).toBeUndefined();
    expect(data.estates?.nodes[0]?.pictures?.map(({ updatedAt }) => updatedAt === null)).toEqual([true, false, false]);
  });

  test('of which nobody can tell whose it is costs all of them, and one of another estate none', async () => {
    ofFirst({ estateid: null, estateMainId: {} });
    expect(failures((await crm.query(query)).errors)).toEqual([
      ['estates.nodes.0.pictures', 'UPSTREAM_INVALID_RESPONSE'],
    ]);
    ofFirst({ estateid: '2477', estateMainId: '2477' });
    const { data, errors } = await crm.query(query);
    expect(errors).toBeUndefined();
    expect(data.estates?.nodes.map(({ pictures }) => pictures?.length)).toEqual([2, 3]);
  });
});

describe('the field configuration', () => {
  const query =
    '{ estate(estateId: 2471) { fields(names: ["ind_1946_Feld_ObjFreitexte8", "heizungsart"]) { name label type text } } }';
  const label = '{ estate(estateId: 2471) { category { key label } } }';
  const configured = (data: Result['data']) => (data.records[0] as Held).elements as Record<string, object>;
  const ofFields = (each: (data: Result['data']) => unknown) =>
    change(({ resourcetype, data }) => resourcetype === 'fields' && each(data));
  /** A claim has a configuration of its own: each of these asks for it anew. */
  let asked = 0;
  const fresh = () => {
    asked += 1;
    return { headers: { 'x-onoffice-claim': `claim${asked}`, 'accept-language': 'en' } };
  };
  const requests = () =>
    crm.onoffice.journal.flatMap(({ actions }) => actions).filter(({ name }) => name === 'get fields');

  test.each<[string, (data: Result['data']) => unknown]>([
    ['without the estates', (data) => data.records.pop()],
    ['of another module', (data) => Object.assign(data.records[0] as Held, { id: 'address' })],
    ['that is a list', (data) => Object.assign(data.records[0] as Held, { elements: ['kaufpreis'] })],
    ['with a field that is none', (data) => Object.assign(configured(data), { ind_1946_Feld_ObjFreitexte8: null })],
    [
      'with a field that is a list',
      (data) => Object.assign(configured(data), { ind_1946_Feld_ObjFreitexte8: ['text'] }),
    ],
    ['without a type', (data) => Object.assign(configured(data).ind_1946_Feld_ObjFreitexte8 as object, { type: null })],
    ['with a label that is none', (data) => Object.assign(configured(data).heizungsart as object, { label: { a: 1 } })],
    ['with a label that is a flag', (data) => Object.assign(configured(data).heizungsart as object, { label: true })],
  ])('%s is told as one that cannot be read, and not kept', async (_what, alter) => {
    const sound = await crm.query(query, undefined, fresh());
    expect(sound.errors).toBeUndefined();
    const caller = fresh();
    ofFields(alter);
    const { data, errors } = await crm.query(query, undefined, caller);
    expect(failures(errors)).toEqual([['estate.fields', 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data.estate).toEqual({ fields: null });
    altered.alter(() => undefined);
    crm.onoffice.clear();
    const again = await crm.query(query, undefined, caller);
    expect(again.errors).toBeUndefined();
    expect(again.data).toEqual(sound.data);
    expect(requests()).toHaveLength(1);
    await crm.query(query, undefined, caller);
    expect(requests()).toHaveLength(1);
  });

  test.each([[{ label: null }], [{ label: '' }], [{ position: 3 }], [{ active: true }]])(
    'is kept with what says something of the module itself: %j',
    async (own) => {
      const sound = await crm.query(query, undefined, fresh());
      const caller = fresh();
      ofFields((data) => Object.assign(configured(data), own));
      crm.onoffice.clear();
      for (let time = 0; time < 2; time += 1) {
        const { data, errors } = await crm.query(query, undefined, caller);
        expect(errors).toBeUndefined();
        expect(data).toEqual(sound.data);
      }
      expect(requests()).toHaveLength(1);
    },
  );

  test.each([[true], [{ a: 1 }], [['Haus']]])('has no label for a value where that is %j', async (value) => {
    const caller = fresh();
    const sound = await crm.query(label, undefined, caller);
    const { key, label: told } = sound.data.estate?.category ?? {};
    expect(told).not.toBe(key);
    const other = fresh();
    ofFields((data) =>
      Object.assign((configured(data).objektart as { permittedvalues: object }).permittedvalues, {
        [String(key)]: value,
      }),
    );
    const { data, errors } = await crm.query(label, undefined, other);
    expect(errors).toBeUndefined();
    expect(data.estate?.category).toEqual({ key, label: key });
    altered.alter(() => undefined);
    expect((await crm.query(label, undefined, other)).data).toEqual(sound.data);
  });
});

describe('the language of main records', () => {
  const query = '{ estate(estateId: 2471) { estateId mainLanguage languages translations { language } } }';

  test.each<[string, (data: Result['data']) => unknown]>([
    ['a version with a number', ({ records }) => Object.assign((records[0] as Held).elements, { language: 5 })],
    [
      'a version with another text',
      ({ records }) => Object.assign((records[0] as Held).elements, { language: ' DEU ' }),
    ],
    ['a version with a list', ({ records }) => Object.assign((records[0] as Held).elements, { language: ['DEU'] })],
  ])('is neither taken from %s, nor assumed, nor kept', async (_what, alter) => {
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    change(({ resourcetype, data }) => resourcetype === 'estateLanguage' && alter(data));
    crm.onoffice.clear();
    const { data, errors } = await own.query(query);
    expect(data.estate).toEqual({ estateId: 2471, mainLanguage: null, languages: null, translations: null });
    // One cause is one error.
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
    altered.alter(() => undefined);
    const sound = await own.query(query);
    expect(sound.errors).toBeUndefined();
    expect(sound.data.estate).toEqual({
      ...{ estateId: 2471, mainLanguage: 'de', languages: ['de', 'en'] },
      translations: [{ language: 'de' }, { language: 'en' }],
    });
  });

  const texts = '{ estate(estateId: 2471) { estateId title mainLanguage languages } }';
  /** Whoever wants one of two languages is given the main texts only where it is known which they are in. */
  const wanted = { headers: { 'accept-language': 'de, en' } };
  const main = { estateId: 2471, title: 'Maisonette mit Garten (MusterMakler)', mainLanguage: 'de' };

  test.each<[string, readonly string[], (data: Result['data']) => unknown]>([
    ['no version', [], (data) => Object.assign(data, { records: [] })],
    ['a main version without one', ['en'], ({ records }) => delete (records[0] as Held).elements.language],
    ['one with null', ['en'], ({ records }) => Object.assign((records[0] as Held).elements, { language: null })],
    ['one with an empty text', ['en'], ({ records }) => Object.assign((records[0] as Held).elements, { language: '' })],
  ])('is German where onOffice tells of %s, and costs no text', async (_what, languages, alter) => {
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    change(({ resourcetype, data }) => resourcetype === 'estateLanguage' && alter(data));
    const { data, errors } = await own.query(texts, undefined, wanted);
    expect(errors).toBeUndefined();
    expect(data.estate).toEqual({ ...main, languages });
  });

  test('is told, and costs no text, where that of another version cannot be read', async () => {
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    change(({ resourcetype, data }) => {
      if (resourcetype === 'estateLanguage') Object.assign((data.records[1] as Held).elements, { language: ['ENG'] });
    });
    const { data, errors } = await own.query(texts, undefined, wanted);
    expect(failures(errors)).toEqual([['estate.languages', 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data.estate).toEqual({ ...main, languages: null });
  });
});

describe('what cannot be read costs nothing that stands beside it', () => {
  const invalid = (...paths: string[]) => paths.map((path) => [path, 'UPSTREAM_INVALID_RESPONSE']);
  const set = (values: Record<string, unknown>) =>
    change(({ data }) => {
      for (const { elements } of data.records)
        for (const name of Object.keys(values)) if (name in elements) elements[name] = values[name];
    });

  test.each([
    ['plz', {}, ['postalCode', 'formatted']],
    ['ort', {}, ['city', 'formatted']],
    ['strasse', {}, ['line1', 'formatted']],
    ['land', ['DEU', 'AUT'], ['country']],
    ['breitengrad', 'north', ['latitude', 'longitude']],
  ])('in the address of an estate: %s', async (name, value, parts) => {
    const query =
      '{ estate(estateId: 2471) { address { line1 postalCode city state country latitude longitude formatted } } }';
    const sound = await crm.query(query);
    set({ [name]: value });
    const { data, errors } = await crm.query(query);
    const lost = Object.fromEntries(parts.map((part) => [part, null]));
    expect(data.estate?.address).toEqual({ ...sound.data.estate?.address, ...lost });
    expect(failures(errors)?.sort()).toEqual(invalid(`estate.address.${parts[0]}`));
  });

  test('in the address of an owner', async () => {
    const query = '{ estate(estateId: 2475) { owners { address { postalCode line1 city country } } } }';
    const sound = await crm.query(query);
    set({ Plz: {} });
    const { data, errors } = await crm.query(query);
    expect(data.estate?.owners).toEqual(
      sound.data.estate?.owners?.map(({ address }) => ({ address: { ...address, postalCode: null } })),
    );
    expect(failures(errors)).toEqual(invalid('estate.owners.0.address.postalCode'));
  });

  test('in a price: its currency', async () => {
    set({ waehrung: {} });
    const { data, errors } = await crm.query('{ estate(estateId: 2471) { purchasePrice { amount currency } } }');
    expect(data.estate?.purchasePrice).toEqual({ amount: '248000.00', currency: null });
    expect(failures(errors)).toEqual(invalid('estate.purchasePrice.currency'));
  });

  test('among fields that were asked for by name', async () => {
    const query =
      '{ estate(estateId: 2471) { fields(names: ["baujahr", "heizungsart", "kaufpreis"]) { name value text } } }';
    const sound = await crm.query(query);
    set({ baujahr: 'old', heizungsart: { a: 1 } });
    const { data, errors } = await crm.query(query);
    const [year, heating, price] = sound.data.estate?.fields ?? [];
    expect(data.estate?.fields).toEqual([
      { ...year, value: null, text: null },
      { ...heating, value: null, text: null },
      price,
    ]);
    expect(errors?.every(({ extensions }) => extensions.code === 'UPSTREAM_INVALID_RESPONSE')).toBe(true);
    const values = '{ estate(estateId: 2471) { fields(names: ["heizungsart"]) { values { key } } } }';
    expect(failures((await crm.query(values)).errors)).toEqual(invalid('estate.fields.0.values'));
  });
});
