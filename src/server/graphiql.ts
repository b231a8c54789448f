import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { GraphiQLOptions } from 'graphql-yoga';
import { examples } from './examples.ts';

/** The page as it goes out; all it needs is inside it, and it may ask no other host for anything. */
export interface GraphiqlPage {
  readonly html: Buffer;
  readonly gzipped: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that a reader will want to fill in, in the order of their use. */
const offeredHeaders = ['Authorization', 'X-Tenant', 'SO-Language', 'SO-TimeZone', 'X-Explain'];

/**
 * The page moves its tabs aside when their widths change as its fonts come, and shows it of one that has the focus alone: pressed,
 * it would leave the pointer before it is let go, and not open.
 */
const stayingTabs = '<style>.graphiql-tab { transform: none !important }</style>';

/**
 * A page that is rendered when it is first asked for, since it is large and loading it delays the start.
 * `given` fills in header values: the demo's ticket. All others stand there empty.
 */
export function graphiqlPages(endpoint: string, given: Readonly<Record<string, string>>): () => Promise<GraphiqlPage> {
  let page: Promise<GraphiqlPage> | undefined;
  return () => {
    page ??= renderedPage(endpoint, given);
    return page;
  };
}

async function renderedPage(endpoint: string, given: Readonly<Record<string, string>>): Promise<GraphiqlPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL(pageOptions(endpoint, given)).replace('</head>', `${stayingTabs}</head>`);
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => sourceHash(script ?? ''));
  const bytes = Buffer.from(html);
  return {
    html: bytes,
    gzipped: await promisify(gzip)(bytes),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': contentPolicy(scripts),
    },
  };
}

function pageOptions(endpoint: string, given: Readonly<Record<string, string>>): GraphiQLOptions {
  const headers = JSON.stringify(Object.fromEntries(offeredHeaders.map((name) => [name, given[name] ?? ''])), null, 2);
  return {
    title: 'crm-graph',
    endpoint,
    headers,
    defaultTabs: examples.map(({ query, variables }) => ({ query, variables: variables ?? null, headers })),
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: false,
    inputValueDeprecation: true,
    schemaDescription: true,
    timeout: 30_000,
  };
}

/** Only the page's own script runs, and it may talk to this server alone; the editor's workers are made by that script. */
function contentPolicy(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sourceHash(script: string): string {
  return `'sha256-${hash('sha256', script, 'base64')}'`;
}
