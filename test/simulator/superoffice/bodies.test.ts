import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { send } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a body that cannot be read', () => {
  test.each([
    '/String',
    '/Webhook',
    '/Webhook/Test',
    '/Contact',
    '/Contact/Validate',
    '/List/Category/Items',
    '/Agents/MDO/GetList',
    '/Agents/Archive/GetArchiveListByColumns',
    '/Agents/Contact/GetContactList',
    '/Agents/Associate/GetAssociateList',
  ])('is refused by POST %s', async (path) => {
    const broken = await send(simulator, 'POST', path, '{"Name": ');
    expect([broken.status, broken.json]).toEqual([
      400,
      { Message: 'The request is invalid.', MessageDetail: 'The body is not JSON.' },
    ]);
    const { status, json } = await send(simulator, 'POST', path, '{}', { 'content-type': 'text/plain' });
    expect([status, json.MessageDetail]).toEqual([
      415,
      "The media type 'text/plain' is not supported for this resource.",
    ]);
  });

  test('an archive takes a form and nothing else, which it would answer without its filter', async () => {
    const asked = { $select: 'name', $filter: 'contactId in (3,4)' };
    const path = '/Archive/SimpleContact';
    const read = await send(simulator, 'POST', path, new URLSearchParams(asked).toString(), form);
    expect(read.json.value.map((row: { PrimaryKey: string }) => row.PrimaryKey)).toEqual(['3', '4']);
    const { status, json } = await send(simulator, 'POST', path, asked);
    expect([status, json.value]).toEqual([415, undefined]);
  });
});
