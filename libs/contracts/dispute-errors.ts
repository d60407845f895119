/** Errors of disputes and their councils (合議): HTTP status and sentence, as in errors.ts. */
export const disputeErrors = {
  'dispute/branch-needed': [
    400,
    '会社の取引銀行は、支店まで（銀行4桁-支店3桁）入力してください。',
    'Of a company please state the branch too (bank 4 digits, hyphen, branch 3 digits).',
  ],
  'dispute/challenged-already': [
    409,
    '忌避の申し立ては、それぞれの側で1回までです。',
    'Each side can have one member replaced only.',
  ],
  'dispute/conflict-arisen': [
    409,
    '名簿が確定したあとに当事者との関係が生じたため、この紛争の委員は引き受けられません。次の順番の人に打診します。',
    'Something has tied you to one of the sides since the list was fixed, so you cannot serve on this council. The next in the drawn order is asked.',
  ],
  'dispute/day-passed': [400, '今日以降の日付にしてください。', 'Please choose today or a later day.'],
  'dispute/not-now': [
    409,
    '今の段階ではこの操作はできません。',
    'This cannot be done at the present stage of the dispute.',
  ],
  'dispute/open-already': [
    409,
    '同じ側の申し立てがこの商談ルームで進行中です。追加の言い分は、進行中の申し立てに書き足してください。',
    'A claim of this side is already under way in this room. Please add to that one what else there is to say.',
  ],
  'dispute/side-needed': [
    400,
    'どちらの会社の申し立てかを選んでください。',
    'Please choose whose claim it is.',
  ],
  'dispute/ties-needed': [
    400,
    'アカウント設定の「合議の委員」で、会社または支援機関の企業グループと主な取引銀行を申告してください。ない場合も、その旨をお答えください。',
    'Please state the group and the main bank of your company or body (or that there is none) in the account settings, under “Serving on councils”.',
  ],
  'dispute/too-few': [
    409,
    '利害関係のない委員候補が{needed}人必要ですが、今は{found}人です。委員を引き受ける人を増やしてから、もう一度お試しください。',
    '{needed} candidates without a conflict of interest are needed; there are {found}. Please win more people for serving and try again.',
  ],
  'dispute/wrong-key': [
    400,
    'この鍵では票を開けません。投票したときに保存した鍵を確かめてください。',
    'This key does not open your vote. Please look for the key that you saved when you voted.',
  ],
  'dispute/withdrawn-after-lot': [
    409,
    '委員のくじを引いたあとに取り下げた申し立てがあるため、同じ側からはこの商談ルームで新しく申し立てられません。外部の相談窓口をご利用ください。',
    'A claim of this side was withdrawn after its lot was drawn, so this side cannot open another one in this room. Please turn to an outside consultation desk.',
  ],
} as const;
