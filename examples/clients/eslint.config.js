import graphql from '@graphql-eslint/eslint-plugin';

/** Every rule for schemas and for Relay, less those that this graph has a reason to break. */
export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-all'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // The file is sorted by graphql-js, which puts `createdAt` before `createdBy` and `Query` among the types.
      '@graphql-eslint/alphabetize': 'off',
      // `contactId` is the key that people know from the CRM; `id` is the opaque one.
      '@graphql-eslint/no-typename-prefix': 'off',
      // For graphs that take no writes; this one does.
      '@graphql-eslint/no-root-type': 'off',
      // What is changed, how and under which condition are arguments of their own: `contactId`, `changes`, `expect`.
      '@graphql-eslint/input-name': 'off',
      // Of the days before payloads named the record that was changed; each payload here does.
      '@graphql-eslint/require-field-of-type-query-in-mutation-result': 'off',
      // Lists that come whole are lists of records, without the weight of a page: the e-mail addresses of a company.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      // The archive of the CRM can be walked forwards only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Values have no identity: they belong to the record that holds them.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          acceptedIdNames: ['id', 'eventId', 'pictureId'],
          acceptedIdTypes: ['ID'],
          exceptions: {
            suffixes: ['Connection', 'Edge', 'Payload', 'Error'],
            types: [
              'Address',
              'ContactPoint',
              'CustomField',
              'EstateField',
              'EstateTranslation',
              'EstateValue',
              'FieldAccess',
              'ForeignKey',
              'List',
              'Money',
              'PageInfo',
              'Participant',
              'Translation',
              'Viewer',
            ],
          },
        },
      ],
    },
  },
];
