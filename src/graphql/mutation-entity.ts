import type { ObjectRef } from '@pothos/core';
import type { CrmRecord } from '../reading/record.ts';
import type { EntitySource } from '../reading/sources.ts';
import type { Changes, Input, Problem } from '../upstream/superoffice/patch.ts';
import { builder, type Types } from './builder.ts';
import { DeletePayloadRef, errorsField, type Outcome, writtenRecord } from './mutation.ts';
import { changesInput, createInput } from './mutation-inputs.ts';
import type { Writable } from './mutation-refusals.ts';
import { checkIdempotencyKey, createOnce, keyText } from './mutation-repeat.ts';
import { creation, remove, update } from './mutation-writes.ts';

/** An entity whose records can be created, changed and deleted. */
export interface EntityMutations {
  entity: EntitySource;
  ref: ObjectRef<Types, CrmRecord>;
  /** What it is called: `company`. */
  noun: string;
  /** Every field that can be changed: a line here is all that a new one takes. */
  changes: Changes;
  /** Fields that a new record must have. */
  required?: readonly string[];
  /** Fields that only an existing record has. */
  onlyChanged?: readonly string[];
  /** What is wrong between the fields of an input. */
  check?: (input: Input) => Problem[];
  /** More about deleting one. */
  deleting?: string;
}

const guardText = (more: string) =>
  `Refused with a ConflictError where the record was changed later than this; counted in whole seconds, so two writes within one second are not told apart${more}. Left out: the last write wins.`;

/** A noun with the article that it takes. */
const one = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Publishes `create{X}`, `update{X}` and `delete{X}` with their inputs and payload. */
export function entityMutations(options: EntityMutations): void {
  const { entity, ref, noun, changes, required = [], onlyChanged = [], check = () => [] } = options;
  const writable: Writable = { entity, changes, check };
  const field = entity.type.charAt(0).toLowerCase() + entity.type.slice(1);
  const payload = payloadOf(entity, ref, noun, field);
  const inputRef = createInput(
    `Create${entity.type}Input`,
    `A new ${noun}. null leaves a field empty, and is refused where a field has no empty form.`,
    changes,
    {
      required,
      without: onlyChanged,
    },
  );
  const changesRef = changesInput(
    `${entity.type}Changes`,
    `Changes of ${noun} fields: what is absent stays as it is. As \`expect\`: values that the client last saw.`,
    changes,
  );
  createField(writable, { noun, field, payload, inputRef });
  updateField(writable, { noun, field, payload, changesRef });
  deleteField(entity, noun, options.deleting ?? '');
}

function payloadOf(entity: EntitySource, ref: ObjectRef<Types, CrmRecord>, noun: string, field: string) {
  return builder.objectRef<Outcome>(`${entity.type}Payload`).implement({
    description: `What became of a write to one ${noun}.`,
    fields: (t) => ({
      [field]: t.field({
        type: ref,
        nullable: true,
        description: `The ${noun} as it is now: from the answer of the write as far as that goes, the rest read. Null when nothing was written.`,
        resolve: (outcome, _args, context, info) => writtenRecord(entity, outcome, context, info),
      }),
      errors: errorsField(t),
    }),
  });
}

interface Published {
  noun: string;
  field: string;
  payload: ObjectRef<Types, Outcome>;
}

type InputRef = ReturnType<typeof changesInput>;

function createField(writable: Writable, { noun, field, payload, inputRef }: Published & { inputRef: InputRef }): void {
  builder.mutationField(`create${writable.entity.type}`, (t) =>
    t.field({
      type: payload,
      nullable: true,
      description: `Creates ${one(noun)} (POST): one request. An answer that is lost is UNKNOWN_OUTCOME, and nothing is sent a second time.`,
      args: {
        input: t.arg({ type: inputRef, required: true, description: `The values of the new ${noun}.` }),
        idempotencyKey: t.arg.string({
          description: `${keyText('record')} Takes one request more, which says who asks.`,
        }),
      },
      resolve: async (_root, { input, idempotencyKey }, context, info) => {
        if (typeof idempotencyKey === 'string') checkIdempotencyKey(idempotencyKey);
        const ready = await creation(writable, input as Input, { context, info, field });
        return 'errors' in ready ? ready : createOnce(writable, ready, idempotencyKey ?? null, context);
      },
    }),
  );
}

function updateField(
  writable: Writable,
  { noun, field, payload, changesRef }: Published & { changesRef: InputRef },
): void {
  const { entity } = writable;
  const key = entity.key.field;
  builder.mutationField(`update${entity.type}`, (t) =>
    t.field({
      type: payload,
      nullable: true,
      description: `Changes ${one(noun)} (PATCH): one request; two ${readFirst(writable.changes)}. Empty \`changes\` write nothing and give the record.`,
      args: {
        [key]: t.arg.int({ required: true, description: `The id of the ${noun}.` }),
        changes: t.arg({ type: changesRef, required: true, description: 'What to change, and to what.' }),
        ifUnmodifiedSince: t.arg({ type: 'DateTime', description: guardText(' (`expect` tells them apart)') }),
        expect: t.arg({
          type: changesRef,
          description:
            'Values that the client last saw: where one of them is another now, nothing is written and a ConflictError comes. Lines of an address and custom fields that are left out do not count; null and "" are the same.',
        }),
      },
      resolve: (_root, args, context, info) => {
        const { changes, expect, ifUnmodifiedSince } = args as unknown as UpdateArgs;
        const wanted = { changes, expect: expect ?? {}, ifUnmodifiedSince: ifUnmodifiedSince ?? null };
        return update(writable, { ...wanted, key: (args as Input)[key] as number }, { context, info, field });
      },
    }),
  );
}

/** With what the record is read before it is written. */
function readFirst(changes: Changes): string {
  const hasAddress = Object.values(changes).some(({ input }) => input === 'AddressInput');
  return hasAddress
    ? 'with a part of an address, with interests, or with an `expect` of null, dates, lists, addresses or own fields, which are read first'
    : 'with an `expect` of null, dates or own fields, which are read first';
}

interface UpdateArgs {
  changes: Input;
  expect?: Input | null;
  ifUnmodifiedSince?: number | null;
}

function deleteField(entity: EntitySource, noun: string, more: string): void {
  const key = entity.key.field;
  builder.mutationField(`delete${entity.type}`, (t) =>
    t.field({
      type: DeletePayloadRef,
      nullable: true,
      description: `Deletes ${one(noun)} (DELETE): one request.${more && ` ${more}`}`,
      args: {
        [key]: t.arg.int({ required: true, description: `The id of the ${noun}.` }),
        ifUnmodifiedSince: t.arg({ type: 'DateTime', description: guardText('') }),
      },
      resolve: (_root, args, context) =>
        remove(
          entity,
          (args as Input)[key] as number,
          (args as unknown as UpdateArgs).ifUnmodifiedSince ?? null,
          context,
        ),
    }),
  );
}
