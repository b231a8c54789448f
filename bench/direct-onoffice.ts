import { createHmac } from 'node:crypto';
import type { Endpoint } from './direct-superoffice.ts';
import { post } from './direct-upstream.ts';

/** The page of estates by hand: three POSTs of signed actions, since each needs ids that the one before has answered. */

const token = process.env.ONOFFICE_TOKEN ?? '';
const secret = process.env.ONOFFICE_SECRET ?? '';
const verb = 'urn:onoffice-de-ns:smart:2.5:smartml:action:';
const relationtype = 'urn:onoffice-de-ns:smart:2.5:relationTypes:estate:address:owner';
const categories = ['Titelbild', 'Foto', 'Foto_gross', 'Grundriss', 'Lageplan', 'Epass_Skala', 'Panorama'];

export interface Action {
  readonly verb: 'read' | 'get';
  readonly resource: string;
  readonly parameters: object;
}

export interface Results {
  response: { results: { data: { records: { id: number; elements: never }[] } }[] };
}

export interface EstateElements {
  objektnr_extern: string;
  kaufpreis: string;
  waehrung: string;
}

type PictureElements = { estateid: string; url: string }[];
type RelationElements = Record<string, string[]>;

export function signed(actions: readonly Action[]): string {
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

export const recordsOf = <Elements>({ response }: Results, index: number) =>
  (response.results[index]?.data.records ?? []) as { id: number; elements: Elements }[];

export const pageOfEstates = (listlimit: number): Action => ({
  ...{ verb: 'read', resource: 'estate' },
  parameters: { data: ['objektnr_extern', 'kaufpreis', 'waehrung'], filter: {}, listlimit, sortby: { Id: 'ASC' } },
});

export const picturesFor = (estateids: readonly number[]): Action => ({
  ...{ verb: 'get', resource: 'estatepictures' },
  parameters: { categories, estateids, size: 'original' },
});

export const ownersFor = (parentids: readonly number[]): Action => ({
  ...{ verb: 'get', resource: 'idsfromrelation' },
  parameters: { parentids, relationtype },
});

export const namesFor = (recordids: readonly number[]): Action => ({
  ...{ verb: 'read', resource: 'address' },
  parameters: { data: ['Name'], listlimit: recordids.length, recordids },
});

export const priceOf = ({ kaufpreis, waehrung }: EstateElements) =>
  Number(kaufpreis) > 0 ? { amount: kaufpreis, currency: waehrung } : null;

/** Pictures of each estate, in the order answered. */
export function picturesOf(answer: Results): Map<number, object[]> {
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
export function ownersOf(answer: Results, index: number): Map<number, number[]> {
  const owners = new Map<number, number[]>();
  for (const { elements } of recordsOf<RelationElements>(answer, index)) {
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
    post(signed([picturesFor(ids), ownersFor(ids)]), gotRelated, fail);
  };
  const gotRelated = (answer: Results) => {
    pictures = picturesOf(answer);
    owners = ownersOf(answer, 1);
    post(signed([namesFor([...new Set([...owners.values()].flat())])]), gotAddresses, fail);
  };
  const gotAddresses = (answer: Results) => {
    const names = new Map<number, { lastName: string }>();
    for (const { id, elements } of recordsOf<{ Name: string }>(answer, 0)) names.set(id, { lastName: elements.Name });
    const nodes = found.map(({ id, elements }) => ({
      estateId: id,
      externalNumber: elements.objektnr_extern || null,
      purchasePrice: priceOf(elements),
      pictures: pictures.get(id) ?? [],
      owners: (owners.get(id) ?? []).map((owner) => names.get(owner)),
    }));
    done({ estates: { nodes } });
  };
  post(signed([pageOfEstates(20)]), gotEstates, fail);
};
