import { multiLanguage } from '../../simulator/language.ts';
import type { ListItemRecord, ListRecord } from '../../simulator/store.ts';

/** Texts in the order US, NO, GE, SW, DA; a single one is kept as a plain name. */
type Names = readonly string[];
const languages = ['US', 'NO', 'GE', 'SW', 'DA'] as const;

function rawName(names: Names): string {
  if (names.length === 1) return names[0] ?? '';
  return multiLanguage(Object.fromEntries(names.map((name, index) => [languages[index], name])));
}

function items(rows: Readonly<Record<number, Names>>, deleted: readonly number[] = []): ListItemRecord[] {
  return Object.entries(rows).map(([id, names], index) => ({
    id: Number(id),
    name: rawName(names),
    tooltip: '',
    rank: index + 1,
    deleted: deleted.includes(Number(id)),
    headingIds: [],
    extra: {},
  }));
}

interface ListShape {
  id: number;
  mdoName: string;
  route: string | null;
  name: string;
  table: string;
  custom?: boolean;
  headings?: ListItemRecord[];
}

function list(shape: ListShape, rows: ListItemRecord[]): ListRecord {
  return { custom: false, headings: [], ...shape, items: rows };
}

const taskNames: Record<number, Names> = {
  1: ['Meeting (Internal)', 'Møte (internt)', 'Besprechung (intern)', 'Möte (internt)', 'Møde (internt)'],
  2: ['Meeting (External)', 'Møte (eksternt)', 'Besprechung (extern)', 'Möte (externt)', 'Møde (eksternt)'],
  3: ['Phone-Out', 'Telefon ut', 'Telefon aus', 'Telefon ut', 'Telefon ud'],
  4: ['Phone-In', 'Telefon inn', 'Telefon ein', 'Telefon in', 'Telefon ind'],
  5: ['Follow-up', 'Oppfølging', 'Nachfassen', 'Uppföljning', 'Opfølgning'],
  6: ['Planning', 'Planlegging', 'Planung', 'Planering', 'Planlægning'],
  7: ['Visit', 'Besøk', 'Besuch', 'Besök', 'Besøg'],
  8: ['Lunch', 'Lunsj', 'Mittagessen', 'Lunch', 'Frokost'],
  9: ['Proposal', 'Tilbud', 'Angebot', 'Offert', 'Tilbud'],
  10: ['Service', 'Service', 'Service', 'Service', 'Service'],
  11: ['Private', 'Privat', 'Privat', 'Privat', 'Privat'],
  12: ['Other', 'Annet', 'Sonstiges', 'Annat', 'Andet'],
  13: ['Fax', 'Faks', 'Fax', 'Fax', 'Fax'],
};

function tasks(): ListItemRecord[] {
  const outgoing = [3, 9, 13];
  return items(taskNames, [13]).map((item) => ({
    ...item,
    extra: {
      Direction: item.id === 4 ? 'Incoming' : outgoing.includes(item.id) ? 'Outgoing' : 'Unknown',
      Type: item.id === 3 || item.id === 4 ? 'Phone' : item.id === 5 ? 'ToDo' : 'Appointment',
      IntentId: item.id <= 2 ? 1 : 2,
      IsDefaultAlldayEvent: false,
      IsDefaultFree: item.id === 3 || item.id === 8,
      IsDefaultPublished: false,
      ColorIndex: ['DarkBlue', 'LightBlue', 'Green', 'Orange'][item.id % 4] ?? 'DarkBlue',
      DefaultVideomeetingStatus: 'NoChange',
    },
  }));
}

/** Names, ISO codes, currency, dial-in prefix; the id is the ISO number. */
const countryRows: Record<number, { names: Names; two: string; three: string; dial: string; currency: number }> = {
  40: { names: ['Austria'], two: 'AT', three: 'AUT', dial: '43', currency: 978 },
  208: {
    names: ['Denmark', 'Danmark', 'Dänemark', 'Danmark', 'Danmark'],
    two: 'DK',
    three: 'DNK',
    dial: '45',
    currency: 208,
  },
  246: {
    names: ['Finland', 'Finland', 'Finnland', 'Finland', 'Finland'],
    two: 'FI',
    three: 'FIN',
    dial: '358',
    currency: 978,
  },
  276: {
    names: ['Germany', 'Tyskland', 'Deutschland', 'Tyskland', 'Tyskland'],
    two: 'DE',
    three: 'DEU',
    dial: '49',
    currency: 978,
  },
  578: { names: ['Norway', 'Norge', 'Norwegen', 'Norge', 'Norge'], two: 'NO', three: 'NOR', dial: '47', currency: 76 },
  752: {
    names: ['Sweden', 'Sverige', 'Schweden', 'Sverige', 'Sverige'],
    two: 'SE',
    three: 'SWE',
    dial: '46',
    currency: 752,
  },
  756: { names: ['Switzerland'], two: 'CH', three: 'CHE', dial: '41', currency: 756 },
  826: {
    names: ['United Kingdom', 'Storbritannia', 'Vereinigtes Königreich', 'Storbritannien', 'Storbritannien'],
    two: 'GB',
    three: 'GBR',
    dial: '44',
    currency: 826,
  },
  840: { names: ['United States', 'USA', 'USA', 'USA', 'USA'], two: 'US', three: 'USA', dial: '1', currency: 840 },
};

function countries(): ListItemRecord[] {
  return Object.entries(countryRows).map(([id, row], index) => ({
    id: Number(id),
    name: rawName(row.names),
    tooltip: row.names[0] ?? '',
    rank: index + 1,
    deleted: false,
    headingIds: [],
    extra: {
      CurrencyId: row.currency,
      EnglishName: row.names[0] ?? '',
      TwoLetterISOCountry: row.two,
      ThreeLetterISOCountry: row.three,
      DialInPrefix: row.dial,
    },
  }));
}

/** Headings carry the ids 1 to 3, as three of the items do. */
function businesses(): Pick<ListRecord, 'headings' | 'items'> {
  const headings = items({
    1: ['Industry', 'Industri', 'Industrie', 'Industri', 'Industri'],
    2: ['Services', 'Tjenester', 'Dienstleistungen', 'Tjänster', 'Tjenester'],
    3: ['Public sector', 'Offentlig sektor', 'Öffentlicher Sektor', 'Offentlig sektor', 'Offentlig sektor'],
  });
  const rows = items({
    1: ['Bank', 'Bank', 'Bank', 'Bank', 'Bank'],
    2: ['Construction', 'Bygg og anlegg', 'Bauwesen', 'Bygg', 'Byggeri'],
    3: ['Education', 'Utdanning', 'Bildung', 'Utbildning', 'Uddannelse'],
    4: ['Property', 'Eiendom', 'Immobilien', 'Fastigheter', 'Ejendom'],
    5: ['IT'],
    6: ['Shipping', 'Shipping', 'Schifffahrt', 'Sjöfart', 'Søfart'],
    7: ['Health', 'Helse', 'Gesundheit', 'Hälsa', 'Sundhed'],
  });
  const headingOf: Record<number, number[]> = { 1: [2], 2: [1], 3: [3], 4: [1, 2], 6: [1], 7: [2, 3] };
  return { headings, items: rows.map((item) => ({ ...item, headingIds: headingOf[item.id] ?? [] })) };
}

function entityLists(): ListRecord[] {
  const business = businesses();
  return [
    list({ id: 66, mdoName: 'task', route: 'Task', name: 'Follow-up type', table: 'task' }, tasks()),
    list(
      { id: 64, mdoName: 'category', route: 'Category', name: 'Company - Category', table: 'category' },
      items(
        {
          1: ['Customer', 'Kunde', 'Kunde', 'Kund', 'Kunde'],
          2: ['Prospect', 'Potensiell kunde', 'Interessent', 'Prospekt', 'Emne'],
          3: ['Vendor', 'Leverandør', 'Lieferant', 'Leverantör', 'Leverandør'],
          4: ['Partner'],
          5: ['Competitor', 'Konkurrent', 'Wettbewerber', 'Konkurrent', 'Konkurrent'],
          6: ['Former customer', 'Tidligere kunde', 'Ehemaliger Kunde', 'Tidigare kund', 'Tidligere kunde'],
        },
        [6],
      ).map((item) => ({ ...item, extra: { CategoryGroup: item.id <= 2 ? 'Customer' : 'Other' } })),
    ),
    list(
      {
        id: 61,
        mdoName: 'business',
        route: 'Business',
        name: 'Company - Business',
        table: 'business',
        headings: business.headings,
      },
      business.items,
    ),
    list({ id: 19, mdoName: 'country', route: 'Country', name: 'Country', table: 'country' }, countries()),
    list(
      { id: 70, mdoName: 'contint', route: null, name: 'Company - Interest', table: 'contint' },
      items({
        1: ['Reference customer'],
        2: ['Prestige customer'],
        3: ['Large account', 'Storkunde', 'Großkunde', 'Storkund', 'Storkunde'],
        4: ['Newsletter', 'Nyhetsbrev', 'Newsletter', 'Nyhetsbrev', 'Nyhedsbrev'],
      }),
    ),
    list(
      { id: 79, mdoName: 'priority', route: 'Priority', name: 'Follow-up - Priority', table: 'priority' },
      items({
        1: ['Normal', 'Normal', 'Normal', 'Normal', 'Normal'],
        2: ['High', 'Høy', 'Hoch', 'Hög', 'Høj'],
        3: ['Low', 'Lav', 'Niedrig', 'Låg', 'Lav'],
      }),
    ),
    list(
      { id: 80, mdoName: 'rejectreason', route: null, name: 'Reject reason', table: 'rejectreason' },
      items({ 1: ['Busy', 'Opptatt', 'Beschäftigt', 'Upptagen', 'Optaget'], 2: ['Travelling'] }),
    ),
  ];
}

function personLists(): ListRecord[] {
  return [
    list(
      { id: 76, mdoName: 'perspos', route: 'Position', name: 'Contact - Position', table: 'perspos' },
      items({
        1: ['Managing director', 'Daglig leder', 'Geschäftsführer', 'VD', 'Direktør'],
        2: ['Finance manager', 'Økonomisjef', 'Finanzleiter', 'Ekonomichef', 'Økonomichef'],
        3: ['IT manager', 'IT-sjef', 'IT-Leiter', 'IT-chef', 'IT-chef'],
        4: ['Sales manager', 'Salgssjef', 'Vertriebsleiter', 'Försäljningschef', 'Salgschef'],
        5: ['Assistant'],
      }),
    ),
    list(
      { id: 73, mdoName: 'persint', route: null, name: 'Contact - Interest', table: 'persint' },
      items({
        4: ['Decision maker'],
        5: ['Golf', 'Golf', 'Golf', 'Golf', 'Golf'],
        6: ['Events', 'Arrangementer', 'Veranstaltungen', 'Evenemang', 'Arrangementer'],
        7: ['Price lists'],
      }),
    ),
    list(
      { id: 74, mdoName: 'mrmrs', route: 'MrMrs', name: 'Mr/Mrs', table: 'mrmrs' },
      items({ 1: ['Mr.', 'Herr', 'Herr', 'Herr', 'Hr.'], 2: ['Mrs.', 'Fru', 'Frau', 'Fru', 'Fru'], 3: ['Dr.'] }),
    ),
    list(
      { id: 75, mdoName: 'salutation', route: null, name: 'Salutation', table: 'salutation' },
      items({ 1: ['Dear', 'Kjære', 'Liebe', 'Kära', 'Kære'], 2: ['Hello', 'Hei', 'Hallo', 'Hej', 'Hej'] }),
    ),
    list(
      { id: 81, mdoName: 'shipmenttype', route: null, name: 'Mailing type', table: 'shipmenttype' },
      items({ 1: ['Invitations', 'Invitasjoner', 'Einladungen', 'Inbjudningar', 'Invitationer'], 2: ['Offers'] }),
    ),
  ];
}

function otherLists(): ListRecord[] {
  const keyed = (rows: Record<number, Names>, keys: Record<number, string>) =>
    items(rows).map((item) => ({ ...item, extra: { Key: keys[item.id] ?? '' } }));
  return [
    list(
      { id: 40, mdoName: 'usergroup', route: 'UserGroup', name: 'User group', table: 'usergroup' },
      items({
        1: ['Management', 'Ledelse', 'Leitung', 'Ledning', 'Ledelse'],
        2: ['Sales'],
        3: ['Marketing'],
        4: ['Service'],
      }),
    ),
    list(
      { id: 98, mdoName: 'udlist98', route: null, name: 'Partner level', table: 'udlist98', custom: true },
      items(
        {
          1: ['Bronze', 'Bronse', 'Bronze', 'Brons', 'Bronze'],
          2: ['Silver', 'Sølv', 'Silber', 'Silver', 'Sølv'],
          3: ['Gold', 'Gull', 'Gold', 'Guld', 'Guld'],
          4: ['Partner'],
          5: ['Platinum'],
        },
        [5],
      ),
    ),
    list(
      {
        id: 82,
        mdoName: 'ticketpriority',
        route: 'TicketPriority',
        name: 'Request priority',
        table: 'ticket_priority',
      },
      items({ 1: ['Low'], 2: ['Medium'], 3: ['High'] }),
    ),
    list(
      { id: 83, mdoName: 'customerlanguage', route: null, name: 'Customer language', table: 'cust_lang' },
      items({ 1: ['English', 'Engelsk', 'Englisch', 'Engelska', 'Engelsk'], 2: ['Norwegian'], 3: ['German'] }),
    ),
    list(
      { id: 84, mdoName: 'legalbase', route: 'LegalBase', name: 'Legal base', table: 'legalbase' },
      keyed(
        { 5: ['Consent', 'Samtykke', 'Einwilligung'], 6: ['Legitimate interest', 'Berettiget interesse'] },
        {
          5: 'CONSENT',
          6: 'LEGITIMATE',
        },
      ),
    ),
    list(
      { id: 85, mdoName: 'consentpurpose', route: 'ConsentPurpose', name: 'Purpose', table: 'consentpurpose' },
      keyed(
        { 1: ['Sales and service', 'Salg og service'], 2: ['E-marketing', 'E-markedsføring'] },
        {
          1: 'STORE',
          2: 'EMARKETING',
        },
      ),
    ),
    list(
      { id: 86, mdoName: 'consentsource', route: 'ConsentSource', name: 'Source', table: 'consentsource' },
      keyed({ 1: ['Registered by user', 'Registrert av bruker'], 2: ['Web form'] }, { 1: 'USER', 2: 'WEBFORM' }),
    ),
  ];
}

/** The lists of a new tenant, by MDO name. */
export function seedLists(): Map<string, ListRecord> {
  const lists = [...entityLists(), ...personLists(), ...otherLists()];
  return new Map(lists.map((one) => [one.mdoName, one]));
}

/** Texts of the resource ids that carriers hold. */
export function seedStrings(): Map<string, string> {
  return new Map(
    Object.entries({
      SR_YES: rawName(['Yes', 'Ja', 'Ja', 'Ja', 'Ja']),
      SR_NO: rawName(['No', 'Nei', 'Nein', 'Nej', 'Nej']),
      SR_VFC_ALL: rawName(['Everyone', 'Alle', 'Alle', 'Alla', 'Alle']),
      SR_ALL: rawName(['All', 'Alle', 'Alle', 'Alla', 'Alle']),
      SR_MANDATORY_FIELD_1281: rawName(['Mandatory field', 'Obligatorisk felt', 'Pflichtfeld']),
      SR_LABEL_CONTACT: rawName(['Company', 'Firma', 'Firma', 'Företag', 'Firma']),
      SR_LABEL_CATEGORY: rawName(['Category', 'Kategori', 'Kategorie', 'Kategori', 'Kategori']),
      SR_AL_STREET: rawName(['Street address', 'Besøksadresse', 'Straße', 'Gatuadress', 'Gadeadresse']),
      SR_AL_POBOX: rawName(['Postal address', 'Postadresse', 'Postanschrift', 'Postadress', 'Postadresse']),
    }),
  );
}
