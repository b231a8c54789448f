import { graphql } from 'relay-runtime';

/** What the Relay compiler reads. */

graphql`
  query relayContactsQuery($first: Int!, $after: String) {
    ...relayContacts @arguments(first: $first, after: $after)
    contacts(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          contactId
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

graphql`
  fragment relayContacts on Query
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" })
  @refetchable(queryName: "relayContactsPageQuery") {
    contacts(first: $first, after: $after) @connection(key: "relay_contacts") {
      edges {
        node {
          name
        }
      }
    }
  }
`;

graphql`
  fragment relayContact on Contact @refetchable(queryName: "relayContactRefetchQuery") {
    name
    department
  }
`;

graphql`
  mutation relayDepartmentMutation($contactId: Int!, $changes: ContactChanges!) {
    updateContact(contactId: $contactId, changes: $changes) {
      contact {
        id
        department
      }
      errors {
        message
      }
    }
  }
`;
