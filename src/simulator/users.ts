/** A field that a user may not read: absent values in the entity's member and in the archive column. */
export interface UnreadableField {
  entity: 'contact' | 'person' | 'appointment';
  member: string;
  columns: readonly string[];
}

/** What a user may see; the full rights hide nothing. */
export interface RightsRecord {
  hiddenContactIds: Set<number>;
  hiddenPersonIds: Set<number>;
  hiddenAppointmentIds: Set<number>;
  unreadable: UnreadableField[];
  /** Members that the user may read and not write. */
  readOnly?: readonly Pick<UnreadableField, 'entity' | 'member'>[];
  /** `TableRight.Mask` on the records that the user sees. */
  tableMask: string;
  functionRights: string[];
}

export interface TicketRecord {
  scheme: 'Bearer' | 'SOTicket';
  ticket: string;
  /** null: as long as the simulator runs. */
  expiresAt: number | null;
}

/** One who may log in, and by what. */
export interface UserRecord {
  associateId: number;
  tickets: TicketRecord[];
  /** Name and password of the Basic scheme, else null. */
  basic: { name: string; password: string } | null;
  /** The web client's session: cookie and XSRF value go together. */
  session: { cookie: string; xsrf: string } | null;
  rights: RightsRecord;
}
