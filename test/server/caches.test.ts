import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { preparedOperation } from '../../src/execution/operations.ts';
import { documentCaches } from '../../src/server/caches.ts';
import { heapAfterCollection } from './heap.ts';

const textsOf = (count: number) => Array.from({ length: count }, (_, index) => `query D${index} { contact { name } }`);

test('ten thousand documents that come in turn are kept when they come again: all but a few at once, those soon', () => {
  const { documentCache, kept } = documentCaches();
  const texts = textsOf(10_000);
  for (const text of texts) documentCache.set(text, parse(text));
  expect(texts.filter(kept)).toEqual([]);
  for (const text of texts) documentCache.set(text, parse(text));
  expect(texts.filter(kept).length).toBeGreaterThan(9_950);
  for (let round = 0; round < 10; round += 1)
    for (const text of texts) if (!kept(text)) documentCache.set(text, parse(text));
  expect(texts.filter((text) => !kept(text))).toEqual([]);
});

test('documents that come once are not kept, however many there are', () => {
  const { documentCache, kept } = documentCaches();
  const texts = textsOf(100_000);
  const document = parse('{ __typename }');
  for (const text of texts) documentCache.set(text, document);
  expect(texts.filter(kept)).toEqual([]);
  expect(documentCache.get(texts[0] as string)).toBeUndefined();
});

test('names of operations that a document does not have leave memory flat', () => {
  const schema = buildSchema('type Query { count: Int }');
  const document = parse('{ count }');
  const before = heapAfterCollection();
  for (let n = 0; n < 200; n += 1) expect(preparedOperation(schema, document, `${'x'.repeat(50_000)}${n}`)).toBeNull();
  expect(heapAfterCollection() - before).toBeLessThan(5_000_000);
});

test('a document weighs what is planned for all that its variables select, and may push out others and itself', () => {
  const schema = buildSchema('type Query { count: Int }');
  const { documentCache, kept } = documentCaches(1_000_000);
  const switches = [...'abcdef'];
  const textOf = (name: string) => `query ${name}(${switches.map((each) => `$${each}: Boolean!`).join()}) {
    ${switches.map((each) => `${each}: count @include(if: $${each})`).join(' ')}
    ${Array.from({ length: 40 }, (_, index) => `n${index}: count`).join(' ')}
  }`;
  const [first, second] = [textOf('First'), textOf('Second')];
  const plan = (text: string, from: number, to: number) => {
    const operation = preparedOperation(schema, documentCache.get(text) ?? parse(text));
    for (let n = from; n < to; n += 1)
      operation?.variantOf(Object.fromEntries(switches.map((each, index) => [each, (n & (1 << index)) > 0])));
  };
  for (const text of [first, second, first, second]) documentCache.set(text, parse(text));
  plan(first, 0, 1);
  plan(second, 0, 1);
  const areKept = () => [first, second].map((text) => kept(text) !== undefined);
  expect(areKept()).toEqual([true, true]);
  plan(second, 1, 28);
  expect(areKept()).toEqual([false, true]);
  plan(second, 28, 64);
  expect(areKept()).toEqual([false, false]);
});
