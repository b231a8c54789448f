import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type At, Info } from './info.ts';
import type { FieldPlan, ObjectPlan, PlanMaker } from './plan.ts';
import { itemFailed, type Piece, type Run, writeObject } from './run.ts';
import { runtimeType, shown } from './runtime-type.ts';
import { jsonOf, quoted } from './text.ts';

/** Turns what a resolver gave into JSON; raises where the field, or an item that must be there, has no value. */
export type Complete = (value: unknown, run: Run, at: At | null) => Piece;

/** What completes the values of a field, by its type. */
export const completeOf = (plan: FieldPlan, maker: PlanMaker): Complete =>
  ofType(plan.field.type, { plan, maker, lists: 0 });

interface Place {
  readonly plan: FieldPlan;
  readonly maker: PlanMaker;
  /** Lists around the value, within the field. */
  readonly lists: number;
}

function ofType(type: GraphQLOutputType, place: Place): Complete {
  if (isNonNullType(type)) return required(ofType(type.ofType as GraphQLOutputType, place), place.plan);
  const some = isListType(type) ? ofList(type.ofType as GraphQLOutputType, place) : ofNamed(type, place);
  return (value, run, at) => {
    if (value === null || value === undefined) return 'null';
    if (value instanceof Error) throw value;
    return some(value, run, at);
  };
}

function required(complete: Complete, { parentType, field }: FieldPlan): Complete {
  const present = (piece: string): string => {
    if (piece !== 'null') return piece;
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${field.name}.`);
  };
  return (value, run, at) => {
    const piece = complete(value, run, at);
    return typeof piece === 'string' ? present(piece) : piece.then(present);
  };
}

function ofList(itemType: GraphQLOutputType, place: Place): Complete {
  const { plan } = place;
  const complete = ofType(itemType, { ...place, lists: place.lists + 1 });
  const isRequired = isNonNullType(itemType);
  const item = (value: unknown, run: Run, above: At | null, index: number): Piece => {
    try {
      const at = { above, index };
      const piece =
        value instanceof Promise ? value.then((settled) => complete(settled, run, at)) : complete(value, run, at);
      if (typeof piece === 'string') return piece;
      return piece.then(undefined, (error: unknown) => itemFailed(plan, run, { above, index, isRequired }, error));
    } catch (error) {
      return itemFailed(plan, run, { above, index, isRequired }, error);
    }
  };
  return (value, run, at) => {
    if (typeof value !== 'object' || typeof (value as Iterable<unknown>)[Symbol.iterator] !== 'function')
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${plan.parentType.name}.${plan.field.name}".`,
      );
    return writeItems(value as Iterable<unknown>, (each, index) => item(each, run, at, index));
  };
}

function writeItems(items: Iterable<unknown>, write: (item: unknown, index: number) => Piece): Piece {
  const pieces: Piece[] = [];
  let waits = false;
  let index = 0;
  for (const item of items) {
    const piece = write(item, index++);
    if (typeof piece !== 'string') waits = true;
    pieces.push(piece);
  }
  return waits ? Promise.all(pieces).then(listed) : listed(pieces as string[]);
}

const listed = (pieces: readonly string[]): string => `[${pieces.join(',')}]`;

function ofNamed(type: GraphQLNamedOutputType, place: Place): Complete {
  if (isLeafType(type)) return leaf(type);
  if (isObjectType(type)) return ofObject(type, place);
  if (!isAbstractType(type)) throw new Error(`${String(type)} is no type of answers`);
  const { plan } = place;
  const completes = new Map<GraphQLObjectType, Complete>();
  const ofRuntime = (found: GraphQLObjectType): Complete => {
    const known = completes.get(found) ?? ofObject(found, place);
    completes.set(found, known);
    return known;
  };
  return (value, run, at) => {
    const found = runtimeType(type, value, run.context, new Info(plan, run, at));
    return found instanceof Promise
      ? found.then((settled) => ofRuntime(settled)(value, run, at))
      : ofRuntime(found)(value, run, at);
  };
}

function ofObject(type: GraphQLObjectType, { plan, maker, lists }: Place): Complete {
  let object: ObjectPlan | null = null;
  const write = (value: unknown, run: Run, at: At | null): Piece => {
    object ??= maker.below(plan.nodes, type, [...plan.path, ...Array<null>(lists).fill(null)]);
    return writeObject(object, value, run, at);
  };
  if (!type.isTypeOf) return write;
  const { isTypeOf } = type;
  const wrong = (value: unknown) =>
    new GraphQLError(`Expected value of type "${type.name}" but got: ${shown(value)}.`, { nodes: plan.nodes });
  return (value, run, at) => {
    const isOne = isTypeOf(value, run.context, new Info(plan, run, at));
    if (isOne === false) throw wrong(value);
    if (isOne === true) return write(value, run, at);
    return isOne.then((settled) => {
      if (!settled) throw wrong(value);
      return write(value, run, at);
    });
  };
}

function leaf(type: GraphQLLeafType): Complete {
  const serialized = (value: unknown): string => jsonOf(serialize(type, value));
  if (type === GraphQLString || type === GraphQLID)
    return (value) => (typeof value === 'string' ? quoted(value) : serialized(value));
  if (type === GraphQLBoolean)
    return (value) => (value === true ? 'true' : value === false ? 'false' : serialized(value));
  if (type === GraphQLInt) return (value) => (value === ((value as number) | 0) ? `${value}` : serialized(value));
  if (type === GraphQLFloat)
    return (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : serialized(value));
  return serialized;
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  let text: unknown;
  try {
    text = type.serialize(value);
  } catch (error) {
    // A value that cannot be shown is a mistake of this server, whatever class the scalar raises.
    throw error instanceof GraphQLError ? new Error(error.message) : error;
  }
  if (text !== null && text !== undefined) return text;
  throw new Error(
    `Expected \`${type.name}.serialize(${shown(value)})\` to return non-nullable value, returned: ${text}`,
  );
}
