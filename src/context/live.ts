import { LRUCache } from 'lru-cache';
import type { ChangeEvent, EventBus } from '../events/bus.ts';
import { EventQueue, type QueueSettings, queueSettings } from '../events/queue.ts';
import type { Followed, Related } from '../reading/followed.ts';
import { Refusal } from '../reading/refusal.ts';
import { type TicketReads, TicketWatch } from './ticket-watch.ts';

/** What subscribers of all requests share. */
export interface Live {
  readonly bus: EventBus;
  readonly settings: LiveSettings;
  /** Ids that somebody follows by name, of one tenant and type. */
  followedKeys(tenant: string, entity: string): readonly number[];
  /** What is shared by the subscriptions of a ticket, known by the name that this process has for it. */
  watch(name: string, reads: TicketReads): TicketWatch;
  /** Counts an id as followed until the function given back is called. */
  mark(tenant: string, entity: string, key: number): () => void;
  /** Tells of each id that nobody has followed before. */
  whenMarked(listener: () => void): void;
}

export interface LiveSettings extends QueueSettings {
  /** How often a ticket is asked whether it still holds. */
  readonly checkMs: number;
  /** How long what a ticket has seen is known when nobody follows anything with it: as long as a stream can be gone on with. */
  readonly leftMs: number;
}

const minute = 60_000;
const liveSettings: LiveSettings = { ...queueSettings, checkMs: 5 * minute, leftMs: 5 * minute };
const TICKETS = 20_000;

export function createLive(bus: EventBus, given: Partial<LiveSettings> = {}): Live {
  const settings = { ...liveSettings, ...given };
  const watches = new LRUCache<string, TicketWatch>({ max: TICKETS });
  const marks = new Map<string, Map<number, number>>();
  let marked = () => {};
  return {
    bus,
    settings,
    followedKeys: (tenant, entity) => [...(marks.get(`${tenant} ${entity}`)?.keys() ?? [])],
    watch(name, reads) {
      const known = watches.get(name);
      if (known) return known;
      const made = new TicketWatch(reads, settings.leftMs, () => {
        if (watches.peek(name) === made) watches.delete(name);
      });
      watches.set(name, made);
      return made;
    },
    mark(tenant, entity, key) {
      const name = `${tenant} ${entity}`;
      const counts = marks.get(name) ?? new Map<number, number>();
      const before = counts.get(key) ?? 0;
      marks.set(name, counts.set(key, before + 1));
      if (before === 0) marked();
      return () => {
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
    },
    whenMarked(listener) {
      marked = listener;
    },
  };
}

/** What a subscription asks to hear of. */
export interface Wanted {
  readonly followed: Followed;
  /** One record alone. */
  readonly key: number | null;
  /** Keys that the record must belong to, by name; null: any. */
  readonly filter: Readonly<Record<string, number | null>>;
  /** The event behind which it goes on. */
  readonly after: string | null;
}

/** Subscriptions of one caller. */
export interface LiveAccess {
  follow(wanted: Wanted): Promise<AsyncIterableIterator<ChangeEvent>>;
}

/** For whom events are told. */
export interface Subscriber {
  readonly tenant: string;
  /** Raises unless the tenant accepts the ticket. */
  prove(): Promise<void>;
  watch(): TicketWatch;
  /** Cuts the connection of a client that takes nothing. */
  readonly cut: () => void;
}

/** The events that a subscriber may hear of, each once. The ticket is proven first; nothing is missed from then on. */
export async function followEvents(
  live: Live,
  subscriber: Subscriber,
  wanted: Wanted,
): Promise<AsyncIterableIterator<ChangeEvent>> {
  await subscriber.prove();
  const { tenant, cut } = subscriber;
  const { key, after, followed } = wanted;
  const topic = { tenant, entity: followed.entity.type };
  const since = async (eventId: string) =>
    (await live.bus.since(topic, eventId))?.filter((event) => isWanted(wanted, event)) ?? null;
  const queue = new EventQueue(live.settings, since);
  const stopListening = live.bus.listen(topic, (event) => {
    if (queue.isSlow || !isWanted(wanted, event)) return;
    queue.push(event);
    if (queue.isSlow) cut();
  });
  if (after !== null && !(await queue.goOnBehind(after))) {
    stopListening();
    throw unknownEvent();
  }
  const watch = subscriber.watch();
  const sight = new Sight(queue, ({ kind, key }) =>
    kind === 'DELETED' ? watch.holds(followed, key) : watch.visible(followed, key),
  );
  const ends = [
    stopListening,
    watch.hold(live.settings.checkMs, (error) => queue.end(error)),
    key === null ? () => undefined : live.mark(tenant, topic.entity, key),
  ];
  return new Following(queue, (event) => toldOf({ watch, sight, wanted }, event), ends);
}

/** Ends at once when nobody takes events any more, even while it waits for one. */
class Following implements AsyncIterableIterator<ChangeEvent> {
  readonly #queue: EventQueue;
  readonly #isTold: (event: ChangeEvent) => Promise<boolean>;
  #ends: readonly (() => void)[];

  constructor(queue: EventQueue, isTold: (event: ChangeEvent) => Promise<boolean>, ends: readonly (() => void)[]) {
    this.#queue = queue;
    this.#isTold = isTold;
    this.#ends = ends;
  }

  async next(): Promise<IteratorResult<ChangeEvent>> {
    try {
      for (;;) {
        const event = await this.#queue.take();
        if (!event) return this.return();
        const isTold = await this.#queue.whileAsked(this.#isTold(event));
        // For who has left meanwhile nothing more is asked.
        if (this.#queue.isOver) return this.return();
        if (isTold) return { done: false, value: event };
      }
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<ChangeEvent>> {
    this.#queue.end();
    for (const end of this.#ends) end();
    this.#ends = [];
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** What is read at once of events that wait, and for how long its answer is known: what is told later is read anew. */
const together = 100;
const togetherMs = 1000;

/** What was asked for an event that waits, and until when that is known: a slow CRM is asked no more often than a fast one. */
interface Ahead {
  readonly reading: Promise<Related | null>;
  until: number;
}

/** What a subscriber may know of the records of events. Those of all events that wait are read with the first of them. */
class Sight {
  readonly #queue: EventQueue;
  readonly #read: (event: ChangeEvent) => Promise<Related | null>;
  #ahead: Map<string, Ahead> | null = null;

  constructor(queue: EventQueue, read: (event: ChangeEvent) => Promise<Related | null>) {
    this.#queue = queue;
    this.#read = read;
  }

  of(event: ChangeEvent): Promise<Related | null> {
    const known = this.#ahead?.get(event.id);
    this.#ahead?.delete(event.id);
    if (known && performance.now() < known.until) return known.reading;
    const waiting = this.#queue.next(together - 1);
    this.#ahead = waiting.length === 0 ? null : new Map(waiting.map((each) => [each.id, this.#readAhead(each)]));
    return this.#read(event);
  }

  /** What fails is told when its turn comes. */
  #readAhead(event: ChangeEvent): Ahead {
    const ahead = { reading: this.#read(event), until: Infinity };
    const answered = () => {
      ahead.until = performance.now() + togetherMs;
    };
    ahead.reading.then(answered, answered);
    return ahead;
  }
}

interface Telling {
  readonly watch: TicketWatch;
  readonly sight: Sight;
  readonly wanted: Wanted;
}

/** Whether the subscriber hears of it; what he is shown is remembered, for the day when it is gone. */
async function toldOf({ watch, sight, wanted }: Telling, event: ChangeEvent): Promise<boolean> {
  const isGone = event.kind === 'DELETED';
  const related = isGone ? lastKnown(watch, wanted, event) : await sight.of(event);
  if (!related || !matches(wanted, related)) return false;
  // Of what is gone nothing is found, but whether the ticket still holds.
  if (isGone) await sight.of(event);
  else watch.note(event, related);
  return true;
}

/** What a subscriber may know of a record that is gone: only one that he has seen, or has asked for by its id. */
function lastKnown(watch: TicketWatch, { key }: Wanted, event: ChangeEvent): Related | null {
  const seen = watch.seen(event);
  if (!seen && key !== event.key) return null;
  return { ...seen, ...event.related };
}

function isWanted(wanted: Wanted, event: ChangeEvent): boolean {
  return (wanted.key === null || event.key === wanted.key) && mayMatch(wanted, event);
}

/** False where the event itself says that it belongs elsewhere: then nothing is read for it. */
function mayMatch({ filter }: Wanted, { related }: ChangeEvent): boolean {
  return Object.entries(filter).every(
    ([name, key]) => key === null || related[name] === undefined || related[name] === key,
  );
}

function matches({ filter }: Wanted, related: Related): boolean {
  return Object.entries(filter).every(([name, key]) => key === null || related[name] === key);
}

function unknownEvent(): Refusal {
  return new Refusal(
    'BAD_CURSOR',
    'The event to go on behind is older than five minutes, or not known: read anew, and subscribe without it.',
  );
}
