import type { SelectOptions } from './options.ts';

const rights = new Set(['tableright', 'fieldproperties']);

/**
 * What `$select` leaves of a carrier: members that it does not name turn null and keep their place (2.1). Names are compared
 * without case; of a path (`category/id`) the first part counts.
 */
export function selectMembers<Carrier extends object>(
  carrier: Carrier,
  select: string | undefined,
  key: string,
  options: SelectOptions,
): Carrier {
  if (select === undefined || select.trim() === '') return carrier;
  const wanted = new Set(select.split(',').map((name) => name.trim().split('/')[0]?.toLowerCase()));
  const pairs = Object.entries(carrier).map(([name, value]) => {
    const keeps = wanted.has(name.toLowerCase()) || keepsUnasked(name, value, key, options);
    return [name, keeps ? value : null];
  });
  return Object.fromEntries(pairs) as Carrier;
}

function keepsUnasked(name: string, value: unknown, key: string, options: SelectOptions): boolean {
  if (name === '_Links') return !options.nullsLinks;
  if (name === key) return !options.nullsKey;
  if (rights.has(name.toLowerCase())) return !options.nullsRights;
  return options.keepsValueTypes && (typeof value === 'number' || typeof value === 'boolean' || isDate(value));
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
}
