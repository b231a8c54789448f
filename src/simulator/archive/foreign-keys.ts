import type { ForeignAppRecord, ForeignDeviceRecord, ForeignKeyRecord } from '../foreign-records.ts';
import type { TenantWorld } from '../store.ts';
import { cell, defineTable } from './table.ts';

/** An external id with the app and device that it stands under. */
export interface ForeignKeyRow {
  key: ForeignKeyRecord;
  app: ForeignAppRecord;
  device: ForeignDeviceRecord;
}

/** All external ids of the tenant; one whose app or device has gone is left out. */
export function foreignKeyRows(world: TenantWorld): ForeignKeyRow[] {
  return world.foreignKeys.flatMap((key) => {
    const app = world.foreignApps.find(({ id }) => id === key.appId);
    const device = app?.devices.find(({ id }) => id === key.deviceId);
    return app === undefined || device === undefined ? [] : [{ key, app, device }];
  });
}

export const foreignKeyTable = defineTable<ForeignKeyRow>({
  name: 'foreignkey',
  id: ({ key }) => key.id,
  columns: {
    appId: cell.int(({ app }) => app.id),
    appName: cell.text(({ app }) => app.name),
    deviceId: cell.int(({ device }) => device.id),
    deviceName: cell.text(({ device }) => device.name),
    deviceIdentifier: cell.text(({ device }) => device.identifier),
    deviceOwner: cell.associate(({ device }) => device.createdBy),
    keyId: cell.int(({ key }) => key.id),
    keyName: cell.text(({ key }) => key.key),
    keyValue: cell.text(({ key }) => key.value),
    tableId: cell.int(({ key }) => key.tableId),
    recordId: cell.int(({ key }) => key.recordId),
    keyUpdatedBy: cell.associate(({ key }) => key.updatedBy),
    keyUpdatedDate: cell.stamp(({ key }) => key.updatedAt),
    keyRegisteredBy: cell.associate(({ key }) => key.createdBy),
    keyRegisteredDate: cell.stamp(({ key }) => key.createdAt),
  },
  joins: {},
});
