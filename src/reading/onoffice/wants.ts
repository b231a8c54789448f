import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { madeOnce } from '../../upstream/made-once.ts';
import { askedBy } from '../places.ts';
import { type Document, documentOf, rightArguments, selectedFields } from '../selection.ts';
import type { Estates } from './estates.ts';
import type { EstateScope } from './scope.ts';

/** One field as a query selects it. */
export interface Asked {
  readonly args: Readonly<Record<string, unknown>>;
  /** Names of the fields selected within it; empty for one that is a leaf. */
  readonly within: ReadonlySet<string>;
}

/** What a field of the schema tells about the vendor's fields behind it, in its `extensions`. */
export interface EstateExtensions {
  estate?: (wants: EstateWants, asked: Asked) => void;
  /** Begins a read that needs nothing of an estate but its id. */
  estateById?: (estates: Estates, id: number, asked: Asked) => void;
  /** The vendor's fields of an address record. */
  onOfficeAddress?: (asked: Asked) => readonly string[];
}

/** What one place of a query needs of the estates that stand there. */
export class EstateWants {
  readonly scope: EstateScope;
  /** Fields of the main record. */
  readonly data = new Set<string>();
  /** Texts of language versions, by the vendor's code. A version without fields: whether it exists. */
  readonly versions = new Map<string, Set<string>>();
  /** Languages (BCP 47) that the field configuration is needed in. */
  readonly configurations = new Set<string>();
  /** Texts that are wanted in every version there is: read with the versions that are read at once, and after that in the others. */
  private readonly inEveryVersion = new Set<string>();

  constructor(scope: EstateScope) {
    this.scope = scope;
  }

  main(...names: readonly string[]): void {
    for (const name of names) this.data.add(name);
  }

  /** A text in the version of a language (the vendor's code); null: in the languages of the request. */
  text(name: string, code: string | null): void {
    const main = this.scope.memory.mainLanguage();
    // A version of the request that is missing gives way to the main one, and any may turn out to be it.
    if (code === null || main === null || main === code) this.data.add(name);
    this.version(code, name);
  }

  /** Texts of all versions, whichever they are. */
  everyVersion(...names: readonly string[]): void {
    this.main(...names);
    for (const name of names) this.inEveryVersion.add(name);
  }

  /** The same for all that want the same, once all is told that is wanted. */
  get name(): string {
    const sorted = (names: Iterable<string>) => [...names].sort().join();
    const versions = [...this.versions].map(([code, texts]) => `${code}(${sorted(texts)})`);
    return `${sorted(this.data)} ${sorted(versions)} ${sorted(this.configurations)}`;
  }

  /** Once all is told that is wanted. */
  settle(): void {
    for (const texts of this.versions.values()) for (const name of this.inEveryVersion) texts.add(name);
  }

  /** Which of the request's languages, or whether this one, has a version. */
  version(code: string | null, ...names: readonly string[]): void {
    const main = this.scope.memory.mainLanguage();
    for (const each of code === null ? this.scope.languages : [code]) {
      if (each === main) return;
      const texts = madeOnce(this.versions, each, () => new Set<string>());
      for (const name of names) texts.add(name);
    }
  }
}

/** What the selection of a field that leads to estates (itself, or through a connection or payload) needs of them. */
export function estateWants(scope: EstateScope, info: GraphQLResolveInfo): EstateWants {
  const wants = new EstateWants(scope);
  for (const { extensions, asked } of selectedOn('Estate', info)) extensions.estate?.(wants, asked);
  wants.settle();
  return wants;
}

/** Begins what the selection of a field that leads to an estate reads by its id. What is deferred is read when its turn comes. */
export function beginById(estates: Estates, id: number, info: GraphQLResolveInfo): void {
  for (const { extensions, asked } of selectedOn('Estate', info, false)) extensions.estateById?.(estates, id, asked);
}

/** The vendor's fields that the selection of a field that leads to address records needs of them. */
export function addressWants(info: GraphQLResolveInfo): string[] {
  const names = selectedOn('OnOfficeAddress', info).flatMap(({ extensions, asked }) => [
    ...(extensions.onOfficeAddress?.(asked) ?? []),
  ]);
  return [...new Set(names)].sort();
}

/** The nodes whose selections stand on the type: of the field itself, or of fields within its answer. */
function nodesOf(document: Document, wanted: GraphQLObjectType, info: GraphQLResolveInfo): readonly FieldNode[] {
  const descend = (type: unknown, nodes: readonly FieldNode[], depth: number): readonly FieldNode[] => {
    if (type === wanted || isAbstractType(type as GraphQLObjectType)) return nodes;
    if (!isObjectType(type) || depth === 0) return [];
    const fields = type.getFields();
    return [...selectedFields(document, type, nodes, true).values()].flatMap((group) => {
      const field = fields[group[0]?.name.value as string];
      return field ? descend(getNamedType(field.type), group, depth - 1) : [];
    });
  };
  // A connection leads there by `edges { node }`, a payload by one field.
  return descend(getNamedType(info.returnType), info.fieldNodes, 2);
}

/** What the selection of a field asks of the type that it leads to. */
function selectedOn(name: 'Estate' | 'OnOfficeAddress', info: GraphQLResolveInfo, deferred = true) {
  const document = documentOf(info);
  const type = info.schema.getType(name) as GraphQLObjectType;
  const fields = type.getFields();
  const selected = selectedFields(document, type, nodesOf(document, type, info), deferred);
  return [...selected.values()].flatMap(eachAsked).flatMap((group) => {
    const [node] = group as [FieldNode];
    const field = fields[node.name.value];
    if (!field) return []; // __typename
    const args = rightArguments(document, field, node);
    if (!args) return [];
    const inner = getNamedType(field.type);
    const within = isObjectType(inner) ? [...selectedFields(document, inner, group, true).values()].flat() : [];
    const names = new Set(within.map((each) => each.name.value));
    const extensions = field.extensions as EstateExtensions;
    return [{ extensions, asked: { args, within: names } }];
  });
}

/** Under one key the places of a connection may ask for different things. */
function eachAsked(group: readonly FieldNode[]): readonly (readonly FieldNode[])[] {
  if (group.length === 1) return [group];
  return [...Map.groupBy(group, askedBy).values()];
}

/** Names of the fields selected within a field that is an object or a list of them. */
export function selectedNames(info: GraphQLResolveInfo): string[] {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return [];
  const groups = selectedFields(documentOf(info), type, info.fieldNodes, true).values();
  return [...new Set([...groups].map(([node]) => node?.name.value as string))];
}
