import { codeOfTag } from '../../config/onoffice-languages.ts';
import { UpstreamError } from '../errors.ts';
import { isObject } from '../object.ts';
import type { Parameters } from './client.ts';
import { configuredField, estateFields, type FieldDefinition } from './fields.ts';
import { decodeText } from './values.ts';
import { elementsOf, idOf, type RecordWire } from './wire.ts';

/** The estate module as one customer has set it up, with labels in one language. */
export interface FieldConfiguration {
  /** A field that the customer has, or that the catalogue knows (which no configuration lists entirely); null for any other. */
  field(name: string): FieldDefinition | null;
  /** The type as the configuration names it, else the catalogue's. */
  typeOf(name: string): string | null;
  /** The field's own label; null where nobody gave it one. */
  label(name: string): string | null;
  /** The label of a select value; the key where nobody knows one. */
  valueLabel(name: string, key: string): string;
  /** Fields that this customer's configuration lists. */
  readonly listed: ReadonlySet<string>;
  /** All of it can be read. What cannot raises where it is asked for; the label of a value is its key then. */
  readonly isWhole: boolean;
}

/** Parameters of `get fields` for the labels in a language, given as BCP 47 tag. */
export function configurationParameters(language: string): Parameters {
  return {
    modules: ['estate'],
    labels: true,
    realDataTypes: true,
    // What nobody translated stays German.
    language: codeOfTag(language) ?? 'DEU',
  };
}

/** A field as it came: none of it is sure to be what it must. */
type ConfiguredWire = Readonly<Record<'type' | 'label' | 'permittedvalues', unknown>>;

/** The records that `get fields` answers with; `language` is the one asked for. */
export function parseConfiguration(records: readonly RecordWire[], language: string): FieldConfiguration {
  const module = records.find(({ id }) => id === 'estate');
  if (!module) throw new UpstreamError('onoffice', 'malformed', { cause: new Error('no configuration of estates') });
  const entries = Object.entries(elementsOf(module)).filter(([name, value]) => !isOfModule(name, value));
  const wires = new Map(entries.map(([name, value]) => [name, isObject(value) ? (value as ConfiguredWire) : nothing]));
  return {
    isWhole: [...wires.values()].every(isWhole),
    listed: new Set(wires.keys()),
    field: (name) => {
      const wire = wires.get(name);
      return estateFields.get(name) ?? (wire ? configuredField(name, typeIn(name, wire)) : null);
    },
    typeOf: (name) => {
      const wire = wires.get(name);
      return wire ? typeIn(name, wire) : (estateFields.get(name)?.type ?? null);
    },
    label: (name) => decodeText({ name: `${name}.label` }, wires.get(name)?.label),
    valueLabel: (name, key) => {
      const values = wires.get(name)?.permittedvalues;
      const given = isObject(values) && Object.hasOwn(values, key) ? values[key] : undefined;
      const told = isLabel(given) ? given : null;
      return told === null ? (builtInLabel(name, key, language) ?? key) : String(told);
    },
  };
}

/** The module's own label stands among its fields, and so may other single values: onOffice adds what it likes (manual, versions). */
const isOfModule = (name: string, value: unknown): boolean =>
  value === null ? name === 'label' : typeof value !== 'object';

const nothing: ConfiguredWire = { type: undefined, label: undefined, permittedvalues: undefined };

function typeIn(name: string, { type }: ConfiguredWire): string {
  if (typeof type === 'string' && type !== '') return type;
  throw new UpstreamError('onoffice', 'malformed', { text: `field ${name}.type` });
}

/** null: nobody gave it one. */
const isLabel = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';

function isWhole({ type, label, permittedvalues }: ConfiguredWire): boolean {
  if (typeof type !== 'string' || type === '') return false;
  if (!isLabel(label ?? null)) return false;
  if (isObject(permittedvalues)) return Object.values(permittedvalues).every(isLabel);
  return Array.isArray(permittedvalues ?? []);
}

/** `status` is in no configuration, so its three labels stand here. */
const statusLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1': { en: 'active', de: 'aktiv', nb: 'aktiv', sv: 'aktiv', da: 'aktiv' },
  '2': { en: 'inactive', de: 'inaktiv', nb: 'inaktiv', sv: 'inaktiv', da: 'inaktiv' },
  '0': { en: 'archived', de: 'archiviert', nb: 'arkivert', sv: 'arkiverad', da: 'arkiveret' },
};

export function builtInLabel(name: string, key: string, language: string): string | null {
  if (name !== 'status') return null;
  const [primary = ''] = language.toLowerCase().split('-');
  return statusLabels[key]?.[primary === 'no' || primary === 'nn' ? 'nb' : primary] ?? statusLabels[key]?.en ?? null;
}

/**
 * The language of main records, from the versions of one estate that was asked for by its main id: which key marks the
 * main version is not documented, but its id is the one asked for. The vendor's code; null where the answer does not say.
 */
export function mainLanguageCode(versions: readonly RecordWire[], mainId: number): string | null {
  const main = versions.find(({ id }) => idOf(id) === mainId);
  return main ? versionCode(main) : null;
}

/** The vendor's code of a version; null where that is left open. Raises for one that is none: it would be kept for good. */
export function versionCode(version: RecordWire): string | null {
  const language = elementsOf(version).language ?? '';
  if (typeof language === 'string' && /^([a-z]{3})?$/i.test(language)) return language || null;
  throw new UpstreamError('onoffice', 'malformed', { cause: new Error('a version of no language') });
}
