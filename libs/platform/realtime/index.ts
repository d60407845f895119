export { Live, loginRoom, negotiationRoom, partiesRoom, userRoom, type Broadcaster } from './live.js';
export { LiveServer, type LiveClient } from './live-server.js';
export { openLive } from './open-live.js';
