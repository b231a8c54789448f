import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, subscribeAt } from '../live.ts';
import { ask } from './cluster.ts';

const changes = 'subscription { contactChanged { eventId contactId kind } }';

/** A subscriber who comes back when his stream ends, and goes on behind the last event that he was told. */
export function follow(url: () => string, ticket: string) {
  const told: { id: string | null; contactId: number }[] = [];
  const codes: string[] = [];
  let isOver = false;
  let leave: () => void = () => undefined;
  const state = { connections: 0 };
  const take = (messages: readonly Message[]) => {
    for (const { id, data } of messages) {
      const change = data?.data?.contactChanged as { contactId: number } | undefined;
      if (change) told.push({ id, contactId: change.contactId });
      for (const { extensions } of data?.errors ?? []) codes.push(extensions.code);
    }
  };
  const hear = async () => {
    const last = told.at(-1)?.id;
    const headers: Record<string, string> = last ? { 'last-event-id': last } : {};
    const stream = await subscribeAt(new URL('/graphql', url()).href, changes, { ticket, headers });
    if (stream.status !== 200) return;
    state.connections += 1;
    leave = stream.leave;
    if (isOver) leave();
    let taken = 0;
    const looking = setInterval(() => {
      take(stream.messages.slice(taken));
      taken = stream.messages.length;
    }, 5);
    await stream.ended;
    clearInterval(looking);
    take(stream.messages.slice(taken));
  };
  const following = (async () => {
    while (!isOver) {
      await hear().catch(() => undefined);
      await sleep(20);
    }
  })();
  return {
    told,
    /** Errors that his streams have ended with. */
    codes,
    state,
    contacts: () => told.map(({ contactId }) => contactId),
    async end() {
      isOver = true;
      leave();
      await following;
    },
  };
}

/** What one worker has seen go wrong, in a word. */
export interface Failure {
  readonly what: string;
  readonly at: number;
}

interface LoadOptions {
  readonly url: string;
  readonly ticket: () => string;
  readonly name: string;
  /** What the contact that is read is called. */
  readonly contact: { readonly id: number; readonly name: string };
  readonly workers?: number;
}

const create = `mutation Create($name: String!, $key: String) {
  createContact(input: { name: $name }, idempotencyKey: $key) { contact { contactId } errors { __typename } } }`;

/** Clients who read a company, and create one with a key each tenth time, until they are told to end. */
export function load({ url, ticket, name, contact, workers = 3 }: LoadOptions) {
  const failures: Failure[] = [];
  const created = new Map<string, number>();
  const refused: string[] = [];
  const seen = { operations: 0, slowestMs: 0 };
  let isOver = false;
  const timed = async (run: () => Promise<void>) => {
    const began = performance.now();
    await run().catch((error: unknown) => void failures.push({ what: reasonOf(error), at: began }));
    seen.operations += 1;
    seen.slowestMs = Math.max(seen.slowestMs, performance.now() - began);
  };
  const read = async (by: string) => {
    const { data, errors } = await ask(url, by, `{ contact(contactId: ${contact.id}) { name } }`);
    if (errors || data?.contact?.name !== contact.name) throw new Error(`read: ${errors?.[0]?.extensions.code}`);
  };
  const write = async (by: string, key: string) => {
    const { data, errors } = await ask(url, by, create, { name: `${name} ${key}`, key });
    const code = errors?.[0]?.extensions.code;
    const id = (data?.createContact?.contact as { contactId: number } | null | undefined)?.contactId;
    if (code === 'OVERLOADED') refused.push(key);
    else if (id === undefined) throw new Error(`create: ${code}`);
    else created.set(key, id);
  };
  const running = Array.from({ length: workers }, async (_, worker) => {
    let by = ticket();
    for (let round = 1; !isOver; round += 1) {
      if (round % 30 === 0) by = ticket();
      await timed(() => (round % 10 === 0 ? write(by, `${name}-${worker}-${round}`) : read(by)));
      await sleep(10);
    }
  });
  return {
    failures,
    created,
    /** Keys of creates that were refused, and may be asked for again. */
    refused,
    seen,
    again: (by: string, key: string) => write(by, key),
    async end() {
      isOver = true;
      await Promise.all(running);
    },
  };
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return [message, (cause as { code?: string } | undefined)?.code].filter((word) => word).join(' ');
}
