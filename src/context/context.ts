import type { Config } from '../config.ts';
import type { ChangeEvent } from '../events/bus.ts';
import { newBudget } from '../reading/budget.ts';
import { ForeignKeys } from '../reading/foreign-keys.ts';
import type { Idempotency } from '../reading/idempotency.ts';
import { Layouts } from '../reading/layouts.ts';
import { Lists } from '../reading/lists.ts';
import { Reader } from '../reading/reader.ts';
import { Refusal } from '../reading/refusal.ts';
import type { ReadScope } from '../reading/scope.ts';
import type { CallObserver, CallScope, EndSignal } from '../upstream/calls.ts';
import type { Caller } from '../upstream/superoffice/channel.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';
import { wireZones } from '../upstream/superoffice/dates.ts';
import { createSuperOffice } from '../upstream/superoffice/session.ts';
import type { SuperOfficeSite } from '../upstream/superoffice/site.ts';
import { CellDates, EntityDates } from './dates.ts';
import { type Identified, type Identity, identify, identifyOn, type RequestHeaders } from './identity.ts';
import { followEvents, type LiveAccess } from './live.ts';
import { createOnOfficeAccess, type OnOfficeAccess } from './onoffice.ts';
import type { Services } from './services.ts';
import type { TicketWatch } from './ticket-watch.ts';

/** What every field of one operation may use. Made for each request, read-only, holds no ticket. */
export interface RequestContext {
  readonly requestId: string;
  /** Ends when the client leaves, and at the operation's deadline. */
  readonly signal: EndSignal;
  readonly identity: Identity;
  /** The name under which the caller's own ticket at his tenant is known here, a salted hash; empty where none came. */
  readonly ticket: string;
  /** The CRM for this caller; each call raises `NOT_CONFIGURED` where there is none. */
  readonly superoffice: SuperOffice;
  readonly read: Reader;
  /** onOffice for this caller: raises `NOT_CONFIGURED` where there is none. */
  readonly onoffice: OnOfficeAccess;
  /** How a contact names its address record in onOffice, and which relations of that record to estates count. */
  readonly link: Config['link'];
  /** Keys that other applications keep on records. */
  readonly foreignKeys: ForeignKeys;
  /** Pick lists; each is asked for once. */
  readonly lists: Lists;
  /** Outcomes of creates that clients may repeat, those of other operations too. */
  readonly idempotency: Idempotency;
  /** Events of the CRM for this caller. */
  readonly live: LiveAccess;
  /** The log of this operation's upstream requests. */
  readonly calls: CallScope;
  /** Headers of the answer. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  now(): number;
  /** The id of the user whose ticket this is. */
  viewerId(this: RequestContext): Promise<number>;
}

/** What the edge knows of a request. */
export interface ContextInput {
  /** An empty header counts as absent: GraphiQL sends those that nobody has filled in. */
  readonly headers: RequestHeaders;
  /** What it came on; none where that is not known. */
  readonly connection?: object | undefined;
  readonly requestId: string;
  /** Ends when the client leaves or the operation's time is over. */
  readonly signal: EndSignal;
  /** Most requests to CRMs, and the time for them; as is set for operations of clients where they are not given. */
  readonly maxCalls?: number;
  readonly longestMs?: number;
  /** `performance.now()` when the request came in. */
  readonly startedAt: number;
  /** Told of each upstream request. */
  readonly observer?: CallObserver;
  /** The event that is told to a subscriber, where the context is for that alone. */
  readonly event?: ChangeEvent;
  /** Cuts the connection of a subscriber who takes nothing; of others there is nothing to cut. */
  readonly cut?: (() => void) | undefined;
}

const notConfigured = (): never => {
  throw new Refusal('NOT_CONFIGURED', 'No SuperOffice is configured on this server.');
};
const absent = async (): Promise<never> => notConfigured();

const noSuperOffice: SuperOffice = {
  archive: absent,
  next: absent,
  get: absent,
  agentRead: absent,
  reference: absent,
  referenceList: absent,
  isAtHand: () => false,
  send: absent,
  drop: async () => undefined,
  principal: absent,
  prove: absent,
  areDatesPrepared: true,
  prepareDates: async () => undefined,
  wireZones: (source) => wireZones({ source, echo: null, base: null, archiveZone: 'request' }),
};

/** The context of one operation; raises `Refusal` where a header cannot be served. Nothing is fetched until a field asks. */
export function createContext(input: ContextInput, services: Services): RequestContext {
  const { requestId, signal, startedAt, observer } = input;
  const { config, superoffice: site } = services;
  const { connection, headers } = input;
  const identified = connection
    ? identifyOn(connection, headers, config, site, services.demoTicket)
    : identify(headers, config, site, services.demoTicket);
  const { caller } = identified;
  const { maxCalls = config.maxUpstreamCalls, longestMs } = input;
  const calls: CallScope = { calls: [], maxCalls, startedAt, longestMs, signal, requestId, observer };
  const watch = site ? () => watchOf(services, site, caller, requestId) : null;
  const create = (scope = calls) => (site ? createSuperOffice(site, caller, scope) : noSuperOffice);
  const shared = () => create({ ...calls, signal: AbortSignal.timeout(config.requestDeadlineMs) });
  const superoffice =
    input.event && watch ? watch().session(input.event, JSON.stringify(caller.languages), shared) : create();
  return contextOf(input, services, { ...identified, calls, superoffice, watch });
}

/** The way of one operation to the CRM. */
interface Asking extends Identified {
  readonly calls: CallScope;
  readonly superoffice: SuperOffice;
  /** null: nobody can be asked. */
  readonly watch: (() => TicketWatch) | null;
}

function contextOf(input: ContextInput, services: Services, asking: Asking): RequestContext {
  const { config } = services;
  const { identity, calls, superoffice } = asking;
  const { requestId, signal, headers } = input;
  const scope = scopeOf(services, superoffice);
  const context = {
    requestId,
    signal,
    identity,
    ticket: asking.ticket,
    superoffice,
    calls,
    lists: new Lists(superoffice),
    onoffice: createOnOfficeAccess(services.onoffice, {
      headers,
      identity,
      superoffice,
      calls,
      maxPageSize: config.maxPageSize,
    }),
    link: config.link,
    foreignKeys: new ForeignKeys(scope),
    idempotency: services.idempotency,
    live: new CallersEvents(input, services, asking),
    responseHeaders: asking.answerHeaders,
    now: services.now,
    viewerId,
    read: null as unknown as Reader,
  };
  // The reader hands the context on to the filters of nested lists, so it must be this very object.
  context.read = new Reader(scope, context, newBudget(config.maxUpstreamCalls));
  return Object.freeze(context);
}

async function viewerId(this: RequestContext): Promise<number> {
  return (await this.superoffice.principal()).AssociateId as number;
}

function scopeOf({ superoffice: site, config }: Services, superoffice: SuperOffice): ReadScope {
  return {
    superoffice,
    archiveDates: new CellDates(superoffice, site?.config.archiveZone ?? 'request'),
    entityDates: new EntityDates(superoffice),
    layouts: new Layouts(superoffice),
    agents: site?.config.agents ?? false,
    maxPageSize: config.maxPageSize,
  };
}

/** Events for one caller. */
class CallersEvents implements LiveAccess {
  readonly #input: ContextInput;
  readonly #services: Services;
  readonly #asking: Asking;

  constructor(input: ContextInput, services: Services, asking: Asking) {
    this.#input = input;
    this.#services = services;
    this.#asking = asking;
  }

  follow(wanted: Parameters<LiveAccess['follow']>[0]): ReturnType<LiveAccess['follow']> {
    const { headers, cut = () => undefined } = this.#input;
    const { caller, superoffice, watch } = this.#asking;
    const subscriber = { tenant: caller.tenant, prove: () => superoffice.prove(), watch: watch ?? notConfigured, cut };
    // A browser that comes back asks by the same address as at first: what it has heard last stands in the header alone.
    const after = headers.get('last-event-id') ?? wanted.after;
    return followEvents(this.#services.live, subscriber, { ...wanted, after });
  }
}

/** What the subscriptions of the caller's ticket share; it asks for itself, within the deadline of a request. */
function watchOf(services: Services, site: SuperOfficeSite, caller: Caller, requestId: string): TicketWatch {
  const { config, live } = services;
  const name = `${caller.tenant} ${caller.ticket}`;
  const scope = (): CallScope => ({
    ...{ calls: [], maxCalls: config.maxUpstreamCalls, startedAt: performance.now(), requestId },
    signal: AbortSignal.timeout(config.requestDeadlineMs),
  });
  return live.watch(name, {
    superoffice: () => createSuperOffice(site, caller, scope()),
    scopeOf: (superoffice) => scopeOf(services, superoffice),
  });
}
