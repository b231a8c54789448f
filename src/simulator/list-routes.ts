import {
  listEntity,
  listItemEntity,
  listRouteItem,
  mdoItem,
  mdoItems,
  rankedItems,
  selectableItems,
} from '../entities/list-item/list-item.simulated.ts';
import type { MdoItemWire } from '../entities/list-item/list-item.wire.ts';
import { noSuchRoute, ok, recordNotFound, restError } from './answers.ts';
import { madeLists, mdoList, routeList } from './list-sources.ts';
import type { Parameters, SimulatedAnswer, SimulatedCaller } from './request.ts';
import type { Route, RouteParts } from './router.ts';
import type { ListRecord } from './store.ts';

type ListHandle = (list: ListRecord, caller: SimulatedCaller, query: Parameters, parts: RouteParts) => SimulatedAnswer;

/** Pick lists, as MDO lists and as `/List` (6). */
export function listRoutes(): Route[] {
  return [...mdoRoutes(), ...listEntityRoutes()];
}

function get(pattern: string, description: string, handle: Route['handle']): Route {
  return { method: 'GET', pattern, description, handle };
}

function mdoRoutes(): Route[] {
  const named =
    (handle: ListHandle): Route['handle'] =>
    ({ caller, query }, parts) => {
      const list = mdoList(parts.name ?? '', query.get('additional') ?? '', caller);
      return list === undefined ? unknownList(parts.name ?? '', caller) : handle(list, caller, query, parts);
    };
  return [
    get('/MDOList', 'Names of the MDO lists', ({ caller }) => ok([...caller.world.lists.keys(), ...madeLists])),
    get(
      '/MDOList/{name}',
      'Items of an MDO list',
      named((list, caller, query) => ok(queriedItems(list, query, caller))),
    ),
    get(
      '/MDOList/{name}/selectable',
      'Items of an MDO list with their selection',
      named((list, caller) => ok(selectableItems(list, [], null, caller))),
    ),
  ];
}

/** The answer for a list that does not exist. */
export function unknownList(name: string, caller: SimulatedCaller): SimulatedAnswer {
  const status = caller.options.unknownListStatus;
  const type = status === 404 ? 'SoNotFoundException' : 'SoException';
  return restError(status, type, `There is no list '${name}'`);
}

/** `query` filters by the shown text and implies `flat` (6.2). */
function queriedItems(list: ListRecord, query: Parameters, caller: SimulatedCaller): MdoItemWire[] {
  const searched = query.get('query')?.toLowerCase() ?? '';
  const flat = searched !== '' || query.get('flat')?.toLowerCase() === 'true';
  const items = mdoItems(list, flat, caller);
  return searched === '' ? items : items.filter((item) => item.Name?.toLowerCase().includes(searched));
}

/** Lists with items of their own kind alone (6.1). */
const withoutMdoItems = new Set(['usergroup', 'ticketpriority']);

function listEntityRoutes(): Route[] {
  const named =
    (handle: ListHandle): Route['handle'] =>
    ({ caller, query }, parts) => {
      const list = routeList(parts.list ?? '', caller);
      return list === undefined ? recordNotFound('List', parts.list ?? '') : handle(list, caller, query, parts);
    };
  const wantsDeleted = (query: Parameters) => query.get('includeDeleted')?.toLowerCase() === 'true';
  const oneItem: ListHandle = (list, caller, _query, parts) => {
    const item = list.items.find((one) => one.id === Number(parts.item));
    return item === undefined ? recordNotFound('ListItem', parts.item ?? '') : ok(listRouteItem(list, item, caller));
  };
  return [
    get('/List', 'All lists', ({ caller }) =>
      ok([...caller.world.lists.values()].map((list, index) => listEntity(list, index + 1, caller))),
    ),
    get(
      '/List/{list}',
      'One list',
      named((list, caller) => ok(listEntity(list, 0, caller))),
    ),
    get(
      '/List/{list}/Items',
      'Items of a list',
      named((list, caller, query) =>
        ok(rankedItems(list, wantsDeleted(query)).map((item) => listRouteItem(list, item, caller))),
      ),
    ),
    get('/List/{list}/Items/{item:int}', 'One item of a list', named(oneItem)),
    get(
      '/List/{list}/Items/Default',
      'A blank item',
      named((list, caller) => ok(listRouteItem(list, blankItem(list), caller))),
    ),
    get(
      '/List/{list}/MDOItems',
      'Items of a list',
      named((list, caller, query) =>
        withoutMdoItems.has(list.mdoName)
          ? noSuchRoute(`${caller.baseUrl}/List/${list.route}/MDOItems`)
          : ok(queriedItems(list, query, caller)),
      ),
    ),
    get(
      '/List/{list}/Headings',
      'Headings of a list',
      named((list, caller) => ok(headings(list, list.headings, caller))),
    ),
    get(
      '/List/{list}/Items/{item:int}/Headings',
      'Headings of an item',
      named((list, caller, _query, parts) => {
        const item = list.items.find((one) => one.id === Number(parts.item));
        if (item === undefined) return recordNotFound('ListItem', parts.item ?? '');
        const own = list.headings.filter((heading) => item.headingIds.includes(heading.id));
        return ok(headings(list, own, caller));
      }),
    ),
  ];
}

function headings(list: ListRecord, rows: ListRecord['headings'], caller: SimulatedCaller): object[] {
  return rows.map((heading) => listItemEntity(list, heading, caller));
}

/** The item that a new one starts from: the last of its list. */
export function blankItem(list: ListRecord): ListRecord['items'][number] {
  const rank = Math.max(0, ...list.items.map((item) => item.rank)) + 1;
  return { id: 0, name: '', tooltip: '', rank, deleted: false, headingIds: [], extra: {} };
}

/** The agents' forms of the MDO lists (6.2); undefined for a method that is not theirs. */
export function runMdoAgent(
  method: string,
  body: Readonly<Record<string, unknown>>,
  caller: SimulatedCaller,
): SimulatedAnswer | undefined {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const name = method.toLowerCase();
  if (!['getlist', 'getlistwithhistory', 'getsimplelist', 'getlistitem'].includes(name)) return undefined;
  const list = mdoList(text(body.name) || text(body.listname), text(body.additionalinfo), caller);
  if (list === undefined) return ok(null);
  if (name === 'getlistitem') {
    const item = list.items.find((one) => one.id === Number(body.id));
    return ok(item === undefined ? null : mdoItem(list, item, null, caller));
  }
  const items = mdoItems(list, body.forceflatlist === true || name === 'getsimplelist', caller);
  return ok(body.onlyhistory === true ? items.slice(0, 5) : items);
}
