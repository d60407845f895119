import type { FairTask } from '#contracts/fair-exhibition.js';
import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';

interface Facts {
  name: string;
  title: string;
  url: string;
}

/** Reminds an exhibitor of what it has to do next. */
export const taskMail: Record<Language, (facts: Facts & { tasks: FairTask[] }) => MailContent> = {
  ja: ({ name, title, tasks, url }) => ({
    subject: `【仲立ち】「${title}」の準備で、期限の近い項目があります`,
    paragraphs: [
      `${name} 様`,
      `「${title}」の出展で、次の項目がまだ済んでいません。`,
      ...tasks.map((task) => `・${task.on} まで：${task.title}`),
    ],
    action: { label: 'やることを確認する', url },
    footer: '済んだ項目にチェックを入れると、お知らせは届きません。',
  }),
  en: ({ name, title, tasks, url }) => ({
    subject: `[Nakadachi] “${title}”: tasks that are due soon`,
    paragraphs: [
      `Dear ${name},`,
      `These tasks for “${title}” are not done yet.`,
      ...tasks.map((task) => `- by ${task.on}: ${task.titleEn || task.title}`),
    ],
    action: { label: 'Open the checklist', url },
    footer: 'No reminder comes for what you have ticked.',
  }),
};

/** What the organisers decided on an application. */
export const decisionMail: Record<
  Language,
  (facts: Facts & { state: 'approved' | 'declined'; reason: string }) => MailContent
> = {
  ja: ({ name, title, state, reason, url }) => ({
    subject: `【仲立ち】「${title}」への出展${state === 'approved' ? 'が決まりました' : 'のお申し込みについて'}`,
    paragraphs: [
      `${name} 様`,
      state === 'approved'
        ? `「${title}」への出展が決まりました。期限のある準備の一覧と、出展ページの編集画面をご確認ください。`
        : `「${title}」への出展は、今回は見送りとなりました。`,
      ...(reason ? [`事務局から：${reason}`] : []),
    ],
    action: { label: '出展ページを開く', url },
  }),
  en: ({ name, title, state, reason, url }) => ({
    subject: `[Nakadachi] “${title}”: ${state === 'approved' ? 'you exhibit' : 'your application'}`,
    paragraphs: [
      `Dear ${name},`,
      state === 'approved'
        ? `You exhibit at “${title}”. Please look at the checklist with its dates and at your page.`
        : `Your application to “${title}” was not accepted this time.`,
      ...(reason ? [`From the organisers: ${reason}`] : []),
    ],
    action: { label: 'Open the page', url },
  }),
};
