import { expect } from 'vitest';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import type { Crm, GraphError, QueryOptions } from '../crm.ts';

/** The arguments of `archive`. */
export interface Question {
  provider: string;
  columns: readonly string[];
  filter?: string | null;
  orderBy?: readonly string[];
  entities?: readonly string[];
  first?: number;
  after?: string | null;
}

export type ArchiveRow = Record<string, unknown>;

export interface ArchivePage {
  nodes: ArchiveRow[];
  edges: { cursor: string; node: ArchiveRow }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export interface ArchiveAnswer {
  /** null: refused. */
  page: ArchivePage | null;
  errors: readonly GraphError[];
  calls: readonly JournalEntry[];
}

const operation = `query ($provider: String!, $columns: [String!]!, $filter: String, $orderBy: [String!], $entities: [String!], $first: Int, $after: String) {
  archive(provider: $provider, columns: $columns, filter: $filter, orderBy: $orderBy, entities: $entities, first: $first, after: $after) {
    nodes
    edges { cursor node }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

/** Asks an archive, whatever comes of it. */
export async function asked(crm: Crm, question: Question, options?: QueryOptions): Promise<ArchiveAnswer> {
  const { data, errors = [], calls } = await crm.query(operation, { ...question }, options);
  return { page: (data as { archive: ArchivePage | null } | null)?.archive ?? null, errors, calls };
}

/** Asks an archive that has to answer. */
export async function pageOf(crm: Crm, question: Question, options?: QueryOptions): Promise<ArchivePage> {
  const { page, errors } = await asked(crm, question, options);
  expect(errors).toEqual([]);
  if (!page) throw new Error('the archive gave no page');
  return page;
}

/** All rows, page by page; each page says whether another follows. */
export async function walk(crm: Crm, question: Question): Promise<ArchiveRow[]> {
  const rows: ArchiveRow[] = [];
  let after: string | null = null;
  for (;;) {
    const page: ArchivePage = await pageOf(crm, { ...question, after });
    rows.push(...page.nodes);
    expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    if (!page.pageInfo.hasNextPage) return rows;
    expect(page.nodes).toHaveLength(question.first ?? 25);
    after = page.pageInfo.endCursor;
  }
}
