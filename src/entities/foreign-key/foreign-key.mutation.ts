import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context/context.ts';
import { builder } from '../../graphql/builder.ts';
import { invalid, type Mendable, refused } from '../../graphql/mutation.ts';
import { mendable, notFound } from '../../graphql/mutation-refusals.ts';
import { readEntity } from '../../reading/entity.ts';
import type { EntitySource } from '../../reading/sources.ts';
import { removeForeignKey, setForeignKey } from '../../upstream/superoffice/foreign-keys.ts';
import { notPatchable, type PatchOutcome, PatchPayloadRef, patchableRecord } from '../patch/patch.model.ts';

interface Wanted {
  app: string;
  device: string;
  key: string;
  value: string | null;
}

/** Names become parts of an address, so what could lead elsewhere is no name. */
const isName = (text: string): boolean =>
  text.length <= 200 &&
  text.trim() !== '' &&
  !/^\.{1,2}$/.test(text) &&
  ![...text].some((one) => one < ' ' || '/\\'.includes(one));

const problemsOf = (wanted: Wanted): Mendable[] =>
  (['app', 'device', 'key'] as const)
    .filter((name) => !isName(wanted[name]))
    .map((name) => invalid('A name is 1 to 200 characters, without slashes.', [name]));

async function write(
  { entity, key }: { entity: EntitySource; key: number },
  wanted: Wanted,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<PatchOutcome> {
  const { value, ...name } = wanted;
  const at = { ...name, table: entity.type.toLowerCase(), recordId: key };
  try {
    // A key is a pointer: who cannot see the record gets no answer about its keys.
    const select = context.read.membersOf(entity, info, 'node');
    const wire = await readEntity(context.superoffice, entity, key, { select });
    if (!wire) return { entity, ...refused(notFound('There is no such record.')) };
    if (value === null) await removeForeignKey(context.superoffice, at);
    else await setForeignKey(context.superoffice, at, value);
    return { entity, key, wire, errors: [] };
  } catch (error) {
    return { entity, ...refused(mendable(error, { entity, key })) };
  } finally {
    context.foreignKeys.forget();
    context.read.forget();
  }
}

builder.mutationField('setForeignKey', (t) =>
  t.field({
    type: PatchPayloadRef,
    nullable: true,
    description:
      'Sets, or with a null value removes, the key of a foreign application on a Contact, Person or Appointment. Application and device are made where they do not exist. Takes up to six requests.',
    args: {
      id: t.arg.id({ required: true, description: 'The `id` of a Contact, Person or Appointment.' }),
      app: t.arg.string({ required: true, description: 'Name of the application.' }),
      device: t.arg.string({ required: true, description: 'Name of its device.' }),
      key: t.arg.string({ required: true, description: 'Name of the key.' }),
      value: t.arg.string({
        description: 'The value. null or left out removes the key; one that is not there is no error.',
      }),
    },
    resolve: async (_root, { id, value, ...name }, context, info) => {
      const record = patchableRecord(id);
      const wanted = { ...name, value: value ?? null };
      const problems = [...(record ? [] : [invalid(notPatchable, ['id'])]), ...problemsOf(wanted)];
      if (!record || problems.length > 0) return { entity: null, ...refused(...problems) };
      return write(record, wanted, context, info);
    },
  }),
);
