/** Errors of fairs: HTTP status and both sentences (errors.ts). */
export const fairErrors = {
  'fair/already-applied': [
    409,
    'この企業はすでにこの展示会に申し込んでいます。',
    'This company has already applied to this fair.',
  ],
  'fair/booth-taken': [
    409,
    '小間{no}には出展者が割り当てられています。先に割り当てを外してください。',
    'Booth {no} is taken by an exhibitor. Please free it first.',
  ],
  'fair/closed': [
    409,
    '受付期間ではないため、この操作はできません。',
    'This is not possible outside its period.',
  ],
  'fair/illegal-transition': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  'fair/no-such-booth': [404, 'その番号の小間はありません。', 'There is no booth with this number.'],
  'fair/nobody-exhibits': [
    409,
    '出展を1社以上承認してから公開してください。',
    'Let in at least one exhibitor before publishing.',
  ],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;
