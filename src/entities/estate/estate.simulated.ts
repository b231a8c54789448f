import type { ActionOutcome, ActionRoutes, OutcomeRecord, SimulatedAction } from '../../simulator/onoffice/action.ts';
import { success } from '../../simulator/onoffice/action.ts';
import { compileFilter, compileOrder, pageOf } from '../../simulator/onoffice/filter.ts';
import { compileRange } from '../../simulator/onoffice/georange.ts';
import {
  activeField,
  dataFields,
  labelLanguage,
  languageParameter,
  requireReadable,
  requireWritable,
  savedFilter,
  writtenData,
} from '../../simulator/onoffice/parameters.ts';
import type { PhpValue } from '../../simulator/onoffice/php-json.ts';
import { type Refusal, refuse } from '../../simulator/onoffice/refusal.ts';
import type {
  EstateRecord,
  EstateVersion,
  FieldRecord,
  OnOfficeWorld,
  StoredValue,
  StoredValues,
} from '../../simulator/onoffice/store.ts';
import { nextEstateId, uuidOf } from '../../simulator/onoffice/store.ts';
import { formattedValue, parseWritten, rawValue } from '../../simulator/onoffice/values.ts';
import { wallClock, wallDay } from '../../simulator/onoffice/wall-clock.ts';

/** An estate as one read sees it: with the texts of a version where one was asked for and exists. */
interface View {
  estate: EstateRecord;
  version: EstateVersion | null;
  language: string | null;
}

/** Reading and writing properties in the simulated CRM. There is no delete. */
export const estateRoutes: ActionRoutes = {
  'read estate': readEstates,
  'create estate': createEstate,
  'modify estate': modifyEstate,
};

function readEstates(action: SimulatedAction): ActionOutcome {
  const { world, parameters, resourceId } = action;
  requireReadable(world, 'estate');
  const fields = dataFields(parameters.data, world.fields.estate);
  // A language that is none is refused whatever there is to be shown in it.
  languageParameter(parameters.estatelanguage);
  if (parameters.formatoutput === true) languageParameter(parameters.outputlanguage);
  const views = resourceId === '' ? listed(action, parameters.filterid) : single(action);
  const page = resourceId === '' ? pageOf(views, parameters.listlimit, parameters.listoffset) : views;
  return { records: page.map((view) => toRecord(view, fields, action)), total: views.length, cacheable: true };
}

function single(action: SimulatedAction): View[] {
  const { world, options, resourceId, parameters } = action;
  if (!/^\d+$/.test(resourceId)) throw refuse(24, resourceId);
  const estate = mainRecord(world, Number(resourceId));
  const view = estate && visible(action, estate) ? viewOf(world, estate, parameters.estatelanguage) : null;
  if (view) return [view];
  if (estate) throw refuse(149);
  if (options.unknownEstate === 'refused') throw refuse(80);
  return [];
}

/** What the API user sees of that which a filter, a saved one and a radius leave, in the order asked for. */
function listed(action: SimulatedAction, filterId: unknown): View[] {
  const { world, options, parameters } = action;
  const lookup = (name: string) => activeField(world.fields.estate, name);
  const filterReader = (view: View, field: FieldRecord) =>
    // Ids and uuids are those of main records whatever the language: a filter by a version's finds nothing.
    options.translatedFilters === 'version' && field.translated
      ? shownValue(view, field)
      : ownValue(view.estate, field);
  const matches = compileFilter(parameters.filter, lookup, filterReader);
  const savedMatches = compileFilter(savedFilter(world, 'estate', filterId), lookup, filterReader);
  const inRange = compileRange(parameters.georangesearch);
  const order = compileOrder(
    parameters.sortby,
    parameters.sortorder,
    (name) => (world.fields.estate.get(name)?.active ? world.fields.estate.get(name) : undefined),
    (view: View, field) => ownValue(view.estate, field),
  );
  return [...world.estates.values()]
    .filter((estate) => visible(action, estate))
    .map((estate) => viewOf(world, estate, parameters.estatelanguage))
    .filter((view) => view.version || view.language === null || options.listsWithoutVersion === 'main')
    .filter((view) => matches(view) && savedMatches(view) && inRange(pointOf(view.estate)))
    .sort((one, other) => order(one, other) || one.estate.id - other.estate.id);
}

/** The same as records. */
export const listedEstates = (action: SimulatedAction, filterId: unknown): EstateRecord[] =>
  listed(action, filterId).map(({ estate }) => estate);

/** By main id alone: the ids of versions are never read directly (198). */
function mainRecord(world: OnOfficeWorld, id: number): EstateRecord | null {
  const estate = world.estates.get(id);
  if (estate) return estate;
  for (const other of world.estates.values()) {
    for (const version of other.versions.values()) if (version.id === id) throw refuse(198, String(id));
  }
  return null;
}

/** What the API user may see: some records are withheld, and some users see published ones alone. */
export function visible({ world, options }: SimulatedAction, estate: EstateRecord): boolean {
  if (world.restrictions.unreadableEstates.has(estate.id)) return false;
  return !options.publishedOnly || estate.values.veroeffentlichen === true;
}

function viewOf(world: OnOfficeWorld, estate: EstateRecord, languageAsked: unknown): View {
  const asked = languageParameter(languageAsked);
  const language = asked === world.mainLanguage ? null : asked;
  return { estate, language, version: language === null ? null : (estate.versions.get(language) ?? null) };
}

function pointOf({ values }: EstateRecord): readonly [number, number] | null {
  const { breitengrad, laengengrad } = values;
  return typeof breitengrad === 'number' && typeof laengengrad === 'number' ? [breitengrad, laengengrad] : null;
}

/** A value of the main record. */
function ownValue(estate: EstateRecord, field: FieldRecord): StoredValue {
  if (field.name === 'Id') return estate.id;
  if (field.name === 'uuid') return estate.uuid;
  return estate.values[field.name] ?? null;
}

/** A value as the view shows it: id, uuid and texts are the version's, all else is kept equal. */
function shownValue({ estate, version }: View, field: FieldRecord): StoredValue {
  if (!version) return ownValue(estate, field);
  if (field.name === 'Id') return version.id;
  if (field.name === 'uuid') return version.uuid;
  return field.translated ? (version.values[field.name] ?? null) : ownValue(estate, field);
}

function toRecord(view: View, fields: readonly FieldRecord[], action: SimulatedAction): OutcomeRecord {
  const { parameters, options } = action;
  const formatted = parameters.formatoutput === true;
  const language = labelLanguage(formatted ? parameters.outputlanguage : undefined);
  const currency = String(view.estate.values.waehrung ?? 'EUR');
  const elements: Record<string, PhpValue> = {};
  for (const field of fields) {
    const value = shownValue(view, field);
    elements[field.name] = formatted
      ? formattedValue(field, value, language, currency, options)
      : rawValue(field, value, options);
  }
  if (parameters.addMobileUrl === true) elements.mobileUrl = `https://smart.onoffice.example/estate/${view.estate.id}`;
  if (parameters.addMainLangId === true) elements.mainLangId = view.version ? String(view.estate.id) : null;
  if (parameters.addestatelanguage === true) elements.language = view.version ? view.language : '';
  return { id: view.version?.id ?? view.estate.id, type: 'estate', elements };
}

function createEstate(action: SimulatedAction): ActionOutcome {
  const { world, customer, clock, parameters } = action;
  requireWritable(world, 'estate', '');
  const written = parseFields(action, writtenData(parameters.data));
  const id = nextEstateId(world);
  const overwritten = replaceDuplicateNumber(world, written, id);
  const now = clock.now();
  const values: StoredValues = {
    status: '1',
    ...written,
    erstellt_am: wallDay(now),
    erstellt_von: 'API',
    letzte_aktion: wallDay(now),
    geaendert_am: wallClock(now),
  };
  world.estates.set(id, { id, uuid: uuidOf(`${customer} ${id}`), values, versions: new Map(), pictures: [] });
  const elements = overwritten === null ? {} : { externalestatenoOverwritten: overwritten };
  return { records: [{ id, type: 'estate', elements }], total: null, cacheable: false };
}

/** A number in use gives way to a generated one, which the answer then names (since February 2026). */
function replaceDuplicateNumber(world: OnOfficeWorld, written: StoredValues, id: number): string | null {
  const number = written.objektnr_extern ?? null;
  const taken = [...world.estates.values()].some(({ values }) => values.objektnr_extern === number);
  if (number === null || !taken) return null;
  written.objektnr_extern = `OO-${id}`;
  return `OO-${id}`;
}

function modifyEstate(action: SimulatedAction): ActionOutcome {
  const { world, clock, parameters, resourceId } = action;
  if (resourceId === '') throw refuse(79);
  const estate = mainRecord(world, Number(resourceId));
  if (!estate || !visible(action, estate)) throw refuse(80);
  requireWritable(world, 'estate', resourceId);
  const written = parseFields(action, writtenData(parameters.data));
  const target = writeTarget(action, estate);
  for (const [name, value] of Object.entries(written)) {
    const values = world.fields.estate.get(name)?.translated ? target : estate.values;
    values[name] = value;
  }
  estate.values.letzte_aktion = wallDay(clock.now());
  estate.values.geaendert_am = wallClock(clock.now());
  return success('estate');
}

/** The values that language-dependent fields go to: without a language the main record's, whoever meant another. */
function writeTarget({ world, options, parameters }: SimulatedAction, estate: EstateRecord): StoredValues {
  const view = viewOf(world, estate, parameters.estatelanguage);
  if (view.version) return view.version.values;
  if (view.language !== null && options.missingVersionOnModify === 'refused') throw refuse(80);
  return estate.values;
}

/** Written fields as they are stored, without those that the CRM keeps itself. One wrong field refuses the write. */
function parseFields({ world, options }: SimulatedAction, data: Record<string, unknown>): StoredValues {
  const values: StoredValues = {};
  for (const [name, value] of Object.entries(data)) {
    const field = world.fields.estate.get(name);
    if (!field?.active) throw unknownOnWrite(options.unknownFieldOnWrite, name);
    if (!field.system) values[name] = parseWritten(field, value);
  }
  return values;
}

function unknownOnWrite(code: 141 | 143, name: string): Refusal {
  return refuse(code, name);
}
