import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { type Config, parseConfig } from '../../src/config.ts';
import { leaving } from '../../src/server/http-server.ts';
import { startCrm } from '../crm.ts';

/** The recipes for several replicas say what the server itself says. */

const file = (name: string) => readFileSync(new URL(`../../examples/replicas/${name}`, import.meta.url), 'utf8');
const defaults = parseConfig({});
const seconds = (ms: number) => ms / 1000;
/** From the signal to the end, at the latest. */
const leavingSeconds = seconds(leaving.noticeMs + leaving.drainMs);

/** The settings as the server reads them, and the names that it has not asked for. */
function read(environment: Record<string, string>): { config: Config; unknown: string[] } {
  const asked = new Set<string>();
  const watched = new Proxy(environment, {
    get: (target, name: string) => {
      asked.add(name);
      return target[name];
    },
  });
  const config = parseConfig(watched);
  return { config, unknown: Object.keys(environment).filter((name) => !asked.has(name)) };
}

const folder = mkdtempSync(join(tmpdir(), 'tickets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ticketsFile = join(folder, 'system-tickets.json');
writeFileSync(ticketsFile, JSON.stringify({ Cust12345: '7T:ticket' }));

describe('compose', () => {
  interface Service {
    readonly environment: Record<string, string | number>;
    readonly expose: string[];
    readonly command: string;
    readonly stop_grace_period: string;
    readonly deploy: { readonly replicas: number; readonly resources: { readonly limits: Record<string, string> } };
  }
  const { services } = parse(file('compose.yaml')) as { services: Record<'graph' | 'redis' | 'balancer', Service> };
  const { graph } = services;
  /** As a shell would fill it in. */
  const given: Record<string, string> = {
    ...{ SUPEROFFICE_ENVIRONMENT: 'online', SUPEROFFICE_TENANT: 'Cust12345', PUBLIC_URL: 'https://graph.example.com' },
    ...{ SUPEROFFICE_WEBHOOK_SECRET: 'a secret', SUPEROFFICE_SYSTEM_TICKETS_FILE: ticketsFile },
  };
  const filled = (value: string | number) =>
    String(value).replace(/\$\{(\w+):[-?][^}]*\}/g, (_all, name: string) => given[name] ?? '');
  const environment = Object.fromEntries(
    Object.entries(graph.environment).map(([name, value]) => [name, filled(value)]),
  );

  test('its settings are those of the server: three replicas with one Redis', () => {
    const { config, unknown } = read(environment);
    expect(unknown).toEqual([]);
    expect(config).toMatchObject({
      demo: false,
      host: '0.0.0.0',
      port: defaults.port,
      metricsPort: defaults.metricsPort,
    });
    const { hostname, port } = new URL(config.redisUrl ?? '');
    expect([Object.keys(services).includes(hostname), port]).toEqual([true, '6379']);
    expect(graph.deploy.replicas).toBe(3);
    expect(Object.keys(graph.deploy.resources.limits)).toEqual(['cpus', 'memory']);
    expect(graph.expose).toEqual([defaults.port, defaults.metricsPort].map(String));
    expect(services.redis.command).toContain('--appendonly yes');
  });

  test('no more must be given than which CRM it is', () => {
    const least = Object.fromEntries(
      Object.entries(graph.environment).map(([name, value]) => [
        name,
        /:\?/.test(String(value)) ? (given[name] ?? '') : String(value).replace(/^\$.*/, ''),
      ]),
    );
    expect(read(least).config).toMatchObject({
      publicUrl: null,
      superoffice: { tenant: 'Cust12345', webhookSecret: null },
    });
  });

  test('it waits for the end of what runs', () => {
    expect(Number.parseInt(graph.stop_grace_period, 10)).toBeGreaterThan(leavingSeconds);
  });

  test('its balancer asks where the server answers, often enough to notice one that leaves, and holds no stream for dead', () => {
    const balancer = file('haproxy.cfg');
    const [, path] = balancer.match(/option httpchk GET (\S+)/) ?? [];
    expect(path).toBe('/ready');
    expect(balancer).toContain(`server-template graph ${graph.deploy.replicas} graph:${defaults.port}`);
    const [, inter, fall] = balancer.match(/check inter (\d+)ms fall (\d+)/) ?? [];
    expect(Number(inter) * Number(fall) * 2).toBeLessThan(leaving.noticeMs);
    for (const side of ['client', 'server']) {
      expect(Number(balancer.match(new RegExp(`timeout ${side} (\\d+)s`))?.[1])).toBeGreaterThan(3 * 12);
    }
  });
});

describe('kubernetes', () => {
  interface Probe {
    readonly httpGet: { readonly path: string; readonly port: string };
    readonly periodSeconds: number;
    readonly failureThreshold: number;
  }
  interface Container {
    readonly name: string;
    readonly ports: { name: string; containerPort: number }[];
    readonly env: { name: string; value?: string }[];
    readonly resources: Record<'requests' | 'limits', Record<string, string>>;
    readonly startupProbe: Probe;
    readonly livenessProbe: Probe;
    readonly readinessProbe: Probe;
    readonly lifecycle: { preStop: { sleep: { seconds: number } } };
  }
  interface Manifest {
    readonly kind: string;
    readonly metadata: { readonly name: string };
    readonly spec: {
      readonly replicas: number;
      readonly minAvailable: number;
      readonly selector: Record<string, unknown>;
      readonly ports: { port: number; targetPort: string }[];
      readonly template: {
        readonly metadata: { labels: Record<string, string>; annotations: Record<string, string> };
        readonly spec: { terminationGracePeriodSeconds: number; containers: Container[] };
      };
    };
  }
  const manifests = parseAllDocuments(file('kubernetes.yaml')).map((document) => document.toJS() as Manifest);
  const one = (kind: string, name = 'crm-graph') => {
    const found = manifests.find((each) => each.kind === kind && each.metadata.name === name);
    if (!found) throw new Error(`no ${kind} ${name}`);
    return found.spec;
  };
  const deployment = one('Deployment');
  const pod = deployment.template;
  const [graph] = pod.spec.containers;
  if (!graph) throw new Error('no container');

  test('its settings and ports are those of the server, and Redis is where it is looked for', () => {
    const files: Record<string, string> = { SUPEROFFICE_SYSTEM_TICKETS_FILE: ticketsFile };
    const environment = Object.fromEntries(
      graph.env.map(({ name, value }) => [name, files[name] ?? value ?? 'a-secret']),
    );
    const { config, unknown } = read(environment);
    expect(unknown).toEqual([]);
    expect(config.superoffice).toMatchObject({ tenant: 'Cust12345', webhookSecret: 'a-secret' });
    // Online a system ticket goes with the application's secret, or is refused.
    expect(config.superoffice).toMatchObject({ systemTicketsFile: ticketsFile, appToken: 'a-secret' });
    expect(config.publicUrl).not.toBeNull();
    const ports = Object.fromEntries(graph.ports.map(({ name, containerPort }) => [name, containerPort]));
    expect([config.port, config.metricsPort]).toEqual([ports.http, ports.metrics]);
    expect(ports).toEqual({ http: defaults.port, metrics: defaults.metricsPort });
    expect(pod.metadata.annotations['prometheus.io/port']).toBe(String(config.metricsPort));
    expect(one('Service').ports[0]?.targetPort).toBe('http');
    const { hostname, port } = new URL(config.redisUrl ?? '');
    expect(one('Service', hostname).ports[0]?.port).toBe(Number(port));
    expect(one('StatefulSet', hostname).template.spec.containers[0]?.ports[0]?.containerPort).toBe(Number(port));
  });

  test('its probes ask where the server answers', async () => {
    await using crm = await startCrm();
    const probes = [graph.startupProbe, graph.livenessProbe, graph.readinessProbe];
    expect(probes.map(({ httpGet }) => httpGet)).toEqual(
      ['/health', '/health', '/ready'].map((path) => ({ path, port: 'http' })),
    );
    for (const { httpGet } of probes) expect((await fetch(new URL(httpGet.path, crm.url))).status).toBe(200);
    const { periodSeconds, failureThreshold } = graph.readinessProbe;
    expect(periodSeconds * failureThreshold).toBeLessThan(seconds(leaving.noticeMs));
  });

  test('one that ends is waited for, and as many stay as are needed', () => {
    const { preStop } = graph.lifecycle;
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(preStop.sleep.seconds + leavingSeconds);
    const budget = one('PodDisruptionBudget');
    expect(deployment.replicas).toBe(3);
    expect(budget.minAvailable).toBeLessThan(deployment.replicas);
    expect(budget.selector).toEqual(deployment.selector);
    expect(deployment.selector).toEqual({ matchLabels: pod.metadata.labels });
    expect(one('Service').selector).toEqual(pod.metadata.labels);
  });

  test('every container has its share and its bound', () => {
    for (const { kind, spec } of manifests) {
      for (const { resources } of kind === 'Service' ? [] : (spec.template?.spec.containers ?? [])) {
        expect(Object.keys(resources)).toEqual(['requests', 'limits']);
        for (const given of Object.values(resources)) expect(Object.keys(given)).toEqual(['cpu', 'memory']);
      }
    }
  });
});
