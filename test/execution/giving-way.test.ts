import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { byPlan, byReference, type Told } from './executors.ts';
import { schema, soon } from './semantics.ts';

const things = Array.from({ length: 200 }, (_, index) => ({ text: `"${index}"`, texts: ['ä', null, '𝄞'], int: index }));
const document = parse('{ many { text texts int } things { int } grid }');
const execution = (each = (thing: object): unknown => thing) => ({
  ...{ schema, document },
  root: { many: things.map(each), things: [things, [], things], grid: [[1, 2], [], null] },
});

/** Says so at every `count`-th question. */
function atEach(count: number): () => boolean {
  let questions = 0;
  return () => {
    questions += 1;
    return questions % count === 0;
  };
}

/** Turns of the event loop until an answer is there. */
async function turnsOf(answer: Promise<Told | null>): Promise<{ told: Told | null; turns: number }> {
  let turns = 0;
  const count = () => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const told = await answer;
  clearImmediate(counting);
  return { told, turns };
}

test('a long list gives way as often as it is told to, and is the same list', async () => {
  const reference = await byReference(execution());
  const whole = await turnsOf(byPlan(execution()));
  const inStretches = await turnsOf(byPlan(execution(), atEach(50)));
  expect(whole.told).toEqual(reference);
  expect(inStretches.told).toEqual(reference);
  expect(whole.turns).toBe(0);
  expect(inStretches.turns).toBeGreaterThan(3);
});

test('items that are waited for begin together all the same', async () => {
  let [begun, most] = [0, 0];
  const late = (thing: object) => () => {
    begun += 1;
    most = Math.max(most, begun);
    return soon(thing, 3).finally(() => {
      begun -= 1;
    });
  };
  const one = { schema, document: parse('{ many { one { int } } }') };
  const root = { many: things.map((thing) => ({ one: late(thing) })) };
  const told = await byPlan({ ...one, root }, atEach(50));
  expect(most).toBe(things.length);
  expect(JSON.parse(told?.data ?? '').many[199]).toEqual({ one: { int: 199 } });
});

test('a list that fails behind its first stretch is lost as a whole', async () => {
  const failing = { schema, document: parse('{ text one { manyRR { textR } } }') };
  const root = () => ({ text: 'stays', one: { manyRR: things.map(({ int }) => ({ textR: int < 150 ? 'x' : null })) } });
  const told = await byPlan({ ...failing, root: root() }, atEach(50));
  expect(told).toEqual(await byReference({ ...failing, root: root() }));
  expect(told?.data).toBe('{"text":"stays","one":null}');
});
