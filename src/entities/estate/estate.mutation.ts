import type { RequestContext } from '../../context/context.ts';
import { builder, type Types } from '../../graphql/builder.ts';
import { errorsField, invalid, type Mendable } from '../../graphql/mutation.ts';
import { mendable } from '../../graphql/mutation-refusals.ts';
import { keyText } from '../../graphql/mutation-repeat.ts';
import { Refusal } from '../../reading/refusal.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import { endsTold } from '../../upstream/onoffice/wire.ts';
import { codeOf, EstateRef } from './estate.model.ts';
import { changeEstate, createEstate, type EstateOutcome } from './estate.write.model.ts';
import type { EstateInput } from './estate.write.onoffice.ts';

const EstatePayloadRef = builder.objectRef<EstateOutcome>('EstatePayload').implement({
  description: 'What a write to an estate came to.',
  fields: (t) => ({
    estate: t.field({
      type: EstateRef,
      nullable: true,
      description: 'The estate as it is now, read after the write. Null when nothing was written.',
      resolve: async ({ estateId }, _args, context, info) =>
        estateId === null ? null : (await context.onoffice.estates()).byId(estateId, info),
    }),
    errors: errorsField(t),
  }),
});

interface Unlocking {
  unlocked: boolean;
  errors: readonly Mendable[];
}

const UnlockPayloadRef = builder.objectRef<Unlocking>('UnlockPayload').implement({
  description: 'What the activation of a marketplace provider came to.',
  fields: (t) => ({
    unlocked: t.exposeBoolean('unlocked', {
      nullable: false,
      description: 'Whether onOffice has activated the provider.',
    }),
    errors: errorsField(t),
  }),
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

const cleared = ' null clears it.';
const text = (t: InputFields, description: string) => t.string({ required: false, description });
const amount = (t: InputFields, description: string) => t.field({ type: 'Decimal', required: false, description });
const measure = (t: InputFields, description: string) => t.float({ required: false, description });

/** Fields that a create and a change have in common. `more` is what is said of each beside its meaning. */
const shared = (t: InputFields, more: string) => ({
  externalNumber: text(
    t,
    `The number shown to clients (objektnr_extern). One that is in use gives way to a generated number: the payload's estate shows the one stored.${more}`,
  ),
  title: text(t, `Title (objekttitel).${more}`),
  description: text(t, `Description (objektbeschreibung); may hold HTML.${more}`),
  purchasePrice: amount(t, `Price in the estate's currency (kaufpreis). Zero is the same as none.${more}`),
  coldRent: amount(t, `Rent a month without heating and service charges (kaltmiete). Zero is the same as none.${more}`),
  livingArea: measure(t, `Living area in square metres (wohnflaeche). Zero is the same as none.${more}`),
  rooms: measure(t, `Rooms; halves count (anzahl_zimmer). Zero is the same as none.${more}`),
  street: text(t, `Street without the number (strasse).${more}`),
  houseNumber: text(t, `House number (hausnummer).${more}`),
  postalCode: text(t, `Postal code (plz).${more}`),
  city: text(t, `City (ort): a text of the language version.${more}`),
  country: text(t, `Country as ISO 3166 alpha-3 code, such as DEU (land).${more}`),
  fields: t.field({
    type: 'JSON',
    required: false,
    description:
      'Any other field: an object of values by onOffice names, each as `EstateField.value` gives it; null clears. One that the customer lacks, that onOffice sets itself, or that has a name of its own here, is a ValidationError.',
  }),
});

const CreateEstateInputRef = builder.inputType('CreateEstateInput', {
  description: 'A new estate, in the main language. What is left out is as onOffice has it for new records.',
  fields: (t) => ({
    ...shared(t, ''),
    category: t.string({
      required: true,
      description: 'Key of the class: haus, wohnung, grundstueck ... (objektart).',
    }),
    type: text(t, 'Key of the type within its class (objekttyp).'),
    usage: t.string({ required: true, description: 'Key of the usage: wohnen, gewerbe, anlage, waz (nutzungsart).' }),
    marketingType: t.string({ required: true, description: 'Key: kauf, miete, pacht, erbpacht (vermarktungsart).' }),
  }),
});

const EstateChangesRef = builder.inputType('EstateChanges', {
  description: 'What is to change: a field that is left out stays as it is. Nothing is guarded: the last write wins.',
  fields: (t) => {
    const flag = (description: string) =>
      t.boolean({ required: false, description: `${description} null is a ValidationError.` });
    return {
      ...shared(t, cleared),
      locationDescription: text(t, `About the location (lage); may hold HTML.${cleared}`),
      equipmentDescription: text(t, `About the equipment (ausstatt_beschr); may hold HTML.${cleared}`),
      warmRent: amount(
        t,
        `Rent a month with heating and service charges (warmmiete). Zero is the same as none.${cleared}`,
      ),
      status: text(t, '1 active, 2 inactive, 0 archived (status). null is a ValidationError.'),
      reserved: flag('Whether it is reserved (reserviert).'),
      sold: flag('Whether it is sold or rented (verkauft).'),
      published: flag('Whether it is released for the own homepage (veroeffentlichen).'),
    };
  },
});

const estateId = 'The number of the main record.';

builder.mutationFields((t) => ({
  createEstate: t.field({
    type: EstatePayloadRef,
    nullable: true,
    description: 'Creates an estate in the main language; other versions are made in onOffice itself.',
    args: {
      input: t.arg({ type: CreateEstateInputRef, required: true, description: 'The new estate.' }),
      idempotencyKey: t.arg.string({
        required: false,
        description: keyText('estate'),
      }),
    },
    resolve: (_root, { input, idempotencyKey }, context) =>
      createEstate(input as EstateInput, idempotencyKey ?? null, context),
  }),
  updateEstate: t.field({
    type: EstatePayloadRef,
    nullable: true,
    description: 'Changes an estate. Texts go to one language version, all else to every one of them.',
    args: {
      estateId: t.arg.int({ required: true, description: estateId }),
      changes: t.arg({ type: EstateChangesRef, required: true, description: 'What is to change.' }),
      language: t.arg({
        type: 'Locale',
        required: false,
        description:
          'The version that texts go to; the main one when left out. One that the estate lacks is ESTATE_LANGUAGE_MISSING, and nothing is written.',
      }),
    },
    resolve: (_root, { estateId: id, changes, language }, context) =>
      changeEstate(id, changes as EstateInput, codeOf(language), context),
  }),
  archiveEstate: t.field({
    type: EstatePayloadRef,
    nullable: true,
    description:
      'Archives an estate (status 0), since onOffice deletes none. `updateEstate` with status 1 takes it back.',
    args: { estateId: t.arg.int({ required: true, description: estateId }) },
    resolve: (_root, { estateId: id }, context) => changeEstate(id, { status: '0' }, null, context),
  }),
  unlockProvider: t.field({
    type: UnlockPayloadRef,
    nullable: true,
    description:
      'Marketplace: activates the provider for the customer, with the claim of the activation page in X-OnOffice-Claim. Nothing else is asked of onOffice: until it is done, nothing else is allowed.',
    args: {
      parameterCacheId: t.arg.string({ required: true, description: 'As the activation page was given it.' }),
    },
    resolve: (_root, { parameterCacheId }, context) => unlock(parameterCacheId, context),
  }),
}));

async function unlock(parameterCacheId: string, context: RequestContext): Promise<Unlocking> {
  const { client, hasClaim } = await context.onoffice.writing();
  if (!hasClaim) throw new Refusal('BAD_USER_INPUT', 'Send the claim of the activation page in X-OnOffice-Claim.');
  const path = ['parameterCacheId'];
  if (parameterCacheId.trim() === '') return { unlocked: false, errors: [invalid('This is empty.', path)] };
  try {
    const { records } = await client.write('do', 'unlockProvider', { parameterCacheId });
    const ends = endsTold(records);
    if (ends.includes('error'))
      return { unlocked: false, errors: [invalid('onOffice did not activate the provider.', path)] };
    // An answer that says neither leaves open whether it was done.
    if (!ends.includes('success')) throw new UpstreamError('onoffice', 'unknownOutcome');
    return { unlocked: true, errors: [] };
  } catch (error) {
    return { unlocked: false, errors: [{ ...mendable(error, null), path }] };
  }
}
