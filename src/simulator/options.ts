import { type ArchiveOptions, defaultArchiveOptions } from './archive/options.ts';
import type { LanguageFallback } from './language.ts';
import { defaultWebhookOptions, type WebhookOptions } from './superoffice/webhook-options.ts';
import { defaultWriteOptions, type WriteOptions } from './superoffice/write-options.ts';

/** What the manual leaves open, each with a safe default; all may be switched while the simulator runs. */
export interface SimulatorOptions {
  archive: ArchiveOptions;
  carriers: CarrierOptions;
  select: SelectOptions;
  dates: DateOptions;
  access: AccessOptions;
  agents: AgentOptions;
  writes: WriteOptions;
  webhooks: WebhookOptions;
  /** The text taken where a stored name lacks the languages asked for. */
  languageFallback: LanguageFallback;
  /** `GET /MDOList/{name}` of a list that there is not. */
  unknownListStatus: 404 | 500;
  /** `GET` of a soft-deleted record by its id finds it. */
  deletedFoundById: boolean;
  /** `Last-Modified` and 304 on single records. */
  conditionalRequests: boolean;
  /** `Last-Modified` of a record that was never updated: when it was made, the year 1 of its UpdatedDate, or none. */
  neverModified: 'created' | 'year1' | 'absent';
  /** The zone used comes back as `SO-TIMEZONE`. */
  zoneEcho: boolean;
  /** More requests than this in a minute of real time and for one tenant are refused; null: none is. */
  throttle: { perMinute: number; status: 429 | 503; retryAfterSeconds: number | null } | null;
}

/** How complete carriers are. */
export interface CarrierOptions {
  tableRights: boolean;
  fieldProperties: boolean;
  links: boolean;
  /** Links end with a slash (online capture) or without one (onsite capture). */
  linkSlash: boolean;
  /** false: members that older servers do not have are absent. */
  newerMembers: boolean;
  /** The structured blocks `Street` and `Postal` beside `LocalizedAddress`. */
  structuredAddress: boolean;
  /** A reference that is not set: null, or an object with id 0, as captures show both. */
  emptyListValue: 'null' | 'zero';
  /** Texts that are not set: mostly `""` in captures, null in some. */
  emptyTexts: 'empty' | 'null';
}

/** What `$select` does to members that it does not name, where the manual is silent. */
export interface SelectOptions {
  /** The primary key turns null too. */
  nullsKey: boolean;
  /** TableRight and FieldProperties turn null too. */
  nullsRights: boolean;
  /** `_Links` turns null too. */
  nullsLinks: boolean;
  /** Numbers, booleans and dates keep their values. */
  keepsValueTypes: boolean;
}

export interface DateOptions {
  /**
   * How diary dates are converted: `full` as documented; `serverOffset`: any zone but UTC gives the server's own clock and
   * offset; `taggedUtc`: support for several zones is off, nothing is converted, everything is tagged `Z` (7.4, limits).
   */
  conversion: 'full' | 'serverOffset' | 'taggedUtc';
  /** Created and updated dates where a zone is asked for without offset: in the base zone, or in that zone. */
  stampsWithoutOffset: 'base' | 'request';
  /** Empty diary dates with offsets on: `...T00:00:00Z`, or moved by the zone's offset. */
  emptyDates: 'utc' | 'zoned';
}

export interface AccessOptions {
  /** A record that the caller may not select, asked for by its id. */
  forbiddenStatus: 403 | 404;
  /** A ticket past its time; one page says 401, another 403. */
  expiredStatus: 401 | 403;
  /** SOTicket calls must bring the application's token (online). */
  appTokenRequired: boolean;
  /** Basic works (onsite) or is refused (online). */
  basicAllowed: boolean;
}

export interface AgentOptions {
  /** Ids that `Get{X}List` does not find (or may not show). */
  missing: 'omit' | 'null' | 'empty';
  /** The order of `Get{X}List`. */
  order: 'shuffled' | 'request' | 'key';
  /** An id given twice is answered twice. */
  repeatsDuplicates: boolean;
  /** Most ids of one call; null: no limit. */
  maximumIds: number | null;
}

/** A new set of options, all at their defaults. */
export function defaultOptions(): SimulatorOptions {
  return {
    archive: defaultArchiveOptions(),
    carriers: {
      tableRights: true,
      fieldProperties: true,
      links: true,
      linkSlash: true,
      newerMembers: true,
      structuredAddress: true,
      emptyListValue: 'zero',
      emptyTexts: 'empty',
    },
    select: { nullsKey: true, nullsRights: true, nullsLinks: false, keepsValueTypes: false },
    dates: { conversion: 'full', stampsWithoutOffset: 'base', emptyDates: 'zoned' },
    access: { forbiddenStatus: 403, expiredStatus: 401, appTokenRequired: true, basicAllowed: true },
    agents: { missing: 'omit', order: 'shuffled', repeatsDuplicates: false, maximumIds: null },
    writes: defaultWriteOptions(),
    webhooks: defaultWebhookOptions(),
    languageFallback: 'us',
    unknownListStatus: 404,
    deletedFoundById: true,
    conditionalRequests: true,
    neverModified: 'created',
    zoneEcho: true,
    throttle: null,
  };
}

/** A part of the options, at any depth. */
export type OptionsPatch<T> = { [Key in keyof T]?: T[Key] extends object ? OptionsPatch<T[Key]> | T[Key] : T[Key] };

/**
 * Overwrites the named options in place. A name that the defaults do not have is an error, as is anything but a group
 * where they have one; then nothing is changed.
 */
export function changeOptions<T extends object>(options: T, patch: OptionsPatch<T>, defaults: T): void {
  checkNames(patch, defaults, '');
  overlay(options, patch);
}

function checkNames(patch: unknown, defaults: object, path: string): void {
  if (!isGroup(patch)) throw new RangeError(`options${path} are an object`);
  for (const [name, value] of Object.entries(patch)) {
    const found = Object.entries(defaults).find(([known]) => known === name);
    if (found === undefined) throw new RangeError(`there is no option ${`${path}.${name}`.slice(1)}`);
    if (isGroup(found[1]) && !(isGroup(value) && isOpen(found[1]))) checkNames(value, found[1], `${path}.${name}`);
  }
}

/** A group that begins without names takes any, such as the claims of a marketplace. */
const isOpen = (group: object) => Object.keys(group).length === 0;

function overlay(target: object, patch: object): void {
  const present: Record<string, unknown> = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    const group = present[name];
    if (isGroup(group) && isGroup(value)) overlay(group, value);
    else Object.assign(target, { [name]: value });
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
