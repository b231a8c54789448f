/** What the CRM posts when something has happened (10.3). Members may be absent, and others may be there. */
export interface WebhookEventWire {
  EventId?: string;
  /** UTC, seven decimals. */
  Timestamp?: string;
  /** Database columns; empty on deletions. */
  Changes?: string[] | null;
  /** `contact.changed` */
  Event?: string;
  Entity?: string;
  PrimaryKey?: number;
  /** `Cust12345`, or `Default` of an installation of its own. */
  ContextIdentifier?: string;
  ChangedByAssociateId?: number;
  WebhookName?: string;
  FieldValues?: Record<string, unknown> | null;
  /** Keys, on deletions. */
  Values?: Record<string, unknown> | null;
}

/** A registration (10.1). */
export interface WebhookWire {
  WebhookId?: number;
  Name?: string;
  Events?: string[];
  TargetUrl?: string;
  Secret?: string | null;
  /** `Active`, `Stopped`, `TooManyErrors` */
  State?: string;
  Type?: string;
  TotalCalls?: number;
  TotalErrors?: number;
  ConsecutiveErrors?: number;
  LastError?: string | null;
}
