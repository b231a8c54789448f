import { appointmentWrites } from '../../entities/appointment/appointment.write.simulated.ts';
import { contactWrites } from '../../entities/contact/contact.write.simulated.ts';
import { personWrites } from '../../entities/person/person.write.simulated.ts';
import type { WritableEntity } from './save.ts';

/** The entities that can be written, one line each. */
export const writableEntities = [
  contactWrites,
  personWrites,
  appointmentWrites,
] as unknown as readonly WritableEntity[];
