import { UpstreamError } from '../upstream/errors.ts';
import {
  asFlag,
  asNumber,
  asText,
  asWhole,
  type Cell,
  type Column,
  cellOf,
  type DateReader,
  idOf,
  type Row,
  textOf,
} from './row.ts';
import type {
  ChoiceDeclaration,
  CustomDeclaration,
  CustomValues,
  Declaration,
  DerivedDeclaration,
  Kind,
  ListDeclaration,
  ListItemValue,
  ReferenceDeclaration,
  ScalarDeclaration,
  Source,
  Wire,
} from './sources.ts';

/** Makes declared fields ready to read: which columns and members each needs, and how its value comes out of them. */
export const prepareAll = (declared: Record<string, Declaration>): Record<string, Source> =>
  Object.fromEntries(Object.entries(declared).map(([name, declaration]) => [name, prepare(name, declaration)]));

const nothing = () => null;

const blank = (name: string): Source => ({
  name,
  kind: 'value',
  columns: null,
  members: null,
  simples: null,
  whenEmpty: null,
  unless: null,
  standIn: null,
  isText: false,
  fromRow: nothing,
  fromEntity: nothing,
  fromSimple: nothing,
  list: null,
  embedded: null,
  reference: null,
  custom: null,
});

function prepare(name: string, declaration: Declaration): Source {
  if ('custom' in declaration) return prepareCustom(name, declaration);
  if ('list' in declaration) return prepareList(name, declaration);
  if ('embedded' in declaration)
    return { ...blank(name), kind: 'embedded', embedded: prepareAll(declaration.embedded) };
  if ('reference' in declaration) return prepareReference(name, declaration);
  if ('choices' in declaration) return prepareChoice(name, declaration);
  if ('fromRow' in declaration || 'fromEntity' in declaration) return prepareDerived(name, declaration);
  return prepareScalar(name, declaration as ScalarDeclaration);
}

type OfWire = DerivedDeclaration<unknown>['fromEntity'];

/** Declarations read what the CRM documents: what they trip over is no answer that could be read. */
function understood(read: OfWire): NonNullable<OfWire> {
  if (!read) return nothing;
  return (wire, dates) => {
    try {
      return read(wire, dates);
    } catch (cause) {
      throw cause instanceof TypeError ? new UpstreamError('superoffice', 'malformed', { cause }) : cause;
    }
  };
}

function prepareDerived(name: string, declaration: DerivedDeclaration<unknown>): Source {
  return {
    ...blank(name),
    columns: declaration.columns ?? null,
    members: declaration.members ?? null,
    simples: declaration.simples ?? null,
    whenEmpty: declaration.required ? '' : null,
    standIn: declaration.standIn ?? null,
    fromRow: declaration.fromRow ?? nothing,
    fromEntity: understood(declaration.fromEntity),
    fromSimple: understood(declaration.fromSimple),
  };
}

function prepareCustom(name: string, { custom }: CustomDeclaration): Source {
  return {
    ...blank(name),
    kind: 'custom',
    custom,
    members: ['CustomFields'],
    fromEntity: (wire): CustomValues => ({
      from: 'entity',
      dictionary: (wire.CustomFields as Record<string, unknown> | null | undefined) ?? {},
    }),
  };
}

function prepareReference(name: string, declaration: ReferenceDeclaration): Source {
  return {
    ...blank(name),
    kind: 'reference',
    columns: declaration.key ? [declaration.key] : null,
    members: declaration.member ? [declaration.member] : null,
    simples: declaration.simple ? [declaration.simple.key] : null,
    reference: declaration,
  };
}

type Decoder = (value: unknown, dates: DateReader) => unknown;

const decoders: Record<Kind, Decoder> = {
  text: asText,
  email: asText,
  url: asText,
  int: asWhole,
  number: asNumber,
  flag: asFlag,
  stamp: (value, dates) => dates.instant(value, 'stamp'),
  diary: (value, dates) => dates.instant(value, 'diary'),
};

function prepareScalar(name: string, declaration: ScalarDeclaration): Source {
  const kind = declaration.kind ?? 'text';
  const decode = decoders[kind];
  const whenEmpty = declaration.required ? (kind === 'flag' ? false : '') : null;
  return {
    ...places(name, declaration),
    whenEmpty,
    isText: decode === asText,
    fromRow: (row, [column]) => decode(cellOf(row, column as Column), row.dates) ?? whenEmpty,
    fromEntity: memberReader(declaration.member, decode, whenEmpty),
    fromSimple: memberReader(declaration.simple, decode, whenEmpty),
  };
}

function prepareChoice(name: string, declaration: ChoiceDeclaration): Source {
  const byNumber = declaration.choices.map(([choice]) => choice);
  const byWire = new Map(declaration.choices.map(([choice, wire]) => [wire.toLowerCase(), choice]));
  const whenEmpty = declaration.required ? (byNumber[0] ?? null) : null;
  const decode: Decoder = (value) => {
    if (typeof value === 'number') return byNumber[value] ?? whenEmpty;
    // An empty text is what the ticket may not read, and not the number 0.
    if (typeof value !== 'string' || value.trim() === '') return whenEmpty;
    return byWire.get(value.toLowerCase()) ?? byNumber[Number(value)] ?? whenEmpty;
  };
  return {
    ...places(name, declaration),
    whenEmpty,
    fromRow: (row, [column]) => decode(cellOf(row, column as Column), row.dates),
    fromEntity: memberReader(declaration.member, decode, whenEmpty),
    fromSimple: memberReader(declaration.simple, decode, whenEmpty),
  };
}

function places(name: string, declaration: Omit<ScalarDeclaration, 'kind'>): Source {
  const top = (path: string | undefined) => (path ? [path.split('.')[0] as string] : null);
  return {
    ...blank(name),
    columns: declaration.column ? [declaration.column] : null,
    members: top(declaration.member),
    simples: top(declaration.simple),
    unless: declaration.unless ?? null,
  };
}

function memberReader(path: string | undefined, decode: Decoder, whenEmpty: unknown) {
  if (!path) return nothing;
  const steps = path.split('.');
  return (wire: Wire, dates: DateReader) => decode(steps.reduce(step, wire as unknown), dates) ?? whenEmpty;
}

const step = (value: unknown, name: string): unknown =>
  value === null || value === undefined ? null : (value as Record<string, unknown>)[name];

function prepareList(name: string, declaration: ListDeclaration): Source {
  const { list, column, member, simple } = declaration;
  const idMember = declaration.idMember ?? 'Id';
  return {
    ...blank(name),
    kind: 'list',
    list,
    columns: [column],
    members: [member],
    simples: simple ? [simple.id, simple.text].filter((each) => each !== undefined) : null,
    fromRow: (row, [column]) => itemIn(list, row, column as Column),
    fromEntity: (wire) => {
      const item = wire[member] as Wire | null | undefined;
      return item ? listItem(list, asWhole(item[idMember]), asText(item.Value) ?? asText(item.Name)) : null;
    },
    fromSimple: (wire) =>
      listItem(list, simple?.id ? asWhole(wire[simple.id]) : null, simple?.text ? asText(wire[simple.text]) : null),
  };
}

/** An item as a row has it, of which most clients ask for nothing but the text. */
export class RowItem implements ListItemValue, Cell {
  readonly list: string;
  readonly row: Row;
  readonly column: Column;

  constructor(list: string, row: Row, column: Column) {
    this.list = list;
    this.row = row;
    this.column = column;
  }

  get listItemId(): number | null {
    return idOf(this.row, this.column) ?? null;
  }

  get text(): string | null {
    return textOf(this.row, this.column);
  }
}

function itemIn(list: string, row: Row, column: Column): RowItem | null {
  const item = new RowItem(list, row, column);
  if (row.hasText(column)) return item;
  const id = idOf(row, column);
  return id || (id === undefined && item.text !== null) ? item : null;
}

/** The id 0 is no item's, whatever text stands beside it. */
const listItem = (list: string, listItemId: number | null, text: string | null): ListItemValue | null =>
  listItemId === 0 || (listItemId === null && text === null) ? null : { list, listItemId, text };
