import { createHmac } from 'node:crypto';
import type { Endpoint } from './direct-superoffice.ts';
import { post } from './direct-upstream.ts';

/** The page of estates by hand: three POSTs of signed actions, since each needs ids that the one before has answered. */

const token = process.env.ONOFFICE_TOKEN ?? '';
const secret = process.env.ONOFFICE_SECRET ?? '';
const verb = 'urn:onoffice-de-ns:smart:2.5:smartml:action:';
const relationtype = 'urn:onoffice-de-ns:smart:2.5:relationTypes:estate:address:owner';
const categories = ['Titelbild', 'Foto', 'Foto_gross', 'Grundriss', 'Lageplan', 'Epass_Skala', 'Panorama'];

interface Action {
  readonly verb: 'read' | 'get';
  readonly resource: string;
  readonly parameters: object;
}

interface Results {
  response: { results: { data: { records: { id: number; elements: never }[] } }[] };
}

interface EstateElements {
  objektnr_extern: string;
  kaufpreis: string;
  waehrung: string;
}

type PictureElements = { estateid: string; url: string }[];
type RelationElements = Record<string, string[]>;

function signed(actions: readonly Action[]): string {
  const timestamp = Math.floor(Date.now() / 1000);
  const written = actions.map((action, index) => {
    const actionid = verb + action.verb;
    const covered = `${timestamp}${token}${action.resource}${actionid}`;
    return {
      ...{ actionid, resourceid: '', resourcetype: action.resource, identifier: String(index), timestamp },
      ...{ hmac: createHmac('sha256', secret).update(covered).digest('base64'), hmac_version: '2' },
      parameters: action.parameters,
    };
  });
  return JSON.stringify({ token, request: { actions: written } });
}

const recordsOf = <Elements>({ response }: Results, index: number) =>
  (response.results[index]?.data.records ?? []) as { id: number; elements: Elements }[];

const first: Action = {
  ...{ verb: 'read', resource: 'estate' },
  parameters: {
    data: ['objektnr_extern', 'kaufpreis', 'waehrung'],
    filter: {},
    listlimit: 20,
    sortby: { Id: 'ASC' },
  },
};

/** Pictures of each estate, in the order answered. */
function picturesOf(answer: Results): Map<number, object[]> {
  const pictures = new Map<number, object[]>();
  for (const { elements } of recordsOf<PictureElements>(answer, 0)) {
    for (const { estateid, url } of elements) {
      const known = pictures.get(Number(estateid));
      if (known) known.push({ url });
      else pictures.set(Number(estateid), [{ url }]);
    }
  }
  return pictures;
}

/** Addresses of the owners of each estate. */
function ownersOf(answer: Results): Map<number, number[]> {
  const owners = new Map<number, number[]>();
  for (const { elements } of recordsOf<RelationElements>(answer, 1)) {
    for (const [estate, addresses] of Object.entries(elements)) owners.set(Number(estate), addresses.map(Number));
  }
  return owners;
}

export const estates: Endpoint = (_ticket, _body, done, fail) => {
  let found: { id: number; elements: EstateElements }[] = [];
  let pictures = new Map<number, object[]>();
  let owners = new Map<number, number[]>();
  const gotEstates = (answer: Results) => {
    found = recordsOf<EstateElements>(answer, 0);
    const ids = found.map(({ id }) => id);
    const actions: Action[] = [
      { verb: 'get', resource: 'estatepictures', parameters: { categories, estateids: ids, size: 'original' } },
      { verb: 'get', resource: 'idsfromrelation', parameters: { parentids: ids, relationtype } },
    ];
    post(signed(actions), gotRelated, fail);
  };
  const gotRelated = (answer: Results) => {
    pictures = picturesOf(answer);
    owners = ownersOf(answer);
    const recordids = [...new Set([...owners.values()].flat())];
    const parameters = { data: ['Name'], listlimit: recordids.length, recordids };
    post(signed([{ verb: 'read', resource: 'address', parameters }]), gotAddresses, fail);
  };
  const gotAddresses = (answer: Results) => {
    const names = new Map<number, { lastName: string }>();
    for (const { id, elements } of recordsOf<{ Name: string }>(answer, 0)) names.set(id, { lastName: elements.Name });
    const nodes = found.map(({ id, elements }) => ({
      estateId: id,
      externalNumber: elements.objektnr_extern || null,
      purchasePrice:
        Number(elements.kaufpreis) > 0 ? { amount: elements.kaufpreis, currency: elements.waehrung } : null,
      pictures: pictures.get(id) ?? [],
      owners: (owners.get(id) ?? []).map((owner) => names.get(owner)),
    }));
    done({ estates: { nodes } });
  };
  post(signed([first]), gotEstates, fail);
};
