import { builder } from '../../graphql/builder.ts';
import { asText, asWhole } from '../../reading/row.ts';
import { entityNamed } from '../../reading/sources.ts';
import type { PrincipalWire } from '../../upstream/superoffice/wire.ts';
import { AssociateRef } from '../associate/associate.model.ts';
import { PersonRef } from '../person/person.model.ts';

const ViewerRef = builder.objectRef<PrincipalWire>('Viewer').implement({
  description: 'Whose ticket this is, and what is in force for the request.',
  fields: (t) => ({
    associate: t.field({
      type: AssociateRef,
      nullable: false,
      description: 'The user (AssociateId of the current principal).',
      resolve: ({ AssociateId, Associate, FullName, PersonId }, _args, context, info) =>
        context.read.carried(
          entityNamed('Associate'),
          AssociateId ?? 0,
          { AssociateId, Name: Associate, FullName, PersonId, Deleted: false },
          info,
        ),
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      description: 'The person that the user is. Null for system users.',
      resolve: ({ PersonId }, _args, context, info) => {
        const key = asWhole(PersonId);
        return key ? context.read.one(entityNamed('Person'), key, info) : null;
      },
    }),
    tenant: t.string({
      nullable: false,
      description: 'Whose data this is: the customer id of the CRM (Cust12345), as the CRM itself says.',
      resolve: ({ DatabaseContextIdentifier }, _args, context) =>
        asText(DatabaseContextIdentifier) ?? context.identity.tenant ?? 'Default',
    }),
    language: t.field({
      type: 'Locale',
      nullable: true,
      description: 'The language in force. Null when texts come untranslated.',
      resolve: (_principal, _args, context) => context.identity.language,
    }),
    timeZone: t.string({
      nullable: false,
      description: 'IANA name of the zone in force: Europe/Oslo.',
      resolve: (_principal, _args, context) => context.identity.timeZone,
    }),
    functionRights: t.stringList({
      nullable: { list: false, items: false },
      description: "Names of the user's functional rights, such as allow-bulk-update (FunctionRights).",
      resolve: ({ FunctionRights }) =>
        Array.isArray(FunctionRights) ? FunctionRights.filter((name) => asText(name) !== null) : [],
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description: 'Whose ticket this is, and where (User/currentPrincipal). Null when it cannot be read.',
    resolve: (_root, _args, context) => context.superoffice.principal(),
  }),
);
