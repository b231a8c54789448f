import { places } from '../../simulator/onoffice/places.ts';
import type { AddressContact, AddressRecord } from '../../simulator/onoffice/store.ts';
import { wallClock } from '../../simulator/onoffice/wall-clock.ts';
import type { Random } from '../../simulator/random.ts';

const firstNames = 'Erika Jonas Lena Paul Mia Felix Sofia Max Clara Emil Ida Anton Greta Karl Frieda Oskar'.split(' ');
const lastNames = 'Beispiel Muster Weber Krause Lehmann Brandt Vogel Winter Sommer Keller Busch Lorenz'.split(' ');
const companies = ['Wohnbau', 'Immobilien', 'Bauträger', 'Grundbesitz', 'Hausverwaltung'];

/** Addresses 1 to 38 own properties and are known to the other CRM by their ids; 41 to 46 are the agents. */
export const ownerIds = Array.from({ length: 38 }, (_, index) => index + 1);
export const agentIds = [41, 42, 43, 44, 45, 46];

/** The addresses of one customer, by id. `brand` tells two customers apart. */
export function seedAddresses(random: Random, brand: string, now: number): Map<number, AddressRecord> {
  const ids = [...ownerIds, ...agentIds];
  return new Map(ids.map((id) => [id, seedAddress(id, random, brand, now)]));
}

function seedAddress(id: number, random: Random, brand: string, now: number): AddressRecord {
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const place = random.pick(places);
  const isCompany = id % 3 === 0;
  const mail = `${plain(firstName)}.${plain(lastName)}@${plain(brand)}.example`;
  return {
    id,
    values: {
      KdNr: 20_000 + id,
      Anrede: isCompany ? 'Firma' : random.pick(['Herr', 'Frau']),
      Titel: id % 7 === 0 ? 'Dr.' : null,
      Vorname: firstName,
      Name: lastName,
      Zusatz1: isCompany ? `${lastName} ${random.pick(companies)} ${brand}` : null,
      Strasse: `Hauptstraße ${id}`,
      Plz: place.zip,
      Ort: place.city,
      Land: place.country,
      Briefanrede: `Guten Tag ${firstName} ${lastName}`,
      HerkunftKontakt: id % 2 === 0 ? ['website', 'empfehlung'] : null,
      Benutzer: 'jmuster',
      Status: '1',
      newsletter_aktiv: '4',
      Aenderung: wallClock(now - id * 3_600_000),
    },
    contacts: seedContacts(id, mail, random),
  };
}

/** Every fifth has no mail address, and every third two telephone numbers. */
function seedContacts(id: number, mail: string, random: Random): AddressContact[] {
  const first = 13_000 + id * 10;
  const number = () => `0241 ${random.int(100_000, 999_999)}`;
  const contacts = [{ id: first + 1, kind: 'phone', value: number(), comment: id % 2 === 0 ? 'Zentrale' : '' }];
  if (id % 3 === 0) contacts.push({ id: first + 3, kind: 'phonebusiness', value: number(), comment: '' });
  if (id % 4 === 0) contacts.push({ id: first + 5, kind: 'mobile', value: number(), comment: '' });
  if (id % 5 !== 0) contacts.push({ id: first + 7, kind: 'email', value: mail, comment: '' });
  return contacts;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
