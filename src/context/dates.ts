import type { ArchiveDates, DateClass, DateReader } from '../reading/row.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';
import { calendarDate, diaryInstant, stampInstant, type WireZones } from '../upstream/superoffice/dates.ts';
import { firstToldFrom, formatLocal, parseInstant } from '../upstream/time.ts';

function instantOf(wire: unknown, dateClass: DateClass, zones: () => WireZones): number | null {
  if (typeof wire !== 'string') return null;
  if (dateClass === 'diary') return diaryInstant(wire, zones());
  if (dateClass === 'stamp') return stampInstant(wire, zones());
  const day = calendarDate(wire);
  return day === null ? null : Date.parse(`${day}T00:00:00Z`);
}

/** How one operation reads the dates of single records. */
export class EntityDates implements DateReader {
  readonly #superoffice: SuperOffice;

  constructor(superoffice: SuperOffice) {
    this.#superoffice = superoffice;
  }

  instant(wire: unknown, dateClass: DateClass): number | null {
    return instantOf(wire, dateClass, () => this.#superoffice.wireZones('entity'));
  }
}

/** How one operation reads the dates of archive cells, and writes those of filters: in UTC, or in the zone of the tenant. */
export class CellDates implements ArchiveDates {
  readonly isExact: boolean;
  readonly #superoffice: SuperOffice;

  constructor(superoffice: SuperOffice, archiveZone: 'request' | 'base') {
    this.isExact = archiveZone === 'request';
    this.#superoffice = superoffice;
  }

  get isPrepared(): boolean {
    return this.#superoffice.areDatesPrepared;
  }

  prepare(): Promise<void> {
    return this.#superoffice.prepareDates();
  }

  instant(wire: unknown, dateClass: DateClass): number | null {
    return instantOf(wire, dateClass, () => this.#superoffice.wireZones('archive'));
  }

  written(wire: unknown): number | null {
    return typeof wire === 'string' ? parseInstant(wire, this.#superoffice.wireZones('archive').diary) : null;
  }

  literal(instant: number): string {
    const zone = this.#superoffice.wireZones('archive').diary;
    // Rows of an hour that the clock shows twice are read as its first, so a bound in its second lies behind them all.
    return formatLocal(firstToldFrom(instant, zone), zone);
  }
}
