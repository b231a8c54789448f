import { type GraphQLError, getArgumentValues, locatedError } from 'graphql';
import { type At, Info, pathOf } from './info.ts';
import type { FieldPlan, ObjectPlan, Variant } from './plan.ts';

/** A part of the answer's text, there or to come. */
export type Piece = string | Promise<string>;

/** One execution of a variant. */
export interface Run {
  readonly variant: Variant;
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rootValue: unknown;
  readonly errors: GraphQLError[];
  /** Arguments that variables change, by their place. */
  readonly given: Record<string, unknown>[];
}

/** What an operation has come to. */
export interface Outcome {
  /** `data` as JSON. */
  readonly data: string;
  /** Whether `data` holds anything but null. */
  readonly hasData: boolean;
  readonly errors: readonly GraphQLError[];
}

/** Runs an operation; its answer is there at once where no resolver waits. */
export function run(
  variant: Variant,
  { context, variables, rootValue }: Pick<Run, 'context' | 'variables' | 'rootValue'>,
): Outcome | Promise<Outcome> {
  const one: Run = { variant, context, variables, rootValue, errors: [], given: [] };
  try {
    const pieces = variant.operation.operation === 'mutation' ? writeInTurn(one) : writeAll(one);
    if (!(pieces instanceof Promise)) return answered(one, pieces);
    return pieces.then(
      (there) => answered(one, there),
      (error: GraphQLError) => lost(one, error),
    );
  } catch (error) {
    return lost(one, error as GraphQLError);
  }
}

function answered({ variant, errors }: Run, pieces: readonly string[]): Outcome {
  return { data: objectOf(variant.root, pieces), hasData: pieces.some((piece) => piece !== 'null'), errors };
}

function lost({ errors }: Run, error: GraphQLError): Outcome {
  errors.push(error);
  return { data: 'null', hasData: false, errors };
}

function writeAll(one: Run): string[] | Promise<string[]> {
  const pieces = writeFields(one.variant.root, 0, one.rootValue, one, null, []);
  if (pieces instanceof Promise) return pieces;
  return pieces.every((piece) => typeof piece === 'string') ? (pieces as string[]) : settled(pieces);
}

/** Waits for the pieces that are to come, of which there is at least one and mostly no other. */
export function settled(pieces: Piece[]): Promise<string[]> {
  const at = pieces.findIndex((piece) => typeof piece !== 'string');
  if (pieces.findLastIndex((piece) => typeof piece !== 'string') !== at) return Promise.all(pieces);
  return (pieces[at] as Promise<string>).then((piece) => {
    pieces[at] = piece;
    return pieces as string[];
  });
}

/** Mutations: each field when the one ahead of it is done. */
async function writeInTurn(one: Run): Promise<string[]> {
  const pieces: string[] = [];
  for (const plan of one.variant.root.fields) pieces.push(await writeField(plan, one.rootValue, one, null));
  return pieces;
}

/** An object's fields as JSON. */
export function writeObject(plan: ObjectPlan, source: unknown, one: Run, at: At | null): Piece {
  const { fields } = plan;
  let text = '';
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index] as FieldPlan;
    const piece = writeField(field, source, one, at);
    if (typeof piece !== 'string') return writeLate(plan, index, piece, text, source, one, at);
    text += (index === 0 ? field.first : field.later) + piece;
  }
  return fields.length === 0 ? '{}' : `${text}}`;
}

/** The same once a field has to be waited for: the fields behind it are begun without waiting. */
function writeLate(
  plan: ObjectPlan,
  from: number,
  first: Promise<string>,
  text: string,
  source: unknown,
  one: Run,
  at: At | null,
): Promise<string> {
  const pieces = writeFields(plan, from + 1, source, one, at, [first]);
  if (pieces instanceof Promise) return pieces;
  return settled(pieces).then((there) => objectOf(plan, there, from, text));
}

/** Begins the fields from one on, behind the pieces that are there. */
function writeFields(
  { fields }: ObjectPlan,
  from: number,
  source: unknown,
  one: Run,
  at: At | null,
  pieces: Piece[],
): Piece[] | Promise<never> {
  try {
    for (let index = from; index < fields.length; index += 1)
      pieces.push(writeField(fields[index] as FieldPlan, source, one, at));
    return pieces;
  } catch (error) {
    if (pieces.every((piece) => typeof piece === 'string')) throw error;
    // What has begun may fail as well: its errors belong to the answer, ahead of this one.
    const raise = () => {
      throw error;
    };
    return Promise.all(pieces).then(raise, raise);
  }
}

/** An object of the pieces of its fields from one on, behind the text of those ahead of it. */
function objectOf({ fields }: ObjectPlan, pieces: readonly string[], from = 0, ahead = ''): string {
  let text = ahead;
  for (let index = from; index < fields.length; index += 1) {
    const field = fields[index] as FieldPlan;
    text += (index === 0 ? field.first : field.later) + pieces[index - from];
  }
  return fields.length === 0 ? '{}' : `${text}}`;
}

function writeField(plan: FieldPlan, source: unknown, one: Run, at: At | null): Piece {
  try {
    const args = plan.fixed ?? argumentsOf(plan, one);
    let value = plan.direct?.(source as never, plan.key, one.context, args);
    if (value === undefined)
      value = plan.resolve(source, args, one.context, plan.takesInfo ? new Info(plan, one, at) : (undefined as never));
    if (!(value instanceof Promise)) return writeValue(plan, value, one, at);
    return value.then(
      (there) => writeValue(plan, there, one, at),
      (error: unknown) => fieldFailed(plan, one, at, error),
    );
  } catch (error) {
    return fieldFailed(plan, one, at, error);
  }
}

function writeValue(plan: FieldPlan, value: unknown, one: Run, at: At | null): Piece {
  try {
    const piece = plan.complete(value, one, at);
    return typeof piece === 'string' ? piece : piece.then(undefined, (error) => fieldFailed(plan, one, at, error));
  } catch (error) {
    return fieldFailed(plan, one, at, error);
  }
}

function argumentsOf(plan: FieldPlan, { given, variables }: Run): Record<string, unknown> {
  given[plan.argumentsAt] ??= getArgumentValues(plan.field, plan.nodes[0] as FieldPlan['nodes'][0], variables);
  return given[plan.argumentsAt] as Record<string, unknown>;
}

/** What stands for a field that failed: null with its error, or nothing where it may not be null. */
function fieldFailed(plan: FieldPlan, one: Run, at: At | null, cause: unknown): string {
  const path = pathOf(plan, at);
  const causes: readonly unknown[] =
    cause instanceof AggregateError && cause.errors.length > 0 ? cause.errors : [cause];
  for (const each of causes) failed(locatedError(errorOf(each), plan.nodes, path), plan.isRequired, one);
  return 'null';
}

/** The same for an item of a list, which is in so many lists within the field's value. */
export function itemFailed(
  plan: FieldPlan,
  one: Run,
  { at, lists, isRequired }: { readonly at: At; readonly lists: number; readonly isRequired: boolean },
  cause: unknown,
): string {
  return failed(locatedError(errorOf(cause), plan.nodes, pathOf(plan, at, lists)), isRequired, one);
}

function failed(error: GraphQLError, isRequired: boolean, { errors }: Run): string {
  if (isRequired) throw error;
  errors.push(error);
  return 'null';
}

/** What was thrown as an error, in the words that it brings. */
function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { message, name, stack, cause } = (thrown ?? {}) as Partial<Error>;
  if (typeof message !== 'string') return new Error(String(thrown));
  return Object.assign(new Error(message, { cause }), name && { name }, stack && { stack });
}
