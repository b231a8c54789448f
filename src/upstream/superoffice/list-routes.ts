/** Where the items of a list are written, and under which names each of them holds its id and its text. */
export interface ListRoute {
  /** Below `/List`: a built-in name, or the id of a custom list. */
  readonly route: string;
  readonly id: string;
  readonly text: string;
}

const plain = (route: string): ListRoute => ({ route, id: 'Id', text: 'Name' });

/** Lists whose items have a route, by MDO name: other names and other shapes than in MDO lists (superoffice.md 6.1). */
const routes: Readonly<Record<string, ListRoute>> = {
  task: { route: 'Task', id: 'TaskListItemId', text: 'Value' },
  country: { route: 'Country', id: 'CountryId', text: 'Name' },
  currency: { route: 'Currency', id: 'CurrencyId', text: 'Name' },
  prob: { route: 'Rating', id: 'SaleStageId', text: 'Value' },
  saletype: { route: 'SaleType', id: 'SaleTypeId', text: 'Name' },
  business: plain('Business'),
  category: plain('Category'),
  comptr: plain('Competitor'),
  credited: plain('Credited'),
  mrmrs: plain('MrMrs'),
  perspos: plain('Position'),
  priority: plain('Priority'),
  projstatus: plain('ProjectStatus'),
  projectstatus: plain('ProjectStatus'),
  projtype: plain('ProjectType'),
  projecttype: plain('ProjectType'),
  reason: plain('Reason'),
  reasonsold: plain('ReasonSold'),
  reasonstalled: plain('ReasonStalled'),
  searchcat: plain('SelectionCategory'),
  source: plain('Source'),
};

/** The route of a list by its MDO name, in any case; a custom list goes by the id in its name. null: it has none. */
export function listRoute(list: string): ListRoute | null {
  const name = list.toLowerCase();
  const custom = /^udlist(\d{1,9})$/.exec(name)?.[1];
  return custom ? plain(custom) : Object.hasOwn(routes, name) ? (routes[name] ?? null) : null;
}

/** Every MDO name of the lists that have this route. */
export function listsOfRoute(route: string): string[] {
  const named = Object.keys(routes).filter((name) => routes[name]?.route === route);
  return named.length > 0 ? named : [`udlist${route}`];
}
