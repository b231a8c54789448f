import DataLoader from 'dataloader';
import type { OnOfficeConfig, OnOfficeCustomer } from '../../config.ts';
import type { HttpAnswer } from '../answer.ts';
import type { CallScope } from '../calls.ts';
import { UpstreamError } from '../errors.ts';
import { type Http, wantsJson } from '../http.ts';
import { madeOnce } from '../made-once.ts';
import {
  type Action,
  type ActionAnswer,
  type Credentials,
  describeActions,
  identifiersFor,
  matchResults,
  requestBody,
  saysWhether,
} from './actions.ts';
import { Signer } from './sign.ts';
import type { ResponseWire, ResultWire, Verb } from './wire.ts';

export type Parameters = Readonly<Record<string, unknown>>;
export type WriteVerb = Exclude<Verb, 'read' | 'get'>;

/** onOffice, bound to one request: its customer, claim, deadline and log of calls. */
export interface OnOffice {
  readonly customer: string;
  /** Reads of one tick are actions of one POST; each fails for itself. Raises UpstreamError. */
  read(resource: string, parameters: Parameters, resourceId?: string | number): Promise<ActionAnswer>;
  /** As `read`, for the resources that the vendor reads by `get`. */
  get(resource: string, parameters: Parameters, resourceId?: string | number): Promise<ActionAnswer>;
  /** A POST of its own, sent once. Where the outcome cannot be known, the error is `unknownOutcome`. */
  write(verb: WriteVerb, resource: string, parameters: Parameters, resourceId?: string | number): Promise<ActionAnswer>;
}

export interface OnOfficeBinding {
  readonly config: Pick<OnOfficeConfig, 'url'>;
  readonly customer: Pick<OnOfficeCustomer, 'id' | 'token' | 'secret'>;
  /** The marketplace claim of this request; null outside the marketplace. */
  readonly claim: string | null;
  readonly http: Pick<Http, 'send'>;
  readonly scope: CallScope;
  /** Epoch milliseconds for the timestamps; the machine's clock where absent. */
  readonly now?: () => number;
}

/** More actions than this go out as several POSTs. The manual names no limit; the vendor's own plugin sends hundreds. */
const MAX_ACTIONS = 100;

/** The client of one request. Nothing of it is shared with another request, so no two customers meet in a POST. */
export function createOnOffice(binding: OnOfficeBinding): OnOffice {
  const reads = new DataLoader<Action, ActionAnswer, string>(
    (actions) => {
      // Equal actions of one tick are asked once; those of a later tick again, since a write may lie between.
      reads.clearAll();
      return post(binding, actions, 'read');
    },
    {
      cacheKeyFn: (action) => JSON.stringify(action),
      maxBatchSize: MAX_ACTIONS,
      // Behind all that can be known without waiting: records by id gather their ids first, and go out with the lists beside them.
      batchScheduleFn: (dispatch) => setImmediate(dispatch),
    },
  );
  return {
    customer: binding.customer.id,
    read: (resource, parameters, resourceId) => reads.load(toAction('read', resource, parameters, resourceId)),
    get: (resource, parameters, resourceId) => reads.load(toAction('get', resource, parameters, resourceId)),
    async write(verb, resource, parameters, resourceId) {
      const [outcome] = await post(binding, [toAction(verb, resource, parameters, resourceId)], 'write');
      if (outcome === undefined || outcome instanceof UpstreamError) throw outcomeOfWrite(outcome);
      return outcome;
    },
  };
}

function toAction(verb: Verb, resource: string, parameters: Parameters, resourceId: string | number = ''): Action {
  return { verb, resource, resourceId: String(resourceId), parameters };
}

interface Address {
  readonly origin: string;
  readonly path: string;
}

const addresses = new WeakMap<OnOfficeBinding['config'], Address>();

function addressOf(config: OnOfficeBinding['config']): Address {
  return madeOnce(addresses, config, () => {
    const { origin, pathname, search } = new URL(config.url);
    return { origin, path: pathname + search };
  });
}

const signers = new WeakMap<OnOfficeBinding['customer'], Signer>();

const signerOf = (customer: OnOfficeBinding['customer']): Signer =>
  madeOnce(signers, customer, () => new Signer(customer.secret));

/** One POST and what became of each action; raises where no answer came at all. */
async function post(
  { config, customer, claim, http, scope, now = Date.now }: OnOfficeBinding,
  actions: readonly Action[],
  intent: 'read' | 'write',
): Promise<(ActionAnswer | UpstreamError)[]> {
  const credentials: Credentials = { token: customer.token, signer: signerOf(customer), claim };
  const identifiers = identifiersFor(actions);
  const { origin, path } = addressOf(config);
  const answer = await http.send({
    system: 'onoffice',
    lane: customer.id,
    origin,
    path,
    label: describeActions(actions),
    method: 'POST',
    headers: { 'content-type': 'application/json', ...wantsJson },
    // A signature is valid for two minutes, so each attempt has its own.
    body: () => requestBody(actions, identifiers, credentials, now()),
    intent,
    scope,
    ...(intent === 'write' ? { kind: actions[0]?.verb ?? 'post' } : {}),
  });
  const envelope = readEnvelope(answer);
  if (envelope instanceof UpstreamError) return actions.map(() => envelope);
  answer.call.rows = countRecords(envelope);
  const { token, secret } = customer;
  return matchResults(actions, identifiers, envelope, claim === null ? [token, secret] : [token, secret, claim]);
}

/** The manual does not say which HTTP status goes with a refusal, so an answer in the vendor's form counts whatever its status. */
function readEnvelope(answer: HttpAnswer): ResponseWire | UpstreamError {
  const { status, retryAfter } = answer;
  try {
    const body = answer.json();
    if (isEnvelope(body)) return body;
  } catch {
    // Not JSON: the status alone says what happened.
  }
  if (status === 429) return new UpstreamError('onoffice', 'rateLimited', { status, retryAfter });
  if (status >= 500) return new UpstreamError('onoffice', 'unavailable', { status, retryAfter });
  return new UpstreamError('onoffice', 'malformed', { status });
}

function isEnvelope(body: unknown): body is ResponseWire {
  if (typeof body !== 'object' || body === null) return false;
  const { status, response } = body as ResponseWire;
  return saysWhether(status) || Array.isArray(response?.results);
}

/** A refusal by the vendor's code is certain; an answer that says nothing of the action leaves open whether it was done. */
function outcomeOfWrite(error: UpstreamError | undefined): UpstreamError {
  const refused = error?.type !== undefined || error?.kind === 'rateLimited';
  if (error && refused) return error;
  return new UpstreamError('onoffice', 'unknownOutcome', { status: error?.status, cause: error });
}

function countRecords(envelope: ResponseWire): number {
  const results: unknown = envelope.response?.results;
  if (!Array.isArray(results)) return 0;
  return results.reduce((sum: number, result: ResultWire | null) => {
    const data = result?.data;
    return sum + (data && !Array.isArray(data) ? (data.records?.length ?? 0) : 0);
  }, 0);
}
