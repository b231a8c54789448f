import { request } from 'undici';
import { type Answered, compareAnswers } from './compare.ts';
import { type Asked, bytesOf, type Sent } from './load.ts';
import type { BenchOperation } from './operations.ts';
import type { Question, Server } from './servers.ts';

/** One operation at one server. */
export interface Turn {
  readonly server: Server;
  readonly operation: string;
  readonly asked: Asked;
}

type Headers = Readonly<Record<string, string>>;

/** Asks every server for every operation, and throws where they do not answer alike. */
export async function comparedTurns(
  servers: readonly Server[],
  operations: readonly BenchOperation[],
  ticket: string,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const operation of operations) {
    const answers: Answered[] = [];
    for (const server of servers) {
      const question = server.question(operation);
      if (!question) continue;
      const callers = operation.callers ?? [{ authorization: ticket }];
      const sent = callers.map((headers) => toSend(server, question, headers));
      const texts = await answersTo(sent);
      answers.push({ server: server.name, text: texts.get(languageOf(sent[0])) ?? '' });
      const requests = sent.map((each) => ({
        bytes: bytesOf(each),
        length: Buffer.byteLength(texts.get(languageOf(each)) ?? ''),
      }));
      turns.push({ server, operation: operation.name, asked: { port: server.port, requests, next: 0 } });
    }
    compareAnswers(operation, answers);
  }
  return turns;
}

/** Questions of the graph in turn; all of them have answers of the same length. */
export async function askedFor(
  { port }: Server,
  questions: readonly { query: string; authorization?: string }[],
  ticket: string,
): Promise<Asked> {
  const sent = questions.map(({ query, authorization = ticket }): Sent => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
    return { port, path: '/graphql', headers, body: JSON.stringify({ query }) };
  });
  const text = sent[0] ? await ask(sent[0]) : '';
  if (text.includes('"errors":')) throw new Error(`${questions[0]?.query}: ${text.slice(0, 300)}`);
  const length = Buffer.byteLength(text);
  return { port, requests: sent.map((each) => ({ bytes: bytesOf(each), length })), next: 0 };
}

function toSend({ port }: Server, { path, body }: Question, headers: Headers): Sent {
  const type: Headers = body === null ? {} : { 'content-type': 'application/json' };
  return { port, path, body, headers: { ...type, accept: 'application/json', ...headers } };
}

/** The answer in each language: nothing else about a caller changes it. */
async function answersTo(sent: readonly Sent[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const each of sent) {
    const language = languageOf(each);
    if (!texts.has(language)) texts.set(language, await ask(each));
  }
  return texts;
}

const languageOf = (sent: Sent | undefined) => sent?.headers['so-language'] ?? '';

/** One answer, as text. */
async function ask({ port, path, headers, body }: Sent): Promise<string> {
  const method = body === null ? 'GET' : 'POST';
  const answer = await request(`http://127.0.0.1:${port}${path}`, { method, headers, body });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} at ${port}${path}: ${text.slice(0, 300)}`);
  return text;
}
