import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededWorld } from '../../src/simulator/world.ts';
import { type Crm, startCrm, wednesday } from '../crm.ts';
import { found } from './seeded.ts';
import { type Field, type Row, type WrittenEntity, writtenEntities } from './written-fields.ts';

/** What each form of each field does to the stored record, read from the simulated CRM's own tables. */

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

/** Named by the seed; where the records lie is looked up when the CRM runs. */
const entities = writtenEntities(seededWorld('Cust12345', wednesday.getTime()));
const cases = entities.flatMap((entity) =>
  entity.fields.map((field) => ({ entity, field, title: `${entity.type}.${field.name}` })),
);

/** The live table. */
const tableOf = ({ type }: WrittenEntity): Map<number, Row> =>
  found(writtenEntities(crm.superoffice.world()).find((entity) => entity.type === type)).table;

interface Payload {
  errors: { __typename: string; path: string[] }[];
}

/** Changes the record as it stands after `start`, and gives what is stored then. */
async function change(
  { entity, field }: { entity: WrittenEntity; field: Field },
  start: (row: Row) => void,
  given: unknown,
) {
  const { type, key } = entity;
  const table = tableOf(entity);
  const [id] = table.keys();
  const row = structuredClone(table.get(id as number)) as Row;
  start(row);
  table.set(row.id, row);
  const answer = await crm.query(
    `mutation Change($changes: ${type}Changes!) { write: update${type}(${key}: ${row.id}, changes: $changes) {
      errors { __typename path } } }`,
    { changes: { [field.name]: given } } as never,
    { headers: { 'x-explain': 'true' } },
  );
  const stored = table.get(row.id) as Row;
  const { write } = (answer.data ?? {}) as { write?: Payload };
  return { answer, write, stored, before: row, calls: answer.calls };
}

describe.each(cases)('$title', (one) => {
  const { field } = one;
  const starts = [
    ['a value', field.fill],
    ['none', field.none],
  ] as const;

  test.each(starts)('given, is stored: from %s', async (_title, start) => {
    for (const [given, expected] of field.sets) {
      const { answer, write, stored, calls } = await change(one, start, given);
      expect(answer.errors).toBeUndefined();
      expect(write?.errors).toEqual([]);
      expect(field.raw(stored)).toEqual(expected);
      const kinds = answer.extensions.upstream?.calls.map(({ kind }) => kind).filter((kind) => kind);
      expect(kinds).toEqual([field.kind]);
      expect(calls).toHaveLength(field.calls ?? 1);
    }
  });

  test.each(starts)('null clears it, or is refused with nothing sent: from %s', async (_title, start) => {
    const { write, stored, before, calls } = await change(one, start, null);
    if ('empty' in field) {
      expect(write?.errors).toEqual([]);
      expect(field.raw(stored)).toEqual(field.empty);
      return;
    }
    expect(write?.errors).toEqual([{ __typename: 'ValidationError', path: [field.name] }]);
    expect(field.raw(stored)).toEqual(field.raw(before));
    // That an entry of the diary needs a start is for the CRM to say.
    if (field.name !== 'startDate') expect(calls).toEqual([]);
  });

  test.each(starts)('"" clears a text, and is refused of anything else: from %s', async (_title, start) => {
    const { answer, write, stored, before, calls } = await change(one, start, '');
    if (field.isText && 'empty' in field) {
      expect(write?.errors).toEqual([]);
      expect(field.raw(stored)).toEqual('');
      return;
    }
    if (field.isText) expect(write?.errors).toEqual([{ __typename: 'ValidationError', path: [field.name] }]);
    else expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(field.raw(stored)).toEqual(field.raw(before));
    expect(calls).toEqual([]);
  });

  if (field.isList) {
    test.each(starts)('[] empties it: from %s', async (_title, start) => {
      const { write, stored } = await change(one, start, []);
      expect(write?.errors).toEqual([]);
      expect(field.raw(stored)).toEqual([]);
    });
  }

  test.each(starts)('absent, it stays: from %s', async (_title, start) => {
    const { entity } = one;
    for (const other of entity.fields.filter(({ name }) => name !== field.name && name !== 'contactId')) {
      const [[given, expected] = []] = other.sets;
      const { before, stored } = await change({ ...one, field: other }, start, given);
      expect(other.raw(stored)).toEqual(expected);
      expect(field.raw(stored)).toEqual(field.raw(before));
    }
  });
});

test('every field of every input of changes is among those above, the own fields of the tenant aside', async () => {
  const { data } = await crm.query('{ __schema { types { name inputFields { name } } } }');
  const { types } = (data as { __schema: { types: { name: string; inputFields: { name: string }[] | null }[] } })
    .__schema;
  for (const { type, fields } of entities) {
    const named = types.find(({ name }) => name === `${type}Changes`)?.inputFields?.map(({ name }) => name);
    expect(named?.toSorted()).toEqual(['customFields', ...fields.map(({ name }) => name)].toSorted());
  }
});
