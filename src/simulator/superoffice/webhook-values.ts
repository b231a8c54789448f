import type { CustomValues } from '../custom-field-records.ts';
import type { AppointmentRecord, ContactRecord, PersonRecord, TenantWorld } from '../store.ts';
import { appointmentTypes, completions, OPEN_END, privacies } from '../store.ts';
import { findZone, offsetText, wallClock } from '../zones.ts';
import type { RecordChange } from './changes.ts';

/** Values that are no customer's text, by database column, in the manual's order (10.3). */
export function fieldValues({ entity, record }: RecordChange, world: TenantWorld): Record<string, unknown> | undefined {
  const clock = findZone(world.baseZone)?.iana ?? 'UTC';
  if (entity === 'contact') return ofContact(record as ContactRecord, clock);
  if (entity === 'person') return ofPerson(record as PersonRecord, clock);
  return entity === 'appointment' ? ofActivity(record as AppointmentRecord, clock) : undefined;
}

/** The tenant's own clock, as the vendor's sample has it for all dates but that of the update. */
function date(instant: number | null, clock: string): string {
  if (instant === null) return '0001-01-01T00:00:00';
  return instant >= OPEN_END ? '9999-12-31T23:59:59' : wallClock(instant, clock);
}

/** With the offset of that clock and seven decimals. */
function updateDate(instant: number | null, clock: string): string {
  if (instant === null) return date(null, clock);
  const fraction = String(((instant % 1000) + 1000) % 1000).padStart(3, '0');
  return `${wallClock(instant, clock)}.${fraction}0000${offsetText(instant, clock)}`;
}

/** Rows of own fields: a record has one where it has values, and of the second kind there are none here. */
const ownFieldRows = ({ id, custom }: { id: number; custom: CustomValues }) => ({
  userdef2_id: 0,
  userdef_id: Object.keys(custom).length > 0 ? id : 0,
});

function ofContact(row: ContactRecord, clock: string): Record<string, unknown> {
  return {
    activeInterests: row.interestIds.length,
    associate_id: row.associateId,
    business_idx: row.businessId,
    category_idx: row.categoryId,
    country_id: row.countryId,
    deleted: row.deletedAt === null ? 0 : 1,
    DeletedDate: date(row.deletedAt, clock),
    registered: date(row.createdAt, clock),
    registered_associate_id: row.createdBy,
    source: row.source,
    updated: updateDate(row.updatedAt, clock),
    ...ownFieldRows(row),
  };
}

function ofPerson(row: PersonRecord, clock: string): Record<string, unknown> {
  return {
    activeInterests: row.interestIds.length,
    associate_id: row.associateId,
    business_idx: row.businessId,
    category_idx: row.categoryId,
    contact_id: row.contactId ?? 0,
    country_id: row.countryId,
    DeletedDate: date(row.deletedAt, clock),
    group_id: 0,
    person_id: row.id,
    position_idx: row.positionId,
    registered: date(row.createdAt, clock),
    registered_associate_id: row.createdBy,
    retired: row.retired ? 1 : 0,
    source: row.source,
    updated: updateDate(row.updatedAt, clock),
    updated_associate_id: row.updatedBy ?? 0,
    ...ownFieldRows(row),
  };
}

const documentTypes = ['Document', 'MergeDraft', 'MergeFinal'];

function ofActivity(row: AppointmentRecord, clock: string): Record<string, unknown> {
  return {
    activeDate: date(row.activeAt, clock),
    associate_id: row.associateId,
    contact_id: row.contactId ?? 0,
    do_by: date(row.startAt, clock),
    // Documents are rows of the same table; here each has the key of its row.
    document_id: documentTypes.includes(row.type) ? row.id : 0,
    endDate: date(row.endAt, clock),
    modified_appointment_fields: 0,
    mother_id: row.motherId,
    person_id: row.personId ?? 0,
    private: privacies.indexOf(row.private),
    project_id: row.projectId ?? 0,
    sale_id: row.saleId ?? 0,
    status: completions.indexOf(row.completed),
    task_idx: row.taskId,
    type: appointmentTypes.indexOf(row.type),
    updated: updateDate(row.updatedAt, clock),
    ...ownFieldRows(row),
  };
}

/** Keys that are told of a deleted record (10.3). */
export function deletedKeys({ entity, id, record }: RecordChange): Record<string, number> {
  const row = record as Partial<AppointmentRecord & PersonRecord>;
  const associate = { associate_id: row.associateId ?? 0 };
  if (entity === 'contact') return { ...associate, contact_id: id };
  if (entity === 'person') return { ...associate, contact_id: row.contactId ?? 0, person_id: id };
  return {
    appointment_id: id,
    contact_id: row.contactId ?? 0,
    person_id: row.personId ?? 0,
    project_id: 0,
    sale_id: 0,
  };
}
