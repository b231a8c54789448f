import { createServer, request as forward, type IncomingMessage } from 'node:http';
import { startSuperOfficeSimulator } from '../src/simulator/superoffice.ts';

/**
 * A CRM that costs next to nothing: the simulator answers a question the first time, and from then on the very same bytes
 * come from memory. `/_bench` tells what was asked and sets the latency; the parent learns the address by message.
 */

interface Kept {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const simulator = await startSuperOfficeSimulator({
  now: Date.parse('2026-03-02T00:00:00Z'),
  seed({ contacts, persons }) {
    // Joins show deleted companies and reads by id do not, so there are none: every way must give the same answer.
    for (const contact of contacts.values()) contact.deletedAt = null;
    for (const person of [...persons.values()].slice(0, 25)) person.contactId = 24;
  },
});
const home = new URL(simulator.url());
const answers = new Map<string, Promise<Kept>>();
const told = ['content-type', 'so-timezone', 'last-modified', 'etag'];
let latencyMs = 0;
let [requests, bytes] = [0, 0];

async function textOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function ask({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Kept> {
  return new Promise((resolve, reject) => {
    const target = {
      host: home.hostname,
      port: home.port,
      method,
      path: url,
      headers: { ...headers, host: home.host },
    };
    const asked = forward(target, async (answer) => {
      const given = told.flatMap((name) => {
        const value = answer.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      });
      resolve({ status: answer.statusCode ?? 500, headers: Object.fromEntries(given), body: await textOf(answer) });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function steer(url: URL): object {
  const latency = url.searchParams.get('latency');
  if (latency !== null) latencyMs = Number(latency);
  const report = { requests, bytes, asked: [...answers.keys()] };
  [requests, bytes] = [0, 0];
  return report;
}

const server = createServer(async (request, response) => {
  const url = request.url ?? '/';
  if (url.startsWith('/_bench')) {
    response.end(JSON.stringify(steer(new URL(url, 'http://bench'))));
    return;
  }
  const body = request.method === 'GET' ? Buffer.alloc(0) : await textOf(request);
  const key = `${request.method} ${url} ${request.headers['if-modified-since'] ?? ''} ${body.toString('latin1')}`;
  let answer = answers.get(key);
  if (!answer) {
    answer = ask(request, body);
    answers.set(key, answer);
  }
  const kept = await answer;
  requests += 1;
  bytes += kept.body.length;
  const send = () => {
    response.writeHead(kept.status, { ...kept.headers, 'content-length': kept.body.length });
    response.end(kept.body);
  };
  if (latencyMs > 0) setTimeout(send, latencyMs);
  else send();
});

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  process.send?.({ url: `http://127.0.0.1:${port}`, path: home.pathname, ticket: simulator.tickets.lars });
});
process.on('disconnect', () => process.exit(0));
