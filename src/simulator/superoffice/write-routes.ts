import { ok, recordNotFound, restError } from '../answers.ts';
import type { KeyedRecord, SimulatedEntity } from '../entity.ts';
import { maySeeRow, shownEntity, whenFound } from '../entity-routes.ts';
import type { SimulatedAnswer, SimulatedCaller, SimulatedRequest } from '../request.ts';
import type { Route, RouteParts } from '../router.ts';
import { applyOperations, readOperations } from './json-patch.ts';
import type { Save } from './member-writes.ts';
import { toOperations } from './merge-patch.ts';
import {
  prepare,
  presentCarrier,
  problemsOf,
  storeChanged,
  storeDeleted,
  storeNew,
  unwritableMembers,
  type WritableEntity,
} from './save.ts';
import { writableEntities } from './writable.ts';
import { isObject, type JsonObject, memberOf, overlay, readEntityBody, readJson } from './write-body.ts';
import { malformed, orRefusal, requireRight, WriteRefusal } from './write-refusal.ts';
import { wholeNumberOf } from './written-values.ts';

/** The writing routes of every entity (2.1, 3). */
export function writeRoutes(): Route[] {
  return writableEntities.flatMap(routesOf);
}

function routesOf(writable: WritableEntity): Route[] {
  const { name } = writable.entity;
  const route = (
    method: Route['method'],
    pattern: string,
    description: string,
    write: (writable: WritableEntity, request: SimulatedRequest, parts: RouteParts) => SimulatedAnswer,
  ): Route => ({
    method,
    pattern: `/${name}${pattern}`,
    description,
    handle: (request, parts) => orRefusal(() => write(writable, request, parts)),
  });
  return [
    route('POST', '', `Creates one ${name}`, create),
    route('PUT', '/{id:int}', 'Replaces one', replace),
    route('PATCH', '/{id:int}', 'Changes one by JSON Patch or merge patch', patch),
    route('DELETE', '/{id:int}', 'Deletes one', remove),
    route('POST', '/Validate', 'Says which members cannot be saved', validate),
  ];
}

/** A row with the body laid over it. */
function overlaidSave(writable: WritableEntity, row: KeyedRecord, body: JsonObject, caller: SimulatedCaller): Save {
  const present = presentCarrier(writable, row, caller);
  return prepare(writable, row, { present, wanted: overlay(present, body) }, caller);
}

function create(writable: WritableEntity, request: SimulatedRequest): SimulatedAnswer {
  const { caller } = request;
  const body = readEntityBody(request);
  requireRight('Insert', writable.entity.name, caller);
  const row = storeNew(writable, overlaidSave(writable, writable.entity.blank(caller), body, caller));
  return ok(shownEntity(writable.entity, row, request), 1);
}

function validate(writable: WritableEntity, request: SimulatedRequest): SimulatedAnswer {
  return validated(writable, readEntityBody(request), request.caller);
}

/** Members that could not be saved, each with its text; none: an empty object (2.1). */
function validated(writable: WritableEntity, body: JsonObject, caller: SimulatedCaller): SimulatedAnswer {
  const { entity } = writable;
  const stored = entity.table(caller.world).get(wholeNumberOf(memberOf(body, entity.key), entity.key, caller));
  const isKnown = stored !== undefined && maySeeRow(entity, stored, caller);
  const save = overlaidSave(writable, isKnown ? stored : entity.blank(caller), body, caller);
  const problems = problemsOf(writable, save);
  return ok(Object.fromEntries([...problems].map(([member, text]) => [member, caller.text(text)])), problems.size);
}

/** `Agents/{X}/Validate{X}Entity`: the same, the entity named in the body; undefined for any other method. */
export function runValidateAgent(
  entity: SimulatedEntity,
  method: string,
  request: SimulatedRequest,
): SimulatedAnswer | undefined {
  const writable = writableEntities.find((one) => one.entity === entity);
  if (writable === undefined || method.toLowerCase() !== `validate${entity.name.toLowerCase()}entity`) return undefined;
  return orRefusal(() => {
    const body = memberOf(readEntityBody(request), `${entity.name}Entity`);
    if (!isObject(body)) throw malformed('Entity to validate is not in request body');
    return validated(writable, body, request.caller);
  });
}

function replace(writable: WritableEntity, request: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  const body = readEntityBody(request);
  const { caller } = request;
  return update(writable, request, parts, (present) => {
    if (caller.options.writes.putOmitted === 'kept') return overlay(present, body);
    const unwritable = unwritableMembers(writable, caller);
    const wanted: JsonObject = { ...present };
    for (const { member, empty } of writable.writes) {
      const given = memberOf(body, member);
      if (given !== undefined) wanted[member] = given;
      else if (empty !== undefined && !unwritable.has(member)) wanted[member] = empty;
    }
    return wanted;
  });
}

function patch(writable: WritableEntity, request: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  const body = readJson(request);
  const { writes } = request.caller.options;
  if (!Array.isArray(body) && !isObject(body)) throw malformed('A patch is an array or an object.');
  const operations = Array.isArray(body) ? readOperations(body) : null;
  return update(writable, request, parts, (present) =>
    applyOperations(present, operations ?? toOperations(body as JsonObject, present, writes), writes),
  );
}

/** Rights and the version are checked before the change is looked at. */
function update(
  writable: WritableEntity,
  request: SimulatedRequest,
  parts: RouteParts,
  changed: (present: JsonObject) => JsonObject,
): SimulatedAnswer {
  const { caller } = request;
  return whenFound(writable.entity, parts, caller, (row) => {
    requireRight('Update', writable.entity.name, caller);
    refuseChangedSince(row, request);
    const present = presentCarrier(writable, row, caller);
    const saved = storeChanged(writable, prepare(writable, row, { present, wanted: changed(present) }, caller));
    return ok(shownEntity(writable.entity, saved, request), 1);
  });
}

function remove(writable: WritableEntity, request: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  const { caller } = request;
  const { name } = writable.entity;
  const stored = writable.entity.table(caller.world).get(Number(parts.id));
  // No 404 is documented for DELETE; what is in the recycle bin is deleted already.
  if (stored === undefined || stored.deletedAt != null) {
    const missing = caller.options.writes.deleteMissingStatus;
    return missing === 204 ? { status: 204 } : recordNotFound(name, parts.id ?? '');
  }
  return whenFound(writable.entity, parts, caller, (row) => {
    requireRight('Delete', name, caller);
    refuseChangedSince(row, request);
    storeDeleted(writable, row, caller);
    return { status: 204 };
  });
}

/** `If-Unmodified-Since`, to the second; a record that was never updated goes by when it was made (3.5). */
function refuseChangedSince(row: KeyedRecord, { headers }: SimulatedRequest): void {
  const since = Date.parse(headers['if-unmodified-since'] ?? '');
  const changedAt = Math.floor((row.updatedAt ?? row.createdAt) / 1000) * 1000;
  if (!Number.isNaN(since) && changedAt > since) {
    throw new WriteRefusal(restError(412, 'SoException', 'The record was changed since it was read'));
  }
}
