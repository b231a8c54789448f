import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const root = new URL('..', import.meta.url).pathname;
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((path) => path !== '');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => `src/${path}`);
const imports = sources.flatMap(importsOf);

/** From the process to the wire; each may import its own layer and those behind it. */
const layers = ['app', 'server', 'execution', 'schema', 'entities', 'graphql', 'context', 'reading', 'upstream'];

function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  const pattern =
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'|^import\s*'(\.[^']+)'/gm;
  return [...text.matchAll(pattern)].map(([, type, named, dynamic, bare]) => ({
    from: path,
    to: normalize(join(dirname(path), named ?? dynamic ?? bare ?? '')),
    typeOnly: type !== undefined,
  }));
}

function isSimulated(path: string): boolean {
  return path.endsWith('.simulated.ts');
}

function layerOf(path: string): string {
  if (isSimulated(path)) return 'simulator';
  const [, first = ''] = path.split('/');
  const name = first.replace(/\.ts$/, '');
  return name === 'main' ? 'app' : name;
}

function allowed({ from, to }: Import): boolean {
  const [source, target] = [layerOf(from), layerOf(to)];
  if (source === 'simulator') return target === 'simulator' || target === 'config' || /wire\.ts$|\.json$/.test(to);
  if (target === 'simulator') return source === 'app';
  if (target === 'config' || target === 'events') return true;
  if (source === 'config' || source === 'events') return false;
  // What replicas share is asked for by every layer, and knows of none.
  if (target === 'replicas') return true;
  if (source === 'replicas') return false;
  return layers.includes(source) && layers.indexOf(target) >= layers.indexOf(source);
}

/** All that is loaded with a file. */
function reachedFrom(start: string, reached = new Set<string>()): Set<string> {
  for (const { from, to } of imports) {
    if (from !== start || reached.has(to)) continue;
    reached.add(to);
    reachedFrom(to, reached);
  }
  return reached;
}

const shown = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe('imports', () => {
  test('every file is in a layer that is known', () => {
    const known = new Set([...layers, 'simulator', 'config', 'events', 'replicas']);
    expect(sources.filter((path) => !known.has(layerOf(path)))).toEqual([]);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  test('point one way', () => {
    expect(shown(imports.filter((found) => !allowed(found)))).toEqual([]);
  });

  test('of the vendor’s shapes into the simulators are types, never code', () => {
    const wires = imports.filter(({ from, to }) => layerOf(from) === 'simulator' && to.endsWith('wire.ts'));
    expect(shown(wires.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  test('of one entity into another see its model alone', () => {
    const folderOf = (path: string) => path.match(/^src\/entities\/([^/]+)\//)?.[1];
    const across = imports.filter(({ from, to }) => folderOf(from) && folderOf(to) && folderOf(from) !== folderOf(to));
    const hidden = across.filter(({ from, to }) => !isSimulated(from) && !/\.(model|node|wire)\.ts$/.test(to));
    expect(shown(hidden)).toEqual([]);
  });

  test('of Redis are made where one is set, and not before', () => {
    const loading = imports.filter(
      ({ to, from, typeOnly }) =>
        /^src\/replicas\/redis\//.test(to) && !/^src\/replicas\/redis\//.test(from) && !typeOnly,
    );
    expect(shown(loading)).toEqual(['src/replicas/open.ts imports src/replicas/redis/join.ts']);
    expect(readFileSync(join(root, 'src/replicas/open.ts'), 'utf8')).toContain("await import('./redis/join.ts')");
    const named = sources.filter((path) =>
      /^import (?!type).* from 'ioredis'/m.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(named).toEqual([]);
  });

  test('name files that exist, with their ending', () => {
    const files = new Set(tracked);
    expect(shown(imports.filter(({ to }) => !files.has(to)))).toEqual([]);
  });
});

describe('entities', () => {
  test('each folder with something to publish is loaded by the list of entities', () => {
    const loaded = reachedFrom('src/entities/index.ts');
    const published = sources.filter((path) => /^src\/entities\/.*\.(type|mutation|subscription)\.ts$/.test(path));
    expect(published.filter((path) => !loaded.has(path))).toEqual([]);
  });

  test('each simulated part is loaded by the simulators', () => {
    const used = new Set(imports.filter(({ from }) => layerOf(from) === 'simulator').map(({ to }) => to));
    expect(sources.filter((path) => isSimulated(path) && !used.has(path))).toEqual([]);
  });

  test('files say what they are: the thing, then what is said about it', () => {
    const files = sources.filter((path) => /^src\/entities\/[^/]+\//.test(path));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => !/\/[a-z-]+(\.[a-z]+)+\.ts$/.test(path))).toEqual([]);
  });
});

test('the lock file names the packages of every platform, or a clean install is refused', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`]?.version && !packages[`${path}/node_modules/${name}`]?.version,
    ),
  );
  expect(missing).toEqual([]);
});

describe('files', () => {
  test('names are words, none of them empty', () => {
    const paths = tracked.filter((path) => /^(src|test)\//.test(path) && !path.startsWith('test/fixtures/'));
    const empty = /(^|\/)(utils?|helpers?|common|lib|types|misc)(\/|\.ts$)/;
    expect(paths.filter((path) => empty.test(path))).toEqual([]);
    const named = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|json|graphql)$/;
    expect(paths.filter((path) => !named.test(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  test('the top level holds what it is meant to hold', () => {
    const top = new Set(tracked.map((path) => path.split('/')[0] ?? '').filter((name) => !name.startsWith('.')));
    const meant = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'src',
      'schema',
      'codegen.ts',
      'test',
      'bench',
    ];
    const more = ['codegen.artefacts.ts', 'examples', 'Dockerfile', 'README.md', 'LICENSE'];
    expect([...top].filter((name) => ![...meant, ...more].includes(name))).toEqual([]);
  });

  test('a file can be read in one sitting; seeds are long because the world is', () => {
    const lines = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length;
    expect(
      sources.filter((path) => lines(path) > (isSimulated(path) ? 400 : 320)).map((path) => `${path}: ${lines(path)}`),
    ).toEqual([]);
  });

  test('nothing is left to be done later, and nothing is switched off', () => {
    const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/;
    const code = tracked.filter((path) => /^(src|test)\/.*\.ts$/.test(path) && path !== 'test/architecture.test.ts');
    expect(code.filter((path) => marks.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
