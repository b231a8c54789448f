import { Counter, Histogram, type HistogramConfiguration, type MetricType, type Registry } from 'prom-client';

interface Described {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

/** Adds to a counter, under the values of its labels in their order. */
export type Tally = (amount: number, ...values: string[]) => void;

const between = '\n';
const keyOf = (values: readonly string[]): string =>
  values.length === 1 ? (values[0] as string) : values.join(between);

/**
 * A counter that is cheap to add to: each operation counts several times, and is asked about once in many seconds. Its numbers are told
 * to the registry when that is asked.
 */
export function tally(registry: Registry, { name, help, labelNames }: Described): Tally {
  const counts = new Map<string, { amount: number }>();
  new Counter({
    ...{ name, help, labelNames, registers: [registry] },
    collect() {
      this.reset();
      for (const [key, { amount }] of counts) this.inc(labelled(labelNames, key), amount);
    },
  });
  return (amount, ...values) => {
    const key = keyOf(values);
    const count = counts.get(key);
    if (count) count.amount += amount;
    else counts.set(key, { amount });
  };
}

/** A histogram in the same way. */
export function times(registry: Registry, described: Described & { readonly buckets: readonly number[] }): Tally {
  const { buckets, labelNames } = described;
  const observed = new Map<string, Observed>();
  new Tallied({ ...described, buckets: [...buckets], registers: [registry] }, observed);
  return (amount, ...values) => {
    const key = keyOf(values);
    let of = observed.get(key);
    if (!of) {
      of = { labels: labelled(labelNames, key), counts: buckets.map(() => 0), count: 0, sum: 0 };
      observed.set(key, of);
    }
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
  readonly #observed: ReadonlyMap<string, Observed>;

  constructor(configuration: HistogramConfiguration<string>, observed: ReadonlyMap<string, Observed>) {
    super(configuration);
    this.#described = configuration;
    this.#observed = observed;
  }

  override async get() {
    const { name, help } = this.#described;
    const values = [...this.#observed.values()].flatMap((each) => this.#values(name, each));
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

function labelled(names: readonly string[], key: string): Record<string, string> {
  const values = names.length === 0 ? [] : key.split(between);
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
