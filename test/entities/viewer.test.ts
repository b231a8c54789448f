import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, startCrm } from '../crm.ts';
import { idOf } from './seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

describe('the viewer', () => {
  test('is told with one request, the user included', async () => {
    const { data, errors, calls } = await crm.query(
      `{ viewer { tenant language timeZone functionRights associate { id associateId name fullName deleted person { personId } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      viewer: {
        tenant: 'Cust12345',
        language: 'en',
        timeZone: 'UTC',
        functionRights: ['allow-bulk-delete', 'allow-bulk-update'],
        associate: {
          id: idOf('Associate', 5),
          associateId: 5,
          name: 'LH',
          fullName: 'Lars Holm',
          deleted: false,
          person: { personId: 11 },
        },
      },
    });
    expect(calls.map(({ path }) => path)).toEqual(['/User/currentPrincipal']);
  });

  test('has the rights that have a name, whatever stands beside them', async () => {
    const body = { AssociateId: 5, FunctionRights: [null, 'allow-bulk-update', ''] };
    crm.superoffice.faults.add({ path: /currentPrincipal$/, times: 1, fault: { kind: 'wrongShape', body } });
    const { data, errors } = await crm.query('{ viewer { functionRights } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ viewer: { functionRights: ['allow-bulk-update'] } });
  });

  test('what the principal does not hold is read beside it', async () => {
    const { data, calls } = await crm.query(
      '{ viewer { person { fullName contact { name } } associate { email person { title } } } }',
    );
    const world = crm.superoffice.world();
    const person = world.persons.get(11);
    expect(data).toEqual({
      viewer: {
        person: { fullName: 'Lars Holm', contact: { name: world.contacts.get(2)?.name } },
        associate: { email: person?.emails[0]?.value, person: { title: person?.title || null } },
      },
    });
    expect(calls.map(({ path }) => path).sort()).toEqual(['/Archive/AllUsers', '/Person', '/User/currentPrincipal']);
  });

  test('is whoever brings the ticket, in the language and zone of the request', async () => {
    const { data, headers } = await crm.query(
      '{ viewer { associate { fullName } language timeZone functionRights } }',
      {},
      {
        ticket: crm.superoffice.tickets.tove,
        headers: { 'accept-language': 'nn-NO, de;q=0.5', 'so-timezone': '261, includeTZOffset' },
      },
    );
    expect(data).toEqual({
      viewer: { associate: { fullName: 'Tove Sand' }, language: 'nb', timeZone: 'Europe/Oslo', functionRights: [] },
    });
    expect([headers.get('content-language'), headers.get('so-timezone')]).toEqual(['nb', 'Europe/Oslo']);
  });

  test.each(['x', '*'])('has no language where SO-Language is %s', async (language) => {
    const { data, headers } = await crm.query('{ viewer { language } }', {}, { headers: { 'so-language': language } });
    expect(data).toEqual({ viewer: { language: null } });
    expect(headers.get('content-language')).toBeNull();
  });

  test('of another tenant is somebody else', async () => {
    const { data } = await crm.query(
      '{ viewer { tenant associate { associateId fullName } person { fullName } } }',
      {},
      { ticket: crm.superoffice.ticketsOf('Cust23456').lars },
    );
    expect(data).toEqual({
      viewer: {
        tenant: 'Cust23456',
        associate: { associateId: 5, fullName: 'Lena Hofmann' },
        person: { fullName: 'Lena Hofmann' },
      },
    });
  });

  test('does not come with an expired ticket: one request, UNAUTHENTICATED', async () => {
    const { data, errors, calls } = await crm.query(
      '{ viewer { tenant } }',
      {},
      { ticket: crm.superoffice.tickets.expired },
    );
    expect(data).toEqual({ viewer: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(calls.map(({ path, status }) => [path, status])).toEqual([['/User/currentPrincipal', 401]]);
  });
});
