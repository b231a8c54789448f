import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock.ts';
import { type Faults, readFaultRule } from './faults.ts';
import type { JournalEntry } from './journal.ts';
import type { SimulatedAnswer } from './request.ts';

/** What the steering routes move. */
export interface Steered {
  journal: JournalEntry[];
  faults: Faults;
  clock: Clock;
  reset(): void;
  /** The options as they are; a patch changes them. */
  options: object;
  changeOptions(patch: Record<string, unknown>): void;
}

/** A request to a steering route. */
export interface SteeringCall {
  method: string;
  path: string;
  body: string;
  headers: IncomingHttpHeaders;
}

/**
 * `GET /_sim/journal` (`DELETE` empties it), `POST /_sim/faults` (a rule, or an array of rules; `DELETE` takes all away),
 * `POST /_sim/reset`, `GET|POST /_sim/clock` (`{ "set": "..." }` or `{ "advance": ms }`), `GET|POST /_sim/options`.
 */
export function steer(call: SteeringCall, steered: Steered): SimulatedAnswer {
  const { method, path, body, headers } = call;
  if (!maySteer(headers)) return { status: 403, body: { message: 'Steering is for this machine alone.' } };
  let given: unknown;
  try {
    given = body.trim() === '' ? {} : JSON.parse(body);
  } catch {
    return { status: 400, body: { message: 'The body is not JSON.' } };
  }
  const steering = routes[`${method} ${path.slice('/_sim/'.length).replace(/\/$/, '')}`];
  if (steering === undefined) return { status: 404, body: { message: 'There is no such steering route.' } };
  try {
    return { status: 200, body: steering(given, steered) ?? {} };
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : 'not understood' } };
  }
}

/** True for a caller on this machine that is no page of another site: a browser would name the page's origin. */
function maySteer(headers: IncomingHttpHeaders): boolean {
  const isLocal = (name: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(name);
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return isLocal(host) && (headers.origin === undefined || isLocal(URL.parse(headers.origin)?.hostname ?? ''));
}

const routes: Readonly<Record<string, (given: unknown, steered: Steered) => unknown>> = {
  'GET journal': (_given, { journal }) => journal,
  'DELETE journal': (_given, { journal }) => {
    journal.length = 0;
  },
  'GET faults': (_given, { faults }) => faults.rules,
  'POST faults': (given, { faults }) => {
    const rules = (Array.isArray(given) ? given : [given]).map((rule) => readFaultRule(rule, faults.kinds));
    for (const rule of rules) faults.add(rule);
    return faults.rules;
  },
  'DELETE faults': (_given, { faults }) => faults.clear(),
  'POST reset': (_given, { reset }) => reset(),
  'GET clock': (_given, { clock }) => ({ now: new Date(clock.now()).toISOString() }),
  'POST clock': (given, { clock }) => {
    const { set, advance, ...others }: Partial<Record<string, unknown>> = { ...Object(given) };
    const stranger = Object.keys(others)[0];
    if (stranger !== undefined) throw new RangeError(`a clock has no '${stranger}': set, advance`);
    const instant = typeof set === 'string' ? Date.parse(set) : Number.NaN;
    if (set !== undefined && Number.isNaN(instant)) throw new RangeError('set is not an instant');
    const target = (set === undefined ? clock.now() : instant) + (advance === undefined ? 0 : milliseconds(advance));
    if (Number.isNaN(new Date(target).getTime())) throw new RangeError('no clock shows such a time');
    clock.set(target);
    return { now: new Date(clock.now()).toISOString() };
  },
  'GET options': (_given, { options }) => options,
  'POST options': (given, { options, changeOptions }) => {
    changeOptions(given as Record<string, unknown>);
    return options;
  },
};

function milliseconds(given: unknown): number {
  if (typeof given !== 'number') throw new RangeError('advance is a number of milliseconds');
  return given;
}
