/** The simulator's time: runs on from where it is set, so that tickets expire and "this week" moves on demand. */
export interface Clock {
  /** Now, in epoch milliseconds. */
  now(): number;
  /** Sets the time; it keeps running from there. */
  set(instant: Date | number): void;
  advance(milliseconds: number): void;
}

/** A clock that starts at the instant given. */
export function createClock(start: Date | number): Clock {
  let offset = Number(start) - Date.now();
  return {
    now: () => Date.now() + offset,
    set: (instant) => {
      offset = Number(instant) - Date.now();
    },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
