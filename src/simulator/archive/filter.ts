import type { SimulatedCaller } from '../request.ts';
import type { ArchiveRow, BoundColumn, ColumnBinder } from './columns.ts';
import type { FilterNode, FilterTerm } from './filter-parser.ts';
import { valueTest } from './operators.ts';
import { ArchiveRefusal } from './refusal.ts';

type RowTest = (row: ArchiveRow) => boolean;

/** A filter ready to decide on rows. */
export interface CompiledFilter {
  matches: RowTest;
  /** Only records of these keys can match; null: any. */
  keys: ReadonlySet<number> | null;
  /** `getNoRows` was asked for. */
  none: boolean;
  /** What `skipTentativeAndRejectedRestriction` says; null: it is not there. */
  skipsTentativeRestriction: boolean | null;
}

/** Binds every column of the filter and checks every operator, before a row is looked at. */
export function compileFilter(
  node: FilterNode | null,
  binder: ColumnBinder,
  keyColumn: string,
  caller: SimulatedCaller,
): CompiledFilter {
  const compiler = new FilterCompiler(binder, keyColumn, caller);
  const matches = node === null ? null : compiler.node(node);
  return {
    matches: matches ?? (() => true),
    keys: node === null ? null : compiler.keysOf(node),
    none: compiler.none,
    skipsTentativeRestriction: compiler.skipsTentativeRestriction,
  };
}

const negativeOperators = new Set(['isnot', 'ne', '!=', 'unequals', 'notbegins', 'notcontains', 'notends']);
const keyOperators = new Set(['in', 'oneof', 'eq', '=', 'equals']);

class FilterCompiler {
  none = false;
  skipsTentativeRestriction: boolean | null = null;
  readonly #binder: ColumnBinder;
  readonly #keyColumn: string;
  readonly #caller: SimulatedCaller;

  constructor(binder: ColumnBinder, keyColumn: string, caller: SimulatedCaller) {
    this.#binder = binder;
    this.#keyColumn = keyColumn.toLowerCase();
    this.#caller = caller;
  }

  /** null: decides nothing. */
  node(node: FilterNode): RowTest | null {
    if (node.kind === 'term') return this.#term(node);
    const parts = node.parts.map((part) => this.node(part)).filter((part) => part !== null);
    if (parts.length === 0) return null;
    return node.kind === 'and'
      ? (row) => parts.every((matches) => matches(row))
      : (row) => parts.some((matches) => matches(row));
  }

  /** The keys that a term on the key column, not under an `or`, leaves over. */
  keysOf(node: FilterNode): ReadonlySet<number> | null {
    if (node.kind === 'and') return node.parts.map((part) => this.keysOf(part)).find((keys) => keys !== null) ?? null;
    if (node.kind !== 'term') return null;
    if (node.column.toLowerCase() !== this.#keyColumn || !keyOperators.has(node.operator)) return null;
    const keys = node.values.map(({ text }) => Number(text));
    // The agents' typed values are read by the test alone.
    return keys.some(Number.isNaN) ? null : new Set(keys);
  }

  #term(term: FilterTerm): RowTest | null {
    const column = this.#binder.bind(term.column);
    switch (column.name) {
      case 'getAllRows':
        return readFlag(term) ? () => true : null;
      case 'getNoRows':
        this.none ||= readFlag(term);
        return null;
      case 'skipTentativeAndRejectedRestriction':
        this.skipsTentativeRestriction = readFlag(term);
        return null;
      default:
        return this.#test(column, term);
    }
  }

  #test(column: BoundColumn, term: FilterTerm): RowTest {
    const test = valueTest(column, term, this.#caller);
    const byText: RowTest = (row) => column.readAll(row).some(test);
    if (column.info.type !== 'stringorPK') return byText;
    // A whole number is also the key of the record whose name it is compared with (4.5).
    const keys = new Set(
      term.values
        .map(({ text }) => text.trim())
        .filter((text) => /^\d+$/.test(text))
        .map(Number),
    );
    if (keys.size === 0) return byText;
    const isKey: RowTest = (row) => keys.has(column.owner(row)?.id ?? 0);
    return negativeOperators.has(term.operator)
      ? (row) => byText(row) && !isKey(row)
      : (row) => byText(row) || isKey(row);
  }
}

/** Restrictions that are no columns; samples write `getAllRows=true`. */
function readFlag(term: FilterTerm): boolean {
  const value = term.values[0]?.text.toLowerCase();
  if (!['=', 'eq', 'equals', 'set'].includes(term.operator) || (value !== 'true' && value !== 'false')) {
    throw new ArchiveRefusal(`'${term.column}' is either true or false`);
  }
  return value === 'true';
}
