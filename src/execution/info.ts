import type { FieldNode, GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { KeptPlans } from '../reading/reader.ts';
import type { FieldPlan } from './plan.ts';
import type { Run } from './run.ts';

/** The place of a value among the items of the lists around it, the innermost first; null: in no list. */
export interface At {
  readonly above: At | null;
  readonly index: number;
}

/** What a resolver is told of its place in the query. Made for resolvers that take it; what is rarely asked is worked out then. */
export class Info implements GraphQLResolveInfo {
  private readonly plan: FieldPlan;
  private readonly run: Run;
  private readonly at: At | null;

  constructor(plan: FieldPlan, run: Run, at: At | null) {
    this.plan = plan;
    this.run = run;
    this.at = at;
  }

  get fieldName(): string {
    return this.plan.field.name;
  }

  get fieldNodes(): FieldNode[] {
    return this.plan.nodes;
  }

  get returnType(): GraphQLResolveInfo['returnType'] {
    return this.plan.field.type;
  }

  get parentType(): GraphQLResolveInfo['parentType'] {
    return this.plan.parentType;
  }

  get path(): ResponsePath {
    return linkedPath(this.plan, pathOf(this.plan, this.at));
  }

  get schema(): GraphQLResolveInfo['schema'] {
    return this.run.variant.schema;
  }

  get fragments(): GraphQLResolveInfo['fragments'] {
    return this.run.variant.fragments;
  }

  get rootValue(): unknown {
    return this.run.rootValue;
  }

  get operation(): GraphQLResolveInfo['operation'] {
    return this.run.variant.operation;
  }

  get variableValues(): GraphQLResolveInfo['variableValues'] {
    return this.run.variables;
  }

  /** What may be kept between runs that select the same fields, however their other variables differ. */
  get kept(): KeptPlans {
    return this.run.variant.kept;
  }
}

/** The place of a field, given that of an item of its value, which is in so many lists there. */
export function outside(at: At | null, lists: number): At | null {
  let place = at;
  for (let within = 0; within < lists; within += 1) place = place?.above ?? null;
  return place;
}

/** The path of a field's value as errors tell it, or that of an item of it, in so many lists. */
export function pathOf({ path }: FieldPlan, at: At | null, lists = 0): (string | number)[] {
  const steps: (string | number)[] = [];
  let place = at;
  for (let within = 0; within < lists; within += 1) {
    steps.push(place?.index ?? 0);
    place = place?.above ?? null;
  }
  for (let step = path.length - 1; step >= 0; step -= 1) {
    const named = path[step];
    if (!named) {
      steps.push(place?.index ?? 0);
      place = place?.above ?? null;
    } else steps.push(named.key);
  }
  return steps.reverse();
}

function linkedPath({ path }: FieldPlan, steps: readonly (string | number)[]): ResponsePath {
  let linked: ResponsePath | undefined;
  for (const [index, key] of steps.entries()) linked = { prev: linked, key, typename: path[index]?.typename };
  return linked as ResponsePath;
}
