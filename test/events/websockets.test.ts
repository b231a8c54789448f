import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, startLive } from '../live.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startLive();
});
afterAll(() => crm.close());

const query = 'subscription { contactChanged(contactId: 25) { kind contact { name } } }';

function connect(connectionParams: Record<string, unknown>) {
  const url = crm.url.replace('http', 'ws');
  const client = createClient({ url, connectionParams, webSocketImpl: WebSocket, retryAttempts: 0 });
  const told: unknown[] = [];
  const failed: unknown[] = [];
  const subscribe = (text: string) =>
    client.subscribe(
      { query: text },
      {
        next: (value) => told.push(value),
        error: (error) => failed.push(error),
        complete: () => told.push('complete'),
      },
    );
  return { client, told, failed, subscribe };
}

test('events come over a WebSocket as they do over Server-Sent Events', async () => {
  const { client, told, subscribe } = connect({ Authorization: crm.superoffice.tickets.lars, 'SO-Language': 'nb' });
  const stop = subscribe(query);
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(told.length).toBeGreaterThan(0);
  });
  const name = crm.superoffice.world().contacts.get(25)?.name;
  expect(told[0]).toMatchObject({ data: { contactChanged: { kind: 'CHANGED', contact: { name } } } });
  stop();
  await eventually(() => expect(told.at(-1)).toBe('complete'));
  await client.dispose();
});

test('queries are answered, and what is refused is told with its code', async () => {
  const { client, told, failed, subscribe } = connect({ Authorization: crm.superoffice.tickets.lars });
  subscribe('{ contact(contactId: 25) { contactId } }');
  await eventually(() => expect(told.at(-1)).toBe('complete'));
  expect(told[0]).toMatchObject({ data: { contact: { contactId: 25 } } });
  subscribe('subscription { nothing }');
  await eventually(() => expect(failed).toHaveLength(1));
  expect(failed[0]).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  await client.dispose();
});

test('without a ticket nothing is followed', async () => {
  const { client, failed, subscribe } = connect({});
  subscribe(query);
  await eventually(() => expect(failed).toHaveLength(1));
  expect(failed[0]).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await client.dispose();
});

test('pages of other origins are not let in', async () => {
  const socket = new WebSocket(crm.url.replace('http', 'ws'), 'graphql-transport-ws', {
    origin: 'https://evil.example',
  });
  const message = await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)));
  expect(message).toContain('403');
});
