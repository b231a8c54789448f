import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context/context.ts';
import type { Block, CrmRecord, DirectExtensions, Show } from '../reading/record.ts';
import { Refusal } from '../reading/refusal.ts';
import type { Declaration, EntitySource, Kind } from '../reading/sources.ts';
import type { ReadExtensions } from '../reading/wanted.ts';
import { UpstreamError } from '../upstream/errors.ts';
import { formatInstant } from '../upstream/time.ts';
import { resolveZone } from '../upstream/zones.ts';
import type { ObjectFields } from './builder.ts';
import { encodeId } from './ids.ts';
import { lenientEmail, lenientUrl } from './scalars.ts';

type Shown = (value: never, context: RequestContext) => unknown;

interface Published {
  description: string;
  /** Type in the graph, where the declaration does not tell it: enums, references, blocks, lists. */
  type?: unknown;
  /** What is made of the value, where its kind does not tell. */
  show?: Shown;
  deprecationReason?: string;
}

const scalarOf: Record<Kind, string> = {
  text: 'String',
  int: 'Int',
  number: 'Float',
  flag: 'Boolean',
  stamp: 'DateTime',
  diary: 'DateTime',
  email: 'EmailAddress',
  url: 'URL',
};

/** An instant in the time zone in force. */
const inForce: Shown = (value: number | null, { identity }) =>
  value === null ? null : formatInstant(value, identity.timeZone);

const shownAs: Partial<Record<Kind, Shown>> = {
  stamp: inForce,
  diary: inForce,
  email: lenientEmail,
  url: lenientUrl,
};

/** Reads a field of a record or block by its response key; what was not planned for is loaded now. */
export function readField(parent: CrmRecord | Block, context: RequestContext, info: GraphQLResolveInfo): unknown {
  const [node] = info.fieldNodes;
  const key = (node?.alias ?? node?.name)?.value as string;
  if ('shape' in parent && parent.shape.reads[key] === undefined) return context.read.late(parent, info);
  return parent.read(key, info.fieldName);
}

const kindOf = (declared: Declaration): Kind | null =>
  'column' in declared || 'member' in declared || 'simple' in declared
    ? 'list' in declared || 'reference' in declared || 'choices' in declared
      ? null
      : ((declared as { kind?: Kind }).kind ?? 'text')
    : null;

/** Publishes fields that are read from their sources, on a type whose parent is a record (or a block of one). */
export function publish<D extends Record<string, Declaration>>(
  t: ObjectFields<CrmRecord> | ObjectFields<Block>,
  declared: D,
) {
  const builderOf = t as ObjectFields<CrmRecord>;
  return (name: keyof D & string, published: Published) => {
    const declaration = declared[name] as Declaration;
    const kind = kindOf(declaration);
    const show = published.show ?? (kind ? shownAs[kind] : undefined);
    const nullable = !('required' in declaration && declaration.required);
    return builderOf.field({
      type: (published.type ?? scalarOf[kind ?? 'text']) as 'String',
      nullable: nullable as true,
      description: published.description,
      ...(published.deprecationReason ? { deprecationReason: published.deprecationReason } : {}),
      extensions: { source: name, direct: show ?? null } satisfies ReadExtensions & DirectExtensions,
      resolve: (parent, _args, context, info) => {
        const value = readField(parent, context, info);
        if (!show) return value as string;
        return (
          value instanceof Promise ? value.then((late) => show(late as never, context)) : show(value as never, context)
        ) as string;
      },
    });
  };
}

/** A diary date that can be shown in another zone than the one in force. */
export function zonedField(t: ObjectFields<CrmRecord>, name: string, description: string) {
  const show = (instant: unknown, zone: string | null | undefined, context: RequestContext) => {
    const shownIn = zone ? zoneNamed(zone) : context.identity.timeZone;
    return instant === null ? null : formatInstant(instant as number, shownIn);
  };
  const direct: Show = (value, context, { zone }) => show(value, zone as string | null | undefined, context);
  return t.field({
    type: 'DateTime',
    nullable: true,
    description,
    args: {
      zone: t.arg.string({
        description:
          'Zone to show it in: an IANA name (Europe/Oslo), or a SuperOffice id or code (261, NO). Default: the zone in force.',
      }),
    },
    extensions: { source: name, direct } satisfies ReadExtensions & DirectExtensions,
    resolve: (parent, { zone }, context, info) => {
      const value = readField(parent, context, info);
      return value instanceof Promise ? value.then((late) => show(late, zone, context)) : show(value, zone, context);
    },
  });
}

function zoneNamed(text: string): string {
  const zone = resolveZone(text);
  if (!zone)
    throw new Refusal(
      'BAD_USER_INPUT',
      'Unknown time zone: use an IANA name such as Europe/Oslo, or a SuperOffice code such as NO.',
    );
  return zone;
}

/** The key of a record; an answer that held none although it was asked for cannot be read. */
function keyOf({ key }: CrmRecord): number {
  if (key === null) throw new UpstreamError('superoffice', 'malformed');
  return key;
}

/** The opaque id, and the key under its own name. */
export function keyFields(t: ObjectFields<CrmRecord>, entity: EntitySource, description: string) {
  return {
    id: t.field({
      type: 'ID',
      nullable: false,
      description: 'Opaque and stable: the same in every language and time zone, unique over all types of one tenant.',
      extensions: { key: true },
      resolve: (record) => encodeId(entity.type, keyOf(record)),
    }),
    [entity.key.field]: t.field({
      type: 'Int',
      nullable: false,
      description,
      extensions: { key: true },
      resolve: keyOf,
    }),
  };
}
