import type { RequestContext } from '../../context/context.ts';
import { builder } from '../../graphql/builder.ts';
import { encodeId } from '../../graphql/ids.ts';
import { DeletePayloadRef, type Deletion, errorsField, invalid, type Mendable } from '../../graphql/mutation.ts';
import { invalidInput, mendable, notFound } from '../../graphql/mutation-refusals.ts';
import { itemOf } from '../../reading/lists.ts';
import { Refusal } from '../../reading/refusal.ts';
import { asWhole } from '../../reading/row.ts';
import type { Wire } from '../../reading/sources.ts';
import { beginningOf } from '../../upstream/beginning.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import {
  changedItem,
  changesNothing,
  type ItemChanges,
  itemProblems,
  storedProblems,
} from '../../upstream/superoffice/item-texts.ts';
import { type ListRoute, listRoute, listsOfRoute } from '../../upstream/superoffice/list-routes.ts';
import { codeOfLanguage } from '../../upstream/superoffice/text.ts';
import { itemOfList, type ListItem, ListItemRef } from './list-item.model.ts';

interface ItemInput extends Omit<ItemChanges, 'translations'> {
  translations?: readonly { language: string; text: string }[] | null;
}

interface ItemOutcome {
  listItem: ListItem | null;
  errors: readonly Mendable[];
}

const ListItemPayloadRef = builder.objectRef<ItemOutcome>('ListItemPayload').implement({
  description: 'What became of a write to one item of a pick list.',
  fields: (t) => ({
    listItem: t.field({
      type: ListItemRef,
      nullable: true,
      description: 'The item as it is now. Null when nothing was written.',
      resolve: ({ listItem }) => listItem,
    }),
    errors: errorsField(t),
  }),
});

const TranslationInputRef = builder.inputRef<{ language: string; text: string }>('TranslationInput').implement({
  description: 'The text of an item in one language.',
  fields: (t) => ({
    language: t.field({
      type: 'Locale',
      required: true,
      description: 'The language; one that SuperOffice holds no texts in is BAD_USER_INPUT.',
    }),
    text: t.string({ required: true, description: 'The text; an empty one is a ValidationError.' }),
  }),
});

const itemInput = <Name extends string>(name: Name, description: string, isNew: boolean) =>
  builder.inputRef<ItemInput>(name).implement({
    description,
    fields: (t) => ({
      name: t.string({
        required: isNew as false,
        description: isNew
          ? 'The text; with `translations` that of the language in force.'
          : 'The text in the language in force, or the text itself where it is stored in no language of its own. null and "" are a ValidationError.',
      }),
      tooltip: t.string({
        description: `Explanation for people (Tooltip), in the same languages as \`name\` is.${isNew ? '' : ' null or "" clears it.'}`,
      }),
      rank: t.int({ description: 'Place in the list (Rank). null is a ValidationError.' }),
      translations: t.field({
        type: [TranslationInputRef],
        description: `The text in these languages. ${isNew ? '' : 'All that are not named stay as they are, to the byte. '}null is a ValidationError.`,
      }),
    }),
  });

const CreateListItemInputRef = itemInput('CreateListItemInput', 'A new item of a pick list.', true);
const ListItemInputRef = itemInput('ListItemInput', 'Changes of an item: what is absent stays as it is.', false);

const refused = (...errors: readonly Mendable[]): ItemOutcome => ({ listItem: null, errors });

const noRoute = (list: string): Mendable =>
  invalid(`SuperOffice has no way to change the items of the list ${JSON.stringify(beginningOf(list, 60))}.`, ['list']);

/**
 * The item as the CRM has it after a write. Its texts are those that were sent: they come back in one language. Where a new one
 * comes back without its id, or in the place of one something else, nobody can tell whether the write was done.
 */
function writtenItem(list: string, route: ListRoute, sent: Wire, answer: Wire | null): ListItem {
  const { [route.id]: id = answer?.[route.id], [route.text]: name = answer?.[route.text] } = sent;
  const isOther = answer !== null && answer[route.id] !== id;
  if (!asWhole(id) || isOther) throw new UpstreamError('superoffice', 'unknownOutcome');
  const { Tooltip = answer?.Tooltip } = sent;
  return asItem(list, route, { ...sent, ...answer, [route.id]: id, [route.text]: name, Tooltip });
}

/** An item with its texts as stored. */
function asItem(list: string, route: ListRoute, wire: Wire): ListItem {
  const item = itemOf(list, route, wire);
  if (item.Id === 0) throw new UpstreamError('superoffice', 'malformed');
  return itemOfList(list, item);
}

/** All that is kept of a list is what it was before. */
async function forget({ route }: ListRoute, context: RequestContext): Promise<void> {
  const lists = listsOfRoute(route).map((name) => `MDOList/${name}`);
  await Promise.all([...lists, `List/${route}/`].map((path) => context.superoffice.drop(path)));
  context.lists.forget();
  context.read.forget();
}

/** What a write goes by, when nothing is wrong with it by itself. */
interface Ready {
  readonly route: ListRoute;
  readonly changes: ItemChanges;
  /** Of the language in force; null where the request has none. */
  readonly code: string | null;
}

async function write(
  list: string,
  input: ItemInput,
  context: RequestContext,
  run: (ready: Ready) => Promise<ItemOutcome>,
): Promise<ItemOutcome> {
  const route = listRoute(list);
  const changes = coded(input);
  if (!route) return refused(noRoute(list));
  const code = codeInForce(context);
  const problems = itemProblems(changes, code);
  if (problems.length > 0) return refused(...invalidInput(problems));
  try {
    return await run({ route, changes, code });
  } catch (error) {
    return refused(mendable(error, null));
  } finally {
    await forget(route, context);
  }
}

/** The input with the CRM's codes for languages. */
function coded({ translations, ...rest }: ItemInput): ItemChanges {
  if (!translations) return { ...rest, ...(translations === null ? { translations } : {}) };
  return { ...rest, translations: translations.map(({ language, text }) => ({ code: codeOf(language), text })) };
}

function codeOf(tag: string): string {
  const code = codeOfLanguage(tag);
  if (code) return code;
  throw new Refusal(
    'BAD_USER_INPUT',
    `SuperOffice holds no texts in ${tag}: name a language such as en, nb, de, sv or da.`,
  );
}

const codeInForce = ({ identity }: RequestContext): string | null =>
  identity.language === null ? null : codeOfLanguage(identity.language);

function create(list: string, input: ItemInput, context: RequestContext): Promise<ItemOutcome> {
  return write(list, input, context, async ({ route, changes, code }) => {
    const path = `List/${route.route}/Items`;
    const body = changedItem({}, route.text, changes, code);
    const made = await context.superoffice.send<Wire>({ method: 'POST', path, kind: 'post', body });
    return { listItem: writtenItem(list, route, body, made), errors: [] };
  });
}

/** Items cannot be patched (superoffice.md 6.1): the item is read untranslated and written back whole. */
function update(list: string, id: number, input: ItemInput, context: RequestContext): Promise<ItemOutcome> {
  return write(list, input, context, async ({ route, changes, code }) => {
    const path = `List/${route.route}/Items/${id}`;
    // What may be kept of it is not what is stored now.
    await context.superoffice.drop(path);
    const stored = id > 0 ? await context.superoffice.reference<Wire>(path, 'ticket', null) : null;
    if (!stored) return refused(notFound(`The list has no item ${id}.`));
    // What comes is written back whole, and must not be laid over the item where it is another one, or none.
    if (asWhole(stored[route.id]) !== id) throw new UpstreamError('superoffice', 'malformed');
    const impossible = storedProblems(stored, route.text, changes, code);
    if (impossible.length > 0) return refused(...invalidInput(impossible));
    const body = changedItem(stored, route.text, changes, code);
    if (changesNothing(changes)) return { listItem: asItem(list, route, stored), errors: [] };
    const saved = await context.superoffice.send<Wire>({ method: 'PUT', path, kind: 'put', body });
    return { listItem: writtenItem(list, route, body, saved), errors: [] };
  });
}

async function remove(list: string, id: number, context: RequestContext): Promise<Deletion> {
  const route = listRoute(list);
  if (!route) return { deletedId: null, errors: [noRoute(list)] };
  if (id <= 0) return { deletedId: null, errors: [notFound(`The list has no item ${id}.`)] };
  try {
    await context.superoffice.send({ method: 'DELETE', path: `List/${route.route}/Items/${id}`, kind: 'delete' });
    return { deletedId: encodeId('ListItem', `${list.toLowerCase()}:item:${id}`), errors: [] };
  } catch (error) {
    return { deletedId: null, errors: [mendable(error, null)] };
  } finally {
    await forget(route, context);
  }
}

const listText =
  'Name of the MDO list, in any case: task, category, udlist12. One whose items SuperOffice offers no way to change is a ValidationError.';
const idText = 'The id of the item within the list.';

builder.mutationFields((t) => ({
  createListItem: t.field({
    type: ListItemPayloadRef,
    nullable: true,
    description: 'Adds an item to a pick list (POST): one request. The list is read anew when it is asked for next.',
    args: {
      list: t.arg.string({ required: true, description: listText }),
      input: t.arg({ type: CreateListItemInputRef, required: true, description: 'The new item.' }),
    },
    resolve: (_root, { list, input }, context) => create(list, input, context),
  }),
  updateListItem: t.field({
    type: ListItemPayloadRef,
    nullable: true,
    description:
      'Changes an item of a pick list: it is read untranslated and written back (GET, PUT), so two requests. SuperOffice has no version check for items: the last write wins.',
    args: {
      list: t.arg.string({ required: true, description: listText }),
      listItemId: t.arg.int({ required: true, description: idText }),
      input: t.arg({ type: ListItemInputRef, required: true, description: 'What to change, and to what.' }),
    },
    resolve: (_root, { list, listItemId, input }, context) => update(list, listItemId, input, context),
  }),
  deleteListItem: t.field({
    type: DeletePayloadRef,
    nullable: true,
    description: 'Marks an item of a pick list as deleted (DELETE): one request. Records that hold it keep it.',
    args: {
      list: t.arg.string({ required: true, description: listText }),
      listItemId: t.arg.int({ required: true, description: idText }),
    },
    resolve: (_root, { list, listItemId }, context) => remove(list, listItemId, context),
  }),
}));
