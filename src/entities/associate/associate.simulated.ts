import { noRights } from '../../simulator/carriers.ts';
import type { SeedGround } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { type AssociateRecord, findListItem, type ListRecord, type TenantWorld } from '../../simulator/store.ts';
import type { AssociateCarrierWire, UserInfoWire } from './associate.wire.ts';

interface AssociateRow {
  id: number;
  initials: string;
  groupId: number;
  type?: AssociateRecord['type'];
  personId?: number;
  displayName?: string;
  deleted?: boolean;
}

/** Keys 5 and 7 have full rights, 10 and 11 reduced ones; 13 and 14 have left; 3 and 4 are nobody in person. */
const rows: readonly AssociateRow[] = [
  { id: 3, initials: 'SYS', groupId: 1, type: 'SystemAssociate', displayName: 'System user' },
  { id: 4, initials: 'ROOM1', groupId: 4, type: 'ResourceAssociate', displayName: 'Meeting room Fjord' },
  { id: 5, initials: 'LH', groupId: 2, personId: 11 },
  { id: 6, initials: 'AB', groupId: 1, personId: 12 },
  { id: 7, initials: 'MK', groupId: 2, personId: 13 },
  { id: 8, initials: 'JD', groupId: 3, personId: 14 },
  { id: 9, initials: 'EN', groupId: 4, personId: 15 },
  { id: 10, initials: 'RJ', groupId: 2, personId: 16 },
  { id: 11, initials: 'TS', groupId: 3, personId: 17 },
  { id: 12, initials: 'KW', groupId: 2, personId: 18 },
  { id: 13, initials: 'OH', groupId: 2, personId: 19, deleted: true },
  { id: 14, initials: 'PL', groupId: 4, personId: 20, deleted: true },
  { id: 15, initials: 'EXT1', groupId: 4, personId: 61, type: 'ExternalAssociate' },
];

/** Keys of the associates who own records: current, and one who has left. */
export const owners: readonly number[] = [5, 5, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13];

/** Fills the table of associates. */
export function seedAssociates({ world, today, words }: SeedGround): void {
  const years = (count: number) => today - count * 365 * 86_400_000;
  for (const row of rows) {
    const initials = row.initials.toLowerCase();
    world.associates.set(row.id, {
      id: row.id,
      name: row.initials,
      personId: row.personId ?? 0,
      displayName: row.displayName ?? '',
      tooltip: '',
      type: row.type ?? 'InternalAssociate',
      groupId: row.groupId,
      otherGroupIds: row.groupId === 2 ? [3] : [],
      roleId: row.id <= 9 ? 1 : 2,
      rank: row.id,
      deleted: row.deleted ?? false,
      ejUserId: 10 + row.id,
      userName: row.type === 'SystemAssociate' ? '' : `${initials}@${words.mailDomain}`,
      createdAt: years(7),
      createdBy: 3,
      updatedAt: row.id % 2 === 0 ? null : years(1),
      updatedBy: row.id % 2 === 0 ? null : 6,
    });
  }
}

/** First, middle and last name; the display name where no person stands behind the associate. */
export function associateFullName(associate: AssociateRecord, world: TenantWorld): string {
  const person = world.persons.get(associate.personId);
  if (person === undefined) return associate.displayName || associate.name;
  return [person.firstname, person.middleName, person.lastname].filter((part) => part !== '').join(' ');
}

/** The carrier; `userName` is null where the associate stands inside another carrier. */
export function associateCarrier(
  id: number | null,
  caller: SimulatedCaller,
  nested = true,
): AssociateCarrierWire | null {
  const associate = id === null ? undefined : caller.world.associates.get(id);
  if (associate === undefined) return null;
  const fullName = associateFullName(associate, caller.world);
  return {
    AssociateId: associate.id,
    Name: associate.name,
    PersonId: associate.personId,
    Rank: 0,
    Tooltip: caller.text(associate.tooltip),
    Type: associate.type,
    GroupIdx: associate.groupId,
    FullName: fullName,
    FormalName: fullName,
    Deleted: associate.deleted,
    EjUserId: associate.ejUserId,
    UserName: nested ? null : associate.userName,
    ...(caller.options.carriers.newerMembers ? { ExtraFields: {}, CustomFields: {} } : {}),
    TableRight: caller.options.carriers.tableRights ? { Mask: 'Select, Update, Delete', Reason: '' } : null,
    FieldProperties: {},
  };
}

/** The user behind a person; null for a person who is no user. */
export function userInfo(personId: number, caller: SimulatedCaller): UserInfoWire | null {
  const associate = [...caller.world.associates.values()].find((one) => one.personId === personId && personId !== 0);
  if (associate === undefined) return null;
  return {
    Deleted: associate.deleted,
    UserInfoId: associate.id,
    UserName: associate.userName,
    PersonId: associate.personId,
    Rank: associate.rank,
    Tooltip: '',
    UserGroupId: associate.groupId,
    EjUserId: associate.ejUserId,
    UserType: associate.type,
    GrantedLicenses: ['user-plan-complete'],
    CanLogon: !associate.deleted,
    RoleName: roleNames[associate.roleId] ?? '',
    RoleTooltip: '',
    UserGroupName: caller.text(findListItem(caller.world, 'usergroup', associate.groupId)?.name ?? ''),
    UserGroupTooltip: '',
    ...noRights(),
  };
}

/** Names of the roles by id. */
export const roleNames: Readonly<Record<number, string>> = { 1: 'User level 0', 2: 'User level 1' };

/** The MDO list `associate`: current associates under their user groups, whose ids are of another table. */
export function associateList(world: TenantWorld): ListRecord {
  return {
    id: 2,
    mdoName: 'associate',
    route: null,
    name: 'Associate',
    table: 'associate',
    custom: false,
    headings: (world.lists.get('usergroup')?.items ?? []).filter((group) => !group.deleted),
    items: [...world.associates.values()].map((associate) => ({
      id: associate.id,
      name: associateFullName(associate, world),
      tooltip: associate.name,
      rank: associate.rank,
      deleted: associate.deleted,
      headingIds: [associate.groupId],
      extra: {},
    })),
  };
}
