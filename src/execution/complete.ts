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
import { inspect } from 'graphql/jsutils/inspect.js';
import { type At, Info, outside } from './info.ts';
import type { FieldPlan, ObjectPlan, PlanMaker } from './plan.ts';
import { itemFailed, type Piece, type Run, settled, writeObject } from './run.ts';
import { runtimeType } from './runtime-type.ts';
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
  const isRequired = isNonNullType(type);
  const inner = isRequired ? (type.ofType as GraphQLOutputType) : type;
  const { parentType, field } = place.plan;
  const nothing = () => {
    if (!isRequired) return 'null';
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${field.name}.`);
  };
  if (isLeafType(inner)) return ofLeaf(inner, nothing);
  const some = isListType(inner) ? ofList(inner.ofType as GraphQLOutputType, place) : ofNamed(inner as never, place);
  return (value, run, at) => {
    if (value === null || value === undefined) return nothing();
    if (typeof value === 'object' && value instanceof Error) throw value;
    return some(value, run, at);
  };
}

function ofList(itemType: GraphQLOutputType, place: Place): Complete {
  const { plan } = place;
  const lists = place.lists + 1;
  const complete = ofType(itemType, { ...place, lists });
  const isRequired = isNonNullType(itemType);
  const item = (value: unknown, run: Run, above: At | null, index: number): Piece => {
    const at = { above, index };
    try {
      const piece =
        value instanceof Promise ? value.then((there) => complete(there, run, at)) : complete(value, run, at);
      if (typeof piece === 'string') return piece;
      return piece.then(undefined, (error: unknown) => itemFailed(plan, run, { at, lists, isRequired }, error));
    } catch (error) {
      return itemFailed(plan, run, { at, lists, isRequired }, error);
    }
  };
  return (value, run, at) => {
    if (Array.isArray(value)) return writeItems(value, (each, index) => item(each, run, at, index));
    if (typeof value === 'object' && typeof (value as Iterable<unknown>)[Symbol.iterator] === 'function')
      return writeEach(value as Iterable<unknown>, (each, index) => item(each, run, at, index));
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${plan.parentType.name}.${plan.field.name}".`,
    );
  };
}

function writeItems(items: readonly unknown[], write: (item: unknown, index: number) => Piece): Piece {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    const piece = write(items[index], index);
    if (typeof piece !== 'string') return writeLateItems(items, index, text, piece, write);
    text += index === 0 ? piece : `,${piece}`;
  }
  return `${text}]`;
}

/** The same once an item has to be waited for: those behind it are begun without waiting. */
function writeLateItems(
  items: readonly unknown[],
  from: number,
  text: string,
  first: Promise<string>,
  write: (item: unknown, index: number) => Piece,
): Promise<string> {
  const pieces: Piece[] = [first];
  try {
    for (let index = from + 1; index < items.length; index += 1) pieces.push(write(items[index], index));
  } catch (error) {
    for (const piece of pieces) if (typeof piece !== 'string') piece.catch(() => undefined);
    throw error;
  }
  return settled(pieces).then((there) => `${text}${from === 0 ? '' : ','}${there.join(',')}]`);
}

/** The same of an iterable, which may fail between two items: those ahead have been begun by then. */
function writeEach(items: Iterable<unknown>, write: (item: unknown, index: number) => Piece): Piece {
  const pieces: Piece[] = [];
  const joined = (there: readonly string[]) => `[${there.join(',')}]`;
  try {
    for (const item of items) pieces.push(write(item, pieces.length));
  } catch (error) {
    for (const piece of pieces) if (typeof piece !== 'string') piece.catch(() => undefined);
    throw error;
  }
  return pieces.every((piece) => typeof piece === 'string') ? joined(pieces) : settled(pieces).then(joined);
}

function ofNamed(type: GraphQLNamedOutputType, place: Place): Complete {
  if (isObjectType(type)) return ofObject(type, place);
  if (!isAbstractType(type)) throw new Error(`${String(type)} is no type of answers`);
  const { plan, lists } = place;
  const completes = new Map<GraphQLObjectType, Complete>();
  const ofRuntime = (found: GraphQLObjectType): Complete => {
    const known = completes.get(found) ?? ofObject(found, place);
    completes.set(found, known);
    return known;
  };
  return (value, run, at) => {
    const found = runtimeType(type, value, run.context, new Info(plan, run, outside(at, lists)));
    return found instanceof Promise
      ? found.then((there) => ofRuntime(there)(value, run, at))
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
    new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes: plan.nodes });
  return (value, run, at) => {
    const isOne = isTypeOf(value, run.context, new Info(plan, run, outside(at, lists)));
    if (isOne instanceof Promise)
      return isOne.then((answer) => {
        if (!answer) throw wrong(value);
        return write(value, run, at);
      });
    if (!isOne) throw wrong(value);
    return write(value, run, at);
  };
}

/** Nearly all values are leaves, and nearly all of those are of the kind that their type says. */
function ofLeaf(type: GraphQLLeafType, nothing: () => string): Complete {
  const other = (value: unknown): string => {
    if (value === null || value === undefined) return nothing();
    if (value instanceof Error) throw value;
    return jsonOf(serialize(type, value));
  };
  if (type === GraphQLString || type === GraphQLID)
    return (value) => (typeof value === 'string' ? quoted(value) : other(value));
  if (type === GraphQLBoolean) return (value) => (value === true ? 'true' : value === false ? 'false' : other(value));
  if (type === GraphQLInt)
    return (value) => (typeof value === 'number' && value === (value | 0) ? `${value}` : other(value));
  if (type === GraphQLFloat)
    return (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : other(value));
  return other;
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
    `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(text)}`,
  );
}
