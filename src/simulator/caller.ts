import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock.ts';
import { readCulture, readLanguages, textResolver } from './language.ts';
import type { SimulatorOptions } from './options.ts';
import type { CallerZone, SimulatedCaller } from './request.ts';
import type { AssociateRecord, TenantWorld } from './store.ts';
import type { UserRecord } from './users.ts';
import { findZone } from './zones.ts';

/** What a caller is made of beside its headers. */
export interface CallerSite {
  world: TenantWorld;
  user: UserRecord;
  options: SimulatorOptions;
  clock: Clock;
  baseUrl: string;
}

/** The caller with the languages, culture and zone that its headers ask for. */
export function createCaller(headers: IncomingHttpHeaders, site: CallerSite): SimulatedCaller {
  const named = [header(headers, 'so-language'), headers['accept-language']] as const;
  const languages = readLanguages(...named);
  return {
    world: site.world,
    user: site.user,
    associate: site.world.associates.get(site.user.associateId) ?? missingAssociate(site.user.associateId),
    text: textResolver(languages, site.world.strings, () => site.options.languageFallback),
    languages,
    culture: readCulture(header(headers, 'so-culture'), ...named),
    zone: callerZone(header(headers, 'so-timezone'), site.world),
    options: site.options,
    clock: site.clock,
    baseUrl: site.baseUrl,
  };
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** `NO`, `261`, each with or without `includeTZOffset`; an unknown zone counts as none asked for. */
function callerZone(value: string | undefined, world: TenantWorld): CallerZone {
  const parts = (value ?? '').split(',').map((part) => part.trim());
  const includeOffset = parts.some((part) => part.toLowerCase() === 'includetzoffset');
  const named = parts.find((part) => part !== '' && part.toLowerCase() !== 'includetzoffset');
  const base = findZone(world.baseZone);
  const asked = named === undefined ? undefined : findZone(named);
  const used = asked ?? base;
  return {
    code: used?.code ?? 'UTC',
    iana: used?.iana ?? 'UTC',
    includeOffset,
    asked: asked !== undefined,
    baseIana: base?.iana ?? 'UTC',
  };
}

/** A test's own world may name a user without a row of its own. */
function missingAssociate(id: number): AssociateRecord {
  return {
    id,
    name: `A${id}`,
    personId: 0,
    displayName: `Associate ${id}`,
    tooltip: '',
    type: 'InternalAssociate',
    groupId: 0,
    otherGroupIds: [],
    roleId: 1,
    rank: id,
    deleted: false,
    ejUserId: 0,
    userName: '',
    createdAt: 0,
    createdBy: 0,
    updatedAt: null,
    updatedBy: null,
  };
}
