import type { Clock } from '../clock.ts';
import type { ActionOutcome } from './action.ts';
import { type ActionFaultRule, meansAction } from './faults.ts';
import type { OnOfficeOptions } from './options.ts';
import { Refusal, refuse } from './refusal.ts';
import { type ReceivedAction, verify } from './signature.ts';
import type { OnOfficeWorld } from './store.ts';
import { routes } from './world.ts';

/** Whose request it is, and under which rules it is carried out. */
export interface Caller {
  customer: string;
  token: string;
  secret: string;
  world: OnOfficeWorld;
  options: OnOfficeOptions;
  clock: Clock;
  /** The server's time for signatures, which is not that of the data. */
  signingClock: Clock;
  /** The faults laid out for this request. */
  rules: readonly ActionFaultRule[];
}

const verbs = new Set(['read', 'get', 'create', 'modify', 'delete', 'do']);
const actionPrefix = 'urn:onoffice-de-ns:smart:2.5:smartml:action:';

/** `read estate`: how routes, faults and the journal name an action. */
export function nameOf({ actionid, resourcetype }: ReceivedAction): string {
  return `${actionid.replace(actionPrefix, '')} ${resourcetype}`;
}

/** One action from its signature to its records; whatever is refused costs this action alone. */
export function carryOut(action: ReceivedAction, caller: Caller): ActionOutcome | Refusal {
  try {
    verify(action, caller.token, caller.secret, caller.signingClock.now());
    checkClaim(action, caller);
    const handler = routes[nameOf(action)];
    if (!handler) throw unknownRoute(action);
    refuseOnDemand(action, caller.rules);
    const { customer, world, options, clock } = caller;
    return handler({
      ...{ customer, world, options, clock },
      resourceId: action.resourceid,
      parameters: action.parameters,
    });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** In the marketplace each action needs the claim of this customer, and before activation nothing else is allowed. */
function checkClaim(action: ReceivedAction, { customer, options }: Caller): void {
  const { required, unlocking, claims } = options.marketplace;
  if (unlocking.includes(customer) && action.resourcetype !== 'unlockProvider') throw refuse(183);
  if (!required) return;
  const given = action.parameters.extendedclaim;
  const claim = typeof given === 'string' && Object.hasOwn(claims, given) ? claims[given] : undefined;
  if (!claim) throw refuse(193);
  if (claim.customer !== customer) throw refuse(248);
  if (claim.outdated) throw refuse(201);
}

function unknownRoute({ actionid, resourcetype }: ReceivedAction): Refusal {
  const verb = actionid.startsWith(actionPrefix) ? actionid.slice(actionPrefix.length) : '';
  return verbs.has(verb) ? refuse(25, resourcetype) : refuse(23, actionid);
}

function refuseOnDemand(action: ReceivedAction, rules: readonly ActionFaultRule[]): void {
  for (const rule of rules) {
    if (rule.fault.kind !== 'refuse' || !meansAction(rule, nameOf(action))) continue;
    throw new Refusal(rule.fault.code, rule.fault.message ?? 'Refused on demand');
  }
}
