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
type Row = Readonly<Record<string, string & number>>;
/** A record under the names of the graph's fields. */
export type Found = Record<string, unknown>;

/** The column of each field. */
const columns: Readonly<Record<'Contact' | 'Person' | 'Appointment', Readonly<Record<string, string>>>> = {
  Contact: {
    ...{ contactId: 'contactId', name: 'name', department: 'department', number: 'number', code: 'code' },
    ...{ orgNr: 'orgnr', fullName: 'nameDepartment', noMailing: 'contactNoMail', stop: 'stop', category: 'category' },
  },
  Person: { personId: 'personId', fullName: 'fullName' },
  Appointment: {
    ...{ appointmentId: 'appointmentId', location: 'location' },
    ...{ contact: 'contactId', person: 'personId', task: 'type' },
  },
};
type Archive = keyof typeof columns;

const flags = new Set(['noMailing', 'stop']);
const always = new Set(['appointmentId', 'contactId', 'personId', 'name', 'fullName']);

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
    const known = columns[archive];
    const wanted = [...new Set(fields)].filter((field) => known[field] !== undefined);
    const select = wanted.map((field) => known[field]).join(',');
    const path = query(archive, { ...asked, select }) + (archive === 'Person' ? allPersons : '');
    const { value } = await this.#get<{ value: Row[] }>(path);
    return value.map((row) => toRecord(archive, row, wanted));
  }
}

function act(body: string): Promise<Results> {
  return new Promise((resolve, reject) => post(body, resolve, reject));
}

function toRecord(archive: Archive, row: Row, fields: readonly string[]): Found {
  const record: Found = {};
  for (const field of fields) {
    const value = row[columns[archive][field] as string];
    if (archive === 'Appointment' && field === 'contact') record.contactId = value;
    else if (archive === 'Appointment' && field === 'person') record.personId = value;
    else if (field === 'task') record.type = value;
    else if (field === 'category') record.category = value ? { name: value } : null;
    else if (flags.has(field)) record[field] = !!value;
    else record[field] = always.has(field) ? value : value || null;
  }
  return record;
}
