/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How far an activity has come. */
export type ActivityStatus =
  /** Done. */
  | 'COMPLETED'
  /** Not begun. */
  | 'NOT_STARTED'
  /** Begun, and not completed. */
  | 'STARTED'
  /** Not known. */
  | 'UNKNOWN';

/** Lines of an address. In a change those that are left out stay as they are, which takes one request more to read them; all seven take none. In a new record they are empty. */
export type AddressInput = {
  /** City (City). null or "" clears it. */
  city?: string | null | undefined;
  /** County, where the country has counties (County). null or "" clears it. */
  county?: string | null | undefined;
  /** First line: street and number, or the post box (Address1). null or "" clears it. */
  line1?: string | null | undefined;
  /** Second line (Address2). null or "" clears it. */
  line2?: string | null | undefined;
  /** Third line (Address3). null or "" clears it. */
  line3?: string | null | undefined;
  /** Postal code (Zipcode). null or "" clears it. */
  postalCode?: string | null | undefined;
  /** State, where the country has states (State). null or "" clears it. */
  state?: string | null | undefined;
};

/** Changes of appointment fields: what is absent stays as it is. As `expect`: values that the client last saw. */
export type AppointmentChanges = {
  /** Agenda (Agenda). null or "" clears it. */
  agenda?: string | null | undefined;
  /** The id of the user in whose diary it is (Associate). null clears it. */
  associateId?: number | null | undefined;
  /** How far it has come (Completed). It cannot be cleared: null is refused. */
  completed?: ActivityStatus | null | undefined;
  /** The id of the company (Contact). null clears it. */
  contactId?: number | null | undefined;
  /** The tenant's own fields (CustomFields). Fields that are not named stay as they are. A field is cleared by its own null value; [] names none, and null is refused. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** The text (Description). null or "" clears it. */
  description?: string | null | undefined;
  /** When it ends (EndDate), with offset; an end before the start is a ValidationError. null clears it. */
  endDate?: string | null | undefined;
  /** Whether its user is reminded (HasAlarm). It cannot be cleared: null is refused. */
  hasAlarm?: boolean | null | undefined;
  /** Notes for the own house (InternalNotes). null or "" clears it. */
  internalNotes?: string | null | undefined;
  /** Whether it takes the whole day (IsAlldayEvent). It cannot be cleared: null is refused. */
  isAllDay?: boolean | null | undefined;
  /** Whether its user stays free for others meanwhile (IsFree). It cannot be cleared: null is refused. */
  isFree?: boolean | null | undefined;
  /** Where it takes place, as free text (Location). null or "" clears it. */
  location?: string | null | undefined;
  /** The id of the person (Person). null clears it. */
  personId?: number | null | undefined;
  /** Priority: id in the list `priority` (Priority). null clears it. */
  priorityId?: number | null | undefined;
  /** Who may see it (Private). It cannot be cleared: null is refused. */
  private?: AppointmentPrivacy | null | undefined;
  /** When it starts (StartDate), with offset. null clears it. */
  startDate?: string | null | undefined;
  /** Kind of activity: id in the list `task` (Task). null clears it. */
  taskId?: number | null | undefined;
  /** Title (Title). null or "" clears it. */
  title?: string | null | undefined;
  /** Where it is kept (Type). It cannot be cleared: null is refused. */
  type?: AppointmentType | null | undefined;
};

/** Who may see an appointment. */
export type AppointmentPrivacy =
  /** Its user's group. */
  | 'PRIVATE_GROUP'
  /** Its user alone. */
  | 'PRIVATE_USER'
  /** All users. */
  | 'PUBLIC';

/** Where an activity is kept. */
export type AppointmentType =
  /** An invitation for the checklist. */
  | 'BOOKING_FOR_CHECKLIST'
  /** An invitation for the diary. */
  | 'BOOKING_FOR_DIARY'
  /** A document. */
  | 'DOCUMENT'
  /** In the checklist, with a day. */
  | 'IN_CHECKLIST'
  /** In the diary, with a time. */
  | 'IN_DIARY'
  /** A draft of a mail merge. */
  | 'MERGE_DRAFT'
  /** A finished mail merge. */
  | 'MERGE_FINAL'
  /** A note. */
  | 'NOTE'
  /** A saved report. */
  | 'SAVED_REPORT'
  /** Not known. */
  | 'UNKNOWN';

/** Compares a user by associateId. An operator that is left out sets no condition; null is refused. */
export type AssociateFilter = {
  /** One of these users; an empty list matches nothing. */
  in?: Array<number> | null | undefined;
  /** The user whose ticket this is; false: any other (takes one request more, to learn who that is). */
  isCurrent?: boolean | null | undefined;
  /** None of these users. */
  notIn?: Array<number> | null | undefined;
};

/** Compares a yes or no. */
export type BooleanFilter = {
  /** The value that matches. */
  eq: boolean;
};

/** What happened to a record. */
export type ChangeKind =
  /** Some of its fields have other values, or it came back from the recycle bin. */
  | 'CHANGED'
  /** It was made. */
  | 'CREATED'
  /** It was deleted, for good or into the recycle bin. */
  | 'DELETED';

/** Changes of company fields: what is absent stays as it is. As `expect`: values that the client last saw. */
export type ContactChanges = {
  /** Our contact: the id of the user who owns the company (Associate). null clears it. */
  associateId?: number | null | undefined;
  /** Line of business: id in the list `business` (Business). null clears it. */
  businessId?: number | null | undefined;
  /** Category: id in the list `category` (Category). null clears it. */
  categoryId?: number | null | undefined;
  /** The code (Number1). null or "" clears it. */
  code?: string | null | undefined;
  /** Country: id in the list `country`, the ISO 3166 number (Country). null clears it. */
  countryId?: number | null | undefined;
  /** The tenant's own fields (CustomFields). Fields that are not named stay as they are. A field is cleared by its own null value; [] names none, and null is refused. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** Department or branch (Department). null or "" clears it. */
  department?: string | null | undefined;
  /** The note on the company (Description). null or "" clears it. */
  description?: string | null | undefined;
  /** The e-mail addresses (Emails). The first is the main one. The list replaces the stored one. null or [] empties it. */
  emails?: Array<ContactPointInput> | null | undefined;
  /** The interests (Interests). Ids of the list `contint`. Those given are chosen, all others are not. null or [] takes all away. */
  interestIds?: Array<number> | null | undefined;
  /** Name, without the department (Name). It cannot be cleared: null and "" are refused. */
  name?: string | null | undefined;
  /** Whether the company wants no mailings (NoMailing). It cannot be cleared: null is refused. */
  noMailing?: boolean | null | undefined;
  /** The company number (Number2); the CRM may give new companies one. null or "" clears it. */
  number?: string | null | undefined;
  /** VAT or organisation number (OrgNr). null or "" clears it. */
  orgNr?: string | null | undefined;
  /** The phones (Phones). The first is the main one. The list replaces the stored one. null or [] empties it. */
  phones?: Array<ContactPointInput> | null | undefined;
  /** Postal address (Address.Postal). Lines that are left out stay as they are. null clears it, and so null or "" each line. */
  postalAddress?: AddressInput | null | undefined;
  /** Whether the company is marked as stopped (Xstop). It cannot be cleared: null is refused. */
  stop?: boolean | null | undefined;
  /** Visiting address (Address.Street). Lines that are left out stay as they are. null clears it, and so null or "" each line. */
  streetAddress?: AddressInput | null | undefined;
  /** The id of the person to turn to for support (SupportPerson). null clears it. */
  supportPersonId?: number | null | undefined;
  /** The web addresses (Urls). The first is the main one. The list replaces the stored one. null or [] empties it. */
  urls?: Array<ContactPointInput> | null | undefined;
};

/** Conditions on companies, joined with AND. */
export type ContactFilter = {
  /** All of these; an empty list is no condition. */
  and?: Array<ContactFilter> | null | undefined;
  /** By "our contact": the user who owns the company. */
  associate?: AssociateFilter | null | undefined;
  /** By item of the list `business`. */
  business?: ListFilter | null | undefined;
  /** By item of the list `category`. */
  category?: ListFilter | null | undefined;
  /** By city of the street address. */
  city?: StringFilter | null | undefined;
  /** By the id of the company. */
  contactId?: IntFilter | null | undefined;
  /** By item of the list `country` (ISO 3166 numeric code). */
  country?: ListFilter | null | undefined;
  /** By the instant of creation. SuperOffice compares days here, so `totalCount` is null, and it cannot stand under `or`. */
  createdAt?: DateFilter | null | undefined;
  /** By department. */
  department?: StringFilter | null | undefined;
  /** By any of the e-mail addresses; positive operators only, and `totalCount` is null. */
  email?: StringFilter | null | undefined;
  /** By name, without the department. */
  name?: StringFilter | null | undefined;
  /** By the company number (Number2). */
  number?: StringFilter | null | undefined;
  /** At least one of these; an empty list matches nothing. */
  or?: Array<ContactFilter> | null | undefined;
  /** By VAT or organisation number. */
  orgNr?: StringFilter | null | undefined;
  /** By any of the phone numbers as they are shown; positive operators only, and `totalCount` is null. */
  phone?: StringFilter | null | undefined;
  /** By postal code of the street address. */
  postalCode?: StringFilter | null | undefined;
  /** By the stop mark. */
  stop?: BooleanFilter | null | undefined;
  /** By the instant of the last change. SuperOffice compares days here, so `totalCount` is null, and it cannot stand under `or`. */
  updatedAt?: DateFilter | null | undefined;
};

/** One criterion of an order; rows that are equal by all of them stand by their key. */
export type ContactOrder = {
  /** Which way; ASC when left out. */
  direction?: Direction | null | undefined;
  /** What to order by. */
  field: ContactOrderField;
};

/** What companies can be ordered by. */
export type ContactOrderField =
  /** By category: by its text or its rank, as the CRM decides. */
  | 'CATEGORY'
  /** By id. */
  | 'CONTACT_ID'
  /** By the instant of creation. */
  | 'CREATED_AT'
  /** By department, in the CRM's alphabet. */
  | 'DEPARTMENT'
  /** By name, in the CRM's alphabet. */
  | 'NAME'
  /** By the instant of the last change; those never changed come first. */
  | 'UPDATED_AT';

/** A phone number, an e-mail address or a web address as it is to be stored. */
export type ContactPointInput = {
  /** What it is used for (Description). null or left out: nothing. */
  description?: string | null | undefined;
  /** The number or address (Value). An empty one is a ValidationError. */
  value: string;
};

/** A new appointment. null leaves a field empty, and is refused where a field has no empty form. */
export type CreateAppointmentInput = {
  /** Agenda (Agenda). Left out: as the CRM has it for new records. */
  agenda?: string | null | undefined;
  /** The id of the user in whose diary it is (Associate). Left out: as the CRM has it for new records. */
  associateId?: number | null | undefined;
  /** How far it has come (Completed). Left out: as the CRM has it for new records. */
  completed?: ActivityStatus | null | undefined;
  /** The id of the company (Contact). Left out: as the CRM has it for new records. */
  contactId?: number | null | undefined;
  /** The tenant's own fields (CustomFields). Left out: as the CRM has it for new records. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** The text (Description). Left out: as the CRM has it for new records. */
  description?: string | null | undefined;
  /** When it ends (EndDate), with offset; an end before the start is a ValidationError. Left out: as the CRM has it for new records. */
  endDate?: string | null | undefined;
  /** Whether its user is reminded (HasAlarm). Left out: as the CRM has it for new records. */
  hasAlarm?: boolean | null | undefined;
  /** Notes for the own house (InternalNotes). Left out: as the CRM has it for new records. */
  internalNotes?: string | null | undefined;
  /** Whether it takes the whole day (IsAlldayEvent). Left out: as the CRM has it for new records. */
  isAllDay?: boolean | null | undefined;
  /** Whether its user stays free for others meanwhile (IsFree). Left out: as the CRM has it for new records. */
  isFree?: boolean | null | undefined;
  /** Where it takes place, as free text (Location). Left out: as the CRM has it for new records. */
  location?: string | null | undefined;
  /** The id of the person (Person). Left out: as the CRM has it for new records. */
  personId?: number | null | undefined;
  /** Priority: id in the list `priority` (Priority). Left out: as the CRM has it for new records. */
  priorityId?: number | null | undefined;
  /** Who may see it (Private). Left out: as the CRM has it for new records. */
  private?: AppointmentPrivacy | null | undefined;
  /** When it starts (StartDate), with offset. Left out: as the CRM has it for new records. */
  startDate?: string | null | undefined;
  /** Kind of activity: id in the list `task` (Task). Left out: as the CRM has it for new records. */
  taskId?: number | null | undefined;
  /** Title (Title). Left out: as the CRM has it for new records. */
  title?: string | null | undefined;
  /** Where it is kept (Type). Left out: as the CRM has it for new records. */
  type?: AppointmentType | null | undefined;
};

/** A new company. null leaves a field empty, and is refused where a field has no empty form. */
export type CreateContactInput = {
  /** Our contact: the id of the user who owns the company (Associate). Left out: as the CRM has it for new records. */
  associateId?: number | null | undefined;
  /** Line of business: id in the list `business` (Business). Left out: as the CRM has it for new records. */
  businessId?: number | null | undefined;
  /** Category: id in the list `category` (Category). Left out: as the CRM has it for new records. */
  categoryId?: number | null | undefined;
  /** The code (Number1). Left out: as the CRM has it for new records. */
  code?: string | null | undefined;
  /** Country: id in the list `country`, the ISO 3166 number (Country). Left out: as the CRM has it for new records. */
  countryId?: number | null | undefined;
  /** The tenant's own fields (CustomFields). Left out: as the CRM has it for new records. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** Department or branch (Department). Left out: as the CRM has it for new records. */
  department?: string | null | undefined;
  /** The note on the company (Description). Left out: as the CRM has it for new records. */
  description?: string | null | undefined;
  /** The e-mail addresses (Emails). The first is the main one. Left out: as the CRM has it for new records. */
  emails?: Array<ContactPointInput> | null | undefined;
  /** The interests (Interests). Ids of the list `contint`. Left out: as the CRM has it for new records. */
  interestIds?: Array<number> | null | undefined;
  /** Name, without the department (Name). An empty one is a ValidationError. */
  name: string;
  /** Whether the company wants no mailings (NoMailing). Left out: as the CRM has it for new records. */
  noMailing?: boolean | null | undefined;
  /** The company number (Number2); the CRM may give new companies one. Left out: as the CRM has it for new records. */
  number?: string | null | undefined;
  /** VAT or organisation number (OrgNr). Left out: as the CRM has it for new records. */
  orgNr?: string | null | undefined;
  /** The phones (Phones). The first is the main one. Left out: as the CRM has it for new records. */
  phones?: Array<ContactPointInput> | null | undefined;
  /** Postal address (Address.Postal). Left out: as the CRM has it for new records. */
  postalAddress?: AddressInput | null | undefined;
  /** Whether the company is marked as stopped (Xstop). Left out: as the CRM has it for new records. */
  stop?: boolean | null | undefined;
  /** Visiting address (Address.Street). Left out: as the CRM has it for new records. */
  streetAddress?: AddressInput | null | undefined;
  /** The id of the person to turn to for support (SupportPerson). Left out: as the CRM has it for new records. */
  supportPersonId?: number | null | undefined;
  /** The web addresses (Urls). The first is the main one. Left out: as the CRM has it for new records. */
  urls?: Array<ContactPointInput> | null | undefined;
};

/** A new estate, in the main language. What is left out is as onOffice has it for new records. */
export type CreateEstateInput = {
  /** Key of the class: haus, wohnung, grundstueck ... (objektart). */
  category: string;
  /** City (ort): a text of the language version. */
  city?: string | null | undefined;
  /** Rent a month without heating and service charges (kaltmiete). Zero is the same as none. */
  coldRent?: string | null | undefined;
  /** Country as ISO 3166 alpha-3 code, such as DEU (land). */
  country?: string | null | undefined;
  /** Description (objektbeschreibung); may hold HTML. */
  description?: string | null | undefined;
  /** The number shown to clients (objektnr_extern). One that is in use gives way to a generated number: the payload's estate shows the one stored. */
  externalNumber?: string | null | undefined;
  /** Any other field: an object of values by onOffice names, each as `EstateField.value` gives it; null clears. One that the customer lacks, that onOffice sets itself, or that has a name of its own here, is a ValidationError. */
  fields?: unknown;
  /** House number (hausnummer). */
  houseNumber?: string | null | undefined;
  /** Living area in square metres (wohnflaeche). Zero is the same as none. */
  livingArea?: number | null | undefined;
  /** Key: kauf, miete, pacht, erbpacht (vermarktungsart). */
  marketingType: string;
  /** Postal code (plz). */
  postalCode?: string | null | undefined;
  /** Price in the estate's currency (kaufpreis). Zero is the same as none. */
  purchasePrice?: string | null | undefined;
  /** Rooms; halves count (anzahl_zimmer). Zero is the same as none. */
  rooms?: number | null | undefined;
  /** Street without the number (strasse). */
  street?: string | null | undefined;
  /** Title (objekttitel). */
  title?: string | null | undefined;
  /** Key of the type within its class (objekttyp). */
  type?: string | null | undefined;
  /** Key of the usage: wohnen, gewerbe, anlage, waz (nutzungsart). */
  usage: string;
};

/** A new item of a pick list. */
export type CreateListItemInput = {
  /** The text; with `translations` that of the language in force. */
  name: string;
  /** Place in the list (Rank). null is a ValidationError. */
  rank?: number | null | undefined;
  /** Explanation for people (Tooltip), in the same languages as `name` is. */
  tooltip?: string | null | undefined;
  /** The text in these languages. null is a ValidationError. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new person. null leaves a field empty, and is refused where a field has no empty form. */
export type CreatePersonInput = {
  /** The private address (Address.Street). Left out: as the CRM has it for new records. */
  address?: AddressInput | null | undefined;
  /** Date of birth (BirthDate), a day of the calendar in no time zone. Left out: as the CRM has it for new records. */
  birthDate?: string | null | undefined;
  /** The employer: the id of the company (Contact); the CRM may insist on one. Left out: as the CRM has it for new records. */
  contactId?: number | null | undefined;
  /** Country: id in the list `country`, the ISO 3166 number (Country). Left out: as the CRM has it for new records. */
  countryId?: number | null | undefined;
  /** The tenant's own fields (CustomFields). Left out: as the CRM has it for new records. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** The note on the person (Description). Left out: as the CRM has it for new records. */
  description?: string | null | undefined;
  /** The e-mail addresses (Emails). The first is the main one. Left out: as the CRM has it for new records. */
  emails?: Array<ContactPointInput> | null | undefined;
  /** First name (Firstname). Left out: as the CRM has it for new records. */
  firstName?: string | null | undefined;
  /** The interests (Interests). Ids of the list `persint`. Left out: as the CRM has it for new records. */
  interestIds?: Array<number> | null | undefined;
  /** Last name (Lastname). An empty one is a ValidationError. */
  lastName: string;
  /** Middle name (MiddleName). Left out: as the CRM has it for new records. */
  middleName?: string | null | undefined;
  /** The mobile phones (MobilePhones). The first is the main one. Left out: as the CRM has it for new records. */
  mobilePhones?: Array<ContactPointInput> | null | undefined;
  /** Form of address: a text of the list `mrmrs` (Mrmrs). Left out: as the CRM has it for new records. */
  mrMrs?: string | null | undefined;
  /** Whether the person wants no mailings (NoMailing). Left out: as the CRM has it for new records. */
  noMailing?: boolean | null | undefined;
  /** The phones at work (OfficePhones). The first is the main one. Left out: as the CRM has it for new records. */
  officePhones?: Array<ContactPointInput> | null | undefined;
  /** Other phones, such as pagers (OtherPhones). The first is the main one. Left out: as the CRM has it for new records. */
  otherPhones?: Array<ContactPointInput> | null | undefined;
  /** Position: id in the list `perspos` (Position). Left out: as the CRM has it for new records. */
  positionId?: number | null | undefined;
  /** The phones at home (PrivatePhones). The first is the main one. Left out: as the CRM has it for new records. */
  privatePhones?: Array<ContactPointInput> | null | undefined;
  /** Salutation of letters: a text of the list `salutation` (Salutation). Left out: as the CRM has it for new records. */
  salutation?: string | null | undefined;
  /** Job title as free text (Title). Left out: as the CRM has it for new records. */
  title?: string | null | undefined;
  /** The web addresses (Urls). The first is the main one. Left out: as the CRM has it for new records. */
  urls?: Array<ContactPointInput> | null | undefined;
};

/** One of the tenant's own fields. What fields there are, and of what types, is kept five minutes; where it is not, a write takes one request more to read it. */
export type CustomFieldInput = {
  /** The ProgId (SuperOffice:1, Company:Field), or the extra field's name (x_price). An unknown one is a ValidationError. */
  key: string;
  /** As `CustomField.value` gives it: a number, boolean, text, ISO date or time, list item id or key, by the type of the field; another type is a ValidationError. null or left out clears it, a yes-no field excepted. */
  value?: unknown;
};

/** Compares an instant, to the second; days and periods are those of the time zone in force. The operators are joined with AND. An operator that is left out sets no condition; null is refused. */
export type DateFilter = {
  /** Later than this instant. */
  after?: string | null | undefined;
  /** Earlier than this instant. */
  before?: string | null | undefined;
  /** Within a range of instants. */
  between?: DateTimeRange | null | undefined;
  /** On this day. */
  on?: string | null | undefined;
  /** Within these days. */
  period?: Period | null | undefined;
};

/** Instants from `from` to before `to`. */
export type DateTimeRange = {
  /** The first instant that matches. */
  from: string;
  /** The first instant behind the range. */
  to: string;
};

/** Compares a number exactly. Records in which it is unset never match: onOffice stores them as zero, so upper bounds add "greater than zero". The operators are joined with AND. An operator that is left out sets no condition; null is refused. */
export type DecimalFilter = {
  /** Within a range. */
  between?: DecimalRange | null | undefined;
  /** Equal. */
  eq?: string | null | undefined;
  /** Greater than. */
  gt?: string | null | undefined;
  /** Greater than or equal. */
  gte?: string | null | undefined;
  /** Less than. */
  lt?: string | null | undefined;
  /** Less than or equal. */
  lte?: string | null | undefined;
};

/** Numbers from `from` to `to`, both included. */
export type DecimalRange = {
  /** The least number that matches. */
  from: string;
  /** The greatest number that matches. */
  to: string;
};

/** Which way rows are ordered. */
export type Direction =
  /** Least, earliest or first in the alphabet first. */
  | 'ASC'
  /** Greatest, latest or last in the alphabet first. */
  | 'DESC';

/** What is to change: a field that is left out stays as it is. Nothing is guarded: the last write wins. */
export type EstateChanges = {
  /** City (ort): a text of the language version. null clears it. */
  city?: string | null | undefined;
  /** Rent a month without heating and service charges (kaltmiete). Zero is the same as none. null clears it. */
  coldRent?: string | null | undefined;
  /** Country as ISO 3166 alpha-3 code, such as DEU (land). null clears it. */
  country?: string | null | undefined;
  /** Description (objektbeschreibung); may hold HTML. null clears it. */
  description?: string | null | undefined;
  /** About the equipment (ausstatt_beschr); may hold HTML. null clears it. */
  equipmentDescription?: string | null | undefined;
  /** The number shown to clients (objektnr_extern). One that is in use gives way to a generated number: the payload's estate shows the one stored. null clears it. */
  externalNumber?: string | null | undefined;
  /** Any other field: an object of values by onOffice names, each as `EstateField.value` gives it; null clears. One that the customer lacks, that onOffice sets itself, or that has a name of its own here, is a ValidationError. */
  fields?: unknown;
  /** House number (hausnummer). null clears it. */
  houseNumber?: string | null | undefined;
  /** Living area in square metres (wohnflaeche). Zero is the same as none. null clears it. */
  livingArea?: number | null | undefined;
  /** About the location (lage); may hold HTML. null clears it. */
  locationDescription?: string | null | undefined;
  /** Postal code (plz). null clears it. */
  postalCode?: string | null | undefined;
  /** Whether it is released for the own homepage (veroeffentlichen). null is a ValidationError. */
  published?: boolean | null | undefined;
  /** Price in the estate's currency (kaufpreis). Zero is the same as none. null clears it. */
  purchasePrice?: string | null | undefined;
  /** Whether it is reserved (reserviert). null is a ValidationError. */
  reserved?: boolean | null | undefined;
  /** Rooms; halves count (anzahl_zimmer). Zero is the same as none. null clears it. */
  rooms?: number | null | undefined;
  /** Whether it is sold or rented (verkauft). null is a ValidationError. */
  sold?: boolean | null | undefined;
  /** 1 active, 2 inactive, 0 archived (status). null is a ValidationError. */
  status?: string | null | undefined;
  /** Street without the number (strasse). null clears it. */
  street?: string | null | undefined;
  /** Title (objekttitel). null clears it. */
  title?: string | null | undefined;
  /** Rent a month with heating and service charges (warmmiete). Zero is the same as none. null clears it. */
  warmRent?: string | null | undefined;
};

/** Which estates; the fields are joined with AND, since onOffice knows no other way. Inactive and archived ones are among them unless `status` says otherwise. Texts hold no % or _ but in `eq` and `in`: onOffice reads them as wildcards. */
export type EstateFilter = {
  /** Class: haus, wohnung, grundstueck ... (objektart). */
  category?: KeyFilter | null | undefined;
  /** City as the main language version writes it (ort). */
  city?: StringFilter | null | undefined;
  /** Rent a month without heating and service charges, in the estate's own currency (kaltmiete). */
  coldRent?: DecimalFilter | null | undefined;
  /** The number of the main record (Id). */
  estateId?: IntFilter | null | undefined;
  /** The number shown to clients (objektnr_extern). */
  externalNumber?: StringFilter | null | undefined;
  /** Living area in square metres (wohnflaeche). */
  livingArea?: DecimalFilter | null | undefined;
  /** kauf, miete, pacht, erbpacht (vermarktungsart). */
  marketingType?: KeyFilter | null | undefined;
  /** Within a radius (georangesearch). FORBIDDEN with ONOFFICE_ACCESS=published. */
  near?: NearFilter | null | undefined;
  /** Postal code (plz). */
  postalCode?: StringFilter | null | undefined;
  /** Released for the own homepage (veroeffentlichen); false matches unset ones too. */
  published?: BooleanFilter | null | undefined;
  /** Price in the estate's own currency (kaufpreis). */
  purchasePrice?: DecimalFilter | null | undefined;
  /** Reserved (reserviert); false matches unset ones too. */
  reserved?: BooleanFilter | null | undefined;
  /** Rooms (anzahl_zimmer). */
  rooms?: DecimalFilter | null | undefined;
  /** Sold or rented (verkauft); false matches unset ones too. */
  sold?: BooleanFilter | null | undefined;
  /** 1 active, 2 inactive, 0 archived (status). */
  status?: KeyFilter | null | undefined;
  /** When it was changed last (geaendert_am), to the second; estates of which that is unknown never match. */
  updatedAt?: DateFilter | null | undefined;
};

/** One criterion of an order; estates that are equal by all of them stand by their number. */
export type EstateOrder = {
  /** Which way; ASC when left out. */
  direction?: Direction | null | undefined;
  /** What to order by. */
  field: EstateOrderField;
};

/** What estates can be ordered by. */
export type EstateOrderField =
  /** By the city of the main language version (ort). */
  | 'CITY'
  /** By cold rent (kaltmiete); unset ones stand as zero. */
  | 'COLD_RENT'
  /** By the day of creation (erstellt_am). */
  | 'CREATED_AT'
  /** By the number of the record (Id). */
  | 'ESTATE_ID'
  /** By living area (wohnflaeche); unset ones stand as zero. */
  | 'LIVING_AREA'
  /** By price (kaufpreis); unset ones stand as zero. */
  | 'PURCHASE_PRICE'
  /** By the number of rooms (anzahl_zimmer); unset ones stand as zero. */
  | 'ROOMS'
  /** By the last change (geaendert_am). */
  | 'UPDATED_AT';

/** Compares a whole number; the operators are joined with AND. An operator that is left out sets no condition; null is refused. */
export type IntFilter = {
  /** Within a range. */
  between?: IntRange | null | undefined;
  /** Equal. */
  eq?: number | null | undefined;
  /** Greater than. */
  gt?: number | null | undefined;
  /** Greater than or equal. */
  gte?: number | null | undefined;
  /** One of these; an empty list matches nothing. */
  in?: Array<number> | null | undefined;
  /** Less than. */
  lt?: number | null | undefined;
  /** Less than or equal. */
  lte?: number | null | undefined;
  /** Not equal. */
  ne?: number | null | undefined;
};

/** Numbers from `from` to `to`, both included. */
export type IntRange = {
  /** The least number that matches. */
  from: number;
  /** The greatest number that matches. */
  to: number;
};

/** What an operation of a JSON Patch does; SuperOffice knows no move and no copy. */
export type JsonPatchOp =
  /** Adds an element to a list, or a value to a dictionary. */
  | 'ADD'
  /** Takes an element of a list away. */
  | 'REMOVE'
  /** Sets a value. */
  | 'REPLACE'
  /** Goes on only where this value is stored; else nothing is written, and a ConflictError comes. */
  | 'TEST';

/** One operation of a JSON Patch (RFC 6902). */
export type JsonPatchOperation = {
  /** What it does. */
  op: JsonPatchOp;
  /** Where, in the CRM's own names: /Phones/-, /CustomFields, Interests/0/Selected. Case does not matter, nor does the slash ahead. Keys, who created or changed the record and when, rights, links and members of integrations are a ValidationError. */
  path: string;
  /** The value in the CRM's own form. Needed but by REMOVE; null is a value. */
  value?: unknown;
};

/** Compares the key of a pick-list value. An operator that is left out sets no condition; null is refused. */
export type KeyFilter = {
  /** One of these keys; an empty list matches nothing. */
  in?: Array<string> | null | undefined;
  /** None of these keys. */
  notIn?: Array<string> | null | undefined;
};

/** Compares the id of a list item or of a record that is pointed to. An operator that is left out sets no condition; null is refused. */
export type ListFilter = {
  /** One of these ids; an empty list matches nothing. */
  in?: Array<number> | null | undefined;
  /** None of these ids. */
  notIn?: Array<number> | null | undefined;
};

/** Changes of an item: what is absent stays as it is. */
export type ListItemInput = {
  /** The text in the language in force, or the text itself where it is stored in no language of its own. null and "" are a ValidationError. */
  name?: string | null | undefined;
  /** Place in the list (Rank). null is a ValidationError. */
  rank?: number | null | undefined;
  /** Explanation for people (Tooltip), in the same languages as `name` is. null or "" clears it. */
  tooltip?: string | null | undefined;
  /** The text in these languages. All that are not named stay as they are, to the byte. null is a ValidationError. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A place and what lies around it; estates that nobody has located never match. */
export type NearFilter = {
  /** Degrees north (WGS 84), -90 to 90. */
  latitude: number;
  /** Degrees east (WGS 84), -180 to 180. */
  longitude: number;
  /** Kilometres around it, 0.001 to 20000. */
  radiusKm: number;
};

/** Days around today, in the time zone in force. */
export type Period =
  /** Any day after today. */
  | 'AFTER_TODAY'
  /** Any day before today. */
  | 'BEFORE_TODAY'
  /** The calendar month before this one. */
  | 'LAST_MONTH'
  /** The quarter before this one; quarters begin in January, April, July and October. */
  | 'LAST_QUARTER'
  /** The week before this one, from Monday. */
  | 'LAST_WEEK'
  /** The calendar month after this one. */
  | 'NEXT_MONTH'
  /** The quarter after this one. */
  | 'NEXT_QUARTER'
  /** The week after this one, from Monday. */
  | 'NEXT_WEEK'
  /** This half of the year: January to June, or July to December. */
  | 'THIS_HALF'
  /** This calendar month. */
  | 'THIS_MONTH'
  /** This quarter. */
  | 'THIS_QUARTER'
  /** This week, from Monday. */
  | 'THIS_WEEK'
  /** This calendar year. */
  | 'THIS_YEAR'
  /** Today. */
  | 'TODAY';

/** Conditions on persons, joined with AND. Retired persons are found too, unless `retired` says otherwise. */
export type PersonFilter = {
  /** All of these; an empty list is no condition. */
  and?: Array<PersonFilter> | null | undefined;
  /** By the id of the company that employs the person. */
  contactId?: IntFilter | null | undefined;
  /** By item of the list `country` (ISO 3166 numeric code). */
  country?: ListFilter | null | undefined;
  /** By the instant of creation. SuperOffice compares days here, so `totalCount` is null, and it cannot stand under `or`. */
  createdAt?: DateFilter | null | undefined;
  /** By any of the e-mail addresses; positive operators only, and `totalCount` is null. */
  email?: StringFilter | null | undefined;
  /** By first name. */
  firstName?: StringFilter | null | undefined;
  /** By the full name. */
  fullName?: StringFilter | null | undefined;
  /** By last name. */
  lastName?: StringFilter | null | undefined;
  /** At least one of these; an empty list matches nothing. */
  or?: Array<PersonFilter> | null | undefined;
  /** By the id of the person. */
  personId?: IntFilter | null | undefined;
  /** By item of the list `perspos`. */
  position?: ListFilter | null | undefined;
  /** Whether the person no longer works at the company. */
  retired?: BooleanFilter | null | undefined;
  /** By job title. */
  title?: StringFilter | null | undefined;
  /** By the instant of the last change. SuperOffice compares days here, so `totalCount` is null, and it cannot stand under `or`. */
  updatedAt?: DateFilter | null | undefined;
};

/** Compares a text without regard to case; the operators are joined with AND. An operator that is left out sets no condition; null is refused. */
export type StringFilter = {
  /** How the text begins. */
  beginsWith?: string | null | undefined;
  /** A part of the text. */
  contains?: string | null | undefined;
  /** How the text ends. */
  endsWith?: string | null | undefined;
  /** The whole text. */
  eq?: string | null | undefined;
  /** One of these texts; an empty list matches nothing. */
  in?: Array<string> | null | undefined;
  /** Any other text. */
  ne?: string | null | undefined;
  /** How the text does not begin. */
  notBeginsWith?: string | null | undefined;
  /** What is no part of the text. */
  notContains?: string | null | undefined;
};

/** The text of an item in one language. */
export type TranslationInput = {
  /** The language; one that SuperOffice holds no texts in is BAD_USER_INPUT. */
  language: string;
  /** The text; an empty one is a ValidationError. */
  text: string;
};

export type Operation6e2d4578f6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6e2d4578f6Query = { contacts: { nodes: Array<{ contactId: number, name: string, orgNr: string | null, category: { name: string | null } | null }> } | null };

export type Operation4fc2c2f199QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4fc2c2f199Query = { contact: { name: string, orgNr: string | null, phones: Array<{ value: string }> | null, category: { name: string | null, sv: string | null } | null } | null };

export type Operation3809f8739dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3809f8739dQuery = { contact: { name: string, orgNr: string | null, updatedAt: string | null, phones: Array<{ value: string }> | null } | null };

export type Operation6184283434QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6184283434Query = { contact: { name: string, phones: Array<{ value: string }> | null } | null, viewer: { tenant: string, language: string | null, associate: { fullName: string } } | null };

export type Operationcf4b92a890QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcf4b92a890Query = { list: { items: Array<{ name: string | null }> | null } | null, contact: { customFields: Array<{ label: string | null, text: string | null }> | null } | null };

export type Operationb739a780d8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb739a780d8Query = { list: { items: Array<{ children: Array<{ name: string | null }> | null }> | null } | null, node:
    | { name: string }
    | Record<PropertyKey, never>
   | null };

export type Operationf30d462617QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf30d462617Query = { contact: { fieldAccess: Array<{ canRead: boolean, canEdit: boolean }> | null, persons: { nodes: Array<{ lastName: string | null, contact: { name: string } | null }> } | null } | null };

export type Operationcc80ea0d29QueryVariables = Exact<{
  id: number;
}>;


export type Operationcc80ea0d29Query = { contact: { name: string, orgNr: string | null, updatedAt: string | null, phones: Array<{ value: string }> | null } | null };

export type Operation335e80f3f7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation335e80f3f7Query = { contact: { phones: Array<{ value: string }> | null } | null };

export type Operation10951b95b1QueryVariables = Exact<{
  id: number;
}>;


export type Operation10951b95b1Query = { person: { salutation: string | null, contact: { name: string } | null, position: { name: string | null } | null } | null };

export type Operation9ff2f45addQueryVariables = Exact<{
  id: number;
}>;


export type Operation9ff2f45addQuery = { contact: { fieldAccess: Array<{ canRead: boolean, canEdit: boolean }> | null } | null };

export type Operation306b36c5a9QueryVariables = Exact<{
  id: number;
}>;


export type Operation306b36c5a9Query = { contact: { phones: Array<{ value: string }> | null, interests: Array<{ listItemId: number }> | null, customFields: Array<{ key: string, value: unknown }> | null } | null };

export type Operation8b23ea4c9bQueryVariables = Exact<{
  id: number;
}>;


export type Operation8b23ea4c9bQuery = { appointment: { title: string | null, participants: Array<{ person: { personId: number } | null }> | null } | null };

export type Operation1ae8d97014QueryVariables = Exact<{
  id: number;
}>;


export type Operation1ae8d97014Query = { contact: { name: string, category: { name: string | null } | null } | null };

export type Operationb73491aeedQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb73491aeedQuery = { list: { items: Array<{ name: string | null }> | null } | null };

export type Operationceee718e33QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationceee718e33Query = { list: { items: Array<{ name: string | null }> | null } | null };

export type Operation87c661cac0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation87c661cac0Query = { list: { items: Array<{ children: Array<{ name: string | null }> | null }> | null } | null };

export type Operation909afde2b6QueryVariables = Exact<{
  list: string;
}>;


export type Operation909afde2b6Query = { list: { items: Array<{ name: string | null }> | null } | null };

export type Operation38f995066aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation38f995066aQuery = { list: { items: Array<{ name: string | null }> | null } | null, lists: Array<{ name: string }> | null, contact: { name: string, phones: Array<{ value: string }> | null, customFields: Array<{ label: string | null }> | null, category: { name: string | null, sv: string | null } | null } | null };

export type Operation1c4f98a549QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1c4f98a549Query = { contact: { name: string } | null };

export type Operatione2f520bfedQueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione2f520bfedQuery = { viewer: { tenant: string } | null };

export type Operation4d11ab4a15QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4d11ab4a15Query = { estates: { nodes: Array<{ title: string | null }> } | null };

export type Operationfcf7e3cfddMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationfcf7e3cfddMutation = { archiveEstate: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation2ddedcf6e7MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation2ddedcf6e7Mutation = { archiveEstate: { estate: { status: { key: string } | null } | null } | null };

export type Operationa07a6828bfQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa07a6828bfQuery = { contact: { contactId: number, estates: { totalCount: number | null } | null } | null, estate: { title: string | null } | null, estates: { totalCount: number | null } | null };

export type Operation83cdbf582dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation83cdbf582dQuery = { estate: { externalNumber: string | null, owners: Array<{ addressId: number, contact: { name: string } | null }> | null } | null, contact: { name: string } | null };

export type Operationd832f0882dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd832f0882dQuery = { estates: { nodes: Array<{ title: string | null, category: { label: string } | null, pictures: Array<{ url: string }> | null, owners: Array<{ lastName: string | null }> | null }> } | null };

export type Operationfe35e82371QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfe35e82371Query = { estate: { category: { label: string } | null } | null };

export type Operation69564d8b8eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation69564d8b8eQuery = { estate: { mainLanguage: string | null } | null };

export type Operatione0166f02e9QueryVariables = Exact<{
  id: number;
}>;


export type Operatione0166f02e9Query = { estate: { title: string | null, externalNumber: string | null, pictures: Array<{ url: string }> | null, category: { label: string } | null } | null };

export type Operation8545def359QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8545def359Query = { viewer: { associate: { name: string } } | null };

export type Operationacedff6bc0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationacedff6bc0Query = { appointments: { nodes: Array<{ contact: { name: string, supportPerson: { fullName: string } | null } | null, person: { contact: { name: string } | null } | null }> } | null };

export type Operation48a1b8a5feQueryVariables = Exact<{
  id: number;
}>;


export type Operation48a1b8a5feQuery = { appointment: { participants: Array<{ invitationStatus: string }> | null, associate: { associateId: number, name: string, fullName: string, deleted: boolean | null } | null, contact: { contactId: number, name: string, fullName: string, orgNr: string | null, country: { listItemId: number, name: string | null } | null } | null, person: { personId: number, fullName: string, title: string | null, rank: number | null } | null } | null };

export type Operation37093b3103QueryVariables = Exact<{
  free: number;
  hidden: number;
}>;


export type Operation37093b3103Query = { free: { contact: { name: string } | null, person: { fullName: string } | null } | null, hidden: { description: string | null, contact: { name: string } | null, person: { fullName: string } | null } | null };

export type Operationb7e5f56d80QueryVariables = Exact<{
  id: number;
}>;


export type Operationb7e5f56d80Query = { appointment: { contact: { contactId: number } | null, person: { personId: number, id: string } | null } | null };

export type Operation89f9c848f1QueryVariables = Exact<{
  id: number;
}>;


export type Operation89f9c848f1Query = { appointment: { participants: Array<{ invitationStatus: string, email: string | null, associate: { associateId: number, fullName: string } | null, person: { personId: number, fullName: string } | null, contact: { contactId: number, name: string } | null }> | null } | null };

export type Operation34f642c989QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation34f642c989Query = { appointments: { nodes: Array<{ participants: Array<{ invitationStatus: string }> | null }> } | null };

export type Operatione2910b8b93QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione2910b8b93Query = { appointments: { nodes: Array<{ appointmentId: number, title: string | null }> } | null };

export type Operation01f7926ab2QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation01f7926ab2Query = { appointments: { nodes: Array<{ completed: ActivityStatus, type: AppointmentType | null, private: AppointmentPrivacy | null }> } | null };

export type Operation591899ac73QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation591899ac73Query = { appointments: { nodes: Array<{ type: AppointmentType | null }> } | null };

export type Operationcec9051eefQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcec9051eefQuery = { appointments: { nodes: Array<{ type: AppointmentType | null, title: string | null }> } | null };

export type Operationd977c07a83QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd977c07a83Query = { appointments: { nodes: Array<{ type: AppointmentType | null, participants: Array<{ email: string | null }> | null }> } | null };

export type Operation3d2eb26b40QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3d2eb26b40Query = { appointment: { type: AppointmentType | null, participants: Array<{ email: string | null }> | null } | null };

export type Operationec5567e5c5QueryVariables = Exact<{
  none: number;
  open: number;
}>;


export type Operationec5567e5c5Query = { none: { endDate: string | null } | null, open: { endDate: string | null } | null, noneEntity: { endDate: string | null, participants: Array<{ email: string | null }> | null } | null, openEntity: { endDate: string | null, participants: Array<{ email: string | null }> | null } | null };

export type Operation9ac9f1de6aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9ac9f1de6aQuery = { row: { location: string | null } | null, entity: { participants: Array<{ email: string | null }> | null } | null };

export type Operationbf256a1a72QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbf256a1a72Query = { appointment: { participants: Array<{ email: string | null }> | null } | null };

export type Operation4a626d307bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4a626d307bQuery = { appointments: { nodes: Array<{ createdBy: { fullName: string } | null, updatedBy: { associateId: number, fullName: string } | null }> } | null };

export type Operation6399ff6fc7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6399ff6fc7Query = { archive: { nodes: Array<unknown> } | null, contact: { name: string } | null };

export type Operation4329e0fba6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4329e0fba6Query = { archive: { nodes: Array<unknown> } | null };

export type Operationbc314714f3QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbc314714f3Query = { archive: { edges: Array<{ node: unknown }> } | null };

export type Operationfa3c7bb6f6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfa3c7bb6f6Query = { a: { edges: Array<{ node: unknown }> } | null, b: { edges: Array<{ node: unknown }> } | null, c: { edges: Array<{ node: unknown }> } | null, d: { edges: Array<{ node: unknown }> } | null, e: { edges: Array<{ node: unknown }> } | null };

export type Operation1425879425QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1425879425Query = { associates: Array<{ associateId: number, deleted: boolean | null }> | null };

export type Operation0d958c4a55QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0d958c4a55Query = { associates: Array<{ associateId: number, person: { fullName: string, title: string | null, contact: { contactId: number } | null, associate: { associateId: number } | null } | null }> | null };

export type Operationf0022d144bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf0022d144bQuery = { associate: { byRow: { fullName: string } | null, byEntity: { fullName: string, retired: boolean, salutation: string | null } | null, byList: { formalName: string | null } | null, byAll: { rank: number | null, formalName: string | null, salutation: string | null, phones: Array<{ value: string }> | null } | null } | null };

export type Operation3c865070ddQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3c865070ddQuery = { associate: { person: { rank: number | null, fullName: string, salutation: string | null } | null } | null };

export type Operation94ba518beaQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation94ba518beaQuery = { contact: { createdBy: { name: string, fullName: string } | null, alone: { fullName: string } | null, more: { associateId: number, fullName: string, email: string | null, deleted: boolean | null, person: { personId: number } | null } | null, email: { email: string | null } | null } | null };

export type Operationbfaabd0d91QueryVariables = Exact<{
  personId: number;
}>;


export type Operationbfaabd0d91Query = { person: { salutation: string | null, contact: { associate: { fullName: string } | null } | null } | null };

export type Operation9bea263948QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9bea263948Query = { associate: { name: string } | null };

export type Operation99d6e11428QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation99d6e11428Query = { contacts: { nodes: Array<{ contactId: number, createdBy: { name: string, fullName: string, deleted: boolean | null } | null }> } | null };

export type Operation8dd04064a1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8dd04064a1Query = { contacts: { nodes: Array<{ contactId: number, createdBy: { fullName: string } | null }> } | null };

export type Operation44af5e306fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation44af5e306fQuery = { contacts: { nodes: Array<{ contactId: number, createdBy: { associateId: number, name: string, deleted: boolean | null } | null }> } | null };

export type Operationb1122a658cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb1122a658cQuery = { associates: Array<{ name: string }> | null, contact: { contactId: number } | null };

export type Operation83e3fe1269QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation83e3fe1269Query = { associate: { fullName: string } | null };

export type Operation94c3f71338QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation94c3f71338Query = { contact: { associate: { associateId: number, name: string } | null } | null, associate: { associateId: number, name: string, fullName: string } | null };

export type Operationaf0cdc77bbQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationaf0cdc77bbQuery = { contacts: { nodes: Array<{ persons: { nodes: Array<{ personId: number, appointments: { nodes: Array<{ appointmentId: number }> } | null }> } | null }> } | null };

export type Operation987e586440QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation987e586440Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ personId: number, appointments: { nodes: Array<{ appointmentId: number }>, pageInfo: { hasNextPage: boolean } } | null }> } | null }> } | null };

export type Operation4bf58d0a9fQueryVariables = Exact<{
  first: number;
}>;


export type Operation4bf58d0a9fQuery = { contacts: { nodes: Array<{ customFields: Array<{ key: string }> | null }> } | null };

export type Operation10b3e26101QueryVariables = Exact<{
  first: number;
}>;


export type Operation10b3e26101Query = { contacts: { nodes: Array<{ customFields: Array<{ key: string }> | null, supportPerson: { contact: { customFields: Array<{ key: string }> | null } | null } | null }> } | null };

export type Operation2d352f57c1QueryVariables = Exact<{
  first: number;
}>;


export type Operation2d352f57c1Query = { persons: { nodes: Array<{ salutation: string | null, foreignKeys: Array<{ key: string }> | null, contact: { foreignKeys: Array<{ key: string }> | null } | null }> } | null };

export type Operation18d7cdc8e1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation18d7cdc8e1Query = { contacts: { nodes: Array<{ phones: Array<{ value: string }> | null }> } | null, persons: { nodes: Array<{ salutation: string | null }> } | null };

export type Operation0c7e344a98QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0c7e344a98Query = { contacts: { nodes: Array<{ phones: Array<{ value: string }> | null }> } | null, persons: { nodes: Array<{ salutation: string | null }> } | null };

export type Operation54185df385QueryVariables = Exact<{
  first: number;
}>;


export type Operation54185df385Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ emails: Array<{ value: string }> | null }> } | null }> } | null };

export type Operationb1d811ef9aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb1d811ef9aQuery = { contact: { persons: { nodes: Array<{ emails: Array<{ value: string }> | null }> } | null } | null };

export type Operation1dcd09f075QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1dcd09f075Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ emails: Array<{ value: string }> | null }> } | null }> } | null };

export type Operation4effa42b1fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4effa42b1fQuery = { person: { contact: { persons: { nodes: Array<{ emails: Array<{ value: string }> | null }> } | null } | null } | null };

export type Operation701836c741QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation701836c741Query = { nodes: Array<
    | { phones: Array<{ value: string }> | null }
    | Record<PropertyKey, never>
   | null> };

export type Operation235749f5eeQueryVariables = Exact<{
  deep: boolean;
}>;


export type Operation235749f5eeQuery = { contacts: { nodes: Array<{ name: string, phones?: Array<{ value: string }> | null }> } | null };

export type Operation73f38e7e13QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation73f38e7e13Query = { lists: Array<{ name: string, items: Array<{ name: string | null }> | null }> | null };

export type Operation1cc09acb74QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1cc09acb74Query = { contact: { name: string } | null };

export type Operationd3be5d2bbeQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd3be5d2bbeQuery = { contact: { associate: { name: string } | null, supportPerson: { fullName: string } | null } | null };

export type Operation1efae70c48QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1efae70c48Query = { contact: { category: { name: string | null } | null, business: { name: string | null } | null } | null };

export type Operation2f5651716fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2f5651716fQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation666c5455cbQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation666c5455cbQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationf57dff8701QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf57dff8701Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation062cabc09cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation062cabc09cQuery = { contacts: { edges: Array<{ cursor: string, node: { name: string } }> } | null };

export type Operationd73dc7da18QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd73dc7da18Query = { contacts: { pageInfo: { hasNextPage: boolean } } | null };

export type Operationb4b53e9f06QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb4b53e9f06Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ fullName: string }> } | null }> } | null };

export type Operation9105483868QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9105483868Query = { associates: Array<{ name: string }> | null };

export type Operationca2902bdd9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationca2902bdd9Query = { contact: { phones: Array<{ value: string }> | null } | null };

export type Operationf2eb508539QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf2eb508539Query = { a: { name: string } | null, b: { name: string } | null };

export type Operationbf226e0006QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbf226e0006Query = { list: { items: Array<{ name: string | null, children: Array<{ name: string | null }> | null }> | null } | null };

export type Operation4bb68e9184QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4bb68e9184Query = { __typename: 'Query', __schema: { types: Array<{ name: string | null }> } };

export type Operation50476fe691QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation50476fe691Query = { contact: { associate: { name: string } | null } | null };

export type Operation50476fe691FFragment = { associate: { name: string } | null };

export type Operationa47bdb4a7fQueryVariables = Exact<{
  first?: number | null | undefined;
  ids: Array<string> | string;
}>;


export type Operationa47bdb4a7fQuery = { contacts: { nodes: Array<{ name: string }> } | null, nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null> };

export type Operation8eb2358cfbQueryVariables = Exact<{
  id: string;
}>;


export type Operation8eb2358cfbQuery = { node:
    | { associate: { name: string } | null, supportPerson: { contact: { name: string } | null } | null }
    | { contact: { name: string } | null }
    | Record<PropertyKey, never>
   | null };

export type Operation075d467f76QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation075d467f76Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ fullName: string }> } | null }> } | null };

export type Operation4deecf71f5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4deecf71f5Query = { contact: { name: string } | null };

export type Operationc1eeaa62ffQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc1eeaa62ffQuery = { contact: { name: string, phones: Array<{ value: string }> | null } | null };

export type Operation229ff306f8QueryVariables = Exact<{
  id: number;
}>;


export type Operation229ff306f8Query = { contact: { name: string } | null };

export type Operationf32bc1062dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf32bc1062dQuery = { contact: { name: string, phones: Array<{ value: string }> | null } | null };

export type Operationb6c29ae4f9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb6c29ae4f9Query = { contact: { name: string } | null };

export type Operation92cb58cc63QueryVariables = Exact<{
  id: number;
}>;


export type Operation92cb58cc63Query = { contact: { name: string, deleted: boolean, description: string | null } | null };

export type Operationfbf50f6637QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfbf50f6637Query = { contacts: { nodes: Array<{ name: string, description: string | null }> } | null };

export type Operation55021a3e98QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation55021a3e98Query = { contacts: { nodes: Array<{ description: string | null, phones: Array<{ value: string }> | null }> } | null };

export type Operation17a30a19cdQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation17a30a19cdQuery = { contacts: { nodes: Array<{ description: string | null, phones: Array<{ value: string }> | null }> } | null };

export type Operation5c25cf9866QueryVariables = Exact<{
  id: number;
}>;


export type Operation5c25cf9866Query = { contact: { business: { name: string | null } | null } | null };

export type Operationc29fa33260QueryVariables = Exact<{
  id: number;
}>;


export type Operationc29fa33260Query = { contact: { createdAt: string | null, updatedAt: string | null } | null };

export type Operationd5163536ddQueryVariables = Exact<{
  id: number;
}>;


export type Operationd5163536ddQuery = { contact: { interests: Array<{ id: string, list: string, listItemId: number, name: string | null }> | null } | null };

export type Operation0bd650c978QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0bd650c978Query = { contact: { interests: Array<{ listItemId: number, name: string | null }> | null } | null };

export type Operationab172801f9MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationab172801f9Mutation = { updateContact: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation7021342d40QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7021342d40Query = { contacts: { nodes: Array<{ associate: { id: string, associateId: number, name: string, fullName: string, email: string | null, person: { personId: number } | null } | null, supportPerson: { id: string, personId: number, firstName: string | null, lastName: string | null, fullName: string, title: string | null, description: string | null, position: { name: string | null } | null } | null }> } | null };

export type Operation627bd27838QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation627bd27838Query = { contacts: { nodes: Array<{ createdBy: { name: string } | null, updatedBy: { name: string } | null }> } | null };

export type Operationf0e588725bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf0e588725bQuery = { contacts: { nodes: Array<{ createdBy: { associateId: number, name: string, fullName: string, deleted: boolean | null } | null, updatedBy: { name: string, fullName: string } | null }> } | null };

export type Operation43e672d045QueryVariables = Exact<{
  keys?: Array<string> | string | null | undefined;
}>;


export type Operation43e672d045Query = { row: { birthDate: string | null, createdAt: string | null, updatedAt: string | null, customFields: Array<{ value: unknown }> | null } | null, entity: { birthDate: string | null, createdAt: string | null, updatedAt: string | null, salutation: string | null, customFields: Array<{ value: unknown }> | null } | null, page: { nodes: Array<{ birthDate: string | null, createdAt: string | null, updatedAt: string | null, customFields: Array<{ value: unknown }> | null }> } | null, meeting: { startDate: string | null, endDate: string | null, createdAt: string | null, updatedAt: string | null, customFields: Array<{ value: unknown }> | null } | null, meetingEntity: { startDate: string | null, endDate: string | null, createdAt: string | null, updatedAt: string | null, participants: Array<{ email: string | null }> | null, customFields: Array<{ value: unknown }> | null } | null };

export type Operation3efd611b81QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3efd611b81Query = { row: { birthDate: string | null } | null, entity: { birthDate: string | null, salutation: string | null } | null };

export type Operation70b9813be5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation70b9813be5Query = { contact: { customFields: Array<{ key: string }> | null } | null };

export type Operationa6f5ed6f42QueryVariables = Exact<{
  keys?: Array<string> | string | null | undefined;
}>;


export type Operationa6f5ed6f42Query = { contact: { name: string, customFields: Array<{ key: string }> | null } | null };

export type Operation1becc0e6feQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1becc0e6feQuery = { contact: { contactId: number, customFields: Array<{ key: string }> | null } | null };

export type Operationc9c4438553QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc9c4438553Query = { contact: { one: Array<{ key: string }> | null, other: Array<{ key: string }> | null } | null };

export type Operation5dac7851ecQueryVariables = Exact<{
  keys?: Array<string> | string | null | undefined;
}>;


export type Operation5dac7851ecQuery = { contacts: { nodes: Array<{ contactId: number, customFields: Array<{ key: string, value: unknown, text: string | null }> | null }> } | null };

export type Operation5325862537QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5325862537Query = { contacts: { nodes: Array<{ customFields: Array<{ key: string }> | null }> } | null };

export type Operationda7c827a9fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationda7c827a9fQuery = { appointments: { nodes: Array<{ contact: { contactId: number, name: string, customFields: Array<{ key: string, value: unknown }> | null } | null }> } | null };

export type Operation8abd244f5aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8abd244f5aQuery = { person: { customFields: Array<{ key: string }> | null } | null };

export type Operation66dab59258QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation66dab59258Query = { contact: { name: string, persons: { nodes: Array<{ personId: number, customFields: Array<{ value: unknown }> | null }> } | null } | null };

export type Operationf92892429fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf92892429fQuery = { contacts: { nodes: Array<{ contactId: number, customFields: Array<{ value: unknown }> | null }> } | null };

export type Operation383764fdd1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation383764fdd1Query = { contact: { customFields: Array<{ key: string, value: unknown }> | null, all: Array<{ key: string }> | null } | null };

export type Operation9e0c7a150bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9e0c7a150bQuery = { contacts: { nodes: Array<{ contactId: number, customFields: Array<{ key: string }> | null }> } | null };

export type Operation51c6c7423dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation51c6c7423dQuery = { row: { customFields: Array<{ key: string }> | null } | null, all: { customFields: Array<{ key: string }> | null } | null };

export type Operationfb0e07a197QueryVariables = Exact<{
  id: number;
}>;


export type Operationfb0e07a197Query = { contact: { customFields: Array<{ value: unknown }> | null } | null };

export type Operation77c8d03942QueryVariables = Exact<{
  id: string;
}>;


export type Operation77c8d03942Query = { node:
    | { customFields: Array<{ value: unknown }> | null }
    | Record<PropertyKey, never>
   | null, viewer: { person: { customFields: Array<{ value: unknown }> | null } | null } | null, persons: { nodes: Array<{ customFields: Array<{ value: unknown }> | null }>, edges: Array<{ node: { other: Array<{ value: unknown }> | null } }> } | null };

export type Operation899cd90908QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation899cd90908Query = { viewer: { associate: { person: { personId: number, customFields: Array<{ value: unknown }> | null } | null } } | null };

export type Operationd75839653bMutationVariables = Exact<{
  id: number;
}>;


export type Operationd75839653bMutation = { updateAppointment: { appointment: { person: { personId: number, customFields: Array<{ value: unknown }> | null } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationb078376952QueryVariables = Exact<{
  key?: string | null | undefined;
}>;


export type Operationb078376952Query = { contact: { contactId: number, department: string | null, customFields: Array<{ key: string }> | null } | null };

export type Operation0678e2e671QueryVariables = Exact<{
  id: number;
}>;


export type Operation0678e2e671Query = { contact: { name: string, customFields: Array<{ key: string, value: unknown }> | null } | null };

export type Operation6a075a8d78QueryVariables = Exact<{
  id: number;
}>;


export type Operation6a075a8d78Query = { contact: { name: string, customFields: Array<{ key: string, value: unknown }> | null } | null };

export type Operationcc27934f50QueryVariables = Exact<{
  id: number;
  keys?: Array<string> | string | null | undefined;
}>;


export type Operationcc27934f50Query = { contact: { name: string, customFields: Array<{ key: string, value: unknown }> | null } | null };

export type Operationb35f2d8555MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationb35f2d8555Mutation = { unlockProvider: { unlocked: boolean, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation7b2403c177MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation7b2403c177Mutation = { archiveEstate: { estate: { status: { key: string } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation93c52d5d21QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation93c52d5d21Query = { estates: { nodes: Array<{ estateId: number, owners: Array<{ addressId: number }> | null }> } | null };

export type Operationa9de2021b4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa9de2021b4Query = { estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation506d7d61fcQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation506d7d61fcQuery = { one: { estateId: number } | null, other: { estateId: number } | null };

export type Operation3c77445b01QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3c77445b01Query = { contact: { contactId: number, estates: { nodes: Array<{ estateId: number }> } | null } | null };

export type Operation132468deacQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation132468deacQuery = { estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation57c43bc354QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation57c43bc354Query = { estate: { estateId: number, title: string | null } | null };

export type Operation27681d0e17QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation27681d0e17Query = { estate: { estateId: number, owners: Array<{ addressId: number }> | null } | null };

export type Operation3d5b40152fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3d5b40152fQuery = { estate: { owners: Array<{ addressId: number, lastName: string | null }> | null } | null };

export type Operatione1e090e7b1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione1e090e7b1Query = { estates: { nodes: Array<{ estateId: number, owners: Array<{ addressId: number }> | null }> } | null };

export type Operationad8d30ae0aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationad8d30ae0aQuery = { estates: { totalCount: number | null, nodes: Array<{ estateId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null } } | null };

export type Operationa66b918f20QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa66b918f20Query = { estates: { totalCount: number | null, nodes: Array<{ estateId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null } } | null };

export type Operationa5ad1923a7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa5ad1923a7Query = { estates: { totalCount: number | null, nodes: Array<{ estateId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null } } | null };

export type Operation0088ffbbb1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0088ffbbb1Query = { estate: { externalNumber: string | null } | null };

export type Operation22fd25bbf7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation22fd25bbf7Query = { estate: { externalNumber: string | null, title: string | null, createdAt: string | null, updatedAt: string | null, category: { key: string } | null } | null };

export type Operation2811c47535QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2811c47535Query = { estate: { fields: Array<{ value: unknown }> | null } | null };

export type Operation5944cb7de1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5944cb7de1Query = { estate: { fields: Array<{ value: unknown, text: string | null }> | null } | null };

export type Operationdacda43b27QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationdacda43b27Query = { estate: { owners: Array<{ phone: string | null, email: string | null }> | null } | null };

export type Operation7f40aedf46QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7f40aedf46Query = { estates: { nodes: Array<{ estateId: number, pictures: Array<{ url: string, title: string | null, kind: string, position: number | null, updatedAt: string | null }> | null }> } | null };

export type Operationc868972f99QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc868972f99Query = { estates: { nodes: Array<{ pictures: Array<{ title: string | null, position: number | null }> | null }> } | null };

export type Operationa63545c005QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa63545c005Query = { estate: { fields: Array<{ name: string, label: string | null, type: string, text: string | null }> | null } | null };

export type Operation432e43931dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation432e43931dQuery = { estate: { category: { key: string, label: string } | null } | null };

export type Operatione0c72af409QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione0c72af409Query = { estate: { estateId: number, mainLanguage: string | null, languages: Array<string> | null, translations: Array<{ language: string }> | null } | null };

export type Operation48341b2498QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation48341b2498Query = { estate: { estateId: number, title: string | null, mainLanguage: string | null, languages: Array<string> | null } | null };

export type Operationedab073a86QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationedab073a86Query = { estate: { address: { line1: string | null, postalCode: string | null, city: string | null, state: string | null, country: string | null, latitude: number | null, longitude: number | null, formatted: string | null } | null } | null };

export type Operation13b5df58f7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation13b5df58f7Query = { estate: { owners: Array<{ address: { postalCode: string | null, line1: string | null, city: string | null, country: string | null } | null }> | null } | null };

export type Operationbadb3cb479QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbadb3cb479Query = { estate: { purchasePrice: { amount: string, currency: string | null } | null } | null };

export type Operation4036879495QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4036879495Query = { estate: { fields: Array<{ name: string, value: unknown, text: string | null }> | null } | null };

export type Operation57c1904ca1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation57c1904ca1Query = { estate: { fields: Array<{ values: Array<{ key: string }> }> | null } | null };

export type Operation799c5b0431QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation799c5b0431Query = { estates: { nodes: Array<{ estateId: number, pictures: Array<{ url: string }> | null, owners: Array<{ lastName: string | null }> | null, contactPersons: Array<{ lastName: string | null }> | null }> } | null };

export type Operationb5febdc8f1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb5febdc8f1Query = { estate: { title: string | null, externalNumber: string | null } | null };

export type Operationf63b98c2adQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf63b98c2adQuery = { estates: { nodes: Array<{ estateId: number, equipmentDescription: string | null, purchasePrice: { amount: string } | null }> } | null };

export type Operation7b93e419e4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7b93e419e4Query = { estates: { nodes: Array<{ externalNumber: string | null, title: string | null, purchasePrice: { amount: string } | null, coldRent: { amount: string, currency: string | null } | null, address: { state: string | null, city: string | null } | null }> } | null };

export type Operatione1eff5f619QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione1eff5f619Query = { estates: { nodes: Array<{ estateId: number, published: boolean | null }> } | null };

export type Operation6db7af6179QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6db7af6179Query = { estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation87f71795e1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation87f71795e1Query = { estate: { title: string | null, fields: Array<{ value: unknown }> | null } | null };

export type Operation3f04f023afQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3f04f023afQuery = { estate: { yearBuilt: number | null, bedrooms: number | null, bathrooms: number | null, rooms: number | null, plotArea: number | null, livingArea: number | null, externalNumber: string | null } | null, estates: { nodes: Array<{ yearBuilt: number | null, bedrooms: number | null, bathrooms: number | null, rooms: number | null, plotArea: number | null, livingArea: number | null, externalNumber: string | null }> } | null };

export type Operatione9fd07a6eaQueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione9fd07a6eaQuery = { estates: { nodes: Array<{ externalNumber: string | null }> } | null, contact: { contactId: number } | null };

export type Operation13889c1f3cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation13889c1f3cQuery = { estates: { nodes: Array<{ externalNumber: string | null }> } | null };

export type Operation215c63eb26QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation215c63eb26Query = { estates: { nodes: Array<{ externalNumber: string | null }> } | null };

export type Operationcc3b806ee4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcc3b806ee4Query = { estates: { nodes: Array<{ estateId: number, owners: Array<{ lastName: string | null }> | null }> } | null };

export type Operationf2e4d56636QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf2e4d56636Query = { estate: { address: { city: string | null } | null, owners: Array<{ address: { postalCode: string | null, formatted: string | null } | null }> | null } | null };

export type Operationb870c45997QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb870c45997Query = { estate: { pictures: Array<{ title: string | null }> | null } | null };

export type Operationf5eaaf602bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf5eaaf602bQuery = { estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation2eb5cf2e19QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2eb5cf2e19Query = { estates: { nodes: Array<{ estateId: number }> } | null, contact: { contactId: number } | null };

export type Operation7bc1981fa7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7bc1981fa7Query = { estate: { category: { key: string, label: string } | null, fields: Array<{ value: unknown }> | null } | null };

export type Operation98daae8469QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation98daae8469Query = { estates: { nodes: Array<{ externalNumber: string | null, category: { key: string, label: string } | null, type: { key: string, label: string } | null, fields: Array<{ label: string | null }> | null }> } | null };

export type Operation81d040b63aQueryVariables = Exact<{
  filter?: EstateFilter | null | undefined;
}>;


export type Operation81d040b63aQuery = { estates: { totalCount: number | null, nodes: Array<{ estateId: number }> } | null };

export type Operationc965010b6cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc965010b6cQuery = { estates: { nodes: Array<{ address: { city: string | null } | null }> } | null };

export type Operation9313ec6e7aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9313ec6e7aQuery = { estates: { nodes: Array<{ address: { city: string | null } | null }> } | null };

export type Operationfe71259ec4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfe71259ec4Query = { estate: { updatedAt: string | null } | null };

export type Operation654c954335MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation654c954335Mutation = { updateEstate: { estate: { updatedAt: string | null } | null } | null };

export type Operation3c03f77742QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3c03f77742Query = { estate: { language: string | null, title: string | null, description: string | null, address: { city: string | null } | null } | null };

export type Operationdf6b456eedQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationdf6b456eedQuery = { estate: { language: string | null } | null };

export type Operation19aafe5289QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation19aafe5289Query = { estates: { nodes: Array<{ estateId: number, title: string | null, language: string | null }> } | null };

export type Operatione8f3ee68d0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione8f3ee68d0Query = { estates: { totalCount: number | null, nodes: Array<{ estateId: number, title: string | null }> } | null };

export type Operationc7975dcb8dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc7975dcb8dQuery = { estates: { totalCount: number | null, nodes: Array<{ title: string | null, address: { city: string | null } | null }> } | null };

export type Operation755fb6d99dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation755fb6d99dQuery = { estates: { nodes: Array<{ mainLanguage: string | null, title: string | null }> } | null };

export type Operation14863f35a9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation14863f35a9Query = { estate: { mainLanguage: string | null, language: string | null, title: string | null, languages: Array<string> | null } | null };

export type Operation5e301c8cddQueryVariables = Exact<{
  id: number;
}>;


export type Operation5e301c8cddQuery = { estate: { language: string | null, title: string | null, norwegian: string | null, category: { label: string } | null, pictures: Array<{ title: string | null }> | null, fields: Array<{ label: string | null }> | null } | null };

export type Operation63345fdafaMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation63345fdafaMutation = { updateEstate: { estate: { title: string | null } | null } | null };

export type Operationccdbb21270QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationccdbb21270Query = { estates: { nodes: Array<{ language: string | null, title: string | null }> } | null };

export type Operation0e804f665bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0e804f665bQuery = { estate: { title: string | null, description: string | null, locationDescription: string | null, equipmentDescription: string | null, otherInformation: string | null, de: string | null, en: string | null, fields: Array<{ value: unknown, label: string | null }> | null } | null };

export type Operation4a58defc68QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4a58defc68Query = { estates: { nodes: Array<{ title: string | null, externalNumber: string | null }> } | null };

export type Operationc40d18e1e3QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc40d18e1e3Query = { a: { title: string | null } | null, b: { title: string | null } | null };

export type Operationc5ea842b91QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc5ea842b91Query = { estate: { externalNumber: string | null, title: string | null } | null };

export type Operation0a1ca4cc28QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0a1ca4cc28Query = { estate: { mainLanguage: string | null } | null };

export type Operationa74b2cd65dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa74b2cd65dQuery = { estate: { estateId: number, title: string | null } | null };

export type Operationa3312753beQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa3312753beQuery = { estates: { nodes: Array<{ languages: Array<string> | null, translations: Array<{ language: string, title: string | null, description: string | null, locationDescription: string | null, equipmentDescription: string | null, otherInformation: string | null, city: string | null }> | null }> } | null };

export type Operation3274d73713QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3274d73713Query = { estate: { title: string | null, translations: Array<{ language: string, title: string | null, description: string | null }> | null } | null };

export type Operationd5861d77a6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd5861d77a6Query = { estate: { languages: Array<string> | null, translations: Array<{ language: string }> | null } | null };

export type Operationf4787f1e8cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf4787f1e8cQuery = { contacts: { nodes: Array<{ contactId: number, estates: { totalCount: number | null, nodes: Array<{ estateId: number, title: string | null }>, pageInfo: { hasNextPage: boolean } } | null }> } | null };

export type Operation8679d17c30QueryVariables = Exact<{
  id: number;
  after?: string | null | undefined;
}>;


export type Operation8679d17c30Query = { contact: { estates: { nodes: Array<{ estateId: number }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null } | null };

export type Operationa707848a81QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa707848a81Query = { contact: { estates: { nodes: Array<{ estateId: number }> } | null } | null };

export type Operationab29e0484aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationab29e0484aQuery = { contact: { estates: { pageInfo: { startCursor: string | null } } | null } | null };

export type Operation1c84492ea5QueryVariables = Exact<{
  before?: string | null | undefined;
}>;


export type Operation1c84492ea5Query = { contact: { estates: { nodes: Array<{ estateId: number }> } | null } | null };

export type Operationcab8594a70QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcab8594a70Query = { contact: { foreignKeys: Array<{ value: string }> | null, estates: { totalCount: number | null, nodes: Array<{ estateId: number }> } | null } | null };

export type Operation59e372d071QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation59e372d071Query = { contact: { estates: { nodes: Array<{ estateId: number }> } | null } | null };

export type Operation705964e7b6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation705964e7b6Query = { contact: { estates: { totalCount: number | null } | null } | null };

export type Operatione373ef0f6eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione373ef0f6eQuery = { contact: { name: string, estates: { totalCount: number | null } | null } | null };

export type Operationaef086aab4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationaef086aab4Query = { estate: { owners: Array<{ addressId: number, contact: { contactId: number } | null }> | null } | null };

export type Operationb00655d754QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb00655d754Query = { estate: { contactPersons: Array<{ lastName: string | null, contact: { name: string } | null }> | null } | null };

export type Operation0080359299QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0080359299Query = { estate: { owners: Array<{ contact: { estates: { nodes: Array<{ estateId: number, owners: Array<{ addressId: number }> | null }> } | null } | null }> | null } | null };

export type Operation6972c6ef70QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation6972c6ef70Query = { nodes: Array<
    | { __typename: 'Appointment', id: string }
    | { __typename: 'Associate', id: string }
    | { __typename: 'Contact', contactId: number, id: string }
    | { __typename: 'Estate', externalNumber: string | null, id: string }
    | { __typename: 'ListItem', id: string }
    | { __typename: 'OnOfficeAddress', lastName: string | null, id: string }
    | { __typename: 'Person', id: string }
   | null> };

export type Operationeb6af362aaQueryVariables = Exact<{
  ids: Array<string> | string;
  of: Array<unknown> | unknown;
}>;


export type Operationeb6af362aaQuery = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null>, _entities: Array<
    | { addressId: number }
    | Record<PropertyKey, never>
   | null> };

export type Operation3f1120cfcbQueryVariables = Exact<{
  id: string;
}>;


export type Operation3f1120cfcbQuery = { node:
    | { title: string | null }
    | Record<PropertyKey, never>
   | null };

export type Operationd7fe4f0ce9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd7fe4f0ce9Query = { contact: { name: string } | null, estates: { nodes: Array<{ externalNumber: string | null, owners: Array<{ lastName: string | null, contact: { name: string } | null }> | null }> } | null };

export type Operation5a154abb30QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5a154abb30Query = { viewer: { tenant: string } | null, estate: { mainLanguage: string | null } | null };

export type Operation449bce5795MutationVariables = Exact<{
  id: number;
  changes: EstateChanges;
  language?: string | null | undefined;
}>;


export type Operation449bce5795Mutation = { updateEstate: { estate: { estateId: number, title: string | null } | null, errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string> }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operationf9493f84b6MutationVariables = Exact<{
  input: CreateEstateInput;
  key?: string | null | undefined;
}>;


export type Operationf9493f84b6Mutation = { createEstate: { estate: { estateId: number, externalNumber: string | null, title: string | null } | null, errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string> }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operation3818acb854MutationVariables = Exact<{
  input: CreateEstateInput;
  names?: Array<string> | string | null | undefined;
}>;


export type Operation3818acb854Mutation = { createEstate: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    >, estate: { estateId: number, fields: Array<{ name: string }> | null } | null } | null };

export type Operationbf50790043MutationVariables = Exact<{
  input: CreateEstateInput;
}>;


export type Operationbf50790043Mutation = { createEstate: { errors: Array<
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
    >, estate: { estateId: number, externalNumber: string | null, title: string | null, description: string | null, livingArea: number | null, rooms: number | null, yearBuilt: number | null, category: { key: string } | null, type: { key: string } | null, usage: { key: string } | null, marketingType: { key: string } | null, purchasePrice: { amount: string } | null, coldRent: { amount: string } | null, address: { line1: string | null, postalCode: string | null, city: string | null, country: string | null } | null, fields: Array<{ value: unknown }> | null } | null } | null };

export type Operation98e00b20f2MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation98e00b20f2Mutation = { a: { estate: { title: string | null } | null } | null, b: { estate: { title: string | null } | null } | null };

export type Operationc3063b2fdaMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationc3063b2fdaMutation = { updateEstate: { estate: { title: string | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation971301b1e7MutationVariables = Exact<{
  id: number;
}>;


export type Operation971301b1e7Mutation = { archiveEstate: { estate: { status: { key: string, label: string } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationf6a87eeedbMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationf6a87eeedbMutation = { archiveEstate: { estate: { title: string | null } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operationbc869ca605MutationVariables = Exact<{
  id: string;
}>;


export type Operationbc869ca605Mutation = { unlockProvider: { unlocked: boolean, errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string> }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operation59af965e03QueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: Array<EstateOrder> | EstateOrder | null | undefined;
}>;


export type Operation59af965e03Query = { estates: { nodes: Array<{ estateId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type Operation1c2f76ec5dQueryVariables = Exact<{
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: Array<EstateOrder> | EstateOrder | null | undefined;
}>;


export type Operation1c2f76ec5dQuery = { estates: { nodes: Array<{ estateId: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type Operation6cf25a29ebQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6cf25a29ebQuery = { estates: { nodes: Array<{ estateId: number }>, edges: Array<{ cursor: string, node: { estateId: number } }> } | null };

export type Operation925288f28cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation925288f28cQuery = { estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation8dda0128edQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8dda0128edQuery = { estates: { totalCount: number | null, nodes: Array<{ estateId: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type Operation246f36d911QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation246f36d911Query = { estates: { totalCount: number | null } | null };

export type Operationd238114b36QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd238114b36Query = { estates: { totalCount: number | null, nodes: Array<{ title: string | null }> } | null };

export type Operation3a0c95db83QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3a0c95db83Query = { estates: { totalCount: number | null, nodes: Array<{ title: string | null }> } | null };

export type Operationa9bc75b7b9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa9bc75b7b9Query = { estates: { totalCount: number | null, nodes: Array<{ estateId: number }> } | null };

export type Operationd8a1e7eff5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd8a1e7eff5Query = { estates: { totalCount: number | null } | null, archived: { totalCount: number | null } | null };

export type Operation2aeab16eb8QueryVariables = Exact<{
  ids: Array<string> | string;
  one: number;
  node: string;
}>;


export type Operation2aeab16eb8Query = { nodes: Array<
    | { estateId: number }
    | Record<PropertyKey, never>
   | null>, estate: { title: string | null } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operation0153f40af1QueryVariables = Exact<{
  id: number;
}>;


export type Operation0153f40af1Query = { estate: { title: string | null, translations: Array<{ language: string, title: string | null }> | null, pictures: Array<{ url: string }> | null } | null };

export type Operation55343602d9QueryVariables = Exact<{
  id: number;
}>;


export type Operation55343602d9Query = { estate: { pictures: Array<{ url: string }> | null } | null };

export type Operation661e6ecf84QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation661e6ecf84Query = { estates: { nodes: Array<{ estateId: number, address: { line1: string | null, city: string | null, postalCode: string | null, formatted: string | null, latitude: number | null, longitude: number | null } | null }> } | null };

export type Operation550cd60090QueryVariables = Exact<{
  id: number;
}>;


export type Operation550cd60090Query = { estate: { address: { postalCode: string | null, country: string | null } | null } | null };

export type Operationa1e124cd2bQueryVariables = Exact<{
  id: number;
}>;


export type Operationa1e124cd2bQuery = { estate: { address: { line1: string | null, postalCode: string | null, latitude: number | null } | null } | null };

export type Operation5668c9740bQueryVariables = Exact<{
  id: number;
}>;


export type Operation5668c9740bQuery = { estate: { externalNumber: string | null, owners: Array<{ lastName: string | null }> | null, contactPersons: Array<{ addressId: number }> | null } | null };

export type Operation7d9de68c5aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7d9de68c5aQuery = { estates: { totalCount: number | null } | null };

export type Operationf90fdc0d17QueryVariables = Exact<{
  id: string;
}>;


export type Operationf90fdc0d17Query = { node:
    | { lastName: string | null }
    | Record<PropertyKey, never>
   | null };

export type Operation87a94e1f36QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation87a94e1f36Query = { contact: { estates: { totalCount: number | null } | null } | null };

export type Operation1060518842MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation1060518842Mutation = { createEstate: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation84ca2495e9MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation84ca2495e9Mutation = { updateEstate: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationba65f96d97MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationba65f96d97Mutation = { unlockProvider: { unlocked: boolean } | null };

export type Operationcff7031fbcQueryVariables = Exact<{
  id: number;
  names: Array<string> | string;
}>;


export type Operationcff7031fbcQuery = { estate: { fields: Array<{ name: string, value: unknown }> | null } | null };

export type Operation82f7a8b769QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation82f7a8b769Query = { estates: { totalCount: number | null, nodes: Array<{ id: string, estateId: number, externalNumber: string | null, title: string | null, description: string | null, locationDescription: string | null, equipmentDescription: string | null, otherInformation: string | null, livingArea: number | null, plotArea: number | null, rooms: number | null, bedrooms: number | null, bathrooms: number | null, yearBuilt: number | null, reserved: boolean | null, sold: boolean | null, published: boolean | null, createdAt: string | null, updatedAt: string | null, category: { key: string, label: string } | null, type: { key: string, label: string } | null, usage: { key: string, label: string } | null, marketingType: { key: string, label: string } | null, status: { key: string, label: string } | null, purchasePrice: { amount: string, currency: string | null } | null, coldRent: { amount: string, currency: string | null } | null, warmRent: { amount: string, currency: string | null } | null }> } | null };

export type Operation43b3be4fbcQueryVariables = Exact<{
  id: number;
}>;


export type Operation43b3be4fbcQuery = { estate: { purchasePrice: { amount: string, currency: string | null } | null, coldRent: { amount: string } | null } | null };

export type Operationf89d0370a8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf89d0370a8Query = { estates: { nodes: Array<{ address: { line1: string | null, line2: string | null, line3: string | null, postalCode: string | null, city: string | null, state: string | null, county: string | null, country: string | null, formatted: string | null, latitude: number | null, longitude: number | null } | null }> } | null };

export type Operation81686eb4c5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation81686eb4c5Query = { estates: { nodes: Array<{ address: { place: string | null } | null }> } | null };

export type Operationc824cab4bdQueryVariables = Exact<{
  id: number;
}>;


export type Operationc824cab4bdQuery = { estate: { address: { city: string | null } | null, code: { postalCode: string | null } | null, fields: Array<{ value: unknown }> | null } | null };

export type Operationb97a73e3d0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb97a73e3d0Query = { estates: { nodes: Array<{ estateId: number, livingArea: number | null, purchasePrice: { amount: string } | null, status: { key: string } | null }> } | null };

export type Operation1ebdc965bdQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1ebdc965bdQuery = { estate: { updatedAt: string | null } | null, at: { totalCount: number | null } | null, ahead: { totalCount: number | null } | null };

export type Operation51e393fe6eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation51e393fe6eQuery = { a: { title: string | null } | null, b: { title: string | null } | null };

export type Operationbd6f81095fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbd6f81095fQuery = { estate: { title: string | null } | null, estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation03763e6e14QueryVariables = Exact<{
  id: number;
}>;


export type Operation03763e6e14Query = { estate: { fields: Array<{ value: unknown, text: string | null, values: Array<{ key: string }> }> | null } | null };

export type Operationd037052bdfQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd037052bdfQuery = { __type: { fields: Array<{ name: string, description: string | null }> | null } | null };

export type Operation92a96fae22QueryVariables = Exact<{
  names: Array<string> | string;
}>;


export type Operation92a96fae22Query = { estate: { fields: Array<{ name: string, label: string | null, type: string, value: unknown, text: string | null, values: Array<{ key: string, label: string }> }> | null } | null };

export type Operation11f14d73fdQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation11f14d73fdQuery = { estates: { nodes: Array<{ category: { label: string } | null, fields: Array<{ label: string | null }> | null }> } | null };

export type Operation9b6814b8d0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9b6814b8d0Query = { estate: { own: Array<{ label: string | null, value: unknown }> | null, none: Array<{ label: string | null }> | null } | null };

export type Operation47fdc4d18dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation47fdc4d18dQuery = { estate: { de: Array<{ label: string | null }> | null, sv: Array<{ label: string | null }> | null } | null };

export type Operation488ef92b22QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation488ef92b22Query = { estate: { title: string | null, odd: Array<{ value: unknown }> | null, gone: Array<{ value: unknown }> | null, none: Array<{ value: unknown }> | null, good: Array<{ name: string }> | null } | null };

export type Operation1dedd49edeQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1dedd49edeQuery = { estates: { nodes: Array<{ title: string | null, purchasePrice: { amount: string, currency: string | null } | null, pictures: Array<{ url: string }> | null, owners: Array<{ lastName: string | null, contact: { name: string } | null }> | null }> } | null };

export type Operatione056d519adQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operatione056d519adQuery = { a: { externalNumber: string | null, status: { key: string } | null, pictures: Array<{ pictureId: string }> | null } | null, b: { externalNumber: string | null, status: { key: string } | null } | null, c: { externalNumber: string | null, status: { key: string } | null } | null, d: Array<
    | { externalNumber: string | null, status: { key: string } | null }
    | Record<PropertyKey, never>
   | null> };

export type Operation89b8c74ebfQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation89b8c74ebfQuery = { estates: { nodes: Array<{ estateId: number }> } | null, estate: { externalNumber: string | null } | null, nodes: Array<
    | { externalNumber: string | null }
    | { addressId: number }
    | Record<PropertyKey, never>
   | null> };

export type Operationf517e8815aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf517e8815aQuery = { estates: { nodes: Array<{ pictures: Array<{ url: string }> | null, owners: Array<{ lastName: string | null }> | null }> } | null };

export type Operation5cfd18a074QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5cfd18a074Query = { estate: { pictures: Array<{ pictureId: string, url: string, title: string | null, kind: string, position: number | null, updatedAt: string | null }> | null, small: Array<{ pictureId: string }> | null, medium: Array<{ pictureId: string }> | null, large: Array<{ pictureId: string }> | null, original: Array<{ pictureId: string }> | null } | null };

export type Operationc6d857aabdQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc6d857aabdQuery = { estates: { nodes: Array<{ pictures: Array<{ kind: string }> | null }> } | null };

export type Operationfdf967c0ecQueryVariables = Exact<{
  id: number;
}>;


export type Operationfdf967c0ecQuery = { estate: { owners: Array<{ id: string, addressId: number, firstName: string | null, lastName: string | null, company: string | null, email: string | null, phone: string | null, address: { line1: string | null, line2: string | null, postalCode: string | null, city: string | null, state: string | null, country: string | null, formatted: string | null, latitude: number | null } | null }> | null, contactPersons: Array<{ addressId: number, lastName: string | null }> | null } | null };

export type Operation85e5e1dde0QueryVariables = Exact<{
  id: number;
}>;


export type Operation85e5e1dde0Query = { estate: { estateId: number, pictures: Array<{ url: string }> | null, owners: Array<{ lastName: string | null }> | null } | null };

export type Operation81850e24a5NamesFragment = { owners: Array<{ lastName: string | null }> | null };

export type Operation81850e24a5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation81850e24a5Query = { a: { owners: Array<{ lastName: string | null }> | null } | null, b: { owners: Array<{ firstName: string | null, lastName: string | null }> | null } | null, c: { owners: Array<{ company: string | null, lastName: string | null }> | null } | null };

export type Operationdba6e97a0fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationdba6e97a0fQuery = { estates: { nodes: Array<{ owners: Array<{ addressId: number }> | null }> } | null };

export type Operationac60b898caQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationac60b898caQuery = { list: { items: Array<{ listItemId: number, name: string | null, rank: number | null, deleted: boolean | null, children: Array<{ listItemId: number }> | null, translations: Array<{ text: string }> | null }> | null } | null };

export type Operation30c7e5e66dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation30c7e5e66dQuery = { contact: { name: string, phones: Array<{ value: string }> | null, interests: Array<{ name: string | null }> | null, fieldAccess: Array<{ canRead: boolean }> | null } | null };

export type Operation309dbc68e5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation309dbc68e5Query = { person: { birthDate: string | null, phones: Array<{ value: string }> | null, customFields: Array<{ key: string, value: unknown, text: string | null }> | null } | null };

export type Operation6d6042e508QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6d6042e508Query = { appointment: { customFields: Array<{ key: string, label: string | null, value: unknown }> | null } | null };

export type Operationf1bf1b4972QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf1bf1b4972Query = { person: { fullName: string } | null };

export type Operation60c8243591QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation60c8243591Query = { persons: { nodes: Array<{ fullName: string }> } | null };

export type Operation663852eff8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation663852eff8Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ fullName: string }> } | null }> } | null };

export type Operation40fa7bea4aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation40fa7bea4aQuery = { contacts: { nodes: Array<{ appointments: { nodes: Array<{ appointmentId: number }> } | null }> } | null };

export type Operation38f0c6884aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation38f0c6884aQuery = { one: { name: string } | null, other: { name: string } | null };

export type Operation89f96e09bdQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation89f96e09bdQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation6864cf9a6eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6864cf9a6eQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationf6ababb39aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf6ababb39aQuery = { contacts: { nodes: Array<{ contactId: number, name: string }>, pageInfo: { endCursor: string | null } } | null };

export type Operation67668d45ebQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type Operation67668d45ebQuery = { contacts: { nodes: Array<{ contactId: number }> } | null };

export type Operation75c627aa70QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation75c627aa70Query = { appointments: { nodes: Array<{ description: string | null, person: { personId: number } | null }> } | null };

export type Operation1821eb58c8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1821eb58c8Query = { appointment: { agenda: string | null, participants: Array<{ email: string | null }> | null, person: { personId: number } | null } | null };

export type Operation8beaeb2621QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8beaeb2621Query = { list: { items: Array<{ listItemId: number, name: string | null, deleted: boolean | null }> | null } | null };

export type Operation6e256f7650QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6e256f7650Query = { appointments: { nodes: Array<{ appointmentId: number, title: string | null }> } | null };

export type Operation6163b601aeMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation6163b601aeMutation = { updateContact: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string> }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operation70637692f7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation70637692f7Query = { contact: { name: string, foreignKeys: Array<{ value: string }> | null } | null };

export type Operation565e2e5e14QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation565e2e5e14Query = { persons: { nodes: Array<{ lastName: string | null, rank: number | null }> } | null };

export type Operationbbe21e0b9eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbbe21e0b9eQuery = { estates: { totalCount: number | null } | null };

export type Operation16d6a17bc8MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation16d6a17bc8Mutation = { updateEstate: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation05f25918beQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation05f25918beQuery = { contacts: { totalCount: number | null, nodes: Array<{ contactId: number }> } | null };

export type Operation1b92b14781QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1b92b14781Query = { viewer: { tenant: string, functionRights: Array<string>, associate: { name: string }, person: { fullName: string } | null } | null };

export type Operation9432f2f299QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9432f2f299Query = { viewer: { associate: { associateId: number } } | null };

export type Operation7294263cdcMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation7294263cdcMutation = { updateContact: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationd134b7a7d3MutationVariables = Exact<{
  id: string;
}>;


export type Operationd134b7a7d3Mutation = { setForeignKey: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation95be147f69QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation95be147f69Query = { estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation2e0572541aMutationVariables = Exact<{
  id: string;
}>;


export type Operation2e0572541aMutation = { setForeignKey: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationf714872ceeMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationf714872ceeMutation = { updateContact: { errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string> }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operation4a5363c13aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4a5363c13aQuery = { contact: { name: string } | null, viewer: { tenant: string } | null };

export type Operation4e6037619bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4e6037619bQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation9f929b21caQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9f929b21caQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation55a6e7e30fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation55a6e7e30fQuery = { persons: { nodes: Array<{ fullName: string }> } | null };

export type Operation1a04a7f312QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1a04a7f312Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationa374cd8ce7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa374cd8ce7Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationeb68d47d2fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationeb68d47d2fQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation29b4a7886cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation29b4a7886cQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation8622b2167aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8622b2167aQuery = { contacts: { pageInfo: { endCursor: string | null } } | null };

export type Operationc69a13d63bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc69a13d63bQuery = { contacts: { pageInfo: { endCursor: string | null } } | null };

export type Operationcd9668e2b9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcd9668e2b9Query = { contacts: { pageInfo: { endCursor: string | null } } | null };

export type Operationb2b93c8befQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb2b93c8befQuery = { contact: { contacts: { pageInfo: { endCursor: string | null } } | null } | null };

export type Operation24d92062abQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type Operation24d92062abQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationc3866f082dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc3866f082dQuery = { appointment: { startDate: string | null, location: string | null, odd: string | null } | null };

export type Operationd2778220d9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd2778220d9Query = { contact: { name: string, persons: { nodes: Array<{ fullName: string }> } | null, category: { name: string | null } | null } | null, person: { fullName: string } | null };

export type Operation19ba4853f1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation19ba4853f1Query = { contacts: { nodes: Array<{ name: string, phones: Array<{ value: string }> | null }> } | null, appointments: { nodes: Array<{ location: string | null, title: string | null }> } | null };

export type Operationeb46b36527QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationeb46b36527Query = { contacts: { nodes: Array<{ name: string, createdBy: { name: string, fullName: string } | null }> } | null };

export type Operation67a4d993e0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation67a4d993e0Query = { contact: { name: string } | null, person: { fullName: string } | null };

export type Operation84f043268aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation84f043268aQuery = { contacts: { nodes: Array<{ contactId: number, emails: Array<{ value: string }> | null }> } | null };

export type Operation426c465f09QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation426c465f09Query = { appointments: { nodes: Array<{ title: string | null, agenda: string | null }> } | null };

export type Operationccd13ada23QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationccd13ada23Query = { row: { name: string, fullName: string } | null, entity: { name: string, phones: Array<{ value: string }> | null } | null };

export type Operation5e61066182QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5e61066182Query = { contact: { contactId: number } | null, wrong: { name: string } | null };

export type Operation373c66ad08QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation373c66ad08Query = { contacts: { nodes: Array<{ contactId: number, fieldAccess: Array<{ canRead: boolean }> | null }> } | null };

export type Operationf5745a032cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf5745a032cQuery = { contacts: { nodes: Array<{ contactId: number, persons: { nodes: Array<{ personId: number }> } | null }> } | null };

export type Operation2b9dc10350QueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
}>;


export type Operation2b9dc10350Query = { contacts: { totalCount: number | null, nodes: Array<{ contactId: number }> } | null };

export type Operation81692be50eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation81692be50eQuery = { contact: { all: Array<{ value: string }> | null, ledger: Array<{ value: string }> | null, none: Array<{ value: string }> | null } | null };

export type Operationb7671e5188QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb7671e5188Query = { contact: { persons: { nodes: Array<{ personId: number, foreignKeys: Array<{ value: string }> | null, contact: { foreignKeys: Array<{ value: string }> | null } | null }> } | null } | null };

export type Operation26365b091dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation26365b091dQuery = { contacts: { nodes: Array<{ contactId: number, foreignKeys: Array<{ value: string }> | null }> } | null };

export type Operationb3e5ab73d8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb3e5ab73d8Query = { contacts: { nodes: Array<{ contactId: number, foreignKeys: Array<{ value: string }> | null }> } | null };

export type Operation7cbfc70f1bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7cbfc70f1bQuery = { contacts: { nodes: Array<{ contactId: number, foreignKeys: Array<{ value: string }> | null }> } | null };

export type Operation29cd13de0aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation29cd13de0aQuery = { contacts: { nodes: Array<{ contactId: number, foreignKeys: Array<{ value: string }> | null }> } | null };

export type Operation493ad0de46QueryVariables = Exact<{
  id: number;
}>;


export type Operation493ad0de46Query = { person: { salutation: string | null, contact: { contactId: number, name: string, stop: boolean, streetAddress: { city: string | null } | null, associate: { fullName: string } | null } | null } | null };

export type Operation8127548be7QueryVariables = Exact<{
  id: number;
}>;


export type Operation8127548be7Query = { person: { salutation: string | null, rank: number | null, contact: { contactId: number, name: string } | null } | null };

export type Operation54c31c7748QueryVariables = Exact<{
  id: number;
}>;


export type Operation54c31c7748Query = { appointment: { isFree: boolean | null, contact: { name: string, category: { listItemId: number } | null } | null, stopped: { stop: boolean } | null } | null };

export type Operation5c8ef96b6aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5c8ef96b6aQuery = { appointments: { nodes: Array<{ task: { name: string | null } | null }> } | null };

export type Operation39ef38dc2eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation39ef38dc2eQuery = { list: { items: Array<{ name: string | null }> | null } | null, appointments: { nodes: Array<{ task: { name: string | null } | null, priority: { name: string | null } | null }> } | null };

export type Operationafd647344bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationafd647344bQuery = { list: { items: Array<{ name: string | null }> | null } | null, appointment: { task: { name: string | null } | null } | null };

export type Operationc2f8f0e81dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc2f8f0e81dQuery = { list: { items: Array<{ name: string | null }> | null } | null, contact: { category: { name: string | null } | null } | null, viewer: { language: string | null } | null };

export type Operation32af64a086QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation32af64a086Query = { list: { items: Array<{ name: string | null }> | null } | null };

export type Operationed8fa438b5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationed8fa438b5Query = { viewer: { language: string | null } | null, list: { items: Array<{ name: string | null }> | null } | null };

export type Operation65ec8a80d8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation65ec8a80d8Query = { contact: { name: string, description: string | null } | null };

export type Operation8a78fbe45eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8a78fbe45eQuery = { contact: { name: string } | null };

export type Operationb2f50e1e9aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb2f50e1e9aQuery = { list: { items: Array<{ name: string | null, en: string | null, nb: string | null, de: string | null }> | null } | null };

export type Operation874df495dcQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation874df495dcQuery = { appointments: { nodes: Array<{ task: { name: string | null, sv: string | null } | null }> } | null };

export type Operation4d2be4addfQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4d2be4addfQuery = { list: { items: Array<{ name: string | null, translations: Array<{ code: string, text: string }> | null, children: Array<{ name: string | null }> | null }> | null } | null };

export type Operation93bc927128QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation93bc927128Query = { category: { items: Array<{ fr: string | null, pl: string | null, sv: string | null }> | null } | null, contact: { category: { name: string | null, fr: string | null, da: string | null } | null } | null };

export type Operationecc6670d4dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationecc6670d4dQuery = { list: { items: Array<{ listItemId: number, de: string | null }> | null } | null };

export type Operation8470aa2bf6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8470aa2bf6Query = { contact: { category: { name: string | null, other: string | null } | null } | null };

export type Operation0a4c9c8c9bQueryVariables = Exact<{
  id: number;
}>;


export type Operation0a4c9c8c9bQuery = { contact: { category: { name: string | null } | null } | null, list: { items: Array<{ name: string | null }> | null } | null };

export type Operationefe867a33fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationefe867a33fQuery = { list: { now: Array<{ name: string | null }> | null, all: Array<{ name: string | null }> | null } | null };

export type Operation2dd43576f9QueryVariables = Exact<{
  name: string;
}>;


export type Operation2dd43576f9Query = { list: { name: string } | null };

export type Operation6e72215602QueryVariables = Exact<{
  name: string;
}>;


export type Operation6e72215602Query = { list: { name: string } | null };

export type Operation34e5982eecQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation34e5982eecQuery = { lists: Array<{ name: string }> | null };

export type Operation553658d06aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation553658d06aQuery = { lists: Array<{ name: string, items: Array<{ listItemId: number }> | null }> | null };

export type Operation493b852cd5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation493b852cd5Query = { list: { items: Array<{ listItemId: number, translations: Array<{ code: string, language: string | null, text: string }> | null }> | null } | null };

export type Operation3c99b496f1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3c99b496f1Query = { node:
    | { name: string | null, translations: Array<{ code: string, language: string | null, text: string }> | null }
    | Record<PropertyKey, never>
   | null };

export type Operation82f876c7b7QueryVariables = Exact<{
  row: number;
  other: number;
}>;


export type Operation82f876c7b7Query = { gone: { category: { name: string | null, rank: number | null, deleted: boolean | null, tooltip: string | null, children: Array<{ name: string | null }> | null } | null } | null, here: { category: { name: string | null, rank: number | null, deleted: boolean | null, tooltip: string | null, children: Array<{ name: string | null }> | null } | null, country: { name: string | null, tooltip: string | null } | null } | null };

export type Operationda6b64b528QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationda6b64b528Query = { contact: { category: { name: string | null, rank: number | null, nb: string | null } | null } | null };

export type Operation108f426218QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation108f426218Query = { list: { items: Array<{ listItemId: number, deleted: boolean | null, german: string | null, translations: Array<{ code: string, text: string }> | null }> | null } | null };

export type Operationa7688c4c44QueryVariables = Exact<{
  heading: string;
  item: string;
}>;


export type Operationa7688c4c44Query = { heading:
    | { isHeading: boolean, name: string | null, german: string | null, children: Array<{ id: string, name: string | null }> | null, translations: Array<{ code: string }> | null }
    | Record<PropertyKey, never>
   | null, item:
    | { isHeading: boolean, name: string | null, german: string | null, children: Array<{ id: string }> | null, translations: Array<{ code: string }> | null }
    | Record<PropertyKey, never>
   | null };

export type Operation5868489901QueryVariables = Exact<{
  id: number;
}>;


export type Operation5868489901Query = { contact: { business: { id: string, isHeading: boolean, name: string | null, rank: number | null, danish: string | null } | null } | null };

export type Operationf046736e7bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf046736e7bQuery = { list: { items: Array<{ id: string, children: Array<{ id: string, name: string | null }> | null }> | null } | null };

export type Operation68cb3c4c31QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation68cb3c4c31Query = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null> };

export type Operation980ace2a57QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation980ace2a57Query = { list: { items: Array<{ listItemId: number }> | null } | null };

export type Operation7f636f991dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7f636f991dQuery = { contacts: { nodes: Array<{ name: string, category: { name: string | null, rank: number | null, deleted: boolean | null } | null, country: { name: string | null, rank: number | null } | null }> } | null };

export type Operationb917cd282fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb917cd282fQuery = { list: { items: Array<{ name: string | null, nb: string | null, sv: string | null }> | null } | null };

export type Operationbf1d71a222MutationVariables = Exact<{
  changes: AppointmentChanges;
  since?: string | null | undefined;
  expect?: AppointmentChanges | null | undefined;
}>;


export type Operationbf1d71a222Mutation = { updateAppointment: { appointment: { title: string | null, updatedAt: string | null } | null, errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string>, current:
          | { title: string | null, location: string | null, updatedAt: string | null, id: string, person: { personId: number } | null }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         | null }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operation92d947867fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation92d947867fQuery = { appointment: { title: string | null, location: string | null, updatedAt: string | null, createdAt: string | null } | null };

export type Operationa6bfe34542MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationa6bfe34542Mutation = { deleteAppointment: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError', current:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         | null }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operationc511d17c1aMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationc511d17c1aMutation = { deleteAppointment: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation361845758bMutationVariables = Exact<{
  since?: string | null | undefined;
}>;


export type Operation361845758bMutation = { company: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, person: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, less: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, fewer: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation3c11a3a4f5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3c11a3a4f5Query = { contact: { streetAddress: { line1: string | null, line2: string | null, line3: string | null, postalCode: string | null, city: string | null, state: string | null, county: string | null } | null } | null };

export type Operation71a82abb45MutationVariables = Exact<{
  seen: AddressInput;
}>;


export type Operation71a82abb45Mutation = { updateContact: { errors: Array<
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
    > } | null };

export type Operation6ac9ff2561MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation6ac9ff2561Mutation = { updateContact: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation5afb8db42fMutationVariables = Exact<{
  input: CreateContactInput;
}>;


export type Operation5afb8db42fMutation = { createContact: { contact: { id: string, contactId: number, fullName: string, createdBy: { associateId: number } | null } | null, errors: Array<
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
    > } | null };

export type Operation3cd9a633a8MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation3cd9a633a8Mutation = { createContact: { contact: { number: string | null, associate: { associateId: number } | null } | null } | null };

export type Operation5fad0b39e3MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation5fad0b39e3Mutation = { createContact: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string>, message: string }
      | { __typename: 'ForbiddenError', path: Array<string>, message: string }
      | { __typename: 'NotFoundError', path: Array<string>, message: string }
      | { __typename: 'ValidationError', path: Array<string>, message: string }
    > } | null };

export type Operation149d61140dMutationVariables = Exact<{
  input: CreatePersonInput;
}>;


export type Operation149d61140dMutation = { createPerson: { person: { personId: number, fullName: string, birthDate: string | null, contact: { contactId: number } | null } | null, errors: Array<
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
    > } | null };

export type Operation3d0f136b55MutationVariables = Exact<{
  input: CreateAppointmentInput;
}>;


export type Operation3d0f136b55Mutation = { createAppointment: { appointment: { appointmentId: number, startDate: string | null } | null, errors: Array<
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
      | { path: Array<string>, message: string }
    > } | null };

export type Operation7565b80807MutationVariables = Exact<{
  input: CreateAppointmentInput;
}>;


export type Operation7565b80807Mutation = { createAppointment: { errors: Array<
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
    > } | null };

export type Operation36d57e8bc0MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation36d57e8bc0Mutation = { company: { errors: Array<
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
    > } | null, person: { errors: Array<
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
    > } | null, item: { errors: Array<
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
      | { message: string, path: Array<string> }
    > } | null };

export type Operationfa960ad892MutationVariables = Exact<{
  changes: ContactChanges;
  expect?: ContactChanges | null | undefined;
}>;


export type Operationfa960ad892Mutation = { updateContact: { contact: { customFields: Array<{ key: string, value: unknown }> | null } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string> }
      | { __typename: 'ForbiddenError', path: Array<string> }
      | { __typename: 'NotFoundError', path: Array<string> }
      | { __typename: 'ValidationError', path: Array<string> }
    > } | null };

export type Operationdb22a5c20fMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationdb22a5c20fMutation = { person: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null, entry: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationab189b0debQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationab189b0debQuery = { __schema: { types: Array<{ name: string | null, inputFields: Array<{ name: string }> | null }> } };

export type Operation7d75105194MutationVariables = Exact<{
  list: string;
  id: number;
  input: ListItemInput;
}>;


export type Operation7d75105194Mutation = { updateListItem: { listItem: { id: string, list: string, listItemId: number, name: string | null, tooltip: string | null, rank: number | null, deleted: boolean | null, translations: Array<{ code: string, text: string }> | null } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string>, message: string }
      | { __typename: 'ForbiddenError', path: Array<string>, message: string }
      | { __typename: 'NotFoundError', path: Array<string>, message: string }
      | { __typename: 'ValidationError', path: Array<string>, message: string }
    > } | null };

export type Operation18d752e04bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation18d752e04bQuery = { list: { items: Array<{ listItemId: number, name: string | null }> | null } | null, appointment: { task: { name: string | null } | null } | null };

export type Operation2a1ccccf46MutationVariables = Exact<{
  list: string;
  input: CreateListItemInput;
}>;


export type Operation2a1ccccf46Mutation = { createListItem: { listItem: { listItemId: number, name: string | null, tooltip: string | null, rank: number | null, translations: Array<{ code: string, text: string }> | null } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string> }
      | { __typename: 'ForbiddenError', path: Array<string> }
      | { __typename: 'NotFoundError', path: Array<string> }
      | { __typename: 'ValidationError', path: Array<string> }
    > } | null };

export type Operation7673aa2368QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7673aa2368Query = { list: { items: Array<{ name: string | null }> | null } | null };

export type Operationca7a5f808dMutationVariables = Exact<{
  id: number;
}>;


export type Operationca7a5f808dMutation = { deleteListItem: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation0395a4c45dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0395a4c45dQuery = { list: { items: Array<{ listItemId: number }> | null } | null };

export type Operation75da3bf704QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation75da3bf704Query = { list: { items: Array<{ listItemId: number }> | null, all: Array<{ listItemId: number, deleted: boolean | null }> | null } | null };

export type Operatione891899ed7MutationVariables = Exact<{
  id: string;
  operations: Array<JsonPatchOperation> | JsonPatchOperation;
  since?: string | null | undefined;
}>;


export type Operatione891899ed7Mutation = { patchEntity: { node:
      | { title: string | null, id: string }
      | { id: string }
      | { name: string, id: string, phones: Array<{ value: string }> | null, interests: Array<{ listItemId: number }> | null }
      | { id: string }
      | { id: string }
      | { id: string }
      | { title: string | null, id: string }
     | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string>, message: string, current:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         | null }
      | { __typename: 'ForbiddenError', path: Array<string>, message: string }
      | { __typename: 'NotFoundError', path: Array<string>, message: string }
      | { __typename: 'ValidationError', path: Array<string>, message: string }
    > } | null };

export type Operation4bdf180406MutationVariables = Exact<{
  id: string;
  app: string;
  device: string;
  key: string;
  value?: string | null | undefined;
}>;


export type Operation4bdf180406Mutation = { setForeignKey: { node:
      | { contactId: number, foreignKeys: Array<{ app: string, device: string, key: string, value: string }> | null }
      | Record<PropertyKey, never>
     | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string> }
      | { __typename: 'ForbiddenError', path: Array<string> }
      | { __typename: 'NotFoundError', path: Array<string> }
      | { __typename: 'ValidationError', path: Array<string> }
    > } | null };

export type Operationeaea7713f9MutationVariables = Exact<{
  changes: ContactChanges;
}>;


export type Operationeaea7713f9Mutation = { updateContact: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string>, message: string }
      | { __typename: 'ForbiddenError', path: Array<string>, message: string }
      | { __typename: 'NotFoundError', path: Array<string>, message: string }
      | { __typename: 'ValidationError', path: Array<string>, message: string }
    > } | null };

export type Operationb4376ce0b6MutationVariables = Exact<{
  list: string;
}>;


export type Operationb4376ce0b6Mutation = { deleteListItem: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation0358ddb132MutationVariables = Exact<{
  at?: string | null | undefined;
}>;


export type Operation0358ddb132Mutation = { deleteContact: { deletedId: string | null } | null };

export type Operationc1e4fa5efcQueryVariables = Exact<{
  filter?: string | null | undefined;
}>;


export type Operationc1e4fa5efcQuery = { archive: { nodes: Array<unknown> } | null };

export type Operation6fe9f54801QueryVariables = Exact<{
  provider: string;
}>;


export type Operation6fe9f54801Query = { archive: { nodes: Array<unknown> } | null };

export type Operationbacef9bb4fMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationbacef9bb4fMutation = { create: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, delete: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation6186cb196eMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation6186cb196eMutation = { update: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string> }
      | { __typename: 'ForbiddenError', path: Array<string> }
      | { __typename: 'NotFoundError', path: Array<string> }
      | { __typename: 'ValidationError', path: Array<string> }
    > } | null, part: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, delete: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, zero: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, negative: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation1c4cfcd22fMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation1c4cfcd22fMutation = { createContact: { contact: { name: string } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationfd29a79ebfMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationfd29a79ebfMutation = { first: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, second: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError', path: Array<string> }
      | { __typename: 'ForbiddenError', path: Array<string> }
      | { __typename: 'NotFoundError', path: Array<string> }
      | { __typename: 'ValidationError', path: Array<string> }
    > } | null, third: { person: { title: string | null } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operationf8026472e7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf8026472e7Query = { contact: { name: string } | null, person: { title: string | null } | null };

export type Operationea3155ff66MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationea3155ff66Mutation = { first: { contact: { name: string } | null } | null, second: { person: { lastName: string | null } | null } | null, third: { person: { lastName: string | null } | null } | null };

export type Operation08907c646aMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation08907c646aMutation = { far: { errors: Array<
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
    > } | null, open: { errors: Array<
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
    > } | null, born: { errors: Array<
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
    > } | null };

export type Operationf4b4805b39MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationf4b4805b39Mutation = { updateContact: { contact: { contactId: number } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation0592913edcMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation0592913edcMutation = { deleteContact: { deletedId: string | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation6f71a5bf65MutationVariables = Exact<{
  input: CreateContactInput;
  key?: string | null | undefined;
}>;


export type Operation6f71a5bf65Mutation = { createContact: { contact: { contactId: number, name: string } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operationc9d42b857aMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationc9d42b857aMutation = { createPerson: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation56121492b4MutationVariables = Exact<{
  input: CreateAppointmentInput;
}>;


export type Operation56121492b4Mutation = { createAppointment: { appointment: { appointmentId: number, startDate: string | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation76a846ffa0MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation76a846ffa0Mutation = { createAppointment: { appointment: { appointmentId: number, description: string | null, contact: { contactId: number } | null, person: { personId: number } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation9a5e231634MutationVariables = Exact<{
  id: number;
}>;


export type Operation9a5e231634Mutation = { updateAppointment: { appointment: { person: { personId: number, fullName: string } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationa6e455ab57QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa6e455ab57Query = { list: { items: Array<{ listItemId: number, name: string | null }> | null } | null };

export type Operationd25b2ab897MutationVariables = Exact<{
  id: number;
  taskId: number;
}>;


export type Operationd25b2ab897Mutation = { updateAppointment: { appointment: { description: string | null, task: { name: string | null } | null, contact: { name: string } | null, person: { fullName: string } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationa615d1c28eMutationVariables = Exact<{
  changes: ContactChanges;
  expect?: ContactChanges | null | undefined;
}>;


export type Operationa615d1c28eMutation = { updateContact: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation10b19fc62eMutationVariables = Exact<{
  to?: AddressInput | null | undefined;
}>;


export type Operation10b19fc62eMutation = { updateContact: { errors: Array<
      | { __typename: 'ConflictError', path: Array<string> }
      | { __typename: 'ForbiddenError', path: Array<string> }
      | { __typename: 'NotFoundError', path: Array<string> }
      | { __typename: 'ValidationError', path: Array<string> }
    > } | null };

export type Operation79e706da08MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation79e706da08Mutation = { updateContact: { contact: { streetAddress: { city: string | null } | null, postalAddress: { city: string | null } | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationbc32f8c60aMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationbc32f8c60aMutation = { updatePerson: { errors: Array<
      | { __typename: 'ConflictError', path: Array<string>, message: string }
      | { __typename: 'ForbiddenError', path: Array<string>, message: string }
      | { __typename: 'NotFoundError', path: Array<string>, message: string }
      | { __typename: 'ValidationError', path: Array<string>, message: string }
    > } | null };

export type Operationa6c26cfd1bMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationa6c26cfd1bMutation = { updatePerson: { errors: Array<
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
      | { path: Array<string> }
    > } | null };

export type Operatione0c1ceef4dMutationVariables = Exact<{ [key: string]: never; }>;


export type Operatione0c1ceef4dMutation = { updateContact: { contact: { id: string, contactId: number, name: string, orgNr: string | null, category: { listItemId: number, name: string | null } | null, phones: Array<{ value: string }> | null, associate: { fullName: string } | null, createdBy: { name: string } | null, customFields: Array<{ key: string }> | null, persons: { nodes: Array<{ contact: { contactId: number } | null }> } | null } | null } | null };

export type Operationa358ecf5cfMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationa358ecf5cfMutation = { updatePerson: { person: { title: string | null, rank: number | null, contact: { name: string } | null } | null } | null };

export type Operation7636e36300MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation7636e36300Mutation = { updateContact: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation7276ec76c2MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation7276ec76c2Mutation = { updateContact: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation5fd987784cMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation5fd987784cMutation = { first: { contact: { name: string, phones: Array<{ value: string }> | null } | null } | null, second: { contact: { name: string, phones: Array<{ value: string }> | null } | null } | null, third: { person: { contact: { name: string } | null } | null } | null };

export type Operation158adaf651QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation158adaf651Query = { contact: { name: string, phones: Array<{ value: string }> | null } | null };

export type Operationc81c922079MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationc81c922079Mutation = { updateAppointment: { appointment: { startDate: string | null, endDate: string | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation184e95cbd7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation184e95cbd7Query = { contact: { description: string | null, streetAddress: { line1: string | null, city: string | null } | null, postalAddress: { line1: string | null, city: string | null } | null } | null };

export type Operation842548f40dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation842548f40dQuery = { contact: { both: { city: string | null, country: string | null } | null, alone: { country: string | null } | null } | null, address: { description: string | null } | null, contacts: { fields: Array<{ name: string, description: string | null }> | null } | null, persons: { fields: Array<{ name: string, description: string | null }> | null } | null };

export type Operation638e28ece5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation638e28ece5Query = { person: { ledger: Array<{ value: string }> | null, other: Array<{ value: string }> | null } | null, appointment: { foreignKeys: Array<{ value: string }> | null } | null };

export type Operation1945eb3215QueryVariables = Exact<{
  id: number;
}>;


export type Operation1945eb3215Query = { person: { mobilePhones: Array<{ value: string, description: string | null }> | null, officePhones: Array<{ value: string, description: string | null }> | null } | null };

export type Operationfedda9b8a3QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfedda9b8a3Query = { appointments: { nodes: Array<{ appointmentId: number }> } | null };

export type Operation01e46cfc5eQueryVariables = Exact<{
  id: string;
}>;


export type Operation01e46cfc5eQuery = { node:
    | { __typename: 'Appointment', appointmentId: number, id: string }
    | { __typename: 'Associate', associateId: number, id: string }
    | { __typename: 'Contact', contactId: number, id: string }
    | { __typename: 'Estate', id: string }
    | { __typename: 'ListItem', id: string }
    | { __typename: 'OnOfficeAddress', id: string }
    | { __typename: 'Person', personId: number, id: string }
   | null };

export type Operation3259b840d3QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation3259b840d3Query = { nodes: Array<
    | { __typename: 'Appointment', id: string }
    | { __typename: 'Associate', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Estate', id: string }
    | { __typename: 'ListItem', list: string, listItemId: number, isHeading: boolean, name: string | null, id: string, children: Array<{ name: string | null }> | null }
    | { __typename: 'OnOfficeAddress', id: string }
    | { __typename: 'Person', id: string }
   | null> };

export type Operatione6a3db0161QueryVariables = Exact<{
  ids: Array<string> | string;
  of: Array<unknown> | unknown;
}>;


export type Operatione6a3db0161Query = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { name: string | null, deleted: boolean | null, id: string }
    | { id: string }
    | { id: string }
   | null>, _entities: Array<
    | { name: string | null }
    | Record<PropertyKey, never>
   | null> };

export type Operationcd34f888b8QueryVariables = Exact<{
  id: string;
}>;


export type Operationcd34f888b8Query = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operationef7b72ba16QueryVariables = Exact<{
  id: string;
}>;


export type Operationef7b72ba16Query = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operation2e9b936fd1QueryVariables = Exact<{
  id: string;
}>;


export type Operation2e9b936fd1Query = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operationa2c5eb97caQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operationa2c5eb97caQuery = { nodes: Array<
    | { id: string }
    | { id: string }
    | { name: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { fullName: string, id: string }
   | null> };

export type Operation210bd9932eQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation210bd9932eQuery = { nodes: Array<
    | { contactId: number }
    | Record<PropertyKey, never>
   | null> };

export type Operation61a42cae22QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation61a42cae22Query = { nodes: Array<
    | { contactId: number, phones: Array<{ value: string }> | null }
    | Record<PropertyKey, never>
   | null> };

export type Operation1175db56c8QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation1175db56c8Query = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null> };

export type Operation92989235cfQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation92989235cfQuery = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null> };

export type Operation24df933e78QueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type Operation24df933e78Query = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string, name: string, category: { name: string | null } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { firstName: string | null, id: string, contact: { name: string, category: { name: string | null } | null } | null }
   | null> };

type Operation24df933e78Anything_Appointment_Fragment = { id: string };

type Operation24df933e78Anything_Associate_Fragment = { id: string };

type Operation24df933e78Anything_Contact_Fragment = { id: string, name: string, category: { name: string | null } | null };

type Operation24df933e78Anything_Estate_Fragment = { id: string };

type Operation24df933e78Anything_ListItem_Fragment = { id: string };

type Operation24df933e78Anything_OnOfficeAddress_Fragment = { id: string };

type Operation24df933e78Anything_Person_Fragment = { firstName: string | null, id: string, contact: { name: string, category: { name: string | null } | null } | null };

export type Operation24df933e78AnythingFragment =
  | Operation24df933e78Anything_Appointment_Fragment
  | Operation24df933e78Anything_Associate_Fragment
  | Operation24df933e78Anything_Contact_Fragment
  | Operation24df933e78Anything_Estate_Fragment
  | Operation24df933e78Anything_ListItem_Fragment
  | Operation24df933e78Anything_OnOfficeAddress_Fragment
  | Operation24df933e78Anything_Person_Fragment
;

export type Operation24df933e78FirmFragment = { name: string, category: { name: string | null } | null };

export type Operationa202a5d75cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa202a5d75cQuery = { contacts: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null, url: string | null, createdAt: string | null, updatedAt: string | null, category: { id: string, name: string | null } | null, business: { name: string | null } | null, country: { listItemId: number } | null, associate: { id: string, fullName: string, email: string | null } | null, supportPerson: { fullName: string } | null, createdBy: { fullName: string, deleted: boolean | null } | null }> } | null };

export type Operation1adaf3d735QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1adaf3d735Query = { persons: { nodes: Array<{ fullName: string, formalName: string | null, rank: number | null, email: string | null, mobilePhone: string | null, position: { id: string } | null, associate: { id: string, fullName: string } | null, contact: { name: string, country: { name: string | null } | null } | null, createdBy: { associateId: number } | null }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null };

export type Operation3e71ac7aa4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3e71ac7aa4Query = { appointments: { nodes: Array<{ appointmentId: number, title: string | null, isAllDay: boolean | null, private: AppointmentPrivacy | null, agenda: string | null, startDate: string | null, endDate: string | null, task: { id: string, name: string | null } | null, priority: { listItemId: number } | null, contact: { name: string, email: string | null } | null, person: { fullName: string, email: string | null } | null, associate: { id: string, email: string | null } | null, updatedBy: { fullName: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type Operation77ed956f4eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation77ed956f4eQuery = { contacts: { nodes: Array<{ name: string, persons: { nodes: Array<{ fullName: string, appointments: { nodes: Array<{ appointmentId: number, title: string | null }> } | null }> } | null }> } | null };

export type Operation0f9a6f72fcQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0f9a6f72fcQuery = { contact: { name: string, description: string | null, phones: Array<{ value: string }> | null, interests: Array<{ id: string, name: string | null }> | null, category: { id: string } | null, associate: { id: string } | null, supportPerson: { personId: number } | null } | null };

export type Operationec45222531QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationec45222531Query = { person: { salutation: string | null, fullName: string, birthDate: string | null, phones: Array<{ value: string }> | null, position: { id: string } | null, contact: { contactId: number, name: string } | null, address: { city: string | null } | null } | null };

export type Operation4eac69b66eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4eac69b66eQuery = { appointment: { title: string | null, startDate: string | null, endDate: string | null, participants: Array<{ email: string | null, person: { fullName: string } | null, associate: { fullName: string } | null, contact: { name: string } | null }> | null, priority: { id: string } | null } | null };

export type Operationa64c2074b7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa64c2074b7Query = { associates: Array<{ id: string, name: string, fullName: string, email: string | null, deleted: boolean | null, person: { personId: number } | null }> | null };

export type Operation89bf4655beQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation89bf4655beQuery = { list: { items: Array<{ id: string, name: string | null, children: Array<{ id: string, name: string | null }> | null }> | null } | null, viewer: { associate: { id: string, fullName: string } } | null };

export type Operation6ca06b26d2QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6ca06b26d2Query = { appointments: { nodes: Array<{ title: string | null, agenda: string | null, description: string | null, isAllDay: boolean | null }> } | null, contact: { code: string | null, phones: Array<{ value: string }> | null } | null };

export type Operation02ca336559QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation02ca336559Query = { appointments: { nodes: Array<{ appointmentId: number, title: string | null }> } | null };

export type Operation93a38ee741QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation93a38ee741Query = { contacts: { nodes: Array<{ name: string }>, pageInfo: { hasNextPage: boolean } } | null, contact: { name: string } | null };

export type Operation69de5dd004QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation69de5dd004Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationf34501923bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf34501923bQuery = { contacts: { nodes: Array<{ createdBy: { fullName: string } | null }> } | null };

export type Operation496f01884bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation496f01884bQuery = { contacts: { nodes: Array<{ customFields: Array<{ value: unknown }> | null }> } | null };

export type Operation6a98b3f765QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6a98b3f765Query = { associate: { deleted: boolean | null } | null, contacts: { nodes: Array<{ stop: boolean, description: string | null }> } | null, appointments: { nodes: Array<{ isFree: boolean | null, isAllDay: boolean | null }> } | null };

export type Operationecaaa08542QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationecaaa08542Query = { appointments: { nodes: Array<{ type: AppointmentType | null, completed: ActivityStatus, private: AppointmentPrivacy | null }> } | null, appointment: { type: AppointmentType | null, completed: ActivityStatus, private: AppointmentPrivacy | null, participants: Array<{ email: string | null }> | null } | null };

export type Operation682703113bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation682703113bQuery = { contacts: { nodes: Array<{ category: { listItemId: number, name: string | null } | null }> } | null, contact: { category: { listItemId: number, name: string | null } | null, phones: Array<{ value: string }> | null } | null, person: { country: { listItemId: number, name: string | null } | null, contact: { country: { listItemId: number, name: string | null } | null } | null, emails: Array<{ value: string }> | null } | null };

export type Operation41538bfd72QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation41538bfd72Query = { contacts: { nodes: Array<{ country: { name: string | null } | null, streetAddress: { country: string | null } | null, postalAddress: { country: string | null, city: string | null } | null }> } | null, person: { address: { country: string | null } | null, contact: { country: { name: string | null } | null, postalAddress: { country: string | null, city: string | null } | null } | null, emails: Array<{ value: string }> | null } | null };

export type Operation2b4502a51fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2b4502a51fQuery = { lists: Array<{ name: string, items: Array<{ id: string, list: string }> | null }> | null, list: { items: Array<{ id: string, list: string }> | null } | null };

export type Operation98153f1e7cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation98153f1e7cQuery = { appointment: { participants: Array<{ email: string | null, invitationStatus: string }> | null } | null };

export type Operation4f078265b8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4f078265b8Query = { contact: { phones: Array<{ value: string }> | null, streetAddress: { line1: string | null, line2: string | null, postalCode: string | null, city: string | null, formatted: string | null } | null, postalAddress: { line1: string | null, formatted: string | null } | null } | null };

export type Operation785c751b8fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation785c751b8fQuery = { one: { nodes: Array<{ title: string | null }> } | null, seven: { nodes: Array<{ title: string | null }> } | null };

export type Operationfc26613171MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationfc26613171Mutation = { updateContact: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation43d9934fbfMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation43d9934fbfMutation = { updateListItem: { listItem: { listItemId: number, rank: number | null, tooltip: string | null, name: string | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationf7d3a09df9QueryVariables = Exact<{
  cursor?: string | null | undefined;
}>;


export type Operationf7d3a09df9Query = { rows: { totalCount: number | null, nodes: Array<{ contactId: number }> } | null, number: { totalCount: number | null } | null, others: { nodes: Array<{ contactId: number }> } | null };

export type Operation44053a5e3cQueryVariables = Exact<{
  cursor?: string | null | undefined;
}>;


export type Operation44053a5e3cQuery = { contact: { name: string, persons: { totalCount: number | null, nodes: Array<{ personId: number }> } | null } | null };

export type Operation97d8daa5ebQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation97d8daa5ebQuery = { contacts: { nodes: Array<{ contactId: number, email: string | null, phone: string | null }> } | null };

export type Operation2365fa61beQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2365fa61beQuery = { appointments: { nodes: Array<{ appointmentId: number, startDate: string | null }> } | null };

export type Operation79e45e1687QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation79e45e1687Query = { contact: { persons: { nodes: Array<{ personId: number }>, pageInfo: { hasNextPage: boolean } } | null } | null, archive: { nodes: Array<unknown> } | null, estates: { nodes: Array<{ estateId: number }> } | null };

export type Operation6594b3362eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6594b3362eQuery = { appointments: { nodes: Array<{ appointmentId: number }> } | null };

export type Operationda61b48d35QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationda61b48d35Query = { __type: { enumValues: Array<{ name: string }> | null } | null };

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

export type Operation66a965e62cQueryVariables = Exact<{
  other: number;
  urls: number;
  salutation: number;
}>;


export type Operation66a965e62cQuery = { other: { otherPhones: Array<{ value: string, description: string | null }> | null, phones: Array<{ value: string }> | null } | null, urls: { urls: Array<{ value: string, description: string | null }> | null } | null, salutation: { salutation: string | null } | null };

export type Operationd19869c11dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd19869c11dQuery = { persons: { nodes: Array<{ personId: number, formalName: string | null }> } | null };

export type Operationc92ae44dbaQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc92ae44dbaQuery = { persons: { nodes: Array<{ salutation: string | null }> } | null };

export type Operationc8b07c8818QueryVariables = Exact<{
  known: number;
  yearless: number;
}>;


export type Operationc8b07c8818Query = { row: { birthDate: string | null } | null, entity: { birthDate: string | null, salutation: string | null } | null, yearless: { birthDate: string | null } | null, yearlessEntity: { birthDate: string | null, salutation: string | null } | null };

export type Operation7e588c25b0QueryVariables = Exact<{
  id: number;
}>;


export type Operation7e588c25b0Query = { row: { birthDate: string | null, fullName: string } | null, entity: { birthDate: string | null, salutation: string | null } | null };

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

export type Operation083b2b6d44QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation083b2b6d44Query = { contacts: { nodes: Array<{ n: string }>, edges: Array<{ a: { n: string | null }, b: { n: number } }>, e: Array<{ node: { n: string } }> } | null };

export type Operation2cc2161572QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2cc2161572Query = { contacts: { nodes: Array<{ a: { x: string | null } | null, s: { x: string | null } | null, p: Array<{ value: string }> | null }>, edges: Array<{ node: { a: { x: string } | null, s: { x: string | null } | null, p: Array<{ value: string }> | null } }> } | null };

export type Operation1ea29c330eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1ea29c330eQuery = { contacts: { nodes: Array<{ streetAddress: { line3: string | null } | null, postalAddress: { line3: string | null, country: string | null } | null }>, edges: Array<{ node: { streetAddress: { city: string | null } | null, postalAddress: { country: string | null } | null } }> } | null };

export type Operation30a4587014QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation30a4587014Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ n: string }>, edges: Array<{ node: { n: string | null } }> } | null }>, edges: Array<{ node: { persons: { nodes: Array<{ n: string }> } | null } }> } | null };

export type Operation23c31ce771QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation23c31ce771Query = { contacts: { nodes: Array<{ e: string | null, x: Array<{ key: string, value: unknown }> | null }>, edges: Array<{ node: { e: string | null, x: Array<{ key: string }> | null } }> } | null };

export type Operationa8eee103edQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa8eee103edQuery = { contacts: { nodes: Array<{ contactId: number, e: string | null }>, edges: Array<{ node: { e: string | null, updatedBy: { name: string } | null } }> } | null };

export type Operation9775420419QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9775420419Query = { estates: { nodes: Array<{ n: string | null, t: string | null, a: { x: string | null } | null, m: { amount: string } | null }>, edges: Array<{ node: { n: string | null, t: string | null, a: { x: string | null } | null, m: { amount: string } | null } }> } | null };

export type Operation9ec24db4e4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9ec24db4e4Query = { estates: { nodes: Array<{ title: string | null, externalNumber: string | null, german: string | null, english: string | null, address: { city: string | null, postalCode: string | null } | null, purchasePrice: { amount: string } | null, coldRent: { amount: string } | null }> } | null };

export type Operation04b71ca943QueryVariables = Exact<{
  id: number;
}>;


export type Operation04b71ca943Query = { contacts: { nodes: Array<{ createdBy: { fullName: string } | null, persons: { nodes: Array<{ contact: { createdBy: { fullName: string } | null } | null }> } | null }> } | null };

export type Operation8bedc970c5QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8bedc970c5Query = { contacts: { nodes: Array<{ contactId: number, createdBy: { fullName: string } | null, persons: { nodes: Array<{ personId: number, createdBy: { fullName: string } | null, updatedBy: { fullName: string } | null }> } | null }> } | null };

export type Operation4b6848ee1fQueryVariables = Exact<{
  id: number;
}>;


export type Operation4b6848ee1fQuery = { contacts: { nodes: Array<{ createdBy: { fullName: string } | null, persons: { nodes: Array<{ contact: { createdBy: { fullName: string, email: string | null } | null } | null }> } | null }> } | null };

export type Operatione8d603f841QueryVariables = Exact<{
  contact: number;
  person: number;
}>;


export type Operatione8d603f841Query = { contacts: { nodes: Array<{ createdBy: { fullName: string, person: { fullName: string } | null } | null }> } | null, persons: { nodes: Array<{ createdBy: { fullName: string, person: { fullName: string } | null } | null }> } | null };

export type Operationaa419b0e0aQueryVariables = Exact<{
  id: number;
}>;


export type Operationaa419b0e0aQuery = { contacts: { nodes: Array<{ createdBy: { email: string | null } | null, persons: { nodes: Array<{ contact: { createdBy: { email: string | null } | null } | null }> } | null }> } | null };

export type Operation05ead0f3dbQueryVariables = Exact<{
  person: number;
  appointment: number;
}>;


export type Operation05ead0f3dbQuery = { persons: { nodes: Array<{ contact: { supportPerson: { personId: number } | null, appointments: { nodes: Array<{ contact: { supportPerson: { personId: number } | null } | null }> } | null } | null }> } | null };

export type Operation7e8df2266bQueryVariables = Exact<{
  id: number;
}>;


export type Operation7e8df2266bQuery = { appointments: { nodes: Array<{ title: string | null, contact: { appointments: { nodes: Array<{ title: string | null }> } | null } | null }> } | null };

export type Operationb0afc3b957QueryVariables = Exact<{
  id: number;
}>;


export type Operationb0afc3b957Query = { contact: { supportPerson: { email: string | null, mobilePhone: string | null, contact: { contactId: number, name: string } | null } | null } | null };

export type Operation2210c3be0eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2210c3be0eQuery = { contact: { phones: Array<{ value: string }> | null, createdBy: { fullName: string } | null, associate: { name: string, fullName: string, deleted: boolean | null } | null } | null };

export type Operation3b5ff0f03aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3b5ff0f03aQuery = { contact: { phones: Array<{ value: string }> | null, createdBy: { fullName: string, email: string | null } | null } | null };

export type Operation2cb43a8369QueryVariables = Exact<{
  ids?: Array<number> | number | null | undefined;
}>;


export type Operation2cb43a8369Query = { appointments: { nodes: Array<{ contact: { phones: Array<{ value: string }> | null, supportPerson: { fullName: string, emails: Array<{ value: string }> | null } | null } | null }> } | null };

export type Operation884fcc7774QueryVariables = Exact<{
  ids?: Array<number> | number | null | undefined;
}>;


export type Operation884fcc7774Query = { contacts: { nodes: Array<{ createdBy: { person: { salutation: string | null, contact: { code: string | null, persons: { nodes: Array<{ personId: number }> } | null } | null } | null } | null }> } | null };

export type Operationb70699cee6QueryVariables = Exact<{
  id: number;
}>;


export type Operationb70699cee6Query = { appointment: { participants: Array<{ email: string | null }> | null, contact: { name: string, category: { listItemId: number, name: string | null } | null, country: { listItemId: number } | null } | null } | null };

export type Operation7ad40164e1QueryVariables = Exact<{
  id: number;
}>;


export type Operation7ad40164e1Query = { appointment: { participants: Array<{ email: string | null }> | null, contact: { category: { name: string | null } | null } | null } | null };

export type Operation2f32de1049QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2f32de1049Query = { contacts: { nodes: Array<{ associate: { fullName: string, person: { title: string | null, emails: Array<{ value: string }> | null } | null } | null }> } | null };

export type Operation77be5bd77bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation77be5bd77bQuery = { persons: { nodes: Array<{ personId: number, contact: { persons: { nodes: Array<{ personId: number, fullName: string }> } | null } | null }> } | null };

export type Operation4857db3aa9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4857db3aa9Query = { appointments: { nodes: Array<{ location: string | null }>, edges: Array<{ cursor: string, node: { contact: { name: string } | null } }>, more: Array<{ node: { person: { fullName: string } | null } }>, pageInfo: { endCursor: string | null } } | null };

export type Operation097a2136d6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation097a2136d6Query = { contact: { name: string, orgNr: string | null, associate: { name: string, fullName: string } | null } | null };

export type Operationfd3fd0d7aeQueryVariables = Exact<{
  id: number;
}>;


export type Operationfd3fd0d7aeQuery = { person: { contact: { name: string, deleted: boolean, url: string | null } | null } | null };

export type Operatione685d9d0a0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione685d9d0a0Query = { contact: { name: string, category: { listItemId: number, name: string | null } | null } | null };

export type Operationb0edb7de30QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb0edb7de30Query = { contact: { name: string, associate: { associateId: number, name: string } | null } | null };

export type Operation56f473afc6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation56f473afc6Query = { appointments: { nodes: Array<{ startDate: string | null, task: { name: string | null } | null, contact: { name: string, country: { name: string | null } | null } | null, person: { fullName: string, email: string | null } | null, associate: { fullName: string } | null }> } | null };

export type Operation13a3562101QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation13a3562101Query = { appointments: { nodes: Array<{ startDate: string | null, title: string | null, isAllDay: boolean | null, private: AppointmentPrivacy | null, contact: { name: string } | null }> } | null };

export type Operation1d77283157QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1d77283157Query = { contact: { name: string, orgNr: string | null, phone: string | null, email: string | null, url: string | null, category: { name: string | null } | null, postalAddress: { city: string | null } | null, associate: { name: string, fullName: string, email: string | null } | null, supportPerson: { fullName: string, position: { name: string | null } | null } | null, createdBy: { name: string } | null } | null };

export type Operation2c5db881e4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2c5db881e4Query = { contact: { name: string, phones: Array<{ value: string }> | null, category: { name: string | null } | null } | null };

export type Operation4d378454bcQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4d378454bcQuery = { person: { rank: number | null, salutation: string | null, fullName: string } | null };

export type Operationb7e94e36e4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb7e94e36e4Query = { contacts: { nodes: Array<{ name: string, department: string | null, category: { name: string | null } | null }> } | null };

export type Operationf17624b61eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf17624b61eQuery = { contacts: { nodes: Array<{ name: string, department: string | null, category: { listItemId: number, name: string | null } | null }> } | null };

export type Operation4012f9b497QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4012f9b497Query = { contacts: { nodes: Array<{ associate: { name: string, fullName: string } | null }> } | null };

export type Operation19ea5568a7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation19ea5568a7Query = { contacts: { nodes: Array<{ associate: { id: string, fullName: string } | null }> } | null };

export type Operationea92100d32QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationea92100d32Query = { contacts: { nodes: Array<{ category: { list: string, isHeading: boolean, name: string | null } | null }> } | null };

export type Operation0583ecda42QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation0583ecda42Query = { appointments: { nodes: Array<{ id: string, contact: { id: string } | null, person: { id: string } | null }> } | null };

export type Operationbf64faf0c7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbf64faf0c7Query = { contacts: { nodes: Array<{ name: string, createdBy: { fullName: string } | null }> } | null };

export type Operation499346ad61QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation499346ad61Query = { persons: { nodes: Array<{ createdBy: { fullName: string, email: string | null } | null, updatedBy: { fullName: string, deleted: boolean | null } | null }> } | null };

export type Operatione72946f1a8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione72946f1a8Query = { appointments: { nodes: Array<{ createdBy: { fullName: string } | null, updatedBy: { person: { personId: number } | null } | null }> } | null };

export type Operationa10697ee7fQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa10697ee7fQuery = { contacts: { nodes: Array<{ name: string, phones: Array<{ value: string }> | null, category: { name: string | null } | null }> } | null };

export type Operation5b016e4ae1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5b016e4ae1Query = { contacts: { nodes: Array<{ phones: Array<{ value: string }> | null }> } | null };

export type Operation075fca2c61QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation075fca2c61Query = { appointments: { nodes: Array<{ title: string | null, participants: Array<{ person: { fullName: string } | null }> | null, createdBy: { fullName: string } | null }> } | null, list: { items: Array<{ name: string | null }> | null } | null };

export type Operation20c00c32e8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation20c00c32e8Query = { contacts: { nodes: Array<{ name: string }> } | null, persons: { nodes: Array<{ fullName: string }> } | null, associates: Array<{ name: string }> | null };

export type Operationa77c3c10f6QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa77c3c10f6Query = { appointments: { nodes: Array<{ id: string }> } | null, associate: { name: string } | null };

export type Operationcef53235cfQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcef53235cfQuery = { contacts: { nodes: Array<{ contactId: number, name: string }> } | null };

export type Operation83d4a7d117QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation83d4a7d117Query = { contacts: { nodes: Array<{ contactId: number, name: string, department: string | null, stop: boolean, category: { name: string | null } | null }> } | null };

export type Operationb42a68fa3dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb42a68fa3dQuery = { contacts: { nodes: Array<{ contactId: number, category: { listItemId: number } | null, associate: { associateId: number } | null, updatedBy: { associateId: number } | null, supportPerson: { personId: number } | null }> } | null };

export type Operationcf2b6d8256QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcf2b6d8256Query = { contacts: { nodes: Array<{ number: string | null, category: { id: string, listItemId: number, name: string | null } | null, country: { listItemId: number, name: string | null } | null, associate: { associateId: number, name: string } | null, streetAddress: { country: string | null, city: string | null } | null }> } | null };

export type Operation8eb9ac0f52QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8eb9ac0f52Query = { appointments: { nodes: Array<{ appointmentId: number, task: { id: string, name: string | null } | null, priority: { listItemId: number } | null }> } | null };

export type Operationf22ee16e31QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf22ee16e31Query = { contacts: { nodes: Array<{ name: string, again: string, owner: { fullName: string } | null, ownerId: { associateId: number } | null, short: { name: string | null } | null, long: { listItemId: number } | null }> } | null };

export type Operation294f87244aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation294f87244aQuery = { one: { name: string } | null, two: { orgNr: string | null } | null, three: { code: string | null } | null };

export type Operationf103841f3cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf103841f3cQuery = { contact: { id: string, name: string, category: { listItemId: number, name: string | null } | null, associate: { fullName: string, name: string } | null } | null };

export type Operationf103841f3cHeadFragment = { name: string, category: { name: string | null } | null, associate: { fullName: string, name: string } | null };

export type Operationf103841f3cWhoFragment = { fullName: string, name: string };

export type Operation08c6505f39QueryVariables = Exact<{
  other: boolean;
}>;


export type Operation08c6505f39Query = { contact: { name?: string, orgNr?: string | null } & { phones?: Array<{ value: string }> | null } | null };

export type Operationb422f944f2QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb422f944f2Query = { here: { __typename: 'Contact' } | null, gone: { __typename: 'Contact' } | null };

export type Operationed93f4ff35QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationed93f4ff35Query = { persons: { nodes: Array<{ personId: number, email: string | null, position: { name: string | null } | null }>, pageInfo: { hasNextPage: boolean } } | null };

export type Operation301de159faQueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type Operation301de159faQuery = { contacts: { nodes: Array<{ name: string, email: string | null, createdBy: { associateId: number } | null, persons: { nodes: Array<{ personId: number }> } | null }>, pageInfo: { endCursor: string | null } } | null };

export type Operation3583d1e051QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3583d1e051Query = { contacts: { nodes: Array<{ contactId: number, email: string | null, persons: { nodes: Array<{ personId: number, email: string | null }> } | null }> } | null };

export type Operation94a52e2608QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation94a52e2608Query = { persons: { nodes: Array<{ fullName: string, mobilePhone: string | null }> } | null };

export type Operation3e613a1fbaQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3e613a1fbaQuery = { persons: { nodes: Array<{ email: string | null }> } | null };

export type Operationbbfbf4ccaeQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbbfbf4ccaeQuery = { contacts: { nodes: Array<{ email: string | null, phone: string | null }> } | null };

export type Operationd4fd51e60eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd4fd51e60eQuery = { archive: { nodes: Array<unknown> } | null };

export type Operation1f1ae30368QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1f1ae30368Query = { persons: { nodes: Array<{ personId: number, email: string | null }> } | null };

export type Operation1070347f0bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1070347f0bQuery = { persons: { nodes: Array<{ email: string | null }> } | null };

export type Operationba0444a076QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationba0444a076Query = { contact: { name: string, persons: { nodes: Array<{ email: string | null }> } | null } | null };

export type Operation7fe2f51857QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7fe2f51857Query = { appointments: { nodes: Array<{ appointmentId: number }> } | null, before: { nodes: Array<{ appointmentId: number }> } | null };

export type Operationcaecdaedf2QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcaecdaedf2Query = { appointment: { startDate: string | null } | null };

export type Operationa661c5a90cQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa661c5a90cQuery = { appointments: { nodes: Array<{ startDate: string | null }> } | null };

export type Operation7f16db4ad8QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7f16db4ad8Query = { appointment: { appointmentId: number, participants: Array<{ email: string | null }> | null } | null, estates: { totalCount: number | null } | null };

export type Operationa382eeeb70QueryVariables = Exact<{
  id: number;
}>;


export type Operationa382eeeb70Query = { row: { updatedAt: string | null, updatedBy: { name: string } | null } | null, entity: { updatedAt: string | null, updatedBy: { name: string } | null, phones: Array<{ value: string }> | null } | null };

export type Operationb68834d75eQueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
}>;


export type Operationb68834d75eQuery = { contacts: { totalCount: number | null, nodes: Array<{ contactId: number }> } | null };

export type Operatione0e328ca6dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione0e328ca6dQuery = { contacts: { totalCount: number | null, nodes: Array<{ name: string }> } | null, persons: { totalCount: number | null, nodes: Array<{ fullName: string }> } | null, appointments: { totalCount: number | null, nodes: Array<{ location: string | null }> } | null };

export type Operationa8513b0401QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa8513b0401Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationd93909684fQueryVariables = Exact<{
  no: boolean;
}>;


export type Operationd93909684fQuery = { contacts: { totalCount?: number | null, nodes: Array<{ name: string }> } | null };

export type Operationd2006dc070QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd2006dc070Query = { contacts: { __typename: 'ContactConnection', total: number | null } | null };

export type Operation17db2ff696QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation17db2ff696Query = { contacts: { totalCount: number | null, nodes: Array<{ name: string }> } | null };

export type Operation17db2ff696CountedFragment = { totalCount: number | null };

export type Operationf7c1af428aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf7c1af428aQuery = { contacts: { totalCount: number | null, nodes: Array<{ name: string }> } | null };

export type Operation183517ffacQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation183517ffacQuery = { appointments: { totalCount: number | null } | null };

export type Operation51d54c64b7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation51d54c64b7Query = { contacts: { nodes: Array<{ persons: { totalCount: number | null, nodes: Array<{ personId: number }> } | null }> } | null };

export type Operationfda282bf4bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfda282bf4bQuery = { contacts: { nodes: Array<{ persons: { totalCount: number | null } | null }> } | null };

export type Operationc57621cce2QueryVariables = Exact<{
  contactId: number;
}>;


export type Operationc57621cce2Query = { contact: { persons: { totalCount: number | null, nodes: Array<{ personId: number }> } | null, appointments: { totalCount: number | null } | null } | null };

export type Operationfc7dc662f1QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfc7dc662f1Query = { contact: { name: string, persons: { totalCount: number | null, nodes: Array<{ fullName: string }> } | null } | null };

export type Operation63b8944432QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation63b8944432Query = { a: { totalCount: number | null, nodes: Array<{ name: string }> } | null, b: { totalCount: number | null } | null };

export type Operation300c3c508bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation300c3c508bQuery = { contacts: { totalCount: number | null } | null };

export type Operationf4012f7b19QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf4012f7b19Query = { viewer: { tenant: string, language: string | null, timeZone: string, functionRights: Array<string>, associate: { id: string, associateId: number, name: string, fullName: string, deleted: boolean | null, person: { personId: number } | null } } | null };

export type Operatione01c537d44QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione01c537d44Query = { viewer: { functionRights: Array<string> } | null };

export type Operation2bdc9b334dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation2bdc9b334dQuery = { viewer: { person: { fullName: string, contact: { name: string } | null } | null, associate: { email: string | null, person: { title: string | null } | null } } | null };

export type Operation3952a97f26QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3952a97f26Query = { viewer: { language: string | null, timeZone: string, functionRights: Array<string>, associate: { fullName: string } } | null };

export type Operation3b89c95012QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3b89c95012Query = { viewer: { language: string | null } | null };

export type Operationfbbd68125dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationfbbd68125dQuery = { viewer: { tenant: string, associate: { associateId: number, fullName: string }, person: { fullName: string } | null } | null };

export type Operation347e4da4c9SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation347e4da4c9Subscription = { contactChanged: { contactId: number } };

export type Operation5e0f765a1aSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation5e0f765a1aSubscription = { contactChanged: { contactId: number } };

export type Operationf96e8e2675SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationf96e8e2675Subscription = { contactChanged: { eventId: string, kind: ChangeKind, changedFields: Array<string>, contactId: number } };

export type Operationfb46ce5906SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationfb46ce5906Subscription = { appointmentChanged: { appointmentId: number } };

export type Operationadb22f1133SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationadb22f1133Subscription = { contactChanged: { kind: ChangeKind, contactId: number, contact: { name: string } | null } };

export type Operation76facddc79SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation76facddc79Subscription = { contactChanged: { kind: ChangeKind, contactId: number } };

export type Operationba9c58f582SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationba9c58f582Subscription = { contactChanged: { kind: ChangeKind, contactId: number } };

export type Operation165562101eSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation165562101eSubscription = { personChanged: { personId: number } };

export type Operation8cbc42d087SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation8cbc42d087Subscription = { contactChanged: { kind: ChangeKind, eventId: string } };

export type Operatione5d364b069SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operatione5d364b069Subscription = { contactChanged: { kind: ChangeKind, contactId: number } };

export type Operationa0a58711b5MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationa0a58711b5Mutation = { createContact: { contact: { name: string } | null } | null };

export type Operation67d5e624ccMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation67d5e624ccMutation = { createContact: { contact: { name: string } | null } | null };

export type Operationa90616753dSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationa90616753dSubscription = { appointmentChanged: { kind: ChangeKind } };

export type Operatione73d65912dSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type Operatione73d65912dSubscription = { contactChanged: { eventId: string, contactId: number } };

export type Operationa6f0ece66cSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationa6f0ece66cSubscription = { contactChanged: { contact: { department: string | null } | null } };

export type Operation6170fa0953SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation6170fa0953Subscription = { contactChanged: { contactId: number } };

export type Operationf414361936SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationf414361936Subscription = { appointmentChanged: { kind: ChangeKind } };

export type Operationbb5c7045c9SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationbb5c7045c9Subscription = { contactChanged: { eventId: string, kind: ChangeKind, changedFields: Array<string>, at: string, contactId: number, contact: { name: string } | null } };

export type Operationccfd55ad36MutationVariables = Exact<{
  id: number;
  changes: ContactChanges;
}>;


export type Operationccfd55ad36Mutation = { updateContact: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation14863d3ed1SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation14863d3ed1Subscription = { contactChanged: { kind: ChangeKind, contactId: number } };

export type Operatione5b710b260SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operatione5b710b260Subscription = { contactChanged: { kind: ChangeKind, contactId: number } };

export type Operation317e85523aSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation317e85523aSubscription = { contactChanged: { at: string, contact: { category: { name: string | null } | null } | null } };

export type Operation3ded1f34f6SubscriptionVariables = Exact<{
  id?: number | null | undefined;
}>;


export type Operation3ded1f34f6Subscription = { personChanged: { kind: ChangeKind, personId: number, changedFields: Array<string>, person: { title: string | null } | null } };

export type Operation331037621fMutationVariables = Exact<{
  id: number;
}>;


export type Operation331037621fMutation = { updatePerson: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null, createAppointment: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    >, appointment: { appointmentId: number } | null } | null };

export type Operation9fe055d31fSubscriptionVariables = Exact<{
  of?: number | null | undefined;
}>;


export type Operation9fe055d31fSubscription = { appointmentChanged: { kind: ChangeKind, appointment: { description: string | null } | null } };

export type Operationf628778eccSubscriptionVariables = Exact<{
  id?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Operationf628778eccSubscription = { personChanged: { eventId: string, kind: ChangeKind, changedFields: Array<string>, at: string, personId: number } };

export type Operation518d09d733SubscriptionVariables = Exact<{
  id?: number | null | undefined;
  of?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type Operation518d09d733Subscription = { appointmentChanged: { eventId: string, kind: ChangeKind, changedFields: Array<string>, at: string, appointmentId: number } };

export type Operation5238ee8e6dMutationVariables = Exact<{
  title?: string | null | undefined;
  location?: string | null | undefined;
}>;


export type Operation5238ee8e6dMutation = { updatePerson: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null, updateAppointment: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationb091339900QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb091339900Query = { contact: { contactId: number } | null };

export type Operationf7cc50d31fSubscriptionVariables = Exact<{
  id?: number | null | undefined;
}>;


export type Operationf7cc50d31fSubscription = { contactChanged: { kind: ChangeKind, contactId: number, contact: { name: string } | null } };

export type Operation8fbfbb2e88MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation8fbfbb2e88Mutation = { deleteContact: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation9c89c2ef63SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation9c89c2ef63Subscription = { personChanged: { kind: ChangeKind, personId: number } };

export type Operation1ff060be11SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation1ff060be11Subscription = { contactChanged: { kind: ChangeKind, contact: { contactId: number, name: string } | null } };

export type Operation414cef2cceSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation414cef2cceSubscription = { contactChanged: { contact: { name: string, persons: { nodes: Array<{ personId: number }> } | null } | null } };

export type Operation45064645f0SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation45064645f0Subscription = { contactChanged: { kind: ChangeKind, contact: { name: string } | null } };

export type Operation9b6902f1e4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9b6902f1e4Query = { contact: { contactId: number } | null };

export type Operation7f56e67dd2QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7f56e67dd2Query = { __typename: 'Query' };

export type Operation4bdbcabb98QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation4bdbcabb98Query = { contacts: { totalCount: number | null } | null, contact: { contactId: number } | null };

export type Operation27e0772c8aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation27e0772c8aQuery = { viewer: { timeZone: string } | null };

export type Operation05f5de3e43QueryVariables = Exact<{
  of: Array<unknown> | unknown;
}>;


export type Operation05f5de3e43Query = { _entities: Array<
    | { contactId: number, name: string }
    | Record<PropertyKey, never>
   | null> };

export type Operation8b73b4f595QueryVariables = Exact<{
  of: Array<unknown> | unknown;
}>;


export type Operation8b73b4f595Query = { _entities: Array<
    | { __typename: 'Appointment', id: string, appointmentId: number }
    | { __typename: 'Associate', id: string, associateId: number }
    | { __typename: 'Contact', id: string, contactId: number }
    | { __typename: 'Estate', id: string, estateId: number }
    | { __typename: 'ListItem', id: string, list: string, listItemId: number, isHeading: boolean }
    | { __typename: 'OnOfficeAddress', id: string, addressId: number }
    | { __typename: 'Person', id: string, personId: number }
   | null> };

export type Operation8319533626QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation8319533626Query = { estates: { nodes: Array<{ estateId: number, owners: Array<{ addressId: number }> | null }> } | null };

export type Operation0dbf21df80QueryVariables = Exact<{
  of: Array<unknown> | unknown;
}>;


export type Operation0dbf21df80Query = { _entities: Array<
    | { name: string, phones: Array<{ value: string }> | null }
    | Record<PropertyKey, never>
   | null> };

export type Operation401c57b7bcQueryVariables = Exact<{
  of: Array<unknown> | unknown;
}>;


export type Operation401c57b7bcQuery = { _entities: Array<
    | { name: string, country: { name: string | null } | null, associate: { fullName: string } | null }
    | Record<PropertyKey, never>
   | null> };

export type Operation308f35bd39QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation308f35bd39Query = { __typename: 'Query', _service: { sdl: string } };

export type Operationa903a64a9bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa903a64a9bQuery = { _service: { sdl: string } };

export type Operation77066940f9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation77066940f9Query = { contact: { name: string } | null };

export type Operationa311f9bd84QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa311f9bd84Query = { contact: { name: string, country: { name: string | null } | null } | null, estate: { estateId: number, externalNumber: string | null } | null };

export type Operation494f886af0MutationVariables = Exact<{
  contactId: number;
  changes: ContactChanges;
}>;


export type Operation494f886af0Mutation = { updateContact: { contact: { department: string | null, emails: Array<{ value: string }> | null } | null, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation719c10ab8eMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation719c10ab8eMutation = { createContact: { contact: { contactId: number } | null } | null };

export type Operation49a67c384bMutationVariables = Exact<{
  changes: ContactChanges;
}>;


export type Operation49a67c384bMutation = { updateContact: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operation5cfbeea58aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation5cfbeea58aQuery = { contacts: { nodes: Array<{ contactId: number, name: string, phones: Array<{ value: string }> | null }> } | null };

export type Operation14fc06eb1eMutationVariables = Exact<{
  key?: string | null | undefined;
}>;


export type Operation14fc06eb1eMutation = { createContact: { contact: { name: string } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operationaf98be0ff9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationaf98be0ff9Query = { contact: { contactId: number } | null };

export type Operationdd60b0ad51QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationdd60b0ad51Query = { contact: { name: string } | null };

export type Operationfff609bd7aMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationfff609bd7aMutation = { createContact: { contact: { contactId: number } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operationc46c8dee44QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc46c8dee44Query = { list: { items: Array<{ listItemId: number, name: string | null }> | null } | null };

export type Operationbb9b3ecd08MutationVariables = Exact<{
  name: string;
  key?: string | null | undefined;
}>;


export type Operationbb9b3ecd08Mutation = { createContact: { contact: { contactId: number } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation0870841175SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation0870841175Subscription = { contactChanged: { contactId: number, kind: ChangeKind } };

export type Operation5c57559d90SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation5c57559d90Subscription = { contactChanged: { contactId: number, kind: ChangeKind } };

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
    | { id: string }
    | { id: string }
    | { fullName: string, id: string }
   | null };

export type Operation889202c193CFragment = { n: string };

export type Operation19d9fc87c5QueryVariables = Exact<{
  filter?: PersonFilter | null | undefined;
  nothing?: number | null | undefined;
}>;


export type Operation19d9fc87c5Query = { persons: { nodes: Array<{ personId: number }> } | null };

export type Operation77ff30a63dQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation77ff30a63dQuery = { appointment: { completed: ActivityStatus } | null };

export type Operationaa151886daQueryVariables = Exact<{
  f?: ContactFilter | null | undefined;
  n?: number | null | undefined;
}>;


export type Operationaa151886daQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation3158fa8cd4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation3158fa8cd4Query = { __schema: { queryType: { name: string | null } } };

export type Operationea0b7b6bcfQueryVariables = Exact<{
  by?: Array<ContactOrder> | ContactOrder | null | undefined;
}>;


export type Operationea0b7b6bcfQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationf110e3de12QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationf110e3de12Query = { viewer: { tenant: string, associate: { fullName: string } } | null };

export type Operation490cf90718QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation490cf90718Query = { viewer: { associate: { fullName: string } } | null };

export type Operation21ffc7dab0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation21ffc7dab0Query = { appointments: { nodes: Array<{ startDate: string | null }> } | null };

export type Operation1c151e5e4aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation1c151e5e4aQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationaf2bbab892QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationaf2bbab892Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operationed97d210a0MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationed97d210a0Mutation = { createContact: { contact: { name: string } | null } | null };

export type Operationb9e5f4f676SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationb9e5f4f676Subscription = { contactChanged: { eventId: string } };

export type Operation7fe1e5dc97QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation7fe1e5dc97Query = { contacts: { nodes: Array<{ name: string }> } | null, persons: { nodes: Array<{ firstName: string | null }> } | null };

export type Operationefe8c94e6aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationefe8c94e6aQuery = { contact: { name: string } | null };

export type Operation12a44b7b82QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation12a44b7b82Query = { contacts: { nodes: Array<{ name: string, fullName: string, department: string | null }> } | null };

export type Operationdb3ffb61a7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationdb3ffb61a7Query = { __typename: 'Query', list: { name: string } | null };

export type Operation946f0f72cdMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation946f0f72cdMutation = { createContact: { contact: { contactId: number } | null } | null };

export type Operation914092fec7QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation914092fec7Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ contact: { name: string } | null }> } | null }> } | null };

export type Operationca22e1e325QueryVariables = Exact<{
  n: number;
}>;


export type Operationca22e1e325Query = { contacts: { nodes: Array<{ persons: { nodes: Array<{ fullName: string }> } | null }> } | null };

export type Operation325446bf62QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation325446bf62Query = { contact: { contactId: number } | null };

export type Operationaecc75fdffQueryVariables = Exact<{
  n: string;
}>;


export type Operationaecc75fdffQuery = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operatione40ba62b13MutationVariables = Exact<{
  n: string;
}>;


export type Operatione40ba62b13Mutation = { createContact: { contact: { name: string } | null } | null };

export type Operation17321db16eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation17321db16eQuery = { estates: { nodes: Array<{ id: string }> } | null };

export type Operationcb992b4af4QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationcb992b4af4Query = { contacts: { nodes: Array<{ name: string }> } | null, estates: { nodes: Array<{ id: string }> } | null };

export type Operationcbd2a3eb8fMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationcbd2a3eb8fMutation = { first: { errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null, second: { contact: { department: string | null } | null } | null };

export type Operation365eea6b3eMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation365eea6b3eMutation = { updateContact: { contact: { name: string } | null } | null };

export type Operationbeb6e571acQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationbeb6e571acQuery = { contacts: { nodes: Array<{ name: string }> } | null, persons: { nodes: Array<{ fullName: string }> } | null };

export type Operationefa1b260cdMutationVariables = Exact<{ [key: string]: never; }>;


export type Operationefa1b260cdMutation = { first: { contact: { name: string } | null } | null, second: { contact: { name: string } | null } | null };

export type Operation590a25e806SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operation590a25e806Subscription = { contactChanged: { contact: { name: string, description: string | null } | null } };

export type Operatione89be89249QueryVariables = Exact<{ [key: string]: never; }>;


export type Operatione89be89249Query = { appointments: { nodes: Array<{ startDate: string | null, task: { name: string | null } | null, contact: { name: string } | null, associate: { fullName: string } | null }> } | null };

export type Operationb6fba5cf08QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb6fba5cf08Query = { list: { items: Array<{ name: string | null }> | null } | null, viewer: { tenant: string } | null };

export type Operationacf34b7740QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationacf34b7740Query = { contacts: { nodes: Array<{ phones: Array<{ value: string }> | null }> } | null };

export type Operation6a767ee3a0QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation6a767ee3a0Query = { __typename: 'Query' };

export type Operationf72745878fSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationf72745878fSubscription = { contactChanged: { kind: ChangeKind } };

export type Operationbcd8136824SubscriptionVariables = Exact<{ [key: string]: never; }>;


export type Operationbcd8136824Subscription = { contactChanged: { kind: ChangeKind } };

export type Operationef7803289aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationef7803289aQuery = { contact: { name: string, department: string | null, category: { name: string | null } | null } | null };

export type Operationc249febc9aQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type Operationc249febc9aQuery = { contacts: { nodes: Array<{ contactId: number, name: string, updatedAt: string | null, category: { name: string | null } | null, associate: { fullName: string } | null }>, pageInfo: { endCursor: string | null } } | null };

export type Operationc75f372e7eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationc75f372e7eQuery = { estates: { nodes: Array<{ estateId: number, title: string | null, purchasePrice: { amount: string } | null, pictures: Array<{ url: string }> | null }> } | null };

export type Operation723db5cc6eQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation723db5cc6eQuery = { list: { items: Array<{ name: string | null }> | null } | null };

export type Operatione33150f946MutationVariables = Exact<{ [key: string]: never; }>;


export type Operatione33150f946Mutation = { updateContact: { contact: { department: string | null } | null, errors: Array<
      | { __typename: 'ConflictError' }
      | { __typename: 'ForbiddenError' }
      | { __typename: 'NotFoundError' }
      | { __typename: 'ValidationError' }
    > } | null };

export type Operation1be26a847cMutationVariables = Exact<{ [key: string]: never; }>;


export type Operation1be26a847cMutation = { updateContact: { contact: { department: string | null } | null, errors: Array<
      | { __typename: 'ConflictError', message: string, path: Array<string> }
      | { __typename: 'ForbiddenError', message: string, path: Array<string> }
      | { __typename: 'NotFoundError', message: string, path: Array<string> }
      | { __typename: 'ValidationError', message: string, path: Array<string> }
    > } | null };

export type Operation472a88311bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operation472a88311bQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operationa3f5393b1aQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationa3f5393b1aQuery = { contact: { name: string } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operationd554ac1ee9QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd554ac1ee9Query = { archive: { nodes: Array<unknown> } | null };

export type Operation9aef51a125QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation9aef51a125Query = { contact: { name: string } | null, person: { fullName: string } | null };

export type Operation7eb6c6d51aQueryVariables = Exact<{
  all?: boolean | null | undefined;
}>;


export type Operation7eb6c6d51aQuery = { contact: { name?: string, department: string | null } | null };

export type Operationd3eb67cc5bQueryVariables = Exact<{ [key: string]: never; }>;


export type Operationd3eb67cc5bQuery = { contact: { once: string } | null };

export type Operationb9b65b61b3QueryVariables = Exact<{
  text: string;
}>;


export type Operationb9b65b61b3Query = { contacts: { nodes: Array<{ name: string }> } | null };

export type Operation44de4244b3MutationVariables = Exact<{
  name?: string | null | undefined;
}>;


export type Operation44de4244b3Mutation = { updateContact: { contact: { department: string | null } | null } | null };

export type Operation6f46c1420dQueryVariables = Exact<{
  first: number;
}>;


export type Operation6f46c1420dQuery = { contacts: { nodes: Array<{ contactId: number }> } | null };

export type Operation74e31575d3QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation74e31575d3Query = { viewer: { tenant: string } | null, contacts: { nodes: Array<{ name: string }> } | null, estates: { nodes: Array<{ id: string }> } | null };

export type Operation25265c2180MutationVariables = Exact<{ [key: string]: never; }>;


export type Operation25265c2180Mutation = { createContact: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationb1fb68d1c2QueryVariables = Exact<{ [key: string]: never; }>;


export type Operationb1fb68d1c2Query = { estates: { nodes: Array<{ id: string }> } | null };

export type Operationa8e2af47b0MutationVariables = Exact<{ [key: string]: never; }>;


export type Operationa8e2af47b0Mutation = { updateEstate: { errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
      | { message: string }
    > } | null };

export type Operationf4761959c1QueryVariables = Exact<{
  name: string;
}>;


export type Operationf4761959c1Query = { contacts: { nodes: Array<{ name: string }> } | null };

/** Every operation of the tests by its text: what it answers, and what it takes. */
export interface Operations {
  "{ contacts(first: 3, filter: { contactId: { in: [17, 34, 35] } }) { nodes { contactId name orgNr category { name } } } }": { data: Operation6e2d4578f6Query; variables: Operation6e2d4578f6QueryVariables };
  "{ contact(contactId: 35) { name orgNr phones { value } category { name sv: name(language: \"nb\") } } }": { data: Operation4fc2c2f199Query; variables: Operation4fc2c2f199QueryVariables };
  "{ contact(contactId: 35) { name orgNr phones { value } updatedAt } }": { data: Operation3809f8739dQuery; variables: Operation3809f8739dQueryVariables };
  "{ contact(contactId: 34) { name phones { value } } viewer { tenant language associate { fullName } } }": { data: Operation6184283434Query; variables: Operation6184283434QueryVariables };
  "{ list(name: \"task\") { items { name } } contact(contactId: 35) { customFields(keys: [\"SuperOffice:1\", \"SuperOffice:5\"]) { label text } } }": { data: Operationcf4b92a890Query; variables: Operationcf4b92a890QueryVariables };
  "{ list(name: \"associate\") { items { children { name } } } node(id: \"Q29udGFjdDozNQ==\") { ... on Contact { name } } }": { data: Operationb739a780d8Query; variables: Operationb739a780d8QueryVariables };
  "{ contact(contactId: 35) { fieldAccess(fields: [\"orgNr\"]) { canRead canEdit } persons(first: 2) { nodes { lastName contact { name } } } } }": { data: Operationf30d462617Query; variables: Operationf30d462617QueryVariables };
  "query Own($id: Int!) { contact(contactId: $id) { name orgNr phones { value } updatedAt } }": { data: Operationcc80ea0d29Query; variables: Operationcc80ea0d29QueryVariables };
  "{ contact(contactId: 21) { phones { value } } }": { data: Operation335e80f3f7Query; variables: Operation335e80f3f7QueryVariables };
  "query Nested($id: Int!) { person(personId: $id) { salutation contact { name } position { name } } }": { data: Operation10951b95b1Query; variables: Operation10951b95b1QueryVariables };
  "query Rights($id: Int!) { contact(contactId: $id) { fieldAccess(fields: [\"orgNr\"]) { canRead canEdit } } }": { data: Operation9ff2f45addQuery; variables: Operation9ff2f45addQueryVariables };
  "query Chosen($id: Int!) { contact(contactId: $id) { phones { value } interests { listItemId } customFields { key value } } }": { data: Operation306b36c5a9Query; variables: Operation306b36c5a9QueryVariables };
  "query Who($id: Int!) { appointment(appointmentId: $id) { title participants { person { personId } } } }": { data: Operation8b23ea4c9bQuery; variables: Operation8b23ea4c9bQueryVariables };
  "query Row($id: Int!) { contact(contactId: $id) { name category { name } } }": { data: Operation1ae8d97014Query; variables: Operation1ae8d97014QueryVariables };
  "{ list(name: \"task\") { items { name } } }": { data: Operationb73491aeedQuery; variables: Operationb73491aeedQueryVariables };
  "{ list(name: \"priority\") { items { name } } }": { data: Operationceee718e33Query; variables: Operationceee718e33QueryVariables };
  "{ list(name: \"associate\") { items { children { name } } } }": { data: Operation87c661cac0Query; variables: Operation87c661cac0QueryVariables };
  "query WithDeleted($list: String!) { list(name: $list) { items(includeDeleted: true) { name } } }": { data: Operation909afde2b6Query; variables: Operation909afde2b6QueryVariables };
  "{ list(name: \"task\") { items { name } } lists { name }\n    contact(contactId: 21) { name phones { value } customFields(keys: [\"SuperOffice:1\"]) { label } category { name sv: name(language: \"sv\") } } }": { data: Operation38f995066aQuery; variables: Operation38f995066aQueryVariables };
  "{ contact(contactId: 21) { name } }": { data: Operation1c4f98a549Query; variables: Operation1c4f98a549QueryVariables };
  "{ viewer { tenant } }": { data: Operatione2f520bfedQuery; variables: Operatione2f520bfedQueryVariables };
  "{ estates(first: 2) { nodes { title } } }": { data: Operation4d11ab4a15Query; variables: Operation4d11ab4a15QueryVariables };
  "mutation { archiveEstate(estateId: 2471) { errors { message } } }": { data: Operationfcf7e3cfddMutation; variables: Operationfcf7e3cfddMutationVariables };
  "mutation { archiveEstate(estateId: 2471) { estate { status { key } } } }": { data: Operation2ddedcf6e7Mutation; variables: Operation2ddedcf6e7MutationVariables };
  "{ contact(contactId: 3) { contactId estates { totalCount } } estate(estateId: 2471) { title } estates { totalCount } }": { data: Operationa07a6828bfQuery; variables: Operationa07a6828bfQueryVariables };
  "{ estate(estateId: 2471) { externalNumber owners { addressId contact { name } } } contact(contactId: 3) { name } }": { data: Operation83cdbf582dQuery; variables: Operation83cdbf582dQueryVariables };
  "{ estates(first: 2) { nodes { category { label } title pictures { url } owners { lastName } } } }": { data: Operationd832f0882dQuery; variables: Operationd832f0882dQueryVariables };
  "{ estate(estateId: 2471) { category { label } } }": { data: Operationfe35e82371Query; variables: Operationfe35e82371QueryVariables };
  "{ estate(estateId: 2475) { mainLanguage } }": { data: Operation69564d8b8eQuery; variables: Operation69564d8b8eQueryVariables };
  "query Both($id: Int!) { estate(estateId: $id) { title externalNumber pictures { url } category { label } } }": { data: Operatione0166f02e9Query; variables: Operatione0166f02e9QueryVariables };
  "{ viewer { associate { name } } }": { data: Operation8545def359Query; variables: Operation8545def359QueryVariables };
  "{ appointments(first: 40) { nodes { contact { name supportPerson { fullName } } person { contact { name } } } } }": { data: Operationacedff6bc0Query; variables: Operationacedff6bc0QueryVariables };
  "query Nested($id: Int!) { appointment(appointmentId: $id) {\n        participants { invitationStatus } associate { associateId name fullName deleted }\n        contact { contactId name fullName orgNr country { listItemId name } } person { personId fullName title rank } } }": { data: Operation48a1b8a5feQuery; variables: Operation48a1b8a5feQueryVariables };
  "query Absent($free: Int!, $hidden: Int!) {\n        free: appointment(appointmentId: $free) { contact { name } person { fullName } }\n        hidden: appointment(appointmentId: $hidden) { description contact { name } person { fullName } } }": { data: Operation37093b3103Query; variables: Operation37093b3103QueryVariables };
  "query Keys($id: Int!) { appointment(appointmentId: $id) { contact { contactId } person { personId id } } }": { data: Operationb7e5f56d80Query; variables: Operationb7e5f56d80QueryVariables };
  "query Participants($id: Int!) { appointment(appointmentId: $id) { participants {\n        invitationStatus email associate { associateId fullName } person { personId fullName } contact { contactId name } } } }": { data: Operation89f9c848f1Query; variables: Operation89f9c848f1QueryVariables };
  "{ appointments(first: 6) { nodes { participants { invitationStatus } } } }": { data: Operation34f642c989Query; variables: Operation34f642c989QueryVariables };
  "query TextKeys { appointments(first: 3) { nodes { appointmentId title } } }": { data: Operatione2910b8b93Query; variables: Operatione2910b8b93QueryVariables };
  "{ appointments(first: 500) { nodes { completed type private } } }": { data: Operation01f7926ab2Query; variables: Operation01f7926ab2QueryVariables };
  "{ appointments(first: 10) { nodes { type } } }": { data: Operation591899ac73Query; variables: Operation591899ac73QueryVariables };
  "{ appointments(first: 10) { nodes { type title } } }": { data: Operationcec9051eefQuery; variables: Operationcec9051eefQueryVariables };
  "{ appointments(first: 10) { nodes { type participants { email } } } }": { data: Operationd977c07a83Query; variables: Operationd977c07a83QueryVariables };
  "{ appointment(appointmentId: 109) { type participants { email } } }": { data: Operation3d2eb26b40Query; variables: Operation3d2eb26b40QueryVariables };
  "query Ends($none: Int!, $open: Int!) {\n          none: appointment(appointmentId: $none) { endDate } open: appointment(appointmentId: $open) { endDate }\n          noneEntity: appointment(appointmentId: $none) { endDate participants { email } }\n          openEntity: appointment(appointmentId: $open) { endDate participants { email } } }": { data: Operationec5567e5c5Query; variables: Operationec5567e5c5QueryVariables };
  "{ row: appointment(appointmentId: 99999) { location } entity: appointment(appointmentId: 99999) { participants { email } } }": { data: Operation9ac9f1de6aQuery; variables: Operation9ac9f1de6aQueryVariables };
  "{ appointment(appointmentId: 102) { participants { email } } }": { data: Operationbf256a1a72Query; variables: Operationbf256a1a72QueryVariables };
  "{ appointments(first: 30) { nodes { createdBy { fullName } updatedBy { associateId fullName } } } }": { data: Operation4a626d307bQuery; variables: Operation4a626d307bQueryVariables };
  "{ archive(provider: \"Person\", columns: [\"fullName\"]) { nodes } contact(contactId: 2) { name } }": { data: Operation6399ff6fc7Query; variables: Operation6399ff6fc7QueryVariables };
  "{ archive(provider: \"SimpleContact\", columns: [\"name\"], first: 50) { nodes } }": { data: Operation4329e0fba6Query; variables: Operation4329e0fba6QueryVariables };
  "{ archive(provider: \"SimpleContact\", columns: [\"name\"], first: 50) { edges { node } } }": { data: Operationbc314714f3Query; variables: Operationbc314714f3QueryVariables };
  "{ a: archive(provider: \"Person\", columns: [\"title\"], first: 500) { edges { node } } b: archive(provider: \"Person\", columns: [\"title\"], first: 500) { edges { node } } c: archive(provider: \"Person\", columns: [\"title\"], first: 500) { edges { node } } d: archive(provider: \"Person\", columns: [\"title\"], first: 500) { edges { node } } e: archive(provider: \"Person\", columns: [\"title\"], first: 500) { edges { node } } }": { data: Operationfa3c7bb6f6Query; variables: Operationfa3c7bb6f6QueryVariables };
  "{ associates(includeDeleted: true) { associateId deleted } }": { data: Operation1425879425Query; variables: Operation1425879425QueryVariables };
  "{ associates { associateId person { fullName title contact { contactId } associate { associateId } } } }": { data: Operation0d958c4a55Query; variables: Operation0d958c4a55QueryVariables };
  "{ associate(associateId: 7) {\n        byRow: person { fullName }\n        byEntity: person { fullName retired salutation }\n        byList: person { formalName }\n        byAll: person { rank formalName salutation phones { value } } } }": { data: Operationf0022d144bQuery; variables: Operationf0022d144bQueryVariables };
  "{ associate(associateId: 7) { person { rank fullName salutation } } }": { data: Operation3c865070ddQuery; variables: Operation3c865070ddQueryVariables };
  "query Unlisted { contact(contactId: 5) { createdBy { name fullName } alone: createdBy { fullName }\n        more: createdBy { associateId fullName email deleted person { personId } } email: createdBy { email } } }": { data: Operation94ba518beaQuery; variables: Operation94ba518beaQueryVariables };
  "query Owner($personId: Int!) { person(personId: $personId) { salutation contact { associate { fullName } } } }": { data: Operationbfaabd0d91Query; variables: Operationbfaabd0d91QueryVariables };
  "{ associate(associateId: 4711) { name } }": { data: Operation9bea263948Query; variables: Operation9bea263948QueryVariables };
  "{ contacts(first: 10) { nodes { contactId createdBy { name fullName deleted } } } }": { data: Operation99d6e11428Query; variables: Operation99d6e11428QueryVariables };
  "query NoList { contacts(first: 2) { nodes { contactId createdBy { fullName } } } }": { data: Operation8dd04064a1Query; variables: Operation8dd04064a1QueryVariables };
  "query ManyUsers { contacts(first: 150) { nodes { contactId createdBy { associateId name deleted } } } }": { data: Operation44af5e306fQuery; variables: Operation44af5e306fQueryVariables };
  "{ associates { name } contact(contactId: 3) { contactId } }": { data: Operationb1122a658cQuery; variables: Operationb1122a658cQueryVariables };
  "{ associate(associateId: 7) { fullName } }": { data: Operation83e3fe1269Query; variables: Operation83e3fe1269QueryVariables };
  "{ contact(contactId: 5) { associate { associateId name } } associate(associateId: 7) { associateId name fullName } }": { data: Operation94c3f71338Query; variables: Operation94c3f71338QueryVariables };
  "{ contacts(first: 10) { nodes { persons(first: 5) { nodes { personId appointments(first: 3) { nodes { appointmentId } } } } } } }": { data: Operationaf0cdc77bbQuery; variables: Operationaf0cdc77bbQueryVariables };
  "{ contacts(first: 30, filter: { contactId: { gte: 3 } }) { nodes { persons(first: 40, filter: { personId: { gte: 10000000 } }) {\n         nodes { personId appointments(first: 1) { nodes { appointmentId } pageInfo { hasNextPage } } } } } } }": { data: Operation987e586440Query; variables: Operation987e586440QueryVariables };
  "query Own($first: Int!) { contacts(first: $first) { nodes { customFields { key } } } }": { data: Operation4bf58d0a9fQuery; variables: Operation4bf58d0a9fQueryVariables };
  "query OwnTwice($first: Int!) {\n      contacts(first: $first) { nodes { customFields { key } supportPerson { contact { customFields(keys: [\"x_sla_hours\"]) { key } } } } } }": { data: Operation10b3e26101Query; variables: Operation10b3e26101QueryVariables };
  "query Keyed($first: Int!) {\n      persons(first: $first) { nodes { salutation foreignKeys { key } contact { foreignKeys { key } } } } }": { data: Operation2d352f57c1Query; variables: Operation2d352f57c1QueryVariables };
  "{ contacts(first: 20) { nodes { phones { value } } } persons(first: 9) { nodes { salutation } } }": { data: Operation18d7cdc8e1Query; variables: Operation18d7cdc8e1QueryVariables };
  "{ contacts(first: 19) { nodes { phones { value } } } persons(first: 9) { nodes { salutation } } }": { data: Operation0c7e344a98Query; variables: Operation0c7e344a98QueryVariables };
  "query Nested($first: Int!) { contacts(first: $first) { nodes { persons(first: 6) { nodes { emails { value } } } } } }": { data: Operation54185df385Query; variables: Operation54185df385QueryVariables };
  "{ contact(contactId: 5) { persons(first: 60) { nodes { emails { value } } } } }": { data: Operationb1d811ef9aQuery; variables: Operationb1d811ef9aQueryVariables };
  "{ contacts(first: 3) { nodes { persons(first: 60) { nodes { emails { value } } } } } }": { data: Operation1dcd09f075Query; variables: Operation1dcd09f075QueryVariables };
  "{ person(personId: 31) { contact { persons(first: 60) { nodes { emails { value } } } } } }": { data: Operation4effa42b1fQuery; variables: Operation4effa42b1fQueryVariables };
  "query Ids($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { phones { value } } } }": { data: Operation701836c741Query; variables: Operation701836c741QueryVariables };
  "query Left($deep: Boolean!) { contacts(first: 40) { nodes { name phones @include(if: $deep) { value } } } }": { data: Operation235749f5eeQuery; variables: Operation235749f5eeQueryVariables };
  "{ lists { name items { name } } }": { data: Operation73f38e7e13Query; variables: Operation73f38e7e13QueryVariables };
  "{ contact(contactId: 3) { name } }": { data: Operation1cc09acb74Query; variables: Operation1cc09acb74QueryVariables };
  "{ contact(contactId: 3) { associate { name } supportPerson { fullName } } }": { data: Operationd3be5d2bbeQuery; variables: Operationd3be5d2bbeQueryVariables };
  "{ contact(contactId: 3) { category { name } business { name } } }": { data: Operation1efae70c48Query; variables: Operation1efae70c48QueryVariables };
  "{ contacts(first: 10) { nodes { name } } }": { data: Operation2f5651716fQuery; variables: Operation2f5651716fQueryVariables };
  "{ contacts { nodes { name } } }": { data: Operation666c5455cbQuery; variables: Operation666c5455cbQueryVariables };
  "{ contacts(last: 7) { nodes { name } } }": { data: Operationf57dff8701Query; variables: Operationf57dff8701QueryVariables };
  "{ contacts(first: 10) { edges { cursor node { name } } } }": { data: Operation062cabc09cQuery; variables: Operation062cabc09cQueryVariables };
  "{ contacts(first: 10) { pageInfo { hasNextPage } } }": { data: Operationd73dc7da18Query; variables: Operationd73dc7da18QueryVariables };
  "{ contacts(first: 10) { nodes { persons(first: 4) { nodes { fullName } } } } }": { data: Operationb4b53e9f06Query; variables: Operationb4b53e9f06QueryVariables };
  "{ associates { name } }": { data: Operation9105483868Query; variables: Operation9105483868QueryVariables };
  "{ contact(contactId: 3) { phones { value } } }": { data: Operationca2902bdd9Query; variables: Operationca2902bdd9QueryVariables };
  "{ a: contact(contactId: 3) { name } b: contact(contactId: 4) { name } }": { data: Operationf2eb508539Query; variables: Operationf2eb508539QueryVariables };
  "{ list(name: \"task\") { items { name children { name } } } }": { data: Operationbf226e0006Query; variables: Operationbf226e0006QueryVariables };
  "{ __schema { types { name } } __typename }": { data: Operation4bb68e9184Query; variables: Operation4bb68e9184QueryVariables };
  "{ contact(contactId: 3) { ...F } } fragment F on Contact { associate { name } }": { data: Operation50476fe691Query; variables: Operation50476fe691QueryVariables };
  "query Priced($first: Int, $ids: [ID!]!) { contacts(first: $first) { nodes { name } } nodes(ids: $ids) { id } }": { data: Operationa47bdb4a7fQuery; variables: Operationa47bdb4a7fQueryVariables };
  "query Interface($id: ID!) { node(id: $id) { ... on Contact { associate { name } supportPerson { contact { name } } }\n      ... on Person { contact { name } } } }": { data: Operation8eb2358cfbQuery; variables: Operation8eb2358cfbQueryVariables };
  "{ contacts(first: 500) { nodes { persons(first: 10) { nodes { fullName } } } } }": { data: Operation075d467f76Query; variables: Operation075d467f76QueryVariables };
  "{ contact(contactId: 99999) { name } }": { data: Operation4deecf71f5Query; variables: Operation4deecf71f5QueryVariables };
  "{ contact(contactId: 99999) { name phones { value } } }": { data: Operationc1eeaa62ffQuery; variables: Operationc1eeaa62ffQueryVariables };
  "query Odd($id: Int!) { contact(contactId: $id) { name } }": { data: Operation229ff306f8Query; variables: Operation229ff306f8QueryVariables };
  "{ contact(contactId: 17) { name phones { value } } }": { data: Operationf32bc1062dQuery; variables: Operationf32bc1062dQueryVariables };
  "{ contact(contactId: 17) { name } }": { data: Operationb6c29ae4f9Query; variables: Operationb6c29ae4f9QueryVariables };
  "query Deleted($id: Int!) { contact(contactId: $id) { name deleted description } }": { data: Operation92cb58cc63Query; variables: Operation92cb58cc63QueryVariables };
  "{ contacts(first: 20) { nodes { name description } } }": { data: Operationfbf50f6637Query; variables: Operationfbf50f6637QueryVariables };
  "{ contacts(first: 3) { nodes { description phones { value } } } }": { data: Operation55021a3e98Query; variables: Operation55021a3e98QueryVariables };
  "{ contacts(first: 3) { nodes { phones { value } description } } }": { data: Operation17a30a19cdQuery; variables: Operation17a30a19cdQueryVariables };
  "query Raw($id: Int!) { contact(contactId: $id) { business { name } } }": { data: Operation5c25cf9866Query; variables: Operation5c25cf9866QueryVariables };
  "query Stamps($id: Int!) { contact(contactId: $id) { createdAt updatedAt } }": { data: Operationc29fa33260Query; variables: Operationc29fa33260QueryVariables };
  "query Interests($id: Int!) { contact(contactId: $id) { interests { id list listItemId name } } }": { data: Operationd5163536ddQuery; variables: Operationd5163536ddQueryVariables };
  "query Grouped { contact(contactId: 5) { interests { listItemId name } } }": { data: Operation0bd650c978Query; variables: Operation0bd650c978QueryVariables };
  "mutation Choose { updateContact(contactId: 5, changes: { interestIds: [1, 3] }) { errors { __typename } } }": { data: Operationab172801f9Mutation; variables: Operationab172801f9MutationVariables };
  "{ contacts(first: 100) { nodes {\n        associate { id associateId name fullName email person { personId } }\n        supportPerson { id personId firstName lastName fullName title position { name } description } } } }": { data: Operation7021342d40Query; variables: Operation7021342d40QueryVariables };
  "{ contacts(first: 50) { nodes { createdBy { name } updatedBy { name } } } }": { data: Operation627bd27838Query; variables: Operation627bd27838QueryVariables };
  "{ contacts(first: 50) { nodes { createdBy { associateId name fullName deleted } updatedBy { name fullName } } } }": { data: Operationf0e588725bQuery; variables: Operationf0e588725bQueryVariables };
  "query Dates($keys: [String!]) {\n  row: person(personId: 21) { birthDate createdAt updatedAt customFields(keys: $keys) { value } }\n  entity: person(personId: 21) { birthDate createdAt updatedAt salutation customFields(keys: $keys) { value } }\n  page: persons(first: 1, filter: { personId: { eq: 21 } }) { nodes { birthDate createdAt updatedAt customFields(keys: $keys) { value } } }\n  meeting: appointment(appointmentId: 101) { startDate endDate createdAt updatedAt customFields(keys: $keys) { value } }\n  meetingEntity: appointment(appointmentId: 101) { startDate endDate createdAt updatedAt participants { email } customFields(keys: $keys) { value } }\n}": { data: Operation43e672d045Query; variables: Operation43e672d045QueryVariables };
  "{ row: person(personId: 21) { birthDate } entity: person(personId: 21) { birthDate salutation } }": { data: Operation3efd611b81Query; variables: Operation3efd611b81QueryVariables };
  "{ contact(contactId: 21) { customFields(keys: [\"SuperOffice:1\"]) { key } } }": { data: Operation70b9813be5Query; variables: Operation70b9813be5QueryVariables };
  "query Odd($keys: [String!]) { contact(contactId: 21) { name customFields(keys: $keys) { key } } }": { data: Operationa6f5ed6f42Query; variables: Operationa6f5ed6f42QueryVariables };
  "{ contact(contactId: 21) { contactId customFields(keys: []) { key } } }": { data: Operation1becc0e6feQuery; variables: Operation1becc0e6feQueryVariables };
  "{ contact(contactId: 22) {\n        one: customFields(keys: [\"x_region\", \"SuperOffice:2\", \"x_region\"]) { key }\n        other: customFields(keys: [\"SuperOffice:5\"]) { key } } }": { data: Operationc9c4438553Query; variables: Operationc9c4438553QueryVariables };
  "query Many($keys: [String!]) { contacts(first: 200) { nodes { contactId customFields(keys: $keys) { key value text } } } }": { data: Operation5dac7851ecQuery; variables: Operation5dac7851ecQueryVariables };
  "{ contacts(first: 5) { nodes { customFields { key } } } }": { data: Operation5325862537Query; variables: Operation5325862537QueryVariables };
  "{ appointments(first: 40) { nodes { contact { contactId name customFields(keys: [\"SuperOffice:2\", \"x_region\"]) { key value } } } } }": { data: Operationda7c827a9fQuery; variables: Operationda7c827a9fQueryVariables };
  "{ person(personId: 21) { customFields(keys: [\"SuperOffice:6\"]) { key } } }": { data: Operation8abd244f5aQuery; variables: Operation8abd244f5aQueryVariables };
  "{ contact(contactId: 21) { name persons(first: 10) { nodes { personId customFields(keys: [\"SuperOffice:6\"]) { value } } } } }": { data: Operation66dab59258Query; variables: Operation66dab59258QueryVariables };
  "{ contacts(first: 3) { nodes { contactId customFields(keys: [\"SuperOffice:1\"]) { value } } } }": { data: Operationf92892429fQuery; variables: Operationf92892429fQueryVariables };
  "{ contact(contactId: 21) { customFields(keys: [\"x_region\"]) { key value } all: customFields { key } } }": { data: Operation383764fdd1Query; variables: Operation383764fdd1QueryVariables };
  "{ contacts(first: 3) { nodes { contactId customFields(keys: [\"SuperOffice:2\", \"SuperOffice:6\"]) { key } } } }": { data: Operation9e0c7a150bQuery; variables: Operation9e0c7a150bQueryVariables };
  "{ row: person(personId: 99999) { customFields(keys: [\"SuperOffice:1\"]) { key } } all: person(personId: 99999) { customFields { key } } }": { data: Operation51c6c7423dQuery; variables: Operation51c6c7423dQueryVariables };
  "query Hidden($id: Int!) { contact(contactId: $id) { customFields(keys: [\"SuperOffice:2\"]) { value } } }": { data: Operationfb0e07a197Query; variables: Operationfb0e07a197QueryVariables };
  "query Reached($id: ID!) {\n      node(id: $id) { ... on Person { customFields(keys: [\"SuperOffice:2\"]) { value } } }\n      viewer { person { customFields(keys: [\"SuperOffice:6\"]) { value } } }\n      persons(first: 1, filter: { personId: { eq: 21 } }) {\n        nodes { customFields(keys: [\"SuperOffice:2\"]) { value } }\n        edges { node { other: customFields(keys: [\"x_margin\"]) { value } } } } }": { data: Operation77c8d03942Query; variables: Operation77c8d03942QueryVariables };
  "query UserBehind { viewer { associate { person { personId customFields(keys: [\"SuperOffice:2\"]) { value } } } } }": { data: Operation899cd90908Query; variables: Operation899cd90908QueryVariables };
  "mutation Moved($id: Int!) { updateAppointment(appointmentId: $id, changes: { location: \"Room 7\" }) { appointment {\n      person { personId customFields(keys: [\"SuperOffice:2\"]) { value } } } errors { message } } }": { data: Operationd75839653bMutation; variables: Operationd75839653bMutationVariables };
  "query WrongKey($key: String = \"SuperOffice:1\") { contact(contactId: 7) { contactId department customFields(keys: [$key]) { key } } }": { data: Operationb078376952Query; variables: Operationb078376952QueryVariables };
  "query All($id: Int!) { contact(contactId: $id) { name customFields { key value } } }": { data: Operation0678e2e671Query; variables: Operation0678e2e671QueryVariables };
  "query Null($id: Int!) { contact(contactId: $id) { name customFields(keys: null) { key value } } }": { data: Operation6a075a8d78Query; variables: Operation6a075a8d78QueryVariables };
  "query Some($id: Int!, $keys: [String!]) { contact(contactId: $id) { name customFields(keys: $keys) { key value } } }": { data: Operationcc27934f50Query; variables: Operationcc27934f50QueryVariables };
  "mutation { unlockProvider(parameterCacheId: \"x\") { unlocked errors { message } } }": { data: Operationb35f2d8555Mutation; variables: Operationb35f2d8555MutationVariables };
  "mutation { archiveEstate(estateId: 2471) { estate { status { key } } errors { message } } }": { data: Operation7b2403c177Mutation; variables: Operation7b2403c177MutationVariables };
  "{ estates(first: 2) { nodes { estateId owners { addressId } } } }": { data: Operation93c52d5d21Query; variables: Operation93c52d5d21QueryVariables };
  "{ estates(first: 2) { nodes { estateId } } }": { data: Operationa9de2021b4Query; variables: Operationa9de2021b4QueryVariables };
  "{ one: estate(estateId: 2471) { estateId } other: estate(estateId: 2475) { estateId } }": { data: Operation506d7d61fcQuery; variables: Operation506d7d61fcQueryVariables };
  "{ contact(contactId: 3) { contactId estates(first: 2) { nodes { estateId } } } }": { data: Operation3c77445b01Query; variables: Operation3c77445b01QueryVariables };
  "{ estates(first: 2, filter: { estateId: { in: [2471, 2475] } }) { nodes { estateId } } }": { data: Operation132468deacQuery; variables: Operation132468deacQueryVariables };
  "{ estate(estateId: 2471) { estateId title } }": { data: Operation57c43bc354Query; variables: Operation57c43bc354QueryVariables };
  "{ estate(estateId: 2471) { estateId owners { addressId } } }": { data: Operation27681d0e17Query; variables: Operation27681d0e17QueryVariables };
  "{ estate(estateId: 2471) { owners { addressId lastName } } }": { data: Operation3d5b40152fQuery; variables: Operation3d5b40152fQueryVariables };
  "{ estates(first: 5) { nodes { estateId owners { addressId } } } }": { data: Operatione1e090e7b1Query; variables: Operatione1e090e7b1QueryVariables };
  "{ estates(first: 3) { totalCount nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor } } }": { data: Operationad8d30ae0aQuery; variables: Operationad8d30ae0aQueryVariables };
  "{ estates(first: 2) { totalCount nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor } } }": { data: Operationa66b918f20Query; variables: Operationa66b918f20QueryVariables };
  "{ estates(last: 2) { totalCount nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor } } }": { data: Operationa5ad1923a7Query; variables: Operationa5ad1923a7QueryVariables };
  "{ estate(estateId: 2471) { externalNumber } }": { data: Operation0088ffbbb1Query; variables: Operation0088ffbbb1QueryVariables };
  "{ estate(estateId: 2471) { externalNumber title createdAt updatedAt category { key } } }": { data: Operation22fd25bbf7Query; variables: Operation22fd25bbf7QueryVariables };
  "{ estate(estateId: 2471) { fields(names: [\"multiParkingLot\"]) { value } } }": { data: Operation2811c47535Query; variables: Operation2811c47535QueryVariables };
  "{ estate(estateId: 2471) { fields(names: [\"multiParkingLot\"]) { value text } } }": { data: Operation5944cb7de1Query; variables: Operation5944cb7de1QueryVariables };
  "{ estate(estateId: 2471) { owners { phone email } } }": { data: Operationdacda43b27Query; variables: Operationdacda43b27QueryVariables };
  "{ estates(first: 2) { nodes { estateId pictures { url title kind position updatedAt } } } }": { data: Operation7f40aedf46Query; variables: Operation7f40aedf46QueryVariables };
  "{ estates(first: 2) { nodes { pictures { title position } } } }": { data: Operationc868972f99Query; variables: Operationc868972f99QueryVariables };
  "{ estate(estateId: 2471) { fields(names: [\"ind_1946_Feld_ObjFreitexte8\", \"heizungsart\"]) { name label type text } } }": { data: Operationa63545c005Query; variables: Operationa63545c005QueryVariables };
  "{ estate(estateId: 2471) { category { key label } } }": { data: Operation432e43931dQuery; variables: Operation432e43931dQueryVariables };
  "{ estate(estateId: 2471) { estateId mainLanguage languages translations { language } } }": { data: Operatione0c72af409Query; variables: Operatione0c72af409QueryVariables };
  "{ estate(estateId: 2471) { estateId title mainLanguage languages } }": { data: Operation48341b2498Query; variables: Operation48341b2498QueryVariables };
  "{ estate(estateId: 2471) { address { line1 postalCode city state country latitude longitude formatted } } }": { data: Operationedab073a86Query; variables: Operationedab073a86QueryVariables };
  "{ estate(estateId: 2475) { owners { address { postalCode line1 city country } } } }": { data: Operation13b5df58f7Query; variables: Operation13b5df58f7QueryVariables };
  "{ estate(estateId: 2471) { purchasePrice { amount currency } } }": { data: Operationbadb3cb479Query; variables: Operationbadb3cb479QueryVariables };
  "{ estate(estateId: 2471) { fields(names: [\"baujahr\", \"heizungsart\", \"kaufpreis\"]) { name value text } } }": { data: Operation4036879495Query; variables: Operation4036879495QueryVariables };
  "{ estate(estateId: 2471) { fields(names: [\"heizungsart\"]) { values { key } } } }": { data: Operation57c1904ca1Query; variables: Operation57c1904ca1QueryVariables };
  "{ estates(first: 4) { nodes { estateId pictures { url } owners { lastName } contactPersons { lastName } } } }": { data: Operation799c5b0431Query; variables: Operation799c5b0431QueryVariables };
  "{ estate(estateId: 2471) { title externalNumber } }": { data: Operationb5febdc8f1Query; variables: Operationb5febdc8f1QueryVariables };
  "{ estates(first: 1) { nodes { estateId purchasePrice { amount } equipmentDescription } } }": { data: Operationf63b98c2adQuery; variables: Operationf63b98c2adQueryVariables };
  "{ estates(first: 2) { nodes { externalNumber title purchasePrice { amount } coldRent { amount currency }\n      address { state city } } } }": { data: Operation7b93e419e4Query; variables: Operation7b93e419e4QueryVariables };
  "{ estates(filter: { published: { eq: true } }) { nodes { estateId published } } }": { data: Operatione1eff5f619Query; variables: Operatione1eff5f619QueryVariables };
  "{ estates(orderBy: [{ field: ROOMS }]) { nodes { estateId } } }": { data: Operation6db7af6179Query; variables: Operation6db7af6179QueryVariables };
  "{ estate(estateId: 2471) { title\n      fields(names: [\"ind_1_Feld_A\", \"ind_2_Feld_B\", \"ind_3_Feld_C\", \"ind_4_Feld_D\", \"ind_5_Feld_E\", \"ind_6_Feld_F\", \"ind_7_Feld_G\"]) { value } } }": { data: Operation87f71795e1Query; variables: Operation87f71795e1QueryVariables };
  "query Lacking { estate(estateId: 2471) { yearBuilt bedrooms bathrooms rooms plotArea livingArea externalNumber }\n    estates(first: 1) { nodes { yearBuilt bedrooms bathrooms rooms plotArea livingArea externalNumber } } }": { data: Operation3f04f023afQuery; variables: Operation3f04f023afQueryVariables };
  "{ estates(first: 3) { nodes { externalNumber } } contact(contactId: 3) { contactId } }": { data: Operatione9fd07a6eaQuery; variables: Operatione9fd07a6eaQueryVariables };
  "{ estates(first: 1) { nodes { externalNumber } } }": { data: Operation13889c1f3cQuery; variables: Operation13889c1f3cQueryVariables };
  "{ estates(first: 5) { nodes { externalNumber } } }": { data: Operation215c63eb26Query; variables: Operation215c63eb26QueryVariables };
  "{ estates(first: 3) { nodes { estateId owners { lastName } } } }": { data: Operationcc3b806ee4Query; variables: Operationcc3b806ee4QueryVariables };
  "{ estate(estateId: 2475) { address { city } owners { address { postalCode formatted } } } }": { data: Operationf2e4d56636Query; variables: Operationf2e4d56636QueryVariables };
  "{ estate(estateId: 2471) { pictures { title } } }": { data: Operationb870c45997Query; variables: Operationb870c45997QueryVariables };
  "{ estates { nodes { estateId } } }": { data: Operationf5eaaf602bQuery; variables: Operationf5eaaf602bQueryVariables };
  "{ estates { nodes { estateId } } contact(contactId: 3) { contactId } }": { data: Operation2eb5cf2e19Query; variables: Operation2eb5cf2e19QueryVariables };
  "{ estate(estateId: 2471) { category { key label } fields(names: [\"etage\"]) { value } } }": { data: Operation7bc1981fa7Query; variables: Operation7bc1981fa7QueryVariables };
  "{ estates(first: 100) { nodes { externalNumber category { key label } type { key label }\n        fields(names: [\"kaufpreis\"]) { label } } } }": { data: Operation98daae8469Query; variables: Operation98daae8469QueryVariables };
  "query Found($filter: EstateFilter) { estates(first: 500, filter: $filter) { totalCount nodes { estateId } } }": { data: Operation81d040b63aQuery; variables: Operation81d040b63aQueryVariables };
  "{ estates(first: 500, filter: { city: { eq: \"Köln\" } }) { nodes { address { city } } } }": { data: Operationc965010b6cQuery; variables: Operationc965010b6cQueryVariables };
  "{ estates(first: 500, filter: { city: { eq: \"Cologne\" } }) { nodes { address { city } } } }": { data: Operation9313ec6e7aQuery; variables: Operation9313ec6e7aQueryVariables };
  "{ estate(estateId: 2471) { updatedAt } }": { data: Operationfe71259ec4Query; variables: Operationfe71259ec4QueryVariables };
  "mutation { updateEstate(estateId: 2471, changes: { title: \"X\" }) { estate { updatedAt } } }": { data: Operation654c954335Mutation; variables: Operation654c954335MutationVariables };
  "{ estate(estateId: 2471) { language title description address { city } } }": { data: Operation3c03f77742Query; variables: Operation3c03f77742QueryVariables };
  "{ estate(estateId: 2471) { language } }": { data: Operationdf6b456eedQuery; variables: Operationdf6b456eedQueryVariables };
  "{ estates(first: 120) { nodes { estateId title language } } }": { data: Operation19aafe5289Query; variables: Operation19aafe5289QueryVariables };
  "{ estates(first: 30) { totalCount nodes { estateId title } } }": { data: Operatione8f3ee68d0Query; variables: Operatione8f3ee68d0QueryVariables };
  "{ estates(first: 500, filter: { city: { eq: \"Köln\" } }) { totalCount nodes { title address { city } } } }": { data: Operationc7975dcb8dQuery; variables: Operationc7975dcb8dQueryVariables };
  "{ estates(first: 3) { nodes { mainLanguage title } } }": { data: Operation755fb6d99dQuery; variables: Operation755fb6d99dQueryVariables };
  "{ estate(estateId: 2475) { mainLanguage language title(language: \"de\") languages } }": { data: Operation14863f35a9Query; variables: Operation14863f35a9QueryVariables };
  "query Refused($id: Int!) { estate(estateId: $id) { language title norwegian: title(language: \"nb\") category { label }\n      pictures { title } fields(names: [\"kaufpreis\"]) { label } } }": { data: Operation5e301c8cddQuery; variables: Operation5e301c8cddQueryVariables };
  "mutation Refused { updateEstate(estateId: 2471, changes: { title: \"X\" }, language: \"nb\") { estate { title } } }": { data: Operation63345fdafaMutation; variables: Operation63345fdafaMutationVariables };
  "{ estates(first: 2) { nodes { language title(language: \"de\") } } }": { data: Operationccdbb21270Query; variables: Operationccdbb21270QueryVariables };
  "{ estate(estateId: 2471) { title de: title(language: \"de\") en: title(language: \"en-US\")\n        description(language: \"de\") locationDescription(language: \"en\") equipmentDescription(language: \"de\")\n        otherInformation(language: \"en\") fields(names: [\"lage\"], language: \"de\") { value label } } }": { data: Operation0e804f665bQuery; variables: Operation0e804f665bQueryVariables };
  "{ estates(first: 6) { nodes { title(language: \"fr\") externalNumber } } }": { data: Operation4a58defc68Query; variables: Operation4a58defc68QueryVariables };
  "{ a: estate(estateId: 2471) { title(language: \"en\") } b: estate(estateId: 2475) { title(language: \"en\") } }": { data: Operationc40d18e1e3Query; variables: Operationc40d18e1e3QueryVariables };
  "{ estate(estateId: 2471) { externalNumber title(language: \"ja\") } }": { data: Operationc5ea842b91Query; variables: Operationc5ea842b91QueryVariables };
  "{ estate(estateId: 2471) { mainLanguage } }": { data: Operation0a1ca4cc28Query; variables: Operation0a1ca4cc28QueryVariables };
  "{ estate(estateId: 2471) { estateId title(language: \"en\") } }": { data: Operationa74b2cd65dQuery; variables: Operationa74b2cd65dQueryVariables };
  "{ estates(first: 5) { nodes { languages\n      translations { language title description locationDescription equipmentDescription otherInformation city } } } }": { data: Operationa3312753beQuery; variables: Operationa3312753beQueryVariables };
  "{ estate(estateId: 2471) { title translations { language title description } } }": { data: Operation3274d73713Query; variables: Operation3274d73713QueryVariables };
  "{ estate(estateId: 2475) { languages translations { language } } }": { data: Operationd5861d77a6Query; variables: Operationd5861d77a6QueryVariables };
  "{ contacts(first: 12) { nodes { contactId estates(first: 2) { totalCount nodes { estateId title } pageInfo { hasNextPage } } } } }": { data: Operationf4787f1e8cQuery; variables: Operationf4787f1e8cQueryVariables };
  "query Page($id: Int!, $after: String) { contact(contactId: $id) {\n      estates(first: 1, after: $after, orderBy: [{ field: ESTATE_ID, direction: DESC }]) { nodes { estateId } pageInfo { endCursor hasNextPage } } } }": { data: Operation8679d17c30Query; variables: Operation8679d17c30QueryVariables };
  "{ contact(contactId: 3) { estates(filter: { estateId: { gt: 2471 }, status: { in: [\"1\", \"2\", \"0\"] } }, last: 50) { nodes { estateId } } } }": { data: Operationa707848a81Query; variables: Operationa707848a81QueryVariables };
  "{ contact(contactId: 3) { estates(last: 1) { pageInfo { startCursor } } } }": { data: Operationab29e0484aQuery; variables: Operationab29e0484aQueryVariables };
  "query Ahead($before: String) { contact(contactId: 3) { estates(last: 2, before: $before) { nodes { estateId } } } }": { data: Operation1c84492ea5Query; variables: Operation1c84492ea5QueryVariables };
  "{ contact(contactId: 41) { foreignKeys { value } estates { totalCount nodes { estateId } } } }": { data: Operationcab8594a70Query; variables: Operationcab8594a70QueryVariables };
  "{ contact(contactId: 14) { estates(first: 100) { nodes { estateId } } } }": { data: Operation59e372d071Query; variables: Operation59e372d071QueryVariables };
  "{ contact(contactId: 5) { estates { totalCount } } }": { data: Operation705964e7b6Query; variables: Operation705964e7b6QueryVariables };
  "{ contact(contactId: 3) { name estates { totalCount } } }": { data: Operatione373ef0f6eQuery; variables: Operatione373ef0f6eQueryVariables };
  "{ estate(estateId: 2471) { owners { addressId contact { contactId } } } }": { data: Operationaef086aab4Query; variables: Operationaef086aab4QueryVariables };
  "{ estate(estateId: 2471) { contactPersons { lastName contact { name } } } }": { data: Operationb00655d754Query; variables: Operationb00655d754QueryVariables };
  "{ estate(estateId: 2471) { owners { contact { estates { nodes { estateId owners { addressId } } } } } } }": { data: Operation0080359299Query; variables: Operation0080359299QueryVariables };
  "query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Estate { externalNumber } ... on OnOfficeAddress { lastName } ... on Contact { contactId } } }": { data: Operation6972c6ef70Query; variables: Operation6972c6ef70QueryVariables };
  "query There($ids: [ID!]!, $of: [_Any!]!) { nodes(ids: $ids) { id } _entities(representations: $of) { ... on OnOfficeAddress { addressId } } }": { data: Operationeb6af362aaQuery; variables: Operationeb6af362aaQueryVariables };
  "query Node($id: ID!) { node(id: $id) { ... on Estate { title } } }": { data: Operation3f1120cfcbQuery; variables: Operation3f1120cfcbQueryVariables };
  "{ contact(contactId: 3) { name } estates(first: 2) { nodes { externalNumber owners { lastName contact { name } } } } }": { data: Operationd7fe4f0ce9Query; variables: Operationd7fe4f0ce9QueryVariables };
  "{ viewer { tenant } estate(estateId: 2471) { mainLanguage } }": { data: Operation5a154abb30Query; variables: Operation5a154abb30QueryVariables };
  "mutation Update($id: Int!, $changes: EstateChanges!, $language: Locale) {\n  updateEstate(estateId: $id, changes: $changes, language: $language) { estate { estateId title } errors { __typename message path } } }": { data: Operation449bce5795Mutation; variables: Operation449bce5795MutationVariables };
  "mutation Create($input: CreateEstateInput!, $key: String) {\n  createEstate(input: $input, idempotencyKey: $key) { estate { estateId externalNumber title } errors { __typename message path } } }": { data: Operationf9493f84b6Mutation; variables: Operationf9493f84b6MutationVariables };
  "mutation Names($input: CreateEstateInput!, $names: [String!] = [\"etage\"]) {\n      createEstate(input: $input) { errors { message } estate { estateId fields(names: $names) { name } } } }": { data: Operation3818acb854Mutation; variables: Operation3818acb854MutationVariables };
  "mutation Full($input: CreateEstateInput!) { createEstate(input: $input) { errors { message path }\n        estate { estateId externalNumber title description category { key } type { key } usage { key } marketingType { key }\n          purchasePrice { amount } coldRent { amount } livingArea rooms yearBuilt address { line1 postalCode city country }\n          fields(names: [\"balkon\", \"heizungsart\", \"abdatum\", \"ind_2311_Feld_ObjTech2\"]) { value } } } }": { data: Operationbf50790043Mutation; variables: Operationbf50790043MutationVariables };
  "mutation { a: updateEstate(estateId: 2475, changes: { title: \"Eins\" }) { estate { title } }\n      b: updateEstate(estateId: 2475, changes: { title: \"Zwei\" }) { estate { title } } }": { data: Operation98e00b20f2Mutation; variables: Operation98e00b20f2MutationVariables };
  "mutation { updateEstate(estateId: 2471, language: \"de\", changes: { title: \"Haupt\" }) { estate { title(language: \"de\") } errors { message } } }": { data: Operationc3063b2fdaMutation; variables: Operationc3063b2fdaMutationVariables };
  "mutation Archive($id: Int!) { archiveEstate(estateId: $id) { estate { status { key label } } errors { message } } }": { data: Operation971301b1e7Mutation; variables: Operation971301b1e7MutationVariables };
  "mutation { archiveEstate(estateId: 99999) { estate { title } errors { __typename } } }": { data: Operationf6a87eeedbMutation; variables: Operationf6a87eeedbMutationVariables };
  "mutation Unlock($id: String!) { unlockProvider(parameterCacheId: $id) { unlocked errors { __typename message path } } }": { data: Operationbc869ca605Mutation; variables: Operationbc869ca605MutationVariables };
  "query Forward($first: Int, $after: String, $orderBy: [EstateOrder!]) {\n  estates(first: $first, after: $after, orderBy: $orderBy) {\n    nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }": { data: Operation59af965e03Query; variables: Operation59af965e03QueryVariables };
  "query Backward($last: Int, $before: String, $orderBy: [EstateOrder!]) {\n  estates(last: $last, before: $before, orderBy: $orderBy) {\n    nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }": { data: Operation1c2f76ec5dQuery; variables: Operation1c2f76ec5dQueryVariables };
  "{ estates { nodes { estateId } edges { cursor node { estateId } } } }": { data: Operation6cf25a29ebQuery; variables: Operation6cf25a29ebQueryVariables };
  "{ estates(first: 0) { nodes { estateId } } }": { data: Operation925288f28cQuery; variables: Operation925288f28cQueryVariables };
  "{ estates(first: 0) { totalCount nodes { estateId } pageInfo { hasNextPage endCursor } } }": { data: Operation8dda0128edQuery; variables: Operation8dda0128edQueryVariables };
  "{ estates { totalCount } }": { data: Operation246f36d911Query; variables: Operation246f36d911QueryVariables };
  "{ estates(first: 0) { totalCount nodes { title } } }": { data: Operationd238114b36Query; variables: Operationd238114b36QueryVariables };
  "{ estates(last: 0) { totalCount nodes { title } } }": { data: Operation3a0c95db83Query; variables: Operation3a0c95db83QueryVariables };
  "{ estates(first: 500) { totalCount nodes { estateId } } }": { data: Operationa9bc75b7b9Query; variables: Operationa9bc75b7b9QueryVariables };
  "{ estates(first: 500, filter: { published: { eq: false } }) { totalCount } archived: estates(first: 500, filter: { status: { in: [\"0\", \"2\"] } }) { totalCount } }": { data: Operationd8a1e7eff5Query; variables: Operationd8a1e7eff5QueryVariables };
  "query Open($ids: [ID!]!, $one: Int!, $node: ID!) { nodes(ids: $ids) { ... on Estate { estateId } } estate(estateId: $one) { title } node(id: $node) { id } }": { data: Operation2aeab16eb8Query; variables: Operation2aeab16eb8QueryVariables };
  "query Texts($id: Int!) { estate(estateId: $id) { title translations { language title } pictures { url } } }": { data: Operation0153f40af1Query; variables: Operation0153f40af1QueryVariables };
  "query Hidden($id: Int!) { estate(estateId: $id) { pictures { url } } }": { data: Operation55343602d9Query; variables: Operation55343602d9QueryVariables };
  "{ estates(first: 500) { nodes { estateId address { line1 city postalCode formatted latitude longitude } } } }": { data: Operation661e6ecf84Query; variables: Operation661e6ecf84QueryVariables };
  "query Place($id: Int!) { estate(estateId: $id) { address { postalCode country } } }": { data: Operation550cd60090Query; variables: Operation550cd60090QueryVariables };
  "query Exact($id: Int!) { estate(estateId: $id) { address { line1 postalCode latitude } } }": { data: Operationa1e124cd2bQuery; variables: Operationa1e124cd2bQueryVariables };
  "query People($id: Int!) { estate(estateId: $id) { owners { lastName } contactPersons { addressId } externalNumber } }": { data: Operation5668c9740bQuery; variables: Operation5668c9740bQueryVariables };
  "{ estates(filter: { near: { latitude: 50.77, longitude: 6.08, radiusKm: 1 } }) { totalCount } }": { data: Operation7d9de68c5aQuery; variables: Operation7d9de68c5aQueryVariables };
  "query Node($id: ID!) { node(id: $id) { ... on OnOfficeAddress { lastName } } }": { data: Operationf90fdc0d17Query; variables: Operationf90fdc0d17QueryVariables };
  "{ contact(contactId: 3) { estates { totalCount } } }": { data: Operation87a94e1f36Query; variables: Operation87a94e1f36QueryVariables };
  "mutation { createEstate(input: { category: \"haus\", usage: \"wohnen\", marketingType: \"kauf\" }) { errors { message } } }": { data: Operation1060518842Mutation; variables: Operation1060518842MutationVariables };
  "mutation { updateEstate(estateId: 2471, changes: { title: \"X\" }) { errors { message } } }": { data: Operation84ca2495e9Mutation; variables: Operation84ca2495e9MutationVariables };
  "mutation { unlockProvider(parameterCacheId: \"x\") { unlocked } }": { data: Operationba65f96d97Mutation; variables: Operationba65f96d97MutationVariables };
  "query Fields($id: Int!, $names: [String!]!) { estate(estateId: $id) { fields(names: $names) { name value } } }": { data: Operationcff7031fbcQuery; variables: Operationcff7031fbcQueryVariables };
  "{ estates(first: 120) { totalCount nodes { id estateId externalNumber\n      title description locationDescription equipmentDescription otherInformation\n      category { key label } type { key label } usage { key label } marketingType { key label } status { key label }\n      purchasePrice { amount currency } coldRent { amount currency } warmRent { amount currency }\n      livingArea plotArea rooms bedrooms bathrooms yearBuilt reserved sold published createdAt updatedAt } } }": { data: Operation82f7a8b769Query; variables: Operation82f7a8b769QueryVariables };
  "query Price($id: Int!) { estate(estateId: $id) { purchasePrice { amount currency } coldRent { amount } } }": { data: Operation43b3be4fbcQuery; variables: Operation43b3be4fbcQueryVariables };
  "{ estates(first: 40) { nodes { address { line1 line2 line3 postalCode city state\n      county country formatted latitude longitude } } } }": { data: Operationf89d0370a8Query; variables: Operationf89d0370a8QueryVariables };
  "{ estates(first: 3) { nodes { address { place: city } } } }": { data: Operation81686eb4c5Query; variables: Operation81686eb4c5QueryVariables };
  "query Parts($id: Int!) { estate(estateId: $id) {\n      address { city } code: address { postalCode } fields(names: [\"land\"]) { value } } }": { data: Operationc824cab4bdQuery; variables: Operationc824cab4bdQueryVariables };
  "{ estates(first: 5) { nodes { estateId livingArea purchasePrice { amount } status { key } } } }": { data: Operationb97a73e3d0Query; variables: Operationb97a73e3d0QueryVariables };
  "{\n      estate(estateId: 2471) { updatedAt }\n      at: estates(filter: { estateId: { eq: 2471 }, updatedAt: { between: { from: \"2026-03-04T05:00:00Z\", to: \"2026-03-04T05:00:01Z\" } } }) { totalCount }\n      ahead: estates(filter: { estateId: { eq: 2471 }, updatedAt: { before: \"2026-03-04T05:00:00Z\" } }) { totalCount }\n    }": { data: Operation1ebdc965bdQuery; variables: Operation1ebdc965bdQueryVariables };
  "{ a: estate(estateId: 99999) { title } b: estate(estateId: -1) { title } }": { data: Operation51e393fe6eQuery; variables: Operation51e393fe6eQueryVariables };
  "{ estate(estateId: 2471) { title } estates(first: 1) { nodes { estateId } } }": { data: Operationbd6f81095fQuery; variables: Operationbd6f81095fQueryVariables };
  "query Unset($id: Int!) { estate(estateId: $id) {\n        fields(names: [\"heizungsart\", \"objekttyp\", \"kaufpreis\"]) { value text values { key } } } }": { data: Operation03763e6e14Query; variables: Operation03763e6e14QueryVariables };
  "{ __type(name: \"EstateField\") { fields { name description } } }": { data: Operationd037052bdfQuery; variables: Operationd037052bdfQueryVariables };
  "query Fields($names: [String!]!) { estate(estateId: 2471) {\n        fields(names: $names) { name label type value text values { key label } } } }": { data: Operation92a96fae22Query; variables: Operation92a96fae22QueryVariables };
  "{ estates(first: 2) { nodes { category { label } fields(names: [\"etage\"]) { label } } } }": { data: Operation11f14d73fdQuery; variables: Operation11f14d73fdQueryVariables };
  "{ estate(estateId: 2471) {\n      own: fields(names: [\"ind_1946_Feld_ObjFreitexte8\"], language: \"de\") { label value }\n      none: fields(names: [\"ind_1_Feld_ObjTech1\", \"ind_2_Feld_ObjTech2\"], language: \"de\") { label } } }": { data: Operation9b6814b8d0Query; variables: Operation9b6814b8d0QueryVariables };
  "{ estate(estateId: 2471) {\n      de: fields(names: [\"kaufpreis\"], language: \"de\") { label }\n      sv: fields(names: [\"kaufpreis\"], language: \"sv\") { label } } }": { data: Operation47fdc4d18dQuery; variables: Operation47fdc4d18dQueryVariables };
  "{ estate(estateId: 2471) { title\n      odd: fields(names: [\"a b\"]) { value } gone: fields(names: [\"kaufpreis\", \"wintergarten\"]) { value }\n      none: fields(names: [\"ind_9999_Feld_X\"]) { value } good: fields(names: [\"etagen_zahl\"]) { name } } }": { data: Operation488ef92b22Query; variables: Operation488ef92b22QueryVariables };
  "{ estates(first: 20) { nodes { title purchasePrice { amount currency } pictures { url }\n    owners { lastName contact { name } } } } }": { data: Operation1dedd49edeQuery; variables: Operation1dedd49edeQueryVariables };
  "query Alike($ids: [ID!]!) {\n        a: estate(estateId: 2471) { externalNumber status { key } pictures { pictureId } }\n        b: estate(estateId: 2475) { status { key } externalNumber }\n        c: estate(estateId: 3) { externalNumber status { key } }\n        d: nodes(ids: $ids) { ... on Estate { externalNumber status { key } } } }": { data: Operatione056d519adQuery; variables: Operatione056d519adQueryVariables };
  "query Known($ids: [ID!]!) { estates(first: 2) { nodes { estateId } } estate(estateId: 2475) { externalNumber }\n        nodes(ids: $ids) { ... on Estate { externalNumber } ... on OnOfficeAddress { addressId } } }": { data: Operation89b8c74ebfQuery; variables: Operation89b8c74ebfQueryVariables };
  "{ estates(first: 20) { nodes { pictures { url } owners { lastName } } } }": { data: Operationf517e8815aQuery; variables: Operationf517e8815aQueryVariables };
  "{ estate(estateId: 2471) { pictures { pictureId url title kind position updatedAt }\n      small: pictures(size: THUMBNAIL) { pictureId } medium: pictures(size: MEDIUM) { pictureId }\n      large: pictures(size: LARGE) { pictureId } original: pictures(size: ORIGINAL) { pictureId } } }": { data: Operation5cfd18a074Query; variables: Operation5cfd18a074QueryVariables };
  "{ estates(first: 3) { nodes { pictures { kind } } } }": { data: Operationc6d857aabdQuery; variables: Operationc6d857aabdQueryVariables };
  "query People($id: Int!) { estate(estateId: $id) {\n        owners { id addressId firstName lastName company email phone address { line1 line2 postalCode city state country formatted latitude } }\n        contactPersons { addressId lastName } } }": { data: Operationfdf967c0ecQuery; variables: Operationfdf967c0ecQueryVariables };
  "query Detail($id: Int!) { estate(estateId: $id) { estateId pictures { url } owners { lastName } } }": { data: Operation85e5e1dde0Query; variables: Operation85e5e1dde0QueryVariables };
  "fragment Names on Estate { owners { lastName } }\n      query Twice { a: estate(estateId: 2471) { ...Names } b: estate(estateId: 2471) { ...Names owners { firstName } }\n        c: estate(estateId: 2471) { ...Names owners { company } } }": { data: Operation81850e24a5Query; variables: Operation81850e24a5QueryVariables };
  "{ estates(first: 3) { nodes { owners { addressId } } } }": { data: Operationdba6e97a0fQuery; variables: Operationdba6e97a0fQueryVariables };
  "{ list(name: \"udlist7\") { items { listItemId name rank deleted children { listItemId } translations { text } } } }": { data: Operationac60b898caQuery; variables: Operationac60b898caQueryVariables };
  "{ contact(contactId: 3) { name phones { value } interests { name } fieldAccess(fields: [\"name\"]) { canRead } } }": { data: Operation30c7e5e66dQuery; variables: Operation30c7e5e66dQueryVariables };
  "{ person(personId: 3) { birthDate phones { value } customFields { key value text } } }": { data: Operation309dbc68e5Query; variables: Operation309dbc68e5QueryVariables };
  "{ appointment(appointmentId: 3) { customFields { key label value } } }": { data: Operation6d6042e508Query; variables: Operation6d6042e508QueryVariables };
  "{ person(personId: 3) { fullName } }": { data: Operationf1bf1b4972Query; variables: Operationf1bf1b4972QueryVariables };
  "{ persons(first: 2) { nodes { fullName } } }": { data: Operation60c8243591Query; variables: Operation60c8243591QueryVariables };
  "{ contacts(first: 1) { nodes { persons { nodes { fullName } } } } }": { data: Operation663852eff8Query; variables: Operation663852eff8QueryVariables };
  "{ contacts(first: 2) { nodes { appointments(first: 3) { nodes { appointmentId } } } } }": { data: Operation40fa7bea4aQuery; variables: Operation40fa7bea4aQueryVariables };
  "{ one: contact(contactId: 7) { name } other: contact(contactId: 9) { name } }": { data: Operation38f0c6884aQuery; variables: Operation38f0c6884aQueryVariables };
  "{ contacts(first: 5) { nodes { name } } }": { data: Operation89f96e09bdQuery; variables: Operation89f96e09bdQueryVariables };
  "{ contacts(first: 1) { nodes { name } } }": { data: Operation6864cf9a6eQuery; variables: Operation6864cf9a6eQueryVariables };
  "{ contacts(first: 1) { nodes { contactId name } pageInfo { endCursor } } }": { data: Operationf6ababb39aQuery; variables: Operationf6ababb39aQueryVariables };
  "query Behind($after: String) { contacts(first: 2, after: $after) { nodes { contactId } } }": { data: Operation67668d45ebQuery; variables: Operation67668d45ebQueryVariables };
  "{ appointments(first: 1) { nodes { description person { personId } } } }": { data: Operation75c627aa70Query; variables: Operation75c627aa70QueryVariables };
  "{ appointment(appointmentId: 101) { agenda participants { email } person { personId } } }": { data: Operation1821eb58c8Query; variables: Operation1821eb58c8QueryVariables };
  "{ list(name: \"business\") { items(includeDeleted: true) { listItemId name deleted } } }": { data: Operation8beaeb2621Query; variables: Operation8beaeb2621QueryVariables };
  "{ appointments(first: 2) { nodes { appointmentId title } } }": { data: Operation6e256f7650Query; variables: Operation6e256f7650QueryVariables };
  "mutation { updateContact(contactId: 7, changes: { streetAddress: { city: \"Bergen\" } }) { contact { name } errors { __typename message path } } }": { data: Operation6163b601aeMutation; variables: Operation6163b601aeMutationVariables };
  "{ contact(contactId: 7) { name foreignKeys { value } } }": { data: Operation70637692f7Query; variables: Operation70637692f7QueryVariables };
  "{ persons(first: 1) { nodes { lastName rank } } }": { data: Operation565e2e5e14Query; variables: Operation565e2e5e14QueryVariables };
  "{ estates(first: 1) { totalCount } }": { data: Operationbbe21e0b9eQuery; variables: Operationbbe21e0b9eQueryVariables };
  "mutation { updateEstate(estateId: 2485, changes: { externalNumber: \"X\" }) { errors { message } } }": { data: Operation16d6a17bc8Mutation; variables: Operation16d6a17bc8MutationVariables };
  "{ contacts(first: 1) { totalCount nodes { contactId } } }": { data: Operation05f25918beQuery; variables: Operation05f25918beQueryVariables };
  "{ viewer { associate { name } person { fullName } tenant functionRights } }": { data: Operation1b92b14781Query; variables: Operation1b92b14781QueryVariables };
  "{ viewer { associate { associateId } } }": { data: Operation9432f2f299Query; variables: Operation9432f2f299QueryVariables };
  "mutation { updateContact(contactId: 3, changes: { department: \"New\" }, expect: { phones: [] }) { errors { message } } }": { data: Operation7294263cdcMutation; variables: Operation7294263cdcMutationVariables };
  "mutation Key($id: ID!) { setForeignKey(id: $id, app: \"App\", device: \"Device\", key: \"k\", value: \"v\") { errors { message } } }": { data: Operationd134b7a7d3Mutation; variables: Operationd134b7a7d3MutationVariables };
  "{ estates(first: 1) { nodes { estateId } } }": { data: Operation95be147f69Query; variables: Operation95be147f69QueryVariables };
  "mutation Link($id: ID!) { setForeignKey(id: $id, app: \"Another\", device: \"One\", key: \"k\", value: \"v\") { errors { message } } }": { data: Operation2e0572541aMutation; variables: Operation2e0572541aMutationVariables };
  "mutation { updateContact(contactId: 3, changes: { department: \"New\" }) { errors { __typename message path } } }": { data: Operationf714872ceeMutation; variables: Operationf714872ceeMutationVariables };
  "{ contact(contactId: 3) { name } viewer { tenant } }": { data: Operation4a5363c13aQuery; variables: Operation4a5363c13aQueryVariables };
  "{ contacts(first: -1) { nodes { name } } }": { data: Operation4e6037619bQuery; variables: Operation4e6037619bQueryVariables };
  "{ contacts(first: 501) { nodes { name } } }": { data: Operation9f929b21caQuery; variables: Operation9f929b21caQueryVariables };
  "{ persons(last: 501) { nodes { fullName } } }": { data: Operation55a6e7e30fQuery; variables: Operation55a6e7e30fQueryVariables };
  "{ contacts(first: 1, last: 1) { nodes { name } } }": { data: Operation1a04a7f312Query; variables: Operation1a04a7f312QueryVariables };
  "{ contacts(last: 1, after: \"x\") { nodes { name } } }": { data: Operationa374cd8ce7Query; variables: Operationa374cd8ce7QueryVariables };
  "{ contacts(first: 1, before: \"x\") { nodes { name } } }": { data: Operationeb68d47d2fQuery; variables: Operationeb68d47d2fQueryVariables };
  "{ contacts(after: \"x\") { nodes { name } } }": { data: Operation29b4a7886cQuery; variables: Operation29b4a7886cQueryVariables };
  "{ contacts(first: 2, filter: { stop: { eq: false } }) { pageInfo { endCursor } } }": { data: Operation8622b2167aQuery; variables: Operation8622b2167aQueryVariables };
  "{ contacts(first: 2, orderBy: { field: CREATED_AT }) { pageInfo { endCursor } } }": { data: Operationc69a13d63bQuery; variables: Operationc69a13d63bQueryVariables };
  "{ contacts: persons(first: 2) { pageInfo { endCursor } } }": { data: Operationcd9668e2b9Query; variables: Operationcd9668e2b9QueryVariables };
  "{ contact(contactId: 2) { contacts: persons(first: 2) { pageInfo { endCursor } } } }": { data: Operationb2b93c8befQuery; variables: Operationb2b93c8befQueryVariables };
  "query After($after: String) { contacts(first: 2, after: $after) { nodes { name } } }": { data: Operation24d92062abQuery; variables: Operation24d92062abQueryVariables };
  "{ appointment(appointmentId: 101) { startDate odd: startDate(zone: \"Atlantis\") location } }": { data: Operationc3866f082dQuery; variables: Operationc3866f082dQueryVariables };
  "{ contact(contactId: 3) { name persons { nodes { fullName } } category { name } } person(personId: 31) { fullName } }": { data: Operationd2778220d9Query; variables: Operationd2778220d9QueryVariables };
  "{ contacts(first: 2) { nodes { name phones { value } } } appointments(first: 2) { nodes { location title } } }": { data: Operation19ba4853f1Query; variables: Operation19ba4853f1QueryVariables };
  "{ contacts(first: 2) { nodes { name createdBy { name fullName } } } }": { data: Operationeb46b36527Query; variables: Operationeb46b36527QueryVariables };
  "{ contact(contactId: 3) { name } person(personId: 31) { fullName } }": { data: Operation67a4d993e0Query; variables: Operation67a4d993e0QueryVariables };
  "{ contacts(first: 3) { nodes { contactId emails { value } } } }": { data: Operation84f043268aQuery; variables: Operation84f043268aQueryVariables };
  "{ appointments(first: 40) { nodes { title agenda } } }": { data: Operation426c465f09Query; variables: Operation426c465f09QueryVariables };
  "{ row: contact(contactId: 3) { name fullName } entity: contact(contactId: 3) { name phones { value } } }": { data: Operationccd13ada23Query; variables: Operationccd13ada23QueryVariables };
  "{ contact(contactId: 3) { contactId } wrong: list(name: \"no name\") { name } }": { data: Operation5e61066182Query; variables: Operation5e61066182QueryVariables };
  "{ contacts(first: 3) { nodes { contactId fieldAccess(fields: [\"orgNr\"]) { canRead } } } }": { data: Operation373c66ad08Query; variables: Operation373c66ad08QueryVariables };
  "{ contacts(first: 20) { nodes { contactId persons(first: 100,\n      filter: { or: [{ position: { in: [1] } }, { and: [{ retired: { eq: true } }, { country: { in: [578, 752] } }] }] }) { nodes { personId } } } } }": { data: Operationf5745a032cQuery; variables: Operationf5745a032cQueryVariables };
  "query Others($filter: ContactFilter) { contacts(filter: $filter) { totalCount nodes { contactId } } }": { data: Operation2b9dc10350Query; variables: Operation2b9dc10350QueryVariables };
  "{ contact(contactId: 5) {\n        all: foreignKeys { value } ledger: foreignKeys(app: \"ledger\") { value } none: foreignKeys(app: \"Other' or 1 eq 1\") { value } } }": { data: Operation81692be50eQuery; variables: Operation81692be50eQueryVariables };
  "{ contact(contactId: 21) { persons(first: 50) { nodes { personId foreignKeys { value } contact { foreignKeys { value } } } } } }": { data: Operationb7671e5188Query; variables: Operationb7671e5188QueryVariables };
  "{ contacts(first: 200) { nodes { contactId foreignKeys { value } } } }": { data: Operation26365b091dQuery; variables: Operation26365b091dQueryVariables };
  "{ contacts(first: 5) { nodes { contactId foreignKeys { value } } } }": { data: Operationb3e5ab73d8Query; variables: Operationb3e5ab73d8QueryVariables };
  "{ contacts(first: 60) { nodes { contactId foreignKeys { value } } } }": { data: Operation7cbfc70f1bQuery; variables: Operation7cbfc70f1bQueryVariables };
  "{ contacts(first: 3) { nodes { contactId foreignKeys { value } } } }": { data: Operation29cd13de0aQuery; variables: Operation29cd13de0aQueryVariables };
  "query HiddenRow($id: Int!) { person(personId: $id) { salutation\n      contact { contactId name stop streetAddress { city } associate { fullName } } } }": { data: Operation493ad0de46Query; variables: Operation493ad0de46QueryVariables };
  "query HiddenRank($id: Int!) { person(personId: $id) { salutation rank contact { contactId name } } }": { data: Operation8127548be7Query; variables: Operation8127548be7QueryVariables };
  "query LostRow($id: Int!) { appointment(appointmentId: $id) { isFree\n      contact { name category { listItemId } } stopped: contact { stop } } }": { data: Operation54c31c7748Query; variables: Operation54c31c7748QueryVariables };
  "{ appointments(first: 20) { nodes { task { name } } } }": { data: Operation5c8ef96b6aQuery; variables: Operation5c8ef96b6aQueryVariables };
  "{ list(name: \"task\") { items { name } } appointments(first: 20) { nodes { task { name } priority { name } } } }": { data: Operation39ef38dc2eQuery; variables: Operation39ef38dc2eQueryVariables };
  "{ list(name: \"task\") { items { name } } appointment(appointmentId: 101) { task { name } } }": { data: Operationafd647344bQuery; variables: Operationafd647344bQueryVariables };
  "{ list(name: \"task\") { items { name } } contact(contactId: 3) { category { name } } viewer { language } }": { data: Operationc2f8f0e81dQuery; variables: Operationc2f8f0e81dQueryVariables };
  "{ list(name: \"perspos\") { items { name } } }": { data: Operation32af64a086Query; variables: Operation32af64a086QueryVariables };
  "{ viewer { language } list(name: \"task\") { items { name } } }": { data: Operationed8fa438b5Query; variables: Operationed8fa438b5QueryVariables };
  "{ contact(contactId: 3) { name description } }": { data: Operation65ec8a80d8Query; variables: Operation65ec8a80d8QueryVariables };
  "{ contact(contactId: 4) { name } }": { data: Operation8a78fbe45eQuery; variables: Operation8a78fbe45eQueryVariables };
  "{ list(name: \"task\") { items { name en: name(language: \"en\") nb: name(language: \"nb-NO\") de: name(language: \"de\") } } }": { data: Operationb2f50e1e9aQuery; variables: Operationb2f50e1e9aQueryVariables };
  "{ appointments(first: 30) { nodes { task { name sv: name(language: \"sv\") } } } }": { data: Operation874df495dcQuery; variables: Operation874df495dcQueryVariables };
  "{ list(name: \"business\") { items { name(language: \"sv\") translations { code text } children { name(language: \"sv\") } } } }": { data: Operation4d2be4addfQuery; variables: Operation4d2be4addfQueryVariables };
  "query NotHeld { category: list(name: \"category\") { items { fr: name(language: \"fr\") pl: name(language: \"pl\") sv: name(language: \"sv\") } }\n        contact(contactId: 3) { category { name fr: name(language: \"fr\") da: name(language: \"da\") } } }": { data: Operation93bc927128Query; variables: Operation93bc927128QueryVariables };
  "query Resource { list(name: \"category\") { items { listItemId de: name(language: \"de\") } } }": { data: Operationecc6670d4dQuery; variables: Operationecc6670d4dQueryVariables };
  "{ contact(contactId: 3) { category { name other: name(language: \"tlh\") } } }": { data: Operation8470aa2bf6Query; variables: Operation8470aa2bf6QueryVariables };
  "query Fallback($id: Int!) { contact(contactId: $id) { category { name } } list(name: \"category\") { items { name } } }": { data: Operation0a4c9c8c9bQuery; variables: Operation0a4c9c8c9bQueryVariables };
  "{ list(name: \"contint\") { now: items { name } all: items(includeDeleted: true) { name } } }": { data: Operationefe867a33fQuery; variables: Operationefe867a33fQueryVariables };
  "query None($name: String!) { list(name: $name) { name } }": { data: Operation2dd43576f9Query; variables: Operation2dd43576f9QueryVariables };
  "query Bad($name: String!) { list(name: $name) { name } }": { data: Operation6e72215602Query; variables: Operation6e72215602QueryVariables };
  "{ lists { name } }": { data: Operation34e5982eecQuery; variables: Operation34e5982eecQueryVariables };
  "{ lists { name items { listItemId } } }": { data: Operation553658d06aQuery; variables: Operation553658d06aQueryVariables };
  "{ list(name: \"category\") { items { listItemId translations { code language text } } } }": { data: Operation493b852cd5Query; variables: Operation493b852cd5QueryVariables };
  "{ node(id: \"TGlzdEl0ZW06Y2F0ZWdvcnk6aXRlbTo0\") { ... on ListItem { name translations { code language text } } } }": { data: Operation3c99b496f1Query; variables: Operation3c99b496f1QueryVariables };
  "query Of($row: Int!, $other: Int!) {\n        gone: contact(contactId: $row) { category { name rank deleted children { name } tooltip } }\n        here: contact(contactId: $other) { category { name rank deleted children { name } tooltip } country { name tooltip } } }": { data: Operation82f876c7b7Query; variables: Operation82f876c7b7QueryVariables };
  "{ contact(contactId: 3) { category { name rank nb: name(language: \"nb\") } } }": { data: Operationda6b64b528Query; variables: Operationda6b64b528QueryVariables };
  "{ list(name: \"category\") { items(includeDeleted: true) { listItemId deleted german: name(language: \"de\") translations { code text } } } }": { data: Operation108f426218Query; variables: Operation108f426218QueryVariables };
  "query Both($heading: ID!, $item: ID!) {\n        heading: node(id: $heading) { ... on ListItem { isHeading name german: name(language: \"de\") children { id name } translations { code } } }\n        item: node(id: $item) { ... on ListItem { isHeading name german: name(language: \"de\") children { id } translations { code } } } }": { data: Operationa7688c4c44Query; variables: Operationa7688c4c44QueryVariables };
  "query Business($id: Int!) { contact(contactId: $id) { business { id isHeading name rank danish: name(language: \"da\") } } }": { data: Operation5868489901Query; variables: Operation5868489901QueryVariables };
  "{ list(name: \"associate\") { items { id children { id name } } } }": { data: Operationf046736e7bQuery; variables: Operationf046736e7bQueryVariables };
  "query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }": { data: Operation68cb3c4c31Query; variables: Operation68cb3c4c31QueryVariables };
  "{ list(name: \"contact_new\") { items { listItemId } } }": { data: Operation980ace2a57Query; variables: Operation980ace2a57QueryVariables };
  "{ contacts(first: 20) { nodes { name category { name rank deleted } country { name rank } } } }": { data: Operation7f636f991dQuery; variables: Operation7f636f991dQueryVariables };
  "{ list(name: \"priority\") { items { name nb: name(language: \"nb\") sv: name(language: \"sv\") } } }": { data: Operationb917cd282fQuery; variables: Operationb917cd282fQueryVariables };
  "mutation Change($changes: AppointmentChanges!, $since: DateTime, $expect: AppointmentChanges) {\n  updateAppointment(appointmentId: 101, changes: $changes, ifUnmodifiedSince: $since, expect: $expect) {\n    appointment { title updatedAt }\n    errors { __typename message path ... on ConflictError { current {\n      id ... on Appointment { title location updatedAt person { personId } } } } } } }": { data: Operationbf1d71a222Mutation; variables: Operationbf1d71a222MutationVariables };
  "{ appointment(appointmentId: 101) { title location updatedAt createdAt } }": { data: Operation92d947867fQuery; variables: Operation92d947867fQueryVariables };
  "mutation { deleteAppointment(appointmentId: 101, ifUnmodifiedSince: \"2001-01-01T00:00:00Z\") {\n        deletedId errors { __typename ... on ConflictError { current { id } } } } }": { data: Operationa6bfe34542Mutation; variables: Operationa6bfe34542MutationVariables };
  "mutation { deleteAppointment(appointmentId: 101) { deletedId errors { __typename } } }": { data: Operationc511d17c1aMutation; variables: Operationc511d17c1aMutationVariables };
  "mutation Write($since: DateTime) {\n    company: updateContact(contactId: 3, changes: { code: \"v\" }, ifUnmodifiedSince: $since) { errors { __typename } }\n    person: updatePerson(personId: 21, changes: { title: \"v\" }, ifUnmodifiedSince: $since) { errors { __typename } }\n    less: deleteContact(contactId: 3, ifUnmodifiedSince: $since) { deletedId errors { __typename } }\n    fewer: deletePerson(personId: 21, ifUnmodifiedSince: $since) { deletedId errors { __typename } } }": { data: Operation361845758bMutation; variables: Operation361845758bMutationVariables };
  "{ contact(contactId: 60) { streetAddress { line1 line2 line3 postalCode city state county } } }": { data: Operation3c11a3a4f5Query; variables: Operation3c11a3a4f5QueryVariables };
  "mutation Guarded($seen: AddressInput!) {\n      updateContact(contactId: 60, changes: { department: \"x\" }, expect: { streetAddress: $seen }) { errors { path } } }": { data: Operation71a82abb45Mutation; variables: Operation71a82abb45MutationVariables };
  "mutation { updateContact(contactId: 60, expect: { phones: [{ value: \"1\" }] },\n          changes: { phones: [{ value: \"1\" }, { value: \"2\" }] }) { errors { __typename } } }": { data: Operation6ac9ff2561Mutation; variables: Operation6ac9ff2561MutationVariables };
  "mutation New($input: CreateContactInput!) { createContact(input: $input) {\n        contact { id contactId fullName createdBy { associateId } } errors { path message } } }": { data: Operation5afb8db42fMutation; variables: Operation5afb8db42fMutationVariables };
  "mutation { createContact(input: { name: \"Bare\" }) { contact { number associate { associateId } } } }": { data: Operation3cd9a633a8Mutation; variables: Operation3cd9a633a8MutationVariables };
  "mutation { createContact(input: { name: \"x\", categoryId: null }) {\n        contact { name } errors { __typename path message } } }": { data: Operation5fad0b39e3Mutation; variables: Operation5fad0b39e3MutationVariables };
  "mutation New($input: CreatePersonInput!) { createPerson(input: $input) {\n      person { personId fullName birthDate contact { contactId } } errors { path message } } }": { data: Operation149d61140dMutation; variables: Operation149d61140dMutationVariables };
  "mutation New($input: CreateAppointmentInput!) { createAppointment(input: $input) {\n        appointment { appointmentId startDate } errors { path message } } }": { data: Operation3d0f136b55Mutation; variables: Operation3d0f136b55MutationVariables };
  "mutation New($input: CreateAppointmentInput!) { createAppointment(input: $input) { errors { path } } }": { data: Operation7565b80807Mutation; variables: Operation7565b80807MutationVariables };
  "mutation Nameless {\n    company: createContact(input: { name: \"\" }) { errors { message path } }\n    person: createPerson(input: { lastName: \"\" }) { errors { message path } }\n    item: createListItem(list: \"task\", input: { name: \"\" }) { errors { message path } }\n  }": { data: Operation36d57e8bc0Mutation; variables: Operation36d57e8bc0MutationVariables };
  "mutation Change($changes: ContactChanges!, $expect: ContactChanges) {\n  updateContact(contactId: 3, changes: $changes, expect: $expect) {\n    contact { customFields { key value } } errors { __typename path } } }": { data: Operationfa960ad892Mutation; variables: Operationfa960ad892MutationVariables };
  "mutation {\n      person: updatePerson(personId: 21, changes: { customFields: [{ key: \"SuperOffice:2\", value: 9 }] }) { errors { message } }\n      entry: updateAppointment(appointmentId: 101, changes: { customFields: [{ key: \"x_region\", value: \"Here\" }] }) { errors { message } } }": { data: Operationdb22a5c20fMutation; variables: Operationdb22a5c20fMutationVariables };
  "{ __schema { types { name inputFields { name } } } }": { data: Operationab189b0debQuery; variables: Operationab189b0debQueryVariables };
  "mutation Change($list: String!, $id: Int!, $input: ListItemInput!) {\n  updateListItem(list: $list, listItemId: $id, input: $input) {\n    listItem { id list listItemId name tooltip rank deleted translations { code text } }\n    errors { __typename path message } } }": { data: Operation7d75105194Mutation; variables: Operation7d75105194MutationVariables };
  "{ list(name: \"task\") { items { listItemId name } } appointment(appointmentId: 101) { task { name } } }": { data: Operation18d752e04bQuery; variables: Operation18d752e04bQueryVariables };
  "mutation Create($list: String!, $input: CreateListItemInput!) { createListItem(list: $list, input: $input) {\n    listItem { listItemId name tooltip rank translations { code text } } errors { __typename path } } }": { data: Operation2a1ccccf46Mutation; variables: Operation2a1ccccf46MutationVariables };
  "{ list(name: \"category\") { items { name } } }": { data: Operation7673aa2368Query; variables: Operation7673aa2368QueryVariables };
  "mutation Delete($id: Int!) { deleteListItem(list: \"category\", listItemId: $id) {\n    deletedId errors { __typename } } }": { data: Operationca7a5f808dMutation; variables: Operationca7a5f808dMutationVariables };
  "{ list(name: \"category\") { items { listItemId } } }": { data: Operation0395a4c45dQuery; variables: Operation0395a4c45dQueryVariables };
  "{ list(name: \"category\") { items { listItemId } all: items(includeDeleted: true) { listItemId deleted } } }": { data: Operation75da3bf704Query; variables: Operation75da3bf704QueryVariables };
  "mutation Patch($id: ID!, $operations: [JsonPatchOperation!]!, $since: DateTime) {\n  patchEntity(id: $id, operations: $operations, ifUnmodifiedSince: $since) {\n    node { id ... on Contact { name phones { value } interests { listItemId } } ... on Person { title } ... on Appointment { title } }\n    errors { __typename path message ... on ConflictError { current { id } } } } }": { data: Operatione891899ed7Mutation; variables: Operatione891899ed7MutationVariables };
  "mutation Set($id: ID!, $app: String!, $device: String!, $key: String!, $value: String) {\n    setForeignKey(id: $id, app: $app, device: $device, key: $key, value: $value) {\n      node { ... on Contact { contactId foreignKeys { app device key value } } } errors { __typename path } } }": { data: Operation4bdf180406Mutation; variables: Operation4bdf180406MutationVariables };
  "mutation Change($changes: ContactChanges!) { updateContact(contactId: 3, changes: $changes) {\n  contact { name } errors { __typename path message } } }": { data: Operationeaea7713f9Mutation; variables: Operationeaea7713f9MutationVariables };
  "mutation Items($list: String!) { deleteListItem(list: $list, listItemId: 1) { errors { message } } }": { data: Operationb4376ce0b6Mutation; variables: Operationb4376ce0b6MutationVariables };
  "mutation Time($at: DateTime) { deleteContact(contactId: 3, ifUnmodifiedSince: $at) { deletedId } }": { data: Operation0358ddb132Mutation; variables: Operation0358ddb132MutationVariables };
  "query Rows($filter: String) { archive(provider: \"SimpleContact\", columns: [\"name\"], filter: $filter) { nodes } }": { data: Operationc1e4fa5efcQuery; variables: Operationc1e4fa5efcQueryVariables };
  "query Rows($provider: String!) { archive(provider: $provider, columns: [\"name\"]) { nodes } }": { data: Operation6fe9f54801Query; variables: Operation6fe9f54801QueryVariables };
  "mutation {\n        create: createContact(input: { name: \"x\" }) { errors { __typename } }\n        delete: deleteAppointment(appointmentId: 101) { deletedId errors { __typename } } }": { data: Operationbacef9bb4fMutation; variables: Operationbacef9bb4fMutationVariables };
  "mutation {\n        update: updateContact(contactId: 99999, changes: { name: \"x\" }) { contact { name } errors { __typename path } }\n        part: updateContact(contactId: 99999, changes: { streetAddress: { city: \"x\" } }) { errors { __typename } }\n        delete: deletePerson(personId: 99999) { deletedId errors { __typename } }\n        zero: updatePerson(personId: 0, changes: { lastName: \"x\" }) { errors { __typename } }\n        negative: deleteContact(contactId: -1) { errors { __typename } } }": { data: Operation6186cb196eMutation; variables: Operation6186cb196eMutationVariables };
  "mutation { createContact(input: { name: \"Moved\" }) { contact { name } errors { message } } }": { data: Operation1c4cfcd22fMutation; variables: Operation1c4cfcd22fMutationVariables };
  "mutation {\n        first: updateContact(contactId: 3, changes: { name: \"First\" }) { contact { name } errors { __typename } }\n        second: updateContact(contactId: 3, changes: { name: null }) { contact { name } errors { __typename path } }\n        third: updatePerson(personId: 21, changes: { title: \"Third\" }) { person { title } errors { __typename } } }": { data: Operationfd29a79ebfMutation; variables: Operationfd29a79ebfMutationVariables };
  "{ contact(contactId: 3) { name } person(personId: 21) { title } }": { data: Operationf8026472e7Query; variables: Operationf8026472e7QueryVariables };
  "mutation {\n        first: updateContact(contactId: 3, changes: { name: \"One\" }) { contact { name } }\n        second: updatePerson(personId: 21, changes: { lastName: \"Two\" }) { person { lastName } }\n        third: updatePerson(personId: 22, changes: { lastName: \"Three\" }) { person { lastName } } }": { data: Operationea3155ff66Mutation; variables: Operationea3155ff66MutationVariables };
  "mutation {\n      far: updateAppointment(appointmentId: 101, changes: { startDate: \"0001-01-01T00:00:00Z\" }) { errors { path } }\n      open: updateAppointment(appointmentId: 101, changes: { endDate: \"9999-12-31T00:00:00Z\" }) { errors { path } }\n      born: updatePerson(personId: 21, changes: { birthDate: \"0002-05-05\" }) { errors { path } } }": { data: Operation08907c646aMutation; variables: Operation08907c646aMutationVariables };
  "mutation { updateContact(contactId: 3, changes: { code: \"v\" }) { contact { contactId } errors { __typename } } }": { data: Operationf4b4805b39Mutation; variables: Operationf4b4805b39MutationVariables };
  "mutation { deleteContact(contactId: 3) { deletedId errors { __typename } } }": { data: Operation0592913edcMutation; variables: Operation0592913edcMutationVariables };
  "mutation Create($input: CreateContactInput!, $key: String) {\n  createContact(input: $input, idempotencyKey: $key) { contact { contactId name } errors { __typename } } }": { data: Operation6f71a5bf65Mutation; variables: Operation6f71a5bf65MutationVariables };
  "mutation { createPerson(input: { lastName: \"x\" }, idempotencyKey: \"c\") { errors { __typename } } }": { data: Operationc9d42b857aMutation; variables: Operationc9d42b857aMutationVariables };
  "mutation Make($input: CreateAppointmentInput!) {\n    createAppointment(input: $input, idempotencyKey: \"fraction\") { appointment { appointmentId startDate } errors { message } } }": { data: Operation56121492b4Mutation; variables: Operation56121492b4MutationVariables };
  "mutation { createAppointment(input: { contactId: 2, description: \"Hello\" }) {\n        appointment { appointmentId description contact { contactId } person { personId } } errors { message } } }": { data: Operation76a846ffa0Mutation; variables: Operation76a846ffa0MutationVariables };
  "mutation Join($id: Int!) { updateAppointment(appointmentId: $id, changes: { personId: 11 }) {\n        appointment { person { personId fullName } } errors { message } } }": { data: Operation9a5e231634Mutation; variables: Operation9a5e231634MutationVariables };
  "{ list(name: \"task\") { items { listItemId name } } }": { data: Operationa6e455ab57Query; variables: Operationa6e455ab57QueryVariables };
  "mutation Set($id: Int!, $taskId: Int!) { updateAppointment(appointmentId: $id, changes: { taskId: $taskId }) {\n        appointment { description task { name } contact { name } person { fullName } } errors { message } } }": { data: Operationd25b2ab897Mutation; variables: Operationd25b2ab897MutationVariables };
  "mutation Change($changes: ContactChanges!, $expect: ContactChanges) {\n    updateContact(contactId: 3, changes: $changes, expect: $expect) { errors { __typename } } }": { data: Operationa615d1c28eMutation; variables: Operationa615d1c28eMutationVariables };
  "mutation Move($to: AddressInput) { updateContact(contactId: 3, changes: { streetAddress: $to }) { errors { __typename path } } }": { data: Operation10b19fc62eMutation; variables: Operation10b19fc62eMutationVariables };
  "mutation { updateContact(contactId: 3, changes: { streetAddress: { city: \"Hamar\" }, postalAddress: { city: \"Moss\" } }) {\n        contact { streetAddress { city } postalAddress { city } } errors { message } } }": { data: Operation79e706da08Mutation; variables: Operation79e706da08MutationVariables };
  "mutation { updatePerson(personId: 11, changes: { interestIds: [4711] }) { errors { __typename path message } } }": { data: Operationbc32f8c60aMutation; variables: Operationbc32f8c60aMutationVariables };
  "mutation { updatePerson(personId: 11, changes: { interestIds: [] }) { errors { path } } }": { data: Operationa6c26cfd1bMutation; variables: Operationa6c26cfd1bMutationVariables };
  "mutation { updateContact(contactId: 3, changes: { orgNr: \"998 877\" }) { contact {\n        id contactId name orgNr category { listItemId name } phones { value } associate { fullName } createdBy { name }\n        customFields { key } persons(first: 2) { nodes { contact { contactId } } } } } }": { data: Operatione0c1ceef4dMutation; variables: Operatione0c1ceef4dMutationVariables };
  "mutation { updatePerson(personId: 11, changes: { title: \"Chief\" }) { person { title rank contact { name } } } }": { data: Operationa358ecf5cfMutation; variables: Operationa358ecf5cfMutationVariables };
  "mutation { updateContact(contactId: 3, changes: {}) { contact { name } errors { __typename } } }": { data: Operation7636e36300Mutation; variables: Operation7636e36300MutationVariables };
  "mutation { updateContact(contactId: 99999, changes: { customFields: [] }) { contact { name } errors { __typename } } }": { data: Operation7276ec76c2Mutation; variables: Operation7276ec76c2MutationVariables };
  "mutation {\n        first: updateContact(contactId: 3, changes: { name: \"One\" }) { contact { name phones { value } } }\n        second: updateContact(contactId: 3, changes: { phones: [{ value: \"12\" }] }) { contact { name phones { value } } }\n        third: updatePerson(personId: 11, changes: { contactId: 3 }) { person { contact { name } } } }": { data: Operation5fd987784cMutation; variables: Operation5fd987784cMutationVariables };
  "{ contact(contactId: 3) { name phones { value } } }": { data: Operation158adaf651Query; variables: Operation158adaf651QueryVariables };
  "mutation { updateAppointment(appointmentId: 101, changes: {\n        startDate: \"2026-03-29T01:30:00+01:00\", endDate: \"2026-03-29T03:30:00+02:00\" }) {\n        appointment { startDate endDate } errors { message } } }": { data: Operationc81c922079Mutation; variables: Operationc81c922079MutationVariables };
  "query EmptyRows { contact(contactId: 5) { description streetAddress { line1 city } postalAddress { line1 city } } }": { data: Operation184e95cbd7Query; variables: Operation184e95cbd7QueryVariables };
  "query CountryOnly { contact(contactId: 5) { both: postalAddress { city country } alone: postalAddress { country } }\n      address: __type(name: \"Address\") { description }\n      contacts: __type(name: \"Contact\") { fields { name description } } persons: __type(name: \"Person\") { fields { name description } } }": { data: Operation842548f40dQuery; variables: Operation842548f40dQueryVariables };
  "{ person(personId: 71) { ledger: foreignKeys(app: \"Ledger\") { value } other: foreignKeys(app: \"onOffice\") { value } }\n      appointment(appointmentId: 101) { foreignKeys(app: \"Ledger\") { value } } }": { data: Operation638e28ece5Query; variables: Operation638e28ece5QueryVariables };
  "query Phones($id: Int!) { person(personId: $id) { mobilePhones { value description } officePhones { value description } } }": { data: Operation1945eb3215Query; variables: Operation1945eb3215QueryVariables };
  "{ appointments(first: 500, filter: { and: [{ task: { in: [1, 2] } }, { or: [{ location: { eq: \"Online\" } }, { completed: { eq: false } }] }] }) {\n        nodes { appointmentId } } }": { data: Operationfedda9b8a3Query; variables: Operationfedda9b8a3QueryVariables };
  "query Node($id: ID!) { node(id: $id) { __typename id\n        ... on Contact { contactId } ... on Person { personId } ... on Appointment { appointmentId } ... on Associate { associateId } } }": { data: Operation01e46cfc5eQuery; variables: Operation01e46cfc5eQueryVariables };
  "query Items($ids: [ID!]!) { nodes(ids: $ids) { __typename id\n        ... on ListItem { list listItemId isHeading name children { name } } } }": { data: Operation3259b840d3Query; variables: Operation3259b840d3QueryVariables };
  "query Deleted($ids: [ID!]!, $of: [_Any!]!) { nodes(ids: $ids) { id ... on ListItem { name deleted } }\n        _entities(representations: $of) { ... on ListItem { name } } }": { data: Operatione6a3db0161Query; variables: Operatione6a3db0161QueryVariables };
  "query Own($id: ID!) { node(id: $id) { id } }": { data: Operationcd34f888b8Query; variables: Operationcd34f888b8QueryVariables };
  "query Odd($id: ID!) { node(id: $id) { id } }": { data: Operationef7b72ba16Query; variables: Operationef7b72ba16QueryVariables };
  "query Nothing($id: ID!) { node(id: $id) { id } }": { data: Operation2e9b936fd1Query; variables: Operation2e9b936fd1QueryVariables };
  "query Many($ids: [ID!]!) { nodes(ids: $ids) { id ... on Contact { name } ... on Person { fullName } } }": { data: Operationa2c5eb97caQuery; variables: Operationa2c5eb97caQueryVariables };
  "query Holes($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { contactId } } }": { data: Operation210bd9932eQuery; variables: Operation210bd9932eQueryVariables };
  "query Hidden($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { contactId phones { value } } } }": { data: Operation61a42cae22Query; variables: Operation61a42cae22QueryVariables };
  "query None($ids: [ID!]!) { nodes(ids: $ids) { id } }": { data: Operation1175db56c8Query; variables: Operation1175db56c8QueryVariables };
  "query Broken($ids: [ID!]!) { nodes(ids: $ids) { id } }": { data: Operation92989235cfQuery; variables: Operation92989235cfQueryVariables };
  "query Spread($ids: [ID!]!) { nodes(ids: $ids) { ...Anything } }\n     fragment Anything on Node { id ...Firm ... on Person { firstName contact { ...Firm } } }\n     fragment Firm on Contact { name category { name } }": { data: Operation24df933e78Query; variables: Operation24df933e78QueryVariables };
  "{ contacts(first: 30) { nodes { id name category { id name } business { name } country { listItemId } email phone url\n     associate { id fullName email } supportPerson { fullName } createdBy { fullName deleted } createdAt updatedAt } } }": { data: Operationa202a5d75cQuery; variables: Operationa202a5d75cQueryVariables };
  "{ persons(last: 25) { nodes { fullName formalName rank email mobilePhone position { id } associate { id fullName }\n     contact { name country { name } } createdBy { associateId } } pageInfo { hasPreviousPage startCursor } } }": { data: Operation1adaf3d735Query; variables: Operation1adaf3d735QueryVariables };
  "{ appointments(first: 45, filter: { completed: { eq: false } }, orderBy: { field: START_DATE, direction: DESC }) { nodes {\n     appointmentId title isAllDay private agenda startDate endDate task { id name } priority { listItemId }\n     contact { name email } person { fullName email } associate { id email } updatedBy { fullName } } pageInfo { hasNextPage endCursor } } }": { data: Operation3e71ac7aa4Query; variables: Operation3e71ac7aa4QueryVariables };
  "{ contacts(first: 6, orderBy: { field: NAME }) { nodes { name persons(first: 3) { nodes { fullName\n     appointments(first: 2, orderBy: { field: START_DATE }) { nodes { appointmentId title } } } } } } }": { data: Operation77ed956f4eQuery; variables: Operation77ed956f4eQueryVariables };
  "{ contact(contactId: 5) { name description phones { value } interests { id name } category { id } associate { id } supportPerson { personId } } }": { data: Operation0f9a6f72fcQuery; variables: Operation0f9a6f72fcQueryVariables };
  "{ person(personId: 31) { salutation fullName phones { value } position { id } contact { contactId name } birthDate address { city } } }": { data: Operationec45222531Query; variables: Operationec45222531QueryVariables };
  "{ appointment(appointmentId: 141) { title participants { email person { fullName } associate { fullName } contact { name } }\n     priority { id } startDate endDate } }": { data: Operation4eac69b66eQuery; variables: Operation4eac69b66eQueryVariables };
  "{ associates { id name fullName email deleted person { personId } } }": { data: Operationa64c2074b7Query; variables: Operationa64c2074b7QueryVariables };
  "{ list(name: \"business\") { items { id name children { id name } } } viewer { associate { id fullName } } }": { data: Operation89bf4655beQuery; variables: Operation89bf4655beQueryVariables };
  "{ appointments(first: 3) { nodes { title agenda description isAllDay } } contact(contactId: 3) { code phones { value } } }": { data: Operation6ca06b26d2Query; variables: Operation6ca06b26d2QueryVariables };
  "{ appointments(first: 20) { nodes { appointmentId title } } }": { data: Operation02ca336559Query; variables: Operation02ca336559QueryVariables };
  "{ contacts(first: 3) { nodes { name } pageInfo { hasNextPage } } contact(contactId: 9) { name } }": { data: Operation93a38ee741Query; variables: Operation93a38ee741QueryVariables };
  "{ contacts(first: 9) { nodes { name } } }": { data: Operation69de5dd004Query; variables: Operation69de5dd004QueryVariables };
  "{ contacts(first: 1) { nodes { createdBy { fullName } } } }": { data: Operationf34501923bQuery; variables: Operationf34501923bQueryVariables };
  "{ contacts(first: 1) { nodes { customFields(keys: [\"x_Date\", \"x_DateTime\", \"x_Time\"]) { value } } } }": { data: Operation496f01884bQuery; variables: Operation496f01884bQueryVariables };
  "{ associate(associateId: 5) { deleted } contacts(first: 1) { nodes { stop description } }\n    appointments(first: 1) { nodes { isFree isAllDay } } }": { data: Operation6a98b3f765Query; variables: Operation6a98b3f765QueryVariables };
  "{ appointments(first: 1) { nodes { type completed private } }\n    appointment(appointmentId: 2) { type completed private participants { email } } }": { data: Operationecaaa08542Query; variables: Operationecaaa08542QueryVariables };
  "{ contacts(first: 1) { nodes { category { listItemId name } } }\n    contact(contactId: 2) { category { listItemId name } phones { value } }\n    person(personId: 2) { country { listItemId name } contact { country { listItemId name } } emails { value } } }": { data: Operation682703113bQuery; variables: Operation682703113bQueryVariables };
  "{ contacts(first: 1) { nodes { country { name } streetAddress { country } postalAddress { country city } } }\n    person(personId: 2) { address { country } contact { country { name } postalAddress { country city } } emails { value } } }": { data: Operation41538bfd72Query; variables: Operation41538bfd72QueryVariables };
  "{ lists { name items { id list } } list(name: \"RejectReason\") { items { id list } } }": { data: Operation2b4502a51fQuery; variables: Operation2b4502a51fQueryVariables };
  "{ appointment(appointmentId: 2) { participants { email invitationStatus } } }": { data: Operation98153f1e7cQuery; variables: Operation98153f1e7cQueryVariables };
  "{ contact(contactId: 2) { phones { value } streetAddress { line1 line2 postalCode city formatted }\n    postalAddress { line1 formatted } } }": { data: Operation4f078265b8Query; variables: Operation4f078265b8QueryVariables };
  "{ one: estates(first: 1) { nodes { title } } seven: estates(first: 7) { nodes { title } } }": { data: Operation785c751b8fQuery; variables: Operation785c751b8fQueryVariables };
  "mutation { updateContact(contactId: 7, changes: { streetAddress: { city: \"Moss\" }, postalAddress: { city: \"Hamar\" } }) {\n      errors { message } } }": { data: Operationfc26613171Mutation; variables: Operationfc26613171MutationVariables };
  "mutation { updateListItem(list: \"category\", listItemId: 4, input: { rank: 99 }) {\n      listItem { listItemId rank tooltip name } errors { message } } }": { data: Operation43d9934fbfMutation; variables: Operation43d9934fbfMutationVariables };
  "query ($cursor: String) {\n      rows: contacts(first: 2, after: $cursor) { totalCount nodes { contactId } }\n      number: contacts(first: 2, after: $cursor) { totalCount }\n      others: contacts(last: 2, before: $cursor, filter: { associate: { isCurrent: false } }) { nodes { contactId } }\n    }": { data: Operationf7d3a09df9Query; variables: Operationf7d3a09df9QueryVariables };
  "query ($cursor: String) { contact(contactId: 4) { name persons(first: 2, after: $cursor) { totalCount nodes { personId } } } }": { data: Operation44053a5e3cQuery; variables: Operation44053a5e3cQueryVariables };
  "{ contacts(first: 60) { nodes { contactId email phone } } }": { data: Operation97d8daa5ebQuery; variables: Operation97d8daa5ebQueryVariables };
  "{ appointments(orderBy: [{ field: START_DATE }]) { nodes { appointmentId startDate } } }": { data: Operation2365fa61beQuery; variables: Operation2365fa61beQueryVariables };
  "{\n      contact(contactId: 5) { persons { nodes { personId } pageInfo { hasNextPage } } }\n      archive(provider: \"FindAppointment\", columns: [\"appointmentId\"]) { nodes }\n      estates { nodes { estateId } }\n    }": { data: Operation79e45e1687Query; variables: Operation79e45e1687QueryVariables };
  "{ appointments(first: 11) { nodes { appointmentId } } }": { data: Operation6594b3362eQuery; variables: Operation6594b3362eQueryVariables };
  "{ __type(name: \"Period\") { enumValues { name } } }": { data: Operationda61b48d35Query; variables: Operationda61b48d35QueryVariables };
  "{ persons(first: 60) { nodes { personId associate { id associateId name fullName email deleted } } } }": { data: Operation9e172580ecQuery; variables: Operation9e172580ecQueryVariables };
  "{ user: person(personId: 11) { salutation associate { associateId fullName deleted } } }": { data: Operationd64c59384fQuery; variables: Operationd64c59384fQueryVariables };
  "{ person(personId: 40) { salutation associate { associateId } } }": { data: Operation0cf37a292fQuery; variables: Operation0cf37a292fQueryVariables };
  "{ persons(first: 30) { nodes { contact { name url } } } }": { data: Operationda11ee8262Query; variables: Operationda11ee8262QueryVariables };
  "{ person(personId: 31) { fullName contact { contactId } } }": { data: Operation502ad91157Query; variables: Operation502ad91157QueryVariables };
  "{ person(personId: 31) { salutation contact { name department orgNr phone } } }": { data: Operation5659bdf1aeQuery; variables: Operation5659bdf1aeQueryVariables };
  "query Held($other: Int!, $urls: Int!, $salutation: Int!) {\n        other: person(personId: $other) { otherPhones { value description } phones { value } }\n        urls: person(personId: $urls) { urls { value description } }\n        salutation: person(personId: $salutation) { salutation } }": { data: Operation66a965e62cQuery; variables: Operation66a965e62cQueryVariables };
  "{ persons(first: 12) { nodes { personId formalName } } }": { data: Operationd19869c11dQuery; variables: Operationd19869c11dQueryVariables };
  "{ persons(first: 5) { nodes { salutation } } }": { data: Operationc92ae44dbaQuery; variables: Operationc92ae44dbaQueryVariables };
  "query Birthdays($known: Int!, $yearless: Int!) {\n        row: person(personId: $known) { birthDate } entity: person(personId: $known) { birthDate salutation }\n        yearless: person(personId: $yearless) { birthDate }\n        yearlessEntity: person(personId: $yearless) { birthDate salutation } }": { data: Operationc8b07c8818Query; variables: Operationc8b07c8818QueryVariables };
  "query Unknown($id: Int!) {\n      row: person(personId: $id) { birthDate fullName } entity: person(personId: $id) { birthDate salutation } }": { data: Operation7e588c25b0Query; variables: Operation7e588c25b0QueryVariables };
  "{ row: person(personId: 99999) { fullName } entity: person(personId: 99999) { salutation } }": { data: Operationb0c163c435Query; variables: Operationb0c163c435QueryVariables };
  "query Hidden($id: Int!) { person(personId: $id) { salutation } }": { data: Operation33ebb3893fQuery; variables: Operation33ebb3893fQueryVariables };
  "query Position($id: Int!) { person(personId: $id) { position { name } country { name } address { country } } }": { data: Operationee15bd3ce8Query; variables: Operationee15bd3ce8QueryVariables };
  "{ contacts(first: 1) { nodes { n: name } edges { a: node { n: orgNr } b: node { n: contactId } } e: edges { node { n: name } } } }": { data: Operation083b2b6d44Query; variables: Operation083b2b6d44QueryVariables };
  "{ contacts(first: 1) {\n        nodes { a: associate { x: email } s: streetAddress { x: city } p: phones { value } }\n        edges { node { a: associate { x: fullName } s: streetAddress { x: line1 } p: emails { value } } }\n      } }": { data: Operation2cc2161572Query; variables: Operation2cc2161572QueryVariables };
  "{ contacts(first: 1) {\n        nodes { streetAddress { line3 } postalAddress { line3 country } }\n        edges { node { streetAddress { city } postalAddress { country } } }\n      } }": { data: Operation1ea29c330eQuery; variables: Operation1ea29c330eQueryVariables };
  "{ contacts(first: 1) {\n        nodes { persons(first: 1) { nodes { n: fullName } edges { node { n: email } } } }\n        edges { node { persons(first: 2) { nodes { n: fullName } } } }\n      } }": { data: Operation30a4587014Query; variables: Operation30a4587014QueryVariables };
  "{ contacts(first: 1, filter: { email: { contains: \"post\" } }) {\n        nodes { x: customFields(keys: [\"SuperOffice:1\"]) { key value } e: email }\n        edges { node { x: customFields(keys: [\"SuperOffice:2\"]) { key } e: phone } }\n      } }": { data: Operation23c31ce771Query; variables: Operation23c31ce771QueryVariables };
  "{ contacts(first: 1, filter: { email: { contains: \"post\" } }) {\n        nodes { contactId e: email } edges { node { e: phone updatedBy { name } } }\n      } }": { data: Operationa8eee103edQuery; variables: Operationa8eee103edQueryVariables };
  "{ estates(first: 1) {\n        nodes { n: title a: address { x: city } m: coldRent { amount } t: title(language: \"de\") }\n        edges { node { n: externalNumber a: address { x: postalCode } m: purchasePrice { amount } t: title(language: \"en\") } }\n      } }": { data: Operation9775420419Query; variables: Operation9775420419QueryVariables };
  "{ estates(first: 1) { nodes {\n        title externalNumber address { city postalCode } purchasePrice { amount } coldRent { amount }\n        german: title(language: \"de\") english: title(language: \"en\")\n      } } }": { data: Operation9ec24db4e4Query; variables: Operation9ec24db4e4QueryVariables };
  "query Same($id: Int!) { contacts(filter: { contactId: { eq: $id } }) { nodes {\n        createdBy { fullName } persons(first: 1) { nodes { contact { createdBy { fullName } } } } } } }": { data: Operation04b71ca943Query; variables: Operation04b71ca943QueryVariables };
  "{ contacts(first: 20) { nodes {\n      contactId createdBy { fullName } persons(first: 3) { nodes { personId createdBy { fullName } updatedBy { fullName } } } } } }": { data: Operation8bedc970c5Query; variables: Operation8bedc970c5QueryVariables };
  "query More($id: Int!) { contacts(filter: { contactId: { eq: $id } }) { nodes {\n        createdBy { fullName } persons(first: 1) { nodes { contact { createdBy { fullName email } } } } } } }": { data: Operation4b6848ee1fQuery; variables: Operation4b6848ee1fQueryVariables };
  "query Others($contact: Int!, $person: Int!) {\n        contacts(filter: { contactId: { eq: $contact } }) { nodes { createdBy { fullName person { fullName } } } }\n        persons(filter: { personId: { eq: $person } }) { nodes { createdBy { fullName person { fullName } } } } }": { data: Operatione8d603f841Query; variables: Operatione8d603f841QueryVariables };
  "query Then($id: Int!) { contacts(filter: { contactId: { eq: $id } }) { nodes {\n        createdBy { email } persons(first: 1) { nodes { contact { createdBy { email } } } } } } }": { data: Operationaa419b0e0aQuery; variables: Operationaa419b0e0aQueryVariables };
  "query Twice($person: Int!, $appointment: Int!) { persons(filter: { personId: { eq: $person } }) { nodes { contact {\n      supportPerson { personId } appointments(filter: { appointmentId: { eq: $appointment } }) { nodes { contact { supportPerson { personId } } } } } } } }": { data: Operation05ead0f3dbQuery; variables: Operation05ead0f3dbQueryVariables };
  "query Titles($id: Int!) { appointments(filter: { appointmentId: { eq: $id } }) { nodes { title contact {\n      appointments(filter: { appointmentId: { eq: $id } }) { nodes { title } } } } } }": { data: Operation7e8df2266bQuery; variables: Operation7e8df2266bQueryVariables };
  "query Deep($id: Int!) { contact(contactId: $id) { supportPerson { email mobilePhone contact { contactId name } } } }": { data: Operationb0afc3b957Query; variables: Operationb0afc3b957QueryVariables };
  "{ contact(contactId: 5) { phones { value } createdBy { fullName } associate { name fullName deleted } } }": { data: Operation2210c3be0eQuery; variables: Operation2210c3be0eQueryVariables };
  "{ contact(contactId: 5) { phones { value } createdBy { fullName email } } }": { data: Operation3b5ff0f03aQuery; variables: Operation3b5ff0f03aQueryVariables };
  "query FromEntities($ids: [Int!]) {\n        appointments(first: 1, filter: { appointmentId: { in: $ids } }) { nodes {\n          contact { phones { value } supportPerson { fullName emails { value } } } } } }": { data: Operation2cb43a8369Query; variables: Operation2cb43a8369QueryVariables };
  "query BehindUser($ids: [Int!]) {\n        contacts(first: 1, filter: { contactId: { in: $ids } }) { nodes {\n          createdBy { person { salutation contact { code persons(first: 1) { nodes { personId } } } } } } } }": { data: Operation884fcc7774Query; variables: Operation884fcc7774QueryVariables };
  "query Items($id: Int!) { appointment(appointmentId: $id) { participants { email }\n        contact { name category { listItemId name } country { listItemId } } } }": { data: Operationb70699cee6Query; variables: Operationb70699cee6QueryVariables };
  "query Names($id: Int!) { appointment(appointmentId: $id) { participants { email } contact { category { name } } } }": { data: Operation7ad40164e1Query; variables: Operation7ad40164e1QueryVariables };
  "{ contacts(first: 20) { nodes { associate { fullName person { title emails { value } } } } } }": { data: Operation2f32de1049Query; variables: Operation2f32de1049QueryVariables };
  "{ persons(first: 3) { nodes { personId contact { persons(first: 2) { nodes { personId fullName } } } } } }": { data: Operation77be5bd77bQuery; variables: Operation77be5bd77bQueryVariables };
  "{ appointments(first: 4) { nodes { location } edges { cursor node { contact { name } } }\n        more: edges { node { person { fullName } } } pageInfo { endCursor } } }": { data: Operation4857db3aa9Query; variables: Operation4857db3aa9QueryVariables };
  "{ contact(contactId: 5) { name associate { name } } contact(contactId: 5) { orgNr associate { fullName } } }": { data: Operation097a2136d6Query; variables: Operation097a2136d6QueryVariables };
  "query Gone($id: Int!) { person(personId: $id) { contact { name deleted url } } }": { data: Operationfd3fd0d7aeQuery; variables: Operationfd3fd0d7aeQueryVariables };
  "{ contact(contactId: 5) { name category { listItemId name } } }": { data: Operatione685d9d0a0Query; variables: Operatione685d9d0a0QueryVariables };
  "{ contact(contactId: 5) { name associate { associateId name } } }": { data: Operationb0edb7de30Query; variables: Operationb0edb7de30QueryVariables };
  "query Agenda { appointments(first: 50) { nodes {\n  startDate  task { name }  contact { name  country { name } }  person { fullName  email }  associate { fullName } } } }": { data: Operation56f473afc6Query; variables: Operation56f473afc6QueryVariables };
  "{ appointments(first: 50) { nodes { startDate contact { name } title isAllDay private } } }": { data: Operation13a3562101Query; variables: Operation13a3562101QueryVariables };
  "{ contact(contactId: 5) { name orgNr phone email url category { name } postalAddress { city }\n          associate { name fullName email } supportPerson { fullName position { name } } createdBy { name } } }": { data: Operation1d77283157Query; variables: Operation1d77283157QueryVariables };
  "{ contact(contactId: 5) { name phones { value } category { name } } }": { data: Operation2c5db881e4Query; variables: Operation2c5db881e4QueryVariables };
  "{ person(personId: 31) { rank salutation fullName } }": { data: Operation4d378454bcQuery; variables: Operation4d378454bcQueryVariables };
  "{ contacts(first: 200) { nodes { name department category { name } } } }": { data: Operationb7e94e36e4Query; variables: Operationb7e94e36e4QueryVariables };
  "{ contacts(first: 200) { nodes { name department category { listItemId name } } } }": { data: Operationf17624b61eQuery; variables: Operationf17624b61eQueryVariables };
  "{ contacts(first: 200) { nodes { associate { name fullName } } } }": { data: Operation4012f9b497Query; variables: Operation4012f9b497QueryVariables };
  "{ contacts(first: 200) { nodes { associate { id fullName } } } }": { data: Operation19ea5568a7Query; variables: Operation19ea5568a7QueryVariables };
  "{ contacts(first: 5) { nodes { category { list isHeading name } } } }": { data: Operationea92100d32Query; variables: Operationea92100d32QueryVariables };
  "{ appointments(first: 5) { nodes { id contact { id } person { id } } } }": { data: Operation0583ecda42Query; variables: Operation0583ecda42QueryVariables };
  "{ contacts(first: 40) { nodes { name createdBy { fullName } } } }": { data: Operationbf64faf0c7Query; variables: Operationbf64faf0c7QueryVariables };
  "{ persons(first: 40) { nodes { createdBy { fullName email } updatedBy { fullName deleted } } } }": { data: Operation499346ad61Query; variables: Operation499346ad61QueryVariables };
  "{ appointments(first: 40) { nodes { createdBy { fullName } updatedBy { person { personId } } } } }": { data: Operatione72946f1a8Query; variables: Operatione72946f1a8QueryVariables };
  "{ contacts(first: 5) { nodes { name phones { value } category { name } } } }": { data: Operationa10697ee7fQuery; variables: Operationa10697ee7fQueryVariables };
  "{ contacts(first: 3) { nodes { phones { value } } } }": { data: Operation5b016e4ae1Query; variables: Operation5b016e4ae1QueryVariables };
  "{ appointments(first: 5) { nodes { title participants { person { fullName } } createdBy { fullName } } }\n      list(name: \"country\") { items { name } } }": { data: Operation075fca2c61Query; variables: Operation075fca2c61QueryVariables };
  "{ contacts { nodes { name } } persons { nodes { fullName } } associates { name } }": { data: Operation20c00c32e8Query; variables: Operation20c00c32e8QueryVariables };
  "{ appointments(orderBy: { field: START_DATE }) { nodes { id } } associate(associateId: 5) { name } }": { data: Operationa77c3c10f6Query; variables: Operationa77c3c10f6QueryVariables };
  "query RowsRead { contacts(first: 3) { nodes { contactId name } } }": { data: Operationcef53235cfQuery; variables: Operationcef53235cfQueryVariables };
  "query RowsAsWritten { contacts(first: 3) { nodes { contactId name department stop category { name } } } }": { data: Operation83d4a7d117Query; variables: Operation83d4a7d117QueryVariables };
  "query UnsetCells { contacts(first: 1) { nodes { contactId category { listItemId } associate { associateId }\n      updatedBy { associateId } supportPerson { personId } } } }": { data: Operationb42a68fa3dQuery; variables: Operationb42a68fa3dQueryVariables };
  "query UnsetItems { contacts(first: 1) { nodes { number category { id listItemId name } country { listItemId name }\n      associate { associateId name } streetAddress { country city } } } }": { data: Operationcf2b6d8256Query; variables: Operationcf2b6d8256QueryVariables };
  "query UnsetTask { appointments(first: 1) { nodes { appointmentId task { id name } priority { listItemId } } } }": { data: Operation8eb9ac0f52Query; variables: Operation8eb9ac0f52QueryVariables };
  "{ contacts(first: 2) { nodes { owner: associate { fullName } ownerId: associate { associateId }\n        short: category { name } long: category { listItemId } name again: name } } }": { data: Operationf22ee16e31Query; variables: Operationf22ee16e31QueryVariables };
  "{ one: contact(contactId: 5) { name } two: contact(contactId: 5) { orgNr } three: contact(contactId: 6) { code } }": { data: Operation294f87244aQuery; variables: Operation294f87244aQueryVariables };
  "query Merged { contact(contactId: 5) { ...Head ... on Contact { category { listItemId } } ... on Node { id } ...Head } }\n       fragment Head on Contact { name category { name } associate { ...Who } }\n       fragment Who on Associate { name ... on Associate { fullName } }": { data: Operationf103841f3cQuery; variables: Operationf103841f3cQueryVariables };
  "query Which($other: Boolean!) { contact(contactId: 5) { name @skip(if: $other) orgNr @include(if: $other)\n        ... on Contact @include(if: false) { phones { value } } } }": { data: Operation08c6505f39Query; variables: Operation08c6505f39QueryVariables };
  "{ here: contact(contactId: 5) { __typename } gone: contact(contactId: 9999) { __typename } }": { data: Operationb422f944f2Query; variables: Operationb422f944f2QueryVariables };
  "query ByEmail { persons(first: 2, filter: { email: { contains: \"private\" } }) { nodes { personId email position { name } } pageInfo { hasNextPage } } }": { data: Operationed93f4ff35Query; variables: Operationed93f4ff35QueryVariables };
  "query Companies($filter: ContactFilter, $after: String) { contacts(first: 1, after: $after, filter: $filter) {\n          nodes { name email createdBy { associateId } persons(first: 1) { nodes { personId } } } pageInfo { endCursor } } }": { data: Operation301de159faQuery; variables: Operation301de159faQueryVariables };
  "query Children { contacts(first: 15) { nodes { contactId email\n        persons(first: 50, filter: { email: { contains: \"private\" } }) { nodes { personId email } } } } }": { data: Operation3583d1e051Query; variables: Operation3583d1e051QueryVariables };
  "{ persons(first: 2, filter: { email: { contains: \"private\" } }) { nodes { fullName mobilePhone } } }": { data: Operation94a52e2608Query; variables: Operation94a52e2608QueryVariables };
  "{ persons(first: 2, filter: { firstName: { beginsWith: \"A\" } }) { nodes { email } } }": { data: Operation3e613a1fbaQuery; variables: Operation3e613a1fbaQueryVariables };
  "{ contacts(first: 2, filter: { phone: { contains: \"4\" } }) { nodes { email phone } } }": { data: Operationbbfbf4ccaeQuery; variables: Operationbbfbf4ccaeQueryVariables };
  "query AsTheyCome { archive(provider: \"Person\", columns: [\"personId\", \"email/emailAddress\"], first: 1,\n        filter: \"email/emailAddress contains 'private'\") { nodes } }": { data: Operationd4fd51e60eQuery; variables: Operationd4fd51e60eQueryVariables };
  "query ReadAgain { persons(first: 1, filter: { email: { contains: \"private\" } }) { nodes { personId email } } }": { data: Operation1f1ae30368Query; variables: Operation1f1ae30368QueryVariables };
  "{ persons(first: 2, filter: { email: { contains: \"private\" } }) { nodes { email } } }": { data: Operation1070347f0bQuery; variables: Operation1070347f0bQueryVariables };
  "{ contact(contactId: 2) { name persons(filter: { email: { contains: \"private\" } }) { nodes { email } } } }": { data: Operationba0444a076Query; variables: Operationba0444a076QueryVariables };
  "{ appointments(first: 500, filter: { startDate: { between: { from: \"2026-03-29T01:00:00Z\", to: \"2026-03-29T01:00:01Z\" } } }) { nodes { appointmentId } }\n        before: appointments(first: 500, filter: { startDate: { between: { from: \"2026-03-29T02:59:00+02:00\", to: \"2026-03-29T03:00:00+02:00\" } } }) { nodes { appointmentId } } }": { data: Operation7fe2f51857Query; variables: Operation7fe2f51857QueryVariables };
  "{ appointment(appointmentId: 101) { startDate } }": { data: Operationcaecdaedf2Query; variables: Operationcaecdaedf2QueryVariables };
  "{ appointments(filter: { startDate: { after: \"2026-07-01T06:00:00Z\" } }) { nodes { startDate } } }": { data: Operationa661c5a90cQuery; variables: Operationa661c5a90cQueryVariables };
  "{ appointment(appointmentId: 101) { appointmentId participants { email } } estates(first: 1) { totalCount } }": { data: Operation7f16db4ad8Query; variables: Operation7f16db4ad8QueryVariables };
  "query Never($id: Int!) { row: contact(contactId: $id) { updatedAt updatedBy { name } }\n        entity: contact(contactId: $id) { updatedAt updatedBy { name } phones { value } } }": { data: Operationa382eeeb70Query; variables: Operationa382eeeb70QueryVariables };
  "query ($filter: ContactFilter) { contacts(first: 1, filter: $filter) { totalCount nodes { contactId } } }": { data: Operationb68834d75eQuery; variables: Operationb68834d75eQueryVariables };
  "{ contacts(first: 2) { totalCount nodes { name } } persons(first: 2) { totalCount nodes { fullName } } appointments(first: 2) { totalCount nodes { location } } }": { data: Operatione0e328ca6dQuery; variables: Operatione0e328ca6dQueryVariables };
  "{ contacts(first: 2) { nodes { name } } }": { data: Operationa8513b0401Query; variables: Operationa8513b0401QueryVariables };
  "query ($no: Boolean!) { contacts(first: 2) { totalCount @include(if: $no) nodes { name } } }": { data: Operationd93909684fQuery; variables: Operationd93909684fQueryVariables };
  "{ contacts { total: totalCount __typename } }": { data: Operationd2006dc070Query; variables: Operationd2006dc070QueryVariables };
  "{ contacts(first: 1) { ...Counted nodes { name } } } fragment Counted on ContactConnection { totalCount }": { data: Operation17db2ff696Query; variables: Operation17db2ff696QueryVariables };
  "{ contacts(first: 1) { totalCount nodes { name } } }": { data: Operationf7c1af428aQuery; variables: Operationf7c1af428aQueryVariables };
  "{ appointments(first: 1, filter: { startDate: { period: THIS_WEEK } }) { totalCount } }": { data: Operation183517ffacQuery; variables: Operation183517ffacQueryVariables };
  "{ contacts(first: 3) { nodes { persons(first: 1) { totalCount nodes { personId } } } } }": { data: Operation51d54c64b7Query; variables: Operation51d54c64b7QueryVariables };
  "{ contacts(first: 3) { nodes { persons { totalCount } } } }": { data: Operationfda282bf4bQuery; variables: Operationfda282bf4bQueryVariables };
  "query ($contactId: Int!) { contact(contactId: $contactId) { persons(first: 1, filter: { retired: { eq: false } }) { totalCount nodes { personId } } appointments { totalCount } } }": { data: Operationc57621cce2Query; variables: Operationc57621cce2QueryVariables };
  "{ contact(contactId: 2) { name persons(first: 1) { totalCount nodes { fullName } } } }": { data: Operationfc7dc662f1Query; variables: Operationfc7dc662f1QueryVariables };
  "{ a: contacts(first: 1) { totalCount nodes { name } } b: contacts { totalCount } }": { data: Operation63b8944432Query; variables: Operation63b8944432QueryVariables };
  "{ contacts { totalCount } }": { data: Operation300c3c508bQuery; variables: Operation300c3c508bQueryVariables };
  "{ viewer { tenant language timeZone functionRights associate { id associateId name fullName deleted person { personId } } } }": { data: Operationf4012f7b19Query; variables: Operationf4012f7b19QueryVariables };
  "{ viewer { functionRights } }": { data: Operatione01c537d44Query; variables: Operatione01c537d44QueryVariables };
  "{ viewer { person { fullName contact { name } } associate { email person { title } } } }": { data: Operation2bdc9b334dQuery; variables: Operation2bdc9b334dQueryVariables };
  "{ viewer { associate { fullName } language timeZone functionRights } }": { data: Operation3952a97f26Query; variables: Operation3952a97f26QueryVariables };
  "{ viewer { language } }": { data: Operation3b89c95012Query; variables: Operation3b89c95012QueryVariables };
  "{ viewer { tenant associate { associateId fullName } person { fullName } } }": { data: Operationfbbd68125dQuery; variables: Operationfbbd68125dQueryVariables };
  "subscription { contactChanged { contactId } }": { data: Operation347e4da4c9Subscription; variables: Operation347e4da4c9SubscriptionVariables };
  "subscription { contactChanged(contactId: 50) { contactId } }": { data: Operation5e0f765a1aSubscription; variables: Operation5e0f765a1aSubscriptionVariables };
  "subscription { contactChanged { eventId kind changedFields contactId } }": { data: Operationf96e8e2675Subscription; variables: Operationf96e8e2675SubscriptionVariables };
  "subscription { appointmentChanged { appointmentId } }": { data: Operationfb46ce5906Subscription; variables: Operationfb46ce5906SubscriptionVariables };
  "subscription { contactChanged { kind contactId contact { name } } }": { data: Operationadb22f1133Subscription; variables: Operationadb22f1133SubscriptionVariables };
  "subscription { contactChanged(contactId: 41) { kind contactId } }": { data: Operation76facddc79Subscription; variables: Operation76facddc79SubscriptionVariables };
  "subscription { contactChanged { kind contactId } }": { data: Operationba9c58f582Subscription; variables: Operationba9c58f582SubscriptionVariables };
  "subscription { personChanged { personId } }": { data: Operation165562101eSubscription; variables: Operation165562101eSubscriptionVariables };
  "subscription { contactChanged(contactId: 41) { kind eventId } }": { data: Operation8cbc42d087Subscription; variables: Operation8cbc42d087SubscriptionVariables };
  "subscription { contactChanged(contactId: 42) { kind contactId } }": { data: Operatione5d364b069Subscription; variables: Operatione5d364b069SubscriptionVariables };
  "mutation { createContact(input: { name: \"Written once\" }) { contact { name } } }": { data: Operationa0a58711b5Mutation; variables: Operationa0a58711b5MutationVariables };
  "mutation { createContact(input: { name: \"Never\" }) { contact { name } } }": { data: Operation67d5e624ccMutation; variables: Operation67d5e624ccMutationVariables };
  "subscription { appointmentChanged(appointmentId: 101) { kind } }": { data: Operationa90616753dSubscription; variables: Operationa90616753dSubscriptionVariables };
  "subscription ($after: ID) { contactChanged(after: $after) { eventId contactId } }": { data: Operatione73d65912dSubscription; variables: Operatione73d65912dSubscriptionVariables };
  "subscription { contactChanged(contactId: 12) { contact { department } } }": { data: Operationa6f0ece66cSubscription; variables: Operationa6f0ece66cSubscriptionVariables };
  "subscription { contactChanged(contactId: 15) { contactId } }": { data: Operation6170fa0953Subscription; variables: Operation6170fa0953SubscriptionVariables };
  "subscription { appointmentChanged(appointmentId: 102) { kind } }": { data: Operationf414361936Subscription; variables: Operationf414361936SubscriptionVariables };
  "subscription { contactChanged { eventId kind changedFields at contactId contact { name } } }": { data: Operationbb5c7045c9Subscription; variables: Operationbb5c7045c9SubscriptionVariables };
  "mutation ($id: Int!, $changes: ContactChanges!) {\n  updateContact(contactId: $id, changes: $changes) { errors { message } }\n}": { data: Operationccfd55ad36Mutation; variables: Operationccfd55ad36MutationVariables };
  "subscription { contactChanged(contactId: 25) { kind contactId } }": { data: Operation14863d3ed1Subscription; variables: Operation14863d3ed1SubscriptionVariables };
  "subscription { contactChanged(contactId: 26) { kind contactId } }": { data: Operatione5b710b260Subscription; variables: Operatione5b710b260SubscriptionVariables };
  "subscription { contactChanged(contactId: 25) { at contact { category { name } } } }": { data: Operation317e85523aSubscription; variables: Operation317e85523aSubscriptionVariables };
  "subscription ($id: Int) { personChanged(contactId: $id) { kind personId changedFields person { title } } }": { data: Operation3ded1f34f6Subscription; variables: Operation3ded1f34f6SubscriptionVariables };
  "mutation ($id: Int!) {\n    updatePerson(personId: $id, changes: { title: \"Captain\" }) { errors { message } }\n    createAppointment(input: { contactId: 25, associateId: 5, taskId: 2, startDate: \"2026-03-05T09:00:00Z\",\n      endDate: \"2026-03-05T10:00:00Z\", description: \"Live\" }) { errors { message } appointment { appointmentId } }\n  }": { data: Operation331037621fMutation; variables: Operation331037621fMutationVariables };
  "subscription ($of: Int) { appointmentChanged(associateId: $of) { kind appointment { description } } }": { data: Operation9fe055d31fSubscription; variables: Operation9fe055d31fSubscriptionVariables };
  "subscription ($id: Int, $after: ID) { personChanged(personId: $id, after: $after) { eventId kind changedFields at personId } }": { data: Operationf628778eccSubscription; variables: Operationf628778eccSubscriptionVariables };
  "subscription ($id: Int, $of: Int, $after: ID) {\n    appointmentChanged(appointmentId: $id, contactId: $of, after: $after) { eventId kind changedFields at appointmentId }\n  }": { data: Operation518d09d733Subscription; variables: Operation518d09d733SubscriptionVariables };
  "mutation ($title: String, $location: String) {\n    updatePerson(personId: 71, changes: { title: $title }) { errors { message } }\n    updateAppointment(appointmentId: 101, changes: { location: $location }) { errors { message } }\n  }": { data: Operation5238ee8e6dMutation; variables: Operation5238ee8e6dMutationVariables };
  "{ contact(contactId: 34) { contactId } }": { data: Operationb091339900Query; variables: Operationb091339900QueryVariables };
  "subscription ($id: Int) { contactChanged(contactId: $id) { kind contactId contact { name } } }": { data: Operationf7cc50d31fSubscription; variables: Operationf7cc50d31fSubscriptionVariables };
  "mutation { deleteContact(contactId: 40) { errors { message } } }": { data: Operation8fbfbb2e88Mutation; variables: Operation8fbfbb2e88MutationVariables };
  "subscription { personChanged { kind personId } }": { data: Operation9c89c2ef63Subscription; variables: Operation9c89c2ef63SubscriptionVariables };
  "subscription { contactChanged(contactId: 25) { kind contact { contactId name } } }": { data: Operation1ff060be11Subscription; variables: Operation1ff060be11SubscriptionVariables };
  "subscription { contactChanged { contact { name persons(first: 1) { nodes { personId } } } } }": { data: Operation414cef2cceSubscription; variables: Operation414cef2cceSubscriptionVariables };
  "subscription { contactChanged(contactId: 25) { kind contact { name } } }": { data: Operation45064645f0Subscription; variables: Operation45064645f0SubscriptionVariables };
  "{ contact(contactId: 25) { contactId } }": { data: Operation9b6902f1e4Query; variables: Operation9b6902f1e4QueryVariables };
  "{ __typename }": { data: Operation7f56e67dd2Query; variables: Operation7f56e67dd2QueryVariables };
  "{ contacts(first: 501) { totalCount } contact(contactId: 25) { contactId } }": { data: Operation4bdbcabb98Query; variables: Operation4bdbcabb98QueryVariables };
  "{ viewer { timeZone } }": { data: Operation27e0772c8aQuery; variables: Operation27e0772c8aQueryVariables };
  "query Names($of: [_Any!]!) { _entities(representations: $of) { ... on Contact { contactId name } } }": { data: Operation05f5de3e43Query; variables: Operation05f5de3e43QueryVariables };
  "query Any($of: [_Any!]!) { _entities(representations: $of) { __typename\n  ... on Contact { id contactId } ... on Person { id personId } ... on Appointment { id appointmentId }\n  ... on Associate { id associateId } ... on Estate { id estateId } ... on OnOfficeAddress { id addressId }\n  ... on ListItem { id list listItemId isHeading } } }": { data: Operation8b73b4f595Query; variables: Operation8b73b4f595QueryVariables };
  "{ estates(first: 1) { nodes { estateId owners { addressId } } } }": { data: Operation8319533626Query; variables: Operation8319533626QueryVariables };
  "query Phones($of: [_Any!]!) { _entities(representations: $of) { ... on Contact { name phones { value } } } }": { data: Operation0dbf21df80Query; variables: Operation0dbf21df80QueryVariables };
  "query Refs($of: [_Any!]!) { _entities(representations: $of) { ... on Contact { name country { name } associate { fullName } } } }": { data: Operation401c57b7bcQuery; variables: Operation401c57b7bcQueryVariables };
  "{ __typename _service { sdl } }": { data: Operation308f35bd39Query; variables: Operation308f35bd39QueryVariables };
  "{ _service { sdl } }": { data: Operationa903a64a9bQuery; variables: Operationa903a64a9bQueryVariables };
  "{ contact(contactId: 2) { name } }": { data: Operation77066940f9Query; variables: Operation77066940f9QueryVariables };
  "{ contact(contactId: 4) { name country { name } } estate(estateId: 2477) { estateId externalNumber } }": { data: Operationa311f9bd84Query; variables: Operationa311f9bd84QueryVariables };
  "mutation Change($contactId: Int!, $changes: ContactChanges!) {\n      updateContact(contactId: $contactId, changes: $changes) { contact { department emails { value } } errors { message } } }": { data: Operation494f886af0Mutation; variables: Operation494f886af0MutationVariables };
  "mutation { createContact(input: { name: \"Through a gateway\", department: \"Lager\", emails: [{ value: \"a@b.example\" }] }) { contact { contactId } } }": { data: Operation719c10ab8eMutation; variables: Operation719c10ab8eMutationVariables };
  "mutation ($changes: ContactChanges!) { updateContact(contactId: 17, changes: $changes) { errors { message } } }": { data: Operation49a67c384bMutation; variables: Operation49a67c384bMutationVariables };
  "{ contacts(first: 3) { nodes { contactId name phones { value } } } }": { data: Operation5cfbeea58aQuery; variables: Operation5cfbeea58aQueryVariables };
  "mutation Create($key: String) {\n  createContact(input: { name: \"Alone AS\" }, idempotencyKey: $key) { contact { name } errors { __typename } } }": { data: Operation14fc06eb1eMutation; variables: Operation14fc06eb1eMutationVariables };
  "{ contact(contactId: 21) { contactId } }": { data: Operationaf98be0ff9Query; variables: Operationaf98be0ff9QueryVariables };
  "{ contact(contactId: 25) { name } }": { data: Operationdd60b0ad51Query; variables: Operationdd60b0ad51QueryVariables };
  "mutation { createContact(input: { name: \"Twice asked AS\" }, idempotencyKey: \"k1\") { contact { contactId } errors { __typename } } }": { data: Operationfff609bd7aMutation; variables: Operationfff609bd7aMutationVariables };
  "{ list(name: \"priority\") { items { listItemId name } } }": { data: Operationc46c8dee44Query; variables: Operationc46c8dee44QueryVariables };
  "mutation Create($name: String!, $key: String) {\n  createContact(input: { name: $name }, idempotencyKey: $key) { contact { contactId } errors { __typename } } }": { data: Operationbb9b3ecd08Mutation; variables: Operationbb9b3ecd08MutationVariables };
  "subscription { contactChanged { contactId kind } }": { data: Operation0870841175Subscription; variables: Operation0870841175SubscriptionVariables };
  "subscription { contactChanged(contactId: 41) { contactId kind } }": { data: Operation5c57559d90Subscription; variables: Operation5c57559d90SubscriptionVariables };
  "{ contact(contactId: 3) { name code persons(first: 2) { nodes { fullName } } } }": { data: Operationa1cca4645dQuery; variables: Operationa1cca4645dQueryVariables };
  "query($id: ID!) { one: node(id: $id) { id ...C ... on Person { fullName } } } fragment C on Contact { n: name }": { data: Operation889202c193Query; variables: Operation889202c193QueryVariables };
  "query($filter: PersonFilter, $nothing: Int) { persons(last: 2, first: $nothing, filter: $filter,\n      orderBy: [{ field: LAST_NAME, direction: DESC }]) { nodes { personId } } }": { data: Operation19d9fc87c5Query; variables: Operation19d9fc87c5QueryVariables };
  "{ appointment(appointmentId: 3) { completed } }": { data: Operation77ff30a63dQuery; variables: Operation77ff30a63dQueryVariables };
  "query Found($f: ContactFilter, $n: Int) { contacts(filter: $f, first: $n) { nodes { name } } }": { data: Operationaa151886daQuery; variables: Operationaa151886daQueryVariables };
  "{ __schema { queryType { name } } }": { data: Operation3158fa8cd4Query; variables: Operation3158fa8cd4QueryVariables };
  "query ($by: [ContactOrder!]) { contacts(orderBy: $by) { nodes { name } } }": { data: Operationea0b7b6bcfQuery; variables: Operationea0b7b6bcfQueryVariables };
  "{ viewer { tenant associate { fullName } } }": { data: Operationf110e3de12Query; variables: Operationf110e3de12QueryVariables };
  "{ viewer { associate { fullName } } }": { data: Operation490cf90718Query; variables: Operation490cf90718QueryVariables };
  "{ appointments(first: 1, filter: { startDate: { period: TODAY } }) { nodes { startDate } } }": { data: Operation21ffc7dab0Query; variables: Operation21ffc7dab0QueryVariables };
  "{ contacts(first: 3) { nodes { name } } }": { data: Operation1c151e5e4aQuery; variables: Operation1c151e5e4aQueryVariables };
  "{ contacts(first: 50) { nodes { name } } }": { data: Operationaf2bbab892Query; variables: Operationaf2bbab892QueryVariables };
  "mutation { createContact(input: { name: \"Last One AS\" }) { contact { name } } }": { data: Operationed97d210a0Mutation; variables: Operationed97d210a0MutationVariables };
  "subscription { contactChanged { eventId } }": { data: Operationb9e5f4f676Subscription; variables: Operationb9e5f4f676SubscriptionVariables };
  "{ contacts(first: 1) { nodes { name } } persons(first: 1) { nodes { firstName } } }": { data: Operation7fe1e5dc97Query; variables: Operation7fe1e5dc97QueryVariables };
  "{ contact(contactId: 7) { name } }": { data: Operationefe8c94e6aQuery; variables: Operationefe8c94e6aQueryVariables };
  "{ contacts(first: 100) { nodes { name fullName department } } }": { data: Operation12a44b7b82Query; variables: Operation12a44b7b82QueryVariables };
  "{ __typename list(name: \"no word\") { name } }": { data: Operationdb3ffb61a7Query; variables: Operationdb3ffb61a7QueryVariables };
  "mutation { createContact(input: { name: \"Forged\" }) { contact { contactId } } }": { data: Operation946f0f72cdMutation; variables: Operation946f0f72cdMutationVariables };
  "{ contacts(first: 100) { nodes { persons(first: 100) { nodes { contact { name } } } } } }": { data: Operation914092fec7Query; variables: Operation914092fec7QueryVariables };
  "query Page($n: Int!) { contacts(first: $n) { nodes { persons(first: $n) { nodes { fullName } } } } }": { data: Operationca22e1e325Query; variables: Operationca22e1e325QueryVariables };
  "query Last { contact(contactId: 7) { contactId } }": { data: Operation325446bf62Query; variables: Operation325446bf62QueryVariables };
  "query($n: String!) { contacts(filter: { name: { contains: $n } }) { nodes { name } } }": { data: Operationaecc75fdffQuery; variables: Operationaecc75fdffQueryVariables };
  "mutation($n: String!) { createContact(input: { name: $n }) { contact { name } } }": { data: Operatione40ba62b13Mutation; variables: Operatione40ba62b13MutationVariables };
  "{ estates(first: 2) { nodes { id } } }": { data: Operation17321db16eQuery; variables: Operation17321db16eQueryVariables };
  "{ contacts(first: 2) { nodes { name } } estates(first: 2) { nodes { id } } }": { data: Operationcb992b4af4Query; variables: Operationcb992b4af4QueryVariables };
  "mutation {\n        first: updateEstate(estateId: 2471, changes: { rooms: 3 }) { errors { __typename } }\n        second: updateContact(contactId: 7, changes: { department: \"Done\" }) { contact { department } }\n      }": { data: Operationcbd2a3eb8fMutation; variables: Operationcbd2a3eb8fMutationVariables };
  "mutation { updateContact(contactId: 7, changes: { department: \"x\" }) { contact { name } } }": { data: Operation365eea6b3eMutation; variables: Operation365eea6b3eMutationVariables };
  "{ contacts(first: 2) { nodes { name } } persons(first: 2) { nodes { fullName } } }": { data: Operationbeb6e571acQuery; variables: Operationbeb6e571acQueryVariables };
  "mutation {\n    first: createContact(input: { name: \"Begun AS\" }) { contact { name } }\n    second: createContact(input: { name: \"Never AS\" }) { contact { name } }\n  }": { data: Operationefa1b260cdMutation; variables: Operationefa1b260cdMutationVariables };
  "subscription Told { contactChanged { contact { name description } } }": { data: Operation590a25e806Subscription; variables: Operation590a25e806SubscriptionVariables };
  "{ appointments(first: 50) { nodes { startDate task { name } contact { name } associate { fullName } } } }": { data: Operatione89be89249Query; variables: Operatione89be89249QueryVariables };
  "{ list(name: \"no list\") { items { name } } viewer { tenant } }": { data: Operationb6fba5cf08Query; variables: Operationb6fba5cf08QueryVariables };
  "{ contacts(first: 5) { nodes { phones { value } } } }": { data: Operationacf34b7740Query; variables: Operationacf34b7740QueryVariables };
  "query MadeUpName { __typename }": { data: Operation6a767ee3a0Query; variables: Operation6a767ee3a0QueryVariables };
  "subscription { contactChanged { kind } }": { data: Operationf72745878fSubscription; variables: Operationf72745878fSubscriptionVariables };
  "subscription { contactChanged(after: \"of yesterday\") { kind } }": { data: Operationbcd8136824Subscription; variables: Operationbcd8136824SubscriptionVariables };
  "query Persisted { contact(contactId: 7) { name department category { name } } }": { data: Operationef7803289aQuery; variables: Operationef7803289aQueryVariables };
  "query Companies($first: Int = 3) { contacts(first: $first) { nodes { contactId name category { name } associate { fullName } updatedAt } pageInfo { endCursor } } }": { data: Operationc249febc9aQuery; variables: Operationc249febc9aQueryVariables };
  "{ estates(first: 2) { nodes { estateId title purchasePrice { amount } pictures { url } } } }": { data: Operationc75f372e7eQuery; variables: Operationc75f372e7eQueryVariables };
  "{ list(name: \"task\") { items { name(language: \"de\") } } }": { data: Operation723db5cc6eQuery; variables: Operation723db5cc6eQueryVariables };
  "mutation { updateContact(contactId: 3, changes: { department: \"Same\" }) { contact { department } errors { __typename } } }": { data: Operatione33150f946Mutation; variables: Operatione33150f946MutationVariables };
  "mutation { updateContact(contactId: 99999, changes: { department: \"x\" }) { contact { department } errors { __typename message path } } }": { data: Operation1be26a847cMutation; variables: Operation1be26a847cMutationVariables };
  "{ node(id: \"none\") { id } }": { data: Operation472a88311bQuery; variables: Operation472a88311bQueryVariables };
  "{ contact(contactId: 7) { name } node(id: \"none\") { id } }": { data: Operationa3f5393b1aQuery; variables: Operationa3f5393b1aQueryVariables };
  "{ archive(provider: \"SimpleContact\", columns: [\"nothing\"]) { nodes } }": { data: Operationd554ac1ee9Query; variables: Operationd554ac1ee9QueryVariables };
  "{ contact(contactId: 7) { name } person(personId: 3) { fullName } }": { data: Operation9aef51a125Query; variables: Operation9aef51a125QueryVariables };
  "query ($all: Boolean = true) { contact(contactId: 7) { name @include(if: $all) department } }": { data: Operation7eb6c6d51aQuery; variables: Operation7eb6c6d51aQueryVariables };
  "{ contact(contactId: 11) { once: name } }": { data: Operationd3eb67cc5bQuery; variables: Operationd3eb67cc5bQueryVariables };
  "query Echo($text: String!) { contacts(first: 1, filter: { name: { eq: $text } }) { nodes { name } } }": { data: Operationb9b65b61b3Query; variables: Operationb9b65b61b3QueryVariables };
  "mutation Rename($name: String) { updateContact(contactId: 3, changes: { department: $name }) { contact { department } } }": { data: Operation44de4244b3Mutation; variables: Operation44de4244b3MutationVariables };
  "query Page($first: Int!) { contacts(first: $first) { nodes { contactId } } }": { data: Operation6f46c1420dQuery; variables: Operation6f46c1420dQueryVariables };
  "{ viewer { tenant } contacts(first: 2) { nodes { name } } estates(first: 2) { nodes { id } } }": { data: Operation74e31575d3Query; variables: Operation74e31575d3QueryVariables };
  "mutation { createContact(input: { name: \"A\" }) { errors { message } } }": { data: Operation25265c2180Mutation; variables: Operation25265c2180MutationVariables };
  "{ estates(first: 1) { nodes { id } } }": { data: Operationb1fb68d1c2Query; variables: Operationb1fb68d1c2QueryVariables };
  "mutation { updateEstate(estateId: 1, changes: { rooms: 2 }) { errors { message } } }": { data: Operationa8e2af47b0Mutation; variables: Operationa8e2af47b0MutationVariables };
  "query Named($name: String!) { contacts(first: 1, filter: { name: { eq: $name } }) { nodes { name } } }": { data: Operationf4761959c1Query; variables: Operationf4761959c1QueryVariables };
}
