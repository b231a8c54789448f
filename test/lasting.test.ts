import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLive } from '../src/context/live.ts';
import type { TicketReads } from '../src/context/ticket-watch.ts';
import { type ChangeEvent, createMemoryBus } from '../src/events/bus.ts';
import { createMemoryOutcomes } from '../src/replicas/outcomes.ts';
import { UpstreamError } from '../src/upstream/errors.ts';

/** How long things last where nothing else is said: longer than any test over HTTP can wait. */

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
const topic = { tenant: 'Cust12345', entity: 'Contact' };
const event = (key: number): ChangeEvent => ({
  ...{ ...topic, id: `event-${key}`, key, kind: 'CHANGED', at: key, changedFields: [], related: {} },
});

test('a stream can be gone on with for five minutes', async () => {
  const bus = createMemoryBus();
  await bus.deliver(event(1));
  await seconds(1);
  await bus.deliver(event(2));
  await seconds(298);
  expect(await bus.since(topic, 'event-1')).toEqual([event(2)]);
  await seconds(3);
  expect(await bus.since(topic, 'event-1')).toBeNull();
  bus.close();
});

test('a ticket that is followed with is asked about every five minutes', async () => {
  const bus = createMemoryBus();
  const live = createLive(bus);
  const asked = vi.fn(async () => {
    throw new UpstreamError('superoffice', 'unauthenticated');
  });
  const reads = { superoffice: () => ({ principal: asked }) } as unknown as TicketReads;
  const ended = vi.fn();
  const leave = live.watch('a ticket', reads).hold(live.settings.checkMs, ended);
  await seconds(299);
  expect([asked.mock.calls.length, ended.mock.calls.length]).toEqual([0, 0]);
  await seconds(2);
  expect([asked.mock.calls.length, ended.mock.calls.length]).toEqual([1, 1]);
  leave();
  await seconds(600);
  expect(asked).toHaveBeenCalledTimes(1);
  bus.close();
});

test('the outcome of a create is known for a day', async () => {
  vi.useRealTimers();
  const start = performance.now();
  using clock = vi.spyOn(performance, 'now');
  const after = async (hours: number) => {
    clock.mockReturnValue(start + hours * 3_600_000);
    // What is kept looks at the clock once in a millisecond.
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const outcomes = createMemoryOutcomes();
  const begin = async () => outcomes.begin('Cust12345 5 key', 'input', 0);
  const begun = await begin();
  if (begun.state !== 'begun') throw new Error(begun.state);
  await outcomes.end(begun.claim, { created: 7, lostSince: null });
  await after(23.9);
  expect(await begin()).toEqual({ state: 'created', key: 7 });
  await after(24.1);
  expect((await begin()).state).toBe('begun');
});
