import { parseChoices } from '../../simulator/onoffice/field-table.ts';
import type { ChoiceRecord } from '../../simulator/onoffice/store.ts';

/** Property types of each property class. */
export const typesByCategory: Readonly<Record<string, readonly string[]>> = {
  haus: ['einfamilienhaus', 'doppelhaushaelfte', 'reihenhaus', 'villa', 'mehrfamilienhaus'],
  wohnung: ['dachgeschoss', 'etage', 'erdgeschoss', 'maisonette', 'penthouse'],
  grundstueck: ['wohngrundstueck', 'gewerbegrundstueck'],
  buero_praxen: ['bueroflaeche', 'praxis'],
  einzelhandel: ['ladenlokal'],
  parken: ['carport', 'stellplatz'],
};

const lines: Readonly<Record<string, string>> = {
  objektart: `
    zimmer = Zimmer / Room
    haus = Haus / House
    wohnung = Wohnung / Apartment
    grundstueck = Grundstück / Plot
    buero_praxen = Büro/Praxen / Office
    einzelhandel = Einzelhandel / Retail
    gastgewerbe = Gastgewerbe / Hospitality
    hallen_lager_prod = Hallen/Lager/Produktion / Warehouse
    land_und_forstwirtschaft = Land- und Forstwirtschaft / Agriculture
    freizeitimmbilien_gewerblich = Freizeitimmobilien / Leisure
    sonstige = Sonstige / Other
    hausbau = Hausbau / House building
    parken = Parken / Parking
    zinshaus_renditeobjekt = Zinshaus/Renditeobjekt / Investment property`,
  objekttyp: `
    einfamilienhaus = Einfamilienhaus / Detached house
    doppelhaushaelfte = Doppelhaushälfte / Semi-detached house
    reihenhaus = Reihenhaus / Terraced house
    villa = Villa / Villa
    mehrfamilienhaus = Mehrfamilienhaus / Apartment building
    dachgeschoss = Dachgeschoss / Attic
    etage = Etagenwohnung / Storey
    erdgeschoss = Erdgeschosswohnung / Ground floor
    maisonette = Maisonette / Maisonette
    penthouse = Penthouse / Penthouse
    wohngrundstueck = Wohngrundstück / Residential plot
    gewerbegrundstueck = Gewerbegrundstück / Commercial plot
    bueroflaeche = Bürofläche / Office space
    praxis = Praxis / Practice
    ladenlokal = Ladenlokal / Shop
    carport = Carport / Carport
    stellplatz = Stellplatz / Parking space`,
  nutzungsart: `
    wohnen = Wohnen / Residential
    gewerbe = Gewerbe / Commercial
    anlage = Anlage / Investment
    waz = WAZ (Wohnen auf Zeit) / Temporary living`,
  vermarktungsart: `
    kauf = Kauf / Purchase
    miete = Miete / Rent
    pacht = Pacht / Lease
    erbpacht = Erbpacht / Ground lease`,
  status: `
    1 = Aktiv / Active
    2 = Inaktiv / Inactive
    0 = Archiviert / Archived`,
  status2: `
    status2obj_aktiv = Aktiv / Active
    status2obj_inaktiv = Inaktiv / Inactive
    status2obj_archiviert = Archiviert / Archived`,
  miete_pauschal_pro: `
    T = Tag / Day
    W = Woche / Week
    M = Monat / Month`,
  waehrung: `
    EUR = EUR / EUR
    CHF = CHF / CHF`,
  provisionsAbgabe: Array.from({ length: 20 }, (_, index) => `${(index + 1) * 5} = ${(index + 1) * 5} %`).join('\n'),
  zzgl_mehrwertsteuer: `
    1 = Ja / Yes
    0 = Nein / No`,
  heizkosten_in_nebenkosten: `
    J = Ja / Yes
    N = Nein / No`,
  heizungsart: `
    zentral = Zentralheizung / Central heating
    etage = Etagenheizung / Single-storey heating
    ofen = Ofenheizung / Stove
    fussboden = Fußbodenheizung / Underfloor heating
    fern = Fernwärme / District heating
    gas = Gasheizung / Gas heating
    waermepumpe = Wärmepumpe / Heat pump`,
  befeuerung: `
    alternativ = Alternativ / Alternative
    elektro = Elektro / Electric
    erdwaerme = Erdwärme / Geothermal
    gas = Gas / Gas
    luftwp = Luftwärmepumpe / Air heat pump
    oel = Öl / Oil
    pellet = Pellet / Pellets
    solar = Solar / Solar`,
  boden: `
    parkett = Parkett / Parquet
    fliesen = Fliesen / Tiles
    laminat = Laminat / Laminate`,
  fahrstuhl: `
    personen = Personenaufzug / Passenger lift
    lasten = Lastenaufzug / Goods lift
    kein_fahrstuhl = Kein Aufzug / No lift`,
  bebaubar_mit: `
    einfamilienhaus = Einfamilienhaus / Detached house
    mehrfamilienhaus = Mehrfamilienhaus / Apartment building`,
  angeschl_gastronomie: `
    bar = Bar / Bar
    restaurant = Restaurant / Restaurant`,
  stellplatzart: `
    carport = Carport / Carport
    garage = Garage / Garage
    tiefgarage = Tiefgarage / Underground garage`,
  unterkellert: `
    JA = Ja / Yes
    NEIN = Nein / No
    TEIL = Teilweise / Partly`,
  haustiere: `
    1 = Ja / Yes
    0 = Nein / No
    2 = Nach Vereinbarung / By arrangement`,
  erschliessung: `
    voll = Voll erschlossen / Fully developed
    teil = Teilerschlossen / Partly developed`,
  bebaubar_nach: `
    bebauungsplan = Bebauungsplan / Development plan
    nachbarbebauung = Nachbarbebauung / Neighbouring buildings`,
  zustand: `
    projektiert = Projektiert / Planned
    neuwertig = Neuwertig / As new
    renovierungsbeduerftig = Renovierungsbedürftig / In need of renovation
    modernisiert = Modernisiert / Modernised
    erstbezug = Erstbezug / First occupancy
    gepflegt = Gepflegt / Well kept
    saniert = Saniert / Refurbished`,
  energieausweistyp: `
    Endenergiebedarf = Bedarfsausweis / Demand certificate
    Energieverbrauchskennwert = Verbrauchsausweis / Consumption certificate
    Bedarfsausweis Gewerbe = Bedarfsausweis Gewerbe / Demand certificate, commercial
    Verbrauchsausweis Gewerbe = Verbrauchsausweis Gewerbe / Consumption certificate, commercial
    es besteht keine Pflicht! = es besteht keine Pflicht! / not required
    ohne Energieausweis = ohne Energieausweis / without certificate`,
  energyClass: ['A+', ...'ABCDEFGH'].map((letter) => `${letter} = ${letter}`).join('\n'),
  energietraeger: `
    gas = Gas / Gas
    oel = Öl / Oil
    fernwaerme = Fernwärme / District heat
    erdwaerme = Erdwärme / Geothermal
    pellet = Pellet / Pellets
    solar = Solar / Solar
    elektro = Strom / Electricity`,
  auftragsart: `
    exklusiv = Exklusiv / Exclusive
    normal = Normal / Normal`,
  land: `
    DEU = Deutschland / Germany
    AUT = Österreich / Austria
    CHE = Schweiz / Switzerland
    BEL = Belgien / Belgium
    NLD = Niederlande / Netherlands`,
  regionaler_zusatz: `
    RegAachen = Aachen / Aachen
    RegRheinland = Rheinland / Rhineland
    RegBerlin = Berlin / Berlin
    RegHamburg = Hamburg / Hamburg
    RegBayern = Bayern / Bavaria`,
  ind_2104_Feld_ObjKategorie3: `
    ind_Schl_2496 = Erster Abschnitt / First phase
    ind_Schl_2498 = Zweiter Abschnitt / Second phase`,
  ind_2230_Feld_ObjAusstattung5: `
    indMulti2230Select8196 = Licht / Lighting
    indMulti2230Select8198 = Heizung / Heating
    indMulti2230Select8200 = Rollläden / Shutters`,
};

/** Select values of the estate module, with their labels in both languages. */
export const estateChoices: Readonly<Record<string, readonly ChoiceRecord[]>> = Object.fromEntries(
  Object.entries(lines).map(([name, text]) => [name, parseChoices(text)]),
);
