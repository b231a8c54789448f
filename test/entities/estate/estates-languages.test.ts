import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import { startAltered } from './altered-onoffice.ts';
import { estatesOf, pickEstate, textIn } from './seeded-estates.ts';

let crm: Crm;
let world: OnOfficeWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.onoffice.reset();
  world = crm.onoffice.world();
});

const accepting = (languages: string) => ({ headers: { 'accept-language': languages } });
const actions = () => crm.onoffice.journal.flatMap((post) => post.actions);
const bilingual = 2471;
const german = 2475;

describe('the language of the request', () => {
  test.each([
    ['en', 'en', 'ENG'],
    ['en-GB', 'en', 'ENG'],
    ['de', 'de', 'DEU'],
    ['de-LI', 'de', 'DEU'],
    ['fr', 'de', 'DEU'],
    ['ja', 'de', 'DEU'],
    ['fr, en;q=0.5', 'en', 'ENG'],
    ['de-AT, en;q=0.5', 'de', 'DEU'],
    ['ja, en;q=0.8, de;q=0.5', 'en', 'ENG'],
  ])('%s is answered in %s', async (languages, language, code) => {
    const { data, errors } = await crm.query(
      '{ estate(estateId: 2471) { language title description address { city } } }',
      undefined,
      accepting(languages),
    );
    const estate = pickEstate(world, ({ id }) => id === bilingual);
    expect(errors).toBeUndefined();
    expect(data.estate).toEqual({
      ...{
        language,
        title: textIn(estate, 'objekttitel', code),
        description: textIn(estate, 'objektbeschreibung', code),
      },
      address: { city: textIn(estate, 'ort', code) },
    });
  });

  test('texts that are cancelled, and a request without a language, are told apart', async () => {
    const none = await crm.query('{ estate(estateId: 2471) { language } }');
    const cancelled = await crm.query('{ estate(estateId: 2471) { language } }', undefined, {
      headers: { 'so-language': 'x' },
    });
    expect([none.data.estate?.language, cancelled.data.estate?.language]).toEqual(['en', 'de']);
  });

  test('an estate without that version keeps its place in a list, with the texts of the main one', async () => {
    const { data } = await crm.query(
      '{ estates(first: 120) { nodes { estateId title language } } }',
      undefined,
      accepting('en'),
    );
    expect(data.estates?.nodes).toEqual(
      estatesOf(world).map((estate) => ({
        ...{ estateId: estate.id, title: textIn(estate, 'objekttitel') },
        language: estate.versions.has('ENG') ? 'en' : 'de',
      })),
    );
  });

  test('the same where the server leaves out of lists what has no such version', async () => {
    crm.onoffice.options.listsWithoutVersion = 'leftOut';
    const { data } = await crm.query(
      '{ estates(first: 30) { totalCount nodes { estateId title } } }',
      undefined,
      accepting('en'),
    );
    expect(data.estates).toEqual({
      totalCount: 120,
      nodes: estatesOf(world)
        .slice(0, 30)
        .map((estate) => ({ estateId: estate.id, title: textIn(estate, 'objekttitel') })),
    });
  });

  test('the same where the server compares texts of the version', async () => {
    crm.onoffice.options.translatedFilters = 'version';
    const { data } = await crm.query(
      '{ estates(first: 500, filter: { city: { eq: "Köln" } }) { totalCount nodes { title address { city } } } }',
      undefined,
      accepting('en'),
    );
    const expected = estatesOf(world).filter(({ values }) => values.ort === 'Köln');
    expect(data.estates).toEqual({
      totalCount: expected.length,
      nodes: expected.map((estate) => ({
        title: textIn(estate, 'objekttitel'),
        address: { city: textIn(estate, 'ort') },
      })),
    });
  });

  test('the main language is learned once, and then no version of it is asked for', async () => {
    await using fresh = await startCrm();
    const ask = () => fresh.query('{ estates(first: 3) { nodes { mainLanguage title } } }', undefined, accepting('de'));
    expect((await ask()).data.estates?.nodes[0]).toMatchObject({ mainLanguage: 'de' });
    await ask();
    const names = fresh.onoffice.journal.flatMap((post) => post.actions.map(({ name }) => name));
    expect(names).toEqual(['read estate', 'read estate', 'get estateLanguage', 'read estate']);
  });

  test('the main language may be set', async () => {
    await using set = await startCrm({ settings: { ONOFFICE_MAIN_LANGUAGE: 'de' } });
    await set.query('{ estates(first: 3) { nodes { mainLanguage title } } }', undefined, accepting('de'));
    expect(set.onoffice.journal.map(({ path }) => path)).toEqual(['read estate']);
  });

  test('where onOffice cannot tell the main language, it is German', async () => {
    await using older = await startCrm({ onoffice: { estateLanguage: false } });
    const { data, errors } = await older.query(
      '{ estate(estateId: 2475) { mainLanguage language title(language: "de") languages } }',
      undefined,
      accepting('en'),
    );
    expect(data.estate).toMatchObject({ mainLanguage: 'de', language: 'de', languages: null });
    expect(data.estate?.title).toContain('ruhiger Lage');
    expect(errors?.map(({ path }) => path?.at(-1))).toEqual(['languages']);
  });
});

test('a language that onOffice refuses is one that no estate has', async () => {
  await using altered = await startAltered(() => crm.onoffice.url);
  await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
  altered.alter(({ response }, asked) => {
    for (const [at, { parameters }] of asked.entries()) {
      if (parameters.estatelanguage !== 'NOR' && parameters.language !== 'NOR') continue;
      const status = { errorcode: 160, message: 'Invalid language: "NOR"' };
      Object.assign(response.results[at] ?? {}, { data: [], status });
    }
  });
  const { data, errors } = await own.query(
    `query Refused($id: Int!) { estate(estateId: $id) { language title norwegian: title(language: "nb") category { label }
      pictures { title } fields(names: ["kaufpreis"]) { label } } }`,
    { id: bilingual },
    accepting('nb'),
  );
  const estate = pickEstate(world, ({ id }) => id === bilingual);
  expect(errors?.map(({ path, extensions: { code } }) => [path?.join('.'), code])).toEqual([
    ['estate.norwegian', 'ESTATE_LANGUAGE_MISSING'],
  ]);
  expect(data.estate).toMatchObject({
    ...{ language: 'de', title: textIn(estate, 'objekttitel', 'DEU'), norwegian: null },
    ...{ category: { label: 'Wohnung' }, fields: [{ label: 'Kaufpreis' }] },
  });
  expect(data.estate?.pictures?.length).toBeGreaterThan(1);
  const write = await own.query(
    'mutation Refused { updateEstate(estateId: 2471, changes: { title: "X" }, language: "nb") { estate { title } } }',
  );
  expect(write.errors?.map(({ extensions: { code } }) => code)).toEqual(['ESTATE_LANGUAGE_MISSING']);
});

test('where the API user may not ask for the main language, it is German, and is not asked for again', async () => {
  await using own = await startCrm();
  own.onoffice.faults.add({ path: 'get estateLanguage', fault: { kind: 'refuse', code: 156 } });
  const ask = () =>
    own.query('{ estates(first: 2) { nodes { language title(language: "de") } } }', undefined, accepting('fr'));
  for (const { data, errors } of [await ask(), await ask()]) {
    expect(errors).toBeUndefined();
    expect(data.estates?.nodes).toEqual(
      estatesOf(own.onoffice.world())
        .slice(0, 2)
        .map((estate) => ({ language: 'de', title: textIn(estate, 'objekttitel', 'DEU') })),
    );
  }
  const asked = own.onoffice.journal
    .flatMap((post) => post.actions)
    .filter(({ name }) => name === 'get estateLanguage');
  expect(asked).toHaveLength(1);
});

describe('a language by argument', () => {
  test('gives the texts of that version', async () => {
    const { data } = await crm.query(
      `{ estate(estateId: 2471) { title de: title(language: "de") en: title(language: "en-US")
        description(language: "de") locationDescription(language: "en") equipmentDescription(language: "de")
        otherInformation(language: "en") fields(names: ["lage"], language: "de") { value label } } }`,
      undefined,
      accepting('en'),
    );
    const estate = pickEstate(world, ({ id }) => id === bilingual);
    expect(data.estate).toEqual({
      title: textIn(estate, 'objekttitel', 'ENG'),
      de: textIn(estate, 'objekttitel', 'DEU'),
      en: textIn(estate, 'objekttitel', 'ENG'),
      description: textIn(estate, 'objektbeschreibung', 'DEU'),
      locationDescription: textIn(estate, 'lage', 'ENG'),
      equipmentDescription: textIn(estate, 'ausstatt_beschr', 'DEU'),
      otherInformation: textIn(estate, 'sonstige_angaben', 'ENG'),
      fields: [{ value: textIn(estate, 'lage', 'DEU'), label: 'Lage' }],
    });
  });

  test('that an estate lacks is null and says so, once for a whole page', async () => {
    const { data, errors } = await crm.query(
      '{ estates(first: 6) { nodes { title(language: "fr") externalNumber } } }',
    );
    expect(data.estates?.nodes.map(({ title, externalNumber }) => [title, externalNumber?.slice(0, 3)])).toEqual(
      Array(6).fill([null, 'MU-']),
    );
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['ESTATE_LANGUAGE_MISSING']);
  });

  test('never gives the text of another version', async () => {
    const { data, errors } = await crm.query(
      '{ a: estate(estateId: 2471) { title(language: "en") } b: estate(estateId: 2475) { title(language: "en") } }',
    );
    expect(data).toMatchObject({ a: { title: expect.stringContaining('with garden') }, b: { title: null } });
    expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['b', 'title'], 'ESTATE_LANGUAGE_MISSING'],
    ]);
  });

  test('that onOffice has no code for is refused', async () => {
    const { data, errors } = await crm.query('{ estate(estateId: 2471) { externalNumber title(language: "ja") } }');
    expect(data.estate).toEqual({ externalNumber: 'MU-2471', title: null });
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  test('asks for nothing but that version once the main language is known', async () => {
    await crm.query('{ estate(estateId: 2471) { mainLanguage } }');
    crm.onoffice.clear();
    await crm.query('{ estate(estateId: 2471) { estateId title(language: "en") } }', undefined, accepting('de'));
    expect(actions().map(({ parameters }) => [parameters.estatelanguage, parameters.data])).toEqual([
      [undefined, ['Id']],
      ['ENG', ['objekttitel']],
    ]);
  });
});

describe('all versions', () => {
  test('of estates, with the texts of each', async () => {
    const { data } = await crm.query(`{ estates(first: 5) { nodes { languages
      translations { language title description locationDescription equipmentDescription otherInformation city } } } }`);
    const texts = { title: 'objekttitel', description: 'objektbeschreibung', locationDescription: 'lage' };
    const more = { equipmentDescription: 'ausstatt_beschr', otherInformation: 'sonstige_angaben', city: 'ort' };
    expect(data.estates?.nodes).toEqual(
      estatesOf(world)
        .slice(0, 5)
        .map((estate) => {
          const codes = ['DEU', ...estate.versions.keys()];
          const tag = (code: string) => ({ DEU: 'de', ENG: 'en' })[code];
          return {
            languages: codes.map(tag),
            translations: codes.map((code) => ({
              language: tag(code),
              ...Object.fromEntries(
                Object.entries({ ...texts, ...more }).map(([name, field]) => [name, textIn(estate, field, code)]),
              ),
            })),
          };
        }),
    );
    const names = crm.onoffice.journal.map((post) => post.actions.map(({ name }) => name));
    expect(names[1]).toEqual(Array(5).fill('get estateLanguage'));
    expect(names).toHaveLength(3);
  });

  test('are not asked for again in a language that the estate was read in', async () => {
    const { data, errors } = await crm.query(
      '{ estate(estateId: 2471) { title translations { language title description } } }',
      undefined,
      accepting('en'),
    );
    const estate = pickEstate(world, ({ id }) => id === bilingual);
    expect(errors).toBeUndefined();
    expect(data.estate).toEqual({
      title: textIn(estate, 'objekttitel', 'ENG'),
      translations: [
        ['de', 'DEU'],
        ['en', 'ENG'],
      ].map(([language, code]) => ({
        language,
        title: textIn(estate, 'objekttitel', code),
        description: textIn(estate, 'objektbeschreibung', code),
      })),
    });
    expect(crm.onoffice.journal.map((post) => post.actions.map(({ name }) => name))).toEqual([
      ['read estate', 'read estate'],
      ['get estateLanguage'],
    ]);
  });

  test('of one that has a single version', async () => {
    const { data } = await crm.query('{ estate(estateId: 2475) { languages translations { language } } }');
    expect(data.estate).toEqual({ languages: ['de'], translations: [{ language: 'de' }] });
    expect(german).toBe(2475);
  });
});
