import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { upTo } from '../../events/bound.ts';
import type { BusSettings, ChangeEvent, EventBus, EventListener, Topic } from '../../events/bus.ts';
import { merged } from '../../events/merging.ts';
import { Storms } from '../../events/storms.ts';
import { deliveredAgainMs, grainMs, recordOf, Told } from '../../events/told.ts';
import { Topics } from '../../events/topics.ts';
import { Away } from '../shared.ts';
import { release, tell } from './event-scripts.ts';
import { type Keys, shortHash } from './keys.ts';
import { blockMs, type Connection, commandMs, type Part, type RedisLink, sendAll, within } from './link.ts';

const recordMs = 3_600_000;
const mostSeen = 200_000;
const mostWaiting = 10_000;
/** Redis may lose what it was told so lately, and is told again. */
const recentMs = 10_000;
const chunk = 500;
const catchUpMs = 1000;

/** An event on its way to the others, and how it came here. */
interface Outgoing {
  readonly event: ChangeEvent;
  readonly mode: 'delivered' | 'found';
  readonly isAgain?: true;
}

/** An event in the stream, and how it came there. */
type Written = ChangeEvent & Late;

interface Late {
  /** Where it was told before it stands here: how long ago its replica had last heard the others. */
  readonly behindMs?: number;
  /** It stood in the stream that Redis has lost: whoever has heard it there has its place already. */
  readonly isAgain?: true;
}

/** A line of the stream: its place, and names and values in turn. */
type Entry = [id: string, fields: string[]];

export interface RedisBusOptions {
  readonly link: RedisLink;
  readonly keys: Keys;
  readonly settings: BusSettings;
  /** Is told of reference data that a replica has dropped. */
  readonly onDrop: (owner: string, path: string) => void;
}

/**
 * Events of all replicas, in the order of one stream, which each of them reads for itself. A replica that Redis cannot be
 * reached from tells its own subscribers at once, and the others when it can.
 */
export class RedisBus implements EventBus, Part {
  readonly #link: RedisLink;
  readonly #keys: Keys;
  readonly #settings: BusSettings;
  readonly #onDrop: RedisBusOptions['onDrop'];
  readonly #topics: Topics;
  /** For the time when Redis is away. */
  readonly #storms: Storms;
  readonly #told = new Told();
  /** Ids of what was told here. */
  readonly #seen = new LRUCache<string, true>(upTo(mostSeen));
  readonly #waiting = new Map<string, Outgoing>();
  #recent: { readonly at: number; readonly outgoing: Outgoing }[] = [];
  readonly #startedAt = performance.now();
  #position: string | null = null;
  /** All that others had told by then is known here. */
  #heardAt = this.#startedAt;
  #releasing: NodeJS.Timeout | null = null;

  constructor({ link, keys, settings, onDrop }: RedisBusOptions) {
    this.#link = link;
    this.#keys = keys;
    this.#settings = settings;
    this.#onDrop = onDrop;
    this.#topics = new Topics(settings);
    this.#storms = new Storms(settings.stormMs, (event) => this.#topics.tell(event));
  }

  deliver(event: ChangeEvent): Promise<boolean> {
    return this.#publish({ event, mode: 'delivered' });
  }

  find(event: ChangeEvent): Promise<boolean> {
    return this.#publish({ event, mode: 'found' });
  }

  listen(topic: Topic, listener: EventListener): () => void {
    return this.#topics.listen(topic, listener);
  }

  async since(topic: Topic, eventId: string): Promise<readonly ChangeEvent[] | null> {
    const known = this.#topics.since(topic, eventId);
    if (known) return known;
    // Another replica may have told it a moment ago.
    await this.#catchUp();
    return this.#topics.since(topic, eventId);
  }

  close(): void {
    if (this.#releasing) clearTimeout(this.#releasing);
    this.#storms.close();
    this.#topics.close();
  }

  /** Tells what is held of records whose time has come. */
  async release(): Promise<void> {
    const keys = ['events', 'calm', 'held'].map((name) => this.#keys.common(name));
    const next = await this.#link.script(release, keys, [this.#settings.stormMs, this.#settings.replayMs]);
    if (Number(next) >= 0) this.#releaseIn(Number(next));
  }

  /** Tells what could not be told, reads on where it has stopped, with that in its place among all others', and then waits for more. */
  async joined(connection: Connection, isEmpty: boolean): Promise<void> {
    if (isEmpty) this.#waitAgain();
    await sendAll(this.#waiting, async ([id, { isAgain, ...outgoing }]) => {
      const behindMs = Math.ceil(performance.now() - this.#heardAt);
      await this.#send(outgoing, isAgain ? { behindMs, isAgain } : { behindMs });
      this.#waiting.delete(id);
    });
    const asked = performance.now();
    const [seconds] = await this.#link.run((client) => client.time());
    const now = Number(seconds) * 1000;
    const isFirst = this.#position === null;
    if (isFirst) this.#position = `${Math.max(0, now - this.#settings.replayMs)}-0`;
    else if (isEmpty) this.#position = '0-0';
    // What came before this process did is nobody's news here, but somebody may come back for what followed it.
    const newsFrom = isFirst ? now - (performance.now() - this.#startedAt) : 0;
    for (let entries = await this.#behind(); entries.length > 0; entries = await this.#behind()) {
      for (const entry of entries) this.#take(entry, { now, newsFrom });
    }
    this.#heardAt = asked;
    void this.#follow(connection);
  }

  async #publish(outgoing: Outgoing): Promise<boolean> {
    try {
      return await this.#send(outgoing);
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      return this.#tellHere(outgoing);
    }
  }

  async #send(outgoing: Outgoing, late: Late = {}): Promise<boolean> {
    const { mode } = outgoing;
    const event: Written = { ...outgoing.event, ...late };
    const { tenant, entity, key, kind, at } = event;
    const known = mode === 'found' && kind === 'CREATED' ? { ...event, kind: 'CHANGED' } : event;
    const outcome = await this.#link.script(
      tell,
      [
        ...['events', 'calm', 'held'].map((name) => this.#keys.common(name)),
        this.#keys.of(tenant, 'delivered', shortHash(event.id)),
        this.#keys.of(tenant, 'told', entity, key),
      ],
      [
        recordOf(event),
        ...[this.#settings.stormMs, this.#settings.replayMs, deliveredAgainMs, recordMs, grainMs],
        ...[mode, kind, at, JSON.stringify(event), JSON.stringify(known)],
      ],
    );
    if (outcome === 0) return false;
    if (outcome === 2) this.#releaseIn(this.#settings.stormMs);
    this.#remember(outgoing);
    return true;
  }

  #remember(outgoing: Outgoing): void {
    const now = performance.now();
    const overdue = this.#recent.findLastIndex(({ at }) => at < now - recentMs);
    if (overdue >= 0) this.#recent.splice(0, overdue + 1);
    if (this.#recent.length < mostWaiting) this.#recent.push({ at: now, outgoing });
  }

  /** What Redis was told of late, and has lost, goes to the others before what it has not been told. */
  #waitAgain(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const { outgoing } of this.#recent) this.#waiting.set(outgoing.event.id, { ...outgoing, isAgain: true });
    for (const [id, outgoing] of waiting) this.#waiting.set(id, outgoing);
  }

  /** What is held is in Redis: where this process ends before, any other one tells it. */
  #releaseIn(ms: number): void {
    this.#releasing ??= setTimeout(() => {
      this.#releasing = null;
      this.release().catch(() => undefined);
    }, ms).unref();
  }

  #tellHere(outgoing: Outgoing): boolean {
    const { event, mode } = outgoing;
    if (this.#seen.has(event.id)) return false;
    const told = mode === 'found' ? this.#told.find(event) : this.#told.take(event) && event;
    if (!told) return false;
    this.#seen.set(event.id, true);
    this.#waiting.set(event.id, outgoing);
    const [oldest] = this.#waiting.size > mostWaiting ? this.#waiting.keys() : [];
    if (oldest !== undefined) this.#waiting.delete(oldest);
    this.#storms.push(told);
    return true;
  }

  #behind(): Promise<Entry[]> {
    const from = `(${this.#position}`;
    return this.#link.run((client) => client.xrange(this.#keys.common('events'), from, '+', 'COUNT', chunk));
  }

  async #follow(connection: Connection): Promise<void> {
    const stream = this.#keys.common('events');
    try {
      while (this.#link.isCurrent(connection)) {
        const asked = performance.now();
        const place = this.#position ?? '0-0';
        const read = ['COUNT', chunk, 'BLOCK', blockMs, 'STREAMS', stream, place] as const;
        const [[, entries] = ['', []]] = (await within(blockMs + commandMs, connection.events.xread(...read))) ?? [];
        for (const entry of entries) this.#take(entry, { now: 0, newsFrom: 0 });
        if (entries.length < chunk) this.#heardAt = asked;
      }
    } catch (error) {
      this.#link.leave(connection, error);
    }
  }

  #take([id, [name, text = '']]: Entry, { now, newsFrom }: { now: number; newsFrom: number }): void {
    this.#position = id;
    if (name === 'drop') this.#onDrop(...(JSON.parse(text) as [owner: string, path: string]));
    else this.#hear(JSON.parse(text), Number.parseInt(id, 10), { now, newsFrom });
  }

  #hear(told: readonly Written[], at: number, { now, newsFrom }: { now: number; newsFrom: number }): void {
    const lines = told.map(({ behindMs, isAgain, ...event }) => ({
      ...{ event, behindMs, isAgain },
      isSeen: this.#seen.has(event.id),
    }));
    for (const { event, behindMs, isAgain, isSeen } of lines) {
      // Whoever has heard the others alone finds it behind them.
      if (isSeen && behindMs !== undefined && !isAgain) this.#topics.keep(event, null, { behindMs });
      this.#seen.set(event.id, true);
    }
    const unseen = lines.filter(({ isSeen }) => !isSeen);
    const [first, ...later] = unseen.map(({ event }) => event);
    if (!first) return;
    const event = later.reduce(merged, first);
    const parts = later.length > 0 ? unseen.map((each) => each.event.id) : null;
    const late = unseen.flatMap(({ behindMs = [] }) => behindMs);
    const behindMs = late.length > 0 ? Math.max(...late) : undefined;
    if (at >= newsFrom) this.#topics.tell(event, parts, { behindMs });
    else this.#topics.keep(event, parts, { ageMs: now - at, behindMs });
  }

  /** Waits until all that is in the stream now has been read. */
  async #catchUp(): Promise<void> {
    const stream = this.#keys.common('events');
    const [last] = await this.#link.run((client) => client.xrevrange(stream, '+', '-', 'COUNT', 1)).catch(() => []);
    const until = performance.now() + catchUpMs;
    while (last && isBefore(this.#position ?? '0-0', last[0]) && performance.now() < until) await sleep(5);
  }
}

/** Places in a stream are a time and a number. */
function isBefore(one: string, other: string): boolean {
  const [[time = 0, number = 0] = [], [otherTime = 0, otherNumber = 0] = []] = [one, other].map((id) =>
    id.split('-').map(Number),
  );
  return time === otherTime ? number < otherNumber : time < otherTime;
}
