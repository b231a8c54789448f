import { cell, defineTable } from '../../simulator/archive/table.ts';
import type { ListItemRecord, ListRecord } from '../../simulator/store.ts';

/** An item together with the list that it is of: items know nothing of their list. */
export interface ListedItem {
  list: ListRecord;
  item: ListItemRecord;
}

/** An item of any pick list in the archive ListItems. */
export const listItemTable = defineTable<ListedItem>({
  name: 'listItems',
  id: ({ item }) => item.id,
  columns: {
    udlistDefinitionId: cell.int(({ list }) => list.id),
    listItemsId: cell.int(({ item }) => item.id),
    listItemsName: cell.raw(({ item }) => item.name),
    listItemsRank: cell.int(({ item }) => item.rank),
    listItemsTooltip: cell.raw(({ item }) => item.tooltip),
    listItemsDeleted: cell.int(({ item }) => (item.deleted ? 1 : 0)),
    listItemsProbability: cell.int(({ item }) => Number(item.extra.Probability ?? 0)),
  },
  joins: {},
});
