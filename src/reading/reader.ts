import DataLoader from 'dataloader';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
} from 'graphql';
import { madeOnce } from '../upstream/made-once.ts';
import { type Budget, checkBudget, checkPayload } from './budget.ts';
import type { Connection } from './connections.ts';
import type { CostExtensions } from './cost.ts';
import { canCount } from './count.ts';
import { foreseeLayouts, settleCustom } from './custom.ts';
import { Loading } from './loading.ts';
import { type PageQuery, type PageRead, readPage } from './page.ts';
import { type Placement, Planner } from './plan.ts';
import { CrmRecord } from './record.ts';
import { eachOnce } from './rows.ts';
import type { ReadScope } from './scope.ts';
import { documentOf, type Selected } from './selection.ts';
import { isNarrowed } from './several.ts';
import { argumentsOf, needsColumns, type Shape } from './shape.ts';
import type { EntitySource, Wire } from './sources.ts';
import { resolving } from './wanted.ts';

const ROWS_AT_A_TIME = 1_000;
/** Cursors that no client sees. */
const unbound = { parent: '', bind: () => '' };

/** Reads records for the fields of one operation. What it promises: no column, row or request more than the selection needs. */
export class Reader {
  readonly scope: ReadScope;
  private readonly context: unknown;
  private readonly budget: Budget;
  private loading: Loading | null = null;
  private planner: Planner | null = null;
  /** Plans that hold for this operation alone. */
  private planned: KeptPlans | null = null;
  private loaders: Map<Shape, DataLoader<number, CrmRecord | null>> | null = null;
  private lateWork: Late | null = null;

  constructor(scope: ReadScope, context: unknown, budget: Budget) {
    this.scope = scope;
    this.context = context;
    this.budget = budget;
  }

  /** One record; null when it does not exist or is not visible. Its entity alone answers where one field needs it. */
  one(entity: EntitySource, key: number, info: GraphQLResolveInfo): Promise<CrmRecord | null> {
    const shape = this.shape(entity, info, 'key');
    const admitted = this.admit(info, shape, 1, 'key');
    return admitted.then(() => this.loads(info).byKeys(shape, [key])).then(only);
  }

  /** Records in the order of their keys; null, or the error, for each that could not be read. */
  async many(
    entity: EntitySource,
    keys: readonly number[],
    info: GraphQLResolveInfo,
  ): Promise<(CrmRecord | null | Error)[]> {
    // Representations may name one record many times: it is read once.
    const count = eachOnce(keys).length;
    const placement = count === 1 ? 'key' : 'rows';
    const shape = this.shape(entity, info, placement);
    await this.admit(info, shape, count, placement);
    return this.loads(info).byKeys(shape, keys);
  }

  /** A record that another one points to by a key that no plan foresaw; all of one tick are read together. */
  linked(entity: EntitySource, key: number, info: GraphQLResolveInfo): Promise<CrmRecord | null> {
    const shape = this.shape(entity, info, 'rows');
    this.loaders ??= new Map();
    const read = async (keys: readonly number[]) => {
      await this.customKnown(shape);
      return this.loads(info).byKeys(shape, keys);
    };
    return madeOnce(this.loaders, shape, () => new DataLoader(read, { maxBatchSize: 10_000 })).load(key);
  }

  /** A page of a list. */
  async page(entity: EntitySource, query: PageQuery, info: GraphQLResolveInfo): Promise<Connection> {
    const shape = this.connectionShape(entity, info);
    const parts = this.remember(info, 'parts', () =>
      this.plan(info).selections.partsOf(fieldOf(info), resolving(info)),
    );
    const counting = parts.total && canCount(query.filter) ? 1 : 0;
    const beside = counting + (isNarrowed(shape, query.filter) ? 1 : 0);
    if (parts.rows) await this.admit(info, shape, query.count, 'rows', beside);
    else if (counting) await this.admit(info, null, query.count, 'rows');
    return this.loads(info).page(shape, query, parts);
  }

  /** A page of an archive's rows as they are. `learn` makes the page, with at most `beside` requests of its own. */
  async rows(
    { info, count, beside }: { info: GraphQLResolveInfo; count: number; beside: number },
    learn: () => Promise<{ shape: Shape; query: PageQuery }>,
  ): Promise<PageRead> {
    const planned = { shape: null, count, placement: 'rows', field: info.fieldName, variables: {}, beside } as const;
    await checkBudget(this.budget, planned);
    const { shape, query } = await learn();
    return readPage(this.scope, shape, query);
  }

  /** Every record that fulfils a condition of the upstream's, by key. */
  async all(entity: EntitySource, condition: string | null, info: GraphQLResolveInfo): Promise<CrmRecord[]> {
    const shape = this.shape(entity, info, 'rows');
    await this.admit(info, shape, 1, 'rows');
    const filter = { text: condition, check: null, columns: [], isEmpty: false };
    const order = [{ column: entity.key.column, descending: false, seek: 'none' as const }];
    const found: CrmRecord[] = [];
    let cursor: string | null = null;
    do {
      const query: PageQuery = { count: ROWS_AT_A_TIME, backward: false, cursor, filter, order, ...unbound };
      const { page, records }: Connection = await this.loads(info).page(shape, query, { rows: true, total: false });
      found.push(...records);
      cursor = page.hasNextPage && page.rows.length > 0 ? page.cursorAt(page.rows.length - 1) : null;
    } while (cursor !== null);
    return found;
  }

  /** A record of which a simple carrier is at hand; the rest of what the field selects is loaded. */
  async carried(entity: EntitySource, key: number, carrier: Wire, info: GraphQLResolveInfo): Promise<CrmRecord> {
    const record = new CrmRecord(this.shape(entity, info, 'carrier'), key);
    record.room.simple = carrier;
    record.room.dates = this.scope.entityDates;
    await this.customKnown(record.shape);
    await this.loads(info).fill(record.shape, [record]);
    return record;
  }

  /** Members of the entity that a field of a payload selects, for a write to ask back (`$select`). Raises where it selects too much. */
  membersOf(entity: EntitySource, info: GraphQLResolveInfo, name: string): readonly string[] {
    const asked = this.remember(info, `${entity.type} members of ${name}`, () => {
      const payload = getNamedType(info.returnType) as GraphQLObjectType;
      const groups = this.plan(info).selections.nodesOfField(payload, info.fieldNodes, name);
      const shapes = groups.map((nodes) => this.plan(info).record(entity, { nodes, all: nodes }, 'written'));
      const members = shapes.flatMap((shape) => [...(shape.members ?? [])]);
      return { shapes, members: [...new Set([entity.key.member, ...members])] };
    });
    checkPayload(this.budget, asked.shapes, info);
    return asked.members;
  }

  /** A record whose entity came back from a write (null: it did not); what the field selects beyond it is read. */
  async written(
    entity: EntitySource,
    key: number,
    wire: Wire | null,
    info: GraphQLResolveInfo,
  ): Promise<CrmRecord | null> {
    const shape = this.shape(entity, info, 'written');
    await this.customKnown(shape);
    return this.loads(info).written(shape, key, wire);
  }

  /** Loads a field that the record's plan left out, such as one under `@defer`; those of one tick go together. */
  late(record: CrmRecord, info: GraphQLResolveInfo): Promise<unknown> {
    this.lateWork ??= this.nextLate(info);
    const { fields, done } = this.lateWork;
    const wanted: Selected = fields.get(record) ?? new Map();
    const key = info.path.key as string;
    // Several deferred fragments may ask for the same field, each for a part of it.
    wanted.set(key, [...new Set([...(wanted.get(key) ?? []), ...info.fieldNodes])]);
    fields.set(record, wanted);
    return done.then((late) => only([late.get(record) ?? null])?.read(key));
  }

  /** After a write: nothing that was read before it is used again. */
  forget(): void {
    this.loading?.batches.clear();
    this.loaders = null;
  }

  private nextLate(info: GraphQLResolveInfo): Late {
    const fields = new Map<CrmRecord, Selected>();
    const done = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.lateWork = null;
      return this.readLate(fields, info);
    });
    return { fields, done };
  }

  private async readLate(
    fields: ReadonlyMap<CrmRecord, Selected>,
    info: GraphQLResolveInfo,
  ): Promise<Map<CrmRecord, CrmRecord | Error>> {
    const groups = new Map<string, LateGroup>();
    for (const [record, selected] of fields) {
      const { entity } = record.shape;
      const name = `${entity.type} ${[...selected.values()].flat().map(({ loc }) => loc?.start ?? 0)}`;
      const group = groups.get(name) ?? { entity, selected, records: [] };
      group.records.push(record);
      groups.set(name, group);
    }
    const late = new Map<CrmRecord, CrmRecord | Error>();
    const readAs = async (placement: Placement, { entity, selected, records }: LateGroup) => {
      const shape = this.plan(info).late(entity, selected, placement);
      const keys = records.map(({ key }) => key as number);
      const outcomes = await this.again(shape, keys, info);
      // One that has gone since shows what every field shows of what cannot be read.
      for (const [at, record] of records.entries()) late.set(record, outcomes[at] ?? new CrmRecord(shape, null));
      // A deleted company stands in rows that are joined with it, and in none of its own.
      const isLast = shape.entityFirst || placement === 'written';
      const hidden = isLast ? [] : records.filter((_, at) => outcomes[at] === null);
      if (hidden.length > 0) await readAs('written', { entity, selected, records: hidden });
    };
    const keyed = [...groups.values()].map((group) => ({ ...group, records: group.records.filter(({ key }) => key) }));
    await Promise.all(keyed.map((group) => readAs(isOne(group) ? 'key' : 'rows', group)));
    return late;
  }

  /** Records that are there: where nothing is wanted of their rows, these are not asked for. */
  private async again(shape: Shape, keys: readonly number[], info: GraphQLResolveInfo) {
    await this.customKnown(shape);
    if (needsColumns(shape) || shape.entityFirst) return this.loads(info).byKeys(shape, keys, true);
    const records = keys.map((key) => new CrmRecord(shape, key));
    await this.loads(info).fill(shape, records);
    return records;
  }

  private admit(
    info: GraphQLResolveInfo,
    shape: Shape | null,
    count: number,
    placement: 'key' | 'rows',
    beside = 0,
  ): Promise<unknown> {
    const { fieldName: field, variableValues: variables, parentType } = info;
    const isPage = (parentType.getFields()[field]?.extensions as CostExtensions | undefined)?.page === true;
    const all = beside + (shape ? foreseeLayouts(shape, this.scope.layouts) : 0);
    const verdict = checkBudget(this.budget, { shape, count, placement, field, variables, isPage, beside: all });
    return shape && this.planner?.readsArguments ? verdict.then(() => this.customKnown(shape)) : verdict;
  }

  /** Of no shape anything is read before it is known which of the custom fields that it names there are; null: it names none. */
  private customKnown(shape: Shape): Promise<void> | null {
    return this.planner?.readsArguments ? settleCustom(shape, this.scope.layouts) : null;
  }

  private shape(entity: EntitySource, info: GraphQLResolveInfo, placement: Placement): Shape {
    return this.remember(info, `${entity.type} ${placement}`, () =>
      this.plan(info).record(entity, resolving(info), placement),
    );
  }

  private connectionShape(entity: EntitySource, info: GraphQLResolveInfo): Shape {
    return this.remember(info, entity.type, () => this.plan(info).connection(entity, fieldOf(info), resolving(info)));
  }

  /** What is planned holds for this operation, or for all runs of its document that select the same, where the executor keeps it. */
  private remember<Planned>(info: GraphQLResolveInfo, name: string, make: () => Planned): Planned {
    const { fieldNodes } = info;
    const shared = (info as PlannedInfo).kept;
    const known = (shared?.get(fieldNodes) ?? this.planned?.get(fieldNodes))?.get(name);
    if (known !== undefined) return known as Planned;
    const made = make();
    this.planned ??= new Map();
    const keeper = shared && !this.planner?.readsArguments ? shared : this.planned;
    const own = keeper.get(fieldNodes) ?? new Map<string, unknown>();
    keeper.set(fieldNodes, own.set(name, made));
    return made;
  }

  private plan(info: GraphQLResolveInfo): Planner {
    this.planner ??= new Planner(documentOf(info), { agents: this.scope.agents });
    return this.planner;
  }

  private loads(info: GraphQLResolveInfo): Loading {
    this.loading ??= new Loading(this.scope, (child) =>
      child.link.query(argumentsOf(child, info.variableValues), this.context),
    );
    return this.loading;
  }
}

/** Plans by the nodes of their field, and by name. */
export type KeptPlans = Map<readonly FieldNode[], Map<string, unknown>>;

/** What an executor tells of a field, with what it keeps for all operations that select the same. */
interface PlannedInfo extends GraphQLResolveInfo {
  readonly kept?: KeptPlans;
}

/** Records of which the same was deferred. */
interface LateGroup {
  readonly entity: EntitySource;
  readonly selected: Selected;
  readonly records: CrmRecord[];
}

const isOne = ({ records }: LateGroup): boolean => eachOnce(records.map(({ key }) => key as number)).length === 1;

interface Late {
  fields: Map<CrmRecord, Selected>;
  done: Promise<Map<CrmRecord, CrmRecord | Error>>;
}

function fieldOf(info: GraphQLResolveInfo): GraphQLField<unknown, unknown> {
  const field = info.parentType.getFields()[info.fieldName];
  if (!field) throw new Error(`No field ${info.fieldName}`);
  return field;
}

function only(outcomes: readonly (CrmRecord | null | Error)[]): CrmRecord | null {
  const [outcome] = outcomes;
  if (outcome instanceof Error) throw outcome;
  return outcome ?? null;
}
