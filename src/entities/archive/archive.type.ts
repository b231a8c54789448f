import { builder } from '../../graphql/builder.ts';
import { connectionType, type Listed } from '../../graphql/connection.ts';
import { firstText } from '../../graphql/paging.ts';
import type { PageRead } from '../../reading/page.ts';
import { cellOf } from '../../reading/row.ts';
import { archivePage, readQuestion } from './archive.filter.ts';
import { archiveLayout, requestsToLearn } from './archive.model.ts';

const ArchiveConnectionRef = connectionType<unknown>('Archive', 'JSON', 'rows of an archive', null);

/** Rows as objects with exactly the columns asked for; null where the CRM gave no value. */
const objects = (
  { rows, cursorAt, hasNextPage, hasPreviousPage }: PageRead,
  columns: readonly string[],
): Listed<unknown> => ({
  nodes: rows.map((row) => Object.fromEntries(columns.map((column) => [column, cellOf(row, column) ?? null]))),
  cursorAt,
  hasNextPage,
  hasPreviousPage,
});

builder.queryField('archive', (t) =>
  t.field({
    type: ArchiveConnectionRef,
    nullable: true,
    description:
      'Any archive of SuperOffice, for what the typed fields do not reach: rows as SuperOffice shows them, list items as texts, users by their initials, dates without offset in UTC. A row stands once, with the first of several e-mails or phones. Null when it cannot be read.',
    args: {
      provider: t.arg.string({
        required: true,
        description:
          'Name of the provider: SimpleContact, FindSale, ForeignKeys ... Dynamic, which reads the database itself, is refused.',
      }),
      columns: t.arg.stringList({
        required: true,
        description:
          'Columns of the provider by their exact names, joins included: `name`, `contactAssociate/fullName`, `contactUdef/SuperOffice:1`. Rows hold them under these names. Names beyond the documented ones take a request for the description of the provider, undocumented providers one more for their names; both are kept for five minutes.',
      }),
      filter: t.arg.string({
        required: false,
        description:
          "Conditions in SuperOffice's own language: `name begins 'Nord' and (category oneOf (1,2) or stop set true)`. Texts and dates stand in single quotes, a quote within a text is written `\\'`, dates have no offset and are read as UTC. Checked against the columns before it is sent. All rows when left out.",
      }),
      orderBy: t.arg.stringList({
        required: false,
        description:
          'Columns, each with `asc` or `desc` behind it: `registeredDate desc`. Rows that are equal by all of them stand by the key of the provider, where it has one.',
      }),
      entities: t.arg.stringList({
        required: false,
        description:
          'Kinds of rows, where the provider has several: `person`, `retiredPerson`. Those that SuperOffice shows by itself when left out.',
      }),
      first: t.arg.int({ required: false, description: firstText }),
      after: t.arg.string({
        required: false,
        description: 'Cursor of the row to go on behind; bound to all other arguments but `first`.',
      }),
    },
    extensions: { page: true },
    resolve: async (_root, args, { read, superoffice }, info) => {
      const question = readQuestion(args, read.scope.maxPageSize);
      const { provider, columns, named } = question;
      const beside = requestsToLearn(provider, named);
      const page = await read.rows({ info, count: question.page.count, beside }, async () =>
        archivePage(question, await archiveLayout(superoffice, provider, named)),
      );
      return objects(page, columns);
    },
  }),
);
