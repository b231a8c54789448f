import SchemaBuilder from '@pothos/core';
import type { RequestContext } from '../context/context.ts';
import {
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  EmailAddressScalar,
  JsonScalar,
  LocaleScalar,
  UrlScalar,
} from './scalars.ts';

interface BuilderTypes {
  Context: RequestContext;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: number; Output: string };
    Date: { Input: string; Output: string };
    Locale: { Input: string; Output: string };
    EmailAddress: { Input: string; Output: string };
    URL: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    Decimal: { Input: string; Output: string };
    _Any: { Input: unknown; Output: unknown };
  };
}

/** The one schema builder; entity modules add their types to it when they are loaded. */
export const builder = new SchemaBuilder<BuilderTypes>({});

export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never;
export type ObjectFields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>;

builder.addScalarType('DateTime', DateTimeScalar);
builder.addScalarType('Date', DateScalar);
builder.addScalarType('Locale', LocaleScalar);
builder.addScalarType('EmailAddress', EmailAddressScalar);
builder.addScalarType('URL', UrlScalar);
builder.addScalarType('JSON', JsonScalar);
builder.addScalarType('Decimal', DecimalScalar);

builder.queryType({
  description:
    'Reads. What takes an upstream request of its own is nullable, so that a failure costs that field alone.',
});
