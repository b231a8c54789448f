import type { AssociateCarrierWire, UserInfoWire } from '../associate/associate.wire.ts';
import type {
  CarrierWire,
  CustomMembersWire,
  EntityAddressWire,
  EntityElementWire,
  LinksWire,
  UtmParametersWire,
} from '../associate/carrier.wire.ts';
import type { SimpleContactWire } from '../contact/contact.wire.ts';
import type { CategoryWire, CountryWire, ListValueWire, SelectableMdoItemWire } from '../list-item/list-item.wire.ts';

/** `GET /Person/{id}`. Any member may be null under `$select`, and newer ones absent. */
export interface PersonWire extends CustomMembersWire, CarrierWire {
  PersonId?: number | null;
  Firstname?: string | null;
  MiddleName?: string | null;
  Lastname?: string | null;
  Mrmrs?: string | null;
  Title?: string | null;
  UpdatedDate?: string | null;
  CreatedDate?: string | null;
  /** Midnight; year 1: none, year 2: the year is not known. */
  BirthDate?: string | null;
  CreatedBy?: AssociateCarrierWire | null;
  Emails?: EntityElementWire[] | null;
  Description?: string | null;
  IsAssociate?: boolean | null;
  PrivatePhones?: EntityElementWire[] | null;
  Faxes?: EntityElementWire[] | null;
  MobilePhones?: EntityElementWire[] | null;
  OfficePhones?: EntityElementWire[] | null;
  /** Pagers. */
  OtherPhones?: EntityElementWire[] | null;
  Position?: ListValueWire | null;
  UpdatedBy?: AssociateCarrierWire | null;
  Contact?: SimpleContactWire | null;
  Country?: CountryWire | null;
  Interests?: SelectableMdoItemWire[] | null;
  PersonNumber?: string | null;
  FullName?: string | null;
  NoMailing?: boolean | null;
  UsePersonAddress?: boolean | null;
  Retired?: boolean | null;
  Urls?: EntityElementWire[] | null;
  FormalName?: string | null;
  Address?: EntityAddressWire | null;
  Post3?: string | null;
  Post2?: string | null;
  Post1?: string | null;
  Kanalname?: string | null;
  Kanafname?: string | null;
  /** The user that this person is. */
  CorrespondingAssociate?: AssociateCarrierWire | null;
  Category?: CategoryWire | null;
  Business?: ListValueWire | null;
  /** The owner. */
  Associate?: AssociateCarrierWire | null;
  Salutation?: string | null;
  ActiveInterests?: number | null;
  SupportAssociate?: AssociateCarrierWire | null;
  TicketPriority?: ListValueWire | null;
  CustomerLanguage?: ListValueWire | null;
  DbiAgentId?: number | null;
  DbiKey?: string | null;
  DbiLastModified?: string | null;
  DbiLastSyncronized?: string | null;
  SentInfo?: number | null;
  ShowContactTickets?: number | null;
  UserInfo?: UserInfoWire | null;
  ChatEmails?: EntityElementWire[] | null;
  InternetPhones?: EntityElementWire[] | null;
  Source?: number | null;
  ActiveErpLinks?: number | null;
  ShipmentTypes?: SelectableMdoItemWire[] | null;
  Consents?: ConsentWire[] | null;
  BounceEmails?: string[] | null;
  ActiveStatusMonitorId?: number | null;
  CreatedByFormId?: number | null;
  UtmParameters?: UtmParametersWire | null;
  LeadstatusId?: number | null;
  Leadstatus?: string | null;
  _Links?: LinksWire | null;
}

export interface ConsentWire extends CarrierWire {
  ConsentPersonId?: number;
  Comment?: string | null;
  Registered?: string | null;
  RegisteredAssociateId?: number;
  Updated?: string | null;
  UpdatedAssociateId?: number;
  LegalBaseId?: number;
  LegalBaseKey?: string | null;
  LegalBaseName?: string | null;
  ConsentPurposeId?: number;
  ConsentPurposeKey?: string | null;
  ConsentPurposeName?: string | null;
  ConsentSourceId?: number;
  ConsentSourceKey?: string | null;
  ConsentSourceName?: string | null;
}

/** The flat carrier: nested references, `/Simple`, `GetPersonList`. */
export interface SimplePersonWire extends CarrierWire {
  /** The text of the list item. */
  Position?: string | null;
  PersonId?: number | null;
  Mrmrs?: string | null;
  Firstname?: string | null;
  Lastname?: string | null;
  MiddleName?: string | null;
  Title?: string | null;
  Description?: string | null;
  Email?: string | null;
  FullName?: string | null;
  DirectPhone?: string | null;
  FormalName?: string | null;
  CountryId?: number | null;
  ContactId?: number | null;
  ContactName?: string | null;
  /** A number here, a boolean in the entity. */
  Retired?: number | null;
  Rank?: number | null;
  ActiveInterests?: number | null;
  ContactDepartment?: string | null;
  ContactCountryId?: number | null;
  ContactOrgNr?: string | null;
  FaxPhone?: string | null;
  MobilePhone?: string | null;
  ContactPhone?: string | null;
  AssociateName?: string | null;
  AssociateId?: number | null;
  UsePersonAddress?: boolean | null;
  ContactFax?: string | null;
  Kanafname?: string | null;
  Kanalname?: string | null;
  Post1?: string | null;
  Post2?: string | null;
  Post3?: string | null;
  EmailName?: string | null;
  ContactFullName?: string | null;
  ActiveErpLinks?: number | null;
  TicketPriorityId?: number | null;
  SupportLanguageId?: number | null;
  SupportAssociateId?: number | null;
  CategoryName?: string | null;
  PersonNumber?: string | null;
}
