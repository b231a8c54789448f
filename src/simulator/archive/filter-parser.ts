import { type FilterToken, tokenizeFilter } from './filter-tokens.ts';
import { ArchiveRefusal } from './refusal.ts';

/** A value of a comparison, as written. */
export interface FilterValue {
  text: string;
  quoted: boolean;
}

/** `column operator value`; a function is the comparison that it stands for. */
export interface FilterTerm {
  kind: 'term';
  column: string;
  /** In lower case. */
  operator: string;
  values: FilterValue[];
}

/** Terms joined by `and` or `or`. */
export interface FilterGroup {
  kind: 'and' | 'or';
  parts: FilterNode[];
}

export type FilterNode = FilterTerm | FilterGroup;

/** Operators without a value. */
const unary = new Set([
  'beforetoday',
  'today',
  'aftertoday',
  ...['week', 'month', 'quarter', 'year'].flatMap((period) => [`last${period}`, `this${period}`, `next${period}`]),
  'thishalf',
  'currentassociate',
  'isnull',
  'isnotnull',
]);
/** Operators with a list in parentheses, and how long it may be. */
const listed = new Map<string, { least: number; most: number }>([
  ...['between', 'datebetween'].map((name) => [name, { least: 2, most: 2 }] as const),
  ...[
    'in',
    'oneof',
    'notoneof',
    'associateisoneof',
    'associateisnotoneof',
    'intarrayallof',
    'intarraynotallof',
    'intarrayoneof',
    'intarraynotanyof',
  ].map((name) => [name, { least: 1, most: Number.POSITIVE_INFINITY }] as const),
]);
const periodOperators = new Set(['thisperiod', 'thisandnext', 'thisandprevious']);
/** Text functions and the operator that each stands for; `endsWith` has no operator of that name (4.5). */
const textFunctions = new Map([
  ['substringof', 'contains'],
  ['contains', 'contains'],
  ['startswith', 'begins'],
  ['endswith', 'endswith()'],
]);
const periodFunctions = new Map([
  ['this', { operator: 'this()', values: 1 }],
  ['next', { operator: 'next()', values: 2 }],
  ['previous', { operator: 'previous()', values: 2 }],
  ['thisandnext', { operator: 'thisandnext', values: 2 }],
  ['thisandprevious', { operator: 'thisandprevious', values: 2 }],
  ['thisandpreviousandnext', { operator: 'thisandpreviousandnext()', values: 2 }],
]);

/** Reads a `$filter`: `and` binds tighter than `or`, parentheses group (4.5). Empty text is no filter. */
export function parseFilter(filter: string): FilterNode | null {
  const tokens = tokenizeFilter(filter);
  return tokens.length === 0 ? null : parseFilterTokens(tokens);
}

/** Reads the pieces of a filter; at least one. */
export function parseFilterTokens(tokens: readonly FilterToken[]): FilterNode {
  const reader = new FilterReader(tokens);
  const node = reader.or();
  reader.end();
  return node;
}

class FilterReader {
  readonly #tokens: readonly FilterToken[];
  #next = 0;

  constructor(tokens: readonly FilterToken[]) {
    this.#tokens = tokens;
  }

  or(): FilterNode {
    return this.#joined('or', () => this.#joined('and', () => this.#part()));
  }

  end(): void {
    const token = this.#tokens[this.#next];
    if (token !== undefined) throw unexpected(token);
  }

  #joined(word: 'and' | 'or', read: () => FilterNode): FilterNode {
    const parts = [read()];
    while (this.#takeWord(word)) parts.push(read());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: word, parts };
  }

  #part(): FilterNode {
    if (this.#takeSign('(')) {
      const node = this.or();
      this.#expectSign(')');
      return node;
    }
    const name = this.#take('word', 'a column');
    return this.#isSign('(') ? this.#function(name) : this.#term(name);
  }

  #term(column: FilterToken): FilterTerm {
    const sign = this.#tokens[this.#next];
    const operator = (
      sign?.kind === 'sign' ? this.#take('sign', 'an operator') : this.#take('word', 'an operator')
    ).text.toLowerCase();
    return { kind: 'term', column: column.text, operator, values: this.#values(operator) };
  }

  #values(operator: string): FilterValue[] {
    if (unary.has(operator)) return [];
    const range = listed.get(operator);
    if (range !== undefined) return this.#list(range.least, range.most);
    if (periodOperators.has(operator)) return this.#isSign('(') ? this.#list(2, 2) : [this.#value(), this.#value()];
    return [this.#value()];
  }

  #list(least: number, most: number): FilterValue[] {
    this.#expectSign('(');
    const values = [this.#value()];
    while (this.#takeSign(',')) values.push(this.#value());
    this.#expectSign(')');
    if (values.length < least || values.length > most) {
      throw new ArchiveRefusal(`The filter has ${values.length} values where ${least} are needed`);
    }
    return values;
  }

  #value(): FilterValue {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new ArchiveRefusal('The filter ends where a value is needed');
    if (token.kind === 'sign') throw unexpected(token);
    this.#next += 1;
    return { text: token.text, quoted: token.kind === 'text' };
  }

  #function(name: FilterToken): FilterTerm {
    const called = name.text.toLowerCase();
    const text = textFunctions.get(called);
    if (text !== undefined) return textTerm(name, text, this.#list(2, 2));
    const period = periodFunctions.get(called);
    if (period === undefined) throw new ArchiveRefusal(`'${name.text}' is not a function`);
    const [column, ...values] = this.#list(period.values + 1, period.values + 1);
    if (column === undefined || column.quoted) throw new ArchiveRefusal(`${name.text}() needs a column`);
    return { kind: 'term', column: column.text, operator: period.operator, values };
  }

  #take(kind: FilterToken['kind'], what: string): FilterToken {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new ArchiveRefusal(`The filter ends where ${what} is needed`);
    if (token.kind !== kind) throw unexpected(token);
    this.#next += 1;
    return token;
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#next];
    const found = token?.kind === 'word' && token.text.toLowerCase() === word;
    if (found) this.#next += 1;
    return found;
  }

  #isSign(sign: string): boolean {
    const token = this.#tokens[this.#next];
    return token?.kind === 'sign' && token.text === sign;
  }

  #takeSign(sign: string): boolean {
    const found = this.#isSign(sign);
    if (found) this.#next += 1;
    return found;
  }

  #expectSign(sign: string): void {
    if (this.#takeSign(sign)) return;
    const token = this.#tokens[this.#next];
    throw token === undefined ? new ArchiveRefusal(`The filter ends where '${sign}' is needed`) : unexpected(token);
  }
}

/** The manual names the arguments `(a,b)` only: the quoted one is the text; of two bare words the usual place decides. */
function textTerm(name: FilterToken, operator: string, given: FilterValue[]): FilterTerm {
  const [first, second] = given;
  if (first === undefined || second === undefined || (first.quoted && second.quoted)) {
    throw new ArchiveRefusal(`${name.text}() needs a column and a text`);
  }
  const textComesFirst = first.quoted || (!second.quoted && name.text.toLowerCase() === 'substringof');
  const [column, text] = textComesFirst ? [second, first] : [first, second];
  return { kind: 'term', column: column.text, operator, values: [text] };
}

function unexpected(token: FilterToken): ArchiveRefusal {
  return new ArchiveRefusal(`'${token.text}' at ${token.at} of the filter is not expected`);
}
