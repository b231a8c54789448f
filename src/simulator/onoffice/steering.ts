import type { ServerResponse } from 'node:http';
import type { OnOfficeSimulator } from '../onoffice.ts';
import type { OnOfficeFault } from './faults.ts';
import type { OnOfficeOptions } from './options.ts';

type Step = (simulator: OnOfficeSimulator, body: unknown) => unknown;

/**
 * Steering over HTTP, for a simulator in another process: read or empty the journal, put faults in the way or clear them, set options
 * and the clocks, start over.
 */
const steps: Readonly<Record<string, Step>> = {
  'GET /_sim/journal': ({ journal }) => journal,
  'DELETE /_sim/journal': (simulator) => simulator.clear(),
  'POST /_sim/faults': ({ faults }, body) => {
    for (const fault of Array.isArray(body) ? body : [body]) faults.add(fault as OnOfficeFault);
  },
  'DELETE /_sim/faults': ({ faults }) => faults.clear(),
  'GET /_sim/options': ({ options }) => options,
  'POST /_sim/options': ({ options }, body) => Object.assign(options, body as Partial<OnOfficeOptions>),
  'POST /_sim/clock': ({ clock, signingClock }, body) => setClocks({ clock, signingClock }, body),
  'POST /_sim/reset': (simulator) => simulator.reset(),
};

/** `{ now }` sets the time of the data, `{ advance }` moves it by milliseconds, `{ skew }` moves the time of signatures. */
function setClocks({ clock, signingClock }: Pick<OnOfficeSimulator, 'clock' | 'signingClock'>, body: unknown): unknown {
  const { now, advance, skew } = (body ?? {}) as { now?: string | number; advance?: number; skew?: number };
  if (now !== undefined) clock.set(new Date(now));
  if (advance !== undefined) clock.advance(advance);
  if (skew !== undefined) signingClock.set(Date.now() + skew);
  return { now: new Date(clock.now()).toISOString() };
}

/** Carries out one steering request: `POST /_sim/faults`. */
export function steer(simulator: OnOfficeSimulator, route: string, body: string, response: ServerResponse): void {
  const step = steps[route];
  const send = (status: number, answer: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? { done: true }));
  };
  try {
    if (!step) throw new RangeError(`none of ${Object.keys(steps).join(', ')}`);
    send(200, step(simulator, body === '' ? null : JSON.parse(body)));
  } catch (error) {
    send(400, { error: error instanceof Error ? error.message : 'not understood' });
  }
}
