import { madeOnce } from '../made-once.ts';
import type { ArchiveRequest, EntityOptions } from './client.ts';
import type { Base } from './tenant.ts';

/** Archives that a collection of their own answers (superoffice.md 4.1); the others stand below `Archive/`. */
const collections: ReadonlyMap<string, string> = new Map([
  ['SimpleContact', 'Contact'],
  ['Person', 'Person'],
  ['FindAppointment', 'Appointment'],
]);

/** What stands for itself in a value. */
const isPlain = new Uint8Array(128);
for (const mark of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_,/:@().!*'~-")
  isPlain[mark.charCodeAt(0)] = 1;

/** Escapes a value of the query, once, leaving the marks that are harmless there as they are. Lists of ids are long. */
function escapeValue(value: string): string {
  const { length } = value;
  let escaped = '';
  let from = 0;
  for (let index = 0; index < length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit === 0x20) {
      escaped += `${value.slice(from, index)}%20`;
      from = index + 1;
    } else if (isPlain[unit] !== 1) return encodeURIComponent(value).replace(/%(?:2C|2F|3A|40)/g, decodeURIComponent);
  }
  return from === 0 ? value : escaped + value.slice(from);
}

/** Lists of columns are kept with what asks for them. */
const selects = new WeakMap<readonly string[], string>();

const selectOf = (columns: readonly string[]): string =>
  madeOnce(selects, columns, () => escapeValue(columns.join(',')));

/** The path of an archive below `api/v1`, without its query. */
export function archivePath(provider: string): string {
  const collection = collections.get(provider);
  if (collection !== undefined) return collection;
  if (!/^[A-Za-z][\w:]*$/.test(provider)) throw new TypeError('not a provider');
  return `Archive/${provider}`;
}

/** An archive request below `api/v1`, with its query encoded. */
export function archiveTarget(path: string, request: ArchiveRequest): string {
  const { select, filter, orderBy, top, skip, entities, full } = request;
  let target = `${path}?$select=${selectOf(select)}`;
  if (filter) target += `&$filter=${escapeValue(filter)}`;
  if (orderBy.length > 0) target += `&$orderBy=${escapeValue(orderBy.join(','))}`;
  target += `&$top=${top}`;
  if (skip) target += `&$skip=${skip}`;
  if (entities?.length) target += `&$entities=${escapeValue(entities.join(','))}`;
  return full ? `${target}&$mode=Full` : target;
}

/** A path below `api/v1` with `$select`. Paths are built here from closed lists; one that climbs or breaks out is a mistake. */
export function entityTarget(path: string, options: EntityOptions = {}): string {
  const end = path.indexOf('?');
  const plain = end < 0 ? path : path.slice(0, end);
  const query = end < 0 ? undefined : path.slice(end + 1);
  const safe =
    /^(?:[\w$().:-]|%(?!2[fF]|5[cC])[0-9A-Fa-f]{2})+(?:\/(?:[\w$().:-]|%(?!2[fF]|5[cC])[0-9A-Fa-f]{2})+)*$/.test(plain);
  if (!safe || /(?:^|\/)\.{1,2}(?:\/|$)/.test(plain) || (query !== undefined && !/^[\w$&=,.%:;()'/-]*$/.test(query))) {
    throw new TypeError('not a path of the API');
  }
  const { select = [] } = options;
  return select.length === 0 ? path : `${path}${end < 0 ? '?' : '&'}$select=${selectOf(select)}`;
}

/** How the log of calls names a target: without its query. */
export function labelOf(target: string): string {
  const end = target.indexOf('?');
  return `/${end < 0 ? target : target.slice(0, end)}`;
}

/** The target of a `nextLink` to more of what stands at a path below the tenant's own `api/v1`; null where it leads elsewhere. */
export function nextTarget(base: Base, path: string, nextLink: string): string | null {
  const url = URL.parse(nextLink, base.origin);
  if (!url || url.origin !== base.origin || url.username || url.password) return null;
  const isSame = url.pathname.toLowerCase() === `${base.path}/api/v1/${path}`.toLowerCase();
  return isSame ? path + url.search : null;
}
