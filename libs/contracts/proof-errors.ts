/** Errors of signing, minutes and verification: HTTP status and sentence, as in errors.ts. */
export const proofErrors = {
  'minutes/being-drafted': [
    409,
    '作成中の議事録があります。先にそれを確定するか、取り下げてください。',
    'There are minutes in the making. Please confirm or drop those first.',
  ],
  'minutes/confirmed': [
    409,
    'この議事録は確定済みのため、変更できません。訂正は新しい議事録で行ってください。',
    'These minutes are confirmed and stay as they are. Please make new minutes to amend them.',
  ],
  'signing/already-signed': [409, '貴社はすでに署名済みです。', 'Your company has signed already.'],
  'signing/no-code': [
    409,
    '有効な確認コードがありません。もう一度コードを送信してください。',
    'There is no valid code. Please have a new one sent.',
  ],
  'signing/use-app': [
    409,
    '二段階認証が有効です。認証アプリのコードで署名してください。',
    'Two-factor sign-in is on: please sign with the code of your authenticator app.',
  ],
  'signing/wrong-code': [400, '確認コードが正しくありません。', 'The code is not correct.'],
  'verification/not-ours': [
    400,
    'このシステムの合意書（PDF）でも、書き出した記録（ZIP・JSON）でもないか、ファイルが壊れています。',
    'This is neither an agreement (PDF) nor an exported record (ZIP, JSON) of this system, or the file is damaged.',
  ],
} as const;
