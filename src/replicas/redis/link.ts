import { hash } from 'node:crypto';
import type { Redis as Client, RedisOptions } from 'ioredis';
import { Away } from '../shared.ts';

/** A script, and the name that Redis has for it. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

export function script(lua: string): Script {
  return { lua, sha: hash('sha1', lua) };
}

/** A part of what is shared, which has something to make up for when Redis is there again. */
export interface Part {
  /** `isEmpty`: it has lost what it held, or never held anything. Raises what a command raises. */
  joined(connection: Connection, isEmpty: boolean): Promise<void>;
}

/** One life of the connection: one client for commands, and one that waits for events. */
export interface Connection {
  readonly commands: Client;
  readonly events: Client;
}

export interface LinkOptions {
  readonly url: string;
  /** Asked each second; what it answers stays the same as long as Redis keeps what it holds. */
  readonly pulse: () => Promise<string>;
  readonly log: LinkLog;
}

/** Told once for each change, however many operations notice it. */
export interface LinkLog {
  away(reason: string): void;
  back(): void;
}

/** How long an answer is waited for. Redis answers in less than a thousandth of it. */
export const commandMs = 500;
/** How long it waits for events before it says that there are none. */
export const blockMs = 1000;
/** So many commands are under way at once where thousands wait. */
const together = 500;
const connectMs = 1000;
const retryMs = 400;
const pulseMs = 1000;

/**
 * The way to Redis. One command that is not answered in time ends the connection, so that no other one waits for it: until
 * a new connection has answered, everything raises `Away` at once. Nothing is queued.
 */
export class RedisLink {
  readonly #options: LinkOptions;
  readonly #create: () => Client;
  #parts: readonly Part[] = [];
  #connection: Connection | null = null;
  #isJoined = false;
  #isTold = false;
  #mark: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(redis: typeof Client, options: LinkOptions) {
    this.#options = options;
    this.#create = () => new redis(options.url, plainOptions);
  }

  get isJoined(): boolean {
    return this.#isJoined;
  }

  /** Resolves after the first attempt, whatever came of it. */
  async start(parts: readonly Part[]): Promise<void> {
    this.#parts = parts;
    await this.#join();
  }

  /** Raises `Away` where it is not answered. */
  async run<T>(command: (client: Client) => Promise<T>): Promise<T> {
    const connection = this.#connection;
    if (!connection) throw new Away();
    try {
      return await within(commandMs, command(connection.commands));
    } catch (error) {
      this.leave(connection, error);
      throw new Away(error);
    }
  }

  /** Runs a script, which is sent in full only where Redis does not know it yet. */
  script(script: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    return this.run(async (client) => {
      const given = [keys.length, ...keys, ...args] as const;
      try {
        return await client.evalsha(script.sha, ...given);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
        return client.eval(script.lua, ...given);
      }
    });
  }

  isCurrent(connection: Connection): boolean {
    return this.#connection === connection;
  }

  /** Gives the connection up, unless it is another one already, and looks for a new one. */
  leave(connection: Connection, reason: unknown): void {
    if (!this.isCurrent(connection)) return;
    this.#connection = null;
    this.#isJoined = false;
    discard(connection);
    this.#tell(reason);
    this.#later(retryMs, () => this.#join());
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#connection) discard(this.#connection);
    this.#connection = null;
    this.#isJoined = false;
  }

  async #join(): Promise<void> {
    const connection = { commands: this.#create(), events: this.#create() };
    let fault: unknown = null;
    for (const client of Object.values(connection)) {
      client.on('error', (error: unknown) => {
        // Who waits for the connection hears only that there is none.
        fault ??= error;
        this.leave(connection, error);
      });
      client.on('close', () => this.leave(connection, new Error('closed')));
    }
    try {
      await within(connectMs, Promise.all([connection.commands.connect(), connection.events.connect()]));
    } catch (error) {
      discard(connection);
      this.#tell(fault ?? error);
      return this.#later(retryMs, () => this.#join());
    }
    if (this.#isClosed) return discard(connection);
    this.#connection = connection;
    await this.#begin(connection).catch((error: unknown) => this.leave(connection, error));
  }

  /** Makes up for what was missed, each part for its own. */
  async #begin(connection: Connection): Promise<void> {
    const mark = await this.#options.pulse();
    const isEmpty = mark !== this.#mark;
    for (const part of this.#parts) await part.joined(connection, isEmpty);
    if (!this.isCurrent(connection)) return;
    this.#mark = mark;
    this.#isJoined = true;
    if (this.#isTold) this.#options.log.back();
    this.#isTold = false;
    this.#later(pulseMs, () => this.#beat(connection));
  }

  /** Redis that was emptied while the connection held is found out here. */
  async #beat(connection: Connection): Promise<void> {
    const mark = await this.#options.pulse().catch(() => null);
    if (!this.isCurrent(connection)) return;
    if (mark !== this.#mark) this.leave(connection, new Error('emptied'));
    else this.#later(pulseMs, () => this.#beat(connection));
  }

  #tell(reason: unknown): void {
    if (this.#isTold || this.#isClosed) return;
    this.#isTold = true;
    this.#options.log.away(wordFor(reason));
  }

  #later(ms: number, run: () => Promise<void>): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => void run(), ms).unref();
  }
}

/** Connections are made and given up here alone, and nothing waits for one that is not there. */
const plainOptions: RedisOptions = {
  lazyConnect: true,
  connectTimeout: connectMs,
  retryStrategy: () => null,
  enableOfflineQueue: false,
  enableReadyCheck: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  disableClientInfo: true,
};

function discard({ commands, events }: Connection): void {
  commands.disconnect();
  events.disconnect();
}

/** Sends each of many, in their order: an answer is waited for once for hundreds of them, or it would take as long as so many answers. */
export async function sendAll<T>(all: Iterable<T>, send: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  while (left.length > 0) await Promise.all(left.splice(0, together).map(send));
}

/** Raises where it takes longer. A process that was held up itself first takes in what has come meanwhile. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(reject, new Error('timeout')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** What is wrong, without an address or anything else that was set: a code, or the first word of an answer of Redis. */
function wordFor(reason: unknown): string {
  const cause = reason instanceof Away ? reason.cause : reason;
  const { code, message = '' } = (cause ?? {}) as { code?: unknown; message?: string };
  if (typeof code === 'string') return code;
  return /^[A-Z]{2,20}(?= )/.exec(message)?.[0] ?? (/tim(ed|e) ?out/i.test(message) ? 'timeout' : 'closed');
}
