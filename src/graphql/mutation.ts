import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context/context.ts';
import type { EntitySource, Wire } from '../reading/sources.ts';
import { builder, type ObjectFields } from './builder.ts';

builder.mutationType({
  description:
    'Writes; those of one document run one after another, and each reports for itself. In `changes` a field that is absent stays as it is, and one that is null is cleared. What a user can mend comes in the `errors` of the payload; everything else is an error of the operation with a code, and null here.',
});

/** What a user can mend. */
export interface Mendable {
  kind: 'ValidationError' | 'NotFoundError' | 'ForbiddenError' | 'ConflictError';
  message: string;
  path: readonly string[];
  /** Of a conflict: the record that it is about. */
  about?: { entity: EntitySource; key: number };
}

export const invalid = (message: string, path: readonly string[] = []): Mendable => ({
  kind: 'ValidationError',
  message,
  path,
});

export const MutationErrorRef = builder.interfaceRef<Mendable>('MutationError').implement({
  description: 'Why a change was not made, where whoever asked can do something about it. Nothing was written.',
  resolveType: ({ kind }) => kind,
  fields: (t) => ({
    message: t.exposeString('message', {
      nullable: false,
      description: "For people: the CRM's own text in the request's language where it gives one, else in English.",
    }),
    path: t.stringList({
      nullable: { list: false, items: false },
      description:
        'Where the fault is, in the names of this graph: a field of `input`, `changes` or `expect` (["startDate"]), or another argument (["list"], ["operations", "0", "path"]). Empty where no single field is at fault.',
      resolve: ({ path }) => [...path],
    }),
  }),
});

const plainError = (kind: Exclude<Mendable['kind'], 'ConflictError'>, description: string) =>
  builder.objectRef<Mendable>(kind).implement({ description, interfaces: [MutationErrorRef] });

plainError('ValidationError', 'A value cannot be stored, or the CRM refuses it.');
plainError('NotFoundError', 'The record does not exist, or the ticket cannot see it.');
plainError('ForbiddenError', 'The ticket may not make this change.');

export const ConflictErrorRef = builder.objectRef<Mendable>('ConflictError').implement({
  description:
    'The record is not as the client believed: changed since `ifUnmodifiedSince`, or other than `expect` says (409, 412 of the CRM).',
  interfaces: [MutationErrorRef],
});

/** What a write came to: the record's key and, where it came back, its entity; or why nothing was written. */
export interface Outcome {
  key: number | null;
  wire: Wire | null;
  errors: readonly Mendable[];
}

export const refused = (...errors: readonly Mendable[]): Outcome => ({ key: null, wire: null, errors });

/** The errors of a payload. */
export const errorsField = <Payload extends { readonly errors: readonly Mendable[] }>(t: ObjectFields<Payload>) =>
  t.field({
    type: [MutationErrorRef],
    nullable: { list: false, items: false },
    description: 'Why nothing was written; empty when it was.',
    resolve: ({ errors }: Payload) => [...errors],
  });

/** The record of an outcome, as the field selects it: from what the write gave back, the rest read. */
export function writtenRecord(
  entity: EntitySource,
  { key, wire }: Outcome,
  context: RequestContext,
  info: GraphQLResolveInfo,
) {
  return key === null ? null : context.read.written(entity, key, wire, info);
}

/** What a delete came to: the opaque id of what is gone. */
export interface Deletion {
  deletedId: string | null;
  errors: readonly Mendable[];
}

export const DeletePayloadRef = builder.objectRef<Deletion>('DeletePayload').implement({
  description: 'What a delete came to.',
  fields: (t) => ({
    deletedId: t.exposeID('deletedId', {
      nullable: true,
      description: 'The `id` of what was deleted. Null when nothing was.',
    }),
    errors: errorsField(t),
  }),
});
