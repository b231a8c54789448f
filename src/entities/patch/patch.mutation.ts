import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context/context.ts';
import { builder } from '../../graphql/builder.ts';
import { invalid, type Mendable, refused } from '../../graphql/mutation.ts';
import { mendable } from '../../graphql/mutation-refusals.ts';
import { untouched, written } from '../../graphql/mutation-writes.ts';
import type { EntitySource, Wire } from '../../reading/sources.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import type { Operation } from '../../upstream/superoffice/patch.ts';
import { pathProblem, valueProblem } from '../../upstream/superoffice/patch-paths.ts';
import { notPatchable, type PatchOutcome, PatchPayloadRef, patchableRecord } from './patch.model.ts';

const MOST_OPERATIONS = 100;

const JsonPatchOpRef = builder.enumType('JsonPatchOp', {
  description: 'What an operation of a JSON Patch does; SuperOffice knows no move and no copy.',
  values: {
    ADD: { description: 'Adds an element to a list, or a value to a dictionary.' },
    REMOVE: { description: 'Takes an element of a list away.' },
    REPLACE: { description: 'Sets a value.' },
    TEST: {
      description: 'Goes on only where this value is stored; else nothing is written, and a ConflictError comes.',
    },
  },
});

interface Given {
  op: 'ADD' | 'REMOVE' | 'REPLACE' | 'TEST';
  path: string;
  value?: unknown;
}

const OperationInput = builder.inputType('JsonPatchOperation', {
  description: 'One operation of a JSON Patch (RFC 6902).',
  fields: (t) => ({
    op: t.field({ type: JsonPatchOpRef, required: true, description: 'What it does.' }),
    path: t.string({
      required: true,
      description:
        "Where, in the CRM's own names: /Phones/-, /CustomFields, Interests/0/Selected. Case does not matter, nor does the slash ahead. Keys, who created or changed the record and when, rights, links and members of integrations are a ValidationError.",
    }),
    value: t.field({
      type: 'JSON',
      description: "The value in the CRM's own form. Needed but by REMOVE; null is a value.",
    }),
  }),
});

function problemsOf(operations: readonly Given[], entity: EntitySource): Mendable[] {
  if (operations.length > MOST_OPERATIONS) {
    return [invalid(`At most ${MOST_OPERATIONS} operations are taken.`, ['operations'])];
  }
  return operations.flatMap(({ op, path, value }, at) => {
    const problem = pathProblem(path, entity.key.member);
    if (problem) return [invalid(problem, ['operations', String(at), 'path'])];
    if (op === 'REMOVE') return [];
    const wrong = value === undefined ? 'The operation needs a value.' : valueProblem(value);
    return wrong ? [invalid(wrong, ['operations', String(at), 'value'])] : [];
  });
}

const toOperation = ({ op, path, value }: Given): Operation => ({
  op: op.toLowerCase() as Operation['op'],
  path: path.startsWith('/') ? path : `/${path}`,
  ...(op === 'REMOVE' ? {} : { value }),
});

interface Wanted {
  entity: EntitySource;
  key: number;
  operations: readonly Given[];
  ifUnmodifiedSince: number | null;
}

async function patch(wanted: Wanted, context: RequestContext, info: GraphQLResolveInfo): Promise<PatchOutcome> {
  const { entity, key, operations, ifUnmodifiedSince } = wanted;
  const select = context.read.membersOf(entity, info, 'node');
  const path = `${entity.path}/${key}`;
  try {
    if (operations.length === 0) {
      const asItWas = { key, expect: {}, ifUnmodifiedSince };
      return { entity, ...(await untouched({ entity, changes: {} }, asItWas, select, context)) };
    }
    const wire = await context.superoffice.send<Wire>({
      ...{ method: 'PATCH', path, kind: 'json-patch', body: operations.map(toOperation), select },
      ...(ifUnmodifiedSince === null ? {} : { ifUnmodifiedSince }),
    });
    return { entity, key, wire: written(entity, key, wire), errors: [] };
  } catch (error) {
    // The operations are the client's own, so whatever the CRM finds wrong with them is his to mend.
    if (error instanceof UpstreamError && error.kind === 'invalid') {
      return { entity, ...refused(invalid(error.text ?? 'The CRM refuses these operations.', ['operations'])) };
    }
    return { entity, ...refused(mendable(error, { entity, key })) };
  } finally {
    context.read.forget();
  }
}

builder.mutationField('patchEntity', (t) =>
  t.field({
    type: PatchPayloadRef,
    nullable: true,
    description:
      'Sends a JSON Patch as it is, for what `changes` does not name: to a Contact, Person or Appointment, one request. All operations are carried out, or none.',
    args: {
      id: t.arg.id({ required: true, description: 'The `id` of a Contact, Person or Appointment.' }),
      operations: t.arg({
        type: [OperationInput],
        required: true,
        description: 'The operations in their order, at most 100. None write nothing.',
      }),
      ifUnmodifiedSince: t.arg({
        type: 'DateTime',
        description:
          'Refused with a ConflictError where the record was changed later than this, counted in whole seconds. Left out: the last write wins.',
      }),
    },
    resolve: async (_root, { id, operations, ifUnmodifiedSince }, context, info) => {
      const record = patchableRecord(id);
      if (!record) return { entity: null, ...refused(invalid(notPatchable, ['id'])) };
      const problems = problemsOf(operations, record.entity);
      if (problems.length > 0) return { entity: null, ...refused(...problems) };
      return patch({ ...record, operations, ifUnmodifiedSince: ifUnmodifiedSince ?? null }, context, info);
    },
  }),
);
