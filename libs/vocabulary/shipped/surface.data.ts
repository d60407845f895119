/** Heat treatment, plating, coating, painting, cleaning, inspection and testing. Lines as parse.ts tells. */
export const surface = `
焼き入れ,焼入れ,ヤキ入れ,熱処理品|焼入処理,硬化処理|hardening,quenching/quench treatment|quenching
焼き戻し,焼戻し,テンパー|焼戻処理|tempering/temper treatment|quenching
調質,調質処理,QT|焼入れ焼戻し|thermal refining,quench and temper/quenching and tempering|quenching
ズブ焼き,ズブ焼入れ,全体焼入れ|全体硬化|through hardening/full hardening|quenching
高周波焼き入れ,高周波,IH焼入れ|高周波誘導加熱焼入れ|induction hardening/high-frequency induction quenching|induction-hardening
炎焼入れ,フレームハード|火炎焼入れ|flame hardening|induction-hardening|0.6 >
レーザー焼入れ|レーザ光による表面硬化|laser hardening/laser surface hardening|heat-treatment|0.7 <>
真空焼入れ,真空熱処理,光輝焼入れ|減圧下の熱処理|vacuum hardening,bright hardening/reduced-pressure heat treatment|vacuum-heat-treatment
浸炭,浸炭焼き入れ,肌焼き|浸炭処理,表面炭素富化|carburizing,case hardening/carburising treatment|carburising
浸炭窒化,ガス軟窒化|窒化浸炭処理|carbonitriding,gas nitrocarburizing/nitrocarburising|carburising,nitriding
窒化,チッカ,ガス窒化,イオン窒化|窒化層の形成|nitriding,ion nitriding/nitride layer forming|nitriding
タフトライド,塩浴軟窒化,イソナイト|塩浴窒化処理|Tufftride,salt bath nitriding/salt bath nitrocarburising|nitriding
焼鈍,焼なまし,アニール,焼きなまし|焼鈍処理,応力除去焼なまし|annealing,stress relief/anneal treatment|annealing
歪取り焼鈍,応力除去,SR処理|残留応力の除去|stress relieving/residual stress removal|annealing
焼準,焼ならし,ノルマライズ|焼準処理|normalizing/normalising treatment|normalising
固溶化,溶体化,溶体化処理,ST処理|溶体化処理|solution treatment/solution heat treatment|solution-treatment
時効,時効処理,T6処理,析出硬化|時効硬化処理|aging,T6 treatment/age hardening|solution-treatment
サブゼロ,深冷,クライオ|深冷処理|sub-zero treatment,cryogenic treatment/deep cooling|subzero-treatment
硬さ,かたさ,HRC,ロックウェル|硬度|hardness,HRC/surface hardness
残留応力,内部応力|残留応力|residual stress/internal stress|heat-treatment|0.4 <>
メッキ,めっき,鍍金|電気めっき,金属皮膜の形成|plating,electroplating/metal coating formation|plating
亜鉛メッキ,ユニクロ,クロメート,三価クロメート|亜鉛系皮膜|zinc plating,chromate/zinc coating|zinc-plating
ドブ漬け,溶融亜鉛,どぶ付け,HDZ|溶融亜鉛めっき皮膜|hot-dip galvanizing/molten zinc coating|hot-dip-galvanising
ニッケルメッキ,電気ニッケル|ニッケル皮膜|nickel plating/nickel coating|nickel-plating
カニゼン,無電解ニッケル,無電解メッキ,ENP|無電解ニッケル皮膜|electroless nickel,Kanigen/electroless nickel film|electroless-nickel
テフロンニッケル,複合めっき|粒子分散複合めっき|composite plating,nickel-PTFE/particle-dispersed plating|electroless-nickel,fluororesin-coating
クロムメッキ,装飾クロム|クロム皮膜|chrome plating,decorative chrome/chromium film|chrome-plating
硬質クロム,ハードクロム,工業用クロム|硬質クロム皮膜|hard chrome/hard chromium film|hard-chrome
金メッキ,銀メッキ,貴金属めっき|貴金属皮膜|gold plating,silver plating/noble metal film|precious-metal-plating
錫メッキ,スズめっき,はんだめっき|錫皮膜|tin plating,solder plating/tin film|tin-plating
銅メッキ,ストライク銅|銅皮膜|copper plating/copper film|copper-plating
フープめっき,リールめっき,連続めっき|帯状体の連続めっき|reel-to-reel plating/continuous strip plating|plating
部分めっき,マスキングめっき|選択的めっき|selective plating/partial plating|plating|0.7 <>
樹脂めっき,プラめっき|樹脂表面の金属化|plating on plastics/metallisation of resin|plating-on-plastics
電鋳,電気鋳造|電析による金属体形成|electroforming/electrodeposited body|electroforming
アルマイト,陽極酸化,白アルマイト|陽極酸化皮膜|anodizing,alumite/anodic oxide film|anodising
黒アルマイト,カラーアルマイト|着色陽極酸化皮膜|black anodizing,color anodizing/coloured anodic film|anodising
硬質アルマイト,ハードアルマイト|硬質陽極酸化皮膜|hard anodizing/hard anodic film|anodising
化成処理,パーカー,リン酸塩,パーカライジング|りん酸塩皮膜|phosphating,conversion coating/phosphate film|conversion-coating
アロジン,アルクロム,クロメート処理|アルミニウムの化成皮膜|Alodine,chem film/chemical conversion film on aluminium|conversion-coating
黒染,四三酸化鉄,フェルマイト|四三酸化鉄皮膜,黒色酸化皮膜|black oxide,bluing/magnetite film|black-oxide
レイデント,低温黒色クロム|黒色クロム皮膜|Raydent,black chrome/black chromium film|chrome-plating,rust-proofing|0.6 >
電解研磨,EP,電研|電解液中での研磨|electropolishing/electrolytic polishing|electropolishing
化学研磨,化研|化学溶解による平滑化|chemical polishing/chemical smoothing|chemical-polishing
不動態化,パシベート,パシベーション,酸洗|不動態皮膜の形成|passivation,pickling/passive film forming|passivation
塗装,焼付塗装,メラミン焼付|塗膜の形成|painting,baking finish/coating film formation|painting
吹付塗装,スプレー塗装|噴霧塗布|spray painting/spray coating|painting
パウダーコート,粉体,粉体塗装|粉体塗料の塗膜|powder coating/powder paint film|powder-coating
カチオン,電着,カチオン電着|電着塗膜|electrodeposition coating,e-coat/electrodeposited film|electrodeposition-coating
下地処理,塗装前処理|表面の前処理|surface preparation,pretreatment/surface pretreatment|surface-treatment|0.5 <>
テフロン,テフロン加工,フッ素コート,フッ素加工|フッ素樹脂被膜,非粘着被膜|Teflon coating,fluoropolymer coating/non-stick film|fluororesin-coating
セラミックコート,セラコート|セラミック被膜|ceramic coating/ceramic film|thermal-spraying|0.5 >
撥水コート,撥水加工,水をはじく|撥水性被膜,疎水性表面|water-repellent coating/hydrophobic surface|surface-treatment
親水コート,親水処理|親水性表面|hydrophilic coating/hydrophilic surface|surface-treatment
防汚コート,汚れ防止,汚れにくい|防汚性被膜|anti-fouling coating,stain resistant/antifouling film|surface-treatment
抗菌コート,抗菌加工|抗菌性被膜|antibacterial coating/antimicrobial film|surface-treatment
指紋防止,AF処理|耐指紋性被膜|anti-fingerprint coating/fingerprint-resistant film|surface-treatment,optical-coating
帯電防止,静電気防止,制電|帯電防止性,静電気除去|antistatic,ESD control/static charge prevention|surface-treatment|0.5 <>
PVD,イオンプレーティング,TiNコート|物理蒸着膜|PVD,ion plating,TiN coating/physical vapour deposition film|pvd
CVD,化学蒸着|化学気相成長膜|CVD/chemical vapour deposition film|cvd
DLC,ダイヤモンドライク,DLCコート|非晶質硬質炭素膜|DLC,diamond-like carbon/amorphous hard carbon film|dlc
蒸着,真空蒸着,アルミ蒸着|真空蒸着膜|vacuum deposition,metallizing/vacuum deposited film|vacuum-deposition
スパッタリング,スパッタ膜|スパッタ成膜|sputtering/sputtered film deposition|sputtering
成膜,コーティング,薄膜|薄膜形成,膜の形成|coating,thin film/film formation|surface-treatment
溶射,メタリコン,プラズマ溶射|溶射皮膜|thermal spraying,metal spraying/sprayed film|thermal-spraying
HVOF,超硬溶射|高速フレーム溶射皮膜|HVOF spraying/high velocity flame sprayed film|thermal-spraying
サンドブラスト,ブラスト,ショット,梨地仕上げ|投射材による表面処理|sandblasting,blasting/abrasive blasting|shot-blasting
ガラスビーズ,ビーズショット|ガラスビーズ投射|glass bead blasting/bead blasting|shot-blasting
ピーニング,ショットピーン,WPC|投射による圧縮残留応力付与|shot peening/compressive residual stress imparting|shot-peening
洗浄,脱脂,油取り|洗浄処理,油分の除去|cleaning,degreasing/oil removal|precision-cleaning
超音波洗浄,精密洗浄|超音波による洗浄|ultrasonic cleaning,precision cleaning/ultrasonic washing|precision-cleaning
炭化水素洗浄,真空洗浄|溶剤洗浄|hydrocarbon cleaning,vacuum cleaning/solvent washing|precision-cleaning
コンタミ,異物,ゴミ混入|汚染物質,異物混入|contamination,foreign matter/contaminant
サビ止め,錆止め,防錆|防錆性,腐食防止|rust prevention,rustproofing/corrosion prevention|rust-proofing
錆,サビ,さび|腐食,酸化|rust/corrosion,oxidation
ピンホール|微小欠陥孔|pinhole/minute defect hole|plating,painting|0.4 <>
膜厚,めっき厚|皮膜厚さ|film thickness,coating thickness/coat thickness
密着性,剥がれ,めっき剥がれ|密着強度,剥離|adhesion,peeling/adhesive strength,delamination|surface-treatment|0.5 <>
塩水噴霧,SST,塩水噴霧試験|耐食性試験|salt spray test/corrosion resistance test|reliability-testing
検査,品質検査,チェック|検査工程,良否判定|inspection,quality check/inspection process|inspection
全数検査,全検|全数の検査|100% inspection,full inspection/total inspection|inspection
抜き取り検査,抜取検査,サンプリング検査|標本検査|sampling inspection/sample inspection|inspection
目視,外観,目視検査,外観チェック|外観検査,表面欠陥の検査|visual inspection,appearance check/surface defect inspection|visual-inspection
キズ,傷,きず,打痕|表面欠陥,損傷|scratch,dent/surface defect,damage|visual-inspection|0.5 <>
画像検査,カメラ検査,AI検査,AI外観検査|撮像画像による検査,画像処理検査|image inspection,vision inspection/image-based inspection|machine-vision
三次元測定,三次元,CMM,3次元測定|三次元座標測定|CMM measurement,3D measurement/three-dimensional coordinate measurement|dimensional-measurement
寸法検査,寸法測定,ノギス測定|寸法の計測|dimensional inspection/dimension measurement|dimensional-measurement
画像測定,画像寸法|画像による寸法計測|vision measuring/image-based dimension measurement|dimensional-measurement,machine-vision
形状測定,輪郭測定,コントレーサー|輪郭形状の測定|contour measurement,profile measurement/contour shape measurement|dimensional-measurement
真円度測定,粗さ測定|表面性状の測定|roundness measurement,roughness measurement/surface texture measurement|dimensional-measurement
3Dスキャン,スキャナー,点群|三次元形状の光学計測|3D scanning,point cloud/optical shape measurement|optical-3d-scanning
歯車測定,歯形測定|歯形形状の測定|gear measurement/tooth profile measurement|dimensional-measurement,gear-cutting|0.6 <>
非破壊,NDT,非破壊検査|非破壊での欠陥検出|non-destructive testing,NDT/nondestructive flaw detection|non-destructive-testing
超音波探傷,UT|超音波による欠陥検出|ultrasonic testing/ultrasonic flaw detection|non-destructive-testing
浸透探傷,カラーチェック,PT|浸透液による欠陥検出|dye penetrant test,liquid penetrant/penetrant flaw detection|non-destructive-testing
磁粉探傷,磁気探傷,MT|磁粉による欠陥検出|magnetic particle inspection/magnetic flaw detection|non-destructive-testing
渦流探傷,渦電流|渦電流による欠陥検出|eddy current testing/eddy current flaw detection|non-destructive-testing
レントゲン,X線検査,X線透過,RT|放射線透過検査|X-ray inspection,radiography/radiographic inspection|x-ray-ct
CT,X線CT,CTスキャン|断層撮影検査|CT scanning,industrial CT/tomographic inspection|x-ray-ct
引張試験,強度試験,圧縮試験|機械的強度の試験|tensile test,strength test/mechanical strength test|material-testing
硬度試験,ビッカース|硬さ試験|hardness test,Vickers/hardness testing|material-testing
疲労試験,耐久試験|繰返し負荷試験|fatigue test,endurance test/cyclic load test|reliability-testing,material-testing
組織観察,断面観察,SEM|顕微鏡観察,断面組織の観察|microstructure observation,SEM/microscopic observation|material-testing
材料分析,成分分析,PMI|組成分析|material analysis,composition analysis/compositional analysis|chemical-analysis,material-testing
水質分析,環境分析|水質の測定|water analysis,environmental analysis/water quality measurement|chemical-analysis,water-treatment
残留農薬,農薬検査|農薬残留量の分析|pesticide residue test/residual pesticide analysis|chemical-analysis
微生物検査,菌検査,細菌検査|微生物の検出|microbial test,bacteria test/microorganism detection|chemical-analysis,bioprocessing
RoHS分析,有害物質分析|有害物質の定量|RoHS analysis/hazardous substance determination|chemical-analysis
環境試験,温湿度試験,恒温恒湿|環境負荷試験|environmental test,temperature humidity test/environmental stress test|reliability-testing
ヒートサイクル,冷熱衝撃,サーマルショック|温度サイクル試験|thermal cycle,thermal shock/temperature cycling|reliability-testing
振動試験,落下試験,衝撃試験|機械的衝撃試験|vibration test,drop test/mechanical shock test|reliability-testing
EMC,ノイズ試験,電波暗室|電磁両立性試験|EMC test,noise test/electromagnetic compatibility test|emc-testing
校正,キャリブレーション|計測器の較正|calibration/measuring instrument calibration|calibration
リークテスト,エアリーク,気密検査|漏洩検査,気密性試験|leak test,air leak/leakage inspection|leak-testing
ヘリウムリーク|ヘリウムによる漏洩検出|helium leak test/helium leakage detection|leak-testing,vacuum-equipment
耐圧試験,水圧試験|耐圧性試験|pressure test,hydrostatic test/pressure resistance test|leak-testing
ミルシート,材料証明,検査成績書|材料証明書|mill sheet,material certificate,inspection report/certificate of material|inspection|0.5 >
トレサビ,トレーサビリティ,追跡管理|履歴追跡,追跡可能性|traceability/tracking of history|inspection|0.4 <>
ポカヨケ,ミス防止,誤組防止|誤操作防止,誤組付け防止|poka-yoke,mistake proofing/erroneous assembly prevention|automation-equipment|0.5 <>
選別,仕分け,良品選別|選別装置,分別|sorting,screening/sorting device|visual-inspection|0.6 <>
金属探知,金探,金属検出機|金属異物の検出|metal detection,metal detector/metallic foreign matter detection|inspection,food-processing|0.6 <>
重量検査,ウェイトチェック|重量の計測|weight check,checkweigher/weight measurement|inspection|0.6 <>
色検査,色差,測色|色の測定|color measurement,color difference/colorimetry|visual-inspection|0.6 <>
`;
