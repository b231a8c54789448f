import type { CustomFieldsWire } from '../entities/associate/carrier.wire.ts';
import { ok, recordForbidden, recordNotFound } from './answers.ts';
import { runArchive } from './archive/archive.ts';
import { collectionProvider, findSubArchive } from './archive/sub-archives.ts';
import { readableCarrier } from './carriers.ts';
import { customFieldInfos, udefLayout } from './custom-field-layout.ts';
import type { KeyedRecord, SimulatedEntity } from './entity.ts';
import { tableIds } from './foreign-records.ts';
import { Parameters, type SimulatedAnswer, type SimulatedCaller, type SimulatedRequest } from './request.ts';
import type { Route, RouteParts } from './router.ts';
import { selectMembers } from './selection.ts';
import { nestedCarriers, simulatedEntities } from './world.ts';

const YEAR_ONE = Date.parse('0001-01-01T00:00:00Z');

/** The reading routes of every entity (2.1). */
export function entityRoutes(): Route[] {
  return simulatedEntities.flatMap(routesOf);
}

function routesOf(entity: SimulatedEntity): Route[] {
  const get = (pattern: string, description: string, handle: Route['handle']): Route => ({
    method: 'GET',
    pattern: `/${entity.name}${pattern}`,
    description,
    handle,
  });
  const archives = entity.subArchives.map((name) =>
    get(`/{id:int}/${name}`, `Archive of ${name}`, (request, parts) => subArchive(entity, name, request, parts)),
  );
  return [
    get('', `Archive of ${entity.name}`, ({ query, caller, path }) =>
      runArchive(collectionProvider(entity.name) ?? entity.name, query, caller, { path }),
    ),
    get('/default', 'A new one with default values', ({ caller, query }) =>
      blank(entity, caller, query.get('$select')),
    ),
    get('/{id:int}', 'Gets one', (request, parts) => single(entity, request, parts)),
    get('/{id:int}/Simple', 'Gets one, flat', (request, parts) => simple(entity, request, parts)),
    get('/{id:int}/ForeignKey', 'Its foreign keys', ({ caller }, parts) =>
      whenFound(entity, parts, caller, (row) => ok(foreignKeysOf(entity, row.id, caller))),
    ),
    ...layoutRoutes(entity, get),
    ...archives,
  ];
}

function layoutRoutes(
  entity: SimulatedEntity,
  get: (pattern: string, description: string, handle: Route['handle']) => Route,
): Route[] {
  const layout = (published: boolean) => (request: SimulatedRequest, parts: RouteParts) => {
    const fields = udefLayout(entity.name, published, request.caller);
    if (parts.field === undefined) return ok(fields);
    const wanted = parts.field.toLowerCase();
    const found = fields.find((one) => [one.ProgId, one.FieldLabel].some((name) => name?.toLowerCase() === wanted));
    return found === undefined ? recordNotFound('UserDefinedFieldInfo', parts.field) : ok(found);
  };
  const custom: Route['handle'] = ({ caller }, parts) => {
    const fields = customFieldInfos(entity.name, caller);
    if (parts.field === undefined) return ok(fields);
    const found = fields.find((one) => one.FieldName?.toLowerCase() === parts.field?.toLowerCase());
    return found === undefined ? recordNotFound('CustomField', parts.field) : ok(found);
  };
  return [
    get('/UdefLayout', 'Fields of the next layout', layout(false)),
    get('/UdefLayout/{field}', 'One field of the next layout', layout(false)),
    get('/UdefLayout/Published', 'Fields of the live layout', layout(true)),
    get('/UdefLayout/Published/{field}', 'One field of the live layout', layout(true)),
    get('/CustomField', 'User-defined and extra fields', custom),
    get('/CustomField/{field}', 'One of these fields', custom),
  ];
}

/** Runs the answer for a record that is there and that the caller may see. */
export function whenFound(
  entity: SimulatedEntity,
  parts: RouteParts,
  caller: SimulatedCaller,
  answer: (row: KeyedRecord) => SimulatedAnswer,
): SimulatedAnswer {
  const row = entity.table(caller.world).get(Number(parts.id));
  const isGone = row?.deletedAt != null && !caller.options.deletedFoundById;
  if (row === undefined || isGone) return recordNotFound(entity.name, parts.id ?? '');
  if (!maySeeRow(entity, row, caller)) {
    const { forbiddenStatus } = caller.options.access;
    return forbiddenStatus === 403 ? recordForbidden(entity.name, row.id) : recordNotFound(entity.name, row.id);
  }
  return answer(row);
}

/** False for a row that the caller's rights hide. */
export function maySeeRow(entity: SimulatedEntity, row: KeyedRecord, caller: SimulatedCaller): boolean {
  const { hiddenContactIds, hiddenPersonIds, hiddenAppointmentIds } = caller.user.rights;
  const hidden = { contact: hiddenContactIds, person: hiddenPersonIds, appointment: hiddenAppointmentIds };
  return !hidden[entity.kind].has(row.id);
}

function single(entity: SimulatedEntity, request: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  const { caller, headers } = request;
  return whenFound(entity, parts, caller, (row) => {
    const changedAt = lastModifiedAt(row, caller);
    const lastModified: Record<string, string> =
      changedAt === null ? {} : { 'Last-Modified': new Date(changedAt).toUTCString() };
    const since = Date.parse(headers['if-modified-since'] ?? '');
    if (changedAt !== null && !Number.isNaN(since) && changedAt <= since) return { status: 304, headers: lastModified };
    return { ...ok(shownEntity(entity, row, request), 1), headers: lastModified };
  });
}

/** The entity with its links as `fk` and `$select` ask for it. */
export function shownEntity(entity: SimulatedEntity, row: KeyedRecord, { caller, query }: SimulatedRequest): object {
  const foreignKeys = query.get('fk')?.toLowerCase() === 'true' ? foreignKeysOf(entity, row.id, caller) : {};
  const carrier = { ...entityCarrier(entity, row, caller, foreignKeys), ...linksOf(entity, row, caller) };
  return selectMembers(carrier, query.get('$select'), entity.key, caller.options.select);
}

/** The date of `Last-Modified`, or null. It has whole seconds: a second change within one is not seen. */
function lastModifiedAt(row: KeyedRecord, { options }: SimulatedCaller): number | null {
  if (!options.conditionalRequests) return null;
  const never = { created: row.createdAt, year1: YEAR_ONE, absent: null }[options.neverModified];
  const changedAt = row.updatedAt ?? never;
  return changedAt === null ? null : Math.floor(changedAt / 1000) * 1000;
}

/** The whole entity as this caller may read it, without `_Links`. */
export function entityCarrier(
  entity: SimulatedEntity,
  row: KeyedRecord,
  caller: SimulatedCaller,
  foreignKeys: CustomFieldsWire = {},
): object {
  const carrier: object = entity.entity(row, foreignKeys, caller, nestedCarriers(caller));
  const nulls = Object.fromEntries((row.nullTexts ?? []).filter((name) => name in carrier).map((name) => [name, null]));
  return readableCarrier(entity.kind, { ...carrier, ...nulls }, caller);
}

function blank(entity: SimulatedEntity, caller: SimulatedCaller, select: string | undefined): SimulatedAnswer {
  const row = entity.blank(caller);
  return ok(selectMembers(entityCarrier(entity, row, caller), select, entity.key, caller.options.select), 1);
}

function simple(entity: SimulatedEntity, { caller, query }: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  return whenFound(entity, parts, caller, (row) => {
    const carrier = readableCarrier(entity.kind, entity.simple(row, caller, nestedCarriers(caller)), caller);
    return ok(selectMembers(carrier, query.get('$select'), entity.key, caller.options.select), 1);
  });
}

const noRows = new Parameters([['$filter', 'getNoRows=true']]);

function subArchive(
  entity: SimulatedEntity,
  name: string,
  { caller, query, path }: SimulatedRequest,
  parts: RouteParts,
): SimulatedAnswer {
  return whenFound(entity, parts, caller, (row) => {
    const archive = findSubArchive(entity.name, name);
    // An archive of what is not simulated (links, for one) has no rows.
    if (archive === undefined) return runArchive('Relation', noRows, caller, { path });
    return runArchive(archive.provider, query, caller, { path, parent: { column: archive.column, id: row.id } });
  });
}

function foreignKeysOf(entity: SimulatedEntity, id: number, { world }: SimulatedCaller): CustomFieldsWire {
  const keys: CustomFieldsWire = {};
  for (const key of world.foreignKeys) {
    if (key.tableId !== tableIds[entity.kind] || key.recordId !== id) continue;
    const app = world.foreignApps.find((one) => one.id === key.appId);
    const device = app?.devices.find((one) => one.id === key.deviceId);
    if (app !== undefined && device !== undefined) keys[`${app.name}.${device.name}.${key.key}`] = key.value;
  }
  return keys;
}

function linksOf(entity: SimulatedEntity, row: KeyedRecord, caller: SimulatedCaller): { _Links?: object } {
  if (!caller.options.carriers.links) return {};
  const slash = caller.options.carriers.linkSlash ? '/' : '';
  const url = (path: string) => `${caller.baseUrl}${path}${slash}`;
  const self = `/${entity.name}/${row.id}`;
  const archives = entity.subArchives.map((name) => [`Archive.${name}`, url(`${self}/${name}`)]);
  return {
    _Links: {
      Self: url(self),
      'Self.Simple': url(`${self}/Simple`),
      UdefLayout: url(`/${entity.name}/UdefLayout/Published`),
      ...entity.links(row, url),
      ...Object.fromEntries(archives),
    },
  };
}
