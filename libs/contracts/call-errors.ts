/** Errors of calls: HTTP status and sentence, as in errors.ts. */
export const callErrors = {
  'call/ended': [409, '通話はすでに終わっています。', 'The call is over.'],
  'call/full': [
    409,
    '通話は4人までです。どなたかが退出すると参加できます。',
    'At most four people can be in a call. You can join once somebody leaves.',
  ],
  'call/time-over': [
    409,
    'この時間枠の通話は終わりました。{minutes}分後から新しい通話を始められます。',
    'The time for this call is over. A new one can begin in {minutes} minutes.',
  ],
} as const;
