import { echoServer } from './echo-server.js';
import { floorServer } from './floor-server.js';
import { usualServer } from './usual-server.js';

// A server to compare the product with, in a process of its own: KIND PORT DATABASE_URL.
const [kind, port, databaseUrl = ''] = process.argv.slice(2);
if (kind === 'echo') await echoServer(Number(port));
else if (kind === 'floor') await floorServer(databaseUrl, Number(port));
else await usualServer(databaseUrl, Number(port));
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
