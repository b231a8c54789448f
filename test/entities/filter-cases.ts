import { expect } from 'vitest';
import type { Crm, QueryOptions } from '../crm.ts';
import { askPage, type ListName, lists, type RowOf, sortedIds, walk } from './list-walk.ts';

/** A filter, and the same question asked of a row by hand. */
export type FilterCase<Name extends ListName> = readonly [filter: object, keeps: (row: RowOf<Name>) => unknown];

/** The list under the filter holds the rows that the predicate keeps, each once and no other. Gives how many. */
export async function expectKept<Name extends ListName>(
  crm: Crm,
  list: Name,
  filter: object,
  keeps: (row: RowOf<Name>) => unknown,
  options: QueryOptions = {},
): Promise<number> {
  const rows = lists[list].rows(crm.superoffice.world()) as RowOf<Name>[];
  const { ids } = await walk(crm, list, { first: 500, filter }, options);
  expect(ids, JSON.stringify(filter)).toEqual(sortedIds(rows.filter(keeps)));
  return ids.length;
}

/** Refused before anything is sent. */
export async function expectRefused(crm: Crm, list: ListName, filter: object, message: RegExp): Promise<void> {
  const { page, errors, calls } = await askPage(crm, list, { first: 5, filter });
  expect(page, JSON.stringify(filter)).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors?.[0]?.message).toMatch(message);
  expect(calls).toEqual([]);
}

/** The comparisons of a text without regard to case, by the operators of the graph. */
export const textTests: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  eq: (text, wanted) => text === wanted,
  ne: (text, wanted) => text !== wanted,
  beginsWith: (text, wanted) => text.startsWith(wanted),
  notBeginsWith: (text, wanted) => !text.startsWith(wanted),
  contains: (text, wanted) => text.includes(wanted),
  notContains: (text, wanted) => !text.includes(wanted),
  endsWith: (text, wanted) => text.endsWith(wanted),
};

export const positiveTests = ['eq', 'beginsWith', 'contains', 'endsWith'] as const;

/** Whether a text passes an operator with a value, as the CRM compares. */
export const textPasses = (operator: string, text: string, wanted: string): boolean =>
  textTests[operator]?.(text.toLowerCase(), wanted.toLowerCase()) ?? false;
