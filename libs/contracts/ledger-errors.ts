/** Errors of the price ledger: HTTP status and sentence, as in errors.ts. */
export const ledgerErrors = {
  'ledger/no-price-left': [
    400,
    '計算した単価が0円以下になります。構成比と指標を確認してください。',
    'The computed price is zero or less. Please check the shares and indexes.',
  ],
  'ledger/no-rows': [
    400,
    '年月と値を読み取れる行がありません。1行に年月と値を1つずつ書いた表を選んでください。',
    'No row could be read. Please choose a table with a month and a value per row.',
  ],
  'ledger/no-such-month': [
    400,
    '指標「{index}」に{month}の値がありません。',
    'The index “{index}” has no value for {month}.',
  ],
} as const;
