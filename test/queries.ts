/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Operation3158fa8cd4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3158fa8cd4Query = { __schema: { queryType: { name: string | null } } };

export type Operationf110e3de12QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf110e3de12Query = { viewer: { tenant: string, associate: { fullName: string } } | null };

export type Operation490cf90718QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation490cf90718Query = { viewer: { associate: { fullName: string } } | null };

export type Operation21ffc7dab0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation21ffc7dab0Query = { appointments: { nodes: Array<{ startDate: string | null }> } | null };

export type Operation1cc09acb74QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1cc09acb74Query = { contact: { name: string } | null };

export type Operation1c151e5e4aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1c151e5e4aQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationaf2bbab892QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationaf2bbab892Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation6864cf9a6eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6864cf9a6eQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operatione89be89249QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione89be89249Query = { appointments: { nodes: Array<{ startDate: string | null, task: { name: string | null } | null, contact: { name: string } | null, associate: { fullName: string } | null }> } | null };

/** Every operation of the tests by its text: what it answers, and what it takes. */
export interface Operations {
  "{ __schema { queryType { name } } }": { data: Operation3158fa8cd4Query; variables: Operation3158fa8cd4QueryVariables };
  "{ viewer { tenant associate { fullName } } }": { data: Operationf110e3de12Query; variables: Operationf110e3de12QueryVariables };
  "{ viewer { associate { fullName } } }": { data: Operation490cf90718Query; variables: Operation490cf90718QueryVariables };
  "{ appointments(first: 1, filter: { startDate: { period: TODAY } }) { nodes { startDate } } }": { data: Operation21ffc7dab0Query; variables: Operation21ffc7dab0QueryVariables };
  "{ contact(contactId: 3) { name } }": { data: Operation1cc09acb74Query; variables: Operation1cc09acb74QueryVariables };
  "{ contacts(first: 3) { nodes { name } } }": { data: Operation1c151e5e4aQuery; variables: Operation1c151e5e4aQueryVariables };
  "{ contacts(first: 50) { nodes { name } } }": { data: Operationaf2bbab892Query; variables: Operationaf2bbab892QueryVariables };
  "{ contacts(first: 1) { nodes { name } } }": { data: Operation6864cf9a6eQuery; variables: Operation6864cf9a6eQueryVariables };
  "{ appointments(first: 50) { nodes { startDate task { name } contact { name } associate { fullName } } } }": { data: Operatione89be89249Query; variables: Operatione89be89249QueryVariables };
}
