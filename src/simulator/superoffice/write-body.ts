import { invalidRequest } from '../answers.ts';
import { Parameters, type SimulatedRequest } from '../request.ts';
import { malformed, WriteRefusal } from './write-refusal.ts';

/** An object of a body, its names as sent. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const plainTypes = ['application/json', 'text/json'];
const patchTypes = ['application/json-patch+json', 'application/merge-patch+json'];

/** The JSON of the body. The manual lists the patch types for all bodies, and XML and forms, which nobody reads here. */
export function readJson(request: SimulatedRequest): unknown {
  requireType(request, acceptedTypes(request));
  if (request.body.trim() === '') return undefined;
  try {
    return JSON.parse(request.body);
  } catch {
    throw malformed('The body is not JSON.');
  }
}

/** The parameters of a form. */
export function readForm(request: SimulatedRequest): Parameters {
  requireType(request, ['application/x-www-form-urlencoded']);
  return new Parameters(new URLSearchParams(request.body));
}

function requireType({ headers, body }: SimulatedRequest, accepted: readonly string[]): void {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (body === '' || accepted.includes(type)) return;
  throw new WriteRefusal(invalidRequest(415, `The media type '${type}' is not supported for this resource.`));
}

function acceptedTypes({ method, caller }: SimulatedRequest): readonly string[] {
  const { patchMediaTypes } = caller.options.writes;
  if (method !== 'PATCH' || patchMediaTypes === 'any') return [...plainTypes, ...patchTypes];
  return patchMediaTypes === 'json' ? plainTypes : patchTypes;
}

/** The object that a POST or PUT must bring. */
export function readEntityBody(request: SimulatedRequest): JsonObject {
  const body = readJson(request);
  if (!isObject(body)) throw malformed('Entity to save is not in request body');
  return body;
}

/** The name as the object has it: names are bound without regard to case (2.1); undefined where it has none. */
export function findName(object: object, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((own) => own.toLowerCase() === wanted);
}

/** The value of a member of an object, whatever the case of its name; undefined where it is absent. */
export function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  const own = findName(value, name);
  return own === undefined ? undefined : value[own];
}

/**
 * The carrier with the members of the body laid over it. Objects are laid over objects, and so dictionaries keep their other
 * keys; arrays and plain values replace. Members that the carrier does not have are passed over.
 */
export function overlay(carrier: JsonObject, body: JsonObject): JsonObject {
  const laid: JsonObject = { ...carrier };
  for (const [name, value] of Object.entries(body)) {
    const own = findName(carrier, name);
    if (own !== undefined) laid[own] = overlaid(carrier[own], value);
  }
  return laid;
}

function overlaid(present: unknown, value: unknown): unknown {
  if (!isObject(present) || !isObject(value)) return value;
  const laid: JsonObject = { ...present };
  for (const [name, inner] of Object.entries(value)) {
    const own = findName(present, name) ?? name;
    if (own !== '__proto__') laid[own] = overlaid(present[own], inner);
  }
  return laid;
}
