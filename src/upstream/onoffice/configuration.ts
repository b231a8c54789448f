import type { Parameters } from './client.ts';
import { configuredField, estateFields, type FieldDefinition } from './fields.ts';
import { codeOfTag } from './languages.ts';
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

interface ConfiguredWire {
  type: string;
  label?: string;
  permittedvalues?: Record<string, string> | unknown[] | null;
}

/** The records that `get fields` answers with; `language` is the one asked for. */
export function parseConfiguration(records: readonly RecordWire[], language: string): FieldConfiguration {
  const module = records.find(({ id }) => id === 'estate');
  const entries = Object.entries(module ? elementsOf(module) : {}).filter((entry): entry is [string, ConfiguredWire] =>
    isConfigured(entry[1]),
  );
  const wires = new Map(entries);
  return {
    listed: new Set(wires.keys()),
    field: (name) => {
      const wire = wires.get(name);
      return estateFields.get(name) ?? (wire ? configuredField(name, wire.type) : null);
    },
    typeOf: (name) => wires.get(name)?.type ?? estateFields.get(name)?.type ?? null,
    label: (name) => wires.get(name)?.label ?? null,
    valueLabel: (name, key) => {
      const values = wires.get(name)?.permittedvalues ?? [];
      const given = !Array.isArray(values) && Object.hasOwn(values, key) ? values[key] : undefined;
      return given ?? builtInLabel(name, key, language) ?? key;
    },
  };
}

/** The module's own label stands among its fields, as a text. */
function isConfigured(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** `status` is in no configuration, so its three labels stand here. */
const statusLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1': { en: 'active', de: 'aktiv', nb: 'aktiv', sv: 'aktiv', da: 'aktiv' },
  '2': { en: 'inactive', de: 'inaktiv', nb: 'inaktiv', sv: 'inaktiv', da: 'inaktiv' },
  '0': { en: 'archived', de: 'archiviert', nb: 'arkivert', sv: 'arkiverad', da: 'arkiveret' },
};

function builtInLabel(name: string, key: string, language: string): string | null {
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
  const language = main && elementsOf(main).language;
  return typeof language === 'string' && language !== '' ? language : null;
}
