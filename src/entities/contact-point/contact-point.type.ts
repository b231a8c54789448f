import { shareable } from '../../graphql/federation.ts';
import { ContactPointRef } from './contact-point.model.ts';

ContactPointRef.implement({
  description: 'A phone number, an e-mail address or a web address, as it is stored.',
  extensions: shareable,
  fields: (t) => ({
    value: t.exposeString('value', { nullable: false, description: 'The number or address, exactly as stored.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is used for, as free text. Null when empty.',
    }),
  }),
});
