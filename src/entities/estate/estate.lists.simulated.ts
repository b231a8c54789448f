import type { ActionOutcome, ActionRoutes, OutcomeRecord, SimulatedAction } from '../../simulator/onoffice/action.ts';
import { pageOf } from '../../simulator/onoffice/filter.ts';
import { idList, requireReadable } from '../../simulator/onoffice/parameters.ts';
import type { PhpValue } from '../../simulator/onoffice/php-json.ts';
import { refuse } from '../../simulator/onoffice/refusal.ts';
import type { AddressRecord, ChoiceRecord, EstateRecord, OnOfficeWorld } from '../../simulator/onoffice/store.ts';
import { labelOf } from '../../simulator/onoffice/values.ts';
import { typesByCategory } from './estate.choices.simulated.ts';
import { listedEstates, visible } from './estate.simulated.ts';

/** What hangs on the estate module: classes and types, language versions, the quick search. */
export const estateListRoutes: ActionRoutes = {
  'get estateCategories': readCategories,
  'get estateLanguage': readLanguages,
  'get search': search,
};

/** Names come in the system language. */
function readCategories({ world }: SimulatedAction): ActionOutcome {
  const choices = (name: string) => world.fields.estate.get(name)?.choices ?? [];
  const named = (choice: ChoiceRecord) => ({ id: choice.key, name: choice.labels[world.mainLanguage] });
  const byCategory = new Map<string, PhpValue>(
    Object.entries(typesByCategory).map(([category, types]) => [
      category,
      choices('objekttyp')
        .filter(({ key }) => types.includes(key))
        .map(named),
    ]),
  );
  const records = ['objektart', 'objekttyp', 'nutzungsart', 'vermarktungsart'].map(
    (id): OutcomeRecord => ({
      id,
      type: '',
      elements: id === 'objekttyp' ? byCategory : choices(id).map(named),
    }),
  );
  return { records, total: null, cacheable: true };
}

/** Every version of one estate, found by its main id or by that of any version. */
function readLanguages(action: SimulatedAction): ActionOutcome {
  const { world, options, parameters } = action;
  if (!options.estateLanguage) throw refuse(25, 'estateLanguage');
  if (parameters.estateid === undefined) throw refuse(167, 'estateid');
  requireReadable(world, 'estate');
  const [id] = idList(parameters.estateid);
  const estate = [...world.estates.values()].find((one) => one.id === id || versionIds(one).includes(id ?? 0));
  if (!estate || !visible(action, estate)) throw refuse(80);
  const main = { id: estate.id, language: world.mainLanguage as string, isMain: true };
  const others = [...estate.versions].map(([language, version]) => ({ id: version.id, language, isMain: false }));
  const records = [main, ...others].map(
    (version): OutcomeRecord => ({
      id: version.id,
      type: 'estateLanguage',
      elements: { language: version.language, [options.mainVersionKey]: version.isMain },
    }),
  );
  return { records, total: records.length, cacheable: true };
}

function versionIds(estate: EstateRecord): number[] {
  return [...estate.versions.values()].map((version) => version.id);
}

/** The quick search over number, city, street and the owner's names; no paging, no count. */
function search(action: SimulatedAction): ActionOutcome {
  const { world, parameters, resourceId } = action;
  const input = String(parameters.input ?? '').trim();
  if (input === '') throw refuse(69);
  if (input.length < 2) throw refuse(151);
  if (resourceId === 'address') return searchAddresses(action, input);
  if (resourceId !== 'estate') throw refuse(24, resourceId);
  requireReadable(world, 'estate');
  const records = listedEstates(action, parameters.filterId)
    .filter((estate) => matches(world, estate, input))
    .map((estate) => toHit(world, estate, parameters.includeThumbnail !== undefined));
  return { records, total: null, cacheable: false };
}

function matches(world: OnOfficeWorld, estate: EstateRecord, input: string): boolean {
  const { objektnr_extern, ort, strasse, hausnummer } = estate.values;
  const haystack = [objektnr_extern, ort, strasse, hausnummer, ownerName(world, estate)].join(' ').toLowerCase();
  return input
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function ownerName(world: OnOfficeWorld, estate: EstateRecord): string {
  const link = world.relations.find(({ type, parent }) => type === 'estate:address:owner' && parent === estate.id);
  const owner = link && world.addresses.get(link.child);
  return owner ? [owner.values.Vorname, owner.values.Name].filter(Boolean).join(' ') : '';
}

function toHit(world: OnOfficeWorld, estate: EstateRecord, withThumbnail: boolean): OutcomeRecord {
  const { objektnr_extern, plz, ort, strasse, hausnummer, objektart } = estate.values;
  const category = world.fields.estate.get('objektart');
  const elements: Record<string, PhpValue> = {
    externalestateno: String(objektnr_extern ?? ''),
    zipcode: String(plz ?? ''),
    city: String(ort ?? ''),
    street: String(strasse ?? ''),
    houseno: String(hausnummer ?? ''),
    owner: ownerName(world, estate),
    type: category ? labelOf(category, String(objektart ?? ''), world.mainLanguage) : '',
  };
  const [first] = estate.pictures;
  if (withThumbnail) elements.thumbnail = first ? first.url.replace(/[^/]*$/, `thumb_${first.id}.jpg`) : '';
  return { id: estate.id, type: 'estate', elements };
}

/** Over first name, surname, company, default mail address and customer number. */
function searchAddresses({ world, parameters }: SimulatedAction, input: string): ActionOutcome {
  requireReadable(world, 'address');
  const found = [...world.addresses.values()].filter((address) => {
    const { Vorname, Name, Zusatz1, KdNr } = address.values;
    const haystack = [Vorname, Name, Zusatz1, KdNr, mailsOf(address)[0]].join(' ');
    return haystack.toLowerCase().includes(input.toLowerCase());
  });
  const records = pageOf(found, parameters.listlimit, 0).map((address): OutcomeRecord => {
    const { Vorname, Name, Zusatz1, KdNr } = address.values;
    const mails = mailsOf(address);
    const elements = {
      customerno: String(KdNr ?? ''),
      firstname: String(Vorname ?? ''),
      surname: String(Name ?? ''),
      company: String(Zusatz1 ?? ''),
      addressDescription: '',
      emailaddress: mails,
      primaryEmail: mails[0] ?? '',
    };
    return { id: address.id, type: 'address', elements };
  });
  return { records, total: null, cacheable: false };
}

/** The default one first. */
const mailsOf = ({ contacts }: AddressRecord): string[] =>
  contacts.filter(({ kind }) => kind.startsWith('email')).map(({ value }) => value);
