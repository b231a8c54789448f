import type { GraphQLResolveInfo } from 'graphql';
import { SIMPLE_LIST_CHUNK } from './batches.ts';
import { Refusal } from './refusal.ts';
import { hasSeveral } from './several.ts';
import { argumentsOf, type Child, type Shape, within } from './shape.ts';
import { DEFAULT_PAGE_SIZE } from './sizes.ts';

/** The upstream requests that one operation's plans will need, and how many it may make. */
export interface Budget {
  readonly most: number;
  planned: number;
  /** Fields that ask in the same tick are counted together before any of them sends. */
  verdict: Promise<void> | null;
  dearest: Planned | null;
}

/** A field that is about to read. */
export interface Planned {
  /** null: rows as they are, with nothing that belongs to them. */
  shape: Shape | null;
  count: number;
  placement: 'key' | 'rows';
  field: string;
  variables: Readonly<Record<string, unknown>>;
  /** The field is a list as long as its `first` says. */
  isPage?: boolean;
  /** Requests beside those for the records and what belongs to them. */
  beside?: number;
}

const soon = Promise.resolve();
const nothing = () => undefined;

export const newBudget = (most: number): Budget => ({ most, planned: 0, verdict: null, dearest: null });

/** Refuses before the first request when the plans of this tick, and of those before, need more than the limit. */
export function checkBudget(budget: Budget, planned: Planned): Promise<void> {
  const calls = plannedCalls(planned, planned.count);
  budget.planned += calls;
  if (!budget.dearest || calls > plannedCalls(budget.dearest, budget.dearest.count)) budget.dearest = planned;
  // Lists make their page out of the arguments before they are counted, records by key do not.
  budget.verdict ??= soon.then(nothing).then(() => {
    budget.verdict = null;
    if (budget.planned > budget.most) throw tooMany(budget);
    budget.dearest = null;
  });
  return budget.verdict;
}

/**
 * Refuses a write before it is sent when what its payload shows of the record needs more than the limit. Writes of one document run one
 * after another, and each is counted alone.
 */
export function checkPayload(
  { most }: Budget,
  shapes: readonly Shape[],
  { fieldName: field, variableValues: variables }: GraphQLResolveInfo,
): void {
  for (const shape of shapes) {
    const dearest = { shape, count: 1, placement: 'key', field, variables } as const;
    const planned = plannedCalls(dearest, 1);
    if (planned > most) throw tooMany({ most, planned, verdict: null, dearest });
  }
}

function tooMany({ planned, most, dearest }: Budget): Refusal {
  const { field, count, shape } = dearest as Planned;
  const culprit = count > 1 ? perRecord(shape) : (perRecordWithin(shape) ?? perRecord(shape));
  const room = most - (planned - plannedCalls(dearest as Planned, count));
  const why = culprit ? `: \`${culprit}\` takes one request for each record` : '';
  const told = [
    `\`${field}\` brings this query to ${planned} upstream requests, and at most ${most} are made${why}.`,
    wayOut(dearest as Planned, room),
    'Nothing was sent.',
  ];
  return new Refusal('QUERY_TOO_COMPLEX', told.join(' '));
}

/** The longest list with which the plan needs no more than the requests left for it: its own, else one within. */
function wayOut(planned: Planned, room: number): string {
  const { count, shape, isPage } = planned;
  const fits = count > 1 ? largest(count, (size) => plannedCalls(planned, size) <= room) : 0;
  if (fits > 0) return isPage ? `With \`first: ${fits}\` it passes.` : `With ${fits} of them it passes.`;
  const shorter = (shape ? listsWithin(shape) : []).map((child) => {
    const whole = pageSize(child, planned.variables);
    const sizeOf = (size: number) => (each: Child) => (each === child ? size : pageSize(each, planned.variables));
    return { child, size: largest(whole, (size) => plannedCalls(planned, count, sizeOf(size)) <= room) };
  });
  const [longest] = shorter.filter(({ size }) => size > 0).sort((one, other) => other.size - one.size);
  if (!longest) return 'Ask for less at once.';
  return `With \`first: ${longest.size}\` on \`${longest.child.field.name}\` it passes.`;
}

function largest(from: number, passes: (size: number) => boolean): number {
  let size = from;
  while (size > 0 && !passes(size)) size -= 1;
  return size;
}

function listsWithin(shape: Shape): Child[] {
  return [...shape.children, ...within(shape).flatMap(listsWithin)];
}

/** The name of a field that costs a request for each record, wherever in the shape it stands. */
function perRecord(shape: Shape | null): string | null {
  if (!shape) return null;
  return shape.entityFields[0] ?? perRecordWithin(shape);
}

const perRecordWithin = (shape: Shape | null): string | null =>
  shape && (within(shape).map(perRecord).find(Boolean) ?? null);

/** Requests for so many records of a plan. Rounds that unequal children may need, and pages of a small server, are not in it. */
function plannedCalls(
  { shape, placement, variables, beside = 0 }: Planned,
  count: number,
  sizeOf: SizeOf = (child) => pageSize(child, variables),
): number {
  if (!shape) return beside + 1;
  const own = beside + (shape.entityFirst ? count + (shape.columns.size > 0 ? 1 : 0) : 1);
  return count === 0 && placement === 'key' ? 0 : own + more(shape, count, sizeOf);
}

type SizeOf = (child: Child) => number;

function more(shape: Shape, count: number, sizeOf: SizeOf): number {
  let calls = shape.simples ? Math.ceil(count / SIMPLE_LIST_CHUNK) : 0;
  if (shape.members && !shape.entityFirst) calls += count;
  if (shape.isAskedAbout) calls += 1;
  if (shape.rest) calls += 1 + more(shape.rest, count, sizeOf);
  for (const link of shape.links) calls += (link.from === 'by' ? 1 : 0) + more(link.shape, count, sizeOf);
  for (const child of shape.children) calls += ofChild(child, count, sizeOf);
  return calls + ofPlaces(shape, count, sizeOf);
}

function ofChild(child: Child, count: number, sizeOf: SizeOf): number {
  const calls = child.parts.total ? 1 : 0;
  if (!child.parts.rows) return calls;
  return calls + 1 + (mayNarrow(child) ? 1 : 0) + more(child.shape, count * sizeOf(child), sizeOf);
}

/** An entity that several places need is asked for once. */
function ofPlaces({ members, places }: Shape, count: number, sizeOf: SizeOf): number {
  if (!places) return 0;
  const entities = [members, ...places.map(({ shape }) => shape.members)].filter((each) => each !== null);
  const twice = entities.length > 1 ? entities.length - 1 : 0;
  return places.reduce((calls, { shape }) => calls + more(shape, count, sizeOf), -twice * count);
}

/** What a filter of children compares is known when they are read: it may be what their rows show the first of. */
const mayNarrow = ({ node, shape }: Child): boolean =>
  node.arguments?.some(({ name }) => name.value === 'filter') === true && [...shape.columns].some(hasSeveral);

function pageSize(child: Child, variables: Readonly<Record<string, unknown>>): number {
  const { first, last } = argumentsOf(child, variables) as { first?: number; last?: number };
  return last ?? first ?? DEFAULT_PAGE_SIZE;
}
