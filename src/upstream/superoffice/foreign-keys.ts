import { UpstreamError } from '../errors.ts';
import type { SuperOffice } from './client.ts';

/** A key of a foreign application on one record. The names are plain texts; they are escaped here. */
export interface ForeignKeyPlace {
  app: string;
  device: string;
  key: string;
  /** `contact`, `person`, `appointment` */
  table: string;
  recordId: number;
}

interface DeviceWire {
  Name?: string | null;
  DeviceIdentifier?: string | null;
}

/** A part of a path: also what `encodeURIComponent` leaves as it is. */
const segment = (text: string): string =>
  encodeURIComponent(text).replace(/[!'*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const sameName = (one: string | null | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** What is there; null for what is not, which the manual documents no status for: 404 or an empty answer. */
async function found<T>(superoffice: SuperOffice, path: string): Promise<T | null> {
  try {
    return await superoffice.get<T>(path);
  } catch (error) {
    if (error instanceof UpstreamError && error.kind === 'malformed' && error.status === 200) return null;
    throw error;
  }
}

/** The path of a device; null where the application or the device does not exist. Writes name its identifier too (superoffice.md 8.2). */
async function devicePath(superoffice: SuperOffice, { app, device }: ForeignKeyPlace) {
  const appPath = `ForeignApp/${segment(app)}`;
  const devices = await found<DeviceWire[]>(superoffice, `${appPath}/Devices`);
  const known = (devices ?? []).find(({ Name }) => sameName(Name, device));
  return {
    hasApp: devices !== null,
    appPath,
    path: known ? `${appPath}/${segment(device)}/${segment(known.DeviceIdentifier || device)}` : null,
  };
}

/** Sets a key; makes the application and its device where they do not exist. */
export async function setForeignKey(superoffice: SuperOffice, place: ForeignKeyPlace, value: string): Promise<void> {
  const { key, table, recordId, device } = place;
  const { hasApp, appPath, path } = await devicePath(superoffice, place);
  if (!hasApp) await superoffice.send({ method: 'POST', path: appPath, kind: 'post' });
  // A device has an identifier of its own, which this graph has no name for: its name will do.
  const made = `${appPath}/${segment(device)}/${segment(device)}`;
  if (!path) await superoffice.send({ method: 'POST', path: made, kind: 'post' });
  const present = path ? await found(superoffice, `${path}/Key/${segment(key)}/${table}/${recordId}`) : null;
  await superoffice.send({
    ...(present ? { method: 'PUT', kind: 'put' } : { method: 'POST', kind: 'post' }),
    path: `${path ?? made}/Key`,
    body: { Key: key, Value: value, TableName: table, RecordId: recordId },
  });
}

/** Removes a key; one that is not there is none to remove. */
export async function removeForeignKey(superoffice: SuperOffice, place: ForeignKeyPlace): Promise<void> {
  const { key, table, recordId } = place;
  const { path } = await devicePath(superoffice, place);
  if (!path) return;
  try {
    await superoffice.send({
      ...{ method: 'DELETE', kind: 'delete', path: `${path}/Key/${segment(key)}/${table}/${recordId}` },
    });
  } catch (error) {
    if (!(error instanceof UpstreamError && error.kind === 'notFound')) throw error;
  }
}
