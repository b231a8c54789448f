import type { ActionOutcome, ActionRoutes, OutcomeRecord, SimulatedAction } from './action.ts';
import { fieldName, labelLanguage, listParameter } from './parameters.ts';
import type { PhpValue } from './php-json.ts';
import { refuse } from './refusal.ts';
import type { ChoiceRecord, FieldRecord, LanguageCode, ModuleName } from './store.ts';

/** The field configuration. */
export const fieldRoutes: ActionRoutes = { 'get fields': readFields };

/** Modules that the call knows; those without data here come with no fields. */
const modules = 'address estate agentsLog calendar email file news intranet project task user'.split(' ');

interface Wanted {
  /** null: no labels. */
  labels: LanguageCode | null;
  filters: boolean;
  dependencies: boolean;
  realTypes: boolean;
  measure: boolean;
  inactive: boolean;
  names: ReadonlySet<string> | null;
}

function readFields({ world, parameters }: SimulatedAction): ActionOutcome {
  const wanted: Wanted = {
    labels: parameters.labels === true ? labelLanguage(parameters.language) : null,
    filters: parameters.showfieldfilters === true,
    dependencies: parameters.showfielddependencies === true,
    realTypes: parameters.realDataTypes === true,
    measure: parameters.showFieldMeasureFormat === true,
    inactive: parameters.showOnlyInactive === true,
    names: parameters.fieldList === undefined ? null : new Set(listParameter(parameters, 'fieldList').map(fieldName)),
  };
  const names = parameters.modules === undefined ? modules : listParameter(parameters, 'modules').map(String);
  const records = names.map((name): OutcomeRecord => {
    if (!modules.includes(name)) throw refuse(255, 'modules');
    const known = name === 'estate' || name === 'address';
    return {
      id: name,
      type: '',
      elements: known ? describe(name, world.fields[name], world.moduleLabels, wanted) : {},
    };
  });
  return { records, total: null, cacheable: true };
}

function describe(
  module: ModuleName,
  fields: ReadonlyMap<string, FieldRecord>,
  moduleLabels: Record<ModuleName, Record<LanguageCode, string>>,
  wanted: Wanted,
): PhpValue {
  const elements = new Map<string, PhpValue>();
  if (wanted.labels) elements.set('label', moduleLabels[module][wanted.labels]);
  for (const field of fields.values()) {
    const asked = wanted.names === null || wanted.names.has(field.name);
    if (asked && field.listed && field.active !== wanted.inactive)
      elements.set(field.name, describeField(field, wanted));
  }
  return elements;
}

function describeField(field: FieldRecord, wanted: Wanted): PhpValue {
  return {
    type: wanted.realTypes && field.realType ? field.realType : field.type,
    length: field.length,
    permittedvalues: field.choices ? permittedValues(field.choices, wanted.labels) : null,
    default: null,
    filters: wanted.filters ? field.filters : [],
    dependencies: wanted.dependencies ? field.dependencies : [],
    compoundFields: [],
    ...(wanted.labels ? { label: field.labels[wanted.labels] } : {}),
    ...(wanted.measure ? { fieldMeasureFormat: field.measure } : {}),
  };
}

/** Labels by key in display order; without labels a list of keys in which numeric ones are numbers. */
function permittedValues(choices: readonly ChoiceRecord[], language: LanguageCode | null): PhpValue {
  if (language) return new Map(choices.map(({ key, labels }) => [key, labels[language]]));
  return choices.map(({ key }) => (/^(0|[1-9]\d*)$/.test(key) ? Number(key) : key));
}
