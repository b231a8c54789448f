import { Counter, Histogram, type HistogramConfiguration, type MetricType, type Registry } from 'prom-client';

interface Described {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

/** Adds to a counter, under the values of its labels in their order. */
export type Tally = (amount: number, first?: string, second?: string) => void;

/** What is counted, by the values of labels: put together into one name, they would have to be looked through each time. */
class Counts<Count> {
  readonly #names: readonly string[];
  readonly #make: (labels: Readonly<Record<string, string>>) => Count;
  readonly #counts = new Map<string, Map<string, Count>>();

  /** Of two labels at most. */
  constructor(names: readonly string[], make: (labels: Readonly<Record<string, string>>) => Count) {
    this.#names = names;
    this.#make = make;
  }

  of(first: string, second: string): Count {
    return this.#counts.get(first)?.get(second) ?? this.#begin(first, second);
  }

  all(): Count[] {
    return [...this.#counts.values()].flatMap((each) => [...each.values()]);
  }

  #begin(first: string, second: string): Count {
    const made = this.#make(Object.fromEntries(this.#names.map((name, index) => [name, index === 0 ? first : second])));
    this.#counts.set(first, (this.#counts.get(first) ?? new Map()).set(second, made));
    return made;
  }
}

/**
 * A counter that is cheap to add to: each operation counts several times, and is asked about once in many seconds. Its numbers are told
 * to the registry when that is asked.
 */
export function tally(registry: Registry, { name, help, labelNames }: Described): Tally {
  const counts = new Counts(labelNames, (labels) => ({ labels, amount: 0 }));
  new Counter({
    ...{ name, help, labelNames, registers: [registry] },
    collect() {
      this.reset();
      for (const { labels, amount } of counts.all()) this.inc(labels, amount);
    },
  });
  return (amount, first = '', second = '') => {
    counts.of(first, second).amount += amount;
  };
}

/** A histogram in the same way. */
export function times(registry: Registry, described: Described & { readonly buckets: readonly number[] }): Tally {
  const { buckets, labelNames } = described;
  const observed = new Counts(labelNames, (labels) => ({ labels, counts: buckets.map(() => 0), count: 0, sum: 0 }));
  new Tallied({ ...described, buckets: [...buckets], registers: [registry] }, observed);
  return (amount, first = '', second = '') => {
    const of = observed.of(first, second);
    const bucket = buckets.findIndex((bound) => amount <= bound);
    if (bucket >= 0) of.counts[bucket] = (of.counts[bucket] ?? 0) + 1;
    of.count += 1;
    of.sum += amount;
  };
}

interface Observed {
  readonly labels: Readonly<Record<string, string>>;
  /** For each bucket those that belong to it and to no smaller one. */
  readonly counts: number[];
  count: number;
  sum: number;
}

/** A histogram whose observations are counted elsewhere. */
class Tallied extends Histogram {
  readonly #described: HistogramConfiguration<string>;
  readonly #observed: Counts<Observed>;

  constructor(configuration: HistogramConfiguration<string>, observed: Counts<Observed>) {
    super(configuration);
    this.#described = configuration;
    this.#observed = observed;
  }

  override async get() {
    const { name, help } = this.#described;
    const values = this.#observed.all().flatMap((each) => this.#values(name, each));
    const type = 'histogram' as unknown as MetricType.Histogram;
    return { name, help, type, values, aggregator: 'sum' as const, collect: () => undefined };
  }

  /** What the registry asks for where it writes text. */
  getForPromString() {
    return this.get();
  }

  #values(name: string, { labels, counts, count, sum }: Observed) {
    let below = 0;
    const bounded = (this.#described.buckets ?? []).map((le, index) => {
      below += counts[index] ?? 0;
      return { labels: { le, ...labels }, value: below, metricName: `${name}_bucket` };
    });
    return [
      ...bounded,
      { labels: { le: '+Inf', ...labels }, value: count, metricName: `${name}_bucket` },
      { labels, value: sum, metricName: `${name}_sum` },
      { labels, value: count, metricName: `${name}_count` },
    ];
  }
}
