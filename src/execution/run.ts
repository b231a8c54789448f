import { type GraphQLError, getArgumentValues, locatedError } from 'graphql';
import { Held } from '../reading/record.ts';
import { TableRow } from '../reading/row.ts';
import type { Read } from '../reading/shape.ts';
import { sign } from '../upstream/json-bytes.ts';
import { type At, Info, pathOf } from './info.ts';
import { out, word } from './out.ts';
import type { FieldPlan, ObjectPlan, Variant } from './plan.ts';

/** A value as JSON, written aside. */
export type Piece = Buffer | Promise<Buffer>;

/** What comes of writing a value: null where it stands in `out`; else nothing stands there, and its bytes are to come. */
export type Late = Promise<Buffer> | null;

/** One execution of a variant. */
export interface Run {
  readonly variant: Variant;
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rootValue: unknown;
  readonly errors: GraphQLError[];
  /** Arguments that variables change, by their place. */
  readonly given: Record<string, unknown>[];
  /** Written so far, fields and items. */
  values: number;
}

/** What an operation has come to. */
export interface Outcome {
  /** Writes `data`. */
  write(): void;
  /** Whether `data` holds anything but null. */
  readonly hasData: boolean;
  readonly errors: readonly GraphQLError[];
}

/** Runs an operation; its answer is there at once where no resolver waits. */
export function run(
  variant: Variant,
  { context, variables, rootValue }: Pick<Run, 'context' | 'variables' | 'rootValue'>,
): Outcome | Promise<Outcome> {
  const one: Run = { variant, context, variables, rootValue, errors: [], given: [], values: 0 };
  const done = (pieces: readonly Buffer[]) => answered(one, pieces);
  const failed = (error: unknown) => lost(one, error as GraphQLError);
  if (variant.operation.operation === 'mutation') return writeInTurn(one).then(done, failed);
  try {
    const pieces = writeFields(variant.root, 0, rootValue, one, null, []);
    if (pieces instanceof Promise) return pieces.catch(failed);
    return pieces.some((piece) => piece instanceof Promise) ? settled(pieces, done, failed) : done(pieces as Buffer[]);
  } catch (error) {
    return failed(error);
  }
}

function answered({ variant, errors }: Run, pieces: readonly Buffer[]): Outcome {
  const hasData = pieces.some((piece) => !piece.equals(word.none));
  return { write: () => writePieces(variant.root, pieces), hasData, errors };
}

function lost({ errors }: Run, error: GraphQLError): Outcome {
  errors.push(error);
  return { write: () => out.bytes(word.none), hasData: false, errors };
}

/** Goes on when all pieces are there, of which at least one is to come and mostly no other. */
export function settled<Next>(
  pieces: Piece[],
  next: (there: Buffer[]) => Next | Promise<Next>,
  failed?: (error: unknown) => Next | Promise<Next>,
): Promise<Next> {
  const at = pieces.findIndex((piece) => piece instanceof Promise);
  if (pieces.findLastIndex((piece) => piece instanceof Promise) !== at) return Promise.all(pieces).then(next, failed);
  return (pieces[at] as Promise<Buffer>).then((piece) => {
    pieces[at] = piece;
    return next(pieces as Buffer[]);
  }, failed);
}

/** Mutations: each field when the one ahead of it is done. */
async function writeInTurn(one: Run): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for (const plan of one.variant.root.fields)
    pieces.push(await aside(() => writeField(plan, null, one.rootValue, one, null)));
  return pieces;
}

/** What `write` writes, taken away from `out`. */
export function aside(write: () => Late): Piece {
  const start = out.length;
  try {
    return write() ?? out.take(start);
  } catch (error) {
    out.length = start;
    throw error;
  }
}

/** An object's fields as JSON. */
export function writeObject(plan: ObjectPlan, source: unknown, one: Run, at: At | null): Late {
  const { fields } = plan;
  const reads = readsOf(plan, source);
  const row = reads && rowOf(source as Held);
  const texts = row && plan.textsIn(row.table.layout);
  const start = out.length;
  one.values += fields.length;
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index] as FieldPlan;
    out.fixed(index === 0 ? field.first : field.later);
    if (texts && copied(row, texts[index] as number)) continue;
    const late = writeField(field, reads && (reads[index] as Read | null), source, one, at);
    if (late) return writeLate(plan, index, late, out.take(start), source, one, at);
  }
  close(plan);
  return null;
}

/** The row of a record, where it lies in the bytes of its answer. */
function rowOf({ record: { row } }: Held): TableRow | null {
  return row instanceof TableRow ? row : null;
}

const readsOf = (plan: ObjectPlan, source: unknown) => (source instanceof Held ? plan.bound(source.reads) : null);

function close({ fields }: ObjectPlan): void {
  if (fields.length === 0) out.ascii('{}');
  else out.byte(sign.close);
}

/** The same once a field has to be waited for: the fields behind it are begun without waiting. `ahead` ends with its key. */
function writeLate(
  plan: ObjectPlan,
  from: number,
  first: Promise<Buffer>,
  ahead: Buffer,
  source: unknown,
  one: Run,
  at: At | null,
): Promise<Buffer> {
  const pieces = writeFields(plan, from + 1, source, one, at, [first]);
  if (pieces instanceof Promise) return pieces;
  return settled(pieces, (there) => aside(() => writePieces(plan, there, from, ahead)));
}

/** Begins the fields from one on, behind the pieces that are there. */
function writeFields(
  plan: ObjectPlan,
  from: number,
  source: unknown,
  one: Run,
  at: At | null,
  pieces: Piece[],
): Piece[] | Promise<never> {
  const { fields } = plan;
  const reads = readsOf(plan, source);
  const write = (index: number) =>
    writeField(fields[index] as FieldPlan, reads && (reads[index] as Read | null), source, one, at);
  try {
    for (let index = from; index < fields.length; index += 1) pieces.push(aside(() => write(index)));
    return pieces;
  } catch (error) {
    if (!pieces.some((piece) => piece instanceof Promise)) throw error;
    // What has begun may fail as well: its errors belong to the answer, ahead of this one.
    const raise = () => {
      throw error;
    };
    return Promise.all(pieces).then(raise, raise);
  }
}

/** An object of the pieces of its fields from one on, behind what was written of it up to there. */
function writePieces(plan: ObjectPlan, pieces: readonly Buffer[], from = 0, ahead: Buffer | null = null): null {
  if (ahead) out.bytes(ahead);
  for (const [index, piece] of pieces.entries()) {
    const field = plan.fields[from + index] as FieldPlan;
    if (!ahead || index > 0) out.fixed(from + index === 0 ? field.first : field.later);
    out.bytes(piece);
  }
  close(plan);
  return null;
}

/** `read`: where the value lies; null: only the resolver knows. */
function writeField(plan: FieldPlan, read: Read | null, source: unknown, one: Run, at: At | null): Late {
  try {
    const cell = plan.cellOf?.(source as never);
    if (cell?.row instanceof TableRow && copied(cell.row, cell.column.positionIn(cell.row.table))) return null;
    let value = read?.((source as Held).record);
    if (value === undefined) value = resolved(plan, source, one, at);
    else if (plan.show) value = plan.show(value as never, one.context as never, argumentsOf(plan, one));
    return value instanceof Promise ? writeLater(plan, value, one, at) : writeValue(plan, value, one, at);
  } catch (error) {
    return fieldFailed(plan, one, at, error);
  }
}

/** The same of a value that is to come. Apart, since a function that makes others takes room for them however it ends. */
function writeLater(plan: FieldPlan, value: Promise<unknown>, one: Run, at: At | null): Promise<Buffer> {
  return value.then(
    (there) => aside(() => writeValue(plan, there, one, at)),
    (error: unknown) => aside(() => fieldFailed(plan, one, at, error)),
  );
}

/** Most texts go into the answer as they came; false: this one has to be read. */
function copied({ table, index }: TableRow, position: number): boolean {
  return position >= 0 && out.copyText(table.view, table.startOf(index, position));
}

function writeValue(plan: FieldPlan, value: unknown, one: Run, at: At | null): Late {
  const start = out.length;
  try {
    const late = plan.complete(value, one, at);
    return late && orFailed(plan, late, one, at);
  } catch (error) {
    out.length = start;
    return fieldFailed(plan, one, at, error);
  }
}

function orFailed(plan: FieldPlan, late: Promise<Buffer>, one: Run, at: At | null): Promise<Buffer> {
  return late.then(undefined, (error) => aside(() => fieldFailed(plan, one, at, error)));
}

function resolved(plan: FieldPlan, source: unknown, one: Run, at: At | null): unknown {
  const info = plan.takesInfo ? new Info(plan, one, at) : (undefined as never);
  return plan.resolve(source, argumentsOf(plan, one), one.context, info);
}

function argumentsOf(plan: FieldPlan, { given, variables }: Run): Readonly<Record<string, unknown>> {
  if (plan.fixed) return plan.fixed;
  given[plan.argumentsAt] ??= getArgumentValues(plan.field, plan.nodes[0] as FieldPlan['nodes'][0], variables);
  return given[plan.argumentsAt] as Record<string, unknown>;
}

/** What stands for a field that failed: null with its error, or nothing where it may not be null. */
function fieldFailed(plan: FieldPlan, one: Run, at: At | null, cause: unknown): null {
  const path = pathOf(plan, at);
  const causes: readonly unknown[] =
    cause instanceof AggregateError && cause.errors.length > 0 ? cause.errors : [cause];
  for (const each of causes) failed(locatedError(errorOf(each), plan.nodes, path), plan.isRequired, one);
  out.bytes(word.none);
  return null;
}

/** The same for an item of a list, which is in so many lists within the field's value. */
export function itemFailed(
  plan: FieldPlan,
  one: Run,
  { at, lists, isRequired }: { readonly at: At; readonly lists: number; readonly isRequired: boolean },
  cause: unknown,
): null {
  failed(locatedError(errorOf(cause), plan.nodes, pathOf(plan, at, lists)), isRequired, one);
  out.bytes(word.none);
  return null;
}

function failed(error: GraphQLError, isRequired: boolean, { errors }: Run): void {
  if (isRequired) throw error;
  errors.push(error);
}

/** What was thrown as an error, in the words that it brings. */
function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { message, name, stack, cause } = (thrown ?? {}) as Partial<Error>;
  if (typeof message !== 'string') return new Error(String(thrown));
  return Object.assign(new Error(message, { cause }), name && { name }, stack && { stack });
}
