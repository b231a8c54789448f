import { createServer, type Socket } from 'node:net';
import { startOnOfficeSimulator } from '../src/simulator/onoffice.ts';
import { startSuperOfficeSimulator } from '../src/simulator/superoffice.ts';
import { type Answer, answerBytes, createOrigin } from './upstream-origin.ts';

/**
 * Both CRMs at next to no cost: a question is answered by the simulator the first time, and from then on the very same bytes
 * come from memory, whoever asks and for whatever tenant. `/_bench` tells what was asked since and sets the latency; the
 * parent learns the address by message.
 */

const superoffice = await startSuperOfficeSimulator({
  now: Date.parse('2026-03-02T00:00:00Z'),
  seed({ contacts, persons }) {
    // Joins show deleted companies and reads by id do not, so there are none: every way must give the same answer.
    for (const contact of contacts.values()) contact.deletedAt = null;
    for (const person of [...persons.values()].slice(0, 25)) person.contactId = 24;
  },
});
const onoffice = await startOnOfficeSimulator({ now: Date.parse('2026-03-02T00:00:00Z') });
const origin = createOrigin(superoffice, onoffice);

/** What was asked, byte for byte, and its answer. Bounded, since signatures make each question new. */
const known = new Map<string, Answer>();
const maxKnown = 20_000;
let latencyMs = 0;
let [requests, bytes] = [0, 0];

function send(socket: Socket, answer: Answer): void {
  requests += 1;
  bytes += answer.bodyLength;
  if (latencyMs > 0) setTimeout(() => socket.write(answer.bytes), latencyMs);
  else socket.write(answer.bytes);
}

function steer(target: string): Answer {
  const { searchParams } = new URL(target, 'http://bench');
  const latency = searchParams.get('latency');
  if (latency !== null) latencyMs = Number(latency);
  const body = JSON.stringify({ requests, bytes });
  [requests, bytes] = [0, 0];
  return answerBytes(200, ['content-type: application/json'], Buffer.from(body));
}

/** Where the first request in the text ends; -1 where it is not complete. */
function endOf(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  const end = head + 4 + length;
  return text.length < end ? -1 : end;
}

async function answer(socket: Socket, text: string): Promise<void> {
  const target = text.slice(text.indexOf(' ') + 1, text.indexOf(' HTTP/'));
  if (target.startsWith('/_bench')) {
    socket.write(steer(target).bytes);
    return;
  }
  const { answer: found, lasting } = await origin.ask(text, target);
  if (known.size >= maxKnown) known.clear();
  if (lasting) known.set(text, found);
  send(socket, found);
}

const server = createServer({ noDelay: true }, (socket) => {
  let pending = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending += chunk.toString('latin1');
    const found = known.get(pending);
    if (found) {
      pending = '';
      send(socket, found);
      return;
    }
    // No client here asks before the last answer has come, so answers cannot overtake each other.
    for (let end = endOf(pending); end > 0; end = endOf(pending)) {
      const text = pending.slice(0, end);
      pending = pending.slice(end);
      answer(socket, text).catch((error: unknown) => {
        console.error(error);
        socket.destroy();
      });
    }
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const [customer] = onoffice.customers;
  process.send?.({
    origin: `http://127.0.0.1:${port}`,
    superofficePath: new URL(superoffice.url()).pathname,
    onofficePath: new URL(onoffice.url).pathname,
    ticket: superoffice.tickets.lars,
    customer: { token: customer.token, secret: customer.secret },
  });
});
process.on('disconnect', () => process.exit(0));
