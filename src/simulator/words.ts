import type { SeedWords } from './entity.ts';

/** Texts written with bars between them. */
function texts(...rows: readonly string[]): string[] {
  return rows.flatMap((row) => row.split('|'));
}

const norwegian: SeedWords = {
  companies: texts(
    'Nordlys|Fjord|Liten Havn|Vestavind|Bjørk|Granly|Havgap|Solvik|Tindre|Kvitfjell|Storsund|Elvebakken',
    'Midtnatt|Skogheim|Polar|Ringve|Lyngen|Måke|Sjøbris|Isfjord',
  ),
  companyKinds: texts('Trading AS|Eiendom AS|Shipping AS|Bygg AS|Data AS|Consult AS|Helse AS|Bank ASA'),
  departments: texts('||Oslo|Bergen|Trondheim|Export|'),
  firstnames: texts(
    'Ingrid|Lars|Kari|Olav|Sigrid|Tomas|Åse|Bjørn|Nora|Jonas|Emma|Henrik|Maja|Eirik|Sofie|Ørjan|Hanna',
    "Mads|Thea|Vidar|D'Arcy",
  ),
  lastnames: texts(
    "Solberg|Holm|Berg|Hansen|Kvam|Lie|Dahl|Haugen|Moe|Strand|Bakke|Nygård|Vik|Sørli|Aas|O'Hara|Lund",
    'Eide|Foss|Ruud|Tveit',
  ),
  streets: texts('Fjordgata|Storgata|Kirkeveien|Havnegata|Bakkeveien|Skolegata|Parkveien'),
  cities: [
    { zipcode: '0152', city: 'OSLO', latitude: 59.9142, longitude: 10.7511, countryId: 578 },
    { zipcode: '5003', city: 'BERGEN', latitude: 60.3913, longitude: 5.3221, countryId: 578 },
    { zipcode: '7010', city: 'TRONDHEIM', latitude: 63.4305, longitude: 10.3951, countryId: 578 },
    { zipcode: '11120', city: 'STOCKHOLM', latitude: 59.3293, longitude: 18.0686, countryId: 752 },
    { zipcode: '1050', city: 'KØBENHAVN', latitude: 55.6761, longitude: 12.5683, countryId: 208 },
    { zipcode: '52064', city: 'AACHEN', latitude: 50.7753, longitude: 6.0839, countryId: 276 },
  ],
  users: texts(
    'Lars Holm|Anne Bakke|Mina Kvam|Jonas Dahl|Eirik Nygård|Rune Jensen|Tove Sand|Kari Wiik|Ole Haugen|Per Lie',
  ),
  mailDomain: 'nordlys.example',
};

const german: SeedWords = {
  companies: texts(
    'Rheintal|Nordsee|Alster|Bergmann|Lindenhof|Kaiser|Mühlen|Eichwald|Adler|Heide|Spree|Isar|Neckar',
    'Harz|Möwe|Weser|Donau|Elbe|Taunus|Eifel',
  ),
  companyKinds: texts('Handel GmbH|Immobilien GmbH|Logistik AG|Bau GmbH|Daten AG|Beratung KG|Klinik GmbH'),
  departments: texts('||Berlin|Hamburg|München|Einkauf|'),
  firstnames: texts(
    'Anna|Karl|Greta|Jürgen|Lena|Otto|Frieda|Uwe|Klara|Emil|Ida|Fritz|Marta|Paul|Hilde|Björn|Ute',
    'Max|Erika|Hans|Änne',
  ),
  lastnames: texts(
    'Müller|Schmidt|Weiß|Fischer|Weber|Koch|Bauer|Wolf|Schröder|Neumann|Braun|Krüger|Hofmann|Lange',
    'Krause|Jung|Vogel|Keller|Frank|Böhm|Roth',
  ),
  streets: texts('Hauptstraße|Oppenhoffallee|Bahnhofstraße|Gartenweg|Lindenallee|Schulstraße|Marktplatz'),
  cities: [
    { zipcode: '10115', city: 'BERLIN', latitude: 52.532, longitude: 13.3849, countryId: 276 },
    { zipcode: '20095', city: 'HAMBURG', latitude: 53.5503, longitude: 10.0006, countryId: 276 },
    { zipcode: '80331', city: 'MÜNCHEN', latitude: 48.1351, longitude: 11.582, countryId: 276 },
    { zipcode: '1010', city: 'WIEN', latitude: 48.2082, longitude: 16.3738, countryId: 40 },
  ],
  users: texts(
    'Lena Hofmann|Anna Braun|Max Koch|Jan Diehl|Emil Neumann|Rosa Jung|Theo Stein|Karl Weber|Otto Huber|Paula Lange',
  ),
  mailDomain: 'rheintal.example',
};

/** A tenant that the simulator serves: its texts, its base zone, and where its generator starts. */
export interface TenantSeed {
  words: SeedWords;
  baseZone: string;
  seed: number;
}

/** The tenants by context identifier; any other one is served with the texts of the first. */
export const tenantSeeds: Readonly<Record<string, TenantSeed>> = {
  Cust12345: { words: norwegian, baseZone: 'NO', seed: 12345 },
  Cust23456: { words: german, baseZone: 'DE', seed: 23456 },
};

/** The seed of a tenant that `tenantSeeds` does not name. */
export const otherTenantSeed: TenantSeed = { words: norwegian, baseZone: 'NO', seed: 1 };
