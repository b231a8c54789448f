import { request } from 'undici';
import type { OnOfficeSimulator } from '../src/simulator/onoffice.ts';
import type { SuperOfficeSimulator } from '../src/simulator/superoffice.ts';

/** An answer as it goes over the wire. */
export interface Answer {
  readonly bytes: Buffer;
  readonly bodyLength: number;
}

/** What one question was answered; `lasting`: the same bytes always get the same answer. */
export interface Outcome {
  readonly answer: Answer;
  readonly lasting: boolean;
}

export interface Origin {
  ask(text: string, target: string): Promise<Outcome>;
}

interface Question {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers of an answer that clients go by. */
const told = ['content-type', 'so-timezone', 'last-modified', 'etag'];
/** Headers of a question that change its answer; whose ticket it is does not. */
const heard = ['accept', 'content-type', 'so-language', 'so-timezone', 'accept-language', 'so-culture'];
const conditions = ['if-modified-since', 'if-unmodified-since', 'if-none-match'];

export function answerBytes(status: number, headers: readonly string[], body: Buffer): Answer {
  const head = [`HTTP/1.1 ${status} Answer`, ...headers, `content-length: ${body.length}`, '', ''].join('\r\n');
  return { bytes: Buffer.concat([Buffer.from(head, 'latin1'), body]), bodyLength: body.length };
}

function questionOf(text: string, target: string): Question {
  const end = text.indexOf('\r\n\r\n');
  const [, ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map((each): [string, string] => {
    const colon = each.indexOf(':');
    return [each.slice(0, colon).toLowerCase(), each.slice(colon + 1).trim()];
  });
  const method = text.slice(0, text.indexOf(' '));
  return { method, target, headers: Object.fromEntries(headers), body: text.slice(end + 4) };
}

/** The simulators behind the memory: each different question is asked of them once. */
export function createOrigin(superoffice: SuperOfficeSimulator, onoffice: OnOfficeSimulator): Origin {
  const site = new URL(superoffice.url());
  const estates = new URL(onoffice.url);
  const answers = new Map<string, Promise<Answer>>();
  const envelopes = new Map<string, Promise<readonly string[]>>();

  function once<T>(kept: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
    const asking = kept.get(key) ?? ask();
    kept.set(key, asking);
    return asking;
  }

  async function askSuperOffice({ method, target, headers, body }: Question): Promise<Answer> {
    const passed = [...heard, ...conditions].flatMap((name) => (headers[name] ? [[name, headers[name]]] : []));
    const path = target.replace(/^\/[^/]+/, site.pathname);
    const ask = async () => {
      const {
        statusCode,
        headers: given,
        ...answered
      } = await request(site.origin + path, {
        method: method as 'GET',
        headers: { ...Object.fromEntries(passed), authorization: superoffice.tickets.lars },
        body: body ? Buffer.from(body, 'latin1') : null,
      });
      const lines = told.flatMap((name) => (given[name] ? [`${name}: ${given[name]}`] : []));
      return answerBytes(statusCode, lines, Buffer.from(await answered.body.arrayBuffer()));
    };
    return once(answers, JSON.stringify([method, path, passed, body]), ask);
  }

  /** An answer repeats the identifiers of its question, which are new each time: it is kept as the text between them. */
  async function askOnOffice({ body }: Question): Promise<Answer> {
    const text = Buffer.from(body, 'latin1').toString();
    const asked = JSON.parse(text) as { request: { actions: Record<string, unknown>[] } };
    const identifiers = asked.request.actions.map(({ identifier }) => JSON.stringify(identifier));
    const key = JSON.stringify(
      asked.request.actions.map(({ actionid, resourcetype, resourceid, parameters }) => [
        ...[actionid, resourcetype, resourceid, parameters],
      ]),
    );
    const pieces = await once(envelopes, key, async () => {
      const answered = await request(estates.href, {
        ...{ method: 'POST', body: text, headers: { 'content-type': 'application/json' } },
      });
      return piecesOf(await answered.body.text(), identifiers);
    });
    const whole = pieces.map((piece, index) => piece + (identifiers[index] ?? '')).join('');
    return answerBytes(200, ['content-type: application/json'], Buffer.from(whole));
  }

  return {
    async ask(text, target) {
      const question = questionOf(text, target);
      if (target.startsWith(estates.pathname)) return { answer: await askOnOffice(question), lasting: false };
      return { answer: await askSuperOffice(question), lasting: true };
    },
  };
}

function piecesOf(text: string, identifiers: readonly string[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const identifier of identifiers) {
    const at = text.indexOf(`"identifier":${identifier}`, from) + '"identifier":'.length;
    if (at < from) throw new Error('onOffice has not repeated an identifier');
    pieces.push(text.slice(from, at));
    from = at + identifier.length;
  }
  return [...pieces, text.slice(from)];
}
