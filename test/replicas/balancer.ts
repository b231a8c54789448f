import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const lookMs = 200;

/** Hands each connection to the next server that says it is ready; one that takes none is passed over. */
export async function startBalancer(ports: readonly number[]) {
  const ready = new Set<number>();
  let turn = 0;
  let isOver = false;
  const look = async (port: number) => {
    while (!isOver) {
      const isReady = await fetch(`http://127.0.0.1:${port}/ready`, { headers: { connection: 'close' } }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) ready.add(port);
      else ready.delete(port);
      await sleep(lookMs);
    }
  };
  const server = createServer((client) => {
    turn += 1;
    const known = ports.filter((port) => ready.has(port));
    const inTurn = known.map((_, at) => known[(turn + at) % known.length] as number);
    hand(client, inTurn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const looking = ports.map(look);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** As it sees them now. */
    ready: () => ports.filter((each) => ready.has(each)),
    async close() {
      isOver = true;
      server.close();
      await Promise.all(looking);
    },
  };
}

function hand(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    client.destroy();
    return;
  }
  const backend = connect(port, '127.0.0.1');
  const refused = () => hand(client, others);
  backend.once('error', refused);
  backend.once('connect', () => {
    backend.off('error', refused);
    for (const [from, to] of [
      [client, backend],
      [backend, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.end());
    }
    client.pipe(backend).pipe(client);
  });
}
