import type { NotificationKind } from '#contracts/notifications.js';
import type { BothLanguages } from '#contracts/shapes.js';

/** What a person is told, by kind; `{name}` is filled in. */
const texts = {
  'company-registered': [
    '「{company}」が登録を申し込みました。内容を確認してください。',
    '{company} has registered. Please check its data.',
  ],
  'company-approved': [
    '貴社の登録が承認されました。すべての機能をお使いいただけます。',
    'Your company has been approved. Everything is open to you now.',
  ],
  'company-rejected': [
    '貴社の登録は承認されませんでした。理由をご確認ください。',
    'Your company was not approved. Please see the reason.',
  ],
  'candidates-found': [
    '「{title}」の候補企業が{count}社見つかりました。',
    '{count} candidates were found for “{title}”.',
  ],
  'opportunity-found': [
    '貴社に合いそうな案件があります：「{title}」',
    'This seems to fit your company: “{title}”',
  ],
  'patent-interest': [
    '開放特許「{title}」に関心を示した企業があります。',
    'A company is interested in the open patent “{title}”.',
  ],
  'introduction-proposed': [
    '「{title}」の紹介が届きました。{days}日以内にお返事ください。',
    'You are invited to an introduction for “{title}”. Please answer within {days} days.',
  ],
  'introduction-reminder': [
    '「{title}」の紹介にまだお返事がありません。ご都合だけでもお知らせください。',
    'The introduction for “{title}” still waits for your answer.',
  ],
  'introduction-consented': [
    '「{title}」の紹介を{side}が承諾しました。',
    '{side} has consented to the introduction for “{title}”.',
  ],
  'introduction-declined': [
    '「{title}」は今回は見送りとなりました。理由：{reason}',
    'The introduction for “{title}” will not go ahead this time. Reason: {reason}',
  ],
  'introduction-expired': [
    '「{title}」の紹介は期限までにお返事がそろわず終了しました。',
    'The introduction for “{title}” ended, since not all answers came in time.',
  ],
  'introduction-withdrawn': [
    '「{title}」の紹介は取り下げられました。',
    'The introduction for “{title}” was withdrawn.',
  ],
  'team-invited': [
    '「{title}」を{firms}社で受ける連合受注に、{role}として声がかかりました（担当：{steps}）。{days}日以内にお返事ください。',
    'You are asked to be {role} in a team of {firms} for “{title}” (steps: {steps}). Please answer within {days} days.',
  ],
  'team-asked': [
    '「{title}」を{firms}社で受ける連合受注の案が届きました。ご確認のうえお返事ください。',
    'A team of {firms} firms is proposed for “{title}”. Please look at it and answer.',
  ],
  'team-recomposed': [
    '「{title}」の連合受注を組み直しました。変わったところを確かめて、打診してください。',
    'The team for “{title}” was composed anew. Please look at what changed, and ask the firms.',
  ],
  'team-completed': [
    '「{title}」の連合受注は全社の承諾がそろいました。',
    'All firms of the team for “{title}” have consented.',
  ],
  'team-broken': [
    '「{title}」の連合受注は成立せずに終わりました。',
    'The team for “{title}” did not come about.',
  ],
  'room-opened': ['「{title}」の商談ルームが開きました。', 'The negotiation room for “{title}” is open.'],
  'message-received': ['「{title}」に新しいメッセージがあります。', 'There are new messages in “{title}”.'],
  mentioned: [
    '「{title}」で{by}さんがあなた宛てに発言しました。',
    '{by} addressed you by name in “{title}”.',
  ],
  'offer-made': ['「{title}」で条件が提示されました。', 'An offer was made in “{title}”.'],
  'offer-withdrawn': ['「{title}」の条件提示が取り下げられました。', 'An offer in “{title}” was withdrawn.'],
  'offer-declined': ['「{title}」の条件提示は見送られました。', 'An offer in “{title}” was declined.'],
  'offer-expired': ['「{title}」の条件提示の有効期限が切れました。', 'An offer in “{title}” has expired.'],
  'offer-outdated': [
    '「{title}」の案件が改訂されました。提示した条件を確認し直してください。',
    'The order behind “{title}” was amended. Please confirm your offer again.',
  ],
  'agreement-made': [
    '「{title}」で合意が成立しました。合意書をご確認ください。',
    'An agreement was made in “{title}”. Please see the document.',
  ],
  'agreement-signed': [
    '「{title}」の合意書に相手先が署名しました。内容を確認し、署名してください。',
    'The other side has signed the agreement of “{title}”. Please read and sign it.',
  ],
  'agreement-in-force': [
    '「{title}」の合意書に双方の署名がそろいました。',
    'Both sides have signed the agreement of “{title}”.',
  ],
  'minutes-to-confirm': [
    '「{title}」の議事録を相手先が確認しました。内容をご確認ください。',
    'The other side has confirmed the minutes of “{title}”. Please read and confirm them.',
  ],
  'minutes-confirmed': [
    '「{title}」の議事録を双方が確認し、確定しました。',
    'Both sides have confirmed the minutes of “{title}”.',
  ],
  'document-added': ['「{title}」に資料が追加されました。', 'A document was added in “{title}”.'],
  'document-revised': [
    '「{title}」の資料に新しい版が追加されました。',
    'A document in “{title}” has a new revision.',
  ],
  'file-infected': [
    'お送りいただいたファイル「{name}」からウイルスが検出されたため、誰も開けないようにしました。端末を確認のうえ、問題のないファイルをお送りください。',
    'A virus was found in the file “{name}” that you sent, so nobody can open it. Please check your device and send a clean file.',
  ],
  'nda-accepted': [
    '「{title}」で相手先が秘密保持の確認書に承諾しました。内容をご確認ください。',
    'The other side has accepted the confidentiality terms in “{title}”. Please read them.',
  ],
  'nda-in-force': [
    '「{title}」で双方が秘密保持の確認書に承諾しました。保護された資料を閲覧できます。',
    'Both sides have accepted the confidentiality terms in “{title}”. Protected documents are open now.',
  ],
  'price-asked': [
    '「{title}」で単価の見直しの申し入れ（第{no}回）が届きました。内容を確認し、回答してください。',
    'A change of price is asked for in “{title}” (round {no}). Please read it and answer.',
  ],
  'price-answered': [
    '「{title}」の単価の見直しの申し入れ（第{no}回）に回答がありました。',
    'Your request to change a price in “{title}” (round {no}) was answered.',
  ],
  'price-signed': [
    '「{title}」の価格の協議の記録（第{no}回）に相手先が署名しました。内容を確認し、署名してください。',
    'The other side has signed the record of the price talks in “{title}” (round {no}). Please read and sign it.',
  ],
  'price-settled': [
    '「{title}」の価格の協議の記録（第{no}回）に双方の署名がそろいました。',
    'Both sides have signed the record of the price talks in “{title}” (round {no}).',
  ],
  'price-withdrawn': [
    '「{title}」の単価の見直しの申し入れ（第{no}回）は取り下げられました。',
    'The request to change a price in “{title}” (round {no}) was taken back.',
  ],
  'price-due': [
    '「{title}」の単価の見直しの申し入れ（第{no}回）にまだ回答がありません。{day}を目安に、理由を添えてご回答ください。',
    'The request to change a price in “{title}” (round {no}) still waits. Please answer it with your reasons by {day}.',
  ],
  'room-closed': ['「{title}」の商談が終了しました。', 'The talks in “{title}” have ended.'],
  'appointment-proposed': [
    '「{title}」で日程「{name}」の候補が届きました（{when} ほか）。ご都合をお返事ください。',
    'Times are proposed for “{name}” in “{title}” (first: {when}). Please say when you can come.',
  ],
  'appointment-move-asked': [
    '「{title}」の日程「{name}」を変更したいとの申し出があります（候補：{when} ほか）。',
    'In “{title}” somebody asks to move “{name}” (first new time: {when}).',
  ],
  'appointment-confirmed': [
    '「{title}」の日程「{name}」が決まりました：{when}',
    '“{name}” in “{title}” is agreed: {when}',
  ],
  'appointment-moved': [
    '「{title}」の日程「{name}」が変わりました：{when}',
    '“{name}” in “{title}” has moved: {when}',
  ],
  'appointment-cancelled': [
    '「{title}」の日程「{name}」は取りやめになりました（{when}）。',
    '“{name}” in “{title}” was called off ({when}).',
  ],
  'appointment-day': [
    '明日のお知らせ：「{title}」の「{name}」 {when}',
    'Within a day: “{name}” in “{title}”, {when}',
  ],
  'appointment-soon': [
    'まもなく始まります：「{title}」の「{name}」 {when}',
    'Beginning soon: “{name}” in “{title}”, {when}',
  ],
  'meeting-registered': [
    '「{company}」が商談会「{title}」に申し込みました。',
    '{company} has registered for “{title}”.',
  ],
  'meeting-withdrawn': [
    '「{company}」が商談会「{title}」の参加を取り下げました。',
    '{company} has withdrawn from “{title}”.',
  ],
  'meeting-let-in': ['商談会「{title}」への参加が決まりました。', 'You take part in “{title}”.'],
  'meeting-waitlisted': [
    '商談会「{title}」は定員に達しているため、空きをお待ちいただいています。',
    '“{title}” is full; you are in the waiting list.',
  ],
  'meeting-declined': [
    '商談会「{title}」への参加は、今回はお断りとなりました。理由をご確認ください。',
    'Your registration for “{title}” was declined. Please see the reason.',
  ],
  'meeting-wishes-open': [
    '商談会「{title}」で、会いたい相手を選べるようになりました。',
    'You can now choose whom to meet at “{title}”.',
  ],
  'meeting-timetable': ['商談会「{title}」の時間割が公開されました。', 'The timetable of “{title}” is out.'],
  'meeting-added': [
    '商談会「{title}」で「{other}」との商談が加わりました。',
    'A meeting with {other} was added at “{title}”.',
  ],
  'meeting-moved': [
    '商談会「{title}」の「{other}」との商談の時間または場所が変わりました。',
    'Your meeting with {other} at “{title}” has a new time or place.',
  ],
  'meeting-cancelled': [
    '商談会「{title}」の「{other}」との商談が取りやめになりました。',
    'Your meeting with {other} at “{title}” was cancelled.',
  ],
  'meeting-event-cancelled': ['商談会「{title}」は中止になりました。', '“{title}” was cancelled.'],
  'fair-applied': [
    '「{company}」が展示会「{title}」への出展を申し込みました。',
    '{company} applies to exhibit at “{title}”.',
  ],
  'fair-withdrawn': [
    '「{company}」が展示会「{title}」への出展を取り下げました。',
    '{company} no longer exhibits at “{title}”.',
  ],
  'fair-cancelled': [
    '展示会「{title}」は中止になりました。理由：{reason}',
    '“{title}” was cancelled. Reason: {reason}',
  ],
  'fair-questionnaire': [
    '「{title}」へのご出展ありがとうございました。アンケートにお答えください。',
    'Thank you for exhibiting at “{title}”. Please answer the questionnaire.',
  ],
  'fair-questionnaire-again': [
    '「{title}」の出展者アンケートに、まだお答えがありません。',
    'The exhibitors’ questionnaire of “{title}” still waits for your answer.',
  ],
  'fair-inquiry': [
    '「{title}」で、製品「{product}」に引き合いが届きました。',
    'A visitor of “{title}” asks about your product “{product}”.',
  ],
  'fair-contact-withdrawn': [
    '「{title}」の来場者が、連絡先の提供を取り消しました。書き出した控えも破棄してください。',
    'A visitor of “{title}” took a contact back. Please destroy what you exported, too.',
  ],
  'dispute-opened': [
    '「{title}」で紛争の申し立てがありました（第{no}号）。内容を確認してください。',
    'A dispute was opened in “{title}” (No. {no}). Please read it.',
  ],
  'dispute-short': [
    '「{title}」の紛争（第{no}号）は、利害関係のない委員候補が足りません。引き受ける人を増やしてください。',
    'Dispute {no} on “{title}” lacks candidates without a conflict of interest. Please win more people for serving.',
  ],
  'dispute-listed': [
    '「{title}」の紛争（第{no}号）の委員候補の名簿が確定しました。くじを引けます。',
    'The candidates for dispute {no} on “{title}” are fixed. The lot can be drawn.',
  ],
  'dispute-due': [
    '「{title}」の紛争（第{no}号）で、ご対応いただく期限が近づいています。',
    'Dispute {no} on “{title}” waits for you, and the time for it is nearly over.',
  ],
  'dispute-settlement': [
    '「{title}」の紛争（第{no}号）で、話し合いによる解決の提案がありました。',
    'A settlement was proposed in dispute {no} on “{title}”.',
  ],
  'dispute-decided': [
    '「{title}」の紛争（第{no}号）に合議の意見が出ました。',
    'The council has given its opinion on dispute {no}, “{title}”.',
  ],
  'dispute-ended': ['「{title}」の紛争（第{no}号）は終了しました。', 'Dispute {no} on “{title}” has ended.'],
  'council-asked': [
    'くじで合議の委員候補に選ばれました（第{no}号）。5日以内にお返事ください。',
    'You were drawn for a council (dispute {no}). Please answer within 5 days.',
  ],
  'council-ties-needed': [
    '合議の委員をお引き受けいただいていますが、企業グループと取引銀行の申告がないため、くじの対象になっていません。アカウント設定の「合議の委員」で申告してください。',
    'You are willing to serve on councils, but cannot be drawn: group and bank are not declared. Please declare them under “Serving on councils” in your account.',
  ],
  'council-not-needed': [
    '紛争（第{no}号）が終了したため、合議の委員の引き受けへのお返事は不要になりました。',
    'Dispute {no} has ended. You need not answer any more whether you take a seat on its council.',
  ],
  'council-replaced': [
    '「{title}」の紛争（第{no}号）の合議の委員は、当事者の申し出または利害関係により交代となりました。ご対応いただくことはもうありません。',
    'You are no member of the council for dispute {no}, “{title}”, any more: a side asked for it, or a conflict of interest arose. Nothing is left to do.',
  ],
  'council-formed': [
    '「{title}」の紛争（第{no}号）の合議体がそろいました。',
    'The council for dispute {no}, “{title}”, is complete.',
  ],
  'council-tied': [
    '「{title}」の紛争（第{no}号）で、一方の当事者の行為により、委員との利害関係が生じました。投票の前に「合議体」の欄を確認してください。',
    'In dispute {no}, “{title}”, a side has by its own act tied a member of the council to itself. Please look at the council before the votes.',
  ],
  'council-vote': [
    '「{title}」の紛争（第{no}号）の投票が始まりました。封をして投票してください。',
    'Voting on dispute {no}, “{title}”, has begun. Please give your sealed vote.',
  ],
  'council-vote-longer': [
    '「{title}」の紛争（第{no}号）は票が足りないため、投票の期限を延ばしました。あなたの票がまだ入っていません。封をして投票してください。',
    'Too few votes on dispute {no}, “{title}”, are in, so there is more time. Yours is missing: please give your sealed vote.',
  ],
  'council-open': [
    '「{title}」の紛争（第{no}号）の投票が締め切られました。ご自分の票を開封してください。',
    'Voting on dispute {no}, “{title}”, is closed. Please open your vote.',
  ],
  'council-write': [
    '「{title}」の紛争（第{no}号）の開票が終わりました。委員長として意見の理由を書いてください。',
    'The votes on dispute {no}, “{title}”, are counted. As the chair, please write the reasons.',
  ],
  'import-finished': [
    '企業データの取り込みが終わりました（登録{created}件、更新{updated}件、エラー{failed}件）。',
    'The import has finished ({created} new, {updated} updated, {failed} with errors).',
  ],
} as const satisfies Record<NotificationKind, readonly [ja: string, en: string]>;

type Values = Record<string, string | number | BothLanguages>;

export function wordsOf(kind: NotificationKind, values: Values): BothLanguages {
  const fill = (text: string, language: 'ja' | 'en') =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { ja: fill(texts[kind][0], 'ja'), en: fill(texts[kind][1], 'en') };
}
