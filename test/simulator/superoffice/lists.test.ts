import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

interface Item {
  Id: number;
  Name: string;
  Type: string;
  FullName: string | null;
  ChildItems: Item[];
}
const english = { 'accept-language': 'en' };

describe('MDO lists', () => {
  test('all have a name, and those that the links of a record name are there', async () => {
    const names: string[] = (await ask(simulator, '/MDOList')).json;
    const linked: string[] = [];
    for (const path of ['/Contact/25', '/Person/71', '/Appointment/591']) {
      const { json } = await ask(simulator, path);
      for (const [link, url] of Object.entries<string>(json._Links)) {
        if (link.endsWith('.List')) linked.push(url.split('/MDOList/')[1]?.replace('/', '') ?? link);
      }
    }
    expect(linked).toEqual(expect.arrayContaining(['contint', 'contact_new', 'project', 'sale', 'rejectReason']));
    expect(linked.filter((name) => !names.includes(name.toLowerCase()))).toEqual([]);
    for (const name of names) expect([name, (await ask(simulator, `/MDOList/${name}`)).status]).toEqual([name, 200]);
  });

  test('the default tasks, without the deleted one', async () => {
    const { json } = await ask(simulator, '/MDOList/Task', english);
    expect(json.map((item: Item) => `${item.Id} ${item.Name}`)).toEqual([
      '1 Meeting (Internal)',
      '2 Meeting (External)',
      '3 Phone-Out',
      '4 Phone-In',
      '5 Follow-up',
      '6 Planning',
      '7 Visit',
      '8 Lunch',
      '9 Proposal',
      '10 Service',
      '11 Private',
      '12 Other',
    ]);
  });

  test('headings hold their items, under ids that items have too; flat and searched lists have none', async () => {
    const { json } = await ask(simulator, '/MDOList/business', english);
    const headings = json.filter((item: Item) => item.Type === 'heading');
    expect(headings.map((item: Item) => item.Id)).toEqual([1, 2, 3]);
    expect(headings[1].ChildItems.map((item: Item) => item.FullName)).toEqual([
      'Services: Bank',
      'Services: Property',
      'Services: Health',
    ]);
    expect(json.at(-1)).toMatchObject({ Id: 5, Name: 'IT', Type: 'business' });
    const { json: flat } = await ask(simulator, '/MDOList/business?FLAT=true', english);
    expect(flat.map((item: Item) => item.Id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const { json: searched } = await ask(simulator, '/MDOList/business?query=ED', english);
    expect(searched.map((item: Item) => item.Name)).toEqual(['Education']);
  });

  test('users stand under their groups; those who have left do not', async () => {
    const { json } = await ask(simulator, '/MDOList/associate', english);
    expect(json.map((group: Item) => group.Name)).toEqual(['Management', 'Sales', 'Marketing', 'Service']);
    expect(json[1].ChildItems.map((user: Item) => user.Id)).toEqual([5, 7, 10, 12]);
  });

  test('variants and pickers', async () => {
    const ids = async (path: string, headers = english) =>
      (await ask(simulator, path, headers)).json.map((item: Item) => item.Id);
    expect(await ids('/MDOList/businessheadings')).toEqual([1, 2, 3]);
    expect((await ask(simulator, '/MDOList/prioritywithallitem', english)).json[0]).toMatchObject({
      Id: 0,
      Name: 'All',
    });
    expect((await ask(simulator, '/MDOList/prioritywithnoselection', english)).json[0].Name).toBe('');
    const persons = await ids('/MDOList/person?additional=contact_id=25');
    expect(persons.length).toBeGreaterThan(0);
    expect(persons.every((id: number) => simulator.world().persons.get(id)?.contactId === 25)).toBe(true);
    const tove = { ...english, authorization: simulator.tickets.tove };
    expect(await ids('/MDOList/contact_new', tove)).not.toEqual(await ids('/MDOList/contact_new'));
    expect(await ids('/MDOList/timezone')).toContain(460);
    expect((await ask(simulator, '/MDOList/contint/selectable', english)).json[0]).toMatchObject({ Selected: false });
    // Made lists have a selectable form too, of the same context.
    expect((await ids('/MDOList/person/selectable?additional=contact_id=25')).sort()).toEqual([...persons].sort());
    const users = (await ask(simulator, '/MDOList/associate/selectable')).json;
    expect(users.map(({ Name }: { Name: string }) => Name)).toContain('Lars Holm');
    expect((await ask(simulator, '/MDOList')).json).toContain('udlist98');
  });

  test('a list that there is not is refused as the option says', async () => {
    expect((await ask(simulator, '/MDOList/nothing')).status).toBe(404);
    simulator.options.unknownListStatus = 500;
    expect((await ask(simulator, '/MDOList/nothing')).json.ErrorType).toBe('SoException');
  });
});

describe('/List', () => {
  test('shows deleted items on demand', async () => {
    const ids = async (path: string) =>
      (await ask(simulator, path)).json.map(
        (item: { Id?: number; TaskListItemId?: number }) => item.Id ?? item.TaskListItemId,
      );
    expect(await ids('/List/Category/Items')).toEqual([1, 2, 3, 4, 5]);
    expect(await ids('/List/category/items?includeDeleted=TRUE')).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await ids('/List/Task/Items?includeDeleted=true')).at(-1)).toBe(13);
    expect(await ids('/List/98/Items')).toEqual([1, 2, 3, 4]);
    expect(await ids('/List/udlist98/MDOItems?flat=true')).toEqual([1, 2, 3, 4]);
  });

  test('has single items, headings and a blank one', async () => {
    expect((await ask(simulator, '/List/Country/Items/578', english)).json).toMatchObject({
      CountryId: 578,
      Name: 'Norway',
      TwoLetterISOCountry: 'NO',
    });
    expect((await ask(simulator, '/List/Country/Items/1')).status).toBe(404);
    expect((await ask(simulator, '/List/Nothing/Items')).status).toBe(404);
    expect((await ask(simulator, '/List/Position', english)).json).toMatchObject({ Id: 76, ListType: 'perspos' });
    const headings = await ask(simulator, '/List/Business/Items/7/Headings', english);
    expect(headings.json.map((one: Item) => one.Name)).toEqual(['Services', 'Public sector']);
    expect((await ask(simulator, '/List/Category/Items/Default')).json).toMatchObject({ Id: 0, Name: '', Rank: 7 });
    const lists = (await ask(simulator, '/List')).json;
    expect(lists.find((list: { ListType: string }) => list.ListType === 'udlist98')).toMatchObject({
      IsCustomList: true,
      InUseByUserDefinedFields: true,
    });
  });
});

describe('foreign applications', () => {
  test('are read down to the key, and back from the value to the record', async () => {
    expect((await ask(simulator, '/ForeignApp/onoffice')).json).toMatchObject({ Name: 'onOffice', Devices: [{}] });
    expect((await ask(simulator, '/ForeignApp/nothing')).status).toBe(404);
    const { json: app } = await ask(simulator, '/ForeignApp/onOffice');
    expect((await ask(simulator, `/ForeignApp/${app.ForeignAppId}`)).json).toEqual(app);
    expect((await ask(simulator, '/ForeignApp/99')).status).toBe(404);
    expect((await ask(simulator, '/ForeignApp/onoffice/Enterprise/onOffice')).json).toEqual(app.Devices[0]);
    expect((await ask(simulator, '/ForeignApp/onOffice/enterprise/other')).status).toBe(404);
    expect((await ask(simulator, '/ForeignApp/nothing/enterprise/onOffice')).status).toBe(404);
    const key = '/ForeignApp/onOffice/enterprise/Key/addressId/contact';
    expect((await ask(simulator, `${key}/5`)).json).toMatchObject({ Key: 'addressId', Value: '3', RecordId: 5 });
    expect((await ask(simulator, `${key}/5/Value`)).json).toBe('3');
    expect((await ask(simulator, `${key}?keyValue=3`)).json.RecordId).toBe(5);
    const device = '/ForeignApp/Ledger/Books.Global/ledger-1/Key/buyer/person';
    expect((await ask(simulator, `${device}?Value=B-71`)).json.RecordId).toBe(71);
    expect((await ask(simulator, `${device}?Value=none`)).status).toBe(404);
  });
});

test('lists with carriers of their own show and take them', async () => {
  const membersOf = async (list: string) => {
    const { json } = await ask(simulator, `/List/${list}/Items`);
    return Object.keys(json[0]).slice(0, -2).join(' ');
  };
  expect(await membersOf('UserGroup')).toBe('Value Tooltip Id Rank Deleted');
  expect(await membersOf('LegalBase')).toBe('LegalBaseId Name Tooltip Rank Key Deleted');
  expect((await ask(simulator, '/List/ConsentPurpose/Items/2')).json).toMatchObject({ Key: 'EMARKETING' });
  for (const list of ['UserGroup', 'TicketPriority']) {
    expect((await ask(simulator, `/List/${list}/MDOItems`)).status).toBe(404);
  }
  expect((await ask(simulator, '/List/Category/MDOItems')).status).toBe(200);
  const group = await ask(simulator, '/List/UserGroup/Items', {}, { Value: 'Logistics' });
  expect([group.status, group.json]).toEqual([200, expect.objectContaining({ Value: 'Logistics', Id: 5 })]);
  const base = await ask(simulator, '/List/LegalBase/Items', {}, { Name: 'Contract', Key: 'CONTRACT' });
  expect(base.json).toMatchObject({ LegalBaseId: 7, Name: 'Contract', Key: 'CONTRACT' });
});
