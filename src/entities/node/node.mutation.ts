import { builder } from '../../graphql/builder.ts';
import { ConflictErrorRef } from '../../graphql/mutation.ts';
import { NodeRef } from './node.model.ts';

builder.objectField(ConflictErrorRef, 'current', (t) =>
  t.field({
    type: NodeRef,
    nullable: true,
    description: 'The record as it is now, read anew. Null when it is gone, or the ticket cannot see it.',
    resolve: ({ about }, _args, context, info) => about && context.read.one(about.entity, about.key, info),
  }),
);
