import { builder } from '../../graphql/builder.ts';
import {
  BooleanFilterRef,
  DateFilterRef,
  DirectionRef,
  IntFilterRef,
  StringFilterRef,
} from '../../graphql/filter-inputs.ts';
import type { EstateOrderInput, estateOrders } from './estate.conditions.onoffice.ts';

const ignored = 'An operator that is left out sets no condition; null is refused.';

const KeyFilterRef = builder.inputType('KeyFilter', {
  description: `Compares the key of a pick-list value. ${ignored}`,
  fields: (t) => ({
    in: t.stringList({ required: false, description: 'One of these keys; an empty list matches nothing.' }),
    notIn: t.stringList({ required: false, description: 'None of these keys.' }),
  }),
});

const DecimalRangeRef = builder.inputType('DecimalRange', {
  description: 'Numbers from `from` to `to`, both included.',
  fields: (t) => ({
    from: t.field({ type: 'Decimal', required: true, description: 'The least number that matches.' }),
    to: t.field({ type: 'Decimal', required: true, description: 'The greatest number that matches.' }),
  }),
});

const DecimalFilterRef = builder.inputType('DecimalFilter', {
  description: `Compares a number exactly. Records in which it is unset never match: onOffice stores them as zero, so upper bounds add "greater than zero". The operators are joined with AND. ${ignored}`,
  fields: (t) => {
    const number = (description: string) => t.field({ type: 'Decimal', required: false, description });
    return {
      eq: number('Equal.'),
      lt: number('Less than.'),
      lte: number('Less than or equal.'),
      gt: number('Greater than.'),
      gte: number('Greater than or equal.'),
      between: t.field({ type: DecimalRangeRef, required: false, description: 'Within a range.' }),
    };
  },
});

const NearFilterRef = builder.inputType('NearFilter', {
  description: 'A place and what lies around it; estates that nobody has located never match.',
  fields: (t) => ({
    latitude: t.float({ required: true, description: 'Degrees north (WGS 84), -90 to 90.' }),
    longitude: t.float({ required: true, description: 'Degrees east (WGS 84), -180 to 180.' }),
    radiusKm: t.float({ required: true, description: 'Kilometres around it, 0.001 to 20000.' }),
  }),
});

/** Which estates; what it means to onOffice stands with the conditions. */
export const EstateFilterRef = builder.inputType('EstateFilter', {
  description:
    'Which estates; the fields are joined with AND, since onOffice knows no other way. Inactive and archived ones are among them unless `status` says otherwise. Texts hold no % or _ but in `eq` and `in`: onOffice reads them as wildcards.',
  fields: (t) => {
    const of = <
      Ref extends
        | typeof IntFilterRef
        | typeof StringFilterRef
        | typeof KeyFilterRef
        | typeof DecimalFilterRef
        | typeof BooleanFilterRef
        | typeof DateFilterRef
        | typeof NearFilterRef,
    >(
      type: Ref,
      description: string,
    ) => t.field({ type, required: false, description });
    return {
      estateId: of(IntFilterRef, 'The number of the main record (Id).'),
      externalNumber: of(StringFilterRef, 'The number shown to clients (objektnr_extern).'),
      category: of(KeyFilterRef, 'Class: haus, wohnung, grundstueck ... (objektart).'),
      marketingType: of(KeyFilterRef, 'kauf, miete, pacht, erbpacht (vermarktungsart).'),
      status: of(KeyFilterRef, '1 active, 2 inactive, 0 archived (status).'),
      city: of(StringFilterRef, 'City as the main language version writes it (ort).'),
      postalCode: of(StringFilterRef, 'Postal code (plz).'),
      purchasePrice: of(DecimalFilterRef, "Price in the estate's own currency (kaufpreis)."),
      coldRent: of(
        DecimalFilterRef,
        "Rent a month without heating and service charges, in the estate's own currency (kaltmiete).",
      ),
      livingArea: of(DecimalFilterRef, 'Living area in square metres (wohnflaeche).'),
      rooms: of(DecimalFilterRef, 'Rooms (anzahl_zimmer).'),
      published: of(
        BooleanFilterRef,
        'Released for the own homepage (veroeffentlichen); false matches unset ones too.',
      ),
      sold: of(BooleanFilterRef, 'Sold or rented (verkauft); false matches unset ones too.'),
      reserved: of(BooleanFilterRef, 'Reserved (reserviert); false matches unset ones too.'),
      updatedAt: of(
        DateFilterRef,
        'When it was changed last (geaendert_am), to the second; estates of which that is unknown never match.',
      ),
      near: of(NearFilterRef, 'Within a radius (georangesearch). FORBIDDEN with ONOFFICE_ACCESS=published.'),
    };
  },
});

const orderTexts: Record<keyof typeof estateOrders, string> = {
  ESTATE_ID: 'By the number of the record (Id).',
  PURCHASE_PRICE: 'By price (kaufpreis); unset ones stand as zero.',
  COLD_RENT: 'By cold rent (kaltmiete); unset ones stand as zero.',
  LIVING_AREA: 'By living area (wohnflaeche); unset ones stand as zero.',
  ROOMS: 'By the number of rooms (anzahl_zimmer); unset ones stand as zero.',
  CREATED_AT: 'By the day of creation (erstellt_am).',
  UPDATED_AT: 'By the last change (geaendert_am).',
  CITY: 'By the city of the main language version (ort).',
};

const EstateOrderFieldRef = builder.enumType('EstateOrderField', {
  description: 'What estates can be ordered by.',
  values: Object.fromEntries(
    Object.entries(orderTexts).map(([name, description]) => [name, { description }]),
  ) as unknown as Record<keyof typeof estateOrders, { description: string }>,
});

export const EstateOrderRef = builder.inputRef<EstateOrderInput>('EstateOrder').implement({
  description: 'One criterion of an order; estates that are equal by all of them stand by their number.',
  fields: (t) => ({
    field: t.field({ type: EstateOrderFieldRef, required: true, description: 'What to order by.' }),
    direction: t.field({ type: DirectionRef, required: false, description: 'Which way; ASC when left out.' }),
  }),
});
