import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';

/** Bills of another system: it knows companies and estates by their numbers alone. */

/** Estates of the simulated onOffice. */
const sold = [2475, 2477, 2481, 2483, 2485, 2489];

const invoices = Array.from({ length: 40 }, (_, at) => ({
  id: Buffer.from(`Invoice:${at + 1}`).toString('base64url'),
  number: `2026-${String(at + 1).padStart(3, '0')}`,
  total: { amount: `${(at + 1) * 100}.00`, currency: 'EUR' },
  contact: { __typename: 'Contact', contactId: (at % 20) + 2 },
  estate: at % 2 === 0 ? { __typename: 'Estate', estateId: sold[(at / 2) % sold.length] } : null,
}));

const resolvers = {
  Query: {
    invoices(_root, { first, after }) {
      const start = after ? invoices.findIndex(({ id }) => id === after) + 1 : 0;
      const nodes = invoices.slice(start, start + first);
      const pageInfo = {
        hasNextPage: start + first < invoices.length,
        hasPreviousPage: start > 0,
        startCursor: nodes[0]?.id ?? null,
        endCursor: nodes.at(-1)?.id ?? null,
      };
      return { nodes, pageInfo };
    },
  },
  Contact: {
    invoices: ({ contactId }) => invoices.filter(({ contact }) => contact.contactId === contactId),
  },
  Estate: {
    commission: ({ estateId }) => ({ amount: `${estateId * 10}.00`, currency: 'EUR' }),
  },
  Invoice: {
    __resolveReference: ({ id }) => invoices.find((invoice) => invoice.id === id) ?? null,
  },
};

const typeDefs = parse(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));
const yoga = createYoga({ schema: buildSubgraphSchema({ typeDefs, resolvers }), graphqlEndpoint: '/graphql' });
const server = createServer(yoga);
server.listen(Number(process.env.PORT ?? 4001), '127.0.0.1', () => {
  console.log(`billing: http://127.0.0.1:${server.address().port}/graphql`);
});
