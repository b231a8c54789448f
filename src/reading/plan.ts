import { type FieldNode, type GraphQLField, type GraphQLObjectType, getNamedType } from 'graphql';
import type { ChildLink } from './children.ts';
import {
  addColumns,
  addMembers,
  columnsAt,
  customColumns,
  entityReader,
  heldAt,
  keyColumnOf,
  nowhere,
  type Place,
  placeOf,
  rowReader,
  simpleReader,
  standInAt,
  type Via,
} from './place.ts';
import { type NodePlace, shareEntities } from './places.ts';
import { CrmBlock, follow } from './record.ts';
import { Column } from './row.ts';
import { type Document, fixedArguments, rightArguments, type Selected } from './selection.ts';
import { entityIsRead, type Link, newShape, type PlaceShape, type Read, type Shape } from './shape.ts';
import { type EntitySource, entityNamed, type ReferenceDeclaration, type Source } from './sources.ts';
import { onlyEntity, type Selection, Selections, type Wanted } from './wanted.ts';

/** How the records of a shape come to be read. */
export type Placement = 'key' | 'rows' | 'carrier' | 'written';

/** Switches of the settings that decide where a field is read. */
export interface PlanOptions {
  /** `Get{X}List` may be used. */
  agents: boolean;
}

const nothing: Selection = { nodes: [], all: [] };

/** Turns the selection on records of one entity into what must be asked for, and into how each field is then read. */
export class Planner {
  readonly selections: Selections;
  /** Values of arguments have decided what is read: what was planned holds for them alone. */
  readsArguments = false;
  private readonly options: PlanOptions;

  constructor(document: Document, options: PlanOptions) {
    this.selections = new Selections(document);
    this.options = options;
  }

  /**
   * The shape of records that are read by their key (`key`: one of them, for which its entity may answer alone), as
   * rows of a page or a batch (`rows`), of which a simple carrier is at hand (`carrier`), or whose entity came back
   * from a write (`written`).
   */
  record(entity: EntitySource, selection: Selection, placement: Placement): Shape {
    const wanted = this.selections.of(entity, selection);
    if (placement === 'carrier') {
      const shape = newShape(entity);
      this.fields(shape, { ...nowhere, root: null, nested: true }, wanted);
      return shape;
    }
    return this.read(entity, wanted, placement);
  }

  /** A shape for some fields of records that are there already, as deferred fragments need. */
  late(entity: EntitySource, selected: Selected, placement: Placement): Shape {
    return this.read(entity, this.selections.wanted(entity, selected), placement);
  }

  private read(entity: EntitySource, wanted: readonly Wanted[], placement: Placement): Shape {
    const alone = wanted.filter((each) => onlyEntity(each) && !this.keysOf(each)).map((each) => each.field.name);
    const byEntity = placement === 'written' || (placement === 'key' && alone.length > 0);
    return byEntity ? this.entityShape(entity, wanted, alone) : this.rowShape(entity, wanted);
  }

  private entityShape(entity: EntitySource, wanted: readonly Wanted[], alone: readonly string[]): Shape {
    if (entity.path === null) return this.rowShape(entity, wanted);
    const shape = newShape(entity);
    shape.entityFirst = true;
    shape.members = new Set([entity.key.member]);
    shape.entityFields.push(...alone);
    this.fields(shape, { ...nowhere, root: shape }, wanted);
    return shape;
  }

  private rowShape(entity: EntitySource, wanted: readonly Wanted[]): Shape {
    const shape = newShape(entity);
    shape.columns.add(entity.key.column);
    if (entity.keyIsAssociate) shape.full = true;
    this.fields(shape, { ...nowhere, root: shape }, wanted);
    return shape;
  }

  private fields(shape: Shape, place: Place, wanted: readonly Wanted[]): void {
    const later: Wanted[] = [];
    for (const each of this.entityFieldsFirst(shape, place, wanted)) {
      if (each.extensions.key) this.key(shape, each);
      else if (each.extensions.children) this.children(shape, each, each.extensions.children);
      else if (each.source && !this.field(shape, place, each, each.source)) later.push(each);
    }
    if (later.length > 0) this.rest(shape, place, later);
    // Not sooner: another field may need the entity of each record.
    if (shape.unless) addColumns(place, shape.unless, false);
  }

  /** Once the entity must be read, it answers what else has a member: so its fields are looked at first. */
  private entityFieldsFirst(shape: Shape, place: Place, wanted: readonly Wanted[]): readonly Wanted[] {
    const first = wanted.filter(
      (each) =>
        each.source?.kind !== 'reference' && each.source && this.via(each.source, shape, place, each) === 'entity',
    );
    return [...first, ...wanted.filter((each) => !first.includes(each))];
  }

  private key(shape: Shape, { responseKey, extensions }: Wanted): void {
    shape.needsKey = true;
    shape.isAskedAbout ||= extensions.byKeys === true;
    shape.reads[responseKey] = (record) => record.key;
  }

  private children(shape: Shape, wanted: Wanted, link: ChildLink): void {
    const { responseKey, nodes, field } = wanted;
    shape.needsKey = true;
    shape.children.push({
      responseKey,
      field,
      node: nodes[0] as FieldNode,
      fixed: fixedArguments(field, nodes[0] as FieldNode),
      link,
      parts: this.selections.partsOf(field, wanted),
      shape: this.connection(entityNamed(link.entity), field, wanted),
    });
    shape.reads[responseKey] = (record) => record.linked(responseKey);
  }

  /** The shape of a connection's nodes. All places where they stand are shown of the same rows. */
  connection(entity: EntitySource, field: GraphQLField<unknown, unknown>, selection: Selection): Shape {
    const [first = nothing, ...others] = this.selections.placesOf(field, selection);
    const shape = this.record(entity, first, 'rows');
    if (others.length > 0) shape.places = others.map((place) => this.placed(shape, place));
    shareEntities(shape);
    return shape;
  }

  private placed(shape: Shape, place: NodePlace): PlaceShape {
    const inner = newShape(shape.entity);
    this.fields(inner, { ...nowhere, root: shape }, this.selections.of(shape.entity, place));
    return { names: place.names, shape: inner };
  }

  /** Plans one field; false when only a read by key can answer it. */
  private field(shape: Shape, place: Place, wanted: Wanted, source: Source): boolean {
    shape.hasCustom ||= source.kind === 'custom';
    const keys = shape.entityFirst ? null : this.keysOf(wanted);
    if (keys) return customColumns(shape, place, wanted.responseKey, source, keys);
    if (source.kind === 'embedded') return this.block(shape, place, wanted, source);
    if (source.kind === 'reference')
      return this.reference(shape, place, wanted, source, source.reference as ReferenceDeclaration);
    const held = heldAt(place, source);
    if (held) {
      if (source.standIn) return false; // where the carrier leaves it empty
      shape.holds = true;
      shape.reads[wanted.responseKey] = (record) => held(record) ?? source.whenEmpty;
      return true;
    }
    const via = this.via(source, shape, place, wanted);
    if (via === 'rest') return false;
    if (via === 'row') shape.inRow.add(wanted.responseKey);
    shape.reads[wanted.responseKey] = this.reader(source, via, shape, place, wanted);
    return true;
  }

  /** The custom fields that are named; null: all of them, or another field. */
  private keysOf({ source, field, nodes: [node] }: Wanted): readonly string[] | null {
    if (source?.kind !== 'custom' || !node?.arguments?.length) return null;
    this.readsArguments = true;
    const given = rightArguments(this.selections.document, field, node);
    if (!given) return [];
    return Array.isArray(given.keys) ? given.keys : null;
  }

  private via(source: Source, shape: Shape, place: Place, wanted: Wanted): Via {
    if (shape.entityFirst && source.members) return 'entity';
    const needsId = source.kind === 'list' && this.selections.needsId(wanted);
    if (place.nested && source.simples?.length && !(needsId && source.simples.length < 2)) return 'nested';
    if (columnsAt(place, source)) return 'row';
    if (!source.columns && source.simples && shape.entity.simpleList && this.options.agents) return 'simple';
    return source.members && shape.entity.path && (!source.columns || entityIsRead(shape)) ? 'entity' : 'rest';
  }

  private reader(source: Source, via: Via, shape: Shape, place: Place, wanted: Wanted): Read {
    if (via === 'row' || via === 'nested') shape.holds = true;
    if (via === 'row') {
      const { names, read } = rowReader(source, columnsAt(place, source) ?? []);
      addColumns(place, names, source.kind === 'list' && this.selections.needsId(wanted));
      return read;
    }
    if (via === 'entity') {
      addMembers(shape, place, source, wanted.field.name);
      return entityReader(source);
    }
    if (via === 'simple') {
      shape.simples ??= new Set([shape.entity.key.member]);
      shape.needsKey = true;
      for (const member of source.simples ?? []) shape.simples.add(member);
    }
    return simpleReader(source);
  }

  private block(shape: Shape, place: Place, block: Wanted, source: Source): boolean {
    const { responseKey } = block;
    const type = getNamedType(block.field.type) as GraphQLObjectType;
    const inner = newShape(shape.entity);
    const wanted = this.selections.ofBlock({ type: type.name, fields: source.embedded ?? {} }, block);
    const fields = wanted.filter((each) => each.source !== null);
    if (fields.some((each) => this.via(each.source as Source, shape, place, each) === 'rest')) return false;
    for (const each of fields) {
      const via = this.via(each.source as Source, shape, place, each);
      if (via === 'row') shape.inRow.add(responseKey);
      inner.reads[each.responseKey] = this.reader(each.source as Source, via, shape, place, each);
    }
    const own = fields.filter((each) => each.source?.name !== 'country').map((each) => each.responseKey);
    const telling = own.length > 0 ? own : fields.map((each) => each.responseKey);
    shape.reads[responseKey] = (record) => {
      const isEmpty = telling.every((key) => (inner.reads[key]?.(record) ?? null) === null);
      return isEmpty ? null : new CrmBlock(record, inner.reads);
    };
    return true;
  }

  private reference(
    shape: Shape,
    place: Place,
    wanted: Wanted,
    source: Source,
    reference: ReferenceDeclaration,
  ): boolean {
    const via = reference.by && !(shape.entityFirst && source.members) ? 'by' : this.via(source, shape, place, wanted);
    if (via === 'rest') return false;
    const target = entityNamed(reference.reference);
    const inner = newShape(target);
    const innerPlace = via === 'by' ? { ...nowhere, root: inner } : placeOf(reference, via, place);
    this.fields(inner, innerPlace, this.selections.of(target, wanted));
    inner.needsKey ||= this.selections.defersSome(target, wanted);
    if (via === 'by' && inner.needsKey) {
      inner.columns.add(target.key.column);
      inner.full ||= target.keyIsAssociate === true;
    }
    const keyColumn = via === 'row' ? keyColumnOf(place, reference, target) : null;
    if (keyColumn) addColumns(place, [keyColumn], reference.keyIsText === true && inner.needsKey);
    if (via === 'entity') addMembers(shape, place, source, wanted.field.name);
    shape.needsKey ||= via === 'by';
    if (via === 'row') shape.inRow.add(wanted.responseKey);
    const from = via === 'nested' || via === 'simple' ? 'simple' : via;
    const link: Link = {
      ...{ responseKey: wanted.responseKey, source, shape: inner, from },
      keyColumn: keyColumn === null ? null : new Column(keyColumn),
    };
    shape.links.push(link);
    shape.reads[wanted.responseKey] = (record) => follow(record, link);
    return true;
  }

  /** What no column or carrier at this place holds is read by the record's key, with the other loads of its wave. */
  private rest(shape: Shape, place: Place, wanted: readonly Wanted[]): void {
    const rest = this.rowShape(shape.entity, wanted);
    shape.rest = rest;
    shape.needsKey = true;
    const held = wanted.map(({ source }) => heldAt(place, source));
    if (!held.includes(null)) shape.lacks = (record) => held.some((read) => read?.(record) === null);
    for (const [at, { responseKey, source }] of wanted.entries()) {
      const own = held[at] ?? null;
      const standIn = own ? null : standInAt(place, shape.entity, source);
      if (standIn) addColumns(place, standIn.names, false);
      shape.holds ||= own !== null || standIn !== null;
      shape.reads[responseKey] = (record) =>
        own?.(record) ??
        (record.beyond.rest
          ? rest.reads[responseKey]?.(record.beyond.rest)
          : record.missing('rest', standIn ? standIn.read(record) : (source?.whenEmpty ?? null)));
    }
  }
}
