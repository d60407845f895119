import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';

interface CodeFacts {
  readonly code: string;
  readonly no: string;
  readonly title: string;
  readonly url: string;
}

export const signingCodeMail: Record<Language, (facts: CodeFacts) => MailContent> = {
  ja: ({ code, no, title, url }) => ({
    subject: `【Nakadachi】署名の確認コード（合意書 第${no}号）`,
    paragraphs: [
      `合意書 第${no}号「${title}」に署名するための確認コードです。`,
      code,
      '10分以内に署名画面で入力してください。このコードは誰にも伝えないでください。',
      'お心当たりがない場合は入力せず、パスワードを変更してください。',
    ],
    action: { label: '合意書を開く', url },
  }),
  en: ({ code, no, title, url }) => ({
    subject: `[Nakadachi] Your code to sign agreement No. ${no}`,
    paragraphs: [
      `This is your code to sign agreement No. ${no}, “${title}”.`,
      code,
      'Please enter it on the signing page within ten minutes. Do not pass it on to anybody.',
      'If you did not ask for it, do not enter it, and please change your password.',
    ],
    action: { label: 'Open the agreement', url },
  }),
};
