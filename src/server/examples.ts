/** A query that a reader can run as it stands. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

/** What GraphiQL opens with, one tab each; the first is in front. */
export const examples: readonly Example[] = [
  {
    query: `# Fifty appointments, each with its task, company,
# country, person and owner: one request to the CRM
# for all of it. Run it with Ctrl-Enter. The header
# X-Explain: true lists it under "extensions".
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
    query: `# A company, its people, and the next appointments
# of each.
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
    query: `# The week of whoever asks, in the zone of the
# request and in another.
query MyWeek {
  viewer { associate { fullName } timeZone }
  appointments(
    first: 50
    filter: { associate: { isCurrent: true }, startDate: { period: THIS_WEEK } }
    orderBy: [{ field: START_DATE }]
  ) {
    nodes {
      startDate
      inNewYork: startDate(zone: "America/New_York")
      endDate
      title
      task { name }
      contact { name }
      person { fullName  mobilePhone }
    }
  }
}
`,
  },
  {
    query: `# A list in three languages at once, and all that is
# stored of it. It is read in the request's language
# and as it is stored, and kept five minutes: run it
# again, and "extensions" shows no request at all.
query ThreeLanguages {
  list(name: "business") {
    items {
      ...Names
      isHeading
      translations { code  text }
      children { listItemId  ...Names }
    }
  }
}

fragment Names on ListItem {
  english: name(language: "en")
  norsk: name(language: "nb")
  deutsch: name(language: "de")
}
`,
  },
  {
    query: `# All companies by name, twenty at a time. For the
# next page put "endCursor" into the variable "after",
# until "hasNextPage" is false.
query AllCompanies($after: String) {
  contacts(first: 20, after: $after, orderBy: [{ field: NAME }]) {
    totalCount
    nodes { contactId  name  department  country { name }  updatedAt }
    pageInfo { hasNextPage  endCursor }
  }
}
`,
    variables: '{ "after": null }',
  },
  {
    query: `# Flats for sale from onOffice, with pictures, owners,
# and the company in SuperOffice behind each owner:
# three requests there, two here.
query Flats {
  estates(
    first: 10
    filter: { category: { in: ["wohnung"] }, marketingType: { in: ["kauf"] }, status: { in: ["1"] } }
    orderBy: [{ field: PURCHASE_PRICE }]
  ) {
    totalCount
    nodes {
      title
      language
      purchasePrice { amount  currency }
      livingArea
      rooms
      address { postalCode  city }
      pictures(size: THUMBNAIL) { url  title }
      owners { firstName  lastName  contact { name } }
    }
  }
}
`,
  },
  {
    query: `# Follows companies as they change, until it is
# stopped. Run it, then change one in another tab:
# updateContact(contactId: 25, ...).
subscription Live {
  contactChanged {
    kind
    changedFields
    at
    contact { contactId  name  department }
  }
}
`,
  },
];
