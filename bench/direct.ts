import { createServer, type ServerResponse } from 'node:http';
import { estates } from './direct-onoffice.ts';
import * as superoffice from './direct-superoffice.ts';

/**
 * What somebody would write by hand who has only these operations to answer: no GraphQL, no checks, no log. A path for each
 * operation, keep-alive on both sides, each answer parsed once and written as text.
 */

const endpoints: ReadonlyMap<string | undefined, superoffice.Endpoint> = new Map([
  ['/Q1', superoffice.contact],
  ['/Q2', superoffice.appointments],
  ['/Q2J', superoffice.appointmentsJoined],
  ['/Q3', superoffice.tree],
  ['/Q4', superoffice.contacts],
  ['/Q5', superoffice.tasks],
  ['/Q5C', superoffice.tasks],
  ['/Q6', estates],
  ['/M1', superoffice.update],
  ['/F1', superoffice.entities],
]);

function answer(endpoint: superoffice.Endpoint, ticket: string, body: string, response: ServerResponse): void {
  const done = (data: object) => {
    const text = `{"data":${JSON.stringify(data)}}`;
    response.writeHead(200, ['content-type', 'application/json', 'content-length', `${Buffer.byteLength(text)}`]);
    response.end(text);
  };
  endpoint(ticket, body, done, () => response.destroy());
}

const server = createServer({ optimizeEmptyRequests: true }, (request, response) => {
  const endpoint = endpoints.get(request.url);
  const ticket = request.headers.authorization ?? '';
  if (!endpoint) {
    response.writeHead(404).end();
  } else if (request.method === 'GET') {
    answer(endpoint, ticket, '', response);
  } else {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => answer(endpoint, ticket, body, response));
  }
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('disconnect', () => process.exit(0));
