import type { Change, Changes } from '../upstream/superoffice/patch.ts';
import { builder } from './builder.ts';

builder.inputType('ContactPointInput', {
  description: 'A phone number, an e-mail address or a web address as it is to be stored.',
  fields: (t) => ({
    value: t.string({
      required: true,
      description: 'The number or address (Value). An empty one is a ValidationError.',
    }),
    description: t.string({ description: 'What it is used for (Description). null or left out: nothing.' }),
  }),
});

const addressLine = (description: string) => ({ description: `${description} null or "" clears it.` });

builder.inputType('AddressInput', {
  description:
    'Lines of an address. In a change those that are left out stay as they are, which takes one request more to read them; all seven take none. In a new record they are empty.',
  fields: (t) => ({
    line1: t.string(addressLine('First line: street and number, or the post box (Address1).')),
    line2: t.string(addressLine('Second line (Address2).')),
    line3: t.string(addressLine('Third line (Address3).')),
    postalCode: t.string(addressLine('Postal code (Zipcode).')),
    city: t.string(addressLine('City (City).')),
    state: t.string(addressLine('State, where the country has states (State).')),
    county: t.string(addressLine('County, where the country has counties (County).')),
  }),
});

builder.inputType('CustomFieldInput', {
  description:
    "One of the tenant's own fields. What fields there are, and of what types, is kept five minutes; where it is not, a write takes one request more to read it.",
  fields: (t) => ({
    key: t.string({
      required: true,
      description:
        "The ProgId (SuperOffice:1, Company:Field), or the extra field's name (x_price). An unknown one is a ValidationError.",
    }),
    value: t.field({
      type: 'JSON',
      description:
        'As `CustomField.value` gives it: a number, boolean, text, ISO date or time, list item id or key, by the type of the field; another type is a ValidationError. null or left out clears it, a yes-no field excepted.',
    }),
  }),
});

/** An input whose fields are those of an entity's changes: what is said there of a field is all there is to say. */
function inputOf(
  name: string,
  description: string,
  changes: Readonly<Record<string, { change: Change; required: boolean; description: string }>>,
) {
  return builder.inputType(name, {
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(changes).map(([field, { change, required, description: text }]) => {
          const type = change.isList ? [change.input] : change.input;
          return [field, t.field({ type: type as 'String', required: required as false, description: text })];
        }),
      ),
  });
}

const sentences = (...texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' ');

const needed = 'An empty one is a ValidationError.';
const leftOut = 'Left out: as the CRM has it for new records.';

/** `{X}Changes`: every field optional; null clears. */
export function changesInput(name: string, description: string, changes: Changes) {
  const fields = Object.entries(changes).map(([field, change]) => [
    field,
    { change, required: false, description: sentences(change.description, change.updating, change.clearing) },
  ]);
  return inputOf(name, description, Object.fromEntries(fields));
}

/** `Create{X}Input`: the same fields but those that only an existing record has. */
export function createInput(
  name: string,
  description: string,
  changes: Changes,
  { required, without }: { required: readonly string[]; without: readonly string[] },
) {
  const fields = Object.entries(changes)
    .filter(([field]) => !without.includes(field))
    .map(([field, change]) => [
      field,
      {
        change,
        required: required.includes(field),
        description: sentences(change.description, required.includes(field) ? needed : leftOut),
      },
    ]);
  return inputOf(name, description, Object.fromEntries(fields));
}
