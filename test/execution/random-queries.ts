import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../src/simulator/random.ts';
import { argumentsFor, literal, valueFor } from './inputs.ts';

/** A query with variables that it may be asked with, one after another. */
export interface RandomQuery {
  readonly text: string;
  readonly variables: readonly Record<string, unknown>[];
}

/** Fields that ask more than a test of many queries can wait for: a request for each record, or all lists at once. */
const dear = new Set(['fieldAccess', 'participants', 'lists', '_service']);
/** Arguments by which columns are chosen. */
const planned = new Set(['keys']);
const MOST_PAGES = 4;

/** A valid query; the same for the same numbers. */
export function randomQuery(schema: GraphQLSchema, random: Random): RandomQuery {
  return new Maker(schema, random).query();
}

class Maker {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #variables: { name: string; type: GraphQLInputType; named: string }[] = [];
  readonly #fragments: string[] = [];
  #names = 0;
  #pages = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  query(): RandomQuery {
    const root = this.#schema.getQueryType() as GraphQLCompositeType;
    const selection = this.#selection(root, this.#random.pick([1, 2, 3, 4]), false);
    const declared = this.#variables.map(({ name, type }) => `$${name}: ${String(type)}`);
    const head = declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
    const text = [`${head} ${selection}`, ...this.#fragments].join('\n');
    // What is planned for a document is kept; arguments that plans depend on must not be kept with it.
    const isPlanned = this.#variables.some(({ named }) => planned.has(named));
    const asked = isPlanned || (this.#random.chance(0.15) && declared.length > 0) ? 2 : 1;
    return { text, variables: Array.from({ length: asked }, () => this.#values()) };
  }

  #values(): Record<string, unknown> {
    return Object.fromEntries(
      this.#variables.map(({ name, type, named }) => [name, valueFor(type, named, this.#random)]),
    );
  }

  /** `apart`: beside it stand fields of other types, so that every key must be its own. */
  #selection(type: GraphQLCompositeType, depth: number, apart: boolean): string {
    const parts = isAbstractType(type) ? this.#ofTypes(type, depth) : this.#fields(type, depth, apart);
    return `{ ${parts.join(' ')} }`;
  }

  #ofTypes(type: GraphQLCompositeType, depth: number): string[] {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    const own = 'getFields' in type ? this.#fields(type, 0, true) : [];
    const chosen = this.#random.shuffle(possible).slice(0, 3);
    return ['__typename', ...own, ...chosen.map((each) => `... on ${each.name} ${this.#selection(each, depth, true)}`)];
  }

  #fields(type: GraphQLCompositeType, depth: number, apart: boolean): string[] {
    const all = 'getFields' in type ? Object.values(type.getFields()).filter(({ name }) => !dear.has(name)) : [];
    const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)));
    const inner = all.filter((field) => isCompositeType(getNamedType(field.type)));
    const isRoot = type === this.#schema.getQueryType();
    const few = this.#random.shuffle(leaves).slice(0, this.#random.int(isRoot ? 0 : 1, 4));
    const deep =
      depth > 0 ? this.#random.shuffle(inner).slice(0, this.#random.pick(isRoot ? [1, 1, 2] : [0, 1, 1, 2])) : [];
    const parts = [...few, ...deep].flatMap((field) => this.#field(field, depth, apart));
    if (parts.length === 0 || this.#random.chance(0.15)) parts.push('__typename');
    return isObjectType(type) ? this.#grouped(type, this.#random.shuffle(parts)) : parts;
  }

  /** Some of the fields in fragments, and some with directives. */
  #grouped(type: GraphQLCompositeType, parts: string[]): string[] {
    if (!this.#random.chance(0.3)) return parts;
    const cut = this.#random.int(0, parts.length - 1);
    const within = `{ ${parts.slice(cut).join(' ')} }`;
    const before = parts.slice(0, cut);
    if (this.#random.chance(0.4)) return [...before, `... on ${type.name}${this.#switch()} ${within}`];
    if (this.#random.chance(0.3)) return [...before, `...${this.#switch()} ${within}`];
    const name = `F${this.#next()}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${within}`);
    // Asked for twice, it is answered once.
    return this.#random.chance(0.3)
      ? [`...${name}`, ...before, `...${name}`]
      : [...before, `...${name}${this.#switch()}`];
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, apart: boolean): string[] {
    const isPage = field.args.some(({ name }) => name === 'first');
    if (isPage) this.#pages += 1;
    if (this.#pages > MOST_PAGES && isPage) return [];
    const given = argumentsFor(field.args, this.#random).map(
      ([{ name, type }, value]) =>
        `${name}: ${this.#random.chance(planned.has(name) ? 0.9 : 0.4) ? this.#variable(type, name) : literal(type, value)}`,
    );
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    const alias = apart || args || this.#random.chance(0.1) ? `${this.#alias()}: ` : '';
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? ` ${this.#selection(named, depth - 1, apart)}` : '';
    const text = `${alias}${field.name}${args}${this.#random.chance(0.15) ? this.#switch() : ''}${below}`;
    return this.#random.chance(0.05) ? [text, text] : [text];
  }

  #alias = () => (this.#random.chance(0.03) ? `__proto__${this.#next()}` : `a${this.#next()}`);

  #next(): number {
    this.#names += 1;
    return this.#names;
  }

  #variable(type: GraphQLInputType, named: string): string {
    const name = `v${this.#next()}`;
    this.#variables.push({ name, type, named });
    return `$${name}`;
  }

  #switch(): string {
    const kind = this.#random.pick(['include', 'skip']);
    const likely = kind === 'include';
    if (this.#random.chance(0.5)) return '';
    if (this.#random.chance(0.3)) return ` @${kind}(if: ${this.#random.chance(0.8) ? likely : !likely})`;
    const flag = this.#schema.getDirective(kind)?.args[0]?.type as GraphQLInputType;
    const known = this.#variables.filter(({ type }) => String(type) === String(flag));
    const name = known.length > 2 ? `$${this.#random.pick(known).name}` : this.#variable(flag, 'if');
    return ` @${kind}(if: ${name})`;
  }
}
