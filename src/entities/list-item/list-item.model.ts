import { builder } from '../../graphql/builder.ts';
import { asText } from '../../reading/row.ts';
import type { DerivedDeclaration, ListItemValue } from '../../reading/sources.ts';
import { byId } from '../../upstream/superoffice/list-items.ts';
import type { MdoListItemWire } from '../../upstream/superoffice/wire.ts';

/** An item of a pick list: as a record holds it, or as its list does. */
export interface ListItem extends ListItemValue {
  /** The item as the list has it in the request's language; absent where only a record was read. */
  item?: MdoListItemWire;
}

export const ListItemRef = builder.objectRef<ListItem>('ListItem');

/** An item as its list holds it. Whatever case the list is named in, its items are told by one name, as by one id. */
export const itemOfList = (list: string, item: MdoListItemWire): ListItem => ({
  list: list.toLowerCase(),
  listItemId: item.Id,
  text: asText(item.Name),
  item,
});

/** The chosen ones of a complete list of interests. */
export function chosenInterests(list: string): DerivedDeclaration<ListItem[]> {
  return {
    members: ['Interests'],
    fromEntity: (wire) =>
      [...byId(wire.Interests, false).values()]
        .filter((each) => each.Selected === true && each.Id !== 0)
        .map((each) => ({ list, listItemId: each.Id, text: asText(each.Name) })),
  };
}
