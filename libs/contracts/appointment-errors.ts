/** Errors of appointments: HTTP status and sentence, as in errors.ts. */
export const appointmentErrors = {
  'appointment/fixed': [
    409,
    'この日程は主催者が決めたもので、ルームからは変更・取りやめができません。',
    'The organiser has set this appointment. It cannot be moved or cancelled from the room.',
  ],
  'appointment/over': [409, 'この日程はすでに終わっています。', 'This appointment is over.'],
  'appointment/own-proposal': [
    409,
    '自社が提案した日時です。相手の返事をお待ちください。',
    'Your own side proposed this time. Please wait for the answer.',
  ],
  'appointment/reason-needed': [
    400,
    '確定した日程を変更するには、理由を入力してください。',
    'Please give a reason for moving a confirmed appointment.',
  ],
  'appointment/time-passed': [
    400,
    '過ぎた日時は選べません。これからの日時を入力してください。',
    'This time has passed. Please choose one to come.',
  ],
} as const;
