/** How business is done: lots, dates, quality, papers. Lines as parse.ts tells. */
export const trade = `
見積,見積り,見積もり,相見積||quote,quotation,RFQ
納期,リードタイム,工期|所要期間|lead time,delivery time/required period
コスト,値段,価格,単価|製造費用|cost,price,unit price/manufacturing cost
コストダウン,原価低減,安くしたい|製造コストの低減|cost reduction,cost down/manufacturing cost reduction
VA,VE,VAVE提案|価値分析|VA,VE,value engineering/value analysis
歩留まり,良品率,不良率|収率,良品率の向上|yield,defect rate/yield improvement
不良,NG品,不具合|不良品,欠陥品|defect,NG,reject/defective product
クレーム,苦情,是正||complaint,claim,corrective action
ロット,最小ロット,MOQ|製造単位数量|lot,MOQ,minimum order/production unit quantity
試し,テスト加工,お試し|試験的加工|trial machining,test cut/experimental processing|prototyping|0.5 >
リピート,継続発注,定期発注||repeat order,continuous order
内製化,内作|自社製造|in-house production
外注,外注先,協力会社,下請|製造委託先|outsourcing,subcontractor/contract manufacturer
一貫生産,ワンストップ,材料から完成まで|一貫製造|one-stop,integrated production/integrated manufacturing
一貫加工,丸投げ,まとめて頼みたい|複数工程の一括製造|turnkey,all-in-one order/multi-process manufacturing
材料支給,支給材,有償支給|素材の供給|supplied material,consigned material/material supply
材料調達,材料手配|素材の調達|material procurement/material sourcing|trading|0.5 >
代替材,材料置換,材料変更|代替材料|substitute material,material change/alternative material
工法転換,工法変更,削りからプレスへ|製造方法の変更|process conversion,process change/manufacturing method change
一体化,部品点数削減,部品統合|部品点数の低減,一体構造|part consolidation,part count reduction/integral structure
廃番,生産終了品,ディスコン|製造終了品|discontinued part,obsolete part/discontinued product|reverse-engineering|0.6 >
補修部品,保守部品,サービスパーツ|交換用部品|spare part,service part/replacement component
BCP,二社購買,複社購買|供給途絶対策|BCP,dual sourcing/supply disruption countermeasure
国産回帰,国内調達,国内生産||reshoring,domestic sourcing
海外調達,現地調達,輸入品||overseas sourcing,local procurement
図面,設計図,CADデータ|設計図面|drawing,CAD data/design drawing
三次元データ,STEP,IGES|三次元形状データ|3D data,STEP,IGES/three-dimensional shape data
品質保証,QA,品質管理,QC|品質管理方法|quality assurance,QA,QC/quality control method|inspection|0.5 >
ISO9001,品質ISO|品質マネジメントシステム|ISO 9001/quality management system
ISO14001,環境ISO,エコアクション|環境マネジメントシステム|ISO 14001/environmental management system
ISO13485,医療ISO|医療機器品質マネジメントシステム|ISO 13485/medical device quality management
IATF16949,自動車ISO|自動車産業品質マネジメントシステム|IATF 16949/automotive quality management
JISQ9100,航空ISO,AS9100|航空宇宙品質マネジメントシステム|AS9100,JIS Q 9100/aerospace quality management
FSSC22000,食品ISO,ISO22000|食品安全マネジメントシステム|FSSC 22000,ISO 22000/food safety management
ナドキャップ,Nadcap|特殊工程認証|Nadcap/special process accreditation
PPAP,APQP,初品検査|生産部品承認|PPAP,APQP,first article inspection/production part approval
秘密保持,NDA,守秘|秘密保持契約|NDA,confidentiality/non-disclosure agreement
特許,知財,パテント|特許権,知的財産権|patent,IP/patent right,intellectual property
ライセンス,実施許諾,使わせてほしい|実施権,通常実施権|license,licensing/non-exclusive licence
開放特許,使える特許,休眠特許|未利用特許|open patent,unused patent/dormant patent
共同開発,一緒に開発,開発パートナー|共同研究開発|joint development,co-development/joint research and development
補助金,助成金,ものづくり補助金||subsidy,grant
事業承継,後継者||business succession
人手不足,人材不足,技能継承||labor shortage,skill transfer|automation-equipment|0.3 >
脱プラ,プラ削減,紙化|樹脂使用量の削減|plastic reduction,paperization/reduction of resin use|paper-processing,pulp-mould|0.5 >
環境対応,グリーン,エコ|環境負荷の低減|eco-friendly,green/environmental load reduction
カーボンニュートラル,GX,温室効果ガス|二酸化炭素排出量の削減|carbon neutral,greenhouse gas/carbon dioxide emission reduction
含有規制,REACH,RoHS対応|有害物質の規制適合|REACH,RoHS compliance/hazardous substance compliance
安全保障,輸出管理,該非判定||export control,classification
梱包仕様,荷姿|梱包形態|packing specification/packing form|export-packing|0.4 >
検収,受入検査|受入時の検査|acceptance inspection,incoming inspection|inspection|0.5 >
週末対応,夜間対応,24時間稼働||night shift,24-hour operation
余力,空き工程,空き機械|遊休設備|spare capacity,idle machine/idle equipment
地元,近場,近隣||local,nearby
立ち合い,工場見学,現場確認||factory tour,site visit
`;
