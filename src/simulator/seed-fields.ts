import type {
  CustomFieldOwner,
  ExtraFieldRecord,
  ExtraKind,
  UdefFieldRecord,
  UdefKind,
} from './custom-field-records.ts';
import { multiLanguage } from './language.ts';

interface UdefRow {
  progId: string;
  kind: UdefKind;
  label: string;
  listName?: string;
  published?: boolean;
  isReadOnly?: boolean;
  fieldDefault?: string;
}

const remark = multiLanguage({ US: 'Remark', NO: 'Merknad', GE: 'Bemerkung', SW: 'Anmärkning', DA: 'Bemærkning' });
const keyAccount = multiLanguage({ US: 'Key account', NO: 'Nøkkelkunde', GE: 'Schlüsselkunde' });

/** The eight kinds, one key of the tenant's own, and one field that only the draft layout knows. */
const udefRows: readonly UdefRow[] = [
  { progId: 'SuperOffice:1', kind: 'ShortText', label: remark },
  { progId: 'SuperOffice:2', kind: 'Number', label: 'Sites', fieldDefault: '1' },
  { progId: 'SuperOffice:3', kind: 'Date', label: 'Contract end' },
  { progId: 'SuperOffice:4', kind: 'Checkbox', label: keyAccount },
  { progId: 'SuperOffice:5', kind: 'List', label: 'Partner level', listName: 'udlist98' },
  { progId: 'SuperOffice:6', kind: 'Decimal', label: 'Discount %' },
  { progId: 'SuperOffice:7', kind: 'LongText', label: 'Background' },
  { progId: 'Acme:Renewal', kind: 'UnlimitedDate', label: 'Renewal' },
  { progId: 'SuperOffice:9', kind: 'Number', label: 'Score', isReadOnly: true },
  { progId: 'SuperOffice:10', kind: 'ShortText', label: 'Next version', published: false },
];

function udefField(owner: CustomFieldOwner, row: UdefRow, index: number): UdefFieldRecord {
  return {
    owner,
    progId: row.progId,
    identity: index + 1,
    kind: row.kind,
    label: row.label,
    tooltip: '',
    shortLabel: '',
    listName: row.listName ?? null,
    textLength: row.kind === 'ShortText' ? 39 : row.kind === 'LongText' ? 1999 : 0,
    isMandatory: false,
    isReadOnly: row.isReadOnly ?? false,
    isIndexed: index === 0,
    hideLabel: false,
    published: row.published ?? true,
    fieldDefault: row.fieldDefault ?? '',
  };
}

const extraRows: readonly { name: string; kind: ExtraKind; label: string; target?: 'contact' | 'person' }[] = [
  { name: 'x_sla_hours', kind: 'Number', label: 'SLA (hours)' },
  { name: 'x_review_time', kind: 'Time', label: 'Time of the review' },
  { name: 'x_reviewed_at', kind: 'DateTime', label: 'Reviewed' },
  { name: 'x_next_audit', kind: 'Date', label: multiLanguage({ US: 'Next audit', NO: 'Neste revisjon' }) },
  { name: 'x_premium', kind: 'Boolean', label: 'Premium' },
  { name: 'x_margin', kind: 'Decimal', label: 'Margin' },
  { name: 'x_region', kind: 'ShortText', label: 'Region' },
  { name: 'x_notes', kind: 'LongText', label: 'Notes' },
  { name: 'x_travel', kind: 'TimeSpan', label: 'Travel' },
  { name: 'x_parent', kind: 'Relation', label: 'Parent company', target: 'contact' },
];

const owners = ['Contact', 'Person', 'Appointment'] as const;

/** The user-defined fields of a new tenant. */
export function seedUdefFields(): UdefFieldRecord[] {
  return owners.flatMap((owner) => udefRows.map((row, index) => udefField(owner, row, index)));
}

/** The extra fields of a new tenant. */
export function seedExtraFields(): ExtraFieldRecord[] {
  return owners.flatMap((owner) =>
    extraRows.map((row) => ({
      owner,
      name: row.name,
      kind: row.kind,
      label: row.label,
      description: '',
      target: row.target ?? null,
      isMandatory: false,
      isReadOnly: false,
      hideField: false,
    })),
  );
}
