import { runArchive } from './archive/archive.ts';
import { archiveMetadata, archiveNames } from './archive/metadata.ts';
import { collectionProvider } from './archive/sub-archives.ts';
import type { Route } from './router.ts';
import { readForm } from './superoffice/write-body.ts';
import { orRefusal } from './superoffice/write-refusal.ts';

/** Collections that are archives and nothing else here (4.1). */
const collections = [
  'Sale',
  'Project',
  'Document',
  'Ticket',
  'Selection',
  'Relation',
  'ProjectMember',
  'User',
  'ForeignApp',
  'TimeZone',
];

const METADATA = '$metadata';

/** `/Archive` and the collections behind it. */
export function archiveRoutes(): Route[] {
  return [
    ...collections.map(
      (name): Route => ({
        method: 'GET',
        pattern: `/${name}`,
        description: `Archive of ${name}`,
        handle: ({ query, caller, path }) => runArchive(collectionProvider(name) ?? name, query, caller, { path }),
      }),
    ),
    {
      method: 'GET',
      pattern: '/Archive',
      description: 'Names of the archive providers',
      handle: ({ caller }) => archiveNames(caller),
    },
    {
      method: 'GET',
      pattern: '/Archive/{provider}',
      description: 'Runs an archive provider',
      handle: ({ query, caller, path }, { provider = '' }) => {
        const name = provider.toLowerCase();
        if (name.endsWith(METADATA)) return archiveMetadata(provider.slice(0, -METADATA.length), caller);
        return runArchive(provider, query, caller, { path });
      },
    },
    {
      method: 'POST',
      pattern: '/Archive/{provider}',
      description: 'Runs an archive provider with form-encoded parameters',
      handle: (request, { provider = '' }) =>
        orRefusal(() => runArchive(provider, readForm(request), request.caller, { path: request.path })),
    },
    {
      method: 'GET',
      pattern: `/Archive/{provider}/${METADATA}`,
      description: 'Columns of an archive provider',
      handle: ({ caller }, { provider = '' }) => archiveMetadata(provider, caller),
    },
  ];
}
