import { Demonstration } from '#fairs/index.js';
import { useEmbedded } from './embedded-database.js';
import { greeting } from './greeting.js';
import { runProcess } from '../run-process.js';
import { processRoles } from '../process-roles.js';
import { DemoDay } from '../demo/day/demo-day.js';
import { seedDemoOnce } from '../demo/seed-once.js';

/** Everything in one process, with a PostgreSQL of its own unless DATABASE_URL is set. */
let isSeeded = false;
const { app, config } = await runProcess({
  roles: processRoles,
  port: ({ http }) => ({ number: http.port, variable: 'PORT' }),
  database: useEmbedded,
  prepare: async (app, { demo }) => {
    if (demo) isSeeded = await seedDemoOnce(app);
  },
});
const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
if (isSeeded) app.get(Demonstration, { strict: false }).offer(new DemoDay(app, url));
process.stdout.write(greeting(config, isSeeded));
