import { useEmbedded } from './embedded-database.js';
import { greeting } from './greeting.js';
import { runProcess } from '../run-process.js';
import { processRoles } from '../process-roles.js';
import { seedDemoOnce } from '../demo/seed-once.js';

/** Everything in one process, with a PostgreSQL of its own unless DATABASE_URL is set. */
let isSeeded = false;
const { config } = await runProcess({
  roles: processRoles,
  port: ({ http }) => ({ number: http.port, variable: 'PORT' }),
  database: useEmbedded,
  prepare: async (app, { demo }) => {
    if (demo) isSeeded = await seedDemoOnce(app);
  },
});
process.stdout.write(greeting(config, isSeeded));
