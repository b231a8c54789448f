import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer as it passes by. */
export interface PassingAnswer {
  response: {
    results: { data: { meta: { cntabsolute: number | null }; records: { id: number; elements: object }[] } }[];
  };
}

/** What was asked for it. */
export interface PassingAction {
  resourcetype: string;
  parameters: { language?: string; estatelanguage?: string };
}

/** A stand in front of the simulated onOffice that changes what it answers: other servers follow the manual in other ways. */
export async function startAltered(target: () => string) {
  let alter = (_answer: PassingAnswer, _asked: readonly PassingAction[]): void => undefined;
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const answer = await fetch(target(), { method: 'POST', body: sent });
    const body = (await answer.json()) as PassingAnswer;
    alter(body, (JSON.parse(sent) as { request: { actions: PassingAction[] } }).request.actions);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/stable/api.php`,
    /** What happens to each answer from now on. */
    alter(change: typeof alter) {
      alter = change;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
