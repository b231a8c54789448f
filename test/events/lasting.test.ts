import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLive } from '../../src/context/live.ts';
import type { TicketReads } from '../../src/context/ticket-watch.ts';
import { type ChangeEvent, createMemoryBus } from '../../src/events/bus.ts';
import { UpstreamError } from '../../src/upstream/errors.ts';

/** How long things last where nothing else is said: five minutes, which no test over HTTP can wait for. */

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
