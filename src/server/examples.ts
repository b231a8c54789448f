/** A query that a reader can run as it stands. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

/** What GraphiQL opens with, one tab each; the first is in front. */
export const examples: readonly Example[] = [
  {
    query: `# Fifty appointments, each with its task, company, country,
# person and owner: one request to the CRM for all of it.
# Run it with Ctrl-Enter. The header X-Explain: true lists
# that request under "extensions".
query Agenda {
  appointments(first: 50) {
    nodes {
      startDate
      task { name }
      contact { name  country { name } }
      person { fullName  email }
      associate { fullName }
    }
  }
}
`,
  },
  {
    query: `# A company, its people, and the next appointments of each.
query Company($contactId: Int!) {
  contact(contactId: $contactId) {
    name
    department
    category { name }
    associate { fullName }
    persons(first: 5, orderBy: [{ field: LAST_NAME }]) {
      nodes {
        fullName
        title
        email
        appointments(first: 3, filter: { startDate: { period: AFTER_TODAY } }, orderBy: [{ field: START_DATE }]) {
          nodes { startDate  endDate  description }
        }
      }
    }
  }
}
`,
    variables: '{ "contactId": 21 }',
  },
  {
    query: `# This week in two languages and two time zones.
query ThisWeek {
  appointments(first: 10, filter: { startDate: { period: THIS_WEEK } }, orderBy: [{ field: START_DATE }]) {
    nodes {
      startDate
      inNewYork: startDate(zone: "America/New_York")
      task { name  german: name(language: "de") }
      contact { name }
    }
    pageInfo { hasNextPage  endCursor }
  }
}
`,
  },
  {
    query: `# Who is asking, and the tasks in the request's language.
query Me {
  viewer { tenant  language  timeZone  associate { name  fullName } }
  list(name: "task") { items { listItemId  name } }
}
`,
  },
];
