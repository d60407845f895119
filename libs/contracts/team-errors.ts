/** Errors of teams (連合受注): HTTP status and sentence, as in errors.ts. */
export const teamErrors = {
  'team/exists': [
    409,
    'この案件にはすでに連合受注の案があります。そちらを開いてください。',
    'There is a team for this order already. Please open it.',
  ],
  'team/illegal-transition': [
    409,
    '連合受注の今の状態ではこの操作はできません。',
    'This cannot be done in the present state of the team.',
  ],
  'team/none': [
    409,
    '条件を満たす連合を組めませんでした。足りない工程や条件を確認してください。',
    'No team fulfils the order. Please see which step or condition is lacking.',
  ],
  'team/order-not-open': [
    409,
    '公開中の案件でのみ連合を組めます。',
    'A team can be composed for a published order only.',
  ],
  'team/single-firm': [
    409,
    'この案件は1社で対応できる企業があります。候補企業から紹介してください。',
    'One firm can do all of this order. Please introduce it from the candidates.',
  ],
} as const;
