import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found } from './seeded.ts';

const access = 'field canRead canEdit mandatory reason';

interface Access {
  field: string;
  canRead: boolean;
  canEdit: boolean;
  mandatory: boolean;
  reason: string | null;
}

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const open = (field: string) => ({ field, canRead: true, canEdit: true, mandatory: false, reason: null });
const readOnly = (field: string) => ({ ...open(field), canEdit: false });
const closed = (field: string) => ({ ...readOnly(field), canRead: false });

async function ask(record: string, fields: readonly string[] | null, ticket?: string, language = 'en') {
  const text: string = `query Rights($fields: [String!]) { record: ${record} { fieldAccess(fields: $fields) { ${access} } } }`;
  const { data, errors, calls } = await crm.query(
    text,
    { fields },
    { headers: { 'accept-language': language }, ...(ticket ? { ticket } : {}) },
  );
  return { rights: (data as { record: { fieldAccess: Access[] | null } | null }).record?.fieldAccess, errors, calls };
}

const appointment = () => {
  const visible = [...world.appointments.keys()].find((id) => id % 17 !== 0 && id % 13 !== 1);
  return `appointment(appointmentId: ${found(visible)})`;
};

describe('full rights', () => {
  test('open every field but those that the record itself closes', async () => {
    const { rights, errors, calls } = await ask('contact(contactId: 21)', null);
    expect(errors).toBeUndefined();
    const byField = new Map(rights?.map((right) => [right.field, right]));
    expect(byField.get('orgNr')).toEqual(open('orgNr'));
    expect(byField.get('phones')).toEqual(open('phones'));
    expect(byField.get('streetAddress')).toEqual(open('streetAddress'));
    expect(byField.get('SuperOffice:1')).toEqual(open('SuperOffice:1'));
    expect(byField.get('SuperOffice:9')).toEqual(readOnly('SuperOffice:9'));
    expect(byField.get('x_margin')).toEqual(open('x_margin'));
    expect(byField.has('fieldAccess')).toBe(false);
    expect(calls.map(({ path }) => path)).toEqual(['/Contact/21']);
    expect(calls[0]?.query.$select).toBe('ContactId,FieldProperties,TableRight');
  });

  test.each([
    ['contact(contactId: 21)', ['name', 'category', 'associate', 'x_region']],
    ['person(personId: 21)', ['lastName', 'contact', 'birthDate', 'address', 'SuperOffice:2']],
    ['appointment', ['title', 'startDate', 'contact', 'private', 'Acme:Renewal']],
  ])('of %s, asked by name, in that order', async (record, fields) => {
    const { rights } = await ask(record === 'appointment' ? appointment() : record, fields);
    expect(rights?.map(({ field }) => field)).toEqual(fields);
    expect(rights?.every(({ canRead, canEdit }) => canRead && canEdit)).toBe(true);
  });

  test('mandatory fields say so and why, in the language of the request', async () => {
    for (const [language, reason] of [
      ['en', 'Mandatory field'],
      ['nb', 'Obligatorisk felt'],
      ['de', 'Pflichtfeld'],
    ] as const) {
      const { rights } = await ask('contact(contactId: 21)', ['name'], undefined, language);
      expect(rights).toEqual([{ ...open('name'), mandatory: true, reason }]);
    }
  });

  test('a field named twice is told of once', async () => {
    const { rights } = await ask('contact(contactId: 21)', ['orgNr', 'orgNr', 'name']);
    expect(rights?.map(({ field }) => field)).toEqual(['orgNr', 'name']);
  });
});

describe('reduced rights', () => {
  test('a field that may not be read is closed, and the others are not', async () => {
    const { rights } = await ask('contact(contactId: 21)', ['orgNr', 'department'], crm.superoffice.tickets.rune);
    expect(rights).toEqual([closed('orgNr'), open('department')]);
  });

  test('one who may only read edits nothing', async () => {
    const { tove } = crm.superoffice.tickets;
    const { rights } = await ask('person(personId: 21)', ['lastName', 'birthDate', 'SuperOffice:1'], tove);
    expect(rights?.map(({ field, canRead, canEdit }) => ({ field, canRead, canEdit }))).toEqual([
      { field: 'lastName', canRead: true, canEdit: false },
      { field: 'birthDate', canRead: false, canEdit: false },
      { field: 'SuperOffice:1', canRead: true, canEdit: false },
    ]);
    const other = await ask(appointment(), ['internalNotes', 'title'], tove);
    expect(other.rights).toEqual([closed('internalNotes'), readOnly('title')]);
  });

  test.each([
    ['"Select, Update" in text', { Mask: 'Select, Update', Reason: '' }, [true, true, null]],
    ['a number: select', { Mask: 1, Reason: 'Only readers' }, [true, false, 'Only readers']],
    ['short names', { Mask: 'RI, RestrictedUpdate', Reason: '' }, [true, true, null]],
    ['FULL', { Mask: 'FULL', Reason: '' }, [true, true, null]],
    ['none', { Mask: 'None', Reason: 'Not yours' }, [false, false, 'Not yours']],
    ['not computed', { Mask: 'Uninitialized', Reason: '' }, [true, true, null]],
    ['absent', null, [true, true, null]],
  ])('the mask of the record is read: %s', async (_name, TableRight, [canRead, canEdit, reason]) => {
    crm.superoffice.faults.add({
      path: '^/Contact/21$',
      fault: { kind: 'wrongShape', body: { ContactId: 21, TableRight, FieldProperties: {} } },
    });
    const { rights } = await ask('contact(contactId: 21)', ['orgNr']);
    expect(rights).toEqual([{ field: 'orgNr', canRead, canEdit, mandatory: false, reason }]);
  });

  test('of the tenant’s own fields stand under whichever dictionary tells of them, under that of all before the older two', async () => {
    const right = (Mask: string) => ({ FieldRight: { Mask, Reason: '' }, FieldType: 'String', FieldLength: 9 });
    const FieldProperties = {
      'UserDefinedFields.SuperOffice:1': right('Read'),
      'UserDefinedFields.SuperOffice:2': right('Read'),
      'CustomFields.SuperOffice:2': right('None'),
      'ExtraFields.x_sla_hours': right('None'),
    };
    const body = { ContactId: 21, TableRight: { Mask: 'FULL', Reason: '' }, FieldProperties };
    crm.superoffice.faults.add({ path: '^/Contact/21$', fault: { kind: 'wrongShape', body } });
    const expected = [readOnly('SuperOffice:1'), closed('SuperOffice:2'), closed('x_sla_hours')];
    const named = await ask(
      'contact(contactId: 21)',
      expected.map(({ field }) => field),
    );
    expect(named.errors).toBeUndefined();
    expect(named.rights).toEqual(expected);
    const all = await ask('contact(contactId: 21)', null);
    for (const each of expected) expect(all.rights).toContainEqual(each);
  });

  test.each([
    ['Update', [true, true, false]],
    ['Read', [true, false, false]],
    ['None', [false, false, false]],
    ['Update, UIHintMandatory', [true, true, true]],
    ['Update, UIHintReadOnly', [true, false, false]],
    ['Update, Unused4', [true, true, false]],
    [3, [true, true, false]],
    [131, [true, false, false]],
    [67, [true, true, true]],
  ] as const)('the mask of a field is read: %s', async (Mask, [canRead, canEdit, mandatory]) => {
    const FieldProperties = { OrgNr: { FieldRight: { Mask, Reason: 'Because' }, FieldType: 'String', FieldLength: 9 } };
    const body = { ContactId: 21, TableRight: { Mask: 'FULL', Reason: '' }, FieldProperties };
    crm.superoffice.faults.add({ path: '^/Contact/21$', fault: { kind: 'wrongShape', body } });
    const { rights } = await ask('contact(contactId: 21)', ['orgNr']);
    expect(rights).toEqual([{ field: 'orgNr', canRead, canEdit, mandatory, reason: 'Because' }]);
  });

  test('a hidden record tells of no rights', async () => {
    const { rights, errors } = await ask('contact(contactId: 17)', ['name'], crm.superoffice.tickets.rune);
    expect(rights).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test('a server that tells no rights holds nothing back', async () => {
    Object.assign(crm.superoffice.options.carriers, { tableRights: false, fieldProperties: false });
    const { rights } = await ask('contact(contactId: 21)', ['orgNr', 'SuperOffice:1']);
    Object.assign(crm.superoffice.options.carriers, { tableRights: true, fieldProperties: true });
    expect(rights).toEqual([open('orgNr'), open('SuperOffice:1')]);
  });
});

test.each([['nothing'], ['OrgNr'], ['fieldAccess'], ['persons'], [''], ['contactId; --']])(
  'a name that is none is refused: %j',
  async (field) => {
    const { rights, errors } = await ask('contact(contactId: 21)', ['name', field]);
    expect(rights).toBeNull();
    expect(errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([
      ['BAD_USER_INPUT', ['record', 'fieldAccess']],
    ]);
    expect(errors?.[0]?.message).toContain('orgNr');
  },
);

test.each([['SuperOffice:99'], ['x_nothing']])('a key of no custom field is refused: %s', async (field) => {
  const { rights, errors } = await ask('contact(contactId: 21)', [field]);
  expect(rights).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('on a page takes one request per record, and is read anew each time', async () => {
  const text = '{ contacts(first: 3) { nodes { contactId fieldAccess(fields: ["orgNr"]) { canRead } } } }';
  const first = await crm.query(text);
  const again = await crm.query(text);
  for (const { calls, data } of [first, again]) {
    expect(data).toEqual({
      contacts: { nodes: [2, 3, 4].map((contactId) => ({ contactId, fieldAccess: [{ canRead: true }] })) },
    });
    const entities = calls.filter(({ path }) => /^\/Contact\/\d+$/.test(path));
    expect(entities.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { headers } of entities) expect(headers).not.toHaveProperty('if-modified-since');
  }
});
