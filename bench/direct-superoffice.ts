import { allPersons, type Done, type Fail, get, patch, query, visible } from './direct-upstream.ts';

/** What somebody would write by hand for each operation over SuperOffice: its columns and rows and nothing else, no list kept. */

/** Answers one operation; `body` is what came with a POST. */
export type Endpoint = (ticket: string, body: string, done: Done<object>, fail: Fail) => void;

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

interface Page {
  value: Row[];
}

interface Item {
  Id: number;
  Name: string;
}

const named = (name: string | undefined) => (name ? { name } : null);

function idsOf(rows: readonly Row[], key: 'contactId' | 'personId'): string {
  const ids = new Set<number>();
  for (const row of rows) if (row[key] > 0) ids.add(row[key]);
  return [...ids].join(',');
}

function byKey(rows: readonly Row[], key: 'contactId' | 'personId'): Map<number, Row> {
  const found = new Map<number, Row>();
  for (const row of rows) found.set(row[key], row);
  return found;
}

const oneContact = query('Contact', {
  ...{ filter: 'contactId in (7)', orderBy: 'contactId asc', top: 1 },
  select: 'contactId,name,department,number,code,orgnr,nameDepartment,contactNoMail,stop,category',
});

export const contact: Endpoint = (ticket, _body, done, fail) => {
  const write = ({ value: [row] }: Page) => {
    if (!row) return done({ contact: null });
    done({
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
    });
  };
  get(oneContact, ticket, write, fail);
};

const page = { filter: visible, orderBy: 'appointmentId asc', top: 50 };
const plainAppointments = query('Appointment', { ...page, select: 'appointmentId,location,contactId,personId,type' });

function contactsOf(rows: readonly Row[]): string {
  const filter = `contactId in (${idsOf(rows, 'contactId')})`;
  return query('Contact', { select: 'contactId,name', filter, orderBy: 'contactId asc', top: 50 });
}

function personsOf(rows: readonly Row[]): string {
  const filter = `personId in (${idsOf(rows, 'personId')})`;
  return query('Person', { select: 'personId,fullName', filter, orderBy: 'personId asc', top: 50 }) + allPersons;
}

/** Two requests at once, and then the two that need what they have answered. */
export const appointments: Endpoint = (ticket, _body, done, fail) => {
  let rows: Row[] | null = null;
  let names: Set<string> | null = null;
  let contacts: Map<number, Row> | null = null;
  let persons: Map<number, Row> | null = null;
  const write = () => {
    if (!rows || !names || !contacts || !persons) return;
    const nodes: object[] = [];
    for (const row of rows) {
      const [found, person] = [contacts.get(row.contactId), persons.get(row.personId)];
      nodes.push({
        appointmentId: row.appointmentId,
        location: row.location || null,
        contact: found ? { name: found.name } : null,
        person: person ? { fullName: person.fullName } : null,
        task: names.has(row.type) ? { name: row.type } : null,
      });
    }
    done({ appointments: { nodes } });
  };
  const followed = (found: Page) => {
    rows = found.value;
    const gotContacts = ({ value }: Page) => {
      contacts = byKey(value, 'contactId');
      write();
    };
    const gotPersons = ({ value }: Page) => {
      persons = byKey(value, 'personId');
      write();
    };
    get(contactsOf(rows), ticket, gotContacts, fail);
    get(personsOf(rows), ticket, gotPersons, fail);
  };
  const gotTasks = (items: Item[]) => {
    names = new Set(items.map(({ Name }) => Name));
    write();
  };
  get(plainAppointments, ticket, followed, fail);
  get('MDOList/task', ticket, gotTasks, fail);
};

const joinedAppointments = query('Appointment', {
  ...page,
  select: 'appointmentId,location,contact/name,contact/contactId,person/fullName,person/personId,type',
});

export const appointmentsJoined: Endpoint = (ticket, _body, done, fail) => {
  const write = ({ value }: Page) => {
    const nodes: object[] = [];
    for (const row of value) {
      nodes.push({
        appointmentId: row.appointmentId,
        location: row.location || null,
        contact: row['contact/contactId'] ? { name: row['contact/name'] } : null,
        person: row['person/personId'] ? { fullName: row['person/fullName'] } : null,
        task: named(row.type),
      });
    }
    done({ appointments: { nodes } });
  };
  get(joinedAppointments, ticket, write, fail);
};

const employer = query('Contact', { select: 'name', filter: 'contactId in (24)', orderBy: 'contactId asc', top: 1 });
const staff =
  query('Person', { select: 'personId,fullName', filter: 'contactId in (24)', orderBy: 'personId asc', top: 25 }) +
  allPersons;

function diaryOf(persons: readonly Row[]): string {
  const filter = `personId oneOf (${idsOf(persons, 'personId')}) and ${visible}`;
  return query('Appointment', {
    ...{ select: 'appointmentId,location,personId', filter, orderBy: 'appointmentId asc', top: 1000 },
  });
}

export const tree: Endpoint = (ticket, _body, done, fail) => {
  let name: string | null = null;
  let persons: Row[] | null = null;
  let diary: Row[] | null = null;
  const write = () => {
    if (name === null || !persons || !diary) return;
    const lists = new Map<number, object[]>();
    for (const { personId } of persons) lists.set(personId, []);
    for (const { personId, appointmentId, location } of diary) {
      const list = lists.get(personId);
      if (list && list.length < 5) list.push({ appointmentId, location: location || null });
    }
    const nodes = persons.map(({ personId, fullName }) => ({
      personId,
      fullName,
      appointments: { nodes: lists.get(personId) },
    }));
    done({ contact: { name, persons: { nodes } } });
  };
  const gotContact = ({ value: [row] }: Page) => {
    if (!row) return done({ contact: null });
    name = row.name;
    write();
  };
  const gotDiary = ({ value }: Page) => {
    diary = value;
    write();
  };
  const gotPersons = ({ value }: Page) => {
    persons = value;
    get(diaryOf(value), ticket, gotDiary, fail);
  };
  get(employer, ticket, gotContact, fail);
  get(staff, ticket, gotPersons, fail);
};

const manyContacts = query('Contact', {
  ...{ select: 'name,department,category', filter: 'contactId gt 0', orderBy: 'contactId asc', top: 200 },
});

export const contacts: Endpoint = (ticket, _body, done, fail) => {
  const write = ({ value }: Page) => {
    const nodes: object[] = [];
    for (const { name, department, category } of value) {
      nodes.push({ name, department: department || null, category: named(category) });
    }
    done({ contacts: { nodes } });
  };
  get(manyContacts, ticket, write, fail);
};

export const tasks: Endpoint = (ticket, _body, done, fail) => {
  const write = (items: Item[]) => {
    done({ list: { items: items.map(({ Id, Name }) => ({ listItemId: Id, name: Name })) } });
  };
  get('MDOList/task', ticket, write, fail);
};

/** Given `{"contactId":3,"department":"Bench"}`. */
export const update: Endpoint = (ticket, body, done, fail) => {
  const { contactId, department } = JSON.parse(body) as { contactId: number; department: string };
  const change = JSON.stringify([{ op: 'replace', path: '/Department', value: department }]);
  const write = (record: { ContactId: number; Name: string; Department: string }) => {
    const changed = { contactId: record.ContactId, name: record.Name, department: record.Department || null };
    done({ updateContact: { contact: changed, errors: [] } });
  };
  patch(`Contact/${contactId}?$select=ContactId,Name,Department`, ticket, change, write, fail);
};

/** Given `{"contactIds":[2,3]}`. */
export const entities: Endpoint = (ticket, body, done, fail) => {
  const { contactIds } = JSON.parse(body) as { contactIds: number[] };
  const filter = `contactId in (${contactIds.join(',')})`;
  const asked = { select: 'contactId,name,department', filter, orderBy: 'contactId asc', top: contactIds.length };
  const write = ({ value }: Page) => {
    const found = byKey(value, 'contactId');
    const given = contactIds.map((id) => {
      const row = found.get(id);
      return row ? { contactId: row.contactId, name: row.name, department: row.department || null } : null;
    });
    done({ _entities: given });
  };
  get(query('Contact', asked), ticket, write, fail);
};
