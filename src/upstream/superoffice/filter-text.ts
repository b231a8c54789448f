import { type FilterFunction, functionNames, functionOf, type Operator, operatorOf } from './filter-operators.ts';
import { FilterTextError, type FilterToken, refuseAt, shown, tokenizeFilter } from './filter-tokens.ts';

/** `column operator values`. */
export interface FilterTerm {
  readonly kind: 'term';
  readonly column: FilterToken;
  readonly operator: Operator;
  readonly values: readonly FilterToken[];
}

/** `function(column, values)`; the text functions take their two arguments in either order. */
export interface FilterCall {
  readonly kind: 'call';
  readonly function: FilterFunction;
  readonly column: FilterToken;
  readonly values: readonly FilterToken[];
}

/** Parts joined by `and` or by `or`; at least two. */
export interface FilterGroup<Part> {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Part[];
}

export type FilterNode = FilterTerm | FilterCall | FilterGroup<FilterNode>;

const MOST_CHARS = 10_000;
const MOST_DEPTH = 32;

/**
 * Reads a filter in the vendor's grammar (superoffice.md 4.5): comparisons and functions joined by `and` and `or`, of which `and`
 * binds tighter, with parentheses. Null for an empty text; `FilterTextError` for any other text that is not of the grammar.
 * Columns are names as written: whether they exist is not known here.
 */
export function parseFilterText(text: string, mostChars = MOST_CHARS): FilterNode | null {
  if (text.length > mostChars)
    throw new FilterTextError(`The filter has ${text.length} characters, and at most ${mostChars} are read.`);
  if (!text.isWellFormed()) throw new FilterTextError('The filter holds half of a character (a lone surrogate).');
  const tokens = tokenizeFilter(text);
  return tokens.length === 0 ? null : new FilterReader(tokens, text.length).whole();
}

/** The columns that a filter names, each once. */
export function columnsOf(node: FilterNode): string[] {
  const names = new Set<string>();
  const open: FilterNode[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'term' || next.kind === 'call') names.add(next.column.text);
    else open.push(...next.parts);
  }
  return [...names];
}

class FilterReader {
  private readonly tokens: readonly FilterToken[];
  private readonly end: number;
  private next = 0;
  private depth = 0;

  constructor(tokens: readonly FilterToken[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  whole(): FilterNode {
    const node = this.or();
    const rest = this.tokens[this.next];
    return rest ? this.refuse('`and`, `or` or the end') : node;
  }

  private or(): FilterNode {
    return this.joined('or', () => this.joined('and', () => this.part()));
  }

  private joined(kind: 'and' | 'or', read: () => FilterNode): FilterNode {
    const first = read();
    const parts = [first];
    while (this.takeWord(kind)) parts.push(read());
    return parts.length === 1 ? first : { kind, parts };
  }

  private part(): FilterNode {
    const open = this.tokens[this.next];
    if (open && this.takeSign('(')) {
      this.depth += 1;
      if (this.depth > MOST_DEPTH) refuseAt(open.at, `parentheses can be nested ${MOST_DEPTH} deep.`);
      const node = this.or();
      this.need(')');
      this.depth -= 1;
      return node;
    }
    const name = this.take('word', 'a column');
    return this.isSign('(') ? this.call(name) : this.term(name);
  }

  private term(column: FilterToken): FilterTerm {
    const token = this.tokens[this.next];
    const operator = token && token.kind !== 'text' ? operatorOf(token.text) : null;
    if (!token || token.kind === 'text') return this.refuse('an operator');
    if (!operator) {
      const hint = /^(?:[lg]e|[<>]=)$/i.test(token.text) ? ' Move the bound by one and use `lt` or `gt`.' : '';
      return refuseAt(token.at, `${shown(token.text)} is no operator that SuperOffice can be relied on for.${hint}`);
    }
    this.next += 1;
    return { kind: 'term', column, operator, values: this.values(operator) };
  }

  private values({ takes }: Operator): FilterToken[] {
    if (takes === 'nothing') return [];
    if (takes === 'one') return [this.value()];
    if (takes === 'period') return [this.value(), this.value()];
    return takes === 'pair' ? this.list(2) : this.list(null);
  }

  /** Values in parentheses: so many, or one and more. */
  private list(count: number | null): FilterToken[] {
    const open = this.tokens[this.next];
    this.need('(');
    const values = [this.value()];
    while (this.takeSign(',')) values.push(this.value());
    this.need(')');
    if (count !== null && values.length !== count)
      refuseAt(open?.at ?? this.end, `${count} values are needed here, and ${values.length} are given.`);
    return values;
  }

  private call(name: FilterToken): FilterCall {
    const called = functionOf(name.text);
    if (!called)
      return refuseAt(name.at, `${shown(name.text)} is no function. There are: ${functionNames.join(', ')}.`);
    if (called.of === 'date') {
      const [column, ...values] = this.list(called.counted ? 3 : 2) as [FilterToken, ...FilterToken[]];
      if (column.kind === 'text') refuseAt(column.at, 'a column is needed here, without quotes.');
      return { kind: 'call', function: called, column, values };
    }
    // The manual names the arguments `(a,b)` only: the quoted one is the text.
    const [first, second] = this.list(2) as [FilterToken, FilterToken];
    if (first.kind === second.kind)
      return refuseAt(name.at, `${shown(name.text)} needs a column without quotes and a text in quotes.`);
    const [column, text] = first.kind === 'text' ? [second, first] : [first, second];
    return { kind: 'call', function: called, column, values: [text] };
  }

  private value(): FilterToken {
    const token = this.tokens[this.next];
    if (!token || token.kind === 'sign') return this.refuse('a value');
    this.next += 1;
    return token;
  }

  private take(kind: FilterToken['kind'], what: string): FilterToken {
    const token = this.tokens[this.next];
    if (token?.kind !== kind) return this.refuse(what);
    this.next += 1;
    return token;
  }

  private takeWord(wanted: string): boolean {
    const token = this.tokens[this.next];
    const found = token?.kind === 'word' && token.text.toLowerCase() === wanted;
    if (found) this.next += 1;
    return found;
  }

  private isSign(wanted: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === 'sign' && token.text === wanted;
  }

  private takeSign(wanted: string): boolean {
    const found = this.isSign(wanted);
    if (found) this.next += 1;
    return found;
  }

  private need(wanted: string): void {
    if (!this.takeSign(wanted)) this.refuse(shown(wanted));
  }

  private refuse(wanted: string): never {
    const token = this.tokens[this.next];
    if (!token) return refuseAt(this.end, `it ends where ${wanted} is needed.`);
    const hint = token.kind === 'text' ? " A quote within a text is written \\'." : '';
    return refuseAt(token.at, `${shown(token.text)} stands where ${wanted} is needed.${hint}`);
  }
}
