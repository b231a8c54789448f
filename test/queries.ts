/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Operation34f642c989QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation34f642c989Query = { appointments: { nodes: Array<{ participants: Array<{ invitationStatus: string }> | null }> } | null };

export type Operation9ac9f1de6aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9ac9f1de6aQuery = { row: { location: string | null } | null, entity: { participants: Array<{ email: string | null }> | null } | null };

export type Operationbf256a1a72QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbf256a1a72Query = { appointment: { participants: Array<{ email: string | null }> | null } | null };

export type Operation4a626d307bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4a626d307bQuery = { appointments: { nodes: Array<{ createdBy: { fullName: string } | null, updatedBy: { associateId: number, fullName: string } | null }> } | null };

export type Operation99d6e11428QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation99d6e11428Query = { contacts: { nodes: Array<{ contactId: number, createdBy: { name: string, fullName: string, deleted: boolean | null } | null }> } | null };

export type Operationb1122a658cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb1122a658cQuery = { associates: Array<{ name: string }> | null, contact: { contactId: number } | null };

export type Operation83e3fe1269QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation83e3fe1269Query = { associate: { fullName: string } | null };

export type Operation94c3f71338QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation94c3f71338Query = { contact: { associate: { associateId: number, name: string } | null } | null, associate: { associateId: number, name: string, fullName: string } | null };

export type Operation92cb58cc63QueryVariables = Exact<{
  id: number;
}>;


export type Operation92cb58cc63Query = { contact: { name: string, deleted: boolean, description: string | null } | null };

export type Operationfbf50f6637QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfbf50f6637Query = { contacts: { nodes: Array<{ name: string, description: string | null }> } | null };

export type Operation5c25cf9866QueryVariables = Exact<{
  id: number;
}>;


export type Operation5c25cf9866Query = { contact: { business: { name: string | null } | null } | null };

export type Operationc29fa33260QueryVariables = Exact<{
  id: number;
}>;


export type Operationc29fa33260Query = { contact: { createdAt: string | null, updatedAt: string | null } | null };

export type Operation01e46cfc5eQueryVariables = Exact<{
  id: string;
}>;


export type Operation01e46cfc5eQuery = { node:
    | { __typename: 'Appointment', appointmentId: number, id: string }
    | { __typename: 'Associate', associateId: number, id: string }
    | { __typename: 'Contact', contactId: number, id: string }
    | { __typename: 'ListItem', id: string }
    | { __typename: 'Person', personId: number, id: string }
   | null };

export type Operationffb6837330QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationffb6837330Query = { persons: { nodes: Array<{ personId: number, email: string | null, mobilePhone: string | null }> } | null };

export type Operation9e172580ecQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9e172580ecQuery = { persons: { nodes: Array<{ personId: number, associate: { id: string, associateId: number, name: string, fullName: string, email: string | null, deleted: boolean | null } | null }> } | null };

export type Operationd64c59384fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd64c59384fQuery = { user: { salutation: string | null, associate: { associateId: number, fullName: string, deleted: boolean | null } | null } | null };

export type Operation0cf37a292fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0cf37a292fQuery = { person: { salutation: string | null, associate: { associateId: number } | null } | null };

export type Operationda11ee8262QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationda11ee8262Query = { persons: { nodes: Array<{ contact: { name: string, url: string | null } | null }> } | null };

export type Operation502ad91157QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation502ad91157Query = { person: { fullName: string, contact: { contactId: number } | null } | null };

export type Operation5659bdf1aeQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5659bdf1aeQuery = { person: { salutation: string | null, contact: { name: string, department: string | null, orgNr: string | null, phone: string | null } | null } | null };

export type Operationb0c163c435QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb0c163c435Query = { row: { fullName: string } | null, entity: { salutation: string | null } | null };

export type Operation33ebb3893fQueryVariables = Exact<{
  id: number;
}>;


export type Operation33ebb3893fQuery = { person: { salutation: string | null } | null };

export type Operationee15bd3ce8QueryVariables = Exact<{
  id: number;
}>;


export type Operationee15bd3ce8Query = { person: { position: { name: string | null } | null, country: { name: string | null } | null, address: { country: string | null } | null } | null };

export type Operationf4012f7b19QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf4012f7b19Query = { viewer: { tenant: string, language: string | null, timeZone: string, functionRights: Array<string>, associate: { id: string, associateId: number, name: string, fullName: string, deleted: boolean | null, person: { personId: number } | null } } | null };

export type Operation2bdc9b334dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2bdc9b334dQuery = { viewer: { person: { fullName: string, contact: { name: string } | null } | null, associate: { email: string | null, person: { title: string | null } | null } } | null };

export type Operation3952a97f26QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3952a97f26Query = { viewer: { language: string | null, timeZone: string, functionRights: Array<string>, associate: { fullName: string } } | null };

export type Operation3b89c95012QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3b89c95012Query = { viewer: { language: string | null } | null };

export type Operationfbbd68125dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfbbd68125dQuery = { viewer: { tenant: string, associate: { associateId: number, fullName: string }, person: { fullName: string } | null } | null };

export type Operatione2f520bfedQueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione2f520bfedQuery = { viewer: { tenant: string } | null };

export type Operationa1cca4645dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa1cca4645dQuery = { contact: { name: string, code: string | null, persons: { nodes: Array<{ fullName: string }> } | null } | null };

export type Operation889202c193QueryVariables = Exact<{
  id: string;
}>;


export type Operation889202c193Query = { one:
    | { id: string }
    | { id: string }
    | { id: string, n: string }
    | { id: string }
    | { fullName: string, id: string }
   | null };

export type Operation889202c193CFragment = { n: string };

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
  "{ appointments(first: 6) { nodes { participants { invitationStatus } } } }": { data: Operation34f642c989Query; variables: Operation34f642c989QueryVariables };
  "{ row: appointment(appointmentId: 99999) { location } entity: appointment(appointmentId: 99999) { participants { email } } }": { data: Operation9ac9f1de6aQuery; variables: Operation9ac9f1de6aQueryVariables };
  "{ appointment(appointmentId: 102) { participants { email } } }": { data: Operationbf256a1a72Query; variables: Operationbf256a1a72QueryVariables };
  "{ appointments(first: 30) { nodes { createdBy { fullName } updatedBy { associateId fullName } } } }": { data: Operation4a626d307bQuery; variables: Operation4a626d307bQueryVariables };
  "{ contacts(first: 10) { nodes { contactId createdBy { name fullName deleted } } } }": { data: Operation99d6e11428Query; variables: Operation99d6e11428QueryVariables };
  "{ associates { name } contact(contactId: 3) { contactId } }": { data: Operationb1122a658cQuery; variables: Operationb1122a658cQueryVariables };
  "{ associate(associateId: 7) { fullName } }": { data: Operation83e3fe1269Query; variables: Operation83e3fe1269QueryVariables };
  "{ contact(contactId: 5) { associate { associateId name } } associate(associateId: 7) { associateId name fullName } }": { data: Operation94c3f71338Query; variables: Operation94c3f71338QueryVariables };
  "query Deleted($id: Int!) { contact(contactId: $id) { name deleted description } }": { data: Operation92cb58cc63Query; variables: Operation92cb58cc63QueryVariables };
  "{ contacts(first: 20) { nodes { name description } } }": { data: Operationfbf50f6637Query; variables: Operationfbf50f6637QueryVariables };
  "query Raw($id: Int!) { contact(contactId: $id) { business { name } } }": { data: Operation5c25cf9866Query; variables: Operation5c25cf9866QueryVariables };
  "query Stamps($id: Int!) { contact(contactId: $id) { createdAt updatedAt } }": { data: Operationc29fa33260Query; variables: Operationc29fa33260QueryVariables };
  "query Node($id: ID!) { node(id: $id) { __typename id\n        ... on Contact { contactId } ... on Person { personId } ... on Appointment { appointmentId } ... on Associate { associateId } } }": { data: Operation01e46cfc5eQuery; variables: Operation01e46cfc5eQueryVariables };
  "{ persons(first: 40) { nodes { personId email mobilePhone } } }": { data: Operationffb6837330Query; variables: Operationffb6837330QueryVariables };
  "{ persons(first: 60) { nodes { personId associate { id associateId name fullName email deleted } } } }": { data: Operation9e172580ecQuery; variables: Operation9e172580ecQueryVariables };
  "{ user: person(personId: 11) { salutation associate { associateId fullName deleted } } }": { data: Operationd64c59384fQuery; variables: Operationd64c59384fQueryVariables };
  "{ person(personId: 40) { salutation associate { associateId } } }": { data: Operation0cf37a292fQuery; variables: Operation0cf37a292fQueryVariables };
  "{ persons(first: 30) { nodes { contact { name url } } } }": { data: Operationda11ee8262Query; variables: Operationda11ee8262QueryVariables };
  "{ person(personId: 31) { fullName contact { contactId } } }": { data: Operation502ad91157Query; variables: Operation502ad91157QueryVariables };
  "{ person(personId: 31) { salutation contact { name department orgNr phone } } }": { data: Operation5659bdf1aeQuery; variables: Operation5659bdf1aeQueryVariables };
  "{ row: person(personId: 99999) { fullName } entity: person(personId: 99999) { salutation } }": { data: Operationb0c163c435Query; variables: Operationb0c163c435QueryVariables };
  "query Hidden($id: Int!) { person(personId: $id) { salutation } }": { data: Operation33ebb3893fQuery; variables: Operation33ebb3893fQueryVariables };
  "query Position($id: Int!) { person(personId: $id) { position { name } country { name } address { country } } }": { data: Operationee15bd3ce8Query; variables: Operationee15bd3ce8QueryVariables };
  "{ viewer { tenant language timeZone functionRights associate { id associateId name fullName deleted person { personId } } } }": { data: Operationf4012f7b19Query; variables: Operationf4012f7b19QueryVariables };
  "{ viewer { person { fullName contact { name } } associate { email person { title } } } }": { data: Operation2bdc9b334dQuery; variables: Operation2bdc9b334dQueryVariables };
  "{ viewer { associate { fullName } language timeZone functionRights } }": { data: Operation3952a97f26Query; variables: Operation3952a97f26QueryVariables };
  "{ viewer { language } }": { data: Operation3b89c95012Query; variables: Operation3b89c95012QueryVariables };
  "{ viewer { tenant associate { associateId fullName } person { fullName } } }": { data: Operationfbbd68125dQuery; variables: Operationfbbd68125dQueryVariables };
  "{ viewer { tenant } }": { data: Operatione2f520bfedQuery; variables: Operatione2f520bfedQueryVariables };
  "{ contact(contactId: 3) { name code persons(first: 2) { nodes { fullName } } } }": { data: Operationa1cca4645dQuery; variables: Operationa1cca4645dQueryVariables };
  "query($id: ID!) { one: node(id: $id) { id ...C ... on Person { fullName } } } fragment C on Contact { n: name }": { data: Operation889202c193Query; variables: Operation889202c193QueryVariables };
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
