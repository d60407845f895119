import { describe, expect, it } from '@jest/globals';
import { checkSignature } from './s3-stand-in.js';

/** "Example: GET Object" of AWS, "Authenticating Requests: Using the Authorization Header", with its published keys. */
const account = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const request = {
  method: 'GET',
  path: '/test.txt',
  query: new URLSearchParams(),
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
};

describe('checkSignature', () => {
  it('accepts the signature that AWS publishes', () => {
    expect(() => checkSignature(request, account)).not.toThrow();
  });

  it.each([
    ['another secret', request, { ...account, secretKey: 'other' }],
    ['another path', { ...request, path: '/other.txt' }, account],
    ['another method', { ...request, method: 'DELETE' }, account],
    ['another signed header', { ...request, headers: { ...request.headers, range: 'bytes=0-10' } }, account],
    [
      'an unsigned x-amz- header',
      { ...request, headers: { ...request.headers, 'x-amz-acl': 'public' } },
      account,
    ],
    ['no signature', { ...request, headers: { ...request.headers, authorization: '' } }, account],
  ])('refuses %s', (_, changed, owner) => {
    expect(() => checkSignature(changed, owner)).toThrow();
  });
});
