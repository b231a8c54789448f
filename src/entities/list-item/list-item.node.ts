import type { RequestContext } from '../../context/context.ts';
import { Lists } from '../../reading/lists.ts';
import { itemOfList, type ListItem } from './list-item.model.ts';

/** An item or heading by the key within its id; null where it is gone, or its list differs by user. */
export async function listItemByKey(key: string, context: RequestContext): Promise<ListItem | null> {
  const found = /^([a-z][a-z0-9_]*):(item|heading):(\d{1,10})$/.exec(key);
  if (!found || !Lists.isShared(found[1] as string)) return null;
  const [, list, kind, id] = found as unknown as [string, string, string, string];
  const item =
    kind === 'heading' ? await context.lists.heading(list, Number(id)) : await context.lists.item(list, Number(id));
  return item && itemOfList(list, item);
}
