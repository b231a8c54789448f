/** What a run has seen, and what it should not have seen. */
export class Tally {
  readonly violations: string[] = [];
  readonly #counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Kept and said at once: a long run is watched. */
  violate(what: string): void {
    this.violations.push(what);
    if (this.violations.length <= 20) console.log(`  VIOLATION ${what}`);
  }

  lines(): string[] {
    return [...this.#counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, n]) => `  ${what.padEnd(46)} ${n}`);
  }
}
