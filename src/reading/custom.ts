import { type Layouts, needsFullRow } from './layouts.ts';
import type { Shape } from './shape.ts';

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
  for (const link of shape.links) visit(link.shape, layouts, waiting, seen);
  for (const child of shape.children) visit(child.shape, layouts, waiting, seen);
  if (shape.rest) visit(shape.rest, layouts, waiting, seen);
}

async function settle(shape: Shape, layouts: Layouts): Promise<void> {
  const wanted = shape.custom ?? [];
  shape.custom = null;
  for (const { owner, key, column } of wanted) {
    const field = await layouts.of(owner).then(
      (fields) => fields.get(key),
      () => undefined,
    );
    if (!field) continue;
    shape.columns.add(column);
    if (needsFullRow(field.type)) shape.full = true;
  }
}
