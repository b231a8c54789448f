import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import { createRandom } from '../../src/simulator/random.ts';
import { byPlan, byReference } from './executors.ts';
import { randomQuery } from './random-queries.ts';
import { type Answered, startWorld, type World } from './worlds.ts';

/** A failure names its seed: `RANDOM_SEED=1234 RANDOM_QUERIES=10` begins with it. */
const firstSeed = Number(process.env.RANDOM_SEED ?? 1);
const QUERIES = Number(process.env.RANDOM_QUERIES ?? 2_100);
const PARTS = 10;

let ours: World;
let theirs: World;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([startWorld(), startWorld()]);
});

afterAll(() => Promise.all([ours.close(), theirs.close()]));

const asked = new Set<string>();
const seen = { answered: 0, withErrors: 0, requests: 0 };

async function compare(seed: number): Promise<void> {
  const { text, variables } = randomQuery(schema, createRandom(seed));
  const document = parse(text);
  const faults = validate(schema, document);
  if (faults.length > 0) expect(faults, `seed ${seed}: ${text}`).toEqual([]);
  asked.add(text);
  for (const each of variables) {
    const execution = { schema, document, variables: each };
    const [plan, reference] = await Promise.all([
      ours.answer(byPlan, execution),
      theirs.answer(byReference, execution),
    ]);
    if (JSON.stringify(plan) !== JSON.stringify(reference))
      expect.soft(plan, `seed ${seed}: ${text} ${JSON.stringify(each)}`).toEqual(reference);
    note(plan);
  }
}

function note({ told, requests }: Answered): void {
  const values = (told?.data ?? '').replaceAll(/"\w+":|null|[{}[\]:,]/g, '');
  if (values !== '') seen.answered += 1;
  if (told?.errors.length) seen.withErrors += 1;
  seen.requests += requests.length;
}

test.each(Array.from({ length: PARTS }, (_, part) => part))(
  'random queries, part %i',
  async (part) => {
    const first = firstSeed + part * (QUERIES / PARTS);
    for (let seed = first; seed < first + QUERIES / PARTS; seed += 1) await compare(seed);
  },
  QUERIES * 100,
);

test('they are many, ask for much, and most are answered', () => {
  expect(asked.size).toBeGreaterThan(QUERIES * 0.97);
  expect(seen.answered).toBeGreaterThan(QUERIES * 0.6);
  expect(seen.withErrors).toBeGreaterThan(QUERIES * 0.1);
  expect(seen.requests).toBeGreaterThan(QUERIES * 1.5);
});
