import type { HttpAnswer } from '../answer.ts';
import type { CallScope } from '../calls.ts';
import { UpstreamError } from '../errors.ts';
import type { Loaded } from '../kept.ts';
import { isObject } from '../object.ts';
import { resolveZone } from '../zones.ts';
import { type Ask, type Caller, Channel } from './channel.ts';
import type { ArchivePage, ArchiveRequest, EntityOptions, ReferenceList, SuperOffice, Write } from './client.ts';
import { type WireZones, wireZones } from './dates.ts';
import { entityKey } from './entities.ts';
import { readErrorBody } from './errors.ts';
import { archivePath, archiveTarget, entityTarget, nextTarget } from './requests.ts';
import { REFERENCE_MS, type SuperOfficeSite } from './site.ts';
import { Table } from './table.ts';
import type { ArchiveRow, PrincipalWire } from './wire.ts';

/** How long the absence of something is believed. */
const ABSENT_MS = 60_000;

const malformed = (status: number) => new UpstreamError('superoffice', 'malformed', { status });

class Session implements SuperOffice {
  readonly #site: SuperOfficeSite;
  readonly #caller: Caller;
  readonly #scope: CallScope;
  readonly #channel: Channel;
  #baseZone: string | null = null;
  #principal: Promise<PrincipalWire> | undefined;

  constructor(site: SuperOfficeSite, caller: Caller, scope: CallScope) {
    this.#site = site;
    this.#caller = caller;
    this.#scope = scope;
    this.#channel = new Channel(site, caller, scope);
  }

  archive(request: ArchiveRequest): Promise<ArchivePage> {
    return this.areDatesPrepared ? this.#first(request) : this.prepareDates().then(() => this.#first(request));
  }

  async next(request: ArchiveRequest, nextLink: string): Promise<ArchivePage | null> {
    const base = await this.#site.bases.of(this.#caller.tenant, this.#scope);
    const path = archivePath(request.provider);
    const target = nextTarget(base, path, nextLink);
    return target === null ? null : this.#page(request, path, target);
  }

  async get<T>(path: string, options: EntityOptions = {}): Promise<T | null> {
    const { entities, config } = this.#site;
    const { languages, tenant } = this.#caller;
    const ask: Ask = { target: entityTarget(path, options), method: 'GET', intent: 'read', headers: languages };
    if (!config.entityCache || !entities.covers(path, options.select)) {
      return (await this.#channel.read(ask)).value as T | null;
    }
    const key = entityKey(tenant, path, options.select ?? [], this.#caller.ticket, JSON.stringify(languages));
    const held = entities.get(key);
    const headers = held ? { ...languages, 'if-modified-since': held.lastModified } : languages;
    return this.#channel.ask({ ...ask, headers }, (answer) => {
      if (held && answer.status === 304) {
        this.#channel.accept();
        Object.assign(answer.call, { cache: 'revalidated', rows: 1 });
        return held.read() as T;
      }
      const { value } = this.#channel.parse(answer);
      if (value !== null) entities.keep(key, answer.headers, answer.body);
      return value as T | null;
    });
  }

  async agentRead<T>(path: string, body: unknown, options: EntityOptions = {}): Promise<T | null> {
    const ask: Ask = { target: entityTarget(path, options), method: 'POST', intent: 'read', body };
    return this.#channel.ask({ ...ask, headers: this.#caller.languages }, (answer) => {
      if (answer.status !== 200) throw this.#channel.refusal(answer, 'read');
      const value = answer.json();
      // Agents refuse with status 200 and an error object (superoffice.md 9.1).
      const error = readErrorBody(value);
      if (error) {
        throw new UpstreamError('superoffice', 'invalid', { status: 200, ...(error.type ? { type: error.type } : {}) });
      }
      this.#channel.accept();
      answer.call.rows = Array.isArray(value) ? value.length : null;
      return value as T | null;
    });
  }

  reference<T>(path: string, kept: 'shared' | 'ticket', language?: string | null): Promise<T | null> {
    return this.#reference(path, kept, language) as Promise<T | null>;
  }

  referenceList<T>({ path, kept, entry }: ReferenceList<T>, language?: string | null): Promise<T[] | null> {
    const entries = (value: unknown) => {
      if (Array.isArray(value)) return value.map(entry).filter((each) => each !== null);
      throw malformed(200);
    };
    return this.#reference(path, kept, language, entries) as Promise<T[] | null>;
  }

  isAtHand(path: string, kept: 'shared' | 'ticket'): boolean {
    return this.#site.references.has(this.#referenceKey(path, kept, this.#caller.language));
  }

  #referenceKey(path: string, kept: 'shared' | 'ticket', language: string | null): string {
    const owner = kept === 'shared' ? '' : this.#caller.ticket;
    return [this.#caller.tenant, path, owner, language ?? 'x'].join('\n');
  }

  async #reference(
    path: string,
    kept: 'shared' | 'ticket',
    language = this.#caller.language,
    read: (value: unknown) => unknown = (value) => value,
  ): Promise<unknown> {
    const key = this.#referenceKey(path, kept, language);
    const place = { owner: this.#caller.tenant, path, language: language ?? 'x' };
    const { shared } = this.#site;
    const load = async (): Promise<Loaded<unknown>> => {
      const recalled = kept === 'shared' ? await shared.recall(place) : null;
      if (recalled && recalled.value !== undefined) {
        // Another replica has read it with another ticket: this one has proven nothing by it.
        await this.prove();
        return { ...recalled, value: recalled.value === null ? null : read(recalled.value) };
      }
      const headers = { 'so-language': language ?? 'x' };
      const answer = await this.#channel.read({ target: entityTarget(path), method: 'GET', intent: 'read', headers });
      if (answer.value === null) return { value: null, bytes: answer.bytes, ttlMs: ABSENT_MS };
      const value = read(answer.value);
      if (recalled) shared.keep(place, recalled.mark, answer.value, REFERENCE_MS);
      return { value, bytes: answer.bytes };
    };
    // Whoever asks first is judged by the answer; what others have asked for is given to accepted tickets alone.
    const admission = { who: this.#caller.ticket, admit: () => this.prove() };
    return this.#site.references.get(key, this.#scope, load, admission);
  }

  async send<T>(write: Write): Promise<T | null> {
    const { method, path, kind, body, ifUnmodifiedSince } = write;
    const { languages } = this.#caller;
    const own: Record<string, string> = {};
    if (this.#site.config.patchType === 'rfc' && method === 'PATCH') own['content-type'] = `application/${kind}+json`;
    if (ifUnmodifiedSince !== undefined) {
      own['if-unmodified-since'] = new Date(Math.ceil(ifUnmodifiedSince / 1_000) * 1_000).toUTCString();
    }
    const headers = Object.keys(own).length > 0 ? { ...languages, ...own } : languages;
    const record = /^\w+\/\d+/.exec(path)?.[0];
    try {
      const target = entityTarget(path, write);
      return await this.#channel.ask({ target, method, intent: 'write', headers, body, kind }, (answer) => {
        if (answer.status < 200 || answer.status > 299) throw this.#channel.refusal(answer, 'write');
        const value = answer.status === 204 || answer.body.length === 0 ? null : written(answer);
        this.#channel.accept();
        return value as T | null;
      });
    } finally {
      // Whatever came of it: what was read before may no longer hold.
      if (record) this.#site.entities.drop(this.#caller.tenant, record);
    }
  }

  drop(path: string): Promise<void> {
    return this.#site.forget(this.#caller.tenant, path);
  }

  principal(): Promise<PrincipalWire> {
    this.#principal ??= this.#readPrincipal();
    return this.#principal;
  }

  async prove(): Promise<void> {
    if (!this.#channel.isProven) await this.principal();
  }

  wireZones(source: 'entity' | 'archive'): WireZones {
    const { archiveZone } = this.#site.config;
    return wireZones({ source, echo: this.#channel.echo, base: this.#baseZone, archiveZone });
  }

  get areDatesPrepared(): boolean {
    return this.#site.config.archiveZone !== 'base' || this.#baseZone !== null;
  }

  async prepareDates(): Promise<void> {
    if (this.areDatesPrepared) return;
    const names = (await this.#reference('TimeZone/base', 'shared', undefined, zoneNames)) as string[] | null;
    this.#baseZone = names?.map(resolveZone).find((zone) => zone !== null) ?? null;
  }

  async #readPrincipal(): Promise<PrincipalWire> {
    const ask: Ask = { target: 'User/currentPrincipal', method: 'GET', intent: 'read' };
    const { value, status } = await this.#channel.read({ ...ask, headers: this.#caller.languages });
    const id = isObject(value) ? value.AssociateId : null;
    if (typeof id !== 'number' || id !== (id | 0)) throw malformed(status);
    return value as PrincipalWire;
  }

  #first(request: ArchiveRequest): Promise<ArchivePage> {
    const path = archivePath(request.provider);
    return this.#page(request, path, archiveTarget(path, request));
  }

  #page({ select }: ArchiveRequest, path: string, target: string): Promise<ArchivePage> {
    const ask: Ask = { target, method: 'GET', intent: 'read', headers: this.#caller.languages };
    return this.#channel.ask(ask, (answer) => this.#pageOf(answer, select), `/${path}`);
  }

  #pageOf(answer: HttpAnswer, select: readonly string[]): ArchivePage {
    if (answer.status !== 200) throw this.#channel.refusal(answer, 'read');
    const table = Table.of(answer.body, select);
    const page = table ? { rows: table, nextLink: table.nextLink } : parsedPage(answer);
    this.#channel.accept();
    answer.call.rows = page.rows.length;
    return { rows: page.rows, nextLink: typeof page.nextLink === 'string' && page.nextLink ? page.nextLink : null };
  }
}

/** The code of a zone, and its id, by either of which it is known; raises where an answer is about no zone. */
function zoneNames(answer: unknown): string[] {
  const { TZLocationCode: code, TZLocationID: id } = isObject(answer) ? answer : {};
  const given = [code, typeof id === 'number' && id > 0 ? String(id) : id];
  const names = given.filter((name): name is string => typeof name === 'string' && name !== '');
  if (names.length === 0) throw malformed(200);
  return names;
}

/** A page in any form that JSON allows. */
function parsedPage(answer: HttpAnswer): { rows: readonly ArchiveRow[]; nextLink: unknown } {
  const page = answer.json();
  const rows = isObject(page) ? rowsOf(page) : undefined;
  if (!isObject(page) || !Array.isArray(rows) || !rows.every(isObject)) throw malformed(answer.status);
  return { rows: rows as unknown[] as ArchiveRow[], nextLink: page['odata.nextLink'] };
}

/** The rows of an envelope; one that is whole may hold null where there are none. */
function rowsOf(page: Record<string, unknown>): unknown {
  return page.value === null && 'odata.metadata' in page ? [] : page.value;
}

/** What a write is answered with; by what is no JSON nobody can tell whether it was done. */
function written(answer: HttpAnswer): unknown {
  const { status } = answer;
  let value: unknown;
  try {
    value = answer.json();
  } catch (cause) {
    throw new UpstreamError('superoffice', 'unknownOutcome', { status, cause });
  }
  // A success that says it is none (superoffice.md 9.1).
  if (readErrorBody(value)) throw new UpstreamError('superoffice', 'unknownOutcome', { status });
  return value;
}

/** SuperOffice for one operation. Nothing is sent until something is asked for, and nothing at all without credentials. */
export function createSuperOffice(site: SuperOfficeSite, caller: Caller, scope: CallScope): SuperOffice {
  return new Session(site, caller, scope);
}
