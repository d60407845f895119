import { expect, it } from '@jest/globals';
import { describeDevice } from './device.js';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

it.each([
  [`${chrome} Safari/537.36`, 'Windows の Chrome', 'Chrome on Windows'],
  [`${chrome} Safari/537.36 Edg/140.0.0.0`, 'Windows の Edge', 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'iPhone の Safari',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Android の Chrome',
    'Chrome on Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:142.0) Gecko/20100101 Firefox/142.0',
    'Mac の Firefox',
    'Firefox on Mac',
  ],
  ['curl/8.5.0', '不明な端末', 'Unknown device'],
  ['', '不明な端末', 'Unknown device'],
])('describes %s', (userAgent, ja, en) => {
  expect(describeDevice(userAgent, 'ja')).toBe(ja);
  expect(describeDevice(userAgent, 'en')).toBe(en);
});
