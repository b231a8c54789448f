import { UpstreamError } from '../errors.ts';
import { calendarDate } from './dates.ts';
import { byId } from './list-items.ts';
import { type Carrier, type Change, ChangeProblem, type Operation, type Problem } from './patch.ts';
import type { MdoListItemWire } from './wire.ts';

/**
 * How each kind says "none" on the wire. Only the date is sampled for it (superoffice.md 3.3, 2.2); null for a reference is the safer
 * of two readings, the other being its carrier with id 0.
 */
const emptyForms = {
  text: '',
  reference: null,
  date: '0001-01-01T00:00:00',
  points: [],
} as const;

/** Instants outside of these years mean "none" or "without end" upstream (superoffice.md 2.2). */
const FIRST_INSTANT = Date.UTC(1761, 0, 1);
const LAST_INSTANT = Date.UTC(9998, 11, 31, 23, 59, 59);

const wholeSeconds = (instant: unknown): number | null =>
  instant === null ? null : Math.floor((instant as number) / 1_000);
const never = () => false;
const problem = (message: string, ...path: string[]): Problem => ({ path, message });
const replace = (path: string, value: unknown): Operation => ({ op: 'replace', path, value });
const isBlank = (value: unknown): boolean => value === null || value === '' || value === undefined;
const textOf = (value: unknown): string => (isBlank(value) ? '' : String(value));
const uncleared = 'It cannot be cleared: null is refused.';

const noNull = (value: unknown): Problem | null =>
  value === null ? problem('This cannot be cleared: give a value, or leave it out.') : null;

/** A text that must not be empty; the CRM never holds null for it. */
export function requiredText(member: string, description: string): Change {
  return {
    ...text(member, description),
    clearing: 'It cannot be cleared: null and "" are refused.',
    mergeable: true,
    problem: (value) => (textOf(value).trim() === '' ? problem('This cannot be empty: give a text.') : null),
  };
}

/** A text; null and `""` clear it. */
export function text(member: string, description: string): Change {
  return {
    member,
    input: 'String',
    description,
    clearing: 'null or "" clears it.',
    problem: () => null,
    reads: never,
    operations: (value) => [replace(`/${member}`, value ?? emptyForms.text)],
    // The CRM holds "" or null for none, and a test tells the two apart.
    test: (value) => (isBlank(value) ? null : { op: 'test', path: `/${member}`, value }),
    holds: (record, value, _dates, isSame) => isSame(textOf(record[member]), textOf(value)),
  };
}

/** A boolean; it has no empty form. */
export function flag(member: string, description: string): Change {
  return {
    member,
    input: 'Boolean',
    description,
    clearing: uncleared,
    mergeable: true,
    problem: noNull,
    reads: never,
    operations: (value) => [replace(`/${member}`, value)],
    test: (value) => (value === null ? null : { op: 'test', path: `/${member}`, value }),
    holds: (record, value) => (record[member] ?? null) === value,
  };
}

/** One of a fixed set of names; it has no empty form. `input` is the enum in the graph. */
export function choice(
  member: string,
  choices: readonly (readonly [name: string, wire: string])[],
  input: string,
  description: string,
): Change {
  const wireOf = new Map(choices);
  const wire = (value: unknown) => wireOf.get(value as string) ?? null;
  return {
    member,
    input,
    description,
    clearing: uncleared,
    mergeable: true,
    problem: noNull,
    reads: never,
    operations: (value) => [replace(`/${member}`, wire(value))],
    test: (value) => (value === null ? null : { op: 'test', path: `/${member}`, value: wire(value) }),
    holds: (record, value) => (record[member] ?? null) === wire(value),
  };
}

/** Another record or a list item, by the id that its carrier holds under `key`; null clears it. */
export function reference(member: string, key: string, description: string): Change {
  return {
    member,
    input: 'Int',
    description,
    clearing: 'null clears it.',
    problem: (value) =>
      value === null || (value as number) > 0 ? null : problem('An id is a number above 0; null clears.'),
    reads: never,
    // Only the key counts on write (superoffice.md 2.1); the whole carrier is replaced, since the member may be null now.
    operations: (value) => [replace(`/${member}`, value === null ? emptyForms.reference : { [key]: value })],
    test: (value) => (value === null ? null : { op: 'test', path: `/${member}/${key}`, value }),
    holds: (record, value) => ((record[member] as Carrier | null | undefined)?.[key] || null) === value,
  };
}

/** An instant in the diary, in milliseconds; null clears it. */
export function instant(member: string, description: string): Change {
  return {
    member,
    input: 'DateTime',
    description,
    clearing: 'null clears it.',
    problem: (value) =>
      value === null || ((value as number) >= FIRST_INSTANT && (value as number) <= LAST_INSTANT)
        ? null
        : problem('SuperOffice keeps times of the years 1761 to 9998; null clears.'),
    reads: never,
    operations: (value) => [
      replace(
        `/${member}`,
        value === null ? emptyForms.date : new Date(value as number).toISOString().replace('.000', ''),
      ),
    ],
    test: () => null,
    // The CRM keeps whole seconds of what it is sent.
    holds: (record, value, dates) => wholeSeconds(dates.instant(record[member], 'diary')) === wholeSeconds(value),
  };
}

/** A day of the calendar, `yyyy-MM-dd`; it belongs to no zone, so it is sent without one. null clears it. */
export function day(member: string, description: string): Change {
  return {
    member,
    input: 'Date',
    description,
    clearing: 'null clears it.',
    problem: (value) =>
      value === null || ((value as string) > '1753-01-01' && calendarDate(value as string) === value)
        ? null
        : problem('SuperOffice keeps days from 1753-01-02 to the year 9998, without 1760-01-01; null clears.'),
    reads: never,
    operations: (value) => [replace(`/${member}`, value === null ? emptyForms.date : `${value}T00:00:00`)],
    test: () => null,
    holds: (record, value, dates) => {
      const stored = dates.instant(record[member], 'calendar');
      return (stored === null ? null : new Date(stored).toISOString().slice(0, 10)) === value;
    },
  };
}

interface Point {
  value: string;
  description?: string | null;
}

const elementOf = ({ value, description }: Point) => ({
  Value: value,
  ...(description ? { Description: description } : {}),
});

/** Phones, e-mails, web addresses: the whole list in its order, which is their rank; null and `[]` empty it. */
export function points(member: string, description: string): Change {
  return {
    member,
    input: 'ContactPointInput',
    isList: true,
    description: `${description} The first is the main one.`,
    updating: 'The list replaces the stored one.',
    clearing: 'null or [] empties it.',
    problem: (value) => {
      const blank = ((value ?? []) as Point[]).findIndex((point) => point.value.trim() === '');
      return blank < 0 ? null : problem('This has no value: leave it out of the list.', String(blank), 'value');
    },
    reads: never,
    operations: (value) => [replace(`/${member}`, ((value ?? emptyForms.points) as Point[]).map(elementOf))],
    test: () => null,
    holds: (record, value, _dates, isSame) => {
      const points = record[member] ?? [];
      // What is there cannot be told, so neither that it is what was expected nor that it is not.
      if (!Array.isArray(points)) throw new UpstreamError('superoffice', 'malformed');
      const stored = (points as Carrier[]).filter((each) => !isBlank(each?.Value));
      const wanted = (value ?? []) as Point[];
      return (
        stored.length === wanted.length &&
        wanted.every((point, at) => {
          const { Value, Description } = stored[at] as Carrier;
          return isSame(textOf(Value), point.value) && isSame(textOf(Description), point.description ?? '');
        })
      );
    },
  };
}

/** The items that a record may choose of, those under headings too. */
function itemsOf(record: Carrier | null, member: string): MdoListItemWire[] | null {
  const items = record?.[member];
  return Array.isArray(items) ? [...byId(items, false).values()] : null;
}

/**
 * The chosen items of a list that the record holds whole, each with a mark (superoffice.md 2.2): it is read for its items, and
 * written with all of them. What others have chosen meanwhile is decided by the input alone, so nothing is guarded.
 */
export function chosen(member: string, list: string, description: string): Change {
  return {
    member,
    input: 'Int',
    isList: true,
    description: `${description} Ids of the list \`${list}\`.`,
    updating: 'Those given are chosen, all others are not.',
    clearing: 'null or [] takes all away.',
    problem: (value) => {
      const wrong = ((value ?? []) as number[]).findIndex((id) => id <= 0);
      return wrong < 0 ? null : problem('An id is a number above 0.', String(wrong));
    },
    reads: () => true,
    operations: (value, present) => {
      const wanted = [...new Set((value ?? []) as number[])];
      const items = itemsOf(present, member);
      if (!items)
        return [
          replace(
            `/${member}`,
            wanted.map((Id) => ({ Id, Selected: true })),
          ),
        ];
      const unknown = wanted.find((id) => !items.some((item) => item.Id === id));
      if (unknown !== undefined) {
        throw new ChangeProblem(
          [String((value as number[]).indexOf(unknown))],
          `The list \`${list}\` has no item ${unknown}.`,
        );
      }
      return [
        replace(
          `/${member}`,
          items.map(({ Id }) => ({ Id, Selected: wanted.includes(Id) })),
        ),
      ];
    },
    test: () => null,
    holds: (record, value) => {
      const wanted = new Set((value ?? []) as number[]);
      const stored = (itemsOf(record, member) ?? []).filter((item) => item.Selected === true);
      return stored.length === wanted.size && stored.every((item) => wanted.has(item.Id));
    },
  };
}
