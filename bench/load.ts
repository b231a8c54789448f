import { Pool } from 'undici';

/** What one target did with one operation for a while. */
export interface Run {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
}

/** An operation at one target. */
export interface Question {
  readonly path: string;
  readonly body: string;
}

/** A client with connections of its own to one target. */
export interface Client {
  ask(question: Question): Promise<string>;
  /** Asks over and over, `clients` at a time. */
  load(question: Question, clients: number, ms: number): Promise<Run>;
}

export function createClient(origin: string, ticket: string): Client {
  const pool = new Pool(origin, { connections: 64 });
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: ticket };

  async function ask({ path, body }: Question): Promise<string> {
    const answer = await pool.request({ method: 'POST', path, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} at ${path}: ${text.slice(0, 300)}`);
    return text;
  }

  async function load(question: Question, clients: number, ms: number): Promise<Run> {
    const times: number[] = [];
    const start = performance.now();
    const client = async () => {
      for (let now = start; now - start < ms; ) {
        await ask(question);
        const end = performance.now();
        times.push(end - now);
        now = end;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const seconds = (performance.now() - start) / 1000;
    return { answers: times.length, seconds, times: times.sort((one, other) => one - other) };
  }

  return { ask, load };
}
