import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { BreakerState } from '../upstream/breaker.ts';
import type { UpstreamCall } from '../upstream/calls.ts';
import type { System } from '../upstream/errors.ts';
import { listen } from './http-server.ts';
import type { Operation } from './operation.ts';
import { pathOf } from './path.ts';
import type { Report } from './reports.ts';
import { tally, times } from './tallies.ts';

/** What is counted. Labels are of small closed sets: no tenant, no name, no address, nothing that a caller can make up. */
export interface Metrics {
  readonly operation: Report;
  call(call: UpstreamCall): void;
  /** Something was asked of what is kept between requests. */
  kept(system: System, outcome: 'hit' | 'miss' | 'revalidated'): void;
  /** All of it in the form of Prometheus. */
  text(): Promise<string>;
}

export interface MetricsSources {
  readonly breakers: () => readonly { system: System; state: BreakerState }[];
  readonly unhandledRejections: () => number;
  /** Whether Redis can be reached; null: there is none. */
  readonly redis: () => boolean | null;
}

const operationSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const statusClasses = Array.from({ length: 10 }, (_, digit) => `${digit}xx`);
const breakerStates: readonly BreakerState[] = ['closed', 'open', 'half-open'];

export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const operations = operationMetrics(registry);
  const calls = callMetrics(registry);
  const kept = tally(registry, {
    ...{ name: 'crm_graph_kept_total', help: 'Questions to what is kept between requests' },
    labelNames: ['system', 'outcome'],
  });
  addGauges(registry, sources);
  return {
    operation: operations,
    call(call) {
      calls(call);
      if (call.status === 304) kept(1, call.system, 'revalidated');
    },
    kept: (system, outcome) => kept(1, system, outcome),
    text: () => registry.metrics(),
  };
}

function operationMetrics(registry: Registry): Metrics['operation'] {
  const count = tally(registry, {
    ...{ name: 'crm_graph_operations_total', help: 'Operations by kind and by what came of them' },
    labelNames: ['kind', 'outcome'],
  });
  const errors = tally(registry, {
    name: 'crm_graph_errors_total',
    help: 'Errors in answers, by code',
    labelNames: ['code'],
  });
  const seconds = times(registry, {
    ...{ name: 'crm_graph_operation_duration_seconds', help: 'From the request to the last of its answer' },
    ...{ labelNames: ['kind'], buckets: operationSeconds },
  });
  const cost = tally(registry, { name: 'crm_graph_cost_total', help: 'Cost of what was run', labelNames: [] });
  return (operation, _status, spent) => {
    const kind = operation.kind ?? 'none';
    count(1, kind, outcomeOf(operation));
    seconds(spent.ms / 1000, kind);
    if (operation.allowance?.isTaken) cost(operation.cost?.requested ?? 0);
    for (const [code, times] of operation.errors) errors(times, code);
  };
}

function outcomeOf({ errors, hasData }: Operation): string {
  if (errors.size === 0) return 'complete';
  return hasData ? 'partial' : 'failed';
}

function callMetrics(registry: Registry): Metrics['call'] {
  const count = tally(registry, {
    ...{ name: 'crm_graph_upstream_requests_total', help: 'Requests to a CRM, by class of status' },
    labelNames: ['system', 'status'],
  });
  const seconds = times(registry, {
    ...{ name: 'crm_graph_upstream_duration_seconds', help: 'From a request to the last byte of its answer' },
    ...{ labelNames: ['system'], buckets: operationSeconds },
  });
  const bytes = tally(registry, {
    name: 'crm_graph_upstream_bytes_total',
    help: 'Bytes of answers of a CRM',
    labelNames: ['system'],
  });
  return ({ system, status, ms, bytes: size }) => {
    count(1, system, status === null ? 'none' : (statusClasses[Math.floor(status / 100)] ?? 'none'));
    seconds(ms / 1000, system);
    bytes(size, system);
  };
}

function addGauges(registry: Registry, { breakers, unhandledRejections, redis }: MetricsSources): void {
  const registers = [registry];
  new Gauge({
    name: 'crm_graph_breakers',
    help: 'Ways to a CRM, one for each tenant, by the state of the breaker',
    registers,
    labelNames: ['system', 'state'],
    collect() {
      this.reset();
      const states = breakers();
      for (const system of ['superoffice', 'onoffice'] as const) {
        for (const state of breakerStates) {
          this.set({ system, state }, states.filter((one) => one.system === system && one.state === state).length);
        }
      }
    },
  });
  if (redis() !== null) {
    new Gauge({
      ...{ name: 'crm_graph_redis_reachable', help: '1, or 0 where this replica goes on alone', registers },
      collect() {
        this.set(redis() ? 1 : 0);
      },
    });
  }
  new Counter({
    ...{ name: 'crm_graph_unhandled_rejections_total', help: 'Failures that nobody waited for', registers },
    collect() {
      this.reset();
      this.inc(unhandledRejections());
    },
  });
}

/** Serves the numbers at `/metrics` on a port of their own; resolves when it listens. */
export async function serveMetrics(metrics: Metrics, host: string, port: number): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    // Scrapers may be set to send parameters: what they would choose, they choose of all that there is.
    if (pathOf(request) !== '/metrics') {
      return response
        .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end('The numbers are at /metrics.\n');
    }
    const text = await metrics.text().catch(() => null);
    response.writeHead(text === null ? 500 : 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    return response.end(text ?? '');
  });
  await listen(server, host, port);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
