import { createRandom } from './random.ts';

/** What goes wrong with an answer. */
export type Fault =
  /** Another answer in place of the right one. */
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** The right answer, late. */
  | { kind: 'delay'; milliseconds: number }
  /** No answer, the connection stays open. */
  | { kind: 'hang' }
  /** The connection is reset before a header is sent; what was asked is done, unless `undone` says that it is not. */
  | { kind: 'reset'; undone?: boolean }
  /** The connection is reset in the middle of the body. */
  | { kind: 'resetInBody' }
  /** The body ends in the middle, as if it were whole. */
  | { kind: 'truncated' }
  /** The body comes a few bytes at a time and never stops before `milliseconds` are over. */
  | { kind: 'drip'; milliseconds: number }
  /** One byte at a time, every so often, without end. */
  | { kind: 'trickle'; everyMs: number }
  /** The right body behind this many bytes of white space, written as fast as they are taken. */
  | { kind: 'oversized'; bytes: number }
  /** A page for people, with this status (200). */
  | { kind: 'html'; status?: number }
  /** The right answer under a length that is more than its own. */
  | { kind: 'wrongLength' }
  /** Something else than JSON: XML, or nothing at all. */
  | { kind: 'plain'; body: string; contentType?: string }
  /** JSON of another shape. */
  | { kind: 'wrongShape'; body: unknown }
  /** 304, whether or not it was asked for. */
  | { kind: 'notModified' }
  /** A redirect elsewhere. */
  | { kind: 'redirect'; location: string; status?: number };

/** True where the right answer is never worked out: what was asked for is not done either. */
export function replacesAnswer(fault: Fault | null): boolean {
  if (fault === null) return false;
  if (fault.kind === 'reset') return fault.undone === true;
  return ['status', 'html', 'plain', 'wrongShape', 'notModified', 'redirect'].includes(fault.kind);
}

/** Which requests a fault strikes. All that is absent matches everything. */
export interface FaultRule {
  method?: string;
  /** A regular expression (or its source) on the path as the journal shows it, any case. */
  path?: RegExp | string;
  tenant?: string;
  /** Matching requests that pass before the first is struck. */
  skip?: number;
  /** Requests struck; absent: all. */
  times?: number;
  /** Share of the matching requests that are struck: 0 to 1; repeatable from run to run. */
  probability?: number;
  fault: Fault;
}

/** Kinds of faults, each with what it cannot do without. */
export type FaultKinds = Readonly<Record<string, Readonly<Record<string, 'number' | 'string'>>>>;

const connectionKinds: FaultKinds = {
  status: { status: 'number' },
  delay: { milliseconds: 'number' },
  hang: {},
  reset: {},
  resetInBody: {},
  truncated: {},
  drip: { milliseconds: 'number' },
  trickle: { everyMs: 'number' },
  oversized: { bytes: 'number' },
  html: {},
  wrongLength: {},
  plain: { body: 'string' },
  wrongShape: {},
  notModified: {},
  redirect: { location: 'string' },
} satisfies Record<Fault['kind'], FaultKinds[string]>;
const ruleMembers = ['method', 'path', 'tenant', 'skip', 'times', 'probability', 'fault'];
const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
/** What a member of a rule must be where it is given. */
const ruleValues: [keyof FaultRule, string, (value: unknown) => boolean][] = [
  ['method', 'a text', (value) => typeof value === 'string'],
  ['path', 'a text', (value) => typeof value === 'string'],
  ['tenant', 'a text', (value) => typeof value === 'string'],
  ['skip', 'a count', isCount],
  ['times', 'a count of at least 1', (value) => isCount(value) && value !== 0],
  ['probability', 'above 0 and at most 1', (value) => typeof value === 'number' && value > 0 && value <= 1],
];

/** A rule as it comes from outside; one that would strike nothing, or break the simulator itself, is an error. */
export function readFaultRule(given: unknown, kinds: FaultKinds): FaultRule {
  const rule = (typeof given === 'object' && given !== null ? given : {}) as FaultRule;
  const stranger = Object.keys(rule).find((name) => !ruleMembers.includes(name));
  if (stranger !== undefined) throw new RangeError(`a rule has no '${stranger}': ${ruleMembers.join(', ')}`);
  for (const [name, form, fits] of ruleValues) {
    if (rule[name] !== undefined && !fits(rule[name])) throw new RangeError(`'${name}' of a rule is ${form}`);
  }
  const fault: Partial<Record<string, unknown>> = { ...rule.fault };
  const { kind = '', status } = fault;
  const needed = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  if (needed === undefined) throw new RangeError(`a rule needs a fault with a kind: ${Object.keys(kinds).join(', ')}`);
  for (const [name, type] of Object.entries(needed)) {
    const isThere = typeof fault[name] === type;
    if (!isThere) throw new RangeError(`a fault of the kind '${kind}' needs a ${type} '${name}'`);
  }
  const isStatus = typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599;
  if (status !== undefined && !isStatus) throw new RangeError(`there is no answer with the status ${status}`);
  return rule;
}

/** The faults that are laid out. */
export interface Faults {
  /** Adds a rule; the function that comes back takes it away. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** What can be laid out. */
  readonly kinds: FaultKinds;
  /** Rules that may still strike. */
  readonly rules: readonly FaultRule[];
  /** The fault for this request, if one is due; counts as played. */
  take(method: string, path: string, tenant: string): Fault | null;
}

interface LaidRule {
  rule: FaultRule;
  path: RegExp | null;
  skip: number;
  left: number;
}

export function createFaults(): Faults {
  let laid: LaidRule[] = [];
  const random = createRandom(1);
  return {
    add: (rule) => {
      const entry: LaidRule = {
        rule,
        path: rule.path === undefined ? null : new RegExp(rule.path, 'i'),
        skip: rule.skip ?? 0,
        left: rule.times ?? Number.POSITIVE_INFINITY,
      };
      laid.push(entry);
      return () => {
        laid = laid.filter((one) => one !== entry);
      };
    },
    clear: () => {
      laid = [];
    },
    kinds: connectionKinds,
    get rules() {
      return laid.filter((entry) => entry.left > 0).map((entry) => entry.rule);
    },
    take: (method, path, tenant) => {
      for (const entry of laid) {
        if (entry.left <= 0 || !strikes(entry, method, path, tenant)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        if (entry.rule.probability !== undefined && !random.chance(entry.rule.probability)) continue;
        entry.left -= 1;
        return entry.rule.fault;
      }
      return null;
    },
  };
}

function strikes({ rule, path }: LaidRule, method: string, requestPath: string, tenant: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  if (rule.tenant !== undefined && rule.tenant.toLowerCase() !== tenant.toLowerCase()) return false;
  return path === null || path.test(requestPath);
}
