import { unreadableColumns } from '../request.ts';
import { customColumn } from './custom-columns.ts';
import type { ColumnInfo, ProviderLayout } from './layouts.ts';
import { splitPrefix } from './layouts.ts';
import { ArchiveRefusal } from './refusal.ts';
import type { ArchiveColumn, ArchiveContext, ArchiveJoin, ArchiveTable, CellKind, CellValue } from './table.ts';
import { archiveTables } from './tables.ts';

/** One row before it is written: a record, and which element of each to-many join the row shows. */
export interface ArchiveRow {
  readonly record: unknown;
  readonly picks: readonly number[];
}

/** Whose cell it is, for hints: `{contact_id=25}`. */
export interface CellOwner {
  table: string;
  id: number;
}

/** A column found in the provider and bound to its readers. */
export interface BoundColumn {
  /** Full name as the reference spells it. */
  name: string;
  info: ColumnInfo;
  kind: CellKind;
  list: string | null;
  target: string | null;
  /** Name of the table that holds it (`contact`), and its name there in lower case. */
  table: string | null;
  leaf: string;
  /** Number of the to-many join that it is behind; null: none. */
  slot: number | null;
  read(row: ArchiveRow): CellValue;
  /** What filters compare, for each element of a to-many join; of an empty join, nothing stored. */
  readAll(row: ArchiveRow): readonly CellValue[];
  owner(row: ArchiveRow): CellOwner | null;
}

interface Step {
  join: ArchiveJoin;
  slot: number | null;
}

interface Place {
  table: ArchiveTable;
  steps: Step[];
  /** The caller may not read the column. */
  hidden: boolean;
}

/** How a column is written that the reference lists but no record of the simulator holds. */
const blankKinds: Readonly<Record<string, CellKind>> = {
  int: 'int',
  decimal: 'decimal',
  timeSpan: 'int',
  bool: 'bool',
  date: 'stamp',
  datetime: 'stamp',
  associate: 'associate',
  listAny: 'list',
  userGroup: 'list',
  ejUser: 'int',
};

/** Finds and binds the columns of one request; the same name twice is bound once. */
export class ColumnBinder {
  readonly #layout: ProviderLayout;
  readonly #root: ArchiveTable | undefined;
  readonly #context: ArchiveContext;
  readonly #bound = new Map<string, BoundColumn>();
  readonly #slots = new Map<string, { slot: number; count: (record: unknown) => number }>();

  constructor(layout: ProviderLayout, root: ArchiveTable | undefined, context: ArchiveContext) {
    this.#layout = layout;
    this.#root = root;
    this.#context = context;
  }

  /** The column, its name read without regard to case; `___` is the old way to write a slash (4.5). Unknown: refused. */
  bind(name: string): BoundColumn {
    const key = name.toLowerCase();
    let column = this.#bound.get(key);
    if (column === undefined) {
      column = this.#find(name) ?? this.#find(name.replaceAll('___', '/'));
      if (column === undefined) throw new ArchiveRefusal(`The archive has no column '${name}'`, 'SoException');
      this.#bound.set(key, column);
    }
    return column;
  }

  /** The elements that a record has behind each to-many join in use, in the order of the slots. */
  counts(record: unknown): number[] {
    return [...this.#slots.values()].map(({ count }) => Math.max(1, count(record)));
  }

  #find(name: string): BoundColumn | undefined {
    const info = this.#layout.columns.get(name.toLowerCase());
    if (info === undefined) return this.#findCustom(name);
    const { prefix, rest } = splitPrefix(info.name);
    const place = this.#walk(prefix, rest);
    const column = place?.table.columns[rest];
    if (column !== undefined || place?.table.beside === undefined) return this.#assemble(info, place, column);
    const beside = this.#walk([prefix, place.table.beside].filter((part) => part !== '').join('/'), rest);
    return this.#assemble(info, beside, beside?.table.columns[rest]);
  }

  /** `contactUdef/SuperOffice:1`, `contact/contactExtra/x_name`: the tenant's own fields, which no reference lists. */
  #findCustom(name: string): BoundColumn | undefined {
    const { prefix: whole, rest: field } = splitPrefix(name);
    const { prefix, rest: group } = splitPrefix(whole);
    if (!this.#layout.prefixes.has(prefix)) return undefined;
    const place = this.#walk(prefix, `${group}/${field}`);
    const found = place && customColumn(place.table, group, field, this.#context.caller.world);
    return found && this.#assemble({ ...found.info, name }, place, found.column);
  }

  /** Follows the prefixes; undefined where the simulator holds no such records. */
  #walk(prefix: string, leaf: string): Place | undefined {
    if (this.#root === undefined) return undefined;
    let table: ArchiveTable = this.#root;
    const parts = prefix === '' ? [] : prefix.split('/');
    const steps: Step[] = [];
    let hidden = this.#isHidden(table, [...parts, leaf]);
    for (const [index, part] of parts.entries()) {
      const join = joinNamed(table, part);
      const target = join && archiveTables[join.to];
      if (join === undefined || target === undefined) return undefined;
      steps.push({ join, slot: null });
      if (join.many) this.#giveSlot(parts.slice(0, index + 1).join('/'), steps);
      table = target;
      hidden ||= this.#isHidden(table, [...parts.slice(index + 1), leaf]);
    }
    return { table, steps, hidden };
  }

  #giveSlot(path: string, steps: Step[]): void {
    const last = steps.at(-1);
    if (last === undefined) return;
    const before = steps.slice(0, -1);
    const known = this.#slots.get(path);
    last.slot = known?.slot ?? this.#slots.size;
    if (known !== undefined) return;
    this.#slots.set(path, {
      slot: last.slot,
      count: (record) =>
        reachAll(before, record, this.#context).flatMap((at) => last.join.follow(at, this.#context)).length,
    });
  }

  #isHidden(table: ArchiveTable, path: string[]): boolean {
    const entity = table.fieldsOf ?? table.entity;
    return entity !== undefined && unreadableColumns(this.#context.caller, entity).has(path.join('/').toLowerCase());
  }

  #assemble(info: ColumnInfo, place: Place | undefined, column: ArchiveColumn | undefined): BoundColumn {
    const context = this.#context;
    const { rest } = splitPrefix(info.name);
    const common = { name: info.name, info, leaf: rest.toLowerCase(), list: column?.list ?? null };
    if (place === undefined || column === undefined || place.hidden) {
      const kind = column?.kind ?? blankKinds[info.type ?? ''] ?? 'text';
      const blank = { kind, target: null, table: null, slot: null };
      return { ...common, ...blank, read: () => null, readAll: () => [null], owner: () => null };
    }
    const { table, steps } = place;
    const filtered = column.filterBy?.bind(column) ?? column.read.bind(column);
    const reach =
      steps.length === 0 ? (row: ArchiveRow) => row.record : (row: ArchiveRow) => reachOne(steps, row, context);
    return {
      ...common,
      kind: column.kind,
      target: column.target ?? null,
      table: table.name,
      slot: steps.findLast((step) => step.slot !== null)?.slot ?? null,
      read: (row) => {
        const record = reach(row);
        return record === undefined ? null : column.read(record, context);
      },
      readAll: (row) => {
        if (steps.length === 0) return [filtered(row.record, context)];
        const records = reachAll(steps, row.record, context, row.picks);
        return records.length === 0 ? [null] : records.map((record) => filtered(record, context));
      },
      owner: (row) => {
        const record = reach(row);
        return record === undefined ? null : { table: table.name, id: table.id(record) };
      },
    };
  }
}

/** Prefixes are read without regard to case, as columns are. */
function joinNamed(table: ArchiveTable, name: string): ArchiveJoin | undefined {
  return Object.entries(table.joins).find(([own]) => own.toLowerCase() === name)?.[1];
}

function reachOne(steps: readonly Step[], row: ArchiveRow, context: ArchiveContext): unknown {
  let record = row.record;
  for (const { join, slot } of steps) {
    record = join.follow(record, context)[slot === null ? 0 : (row.picks[slot] ?? 0)];
    if (record === undefined) return undefined;
  }
  return record;
}

/** All records behind the joins; of a join that the row has picked an element of, that one alone. */
function reachAll(
  steps: readonly Step[],
  start: unknown,
  context: ArchiveContext,
  picks: readonly number[] = [],
): readonly unknown[] {
  let records: readonly unknown[] = [start];
  for (const { join, slot } of steps) {
    const pick = slot === null ? undefined : picks[slot];
    records = records.flatMap((record) => {
      const found = join.follow(record, context);
      return pick === undefined ? found : found.slice(pick, pick + 1);
    });
  }
  return records;
}
