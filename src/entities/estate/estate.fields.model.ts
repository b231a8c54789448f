import { codeOfTag, tagOfCode } from '../../config/onoffice-languages.ts';
import type { EstateRecord } from '../../reading/onoffice/record.ts';
import type { EstateWants } from '../../reading/onoffice/wants.ts';
import { Refusal } from '../../reading/refusal.ts';
import type { FieldConfiguration } from '../../upstream/onoffice/configuration.ts';
import { estateFields, type FieldDefinition } from '../../upstream/onoffice/fields.ts';
import {
  decode,
  decodeInstant,
  decodeKeys,
  decodeText,
  type FieldValue,
  orWhy,
  shown,
} from '../../upstream/onoffice/values.ts';
import { formatInstant } from '../../upstream/time.ts';
import { choiceOf, type EstateChoice } from './estate.labels.model.ts';
import { textsOf, unknownField } from './estate.model.ts';
import { contractFields } from './estate.onoffice.ts';

/** A field that was asked for by its onOffice name. */
export interface EstateFieldValue {
  readonly name: string;
  readonly label: string | null;
  readonly type: string;
  /** This and the next: or why it cannot be read. */
  readonly value: FieldValue | Error;
  readonly values: readonly EstateChoice[] | Error;
  text(): string | null | Promise<string | null>;
}

const MOST_FIELDS = 200;
/** Where an estate lies exactly; `address` gives it where it was released, and these never. */
const withheld = new Set(['strasse', 'hausnummer', 'breitengrad', 'laengengrad']);

type Scope = EstateRecord['estates']['scope'];

/** Whether a field may be read by its name: where anyone may ask, only what the settings name, or what the graph itself shows. */
function mayRead({ publishedOnly, publicFields }: Scope, name: string): boolean {
  return !publishedOnly || (!withheld.has(name) && (publicFields ?? contractFields).includes(name));
}

const isFieldName = (name: string): boolean => /^\w{1,100}$/.test(name);

/** Labels come in the language asked for, else in that of the request. */
const labelLanguage = (scope: Scope, code: string | null): string =>
  (code === null ? null : tagOfCode(code)) ?? scope.labelLanguage;

/** Plans fields by name: those that will be shown, and the configuration that says what they are. */
export function wantFields(wants: EstateWants, { names, language }: Readonly<Record<string, unknown>>): void {
  const code = typeof language === 'string' ? codeOfTag(language) : null;
  if (!Array.isArray(names) || names.length > MOST_FIELDS || (typeof language === 'string' && code === null)) return;
  const open = names.filter((name: string) => isFieldName(name) && mayRead(wants.scope, name));
  if (open.length < names.length) return;
  for (const name of open) {
    if (estateFields.get(name)?.translated) wants.text(name, code);
    else wants.main(name);
  }
  wants.configurations.add(labelLanguage(wants.scope, code));
}

/**
 * The values of fields by name, in that order; `code` names a language version. Raises for a name that is none, that is not
 * open, or that the customer lacks.
 */
export async function fieldsOf(
  record: EstateRecord,
  names: readonly string[],
  code: string | null,
): Promise<EstateFieldValue[]> {
  const { estates } = record;
  if (names.length > MOST_FIELDS) throw new Refusal('BAD_USER_INPUT', `\`names\` holds more than ${MOST_FIELDS}.`);
  for (const name of names) {
    if (!isFieldName(name))
      throw new Refusal('BAD_USER_INPUT', 'The name of an onOffice field is letters, digits and _.');
    if (!mayRead(estates.scope, name)) throw new Refusal('FORBIDDEN', `The field ${name} is not open to anyone.`);
  }
  const language = labelLanguage(estates.scope, code);
  const configuration = await estates.configuration(language);
  return Promise.all(names.map((name) => fieldOf(record, name, { code, language, configuration })));
}

interface Shown {
  code: string | null;
  language: string;
  configuration: FieldConfiguration;
}

async function fieldOf(record: EstateRecord, name: string, { code, language, configuration }: Shown) {
  const field = configuration.field(name);
  if (!field) throw unknownField(name);
  const raw = (await rawValues(record, name, code))[name];
  const isSelect = field.type === 'singleselect' || field.type === 'multiselect';
  const choices = () => keysOf(field, raw).map((key) => choiceOf(record.estates, name, key, language));
  const values = isSelect ? orWhy(choices) : [];
  const value = orWhy(() => decoded(field, raw, record.estates.scope));
  return {
    name,
    label: configuration.label(name),
    type: configuration.typeOf(name) ?? field.type,
    value,
    values,
    text: async () => {
      if (isSelect) return (await Promise.all(shown(values).map((choice) => choice.label()))).join(', ') || null;
      const told = shown(value);
      return told === null || typeof told === 'object' ? null : String(told);
    },
  };
}

async function rawValues(record: EstateRecord, name: string, code: string | null) {
  if (estateFields.get(name)?.translated) return textsOf(record, name, code);
  if (record.main.lacking.has(name)) throw unknownField(name);
  return record.main.values;
}

function keysOf(field: FieldDefinition, raw: unknown): readonly string[] {
  if (field.type === 'multiselect') return decodeKeys(field, raw);
  const key = decodeText(field, raw);
  return key === null ? [] : [key];
}

function decoded(field: FieldDefinition, raw: unknown, scope: Scope): FieldValue {
  if (field.type !== 'datetime') return decode(field, raw, scope.timeZone);
  const instant = decodeInstant(field, raw, scope.timeZone);
  return instant === null ? null : formatInstant(instant, scope.shownZone);
}
