import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLEmailAddress, GraphQLJSON, GraphQLURL } from 'graphql-scalars';
import { beginningOf } from '../upstream/beginning.ts';
import { isDay, parseInstant } from '../upstream/time.ts';

const textOnly = <T>(name: string, read: (text: string) => T) => ({
  parseValue(value: unknown): T {
    if (typeof value !== 'string')
      throw new GraphQLError(`${name} takes a text, not ${beginningOf(JSON.stringify(value) ?? '', 40)}.`);
    return read(value);
  },
  parseLiteral(node: ValueNode): T {
    if (node.kind !== Kind.STRING) throw new GraphQLError(`${name} takes a text in quotes.`, { nodes: node });
    return read(node.value);
  },
});

const refuse = (name: string, text: string, example: string): never => {
  throw new GraphQLError(`"${beginningOf(text, 40)}" is no ${name}: write it as ${example}.`);
};

/** In: epoch milliseconds. Out: the text that a resolver made in the zone in force. */
export const DateTimeScalar = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description:
    'An instant as RFC 3339 with offset, such as 2026-03-01T09:00:00+01:00. The offset of answers is that of the time zone in force (header SO-TimeZone, else the server default, never the zone of the user). Input needs an offset or Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => String(value),
  ...textOnly('DateTime', (text) => {
    const shape = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/;
    const instant = shape.test(text) ? parseInstant(text.toUpperCase().replace(' ', 'T'), 'UTC') : null;
    return instant ?? refuse('DateTime', text, '2026-03-01T09:00:00+01:00');
  }),
});

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date without time and zone, such as 2026-03-01.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => String(value),
  ...textOnly('Date', (text) => (isDay(text) ? text : refuse('Date', text, '2026-03-01'))),
});

export const LocaleScalar = new GraphQLScalarType<string, string>({
  name: 'Locale',
  description: 'A language as BCP 47 tag, such as en or nb-NO.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/bcp/bcp47.txt',
  serialize: (value) => String(value),
  ...textOnly('Locale', (text) => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? refuse('Locale', text, 'nb-NO');
    } catch {
      return refuse('Locale', text, 'nb-NO');
    }
  }),
});

export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as a text, such as 349000.10: digits come out and go in as they are.',
  serialize: (value) => String(value),
  parseValue: (value) =>
    typeof value === 'number' ? decimal(String(value)) : textOnly('Decimal', decimal).parseValue(value),
  parseLiteral: (node) =>
    node.kind === Kind.INT || node.kind === Kind.FLOAT
      ? decimal(node.value)
      : textOnly('Decimal', decimal).parseLiteral(node),
});

const decimal = (text: string): string =>
  /^-?\d{1,20}(\.\d{1,10})?$/.test(text) ? text : refuse('Decimal', text, '349000.00');

/** Strict for input; what the CRM holds as free text is made presentable by `lenientEmail` before it comes here. */
export const EmailAddressScalar = new GraphQLScalarType<string, string>({
  ...GraphQLEmailAddress.toConfig(),
  description: 'An e-mail address. Texts of the CRM that are none come as null; they stand unchanged in `emails`.',
  serialize: (value) => String(value),
});

/** Strict for input; what the CRM holds as free text is made presentable by `lenientUrl` before it comes here. */
export const UrlScalar = new GraphQLScalarType<string, string>({
  ...GraphQLURL.toConfig(),
  description:
    'An absolute URL. An address of the CRM without a scheme gets https://; what still is none comes as null, and stands unchanged in `urls`.',
  serialize: (value) => String(value),
  parseValue: (value) => String(GraphQLURL.parseValue(value)),
  parseLiteral: (node, variables) => String(GraphQLURL.parseLiteral(node, variables)),
});

/** A number beyond all that there are here would be written as null, and so clear what it was to set. */
function sound(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null;
  if (isObject) for (const inner of Object.values(value)) sound(inner);
  else if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new GraphQLError('JSON takes no number as large as this: write it as a text.');
  }
  return value;
}

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  ...GraphQLJSON.toConfig(),
  description: 'Any JSON value.',
  parseValue: (value) => sound(GraphQLJSON.parseValue(value)),
  parseLiteral: (node, variables) => sound(GraphQLJSON.parseLiteral(node, variables)),
});

const EMAIL = /^[^\s@;,<>"']+@[^\s@;,<>"']+\.[^\s@;,<>"'.]+$/;

/** A stored e-mail text for clients; null where it is no address. */
export function lenientEmail(text: string | null): string | null {
  const trimmed = text?.trim();
  return trimmed && EMAIL.test(trimmed) ? trimmed : null;
}

/** What nearly all addresses look like, of which there is nothing to find out. */
const PLAIN_URL = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][\x21-\x7e]*)?$/i;

/** A stored web address for clients, with a scheme; null where it is none. */
export function lenientUrl(text: string | null): string | null {
  if (text && PLAIN_URL.test(text)) return text;
  const trimmed = text?.trim();
  if (!trimmed || /\s/.test(trimmed)) return null;
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/:]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.parse(absolute);
  if (!url) return null;
  const { protocol, hostname } = url;
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && (hostname.includes('.') || hostname === 'localhost') ? absolute : isWeb ? null : absolute;
}
