import jsonPatch from 'fast-json-patch';
import { findName, isObject, type JsonObject, memberOf } from './write-body.ts';
import type { WriteOptions } from './write-options.ts';
import { malformed, testFailed } from './write-refusal.ts';
import { textOf } from './written-values.ts';

/** What a PATCH may do: the RFC's `move` and `copy` are not supported (3.2). */
export const supportedOperations = ['add', 'replace', 'remove', 'test'] as const;

export interface PatchOperation {
  readonly op: (typeof supportedOperations)[number];
  /** As sent: any case, with a leading slash or without. */
  readonly path: string;
  readonly value?: unknown;
}

/** The operations of a JSON Patch body; refused where one of them is none. */
export function readOperations(body: readonly unknown[]): PatchOperation[] {
  return body.map((one) => {
    if (!isObject(one)) throw malformed('An operation is no object.');
    const name = textOf(memberOf(one, 'op'), 'op');
    const op = supportedOperations.find((supported) => supported === name);
    if (op === undefined) throw malformed(`The operation '${name}' is not supported.`);
    const path = textOf(memberOf(one, 'path'), 'path');
    if (path === null || path.replace('/', '') === '') throw malformed('An operation has no path.');
    if (op !== 'remove' && memberOf(one, 'value') === undefined) throw malformed(`The operation '${op}' has no value.`);
    return { op, path, value: memberOf(one, 'value') };
  });
}

/** The carrier with all operations done, one after the other; the one given stays as it is. */
export function applyOperations(
  carrier: JsonObject,
  operations: readonly PatchOperation[],
  options: WriteOptions,
): JsonObject {
  const patched = structuredClone(carrier);
  for (const operation of operations) {
    const target = locate(patched, operation.path);
    if (operation.op !== 'test' && isAddressLine(target.names) && options.addressLines === 'refused') {
      throw malformed(`The complete address must be given. Path '${operation.path}'.`);
    }
    apply(patched, operation, target, options);
  }
  return patched;
}

interface Target {
  /** The parts of the path with the names that the carrier has. */
  names: readonly string[];
  inArray: boolean;
}

/** Finds the place that a path names: names in any case, `-` for the place behind the last element. */
function locate(carrier: JsonObject, path: string): Target {
  const parts = path.replace(/^\//, '').split('/').map(jsonPatch.unescapePathComponent);
  const names: string[] = [];
  let place: unknown = carrier;
  let inArray = false;
  for (const part of parts) {
    inArray = Array.isArray(place);
    const name = inArray ? part : isObject(place) ? findName(place, part) : undefined;
    if (name === undefined) throw malformed(`There is no '${part}' in '${path}'.`);
    names.push(name);
    place = inArray ? (place as unknown[])[Number(name)] : (place as JsonObject)[name];
  }
  return { names, inArray };
}

function isAddressLine(names: readonly string[]): boolean {
  return names.length > 2 && names[0] === 'Address' && (names[1] === 'Street' || names[1] === 'Postal');
}

function apply(patched: JsonObject, { op, path, value }: PatchOperation, target: Target, options: WriteOptions): void {
  const empties = op === 'remove' && !target.inArray;
  if (empties && options.removeOfMember === 'refuse') throw malformed(`'${path}' cannot be removed.`);
  const pointer = `/${target.names.map(jsonPatch.escapePathComponent).join('/')}`;
  // A carrier always has all its members: one that is removed is empty from then on.
  const operation = empties ? { op: 'replace' as const, path: pointer, value: null } : { op, path: pointer, value };
  try {
    jsonPatch.applyOperation(patched, operation, true, true);
  } catch (error) {
    if (!(error instanceof jsonPatch.JsonPatchError)) throw error;
    throw error.name === 'TEST_OPERATION_FAILED' ? testFailed(path) : malformed(`'${path}': ${error.name}`);
  }
}
