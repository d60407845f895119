export { defineEvent, type EventDefinition, type RecordedEvent } from './define-event.js';
export { Events } from './events.js';
