import {
  type EstateElements,
  namesFor,
  ownersFor,
  ownersOf,
  pageOfEstates,
  picturesFor,
  picturesOf,
  priceOf,
  type Results,
  recordsOf,
  signed,
} from '../direct-onoffice.ts';
import { allPersons, get, patch, post, type Question, query, visible } from '../direct-upstream.ts';

/** A row of an archive under the names of its columns. */
type Row = Readonly<Record<string, unknown>>;
/** A record under the names of the graph's fields. */
export type Found = Record<string, unknown>;

/** Where a field comes from: its column, the name under which resolvers find it, and what is made of it. */
interface Source {
  readonly column: string;
  readonly member?: string;
  readonly read: (value: unknown) => unknown;
}

const asItIs = (column: string, member?: string): Source => ({
  ...{ column, read: (value) => value },
  ...(member ? { member } : {}),
});
const optional = (column: string): Source => ({ column, read: (value) => value || null });
const flag = (column: string): Source => ({ column, read: Boolean });
const named = (column: string): Source => ({ column, read: (name) => (name ? { name } : null) });

const sources: Readonly<Record<'Contact' | 'Person' | 'Appointment', Readonly<Record<string, Source>>>> = {
  Contact: {
    ...{ contactId: asItIs('contactId'), name: asItIs('name'), fullName: asItIs('nameDepartment') },
    ...{ department: optional('department'), number: optional('number'), code: optional('code') },
    ...{ orgNr: optional('orgnr'), noMailing: flag('contactNoMail'), stop: flag('stop'), category: named('category') },
  },
  Person: { personId: asItIs('personId'), fullName: asItIs('fullName') },
  Appointment: {
    ...{ appointmentId: asItIs('appointmentId'), location: optional('location') },
    ...{
      contact: asItIs('contactId', 'contactId'),
      person: asItIs('personId', 'personId'),
      task: asItIs('type', 'type'),
    },
  },
};
type Archive = keyof typeof sources;

/** Both CRMs for one request, each call with the columns that the selected fields need. */
export class Crm {
  readonly #ticket: string;

  constructor(ticket: string) {
    this.#ticket = ticket;
  }

  contactPage(first: number, fields: readonly string[]): Promise<Found[]> {
    return this.#archive('Contact', fields, { filter: 'contactId gt 0', orderBy: 'contactId asc', top: first });
  }

  appointmentPage(first: number, fields: readonly string[]): Promise<Found[]> {
    return this.#archive('Appointment', fields, { filter: visible, orderBy: 'appointmentId asc', top: first });
  }

  /** In the order of the ids; null for one that is not there. */
  async byIds(archive: 'Contact' | 'Person', ids: readonly number[], fields: readonly string[]) {
    const key = archive === 'Contact' ? 'contactId' : 'personId';
    const wanted = [...new Set(ids)].filter((id) => id > 0);
    const asked = { filter: `${key} in (${wanted.join(',')})`, orderBy: `${key} asc`, top: wanted.length };
    const found = wanted.length > 0 ? await this.#archive(archive, [...fields, key], asked) : [];
    const known = new Map(found.map((record) => [record[key], record]));
    return ids.map((id) => known.get(id) ?? null);
  }

  /** The persons of one company. */
  personsOf(contactId: number, first: number, fields: readonly string[]): Promise<Found[]> {
    const asked = { filter: `contactId in (${contactId})`, orderBy: 'personId asc', top: first };
    return this.#archive('Person', [...fields, 'personId'], asked);
  }

  /** The first appointments of each of many persons. */
  async appointmentsOf(personIds: readonly number[], first: number, fields: readonly string[]): Promise<Found[][]> {
    const filter = `personId oneOf (${[...new Set(personIds)].join(',')}) and ${visible}`;
    const asked = { filter, orderBy: 'appointmentId asc', top: 1000 };
    const found = await this.#archive('Appointment', [...fields, 'person'], asked);
    const lists = Map.groupBy(found, ({ personId }) => personId as number);
    return personIds.map((id) => (lists.get(id) ?? []).slice(0, first));
  }

  async list(name: string): Promise<Found[]> {
    const items = await this.#get<{ Id: number; Name: string }[]>(`MDOList/${name}`);
    return items.map(({ Id, Name }) => ({ listItemId: Id, name: Name }));
  }

  async updateContact(contactId: number, { department }: { department?: string }): Promise<Found> {
    const path = `Contact/${contactId}?$select=ContactId,Name,Department`;
    const change = JSON.stringify([{ op: 'replace', path: '/Department', value: department }]);
    const record = await new Promise<{ ContactId: number; Name: string; Department: string }>((resolve, reject) => {
      patch(path, this.#ticket, change, resolve, reject);
    });
    return { contactId: record.ContactId, name: record.Name, department: record.Department || null };
  }

  async estatePage(first: number): Promise<Found[]> {
    const answer = await act(signed([pageOfEstates(first)]));
    return recordsOf<EstateElements>(answer, 0).map(({ id, elements }) => ({
      ...{ estateId: id, externalNumber: elements.objektnr_extern || null, purchasePrice: priceOf(elements) },
    }));
  }

  async picturesOf(estateIds: readonly number[]): Promise<object[][]> {
    const pictures = picturesOf(await act(signed([picturesFor(estateIds)])));
    return estateIds.map((id) => pictures.get(id) ?? []);
  }

  async ownersOf(estateIds: readonly number[]): Promise<object[][]> {
    const owners = ownersOf(await act(signed([ownersFor(estateIds)])), 0);
    const answer = await act(signed([namesFor([...new Set([...owners.values()].flat())])]));
    const records = recordsOf<{ Name: string }>(answer, 0);
    const names = new Map(records.map(({ id, elements }) => [id, { lastName: elements.Name }]));
    return estateIds.map((id) => (owners.get(id) ?? []).flatMap((owner) => names.get(owner) ?? []));
  }

  #get<Value>(path: string): Promise<Value> {
    return new Promise((resolve, reject) => get(path, this.#ticket, resolve, reject));
  }

  async #archive(archive: Archive, fields: readonly string[], asked: Omit<Question, 'select'>): Promise<Found[]> {
    const known = sources[archive];
    const wanted = [...new Set(fields)].flatMap((field) => {
      const source = known[field];
      return source ? [{ ...source, member: source.member ?? field }] : [];
    });
    const select = wanted.map(({ column }) => column).join(',');
    const path = query(archive, { ...asked, select }) + (archive === 'Person' ? allPersons : '');
    const { value } = await this.#get<{ value: Row[] }>(path);
    return value.map((row) => {
      const record: Found = {};
      for (const { column, member, read } of wanted) record[member] = read(row[column]);
      return record;
    });
  }
}

function act(body: string): Promise<Results> {
  return new Promise((resolve, reject) => post(body, resolve, reject));
}
