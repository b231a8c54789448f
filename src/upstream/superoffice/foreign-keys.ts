import { UpstreamError } from '../errors.ts';
import { isObject } from '../object.ts';
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
  Name?: unknown;
  DeviceIdentifier?: unknown;
}

/** A part of a path: also what `encodeURIComponent` leaves as it is. */
const segment = (text: string): string =>
  encodeURIComponent(text).replace(/[!'*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const sameName = (one: unknown, other: string): boolean =>
  typeof one === 'string' && one.toLowerCase() === other.toLowerCase();

/** What is there; null for what is not, which the manual documents no status for: 404 or an empty answer. */
async function found<T>(superoffice: SuperOffice, path: string): Promise<T | null> {
  try {
    return await superoffice.get<T>(path);
  } catch (error) {
    if (error instanceof UpstreamError && error.isEmpty) return null;
    throw error;
  }
}

/** Whether what has a number of its own is there: a carrier with 0 for it is of nothing. */
async function isThere(superoffice: SuperOffice, path: string, number: string): Promise<boolean> {
  const carrier = await found<unknown>(superoffice, path);
  return carrier !== null && !(isObject(carrier) && carrier[number] === 0);
}

/** The paths of an application's devices of that name: each has an identifier besides, which writes name too (superoffice.md 8.2). */
async function devicesOf(superoffice: SuperOffice, { app, device }: ForeignKeyPlace) {
  const appPath = `ForeignApp/${segment(app)}`;
  const devices = await found<(DeviceWire | null)[]>(superoffice, `${appPath}/Devices`);
  if (devices !== null && !Array.isArray(devices)) throw new UpstreamError('superoffice', 'malformed');
  const known = (devices ?? []).filter((each) => sameName(each?.Name, device));
  return {
    devices,
    appPath,
    paths: known.map((each) => `${appPath}/${segment(device)}/${segment(identifierOf(each) ?? device)}`),
  };
}

/** null: it has none of its own. One that can be no part of a path is told in another form than it has. */
function identifierOf(device: DeviceWire | null): string | null {
  const identifier = device?.DeviceIdentifier ?? '';
  if (identifier === '') return null;
  if (typeof identifier === 'string' && identifier.isWellFormed() && !/^\.{1,2}$|[/\\]/.test(identifier))
    return identifier;
  throw new UpstreamError('superoffice', 'malformed');
}

/** Sets a key; makes the application and its device where they do not exist. */
export async function setForeignKey(superoffice: SuperOffice, place: ForeignKeyPlace, value: string): Promise<void> {
  const { key, table, recordId, device } = place;
  const { devices, appPath, paths } = await devicesOf(superoffice, place);
  // An application that is not there may be answered as one without devices.
  const hasApp = devices?.length === 0 ? await isThere(superoffice, appPath, 'ForeignAppId') : devices !== null;
  if (!hasApp) await superoffice.send({ method: 'POST', path: appPath, kind: 'post' });
  // A device has an identifier of its own, which this graph has no name for: its name will do.
  const made = `${appPath}/${segment(device)}/${segment(device)}`;
  const [first = made] = paths;
  if (paths.length === 0) await superoffice.send({ method: 'POST', path: made, kind: 'post' });
  const present = await Promise.all(paths.map((path) => isThere(superoffice, keyPath(path, place), 'RecordId')));
  const holder = paths.find((_path, at) => present[at]);
  await superoffice.send({
    ...(holder ? { method: 'PUT', kind: 'put' } : { method: 'POST', kind: 'post' }),
    path: `${holder ?? first}/Key`,
    body: { Key: key, Value: value, TableName: table, RecordId: recordId },
  });
}

/** Removes a key; one that is not there is none to remove. */
export async function removeForeignKey(superoffice: SuperOffice, place: ForeignKeyPlace): Promise<void> {
  const { paths } = await devicesOf(superoffice, place);
  for (const path of paths) await removeFrom(superoffice, keyPath(path, place));
}

const keyPath = (device: string, { key, table, recordId }: ForeignKeyPlace): string =>
  `${device}/Key/${segment(key)}/${table}/${recordId}`;

async function removeFrom(superoffice: SuperOffice, path: string): Promise<void> {
  try {
    await superoffice.send({ method: 'DELETE', kind: 'delete', path });
  } catch (error) {
    if (!(error instanceof UpstreamError && error.kind === 'notFound')) throw error;
  }
}
