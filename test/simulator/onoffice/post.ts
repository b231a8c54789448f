import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** What the tests say of one action; the rest is filled in. */
export interface AskedAction {
  verb: 'read' | 'get' | 'create' | 'modify' | 'delete' | 'do';
  resource: string;
  resourceId?: string | number | null;
  parameters?: Record<string, unknown>;
  identifier?: string;
  /** Unix seconds; the machine's where absent. */
  timestamp?: number;
  hmac?: string;
}

interface Status {
  code?: number;
  errorcode: number;
  message: string;
}

interface Result {
  actionid: string;
  resourceid: string;
  resourcetype: string;
  identifier: string;
  cacheable: boolean;
  data: { meta: { cntabsolute: number | null }; records: { id: number | string; type: string; elements: Elements }[] };
  status: Status;
}

export type Elements = Record<string, unknown>;

export interface Answer {
  http: number;
  text: string;
  status: Status;
  response: { results: Result[] };
}

export interface Account {
  token: string;
  secret: string;
}

/** Sends a body as it is. */
export async function postRaw(url: string, body: string): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', body });
  const text = await answer.text();
  return { http: answer.status, text, ...(JSON.parse(text) as Omit<Answer, 'http' | 'text'>) };
}

/** Sends signed actions, as the vendor's manual describes them: written out here, so that no client code judges itself. */
export function post(url: string, { token, secret }: Account, actions: AskedAction[]): Promise<Answer> {
  const signed = actions.map((action) => {
    const timestamp = action.timestamp ?? Math.floor(Date.now() / 1000);
    const actionid = `urn:onoffice-de-ns:smart:2.5:smartml:action:${action.verb}`;
    const message = `${timestamp}${token}${action.resource}${actionid}`;
    return {
      actionid,
      resourceid: action.resourceId ?? '',
      resourcetype: action.resource,
      identifier: action.identifier ?? '',
      timestamp,
      hmac: action.hmac ?? createHmac('sha256', secret).update(message).digest('base64'),
      hmac_version: '2',
      parameters: action.parameters ?? {},
    };
  });
  return postRaw(url, JSON.stringify({ token, request: { actions: signed } }));
}

/** The one result of an answer to one action. */
export async function ask(url: string, account: Account, action: AskedAction): Promise<Result> {
  const answer = await post(url, account, [action]);
  const [result] = answer.response.results;
  if (!result) throw new Error(answer.text);
  return result;
}

/** A sample file of the vendor's API. */
export async function sample<T = Omit<Answer, 'http' | 'text'>>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../../fixtures/onoffice/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** Members, their order and the kinds of their values; of a list its first item's. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : 'empty list';
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  return Object.entries(value).map(([key, item]) => [key, shapeOf(item)]);
}
