import { associateCarrier, associateFullName, roleNames } from '../entities/associate/associate.simulated.ts';
import type { CurrentPrincipalWire, LicenseWire } from '../entities/associate/associate.wire.ts';
import { ok, restError } from './answers.ts';
import { noRights } from './carriers.ts';
import type { SimulatedCaller } from './request.ts';
import type { Route } from './router.ts';

/** Who is asking (8.4). */
export function userRoutes(): Route[] {
  const get = (pattern: string, description: string, handle: Route['handle']): Route => ({
    method: 'GET',
    pattern,
    description,
    handle,
  });
  return [
    get('/User/currentPrincipal', 'The caller and his rights', ({ caller }) => ok(principal(caller), 1)),
    get('/User/currentAssociate', 'The caller as associate', ({ caller }) =>
      ok(associateCarrier(caller.associate.id, caller, false), 1),
    ),
    get('/User/currentToken', "The caller's ticket", ({ caller }) =>
      ok(
        caller.user.tickets.find((one) => one.scheme === 'SOTicket')?.ticket ?? caller.user.tickets[0]?.ticket ?? '',
        1,
      ),
    ),
    get('/User/current', 'The caller as user: not online', () =>
      restError(403, 'SoSentryException', 'The user agent is not available'),
    ),
  ];
}

function principal(caller: SimulatedCaller): CurrentPrincipalWire {
  const { associate, world, user } = caller;
  const person = world.persons.get(associate.personId);
  const company = world.contacts.get(world.ownContactId);
  const email = person?.emails[0]?.value ?? associate.userName;
  return {
    UserType: associate.type,
    Associate: associate.name,
    AssociateId: associate.id,
    IsPerson: person !== undefined,
    PersonId: associate.personId,
    CountryId: person?.countryId ?? company?.countryId ?? 0,
    HomeCountryId: company?.countryId ?? 0,
    ContactId: person?.contactId ?? world.ownContactId,
    GroupId: associate.groupId,
    BusinessId: company?.businessId ?? 0,
    CategoryId: company?.categoryId ?? 0,
    ContactOwner: company?.associateId ?? 0,
    RoleId: associate.roleId,
    RoleName: roleNames[associate.roleId] ?? '',
    RoleDescription: '',
    RoleType: 'Employee',
    Licenses: [license(caller)],
    FullName: associateFullName(associate, world),
    EMailAddress: email,
    FunctionRights: [...user.rights.functionRights].sort(),
    EjUserId: associate.ejUserId,
    EjAccessLevel: 0,
    EjUserStatus: 'StatusNormal',
    ProvidedCredentials: [{ Type: 'Ticket', SearchName: '', DisplayName: associate.userName, CredentialId: 0 }],
    SecondaryGroups: associate.otherGroupIds,
    DatabaseContextIdentifier: world.tenant,
    UserName: associate.userName,
  };
}

function license(caller: SimulatedCaller): LicenseWire {
  return {
    OwnerId: 1,
    OwnerName: 'SUPEROFFICE',
    OwnerDescription: 'SuperOffice AS',
    ModuleId: 12,
    Name: 'user-plan-complete',
    Description: 'Complete user plan',
    Version: '11.0',
    LicenseType: 'UserLicense',
    ExtraFlags: 1,
    ExtraInfo: '',
    SortOrder: 0,
    LicenseNumber: 25,
    IsHidden: false,
    IsUnrestricted: false,
    ExpiryDate: `${new Date(caller.clock.now()).getUTCFullYear() + 1}-01-01T00:00:00`,
    ...noRights(),
  };
}
