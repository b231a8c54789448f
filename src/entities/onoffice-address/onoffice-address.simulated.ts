import type { ActionOutcome, ActionRoutes, OutcomeRecord, SimulatedAction } from '../../simulator/onoffice/action.ts';
import { success } from '../../simulator/onoffice/action.ts';
import { compileFilter, compileOrder, pageOf } from '../../simulator/onoffice/filter.ts';
import {
  activeField,
  fieldName,
  idList,
  labelLanguage,
  listParameter,
  requireReadable,
  requireWritable,
  savedFilter,
} from '../../simulator/onoffice/parameters.ts';
import type { PhpValue } from '../../simulator/onoffice/php-json.ts';
import { refuse } from '../../simulator/onoffice/refusal.ts';
import type { AddressContact, AddressRecord, FieldRecord, StoredValues } from '../../simulator/onoffice/store.ts';
import { formattedValue, labelOf, parseWritten, rawValue } from '../../simulator/onoffice/values.ts';
import { wallClock } from '../../simulator/onoffice/wall-clock.ts';

/** Owners, prospects and contact persons in the simulated CRM. */
export const addressRoutes: ActionRoutes = {
  'read address': readAddresses,
  'create address': createAddress,
  'modify address': modifyAddress,
};

/** Names that expand into one element for each phone number or mail address of the record. */
const contactKinds = new Set(['phone', 'mobile', 'fax', 'email']);
const defaultKinds = new Map([
  ['defaultphone', 'phone'],
  ['defaultfax', 'fax'],
  ['defaultemail', 'email'],
]);

function readAddresses(action: SimulatedAction): ActionOutcome {
  const { world, parameters, resourceId } = action;
  requireReadable(world, 'address');
  const names = dataNames(action);
  const found = resourceId === '' ? listed(action) : byIds(action, idList(resourceId));
  const page = resourceId === '' ? pageOf(found, parameters.listlimit, parameters.listoffset) : found;
  return { records: page.map((address) => toRecord(action, address, names)), total: found.length, cacheable: true };
}

function dataNames({ world, parameters }: SimulatedAction): string[] {
  return listParameter(parameters, 'data').map((name) => {
    const text = fieldName(name);
    if (!contactKinds.has(text) && !defaultKinds.has(text)) activeField(world.fields.address, text);
    return text;
  });
}

function byIds({ world }: SimulatedAction, ids: readonly number[]): AddressRecord[] {
  const wanted = new Set(ids);
  return [...world.addresses.values()].filter(({ id }) => wanted.has(id));
}

function listed(action: SimulatedAction): AddressRecord[] {
  const { world, parameters } = action;
  const fields = world.fields.address;
  const read = (address: AddressRecord, field: FieldRecord) => address.values[field.name] ?? null;
  const { filter, filterid, recordids, sortby, sortorder } = parameters;
  const lookup = (name: string) => activeField(fields, name);
  const matches = compileFilter(filter, lookup, read);
  const savedMatches = compileFilter(savedFilter(world, 'address', filterid), lookup, read);
  // One field alone, by its name: the object of directions is the estates' own.
  if (sortby !== undefined && typeof sortby !== 'string') throw refuse(255, 'sortby');
  const order = compileOrder(sortby, sortorder, (name) => fields.get(name), read);
  const candidates = recordids === undefined ? [...world.addresses.values()] : byIds(action, idList(recordids));
  return candidates
    .filter((address) => matches(address) && savedMatches(address))
    .sort((one, other) => order(one, other) || one.id - other.id);
}

function toRecord(action: SimulatedAction, address: AddressRecord, names: readonly string[]): OutcomeRecord {
  const elements: Record<string, PhpValue> = { id: address.id };
  for (const name of names) Object.assign(elements, elementsFor(action, address, name));
  if (action.parameters.addMobileUrl === true) {
    elements.mobileUrl = `https://smart.onoffice.example/address/${address.id}`;
  }
  return { id: address.id, type: 'address', elements };
}

function elementsFor(action: SimulatedAction, address: AddressRecord, name: string): Record<string, PhpValue> {
  if (contactKinds.has(name)) {
    const entries = address.contacts.filter(({ kind }) => kind.startsWith(name));
    return Object.fromEntries(
      entries.flatMap((entry): [string, PhpValue][] => [
        [keyOf(entry), entry.value],
        [`${keyOf(entry)}__Comment`, entry.comment],
      ]),
    );
  }
  const defaultKind = defaultKinds.get(name);
  if (defaultKind !== undefined) {
    const entry = address.contacts.find(({ kind }) => kind === defaultKind);
    return entry ? { [keyOf(entry)]: entry.value } : {};
  }
  return { [name]: valueFor(action, address, name) };
}

function keyOf({ kind, id }: AddressContact): string {
  return `${kind}__${id}`;
}

function valueFor({ world, options, parameters }: SimulatedAction, address: AddressRecord, name: string): PhpValue {
  const field = activeField(world.fields.address, name);
  const value = address.values[name] ?? null;
  // The country is a name here, not a code, unless the code is asked for.
  if (name === 'Land' && value !== null && parameters.countryIsoCodeType !== 'ISO-3166-3') {
    return labelOf(field, String(value), labelLanguage(parameters.outputlanguage));
  }
  if (parameters.formatoutput !== true) return rawValue(field, value, options);
  return formattedValue(field, value, labelLanguage(parameters.outputlanguage), 'EUR', options);
}

function createAddress(action: SimulatedAction): ActionOutcome {
  const { world, clock } = action;
  requireWritable(world, 'address', '');
  const duplicate = duplicateOf(action);
  if (duplicate !== undefined) {
    const { email: _known, ...parameters } = action.parameters;
    write({ ...action, parameters }, duplicate);
    duplicate.values.Aenderung = wallClock(clock.now());
    return { records: [{ id: duplicate.id, type: 'address', elements: [] }], total: null, cacheable: false };
  }
  const id = Math.max(...world.addresses.keys()) + 2;
  const address: AddressRecord = { id, values: { Status: '1' }, contacts: [] };
  write(action, address);
  address.values.Aenderung = wallClock(clock.now());
  world.addresses.set(id, address);
  return { records: [{ id, type: 'address', elements: [] }], total: null, cacheable: false };
}

/** Who has the mail address already, where `checkDuplicate` asks: that record is updated in place of a new one. */
function duplicateOf({ world, parameters }: SimulatedAction): AddressRecord | undefined {
  const { checkDuplicate, noOverrideByDuplicate, email } = parameters;
  if (checkDuplicate !== true || noOverrideByDuplicate === true || typeof email !== 'string') return undefined;
  const holds = ({ kind, value }: AddressContact) =>
    kind.startsWith('email') && value.toLowerCase() === email.toLowerCase();
  return [...world.addresses.values()].find(({ contacts }) => contacts.some(holds));
}

function modifyAddress(action: SimulatedAction): ActionOutcome {
  const { world, clock, resourceId } = action;
  if (resourceId === '') throw refuse(79);
  const address = world.addresses.get(Number(resourceId));
  if (!address) throw refuse(80);
  requireWritable(world, 'address', resourceId);
  write(action, address);
  address.values.Aenderung = wallClock(clock.now());
  return success('address');
}

/** Fields of an address lie flat in the parameters, beside those that steer the call. One that is wrong refuses the write. */
function write({ world, parameters }: SimulatedAction, address: AddressRecord): void {
  const steering = new Set(['extendedclaim', 'checkDuplicate', 'noOverrideByDuplicate']);
  const values: StoredValues = {};
  let contacts = address.contacts;
  let id = nextContactId(world.addresses);
  for (const [name, value] of Object.entries(parameters)) {
    if (steering.has(name)) continue;
    const entry = /^(default_)?(phone|mobile|fax|email)(?:_(private|business))?$/.exec(name);
    if (entry) {
      const [, isDefault, kind = '', use = ''] = entry;
      contacts = changedContacts(contacts, { id, kind: kind + use, isDefault: isDefault !== undefined }, value);
      id += 1;
      continue;
    }
    const field = activeField(world.fields.address, name);
    if (!field.system) values[name] = parseWritten(field, value);
  }
  Object.assign(address.values, values);
  address.contacts = contacts;
}

interface WrittenContact {
  /** Of an entry that is added. */
  id: number;
  kind: string;
  isDefault: boolean;
}

/** A text is one entry more; an object says by `action` what becomes of the one that holds `oldvalue`. The default of a kind comes first. */
function changedContacts(
  contacts: readonly AddressContact[],
  { id, kind, isDefault }: WrittenContact,
  written: unknown,
): AddressContact[] {
  const isChange = typeof written === 'object' && written !== null;
  const change: Record<string, unknown> = isChange ? { ...written } : { action: 'add', newvalue: written };
  const isAdded = change.action === 'add';
  const old = contacts.find((each) => !isAdded && each.kind === kind && each.value === String(change.oldvalue));
  if (!isAdded && !(old && ['modify', 'delete'].includes(String(change.action)))) throw refuse(255, kind);
  const others = contacts.filter((each) => each !== old);
  if (change.action === 'delete') return others;
  const entry: AddressContact = { id, kind, comment: '', ...old, value: String(change.newvalue ?? '') };
  const at = old ? contacts.indexOf(old) : contacts.length;
  return isDefault || Number(change.default) === 1 ? [entry, ...others] : others.toSpliced(at, 0, entry);
}

function nextContactId(addresses: ReadonlyMap<number, AddressRecord>): number {
  return 1 + Math.max(13000, ...[...addresses.values()].flatMap(({ contacts }) => contacts.map(({ id }) => id)));
}
