import { ok, recordNotFound } from '../answers.ts';
import { maySeeRow } from '../entity-routes.ts';
import { appCarrier, deviceCarrier, findApp, isDevice, keyCarrier, keysOf } from '../foreign-app-routes.ts';
import {
  type ForeignAppRecord,
  type ForeignDeviceRecord,
  type ForeignKeyRecord,
  tableIds,
} from '../foreign-records.ts';
import type { SimulatedAnswer, SimulatedCaller, SimulatedRequest } from '../request.ts';
import type { Route, RouteParts } from '../router.ts';
import { writableEntities } from './writable.ts';
import { type JsonObject, memberOf, readEntityBody } from './write-body.ts';
import { malformed, missingRight, orRefusal, requireRight, WriteRefusal } from './write-refusal.ts';
import { textOf, wholeNumberOf } from './written-values.ts';

/** Writes of applications, devices and keys (8.2). The device's identifier is part of every writing path. */
export function foreignKeyRoutes(): Route[] {
  const route = (
    method: Route['method'],
    pattern: string,
    description: string,
    write: (request: SimulatedRequest, parts: RouteParts) => SimulatedAnswer,
  ): Route => ({
    method,
    pattern: `/ForeignApp/{app}${pattern}`,
    description,
    handle: (request, parts) => orRefusal(() => write(request, parts)),
  });
  const device = '/{device}/{identifier}';
  return [
    route('POST', '', 'Adds an application', ({ caller }, parts) => ok(appCarrier(madeApp(parts, caller), caller), 1)),
    route('POST', device, 'Adds a device', ({ caller }, parts) =>
      ok(deviceCarrier(madeDevice(parts, caller).device, caller), 1),
    ),
    route('DELETE', device, 'Removes a device and its keys', removeDevice),
    route('POST', `${device}/Key`, 'Adds a key', saveKey),
    route('PUT', `${device}/Key`, 'Saves a key', saveKey),
    route('DELETE', `${device}/Key/{key}/{table}/{record:int}`, 'Removes a key, record 0: of all records', removeKeys),
  ];
}

function stampsOf(caller: SimulatedCaller) {
  return { createdAt: caller.clock.now(), createdBy: caller.associate.id, updatedAt: null, updatedBy: null };
}

/** The application of the path, made where there is none. */
function madeApp(parts: RouteParts, caller: SimulatedCaller): ForeignAppRecord {
  const known = findApp(parts, caller);
  if (known !== undefined) return known;
  requireRight('Insert', 'ForeignApp', caller);
  const { foreignApps } = caller.world;
  const id = Math.max(0, ...foreignApps.map((app) => app.id)) + 1;
  const app = { id, name: parts.app ?? '', devices: [], ...stampsOf(caller) };
  foreignApps.push(app);
  return app;
}

function madeDevice(
  parts: RouteParts,
  caller: SimulatedCaller,
): { app: ForeignAppRecord; device: ForeignDeviceRecord } {
  const app = caller.options.writes.unknownForeignApp === 'created' ? madeApp(parts, caller) : findApp(parts, caller);
  if (app === undefined) throw new WriteRefusal(recordNotFound('ForeignApp', parts.app ?? ''));
  const known = app.devices.find((device) => isDevice(device, parts));
  if (known !== undefined) return { app, device: known };
  requireRight('Insert', 'ForeignDevice', caller);
  const devices = caller.world.foreignApps.flatMap((one) => one.devices);
  const id = Math.max(0, ...devices.map((device) => device.id)) + 1;
  const device = { id, name: parts.device ?? '', identifier: parts.identifier ?? '', ...stampsOf(caller) };
  app.devices.push(device);
  return { app, device };
}

function foundDevice(
  parts: RouteParts,
  caller: SimulatedCaller,
): { app: ForeignAppRecord; device: ForeignDeviceRecord } {
  if (caller.options.writes.unknownForeignApp === 'created') return madeDevice(parts, caller);
  const app = findApp(parts, caller);
  const device = app?.devices.find((one) => isDevice(one, parts));
  if (app === undefined) throw new WriteRefusal(recordNotFound('ForeignApp', parts.app ?? ''));
  if (device === undefined) throw new WriteRefusal(recordNotFound('ForeignDevice', parts.device ?? ''));
  return { app, device };
}

function removeDevice({ caller }: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  requireRight('Delete', 'ForeignDevice', caller);
  const { app, device } = foundDevice(parts, caller);
  app.devices.splice(app.devices.indexOf(device), 1);
  dropKeys((key) => key.deviceId === device.id, caller);
  return { status: 204 };
}

/** The new or changed key: one of the same name and record is overwritten. */
function saveKey(request: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  const { caller } = request;
  const body = readEntityBody(request);
  const name = textOf(memberOf(body, 'Key'), 'Key') ?? '';
  if (name === '') throw malformed("A foreign key has no name. Path 'Key'.");
  const { tableId, recordId } = recordOf(body, caller);
  const { app, device } = foundDevice(parts, caller);
  const value = textOf(memberOf(body, 'Value'), 'Value') ?? '';
  const table = String(tableId);
  const known = keysOf({ ...parts, key: name, table }, caller).find((key) => key.recordId === recordId);
  if (known !== undefined) {
    Object.assign(known, { value, updatedAt: caller.clock.now(), updatedBy: caller.associate.id });
    tell('changed', known, caller);
    return ok(keyCarrier(known, caller), 1);
  }
  const { foreignKeys } = caller.world;
  const id = Math.max(0, ...foreignKeys.map((key) => key.id)) + 1;
  const key = { id, appId: app.id, deviceId: device.id, key: name, value, tableId, recordId, ...stampsOf(caller) };
  foreignKeys.push(key);
  tell('created', key, caller);
  return ok(keyCarrier(key, caller), 1);
}

/** The record that the body names; it must be there, and the caller must be allowed to change it. */
function recordOf(body: JsonObject, caller: SimulatedCaller): { tableId: number; recordId: number } {
  const table = textOf(memberOf(body, 'TableName'), 'TableName') ?? '';
  const recordId = wholeNumberOf(memberOf(body, 'RecordId'), 'RecordId', caller);
  const writable = writableEntities.find(({ entity }) => entity.kind === table.toLowerCase());
  if (writable === undefined) throw malformed(`There is no table '${table}' with foreign keys.`);
  const { entity } = writable;
  const row = entity.table(caller.world).get(recordId);
  if (row === undefined) throw new WriteRefusal(recordNotFound(entity.name, recordId));
  if (!maySeeRow(entity, row, caller)) throw missingRight(`update ${entity.name} ${recordId}`, caller);
  requireRight('Update', entity.name, caller);
  return { tableId: tableIds[entity.kind], recordId };
}

function removeKeys({ caller }: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  requireRight('Update', parts.table ?? '', caller);
  const record = Number(parts.record);
  const keys = keysOf(parts, caller).filter((key) => record === 0 || key.recordId === record);
  if (keys.length === 0 && caller.options.writes.deleteMissingStatus === 404) {
    return recordNotFound('ForeignKey', parts.key ?? '');
  }
  dropKeys((key) => keys.includes(key), caller);
  return { status: 204 };
}

function dropKeys(drops: (key: ForeignKeyRecord) => boolean, caller: SimulatedCaller): void {
  const { foreignKeys } = caller.world;
  for (const key of foreignKeys.filter(drops)) {
    foreignKeys.splice(foreignKeys.indexOf(key), 1);
    tell('deleted', key, caller);
  }
}

function tell(verb: 'created' | 'changed' | 'deleted', key: ForeignKeyRecord, caller: SimulatedCaller): void {
  const columns = verb === 'deleted' ? [] : ['value', 'record_id'];
  const change = { entity: 'foreignkey', verb, id: key.id, columns, record: key };
  caller.world.changes.report({ ...change, by: caller.associate, at: caller.clock.now() });
}
