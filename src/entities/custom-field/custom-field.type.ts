import { builder, type ObjectFields } from '../../graphql/builder.ts';
import { readField } from '../../graphql/sourced.ts';
import type { CustomFieldInfo } from '../../reading/layouts.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { Refusal } from '../../reading/refusal.ts';
import type { CustomValues } from '../../reading/sources.ts';
import { readText } from '../../upstream/superoffice/text.ts';
import { AppointmentRef } from '../appointment/appointment.model.ts';
import { ContactRef } from '../contact/contact.model.ts';
import { PersonRef } from '../person/person.model.ts';
import { type CustomField, customField, shownText } from './custom-field.model.ts';

const CustomFieldTypeRef = builder.enumType('CustomFieldType', {
  description: "What a tenant's own field holds.",
  values: {
    TEXT: { description: 'A text.' },
    INTEGER: { description: 'A whole number.' },
    DECIMAL: { description: 'A decimal number.' },
    BOOLEAN: { description: 'Yes or no.' },
    DATE: { description: 'A day of the calendar: 2026-03-01.' },
    DATE_TIME: { description: "A day and a time of the tenant's own clock, without zone: 2026-03-01T09:30:00." },
    TIME: { description: 'A time of day: 09:30:00.' },
    TIME_SPAN: { description: 'A length of time, as the number that is stored.' },
    LIST_ITEM: { description: 'An item of a pick list, by its id.' },
    REFERENCE: { description: 'Another record, by its key.' },
  },
});

const CustomFieldRef = builder.objectRef<CustomField>('CustomField').implement({
  description: 'A field that the tenant has made: user-defined, or an extra field.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: false,
      description:
        "The ProgId (SuperOffice:1, Company:Field), or the extra field's name (x_price). Not the same in any two tenants.",
    }),
    label: t.string({
      nullable: true,
      description:
        "The name of the field in the request's language (DisplayName of the layout). Null when it has none.",
      resolve: ({ label }, _args, context) => label && readText(label, context.identity.language),
    }),
    type: t.field({
      type: CustomFieldTypeRef,
      nullable: false,
      description: 'What it holds, by the layout.',
      resolve: ({ type }) => type,
    }),
    text: t.string({
      nullable: true,
      description:
        "The value for people: of list items, records and yes-no fields the CRM's own text in the request's language; numbers and dates as SO-Culture (else the language) writes them. Null when empty, and where the CRM has no text.",
      resolve: (field, _args, context) => shownText(field, context.identity),
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The value by its type: number, boolean, text, ISO date or time, list item id, key of a record. Null when empty; an empty number is 0, since SuperOffice tells no difference.',
      resolve: ({ value }) => value,
    }),
  }),
});

function chosen(
  fields: ReadonlyMap<string, CustomFieldInfo>,
  keys: readonly string[] | null | undefined,
  entity: string,
): CustomFieldInfo[] {
  if (!keys) return [...fields.values()];
  return [...new Set(keys)].map((key) => {
    const field = fields.get(key);
    if (field) return field;
    const known = [...fields.keys()].slice(0, 20).join(', ');
    throw new Refusal(
      'UNKNOWN_FIELD',
      `${entity} has no custom field of the key asked for. There are: ${known || 'none'}.`,
    );
  });
}

const customFieldsField = (t: ObjectFields<CrmRecord>, entity: string) =>
  t.field({
    type: [CustomFieldRef],
    nullable: { list: true, items: false },
    description:
      'Fields that the tenant has made, in the order asked for, else of the layout. With `keys` they are columns of the same request; without, only the entity has them: on a page one request per record. Null when they cannot be read; an unknown key is `UNKNOWN_FIELD`.',
    args: { keys: t.arg.stringList({ required: false, description: 'Which fields; all when left out.' }) },
    extensions: { source: 'customFields' },
    resolve: async (record, { keys }, context, info) => {
      const fields = chosen(await context.read.scope.layouts.of(entity), keys, entity);
      const values = (await readField(record, context, info)) as CustomValues | null;
      return values && fields.map((field) => customField(field, values)).filter((field) => field !== null);
    },
  });

builder.objectField(ContactRef, 'customFields', (t) => customFieldsField(t, 'Contact'));
builder.objectField(PersonRef, 'customFields', (t) => customFieldsField(t, 'Person'));
builder.objectField(AppointmentRef, 'customFields', (t) => customFieldsField(t, 'Appointment'));
