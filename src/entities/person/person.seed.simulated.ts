import type { SeedGround } from '../../simulator/entity.ts';
import type { ElementRecord, PersonRecord } from '../../simulator/store.ts';
import { owners } from '../associate/associate.simulated.ts';
import { seedCustom } from '../contact/contact.seed.simulated.ts';
import { emptyPerson } from './person.simulated.ts';

const DAY = 86_400_000;
const FIRST = 11;
const LAST = 810;
/** The first ten work for the own company: they are the tenant's users. */
const LAST_USER = 20;

/** Fills the table of persons, spread unevenly: some companies have none, some one, some two dozen. */
export function seedPersons(ground: SeedGround): void {
  const { world } = ground;
  for (let id = FIRST; id <= LAST; id++) world.persons.set(id, seedPerson(id, ground));
  for (const contact of world.contacts.values()) {
    const colleague = [...world.persons.values()].find((person) => person.contactId === contact.id);
    if (contact.id % 4 === 1 && colleague !== undefined) contact.supportPersonId = colleague.id;
  }
}

function employer(id: number, { random, world }: SeedGround): number | null {
  if (id <= LAST_USER) return world.ownContactId;
  if (id % 131 === 0) return null;
  // Companies 3, 13, 23, ... have nobody; the first forty share half of all persons.
  const contactId = random.chance(0.5) ? random.int(4, 40) : random.int(41, 201);
  return contactId % 10 === 3 ? contactId + 1 : contactId;
}

function seedPerson(id: number, ground: SeedGround): PersonRecord {
  const { random, words, today, world } = ground;
  const user = id <= LAST_USER;
  const { firstname, lastname } = personName(id, words);
  const contactId = employer(id, ground);
  const contact = contactId === null ? undefined : world.contacts.get(contactId);
  const createdAt = today - random.int(30, 2500) * DAY + random.int(8 * 3600, 16 * 3600) * 1000;
  const updated = random.chance(0.6);
  const domain = contact?.domains[0] ?? 'mail.example';
  return {
    ...emptyPerson(id),
    contactId,
    firstname,
    middleName: !user && random.chance(0.1) ? 'Marie' : '',
    lastname,
    mrmrs: random.pick(['Mr.', 'Mrs.', '']),
    title: random.pick(['Head of purchasing', 'Consultant', '']),
    salutation: random.chance(0.3) ? 'Dear' : '',
    description: random.chance(0.3) ? `Speaks German. Note on person ${id}.` : '',
    personNumber: String(10_000 + id),
    birthDate: birthDate(id, ground),
    positionId: random.int(0, 5),
    countryId: contact?.countryId ?? 578,
    rank: (id % 9) + 1,
    associateId: random.pick(owners),
    ...support(ground),
    noMailing: random.chance(0.1),
    usePersonAddress: random.chance(0.1),
    retired: !user && id % 20 === 9,
    deletedAt: !user && id % 97 === 50 ? today - random.int(1, 20) * DAY : null,
    ...ways(id, `${firstname}.${lastname}@${domain}`, ground),
    address: random.chance(0.3) ? address(id, ground) : null,
    consents: [consent(id, createdAt)],
    custom: seedCustom(ground),
    createdAt,
    createdBy: random.pick(owners),
    updatedAt: updated ? createdAt + random.int(1, 29) * DAY + random.int(0, 3600) * 1000 : null,
    updatedBy: updated ? random.pick(owners) : null,
  };
}

function personName(id: number, words: SeedGround['words']): { firstname: string; lastname: string } {
  const [firstname = '', lastname = ''] = words.users[id - FIRST]?.split(' ') ?? [
    words.firstnames[id % words.firstnames.length],
    words.lastnames[(id * 5 + Math.floor(id / 21)) % words.lastnames.length],
  ];
  return { firstname, lastname };
}

/** None, or with a year, or without: then the vendor stores year 2. */
function birthDate(id: number, { random }: SeedGround): string | null {
  if (random.chance(0.3)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const year = id % 17 === 3 ? '0002' : String(random.int(1950, 2003));
  return `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

function support({ random }: SeedGround) {
  return {
    supportAssociateId: random.chance(0.1) ? 9 : null,
    ticketPriorityId: random.chance(0.1) ? 3 : 0,
    customerLanguageId: random.chance(0.1) ? 2 : 0,
    interestIds: random.chance(0.4) ? random.shuffle([4, 5, 6, 7]).slice(0, random.int(1, 2)) : [],
    shipmentTypeIds: random.chance(0.6) ? [1] : [],
  };
}

function ways(id: number, mail: string, { random }: SeedGround) {
  const phone = (line: number, description = ''): ElementRecord => ({
    id: id * 100 + 10 + line,
    value: `+47 9${line}0 0${Math.floor(id / 100)} ${String(id % 100).padStart(3, '0')}`,
    description,
  });
  const emails: ElementRecord[] = [];
  const letters = mail.toLowerCase().replaceAll('ø', 'o').replaceAll('ß', 'ss').normalize('NFD');
  const value = letters.replaceAll(/'|\p{M}/gu, '');
  // E-mails are free text too: a few are none, have blanks around them, or are two in one field.
  const odd = { 7: 'unknown', 8: ` ${value} `, 9: `${value}; other.${value}` }[id % 89];
  if (odd !== undefined) emails.push({ id: id * 100 + 1, value: odd, description: '' });
  else if (random.chance(0.9)) emails.push({ id: id * 100 + 1, value, description: '' });
  if (emails.length > 0 && random.chance(0.2)) {
    emails.push({ id: id * 100 + 2, value: `private.${id}@home.example`, description: 'Private' });
  }
  return {
    emails,
    mobilePhones: random.chance(0.8) ? [phone(1)] : [],
    officePhones: random.chance(0.7) ? (random.chance(0.2) ? [phone(2), phone(6, 'Desk')] : [phone(2)]) : [],
    privatePhones: random.chance(0.2) ? [phone(3, 'Home')] : [],
    otherPhones: random.chance(0.05) ? [phone(4)] : [],
    faxes: random.chance(0.05) ? [phone(5)] : [],
    urls: random.chance(0.1) ? [{ id: id * 100 + 31, value: `www.person${id}.example`, description: '' }] : [],
  };
}

function address(id: number, { random, words }: SeedGround): PersonRecord['address'] {
  const site = random.pick(words.cities);
  return {
    id: 100_000 + id,
    address1: `${random.pick(words.streets)} ${random.int(1, 99)}`,
    address2: '',
    address3: '',
    city: site.city,
    county: '',
    state: '',
    zipcode: site.zipcode,
    latitude: 0,
    longitude: 0,
  };
}

function consent(id: number, createdAt: number): PersonRecord['consents'][number] {
  return {
    id: 300 + id,
    comment: '',
    legalBaseId: id % 2 === 0 ? 5 : 6,
    purposeId: 1,
    sourceId: 1,
    createdAt,
    createdBy: 5,
    updatedAt: null,
    updatedBy: null,
  };
}
