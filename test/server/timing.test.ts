import { expect, test } from 'vitest';
import { out } from '../../src/execution/out.ts';
import { tenths } from '../../src/server/timing.ts';
import { createRandom } from '../../src/simulator/random.ts';

test('numbers of one decimal, as JSON writes them', () => {
  const random = createRandom(5);
  const some = Array.from(
    { length: 2_000 },
    () => random.int(0, 10 ** random.int(1, 7)) / random.pick([1, 3, 10, 1000]),
  );
  for (const value of [0, 0.04, 0.05, 0.1, 0.96, 1, 9.94, 9.96, 10, 99.99, 12345.6, ...some]) {
    const expected = JSON.stringify(Math.round(value * 10) / 10);
    out.tenths(value);
    expect([tenths(value), out.takeText(0)]).toEqual([expected, expected]);
  }
});
