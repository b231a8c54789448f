import { expect, test } from 'vitest';
import { out } from '../../src/execution/out.ts';
import { createRandom } from '../../src/simulator/random.ts';

const parts = ['a', 'Ærøskøbing', '日本', '🏠', '"', '\\', '\n', ' ', '}', '\u007f'];

/** What comes of copying a text out of an answer; null: it was not copied. */
function copied(json: string): string | null {
  const ahead = '{"value":[{"name":';
  const bytes = Buffer.from(`${ahead}${json}}]}`);
  const start = out.length;
  const isCopied = out.copyText(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), ahead.length);
  const end = out.length;
  const text = out.takeText(start);
  expect(end > start).toBe(isCopied);
  return isCopied ? text : null;
}

test('texts are copied as they stand, but for empty ones and those with an escape', () => {
  const random = createRandom(3);
  for (let count = 0; count < 3_000; count += 1) {
    const json = JSON.stringify(Array.from({ length: random.int(0, 9) }, () => random.pick(parts)).join(''));
    expect(copied(json)).toBe(json === '""' || json.includes('\\') ? null : json);
  }
});

test('a text longer than the room for answers', () => {
  const json = JSON.stringify('Ærø '.repeat(60_000));
  out.ascii('[');
  expect(copied(json)).toBe(json);
  expect(out.takeText(out.length - 1)).toBe('[');
});

test.each(['12', 'null', 'true', '-1.5e3'])('%s is no text', (json) => {
  expect(copied(json)).toBeNull();
});

test.each([0, -0, 7, -7, 10, 99, 100, 999_999_999, 1_000_000_000, 2_147_483_647, -2_147_483_648])('%d', (value) => {
  const start = out.length;
  out.whole(value);
  expect(out.takeText(start)).toBe(JSON.stringify(value));
});
