import { ok, recordNotFound } from './answers.ts';
import { readLanguages, textResolver } from './language.ts';
import type { SimulatedCaller, SimulatedRequest } from './request.ts';
import type { Route } from './router.ts';
import { readJson } from './superoffice/write-body.ts';
import { orRefusal } from './superoffice/write-refusal.ts';

/** Texts of resource ids (8.3). */
export function stringRoutes(): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/String',
      description: 'Searches texts',
      handle: (request) => ok(searched(request)),
    },
    {
      method: 'POST',
      pattern: '/String',
      description: 'Texts of several ids',
      handle: (request) =>
        orRefusal(() => {
          const ids = readJson(request);
          const list = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
          const { caller, query } = request;
          return ok(list.map((id) => resolve(id, query.get('isoLangCode'), caller) ?? `[${id}]`));
        }),
    },
    {
      method: 'GET',
      pattern: '/String/KnownLanguages',
      description: 'Languages that texts may have',
      handle: () => ok(['en', 'no', 'de', 'sv', 'da']),
    },
    { method: 'GET', pattern: '/String/{id}', description: 'The text of an id', handle: one },
    { method: 'GET', pattern: '/String/{id}/{isoLangCode}', description: 'The text of an id', handle: one },
  ];
}

function one({ caller, query }: SimulatedRequest, parts: Readonly<Record<string, string>>) {
  const text = resolve(parts.id ?? '', parts.isoLangCode ?? query.get('isoLangCode'), caller);
  return text === undefined ? recordNotFound('String', parts.id ?? '') : ok(text, 1);
}

/** The text in the language named, else in the caller's, else in English; undefined for an unknown id. */
function resolve(id: string, isoCode: string | undefined, caller: SimulatedCaller): string | undefined {
  const key = id.replace(/^\[|\]$/g, '').toUpperCase();
  if (!caller.world.strings.has(key)) return undefined;
  const languages = readLanguages(isoCode, undefined) ?? caller.languages ?? ['US'];
  return textResolver(languages, caller.world.strings, () => caller.options.languageFallback)(`[${key}]`);
}

function searched({ caller, query }: SimulatedRequest): string[] {
  const wanted = query.get('q')?.toLowerCase() ?? '';
  const texts = [...caller.world.strings.keys()].map((id) => resolve(id, query.get('isoLangCode'), caller) ?? '');
  return texts.filter((text) => text.toLowerCase().includes(wanted));
}
