import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OnOfficeSimulator } from '../onoffice.ts';
import { carryOut, nameOf } from './carry-out.ts';
import { type Answer, answerOf, type Finished, parseRequest, type ReceivedRequest, refusalOf } from './envelope.ts';
import type { OnOfficeFault } from './faults.ts';
import { journalAction, type OnOfficeJournalEntry } from './journal.ts';
import { phpJson } from './php-json.ts';
import { Refusal, refuse } from './refusal.ts';
import { steer } from './steering.ts';

/** One request as it is worked off. */
interface Exchange {
  readonly simulator: OnOfficeSimulator;
  readonly entry: OnOfficeJournalEntry;
  readonly response: ServerResponse;
}

/** Answers a request: the one address of the API, or the steering routes beside it. */
export async function serve(
  simulator: OnOfficeSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await text(request);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    if (pathname.startsWith('/_sim/')) {
      steer(simulator, `${method} ${pathname}`, body, response);
      return;
    }
    // Customers are served by their release, whichever of the two addresses they call.
    if (!/^\/api\/(stable|latest)\/api\.php$/.test(pathname)) return end(response, 404, 'text/html', 'Not found');
    if (method !== 'POST') return end(response, 405, 'text/html', 'Method not allowed');
    const entry: OnOfficeJournalEntry = { at: Date.now(), customer: null, method, status: null, bytes: 0, actions: [] };
    simulator.journal.push(entry);
    await answer({ simulator, entry, response }, body);
  } catch (error) {
    // A fault of the simulator itself, never of the vendor: it must be seen.
    console.error(error);
    response.destroy();
  }
}

async function answer(exchange: Exchange, body: string): Promise<void> {
  const { simulator, entry, response } = exchange;
  const received = understand(body);
  if (received instanceof Refusal) return write(exchange, refusalOf(received, simulator.options));
  const customer = simulator.customers.find(({ token }) => token === received.token);
  entry.customer = customer?.id ?? null;
  entry.actions = received.actions.map((action) => journalAction(action));
  const faults = simulator.faults.take(entry.customer, received.actions.map(nameOf));
  if (await breakDown(faults, entry, response)) return;
  const refused = refuseWhole(simulator, customer !== undefined, received);
  if (!customer || refused) return write(exchange, refusalOf(refused ?? refuse(22), simulator.options), faults);
  const { options, clock, signingClock } = simulator;
  const world = simulator.world(customer.id);
  const caller = { ...customer, customer: customer.id, world, options, clock, signingClock, faults };
  const finished = received.actions.map((action): Finished => ({ action, outcome: carryOut(action, caller) }));
  entry.actions = finished.map(({ action, outcome }) => journalAction(action, outcome));
  write(exchange, answerOf(misplace(finished, faults), options), faults);
}

function understand(body: string): ReceivedRequest | Refusal {
  try {
    return parseRequest(body);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function refuseWhole({ options }: OnOfficeSimulator, known: boolean, { actions }: ReceivedRequest): Refusal | null {
  if (!known) return refuse(options.unknownToken);
  return options.maxActions !== null && actions.length > options.maxActions ? refuse(15) : null;
}

/** Results lost or out of order, on demand. */
function misplace(finished: readonly Finished[], faults: readonly OnOfficeFault[]): Finished[] {
  const kinds = new Set(faults.map(({ kind }) => kind));
  const kept = kinds.has('missingResult') ? finished.slice(0, -1) : [...finished];
  return kinds.has('reordered') ? kept.reverse() : kept;
}

/** True where the request gets no answer in the vendor's form, because a fault says so. */
async function breakDown(
  faults: readonly OnOfficeFault[],
  entry: OnOfficeJournalEntry,
  response: ServerResponse,
): Promise<boolean> {
  for (const fault of faults) {
    if (fault.kind === 'delay') await sleep(fault.ms);
    if (fault.kind === 'reset') {
      response.socket?.resetAndDestroy();
      return true;
    }
    if (fault.kind === 'html') {
      entry.status = fault.status;
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
      end(response, fault.status, 'text/html', '<html><body><h1>Service problem</h1></body></html>');
      return true;
    }
  }
  return false;
}

function write({ entry, response }: Exchange, { status, body }: Answer, faults: readonly OnOfficeFault[] = []): void {
  const json = phpJson(body);
  entry.status = status;
  entry.bytes = Buffer.byteLength(json);
  if (!faults.some(({ kind }) => kind === 'truncated')) {
    end(response, status, 'application/json', json);
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': entry.bytes });
  response.write(json.slice(0, json.length / 2), () => response.socket?.resetAndDestroy());
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}
