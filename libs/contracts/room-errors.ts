import { callErrors } from './call-errors.js';
import { appointmentErrors } from './appointment-errors.js';

/** Errors of negotiation rooms: HTTP status and sentence, as in errors.ts. */
export const roomErrors = {
  ...appointmentErrors,
  ...callErrors,
  'negotiation/attach-as-document': [
    403,
    '当事者の企業が送るファイルは、開示の段階を選んで「資料」として追加してください。',
    'What the two companies send is added as a document, under a step of disclosure.',
  ],
  'negotiation/illegal-transition': [
    409,
    '現在の状態ではこの操作はできません。',
    'This is not possible in the present state.',
  ],
  'negotiation/last-member': [
    409,
    '商談ルームには自社の担当者が1人以上必要です。先にほかの担当者を追加してください。',
    'Your company needs at least one person in the room. Please add a colleague first.',
  ],
  'negotiation/no-such-lot': [400, '選んだ納入分がこの条件にありません。', 'The offer has no such lot.'],
  'negotiation/not-separable': [
    409,
    'この条件は一部の納入分だけでは承諾できません。一部だけをご希望のときは、条件を出し直してください。',
    'This offer can only be accepted as a whole. To take some lots only, please make a counter-offer.',
  ],
  'negotiation/offer-changed': [
    409,
    '表示していた条件と現在の条件が異なります。内容をもう一度ご確認ください。',
    'The offer is not the one that was shown. Please read it again.',
  ],
  'negotiation/offer-outdated': [
    409,
    '案件が改訂されています。条件を確認し、もう一度提示してください。',
    'The order has been amended since. Please check the terms and confirm the offer again.',
  ],
  'negotiation/offer-superseded': [
    409,
    'この条件は新しい提示に置き換えられています。',
    'A newer offer has replaced this one.',
  ],
  'negotiation/own-offer': [
    409,
    '自社が提示した条件を自社で承諾することはできません。',
    'You cannot accept your own offer.',
  ],
  'negotiation/room-closed': [409, 'この商談ルームは終了しています。', 'This negotiation room is closed.'],
  'negotiation/total-too-large': [
    400,
    '合計金額が大きすぎます。数量と単価を確認してください。',
    'The total is too large. Please check the quantity and the unit price.',
  ],
  'negotiation/validity-passed': [
    400,
    '有効期限には今日以降の日付を入力してください。',
    'The offer must be valid until today or a later day.',
  ],
  'negotiation/not-paused': [409, 'この商談ルームは停止していません。', 'This room is not paused.'],
  'negotiation/parties-only': [
    403,
    '「当事者間のみ」のメッセージを送れるのは、当事者の企業だけです。',
    'Only the two companies can write between themselves.',
  ],
  'negotiation/room-paused': [
    409,
    'この商談ルームは、コーディネータが一時停止しています。再開されるまで書き込みや通話はできません。',
    'A coordinator has paused this room. Writing and calls are possible again once it is resumed.',
  ],
  'negotiation/silent': [
    409,
    '「発言しない」で同席しています。書き込むには「発言する」に切り替えてください。',
    'You are present without speaking. Switch to speaking to write.',
  ],
} as const;
