import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import type { LiveSettings } from '../src/context/live.ts';
import { schema } from '../src/schema.ts';
import { createLog } from '../src/server/log.ts';
import type { JournalEntry } from '../src/simulator/journal.ts';
import type { OnOfficeOptions } from '../src/simulator/onoffice/options.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../src/simulator/onoffice.ts';
import type { OptionsPatch, SimulatorOptions } from '../src/simulator/options.ts';
import type { TenantWorld } from '../src/simulator/store.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../src/simulator/superoffice.ts';
import type { UpstreamCall } from '../src/upstream/calls.ts';
import { noteAnswer } from './asked.ts';
import type { Operations } from './queries.ts';
import { toldSecret } from './secrets.ts';

/** A Wednesday in winter time, far from every edge; tests about edges name their own instant. */
export const wednesday = new Date('2026-03-04T00:00:00Z');

/** Rows that the CRM gives at a time, and whether joins multiply them: set for a whole run of the suite. */
const pageLimit = Number(process.env.TEST_PAGE_LIMIT) || null;
const multiplyJoins = Boolean(process.env.TEST_MULTIPLY_JOINS);

export interface CrmOptions {
  /** Settings beside those that point at the simulated CRMs. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What the simulated SuperOffice does where its manual leaves a choice. */
  readonly superoffice?: OptionsPatch<SimulatorOptions>;
  readonly onoffice?: Partial<OnOfficeOptions>;
  /** Changes the seeded tables of SuperOffice. */
  readonly seed?: (world: TenantWorld, now: number) => void;
  /** How events are kept and told. */
  readonly live?: Partial<LiveSettings>;
  /** Where the clock of CRMs and server starts. */
  readonly now?: Date;
}

export interface QueryOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The `Authorization`; Lars, who may do everything, where it is not given. null: none. */
  readonly ticket?: string | null;
}

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly [more: string]: unknown };
}

export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  /** As typed by `npm run codegen` from the query's own text. */
  readonly data: Data;
  readonly errors: readonly GraphError[] | undefined;
  readonly extensions: {
    readonly cost?: { readonly requested: number; readonly limit: number };
    readonly upstream?: { readonly total: number; readonly calls: readonly UpstreamCall[] };
  };
  /** What SuperOffice has received for it. */
  readonly calls: readonly JournalEntry[];
}

type DataOf<Text> = Text extends keyof Operations ? Operations[Text]['data'] : unknown;
type VariablesOf<Text> = Text extends keyof Operations ? Operations[Text]['variables'] : Record<string, unknown>;

/** The server with both simulated CRMs, on free ports, as production would see them: asked over HTTP, told by settings. */
export async function startCrm(options: CrmOptions = {}) {
  const now = options.now ?? wednesday;
  const superoffice = await startSuperOfficeSimulator({
    now,
    options: withRunOptions(options.superoffice ?? {}),
    ...(options.seed && { seed: options.seed }),
  });
  const onoffice = await startOnOfficeSimulator({ now, options: options.onoffice ?? {} });
  const folder = mkdtempSync(join(tmpdir(), 'crm-'));
  const config = parseConfig({ ...settingsFor(superoffice, onoffice, folder), ...options.settings });
  const logged: string[] = [];
  const log = createLog(config, { write: (line) => void logged.push(line) });
  const app = await startApp(config, {
    log,
    now: () => superoffice.clock.now(),
    ...(options.live && { live: options.live }),
  });

  async function close(): Promise<void> {
    await app.close();
    await Promise.all([superoffice.close(), onoffice.close()]);
    rmSync(folder, { recursive: true, force: true });
    expect(toldSecret(logged.join('')), 'in the log').toBeNull();
  }

  /** One operation. Operations of one test run one after another, or `calls` holds what others have asked. */
  async function query<const Text extends string>(
    text: Text,
    variables?: VariablesOf<Text>,
    { headers, ticket = superoffice.tickets.lars }: QueryOptions = {},
  ): Promise<Answer<DataOf<Text>>> {
    const before = superoffice.journal.length;
    const response = await fetch(app.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(ticket === null ? {} : { authorization: ticket }),
        ...headers,
      },
      body: JSON.stringify({ query: text, variables }),
    });
    const told = await response.text();
    expect(toldSecret(told), 'in an answer').toBeNull();
    const { data, errors, extensions } = JSON.parse(told) as Answer<DataOf<Text>>;
    const calls = superoffice.journal.slice(before);
    noteAnswer(schema, text, data, variables);
    return { status: response.status, headers: response.headers, data, errors, extensions: extensions ?? {}, calls };
  }

  return {
    url: app.url,
    query,
    /** What has been received since the start, or since `clear()`. */
    superoffice: Object.assign(superoffice, { calls: () => [...superoffice.journal] }),
    onoffice: Object.assign(onoffice, { calls: () => [...onoffice.journal] }),
    /** Lines of the server's log. */
    logged,
    close,
    [Symbol.asyncDispose]: close,
  };
}

export type Crm = Awaited<ReturnType<typeof startCrm>>;

const named = (calls: readonly JournalEntry[]) => calls.map(({ method, path }) => `${method} ${path}`).join(', ');
const takesMore = pageLimit !== null || multiplyJoins;

/** That many requests went to SuperOffice. Where short pages or multiplied rows make more necessary: at least as many. */
export function expectRequests(calls: readonly JournalEntry[], count: number): void {
  const paths = named(calls);
  if (takesMore) expect(calls.length, paths).toBeGreaterThanOrEqual(count);
  else expect(calls.length, paths).toBe(count);
}

/** No more requests than that went to SuperOffice, unless short pages or multiplied rows make more necessary. */
export function expectAtMost(calls: readonly JournalEntry[], most: number): void {
  if (!takesMore) expect(calls.length, named(calls)).toBeLessThanOrEqual(most);
}

/** What a test says itself goes before what is set for the run; both hold after a reset, too. */
function withRunOptions(options: OptionsPatch<SimulatorOptions>): OptionsPatch<SimulatorOptions> {
  const archive = {
    ...(pageLimit !== null && { pageLimit }),
    ...(multiplyJoins && { toMany: 'multiply' as const }),
    ...options.archive,
  };
  return { ...options, archive };
}

export function settingsFor(
  superoffice: SuperOfficeSimulator,
  onoffice: OnOfficeSimulator,
  folder: string,
): Record<string, string> {
  const [first, second] = onoffice.customers;
  const credentials = join(folder, 'customers.json');
  const of = ({ token, secret }: typeof first, tenant: string) => ({ token, secret, tenants: [tenant] });
  writeFileSync(
    credentials,
    JSON.stringify({ [first.id]: of(first, 'Cust12345'), [second.id]: of(second, 'Cust23456') }),
  );
  return {
    PORT: '0',
    METRICS_PORT: '0',
    EXPLAIN: 'on',
    // A test file asks for more in a minute than a client may; tests of the limit set their own.
    RATE_LIMIT: '1000000000',
    // A machine that others work on may stand still for seconds; tests of deadlines set their own.
    UPSTREAM_TIMEOUT_MS: '12000',
    REQUEST_DEADLINE_MS: '14000',
    SUPEROFFICE_URL: `${superoffice.origin}/{tenant}`,
    SUPEROFFICE_TENANT: 'Cust12345',
    SUPEROFFICE_TENANTS: 'Cust23456',
    ONOFFICE_URL: onoffice.url,
    ONOFFICE_CREDENTIALS_FILE: credentials,
  };
}
