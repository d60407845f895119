/** Errors of fairs: HTTP status and both sentences (errors.ts). */
export const fairErrors = {
  'fair/already-playing': [409, 'デモの一日はいま再生中です。', 'The demonstration day is already playing.'],
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
  'fair/no-company': [
    409,
    '商談ルームへ進めるには、来場者の企業が登録されている必要があります。',
    'To go on in a negotiation room, the visitor’s company must be registered here.',
  ],
  'fair/no-demonstration': [
    409,
    'デモのデータで動いていないか、再生中の一日がありません。',
    'This does not run with the demonstration’s data, or no day is playing.',
  ],
  'fair/nobody-waits': [409, '待っている来場者はいません。', 'Nobody is waiting.'],
  'fair/not-confirmed': [
    409,
    '先に、届いたメールのリンクから来場登録を確定してください。',
    'Please confirm your registration with the mailed link first.',
  ],
  'fair/no-questionnaire': [
    404,
    'お答えいただくアンケートはありません。',
    'There is no questionnaire to answer here.',
  ],
  'fair/questionnaire-sent': [
    409,
    'アンケートはすでに送られているため、質問は変えられません。',
    'The questionnaire has been sent, so its questions cannot be changed any more.',
  ],
  'fair/unknown-code': [
    404,
    'この番号の入場証が見つかりません。もう一度お確かめください。',
    'No ticket has this code. Please check it again.',
  ],
  'fair/nobody-exhibits': [
    409,
    '出展を1社以上承認してから公開してください。',
    'Let in at least one exhibitor before publishing.',
  ],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;
