import './entities/index.ts';
import { builder } from './graphql/builder.ts';

/** The graph: all that the entity modules have added to the builder. */
export const schema = builder.toSchema();
