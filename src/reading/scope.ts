import type { SuperOffice } from '../upstream/superoffice/client.ts';
import type { Layouts } from './layouts.ts';
import type { ArchiveDates, DateReader } from './row.ts';

/** What reading needs of one request: the CRM bound to its ticket and languages, how dates are read, and the limits. */
export interface ReadScope {
  readonly superoffice: SuperOffice;
  readonly archiveDates: ArchiveDates;
  readonly entityDates: DateReader;
  /** Layouts of the tenant's own fields. */
  readonly layouts: Layouts;
  /** `Get{X}List` may be used. */
  readonly agents: boolean;
  readonly maxPageSize: number;
}
