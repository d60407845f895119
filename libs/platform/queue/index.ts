export { Every, OnEvent, queueNames, type QueueName } from './handlers.js';
export { HandlerRegistry } from './handler-registry.js';
export { Queues } from './queues.js';
export { Relay } from './relay.js';
export { WorkerHost } from './worker-host.js';
