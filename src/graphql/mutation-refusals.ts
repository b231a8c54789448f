import type { RequestContext } from '../context/context.ts';
import { readEntity } from '../reading/entity.ts';
import type { EntitySource } from '../reading/sources.ts';
import { beginningOf } from '../upstream/beginning.ts';
import { UpstreamError } from '../upstream/errors.ts';
import { isObject } from '../upstream/object.ts';
import { MAX_TEXT } from '../upstream/secrets.ts';
import {
  bodyOf,
  type Carrier,
  type Change,
  ChangeProblem,
  type Changes,
  type Input,
  mismatch,
  type Problem,
} from '../upstream/superoffice/patch.ts';
import { invalid, type Mendable } from './mutation.ts';

/** An entity that this graph can write. */
export interface Writable {
  readonly entity: EntitySource;
  readonly changes: Changes;
  /** What is wrong between the fields of an input. */
  readonly check: (input: Input) => Problem[];
}

/** A write as it was asked for, with what it was about. */
export interface Attempted {
  readonly writable: Writable;
  /** null: a create. */
  readonly key: number | null;
  readonly input: Input;
  readonly expected: Input;
}

export const notFound = (message: string): Mendable => ({ kind: 'NotFoundError', message, path: [] });

export const conflict = (
  entity: EntitySource,
  key: number,
  path: readonly string[] = [],
  message = 'The record was changed meanwhile.',
): Mendable => ({ kind: 'ConflictError', message, path, about: { entity, key } });

/** The errors of problems that were found before anything was written. */
export const invalidInput = (problems: readonly Problem[]): Mendable[] =>
  problems.map(({ message, path }) => invalid(message, path));

/** What a refusal of the CRM means to whoever asked; raises what he cannot mend. `about` is null where no record is meant. */
export function mendable(error: unknown, about: { entity: EntitySource; key: number } | null): Mendable {
  if (error instanceof ChangeProblem) return invalid(error.problem.message, error.problem.path);
  if (!(error instanceof UpstreamError)) throw error;
  const { kind, text } = error;
  if (kind === 'forbidden') {
    return { kind: 'ForbiddenError', message: text ?? 'The ticket may not make this change.', path: [] };
  }
  if (kind === 'notFound') return notFound(text ?? 'There is no such record.');
  if (kind === 'conflict' && about) return conflict(about.entity, about.key, [], text);
  // A refusal that names no reason of the CRM's own may as well be a fault of this server.
  if (kind === 'invalid' && error.type) return invalid(text ?? 'The CRM refuses this.');
  throw error;
}

/** A save that was refused for its values, or may have been: the CRM tells those only on a question of its own (superoffice.md 9.3). */
const mayBeInvalid = (error: unknown): boolean =>
  error instanceof UpstreamError &&
  (error.kind === 'invalid' || (error.kind === 'unavailable' && error.status === 500 && !!error.type));

/** The errors of a create or update that was refused, field by field where the CRM names them. */
export async function refusals(error: unknown, attempted: Attempted, context: RequestContext): Promise<Mendable[]> {
  const { writable, key } = attempted;
  const about = key === null ? null : { entity: writable.entity, key };
  if (!mayBeInvalid(error)) return [mendable(error, about)];
  // What cannot be asked leaves the first refusal as it is.
  const named = await validated(attempted, context).catch(() => []);
  return named.length > 0 ? named : [mendable(error, about)];
}

async function validated(attempted: Attempted, context: RequestContext): Promise<Mendable[]> {
  const { writable, key, input, expected } = attempted;
  const { entity, changes } = writable;
  const present = key === null ? null : await readEntity(context.superoffice, entity, key);
  if (key !== null && !present) return [];
  if (present && key !== null) {
    // A test on a reference that is not there may be answered as a malformed patch.
    const field = mismatch(changes, expected, present, context.read.scope.entityDates);
    if (field) return [conflict(entity, key, [field])];
  }
  const answer = await context.superoffice.agentRead<Carrier>(
    `${entity.path}/Validate`,
    bodyOf(changes, input, present),
  );
  // Of a text or a list each character or item would be a member.
  if (!isObject(answer)) return [];
  return Object.entries(answer)
    .filter(([, text]) => typeof text === 'string' && text !== '')
    .map(([member, text]) => invalid(beginningOf(text as string, MAX_TEXT), pathOf(member, changes, input)));
}

/** The field of the graph that a member stands for: `Category`, `Address.Street.City`, `CustomFields.SuperOffice:1`, `SuperOffice:1`. */
function pathOf(member: string, changes: Changes, input: Input): string[] {
  const [, own] = /^(?:(?:CustomFields|UserDefinedFields|ExtraFields)[./])?(x_\w+|\w+:\w+)$/i.exec(member) ?? [];
  if (own) return ['customFields', own];
  const [top, within = ''] = member.toLowerCase().split(/[./[]/);
  const fields = Object.entries(changes).filter(([, change]) => change.member.toLowerCase() === top);
  const isNamed = ({ part }: Change) => part !== undefined && within.startsWith(part.toLowerCase());
  const found =
    fields.find(([, change]) => isNamed(change)) ?? fields.find(([name]) => input[name] !== undefined) ?? fields[0];
  return found ? [found[0]] : [];
}
