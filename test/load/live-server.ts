import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';

/** The server in a process of its own, which tells its memory to whoever has started it. */
const app = await startApp(parseConfig(process.env));
process.on('message', async (message) => {
  if (message === 'close') {
    await app.close();
    process.exit(0);
  }
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
process.send?.({ url: app.url });
