import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, type CrmOptions, startCrm } from '../crm.ts';

/** Files with credentials and keys, as an operator keeps them. */
const folder = mkdtempSync(join(tmpdir(), 'access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const titles = '{ estates(first: 2) { nodes { title } } }';
const code = (answer: { errors: readonly { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.map(({ extensions }) => extensions.code);

describe('by ticket', () => {
  let crm: Crm;
  beforeAll(async () => {
    crm = await startCrm();
  });
  afterAll(() => crm.close());

  test('estates are those of the customer that names the tenant of the ticket', async () => {
    const own = await crm.query(titles);
    expect(own.data.estates?.nodes[0]?.title).toContain('(MusterMakler)');
    const ticket = crm.superoffice.ticketsOf('Cust23456').lars;
    const other = await crm.query(titles, undefined, { ticket });
    expect(other.data.estates?.nodes[0]?.title).toContain('(NordImmobilien)');
  });

  test('no ticket, or one that SuperOffice does not accept, is refused, and nothing is sent', async () => {
    crm.onoffice.clear();
    const none = await crm.query(titles, undefined, { ticket: null });
    const wrong = await crm.query(titles, undefined, { ticket: 'Bearer 8A:Cust12345.nonsense' });
    expect([none, wrong].map(code)).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);
    expect([none, wrong].map(({ data }) => data.estates)).toEqual([null, null]);
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('a customer that does not name the tenant is refused, whether there is one or not', async () => {
    crm.onoffice.clear();
    for (const customer of ['NordImmobilien', 'Nobody', '__proto__']) {
      const answer = await crm.query(titles, undefined, { headers: { 'x-onoffice-customer': customer } });
      expect(code(answer), customer).toEqual(['FORBIDDEN']);
      expect(answer.errors?.[0]?.message).not.toContain(customer);
    }
    expect(crm.onoffice.journal).toEqual([]);
    const named = await crm.query(titles, undefined, { headers: { 'x-onoffice-customer': 'MusterMakler' } });
    expect(named.data.estates?.nodes[0]?.title).toContain('(MusterMakler)');
  });

  test('a valid ticket of a tenant that no customer names is refused, and so are its writes', async () => {
    const { token, secret } = crm.onoffice.customers[0];
    const file = fileOf('one.json', { MusterMakler: { token, secret, tenants: ['Cust12345'] } });
    await using one = await startCrm({ settings: { ONOFFICE_CREDENTIALS_FILE: file } });
    const ticket = one.superoffice.ticketsOf('Cust23456').lars;
    expect((await one.query('{ viewer { tenant } }', undefined, { ticket })).data.viewer?.tenant).toBe('Cust23456');
    const read = await one.query(titles, undefined, { ticket });
    const written = await one.query('mutation { archiveEstate(estateId: 2471) { errors { message } } }', undefined, {
      ticket,
    });
    expect([code(read), code(written)]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
    expect(one.onoffice.journal).toEqual([]);
    expect(one.onoffice.world().estates.get(2471)?.values.status).toBe('1');
  });

  test('of several customers one must be named', async () => {
    const [first, second] = crm.onoffice.customers;
    const of = ({ token, secret }: typeof first) => ({ token, secret, tenants: ['Cust12345'] });
    const file = fileOf('two.json', { [first.id]: of(first), [second.id]: of(second) });
    await using both = await startCrm({ settings: { ONOFFICE_CREDENTIALS_FILE: file } });
    expect(code(await both.query(titles))).toEqual(['BAD_USER_INPUT']);
    expect(both.onoffice.journal).toEqual([]);
    const nord = await both.query(titles, undefined, { headers: { 'x-onoffice-customer': 'NordImmobilien' } });
    expect(nord.data.estates?.nodes[0]?.title).toContain('(NordImmobilien)');
  });

  test('a ticket that is not proven yet is proven with one request, and then not again', async () => {
    await using fresh = await startCrm();
    const first = await fresh.query(titles);
    const second = await fresh.query(titles);
    expect(first.calls.map(({ path }) => path)).toEqual(['/User/currentPrincipal']);
    expect(second.calls).toEqual([]);
  });
});

describe('by key', () => {
  const key = 'key-of-the-portal';
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  let crm: Crm;
  beforeAll(async () => {
    const keys = fileOf('keys.json', {
      portal: { sha256: sha256(key), customers: ['MusterMakler'] },
      office: { sha256: sha256('office'), customers: ['NordImmobilien'], write: true },
    });
    crm = await startCrm({ settings: { ONOFFICE_ACCESS: 'key', API_KEYS_FILE: keys } });
  });
  afterAll(() => crm.close());

  test('a key opens its own customers, without any ticket', async () => {
    const answer = await crm.query(titles, undefined, { ticket: null, headers: { 'x-api-key': key } });
    expect(answer.data.estates?.nodes[0]?.title).toContain('(MusterMakler)');
    expect(answer.calls).toEqual([]);
    crm.onoffice.clear();
    const headers = { 'x-api-key': key, 'x-onoffice-customer': 'NordImmobilien' };
    expect(code(await crm.query(titles, undefined, { headers }))).toEqual(['FORBIDDEN']);
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('no key, and a wrong one, are refused, and nothing is sent', async () => {
    crm.onoffice.clear();
    expect(code(await crm.query(titles))).toEqual(['UNAUTHENTICATED']);
    expect(code(await crm.query(titles, undefined, { headers: { 'x-api-key': sha256(key) } }))).toEqual([
      'UNAUTHENTICATED',
    ]);
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('a key writes only where it says so', async () => {
    crm.onoffice.clear();
    const archive = 'mutation { archiveEstate(estateId: 2471) { estate { status { key } } } }';
    expect(code(await crm.query(archive, undefined, { headers: { 'x-api-key': key } }))).toEqual(['FORBIDDEN']);
    expect(crm.onoffice.journal).toEqual([]);
    const written = await crm.query(archive, undefined, { ticket: null, headers: { 'x-api-key': 'office' } });
    expect(written.data).toEqual({ archiveEstate: { estate: { status: { key: '0' } } } });
  });

  test('neither key nor secret comes out in errors and log', async () => {
    crm.onoffice.faults.add({ fault: { kind: 'html', status: 500 }, times: 1 });
    const answer = await crm.query(titles, undefined, {
      headers: { 'x-api-key': key, 'x-onoffice-claim': 'the-claim' },
    });
    const told = JSON.stringify(answer.errors) + crm.logged.join('');
    const { token, secret } = crm.onoffice.customers[0];
    expect(code(answer)).toEqual(['UPSTREAM_UNAVAILABLE']);
    for (const secretText of [key, sha256(key), 'the-claim', token, secret]) expect(told).not.toContain(secretText);
  });
});

describe('open, and nowhere', () => {
  test('in a trusted network anyone reads and writes', async () => {
    await using open = await startCrm({ settings: { ONOFFICE_ACCESS: 'open' } });
    const headers = { 'x-onoffice-customer': 'NordImmobilien' };
    const { data } = await open.query(titles, undefined, { ticket: null, headers });
    expect(data.estates?.nodes[0]?.title).toContain('(NordImmobilien)');
  });

  const none = (names: string[]): CrmOptions => ({ settings: Object.fromEntries(names.map((name) => [name, ''])) });

  test('where onOffice is not configured, its fields say so and the other CRM is complete', async () => {
    await using crm = await startCrm(none(['ONOFFICE_URL', 'ONOFFICE_CREDENTIALS_FILE']));
    const answer = await crm.query(
      `{ contact(contactId: 3) { contactId estates { totalCount } } estate(estateId: 2471) { title } estates { totalCount } }`,
    );
    expect(answer.data).toEqual({ contact: { contactId: 3, estates: null }, estate: null, estates: null });
    expect(answer.errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
      ['contact.estates', 'NOT_CONFIGURED'],
      ['estate', 'NOT_CONFIGURED'],
      ['estates', 'NOT_CONFIGURED'],
    ]);
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('where SuperOffice is not configured, estates are complete without companies', async () => {
    const { settings } = none(['SUPEROFFICE_URL', 'SUPEROFFICE_TENANT', 'SUPEROFFICE_TENANTS']);
    await using crm = await startCrm({ settings: { ...settings, ONOFFICE_ACCESS: 'open' } });
    const answer = await crm.query(
      '{ estate(estateId: 2471) { externalNumber owners { addressId contact { name } } } contact(contactId: 3) { name } }',
      undefined,
      { headers: { 'x-onoffice-customer': 'MusterMakler' } },
    );
    expect(answer.data).toEqual({
      estate: {
        externalNumber: 'MU-2471',
        owners: [
          { addressId: 1, contact: null },
          { addressId: 8, contact: null },
        ],
      },
      contact: null,
    });
    expect(new Set(code(answer))).toEqual(new Set(['NOT_CONFIGURED']));
  });
});

describe('the marketplace', () => {
  test('the claim of a request goes with every action of it, and with no other', async () => {
    await using crm = await startCrm({
      onoffice: {
        marketplace: {
          required: true,
          unlocking: [],
          claims: {
            good: { customer: 'MusterMakler', outdated: false },
            late: { customer: 'MusterMakler', outdated: true },
            other: { customer: 'NordImmobilien', outdated: false },
          },
        },
      },
    });
    const query = '{ estates(first: 2) { nodes { category { label } title pictures { url } owners { lastName } } } }';
    const ask = (claim?: string) =>
      crm.query(query, undefined, { headers: claim ? { 'x-onoffice-claim': claim } : {} });
    expect(code(await ask('good'))).toBeUndefined();
    const hashes = crm.onoffice.journal.flatMap(({ actions }) => actions.map(({ claim }) => claim));
    expect(hashes.length).toBe(6);
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).not.toBeNull();
    for (const claim of [undefined, 'late', 'other']) {
      const answer = await ask(claim);
      expect(code(answer)?.at(0), String(claim)).toBe('UNAUTHENTICATED');
      expect(answer.data.estates).toBeNull();
    }
    expect(code(await ask('two words'))).toEqual(['BAD_USER_INPUT']);
  });

  test('the configuration that one user was shown is not given to another', async () => {
    await using crm = await startCrm();
    const ask = (claim: string) =>
      crm.query('{ estate(estateId: 2471) { category { label } } }', undefined, {
        headers: { 'x-onoffice-claim': claim },
      });
    await ask('one');
    await ask('one');
    await ask('two');
    const asked = crm.onoffice.journal.flatMap(({ actions }) => actions).filter(({ name }) => name === 'get fields');
    expect(asked).toHaveLength(2);
    expect(new Set(asked.map(({ claim }) => claim)).size).toBe(2);
  });

  test('the main language that is assumed for one user who may not ask for it is not for another who may', async () => {
    await using crm = await startCrm();
    crm.onoffice.world().mainLanguage = 'ENG';
    crm.onoffice.faults.add({ path: 'get estateLanguage', times: 2, fault: { kind: 'refuse', code: 156 } });
    const ask = (claim?: string) =>
      crm.query('{ estate(estateId: 2475) { mainLanguage } }', undefined, {
        headers: claim === undefined ? {} : { 'x-onoffice-claim': claim },
      });
    for (const claim of ['one', 'one', undefined]) expect((await ask(claim)).data.estate?.mainLanguage).toBe('de');
    // What onOffice has told is the same for all users of the customer.
    for (const claim of ['two', 'one', undefined]) expect((await ask(claim)).data.estate?.mainLanguage).toBe('en');
    const asked = crm.onoffice.journal.flatMap(({ actions }) => actions);
    expect(asked.filter(({ name }) => name === 'get estateLanguage')).toHaveLength(3);
  });
});

describe('two customers at once', () => {
  test('never share a request, and never see the other’s data', async () => {
    await using crm = await startCrm();
    const brands = [
      { ticket: crm.superoffice.tickets.lars, brand: 'MusterMakler' },
      { ticket: crm.superoffice.ticketsOf('Cust23456').lars, brand: 'NordImmobilien' },
    ] as const;
    const query =
      'query Both($id: Int!) { estate(estateId: $id) { title externalNumber pictures { url } category { label } } }';
    const ids = [...crm.onoffice.world().estates.keys()];
    const strange: string[] = [];
    for (let round = 0; round < 500; round += 10) {
      const batch = Array.from({ length: 10 }, (_, at) => ids[(round + at) % ids.length] as number);
      await Promise.all(
        batch.flatMap((id) =>
          brands.map(async ({ ticket, brand }) => {
            const claim = `claim-of-${brand}`;
            const { data, errors } = await crm.query(query, { id }, { ticket, headers: { 'x-onoffice-claim': claim } });
            const own = crm.onoffice.world(brand).estates.get(id);
            const seen = `${data.estate?.title} ${data.estate?.pictures?.map(({ url }) => url)}`;
            const others = brands.filter((other) => other.brand !== brand);
            if (errors || data.estate?.externalNumber !== own?.values.objektnr_extern) strange.push(`${brand} ${id}`);
            if (others.some((other) => seen.includes(other.brand)) || !seen.includes(brand)) strange.push(seen);
          }),
        ),
      );
    }
    expect(strange).toEqual([]);
    const mixed = crm.onoffice.journal.filter(({ actions }) => new Set(actions.map(({ claim }) => claim)).size !== 1);
    expect(mixed).toEqual([]);
    const claims = brands.map(
      ({ brand }) =>
        new Set(
          crm.onoffice.journal
            .filter(({ tenant }) => tenant === brand)
            .flatMap(({ actions }) => actions.map(({ claim }) => claim)),
        ),
    );
    expect(claims.map(({ size }) => size)).toEqual([1, 1]);
    expect([...(claims[0] ?? [])][0]).not.toBe([...(claims[1] ?? [])][0]);
  }, 60_000);
});
