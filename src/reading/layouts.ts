import { madeOnce } from '../upstream/made-once.ts';
import { isObject } from '../upstream/object.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';
import type { CustomType } from '../upstream/superoffice/patch-custom.ts';
import { asText } from './row.ts';

/** A field that the tenant has made, as its layout describes it. */
export interface CustomFieldInfo {
  key: string;
  label: string | null;
  type: CustomType;
}

/** Types of `/{X}/CustomField` (superoffice.md 2.10); what is not named here is shown as text. */
const types: Readonly<Record<string, CustomType>> = {
  Integer: 'INTEGER',
  Decimal: 'DECIMAL',
  Checkbox: 'BOOLEAN',
  Date: 'DATE',
  DateTime: 'DATE_TIME',
  Time: 'TIME',
  TimeSpan: 'TIME_SPAN',
  MdoList: 'LIST_ITEM',
  RelationTo: 'REFERENCE',
};

/** Layouts of the tenant's own fields for one request, in its language; each is asked for once and kept as reference data. */
export class Layouts {
  private readonly superoffice: SuperOffice;
  // Nearly no operation asks for a layout, so nothing is made for it beforehand.
  private asked: Map<string, Promise<ReadonlyMap<string, CustomFieldInfo>>> | null = null;
  private anew: Set<string> | null = null;
  private foreseen: Set<string> | null = null;

  constructor(superoffice: SuperOffice) {
    this.superoffice = superoffice;
  }

  /** The fields of an entity (Contact, Person, Appointment) by key, in the order of the layout. */
  of(entity: string): Promise<ReadonlyMap<string, CustomFieldInfo>> {
    return madeOnce(this.loading, entity, () => this.read(entity));
  }

  /** Notes that the fields of an entity will be asked for; whether that costs a request that nobody has foreseen. */
  foresee(entity: string): boolean {
    this.foreseen ??= new Set();
    const isFirst = !this.foreseen.has(entity);
    this.foreseen.add(entity);
    return isFirst && !this.superoffice.isAtHand(`${entity}/CustomField`, 'shared');
  }

  private get loading(): Map<string, Promise<ReadonlyMap<string, CustomFieldInfo>>> {
    this.asked ??= new Map();
    return this.asked;
  }

  private read(entity: string): Promise<ReadonlyMap<string, CustomFieldInfo>> {
    return this.superoffice
      .referenceList({ path: `${entity}/CustomField`, kept: 'shared', entry: fieldOf })
      .then(fieldsOf);
  }

  /** The fields of an entity as the CRM has them now: what is kept may name one that has been deleted. Asked for once. */
  async renewed(entity: string): Promise<ReadonlyMap<string, CustomFieldInfo>> {
    this.anew ??= new Set();
    if (!this.anew.has(entity)) {
      this.anew.add(entity);
      const isDropped = this.superoffice.drop(`${entity}/CustomField`);
      this.loading.set(
        entity,
        isDropped.then(() => this.read(entity)),
      );
    }
    return this.of(entity);
  }
}

/** null: an entry that is no field. */
function fieldOf(wire: unknown): CustomFieldInfo | null {
  const { FieldName, DisplayName, FieldType } = isObject(wire) ? wire : {};
  const key = asText(FieldName);
  return key ? { key, label: asText(DisplayName), type: types[asText(FieldType) ?? ''] ?? 'TEXT' } : null;
}

const fieldsOf = (fields: readonly CustomFieldInfo[] | null): ReadonlyMap<string, CustomFieldInfo> =>
  new Map(fields?.map((field) => [field.key, field]));

/** Whether only a full row holds the id, or the text for people, of such a field. */
export const needsFullRow = (type: CustomType): boolean =>
  type === 'LIST_ITEM' || type === 'BOOLEAN' || type === 'REFERENCE';
