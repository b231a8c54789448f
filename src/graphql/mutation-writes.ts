import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context/context.ts';
import { readEntity } from '../reading/entity.ts';
import type { EntitySource } from '../reading/sources.ts';
import { UpstreamError } from '../upstream/errors.ts';
import {
  bodyOf,
  type Carrier,
  ChangeProblem,
  type Input,
  isBlind,
  isEmpty,
  lost,
  mismatch,
  needsOf,
  type Patch,
  patchOf,
  problemsOf,
  unchanged,
  unexpected,
  writesSame,
} from '../upstream/superoffice/patch.ts';
import { type CustomInput, encodeCustom } from '../upstream/superoffice/patch-custom.ts';
import { encodeId } from './ids.ts';
import { wholeSecond } from './instants.ts';
import { type Deletion, type Mendable, type Outcome, refused } from './mutation.ts';
import { conflict, invalidInput, mendable, notFound, refusals, type Writable } from './mutation-refusals.ts';

/** What an update asks for. */
export interface Update {
  key: number;
  changes: Input;
  expect: Input;
  ifUnmodifiedSince: number | null;
}

/** What a write needs of its operation. */
export interface Asked {
  context: RequestContext;
  info: GraphQLResolveInfo;
  /** The field of the payload that holds the record. */
  field: string;
}

/** Changes a record as the input says and in no other way; what cannot be written is known before anything is sent. */
export async function update(writable: Writable, asked: Update, { context, info, field }: Asked): Promise<Outcome> {
  const { entity, changes } = writable;
  const { key } = asked;
  const problems = [...problemsOf(changes, asked.changes), ...writable.check(asked.changes)];
  if (problems.length > 0) return refused(...invalidInput(problems));
  if (key <= 0) return refused(noSuch(entity, key));
  const select = context.read.membersOf(entity, info, field);
  let input: Input = asked.changes;
  let expected: Input = asked.expect;
  try {
    input = await encoded(writable, input, context);
    expected = await encoded(writable, expected, context);
    const wanted: Update = { ...asked, changes: input, expect: expected };
    return isEmpty(changes, input)
      ? await untouched(writable, wanted, select, context)
      : await patched(writable, wanted, select, context);
  } catch (error) {
    return refused(...(await refusals(error, { writable, key, input, expected }, context)));
  } finally {
    context.read.forget();
  }
}

const noSuch = ({ type }: EntitySource, key: number): Mendable => notFound(`${type} ${key} does not exist.`);

/** The values of the tenant's own fields as the CRM writes them; their layout is asked for only where one is given. */
async function encoded({ entity, changes }: Writable, input: Input, context: RequestContext): Promise<Input> {
  const { customFields, ...rest } = input;
  if (customFields === undefined) return input;
  const problem = changes.customFields?.problem(customFields);
  if (problem) throw new ChangeProblem(['customFields', ...problem.path], problem.message);
  const named = customFields as CustomInput[];
  if (named.length === 0) return rest;
  const layout = await context.read.scope.layouts.of(entity.type);
  try {
    return { ...rest, customFields: encodeCustom(named, (name) => layout.get(name)?.type ?? null) };
  } catch (error) {
    if (!(error instanceof ChangeProblem)) throw error;
    throw new ChangeProblem(['customFields', ...error.problem.path], error.message);
  }
}

/** Nothing to change: the record as it is, compared with what was expected. */
export async function untouched(
  { entity, changes }: Pick<Writable, 'entity' | 'changes'>,
  { key, expect, ifUnmodifiedSince }: Omit<Update, 'changes'>,
  select: readonly string[],
  context: RequestContext,
): Promise<Outcome> {
  const isCompared = !isEmpty(changes, expect) || ifUnmodifiedSince !== null;
  const members = isCompared ? [...stamps, ...membersOf(changes, expect)] : [];
  const record = await readEntity(context.superoffice, entity, key, { select: distinct(select, members) });
  if (!record) return refused(noSuch(entity, key));
  const dates = context.read.scope.entityDates;
  const field = mismatch(changes, expect, record, dates);
  if (field) return refused(conflict(entity, key, [field]));
  const changedAt = ifUnmodifiedSince === null ? null : changed(record, context);
  if (changedAt !== null && ifUnmodifiedSince !== null && changedAt > wholeSecond(ifUnmodifiedSince)) {
    return refused(conflict(entity, key));
  }
  return { key, wire: record, errors: [] };
}

async function patched(
  writable: Writable,
  wanted: Update,
  select: readonly string[],
  context: RequestContext,
): Promise<Outcome> {
  const ready = await prepared(writable, wanted, context);
  if ('errors' in ready) return ready;
  try {
    return await sent(writable, wanted, ready, select, context);
  } catch (error) {
    const isInvalid = error instanceof UpstreamError && error.kind === 'invalid';
    if (!isInvalid || !isBlind(writable.changes, wanted.changes)) throw error;
    const looked = await prepared(writable, wanted, context, true);
    if ('errors' in looked) return looked;
    if (writesSame(ready.patch, looked.patch)) throw error;
    return sent(writable, wanted, looked, select, context);
  }
}

/** A patch that may be sent, unless the record was changed since. */
interface Ready {
  readonly patch: Patch;
  readonly since: number | null;
}

/** Reads of the record what the patch depends on, or all that it could (`isLooked`), and makes the patch. */
async function prepared(
  { entity, changes }: Writable,
  { key, changes: input, expect, ifUnmodifiedSince }: Update,
  context: RequestContext,
  isLooked = false,
): Promise<Ready | Outcome> {
  const { members, guarded } = needsOf(changes, input, expect, isLooked);
  if (members.length === 0) return { patch: patchOf(changes, input, expect, null), since: ifUnmodifiedSince };
  const present = await readEntity(context.superoffice, entity, key, {
    select: distinct([entity.key.member], guarded ? stamps : [], members),
  });
  if (!present) return refused(noSuch(entity, key));
  const field = unexpected(changes, expect, present, context.read.scope.entityDates);
  if (field) return refused(conflict(entity, key, [field]));
  const times = guarded ? [ifUnmodifiedSince, changed(present, context)] : [ifUnmodifiedSince];
  const since = Math.min(...times.filter((at) => at !== null));
  return {
    patch: patchOf(changes, input, expect, present, guarded ? unchanged(present) : []),
    since: Number.isFinite(since) ? since : null,
  };
}

async function sent(
  { entity }: Writable,
  { key }: Update,
  { patch: { kind, body, sets }, since }: Ready,
  select: readonly string[],
  context: RequestContext,
): Promise<Outcome> {
  const wire = await context.superoffice.send<Carrier>({
    ...{ method: 'PATCH', path: `${entity.path}/${key}`, kind, body, select: distinct(select, Object.keys(sets)) },
    ...(since === null ? {} : { ifUnmodifiedSince: since }),
  });
  const record = written(entity, key, wire);
  // A merge patch leaves a member alone that is null now, and says so to nobody (superoffice.md 3.3).
  if (kind === 'merge-patch' && lost(sets, record) !== null) throw new UpstreamError('superoffice', 'malformed');
  return { key, wire: record, errors: [] };
}

/** What a patch was answered with: the record as it is now. By anything else nobody can tell that the change was made. */
export function written(entity: EntitySource, key: number, answer: Carrier | null): Carrier {
  if (answer?.[entity.key.member] !== key) throw new UpstreamError('superoffice', 'unknownOutcome');
  return answer;
}

const stamps = ['UpdatedDate', 'CreatedDate'];

/** Of lists that each name nothing twice. */
function distinct(first: readonly string[], ...more: readonly (readonly string[])[]): readonly string[] {
  return more.every((each) => each.length === 0) ? first : [...new Set([first, ...more].flat())];
}

/** The members that the fields of an input are written to. */
export const membersOf = (changes: Writable['changes'], input: Input): string[] =>
  Object.keys(input).flatMap((name) => changes[name]?.member ?? []);

/** When a record was changed last; one that never was has only been made (superoffice.md 3.5). */
function changed(record: Carrier, context: RequestContext): number | null {
  const { entityDates } = context.read.scope;
  return entityDates.instant(record.UpdatedDate, 'stamp') ?? entityDates.instant(record.CreatedDate, 'stamp');
}

/** What a create asks for, ready to be sent. */
export interface Creation {
  input: Input;
  /** The members to ask back. */
  select: readonly string[];
}

/** Checks what a create is given; problems come back before anything is sent. */
export async function creation(writable: Writable, given: Input, { context, info, field }: Asked) {
  const problems = [...problemsOf(writable.changes, given), ...writable.check(given)];
  if (problems.length > 0) return refused(...invalidInput(problems));
  const select = context.read.membersOf(writable.entity, info, field);
  try {
    return { input: await encoded(writable, given, context), select };
  } catch (error) {
    return refused(mendable(error, null));
  }
}

/** Creates a record once; the CRM begins with its own defaults (superoffice.md 2.1). */
export async function create(
  writable: Writable,
  { input, select }: Creation,
  context: RequestContext,
): Promise<Outcome> {
  const { entity, changes } = writable;
  try {
    const body = bodyOf(changes, input);
    const path = entity.path as string;
    const wire = await context.superoffice.send<Carrier>({ method: 'POST', path, kind: 'post', body, select });
    const key = wire?.[entity.key.member];
    if (typeof key !== 'number' || key <= 0) throw new UpstreamError('superoffice', 'unknownOutcome');
    context.idempotency.answered(recordName(entity, key, context));
    return { key, wire, errors: [] };
  } catch (error) {
    return refused(...(await refusals(error, { writable, key: null, input, expected: {} }, context)));
  } finally {
    context.read.forget();
  }
}

/** What a record is called among those that were created. */
export const recordName = ({ type }: EntitySource, key: number, { identity }: RequestContext): string =>
  `${identity.tenant ?? ''} ${type} ${key}`;

/** Deletes a record, unless it was changed since. */
export async function remove(
  entity: EntitySource,
  key: number,
  ifUnmodifiedSince: number | null,
  context: RequestContext,
): Promise<Deletion> {
  if (key <= 0) return { deletedId: null, errors: [noSuch(entity, key)] };
  try {
    await context.superoffice.send({
      ...{ method: 'DELETE', path: `${entity.path}/${key}`, kind: 'delete' },
      ...(ifUnmodifiedSince === null ? {} : { ifUnmodifiedSince }),
    });
    return { deletedId: encodeId(entity.type, key), errors: [] };
  } catch (error) {
    return { deletedId: null, errors: [mendable(error, { entity, key })] };
  } finally {
    context.read.forget();
  }
}
