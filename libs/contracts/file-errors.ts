/** Errors of files and of a room's documents: HTTP status and sentence, as in errors.ts. */
export const fileErrors = {
  'document/named-by-offer': [
    409,
    'この版は条件提示（第{offers}号）で使われているため、公開を取り消せません。先に条件提示を取り下げてください。',
    'Offer no. {offers} stands on this revision, so access cannot be withdrawn. Please withdraw the offer first.',
  ],
  'document/nda-changed': [
    409,
    '表示していた秘密保持の文面と現在の文面が異なります。もう一度お読みください。',
    'The confidentiality terms are not the ones that were shown. Please read them again.',
  ],
  'document/nda-needed': [
    403,
    'この資料は、双方が秘密保持の確認書に承諾した後に閲覧できます。',
    'This document opens once both sides have accepted the confidentiality terms.',
  ],
  'document/no-preview': [
    404,
    'この種類のファイルは画面で表示できません。ダウンロードしてご覧ください。',
    'This kind of file cannot be shown here. Please download it.',
  ],
  'document/not-for-both': [
    400,
    '条件提示には、双方が閲覧できる版だけを指定できます。',
    'An offer can only name a revision that both sides may read.',
  ],
  'document/parties-only': [
    403,
    'この資料は、商談の当事者である2社だけが閲覧できます。',
    'Only the two companies of the talks may read this document.',
  ],
  'document/revoked': [
    403,
    'この版の公開は取り消されています。',
    'Access to this revision has been withdrawn.',
  ],
  'file/broken': [400, 'ファイルが壊れているか、読み取れません。', 'The file is broken or cannot be read.'],
  'file/image-too-large': [
    400,
    '画像が大きすぎます（{megapixels}メガピクセルまで）。',
    'The image is too large (at most {megapixels} megapixels).',
  ],
  'file/kind-not-allowed': [
    400,
    'この種類のファイルは受け付けられません（PDF、画像、Excel、Word、CSV、DXF、STEP など）。',
    'This kind of file is not accepted (PDF, images, Excel, Word, CSV, DXF, STEP …).',
  ],
  'file/missing': [400, 'ファイルを選んでください。', 'Please choose a file.'],
  'file/name-differs-from-content': [
    400,
    'ファイルの拡張子と中身が一致しません。',
    'The file name does not match its content.',
  ],
  'file/too-large': [
    413,
    'ファイルが大きすぎます（{megabytes}MBまで）。',
    'The file is too large (at most {megabytes} MB).',
  ],
  'file/infected': [
    409,
    'ウイルスが検出されたため、このファイルは開けません。',
    'A virus was found in this file, so it cannot be opened.',
  ],
  'file/pdf-locked': [
    400,
    'パスワードや編集制限の付いたPDFは受け付けられません。制限を外して保存し直してください。',
    'PDF files with a password or restrictions are not accepted. Please save the file without them.',
  ],
  'file/quarantined': [
    409,
    'ウイルス検査が終わるまで、このファイルは開けません。少し待ってからお試しください。',
    'This file is being checked for viruses. Please try again shortly.',
  ],
} as const;
