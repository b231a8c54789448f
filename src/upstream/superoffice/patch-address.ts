import { isObject } from '../object.ts';
import { type Carrier, type Change, ChangeProblem, type Operation } from './patch.ts';

/** Lines of an address by their names in the graph and in the CRM's block. */
const lines = {
  line1: 'Address1',
  line2: 'Address2',
  line3: 'Address3',
  postalCode: 'Zipcode',
  city: 'City',
  state: 'State',
  county: 'County',
} as const;
const names = Object.keys(lines) as (keyof typeof lines)[];

type Lines = Partial<Record<keyof typeof lines, string | null>>;
type Field = Carrier & { Name?: unknown; Value?: unknown };
/** Of a country's layout; null where it leaves one out. */
type FieldRow = readonly (Field | null)[] | null;

/**
 * An address in the entity's `Address`. The block can only be written whole (superoffice.md 3.2), so a part of it is laid over the
 * block as read, and the write fails where somebody has changed that meanwhile. Servers without blocks have the rows of the
 * country's layout instead (2.7), whose names begin with `localized`: they refuse a whole block, which is written without a look.
 * Rows undo what the same patch does to blocks, so a record that has one block is written by blocks alone.
 */
export function address(block: 'Street' | 'Postal', localized: string, description: string): Change {
  return {
    member: 'Address',
    part: block,
    input: 'AddressInput',
    description,
    updating: 'Lines that are left out stay as they are.',
    clearing: 'null clears it, and so null or "" each line.',
    guarded: true,
    says: (value) => value === null || names.some((name) => (value as Lines)[name] !== undefined),
    problem: () => null,
    reads: (value) => isPart(value as Lines | null),
    operations: (value, present) => {
      const wanted = value as Lines | null;
      const stored = storedAddress(present, block);
      const rows = rowsOf(stored);
      const given = isPart(wanted) ? givenLines(wanted as Lines) : blockOf(wanted);
      if (rows && !stored?.Street && !stored?.Postal) return rowOperations(rows, localized, given);
      if (!isPart(wanted)) return [whole(block, given)];
      // Laid over what nobody could read, a part would erase the rest.
      if (present && !stored) {
        throw new ChangeProblem([], 'The address as it is cannot be read: give all its lines, or none.');
      }
      const held = stored?.[block] as Carrier | null | undefined;
      const guards = held ? tests(block, held) : rowTests(rows ?? [], (field) => isLine(field, localized));
      return [...guards, whole(block, { ...storedLines(stored, block, localized), ...given })];
    },
    test: () => null,
    holds: (record, value, _dates, isSame) => {
      const stored = storedLines(record.Address as Carrier | null | undefined, block, localized);
      const wanted = value === null ? blockOf(null) : givenLines(value as Lines);
      return Object.entries(wanted).every(([line, text]) => isSame(shown(stored[line]), shown(text)));
    },
  };
}

/** A line as clients see it: blanks and line breaks around it are no part of an address. */
const shown = (line: unknown): string => String(line ?? '').trim();

const isPart = (value: Lines | null): boolean => value !== null && names.some((name) => value[name] === undefined);

const whole = (block: string, value: Carrier): Operation => ({ op: 'replace', path: `/Address/${block}`, value });

function givenLines(value: Lines): Record<string, string> {
  const present = names.filter((name) => value[name] !== undefined);
  return Object.fromEntries(present.map((name) => [lines[name], value[name] ?? '']));
}

const blockOf = (value: Lines | null): Record<string, string> =>
  Object.fromEntries(names.map((name) => [lines[name], value?.[name] ?? '']));

const linesOf = (held: Carrier): Record<string, unknown> =>
  Object.fromEntries(Object.values(lines).map((line) => [line, held[line] ?? '']));

const tests = (block: string, held: Carrier): Operation[] =>
  Object.values(lines)
    .filter((line) => held[line] !== undefined)
    .map((line) => ({ op: 'test', path: `/Address/${block}/${line}`, value: held[line] }));

/** The address as it was read; null where the answer holds none, or one in a form that tells no lines. */
function storedAddress(present: Carrier | null, block: string): Carrier | null {
  const stored = present?.Address;
  if (!isObject(stored)) return null;
  const [held, rows] = [stored[block] ?? null, stored.LocalizedAddress ?? null];
  const isSound = (held === null || isObject(held)) && (rows === null || areRows(rows));
  return isSound ? stored : null;
}

const areRows = (rows: unknown): boolean => areListed(rows, (row) => areListed(row, isObject));

/** Whether it is a list of nothing but such values, or null. */
const areListed = (list: unknown, isOne: (each: unknown) => boolean): boolean =>
  Array.isArray(list) && list.every((each) => each === null || isOne(each));

/** The layout's own rows, changed where they hold one of the lines. */
function rowOperations(rows: readonly FieldRow[], prefix: string, wanted: Record<string, string>): Operation[] {
  const missing = Object.keys(wanted).find(
    (line) => wanted[line] !== '' && !rows.flat().some((field) => field?.Name === prefix + line),
  );
  if (missing) {
    const name = names.find((each) => lines[each] === missing) as string;
    throw new ChangeProblem([name], 'Addresses of this country have no such line.');
  }
  const lineOf = (field: Field) => wanted[String(field.Name).slice(prefix.length)] ?? field.Value;
  const changed = rows.map(
    (row) => row?.map((field) => (isLine(field, prefix) ? { ...field, Value: lineOf(field) } : field)) ?? null,
  );
  // All rows are written, so none of them may have been changed meanwhile: those of the other address neither.
  const tests = rowTests(rows, ({ Value }) => Value !== undefined);
  return [...tests, { op: 'replace', path: '/Address/LocalizedAddress', value: changed }];
}

const rowTests = (rows: readonly FieldRow[], isTested: (field: Field) => boolean): Operation[] =>
  rows.flatMap((row, at) =>
    (row ?? []).flatMap((field, within): Operation[] =>
      field && isTested(field)
        ? [{ op: 'test', path: `/Address/LocalizedAddress/${at}/${within}/Value`, value: field.Value }]
        : [],
    ),
  );

const isLine = (field: Field | null, prefix: string): field is Field =>
  Object.values(lines).some((line) => field?.Name === prefix + line);

function rowsOf(stored: Carrier | null | undefined): readonly FieldRow[] | null {
  const rows = stored?.LocalizedAddress;
  return Array.isArray(rows) ? rows : null;
}

function storedLines(stored: Carrier | null | undefined, block: string, prefix: string): Record<string, unknown> {
  const held = stored?.[block] as Carrier | null | undefined;
  if (held) return linesOf(held);
  const rows = (rowsOf(stored) ?? []).flat();
  return Object.fromEntries(
    Object.values(lines).map((line) => [line, rows.find((field) => field?.Name === prefix + line)?.Value ?? '']),
  );
}
