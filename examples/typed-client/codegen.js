import scalars from '../../schema/scalars.json' with { type: 'json' };

/** Types of the operations in this folder, made from the published schema alone. */
export default {
  importExtension: '.ts',
  schema: '../../schema/schema.graphql',
  documents: ['*.ts'],
  generates: {
    './generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { scalars, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
    },
  },
};
