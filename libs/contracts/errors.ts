import { z } from 'zod';
import { disputeErrors } from './dispute-errors.js';
import { fairErrors } from './fair-errors.js';
import { fileErrors } from './file-errors.js';
import { ledgerErrors } from './ledger-errors.js';
import { meetingErrors } from './meeting-errors.js';
import { roomErrors } from './room-errors.js';
import { proofErrors } from './proof-errors.js';
import { teamErrors } from './team-errors.js';

/**
 * Every error the API answers with: HTTP status and the sentence a person reads. `{name}` is filled from the
 * error's details.
 */
export const errors = {
  'auth/already-member': [
    409,
    'このアカウントはすでに企業または支援機関に所属しています。',
    'This account already belongs to a company or a support body.',
  ],
  'auth/foreign-origin': [
    403,
    '別のサイトからの操作は受け付けられません。',
    'Requests from another site are refused.',
  ],
  'auth/forbidden': [403, 'この操作をする権限がありません。', 'You are not allowed to do this.'],
  'auth/invalid-code': [401, '確認コードが正しくありません。', 'The code is not correct.'],
  'auth/invalid-link': [
    400,
    'リンクが無効か、期限が切れています。もう一度お申し込みください。',
    'The link is invalid or has expired. Please ask for a new one.',
  ],
  'auth/not-signed-in': [401, 'ログインしてください。', 'Please sign in.'],
  'auth/too-many-attempts': [
    429,
    '試行回数が多すぎます。{seconds}秒後にもう一度お試しください。',
    'Too many attempts. Please try again in {seconds} seconds.',
  ],
  'auth/two-factor-already-on': [409, '二段階認証はすでに有効です。', 'Two-factor sign-in is already on.'],
  'auth/two-factor-needed': [401, '確認コードを入力してください。', 'Please enter your authentication code.'],
  'auth/wrong-password': [
    401,
    'メールアドレスまたはパスワードが違います。',
    'The e-mail address or the password is wrong.',
  ],
  'body/last-secretary': [
    409,
    '支援機関には事務局担当が1人以上必要です。',
    'A support body needs at least one secretary.',
  ],
  'company/already-registered': [
    409,
    'この法人番号の企業はすでに登録されています。',
    'A company with this corporate number is already registered.',
  ],
  'company/last-owner': [409, '企業には管理者が1人以上必要です。', 'A company needs at least one owner.'],
  'company/not-approved': [
    403,
    '支援機関の承認後に利用できます。',
    'This opens once a support body has approved your company.',
  ],
  'company/too-many-images': [
    409,
    '画像は{max}枚までです。不要な画像を削除してください。',
    'At most {max} pictures. Please take one away first.',
  ],
  'company/wrong-state': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  ...fileErrors,
  'import/empty-file': [400, 'ファイルが空です。', 'The file is empty.'],
  'import/mapping-incomplete': [
    400,
    '必須の列が割り当てられていません：{columns}',
    'Required columns are not mapped: {columns}',
  ],
  'import/old-excel': [
    400,
    '古い形式（.xls）またはパスワード付きのExcelファイルは読み取れません。.xlsx形式またはCSVで保存し直してください。',
    'Old (.xls) or password-protected Excel files cannot be read. Please save the file as .xlsx or CSV.',
  ],
  'import/too-large': [
    400,
    'Excelファイルが大きすぎます。CSV形式で保存し直してください。',
    'The Excel file is too large. Please save it as CSV.',
  ],
  'import/unreadable': [400, 'ファイルを表として読み取れません。', 'The file cannot be read as a table.'],
  'gap/already-closed': [409, 'この不足はすでに解消済みです。', 'This gap is closed already.'],
  'gap/still-open': [409, 'この不足はまだ解消されていません。', 'This gap is still open.'],
  'introduction/already-answered': [409, 'すでに回答済みです。', 'This has already been answered.'],
  'introduction/already-proposed': [
    409,
    'この組み合わせはすでに紹介中です。',
    'This pair is already being introduced.',
  ],
  'introduction/illegal-transition': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  'introduction/proposal-not-allowed': [
    403,
    'この支援機関では、紹介はコーディネータが行います。',
    'With this support body, introductions are made by a coordinator.',
  ],
  'introduction/same-company': [
    409,
    '同じ企業どうしは紹介できません。',
    'A company cannot be introduced to itself.',
  ],
  'message/not-yours': [
    403,
    '編集や取り消しができるのは、送った本人だけです。',
    'Only its sender can edit or withdraw a message.',
  ],
  'message/too-late': [
    409,
    '送信から{minutes}分を過ぎたため、編集や取り消しはできません。訂正は新しいメッセージでお送りください。',
    'More than {minutes} minutes have passed since it was sent, so it can no longer be edited or withdrawn. Please send a correction as a new message.',
  ],
  'message/withdrawn': [
    409,
    'このメッセージはすでに取り消されています。',
    'This message has already been withdrawn.',
  ],
  ...meetingErrors,
  ...fairErrors,
  ...ledgerErrors,
  ...roomErrors,
  ...proofErrors,
  ...teamErrors,
  ...disputeErrors,
  'order/illegal-transition': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  'patent/illegal-transition': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  'patent/number-taken': [
    409,
    'この開放特許情報番号はすでに登録されています。',
    'A patent with this number is already registered.',
  ],
  'request/conflict': [
    409,
    'ほかの操作と重なりました。もう一度お試しください。',
    'This collided with another change. Please try again.',
  ],
  'request/idempotency-key-reused': [
    422,
    '同じ受付番号で内容の異なる送信がありました。',
    'The Idempotency-Key was used before with another content.',
  ],
  'request/invalid': [400, '入力内容を確認してください。', 'Please check what you entered.'],
  'request/not-found': [
    404,
    '見つかりません。削除されたか、閲覧できない可能性があります。',
    'Not found. It may have been removed, or you may not see it.',
  ],
  'request/stale': [
    412,
    'ほかの人が先に変更しました。両方の内容を見比べてください。',
    'Somebody else changed this first. Please compare both versions.',
  ],
  'request/version-needed': [
    428,
    '編集前の版番号（If-Match）が必要です。',
    'The version you edited (If-Match) is needed.',
  ],
  'search/too-many-saved': [
    409,
    '保存できる検索条件は{max}件までです。不要な条件を削除してください。',
    'At most {max} searches can be saved. Please remove one first.',
  ],
  'server/failed': [
    500,
    'サーバーで問題が起きました。時間をおいてもう一度お試しください。',
    'Something went wrong on the server. Please try again later.',
  ],
  'server/unavailable': [
    503,
    '現在ご利用いただけません。少し待ってからもう一度お試しください。',
    'The service is not available just now. Please try again shortly.',
  ],
  'vocabulary/not-enough': [
    400,
    '言葉か工程・材料を、合わせて2つ以上入れてください（言葉は1つ以上）。',
    'Please give at least two words or codes, and one word.',
  ],
  'vocabulary/nothing-shipped': [
    409,
    'ここで追加した項目のため、元に戻す内容がありません。',
    'This entry was added here: there is no shipped one to restore.',
  ],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;

export type ErrorCode = keyof typeof errors;

/** The body of every error answer. `fields` maps a field's path (`profile.name`) to what is wrong with it. */
export const errorBody = z.object({
  code: z.enum(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  /** With `request/stale`: the version on the server. */
  current: z.unknown().optional(),
  requestId: z.string(),
});
export type ErrorBody = z.infer<typeof errorBody>;

/** Values for an error's sentence. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The sentence for an error in the reader's language. */
export function errorMessage(code: ErrorCode, language: 'ja' | 'en', details: ErrorDetails = {}): string {
  const text = errors[code][language === 'ja' ? 1 : 2];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
