import type { SimulatedAnswer, SimulatedCaller } from '../request.ts';
import { requireProvider } from './archive.ts';
import type { BoundColumn } from './columns.ts';
import { ColumnBinder } from './columns.ts';
import { createArchiveContext } from './context.ts';
import { customColumnInfos } from './custom-columns.ts';
import type { ColumnInfo } from './layouts.ts';
import { splitPrefix } from './layouts.ts';
import type { ArchiveProvider } from './provider.ts';
import { providerNames } from './providers.ts';
import { answerOrRefuse } from './refusal.ts';
import { archiveTables } from './tables.ts';

/** A column as `$metadata` describes it (4.8). */
export interface ColumnDescription {
  DisplayName: string;
  DisplayTooltip: string;
  DisplayType: string;
  CanOrderBy: boolean;
  Name: string;
  CanRestrictBy: boolean;
  RestrictionType: string;
  RestrictionListName: string;
  IsVisible: boolean;
  Width: string;
  IconHint: string;
  HeadingIconHint: string;
  ExtraInfo: string;
}

/** Answers `GET /Archive/{provider}/$metadata`: every column, the tenant's custom fields too; unknown providers are refused. */
export function archiveMetadata(provider: string, caller: SimulatedCaller): SimulatedAnswer {
  return answerOrRefuse(caller.options.archive.refusalStatus, () => ({
    status: 200,
    body: describeColumns(requireProvider(provider), caller),
  }));
}

/** Answers `GET /Archive`: the names of all providers. */
export function archiveNames(caller: SimulatedCaller): SimulatedAnswer {
  const links = providerNames.map((name) => [name, `${caller.baseUrl}/Archive/${name}`]);
  return { status: 200, body: Object.fromEntries(links) };
}

/** Describes the provider's columns in the order of the reference. */
export function describeColumns(provider: ArchiveProvider, caller: SimulatedCaller): ColumnDescription[] {
  const binder = new ColumnBinder(provider.layout, provider.table, createArchiveContext(caller));
  const infos = [...provider.layout.columns.values(), ...customInfos(provider, caller)];
  const shown = new Set(provider.defaultColumns);
  return infos.map((info) => describe(binder.bind(info.name), shown.has(info.name), caller));
}

/** Custom fields of the provider's own records and of those that its prefixes lead to. */
function customInfos(provider: ArchiveProvider, { world }: SimulatedCaller): ColumnInfo[] {
  if (provider.table === undefined) return [];
  const own = customColumnInfos(provider.table, world);
  const joined = Object.entries(provider.table.joins)
    .filter(([prefix]) => provider.layout.prefixes.has(prefix.toLowerCase()))
    .flatMap(([prefix, join]) => {
      const target = archiveTables[join.to];
      const infos = target === undefined ? [] : customColumnInfos(target, world);
      return infos.map((info) => ({ ...info, name: `${prefix}/${info.name}` }));
    });
  return [...own, ...joined];
}

function describe(column: BoundColumn, isVisible: boolean, caller: SimulatedCaller): ColumnDescription {
  const { info } = column;
  const label = labelOf(info.name, caller);
  return {
    DisplayName: label,
    DisplayTooltip: label,
    DisplayType: info.type === 'stringorPK' || info.type === null ? 'string' : info.type,
    CanOrderBy: info.sortable,
    Name: info.name,
    CanRestrictBy: info.type !== null,
    RestrictionType: info.type ?? '',
    RestrictionListName: info.type === 'listAny' ? (column.list ?? '') : '',
    IsVisible: isVisible,
    Width: info.type?.startsWith('string') === true ? '20%' : '12c',
    IconHint: '',
    HeadingIconHint: '',
    ExtraInfo: '',
  };
}

/** Labels are resource ids until a language is asked for; the manual gives none, so they are made of the column's name. */
function labelOf(name: string, caller: SimulatedCaller): string {
  const { rest } = splitPrefix(name);
  const words = rest.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  if (caller.languages !== null) return words.charAt(0).toUpperCase() + words.slice(1);
  return `[SR_LABEL_${words.replace(/\W+/g, '_').toUpperCase()}]`;
}
