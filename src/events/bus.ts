import { Storms } from './storms.ts';
import { Told } from './told.ts';
import { Topics } from './topics.ts';

export type ChangeKind = 'CREATED' | 'CHANGED' | 'DELETED';

/** That a record of a tenant has changed. Holds keys and names of fields, and nothing that a right would protect. */
export interface ChangeEvent {
  readonly id: string;
  readonly tenant: string;
  /** Type in the graph: `Contact`. */
  readonly entity: string;
  readonly key: number;
  readonly kind: ChangeKind;
  /** When the CRM did it, in epoch milliseconds. */
  readonly at: number;
  /** Names of the graph. */
  readonly changedFields: readonly string[];
  /** Keys of records that it belongs to, as far as they were told. */
  readonly related: Readonly<Record<string, number>>;
}

/** What subscribers follow: the records of one type in one tenant. */
export type Topic = Pick<ChangeEvent, 'tenant' | 'entity'>;

export type EventListener = (event: ChangeEvent) => void;

/** From the CRM's events to their subscribers, those of all replicas. What comes twice, or by two ways, is told once. */
export interface EventBus {
  /** Takes what the CRM has delivered; false: it is known already. Once this resolves, no end of this process loses it. */
  deliver(event: ChangeEvent): Promise<boolean>;
  /** Takes what was found by asking; false: it has been told. */
  find(event: ChangeEvent): Promise<boolean>;
  /** Hears every later event of the topic; the function given back ends that. */
  listen(topic: Topic, listener: EventListener): () => void;
  /**
   * What came behind an event, in its order, as far as it is known here: whoever listens already is told the rest. Null where
   * that is not known any more.
   */
  since(topic: Topic, eventId: string): Promise<readonly ChangeEvent[] | null>;
  close(): void;
}

export interface BusSettings {
  /** How long events are kept for those who come back. */
  readonly replayMs: number;
  /** A record that changes again within this time is told once for all of it. */
  readonly stormMs: number;
  /** Most events kept of one topic. */
  readonly most: number;
}

export const busSettings: BusSettings = { replayMs: 5 * 60_000, stormMs: 250, most: 20_000 };

class MemoryBus implements EventBus {
  readonly #topics: Topics;
  readonly #storms: Storms;
  readonly #told = new Told();

  constructor(settings: BusSettings) {
    this.#topics = new Topics(settings);
    this.#storms = new Storms(settings.stormMs, (event) => this.#topics.tell(event));
  }

  async deliver(event: ChangeEvent): Promise<boolean> {
    const isNew = this.#told.take(event);
    if (isNew) this.#storms.push(event);
    return isNew;
  }

  async find(event: ChangeEvent): Promise<boolean> {
    const found = this.#told.find(event);
    if (found) this.#storms.push(found);
    return found !== null;
  }

  listen(topic: Topic, listener: EventListener): () => void {
    return this.#topics.listen(topic, listener);
  }

  async since(topic: Topic, eventId: string): Promise<readonly ChangeEvent[] | null> {
    return this.#topics.since(topic, eventId);
  }

  close(): void {
    this.#storms.close();
    this.#topics.close();
  }
}

/** The bus of a server that stands alone. */
export function createMemoryBus(settings: Partial<BusSettings> = {}): EventBus {
  return new MemoryBus({ ...busSettings, ...settings });
}
