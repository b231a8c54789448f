import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { endProcesses, startProcess } from './process.ts';

let server: ReturnType<typeof startProcess>;
let url: string;
beforeAll(async () => {
  server = startProcess({ PORT: '0' });
  url = await server.url();
});
afterAll(endProcesses);

const headOf = (path: string, more = ''): string =>
  [
    ...[`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', `${more}\r\n`],
  ].join('\r\n');

/** A client that has sent a text and leaves its own side of the connection open. */
async function sent(text: string) {
  const socket: Socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  const heard = { text: '' };
  socket.on('data', (chunk) => (heard.text += chunk)).on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return { socket, heard };
}

test('a WebSocket that is refused and broken off at once harms nobody', async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    const { socket } = await sent(headOf('/elsewhere') + 'x'.repeat(2000));
    if (turn % 2) await sleep(1);
    socket.resetAndDestroy();
    await sleep(5);
  }
  expect((await fetch(new URL('/health', url))).status).toBe(200);
});

test.each([
  ['at another address', headOf('/elsewhere'), 404, /"error":"Not found/],
  ['of a page of another origin', headOf('/graphql', 'Origin: https://evil.example\r\n'), 403, /"code":"FORBIDDEN"/],
])('a WebSocket %s is refused as any request', async (_which, head, status, body) => {
  const { socket, heard } = await sent(head);
  await eventually(() => expect(heard.text).toMatch(body));
  expect(heard.text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  socket.destroy();
});

test.each(['/graphql', '/graphql/', '/graphql/?of=a-client'])('a WebSocket at %s is one of the graph', async (path) => {
  const { socket, heard } = await sent(headOf(path, 'Sec-WebSocket-Protocol: graphql-transport-ws\r\n'));
  await eventually(() => expect(heard.text).toMatch(/^HTTP\/1.1 101 /));
  socket.destroy();
});

test('an operation of a client that would go on in HTTP/2 is answered in HTTP/1.1', async () => {
  const body = JSON.stringify({ query: '{ __typename }' });
  const head = [
    ...['POST /graphql HTTP/1.1', 'Host: localhost', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c'],
    ...['HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA', 'Content-Type: application/json'],
    `Content-Length: ${body.length}\r\n\r\n`,
  ].join('\r\n');
  const { socket, heard } = await sent(head + body);
  for (const answers of [1, 2, 3]) {
    await eventually(() => expect(heard.text.match(/"data":\{"__typename":"Query"/g)).toHaveLength(answers));
    if (answers < 3) socket.write(head + body);
  }
  expect(heard.text).toMatch(/^HTTP\/1.1 200 /);
  socket.destroy();
});

test('who was refused a WebSocket and stays does not keep the process from ending', async () => {
  const staying = await Promise.all([sent(headOf('/elsewhere')), sent(headOf('/elsewhere'))]);
  for (const { heard } of staying) await eventually(() => expect(heard.text).toContain('404'));
  const told = performance.now();
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
  expect(performance.now() - told).toBeLessThan(8_000);
}, 60_000);
