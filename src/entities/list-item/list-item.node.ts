import type { RequestContext } from '../../context/context.ts';
import { Lists } from '../../reading/lists.ts';
import { itemOfList, type ListItem } from './list-item.model.ts';

/** An item or heading by the key within its id; null where it is gone, or its list differs by user. */
export async function listItemByKey(name: string, context: RequestContext): Promise<ListItem | null> {
  const found = /^([a-z][a-z0-9_]*):(item|heading):(\d{1,10})$/.exec(name);
  if (!found || !Lists.isShared(found[1] as string)) return null;
  const [, list, kind, key] = found as unknown as [string, string, string, string];
  const { lists } = context;
  const id = Number(key);
  // Records point to items that can no longer be chosen, too.
  const item =
    kind === 'heading'
      ? await lists.heading(list, id)
      : ((await lists.item(list, id)) ?? (await lists.deleted(list, id)));
  return item && itemOfList(list, item);
}
