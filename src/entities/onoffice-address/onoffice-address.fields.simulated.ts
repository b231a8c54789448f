import { parseChoices, parseFieldTable } from '../../simulator/onoffice/field-table.ts';
import type { FieldRecord } from '../../simulator/onoffice/store.ts';

const table = `
KdNr integer | Kundennummer | Customer no.
Anrede singleselect | Anrede | Salutation
Titel varchar(80) | Titel | Title
Vorname varchar(80) | Vorname | First name
Name varchar(80) | Name | Surname
Zusatz1 varchar(80) | Firma | Company
Strasse varchar(80) | Straße | Street
Plz varchar(20) | PLZ | Postal code
Ort varchar(80) | Ort | City
Land singleselect | Land | Country
Briefanrede varchar(150) | Briefanrede | Letter salutation
HerkunftKontakt multiselect | Herkunft | Origin | pipes
Benutzer text | Betreuer | Responsible user | user
Status singleselect | Status | Status
newsletter_aktiv singleselect | Newsletter | Newsletter
Aenderung datetime DATETIME | Geändert am | Changed on | system
imageUrl varchar(200) | Bild | Picture | system unlisted
uuid varchar(40) | UUID | UUID | system unlisted
`;

const choices = {
  Anrede: parseChoices(`
    Herr = Herr / Mr
    Frau = Frau / Ms
    Firma = Firma / Company`),
  Land: parseChoices(`
    DEU = Deutschland / Germany
    AUT = Österreich / Austria
    CHE = Schweiz / Switzerland
    NOR = Norwegen / Norway`),
  HerkunftKontakt: parseChoices(`
    website = Website / Website
    empfehlung = Empfehlung / Recommendation`),
  Status: parseChoices(`
    1 = Aktiv / Active
    0 = Archiviert / Archived`),
  newsletter_aktiv: parseChoices(`
    0 = Nein / No
    1 = Ja / Yes
    2 = Abgemeldet / Cancelled
    3 = Opt-in ausstehend / Opt-in pending
    4 = Keine Angabe / Not specified`),
};

/** The address module of a simulated customer. */
export function addressFieldRecords(): Map<string, FieldRecord> {
  return parseFieldTable(table, { choices });
}
