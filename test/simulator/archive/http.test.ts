import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import type { Envelope } from './small-world.ts';

let crm: SuperOfficeSimulator;
beforeAll(async () => {
  crm = await startSuperOfficeSimulator({ now: Date.UTC(2026, 3, 15, 8) });
});
afterAll(() => crm.close());
beforeEach(() => crm.reset());

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
  const url = path.startsWith('http') ? path : `${crm.url()}/api/v1${path}`;
  const headers = { authorization: crm.tickets.lars, ...init.headers };
  const answer = await fetch(url, { ...init, headers });
  return { status: answer.status, body: await answer.json() };
}

async function rows(path: string, init: RequestInit = {}): Promise<Envelope> {
  const { status, body } = await ask(path, init);
  expect(status).toBe(200);
  return body as Envelope;
}

const query = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
const skip = 'skipTentativeAndRejectedRestriction=true';

describe('archives over HTTP', () => {
  test('a count is told by /Archive alone: the collections have no such parameter', async () => {
    const asked = query({ $select: 'contactId', $inlineCount: 'True', $top: '1' });
    const total = [...crm.world().contacts.values()].filter(({ deletedAt }) => deletedAt === null).length;
    expect(await rows(`/Archive/SimpleContact?${asked}`)).toMatchObject({ 'odata.count': total });
    const init = {
      ...{ method: 'POST', body: asked },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    expect(await rows('/archive/simplecontact', init)).toMatchObject({ 'odata.count': total });
    for (const path of [`/Contact?${asked}`, `/Contact/2/Persons?${asked.replace('contactId', 'personId')}`]) {
      expect(Object.keys(await rows(path))).toEqual(['odata.metadata', 'odata.nextLink', 'value']);
    }
  });

  test('every appointment once, by links and by keys, whatever the page limit', async () => {
    const wanted = [...crm.world().appointments.keys()].sort((a, b) => a - b);
    expect(wanted.length).toBeGreaterThanOrEqual(2000);
    crm.options.archive.pageLimit = 300;
    const byLinks: number[] = [];
    let next: string | null =
      `/Appointment?${query({ $select: 'appointmentId', $filter: skip, $orderBy: 'appointmentId', $top: '700' })}`;
    while (next !== null) {
      const page: Envelope = await rows(next);
      byLinks.push(...page.value.map((row) => Number(row.PrimaryKey)));
      next = page['odata.nextLink'];
    }
    expect(byLinks).toEqual(wanted);
    const byKeys: number[] = [];
    for (;;) {
      const $filter = `${skip} and appointmentId gt ${byKeys.at(-1) ?? 0}`;
      const { value } = await rows(
        `/Appointment?${query({ $select: 'appointmentId', $filter, $orderBy: 'appointmentId' })}`,
      );
      if (value.length === 0) break;
      byKeys.push(...value.map((row) => Number(row.PrimaryKey)));
    }
    expect(byKeys).toEqual(wanted);
  });

  test('a long filter by form is the same question as by query', async () => {
    const ids = [...crm.world().persons.keys()].join(',');
    const parameters = {
      $select: 'personId,fullName',
      $filter: `personId in (${ids})`,
      $orderBy: 'lastName,personId',
      $top: '40',
    };
    const byQuery = await rows(`/Archive/Person?${query(parameters)}`);
    const byForm = await rows('/archive/person', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: query(parameters),
    });
    expect(byQuery.value).toHaveLength(40);
    expect(byForm.value).toEqual(byQuery.value);
  });

  test('a refusal is an error in the vendor’s shape', async () => {
    const { status, body } = await ask(
      `/Contact?${query({ $select: 'contactId', $orderBy: 'phone/formattedNumber' })}`,
    );
    expect(status).toBe(500);
    expect(Object.keys(body as object)).toEqual(['Error', 'ErrorType', 'ErrorMessage', 'ErrorSource']);
  });

  test('joined names agree with the records that they are of', async () => {
    const $select = 'appointmentId,contact/name,person/fullName,associate/fullName,type,contactId,personId';
    const { value } = await rows(
      `/Appointment?${query({ $select, $filter: skip, $orderBy: 'date desc', $top: '200' })}`,
    );
    expect(value).toHaveLength(200);
    const { contacts, persons, appointments, lists } = crm.world();
    const tasks = new Map(lists.get('task')?.items.map((item) => [item.id, item.name]));
    for (const row of value) {
      const appointment = appointments.get(Number(row.PrimaryKey));
      const person = persons.get(appointment?.personId ?? 0);
      expect(row['contact/name']).toBe(contacts.get(appointment?.contactId ?? 0)?.name ?? '');
      expect(String(row['person/fullName']).endsWith(person?.lastname ?? '')).toBe(true);
      expect(row.type).toBe(tasks.get(appointment?.taskId ?? 0));
      expect(row['associate/fullName']).not.toBe('');
    }
    const starts = value.map((row) => appointments.get(Number(row.PrimaryKey))?.startAt ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
  });

  test('agents answer the rows that archives answer', async () => {
    const body = {
      ProviderName: 'SimpleContact',
      Columns: 'contactId,name',
      Restrictions: "name begins 'n'",
      SortOrder: 'contactId',
    };
    const agent = await ask('/Agents/Archive/GetArchiveListByColumns2', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { value } = await rows(
      `/Contact?${query({ $select: 'contactId', $filter: "name begins 'n'", $orderBy: 'contactId' })}`,
    );
    expect(value.length).toBeGreaterThan(0);
    expect((agent.body as { PrimaryKey: number }[]).map((row) => row.PrimaryKey)).toEqual(
      value.map((row) => row.contactId),
    );
  });
});
