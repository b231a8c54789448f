import type { AppointmentRecord } from '../store.ts';
import type { ArchiveRow, BoundColumn } from './columns.ts';
import { ColumnBinder } from './columns.ts';
import { compileFilter } from './filter.ts';
import { bindOrder, sortRows } from './order.ts';
import type { ArchiveProvider } from './provider.ts';
import type { AggregateCall, ArchiveQuery } from './query.ts';
import { ArchiveRefusal } from './refusal.ts';
import type { ArchiveContext } from './table.ts';

/** A restriction that the route brings with it: the persons of one contact. */
export interface ParentRestriction {
  column: string;
  id: number;
}

/** A selected column, bound. */
export interface SelectedColumn {
  name: string;
  column: BoundColumn;
  call: AggregateCall | null;
}

/** What a question comes to before paging. */
export interface FoundRows {
  columns: SelectedColumn[];
  /** All rows in order. */
  rows: ArchiveRow[];
  /** Rows that the caller may not see but `$skip` counts; empty unless the option says so. */
  hidden: ReadonlySet<ArchiveRow>;
  entityOf(row: ArchiveRow): string;
}

/** Checks and answers a question. Everything that can be refused is refused before the first row is read. */
export function findRows(
  provider: ArchiveProvider,
  query: ArchiveQuery,
  parent: ParentRestriction | null,
  context: ArchiveContext,
): FoundRows {
  const { caller } = context;
  const options = caller.options.archive;
  const binder = new ColumnBinder(provider.layout, provider.table, context);
  const columns = bindSelect(provider, query, binder);
  const sorters = bindOrder(query.orderBy, binder, context);
  if (query.filter === null && parent === null && refusesNoFilter(provider, options.filterRequired)) {
    throw new ArchiveRefusal(`${provider.name} needs a filter`, 'SoException');
  }
  const filter = compileFilter(query.filter, binder, provider.keyColumn, caller);
  const inParent = parentTest(parent, binder);
  const entities = readEntities(provider, query, context);
  const entityOf = (record: unknown) => provider.entitiesOf(record, options).find((entity) => entities.has(entity));
  const isTentativeHidden = hidesTentative(provider, filter.skipsTentativeRestriction, context);

  const hidden = new Set<ArchiveRow>();
  const records = [...(filter.none ? [] : provider.records(caller, filter.keys))].filter(
    (record) => entityOf(record) !== undefined && !isTentativeHidden(record),
  );
  const found = records.flatMap((record) => {
    const isHidden = !isVisible(provider, record, context);
    if (isHidden && !options.skipCountsHiddenRows) return [];
    const rows = expand(record, binder, options.toMany === 'multiply');
    const matching = rows.filter((row) => inParent(row) && filter.matches(row));
    for (const row of isHidden ? matching : []) hidden.add(row);
    return matching;
  });
  return {
    columns,
    rows: sortRows(found, sorters, provider.table, context),
    hidden,
    entityOf: ({ record }) => entityOf(record) ?? '',
  };
}

function bindSelect(provider: ArchiveProvider, query: ArchiveQuery, binder: ColumnBinder): SelectedColumn[] {
  const items = query.select ?? provider.defaultColumns.map((name) => ({ name, column: name, call: null }));
  return items.map(({ name, column, call }) => ({ name, column: binder.bind(column), call }));
}

function refusesNoFilter(provider: ArchiveProvider, required: readonly string[]): boolean {
  return required.some((name) => name === '*' || name.toLowerCase() === provider.name.toLowerCase());
}

function parentTest(parent: ParentRestriction | null, binder: ColumnBinder): (row: ArchiveRow) => boolean {
  if (parent === null) return () => true;
  const column = binder.bind(parent.column);
  return (row) => column.readAll(row).includes(parent.id);
}

function readEntities(provider: ArchiveProvider, query: ArchiveQuery, { caller }: ArchiveContext): Set<string> {
  const asked = query.entities ?? provider.defaultEntities(caller.options.archive);
  return new Set(
    asked.map((name) => {
      const known = provider.layout.entities.find((entity) => entity.toLowerCase() === name.toLowerCase());
      if (known === undefined) throw new ArchiveRefusal(`${provider.name} has no entity '${name}'`, 'SoException');
      return known;
    }),
  );
}

/** A row that the caller has no right to select is not in archives (8.5). */
function isVisible(provider: ArchiveProvider, record: unknown, { caller }: ArchiveContext): boolean {
  const { table } = provider;
  const { rights } = caller.user;
  switch (table?.entity) {
    case 'contact':
      return !rights.hiddenContactIds.has(table.id(record));
    case 'person':
      return !rights.hiddenPersonIds.has(table.id(record));
    case 'appointment':
      return !rights.hiddenAppointmentIds.has(table.id(record));
    default:
      return true;
  }
}

const unanswered = new Set(['Invitation', 'Moved', 'Seen', 'MovedSeen', 'Declined', 'Cancelled']);
const unaccepted = new Set(['Assigning', 'Seen', 'Declined']);

/** Whether an appointment is still an offer, or was turned down. */
export function isTentativeOrRejected(appointment: AppointmentRecord): boolean {
  return unanswered.has(appointment.invitationStatus) || unaccepted.has(appointment.assignmentStatus);
}

/** Archives that hide such entries have a restriction whose name alone says so (4.6). */
function hidesTentative(
  provider: ArchiveProvider,
  skips: boolean | null,
  { caller }: ArchiveContext,
): (record: unknown) => boolean {
  const reading = caller.options.archive.tentativeAndRejected;
  const hides = reading === 'hiddenUnlessSkipped' ? skips !== true : reading === 'hiddenWhenSkipped' && skips === true;
  if (!hides || !provider.layout.columns.has('skiptentativeandrejectedrestriction')) return () => false;
  return (record) => isTentativeOrRejected(record as AppointmentRecord);
}

const noPicks: readonly number[] = [];

/** One row for a record, or one for each combination of what its to-many joins lead to. */
function expand(record: unknown, binder: ColumnBinder, multiplies: boolean): ArchiveRow[] {
  if (!multiplies) return [{ record, picks: noPicks }];
  let picks: number[][] = [[]];
  for (const count of binder.counts(record)) {
    picks = picks.flatMap((before) => Array.from({ length: count }, (_, index) => [...before, index]));
  }
  return picks.map((row) => ({ record, picks: row }));
}
