import type { RequestContext } from '../../context/context.ts';
import type { OnOfficeWriting } from '../../context/onoffice.ts';
import type { Mendable } from '../../graphql/mutation.ts';
import { notFound } from '../../graphql/mutation-refusals.ts';
import { checkIdempotencyKey, mayBeStored, repeatable } from '../../graphql/mutation-repeat.ts';
import type { Estates } from '../../reading/onoffice/estates.ts';
import { Refusal } from '../../reading/refusal.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import { estateFields } from '../../upstream/onoffice/fields.ts';
import { encodeInstant } from '../../upstream/onoffice/values.ts';
import { elementsOf, endsTold, idOf, type RecordWire } from '../../upstream/onoffice/wire.ts';
import { tidied } from '../../upstream/same-text.ts';
import { changeWrites, createWrites, type EstateWrites } from './estate.onoffice.ts';
import {
  type EstateData,
  type EstateInput,
  estateData,
  estateRefusal,
  needsConfiguration,
} from './estate.write.onoffice.ts';

/** What a write came to: the estate, or why nothing was written. */
export interface EstateOutcome {
  readonly estateId: number | null;
  readonly errors: readonly Mendable[];
}

const refused = (...errors: readonly Mendable[]): EstateOutcome => ({ estateId: null, errors });

/** Creates an estate; with a key at most once, however often it is asked for. */
export async function createEstate(
  input: EstateInput,
  idempotencyKey: string | null,
  context: RequestContext,
): Promise<EstateOutcome> {
  if (idempotencyKey !== null) checkIdempotencyKey(idempotencyKey);
  const writing = await context.onoffice.writing();
  const { data, errors } = await dataOf(input, createWrites, writing);
  if (errors.length > 0) return refused(...errors);
  const create = () => created(writing, input, data);
  if (idempotencyKey === null) return create();
  const owner = [writing.writer, await viewerOf(context)];
  const outcome = await context.idempotency.once(
    repeatable(owner, idempotencyKey, ['Estate', input]),
    async (lostSince) => {
      const found = lostSince === null ? null : await stored(writing, data, lostSince);
      const made = found === null ? await create() : { estateId: found, errors: [] };
      return { ...made, created: made.estateId };
    },
    mayBeStored,
    context.signal,
  );
  return 'errors' in outcome ? outcome : { estateId: outcome.created, errors: [] };
}

/** Writes what is given to an estate: texts to the version of a language (null: the main one), all else to every version. */
export async function changeEstate(
  id: number,
  changes: EstateInput,
  code: string | null,
  context: RequestContext,
): Promise<EstateOutcome> {
  const writing = await context.onoffice.writing();
  const { client, estates } = writing;
  const { data, errors } = await dataOf(changes, changeWrites, writing);
  if (errors.length > 0) return refused(...errors);
  const missing = refused(notFound('There is no such estate.'));
  if (id <= 0) return missing;
  const isEmpty = Object.keys(data).length === 0;
  const version =
    code === null || code === estates.scope.memory.mainLanguage() ? null : await target(estates, id, code);
  if (version === 'absent' || (isEmpty && version === null && !(await exists(estates, id)))) return missing;
  if (isEmpty) return { estateId: id, errors: [] };
  try {
    const { records } = await client.write(
      'modify',
      'estate',
      { data, ...(version && { estatelanguage: version }) },
      id,
    );
    if (endsTold(records).includes('error')) throw new UpstreamError('onoffice', 'unknownOutcome');
    return { estateId: id, errors: [] };
  } catch (error) {
    return refused(estateRefusal(error, changes, changeWrites, data));
  } finally {
    estates.forget();
  }
}

async function dataOf(input: EstateInput, writes: EstateWrites, { estates }: OnOfficeWriting): Promise<EstateData> {
  const { labelLanguage, timeZone } = estates.scope;
  const configuration = needsConfiguration(input) ? await estates.configuration(labelLanguage) : null;
  return estateData(input, writes, timeZone, configuration);
}

async function created({ client, estates }: OnOfficeWriting, input: EstateInput, data: EstateData['data']) {
  try {
    const { records } = await client.write('create', 'estate', { data });
    const id = idOf(records[0]?.id);
    if (id === null) throw new UpstreamError('onoffice', 'unknownOutcome');
    return { estateId: id, errors: [] };
  } catch (error) {
    return refused(estateRefusal(error, input, createWrites, data));
  } finally {
    estates.forget();
  }
}

/**
 * The version that texts in a language go to; null: the main one. It is looked for first: onOffice makes no versions, and
 * what it does with a text for one that is not there is not documented.
 */
async function target(estates: Estates, id: number, code: string): Promise<string | null | 'absent'> {
  const [version, isThere] = await Promise.all([estates.version(id, code, []), exists(estates, id)]);
  if (version !== null) return code;
  if (!isThere) return 'absent';
  if ((await estates.mainLanguage(id)) === code) return null;
  throw new Refusal('ESTATE_LANGUAGE_MISSING', 'This estate has no version in the language asked for.');
}

async function exists({ scope }: Estates, id: number): Promise<boolean> {
  const filter = { Id: [{ op: 'in', val: [id] }] };
  const { records } = await scope.onoffice.read('estate', { data: ['Id'], filter, listlimit: 1 });
  return records.length > 0;
}

/** Who asks, beside the credentials: the user of the ticket, where one came. */
async function viewerOf(context: RequestContext): Promise<number | string> {
  return context.identity.hasTicket ? context.viewerId() : '';
}

/** Two cannot be told apart, however many more there are. */
const LOOKED_AT = 2;
/** How far onOffice's clock may be behind this one's. */
const CLOCKS_DIFFER_MS = 60_000;
/** Blanks and line breaks of a text may not be stored as they were given, and no filter looks past them. */
const isUntidy = (value: unknown): value is string => typeof value === 'string' && /^\s|\s$|\s\s|[^\S ]/.test(value);
const isComparable = (value: unknown): boolean => value !== '' && ['string', 'number'].includes(typeof value);
/** Two decimals are kept of any number (manual, value formats), and what has more may have been rounded. */
const isKept = (name: string, value: unknown): boolean =>
  !isUntidy(value) && (!/^-?\d+\.\d{3}/.test(String(value)) || (estateFields.get(name)?.type ?? 'float') !== 'float');

/**
 * The estate that a create made whose answer was lost: changed no earlier than that, and with every single value that was
 * given and is kept as it was, or tidied. null where there is none; where nobody can tell, the outcome stays unknown.
 */
async function stored(
  { estates }: OnOfficeWriting,
  data: EstateData['data'],
  lostSince: number,
): Promise<number | null> {
  const { onoffice, timeZone } = estates.scope;
  const { objektnr_extern: number, ...others } = data;
  const values = Object.entries(others).filter(([name, value]) => isComparable(value) && isKept(name, value));
  const since = { op: '>=', val: encodeInstant(lostSince - CLOCKS_DIFFER_MS, timeZone) };
  const created = { op: '>=', val: since.val.slice(0, 10) };
  const alike = {
    ...Object.fromEntries(values.map(([name, val]) => [name, [{ op: '=', val }]])),
    ...{ geaendert_am: [since], erstellt_am: [created] },
  };
  const untidy = Object.entries(others).filter((entry): entry is [string, string] => isUntidy(entry[1]));
  const hasTexts = (record: RecordWire) =>
    untidy.every(([name, text]) => tidied(String(elementsOf(record)[name] ?? ''), text));
  const find = async (filter: object) => {
    const asked = { data: ['Id', ...untidy.map(([name]) => name)], filter, listlimit: LOOKED_AT };
    const { records } = await onoffice.read('estate', asked);
    return records.length < LOOKED_AT ? records.filter(hasTexts) : records;
  };
  const found = await find(isComparable(number) ? { ...alike, objektnr_extern: [{ op: '=', val: number }] } : alike);
  const only = idOf(found[0]?.id);
  if (found.length === 1 && only !== null) return only;
  // A number that was in use has given way to another, by which nobody could look.
  const isOpen = found.length > 0 || (isComparable(number) && (await find(alike)).length > 0);
  if (isOpen) throw new UpstreamError('onoffice', 'unknownOutcome');
  return null;
}
