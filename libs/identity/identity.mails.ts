import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';
import type { LinkKind } from './mailed-link.entity.js';

type Texts<Facts> = Record<Language, (facts: Facts) => MailContent>;

export interface Organised {
  readonly organisation: string;
  /** Who invites. */
  readonly inviter: string;
  readonly url: string;
}

/** To an address without an account that asked for one. */
export const signUpMail: Texts<{ url: string }> = {
  ja: ({ url }) => ({
    subject: '【Nakadachi】登録のご案内',
    paragraphs: [
      'お申し込みありがとうございます。',
      '下のボタンを押して、お名前とパスワードを決めてください。24時間以内にお願いします。',
      'お心当たりがない場合は、このメールを削除してください。登録はされません。',
    ],
    action: { label: '登録を続ける', url },
  }),
  en: ({ url }) => ({
    subject: '[Nakadachi] Finish your registration',
    paragraphs: [
      'Thank you for signing up.',
      'Please press the button below and choose your name and password, within 24 hours.',
      'If you did not ask for this, please delete this mail. Nothing will be registered.',
    ],
    action: { label: 'Continue', url },
  }),
};

/** To an address that has an account and asked for one. */
export const hasAccountMail: Texts<{ url: string }> = {
  ja: ({ url }) => ({
    subject: '【Nakadachi】すでに登録されています',
    paragraphs: [
      'このメールアドレスはすでに登録されています。',
      '下のボタンからログインしてください。パスワードをお忘れの場合は、ログイン画面から再設定できます。',
      'お心当たりがない場合は、このメールを削除してください。登録内容は変わりません。',
    ],
    action: { label: 'ログインする', url },
  }),
  en: ({ url }) => ({
    subject: '[Nakadachi] You already have an account',
    paragraphs: [
      'This e-mail address is already registered.',
      'Please sign in with the button below. If you forgot your password, you can set a new one there.',
      'If you did not ask for this, please delete this mail. Nothing has changed.',
    ],
    action: { label: 'Sign in', url },
  }),
};

export const resetMail: Texts<{ url: string }> = {
  ja: ({ url }) => ({
    subject: '【Nakadachi】パスワードの再設定',
    paragraphs: [
      '下のボタンを押して、新しいパスワードを決めてください。1時間以内にお願いします。',
      'お心当たりがない場合は、このメールを削除してください。パスワードは変わりません。',
    ],
    action: { label: 'パスワードを決める', url },
  }),
  en: ({ url }) => ({
    subject: '[Nakadachi] Set a new password',
    paragraphs: [
      'Please press the button below and choose a new password, within one hour.',
      'If you did not ask for this, please delete this mail. Your password stays as it is.',
    ],
    action: { label: 'Choose a password', url },
  }),
};

/** To an address without an account that asked to reset its password: perhaps they used another one. */
export const noAccountMail: Texts<{ url: string }> = {
  ja: ({ url }) => ({
    subject: '【Nakadachi】このアドレスは登録されていません',
    paragraphs: [
      'パスワードの再設定のお申し込みがありましたが、このメールアドレスは登録されていません。',
      '別のメールアドレスで登録されている場合は、そのアドレスでもう一度お試しください。はじめての方は、下のボタンから登録できます。',
      'お心当たりがない場合は、このメールを削除してください。',
    ],
    action: { label: '新しく登録する', url },
  }),
  en: ({ url }) => ({
    subject: '[Nakadachi] This address is not registered',
    paragraphs: [
      'Somebody asked to reset a password, but this e-mail address is not registered.',
      'If you registered with another address, please try again with that one. If you are new, you can sign up with the button below.',
      'If you did not ask for this, please delete this mail.',
    ],
    action: { label: 'Sign up', url },
  }),
};

/** To an address without an account that was invited. */
export const invitationMail: Texts<Organised> = {
  ja: ({ organisation, inviter, url }) => ({
    subject: `【Nakadachi】${organisation}への招待`,
    paragraphs: [
      `${inviter}さんが、あなたを「${organisation}」のメンバーとして招待しました。`,
      '下のボタンを押して、お名前とパスワードを決めてください。7日以内にお願いします。',
      'お心当たりがない場合は、このメールを削除してください。',
    ],
    action: { label: '招待を受ける', url },
  }),
  en: ({ organisation, inviter, url }) => ({
    subject: `[Nakadachi] Invitation to ${organisation}`,
    paragraphs: [
      `${inviter} invites you to join "${organisation}".`,
      'Please press the button below and choose your name and password, within 7 days.',
      'If you do not know what this is about, please delete this mail.',
    ],
    action: { label: 'Accept', url },
  }),
};

/** To a newcomer's account that was invited. */
export const invitationToAccountMail: Texts<Organised> = {
  ja: (facts) => ({
    ...invitationMail.ja(facts),
    paragraphs: [
      `${facts.inviter}さんが、あなたを「${facts.organisation}」のメンバーとして招待しました。`,
      'このメールアドレスはすでに登録されています。下のボタンを押して、今お使いのパスワードを入力してください。7日以内にお願いします。',
      'お心当たりがない場合は、このメールを削除してください。',
    ],
  }),
  en: (facts) => ({
    ...invitationMail.en(facts),
    paragraphs: [
      `${facts.inviter} invites you to join "${facts.organisation}".`,
      'This e-mail address is already registered. Please press the button below and enter your present password, within 7 days.',
      'If you do not know what this is about, please delete this mail.',
    ],
  }),
};

/** To an account that already belongs somewhere: the invitation cannot be accepted with it. */
export const invitationToMemberMail: Texts<Omit<Organised, 'url'>> = {
  ja: ({ organisation, inviter }) => ({
    subject: `【Nakadachi】${organisation}への招待`,
    paragraphs: [
      `${inviter}さんが、あなたを「${organisation}」のメンバーとして招待しました。`,
      'このメールアドレスのアカウントは、すでに別の企業または支援機関に所属しているため、このままでは参加できません。',
      `参加される場合は、別のメールアドレスへの招待を${inviter}さんにお願いするか、今の所属から外れたあとで、もう一度招待を受けてください。`,
    ],
  }),
  en: ({ organisation, inviter }) => ({
    subject: `[Nakadachi] Invitation to ${organisation}`,
    paragraphs: [
      `${inviter} invites you to join "${organisation}".`,
      'The account with this e-mail address already belongs to a company or a support body, so it cannot join as it is.',
      `If you want to join, please ask ${inviter} to invite another address of yours, or to invite you again after you have left.`,
    ],
  }),
};

export const passwordChangedMail: Texts<{ url: string }> = {
  ja: ({ url }) => ({
    subject: '【Nakadachi】パスワードが変更されました',
    paragraphs: [
      'パスワードが変更されました。ほかの端末はログアウトされています。',
      'お心当たりがない場合は、すぐに下のボタンからパスワードを再設定してください。',
    ],
    action: { label: 'パスワードを再設定する', url },
  }),
  en: ({ url }) => ({
    subject: '[Nakadachi] Your password was changed',
    paragraphs: [
      'Your password was changed. Other devices have been signed out.',
      'If this was not you, please set a new password at once with the button below.',
    ],
    action: { label: 'Set a new password', url },
  }),
};

export const twoFactorChangedMail: Texts<{ active: boolean; url: string }> = {
  ja: ({ active, url }) => ({
    subject: `【Nakadachi】二段階認証が${active ? '有効' : '無効'}になりました`,
    paragraphs: [
      `ログイン時の二段階認証（確認コード）が${active ? '有効' : '無効'}になりました。`,
      'お心当たりがない場合は、すぐに下のボタンからパスワードを再設定してください。',
    ],
    action: { label: 'パスワードを再設定する', url },
  }),
  en: ({ active, url }) => ({
    subject: `[Nakadachi] Two-factor sign-in was turned ${active ? 'on' : 'off'}`,
    paragraphs: [
      `Two-factor sign-in (an authentication code) was turned ${active ? 'on' : 'off'}.`,
      'If this was not you, please set a new password at once with the button below.',
    ],
    action: { label: 'Set a new password', url },
  }),
};

/** A mail about a link, as the handler finds its address when it writes it. */
export interface LinkFacts {
  readonly kind: LinkKind;
  /** The address has no account, a newcomer's, or one that belongs to a company or body. */
  readonly account: 'none' | 'newcomer' | 'member' | 'suspended';
  readonly organisation: string;
  readonly inviter: string;
  readonly token: string;
}

/** What to write for a link; null where nothing should be sent. `publicUrl` without a final slash. */
export function linkMail(facts: LinkFacts, language: Language, publicUrl: string): MailContent | null {
  const { kind, account, token } = facts;
  const [organisation, inviter] = [oneLine(facts.organisation), oneLine(facts.inviter)];
  const url = `${publicUrl}/${kind === 'reset' ? 'reset' : 'link'}?token=${token}`;
  if (account === 'suspended') return null;
  if (kind === 'sign-up') {
    return account === 'none'
      ? signUpMail[language]({ url })
      : hasAccountMail[language]({ url: `${publicUrl}/sign-in` });
  }
  if (kind === 'reset') {
    return account === 'none'
      ? noAccountMail[language]({ url: `${publicUrl}/sign-up` })
      : resetMail[language]({ url });
  }
  if (account === 'none') return invitationMail[language]({ organisation, inviter, url });
  if (account === 'newcomer') return invitationToAccountMail[language]({ organisation, inviter, url });
  return invitationToMemberMail[language]({ organisation, inviter });
}

/** Names stand in the subject, where a line break would be refused. */
const oneLine = (name: string): string => name.replace(/\s+/g, ' ');
