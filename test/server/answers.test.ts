import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCrm } from '../crm.ts';
import { startEdge } from './edge.ts';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

describe('errors', () => {
  test('one cause is one error, however many rows and fields it cost', async () => {
    const answer = await edge.post({ query: '{ items(count: 3) { id owner editor } }' });
    expect(answer.json().data.items).toEqual([0, 1, 2].map((id) => ({ id, owner: null, editor: null })));
    expect(answer.json().errors).toEqual([
      {
        message: 'The CRM cannot be reached.',
        locations: [{ line: 1, column: 24 }],
        path: ['items', 0, 'owner'],
        extensions: {
          code: 'UPSTREAM_UNAVAILABLE',
          upstream: { system: 'superoffice', status: 503 },
          retryAfter: 3,
          requestId: answer.headers.get('x-request-id'),
        },
      },
    ]);
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(answer.status).toBe(200);
  });

  test('what is nobody’s business is told as unexpected, and stands in the log', async () => {
    const answer = await edge.post({ query: '{ items(count: 2) { secret } }' }, { 'x-request-id': 'unexpected-1' });
    expect(answer.text).not.toContain('hunter2');
    expect(answer.json().errors).toHaveLength(1);
    expect(answer.json().errors[0]).toMatchObject({
      message: 'An unexpected error occurred.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'unexpected-1' },
    });
    expect(Object.keys(answer.json().errors[0].extensions)).toEqual(['code', 'requestId']);
    const logged = edge.lines.find((line) => line.includes('hunter2'));
    expect(logged).toContain('unexpected-1');
  });

  test('a value that does not fit the schema is unexpected', async () => {
    const answer = await edge.post({ query: '{ count }' });
    expect(answer.json().errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.text).not.toContain('not a number');
  });

  test.each([
    ['{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['{ helo }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query($n: Int!) { items(count: $n) { id } }', 'BAD_USER_INPUT'],
    ['query A { hello } query B { hello }', 'BAD_USER_INPUT'],
  ])('%s is %s', async (query, code) => {
    const { errors, data } = (await edge.post({ query })).json();
    expect(data).toBeUndefined();
    expect(errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toEqual([code]);
  });

  test('by the newer media type a refused operation has a status', async () => {
    const accept = 'application/graphql-response+json';
    expect((await edge.post({ query: '{ helo }' }, { accept })).status).toBe(400);
    expect((await edge.post({ query: '{ helo }' }, { accept: 'application/json' })).status).toBe(200);
  });
});

test('of a value that a variable may not have is told which variable it is, and where in it', async () => {
  await using crm = await startCrm();
  const query = 'query Found($f: ContactFilter, $n: Int) { contacts(filter: $f, first: $n) { nodes { name } } }';
  const ask = async (variables: Record<string, unknown>) => {
    const { data, errors, calls } = await crm.query(query, variables);
    expect([data, calls]).toEqual([undefined, []]);
    return errors?.map(({ message, extensions: { code } }) => [code, message]);
  };
  const rows = [
    [{ n: '7' }, 'Variable "$n": Int cannot represent non-integer value: "7"'],
    [{ n: '" at "n.x"' }, 'Variable "$n": Int cannot represent non-integer value: "\\" at \\"n.x\\""'],
    [
      { f: { and: [{ name: { eq: 'x' } }, { name: { eq: 5 } }] } },
      'Variable "$f" at "f.and[1].name.eq": String cannot represent a non string value: 5',
    ],
    [
      { f: { updatedAt: { after: 'soon' } } },
      'Variable "$f" at "f.updatedAt.after": "soon" is no DateTime: write it as 2026-03-01T09:00:00+01:00.',
    ],
    [
      { f: { name: { eq: 'x' }, nmae: { eq: 'x' } } },
      'Variable "$f": Field "nmae" is not defined by type "ContactFilter". Did you mean "name"?',
    ],
    [
      { f: { name: { eq: 'x', '" at "f.x': 1 } } },
      'Variable "$f" at "f.name": Field "" at "f.x" is not defined by type "StringFilter".',
    ],
  ] as const;
  for (const [variables, message] of rows) expect(await ask(variables)).toEqual([['BAD_USER_INPUT', message]]);
});

describe('limits', () => {
  test.each([
    ['tokens', `{ ${'hello '.repeat(2001)} }`],
    ['aliases', `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: hello`).join(' ')} }`],
    ['directives', `{ hello ${'@include(if: true) '.repeat(51)} }`],
  ])('%s', async (_, query) => {
    const { errors, data } = (await edge.post({ query })).json();
    expect(data).toBeUndefined();
    const codes = errors.map((error: { extensions: { code: string } }) => error.extensions.code);
    expect(codes).toContain('QUERY_TOO_COMPLEX');
  });

  test('two thousand tokens pass, also of one field over and over, and one more does not', async () => {
    const times = (count: number) => edge.post({ query: `{ ${'hello '.repeat(count)} }` });
    expect((await times(1998)).json()).toMatchObject({ data: { hello: expect.any(String) } });
    expect((await times(1999)).json().errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });

  test('aliases of fragments count, and a fragment that holds itself ends', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `a${i}: hello`).join(' ');
    const more = Array.from({ length: 60 }, (_, i) => `b${i}: hello`).join(' ');
    const spread = await edge.post({ query: `{ ${many} ...More } fragment More on Query { ${more} }` });
    expect(spread.json().errors[0].extensions.code).toBe('QUERY_TOO_COMPLEX');
    const cycle = await edge.post({ query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' });
    expect(cycle.json().errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('a hundred aliases pass', async () => {
    const query = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: hello`).join(' ')} }`;
    expect(Object.keys((await edge.post({ query })).json().data)).toHaveLength(100);
  });

  test('the whole schema, and all of its types, may be asked for five times', async () => {
    const five = (text: string) => Array.from({ length: 5 }, (_, i) => `a${i}: ${text}`).join(' ');
    const query = `{ ${five('__schema { queryType { name } }')} b: __type(name: "Query") { name } }`;
    expect(Object.keys((await edge.post({ query })).json().data)).toHaveLength(6);
    const types = await edge.post({ query: `{ __schema { ${five('types { name }')} } }` });
    expect(Object.keys(types.json().data.__schema)).toHaveLength(5);
  });

  test('the price is asked with the variables of each request, also of a document seen before', async () => {
    const query = 'query($count: Int!) { items(count: $count) { id } }';
    expect((await edge.post({ query, variables: { count: 1 } })).json().data.items).toHaveLength(1);
    const refused = (await edge.post({ query, variables: { count: 9999 } })).json();
    expect(refused.errors[0].extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(refused.data).toBeUndefined();
  });
});

describe('introspection', () => {
  const query = '{ __schema { queryType { name } } }';

  test('on, and off', async () => {
    expect((await edge.post({ query })).json().data.__schema.queryType.name).toBe('Query');
    await using closed = await startEdge({ INTROSPECTION: 'off' });
    const answer = (await closed.post({ query })).json();
    expect(answer.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await closed.post({ query: '{ hello __typename }' })).json().data.__typename).toBe('Query');
  });

  test('off means no hints at names either', async () => {
    expect((await edge.post({ query: '{ helo }' })).text).toContain('Did you mean');
    await using closed = await startEdge({ INTROSPECTION: 'off' });
    expect((await closed.post({ query: '{ helo }' })).text).not.toContain('hello');
  });
});

test('with introspection off no message hints at a name, wherever it comes from', async () => {
  await using crm = await startCrm({ settings: { INTROSPECTION: 'off' } });
  const ordered = 'query ($by: [ContactOrder!]) { contacts(orderBy: $by) { nodes { name } } }';
  const asked: [query: string, variables?: object][] = [
    ['{ contact(contactId: 7) { nam } }'],
    ['{ contacts(orderBy: [{ field: NAM }]) { nodes { name } } }'],
    ['{ contacts(filter: { nam: { eq: "x" } }) { nodes { name } } }'],
    ['{ node(id: "x") { name } }'],
    [ordered, { by: [{ field: 'NAM' }] }],
    [ordered, { by: [{ field: 'NAME', directon: 'ASC' }] }],
  ];
  for (const [query, variables] of asked) {
    const { errors, data } = await crm.query(query, variables as never);
    expect(data, query).toBeUndefined();
    for (const { message } of errors ?? []) expect(message).not.toMatch(/Did you mean|"NAME"|"direction"|"Associate"/);
  }
});

describe('explain', () => {
  test('lists the upstream requests to those who ask, where it is on', async () => {
    const { extensions } = (await edge.post({ query: '{ hello }' }, { 'x-explain': 'true' })).json();
    expect(extensions.upstream).toEqual({
      total: 1,
      calls: [
        {
          system: 'superoffice',
          method: 'GET',
          path: '/Contact',
          rows: 1,
          status: 200,
          bytes: 10,
          ms: 1,
          startMs: 0,
          cache: 'miss',
        },
      ],
    });
    expect((await edge.post({ query: '{ hello }' })).json().extensions).not.toHaveProperty('upstream');
    await using off = await startEdge({ EXPLAIN: 'off' });
    expect((await off.post({ query: '{ hello }' }, { 'x-explain': 'true' })).json().extensions).not.toHaveProperty(
      'upstream',
    );
  });
});
