import { randomUUID } from 'node:crypto';
import type { EstateRecord } from '../../src/simulator/onoffice/store.ts';
import type { Random } from '../../src/simulator/random.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Asker, ask, type GraphAnswer } from './ask.ts';
import type { Tally } from './tally.ts';

/** What is known of a write by its answer alone. */
export type Outcome = 'done' | 'not done' | 'unknown';

/** After these nobody can tell whether the write was done. */
const unsure = new Set(['UNKNOWN_OUTCOME', 'UPSTREAM_INVALID_RESPONSE']);

interface Created {
  readonly name: string;
  readonly outcome: Outcome;
  readonly times: number;
}

/** The values that a record may hold, by what its writer was told. */
interface Written {
  readonly id: number;
  possible: Set<string | number>;
}

const create = `mutation Create($name: String!, $key: String) {
  written: createContact(input: { name: $name }, idempotencyKey: $key) { record: contact { contactId } errors { __typename } }
}`;
const rename = `mutation Change($id: Int!, $value: String!) {
  written: updateContact(contactId: $id, changes: { department: $value }) { record: contact { contactId } errors { __typename } }
}`;
const furnish = `mutation Furnish($id: Int!, $value: Float!) {
  written: updateEstate(estateId: $id, changes: { rooms: $value }) { record: estate { estateId } errors { __typename } }
}`;

/** One client that writes: what it creates and changes is its own, so that what it was told can be held against the tables. */
export class Writer {
  readonly #asker: Asker;
  readonly #random: Random;
  readonly #created: Created[] = [];
  readonly #contacts: Written[] = [];
  readonly #estate: Written | null;
  #count = 0;

  constructor(asker: Asker, random: Random, estate: EstateRecord | null) {
    this.#asker = asker;
    this.#random = random;
    this.#estate = estate && { id: estate.id, possible: new Set([Number(estate.values.anzahl_zimmer ?? 0)]) };
  }

  async write(): Promise<void> {
    this.#count += 1;
    const kind = this.#random.int(1, 4);
    if (kind === 1) await this.#create();
    else if (kind === 2) await this.#createOnce();
    else if (kind === 3 && this.#estate) await this.#furnish(this.#estate);
    else await this.#rename();
  }

  async #create(): Promise<void> {
    const name = `Chaos ${randomUUID()}`;
    const { outcome, id } = await this.#send(create, { name });
    this.#created.push({ name, outcome, times: 1 });
    if (id !== null && this.#contacts.length < 5) this.#contacts.push({ id, possible: new Set(['']) });
  }

  /** The same create again and again, under one key, until its answer is known. */
  async #createOnce(): Promise<void> {
    const name = `Chaos ${randomUUID()}`;
    const key = randomUUID();
    let outcome: Outcome = 'not done' as Outcome;
    let times = 0;
    do {
      times += 1;
      const sent = await this.#send(create, { name, key });
      // What was unknown once stays so until the answer is there.
      outcome = sent.outcome === 'not done' && outcome === 'unknown' ? 'unknown' : sent.outcome;
    } while (outcome !== 'done' && times < 8);
    this.#asker.tally.count(`creates under a key ${outcome}`);
    this.#created.push({ name, outcome, times });
  }

  async #rename(): Promise<void> {
    if (this.#contacts.length === 0) return this.#create();
    const contact = this.#random.pick(this.#contacts);
    const value = `v${this.#count}`;
    const { outcome } = await this.#send(rename, { id: contact.id, value });
    contact.possible = possibleAfter(contact.possible, value, outcome);
  }

  async #furnish(estate: Written): Promise<void> {
    const value = this.#count;
    const { outcome } = await this.#send(furnish, { id: estate.id, value });
    // A fault of onOffice strikes after its work is done, whatever the answer then says.
    estate.possible = possibleAfter(estate.possible, value, outcome === 'done' ? 'done' : 'unknown');
  }

  async #send(mutation: string, variables: object): Promise<{ outcome: Outcome; id: number | null }> {
    const answer = await ask(this.#asker, mutation, variables);
    const outcome = outcomeOf(answer);
    this.#asker.tally.count(`writes ${outcome}`);
    const { record } = (answer?.data?.written ?? {}) as { record?: { contactId?: number } | null };
    return { outcome, id: record?.contactId ?? null };
  }

  /** Holds all that was told against what is stored. */
  check(world: TenantWorld, estates: ReadonlyMap<number, EstateRecord>, tally: Tally): void {
    const stored = Map.groupBy(world.contacts.values(), ({ name }) => name);
    for (const { name, outcome, times } of this.#created) {
      const found = stored.get(name)?.length ?? 0;
      const fits = outcome === 'done' ? found === 1 : outcome === 'unknown' ? found <= 1 : found === 0;
      if (!fits) tally.violate(`a create that was ${outcome} after ${times} is stored ${found} times`);
      tally.count('creates checked');
    }
    for (const { id, possible } of this.#contacts) {
      expectOne(`department of contact ${id}`, world.contacts.get(id)?.department, possible, tally);
    }
    if (this.#estate) {
      const { id, possible } = this.#estate;
      expectOne(`rooms of estate ${id}`, Number(estates.get(id)?.values.anzahl_zimmer ?? 0), possible, tally);
    }
  }
}

function outcomeOf(answer: GraphAnswer | null): Outcome {
  if (answer === null) return 'unknown';
  const payload = answer.data?.written as { errors: unknown[] } | null | undefined;
  if (payload) return payload.errors.length === 0 ? 'done' : 'not done';
  return answer.codes.some((code) => unsure.has(code)) ? 'unknown' : 'not done';
}

function possibleAfter<Value>(before: ReadonlySet<Value>, value: Value, outcome: Outcome): Set<Value> {
  if (outcome === 'done') return new Set([value]);
  return outcome === 'unknown' ? new Set([...before, value]) : new Set(before);
}

function expectOne(
  what: string,
  found: string | number | undefined,
  possible: ReadonlySet<string | number>,
  tally: Tally,
) {
  tally.count('changed records checked');
  if (found !== undefined && possible.has(found)) return;
  tally.violate(`${what} is ${JSON.stringify(found)}, and may be ${JSON.stringify([...possible])}`);
}
