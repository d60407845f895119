import { runProcess } from '../run-process.js';

/** REST, its documentation, and the web app's files. */
await runProcess({ roles: ['api'], port: (config) => ({ number: config.http.port, variable: 'PORT' }) });
