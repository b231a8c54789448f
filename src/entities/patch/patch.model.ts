import { builder } from '../../graphql/builder.ts';
import { decodeId, numericKey } from '../../graphql/ids.ts';
import { errorsField, type Outcome, writtenRecord } from '../../graphql/mutation.ts';
import { type EntitySource, entityNamed } from '../../reading/sources.ts';
import { NodeRef } from '../node/node.model.ts';

/** A write to a record that is named by its opaque id. */
export interface PatchOutcome extends Outcome {
  entity: EntitySource | null;
}

export const PatchPayloadRef = builder.objectRef<PatchOutcome>('PatchPayload').implement({
  description: 'What became of a write to a company, person or appointment.',
  fields: (t) => ({
    node: t.field({
      type: NodeRef,
      nullable: true,
      description: 'The record as it is now. Null when nothing was written.',
      resolve: ({ entity, ...outcome }, _args, context, info) =>
        entity && writtenRecord(entity, outcome, context, info),
    }),
    errors: errorsField(t),
  }),
});

const patchable = new Set(['Contact', 'Person', 'Appointment']);

/** The record behind an id, of a type whose records can be patched; null for any other id. */
export function patchableRecord(id: string): { entity: EntitySource; key: number } | null {
  const found = decodeId(id);
  const key = found && patchable.has(found.type) ? numericKey(found.key) : null;
  return found && key ? { entity: entityNamed(found.type), key } : null;
}

export const notPatchable = 'This is no id of a Contact, Person or Appointment.';
