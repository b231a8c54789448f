import type { TimeZoneDataWire } from '../entities/associate/associate.wire.ts';
import { ok } from './answers.ts';
import { noRights } from './carriers.ts';
import type { SimulatedCaller } from './request.ts';
import type { Route } from './router.ts';
import { findZone, offsetAt, type ZoneRecord } from './zones.ts';

/** The tenant's own zone and the one in force for the caller; `/TimeZone` itself is an archive. */
export function zoneRoutes(): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/TimeZone/base',
      description: 'The base time zone of the installation',
      handle: ({ caller }) => ok(zoneData(findZone(caller.world.baseZone), caller)),
    },
    {
      method: 'GET',
      pattern: '/TimeZone/current',
      description: 'The time zone of the caller',
      handle: ({ caller }) => ok(zoneData(findZone(caller.zone.code), caller)),
    },
  ];
}

function zoneData(zone: ZoneRecord | undefined, caller: SimulatedCaller): TimeZoneDataWire | null {
  if (zone === undefined) return null;
  const year = new Date(caller.clock.now()).getUTCFullYear();
  const winter = offsetAt(Date.UTC(year, 0, 1), zone.iana);
  const summer = offsetAt(Date.UTC(year, 6, 1), zone.iana);
  const rule = (offset: number) => ({
    StartDate: `${year}-01-01T00:00:00`,
    EndDate: `${year}-12-31T23:59:59`,
    BiasMinutes: offset / 60_000,
  });
  return {
    TZLocationID: zone.id,
    Name: zone.country === '' ? zone.code : zone.country,
    TZLocationCode: zone.code,
    TZLocationCities: zone.cities,
    IsoNumber: zone.isoNumber,
    TimeZoneSTDRules: [rule(Math.min(winter, summer))],
    TimeZoneDSTRules: winter === summer ? [] : [rule(Math.max(winter, summer))],
    ...noRights(),
  };
}
