import type { Fault, FaultRule } from '../../src/simulator/faults.ts';
import type { OnOfficeSimulator } from '../../src/simulator/onoffice.ts';
import type { Random } from '../../src/simulator/random.ts';
import type { SuperOfficeSimulator } from '../../src/simulator/superoffice.ts';

const retryAfter = (value: string) => ({ 'Retry-After': value });
const secretBody = { Message: 'db-password-hunter2', StackTrace: 'at db-password-hunter2' };

/** What a CRM can do wrong; every one of these must be met by a coded error, or not be noticed at all. */
const faults: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'reset', undone: true },
  { kind: 'resetInBody' },
  { kind: 'truncated' },
  { kind: 'hang' },
  { kind: 'delay', milliseconds: 200 },
  { kind: 'delay', milliseconds: 900 },
  { kind: 'drip', milliseconds: 400 },
  { kind: 'drip', milliseconds: 8_000 },
  { kind: 'oversized', bytes: 17 * 1024 * 1024 },
  { kind: 'html' },
  { kind: 'html', status: 401 },
  { kind: 'html', status: 502 },
  { kind: 'wrongShape', body: null },
  { kind: 'wrongShape', body: 7 },
  { kind: 'wrongShape', body: { value: 'no rows' } },
  { kind: 'plain', body: '<?xml version="1.0"?><Contact/>', contentType: 'application/xml' },
  { kind: 'plain', body: '', contentType: 'application/json' },
  { kind: 'wrongLength' },
  { kind: 'notModified' },
  { kind: 'redirect', location: 'http://127.0.0.1:9/' },
  { kind: 'status', status: 429, headers: retryAfter('1') },
  { kind: 'status', status: 429, headers: retryAfter('86400') },
  { kind: 'status', status: 429, headers: retryAfter('Thu, 01 Jan 2015 00:00:00 GMT') },
  { kind: 'status', status: 503, headers: retryAfter('soon') },
  { kind: 'status', status: 503, headers: retryAfter(new Date(Date.now() + 60_000).toUTCString()) },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 500, body: secretBody },
  { kind: 'status', status: 200, headers: { 'X-Large': 'x'.repeat(70_000) } },
];

/** Tells whether a fault has anything to do with a body that is too large: those are dear, and rarer. */
const isDear = ({ kind }: Fault) => kind === 'oversized';

/**
 * Lays out other faults every now and then: usually a few that strike some of the requests, sometimes one that strikes all
 * of a tenant for two seconds and more. The function that comes back ends it, and takes all faults away.
 */
export function unleash(superoffice: SuperOfficeSimulator, onoffice: OnOfficeSimulator, random: Random): () => void {
  let storm: { rule: FaultRule; until: number } | null = null;
  const calm = () => {
    superoffice.faults.clear();
    onoffice.faults.clear();
  };
  const lay = () => {
    calm();
    const now = performance.now();
    if (storm && now >= storm.until) storm = null;
    if (!storm && random.chance(0.03)) storm = { rule: stormOf(random), until: now + random.int(1_500, 3_500) };
    if (storm) superoffice.faults.add(storm.rule);
    for (const side of [superoffice.faults, onoffice.faults]) for (const rule of fewOf(random)) side.add(rule);
  };
  lay();
  const timer = setInterval(lay, 250);
  return () => {
    clearInterval(timer);
    calm();
  };
}

const tenants = ['Cust12345', 'Cust23456', 'Cust34567'];

function stormOf(random: Random): FaultRule {
  return { tenant: random.pick(tenants), fault: random.pick(faults.filter((fault) => !isDear(fault))) };
}

function fewOf(random: Random): FaultRule[] {
  const few = random.shuffle(faults).slice(0, 4);
  return few.map((fault) => ({ probability: isDear(fault) ? 0.003 : 0.03, fault }));
}
