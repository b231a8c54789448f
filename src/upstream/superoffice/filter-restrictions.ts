import type { BoundFilter, BoundTerm, BoundValue } from './filter-binding.ts';

/** A condition as the agents take it (superoffice.md 5.4). */
export interface RestrictionWire {
  Name: string;
  Operator: string;
  Values: string[];
  IsActive: boolean;
  InterOperator: 'And';
  InterParenthesis: 0;
}

/** Operators that the samples write as signs. */
const signs: Readonly<Record<string, string>> = { eq: '=', ne: '!=', gt: '>', lt: '<' };

/**
 * A filter as the agents take it, values in the typed form of their columns. Null for what the manual gives no sample of: `or`,
 * parentheses and functions, spans of time, and a text that would be taken for a typed value.
 */
export function restrictionsOf(filter: BoundFilter): RestrictionWire[] | null {
  const terms = filter.kind === 'and' ? filter.parts : [filter];
  const restrictions: RestrictionWire[] = [];
  for (const term of terms) {
    if (term.kind !== 'term' || term.takes === 'period' || term.values.some(looksTyped)) return null;
    restrictions.push(restriction(term));
  }
  return restrictions;
}

const restriction = ({ column, operator, values }: BoundTerm): RestrictionWire => ({
  Name: column,
  Operator: signs[operator] ?? operator,
  Values: values.map(encoded),
  IsActive: true,
  InterOperator: 'And',
  InterParenthesis: 0,
});

const looksTyped = ({ kind, value }: BoundValue): boolean => kind === 'text' && /^\s*\[\w+:/.test(value);

function encoded({ kind, value }: BoundValue): string {
  if (kind === 'whole') return `[I:${Number(value)}]`;
  if (kind === 'decimal') return `[F:${value}]`;
  return kind === 'date' ? typedDate(value) : value;
}

/** `[D:05/28/2026]`, or `[DT:05/28/2026 15:00:00.0000000]` where it has a time. */
function typedDate(text: string): string {
  const [day = '', time] = text.split(/[T ]/);
  const [year = '', month = '', date = ''] = day.split('-');
  const american = `${month.padStart(2, '0')}/${date.padStart(2, '0')}/${year}`;
  return time === undefined ? `[D:${american}]` : `[DT:${american} ${time.length === 5 ? `${time}:00` : time}.0000000]`;
}
