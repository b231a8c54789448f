import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Due, DueList } from '../../src/upstream/due.ts';

/** What is due together has one timer, whatever comes and goes in between. */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'] });
});
afterEach(() => {
  // First what was laid over the clock of this test: the next file would get that clock back with it.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

let told: string[] = [];
beforeEach(() => {
  told = [];
});

class Named extends Due {
  readonly name: string;
  readonly next: (() => void) | null;

  constructor(name: string, next: (() => void) | null = null) {
    super();
    this.name = name;
    this.next = next;
  }

  due(): void {
    // What has come in is heard in between, which takes a millisecond of a faked clock.
    told.push(`${this.name} ${performance.now() - begin - 1}`);
    this.next?.();
  }
}

let begin = 0;
beforeEach(() => {
  begin = performance.now();
});
const after = (ms: number) => begin + ms;

test('each is ended at its time, in whatever order they came', () => {
  const list = new DueList();
  for (const ms of [300, 100, 200, 100, 400]) list.add(new Named(`of ${ms}`), after(ms));
  vi.advanceTimersByTime(99);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(told).toEqual(['of 100 100', 'of 100 100', 'of 200 200', 'of 300 300', 'of 400 400']);
});

test('what is done is not ended, wherever in the list it stands, and may be removed again', () => {
  const list = new DueList();
  const all = [100, 200, 300, 400, 500].map((ms) => new Named(`of ${ms}`));
  for (const [index, each] of all.entries()) list.add(each, after(100 * (index + 1)));
  for (const index of [0, 2, 4, 2]) list.remove(all[index] as Due);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['of 200 200', 'of 400 400']);
  for (const each of all) list.remove(each);
});

test('one that is added again has its new time alone, earlier or later', () => {
  const list = new DueList();
  const [one, other] = [new Named('one'), new Named('other')];
  list.add(one, after(100));
  list.add(other, after(300));
  list.add(one, after(500));
  list.add(other, after(50));
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['other 50', 'one 500']);
});

test('a thousand that come and go cost one timer', () => {
  const list = new DueList();
  const set = vi.spyOn(globalThis, 'setTimeout');
  for (let index = 0; index < 1000; index += 1) {
    const each = new Named('done');
    list.add(each, after(10_000 + index));
    list.remove(each);
  }
  expect([set.mock.calls.length, vi.getTimerCount()]).toEqual([1, 1]);
  list.add(new Named('left'), after(20_000));
  vi.advanceTimersByTime(30_000);
  expect(told).toEqual(['left 20000']);
  expect([set.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
});

test('what is added by one that is due, and at once, has its turn', () => {
  const list = new DueList();
  list.add(new Named('first', () => list.add(new Named('past'), after(0))), after(100));
  list.add(new Named('last'), after(101.5));
  vi.advanceTimersByTime(200);
  expect(told).toEqual(['first 100', 'past 100', 'last 102']);
});

test('what comes in just before one is ended, and is due much later, holds up nobody who is due in between', () => {
  const list = new DueList();
  for (const ms of [100, 150, 200]) list.add(new Named(`of ${ms}`), after(ms));
  // Behind the timer, and ahead of what it has ended.
  setTimeout(() => list.add(new Named('of 5000'), after(5000)), 100);
  vi.advanceTimersByTime(6000);
  expect(told).toEqual(['of 100 100', 'of 150 150', 'of 200 200', 'of 5000 5000']);
});

test('nor does what one that is due has added', () => {
  const list = new DueList();
  list.add(new Named('first', () => list.add(new Named('of 5000'), after(5000))), after(100));
  list.add(new Named('of 150'), after(150));
  vi.advanceTimersByTime(6000);
  expect(told).toEqual(['first 100', 'of 150 150', 'of 5000 5000']);
});
