import jsonPatch from 'fast-json-patch';
import type { PatchOperation } from './json-patch.ts';
import { findName, isObject, type JsonObject } from './write-body.ts';
import type { WriteOptions } from './write-options.ts';
import { malformed } from './write-refusal.ts';

/**
 * The operations that the server makes of a merge patch (3.3): objects descend, an object for an array is appended, everything
 * else replaces. A member that is null now is left alone, as the rewriting finds nothing there to descend to or to replace.
 */
export function toOperations(body: JsonObject, carrier: JsonObject, options: WriteOptions): PatchOperation[] {
  return membersOf(body, carrier, '', options);
}

function membersOf(body: JsonObject, present: JsonObject, path: string, options: WriteOptions): PatchOperation[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const own = findName(present, name);
    const memberPath = `${path}/${jsonPatch.escapePathComponent(own ?? name)}`;
    return memberOperations(value, own === undefined ? undefined : present[own], memberPath, options);
  });
}

function memberOperations(value: unknown, present: unknown, path: string, options: WriteOptions): PatchOperation[] {
  if (present === null && options.mergeSkipsNull) return [];
  if (value === null) return clearing(path, options);
  if (!isObject(value) || present === null) return [{ op: 'replace', path, value }];
  if (Array.isArray(present)) return [{ op: 'add', path: `${path}/-`, value }];
  return membersOf(value, isObject(present) ? present : {}, path, options);
}

function clearing(path: string, { mergeNull }: WriteOptions): PatchOperation[] {
  if (mergeNull === 'refuse') throw malformed(`'${path}' may not be null.`);
  return mergeNull === 'keep' ? [] : [{ op: 'replace', path, value: null }];
}
