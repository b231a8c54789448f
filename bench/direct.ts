import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'undici';

/**
 * What somebody would write by hand for each operation and nothing else: no GraphQL, no checks, no log. One path for each
 * operation, keep-alive on both sides, `dispatch`, each answer parsed once and written as text.
 */

const site = new URL(process.env.UPSTREAM_URL ?? '');
const api = `${site.pathname}/api/v1/`;
const pool = new Pool(site.origin, { connections: 64, headersTimeout: 0, bodyTimeout: 0 });

/** The columns that are asked for below. */
interface Row {
  contactId: number;
  name: string;
  department: string;
  number: string;
  code: string;
  orgnr: string;
  nameDepartment: string;
  contactNoMail: unknown;
  stop: unknown;
  category: string;
  appointmentId: number;
  location: string;
  personId: number;
  fullName: string;
  type: string;
  'contact/name': string;
  'contact/contactId': number;
  'person/fullName': string;
  'person/personId': number;
}

function call(method: 'GET' | 'PATCH', path: string, ticket: string, body: string | null = null): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const headers = { authorization: ticket, accept: 'application/json', 'so-language': 'en' };
    pool.dispatch(
      { method, path: api + path, body, headers: body ? { ...headers, 'content-type': 'application/json' } : headers },
      {
        onRequestStart: () => undefined,
        onResponseStart: () => undefined,
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd() {
          const [first] = chunks;
          resolve(JSON.parse((chunks.length === 1 && first ? first : Buffer.concat(chunks)).toString()));
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

const rows = async (path: string, ticket: string): Promise<Row[]> =>
  ((await call('GET', path, ticket)) as { value: Row[] }).value;

const query = (select: string, filter: string, orderBy: string, top: number) =>
  `?$select=${encodeURIComponent(select)}&$filter=${encodeURIComponent(filter)}&$orderBy=${encodeURIComponent(orderBy)}&$top=${top}`;
const named = (name: string | undefined) => (name ? { name } : null);
const joined = (ids: Iterable<number>) => [...new Set(ids)].filter((id) => id > 0).join(',');
const byKey = (found: Row[], key: 'contactId' | 'personId') => new Map(found.map((row) => [row[key], row]));

const q1 = `Contact${query('contactId,name,department,number,code,orgnr,nameDepartment,contactNoMail,stop,category', 'contactId in (7)', 'contactId asc', 1)}`;
async function one(ticket: string) {
  const [row] = await rows(q1, ticket);
  if (!row) return { contact: null };
  return {
    contact: {
      contactId: row.contactId,
      name: row.name,
      department: row.department || null,
      number: row.number || null,
      code: row.code || null,
      orgNr: row.orgnr || null,
      fullName: row.nameDepartment,
      noMailing: !!row.contactNoMail,
      stop: !!row.stop,
      category: named(row.category),
    },
  };
}

const visible = 'skipTentativeAndRejectedRestriction set true';
const q2 = `Appointment${query('appointmentId,location,contactId,personId,type', visible, 'appointmentId asc', 51)}`;
async function appointments(ticket: string) {
  const [found, tasks] = await Promise.all([rows(q2, ticket), call('GET', 'MDOList/task', ticket)]);
  const page = found.slice(0, 50);
  const contactIds = joined(page.map((row) => row.contactId));
  const personIds = joined(page.map((row) => row.personId));
  const [contacts, persons] = await Promise.all([
    rows(`Contact${query('contactId,name', `contactId in (${contactIds})`, 'contactId asc', 50)}`, ticket),
    rows(
      `Person${query('personId,fullName', `personId in (${personIds})`, 'personId asc', 50)}&$entities=person,retiredPerson`,
      ticket,
    ),
  ]);
  const [contactOf, personOf] = [byKey(contacts, 'contactId'), byKey(persons, 'personId')];
  const taskNames = new Set((tasks as { Name: string }[]).map(({ Name }) => Name));
  const nodes = page.map((row) => {
    const [contact, person] = [contactOf.get(row.contactId), personOf.get(row.personId)];
    return {
      appointmentId: row.appointmentId,
      location: row.location || null,
      contact: contact ? { name: contact.name } : null,
      person: person ? { fullName: person.fullName } : null,
      task: taskNames.has(row.type) ? { name: row.type } : named(row.type),
    };
  });
  return { appointments: { nodes } };
}

const q2j = `Appointment${query('appointmentId,location,contact/name,contact/contactId,person/fullName,person/personId,type', visible, 'appointmentId asc', 51)}`;
async function joinedAppointments(ticket: string) {
  const found = await rows(q2j, ticket);
  const nodes = found.slice(0, 50).map((row) => ({
    appointmentId: row.appointmentId,
    location: row.location || null,
    contact: row['contact/contactId'] ? { name: row['contact/name'] } : null,
    person: row['person/personId'] ? { fullName: row['person/fullName'] } : null,
    task: named(row.type),
  }));
  return { appointments: { nodes } };
}

const q3 = `Contact${query('contactId,name', 'contactId in (24)', 'contactId asc', 1)}`;
const q3Persons = `Person${query('personId,fullName', 'contactId in (24)', 'personId asc', 26)}&$entities=person,retiredPerson`;
async function tree(ticket: string) {
  const [[contact], found] = await Promise.all([rows(q3, ticket), rows(q3Persons, ticket)]);
  if (!contact) return { contact: null };
  const persons = found.slice(0, 25);
  const ids = joined(persons.map((row) => row.personId));
  const filter = `personId oneOf (${ids}) and ${visible}`;
  const children = await rows(
    `Appointment${query('appointmentId,location,personId', filter, 'appointmentId asc', 1000)}`,
    ticket,
  );
  const lists = new Map<number, { appointmentId: number; location: string | null }[]>();
  for (const row of children) {
    const list = lists.get(row.personId) ?? [];
    lists.set(row.personId, list);
    if (list.length < 5) list.push({ appointmentId: row.appointmentId, location: row.location || null });
  }
  const nodes = persons.map((row) => ({
    personId: row.personId,
    fullName: row.fullName,
    appointments: { nodes: lists.get(row.personId) ?? [] },
  }));
  return { contact: { name: contact.name, persons: { nodes } } };
}

const q4 = `Contact${query('contactId,name,department,category', 'contactId gt 0', 'contactId asc', 201)}`;
async function contacts(ticket: string) {
  const found = await rows(q4, ticket);
  const nodes = found.slice(0, 200).map((row) => ({
    name: row.name,
    department: row.department || null,
    category: named(row.category),
  }));
  return { contacts: { nodes } };
}

async function tasks(ticket: string) {
  const found = (await call('GET', 'MDOList/task', ticket)) as { Id: number; Name: string }[];
  return { list: { items: found.map(({ Id, Name }) => ({ listItemId: Id, name: Name })) } };
}

const change = '[{"op":"replace","path":"/Department","value":"Bench"}]';
async function update(ticket: string) {
  const record = (await call('PATCH', 'Contact/3?$select=ContactId,Name,Department', ticket, change)) as {
    ContactId: number;
    Name: string;
    Department: string;
  };
  const contact = { contactId: record.ContactId, name: record.Name, department: record.Department || null };
  return { updateContact: { contact, errors: [] } };
}

const endpoints: Readonly<Record<string, (ticket: string) => Promise<object>>> = {
  ...{ '/Q1': one, '/Q2': appointments, '/Q2J': joinedAppointments, '/Q3': tree, '/Q4': contacts, '/Q5': tasks },
  '/M1': update,
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const endpoint = endpoints[request.url ?? ''];
  if (!endpoint) {
    response.writeHead(404).end();
    return;
  }
  request.resume();
  const text = JSON.stringify({ data: await endpoint(request.headers.authorization ?? '') });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('disconnect', () => process.exit(0));
