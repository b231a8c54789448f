/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Operation3158fa8cd4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3158fa8cd4Query = { __schema: { queryType: { name: string | null } } };

/** Every operation of the tests by its text: what it answers, and what it takes. */
export interface Operations {
  "{ __schema { queryType { name } } }": { data: Operation3158fa8cd4Query; variables: Operation3158fa8cd4QueryVariables };
}
