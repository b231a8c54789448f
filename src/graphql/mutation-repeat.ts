import { hash } from 'node:crypto';
import type { RequestContext } from '../context/context.ts';
import { readEntity } from '../reading/entity.ts';
import type { Repeatable } from '../reading/idempotency.ts';
import { Refusal } from '../reading/refusal.ts';
import { allOf, idsCondition, keyOfRow, readRows } from '../reading/rows.ts';
import { UpstreamError, type UpstreamErrorKind } from '../upstream/errors.ts';
import { isObject } from '../upstream/object.ts';
import { exactly, tidied } from '../upstream/same-text.ts';
import { type Input, mismatch } from '../upstream/superoffice/patch.ts';
import { formatLocal } from '../upstream/time.ts';
import type { Outcome } from './mutation.ts';
import type { Writable } from './mutation-refusals.ts';
import { type Creation, create, membersOf, recordName } from './mutation-writes.ts';

const DAY = 86_400_000;
/** How far the CRM's clock may be behind this one's. A record that is too old is overlooked, and made again. */
const CLOCKS_DIFFER_MS = 10 * 60_000;
/** Records of the same user, newest first, among which one whose answer was lost is looked for. */
const LOOKED_THROUGH = 20;

/** Ends of a write after which surely nothing was stored. */
const nothingStored: ReadonlySet<UpstreamErrorKind> = new Set([
  'unauthenticated',
  'forbidden',
  'notFound',
  'invalid',
  'conflict',
  'rateLimited',
  'moved',
  'callLimit',
  'overloaded',
]);

/** Whether a create that ended so may have made a record all the same. */
export const mayBeStored = (error: unknown): boolean =>
  error instanceof UpstreamError && !nothingStored.has(error.kind);

/**
 * Creates a record, or gives the one that the same key has created before. The key is the caller's own: it belongs to his tenant and
 * to the user that his ticket stands for, whatever ticket that is.
 */
export async function createOnce(
  writable: Writable,
  creation: Creation,
  idempotencyKey: string | null,
  context: RequestContext,
): Promise<Outcome> {
  if (idempotencyKey === null) return create(writable, creation, context);
  const viewer = await context.viewerId();
  const { entity } = writable;
  const outcome = await context.idempotency.once(
    repeatable([context.identity.tenant ?? '', viewer], idempotencyKey, [entity.type, creation.input]),
    async (lostSince) => {
      const found = lostSince === null ? null : await stored(writable, creation, { viewer, lostSince }, context);
      if (found !== null) context.idempotency.answered(recordName(entity, found, context));
      const made = found ? { key: found, wire: null, errors: [] } : await create(writable, creation, context);
      return { ...made, created: made.key };
    },
    mayBeStored,
    context.signal,
  );
  return 'key' in outcome ? outcome : { key: outcome.created, wire: null, errors: [] };
}

/** What clients are told of such keys. */
export const keyText = (thing: string): string =>
  `A key of the client's own, 1 to 200 visible ASCII characters: for 24 hours the same caller's second call with it gives the ${thing} of the first and creates none; with another input it is IDEMPOTENCY_KEY_REUSED. Kept as long as this server runs, or by the Redis that replicas share.`;

/** Refuses a key that cannot be one, before anything is asked. */
export function checkIdempotencyKey(key: string): void {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return;
  throw new Refusal('BAD_USER_INPUT', 'An idempotency key is 1 to 200 visible characters of ASCII.');
}

/** A create that may be repeated: `owner` is whose key it is, so that no two callers share one. */
export const repeatable = (owner: readonly (string | number)[], key: string, input: unknown): Repeatable => ({
  name: [...owner, key].join('\n'),
  fingerprint: hash('sha256', canonical(input), 'base64url'),
});

/** The same text for the same values, in whatever order their names stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/**
 * The record that a create made whose answer was lost: of this user, not older than the attempt, not one whose own answer came, and
 * with all values that were given; a field that was given empty may have been filled by the CRM, such as a number, and a text tidied.
 * null where there is none; where there are several nobody can tell, and the outcome stays unknown.
 */
async function stored(
  { entity, changes }: Writable,
  { input }: Creation,
  { viewer, lostSince }: { viewer: number; lostSince: number },
  context: RequestContext,
): Promise<number | null> {
  const select = [...new Set([entity.key.member, 'CreatedDate', ...membersOf(changes, input)])];
  const dates = context.read.scope.entityDates;
  const same: number[] = [];
  const alike: number[] = [];
  const keys = await newest(entity, viewer, lostSince, context);
  let isReached = keys.length < LOOKED_THROUGH;
  for (const key of keys) {
    const record = await readEntity(context.superoffice, entity, key, { select });
    const createdAt = record && dates.instant(record.CreatedDate, 'stamp');
    if (!record || createdAt === null) continue;
    if (createdAt < lostSince - CLOCKS_DIFFER_MS) {
      isReached = true;
      break;
    }
    if (context.idempotency.wasAnswered(recordName(entity, key, context), createdAt)) continue;
    const holds = (values: Input, isSame = exactly) => mismatch(changes, values, record, dates, isSame) === null;
    if (holds(input)) same.push(key);
    else if (holds(filled(input), tidied)) alike.push(key);
  }
  return theOnly(same.length > 0 ? same : alike, isReached);
}

/** null: none was found, and none can have been overlooked. A user who creates many may have created it before all that were looked at. */
function theOnly(found: readonly number[], isReached: boolean): number | null {
  const isClear = found.length === 1 || (found.length === 0 && isReached);
  if (!isClear) throw new UpstreamError('superoffice', 'unknownOutcome');
  return found[0] ?? null;
}

const filled = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== ''));

/** Keys of what a user has created since a day before, the newest first. */
async function newest(
  entity: Writable['entity'],
  viewer: number,
  since: number,
  context: RequestContext,
): Promise<number[]> {
  const [createdAt, createdBy] = ['createdAt', 'createdBy'].map((name) => entity.fields[name]?.columns?.[0]);
  if (!createdAt || !createdBy) throw new Error(`${entity.type} has no columns that say who created it, and when`);
  const { column } = entity.key;
  const request = {
    provider: entity.provider,
    select: [column],
    filter: allOf(
      idsCondition(createdBy, [viewer], 'associateIsOneOf'),
      // The column compares days, in a zone that the manual does not name.
      `${createdAt} after '${formatLocal(since - 2 * DAY, 'UTC').slice(0, 10)}'`,
      entity.always,
    ),
    orderBy: [`${column} desc`],
    top: LOOKED_THROUGH,
    entities: entity.entities ?? [],
    full: false,
  };
  const { rows } = await readRows(context.read.scope, request, (row) => keyOfRow(row, entity));
  return rows.map((row) => keyOfRow(row, entity) as number);
}
