import { resolveIana } from '../config/zone-name.ts';

/**
 * Countries by their ISO code. SuperOffice names a country's only zone by that code (superoffice.md 7.1); where a country has
 * outlying zones too, the code means the one of its capital or mainland.
 */
const countries = `
  AD=Europe/Andorra AE=Asia/Dubai AF=Asia/Kabul AG=America/Antigua AI=America/Anguilla AL=Europe/Tirane
  AM=Asia/Yerevan AO=Africa/Luanda AR=America/Argentina/Buenos_Aires AS=Pacific/Pago_Pago AT=Europe/Vienna
  AW=America/Aruba AX=Europe/Mariehamn AZ=Asia/Baku BA=Europe/Sarajevo BB=America/Barbados BD=Asia/Dhaka
  BE=Europe/Brussels BF=Africa/Ouagadougou BG=Europe/Sofia BH=Asia/Bahrain BI=Africa/Bujumbura BJ=Africa/Porto-Novo
  BL=America/St_Barthelemy BM=Atlantic/Bermuda BN=Asia/Brunei BO=America/La_Paz BQ=America/Kralendijk
  BS=America/Nassau BT=Asia/Thimphu BW=Africa/Gaborone BY=Europe/Minsk BZ=America/Belize CC=Indian/Cocos
  CF=Africa/Bangui CG=Africa/Brazzaville CH=Europe/Zurich CI=Africa/Abidjan CK=Pacific/Rarotonga CL=America/Santiago
  CM=Africa/Douala CN=Asia/Shanghai CO=America/Bogota CR=America/Costa_Rica CU=America/Havana CV=Atlantic/Cape_Verde
  CW=America/Curacao CX=Indian/Christmas CY=Asia/Nicosia CZ=Europe/Prague DE=Europe/Berlin DJ=Africa/Djibouti
  DK=Europe/Copenhagen DM=America/Dominica DO=America/Santo_Domingo DZ=Africa/Algiers EC=America/Guayaquil
  EE=Europe/Tallinn EG=Africa/Cairo EH=Africa/El_Aaiun ER=Africa/Asmara ES=Europe/Madrid ET=Africa/Addis_Ababa
  FI=Europe/Helsinki FJ=Pacific/Fiji FK=Atlantic/Stanley FO=Atlantic/Faroe FR=Europe/Paris GA=Africa/Libreville
  GB=Europe/London GD=America/Grenada GE=Asia/Tbilisi GF=America/Cayenne GG=Europe/Guernsey GH=Africa/Accra
  GI=Europe/Gibraltar GM=Africa/Banjul GN=Africa/Conakry GP=America/Guadeloupe GQ=Africa/Malabo GR=Europe/Athens
  GS=Atlantic/South_Georgia GT=America/Guatemala GU=Pacific/Guam GW=Africa/Bissau GY=America/Guyana HK=Asia/Hong_Kong
  HN=America/Tegucigalpa HR=Europe/Zagreb HT=America/Port-au-Prince HU=Europe/Budapest IE=Europe/Dublin
  IL=Asia/Jerusalem IM=Europe/Isle_of_Man IN=Asia/Kolkata IO=Indian/Chagos IQ=Asia/Baghdad IR=Asia/Tehran
  IS=Atlantic/Reykjavik IT=Europe/Rome JE=Europe/Jersey JM=America/Jamaica JO=Asia/Amman JP=Asia/Tokyo
  KE=Africa/Nairobi KG=Asia/Bishkek KH=Asia/Phnom_Penh KM=Indian/Comoro KN=America/St_Kitts KP=Asia/Pyongyang
  KR=Asia/Seoul KW=Asia/Kuwait KY=America/Cayman LA=Asia/Vientiane LB=Asia/Beirut LC=America/St_Lucia LI=Europe/Vaduz
  LK=Asia/Colombo LR=Africa/Monrovia LS=Africa/Maseru LT=Europe/Vilnius LU=Europe/Luxembourg LV=Europe/Riga
  LY=Africa/Tripoli MA=Africa/Casablanca MC=Europe/Monaco MD=Europe/Chisinau ME=Europe/Podgorica MF=America/Marigot
  MG=Indian/Antananarivo MK=Europe/Skopje ML=Africa/Bamako MM=Asia/Yangon MO=Asia/Macau MP=Pacific/Saipan
  MQ=America/Martinique MR=Africa/Nouakchott MS=America/Montserrat MT=Europe/Malta MU=Indian/Mauritius
  MV=Indian/Maldives MW=Africa/Blantyre MY=Asia/Kuala_Lumpur MZ=Africa/Maputo NA=Africa/Windhoek NC=Pacific/Noumea
  NE=Africa/Niamey NF=Pacific/Norfolk NG=Africa/Lagos NI=America/Managua NL=Europe/Amsterdam NO=Europe/Oslo
  NP=Asia/Kathmandu NR=Pacific/Nauru NU=Pacific/Niue NZ=Pacific/Auckland OM=Asia/Muscat PA=America/Panama
  PE=America/Lima PH=Asia/Manila PK=Asia/Karachi PL=Europe/Warsaw PM=America/Miquelon PN=Pacific/Pitcairn
  PR=America/Puerto_Rico PS=Asia/Gaza PT=Europe/Lisbon PW=Pacific/Palau PY=America/Asuncion QA=Asia/Qatar
  RE=Indian/Reunion RO=Europe/Bucharest RS=Europe/Belgrade RW=Africa/Kigali SA=Asia/Riyadh SB=Pacific/Guadalcanal
  SC=Indian/Mahe SD=Africa/Khartoum SE=Europe/Stockholm SG=Asia/Singapore SH=Atlantic/St_Helena SI=Europe/Ljubljana
  SJ=Arctic/Longyearbyen SK=Europe/Bratislava SL=Africa/Freetown SM=Europe/San_Marino SN=Africa/Dakar
  SO=Africa/Mogadishu SR=America/Paramaribo SS=Africa/Juba ST=Africa/Sao_Tome SV=America/El_Salvador
  SX=America/Lower_Princes SY=Asia/Damascus SZ=Africa/Mbabane TC=America/Grand_Turk TD=Africa/Ndjamena
  TF=Indian/Kerguelen TG=Africa/Lome TH=Asia/Bangkok TJ=Asia/Dushanbe TK=Pacific/Fakaofo TL=Asia/Dili TM=Asia/Ashgabat
  TN=Africa/Tunis TO=Pacific/Tongatapu TR=Europe/Istanbul TT=America/Port_of_Spain TV=Pacific/Funafuti TW=Asia/Taipei
  TZ=Africa/Dar_es_Salaam UA=Europe/Kyiv UG=Africa/Kampala UY=America/Montevideo UZ=Asia/Tashkent VA=Europe/Vatican
  VC=America/St_Vincent VE=America/Caracas VG=America/Tortola VI=America/St_Thomas VN=Asia/Ho_Chi_Minh
  VU=Pacific/Efate WF=Pacific/Wallis WS=Pacific/Apia YE=Asia/Aden YT=Indian/Mayotte ZA=Africa/Johannesburg
  ZM=Africa/Lusaka ZW=Africa/Harare
`;

/** Parts of countries with several zones; a part that is split itself stands for the zone of most of its people. */
const regions = `
  AU-ACT=Australia/Sydney AU-NSW=Australia/Sydney AU-NT=Australia/Darwin AU-QLD=Australia/Brisbane
  AU-SA=Australia/Adelaide AU-TAS=Australia/Hobart AU-VIC=Australia/Melbourne AU-WA=Australia/Perth
  BR-AC=America/Rio_Branco BR-AL=America/Maceio BR-AM=America/Manaus BR-AP=America/Belem BR-BA=America/Bahia
  BR-CE=America/Fortaleza BR-DF=America/Sao_Paulo BR-ES=America/Sao_Paulo BR-GO=America/Sao_Paulo
  BR-MA=America/Fortaleza BR-MG=America/Sao_Paulo BR-MS=America/Campo_Grande BR-MT=America/Cuiaba BR-PA=America/Belem
  BR-PB=America/Fortaleza BR-PE=America/Recife BR-PI=America/Fortaleza BR-PR=America/Sao_Paulo BR-RJ=America/Sao_Paulo
  BR-RN=America/Fortaleza BR-RO=America/Porto_Velho BR-RR=America/Boa_Vista BR-RS=America/Sao_Paulo
  BR-SC=America/Sao_Paulo BR-SE=America/Maceio BR-SP=America/Sao_Paulo BR-TO=America/Araguaina CA-AB=America/Edmonton
  CA-BC=America/Vancouver CA-MB=America/Winnipeg CA-NB=America/Moncton CA-NF=America/St_Johns CA-NL=America/St_Johns
  CA-NS=America/Halifax CA-NT=America/Edmonton CA-NU=America/Iqaluit CA-ON=America/Toronto CA-PE=America/Halifax
  CA-QC=America/Toronto CA-SK=America/Regina CA-YT=America/Whitehorse US-AK=America/Anchorage US-AL=America/Chicago
  US-AR=America/Chicago US-AZ=America/Phoenix US-CA=America/Los_Angeles US-CO=America/Denver US-CT=America/New_York
  US-DC=America/New_York US-DE=America/New_York US-FL=America/New_York US-GA=America/New_York US-HI=Pacific/Honolulu
  US-IA=America/Chicago US-ID=America/Boise US-IL=America/Chicago US-IN=America/Indiana/Indianapolis
  US-KS=America/Chicago US-KY=America/New_York US-LA=America/Chicago US-MA=America/New_York US-MD=America/New_York
  US-ME=America/New_York US-MI=America/Detroit US-MN=America/Chicago US-MO=America/Chicago US-MS=America/Chicago
  US-MT=America/Denver US-NC=America/New_York US-ND=America/Chicago US-NE=America/Chicago US-NH=America/New_York
  US-NJ=America/New_York US-NM=America/Denver US-NV=America/Los_Angeles US-NY=America/New_York US-OH=America/New_York
  US-OK=America/Chicago US-OR=America/Los_Angeles US-PA=America/New_York US-RI=America/New_York US-SC=America/New_York
  US-SD=America/Chicago US-TN=America/Chicago US-TX=America/Chicago US-UT=America/Denver US-VA=America/New_York
  US-VT=America/New_York US-WA=America/Los_Angeles US-WI=America/Chicago US-WV=America/New_York US-WY=America/Denver
`;

/** The ids that the vendor's material names (superoffice.md 7.5). They are SuperOffice's own, so no other can be derived. */
const codeById: Readonly<Record<string, string>> = {
  1: 'UTC',
  36: 'AU-ACT',
  50: 'BD',
  114: 'CA-QC',
  140: 'DK',
  156: 'FR',
  261: 'NO',
  425: 'US-CA',
  433: 'US-HI',
  460: 'US-NY',
};

function parseTable(...tables: string[]): Map<string, string> {
  const pairs = tables.flatMap((table) => table.trim().split(/\s+/)).map((pair) => pair.split('='));
  return new Map(pairs.map(([code = '', zone = '']) => [code, zone]));
}

const zoneByCode = parseTable(countries, regions).set('UTC', 'UTC').set('GMT', 'UTC');

/** What was valid, as it was written: requests and answers name the same few again and again. Bounded, since case may be mixed at will. */
const known = new Map<string, string>();
const MAX_KNOWN = 2_000;
const MAX_TEXT = 128;

/**
 * The IANA zone of a SuperOffice id (`261`), a SuperOffice code (`NO`, `US-NY`) or an IANA name (`Europe/Oslo`), in any case, with or
 * without SuperOffice's suffix `includeTZOffset`. Null: not a zone that is known here.
 */
export function resolveZone(text: string): string | null {
  const seen = known.get(text);
  if (seen) return seen;
  const name = text.replace(/\s*,\s*includeTZOffset\s*$/i, '').trim();
  const code = /^\d{1,9}$/.test(name) ? codeById[Number(name)] : name.toUpperCase();
  const zone = (code && zoneByCode.get(code)) || resolveIana(name);
  if (!zone || text.length > MAX_TEXT) return zone;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, zone);
  return zone;
}

/** Every SuperOffice code that `resolveZone` knows. */
export function zoneCodes(): string[] {
  return [...zoneByCode.keys()];
}
