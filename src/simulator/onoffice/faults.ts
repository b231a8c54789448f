import { createFaults, type FaultKinds, type FaultRule, type Faults } from '../faults.ts';

/** What goes wrong inside an answer that else is whole. */
export type ActionFault =
  /** The actions that match are refused. */
  | { kind: 'refuse'; code: number; message?: string }
  /** The last result is not there. */
  | { kind: 'missingResult' }
  /** Results come in the opposite order. */
  | { kind: 'reordered' };

/** Scope as of any other rule; the path is that of the journal (`read estate, get fields`), the tenant is the customer. */
export type ActionFaultRule = Omit<FaultRule, 'fault' | 'probability'> & { fault: ActionFault };

/** Faults of the connection, as of any simulator, and those that only an answer of several results can have. */
export interface OnOfficeFaults extends Faults {
  add(rule: FaultRule | ActionFaultRule): () => void;
  /** Rules for single actions that may still strike. */
  readonly actionRules: readonly ActionFaultRule[];
  /** The rules that strike a request with these actions; each counts as played. */
  takeForActions(names: readonly string[], customer: string): ActionFaultRule[];
}

interface LaidRule {
  rule: ActionFaultRule;
  skip: number;
  left: number;
}

const actionKinds: FaultKinds = {
  refuse: { code: 'number' },
  missingResult: {},
  reordered: {},
} satisfies Record<ActionFault['kind'], FaultKinds[string]>;

function isActionRule(rule: FaultRule | ActionFaultRule): rule is ActionFaultRule {
  return Object.hasOwn(actionKinds, rule.fault.kind);
}

/** Whether a rule means this action; one without a path means all. */
export function meansAction({ path }: ActionFaultRule, name: string): boolean {
  return path === undefined || new RegExp(path, 'i').test(name);
}

export function createOnOfficeFaults(): OnOfficeFaults {
  const transport = createFaults();
  let laid: LaidRule[] = [];
  return {
    add(rule) {
      if (!isActionRule(rule)) return transport.add(rule);
      const entry = { rule, skip: rule.skip ?? 0, left: rule.times ?? Number.POSITIVE_INFINITY };
      laid.push(entry);
      return () => {
        laid = laid.filter((one) => one !== entry);
      };
    },
    clear() {
      transport.clear();
      laid = [];
    },
    kinds: { ...transport.kinds, ...actionKinds },
    get rules() {
      return transport.rules;
    },
    get actionRules() {
      return laid.filter(({ left }) => left > 0).map(({ rule }) => rule);
    },
    take: transport.take,
    takeForActions(names, customer) {
      const due = laid.filter(({ rule, left }) => left > 0 && matches(rule, names, customer));
      return due.filter(isDue).map(({ rule }) => rule);
    },
  };
}

function matches(rule: ActionFaultRule, names: readonly string[], customer: string): boolean {
  return (rule.tenant === undefined || rule.tenant === customer) && names.some((name) => meansAction(rule, name));
}

function isDue(entry: LaidRule): boolean {
  if (entry.skip > 0) {
    entry.skip -= 1;
    return false;
  }
  entry.left -= 1;
  return true;
}
