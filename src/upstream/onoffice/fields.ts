/** How a field's values are written and read. `user` and `parking` are special forms of the vendor's text. */
export type FieldType =
  | 'varchar'
  | 'text'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'singleselect'
  | 'multiselect'
  | 'user'
  | 'parking';

export interface FieldDefinition {
  readonly name: string;
  readonly type: FieldType;
  /** A stored 0 cannot be told from "never filled in": it is read as unset, and an upper bound leaves it out. */
  readonly zeroIsUnset: boolean;
  /** Keys that the vendor's manual lists; null for other types, and where each customer has its own. */
  readonly permitted: readonly string[] | null;
  /** Each language version has its own value; all other fields are the same in every version. */
  readonly translated: boolean;
  /** Computed or kept by the CRM: ignored on create, never written. */
  readonly system: boolean;
}

const numbers: Partial<Record<FieldType, string>> = {
  integer: 'Id objektnr_intern baujahr energieausweisBaujahr',
  float: `
    breitengrad laengengrad virtualLatitude virtualLongitude
    kaufpreis kaltmiete warmmiete nettokaltmiete nebenkosten heizkosten hausgeld pacht erbpacht miete_pauschal
    kaufpreis_pro_qm mietpreis_pro_qm erschliessungskosten stellplatzmiete
    provisionsbetrag summe_innenprovision summe_aussenprovision
    mieteinnahmen_ist mieteinnahmen_soll mieteinnahmen_pro_monat mieteinnahmen_pro_jahr_ist mieteinnahmen_pro_jahr_soll
    x_fache nettorendite
    wohnflaeche nutzflaeche gesamtflaeche grundstuecksflaeche bueroflaeche lagerflaeche verkaufsflaeche ladenflaeche
    gastroflaeche gewerbeflaeche vermietbare_flaeche nebenflaeche teilbar_ab
    anzahl_zimmer anzahl_schlafzimmer anzahl_badezimmer anzahl_sep_wc anzahl_balkone anzahl_terrassen
    anzahl_wohneinheiten anzahl_betten etagen_zahl
    endenergiebedarf energieverbrauchskennwert endenergiebedarfWaerme endenergiebedarfStrom endenergieverbrauchWaerme
    endenergieverbrauchStrom co2ausstoss
    distanz_kindergarten distanz_grundschule distanz_gymnasium distanz_autobahn distanz_zentrum`,
};

const others: Partial<Record<FieldType, string>> = {
  // Floor 0 is the ground floor, so 0 is a value there.
  integer: 'etage',
  varchar: `uuid objektnr_extern strasse hausnummer plz ort bundesland kaution verfuegbar_ab wohnungsnr flur flurstueck
    gemarkung grz gfz virtualStreet virtualHouseNumber co2_Emissionsklasse`,
  text: `objekttitel objektbeschreibung lage ausstatt_beschr sonstige_angaben dreizeiler InterneBemerkung aussen_courtage
    innen_courtage erstellt_von`,
  boolean: `objektadresse_freigeben_api virtualAddress preisAufAnfrage balkon terrasse kamin sauna wintergarten gaesteWc
    kabel_sat_tv einliegerwohnung denkmalgeschuetzt vermietet gewerbliche_nutzung fahrradraum warmwasserEnthalten verkauft
    reserviert veroeffentlichen referenz exclusive neu top_angebot preisreduktion courtage_frei objekt_des_tages
    objekt_der_woche secret_sale showGoogleMap stammobjekt`,
  date: 'energieausweis_gueltig_bis abdatum verkauft_am auftragvon auftragbis erstellt_am letzte_aktion',
  datetime: 'geaendert_am',
  singleselect: 'objekttyp land waehrung provisionsAbgabe erschliessung bebaubar_nach status2',
  multiselect: 'regionaler_zusatz boden bebaubar_mit angeschl_gastronomie stellplatzart',
  user: 'benutzer',
  parking: 'multiParkingLot',
};

const singleSelects: Readonly<Record<string, readonly string[]>> = {
  objektart: words(`zimmer haus wohnung grundstueck buero_praxen einzelhandel gastgewerbe hallen_lager_prod
    land_und_forstwirtschaft freizeitimmbilien_gewerblich sonstige hausbau parken zinshaus_renditeobjekt
    zwangsversteigerung`),
  nutzungsart: words('wohnen gewerbe anlage waz'),
  vermarktungsart: words('kauf miete pacht erbpacht'),
  status: words('1 2 0'),
  miete_pauschal_pro: words('T W M'),
  zzgl_mehrwertsteuer: words('1 0'),
  heizkosten_in_nebenkosten: words('J N'),
  zustand: words(`abrissobjekt baufaellig entkernt projektiert neuwertig vollstaendig_renoviert renovierungsbeduerftig
    modernisiert rohbau erstbezug gepflegt saniert nach_vereinbarung erstbezug_nach_sanierung`),
  unterkellert: words('JA NEIN TEIL'),
  haustiere: words('1 0 2'),
  auftragsart: words('exklusiv normal'),
  energieausweistyp: [
    'Endenergiebedarf',
    'Energieverbrauchskennwert',
    'Bedarfsausweis Gewerbe',
    'Verbrauchsausweis Gewerbe',
    'es besteht keine Pflicht!',
    'ohne Energieausweis',
  ],
  energyClass: words('A+ A B C D E F G H'),
  energietraeger: words(`gas oel fernwaerme erdwaerme pellet solar elektro kohle holz fluessiggas block`),
};

const multiSelects: Readonly<Record<string, readonly string[]>> = {
  heizungsart: words(`zentral etage ofen fussboden fern gas waermepumpe block nachtspeicherheizung zentral_oel
    electricHeating woodPelletHeating solarHeating keineAngabe`),
  befeuerung: words('alternativ elektro erdwaerme gas luftwp oel pellet solar'),
  fahrstuhl: words('personen lasten kein_fahrstuhl'),
};

const translated = new Set(
  words('objekttitel objektbeschreibung lage ausstatt_beschr sonstige_angaben dreizeiler ort'),
);
const system = new Set(
  words('Id uuid erstellt_am erstellt_von provisionsbetrag summe_innenprovision summe_aussenprovision geaendert_am'),
);

/**
 * Every estate field that the graph names or the manual describes, by name. It is needed because a customer's own field
 * configuration lists neither `status` nor the coordinates nor the publication flags, though they are read and filtered.
 */
export const estateFields: ReadonlyMap<string, FieldDefinition> = new Map(
  [
    ...plain(numbers, true),
    ...plain(others, false),
    ...selects('singleselect', singleSelects),
    ...selects('multiselect', multiSelects),
  ].map((field) => [field.name, field]),
);

/** The definition of a field that this server itself names. */
export function catalogued(name: string): FieldDefinition {
  const field = estateFields.get(name);
  if (!field) throw new RangeError(`no such field: ${name}`);
  return field;
}

function plain(byType: Partial<Record<FieldType, string>>, zeroIsUnset: boolean): FieldDefinition[] {
  return Object.entries(byType).flatMap(([type, names]) =>
    words(names).map((name) => define(name, type as FieldType, zeroIsUnset, null)),
  );
}

function selects(type: FieldType, keysByName: Readonly<Record<string, readonly string[]>>): FieldDefinition[] {
  return Object.entries(keysByName).map(([name, keys]) => define(name, type, false, keys));
}

function define(
  name: string,
  type: FieldType,
  zeroIsUnset: boolean,
  permitted: readonly string[] | null,
): FieldDefinition {
  return { name, type, zeroIsUnset, permitted, translated: translated.has(name), system: system.has(name) };
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** The definition of a field that only the customer's configuration knows, from the type that the configuration gives. */
export function configuredField(name: string, type: string): FieldDefinition {
  const known: Readonly<Record<string, FieldType>> = {
    varchar: 'varchar',
    integer: 'integer',
    float: 'float',
    boolean: 'boolean',
    date: 'date',
    datetime: 'datetime',
    singleselect: 'singleselect',
    multiselect: 'multiselect',
    user: 'user',
  };
  // `text`, `blob`, `freetext` and the pseudo types of the real data types are all text.
  return define(name, known[type] ?? 'text', type === 'float' || type === 'integer', null);
}
