import type { RequestContext } from '../../context/context.ts';
import { builder } from '../../graphql/builder.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { encodeId } from '../../graphql/ids.ts';
import { RowItem } from '../../reading/prepare.ts';
import { Refusal } from '../../reading/refusal.ts';
import { asText, asWhole } from '../../reading/row.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import { isHeading, itemsIn } from '../../upstream/superoffice/list-items.ts';
import {
  languageOfCode,
  normalLanguage,
  parseTranslations,
  readText,
  type Translation,
  translationIn,
} from '../../upstream/superoffice/text.ts';
import type { MdoListItemWire } from '../../upstream/superoffice/wire.ts';
import { NodeRef } from '../node/node.model.ts';
import { itemOfList, type ListItem, ListItemRef } from './list-item.model.ts';

/** The item as its list has it: at hand, or found by its id. */
async function listed(
  item: ListItem,
  context: RequestContext,
  language?: string | null,
): Promise<MdoListItemWire | null> {
  if (item.item && language === undefined) return item.item;
  if (item.listItemId === null) return null;
  if (isHeading(item.item)) return context.lists.heading(item.list, item.listItemId, language);
  const current = await context.lists.item(item.list, item.listItemId, language);
  if (current || !item.item?.Deleted) return current;
  const all = await context.lists.withDeleted(item.list, language);
  return all.find(({ Id }) => Id === item.listItemId) ?? null;
}

/** A record's answer that held no id although it was asked for cannot be read. */
function keyOfItem({ listItemId }: ListItem): number {
  if (listItemId === null) throw new UpstreamError('superoffice', 'malformed');
  return listItemId;
}

/** The stored text holds all its languages; a plain one is the same in each (superoffice.md 6.3). */
async function nameIn(item: ListItem, language: string, context: RequestContext): Promise<string | null> {
  const tag = normalLanguage(language);
  if (!tag)
    throw new Refusal(
      'BAD_USER_INPUT',
      `SuperOffice holds no texts in ${language}: ask for a language such as en, nb, de, sv or da.`,
    );
  const stored = asText((await listed(item, context, null))?.Name);
  const translations = parseTranslations(stored ?? '');
  if (translations) return asText(translationIn(translations, tag));
  // What a resource name says in a language, only the CRM knows.
  return stored?.startsWith('[SR_') ? asText((await listed(item, context, tag))?.Name) : stored;
}

/** A page has several for each record, nearly always with their text: nothing is waited for that is there. */
function nameHere(item: ListItem, context: RequestContext): string | null | Promise<string | null> {
  const read = (text: string | null) => (text === null ? null : readText(text, context.identity.language));
  return item.text !== null ? read(item.text) : listed(item, context).then((found) => read(asText(found?.Name)));
}

const TranslationRef = builder.objectRef<Translation>('Translation').implement({
  description: 'One language of a stored text.',
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: false,
      description: "SuperOffice's own two letters, as stored: NO, US, GE.",
    }),
    language: t.field({
      type: 'Locale',
      nullable: true,
      description: 'The language as BCP 47 tag. Null for a code that is not known.',
      resolve: ({ code }) => languageOfCode(code),
    }),
    text: t.exposeString('text', { nullable: false, description: 'The text in that language.' }),
  }),
});

ListItemRef.implement({
  description: 'One entry of a pick list (MDO list), as a record points to it or as its list holds it.',
  interfaces: [NodeRef],
  extensions: { free: true, ...keyedBy('id', 'list listItemId') },
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      nullable: false,
      description:
        'Opaque and stable: made of the list, the kind (item or heading) and listItemId. Items of lists that differ by user cannot be read again by it.',
      resolve: (item) =>
        encodeId(
          'ListItem',
          `${item.list.toLowerCase()}:${isHeading(item.item) ? 'heading' : 'item'}:${keyOfItem(item)}`,
        ),
    }),
    list: t.exposeString('list', {
      nullable: false,
      description: 'Name of the MDO list.',
      extensions: { textOnly: true },
    }),
    listItemId: t.int({
      nullable: false,
      description: 'The id within the list; what filters and changes take.',
      resolve: keyOfItem,
    }),
    isHeading: t.boolean({
      nullable: false,
      description: 'Whether this groups other items; a record never points to a heading.',
      extensions: { textOnly: true },
      resolve: ({ item }) => isHeading(item),
    }),
    name: t.string({
      nullable: true,
      description:
        "The item's text in the request's language, or in `language` where the list holds it. Null when it has none. With `language` the whole list is read once for all languages (kept five minutes).",
      args: {
        language: t.arg({
          type: 'Locale',
          required: false,
          description: 'The language to show it in. An unknown one is refused.',
        }),
      },
      // A text in several languages has quotes, and so escapes: it is never shown as it lies in a row.
      extensions: { textOnly: true, cellOf: (item: ListItem) => (item instanceof RowItem ? item : null) },
      resolve: (item, { language }, context) => (language ? nameIn(item, language, context) : nameHere(item, context)),
    }),
    translations: t.field({
      type: [TranslationRef],
      nullable: { list: true, items: false },
      description:
        'Every language that the stored text holds; empty where it is plain. Reads the list once more, untranslated. Null when it cannot be read.',
      resolve: async (item, _args, context) => {
        const stored = await listed(item, context, null);
        return stored ? (parseTranslations(asText(stored.Name) ?? '') ?? []) : null;
      },
    }),
    tooltip: t.string({
      nullable: true,
      description: "Explanation for people, in the request's language (ToolTip of the list). Null when empty.",
      resolve: async (item, _args, context) => {
        const text = asText((await listed(item, context))?.ToolTip);
        return text === null ? null : readText(text, context.identity.language);
      },
    }),
    rank: t.int({
      nullable: true,
      description: 'Place in the list (Rank of the list). Null for an item that the list no longer shows.',
      resolve: async (item, _args, context) => asWhole((await listed(item, context))?.Rank),
    }),
    deleted: t.boolean({
      nullable: true,
      description:
        'Whether it can no longer be chosen (Deleted of the list). Null for an item that the list no longer shows.',
      resolve: async (item, _args, context) => {
        const found = await listed(item, context);
        return typeof found?.Deleted === 'boolean' ? found.Deleted : null;
      },
    }),
    children: t.field({
      type: [ListItemRef],
      nullable: { list: true, items: false },
      description:
        'Items under a heading (ChildItems of the list); empty for an item. Null for an item that the list no longer shows.',
      resolve: async (item, _args, context) => {
        const found = await listed(item, context);
        return found && itemsIn(found.ChildItems).map((child) => itemOfList(item.list, child));
      },
    }),
  }),
});

interface PickList {
  name: string;
  /** Read already, where the list was asked for by name. */
  items?: MdoListItemWire[];
}

const ListRef = builder.objectRef<PickList>('List').implement({
  description: 'A pick list of SuperOffice (MDO list).',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: false,
      description: 'Name of the MDO list, as filters and `list(name:)` take it.',
    }),
    items: t.field({
      type: [ListItemRef],
      nullable: { list: true, items: false },
      description:
        'The top level: items, and headings with their items as `children`. Null when the list cannot be read.',
      args: {
        includeDeleted: t.arg.boolean({
          required: false,
          description: 'Also items that can no longer be chosen. Default: false.',
        }),
      },
      resolve: async ({ name, items }, { includeDeleted }, context) => {
        if (includeDeleted) return (await context.lists.withDeleted(name)).map((item) => itemOfList(name, item));
        const top = items ?? (await context.lists.top(name));
        return top?.map((item) => itemOfList(name, item));
      },
    }),
  }),
});

function listName(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name)) return name;
  throw new Refusal('BAD_USER_INPUT', 'The name of a list is a word such as task, category or udlist12.');
}

builder.queryFields((t) => ({
  list: t.field({
    type: ListRef,
    nullable: true,
    description:
      'A pick list by the name of its MDO list: task, category, business, country, perspos, priority, udlist12 ... Null when there is none of that name. Kept five minutes.',
    args: { name: t.arg.string({ required: true, description: 'Name of the MDO list, in any case.' }) },
    resolve: async (_root, { name }, context) => {
      const items = await context.lists.top(listName(name));
      return items && { name: name.toLowerCase(), items };
    },
  }),
  lists: t.field({
    type: [ListRef],
    nullable: { list: true, items: false },
    description:
      'All pick lists that the CRM names (MDOList). Each `items` is a request of its own, kept five minutes. Null when they cannot be read.',
    resolve: async (_root, _args, context) => (await context.lists.names()).map((name) => ({ name })),
  }),
}));
