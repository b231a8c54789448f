import type { Clock } from '../clock.ts';
import type { OnOfficeOptions } from './options.ts';
import type { PhpValue } from './php-json.ts';
import type { OnOfficeWorld } from './store.ts';

/** One action after its signature was checked. */
export interface SimulatedAction {
  /** Id of the customer whose token came with the request. */
  readonly customer: string;
  readonly resourceId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly world: OnOfficeWorld;
  readonly options: OnOfficeOptions;
  readonly clock: Clock;
}

export interface ActionOutcome {
  records: OutcomeRecord[];
  /** `cntabsolute`. */
  total: number | null;
  cacheable: boolean;
}

export interface OutcomeRecord {
  id: number | string;
  type: string | null;
  elements: PhpValue;
}

export type ActionHandler = (action: SimulatedAction) => ActionOutcome;

/** Handlers by `verb resource`: `read estate`, `get idsfromrelation`. */
export type ActionRoutes = Readonly<Record<string, ActionHandler>>;

/** The answer of most writes: record 0 that says success. */
export function success(type: string): ActionOutcome {
  return { records: [{ id: 0, type, elements: { success: 'success' } }], total: null, cacheable: false };
}
