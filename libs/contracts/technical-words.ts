/** Technical fields of the national open-patent database and their names in English; other words are allowed. */
export const technicalFieldNames = {
  '電気・電子': 'Electrical and electronic',
  '情報・通信': 'Information and communication',
  '機械・加工': 'Machinery and machining',
  輸送: 'Transport',
  '土木・建築': 'Civil engineering and building',
  '繊維・紙': 'Textiles and paper',
  '化学・薬品': 'Chemicals and drugs',
  金属材料: 'Metals',
  有機材料: 'Organic materials',
  無機材料: 'Inorganic materials',
  '食品・バイオ': 'Food and biotechnology',
  '生活・文化': 'Daily life and culture',
  その他: 'Other',
} as const;

/** What a patent does, in the words of the same database, and their names in English. */
export const functionNames = {
  '機械・部品の製造': 'Making machines and parts',
  '材料・素材の製造': 'Making materials',
  '食品・飲料の製造': 'Making food and drink',
  '制御・ソフトウェア': 'Control and software',
  '検査・検出': 'Inspection and detection',
  表面処理: 'Surface treatment',
  '加熱・冷却': 'Heating and cooling',
  '接着・剥離': 'Bonding and peeling',
  '洗浄・除去': 'Cleaning and removal',
  '環境・リサイクル対策': 'Environment and recycling',
  '安全・福祉対策': 'Safety and welfare',
  その他: 'Other',
} as const;
