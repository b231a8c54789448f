import type { Stamped } from './store.ts';

/** A system outside the CRM that keeps keys of its records here. */
export interface ForeignAppRecord extends Stamped {
  id: number;
  name: string;
  devices: ForeignDeviceRecord[];
}

/** An installation of that system. */
export interface ForeignDeviceRecord extends Stamped {
  id: number;
  name: string;
  identifier: string;
}

/** An outside key of one record. */
export interface ForeignKeyRecord extends Stamped {
  id: number;
  appId: number;
  deviceId: number;
  key: string;
  value: string;
  /** Number of the table: 5 contact, 6 person, 9 appointment. */
  tableId: number;
  recordId: number;
}

/** Numbers of the tables that foreign keys and archives name. */
export const tableIds = { associate: 2, contact: 5, person: 6, appointment: 9 } as const;
