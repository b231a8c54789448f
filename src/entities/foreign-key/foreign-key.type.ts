import { builder, type ObjectFields } from '../../graphql/builder.ts';
import type { ForeignKey } from '../../reading/foreign-keys.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { AppointmentRef } from '../appointment/appointment.model.ts';
import { ContactRef } from '../contact/contact.model.ts';
import { PersonRef } from '../person/person.model.ts';

const ForeignKeyRef = builder.objectRef<ForeignKey>('ForeignKey').implement({
  description:
    'The key that another application keeps on a record. Users can write it: it is a pointer, never a right.',
  fields: (t) => ({
    app: t.exposeString('app', { nullable: false, description: 'Name of the application.' }),
    device: t.exposeString('device', {
      nullable: false,
      description: 'Name of the device of that application; empty where it has none.',
    }),
    key: t.exposeString('key', { nullable: false, description: 'Name of the key.' }),
    value: t.exposeString('value', { nullable: false, description: 'The value, as the application wrote it.' }),
  }),
});

const foreignKeysField = (t: ObjectFields<CrmRecord>, entity: string) =>
  t.field({
    type: [ForeignKeyRef],
    nullable: { list: true, items: false },
    description:
      'Keys that other applications keep on this record (archive ForeignKeys): one request for all records of the answer. Null when they cannot be read.',
    args: { app: t.arg.string({ required: false, description: 'Only those of this application; all when left out.' }) },
    extensions: { key: true, byKeys: true },
    resolve: async ({ key }, { app }, context) => {
      const keys = await context.foreignKeys.of(entity, key as number);
      return app ? keys.filter((each) => each.app.toLowerCase() === app.toLowerCase()) : keys;
    },
  });

builder.objectField(ContactRef, 'foreignKeys', (t) => foreignKeysField(t, 'Contact'));
builder.objectField(PersonRef, 'foreignKeys', (t) => foreignKeysField(t, 'Person'));
builder.objectField(AppointmentRef, 'foreignKeys', (t) => foreignKeysField(t, 'Appointment'));
