import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { graphql } from './generated/gql.ts';

const url = process.env.GRAPH_URL ?? 'http://127.0.0.1:4000/graphql';

/** Asks the graph; the document says what goes in and what comes out. */
async function ask<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables) {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'so-timezone': 'Europe/Oslo' };
  if (process.env.TICKET) headers.authorization = process.env.TICKET;
  const body = JSON.stringify({ query: print(document), variables });
  const response = await fetch(url, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data?: Result; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('\n') ?? `HTTP ${response.status}`);
  return data;
}

const agenda = graphql(`
  query Agenda($first: Int!) {
    appointments(first: $first, filter: { startDate: { period: THIS_WEEK } }, orderBy: [{ field: START_DATE }]) {
      nodes {
        startDate
        task { name }
        contact { name }
      }
    }
  }
`);

const { appointments } = await ask(agenda, { first: 5 });
for (const { startDate, task, contact } of appointments?.nodes ?? []) {
  const time: string = startDate ?? 'some time';
  console.log(`${time}  ${task?.name ?? 'something'} with ${contact?.name ?? 'nobody'}`);
}
