import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ContactRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Answer, type Crm, startCrm } from '../crm.ts';
import { found, pick } from '../entities/seeded.ts';

const MINUTE = 60_000;

let crm: Crm;
let world: TenantWorld;
let company: ContactRecord;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.clock.advance(6 * MINUTE);
  crm.superoffice.reset();
  world = crm.superoffice.world();
  company = pick(
    world.contacts,
    (row) => row.deletedAt === null && row.phones.length > 0 && row.interestIds.length > 0,
  );
});

/** Status and path of each request, in order. */
const asked = ({ calls }: Answer<unknown>) => calls.map(({ status, path }) => `${status} ${path}`);

const ownMembers = (headers: Record<string, string> = {}, ticket?: string) =>
  crm.query(
    'query Own($id: Int!) { contact(contactId: $id) { name orgNr phones { value } updatedAt } }',
    { id: company.id },
    { headers, ...(ticket ? { ticket } : {}) },
  );

describe('an entity', () => {
  test('is answered by 304 when it is asked for again', async () => {
    const first = await ownMembers();
    const second = await ownMembers();
    expect(asked(first)).toEqual([`200 /Contact/${company.id}`]);
    expect(asked(second)).toEqual([`304 /Contact/${company.id}`]);
    expect(second.data).toEqual(first.data);
    expect(second.data).toMatchObject({
      contact: {
        name: company.name,
        phones: [{ value: company.phones[0]?.value }, ...company.phones.slice(1).map(({ value }) => ({ value }))],
      },
    });
    const explained = await ownMembers({ 'x-explain': 'true' });
    expect(explained.extensions.upstream?.calls).toMatchObject([
      { status: 304, cache: 'revalidated', rows: 1, bytes: 0 },
    ]);
  });

  test('that has changed since is read anew', async () => {
    await ownMembers();
    company.name = 'Renamed AS';
    company.updatedAt = crm.superoffice.clock.now();
    const changed = await ownMembers();
    expect(asked(changed)).toEqual([`200 /Contact/${company.id}`]);
    expect(changed.data).toMatchObject({ contact: { name: 'Renamed AS' } });
  });

  test('is forgotten with a write to it, in all of its forms, and no other is', async () => {
    const other = pick(world.contacts, ({ id, deletedAt }) => deletedAt === null && id !== company.id);
    const forms = ['name orgNr phones { value }', 'name phones { value } updatedAt'];
    const read = async (id: number) => {
      const calls = [];
      for (const fields of forms) calls.push(...(await crm.query(`{ contact(contactId: ${id}) { ${fields} } }`)).calls);
      return calls.map(({ headers }) => 'if-modified-since' in headers);
    };
    await read(company.id);
    await read(other.id);
    await crm.query(
      `mutation { updateContact(contactId: ${company.id}, changes: { department: "After" }) { errors { __typename } } }`,
    );
    expect(await read(company.id)).toEqual([false, false]);
    expect(await read(other.id)).toEqual([true, true]);
  });

  test('that changes twice within one second is never shown as it was between', async () => {
    const { clock } = crm.superoffice;
    clock.set(Math.ceil(clock.now() / 1000) * 1000);
    Object.assign(company, { name: 'First AS', updatedAt: clock.now() });
    expect((await ownMembers()).data).toMatchObject({ contact: { name: 'First AS' } });
    Object.assign(company, { name: 'Second AS', updatedAt: Number(company.updatedAt) + 200 });
    const second = await ownMembers();
    expect(second.data).toMatchObject({ contact: { name: 'Second AS' } });
    expect(second.calls[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  test('is nothing to another ticket, language or tenant', async () => {
    await ownMembers({ 'accept-language': 'en' });
    const { mina } = crm.superoffice.tickets;
    const foreign = crm.superoffice.ticketsOf('Cust23456').lars;
    const others = [
      await ownMembers({ 'accept-language': 'en' }, mina),
      await ownMembers({ 'accept-language': 'nb' }),
      await ownMembers({ 'accept-language': 'en', 'so-culture': 'sv' }),
      await ownMembers({ 'accept-language': 'en' }, foreign),
    ];
    for (const { calls } of others) {
      expect(calls.map(({ status }) => status)).toEqual([200]);
      expect(calls[0]?.headers).not.toHaveProperty('if-modified-since');
    }
    expect(asked(await ownMembers({ 'accept-language': 'en' }))).toEqual([`304 /Contact/${company.id}`]);
  });

  test('that the ticket may no longer see is not shown from memory', async () => {
    const { rune } = crm.superoffice.tickets;
    company = pick(world.contacts, (row) => row.deletedAt === null && row.id % 17 !== 0 && row.phones.length > 0);
    expect((await ownMembers({}, rune)).data).toMatchObject({ contact: { name: company.name } });
    const { rights } = found(world.users.find(({ associateId }) => associateId === 10));
    rights.hiddenContactIds.add(company.id);
    const { data, errors } = await ownMembers({}, rune);
    expect(data).toEqual({ contact: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test('is forgotten after five minutes', async () => {
    await ownMembers();
    crm.superoffice.clock.advance(4 * MINUTE);
    expect(asked(await ownMembers())).toEqual([`304 /Contact/${company.id}`]);
    crm.superoffice.clock.advance(MINUTE + 1);
    const late = await ownMembers();
    expect(late.calls[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  test.each([
    ['the server tells no dates', { conditionalRequests: false }],
    ['a record that never changed has no date', { neverModified: 'absent' }],
    ['a record that never changed has year 1', { neverModified: 'year1' }],
  ] as const)('is read anew where %s', async (_name, options) => {
    Object.assign(crm.superoffice.options, options);
    company = pick(world.contacts, (row) => row.deletedAt === null && row.updatedAt === null);
    await ownMembers();
    expect(asked(await ownMembers())).toEqual([`200 /Contact/${company.id}`]);
  });

  test('is not kept where the settings say so', async () => {
    await using off = await startCrm({ settings: { SUPEROFFICE_ENTITY_CACHE: 'off' } });
    const ask = () => off.query('{ contact(contactId: 21) { phones { value } } }');
    await ask();
    const { calls } = await ask();
    expect(calls.map(({ status }) => status)).toEqual([200]);
    expect(calls[0]?.headers).not.toHaveProperty('if-modified-since');
  });
});

describe('after a change behind our back, without a new date on the record', () => {
  const both = async <Data>(ask: () => Promise<Answer<Data>>, change: () => void) => {
    const before = await ask();
    expect(before.errors).toBeUndefined();
    change();
    const after = await ask();
    expect(after.errors).toBeUndefined();
    return { before: before.data, after: after.data };
  };

  test('the names of other records are fresh', async () => {
    const person = pick(world.persons, (row) => row.contactId === company.id && row.deletedAt === null);
    const ask = () =>
      crm.query('query Nested($id: Int!) { person(personId: $id) { salutation contact { name } position { name } } }', {
        id: person.id,
      });
    person.positionId = 1;
    const { after } = await both(ask, () => {
      company.name = 'New name AS';
      found(world.lists.get('perspos')?.items.find(({ id }) => id === 1)).name = 'Chief';
    });
    expect(after).toMatchObject({ person: { contact: { name: 'New name AS' }, position: { name: 'Chief' } } });
  });

  test('rights are fresh', async () => {
    const ask = () =>
      crm.query(
        'query Rights($id: Int!) { contact(contactId: $id) { fieldAccess(fields: ["orgNr"]) { canRead canEdit } } }',
        { id: company.id },
      );
    const { rights } = found(world.users.find(({ associateId }) => associateId === 5));
    const { before, after } = await both(ask, () => {
      rights.tableMask = 'Select';
    });
    expect(before).toEqual({ contact: { fieldAccess: [{ canRead: true, canEdit: true }] } });
    expect(after).toEqual({ contact: { fieldAccess: [{ canRead: true, canEdit: false }] } });
  });

  test('interests and custom fields are fresh', async () => {
    const ask = () =>
      crm.query(
        'query Chosen($id: Int!) { contact(contactId: $id) { phones { value } interests { listItemId } customFields { key value } } }',
        { id: company.id },
      );
    const { after } = await both(ask, () => {
      company.interestIds = [4];
      company.custom['SuperOffice:2'] = 777;
    });
    expect(after).toMatchObject({ contact: { interests: [{ listItemId: 4 }] } });
    const { customFields } = (after as { contact: { customFields: { key: string; value: unknown }[] } }).contact;
    expect(customFields.find(({ key }) => key === 'SuperOffice:2')?.value).toBe(777);
  });

  test('participants are fresh', async () => {
    const appointment = pick(world.appointments, (row) => row.participants.length > 1);
    const ask = () =>
      crm.query(
        'query Who($id: Int!) { appointment(appointmentId: $id) { title participants { person { personId } } } }',
        { id: appointment.id },
      );
    const { before, after } = await both(ask, () => {
      appointment.participants.pop();
    });
    const count = (data: unknown) =>
      (data as { appointment: { participants: unknown[] } }).appointment.participants.length;
    expect(count(after)).toBe(count(before) - 1);
  });

  test('rows of archives are fresh', async () => {
    const ask = () =>
      crm.query('query Row($id: Int!) { contact(contactId: $id) { name category { name } } }', { id: company.id });
    const { after } = await both(ask, () => {
      company.name = 'Row AS';
    });
    expect(after).toMatchObject({ contact: { name: 'Row AS' } });
  });
});

test('`Cache-Control: public` of the CRM changes nothing', async () => {
  const body = { ContactId: company.id, Name: 'Public AS', Phones: [] };
  const headers = { 'Cache-Control': 'public, max-age=3600', Expires: 'Fri, 01 Jan 2100 00:00:00 GMT', ETag: '"1"' };
  crm.superoffice.faults.add({
    path: `^/Contact/${company.id}$`,
    times: 1,
    fault: { kind: 'status', status: 200, body, headers },
  });
  const { lars, mina } = crm.superoffice.tickets;
  expect((await ownMembers({}, lars)).data).toMatchObject({ contact: { name: 'Public AS' } });
  for (const ticket of [mina, lars, 'Bearer 8A:Cust12345.made-up']) {
    const { data, calls, headers: answered } = await ownMembers({}, ticket);
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain('Public AS');
    expect(answered.get('cache-control') ?? '').not.toContain('public');
  }
});
