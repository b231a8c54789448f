import type { AssociateCarrierWire } from '../associate/associate.wire.ts';
import type {
  CarrierWire,
  CustomMembersWire,
  EntityAddressWire,
  EntityElementWire,
  LinksWire,
  UtmParametersWire,
} from '../associate/carrier.wire.ts';
import type { CategoryWire, CountryWire, ListValueWire, SelectableMdoItemWire } from '../list-item/list-item.wire.ts';
import type { SimplePersonWire } from '../person/person.wire.ts';

/** `GET /Contact/{id}`: a company. Any member may be null under `$select`, and newer ones absent. */
export interface ContactWire extends CustomMembersWire, CarrierWire {
  ContactId?: number | null;
  Name?: string | null;
  Department?: string | null;
  OrgNr?: string | null;
  Number1?: string | null;
  Number2?: string | null;
  UpdatedDate?: string | null;
  CreatedDate?: string | null;
  Emails?: EntityElementWire[] | null;
  Interests?: SelectableMdoItemWire[] | null;
  Urls?: EntityElementWire[] | null;
  Phones?: EntityElementWire[] | null;
  Faxes?: EntityElementWire[] | null;
  Description?: string | null;
  UpdatedBy?: AssociateCarrierWire | null;
  CreatedBy?: AssociateCarrierWire | null;
  Associate?: AssociateCarrierWire | null;
  Business?: ListValueWire | null;
  Category?: CategoryWire | null;
  Country?: CountryWire | null;
  Persons?: SimplePersonWire[] | null;
  NoMailing?: boolean | null;
  Kananame?: string | null;
  Xstop?: boolean | null;
  ActiveInterests?: number | null;
  GroupId?: number | null;
  ActiveStatusMonitorId?: number | null;
  SupportAssociate?: AssociateCarrierWire | null;
  TicketPriority?: ListValueWire | null;
  CustomerLanguage?: ListValueWire | null;
  /** Other than 0: deleted. */
  Deleted?: number | null;
  DbiAgentId?: number | null;
  DbiLastSyncronized?: string | null;
  DbiKey?: string | null;
  DbiLastModified?: string | null;
  SupportPerson?: SimplePersonWire | null;
  Address?: EntityAddressWire | null;
  Source?: number | null;
  ActiveErpLinks?: number | null;
  BounceEmails?: string[] | null;
  Domains?: string[] | null;
  UtmParameters?: UtmParametersWire | null;
  _Links?: LinksWire | null;
}

/** The flat carrier: nested references, `/Simple`, `GetContactList`. */
export interface SimpleContactWire extends CarrierWire {
  ContactId?: number | null;
  Name?: string | null;
  OrgNr?: string | null;
  Department?: string | null;
  URL?: string | null;
  City?: string | null;
  DirectPhone?: string | null;
  AssociateId?: number | null;
  CountryId?: number | null;
  EmailAddress?: string | null;
  Kananame?: string | null;
  EmailAddressName?: string | null;
  URLName?: string | null;
  AssociateFullName?: string | null;
  BusinessName?: string | null;
  CategoryName?: string | null;
  CountryName?: string | null;
  Address?: EntityAddressWire | null;
  FormattedAddress?: string | null;
  FullName?: string | null;
  IsOwnerContact?: boolean | null;
  ActiveErpLinks?: number | null;
  Number1?: string | null;
  Number2?: string | null;
}
