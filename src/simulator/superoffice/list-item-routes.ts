import { isDeepStrictEqual } from 'node:util';
import { listRouteItem } from '../../entities/list-item/list-item.simulated.ts';
import { emptiedItem, nameMember, writtenItem } from '../../entities/list-item/list-item.write.simulated.ts';
import { ok, recordNotFound } from '../answers.ts';
import { blankItem } from '../list-routes.ts';
import { routeList } from '../list-sources.ts';
import type { SimulatedAnswer, SimulatedCaller, SimulatedRequest } from '../request.ts';
import type { Route, RouteParts } from '../router.ts';
import type { ListItemRecord, ListRecord } from '../store.ts';
import type { RecordChange } from './changes.ts';
import { readEntityBody } from './write-body.ts';
import { failedSave, orRefusal, requireRight } from './write-refusal.ts';

type ListWrite = (list: ListRecord, request: SimulatedRequest, item: ListItemRecord | undefined) => SimulatedAnswer;

/** Items of pick lists: they have POST, PUT and DELETE, but no PATCH and no check of the version (6.1). */
export function listItemRoutes(): Route[] {
  const route = (method: Route['method'], pattern: string, description: string, write: ListWrite): Route => ({
    method,
    pattern: `/List/{list}/Items${pattern}`,
    description,
    handle: (request, parts) => orRefusal(() => withList(request, parts, write)),
  });
  return [
    route('POST', '', 'Adds an item', create),
    route('PUT', '/{item:int}', 'Replaces an item', replace),
    route('DELETE', '/{item:int}', 'Marks an item as deleted', remove),
  ];
}

function withList(request: SimulatedRequest, parts: RouteParts, write: ListWrite): SimulatedAnswer {
  const list = routeList(parts.list ?? '', request.caller);
  if (list === undefined) return recordNotFound('List', parts.list ?? '');
  const item = list.items.find((one) => one.id === Number(parts.item));
  if (parts.item !== undefined && item === undefined) {
    const isTolerated = request.method === 'DELETE' && request.caller.options.writes.deleteMissingStatus === 204;
    return isTolerated ? { status: 204 } : recordNotFound('ListItem', parts.item);
  }
  return write(list, request, item);
}

function create(list: ListRecord, request: SimulatedRequest): SimulatedAnswer {
  const { caller } = request;
  const body = readEntityBody(request);
  requireRight('Insert', list.name, caller);
  const written = writtenItem(list, body, blankItem(list), caller);
  refuseNameless(list, written, caller);
  const item = { ...written, id: Math.max(0, ...list.items.map(({ id }) => id)) + 1 };
  list.items.push(item);
  tell(list, 'created', item, ['name', 'rank'], caller);
  return ok(listRouteItem(list, item, caller), 1);
}

function replace(list: ListRecord, request: SimulatedRequest, present: ListItemRecord | undefined): SimulatedAnswer {
  const { caller } = request;
  const body = readEntityBody(request);
  if (present === undefined) return recordNotFound('ListItem', 0);
  requireRight('Update', list.name, caller);
  const absent = caller.options.writes.putOmitted === 'kept' ? present : emptiedItem(list, present);
  const item = writtenItem(list, body, absent, caller);
  refuseNameless(list, item, caller);
  store(list, present, item, 'changed', caller);
  return ok(listRouteItem(list, item, caller), 1);
}

function remove(list: ListRecord, { caller }: SimulatedRequest, present: ListItemRecord | undefined): SimulatedAnswer {
  requireRight('Delete', list.name, caller);
  if (present !== undefined) store(list, present, { ...present, deleted: true }, 'softdeleted', caller);
  return { status: 204 };
}

function store(
  list: ListRecord,
  present: ListItemRecord,
  item: ListItemRecord,
  verb: RecordChange['verb'],
  caller: SimulatedCaller,
): void {
  list.items.splice(list.items.indexOf(present), 1, item);
  const columns = (['name', 'tooltip', 'rank', 'deleted', 'extra'] as const).filter(
    (field) => !isDeepStrictEqual(present[field], item[field]),
  );
  if (columns.length > 0) tell(list, verb, item, columns, caller);
}

function refuseNameless(list: ListRecord, item: ListItemRecord, caller: SimulatedCaller): void {
  if (item.name.trim() !== '') return;
  throw failedSave(new Map([[nameMember(list), '[SR_MANDATORY_FIELD_1281]']]), caller);
}

function tell(
  list: ListRecord,
  verb: RecordChange['verb'],
  item: ListItemRecord,
  columns: readonly string[],
  caller: SimulatedCaller,
): void {
  const change = { entity: `list.${list.mdoName}`, verb, id: item.id, columns, record: item };
  caller.world.changes.report({ ...change, by: caller.associate, at: caller.clock.now() });
}
