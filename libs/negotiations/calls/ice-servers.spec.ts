import { describe, expect, it } from '@jest/globals';
import { iceServersFor } from './ice-servers.js';

const now = new Date('2026-11-26T00:00:00Z');
const none = { stunUrls: [], turnUrls: [], turnSecret: undefined };

describe('ICE servers', () => {
  it('are none where none is set: a call then finds its way in the same network', () => {
    expect(iceServersFor(none, 'somebody', now)).toEqual([]);
  });

  it('are a STUN server as it is, and a TURN server with credentials that end', () => {
    const config = {
      stunUrls: ['stun:turn.example.jp:3478'],
      turnUrls: ['turn:turn.example.jp:3478?transport=udp'],
      turnSecret: 'north',
    };
    // The password was computed with: printf '1795672800:somebody' | openssl dgst -sha1 -hmac north -binary | base64
    expect(iceServersFor(config, 'somebody', now)).toEqual([
      { urls: config.stunUrls },
      { urls: config.turnUrls, username: '1795672800:somebody', credential: '9OnMXkcey5kZMjZ/cdf28VPJVHQ=' },
    ]);
  });
});
