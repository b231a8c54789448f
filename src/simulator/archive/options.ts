/** What the manual leaves open about archives. Each default is the reading that a careful client can live with. */
export interface ArchiveOptions {
  /** Most rows of one answer, whatever `$top` says; null: no limit (4.4). */
  pageLimit: number | null;
  /** Rows where `$top` is absent; null: all. */
  defaultTop: number | null;
  /** When `odata.nextLink` is written: rows remain, rows remain because of the page limit, or never. */
  nextLink: 'whenRowsRemain' | 'whenLimited' | 'never';
  /** The zone of instants in rows (7.4 says nothing about archives). */
  zone: 'request' | 'base' | 'requestWithOffset' | 'utc';
  /** A join to several e-mails, phones or addresses shows the first one, or gives a row for each. */
  toMany: 'first' | 'multiply';
  /** What the order of a list column goes by. */
  listOrder: 'text' | 'rank';
  /** What the order of a foreign key (`contactId` of an appointment) goes by. */
  keyOrder: 'id' | 'name';
  /** The order of rows where `$orderBy` does not decide: not defined by the vendor. */
  undecidedOrder: 'key' | 'scrambled';
  /** Language of the database's collation. */
  collation: string;
  /** `RawValue` of associate columns in Full mode; the id then stands in `TooltipHint` alone. */
  associateRaw: 'id' | 'initials';
  /** What makes `FindAppointment` hide tentative and rejected entries. */
  tentativeAndRejected: 'hiddenUnlessSkipped' | 'hiddenWhenSkipped' | 'shown';
  /** Persons answered where `$entities` is absent. */
  personEntities: 'person' | 'personAndRetired';
  /** Whether the entity `all` of AllUsers holds those whose access has expired. */
  allUsersHoldExpired: boolean;
  /** Whether `$skip` counts rows that the caller may not see (4.4: rows from the database). */
  skipCountsHiddenRows: boolean;
  /** `beforeTime`, `afterTime` and `dateTime` on every date column, not on the appointment's `date` alone. */
  timeOnAnyDate: boolean;
  /** `le` and `ge` work (the reference lists them, the samples mark them as failing). */
  lessOrEqual: boolean;
  /** `notEnds` works (marked as failing too). */
  notEnds: boolean;
  /** Providers that refuse to run without a filter; `*` is every one. */
  filterRequired: readonly string[];
  /** Status of a refused column, order, filter or provider. */
  refusalStatus: 400 | 500;
  /** What an agent call answers in place of a refusal (5.1: nothing but null). */
  agentRefusal: 'null' | 'status';
  /** Member of the envelope that holds the number asked for with `$inlineCount`; null: nowhere. */
  inlineCountMember: string | null;
}

/** A new set of options, all at their defaults. */
export function defaultArchiveOptions(): ArchiveOptions {
  return {
    pageLimit: null,
    defaultTop: null,
    nextLink: 'whenRowsRemain',
    zone: 'request',
    toMany: 'first',
    listOrder: 'text',
    keyOrder: 'id',
    undecidedOrder: 'key',
    collation: 'nb',
    associateRaw: 'id',
    tentativeAndRejected: 'hiddenUnlessSkipped',
    personEntities: 'person',
    allUsersHoldExpired: true,
    skipCountsHiddenRows: false,
    timeOnAnyDate: false,
    lessOrEqual: false,
    notEnds: false,
    filterRequired: [],
    refusalStatus: 500,
    agentRefusal: 'null',
    inlineCountMember: 'odata.count',
  };
}
