import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { encodeId } from '../../src/graphql/ids.ts';
import type { Random } from '../../src/simulator/random.ts';

const names = ['Contact', 'Person', 'Appointment', 'Estate', 'Associate', 'ListItem'] as const;

/** Plausible values of scalars, some of them wrong. */
const scalars: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Date: ['2026-03-04', '2026-03-01', '2025-12-31'],
  DateTime: ['2026-03-04T09:00:00Z', '2026-03-04T10:00:00+01:00', '2026-01-01T00:00:00Z', '2026-03-08T23:59:59Z'],
  Decimal: ['0', '250000.00', '1250.5'],
  EmailAddress: ['anna@example.com'],
  Float: [0, 1.5, 100],
  JSON: [{ a: [1, null] }, 'text', 7, null],
  Locale: ['en', 'nb', 'de', 'xx'],
  String: ['Nord', 'a', 'Fjord "Eiendom"', '', 'x\\y'],
  URL: ['https://example.com/'],
};

/** The same by the names that they are asked for under. */
const byName: Readonly<Record<string, readonly unknown[]>> = {
  name: ['task', 'business', 'country', 'category', 'position', 'nothing of the kind'],
  zone: ['Europe/Oslo', 'America/New_York', 'NO', 'Nowhere/Nowhere'],
  language: ['en', 'nb', 'de', 'xx'],
  provider: ['SimpleContact', 'Person', 'FindAppointment', 'Nothing'],
  columns: ['contactId', 'name', 'department', 'contactAssociate/fullName', 'nothing'],
  after: ['no cursor'],
  before: ['no cursor'],
  first: [0, 1, 2, 2, 3, 4],
  last: [1, 2],
  app: ['ErpConnector', 'nothing'],
  keys: ['SuperOffice:1', 'SuperOffice:2', 'SuperOffice:3', 'SuperOffice:4'],
};

const keyOf = (random: Random) => (random.chance(0.1) ? 99_999 : random.int(1, 40));

/** A value for an argument or the member of an input, as variables hold it. */
export function valueFor(type: GraphQLInputType, name: string, random: Random, depth = 0): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, name, random, depth);
  if (isListType(type))
    return Array.from({ length: random.pick([1, 1, 2, 3]) }, () => valueFor(type.ofType, name, random, depth));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) return inputFor(Object.values(type.getFields()), random, depth);
  return scalarFor(getNamedType(type).name, name, random);
}

function scalarFor(type: string, name: string, random: Random): unknown {
  if (byName[name] && type !== 'Boolean' && !isScalarNamed(type)) return random.pick(byName[name]);
  if (type === 'ID') return random.chance(0.1) ? 'no id' : encodeId(random.pick(names), keyOf(random));
  if (type === 'Int') return keyOf(random);
  if (type === '_Any') return { __typename: 'Contact', contactId: keyOf(random) };
  const values = scalars[type];
  if (!values) throw new Error(`No values for ${type}`);
  return random.pick(values);
}

/** Scalars whose form says enough, whatever they are called. */
const isScalarNamed = (type: string) => ['ID', 'DateTime', 'Date', 'JSON', '_Any'].includes(type);

/** What is required, and little beside it: conditions that all must hold leave no rows. */
function inputFor(fields: readonly GraphQLInputField[], random: Random, depth: number): Record<string, unknown> {
  const required = fields.filter(({ type }) => isNonNullType(type));
  const others = fields.filter(({ type }) => !isNonNullType(type) && (depth < 2 || isScalarType(getNamedType(type))));
  const count = required.length > 0 ? random.int(0, 1) : random.pick([1, 1, 1, 2]);
  const chosen = [...required, ...random.shuffle(others).slice(0, count)];
  return Object.fromEntries(chosen.map(({ name, type }) => [name, valueFor(type, name, random, depth + 1)]));
}

/** Arguments that a field is asked with; a page is nearly always asked for by its size. */
export function argumentsFor(definitions: readonly GraphQLArgument[], random: Random): [GraphQLArgument, unknown][] {
  const isPage = definitions.some(({ name }) => name === 'first');
  const share = ({ name, type }: GraphQLArgument) => {
    if (isNonNullType(type)) return 1;
    if (!isPage) return 0.5;
    return name === 'first' ? 0.9 : ['after', 'before', 'last'].includes(name) ? 0.04 : 0.3;
  };
  return definitions
    .filter((definition) => random.chance(share(definition)))
    .map((definition) => [definition, valueFor(definition.type, definition.name, random)]);
}

/** A value as it stands in a document. */
export function literal(type: GraphQLInputType, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNonNullType(type)) return literal(type.ofType, value);
  if (isListType(type)) return `[${(value as unknown[]).map((each) => literal(type.ofType, each)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return untyped(value);
  const fields = type.getFields();
  const members = Object.entries(value).map(
    ([name, member]) => `${name}: ${literal((fields[name] as GraphQLInputField).type, member)}`,
  );
  return `{ ${members.join(', ')} }`;
}

function untyped(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(untyped).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, member]) => `${name}: ${untyped(member)}`)
    .join(', ')} }`;
}
