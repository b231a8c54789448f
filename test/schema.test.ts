import { buildSchema, isNonNullType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { drift, undescribed } from '../codegen.ts';
import { schema } from '../src/schema.ts';
import { provenNames, servedNames } from './asked.ts';

test('the committed schema and the types of queries are what the code prints', async () => {
  expect(await drift()).toEqual([]);
});

test('a name without a description is found, whatever it is a name of', () => {
  const bare = buildSchema(
    'type Query { f(a: Int): E } enum E { V } input I { x: Int } interface N { id: ID } scalar S',
  );
  const all = ['Query', 'Query.f', 'Query.f(a)', 'E', 'E.V', 'I', 'I.x', 'N', 'N.id', 'S'];
  expect(undescribed(bare).sort()).toEqual(all.sort());
  expect(undescribed(schema)).toEqual([]);
});

test('a field that may be null says when, and a noun stands behind its article', () => {
  const objects = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !/^_|^Mutation$/.test(name));
  const silent = objects.flatMap((object) =>
    Object.values(object.getFields())
      .filter(
        ({ name, type, description }) => !/^_/.test(name) && !isNonNullType(type) && !/null/i.test(description ?? ''),
      )
      .map(({ name }) => `${object.name}.${name}`),
  );
  expect(silent).toEqual([]);
  const texts = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ description }) => description ?? '');
  expect(texts.filter((text) => /\ba [aeiou]/i.test(text))).toEqual([]);
});

describe('what an answer proves', () => {
  const asked = (text: string, data: unknown, variables = {}) => [...provenNames(schema, text, data, variables)].sort();

  test('fields that came with a value, and arguments that they were asked with', () => {
    const text = '{ contact(contactId: 3) { name code persons(first: 2) { nodes { fullName } } } }';
    const data = { contact: { name: 'A', code: null, persons: { nodes: [] } } };
    expect(asked(text, data)).toEqual([
      'Contact.name',
      'Contact.persons',
      'Contact.persons(first)',
      'Query.contact',
      'Query.contact(contactId)',
    ]);
  });

  test('through aliases, fragments and interfaces', () => {
    const text =
      'query($id: ID!) { one: node(id: $id) { id ...C ... on Person { fullName } } } fragment C on Contact { n: name }';
    const names = asked(text, { one: { id: 'x', n: 'A' } });
    expect(names).toContain('Contact.name');
    expect(names).toContain('Contact.id');
    expect(names).not.toContain('Person.fullName');
    expect(names).not.toContain('Contact.n');
  });

  test('members of inputs and values of enums, written out or in variables', () => {
    const text = `query($filter: PersonFilter, $nothing: Int) { persons(last: 2, first: $nothing, filter: $filter,
      orderBy: [{ field: LAST_NAME, direction: DESC }]) { nodes { personId } } }`;
    const names = asked(text, { persons: { nodes: [{ personId: 3 }] } }, { filter: { or: [{ title: { eq: 'x' } }] } });
    expect(names).toEqual([
      'Direction.DESC',
      'Person.personId',
      'PersonConnection.nodes',
      'PersonFilter.or',
      'PersonFilter.title',
      'PersonOrder.direction',
      'PersonOrder.field',
      'PersonOrderField.LAST_NAME',
      'Query.persons',
      'Query.persons(filter)',
      'Query.persons(last)',
      'Query.persons(orderBy)',
      'StringFilter.eq',
    ]);
    expect(
      asked('{ appointment(appointmentId: 3) { completed } }', { appointment: { completed: 'STARTED' } }),
    ).toContain('ActivityStatus.STARTED');
  });

  test('nothing, where the text is refused or nothing was answered', () => {
    expect(asked('{ nope }', { nope: 1 })).toEqual([]);
    expect(asked('{ contact', null)).toEqual([]);
    expect(asked('{ viewer { tenant } }', null)).toEqual([]);
  });

  test('of all that could be: every field of an object, every argument, member of an input and value of an enum', () => {
    const names = servedNames(
      buildSchema('type Query { f(a: I): T } type T { g: E } input I { x: Int } enum E { A B }'),
    );
    expect(names.sort()).toEqual(['E.A', 'E.B', 'I.x', 'Query.f', 'Query.f(a)', 'T.g']);
  });
});
