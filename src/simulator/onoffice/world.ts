import { estateFieldRecords } from '../../entities/estate/estate.fields.simulated.ts';
import { estateListRoutes } from '../../entities/estate/estate.lists.simulated.ts';
import { pictureRoutes } from '../../entities/estate/estate.pictures.simulated.ts';
import { seedEstates } from '../../entities/estate/estate.seed.simulated.ts';
import { estateRoutes } from '../../entities/estate/estate.simulated.ts';
import { addressFieldRecords } from '../../entities/onoffice-address/onoffice-address.fields.simulated.ts';
import { agentIds, ownerIds, seedAddresses } from '../../entities/onoffice-address/onoffice-address.seed.simulated.ts';
import { addressRoutes } from '../../entities/onoffice-address/onoffice-address.simulated.ts';
import { createRandom } from '../random.ts';
import { accountRoutes } from './accounts.ts';
import type { ActionRoutes } from './action.ts';
import { fieldRoutes } from './fields.ts';
import { relationRoutes } from './relations.ts';
import type { EstateRecord, OnOfficeWorld, RelationRecord } from './store.ts';

/** Everything that the simulated installation can do, by verb and resource. */
export const routes: ActionRoutes = {
  ...accountRoutes,
  ...addressRoutes,
  ...estateListRoutes,
  ...estateRoutes,
  ...fieldRoutes,
  ...pictureRoutes,
  ...relationRoutes,
};

/** The tables of one customer as they are at the start. `now` is the clock's start: all dates are relative to it. */
export function seedWorld(customer: { id: string; seed: number }, now: number): OnOfficeWorld {
  const context = { random: createRandom(customer.seed), brand: customer.id, now };
  const estates = seedEstates(context);
  return {
    mainLanguage: 'DEU',
    fields: { estate: estateFieldRecords(), address: addressFieldRecords() },
    moduleLabels: {
      estate: { DEU: 'Immobilien', ENG: 'Properties' },
      address: { DEU: 'Adressen', ENG: 'Addresses' },
    },
    estates,
    addresses: seedAddresses(context.random, customer.id, now),
    relations: seedRelations([...estates.values()]),
    users: [
      { id: 19, username: 'lweber', firstname: 'Lena', lastname: 'Weber', email: 'lena.weber@example.com' },
      { id: 21, username: 'jmuster', firstname: 'Jonas', lastname: 'Muster', email: 'jonas.muster@example.com' },
      { id: 23, username: 'mkrause', firstname: 'Max', lastname: 'Krause', email: 'max.krause@example.com' },
    ],
    filters: [
      savedFilter(12, 'public', 'Aktive Objekte', { status: [{ op: '=', val: 1 }] }),
      { ...savedFilter(87, 'office', 'Büro Aachen', { ort: [{ op: '=', val: 'Aachen' }] }), groupId: 176 },
    ],
    restrictions: { unreadableModules: new Set(), unreadableEstates: new Set(), readOnlyModules: new Set() },
  };
}

function savedFilter(
  id: number,
  scope: 'public' | 'office',
  name: string,
  filter: OnOfficeWorld['filters'][number]['filter'],
): OnOfficeWorld['filters'][number] {
  return { id, scope, name, module: 'estate', userId: null, groupId: null, filter };
}

/** Nine of ten properties have an owner, every eighth two; two of three have contact persons. */
function seedRelations(estates: readonly EstateRecord[]): RelationRecord[] {
  return estates.flatMap(({ id }, index) => {
    const owners = index % 10 === 9 ? [] : [pick(ownerIds, index * 5)];
    if (index % 8 === 0) owners.push(pick(ownerIds, index * 5 + 7));
    const agents = index % 3 === 1 ? [] : [pick(agentIds, index), pick(agentIds, index + 2)];
    const interested = index % 4 === 0 ? [pick(ownerIds, index * 3 + 11)] : [];
    const link = (type: string) => (child: number) => ({ type, parent: id, child });
    return [
      ...owners.map(link('estate:address:owner')),
      ...agents.map(link('estate:address:contactPerson')),
      ...interested.map(link('estate:address:interested')),
    ];
  });
}

function pick(ids: readonly number[], index: number): number {
  return ids[index % ids.length] ?? 1;
}
