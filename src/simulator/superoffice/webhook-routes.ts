import { associateCarrier } from '../../entities/associate/associate.simulated.ts';
import { argumentError, ok, recordNotFound } from '../answers.ts';
import type { SimulatedAnswer, SimulatedCaller, SimulatedRequest } from '../request.ts';
import type { Route, RouteParts } from '../router.ts';
import { selectMembers } from '../selection.ts';
import { nextId } from '../store.ts';
import { applyOperations, readOperations } from './json-patch.ts';
import {
  unusedWebhook,
  type WebhookRecord,
  type WebhookRegistry,
  type WebhookState,
  webhookStates,
  webhooksOf,
} from './webhook-registry.ts';
import { isObject, type JsonObject, memberOf, overlay, readEntityBody, readJson } from './write-body.ts';
import { malformed, orRefusal } from './write-refusal.ts';

type Handle = (
  registry: WebhookRegistry,
  request: SimulatedRequest,
  parts: RouteParts,
) => SimulatedAnswer | Promise<SimulatedAnswer>;

/** Registration of webhooks (10.1). */
export function webhookRoutes(): Route[] {
  const route = (method: Route['method'], pattern: string, description: string, handle: Handle): Route => ({
    method,
    pattern: `/Webhook${pattern}`,
    description,
    handle: (request, parts) => {
      const { world, options, clock } = request.caller;
      return orRefusal(() => handle(webhooksOf(world, options, clock), request, parts));
    },
  });
  return [
    route('GET', '', 'Webhooks', list),
    route('GET', '/default', 'A new webhook with default values', (_registry, { caller }) =>
      ok(carrier(blank(caller), caller), 1),
    ),
    route('GET', '/{id:int}', 'Gets a webhook', (registry, request, parts) =>
      found(registry, parts, (one) => shown(one, request)),
    ),
    route('GET', '/{id:int}/LastError', 'What went wrong last', (registry, _request, parts) =>
      found(registry, parts, (one) => ok(one.lastError, 1)),
    ),
    route('POST', '', 'Registers a webhook', create),
    route('PUT', '/{id:int}', 'Replaces a webhook', replace),
    route('PATCH', '/{id:int}', 'Changes a webhook by JSON Patch or merge patch', patch),
    route('DELETE', '/{id:int}', 'Removes a webhook', remove),
    route('POST', '/Test', 'Tries a webhook', test),
  ];
}

function list({ webhooks }: WebhookRegistry, { query, caller }: SimulatedRequest): SimulatedAnswer {
  const holds = (text: string, filter: string | undefined) =>
    !filter || text.toLowerCase().includes(filter.toLowerCase());
  const wanted = [...webhooks.values()].filter(
    (one) =>
      holds(one.name, query.get('nameFilter')) &&
      holds(one.events.join(','), query.get('eventFilter')) &&
      (!query.get('statusFilter') || one.state.toLowerCase() === query.get('statusFilter')?.toLowerCase()),
  );
  return ok(wanted.map((one) => carrier(one, caller)));
}

function found<Answer extends SimulatedAnswer | Promise<SimulatedAnswer>>(
  { webhooks }: WebhookRegistry,
  parts: RouteParts,
  answer: (webhook: WebhookRecord) => Answer,
): Answer | SimulatedAnswer {
  const webhook = webhooks.get(Number(parts.id));
  return webhook ? answer(webhook) : recordNotFound('Webhook', parts.id ?? '');
}

/** A webhook, or what `$select` leaves of it. */
function shown(webhook: WebhookRecord, { caller, query }: SimulatedRequest): SimulatedAnswer {
  const select = query.get('$select');
  return ok(selectMembers(carrier(webhook, caller), select, 'WebhookId', caller.options.select), 1);
}

async function create(registry: WebhookRegistry, request: SimulatedRequest): Promise<SimulatedAnswer> {
  const { caller } = request;
  return save(registry, request, { ...blank(caller), id: nextId(registry.webhooks) }, readEntityBody(request));
}

async function replace(
  registry: WebhookRegistry,
  request: SimulatedRequest,
  parts: RouteParts,
): Promise<SimulatedAnswer> {
  return found(registry, parts, (present) => save(registry, request, present, readEntityBody(request)));
}

/** Both kinds of patch, told apart as those of the entities are (3.1). */
async function patch(
  registry: WebhookRegistry,
  request: SimulatedRequest,
  parts: RouteParts,
): Promise<SimulatedAnswer> {
  const { caller } = request;
  const body = readJson(request);
  if (!Array.isArray(body) && !isObject(body)) throw malformed('A patch is an array or an object.');
  return found(registry, parts, (present) => {
    const whole: JsonObject = { ...carrier(present, caller) };
    const { writes } = caller.options;
    const wanted = Array.isArray(body) ? applyOperations(whole, readOperations(body), writes) : overlay(whole, body);
    return save(registry, request, present, wanted);
  });
}

/** Saved only once its target has answered a test with 200 (10.1). */
async function save(
  registry: WebhookRegistry,
  request: SimulatedRequest,
  present: WebhookRecord,
  body: JsonObject,
): Promise<SimulatedAnswer> {
  const { caller } = request;
  const wanted = overlaid(present, body);
  const problem = problemOf(wanted, caller) ?? (await registry.delivery.test(wanted, caller.clock.now()));
  if (problem !== null) return argumentError(400, `The webhook cannot be saved: ${problem}.`);
  if (wanted.state === 'Active' && present.state !== 'Active')
    Object.assign(wanted, { failedTries: 0, consecutiveErrors: 0 });
  if (registry.webhooks.has(present.id))
    Object.assign(wanted, { updatedAt: caller.clock.now(), updatedBy: caller.associate.id });
  // Kept as the same object: deliveries under way go by its state.
  const stored = Object.assign(registry.webhooks.get(present.id) ?? present, wanted);
  registry.webhooks.set(stored.id, stored);
  return shown(stored, request);
}

function remove({ webhooks }: WebhookRegistry, _request: SimulatedRequest, parts: RouteParts): SimulatedAnswer {
  const webhook = webhooks.get(Number(parts.id));
  if (webhook) webhook.state = 'Stopped';
  webhooks.delete(Number(parts.id));
  return { status: 204 };
}

async function test({ delivery }: WebhookRegistry, request: SimulatedRequest): Promise<SimulatedAnswer> {
  const wanted = overlaid(blank(request.caller), readEntityBody(request));
  const problem = problemOf(wanted, request.caller) ?? (await delivery.test(wanted, request.caller.clock.now()));
  return ok({ Success: problem === null, Message: problem ?? '' }, 1);
}

/** The target must be HTTPS (10.1). */
function problemOf({ name, events, targetUrl, type }: WebhookRecord, { options }: SimulatedCaller): string | null {
  const protocols = options.webhooks.plainHttp ? ['https:', 'http:'] : ['https:'];
  if (name === '') return 'Name is missing';
  if (events.length === 0) return 'Events are missing';
  if (type !== 'webhook') return `Type ${type} is not simulated`;
  return protocols.includes(URL.parse(targetUrl)?.protocol ?? '') ? null : 'TargetUrl must begin with https';
}

function overlaid(present: WebhookRecord, body: JsonObject): WebhookRecord {
  const text = (name: string, before: string) => {
    const value = memberOf(body, name);
    return typeof value === 'string' ? value : before;
  };
  const texts = (name: string, before: string[]) => {
    const value = memberOf(body, name) ?? before;
    if (!Array.isArray(value)) throw malformed(`Error converting value to an array. Path '${name}'.`);
    return value.map(String);
  };
  const group = (name: string, before: JsonObject) => {
    const value = memberOf(body, name) ?? before;
    if (!isObject(value)) throw malformed(`Error converting value to an object. Path '${name}'.`);
    return value;
  };
  return {
    ...present,
    name: text('Name', present.name),
    events: texts('Events', present.events),
    targetUrl: text('TargetUrl', present.targetUrl),
    secret: text('Secret', present.secret),
    state: stateOf(memberOf(body, 'State') ?? present.state),
    type: text('Type', present.type),
    headers: group('Headers', present.headers) as Record<string, string>,
    properties: group('Properties', present.properties),
    errorEmails: texts('ErrorEmails', present.errorEmails),
    description: text('Description', present.description),
    notifyVia: text('NotifyVia', present.notifyVia),
    notifyWhen: text('NotifyWhen', present.notifyWhen),
  };
}

/** By its name or its number (10.1). */
function stateOf(value: unknown): WebhookState {
  const state = webhookStates.find((one, number) => one === value || String(number) === String(value));
  if (state === undefined) throw malformed(`Error converting value '${value}'. Path 'State'.`);
  return state;
}

function blank({ associate, clock }: SimulatedCaller): WebhookRecord {
  return {
    ...{ id: 0, name: '', events: ['contact.created', 'contact.deleted'], targetUrl: '', secret: '' },
    ...{ state: 'Active' as WebhookState, type: 'webhook', headers: {}, properties: {} },
    ...{ registeredAt: clock.now(), registeredBy: associate.id, ...unusedWebhook() },
  };
}

function carrier(webhook: WebhookRecord, caller: SimulatedCaller): object {
  const date = (instant: number | null) =>
    instant === null ? '0001-01-01T00:00:00' : new Date(instant).toISOString().slice(0, 19);
  return {
    WebhookId: webhook.id,
    Name: webhook.name,
    Events: webhook.events,
    TargetUrl: webhook.targetUrl,
    Secret: webhook.secret,
    State: webhook.state,
    Type: webhook.type,
    Headers: webhook.headers,
    Properties: webhook.properties,
    Registered: date(webhook.registeredAt),
    RegisteredAssociate: associateCarrier(webhook.registeredBy, caller),
    Updated: date(webhook.updatedAt),
    UpdatedAssociate: associateCarrier(webhook.updatedBy, caller),
    ErrorsEmail: null,
    ErrorEmails: webhook.errorEmails,
    ErrorAssociates: [],
    Description: webhook.description,
    NotifyVia: webhook.notifyVia,
    NotifyWhen: webhook.notifyWhen,
    TotalCalls: webhook.totalCalls,
    TotalErrors: webhook.totalErrors,
    ConsecutiveErrors: webhook.consecutiveErrors,
    LastError: webhook.lastError,
  };
}
