/** Errors of meeting events: HTTP status and both sentences (errors.ts). */
export const meetingErrors = {
  'meeting/already-registered': [
    409,
    'この企業はすでにこの商談会に申し込んでいます。',
    'This company is already registered for this event.',
  ],
  'meeting/closed': [
    409,
    '受付期間ではないため、この操作はできません。',
    'This is not possible outside its period.',
  ],
  'meeting/conflict': [
    409,
    'その枠では、企業またはテーブルが重なるか、参加できない企業があります。',
    'A firm or the table would be taken twice in that slot, or a firm cannot come.',
  ],
  'meeting/illegal-transition': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  'meeting/must-overrule': [
    409,
    '上限を超えるか、すでに商談が組まれているか、一方が「見合わせ」を選んでいます。承知のうえで入れる場合は、もう一度確定してください。',
    'This passes a cap, the two meet already, or one chose not to meet the other. Please confirm that you want it all the same.',
  ],
  'meeting/no-meetings': [
    409,
    '商談が1件も組まれていません。時間割を組んでから公開してください。',
    'There are no meetings yet. Please make the timetable first.',
  ],
  'meeting/nobody-approved': [
    409,
    '発注側と受注側の参加を、それぞれ1社以上承認してから進めてください。',
    'Let in at least one firm on each side first.',
  ],
  'meeting/not-registrable': [
    409,
    'この立場では申し込めません。募集の条件をご確認ください。',
    'You cannot register on this side. Please see the conditions.',
  ],
  'meeting/plan-running': [
    409,
    '時間割を組んでいる最中です。終わるか、止めてからもう一度お試しください。',
    'A timetable is being made. Please wait for it or stop it first.',
  ],
  'meeting/refill-changed': [
    409,
    '表示のあとに、入る企業が変わりました。新しい内容をご確認のうえ、もう一度確定してください。',
    'Who would get the places has changed since this was shown. Please look at it again and confirm.',
  ],
  'meeting/replan-changed': [
    409,
    '表示のあとに、動かす商談が変わりました。新しい案をご確認のうえ、もう一度確定してください。',
    'What would change is another now than when it was shown. Please look at it again and confirm.',
  ],
  'meeting/too-many-musts': [
    409,
    '「必ず」は{max}社までです。',
    'At most {max} firms can be marked as a must.',
  ],
  'meeting/too-many-wishes': [
    409,
    '希望は{max}社までです。ほかの希望を外してから選んでください。',
    'At most {max} wishes. Please take another one back first.',
  ],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;
