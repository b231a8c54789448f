import type { CarrierWire, CustomFieldsWire } from './carrier.wire.ts';

/** A user as other carriers nest it, and as `Agents/Associate/GetAssociateList` answers it. */
export interface AssociateCarrierWire extends CarrierWire {
  AssociateId?: number;
  Name?: string | null;
  PersonId?: number | null;
  Rank?: number | null;
  Tooltip?: string | null;
  Type?: string | null;
  GroupIdx?: number | null;
  FullName?: string | null;
  FormalName?: string | null;
  Deleted?: boolean | null;
  EjUserId?: number | null;
  /** Null where the carrier is nested. */
  UserName?: string | null;
  ExtraFields?: CustomFieldsWire | null;
  CustomFields?: CustomFieldsWire | null;
}

/** `GET /User/currentPrincipal`. */
export interface CurrentPrincipalWire {
  UserType?: string | null;
  Associate?: string | null;
  AssociateId?: number;
  IsPerson?: boolean;
  PersonId?: number;
  CountryId?: number;
  HomeCountryId?: number;
  ContactId?: number;
  GroupId?: number;
  BusinessId?: number;
  CategoryId?: number;
  ContactOwner?: number;
  RoleId?: number;
  RoleName?: string | null;
  RoleDescription?: string | null;
  RoleType?: string | null;
  Licenses?: LicenseWire[] | null;
  FullName?: string | null;
  EMailAddress?: string | null;
  FunctionRights?: string[] | null;
  EjUserId?: number;
  EjAccessLevel?: number;
  EjUserStatus?: string | null;
  ProvidedCredentials?: CredentialWire[] | null;
  SecondaryGroups?: number[] | null;
  DatabaseContextIdentifier?: string | null;
  UserName?: string | null;
}

export interface LicenseWire extends CarrierWire {
  OwnerId?: number;
  OwnerName?: string | null;
  OwnerDescription?: string | null;
  ModuleId?: number;
  Name?: string | null;
  Description?: string | null;
  Version?: string | null;
  LicenseType?: string | null;
  ExtraFlags?: number;
  ExtraInfo?: string | null;
  SortOrder?: number;
  LicenseNumber?: number;
  IsHidden?: boolean;
  IsUnrestricted?: boolean;
  ExpiryDate?: string | null;
}

export interface CredentialWire {
  Type?: string | null;
  SearchName?: string | null;
  DisplayName?: string | null;
  CredentialId?: number;
}

/** The user behind a person (`PersonEntity.UserInfo`). */
export interface UserInfoWire extends CarrierWire {
  Deleted?: boolean;
  UserInfoId?: number;
  UserName?: string | null;
  PersonId?: number;
  Rank?: number;
  Tooltip?: string | null;
  UserGroupId?: number;
  EjUserId?: number;
  UserType?: string | null;
  GrantedLicenses?: string[] | null;
  CanLogon?: boolean;
  RoleName?: string | null;
  RoleTooltip?: string | null;
  UserGroupName?: string | null;
  UserGroupTooltip?: string | null;
}

/** `GET /TimeZone/base` and `/TimeZone/current`. */
export interface TimeZoneDataWire extends CarrierWire {
  TZLocationID?: number;
  Name?: string | null;
  TZLocationCode?: string | null;
  TZLocationCities?: string | null;
  IsoNumber?: number;
  TimeZoneSTDRules?: TimeZoneRuleWire[] | null;
  TimeZoneDSTRules?: TimeZoneRuleWire[] | null;
}

/** A change of the clock; the manual names the lists and not what their elements hold. */
export interface TimeZoneRuleWire {
  StartDate?: string | null;
  EndDate?: string | null;
  BiasMinutes?: number;
}
