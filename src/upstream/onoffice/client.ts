import DataLoader from 'dataloader';
import type { OnOfficeConfig, OnOfficeCustomer } from '../../config.ts';
import type { CallScope } from '../calls.ts';
import { UpstreamError } from '../errors.ts';
import type { Action, ActionAnswer, Credentials } from './actions.ts';
import { describeActions, identifiersFor, matchResults, requestBody } from './actions.ts';
import type { ResponseWire, ResultWire, Verb } from './wire.ts';

/** One POST to onOffice. */
export interface OnOfficePost {
  readonly url: string;
  /** Whose credentials sign it: requests of two customers share no queue and no circuit breaker. */
  readonly customer: string;
  /** For the log of calls: `read estate, get estatepictures`. */
  readonly path: string;
  /** Made anew for each attempt, since a signature is valid for two minutes only. */
  readonly body: () => string;
  /** Only reads may be sent again. */
  readonly retry: boolean;
  /** The number of records in an answer, for the log. */
  readonly rows: (answer: unknown) => number;
  readonly scope: CallScope;
}

export interface OnOfficePostAnswer {
  readonly status: number;
  /** The parsed JSON; undefined where the body is none. */
  readonly body: unknown;
}

/** Sends one POST within its deadline and logs it in the scope; raises UpstreamError where no answer came. */
export type SendPost = (post: OnOfficePost) => Promise<OnOfficePostAnswer>;

/** onOffice, bound to one request: its customer, claim, deadline and log of calls. */
export interface OnOffice {
  readonly customer: string;
  /** Reads of one tick are actions of one POST; each fails for itself. */
  read(resource: string, parameters: Parameters, resourceId?: string | number): Promise<ActionAnswer>;
  get(resource: string, parameters: Parameters, resourceId?: string | number): Promise<ActionAnswer>;
  /** A POST of its own, sent once: an answer that never came is `unknownOutcome`. */
  write(verb: WriteVerb, resource: string, parameters: Parameters, resourceId?: string | number): Promise<ActionAnswer>;
}

export type WriteVerb = Exclude<Verb, 'read' | 'get'>;
export type Parameters = Readonly<Record<string, unknown>>;

export interface OnOfficeBinding {
  readonly config: Pick<OnOfficeConfig, 'url'>;
  readonly customer: Pick<OnOfficeCustomer, 'id' | 'token' | 'secret'>;
  /** The marketplace claim of this request; null outside the marketplace. */
  readonly claim: string | null;
  readonly send: SendPost;
  readonly scope: CallScope;
  /** Epoch milliseconds for the timestamps; the machine's clock where absent. */
  readonly now?: () => number;
}

/** More actions than this go out as several POSTs. The manual names no limit; the vendor's own plugin sends hundreds. */
const maxActions = 100;

/** The client of one request. Nothing of it is shared with another request, so no two customers meet in a POST. */
export function createOnOffice(binding: OnOfficeBinding): OnOffice {
  const reads = new DataLoader<Action, ActionAnswer, string>(
    (actions) => {
      // Equal actions of one tick are asked once; those of a later tick again, since a write may lie between.
      reads.clearAll();
      return post(binding, actions, true);
    },
    { cacheKeyFn: (action) => JSON.stringify(action), maxBatchSize: maxActions },
  );
  return {
    customer: binding.customer.id,
    read: (resource, parameters, resourceId) => reads.load(toAction('read', resource, parameters, resourceId)),
    get: (resource, parameters, resourceId) => reads.load(toAction('get', resource, parameters, resourceId)),
    async write(verb, resource, parameters, resourceId) {
      const [outcome] = await post(binding, [toAction(verb, resource, parameters, resourceId)], false);
      if (outcome === undefined || outcome instanceof UpstreamError) throw outcomeOfWrite(outcome);
      return outcome;
    },
  };
}

function toAction(verb: Verb, resource: string, parameters: Parameters, resourceId: string | number = ''): Action {
  return { verb, resource, resourceId: String(resourceId), parameters };
}

async function post(
  binding: OnOfficeBinding,
  actions: readonly Action[],
  retry: boolean,
): Promise<(ActionAnswer | UpstreamError)[]> {
  const { token, secret } = binding.customer;
  const credentials: Credentials = { token, secret, claim: binding.claim };
  const identifiers = identifiersFor(actions);
  const now = binding.now ?? Date.now;
  const answer = await binding.send({
    url: binding.config.url,
    customer: binding.customer.id,
    path: describeActions(actions),
    body: () => requestBody(actions, identifiers, credentials, now()),
    retry,
    rows: countRecords,
    scope: binding.scope,
  });
  if (isEnvelope(answer.body)) return matchResults(actions, identifiers, answer.body);
  const error = withoutEnvelope(answer.status);
  return actions.map(() => error);
}

/** The manual does not say which HTTP status goes with a refusal, so an answer in the vendor's form counts whatever its status. */
function isEnvelope(body: unknown): body is ResponseWire {
  if (typeof body !== 'object' || body === null) return false;
  const { status, response } = body as Partial<Record<keyof ResponseWire, unknown>>;
  return (typeof status === 'object' && status !== null) || (typeof response === 'object' && response !== null);
}

function withoutEnvelope(status: number): UpstreamError {
  if (status === 429) return new UpstreamError('onoffice', 'rateLimited', { status });
  if (status >= 500) return new UpstreamError('onoffice', 'unavailable', { status });
  return new UpstreamError('onoffice', 'malformed', { status });
}

/** An answer that cannot be read leaves open whether the write was done; so does a server that failed on the way. */
function outcomeOfWrite(error: UpstreamError | undefined): UpstreamError {
  if (error && (error.kind !== 'malformed' || error.type !== undefined)) {
    const undecided = error.kind === 'unavailable' && error.type === undefined;
    if (!undecided) return error;
  }
  return new UpstreamError('onoffice', 'unknownOutcome', { status: error?.status, cause: error });
}

function countRecords(answer: unknown): number {
  const results: unknown = isEnvelope(answer) ? answer.response?.results : undefined;
  if (!Array.isArray(results)) return 0;
  return results.reduce((sum: number, result: ResultWire | null) => {
    const data = result?.data;
    return sum + (data && !Array.isArray(data) ? (data.records?.length ?? 0) : 0);
  }, 0);
}
