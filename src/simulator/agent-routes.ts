import { associateCarrier } from '../entities/associate/associate.simulated.ts';
import { argumentError, invalidRequest, ok } from './answers.ts';
import { runArchiveAgent } from './archive/agents.ts';
import { readableCarrier } from './carriers.ts';
import type { KeyedRecord, SimulatedEntity } from './entity.ts';
import { entityCarrier, maySeeRow } from './entity-routes.ts';
import { runMdoAgent } from './list-routes.ts';
import { createRandom } from './random.ts';
import type { SimulatedAnswer, SimulatedCaller, SimulatedRequest } from './request.ts';
import type { Route } from './router.ts';
import { selectMembers } from './selection.ts';
import { readJson } from './superoffice/write-body.ts';
import { orRefusal } from './superoffice/write-refusal.ts';
import { runValidateAgent } from './superoffice/write-routes.ts';
import { nestedCarriers, simulatedEntities } from './world.ts';

/** The agents (5): `Get{X}List`, `Get{X}Entity`, archives and MDO lists. A GET describes a call and never runs it. */
export function agentRoutes(): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/Agents/{agent}/{method}',
      description: 'Describes a call',
      handle: (_request, { agent, method }) =>
        ok({ Agent: agent, Method: method, Description: `Runs ${agent}.${method} when it is posted to.` }, 0),
    },
    {
      method: 'POST',
      pattern: '/Agents/{agent}/{method}',
      description: 'Runs a call',
      handle: (request, { agent = '', method = '' }) => orRefusal(() => runAgent(agent, method, request)),
    },
  ];
}

function runAgent(agent: string, method: string, request: SimulatedRequest): SimulatedAnswer {
  const { caller } = request;
  const unknown = argumentError(404, `There is no method ${agent}.${method}`);
  const entity = simulatedEntities.find((one) => one.name.toLowerCase() === agent.toLowerCase());
  if (entity !== undefined) return runEntityAgent(entity, method, request) ?? unknown;
  const body = readJson(request) ?? {};
  if (agent.toLowerCase() === 'archive') return runArchiveAgent(method, body, caller) ?? unknown;
  if (agent.toLowerCase() === 'mdo') return runMdoAgent(method, foldNames(body), caller) ?? unknown;
  if (agent.toLowerCase() === 'associate' && method.toLowerCase() === 'getassociatelist') {
    return listAnswer(request, 'AssociateId', (id) => associateCarrier(id, caller, false));
  }
  return unknown;
}

function runEntityAgent(
  entity: SimulatedEntity,
  method: string,
  request: SimulatedRequest,
): SimulatedAnswer | undefined {
  const name = method.toLowerCase();
  const { caller } = request;
  const find = (id: number): KeyedRecord | undefined => {
    const row = entity.table(caller.world).get(id);
    const isGone = row?.deletedAt != null && !caller.options.deletedFoundById;
    return row === undefined || isGone || !maySeeRow(entity, row, caller) ? undefined : row;
  };
  if (name === `get${entity.name.toLowerCase()}list`) {
    const nested = nestedCarriers(caller);
    return listAnswer(request, entity.key, (id) => {
      const row = find(id);
      return row === undefined ? null : readableCarrier(entity.kind, entity.simple(row, caller, nested), caller);
    });
  }
  if (name === `get${entity.name.toLowerCase()}entity`) return entityAnswer(entity, find, request);
  return runValidateAgent(entity, method, request);
}

/** One entity by the id in the query; what is not found is 200 with null (9.1). */
function entityAnswer(
  entity: SimulatedEntity,
  find: (id: number) => KeyedRecord | undefined,
  { query, caller }: SimulatedRequest,
): SimulatedAnswer {
  const parameter = `${entity.name.toLowerCase()}EntityId`;
  const text = query.get(parameter);
  if (text === undefined) {
    return invalidRequest(200, `The parameters dictionary contains a null entry for parameter '${parameter}'.`);
  }
  if (!/^-?\d+$/.test(text)) return argumentError(400, `The value '${text}' is not valid for ${parameter}.`);
  const row = find(Number(text));
  if (row === undefined) return ok(null);
  const carrier = entityCarrier(entity, row, caller);
  return ok(selectMembers(carrier, query.get('$select'), entity.key, caller.options.select), 1);
}

/** The carriers of a bare array of ids; order, duplicates and missing ids are as the options say. */
function listAnswer(request: SimulatedRequest, key: string, carrierOf: (id: number) => object | null): SimulatedAnswer {
  const { caller, query } = request;
  const { agents, select } = caller.options;
  const given = readJson(request);
  if (!Array.isArray(given) || !given.every((id) => Number.isInteger(id))) {
    return invalidRequest(400, 'The body is not an array of whole numbers.');
  }
  if (agents.maximumIds !== null && given.length > agents.maximumIds) {
    return argumentError(500, `More than ${agents.maximumIds} ids were given.`);
  }
  const ids = ordered(agents.repeatsDuplicates ? given : [...new Set<number>(given)], caller);
  const carriers = ids.map((id) => {
    const carrier = carrierOf(id);
    if (carrier === null) return agents.missing === 'empty' ? { [key]: 0 } : null;
    return selectMembers(carrier, query.get('$select'), key, select);
  });
  return ok(agents.missing === 'omit' ? carriers.filter((carrier) => carrier !== null) : carriers);
}

/** Shuffled the same way for the same ids, so that an answer can be repeated and yet not relied on. */
function ordered(ids: readonly number[], caller: SimulatedCaller): readonly number[] {
  const { order } = caller.options.agents;
  if (order === 'request') return ids;
  const sorted = [...ids].sort((one, other) => one - other);
  if (order === 'key') return sorted;
  const seed = ids.reduce((sum, id) => (sum * 31 + id) >>> 0, ids.length);
  return createRandom(seed).shuffle(sorted);
}

/** The server binds the members of a body without regard to case (2.1). */
function foldNames(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
}
