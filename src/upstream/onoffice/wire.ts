import { UpstreamError } from '../errors.ts';

/** Shapes that every onOffice action shares (names are the vendor's). What a server may leave out is optional. */

/** The six things that an action can do; the first two only read. */
export type Verb = 'read' | 'get' | 'create' | 'modify' | 'delete' | 'do';

export type ActionId = `urn:onoffice-de-ns:smart:2.5:smartml:action:${Verb}`;

export interface ActionWire {
  actionid: ActionId;
  resourceid: string;
  resourcetype: string;
  identifier: string;
  timestamp: number;
  hmac: string;
  hmac_version: '2';
  parameters: Record<string, unknown>;
}

export interface RequestWire {
  token: string;
  request: { actions: ActionWire[] };
}

export interface StatusWire {
  /** 200, 400 or 500: a number of the body, not the HTTP status; only beside the whole answer. */
  code?: number;
  errorcode: number;
  message?: string;
}

/** `elements` is an object; PHP writes an empty one as `[]`, and some resources answer a real list. */
export interface RecordWire {
  id: number | string;
  type?: string | null;
  elements: Record<string, unknown> | unknown[];
}

export interface ResultWire {
  actionid?: string;
  resourceid?: string | null;
  resourcetype?: string;
  cacheable?: boolean;
  identifier?: string | null;
  /** `[]` where the action failed. */
  data?: { meta?: { cntabsolute?: number | null }; records?: RecordWire[] } | [];
  status?: StatusWire;
}

export interface ResponseWire {
  status?: StatusWire;
  response?: { results?: ResultWire[] };
}

/** An object of values by field; the empty list that stands for an empty object becomes one. Raises for any other list. */
export function elementsOf({ elements }: RecordWire): Record<string, unknown> {
  if (!Array.isArray(elements)) return elements;
  if (elements.length === 0) return {};
  throw new UpstreamError('onoffice', 'malformed', { cause: new Error('a list of elements') });
}

/** The objects of a record whose elements are a list (`estatepictures`); a bare object counts as one of one. */
export function elementList(record: RecordWire): Record<string, unknown>[] {
  if (!Array.isArray(record.elements)) return [record.elements];
  return record.elements.filter((element) => typeof element === 'object' && element !== null) as Record<
    string,
    unknown
  >[];
}

/** What the answer to a write says of its end: `success` or `error`, where it says anything (onoffice.md 4). */
export const endsTold = (records: readonly RecordWire[]): unknown[] =>
  records.map(({ elements }) => (Array.isArray(elements) ? undefined : elements.success));

/** `urn:onoffice-de-ns:smart:2.5:relationTypes:` and the type's own name: `estate:address:owner`. */
export function relationType(name: string): string {
  return `urn:onoffice-de-ns:smart:2.5:relationTypes:${name}`;
}

/** The number that names a record, as the vendor writes it or as text; null for anything else: the graph has no room for larger ones. */
export function idOf(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && id > 0 && id === (id | 0) ? id : null;
}
