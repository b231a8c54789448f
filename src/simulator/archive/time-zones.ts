import type { ZoneRecord } from '../zones.ts';
import { offsetAt } from '../zones.ts';
import { cell, defineTable } from './table.ts';

/** Offsets of the two halves of the year of the instant; equal where clocks are not changed. */
function yearOffsets(zone: ZoneRecord, now: number): { standard: number; daylight: number } {
  const year = new Date(now).getUTCFullYear();
  const both = [offsetAt(Date.UTC(year, 0, 1), zone.iana), offsetAt(Date.UTC(year, 6, 1), zone.iana)];
  return { standard: Math.min(...both), daylight: Math.max(...both) };
}

/** `+1:00`, `-5:00`; of UTC `0`. */
function offsetText(offset: number): string {
  if (offset === 0) return '0';
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The archive of time zones (7.5). */
export const timeZoneTable = defineTable<ZoneRecord>({
  name: 'tzlocation',
  id: (zone) => zone.id,
  columns: {
    id: cell.int((zone) => zone.id),
    // A number here, unlike the flags of other archives.
    isActive: cell.int(() => 1),
    timeZone: cell.text((zone) => zone.code),
    country: cell.text((zone) => zone.country),
    region: cell.text((zone) => zone.region),
    cities: cell.text((zone) => zone.cities),
    offset: cell.text((zone, { caller }) => offsetText(yearOffsets(zone, caller.clock.now()).standard)),
    daylight: cell.text((zone, { caller }) => {
      const { standard, daylight } = yearOffsets(zone, caller.clock.now());
      return standard === daylight ? '' : offsetText(daylight);
    }),
    offsetRaw: cell.int((zone, { caller }) => yearOffsets(zone, caller.clock.now()).standard / 60_000),
    daylightRaw: cell.int((zone, { caller }) => yearOffsets(zone, caller.clock.now()).daylight / 60_000),
  },
  joins: {},
});
