/** What stands beside the record in its archive, in both languages. */
export const README_TEXT = `商談の記録 / Record of negotiations

index.html        読むためのページ / for reading
messages.csv …    表計算用の一覧 / for spreadsheets
agreement.pdf     合意書（署名付き）/ the agreement with its signatures
minutes-N.pdf     双方が確認した議事録（-draft：未確定の案）/ minutes that both sides confirmed (-draft: not yet)
calls.csv         通話に参加した人 / who was in calls
price-indexes.csv 添付された指数 / index series that were attached
files/            送られたファイル / files that were sent
documents/        自社が登録した資料と閲覧履歴（accesses.csv）/ documents of the own side, and who looked at them
disputes/         紛争と合議の記録 / disputes and their councils
record.json       封印された正式の記録 / the sealed record itself

record.json は、商談の一件ごとのハッシュをつないだ鎖（SHA-256）と、プラットフォームの電子署名（Ed25519）を含みます。
相手方の資料は、閲覧履歴と透かしのため商談ルームからのみ取得できます。ここには資料のハッシュだけが含まれます。
照合ページ、または次のコマンドで、改変の有無を確かめられます。

record.json holds the chain of hashes over everything that happened (SHA-256) and the platform's signature (Ed25519).
Documents of the other side are to be had in the room only, with a watermark and on its list; here are their hashes.
On the page to check, or with this command, anybody can tell whether something was altered:

    npm run cli -- verify FILE.zip

Each entry's hash is SHA-256 over its canonical JSON (RFC 8785) of position, kind, id, at, nonce and body; each link is
SHA-256 over the bytes of the link before and of that hash; the first link before all is SHA-256 over the text
"nakadachi-record/1 " and the room's id. Where "withheld" stands, only the hash is given. The seal is an Ed25519 signature
over the canonical JSON of the whole record without "seal".
`;
