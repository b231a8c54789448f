import { describe, expect, test } from 'vitest';
import { configuredField, estateFields, type FieldDefinition } from '../../../src/upstream/onoffice/fields.ts';
import { decode, decodeInstant, decodeNumber, encode, encodeInstant } from '../../../src/upstream/onoffice/values.ts';

const zone = 'Europe/Berlin';

function field(name: string): FieldDefinition {
  const known = estateFields.get(name);
  if (!known) throw new Error(`no field ${name}`);
  return known;
}

describe('the catalogue', () => {
  test('knows the fields that no configuration lists', () => {
    for (const name of ['status', 'veroeffentlichen', 'breitengrad', 'geaendert_am', 'objektadresse_freigeben_api']) {
      expect(estateFields.has(name), name).toBe(true);
    }
    expect(estateFields.size).toBeGreaterThan(140);
    expect(field('status').permitted).toEqual(['1', '2', '0']);
  });

  test('says where zero is unset, what is translated and what the CRM keeps itself', () => {
    expect([field('kaufpreis').zeroIsUnset, field('etage').zeroIsUnset]).toEqual([true, false]);
    const translated = [...estateFields.values()].filter((one) => one.translated).map(({ name }) => name);
    expect(translated.sort()).toEqual(
      ['ausstatt_beschr', 'dreizeiler', 'lage', 'objektbeschreibung', 'objekttitel', 'ort', 'sonstige_angaben'].sort(),
    );
    expect(field('erstellt_am').system).toBe(true);
  });

  test('takes the type of other fields from the configuration', () => {
    expect(configuredField('ind_1', 'multiselect').type).toBe('multiselect');
    expect(configuredField('ind_2', 'blob').type).toBe('text');
    expect(configuredField('ind_3', 'float').zeroIsUnset).toBe(true);
  });
});

describe('reading', () => {
  test.each([
    ['kaufpreis', '349000.10', '349000.10'],
    ['kaufpreis', '123456789012345.67', '123456789012345.67'],
    ['kaufpreis', 12.5, '12.5'],
    ['kaufpreis', '0.00', null],
    ['kaufpreis', '0.00000', null],
    ['kaufpreis', '', null],
    ['baujahr', '1998', 1998],
    ['baujahr', '0', null],
    ['etage', '0', 0],
    ['etage', '-1', -1],
    ['etage', '', null],
    ['balkon', '1', true],
    ['balkon', '0', false],
    ['virtualAddress', '', null],
    ['objekttitel', '<p>Haus &amp; Hof</p>', '<p>Haus &amp; Hof</p>'],
    ['objekttitel', '', null],
    ['objektart', 'haus', 'haus'],
    ['objektart', null, null],
    ['heizungsart', ['zentral', 'fern'], ['zentral', 'fern']],
    ['heizungsart', '|zentral||fern|', ['zentral', 'fern']],
    ['heizungsart', [], []],
    ['heizungsart', null, []],
    ['abdatum', '2031-04-30', '2031-04-30'],
    ['abdatum', '0000-00-00', null],
    ['erstellt_am', '2025-09-14', '2025-09-14'],
    ['geaendert_am', '2025-12-18 16:42:07', '2025-12-18T16:42:07+01:00'],
    ['geaendert_am', '0000-00-00 00:00:00', null],
    ['benutzer', '21', '21'],
    ['multiParkingLot', [], null],
    [
      'multiParkingLot',
      { garage: { Count: 1, Price: 0, MarketingType: '' } },
      { garage: { Count: 1, Price: 0, MarketingType: '' } },
    ],
  ])('%s %j is %j', (name, raw, value) => {
    expect(decode(field(name), raw, zone)).toEqual(value);
  });

  test.each([
    ['kaufpreis', '649.000,00 €'],
    ['baujahr', 'alt'],
    ['baujahr', '1998.5'],
    ['balkon', 'Ja'],
    ['geaendert_am', 'gestern'],
    ['abdatum', '30.04.2031'],
    ['objekttitel', { de: 'x' }],
  ])('%s %j is no raw value', (name, raw) => {
    expect(() => decode(field(name), raw, zone)).toThrow('onoffice: malformed');
  });

  test('measures are numbers', () => {
    expect(decodeNumber(field('wohnflaeche'), '168.50')).toBe(168.5);
    expect(decodeNumber(field('breitengrad'), '0.00000')).toBeNull();
  });

  test('wall clock of the hour that autumn has twice is the earlier one, of the hour that spring lacks the later', () => {
    const utc = (instant: number | null) => new Date(instant ?? Number.NaN).toISOString().replace('.000', '');
    const at = (text: string) => utc(decodeInstant(field('geaendert_am'), text, zone));
    expect(at('2025-10-26 02:30:00')).toBe('2025-10-26T00:30:00Z');
    expect(at('2025-10-26 03:00:00')).toBe('2025-10-26T02:00:00Z');
    expect(at('2025-03-30 02:30:00')).toBe('2025-03-30T01:30:00Z');
    const summer = decodeInstant(field('geaendert_am'), '2025-07-01 12:00:00', 'America/New_York');
    expect(utc(summer)).toBe('2025-07-01T16:00:00Z');
  });
});

describe('writing', () => {
  test.each([
    ['kaufpreis', '349000.10', '349000.10'],
    ['kaufpreis', 629_000, 629_000],
    ['kaufpreis', '629000', 629_000],
    ['wohnflaeche', 0.0000001, '0.0000001'],
    ['wohnflaeche', -1.25e-9, '-0.00000000125'],
    ['wohnflaeche', 1.5e21, '1500000000000000000000'],
    ['kaufpreis', null, 0],
    ['etage', null, ''],
    ['etage', 0, 0],
    ['reserviert', true, 1],
    ['reserviert', false, 0],
    ['reserviert', null, 0],
    ['heizungsart', ['zentral'], ['zentral']],
    ['heizungsart', null, []],
    ['objektart', null, ''],
    ['objekttitel', 'Neu', 'Neu'],
    ['objekttitel', null, ''],
    ['abdatum', '2026-05-01', '2026-05-01'],
    ['geaendert_am', '2026-07-01T10:00:00.900Z', '2026-07-01 12:00:00'],
    ['geaendert_am', Date.UTC(2026, 0, 1), '2026-01-01 01:00:00'],
    ['benutzer', 21, 21],
  ])('%s %j goes out as %j', (name, value, written) => {
    expect(encode(field(name), value, zone)).toEqual(written);
  });

  test('a price that is no number is refused here', () => {
    expect(() => encode(field('kaufpreis'), '649.000,00', zone)).toThrow('onoffice: invalid');
  });

  test('an instant becomes wall clock on whole seconds', () => {
    expect(encodeInstant(Date.UTC(2026, 0, 1, 0, 0, 0, 999), zone)).toBe('2026-01-01 01:00:00');
  });
});
