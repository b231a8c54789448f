import type { HttpAnswer } from '../answer.ts';
import type { CallScope } from '../calls.ts';
import { UpstreamError } from '../errors.ts';
import { type HttpRequest, wantsJson } from '../http.ts';
import { proofsIn } from '../secrets.ts';
import { resolveZone } from '../zones.ts';
import { sentZone } from './dates.ts';
import { toUpstreamError } from './errors.ts';
import { labelOf } from './requests.ts';
import type { SuperOfficeSite } from './site.ts';
import type { Base } from './tenant.ts';

/** Who asks, in the terms of the CRM. */
export interface Caller {
  /** Empty where the site is one tenant's and nobody has named it. */
  readonly tenant: string;
  /** The headers that say who asks; null: nobody, and nothing is sent. */
  readonly credentials: Readonly<Record<string, string>> | null;
  /** The name under which they are known here, at this tenant; empty where there are none. */
  readonly ticket: string;
  /** The language headers, as the client sent them. */
  readonly languages: Readonly<Record<string, string>>;
  /** The one language of reference data; null: untranslated. */
  readonly language: string | null;
}

/** A request below `api/v1`. */
export interface Ask {
  /** Path and query, encoded. */
  target: string;
  method: HttpRequest['method'];
  intent: HttpRequest['intent'];
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  kind?: string;
}

/** What a read answered. */
export interface Read {
  /** An object or an array; null for 404. */
  value: unknown;
  bytes: number;
  status: number;
}

/** One caller's way to his tenant: his headers on every request, a moved tenant followed, his ticket's standing kept. */
export class Channel {
  readonly caller: Caller;
  /** The zone that answers have named; null before the first, or where it is not a known one. */
  echo: string | null = null;
  readonly #site: SuperOfficeSite;
  readonly #scope: CallScope;
  readonly #headers: CallerHeaders;
  /** His ticket was accepted by the last answer. */
  #isAccepted = false;

  constructor(site: SuperOfficeSite, caller: Caller, scope: CallScope) {
    this.#site = site;
    this.#scope = scope;
    this.caller = caller;
    this.#headers = headersOf(caller, site.config.appToken);
  }

  /** What is made of the answer, of whatever status. `label` names it in the log of calls. */
  ask<Made>(ask: Ask, make: (answer: HttpAnswer) => Made, label = labelOf(ask.target)): Promise<Made> {
    const { bases } = this.#site;
    if (!this.caller.credentials) return Promise.reject(new UpstreamError('superoffice', 'unauthenticated'));
    try {
      const base = bases.of(this.caller.tenant, this.#scope);
      return base instanceof Promise
        ? base.then((known) => this.#sent(known, ask, make, label))
        : this.#sent(base, ask, make, label);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  read(ask: Ask): Promise<Read> {
    return this.ask(ask, (answer) => this.parse(answer));
  }

  /** Reads an answer's JSON; raises what a refusal means, and `malformed` for anything but an object or an array. */
  parse(answer: HttpAnswer): Read {
    const { status, call, body } = answer;
    if (status === 204 || (status === 200 && body.length === 0)) throw nothing(status);
    if (status !== 200) {
      const refusal = this.refusal(answer, 'read');
      if (refusal.kind !== 'notFound') throw refusal;
      return { value: null, bytes: body.length, status };
    }
    const value = answer.json();
    if (value === null) throw nothing(status);
    if (typeof value !== 'object') throw new UpstreamError('superoffice', 'malformed', { status });
    this.accept();
    call.rows = Array.isArray(value) ? value.length : 1;
    return { value, bytes: body.length, status };
  }

  /** The tenant has answered the ticket as an API answers. */
  accept(): void {
    if (this.#isAccepted) return;
    this.#isAccepted = true;
    this.#site.proofs.accept(this.caller.ticket);
  }

  get isProven(): boolean {
    return this.caller.credentials !== null && this.#site.proofs.isProven(this.caller.ticket);
  }

  /** The error that an answer stands for. */
  refusal(answer: HttpAnswer, intent: 'read' | 'write'): UpstreamError {
    if (answer.status === 401) {
      this.#isAccepted = false;
      this.#site.proofs.refuse(this.caller.ticket);
    }
    const given = proofsIn(Object.values(this.caller.credentials ?? {}));
    const { appToken } = this.#site.config;
    return toUpstreamError(answer, intent, appToken ? [...given, appToken] : given);
  }

  /** To where the tenant is, and once more to where it has moved. */
  #sent<Made>(base: Base, ask: Ask, make: (answer: HttpAnswer) => Made, label: string): Promise<Made> {
    return this.#send(base, ask, label).then((answer) =>
      answer.status === 421
        ? this.#moved(base, ask, label, answer).then((moved) => make(this.#noted(moved)))
        : make(this.#noted(answer)),
    );
  }

  /** Refused before anything was done, so a write may follow the tenant too. */
  async #moved(old: Base, ask: Ask, label: string, answer: HttpAnswer): Promise<HttpAnswer> {
    const moved = await this.#site.bases.relearn(this.caller.tenant, old, this.#scope);
    return moved ? this.#send(moved, ask, label) : answer;
  }

  #noted(answer: HttpAnswer): HttpAnswer {
    const echo = answer.headers['so-timezone'];
    if (typeof echo === 'string') this.echo = resolveZone(echo) ?? this.echo;
    return answer;
  }

  #send(base: Base, { target, method, intent, kind, body, headers }: Ask, label: string): Promise<HttpAnswer> {
    const request: HttpRequest = {
      system: 'superoffice',
      lane: this.caller.tenant,
      origin: base.origin,
      path: `${base.path}/api/v1/${target}`,
      label,
      method,
      headers: this.#headersOf(body !== undefined, headers),
      intent,
      scope: this.#scope,
    };
    if (body !== undefined) request.body = JSON.stringify(body);
    if (kind) request.kind = kind;
    return this.#site.http.send(request);
  }

  #headersOf(hasBody: boolean, own: Ask['headers']): Readonly<Record<string, string>> {
    const { plain, spoken, written } = this.#headers;
    if (own === this.caller.languages) return hasBody ? written : spoken;
    if (hasBody) return { ...plain, ...json, ...own };
    return own ? { ...plain, ...own } : plain;
  }
}

/** Whoever asks for what need not be there may take it for that. */
const nothing = (status: number) => new UpstreamError('superoffice', 'malformed', { status, isEmpty: true });

type Headers = Readonly<Record<string, string>>;

/** What a caller's requests are sent with; `spoken` with his languages, as nearly all of them, and `written` where they have a body. */
interface CallerHeaders {
  readonly plain: Headers;
  readonly spoken: Headers;
  readonly written: Headers;
}

const json: Headers = { 'content-type': 'application/json' };

/** A caller is known for as long as his connection, and asks again and again. */
const callers = new WeakMap<Caller, CallerHeaders>();

function headersOf(caller: Caller, appToken: string | null): CallerHeaders {
  const known = callers.get(caller);
  if (known) return known;
  const plain = {
    ...wantsJson,
    'user-agent': 'crm-graph',
    'so-timezone': `${sentZone}, includeTZOffset`,
    ...(appToken ? { 'so-apptoken': appToken } : {}),
    ...caller.credentials,
  };
  const { languages } = caller;
  const made = { plain, spoken: { ...plain, ...languages }, written: { ...plain, ...json, ...languages } };
  callers.set(caller, made);
  return made;
}
