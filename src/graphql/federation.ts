import type { GraphQLSchema } from 'graphql';
import { isObject } from '../upstream/object.ts';
import { decodeId, type NodeKey, numericKey } from './ids.ts';

/** What a type tells other graphs, in its `extensions`. */
export interface FederationExtensions {
  federation?: {
    /** Selections of fields, each of which names one record: `id`, `contactId`. */
    keys?: readonly string[];
    /** Other graphs may have the type, too: its values are no records. */
    shareable?: true;
  };
}

/** Of a field: gateways keep it to themselves. */
export interface FederationFieldExtensions {
  inaccessible?: true;
}

export const keyedBy = (...keys: string[]) => ({ federation: { keys } }) satisfies FederationExtensions;
export const shareable = { federation: { shareable: true } } satisfies FederationExtensions;

/** The selections that name a record of a type; none for a type that is no entity. */
export function keysOf(schema: GraphQLSchema, type: string): readonly string[] {
  return (schema.getType(type)?.extensions as FederationExtensions | undefined)?.federation?.keys ?? [];
}

/**
 * The record that another graph means by a representation. null where it names none: the type is no entity here, no key
 * is whole and of its kind, or two keys name different records.
 */
export function representedKey(schema: GraphQLSchema, representation: unknown): NodeKey | null {
  if (!isObject(representation)) return null;
  const type = representation.__typename;
  if (typeof type !== 'string') return null;
  let meant: string | null = null;
  for (const names of keyNames(schema, type)) {
    if (!areGiven(names, representation)) continue;
    const key = keyFrom(type, names, representation);
    if (!key || (meant !== null && key !== meant)) return null;
    meant = key;
  }
  return meant === null ? null : { type, key: meant };
}

const known = new WeakMap<GraphQLSchema, Map<string, readonly (readonly string[])[]>>();

/** The fields of each key of a type. */
function keyNames(schema: GraphQLSchema, type: string): readonly (readonly string[])[] {
  const types = known.get(schema) ?? new Map<string, readonly (readonly string[])[]>();
  known.set(schema, types);
  const names = types.get(type) ?? keysOf(schema, type).map((selection) => selection.split(' '));
  // What is no entity is any text that a caller sends.
  if (names.length > 0) types.set(type, names);
  return names;
}

function areGiven(names: readonly string[], fields: Readonly<Record<string, unknown>>): boolean {
  for (const name of names) if (fields[name] === undefined || fields[name] === null) return false;
  return true;
}

function keyFrom(type: string, names: readonly string[], fields: Readonly<Record<string, unknown>>): string | null {
  if (names[0] === 'id') {
    const decoded = decodeId(String(fields.id));
    return decoded?.type === type ? decoded.key : null;
  }
  const number = numericText(fields[names[names.length - 1] as string]);
  if (number === null || names.length === 1) return number;
  const list = fields[names[0] as string];
  // Of the entries of a pick list a number names the items: headings are of another table.
  return typeof list === 'string' ? `${list.toLowerCase()}:item:${number}` : null;
}

/** Gateways pass on what other graphs answered, and some of them keep whole numbers as texts. */
function numericText(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && numericKey(text) !== null ? text : null;
}
