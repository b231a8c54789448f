import { associateCarrier } from '../entities/associate/associate.simulated.ts';
import { ok, recordNotFound } from './answers.ts';
import { noRights } from './carriers.ts';
import { stampDate } from './dates.ts';
import { type ForeignAppRecord, type ForeignDeviceRecord, type ForeignKeyRecord, tableIds } from './foreign-records.ts';
import type { Parameters, SimulatedAnswer, SimulatedCaller } from './request.ts';
import type { Route, RouteParts } from './router.ts';
import type { Stamped } from './store.ts';

/** Applications, their devices and the keys under them (8.2). A device may be named by its name alone. */
export function foreignAppRoutes(): Route[] {
  const get = (pattern: string, description: string, handle: Route['handle']): Route => ({
    method: 'GET',
    pattern: `/ForeignApp/{app}${pattern}`,
    description,
    handle,
  });
  const keyRoutes = ['/{device}/{identifier}', '/{device}'].flatMap((device) => [
    get(`${device}/Key/{key}/{table}/{record:int}`, 'A foreign key', ({ caller }, parts) =>
      withKey(parts, caller, (key) => ok(keyCarrier(key, caller))),
    ),
    get(`${device}/Key/{key}/{table}/{record:int}/Value`, 'The value of a foreign key', ({ caller }, parts) =>
      withKey(parts, caller, (key) => ok(key.value, 1)),
    ),
    get(`${device}/Key/{key}/{table}`, 'The record of a value', ({ caller, query }, parts) =>
      reverse(parts, query, caller),
    ),
  ]);
  return [
    get('', 'An application, by its name or its id', ({ caller }, parts) => {
      const app = findApp(parts, caller) ?? caller.world.foreignApps.find(({ id }) => String(id) === parts.app);
      return app === undefined ? recordNotFound('ForeignApp', parts.app ?? '') : ok(appCarrier(app, caller));
    }),
    get('/Devices', 'Its devices', ({ caller }, parts) => {
      const app = findApp(parts, caller);
      if (app === undefined) return recordNotFound('ForeignApp', parts.app ?? '');
      return ok(app.devices.map((device) => deviceCarrier(device, caller)));
    }),
    get('/{device}/{identifier}', 'One of its devices', ({ caller }, parts) => {
      const device = findApp(parts, caller)?.devices.find((one) => isDevice(one, parts));
      return device === undefined
        ? recordNotFound('ForeignDevice', parts.device ?? '')
        : ok(deviceCarrier(device, caller));
    }),
    ...keyRoutes,
  ];
}

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** The application that the path names. */
export function findApp(parts: RouteParts, { world }: SimulatedCaller): ForeignAppRecord | undefined {
  return world.foreignApps.find((app) => same(parts.app, app.name));
}

/** True for the device that the path names, by its identifier too where the path has one. */
export function isDevice(device: ForeignDeviceRecord, parts: RouteParts): boolean {
  return (
    same(parts.device, device.name) && (parts.identifier === undefined || same(parts.identifier, device.identifier))
  );
}

/** Keys of the application, device, key name and table that the path names. */
export function keysOf(parts: RouteParts, caller: SimulatedCaller): ForeignKeyRecord[] {
  const app = findApp(parts, caller);
  const devices = app?.devices.filter((device) => isDevice(device, parts));
  const table = Object.entries(tableIds).find(([name, id]) => same(parts.table, name) || parts.table === String(id));
  return caller.world.foreignKeys.filter(
    (key) =>
      key.appId === app?.id &&
      devices?.some((device) => device.id === key.deviceId) === true &&
      same(parts.key, key.key) &&
      key.tableId === table?.[1],
  );
}

function withKey(
  parts: RouteParts,
  caller: SimulatedCaller,
  answer: (key: ForeignKeyRecord) => SimulatedAnswer,
): SimulatedAnswer {
  const key = keysOf(parts, caller).find((one) => one.recordId === Number(parts.record));
  return key === undefined ? recordNotFound('ForeignKey', parts.key ?? '') : answer(key);
}

/** `?Value=` with a device identifier, `?keyValue=` without one. */
function reverse(parts: RouteParts, query: Parameters, caller: SimulatedCaller): SimulatedAnswer {
  const value = query.get(parts.identifier === undefined ? 'keyValue' : 'Value') ?? '';
  const key = keysOf(parts, caller).find((one) => one.value === value);
  return key === undefined ? recordNotFound('ForeignKey', parts.key ?? '') : ok(keyCarrier(key, caller));
}

function stamps(record: Stamped, caller: SimulatedCaller) {
  return {
    CreatedDate: stampDate(record.createdAt, caller),
    UpdatedDate: stampDate(record.updatedAt, caller),
    UpdatedBy: associateCarrier(record.updatedBy, caller),
    CreatedBy: associateCarrier(record.createdBy, caller),
  };
}

export function keyCarrier(key: ForeignKeyRecord, caller: SimulatedCaller): object {
  const table = Object.entries(tableIds).find(([, id]) => id === key.tableId);
  return {
    Key: key.key,
    Value: key.value,
    RecordId: key.recordId,
    ...stamps(key, caller),
    TableName: table?.[0] ?? '',
    ...noRights(),
  };
}

export function deviceCarrier(device: ForeignDeviceRecord, caller: SimulatedCaller): object {
  return { Name: device.name, DeviceIdentifier: device.identifier, ...stamps(device, caller), ...noRights() };
}

export function appCarrier(app: ForeignAppRecord, caller: SimulatedCaller): object {
  return {
    ForeignAppId: app.id,
    Name: app.name,
    ...stamps(app, caller),
    Devices: app.devices.map((device) => deviceCarrier(device, caller)),
    ...noRights(),
  };
}
