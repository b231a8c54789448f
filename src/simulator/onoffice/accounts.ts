import type { ActionOutcome, ActionRoutes, SimulatedAction } from './action.ts';
import { success } from './action.ts';
import { refuse } from './refusal.ts';

/** What belongs to the customer's installation and to no record: users, saved filters, activation. */
export const accountRoutes: ActionRoutes = {
  'get users': readUsers,
  'get filters': readFilters,
  'do unlockProvider': unlockProvider,
};

function readUsers({ world }: SimulatedAction): ActionOutcome {
  const records = world.users.map((user) => ({ id: user.id, type: null, elements: { ...user, meetingurl: '' } }));
  return { records, total: null, cacheable: true };
}

function readFilters({ world, parameters }: SimulatedAction): ActionOutcome {
  if (parameters.module !== 'estate' && parameters.module !== 'address') throw refuse(255, 'module');
  const records = world.filters
    .filter(({ module }) => module === parameters.module)
    .map(({ id, scope, name, userId, groupId }) => ({
      id,
      type: 'filter',
      elements: { scope, name, userId, groupId },
    }));
  return { records, total: records.length, cacheable: true };
}

/** Activates the provider for this customer; afterwards every other call is allowed. */
function unlockProvider({ options, customer, parameters }: SimulatedAction): ActionOutcome {
  if (!parameters.parameterCacheId) throw refuse(167, 'parameterCacheId');
  options.marketplace.unlocking = options.marketplace.unlocking.filter((id) => id !== customer);
  return success('');
}
