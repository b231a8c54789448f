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
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { sign } from '../upstream/json-bytes.ts';
import { turn } from '../upstream/turn.ts';
import { type At, Info, outside } from './info.ts';
import { out, word } from './out.ts';
import type { FieldPlan, ObjectPlan, PlanMaker } from './plan.ts';
import { aside, itemFailed, type Late, type Piece, type Run, settled, writeObject } from './run.ts';
import { runtimeName, runtimeType } from './runtime-type.ts';

/** Writes what a resolver gave as JSON; raises where the field, or an item that must be there, has no value. */
export type Complete = (value: unknown, run: Run, at: At | null) => Late;

/** Of fields whose values are leaves: wherever such a field stands, its values are completed alike. */
const leaves = new WeakMap<FieldPlan['field'], Complete>();

/** What completes the values of a field, by its type. */
export function completeOf(plan: FieldPlan, maker: PlanMaker): Complete {
  const { field } = plan;
  const known = leaves.get(field);
  if (known) return known;
  const complete = ofType(field.type, { plan, maker, lists: 0 });
  if (isLeafType(getNullableType(field.type))) leaves.set(field, complete);
  return complete;
}

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
    if (isRequired) throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${field.name}.`);
    out.bytes(word.none);
    return null;
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
  // Made once for each list: what makes functions takes room for them, and most items need none.
  const later = (value: Promise<unknown>, run: Run, at: At) =>
    value.then((there) => aside(() => complete(there, run, at)));
  const orFailed = (late: Promise<Buffer>, run: Run, at: At) =>
    late.then(undefined, (error) => aside(() => itemFailed(plan, run, { at, lists, isRequired }, error)));
  const item = (value: unknown, run: Run, above: At | null, index: number): Late => {
    const at = { above, index };
    const start = out.length;
    try {
      const late = value instanceof Promise ? later(value, run, at) : complete(value, run, at);
      return late && orFailed(late, run, at);
    } catch (error) {
      out.length = start;
      return itemFailed(plan, run, { at, lists, isRequired }, error);
    }
  };
  return (value, run, at) => {
    if (Array.isArray(value)) return writeItems(value, (each, index) => item(each, run, at, index), run);
    if (typeof value === 'object' && typeof (value as Iterable<unknown>)[Symbol.iterator] === 'function')
      return writeEach(value as Iterable<unknown>, (each, index) => item(each, run, at, index));
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${plan.parentType.name}.${plan.field.name}".`,
    );
  };
}

type WriteItem = (item: unknown, index: number) => Late;

function writeItems(items: readonly unknown[], write: WriteItem, run: Run): Late {
  const start = out.length;
  const reached = writeStretch(items, write, 0, run);
  if (reached instanceof Promise) return reached;
  return reached === items.length ? null : writeInTurns(items, write, reached, out.take(start), run);
}

/** Items from one on, with the end of the list behind the last. Answers how far it came before others had waited long enough. */
function writeStretch(items: readonly unknown[], write: WriteItem, from: number, run: Run): number | Promise<Buffer> {
  const start = out.length;
  for (let index = from; index < items.length; index += 1) {
    if (turn.isOver(run.values)) return index;
    run.values += 1;
    out.byte(index === 0 ? sign.openList : sign.comma);
    const late = write(items[index], index);
    if (late) return writeLateItems(items, index, out.take(start), late, write);
  }
  if (items.length === 0) out.byte(sign.openList);
  out.byte(sign.closeList);
  return items.length;
}

/** The rest of a long list, a stretch in each turn. */
async function writeInTurns(
  items: readonly unknown[],
  write: WriteItem,
  from: number,
  ahead: Buffer,
  run: Run,
): Promise<Buffer> {
  const stretches = [ahead];
  let reached: number | Promise<Buffer> = from;
  while (typeof reached === 'number' && reached < items.length) {
    const at: number = reached;
    await turn.next();
    const stretch = aside(() => {
      reached = writeStretch(items, write, at, run);
      return reached instanceof Promise ? reached : null;
    });
    stretches.push(await stretch);
  }
  return Buffer.concat(stretches);
}

/** A list once an item has to be waited for: those behind it are begun without waiting. */
function writeLateItems(
  items: readonly unknown[],
  from: number,
  ahead: Buffer,
  first: Promise<Buffer>,
  write: WriteItem,
): Promise<Buffer> {
  const pieces = begun(items.slice(from + 1), from, [first], write);
  return settled(pieces, (there) => aside(() => writeList(there, ahead)));
}

/** The same of an iterable, all of whose items are begun. */
function writeEach(items: Iterable<unknown>, write: WriteItem): Late {
  const pieces = begun(items, 0, [], write);
  if (pieces.some((piece) => piece instanceof Promise))
    return settled(pieces, (there) => aside(() => writeList(there, openList)));
  return writeList(pieces as Buffer[], openList);
}

const openList = Buffer.of(sign.openList);

/** A list of its items, behind what was written of it ahead of the first of them. */
function writeList(items: readonly Buffer[], ahead: Buffer): null {
  out.bytes(ahead);
  for (const [index, item] of items.entries()) {
    if (index > 0) out.byte(sign.comma);
    out.bytes(item);
  }
  out.byte(sign.closeList);
  return null;
}

/** Begins items behind the pieces that are there, the first of which is of the item `from`. An iterable may fail between two items. */
function begun(items: Iterable<unknown>, from: number, pieces: Piece[], write: WriteItem): Piece[] {
  try {
    for (const item of items) pieces.push(aside(() => write(item, from + pieces.length)));
    return pieces;
  } catch (error) {
    // Of what has begun nobody will ask: it may fail.
    for (const piece of pieces) if (piece instanceof Promise) piece.catch(() => undefined);
    throw error;
  }
}

function ofNamed(type: GraphQLNamedOutputType, place: Place): Complete {
  if (isObjectType(type)) return ofObject(type, place);
  if (!isAbstractType(type)) throw new Error(`${String(type)} is no type of answers`);
  const { plan, lists } = place;
  /** By the names of their types: each of them is looked at once. */
  const completes = new Map<unknown, Complete>();
  const ofRuntime = (name: unknown, value: unknown, info: Info): Complete => {
    const known = completes.get(name);
    if (known) return known;
    const made = ofObject(runtimeType(type, name, value, info), place);
    completes.set(name, made);
    return made;
  };
  return (value, run, at) => {
    const info = new Info(plan, run, outside(at, lists));
    const name = runtimeName(type, value, run.context, info);
    return name instanceof Promise
      ? name.then((there) => aside(() => ofRuntime(there, value, info)(value, run, at)))
      : ofRuntime(name, value, info)(value, run, at);
  };
}

function ofObject(type: GraphQLObjectType, { plan, maker, lists }: Place): Complete {
  let object: ObjectPlan | null = null;
  const write = (value: unknown, run: Run, at: At | null): Late => {
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
        return aside(() => write(value, run, at));
      });
    if (!isOne) throw wrong(value);
    return write(value, run, at);
  };
}

/** Nearly all values are leaves, and nearly all of those are of the kind that their type says. */
function ofLeaf(type: GraphQLLeafType, nothing: () => null): Complete {
  const other = (value: unknown): null => {
    if (value === null || value === undefined) return nothing();
    if (value instanceof Error) throw value;
    out.value(serialize(type, value));
    return null;
  };
  if (type === GraphQLString || type === GraphQLID)
    return (value) => {
      if (typeof value !== 'string') return other(value);
      out.text(value);
      return null;
    };
  if (type === GraphQLBoolean)
    return (value) => {
      if (typeof value !== 'boolean') return other(value);
      out.bytes(value ? word.yes : word.no);
      return null;
    };
  if (type === GraphQLInt || type === GraphQLFloat)
    return (value) => {
      if (typeof value !== 'number') return other(value);
      if (value === (value | 0)) out.whole(value);
      else if (type === GraphQLFloat && Number.isFinite(value)) out.ascii(`${value}`);
      else return other(value);
      return null;
    };
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
