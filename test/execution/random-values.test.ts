import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from '../../src/simulator/random.ts';
import { byPlan, byReference, type Told } from './executors.ts';
import { failing, fails, schema, soon } from './semantics.ts';

/** A failure names its seed, which is the first of the next run: `RANDOM_SEED=1234`. */
const firstSeed = Number(process.env.RANDOM_SEED ?? 1);
const CASES = 300;
const MOST_TURNS = 3;
const DEPTH = 2;

const leaves = ['text', 'textR', 'int', 'intR', 'texts', 'textsR', 'grid', 'gridR'];
const objects = ['one', 'oneR', 'two', 'twoR', 'many', 'manyR', 'manyRR', 'things'];

/** Fields of all kinds, below each other. */
function selection(random: Random, depth: number): string {
  const chosen = random.shuffle(leaves).slice(0, random.int(1, 3));
  const deeper = depth > 0 ? random.shuffle(objects).slice(0, random.int(1, 3)) : [];
  const parts = [...chosen, ...deeper.map((field) => `${field} ${selection(random, depth - 1)}`)];
  return `{ ${random.shuffle(parts).join(' ')} }`;
}

/** A value, there or some turns later; or none, or a failure in its place. */
function maybe(random: Random, value: unknown, failure: string): unknown {
  if (random.chance(0.08)) return null;
  if (random.chance(0.06)) return fails(failure);
  if (random.chance(0.08)) return () => failing(failure, random.int(1, MOST_TURNS));
  return random.chance(0.3) ? () => soon(value, random.int(1, MOST_TURNS)) : value;
}

function valuesOf(random: Random, depth: number, path: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const list = (of: (index: number) => unknown) => Array.from({ length: random.int(0, 3) }, (_, index) => of(index));
  const put = (name: string, value: unknown) => {
    values[name] = maybe(random, value, `${path}.${name}`);
  };
  for (const name of ['text', 'textR']) put(name, `value of ${name}`);
  for (const name of ['int', 'intR']) put(name, random.pick([1, 2, 'no number']));
  for (const name of ['texts', 'textsR'])
    put(
      name,
      list(() => random.pick(['a', 'b', null])),
    );
  for (const name of ['grid', 'gridR'])
    put(
      name,
      list(() => list(() => random.pick([1, 2, 3, null]))),
    );
  if (depth === 0) return values;
  const object = (name: string) => valuesOf(random, depth - 1, `${path}.${name}`);
  for (const name of ['one', 'oneR', 'two', 'twoR']) put(name, object(name));
  for (const name of ['many', 'manyR', 'manyRR'])
    put(
      name,
      list((index) => (random.chance(0.1) ? null : object(`${name}${index}`))),
    );
  put(
    'things',
    list((row) => list((index) => object(`things${row}${index}`))),
  );
  return values;
}

interface Failure {
  readonly path?: readonly (string | number)[];
}

/**
 * The errors by the null that they stand for. Of those below a part that is lost anyway, how many are told before the answer is ready
 * depends on how many promises an executor has in between, and so does the order within one turn: there it counts that some is told.
 */
function byNull({ data, errors }: Told): readonly string[] {
  const whole: unknown = JSON.parse(data ?? 'null');
  const told = (errors as readonly Failure[]).map((error) => {
    let value = whole;
    const steps = error.path ?? [];
    for (const [depth, step] of steps.entries()) {
      if (value === null) return JSON.stringify(['lost', steps.slice(0, depth)]);
      value = (value as Record<string | number, unknown>)[step];
    }
    return JSON.stringify(error);
  });
  return [...new Set(told)].toSorted();
}

/** Failures that the other executors leave to the process, in lists of which another item failed at once. */
let unheard: unknown[] = [];
const hear = (reason: unknown) => unheard.push(reason);
const others = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', hear);
});
afterAll(() => {
  process.off('unhandledRejection', hear);
  for (const other of others) process.on('unhandledRejection', other);
});

test('random values, failures and delays under random selections, in lists that give way too', async () => {
  let withErrors = 0;
  for (let seed = firstSeed; seed < firstSeed + CASES; seed += 1) {
    const document = parse(selection(createRandom(seed), DEPTH));
    const execution = () => ({ schema, document, root: valuesOf(createRandom(-seed), DEPTH, 'root') });
    const reference = await byReference(execution());
    await soon(null, MOST_TURNS * (DEPTH + 2));
    unheard = [];
    const chance = createRandom(seed);
    const givesWay = () => chance.chance(0.5);
    for (const plan of [await byPlan(execution()), await byPlan(execution()), await byPlan(execution(), givesWay)]) {
      expect(plan?.data, `seed ${seed}`).toBe(reference.data);
      expect(byNull(plan as Told), `seed ${seed}`).toEqual(byNull(reference));
    }
    await soon(null, MOST_TURNS * (DEPTH + 2));
    expect(unheard, `seed ${seed}`).toEqual([]);
    if (reference.errors.length > 1) withErrors += 1;
  }
  expect(withErrors).toBeGreaterThan(CASES / 3);
}, 60_000);
