import { type FieldExtras, parseFieldTable } from '../../simulator/onoffice/field-table.ts';
import type { FieldRecord } from '../../simulator/onoffice/store.ts';
import { estateChoices, typesByCategory } from './estate.choices.simulated.ts';

const table = `
objektart singleselect | Objektart | Property class
objekttyp singleselect | Objekttyp | Property type
nutzungsart singleselect | Nutzungsart | Type of use
vermarktungsart singleselect | Vermarktungsart | Marketing method
stammobjekt boolean | Stammobjekt | Base property
status2 singleselect | Status | Status
objektnr_extern varchar(20) | Objektnummer extern | External property no.
objektnr_intern integer | Objektnummer intern | Internal property no.
kaufpreis float MONETARY | Kaufpreis | Purchase price
kaltmiete float MONETARY | Kaltmiete | Rent excluding utilities
warmmiete float MONETARY | Warmmiete | Rent including utilities
nettokaltmiete float MONETARY | Nettokaltmiete | Net rent
nebenkosten float MONETARY | Nebenkosten | Additional costs
heizkosten float MONETARY | Heizkosten | Heating costs
hausgeld float MONETARY | Hausgeld | Maintenance charge
pacht float MONETARY | Pacht | Lease
erbpacht float MONETARY | Erbpacht | Ground rent
miete_pauschal float MONETARY | Pauschalmiete | Flat rent
miete_pauschal_pro singleselect | Pauschalmiete pro | Flat rent per
kaufpreis_pro_qm float MONETARY | Kaufpreis pro m² | Purchase price per m²
mietpreis_pro_qm float MONETARY | Mietpreis pro m² | Rent per m²
erschliessungskosten float MONETARY | Erschließungskosten | Development costs
stellplatzmiete float MONETARY | Stellplatzmiete | Parking rent
waehrung singleselect | Währung | Currency
preisAufAnfrage boolean | Preis auf Anfrage | Price on request | unlisted
kaution varchar(80) | Kaution | Deposit
aussen_courtage text | Außencourtage | Commission of the buyer
innen_courtage text | Innencourtage | Commission of the owner
provisionsbetrag float MONETARY | Provisionsbetrag | Amount of commission | system
summe_innenprovision float MONETARY | Summe Innenprovision | Sum of internal commission | system
summe_aussenprovision float MONETARY | Summe Außenprovision | Sum of external commission | system
provisionsAbgabe singleselect | Provisionsabgabe | Commission share
zzgl_mehrwertsteuer singleselect | zzgl. Mehrwertsteuer | plus VAT
heizkosten_in_nebenkosten singleselect | Heizkosten in Nebenkosten enthalten | Heating included
mieteinnahmen_ist float MONETARY | Mieteinnahmen (Ist) | Rental income (actual)
mieteinnahmen_soll float MONETARY | Mieteinnahmen (Soll) | Rental income (target)
mieteinnahmen_pro_monat float MONETARY | Mieteinnahmen pro Monat | Rental income per month
mieteinnahmen_pro_jahr_ist float MONETARY | Mieteinnahmen pro Jahr (Ist) | Yearly rental income (actual)
mieteinnahmen_pro_jahr_soll float MONETARY | Mieteinnahmen pro Jahr (Soll) | Yearly rental income (target)
x_fache float NUMERIC | Faktor | Multiplier
nettorendite float PERCENTAGE | Nettorendite | Net yield
wohnflaeche float AREA | Wohnfläche | Living area
nutzflaeche float AREA | Nutzfläche | Usable area
gesamtflaeche float AREA | Gesamtfläche | Total area
grundstuecksflaeche float AREA | Grundstücksfläche | Plot area
bueroflaeche float AREA | Bürofläche | Office area
lagerflaeche float AREA | Lagerfläche | Storage area
verkaufsflaeche float AREA | Verkaufsfläche | Sales area
ladenflaeche float AREA | Ladenfläche | Shop area
gastroflaeche float AREA | Gastrofläche | Catering area
gewerbeflaeche float AREA | Gewerbefläche | Commercial area
vermietbare_flaeche float AREA | Vermietbare Fläche | Rentable area
nebenflaeche float AREA | Nebenfläche | Additional area
teilbar_ab float AREA | Teilbar ab | Divisible from
anzahl_zimmer float NUMERIC | Anzahl Zimmer | Number of rooms
anzahl_schlafzimmer float NUMERIC | Anzahl Schlafzimmer | Number of bedrooms
anzahl_badezimmer float NUMERIC | Anzahl Badezimmer | Number of bathrooms
anzahl_sep_wc float NUMERIC | Anzahl sep. WC | Number of separate toilets
anzahl_balkone float NUMERIC | Anzahl Balkone | Number of balconies
anzahl_terrassen float NUMERIC | Anzahl Terrassen | Number of terraces
anzahl_wohneinheiten float NUMERIC | Anzahl Wohneinheiten | Number of residential units
anzahl_betten float NUMERIC | Anzahl Betten | Number of beds
etagen_zahl float NUMERIC | Etagenzahl | Number of floors
heizungsart multiselect | Heizungsart | Heating
befeuerung multiselect | Befeuerung | Fuel
boden multiselect | Boden | Floor covering
fahrstuhl multiselect | Fahrstuhl | Lift
bebaubar_mit multiselect | Bebaubar mit | May be built on with
angeschl_gastronomie multiselect | Angeschlossene Gastronomie | Attached catering
stellplatzart multiselect | Stellplatzart | Kind of parking | unlisted
unterkellert singleselect | Unterkellert | Basement
haustiere singleselect | Haustiere | Pets
erschliessung singleselect | Erschließung | Development
bebaubar_nach singleselect | Bebaubar nach | May be built on under
balkon boolean | Balkon | Balcony
terrasse boolean | Terrasse | Terrace
kamin boolean | Kamin | Fireplace
sauna boolean | Sauna | Sauna
wintergarten boolean | Wintergarten | Winter garden | inactive
gaesteWc boolean | Gäste-WC | Guest toilet
kabel_sat_tv boolean | Kabel/Sat-TV | Cable or satellite TV
einliegerwohnung boolean | Einliegerwohnung | Granny flat
denkmalgeschuetzt boolean | Denkmalgeschützt | Listed building
vermietet boolean | Vermietet | Let
gewerbliche_nutzung boolean | Gewerbliche Nutzung | Commercial use
fahrradraum boolean | Fahrradraum | Bicycle room
multiParkingLot text | Stellplätze | Parking spaces
zustand singleselect | Zustand | Condition
etage integer | Etage | Floor
baujahr integer YEAR | Baujahr | Year of construction
energieausweisBaujahr integer YEAR | Baujahr laut Energieausweis | Year of construction (energy certificate)
energieausweistyp singleselect | Energieausweistyp | Type of energy certificate
endenergiebedarf float ENERGY_REQUIRED | Endenergiebedarf | Final energy demand
energieverbrauchskennwert float ENERGY_REQUIRED | Energieverbrauchskennwert | Energy consumption
endenergiebedarfWaerme float | Endenergiebedarf Wärme | Final energy demand, heat
endenergiebedarfStrom float | Endenergiebedarf Strom | Final energy demand, power
endenergieverbrauchWaerme float | Endenergieverbrauch Wärme | Final energy consumption, heat
endenergieverbrauchStrom float | Endenergieverbrauch Strom | Final energy consumption, power
energyClass singleselect | Energieeffizienzklasse | Energy efficiency class
energieausweis_gueltig_bis date DATE | Energieausweis gültig bis | Energy certificate valid until
energietraeger singleselect | Energieträger | Energy source
warmwasserEnthalten boolean | Warmwasser enthalten | Hot water included
co2ausstoss float | CO2-Ausstoß | CO2 emission
co2_Emissionsklasse varchar(10) | CO2-Emissionsklasse | CO2 emission class
abdatum date | verfügbar ab (Datum) | available on (date)
verfuegbar_ab varchar(20) | verfügbar ab | available from
auftragsart singleselect | Auftragsart | Kind of mandate
auftragvon date DATE | Auftrag von | Mandate from
auftragbis date DATE | Auftrag bis | Mandate until
verkauft_am date DATE | verkauft am | sold on
erstellt_am date DATE | Erstellt am | Created on | system
erstellt_von text | Erstellt von | Created by | system
letzte_aktion date DATE | Letzte Aktion | Last action
benutzer text USER | Betreuer | Responsible user | user
status singleselect | Status | Status | unlisted neverFormatted
verkauft boolean | Verkauft | Sold | unlisted neverFormatted
reserviert boolean | Reserviert | Reserved | unlisted neverFormatted
veroeffentlichen boolean | Veröffentlichen | Publish | unlisted neverFormatted
referenz boolean | Referenz | Reference | unlisted neverFormatted
exclusive boolean | Exklusiv | Exclusive | unlisted neverFormatted
neu boolean | Neu | New | unlisted neverFormatted
top_angebot boolean | Top-Angebot | Top offer | unlisted neverFormatted
preisreduktion boolean | Preisreduktion | Price reduction | unlisted neverFormatted
courtage_frei boolean | Courtagefrei | Free of commission | unlisted neverFormatted
objekt_des_tages boolean | Objekt des Tages | Property of the day | unlisted neverFormatted
objekt_der_woche boolean | Objekt der Woche | Property of the week
secret_sale boolean | Secret Sale | Secret sale | unlisted neverFormatted
showGoogleMap boolean | Karte anzeigen | Show map | unlisted neverFormatted
geaendert_am datetime DATETIME | Geändert am | Changed on | unlisted system
uuid text | UUID | UUID | unlisted system
objekttitel text | Objekttitel | Property title | translated
objektbeschreibung text | Objektbeschreibung | Property description | translated
lage text | Lage | Location | translated
ausstatt_beschr text | Ausstattung | Equipment | translated
sonstige_angaben text | Sonstige Angaben | Other information | translated
dreizeiler text | Dreizeiler | Three-liner | translated
InterneBemerkung text | Interne Bemerkung | Internal remark
strasse varchar(80) | Straße | Street
hausnummer varchar(20) | Hausnummer | House number
plz varchar(20) | PLZ | Postal code
ort varchar(50) | Ort | City | translated
land singleselect | Land | Country
bundesland varchar(50) | Bundesland | State | unlisted
regionaler_zusatz multiselect | Regionaler Zusatz | Region | pipes
breitengrad float | Breitengrad | Latitude | unlisted fiveDecimals neverFormatted
laengengrad float | Längengrad | Longitude | unlisted fiveDecimals neverFormatted
objektadresse_freigeben_api boolean | Adresse freigeben | Publish the address | unlisted neverFormatted
virtualAddress boolean | Virtuelle Adresse | Virtual address | unlisted emptyUnset neverFormatted
virtualStreet varchar(80) | Virtuelle Straße | Virtual street | unlisted
virtualHouseNumber varchar(20) | Virtuelle Hausnummer | Virtual house number | unlisted
virtualLatitude float | Virtueller Breitengrad | Virtual latitude | unlisted fiveDecimals neverFormatted
virtualLongitude float | Virtueller Längengrad | Virtual longitude | unlisted fiveDecimals neverFormatted
wohnungsnr varchar(20) | Wohnungsnummer | Apartment no.
flur varchar(20) | Flur | Parcel
flurstueck varchar(20) | Flurstück | Lot
gemarkung varchar(50) | Gemarkung | District
grz varchar(20) | GRZ | Site coverage
gfz varchar(20) | GFZ | Floor space index
distanz_kindergarten float DISTANCE | Kindergarten (km) | Kindergarten (km)
distanz_grundschule float DISTANCE | Grundschule (km) | Primary school (km)
distanz_gymnasium float DISTANCE | Gymnasium (km) | Secondary school (km)
distanz_autobahn float DISTANCE | Autobahn (km) | Motorway (km)
distanz_zentrum float DISTANCE | Zentrum (km) | Town centre (km)
ind_1946_Feld_ObjFreitexte8 text | Besonderheit | Special feature
ind_2104_Feld_ObjKategorie3 singleselect | Bauabschnitt | Construction phase
ind_2230_Feld_ObjAusstattung5 multiselect | Smart Home | Smart home
ind_2311_Feld_ObjTech2 datetime DATETIME | Letzte Begehung | Last inspection
Id integer | Datensatznr. | Data record no. | system
`;

const extras: FieldExtras = {
  choices: estateChoices,
  filters: {
    objekttyp: { carport: { status: ['status2obj_aktiv'], vermarktungsarten: ['kauf', 'miete'] } },
    kaufpreis: { kaufpreis: { vermarktungsarten: ['kauf'] } },
    kaltmiete: { kaltmiete: { vermarktungsarten: ['miete'] } },
    haustiere: { haustiere: { immobilienart: ['wohnung', 'haus', 'waz'] } },
    balkon: { balkon: { immobilienart: ['wohnung', 'haus'] } },
    abdatum: { abdatum: { nutzungsarten: ['waz'] } },
  },
  dependencies: {
    objekttyp: Object.fromEntries(
      Object.entries(typesByCategory).flatMap(([category, types]) => types.map((type) => [type, category])),
    ),
  },
};

/** The estate module of a customer as it is set up in the simulated CRM; `wintergarten` is deactivated. */
export function estateFieldRecords(): Map<string, FieldRecord> {
  return parseFieldTable(table, extras);
}
