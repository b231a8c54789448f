import type { AppointmentRecord, ContactRecord, PersonRecord, TenantWorld } from '../../src/simulator/store.ts';

/** Every field that updates can change: what is given, and what the simulated CRM's own tables hold then. */

/** A record of any of the three tables. */
export type Row = ContactRecord & PersonRecord & AppointmentRecord;

export interface Field {
  name: string;
  /** The stored value of the field. */
  raw: (row: Row) => unknown;
  /** Puts a value into the record, another one than `sets`. */
  fill: (row: Row) => void;
  /** Puts none into the record, in the way that the CRM holds it. */
  none: (row: Row) => void;
  /** Given values with what is stored for them. */
  sets: readonly (readonly [given: unknown, stored: unknown])[];
  /** What is stored when it is cleared; absent: it cannot be. */
  empty?: unknown;
  /** `""` clears it too; of any other field it is refused by the type, or as a value. */
  isText?: true;
  /** `[]` clears it too. */
  isList?: true;
  kind: 'merge-patch' | 'json-patch';
  calls?: number;
}

function text(name: string, member: string, property: keyof Row & string): Field {
  const put = (row: Row, value: string) => Object.assign(row, { [property]: value });
  return {
    name,
    raw: (row) => row[property],
    fill: (row) => put(row, 'was here'),
    none: (row) => Object.assign(row, { [property]: '', nullTexts: [...(row.nullTexts ?? []), member] }),
    sets: [
      ['Now this', 'Now this'],
      ['Ø "quoted" \\ line\nbreak 🙂', 'Ø "quoted" \\ line\nbreak 🙂'],
      ['null', 'null'],
    ],
    empty: '',
    isText: true,
    kind: 'json-patch',
  };
}

function required(name: string, property: 'name' | 'lastname'): Field {
  const { empty: _empty, ...field } = text(name, '', property);
  return { ...field, none: field.fill, kind: 'merge-patch' };
}

function flag(name: string, property: keyof Row & string): Field {
  const put = (row: Row, value: boolean) => Object.assign(row, { [property]: value });
  return {
    name,
    raw: (row) => row[property],
    fill: (row) => put(row, true),
    none: (row) => put(row, false),
    sets: [
      [false, false],
      [true, true],
    ],
    kind: 'merge-patch',
  };
}

function choice(name: string, property: keyof Row & string, sets: [string, string][], was: string): Field {
  const put = (row: Row) => Object.assign(row, { [property]: was });
  return { name, raw: (row) => row[property], fill: put, none: put, sets, kind: 'merge-patch' };
}

function reference(name: string, property: keyof Row & string, was: number, ids: number[], empty: 0 | null = 0): Field {
  const put = (row: Row, value: number | null) => Object.assign(row, { [property]: value });
  return {
    name,
    raw: (row) => row[property],
    fill: (row) => put(row, was),
    none: (row) => put(row, empty),
    sets: ids.map((id) => [id, id]),
    empty,
    kind: 'json-patch',
  };
}

function points(name: string, property: keyof Row & string): Field {
  const put = (row: Row, values: object[]) => Object.assign(row, { [property]: values });
  const shown = (row: Row) =>
    (row[property] as unknown as { value: string; description: string }[]).map(({ value, description }) => [
      value,
      description,
    ]);
  return {
    name,
    raw: shown,
    fill: (row) => put(row, [{ id: 9001, value: '00', description: 'Old' }]),
    none: (row) => put(row, []),
    sets: [
      [
        [{ value: 'b', description: 'Second is first' }, { value: 'a' }],
        [
          ['b', 'Second is first'],
          ['a', ''],
        ],
      ],
      [[{ value: '00', description: null }], [['00', '']]],
    ],
    empty: [],
    isList: true,
    kind: 'json-patch',
  };
}

const blank = { line1: '', line2: '', line3: '', postalCode: '', city: '', state: '', county: '' };
const whole = { ...blank, line1: 'Storgata 1', postalCode: '0155', city: 'Oslo', state: null, county: 'Viken' };

function address(name: string, property: 'streetAddress' | 'postalAddress' | 'address'): Field {
  const shown = (row: Row) => {
    const held = row[property];
    return {
      line1: held?.address1 ?? '',
      line2: held?.address2 ?? '',
      line3: held?.address3 ?? '',
      postalCode: held?.zipcode ?? '',
      city: held?.city ?? '',
      state: held?.state ?? '',
      county: held?.county ?? '',
    };
  };
  const old = { address1: 'Gamleveien 9', address2: 'B', address3: '', zipcode: '5003', city: 'Bergen' };
  return {
    name,
    raw: shown,
    fill: (row) => {
      row[property] = { id: 9002, ...old, state: '', county: 'Vestland', latitude: 0, longitude: 0 };
    },
    none: (row) => {
      row[property] = null;
    },
    sets: [[whole, { ...whole, state: '' }]],
    empty: blank,
    kind: 'json-patch',
  };
}

function interests(world: TenantWorld, list: string): Field {
  const ids = (world.lists.get(list)?.items ?? []).filter((item) => !item.deleted).map((item) => item.id);
  const [one = 0, two = 0, three = 0, four = 0] = ids;
  return {
    name: 'interestIds',
    raw: (row) => [...row.interestIds].sort((a, b) => a - b),
    fill: (row) => {
      row.interestIds = [three, four];
    },
    none: (row) => {
      row.interestIds = [];
    },
    sets: [[[two, one, two], [one, two].sort((a, b) => a - b)]],
    empty: [],
    isList: true,
    kind: 'json-patch',
    calls: 2,
  };
}

const at = Date.UTC(2026, 4, 5, 6, 30);

function instant(name: string, property: 'startAt' | 'endAt', isClearable: boolean): Field {
  return {
    name,
    raw: (row) => row[property],
    fill: (row) => Object.assign(row, { [property]: at - 3_600_000 }),
    none: (row) => Object.assign(row, { [property]: isClearable ? null : at - 3_600_000 }),
    sets: [
      ['2026-05-05T08:30:00+02:00', at],
      ['2026-05-05T06:30:00Z', at],
    ],
    ...(isClearable ? { empty: null } : {}),
    kind: 'json-patch',
  };
}

export interface WrittenEntity {
  type: 'Contact' | 'Person' | 'Appointment';
  key: string;
  table: Map<number, Row>;
  fields: readonly Field[];
}

/** The entities with all their fields. */
export const writtenEntities = (world: TenantWorld): WrittenEntity[] => [
  {
    type: 'Contact',
    key: 'contactId',
    table: world.contacts as unknown as Map<number, Row>,
    fields: [
      required('name', 'name'),
      text('department', 'Department', 'department'),
      text('orgNr', 'OrgNr', 'orgNr'),
      text('number', 'Number2', 'number'),
      text('code', 'Number1', 'code'),
      text('description', 'Description', 'description'),
      reference('categoryId', 'categoryId', 1, [2, 3]),
      reference('businessId', 'businessId', 1, [2]),
      reference('countryId', 'countryId', 578, [826, 276]),
      reference('associateId', 'associateId', 5, [7]),
      reference('supportPersonId', 'supportPersonId', 21, [22], null),
      interests(world, 'contint'),
      flag('stop', 'stop'),
      flag('noMailing', 'noMailing'),
      points('phones', 'phones'),
      points('emails', 'emails'),
      points('urls', 'urls'),
      address('postalAddress', 'postalAddress'),
      address('streetAddress', 'streetAddress'),
    ],
  },
  {
    type: 'Person',
    key: 'personId',
    table: world.persons as unknown as Map<number, Row>,
    fields: [
      required('lastName', 'lastname'),
      text('firstName', 'Firstname', 'firstname'),
      text('middleName', 'MiddleName', 'middleName'),
      text('title', 'Title', 'title'),
      text('mrMrs', 'Mrmrs', 'mrmrs'),
      text('salutation', 'Salutation', 'salutation'),
      text('description', 'Description', 'description'),
      reference('contactId', 'contactId', 3, [4], null),
      reference('positionId', 'positionId', 1, [2]),
      reference('countryId', 'countryId', 578, [826]),
      {
        name: 'birthDate',
        raw: (row) => row.birthDate,
        fill: (row) => Object.assign(row, { birthDate: '1970-01-01' }),
        none: (row) => Object.assign(row, { birthDate: null }),
        sets: [
          ['1984-02-29', '1984-02-29'],
          ['1755-12-31', '1755-12-31'],
        ],
        empty: null,
        kind: 'json-patch',
      },
      flag('retired', 'retired'),
      flag('noMailing', 'noMailing'),
      points('emails', 'emails'),
      points('mobilePhones', 'mobilePhones'),
      points('officePhones', 'officePhones'),
      points('privatePhones', 'privatePhones'),
      points('otherPhones', 'otherPhones'),
      points('urls', 'urls'),
      address('address', 'address'),
      interests(world, 'persint'),
    ],
  },
  {
    type: 'Appointment',
    key: 'appointmentId',
    table: world.appointments as unknown as Map<number, Row>,
    fields: [
      text('title', 'Title', 'title'),
      text('description', 'Description', 'description'),
      text('agenda', 'Agenda', 'agenda'),
      text('internalNotes', 'InternalNotes', 'internalNotes'),
      text('location', 'Location', 'location'),
      instant('startDate', 'startAt', false),
      instant('endDate', 'endAt', true),
      flag('isAllDay', 'isAllDay'),
      flag('hasAlarm', 'hasAlarm'),
      flag('isFree', 'isFree'),
      choice(
        'completed',
        'completed',
        [
          ['STARTED', 'Started'],
          ['COMPLETED', 'Completed'],
        ],
        'NotStarted',
      ),
      choice(
        'private',
        'private',
        [
          ['PRIVATE_USER', 'PrivateUser'],
          ['PUBLIC', 'Public'],
        ],
        'PrivateGroup',
      ),
      choice(
        'type',
        'type',
        [
          ['IN_CHECKLIST', 'inChecklist'],
          ['IN_DIARY', 'inDiary'],
        ],
        'Note',
      ),
      reference('taskId', 'taskId', 1, [2, 7]),
      reference('priorityId', 'priorityId', 1, [2]),
      reference('contactId', 'contactId', 3, [4], null),
      reference('personId', 'personId', 21, [22], null),
      reference('associateId', 'associateId', 5, [7]),
    ],
  },
];
