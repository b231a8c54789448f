import type { SeedGround } from '../../simulator/entity.ts';
import type { AddressRecord, ContactRecord, ElementRecord } from '../../simulator/store.ts';
import { owners } from '../associate/associate.simulated.ts';
import { emptyContact } from './contact.simulated.ts';

const DAY = 86_400_000;
/** The first company is the own one; keys run on without a gap. */
const FIRST = 2;
const LAST = 201;

/** Fills the table of companies: about one in thirty is in the recycle bin, some have no e-mail, phone or address. */
export function seedContacts(ground: SeedGround): void {
  for (let id = FIRST; id <= LAST; id++) ground.world.contacts.set(id, seedContact(id, ground));
}

function seedContact(id: number, ground: SeedGround): ContactRecord {
  const { random, words, today, world } = ground;
  const own = id === world.ownContactId;
  const site = own ? (words.cities[0] ?? random.pick(words.cities)) : random.pick(words.cities);
  const stem = words.companies[id % words.companies.length] ?? '';
  const kind = words.companyKinds[(id * 3 + Math.floor(id / 20)) % words.companyKinds.length];
  const name = own ? `${words.companies[0]} ${words.companyKinds[0]}` : `${stem} ${kind}`;
  const domain = own ? words.mailDomain : `${plain(stem)}${id}.example`;
  const createdAt = today - random.int(30, 2500) * DAY + random.int(8 * 3600, 16 * 3600) * 1000;
  const updated = random.chance(0.7);
  return {
    ...emptyContact(id),
    name,
    department: own ? '' : random.pick(words.departments),
    orgNr: random.chance(0.9) ? String(900_000_000 + id * 7919) : '',
    code: plain(stem).slice(0, 2).toUpperCase(),
    number: String(10_000 + id),
    description: random.chance(0.5) ? `Prefers meetings before noon. Line two of note ${id}.\nAsk for "the boss".` : '',
    associateId: random.pick(owners),
    businessId: random.int(1, 7),
    categoryId: own ? 1 : random.int(1, 6),
    countryId: site.countryId,
    ...support(ground),
    groupId: 2,
    noMailing: random.chance(0.15),
    stop: random.chance(0.05),
    deletedAt: id > 40 && id % 33 === 12 ? today - random.int(1, 20) * DAY : null,
    ...ways(id, domain, ground),
    streetAddress: random.chance(0.9)
      ? address(id * 10 + 1, site, `${random.pick(words.streets)} ${random.int(1, 99)}`)
      : null,
    postalAddress: random.chance(0.7) ? address(id * 10 + 2, site, `Postboks ${random.int(10, 999)}`) : null,
    custom: seedCustom(ground),
    createdAt,
    createdBy: random.pick(owners),
    updatedAt: updated ? createdAt + random.int(1, 29) * DAY + random.int(0, 3600) * 1000 : null,
    updatedBy: updated ? random.pick(owners) : null,
  };
}

function support({ random }: SeedGround) {
  return {
    supportAssociateId: random.chance(0.3) ? 9 : null,
    ticketPriorityId: random.chance(0.2) ? 2 : 0,
    customerLanguageId: random.chance(0.2) ? 1 : 0,
    interestIds: random.chance(0.5) ? random.shuffle([1, 2, 3, 4]).slice(0, random.int(1, 3)) : [],
  };
}

function ways(id: number, domain: string, { random }: SeedGround) {
  const emails: ElementRecord[] = [];
  if (random.chance(0.9)) emails.push({ id: id * 100 + 1, value: `post@${domain}`, description: '' });
  if (random.chance(0.3)) emails.push({ id: id * 100 + 2, value: `invoice@${domain}`, description: 'Invoice' });
  const phones: ElementRecord[] = [];
  const number = (line: number) => `+47 22 ${String(id).padStart(3, '0')} 0${line}`;
  if (random.chance(0.9)) phones.push({ id: id * 100 + 11, value: number(1), description: 'Switchboard' });
  if (random.chance(0.3)) phones.push({ id: id * 100 + 12, value: number(2), description: 'Orders' });
  // Web addresses are free text: with a scheme, without one, or no address at all.
  const url = [`https://${domain}`, `www.${domain}`, `https://${domain}/start`, ''][id % 4] ?? '';
  return {
    emails,
    phones,
    faxes: random.chance(0.1) ? [{ id: id * 100 + 21, value: number(9), description: '' }] : [],
    urls: url === '' ? [] : [{ id: id * 100 + 31, value: url, description: '' }],
    domains: [domain],
  };
}

function address(id: number, site: SeedGround['words']['cities'][number], line: string): AddressRecord {
  return {
    id,
    address1: line,
    address2: id % 70 === 1 ? '2nd floor' : '',
    address3: '',
    city: site.city,
    county: '',
    state: '',
    zipcode: site.zipcode,
    latitude: id % 10 === 1 ? site.latitude : 0,
    longitude: id % 10 === 1 ? site.longitude : 0,
  };
}

/** Values of the custom fields that every tenant has; one record in five has none. */
export function seedCustom({ random, today }: SeedGround): ContactRecord['custom'] {
  if (random.chance(0.2)) return {};
  const day = new Date(today + random.int(-400, 400) * DAY).toISOString().slice(0, 10);
  return {
    'SuperOffice:1': random.pick(['Key account since 2019', 'Decides on renewals', 'Ask first; "always"', '']),
    'SuperOffice:2': random.int(0, 12),
    'SuperOffice:3': random.chance(0.8) ? day : null,
    'SuperOffice:4': random.chance(0.5),
    'SuperOffice:5': random.int(0, 4),
    'SuperOffice:6': random.int(0, 400) / 8,
    'SuperOffice:7': 'First line\nsecond line',
    'Acme:Renewal': random.chance(0.5) ? day : null,
    x_sla_hours: random.int(1, 48),
    x_review_time: '09:30:00',
    x_reviewed_at: today - random.int(1, 90) * DAY + 37_800_000,
    x_next_audit: day,
    x_premium: random.chance(0.3),
    x_margin: random.int(0, 1000) / 16,
    x_region: random.pick(['north', 'south', '']),
    x_notes: 'Longer text\nin two lines',
    x_travel: random.int(0, 600),
    x_parent: random.chance(0.3) ? random.int(2, 40) : null,
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');
}
