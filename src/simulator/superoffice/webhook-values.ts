import type { AppointmentRecord, ContactRecord, PersonRecord } from '../store.ts';
import { appointmentTypes, completions } from '../store.ts';
import type { RecordChange } from './changes.ts';

const stamp = (instant: number | null) =>
  instant === null ? '0001-01-01T00:00:00' : new Date(instant).toISOString().replace('Z', '0000Z');

/** Values that are no customer's text, by database column (10.3). */
export function fieldValues({ entity, record }: RecordChange): Record<string, unknown> | undefined {
  if (entity === 'contact') return ofContact(record as ContactRecord);
  if (entity === 'person') return ofPerson(record as PersonRecord);
  return entity === 'appointment' ? ofActivity(record as AppointmentRecord) : undefined;
}

function ofContact(row: ContactRecord): Record<string, unknown> {
  return {
    activeInterests: row.interestIds.length,
    associate_id: row.associateId,
    business_idx: row.businessId,
    category_idx: row.categoryId,
    country_id: row.countryId,
    deleted: row.deletedAt === null ? 0 : 1,
    DeletedDate: stamp(row.deletedAt),
    registered: stamp(row.createdAt),
    registered_associate_id: row.createdBy,
    source: row.source,
    updated: stamp(row.updatedAt),
  };
}

function ofPerson(row: PersonRecord): Record<string, unknown> {
  return {
    activeInterests: row.interestIds.length,
    associate_id: row.associateId,
    business_idx: row.businessId,
    category_idx: row.categoryId,
    contact_id: row.contactId ?? 0,
    country_id: row.countryId,
    DeletedDate: stamp(row.deletedAt),
    person_id: row.id,
    position_idx: row.positionId,
    registered: stamp(row.createdAt),
    registered_associate_id: row.createdBy,
    retired: row.retired ? 1 : 0,
    source: row.source,
    updated: stamp(row.updatedAt),
    updated_associate_id: row.updatedBy ?? 0,
  };
}

const documentTypes = ['Document', 'MergeDraft', 'MergeFinal'];

function ofActivity(row: AppointmentRecord): Record<string, unknown> {
  return {
    activeDate: stamp(row.activeAt),
    associate_id: row.associateId,
    contact_id: row.contactId ?? 0,
    // Documents are rows of the same table; here each has the key of its row.
    document_id: documentTypes.includes(row.type) ? row.id : 0,
    person_id: row.personId ?? 0,
    status: completions.indexOf(row.completed),
    task_idx: row.taskId,
    type: appointmentTypes.indexOf(row.type),
    updated: stamp(row.updatedAt),
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
