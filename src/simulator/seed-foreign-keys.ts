import type { SeedGround } from './entity.ts';
import { type ForeignAppRecord, tableIds } from './foreign-records.ts';

/** External keys: companies 3 to 40 are the addresses 1 to 38 of the estate CRM; a few have a number in another system. */
export function seedForeignKeys({ world, today }: SeedGround): void {
  const stamps = { createdAt: today - 86_400_000, createdBy: 3, updatedAt: null, updatedBy: null };
  const app = (id: number, name: string, device: string, identifier: string): ForeignAppRecord => ({
    id,
    name,
    devices: [{ id: id * 10, name: device, identifier, ...stamps }],
    ...stamps,
  });
  // A device whose name holds a dot: `app.device.key` cannot be split by its dots.
  world.foreignApps.push(app(1, 'onOffice', 'enterprise', 'onOffice'), app(2, 'Ledger', 'Books.Global', 'ledger-1'));
  const key = (appId: number, name: string, value: string, tableId: number, recordId: number) =>
    world.foreignKeys.push({
      id: world.foreignKeys.length + 1,
      appId,
      deviceId: appId * 10,
      key: name,
      value,
      tableId,
      recordId,
      ...stamps,
    });
  for (let contactId = 3; contactId <= 40; contactId++) {
    key(1, 'addressId', String(contactId - 2), tableIds.contact, contactId);
  }
  for (const contactId of [5, 6, 90]) key(2, 'customerNo', `C-${contactId}`, tableIds.contact, contactId);
  // Users may write any text: this one is no address id.
  key(1, 'addressId', 'to be found', tableIds.contact, 41);
  for (const personId of [21, 71]) key(2, 'buyer', `B-${personId}`, tableIds.person, personId);
}
