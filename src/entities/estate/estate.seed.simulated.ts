import { type Place, places } from '../../simulator/onoffice/places.ts';
import type { EstateRecord, LanguageCode, StoredValues } from '../../simulator/onoffice/store.ts';
import { uuidOf } from '../../simulator/onoffice/store.ts';
import { wallClock, wallDay } from '../../simulator/onoffice/wall-clock.ts';
import type { Random } from '../../simulator/random.ts';
import { typesByCategory } from './estate.choices.simulated.ts';
import { seedPictures } from './estate.pictures.seed.simulated.ts';
import { estateTexts } from './estate.texts.simulated.ts';

const firstId = 2471;
const count = 120;
const day = 86_400_000;
const hour = 3_600_000;

export interface SeedContext {
  random: Random;
  /** The customer's name in texts and picture addresses: tells two customers apart. */
  brand: string;
  /** The clock's start, epoch milliseconds: all dates are relative to it. */
  now: number;
}

/**
 * 120 properties, by id. Two of five have an English version, whose id follows its main record's. One in ten is archived,
 * one in ten inactive; most active ones are published, and of a third of all the address must not be shown.
 */
export function seedEstates(context: SeedContext): Map<number, EstateRecord> {
  const estates = new Map<number, EstateRecord>();
  let id = firstId;
  for (let index = 0; index < count; index++) {
    const versionId = index % 5 === 0 || index % 5 === 2 ? id + 2 : null;
    estates.set(id, seedEstate(context, index, id, versionId));
    id += versionId === null ? 2 : 4;
  }
  return estates;
}

function seedEstate(context: SeedContext, index: number, id: number, versionId: number | null): EstateRecord {
  const { random, brand } = context;
  const place = places[index % places.length] ?? random.pick(places);
  const category = random.pick(['haus', 'haus', 'wohnung', 'wohnung', 'wohnung', 'grundstueck', 'buero_praxen']);
  const type = random.pick(typesByCategory[category] ?? ['einfamilienhaus']);
  const forSale = category === 'grundstueck' || index % 2 === 0;
  const texts = (language: LanguageCode) => estateTexts(language, { type, place, brand, index });
  const values: StoredValues = {
    ...seedKind(context, index, id, { category, type, forSale }),
    ...seedPrices(random, index, forSale),
    ...seedMeasures(random, index, category),
    ...seedEquipment(random, index),
    ...seedPlace(random, index, place),
    ...seedDates(context, index),
    ...texts('DEU'),
  };
  const versions: EstateRecord['versions'] = new Map();
  if (versionId !== null) {
    versions.set('ENG', { id: versionId, uuid: uuidOf(`${brand} ${versionId}`), values: texts('ENG') });
  }
  return { id, uuid: uuidOf(`${brand} ${id}`), values, versions, pictures: seedPictures(context, index, id) };
}

function seedKind(
  { random, brand }: SeedContext,
  index: number,
  id: number,
  { category, type, forSale }: { category: string; type: string; forSale: boolean },
): StoredValues {
  const status = ['1', '1', '1', '1', '1', '1', '1', '1', '2', '0'][index % 10] ?? '1';
  return {
    objektnr_extern: `${brand.slice(0, 2).toUpperCase()}-${id}`,
    objektnr_intern: 100 + index,
    objektart: category,
    objekttyp: type,
    nutzungsart: category === 'buero_praxen' ? 'gewerbe' : 'wohnen',
    vermarktungsart: forSale ? 'kauf' : 'miete',
    status,
    status2: { '1': 'status2obj_aktiv', '2': 'status2obj_inaktiv', '0': 'status2obj_archiviert' }[status] ?? null,
    verkauft: index % 9 === 4,
    reserviert: index % 9 === 5,
    veroeffentlichen: status === '1' && index % 4 !== 3,
    referenz: index % 9 === 4,
    neu: index < 10,
    top_angebot: index % 15 === 0,
    stammobjekt: false,
    benutzer: String(random.pick([19, 21, 23])),
    auftragsart: index % 2 === 0 ? 'exklusiv' : 'normal',
    InterneBemerkung: index % 4 === 0 ? `Schlüssel beim Hausmeister (${brand})` : null,
    ind_2104_Feld_ObjKategorie3: index % 6 === 0 ? 'ind_Schl_2496' : null,
  };
}

/** The price of the other kind of marketing is unset, which the CRM shows as zero. */
function seedPrices(random: Random, index: number, forSale: boolean): StoredValues {
  const rent = random.int(38, 290) * 10 + 0.5;
  const price = index === 6 ? 349_000.1 : random.int(95, 1_900) * 1_000;
  return {
    kaufpreis: forSale ? price : null,
    kaltmiete: forSale ? null : rent,
    warmmiete: forSale ? null : rent + 205.25,
    nebenkosten: forSale ? null : 205.25,
    hausgeld: forSale && index % 4 === 0 ? 310 : null,
    waehrung: index % 12 === 11 ? 'CHF' : 'EUR',
    preisAufAnfrage: index % 20 === 13,
    kaution: forSale ? null : '3 Monatskaltmieten',
    aussen_courtage: forSale ? '3,57 % inkl. MwSt.' : null,
    provisionsbetrag: forSale ? Math.round(price * 3.57) / 100 : null,
    provisionsAbgabe: index % 3 === 0 ? '50' : null,
    zzgl_mehrwertsteuer: index % 5 === 0 ? '1' : '0',
    heizkosten_in_nebenkosten: forSale ? null : 'J',
  };
}

/** A plot has no rooms and no energy certificate; a flat and an office have no plot. */
function seedMeasures(random: Random, index: number, category: string): StoredValues {
  const distance = { distanz_zentrum: random.int(1, 90) / 10 };
  const plot = category === 'haus' || category === 'grundstueck' ? random.int(200, 1_400) : null;
  if (category === 'grundstueck') return { ...distance, grundstuecksflaeche: plot };
  return {
    ...distance,
    ...(index % 2 === 0 ? seedEnergy(random) : {}),
    wohnflaeche: random.int(70, 520) / 2,
    nutzflaeche: index % 3 === 0 ? random.int(20, 60) : null,
    grundstuecksflaeche: plot,
    anzahl_zimmer: random.int(2, 14) / 2,
    anzahl_schlafzimmer: random.int(1, 5),
    anzahl_badezimmer: random.int(1, 3),
    anzahl_balkone: index % 3 === 0 ? 1 : null,
    etage: category === 'wohnung' ? random.int(0, 5) : null,
    etagen_zahl: random.int(1, 6),
    baujahr: random.int(1890, 2025),
  };
}

function seedEnergy(random: Random): StoredValues {
  return {
    endenergiebedarf: random.int(200, 2_400) / 10,
    energieausweistyp: 'Endenergiebedarf',
    energyClass: random.pick(['A+', 'B', 'C', 'D', 'F']),
    energieausweis_gueltig_bis: '2031-04-30',
  };
}

function seedEquipment(random: Random, index: number): StoredValues {
  return {
    heizungsart: index % 3 === 1 ? null : random.shuffle(['zentral', 'fussboden', 'fern']).slice(0, 1 + (index % 2)),
    befeuerung: index % 4 === 0 ? ['gas'] : null,
    fahrstuhl: index % 5 === 0 ? ['personen', 'lasten'] : null,
    balkon: index % 3 === 0,
    terrasse: index % 4 === 0,
    kamin: index % 6 === 0,
    wintergarten: index % 7 === 0,
    gaesteWc: index % 2 === 0,
    haustiere: ['1', '0', '2', null][index % 4] ?? null,
    unterkellert: index % 2 === 0 ? 'JA' : null,
    zustand: random.pick(['gepflegt', 'modernisiert', 'erstbezug', null]),
    multiParkingLot:
      index % 3 === 0
        ? {
            carport: { Count: 2, Price: 9_500, MarketingType: 'buy' },
            garage: { Count: 1, Price: 0, MarketingType: '' },
          }
        : null,
    ind_1946_Feld_ObjFreitexte8: index % 4 === 0 ? `Besonderheit ${index}` : null,
    ind_2230_Feld_ObjAusstattung5: index % 8 === 0 ? ['indMulti2230Select8196', 'indMulti2230Select8198'] : null,
  };
}

/** Where the address must not be shown, half have a substitute. */
function seedPlace(random: Random, index: number, place: Place): StoredValues {
  const located = index % 11 !== 5;
  const shift = () => random.int(-3_000, 3_000) / 100_000;
  const latitude = Number((place.latitude + shift()).toFixed(5));
  const longitude = Number((place.longitude + shift()).toFixed(5));
  const substitute = index % 6 === 2;
  return {
    strasse: random.pick(['Lindenweg', 'Oppenhoffallee', 'Königstraße', 'Am Markt', 'Gartenweg']),
    hausnummer: index % 9 === 5 ? null : `${random.int(1, 120)}${index % 4 === 0 ? 'a' : ''}`,
    plz: place.zip,
    land: place.country,
    bundesland: place.state,
    regionaler_zusatz: place.region ? [place.region] : null,
    breitengrad: located ? latitude : null,
    laengengrad: located ? longitude : null,
    objektadresse_freigeben_api: index % 3 !== 2,
    virtualAddress: substitute ? true : null,
    virtualStreet: substitute ? 'Marktplatz' : null,
    virtualHouseNumber: substitute ? '1' : null,
    virtualLatitude: substitute ? place.latitude : null,
    virtualLongitude: substitute ? place.longitude : null,
  };
}

/** Changed every seven hours back from the start, created over the last year. */
function seedDates({ now }: SeedContext, index: number): StoredValues {
  const changed = now - index * 7 * hour - hour;
  return {
    erstellt_am: wallDay(now - (30 + index * 3) * day),
    erstellt_von: 'Jonas Muster',
    letzte_aktion: wallDay(changed),
    geaendert_am: wallClock(changed),
    abdatum: index % 5 === 0 ? wallDay(now + 30 * day) : null,
    verkauft_am: index % 9 === 4 ? wallDay(now - 10 * day) : null,
    ind_2311_Feld_ObjTech2: index % 10 === 0 ? wallClock(now - 5 * day) : null,
  };
}
