import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { examples } from '../../src/server/examples.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
// The checks of a change must see the page; elsewhere a machine without a browser is no reason to fail.
const browserIsThere = existsSync(executablePath) || process.env.CI === 'true';
if (!browserIsThere) console.log(`No ${executablePath}: the page for people is not looked at.`);

const demo = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SIMULATOR_NOW: '2026-03-04T00:00:00Z' };

describe('what is sent', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(parseConfig(demo));
  });
  afterAll(() => app.close());

  test('people get the page, programs do not', async () => {
    const page = await fetch(app.url, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]{44}';/);
    expect(await page.text()).toContain('query Agenda {');
    const program = await fetch(app.url, { headers: { accept: 'application/json' } });
    expect([program.status, program.headers.get('content-type')]).toEqual([403, 'application/json; charset=utf-8']);
  });

  test('in the demo the ticket is filled in', async () => {
    const html = await (await fetch(app.url, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain(JSON.stringify(JSON.stringify(app.simulators?.superoffice.tickets.lars)).slice(1, -1));
  });

  test('with a real CRM there is no page, and where it is switched on nothing is filled in', async () => {
    const site = { ...demo, SUPEROFFICE_URL: 'http://127.0.0.1:1/site' };
    const closed = await startApp(parseConfig(site));
    const open = await startApp(parseConfig({ ...site, GRAPHIQL: 'on' }));
    const ask = async (url: string) => (await fetch(url, { headers: { accept: 'text/html' } })).text();
    const [without, page] = [await ask(closed.url), await ask(open.url)];
    await Promise.all([closed.close(), open.close()]);
    expect(without).not.toContain('<html');
    expect(page).toContain('\\"Authorization\\": \\"\\"');
    expect(page).not.toContain('8A:');
  });
});

describe.runIf(browserIsThere)('in a browser that reaches this server alone', () => {
  let app: App;
  let browser: Browser;
  let page: Page;
  const refusedHosts: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    app = await startApp(parseConfig(demo));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const own = new URL(app.url).origin;
    await page.route('**', (route) => {
      const address = route.request().url();
      if (address.startsWith(own)) return route.continue();
      refusedHosts.push(address);
      return route.abort();
    });
    await page.goto(app.url);
    await page.getByRole('button', { name: /execute query/i }).waitFor({ timeout: 20_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('it loads whole: nothing else is asked for, nothing is complained about', async () => {
    await page.waitForTimeout(500);
    expect(refusedHosts).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('crm-graph');
  });

  test('the query in front runs as it stands, and its answer is shown', async () => {
    await page.getByRole('button', { name: /execute query/i }).click();
    const answer = page.locator('.graphiql-response');
    await expect.poll(() => answer.innerText(), { timeout: 10_000 }).toMatch(/"startDate":\s"20\d\d-/);
    const shown = await answer.innerText();
    expect(shown).toContain('"appointments"');
    expect(shown).not.toContain('"errors"');
    expect(app.simulators?.superoffice.journal.filter(({ path }) => path === '/Appointment')).toHaveLength(1);
  });

  test('each tab is opened by one click', async () => {
    const tabs = page.locator('.graphiql-tab-button');
    const opened: (string | null)[] = [];
    for (const tab of await tabs.all()) {
      await tab.click({ delay: 50 }); // as long as a finger is down, in which a tab must stay below it
      await page.waitForTimeout(500);
      opened.push(await page.locator('.graphiql-tab-active .graphiql-tab-button').getAttribute('title'));
    }
    expect(opened).toEqual(await tabs.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('title'))));
    expect(opened).toHaveLength(examples.length);
  });

  test('the last tab follows changes while it runs', async () => {
    await page.getByRole('tab').last().click();
    await expect.poll(() => page.locator('.graphiql-query-editor').innerText()).toContain('contactChanged');
    // The editor has the tab's text before the page goes by it.
    await page.waitForTimeout(1000);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.getByRole('button', { name: /stop query/i }).waitFor({ timeout: 5000 });
    let round = 0;
    const change = () => {
      round += 1; // what is equal already is no change
      return `mutation { updateContact(contactId: 25, changes: { department: "Seen${round}" }) { errors { message } } }`;
    };
    const headers = { 'content-type': 'application/json' };
    await expect
      .poll(
        async () => {
          await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query: change() }) });
          return page.locator('.graphiql-response').innerText();
        },
        { timeout: 10_000, interval: 500 },
      )
      .toMatch(/"department":\s"Seen\d/);
    await page.getByRole('button', { name: /stop query/i }).click();
  });

  test('the documentation names what can be asked', async () => {
    await page.getByRole('button', { name: /documentation explorer/i }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByRole('link', { name: 'Query', exact: true }).click();
    await expect.poll(() => docs.innerText()).toContain('appointments');
    expect(await docs.innerText()).toContain('contacts');
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  });
});
