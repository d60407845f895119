import { runProcess } from '../run-process.js';

/** The sockets of the negotiation rooms and notifications. */
await runProcess({
  roles: ['realtime'],
  port: (config) => ({ number: config.realtime.port, variable: 'REALTIME_PORT' }),
});
