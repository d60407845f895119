import { describe, expect, it } from '@jest/globals';
import { renderMail } from '#platform/mail/index.js';
import { linkMail, type LinkFacts } from './identity.mails.js';

const base = 'https://match.example.jp';
const facts: LinkFacts = {
  kind: 'sign-up',
  account: 'none',
  organisation: '仲立\n精機',
  inviter: '山田',
  token: 'tok',
};

describe('the mail about a link', () => {
  it.each([
    ['sign-up', 'none', `${base}/link?token=tok`],
    ['sign-up', 'newcomer', `${base}/sign-in`],
    ['sign-up', 'member', `${base}/sign-in`],
    ['reset', 'none', `${base}/sign-up`],
    ['reset', 'newcomer', `${base}/reset?token=tok`],
    ['reset', 'member', `${base}/reset?token=tok`],
    ['company-invitation', 'none', `${base}/link?token=tok`],
    ['company-invitation', 'newcomer', `${base}/link?token=tok`],
    ['company-invitation', 'member', undefined],
    ['body-invitation', 'none', `${base}/link?token=tok`],
    ['body-invitation', 'newcomer', `${base}/link?token=tok`],
    ['body-invitation', 'member', undefined],
  ] as const)('%s for an address whose account is %s leads to %s', (kind, account, url) => {
    for (const language of ['ja', 'en'] as const) {
      const mail = linkMail({ ...facts, kind, account }, language, base);
      expect(mail?.action?.url).toBe(url);
      expect(mail && renderMail(language, mail).text.includes('tok')).toBe(url?.includes('token') ?? false);
      expect(mail?.subject).not.toMatch(/[\r\n]/);
      expect(/[ぁ-ん]/.test(mail?.subject ?? '')).toBe(language === 'ja');
    }
  });

  it.each(['sign-up', 'reset', 'company-invitation', 'body-invitation'] as const)(
    'about %s is not sent to a suspended account',
    (kind) => {
      expect(linkMail({ ...facts, kind, account: 'suspended' }, 'ja', base)).toBeNull();
    },
  );
});
