import { builder } from '../../graphql/builder.ts';

export const NodeRef = builder.interfaceRef<unknown>('Node');
