import type { ActionOutcome, ActionRoutes, SimulatedAction } from './action.ts';
import { success } from './action.ts';
import { idList } from './parameters.ts';
import type { PhpValue } from './php-json.ts';
import { refuse } from './refusal.ts';
import type { OnOfficeWorld, RelationRecord } from './store.ts';

/** Links between records: read by either side, made and removed. */
export const relationRoutes: ActionRoutes = {
  'get idsfromrelation': readRelated,
  'create relation': createRelation,
  'delete relation': deleteRelation,
};

const prefix = 'urn:onoffice-de-ns:smart:2.5:relationTypes:';

/** The types that this installation links by, each with its parent's and its child's module. */
const types = new Set([
  'estate:address:owner',
  'estate:address:buyer',
  'estate:address:renter',
  'estate:address:tenant',
  'estate:address:interested',
  'estate:address:contactPerson',
  'estate:address:contactPersonAll',
  'estate:estateUnit',
  'estate:user:officer',
  'address:estate:offer',
  'address:estate:contacted',
  'address:contact:address',
]);
const aliases = new Map([['complex:estate:units', 'estate:estateUnit']]);

/** The type's own name; refuses (132) what is unknown or has a mistyped namespace. */
function relationType(parameters: SimulatedAction['parameters']): string {
  const urn = String(parameters.relationtype ?? '');
  const name = urn.startsWith(prefix) ? urn.slice(prefix.length) : '';
  const type = aliases.get(name) ?? name;
  if (!types.has(type)) throw refuse(132);
  return type;
}

/** All contact persons are those for brokers and the rest. */
function covers(asked: string, stored: string): boolean {
  return asked === stored || (asked === 'estate:address:contactPersonAll' && stored === 'estate:address:contactPerson');
}

function readRelated({ world, parameters }: SimulatedAction): ActionOutcome {
  const type = relationType(parameters);
  const { parentids, childids } = parameters;
  if ((parentids === undefined) === (childids === undefined)) throw refuse(255, 'parentids');
  const near = childids === undefined ? 'parent' : 'child';
  const far = near === 'parent' ? 'child' : 'parent';
  const related = world.relations.filter((relation) => covers(type, relation.type));
  const elements = new Map<string, PhpValue>();
  for (const id of idList(parentids ?? childids)) {
    const others = related.filter((relation) => relation[near] === id).map((relation) => String(relation[far]));
    elements.set(String(id), [...new Set(others)]);
  }
  return { records: [{ id: 'relatedIds', type: '', elements }], total: null, cacheable: true };
}

function createRelation({ world, options, parameters }: SimulatedAction): ActionOutcome {
  const type = relationType(parameters);
  const parents = idList(parameters.parentid);
  const children = idList(parameters.childid);
  if (parents.length > 1 && children.length > 1) throw refuse(219);
  const links = parents.flatMap((parent) => children.map((child): RelationRecord => ({ type, parent, child })));
  for (const link of links) requireBothSides(world, link);
  const added = links.filter((link) => !world.relations.some((relation) => same(relation, link)));
  if (added.length < links.length && options.existingRelation === 'refused') throw refuse(132);
  world.relations.push(...added);
  return success('');
}

function requireBothSides(world: OnOfficeWorld, { type, parent, child }: RelationRecord): void {
  const [parentModule, childModule] = type === 'estate:estateUnit' ? ['estate', 'estate'] : type.split(':');
  const missing = [
    { module: parentModule, id: parent },
    { module: childModule, id: child },
  ].find(({ module, id }) => !exists(world, module, id));
  if (missing) throw refuse(235, String(missing.id));
}

function exists(world: OnOfficeWorld, module: string | undefined, id: number): boolean {
  if (module === 'estate') return world.estates.has(id);
  if (module === 'user') return world.users.some((user) => user.id === id);
  return world.addresses.has(id);
}

function deleteRelation({ world, parameters }: SimulatedAction): ActionOutcome {
  const type = relationType(parameters);
  const parent = oneId(parameters, 'parentid');
  const child = oneId(parameters, 'childid');
  const kept = world.relations.filter(
    (relation) => !(covers(type, relation.type) && relation.parent === parent && relation.child === child),
  );
  if (kept.length === world.relations.length) throw refuse(132);
  world.relations = kept;
  return success('');
}

/** Links are removed one at a time. */
function oneId(parameters: SimulatedAction['parameters'], name: string): number {
  if (Array.isArray(parameters[name])) throw refuse(187, name);
  const [id = 0] = idList(parameters[name]);
  return id;
}

function same(one: RelationRecord, other: RelationRecord): boolean {
  return one.type === other.type && one.parent === other.parent && one.child === other.child;
}
