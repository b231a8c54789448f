import { refuse } from './refusal.ts';
import type { FieldRecord, LanguageCode, ModuleName, OnOfficeWorld } from './store.ts';

/** Codes that the API knows; a customer has texts in few of them. */
const languageCodes = new Set(
  'DEU AUT CHE ENG BEL NLD FRA GRC ITA LUX POL PRT ROU RUS SVN ESP CHI CAT SWE TUR FIN CZE HRV CHN BGR SAU DNK NOR'.split(
    ' ',
  ),
);

/** A language parameter; null where it is absent or empty. Refuses (160) what is no language. */
export function languageParameter(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  const code = String(value);
  if (!languageCodes.has(code)) throw refuse(160, code);
  return code;
}

/** The language that labels come in: what nobody translated stays German. */
export function labelLanguage(value: unknown): LanguageCode {
  return languageParameter(value) === 'ENG' ? 'ENG' : 'DEU';
}

/** A list of record ids; numbers and texts are the same to the vendor. */
export function idList(value: unknown): number[] {
  const ids = (Array.isArray(value) ? value : [value]).map(Number);
  if (ids.some((id) => !Number.isInteger(id))) throw refuse(185);
  if (ids.length > 500) throw refuse(302);
  return ids;
}

/** The fields that `data` names, in its order. One that is unknown or deactivated refuses the whole read (141). */
export function dataFields(data: unknown, fields: ReadonlyMap<string, FieldRecord>): FieldRecord[] {
  return listParameter({ data }, 'data').map((name) => activeField(fields, fieldName(name)));
}

/** A parameter that is a list (74); empty where it is absent. */
export function listParameter(parameters: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = parameters[name] ?? [];
  if (!Array.isArray(value)) throw refuse(74, name);
  return value;
}

/** The conditions of a filter that is saved in the CRM; undefined where none is asked for. */
export function savedFilter({ filters }: OnOfficeWorld, module: ModuleName, filterId: unknown): unknown {
  if (filterId === undefined || filterId === null || filterId === '') return undefined;
  const saved = filters.find((one) => one.id === Number(filterId) && one.module === module);
  if (!saved) throw refuse(284, String(filterId));
  return saved.filter;
}

/** What names a field; refuses (291) what is no text. */
export function fieldName(name: unknown): string {
  if (typeof name !== 'string') throw refuse(291);
  return name;
}

/** A field by its exact name; refuses (141) what does not exist or is deactivated. */
export function activeField(fields: ReadonlyMap<string, FieldRecord>, name: string): FieldRecord {
  const field = fields.get(name);
  if (!field?.active) throw refuse(141, name);
  return field;
}

/** The object of fields that a write must have under `data`. */
export function writtenData(data: unknown): Record<string, unknown> {
  if (data === undefined || data === null) throw refuse(167, 'data');
  if (Array.isArray(data) && data.length === 0) return {};
  if (typeof data !== 'object' || Array.isArray(data)) throw refuse(255, 'data');
  return data as Record<string, unknown>;
}

export function requireReadable(world: OnOfficeWorld, module: string): void {
  if (world.restrictions.unreadableModules.has(module)) throw refuse(156);
}

export function requireWritable(world: OnOfficeWorld, module: 'estate' | 'address', id: string): void {
  if (world.restrictions.readOnlyModules.has(module)) throw refuse(module === 'estate' ? 262 : 261, id);
}
