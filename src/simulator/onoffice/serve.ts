import { deliver } from '../delivery.ts';
import { replacesAnswer } from '../faults.ts';
import { beginEntry, journalHeaders } from '../journal.ts';
import type { OnOfficeSimulator } from '../onoffice.ts';
import { changeOptions } from '../options.ts';
import type { SimulatedAnswer } from '../request.ts';
import type { ReceivedRequest as HttpRequest } from '../server.ts';
import { type SteeringCall, steer } from '../steering.ts';
import { carryOut, nameOf } from './carry-out.ts';
import { type Answer, answerOf, type Finished, parseRequest, type ReceivedRequest, refusalOf } from './envelope.ts';
import type { ActionFaultRule } from './faults.ts';
import { journalAction, type OnOfficeJournalEntry } from './journal.ts';
import { defaultOnOfficeOptions } from './options.ts';
import { phpJson } from './php-json.ts';
import { Refusal, refuse } from './refusal.ts';

/** Answers a request: the one address of the API, or the steering routes beside it. */
export async function serve(simulator: OnOfficeSimulator, request: HttpRequest): Promise<void> {
  const { message, url, body, response } = request;
  const method = message.method ?? 'GET';
  const headers = journalHeaders(message.headers);
  const begun = { time: Date.now(), tenant: '', method, path: url.pathname, query: {}, headers, body: '' };
  if (url.pathname.startsWith('/_sim/')) {
    await deliver(
      response,
      steerWith(simulator, { method, path: url.pathname, body, headers: message.headers }),
      null,
      beginEntry([], begun),
    );
    return;
  }
  const entry: OnOfficeJournalEntry = Object.assign(beginEntry(simulator.journal, begun), { actions: [] });
  // Customers are served by their own release, whichever of the two addresses they call.
  const known = /^\/api\/(stable|latest)\/api\.php$/.test(url.pathname);
  if (!known || method !== 'POST') {
    await deliver(response, { status: known ? 405 : 404, html: '<h1>Not here</h1>' }, null, entry);
    return;
  }
  const received = understand(body);
  if (!(received instanceof Refusal)) note(simulator, received, entry);
  const fault = simulator.faults.take(method, entry.path, entry.tenant);
  // Lost on the way means that the server did its work: a write is done although no answer says so.
  const answer = replacesAnswer(fault) ? { status: 200, body: null } : answerTo(simulator, received, entry);
  await deliver(response, written(answer, entry), fault, entry);
}

function steerWith(simulator: OnOfficeSimulator, call: SteeringCall): SimulatedAnswer {
  const { journal, faults, clock, options, reset } = simulator;
  return steer(call, {
    ...{ journal, faults, clock, options, reset },
    changeOptions: (patch) => changeOptions(options, patch, defaultOnOfficeOptions()),
  });
}

/** One line of JSON in PHP's own way of writing it. */
function written({ status, body }: Answer, entry: OnOfficeJournalEntry): SimulatedAnswer {
  const rows = entry.actions.reduce((sum, { records }) => sum + records, 0);
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, html: phpJson(body), rows };
}

const accountOf = ({ customers }: OnOfficeSimulator, { token }: ReceivedRequest) =>
  customers.find((customer) => customer.token === token);

/** What the journal says of a request before anything is done. */
function note(simulator: OnOfficeSimulator, received: ReceivedRequest, entry: OnOfficeJournalEntry): void {
  entry.tenant = accountOf(simulator, received)?.id ?? '';
  entry.actions = received.actions.map((action) => journalAction(action));
  entry.path = entry.actions.map(({ name }) => name).join(', ');
}

function answerTo(
  simulator: OnOfficeSimulator,
  received: ReceivedRequest | Refusal,
  entry: OnOfficeJournalEntry,
): Answer {
  const { options, clock, signingClock } = simulator;
  if (received instanceof Refusal) return refusalOf(received, options);
  const customer = accountOf(simulator, received);
  if (!customer) return refusalOf(refuse(options.unknownToken), options);
  if (options.maxActions !== null && received.actions.length > options.maxActions)
    return refusalOf(refuse(15), options);
  const rules = simulator.faults.takeForActions(received.actions.map(nameOf), customer.id);
  const caller = {
    ...customer,
    customer: customer.id,
    world: simulator.world(customer.id),
    options,
    clock,
    signingClock,
    rules,
  };
  const finished = received.actions.map((action): Finished => ({ action, outcome: carryOut(action, caller) }));
  entry.actions = finished.map(({ action, outcome }) => journalAction(action, outcome));
  return answerOf(misplace(finished, rules), options);
}

function understand(body: string): ReceivedRequest | Refusal {
  try {
    return parseRequest(body);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Results lost or out of order, on demand. */
function misplace(finished: readonly Finished[], rules: readonly ActionFaultRule[]): Finished[] {
  const kinds = new Set(rules.map(({ fault }) => fault.kind));
  const kept = kinds.has('missingResult') ? finished.slice(0, -1) : [...finished];
  return kinds.has('reordered') ? kept.reverse() : kept;
}
