import { runProcess } from '../run-process.js';

/** The event relay and the jobs; its port answers health checks and metrics only. */
await runProcess({ roles: ['worker'], port: (config) => ({ number: config.http.port, variable: 'PORT' }) });
