import { UpstreamError } from '../upstream/errors.ts';
import { type Layouts, needsFullRow } from './layouts.ts';
import { type Shape, within } from './shape.ts';

/**
 * Turns the custom fields that shapes name into columns of their rows. Keys are texts of clients, so only those of the
 * layout reach a request; of any other, and of a layout that cannot be read, the field itself tells.
 */
export async function settleCustom(shape: Shape, layouts: Layouts): Promise<void> {
  const waiting: Promise<void>[] = [];
  visit(shape, layouts, waiting, new Set());
  if (waiting.length > 0) await Promise.all(waiting);
}

function visit(shape: Shape, layouts: Layouts, waiting: Promise<void>[], seen: Set<Shape>): void {
  if (seen.has(shape)) return;
  seen.add(shape);
  if (shape.custom) waiting.push(settle(shape, layouts));
  for (const inner of within(shape)) visit(inner, layouts, waiting, seen);
}

async function settle(shape: Shape, layouts: Layouts): Promise<void> {
  for (const { owner, key, column } of shape.custom ?? []) {
    const field = await layouts.of(owner).then(
      (fields) => fields.get(key),
      () => undefined,
    );
    if (!field) continue;
    shape.columns.add(column);
    if (needsFullRow(field.type)) shape.full = true;
  }
  // Not sooner: others that are about to read the same shape must wait for the layout, too.
  shape.custom = null;
}

/** Foresees the layouts of the custom fields that shapes name or show; how many requests those will take. */
export function foreseeLayouts(shape: Shape, layouts: Layouts): number {
  shape.layouts ??= [...new Set(layoutsOf(shape))];
  return shape.layouts.filter((entity) => layouts.foresee(entity)).length;
}

const layoutsOf = (shape: Shape): string[] => [
  ...(shape.hasCustom ? [shape.entity.type] : []),
  ...within(shape).flatMap(layoutsOf),
];

const customColumn = /^([a-z]+)(?:Udef|Extra)\/(.+)$/;

/**
 * The columns of a refused request without those of custom fields that have gone since the layout was read; null where none has,
 * and the refusal stands.
 */
export async function withoutGoneFields(
  select: readonly string[],
  refusal: unknown,
  layouts: Layouts,
): Promise<string[] | null> {
  const isRefused = refusal instanceof UpstreamError && refusal.kind === 'invalid';
  if (!isRefused || !select.some((column) => customColumn.test(column))) return null;
  const isThere = async (column: string): Promise<boolean> => {
    const [, prefix, key] = customColumn.exec(column) ?? [];
    if (!prefix || !key) return true;
    return (await layouts.renewed(prefix.charAt(0).toUpperCase() + prefix.slice(1))).has(key);
  };
  const there = await Promise.all(select.map(isThere));
  return there.includes(false) ? select.filter((_, at) => there[at]) : null;
}
