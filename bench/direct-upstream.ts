import { type Dispatcher, Pool } from 'undici';

/** The ways to both CRMs at the least cost that undici has: `dispatch`, keep-alive, no stream, each body parsed once. */

const superofficeSite = new URL(process.env.SUPEROFFICE_URL ?? '');
const onofficeSite = new URL(process.env.ONOFFICE_URL ?? '');
const settings = { connections: 64, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 60_000 };
const superoffice = new Pool(superofficeSite.origin, settings);
const onoffice = new Pool(onofficeSite.origin, settings);
const api = `${superofficeSite.pathname}/api/v1/`;
const json = ['content-type', 'application/json', 'accept', 'application/json'];

export type Done<Value> = (value: Value) => void;
export type Fail = (error: Error) => void;

/** Collects one answer. */
class Collector<Value> {
  readonly #done: Done<Value>;
  readonly #fail: Fail;
  #first: Buffer | null = null;
  #more: Buffer[] | null = null;
  #status = 0;

  constructor(done: Done<Value>, fail: Fail) {
    this.#done = done;
    this.#fail = fail;
  }

  onRequestStart(): void {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#first) this.#first = chunk;
    else if (this.#more) this.#more.push(chunk);
    else this.#more = [this.#first, chunk];
  }

  onResponseEnd(): void {
    if (this.#status !== 200 || !this.#first) {
      this.#fail(new Error(`the CRM has answered ${this.#status}`));
      return;
    }
    const body = this.#more ? Buffer.concat(this.#more) : this.#first;
    this.#done(JSON.parse(body.toString()) as Value);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }
}

export function get<Value>(path: string, ticket: string, done: Done<Value>, fail: Fail): void {
  const headers = ['authorization', ticket, 'accept', 'application/json', 'so-language', 'en'];
  superoffice.dispatch({ method: 'GET', path: api + path, headers }, new Collector(done, fail));
}

export function patch<Value>(path: string, ticket: string, body: string, done: Done<Value>, fail: Fail): void {
  const headers = ['authorization', ticket, 'so-language', 'en', ...json];
  superoffice.dispatch({ method: 'PATCH', path: api + path, headers, body }, new Collector(done, fail));
}

export function post<Value>(body: string, done: Done<Value>, fail: Fail): void {
  const request = { method: 'POST', path: onofficeSite.pathname, headers: json, body } as const;
  onoffice.dispatch(request, new Collector(done, fail));
}

/** A page of an archive. */
export interface Question {
  readonly select: string;
  readonly filter: string;
  readonly orderBy: string;
  readonly top: number;
}

export function query(path: string, { select, filter, orderBy, top }: Question): string {
  return `${path}?$select=${select}&$filter=${encodeURIComponent(filter)}&$orderBy=${encodeURIComponent(orderBy)}&$top=${top}`;
}

/** Persons who have left are read too. */
export const allPersons = '&$entities=person,retiredPerson';
/** Without it an archive leaves out appointments that are not accepted. */
export const visible = 'skipTentativeAndRejectedRestriction set true';
