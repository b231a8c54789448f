import { readFileSync } from 'node:fs';
import type { SuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';

/** JSON that tests look into member by member. */
type Parsed = ReturnType<typeof JSON.parse>;

/** An answer of the simulator with its JSON read. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Parsed;
}

/** Asks below `/api/v1`, as Lars unless the headers say who. */
export async function ask(
  simulator: SuperOfficeSimulator,
  path: string,
  headers: Record<string, string> = {},
  post?: unknown,
): Promise<Answer> {
  const login: Record<string, string> = 'cookie' in headers ? {} : { authorization: simulator.tickets.lars };
  const answer = await fetch(`${simulator.url()}/api/v1${path}`, {
    headers: { ...login, 'content-type': 'application/json', 'accept-language': '', ...headers },
    redirect: 'manual',
    ...(post === undefined ? {} : { method: 'POST', body: JSON.stringify(post) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** A sample payload of the vendor. */
export function sample(name: string): Parsed {
  return JSON.parse(readFileSync(new URL(`../../fixtures/superoffice/${name}.json`, import.meta.url), 'utf8'));
}

/** Objects whose keys are data: they are compared value by value with the first of the sample. */
const dictionaries = new Set(['FieldProperties', 'UserDefinedFields', 'ExtraFields', 'CustomFields', '_Links']);

/**
 * Where two values differ in members, order of members, or JSON kinds. Null stands for any object, array or text, as the vendor
 * leaves these out; never for a number or a truth value.
 */
export function differences(actual: unknown, expected: unknown, path = '$'): string[] {
  const [kind, wanted] = [kindOf(actual), kindOf(expected)];
  const mayBeNull = ['object', 'array', 'string'];
  if (kind === 'null' || wanted === 'null') {
    const other = kind === 'null' ? wanted : kind;
    return other === 'null' || mayBeNull.includes(other) ? [] : [`${path}: ${kind}, not ${wanted}`];
  }
  if (kind !== wanted) return [`${path}: ${kind}, not ${wanted}`];
  if (Array.isArray(actual) && Array.isArray(expected)) {
    const [first] = expected;
    return first === undefined ? [] : actual.flatMap((one, index) => differences(one, first, `${path}[${index}]`));
  }
  if (kind !== 'object') return [];
  return objectDifferences(actual as Record<string, unknown>, expected as Record<string, unknown>, path);
}

function objectDifferences(actual: Record<string, unknown>, expected: Record<string, unknown>, path: string): string[] {
  if (dictionaries.has(path.split('.').at(-1) ?? '')) {
    const [first] = Object.values(expected);
    if (first === undefined) return [];
    return Object.entries(actual).flatMap(([name, value]) => differences(value, first, `${path}{${name}}`));
  }
  const names = Object.keys(actual).join(' ');
  const wanted = Object.keys(expected).join(' ');
  if (names !== wanted) return [`${path}: members ${names}; not ${wanted}`];
  return Object.keys(actual).flatMap((name) => differences(actual[name], expected[name], `${path}.${name}`));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
