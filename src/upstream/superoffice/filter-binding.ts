import { isDay } from '../time.ts';
import { quoted } from './archive.ts';
import { type ComparedColumn, operatorsOn, periodUnits, type ValueKind } from './filter-operators.ts';
import type { FilterCall, FilterGroup, FilterNode, FilterTerm } from './filter-text.ts';
import { type FilterToken, refuseAt, shown } from './filter-tokens.ts';

/** A value that fits its column: as it is sent in a filter, and as it is. */
export interface BoundValue {
  readonly kind: ValueKind;
  readonly text: string;
  readonly value: string;
}

/** A comparison whose column has the operator and takes the values. */
export interface BoundTerm {
  readonly kind: 'term';
  readonly column: string;
  /** As it is sent. */
  readonly operator: string;
  readonly takes: FilterTerm['operator']['takes'];
  readonly values: readonly BoundValue[];
}

export interface BoundCall {
  readonly kind: 'call';
  readonly column: string;
  /** As it is sent. */
  readonly text: string;
}

export type BoundFilter = BoundTerm | BoundCall | FilterGroup<BoundFilter>;

/** The restriction type of a provider's column; null: it cannot be filtered by; undefined: there is none of that name. */
export type TypeOfColumn = (column: string) => string | null | undefined;

/** Restrictions that every provider has and some list without a type; samples write `getAllRows=true` alone. */
const wholeArchive: ReadonlySet<string> = new Set(['getAllRows', 'getNoRows']);

/** Holds a filter against the columns of its provider; raises `FilterTextError` for what does not fit. */
export function bindFilter(node: FilterNode, typeOf: TypeOfColumn): BoundFilter {
  if (node.kind === 'term') return bindTerm(node, typeOf);
  if (node.kind === 'call') return bindCall(node, typeOf);
  return { kind: node.kind, parts: node.parts.map((part) => bindFilter(part, typeOf)) };
}

/** The filter as it is sent: written anew, so that nothing but what was understood goes out. */
export function printFilter(node: BoundFilter): string {
  if (node.kind === 'call') return node.text;
  if (node.kind === 'term') return printTerm(node);
  const parts = node.parts.map((part) =>
    node.kind === 'and' && part.kind === 'or' ? `(${printFilter(part)})` : printFilter(part),
  );
  return parts.join(` ${node.kind} `);
}

function printTerm({ column, operator, takes, values }: BoundTerm): string {
  const texts = values.map(({ text }) => text);
  if (wholeArchive.has(column)) return `${column}=${texts[0]}`;
  const listed = takes === 'list' || takes === 'pair';
  return [column, operator, listed ? `(${texts.join(',')})` : texts.join(' ')].filter((part) => part !== '').join(' ');
}

function bindTerm({ column, operator, values }: FilterTerm, typeOf: TypeOfColumn): BoundTerm {
  const name = column.text;
  if (wholeArchive.has(name)) return wholeArchiveTerm(column, operator.name, values);
  const compared = comparedColumn(column, typeOf);
  const on = operatorsOn(compared);
  const sent = on.spellings[operator.name];
  if (sent === undefined)
    return refuseAt(
      column.at,
      `${shown(name)} (${compared.type}) is not compared by \`${operator.name}\`. It takes: ${Object.values(on.spellings).join(', ')}.`,
    );
  const bound =
    operator.takes === 'period'
      ? bindPeriod(values)
      : values.map((value) => (operator.name === 'set' ? bindFlag(value) : bindValue(value, on.values)));
  return { kind: 'term', column: name, operator: sent, takes: operator.takes, values: bound };
}

function wholeArchiveTerm(column: FilterToken, operator: string, values: readonly FilterToken[]): BoundTerm {
  const [value] = values;
  if (!value || (operator !== 'eq' && operator !== 'set'))
    return refuseAt(column.at, `${shown(column.text)} is written \`${column.text}=true\`.`);
  return { kind: 'term', column: column.text, operator: '=', takes: 'one', values: [bindFlag(value)] };
}

function bindCall({ function: called, column, values }: FilterCall, typeOf: TypeOfColumn): BoundCall {
  const { name, of } = called;
  const compared = comparedColumn(column, typeOf);
  const fits = of === 'text' ? operatorsOn(compared).values === 'text' : /^date(time)?$/.test(compared.type);
  if (!fits)
    return refuseAt(column.at, `${name}() is about ${of}s, and ${shown(column.text)} is of type ${compared.type}.`);
  if (of === 'date') {
    const span = called.counted ? bindPeriod(values) : values.map(bindUnit);
    return {
      kind: 'call',
      column: column.text,
      text: `${name}(${[column.text, ...span.map(({ text }) => text)].join(',')})`,
    };
  }
  const text = quoted(values[0]?.text ?? '');
  const given = name === 'substringof' ? [text, column.text] : [column.text, text];
  return { kind: 'call', column: column.text, text: `${name}(${given.join(',')})` };
}

function comparedColumn(column: FilterToken, typeOf: TypeOfColumn): ComparedColumn {
  const name = column.text;
  const type = typeOf(name);
  if (type === undefined) return refuseAt(column.at, `there is no column ${shown(name)}.`);
  if (type === null) return refuseAt(column.at, `${shown(name)} can be read but not filtered by.`);
  const [leaf = '', ...prefix] = name.split('/').reverse();
  const isOfAppointments =
    prefix.length === 0 ? typeOf('appointmentId') !== undefined : /appointment$/i.test(prefix[0] ?? '');
  return { name, type, isAppointmentDate: type === 'date' && leaf === 'date' && isOfAppointments };
}

interface ValueShape {
  readonly pattern: RegExp;
  /** Whether there is such a value, where it looks like one. */
  readonly exists?: (text: string) => boolean;
  readonly example: string;
}

const shapes: Readonly<Record<Exclude<ValueKind, 'text'>, ValueShape>> = {
  whole: { pattern: /^-?\d{1,10}$/, example: 'a whole number' },
  decimal: { pattern: /^-?\d{1,15}(?:\.\d{1,10})?$/, example: 'a number such as 12.5' },
  flag: { pattern: /^(?:true|false|0|1)$/i, example: '`true` or `false`' },
  date: {
    pattern: /^\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/,
    exists: isWrittenDay,
    example: "a date such as '2026-05-28' or '2026-05-28T15:00:00', without offset",
  },
};

/** The calendar has this day; months and days may have one digit (superoffice.md 4.5). */
function isWrittenDay(text: string): boolean {
  const [year = '', month = '', day = ''] = text.split(/[T ]/)[0]?.split('-') ?? [];
  return year !== '0000' && isDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function bindValue({ text, kind: form, at }: FilterToken, kind: ValueKind): BoundValue {
  // A bare number may mean the key of a `stringorPK` column, so it stays bare.
  if (kind === 'text')
    return { kind, text: form === 'word' && /^\d{1,10}$/.test(text) ? text : quoted(text), value: text };
  const { pattern, exists, example } = shapes[kind];
  if (!pattern.test(text) || exists?.(text) === false)
    return refuseAt(at, `${shown(text)} stands where ${example} is needed.`);
  if (kind === 'date') return { kind, text: quoted(text), value: text };
  const plain = text.toLowerCase();
  return { kind, text: plain, value: plain };
}

/** `0` and `1` are samples of extra fields alone, which are compared by `eq`. */
function bindFlag(token: FilterToken): BoundValue {
  const { text } = bindValue(token, 'flag');
  const flag = text === '1' ? 'true' : text === '0' ? 'false' : text;
  return { kind: 'flag', text: flag, value: flag };
}

function bindPeriod([count, unit]: readonly FilterToken[]): BoundValue[] {
  if (!count || !/^\d{1,4}$/.test(count.text))
    return refuseAt(count?.at ?? 0, `${shown(count?.text ?? '')} stands where a number of days, weeks … is needed.`);
  return [{ kind: 'whole', text: String(Number(count.text)), value: count.text }, ...(unit ? [bindUnit(unit)] : [])];
}

function bindUnit({ text, at }: FilterToken): BoundValue {
  const unit = text.toLowerCase();
  if (!periodUnits.includes(unit))
    return refuseAt(at, `${shown(text)} is no unit of time. There are: ${periodUnits.join(', ')}.`);
  return { kind: 'text', text: unit, value: unit };
}
