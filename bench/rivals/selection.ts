import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Documents are parsed once, so what a field selects is worked out once. */
const known = new WeakMap<FieldNode, readonly string[]>();

/** Names of the fields that are selected below a field; of a page those of its nodes. */
export function selectedFields({ fieldNodes, fragments }: Info): readonly string[] {
  const [field] = fieldNodes;
  if (!field) return [];
  const found = known.get(field) ?? [...new Set(namesIn(field.selectionSet, fragments))];
  known.set(field, found);
  return found;
}

function namesIn(selectionSet: SelectionSetNode | undefined, fragments: Info['fragments']): string[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'FragmentSpread') return namesIn(fragments[selection.name.value]?.selectionSet, fragments);
    if (selection.kind === 'InlineFragment') return namesIn(selection.selectionSet, fragments);
    return selection.name.value === 'nodes' ? namesIn(selection.selectionSet, fragments) : [selection.name.value];
  });
}
