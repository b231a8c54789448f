import type { Parameters } from '../request.ts';
import type { FilterNode } from './filter-parser.ts';
import { parseFilter } from './filter-parser.ts';
import { ArchiveRefusal } from './refusal.ts';

/** A function of `$select`: `Count(contactId):Footer` (4.7). */
export interface AggregateCall {
  name: 'count' | 'countall' | 'sum' | 'avg' | 'percent' | 'groupby' | 'datepart';
  /** In lower case: `header`, `footer`, `hidedetail`, or a part of a date. */
  modifiers: readonly string[];
}

export interface SelectItem {
  /** As asked for: the key of the cell. */
  name: string;
  column: string;
  call: AggregateCall | null;
}

export interface OrderItem {
  column: string;
  descending: boolean;
}

/** What an archive is asked, whichever way the question came. */
export interface ArchiveQuery {
  /** null: the provider's default columns. */
  select: readonly SelectItem[] | null;
  filter: FilterNode | null;
  orderBy: readonly OrderItem[];
  top: number | null;
  skip: number;
  /** null: the provider's default entities. */
  entities: readonly string[] | null;
  mode: 'slim' | 'full';
  /** Unsafe characters in the names of cells become `_`. */
  jsonSafe: boolean;
  /** Booleans as icon hints in slim rows. */
  displayOutput: boolean;
  grandTotal: boolean;
  inlineCount: boolean;
}

const call = /^(count|countall|sum|avg|percent|groupby|datepart)\(([^()]+)\)((?::\w+)*)$/i;

/** Reads the parameters of a REST archive (4.2); what cannot be read is refused, unknown parameters are passed over. */
export function readQuery(parameters: Parameters): ArchiveQuery {
  const format = parameters.get('$format')?.toLowerCase() ?? 'json';
  if (format !== 'json') throw new ArchiveRefusal(`'${format}' is not written here`, 'SoServiceException', 406);
  const select = parameters.get('$select');
  const entities = splitList(parameters.get('$entities') ?? '');
  return {
    select: select === undefined || select.trim() === '' ? null : splitList(select).map(readSelectItem),
    filter: parseFilter(parameters.get('$filter') ?? ''),
    orderBy: splitList(parameters.get('$orderBy') ?? '').map(readOrderItem),
    top: readCount(parameters, '$top'),
    skip: readCount(parameters, '$skip') ?? 0,
    entities: entities.length === 0 ? null : entities,
    // `Wide` is listed by the vendor but described nowhere; it is read as the default.
    mode: readWord(parameters, '$mode', ['slim', 'wide', 'full']) === 'full' ? 'full' : 'slim',
    jsonSafe: parameters.get('$jsonSafe')?.toLowerCase() === 'true',
    displayOutput: readWord(parameters, '$output', ['logical', 'display']) === 'display',
    grandTotal: /(^|[,;\s])GrandTotal=true/i.test(parameters.get('$options') ?? ''),
    inlineCount: readWord(parameters, '$inlineCount', ['false', 'estimate', 'true', 'allpages']) !== 'false',
  };
}

/** The parts of a comma list, without blanks around them; empty parts are dropped. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function readSelectItem(name: string): SelectItem {
  const [, called, column, modifiers = ''] = call.exec(name) ?? [];
  if (called === undefined || column === undefined) return { name, column: name, call: null };
  return {
    name,
    column: column.trim(),
    call: {
      name: called.toLowerCase() as AggregateCall['name'],
      modifiers: modifiers.toLowerCase().split(':').slice(1),
    },
  };
}

/** `name`, `name asc`, `name desc`. */
export function readOrderItem(text: string): OrderItem {
  const [column = '', direction = 'asc', ...rest] = text.split(/\s+/);
  const word = direction.toLowerCase();
  if (rest.length > 0 || (word !== 'asc' && word !== 'desc')) {
    throw new ArchiveRefusal(`'${text}' is not an order`);
  }
  return { column, descending: word === 'desc' };
}

function readCount(parameters: Parameters, name: string): number | null {
  const text = parameters.get(name);
  if (text === undefined || text.trim() === '') return null;
  if (!/^\d{1,9}$/.test(text.trim())) throw new ArchiveRefusal(`'${text}' is not a number for ${name}`);
  return Number(text);
}

/** One of the words that a parameter takes, in any case; the first where it is absent or empty. */
function readWord(parameters: Parameters, name: string, words: readonly string[]): string {
  const text = parameters.get(name)?.trim() || (words[0] ?? '');
  const word = text.toLowerCase();
  if (!words.includes(word)) throw new ArchiveRefusal(`'${text}' is not a value of ${name}`);
  return word;
}
