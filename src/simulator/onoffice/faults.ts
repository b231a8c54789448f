/** What goes wrong, at the whole request or at single actions. */
export type OnOfficeFault = FaultScope &
  (
    | { kind: 'reset' }
    /** The answer breaks off in the middle. */
    | { kind: 'truncated' }
    | { kind: 'delay'; ms: number }
    /** A page of the web server instead of an answer. */
    | { kind: 'html'; status: number; retryAfter?: number }
    /** The last result is not there. */
    | { kind: 'missingResult' }
    /** Results come in the opposite order. */
    | { kind: 'reordered' }
    /** Actions that match are refused. */
    | { kind: 'refuse'; code: number; message?: string }
  );

export interface FaultScope {
  /** Only requests of this customer. */
  customer?: string;
  /** Only requests with such an action, or (for `refuse`) such actions: `read estate`. */
  action?: string;
  /** How many requests it hits; 1 where absent, 0 is all until it is cleared. */
  times?: number;
  /** Lets this many matching requests pass first. */
  skip?: number;
}

export interface OnOfficeFaults {
  add(fault: OnOfficeFault): void;
  clear(): void;
  /** The faults that hit a request with these actions; each is used up by one. */
  take(customer: string | null, actions: readonly string[]): OnOfficeFault[];
}

export function createOnOfficeFaults(): OnOfficeFaults {
  let waiting: { fault: OnOfficeFault; skip: number; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({
        fault,
        skip: fault.skip ?? 0,
        left: fault.times === 0 ? Number.POSITIVE_INFINITY : (fault.times ?? 1),
      });
    },
    clear() {
      waiting = [];
    },
    take(customer, actions) {
      const hit: OnOfficeFault[] = [];
      for (const entry of waiting) {
        const { fault } = entry;
        if (fault.customer !== undefined && fault.customer !== customer) continue;
        if (fault.action !== undefined && !actions.includes(fault.action)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        hit.push(fault);
      }
      waiting = waiting.filter(({ left }) => left > 0);
      return hit;
    },
  };
}
