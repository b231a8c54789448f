import type { RequestContext } from '../../context/context.ts';
import { builder, type ObjectFields } from '../../graphql/builder.ts';
import { readField } from '../../graphql/sourced.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { Refusal } from '../../reading/refusal.ts';
import type { EntitySource, Source } from '../../reading/sources.ts';
import { readText } from '../../upstream/superoffice/text.ts';
import { AppointmentRef, appointmentSources } from '../appointment/appointment.model.ts';
import { ContactRef, contactSources } from '../contact/contact.model.ts';
import { PersonRef, personSources } from '../person/person.model.ts';
import { accessTo, type FieldAccess, propertyOf, type RightsWire } from './field-access.model.ts';

const FieldAccessRef = builder.objectRef<FieldAccess>('FieldAccess').implement({
  description:
    "What the ticket's user may do with a field of a record; enough to draw a form (TableRight, FieldProperties).",
  fields: (t) => ({
    field: t.exposeString('field', {
      nullable: false,
      description: "Name in this graph, such as orgNr; the tenant's own fields by their key.",
    }),
    canRead: t.exposeBoolean('canRead', { nullable: false, description: 'Whether the user may see the value.' }),
    canEdit: t.exposeBoolean('canEdit', { nullable: false, description: 'Whether the user may change the value.' }),
    mandatory: t.exposeBoolean('mandatory', {
      nullable: false,
      description: 'Whether the record cannot be saved without a value.',
    }),
    reason: t.string({
      nullable: true,
      description: "Why it is so, in the request's language. Null when the CRM gives no reason.",
      resolve: ({ reason }, _args, context) => reason && readText(reason, context.identity.language),
    }),
  }),
});

/** Fields that rights are told of: those that are read from the entity, but for the rights themselves. */
const described = (entity: EntitySource): Map<string, string> =>
  new Map(
    Object.entries(entity.fields)
      .map(([name, source]: [string, Source]) => [name, name === 'fieldAccess' ? null : propertyOf(source)] as const)
      .filter((entry): entry is [string, string] => entry[1] !== null),
  );

/** Where the tenant's own fields stand in FieldProperties. The first dictionary is of all of them, but may be told of some alone. */
const dictionaries = ['CustomFields.', 'UserDefinedFields.', 'ExtraFields.'];

/** By the keys of the tenant's own fields: where their rights stand. */
function customProperties(rights: RightsWire): Map<string, string> {
  const found = new Map<string, string>();
  const properties = Object.keys(rights.FieldProperties ?? {});
  for (const dictionary of dictionaries) {
    for (const property of properties.filter((each) => each.startsWith(dictionary))) {
      const key = property.slice(dictionary.length);
      if (!found.has(key)) found.set(key, property);
    }
  }
  return found;
}

const isCustom = (name: string) => name.includes(':') || name.startsWith('x_');

/** Keys of custom fields are looked up where the rights do not tell of them: in the layout. */
async function areThere(keys: readonly string[], entity: EntitySource, context: RequestContext): Promise<boolean> {
  if (keys.length === 0) return true;
  const layout = await context.read.scope.layouts.of(entity.type);
  return keys.every((key) => layout.has(key));
}

function fieldAccessField(t: ObjectFields<CrmRecord>, entity: EntitySource) {
  const known = described(entity);
  return t.field({
    type: [FieldAccessRef],
    nullable: { list: true, items: false },
    description:
      "What the ticket's user may do with each field, and why not. Only the entity has it: on a page this takes one request per record. Always read anew. Null when that fails.",
    args: {
      fields: t.arg.stringList({
        required: false,
        description:
          "Names in this graph, or keys of the tenant's own fields; all when left out. An unknown name is refused.",
      }),
    },
    extensions: { source: 'fieldAccess' },
    resolve: async (record, { fields }, context, info) => {
      for (const name of fields ?? []) if (!known.has(name) && !isCustom(name)) throw unknownField(entity, known);
      const rights = (await readField(record, context, info)) as RightsWire | null;
      if (!rights) return null;
      const custom = customProperties(rights);
      const untold = (fields ?? []).filter((name) => !known.has(name) && !custom.has(name));
      if (!(await areThere(untold, entity, context))) throw unknownField(entity, known);
      const names = fields ?? [...known.keys(), ...custom.keys()];
      return [...new Set(names)].map((name) =>
        accessTo(name, known.get(name) ?? custom.get(name) ?? `CustomFields.${name}`, rights),
      );
    },
  });
}

const unknownField = (entity: EntitySource, known: ReadonlyMap<string, string>) =>
  new Refusal(
    'BAD_USER_INPUT',
    `\`fields\` names something that ${entity.type} has no rights for. There are: ${[...known.keys()].join(', ')}, and keys of custom fields.`,
  );

builder.objectField(ContactRef, 'fieldAccess', (t) => fieldAccessField(t, contactSources));
builder.objectField(PersonRef, 'fieldAccess', (t) => fieldAccessField(t, personSources));
builder.objectField(AppointmentRef, 'fieldAccess', (t) => fieldAccessField(t, appointmentSources));
