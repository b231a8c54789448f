import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../../src/simulator/random.ts';
import { Table } from '../../../src/upstream/superoffice/table.ts';

const question = ['a question'];

interface Parsed {
  'odata.nextLink'?: unknown;
  value: Record<string, unknown>[];
}

/** What a table holds, as the parser of JSON would have given it; null: it is left to that parser. */
function held(text: string | Buffer, asked: object = question): Parsed | null {
  const table = Table.of(Buffer.from(text as string), asked);
  if (!table) return null;
  const { names } = table.layout;
  const row = (index: number) => Object.fromEntries(names.map((name, at) => [name, table.value(index, at)]));
  return { 'odata.nextLink': table.nextLink, value: Array.from({ length: table.length }, (_, index) => row(index)) };
}

function parsed(text: string): Parsed | null {
  try {
    const { 'odata.nextLink': link = null, value } = JSON.parse(text) as Parsed;
    return { 'odata.nextLink': link, value };
  } catch {
    return null;
  }
}

const texts = ['', 'plain', 'Bjørk', 'a "quote"', 'back\\slash', 'line\nbreak', '日本', '🏠', '\u0000', '}],{[', ','];
const written = ['-0', '0', '7', '-12', '1.5', '-0.25e2', '1E+3', '123456789012345678', '0.1e-7', '\\u00e6', '\\/'];

/** A value as a server may write it. */
function writtenValue(random: Random): string {
  if (random.chance(0.4)) return JSON.stringify(random.pick(texts));
  if (random.chance(0.2)) return random.pick(['true', 'false', 'null']);
  const own = random.pick(written);
  return own.startsWith('\\') ? `"${own}"` : own;
}

function answerOf(random: Random): string {
  const names = random
    .shuffle(['PrimaryKey', 'EntityName', 'name', 'contact/name', 'æ', 'x'])
    .slice(0, random.int(1, 6));
  const row = () => `{${names.map((name) => `${JSON.stringify(name)}:${writtenValue(random)}`).join()}}`;
  const rows = Array.from({ length: random.int(1, 6) }, row).join();
  const link = random.pick(['null', '"https://crm/next?$skip=2"', '"a\\u002fb"']);
  const members = [`"odata.metadata":"m"`, `"odata.nextLink":${link}`, `"value":[${rows}]`];
  return `{${random.shuffle(members).join()}}`;
}

/** One byte other than it was, or none, or one more. */
function damaged(random: Random, text: string): string {
  const at = random.int(0, text.length - 1);
  const sign = random.pick([...'{}[]",:\\0e-. ntu\n\u0001ø']);
  return random.pick([
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + sign + text.slice(at),
    text.slice(0, at) + sign + text.slice(at + 1),
  ]);
}

test('random answers hold what the parser of JSON finds in them', () => {
  const random = createRandom(7);
  for (let count = 0; count < 3_000; count += 1) {
    const text = answerOf(random);
    expect(held(text, [text]), text).toStrictEqual(parsed(text));
    // With the layout of an answer to another question, too.
    expect(held(text), text).toStrictEqual(parsed(text));
  }
});

test('of damaged answers none is read in another way than the parser of JSON does', () => {
  const random = createRandom(8);
  let read = 0;
  for (let count = 0; count < 20_000; count += 1) {
    const text = damaged(random, answerOf(random));
    const found = held(text);
    if (found) expect(found, text).toStrictEqual(parsed(text.toWellFormed()));
    if (found) read += 1;
  }
  expect(read).toBeGreaterThan(1_000);
});

test('what is written in another way is left to the parser', () => {
  const row = '{"PrimaryKey":"2","name":"A"}';
  const of = (rows: string) => held(`{"value":[${rows}]}`);
  expect(of(row)).not.toBeNull();
  expect(held(`{"value":[${row}]} \r\n`), 'space behind it').not.toBeNull();
  const others = {
    space: `{"value": [${row}]}`,
    'no rows': '{"value":[]}',
    null: '{"odata.metadata":"m","value":null}',
    'a list': `[${row}]`,
    'two lists': `{"value":[${row}],"value":[${row}]}`,
    'an escape in a name': `{"v\\u0061lue":[${row}]}`,
    'more behind it': `{"value":[${row}]}x`,
    'an open end': `{"value":[${row}]`,
    nothing: '',
  };
  for (const [what, text] of Object.entries(others)) expect(held(text), what).toBeNull();
  const rows = {
    'other columns': `${row},{"PrimaryKey":"3","nome":"B"}`,
    'another order': `${row},{"name":"B","PrimaryKey":"3"}`,
    'a column more': `${row},{"PrimaryKey":"3","name":"B","x":1}`,
    'a column less': `${row},{"PrimaryKey":"3"}`,
    'a column twice': '{"name":"A","name":"B"}',
    'an object': '{"PrimaryKey":"2","Column":{"name":"A"}}',
    'an empty row': '{}',
    null: `${row},null`,
  };
  for (const [what, text] of Object.entries(rows)) expect(of(text), what).toBeNull();
  expect(held(Buffer.from(`{"value":[{"name":"\xe5"}]}`, 'latin1')), 'no UTF-8').toBeNull();
});

test('a list longer than any before it', () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => ({ PrimaryKey: `${at}`, name: `Name ${at}`, at }));
  const text = JSON.stringify({ 'odata.nextLink': null, value: rows });
  expect(held(text)?.value).toStrictEqual(rows);
});
