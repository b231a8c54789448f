import type { ChoiceRecord, FieldRecord } from './store.ts';

/** What the table's lines do not say about single fields. */
export interface FieldExtras {
  choices?: Readonly<Record<string, readonly ChoiceRecord[]>>;
  filters?: Readonly<Record<string, FieldRecord['filters']>>;
  dependencies?: Readonly<Record<string, Record<string, string>>>;
}

/**
 * Fields from lines of `name type[(length)] [MEASURE] | German label | English label | flags`, in the order in which the
 * configuration call lists them. Flags: unlisted, inactive, system, translated, pipes, fiveDecimals, emptyUnset,
 * neverFormatted, user.
 */
export function parseFieldTable(table: string, extras: FieldExtras): Map<string, FieldRecord> {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return new Map(lines.map((line) => parseLine(line, extras)).map((field) => [field.name, field]));
}

function parseLine(line: string, extras: FieldExtras): FieldRecord {
  const [definition = '', german = '', english = '', flagText = ''] = line.split('|').map((part) => part.trim());
  const match = /^(\S+) (\w+)(?:\((\d+)\))?(?: ([A-Z_]+))?$/.exec(definition);
  if (!match) throw new Error(`not a field: ${line}`);
  const [, name = '', type = '', length, measure] = match;
  const flags = new Set(flagText.split(' '));
  return {
    name,
    type: type as FieldRecord['type'],
    length: length === undefined ? null : Number(length),
    realType: flags.has('user') ? 'user' : null,
    measure: measure === undefined ? null : `DATA_TYPE_${measure}`,
    labels: { DEU: german, ENG: english },
    choices: extras.choices?.[name] ?? null,
    filters: extras.filters?.[name] ?? {},
    dependencies: extras.dependencies?.[name] ?? {},
    listed: !flags.has('unlisted'),
    active: !flags.has('inactive'),
    decimals: flags.has('fiveDecimals') ? 5 : null,
    pipes: flags.has('pipes'),
    emptyUnset: flags.has('emptyUnset'),
    neverFormatted: flags.has('neverFormatted'),
    translated: flags.has('translated'),
    system: flags.has('system'),
  };
}

/** Select values from lines of `key = German label / English label`; keys may hold blanks. */
export function parseChoices(lines: string): ChoiceRecord[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [key = '', labels = ''] = line.split(' = ').map((part) => part.trim());
      const [german = key, english = german] = labels.split(' / ');
      return { key, labels: { DEU: german, ENG: english } };
    });
}
