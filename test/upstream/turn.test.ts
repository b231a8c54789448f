import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { turn } from '../../src/upstream/turn.ts';

let now = 0;
/** Values of an answer that is long enough to give way. */
const many = 5_000;

beforeEach(async () => {
  await turn.next();
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Whether a turn is found over within so many questions. */
const isFoundOver = (questions: number) => Array.from({ length: questions }, () => turn.isOver(many)).includes(true);

test('a turn is over two milliseconds after its first look at the clock, and stays so until the next one', async () => {
  expect(isFoundOver(100)).toBe(false);
  now += 2;
  expect(isFoundOver(100)).toBe(false);
  now += 1;
  expect(isFoundOver(100)).toBe(true);
  expect(turn.isOver(many)).toBe(true);
  expect(turn.isOver(1_000)).toBe(false); // of a short answer: others wait no longer for it than for what comes first
  await turn.next();
  expect(isFoundOver(100)).toBe(false);
});

test('long work that says when it begins counts from there', () => {
  turn.begin();
  now += 6;
  expect(isFoundOver(16)).toBe(true);
});

test('the clock is looked at once for many questions', () => {
  expect(isFoundOver(160)).toBe(false);
  expect(performance.now).toHaveBeenCalledTimes(11);
});

test('all that wait for the next turn go on in it', async () => {
  const order: string[] = [];
  const wait = async (name: string) => {
    await turn.next();
    order.push(name);
  };
  await Promise.all([wait('first'), wait('second'), new Promise((resolve) => setImmediate(resolve))]);
  expect(order).toEqual(['first', 'second']);
});

test('what has come in is heard between two turns', async () => {
  const order: string[] = [];
  await new Promise((resolve) => setTimeout(resolve, 0));
  setTimeout(() => order.push('a timer'), 0);
  setImmediate(() => order.push('an immediate'));
  const until = Date.now() + 5;
  while (Date.now() < until);
  await turn.next();
  expect(order).toEqual(['an immediate', 'a timer']);
});
