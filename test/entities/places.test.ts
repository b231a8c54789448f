import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, expectRequests, startCrm } from '../crm.ts';

/** The nodes of a list stand at several places of its answer, and a key may mean one thing here and another there. */

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

describe('the nodes of a list at several places', () => {
  test('a key is the field that it was given to at that place', async () => {
    for (const _way of ['for the first time', 'again']) {
      const { data, errors, calls } = await crm.query(
        '{ contacts(first: 1) { nodes { n: name } edges { a: node { n: orgNr } b: node { n: contactId } } e: edges { node { n: name } } } }',
      );
      expect(errors).toBeUndefined();
      expect(data.contacts).toEqual({
        nodes: [{ n: 'Nordlys Trading AS' }],
        edges: [{ a: { n: '900015838' }, b: { n: 2 } }],
        e: [{ node: { n: 'Nordlys Trading AS' } }],
      });
      expectRequests(calls, 1);
    }
  });

  test('behind a reference, in an address and of what is read beside the row', async () => {
    const { data, errors, calls } = await crm.query(
      `{ contacts(first: 1) {
        nodes { a: associate { x: email } s: streetAddress { x: city } p: phones { value } }
        edges { node { a: associate { x: fullName } s: streetAddress { x: line1 } p: emails { value } } }
      } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.contacts).toEqual({
      nodes: [{ a: { x: 'mina.kvam@nordlys.example' }, s: { x: 'OSLO' }, p: [{ value: '+47 22 002 01' }] }],
      edges: [
        {
          node: { a: { x: 'Mina Kvam' }, s: { x: 'Bakkeveien 45' }, p: [{ value: 'post@nordlys.example' }] },
        },
      ],
    });
    // The entity is read once for both.
    expectRequests(calls, 2);
  });

  test('an address is null where all that is asked for there is empty, whatever is asked for elsewhere', async () => {
    const { data, errors, calls } = await crm.query(
      `{ contacts(first: 1) {
        nodes { streetAddress { line3 } postalAddress { line3 country } }
        edges { node { streetAddress { city } postalAddress { country } } }
      } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.contacts).toEqual({
      nodes: [{ streetAddress: null, postalAddress: null }],
      edges: [{ node: { streetAddress: { city: 'OSLO' }, postalAddress: { country: 'Norway' } } }],
    });
    expectRequests(calls, 1);
  });

  test('each list of children is as long as it was asked for there', async () => {
    const { data, errors } = await crm.query(
      `{ contacts(first: 1) {
        nodes { persons(first: 1) { nodes { n: fullName } edges { node { n: email } } } }
        edges { node { persons(first: 2) { nodes { n: fullName } } } }
      } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.contacts).toEqual({
      nodes: [{ persons: { nodes: [{ n: 'Lars Holm' }], edges: [{ node: { n: 'lars.holm@nordlys.example' } }] } }],
      edges: [{ node: { persons: { nodes: [{ n: 'Lars Holm' }, { n: 'Anne Bakke' }] } } }],
    });
  });

  test('own fields of other keys, and the first of several that the filter compares', async () => {
    const { data, errors } = await crm.query(
      `{ contacts(first: 1, filter: { email: { contains: "post" } }) {
        nodes { x: customFields(keys: ["SuperOffice:1"]) { key value } e: email }
        edges { node { x: customFields(keys: ["SuperOffice:2"]) { key } e: phone } }
      } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.contacts).toEqual({
      nodes: [{ x: [{ key: 'SuperOffice:1', value: 'Key account since 2019' }], e: 'post@nordlys.example' }],
      edges: [{ node: { x: [{ key: 'SuperOffice:2' }], e: '+47 22 002 01' } }],
    });
  });

  test('a record that goes before its row is read anew is empty at every place, and no error', async () => {
    const gone = { kind: 'wrongShape', body: { value: [] } } as const;
    crm.superoffice.faults.add({ path: '^/Contact$', skip: 1, fault: gone });
    const { data, errors, calls } = await crm.query(
      `{ contacts(first: 1, filter: { email: { contains: "post" } }) {
        nodes { contactId e: email } edges { node { e: phone updatedBy { name } } }
      } }`,
    );
    crm.superoffice.faults.clear();
    expect(errors).toBeUndefined();
    expect(data.contacts).toEqual({
      nodes: [{ contactId: 2, e: null }],
      edges: [{ node: { e: null, updatedBy: null } }],
    });
    expectRequests(calls, 2);
  });

  test('an entity that several places need is counted and asked for once', async () => {
    const selection =
      '{ nodes { n: name } edges { node { n: phones { value } } } e: edges { node { n: emails { value } } } }';
    const passing = await crm.query(`query Several($count: Int) { contacts(first: $count) ${selection} }`, {
      count: 3,
    });
    expect(passing.errors).toBeUndefined();
    expectRequests(passing.calls, 1 + 3);
    const refused = await crm.query(`query Several($count: Int) { contacts(first: $count) ${selection} }`, {
      count: 100,
    });
    expect(refused.errors).toMatchObject([
      {
        path: ['contacts'],
        message: expect.stringContaining('`first: 99`'),
        extensions: { code: 'QUERY_TOO_COMPLEX' },
      },
    ]);
    expectRequests(refused.calls, 0);
  });

  test('of estates', async () => {
    const { data, errors } = await crm.query(
      `{ estates(first: 1) {
        nodes { n: title a: address { x: city } m: coldRent { amount } t: title(language: "de") }
        edges { node { n: externalNumber a: address { x: postalCode } m: purchasePrice { amount } t: title(language: "en") } }
      } }`,
    );
    expect(errors).toBeUndefined();
    const { data: alone } = await crm.query(
      `{ estates(first: 1) { nodes {
        title externalNumber address { city postalCode } purchasePrice { amount } coldRent { amount }
        german: title(language: "de") english: title(language: "en")
      } } }`,
    );
    const [estate] = alone.estates?.nodes ?? [];
    expect(estate).toMatchObject({ externalNumber: 'MU-2471', purchasePrice: { amount: '248000.00' } });
    expect(data.estates).toEqual({
      nodes: [{ n: estate?.title, a: { x: estate?.address?.city }, m: estate?.coldRent, t: estate?.german }],
      edges: [
        {
          node: {
            n: 'MU-2471',
            a: { x: estate?.address?.postalCode },
            m: { amount: '248000.00' },
            t: estate?.english,
          },
        },
      ],
    });
  });
});
