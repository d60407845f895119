/** Assembly, electronics, optics, ceramics, wood, paper, textiles, chemistry, software, works and logistics. Lines as parse.ts tells. */
export const moreProcesses = `
組立,組み立て,アッセンブリ,ASSY|組付け,組立工程|assembly,assy/assembling|assembly
ユニット組立,サブアッシー|組立体の製造|unit assembly,sub-assembly/assembly body manufacturing|unit-assembly
装置組立,機械組立,機械組み立て|装置の組立調整|machine assembly,equipment assembly/apparatus assembly|equipment-assembly
精密組立,微細組立|精密部品の組付け|precision assembly/fine part assembling|precision-assembly
OEM,ODM,受託製造,EMS|製造受託|OEM,contract manufacturing,EMS/manufacturing on consignment|oem-production
内職,軽作業,袋詰め,セット作業|手作業による梱包|light work,kitting/manual packing|light-work
省力化,自動化,省人化,FA|自動化装置,省力化装置|automation,labor saving,FA/automated apparatus|automation-equipment
専用機,省力機,自動機|専用加工装置|special purpose machine,dedicated machine/dedicated processing apparatus|automation-equipment
ロボットSI,ロボット導入,SIer|ロボットシステム|robot integration,system integrator/robotic system|robot-integration
ピッキングロボット,バラ積み|物品把持ロボット,ばら積みワークの取出し|bin picking,picking robot/article gripping robot|robot-integration
協働ロボット,コボット|人協働ロボット|collaborative robot,cobot/human-collaborative robot|robot-integration
ロボットハンド,グリッパー,ハンド|把持装置,エンドエフェクタ|robot hand,gripper/gripping device,end effector|robot-integration
搬送,コンベア,搬送機|搬送装置,移送手段|conveyor,transfer/conveying device,transport means|automation-equipment
AGV,AMR,無人搬送車|自律走行搬送車|AGV,AMR/autonomous transport vehicle|automation-equipment,robot-integration
パーツフィーダー,部品供給,ボウルフィーダー|部品供給装置,整列供給|parts feeder,bowl feeder/component supply device|automation-equipment
ねじ締め,ネジ締め,自動ねじ締め|締結作業,ねじ締結|screw tightening,screwdriving/screw fastening|automation-equipment,assembly
プリント基板,基板,PCB,PWB|回路基板,配線基板|printed circuit board,PCB/circuit board,wiring board|pcb-fabrication
フレキ,FPC,フレキシブル基板|可撓性配線基板|flexible PCB,FPC/flexible wiring board|pcb-fabrication
実装,表面実装,SMT,チップマウント|電子部品の実装|SMT,surface mount,component mounting/mounting electronic components|pcb-assembly
挿入実装,手挿入,ディップ|リード部品の挿入実装|through-hole assembly,DIP/lead component mounting|pcb-assembly
はんだ,半田,ハンダ付け,半田付け|はんだ接合|soldering/solder joining|soldering
鉛フリー,鉛フリーはんだ|無鉛はんだ|lead-free solder/leadless solder|soldering
リワーク,BGAリワーク|実装部品の交換|rework,BGA rework/mounted component replacement|pcb-assembly|0.6 <>
ハーネス,ワイヤハーネス,電線加工,ケーブル加工|電線束,配線部材|wire harness,cable assembly/electric wire bundle,wiring member|wire-harness
圧着,端子圧着,カシメ端子|圧着接続|crimping,terminal crimping/crimp connection|wire-harness
制御盤,配電盤,盤製作,分電盤|制御装置筐体|control panel,switchboard/control device housing|control-panel
盤配線,盤内配線|盤内配線作業|panel wiring/internal wiring of panels|control-panel
巻線,コイル巻き,コイル|巻線部,コイル巻回|coil winding,winding/wound coil|coil-winding
トランス,変圧器,リアクトル|変成器,インダクタ|transformer,reactor/inductor|coil-winding,power-supply-production
モーター,電動機,モータ製造|電動機,回転電機|motor/electric motor,rotating electrical machine|motor-production
アクチュエーター,電動シリンダ,ソレノイド|駆動装置,電磁駆動装置|actuator,solenoid/drive device,electromagnetic drive|motor-production
センサ,検知器,センサー|検出器,検知手段|sensor,detector/detecting means|sensor-production
ポッティング,樹脂封止,防湿,防滴コート|封止樹脂,防湿被覆|potting,conformal coating/sealing resin,moisture-proof coating|potting
電池パック,バッテリー,組電池|蓄電池,組電池|battery pack/storage battery,assembled battery|battery-assembly
充電器,電源,アダプタ|電力変換装置,給電装置|charger,power supply/power converter,power feeding device|power-supply-production
半導体,IC,チップ製造|半導体装置|semiconductor,IC/semiconductor device|semiconductor-processing
ウエハ,ウェハー,ウェーハ|半導体基板|wafer/semiconductor substrate|wafer-processing,silicon
ダイシング,チップ切断|基板の個片化|dicing/singulation|dicing
バックグラインド,ウエハ研磨,CMP|化学機械研磨,薄化|back grinding,CMP/chemical mechanical polishing,thinning|wafer-processing
露光,リソグラフィ,フォトリソ|パターン露光|lithography,photolithography/pattern exposure|photolithography
MEMS,マイクロマシン|微小電気機械システム|MEMS/microelectromechanical system|semiconductor-processing,photolithography
ワイヤボンド,ボンディング|ワイヤ接続|wire bonding,bonding/wire connection|wire-bonding
モールド封止,パッケージ,後工程|半導体の封止|packaging,encapsulation/semiconductor sealing|semiconductor-packaging
クリーンルーム,クリーン組立,クリーン環境|清浄環境での組立|clean room,clean assembly/assembly in clean environment|clean-room-assembly
医療機器,医療部品,手術器具|医療用器具|medical device,surgical instrument/medical appliance|medical-device-assembly
真空装置,真空チャンバー,真空部品|真空容器,減圧室|vacuum equipment,vacuum chamber/vacuum vessel|vacuum-equipment
レンズ研磨,レンズ加工,光学研磨|光学素子の研磨|lens polishing,optical polishing/optical element polishing|lens-polishing
プリズム,ミラー,平面研磨ガラス|光学素子,反射鏡|prism,mirror/optical element,reflector|lens-polishing,optics-processing
ARコート,反射防止,無反射コート|反射防止膜|AR coating,anti-reflection coating/antireflection film|optical-coating
増反射,ミラーコート,ハーフミラー|反射膜,半透過膜|mirror coating,half mirror/reflective film|optical-coating
光学組立,レンズ組立,鏡筒|光学系の組立|optical assembly,lens barrel/optical system assembling|optical-assembly
ガラス切断,ガラス加工,ガラス穴あけ|ガラス基板の加工|glass cutting,glass processing/glass substrate processing|glass-processing
石英加工,ガラス細工,理化学硝子|石英ガラスの加工|quartz processing,glass blowing/quartz glass processing|glass-blowing,quartz-glass
強化ガラス,曲げガラス|化学強化,風冷強化|tempered glass,bent glass/strengthened glass|glass-tempering
セラミック加工,ファインセラ,ニューセラ|セラミックス部材の加工|ceramic machining,fine ceramics/ceramic member processing|ceramic-processing
焼成,窯業,やきもの|焼結体の製造|firing,kiln/sintered body manufacturing|ceramic-firing
硬脆材,脆性材加工,難削セラミック|硬脆材料の研削|hard brittle material machining/hard and brittle material grinding|ceramic-grinding
石材加工,石工,大理石加工|石材の切断研磨|stone working,marble work/stone cutting and polishing|stone-working
木工,木材加工,木加工|木質材の加工|woodworking/wooden material processing|wood-processing
製材,挽き割り,原木加工|木材の挽材|sawmilling,lumber/timber sawing|sawmilling
家具,建具,造作家具|家具類の製造|furniture,joinery/furniture manufacturing|furniture-making
NCルーター,ルーター加工|板材の倣い切削|CNC router,routing/router cutting|wood-processing,plastic-machining
木箱,パレット,木枠|木製梱包箱|wooden crate,pallet/wooden packing case|wooden-crates
紙加工,断裁,紙断裁|紙葉の裁断|paper converting,paper cutting/sheet cutting|paper-processing
ダンボール,段ボール箱,段箱|段ボール製容器|cardboard box,corrugated box/corrugated container|corrugated-board
化粧箱,貼箱,紙器,パッケージ箱|紙製容器|gift box,rigid box,folding carton/paper container|paper-boxes
製本,中綴じ,無線綴じ|冊子の綴じ|bookbinding,saddle stitching/booklet binding|bookbinding
オフセット,平版印刷,カラー印刷|平版印刷|offset printing/lithographic printing|offset-printing
シルク印刷,シルクスクリーン,スクリーン|孔版印刷|silk screen,screen printing/stencil printing|screen-printing
パッド印刷,タンポ印刷,タコ印刷|転写パッドによる印刷|pad printing,tampo/transfer pad printing|pad-printing
グラビア,凹版印刷|凹版印刷|gravure/intaglio printing|gravure-printing
オンデマンド印刷,デジタル印刷,インクジェット,UV印刷|液滴吐出による印刷|digital printing,inkjet,UV printing/droplet ejection printing|digital-printing
シール印刷,ラベル,ステッカー|粘着ラベル|label printing,sticker/adhesive label|label-printing
箔押し,ホットスタンプ印刷|金属箔の転写|foil stamping,hot foil/metal foil transfer|printing
水圧転写,加飾,IMD|加飾成形,転写加飾|hydrographic printing,decoration,IMD/decorative moulding|printing,injection-moulding|0.6 <>
包装,パッケージング,個装|包装体の製造|packaging,wrapping/packaged body manufacturing|packaging
充填,詰め,小分け,小分け充填|内容物の充填|filling,portion packing/content filling|filling
シュリンク,ブリスター,シュリンク包装|熱収縮包装|shrink wrap,blister pack/heat shrink packaging|blister-packaging
ピロー包装,三方シール,パウチ詰め|袋状包装体|pillow packaging,pouch/bag-shaped package|packaging
輸出梱包,海外梱包,バリア梱包|防湿梱包|export packing,crating/moisture-proof packing|export-packing
真空パック,真空包装,脱気|脱気包装|vacuum packing/deaerated packaging|packaging,food-processing
紡績,撚糸,糸加工|糸条の製造|spinning,twisting/yarn manufacturing|spinning-yarn
織物,機織り,製織|織布の製造|weaving,woven fabric/woven cloth manufacturing|weaving
ニット,編み,丸編,経編|編地の製造|knitting,knit/knitted fabric manufacturing|knitting
染色,染め,捺染,色染め|染色加工|dyeing,textile printing/dyeing process|dyeing
縫製,ミシン,裁断縫製|縫合,縫製品|sewing,cut and sew/stitching|sewing
刺しゅう,刺繍,ネーム入れ|刺繍加工|embroidery|embroidery
不織布,フェルト,SMS|不織布の製造|nonwoven,felt/nonwoven fabric|non-woven-processing
皮革,革製品,レザー|皮革製品|leather goods,leather/leather product|leather-working
合成,受託合成,化学合成|化合物の合成|chemical synthesis,custom synthesis/compound synthesis|chemical-synthesis
混合,撹拌,調合,ミキシング|混合物の調製,攪拌混合|mixing,blending,agitation/mixture preparation|mixing-dispersion
分散,乳化,ナノ分散|分散液の調製,乳化|dispersion,emulsification/dispersion liquid preparation|mixing-dispersion
粉砕,微粉砕,ミル|微粒化,粉砕処理|grinding powder,milling powder,pulverizing/pulverisation,micronisation|powder-processing
造粒,打錠,顆粒|粒状体の製造|granulation,tableting/granule manufacturing|powder-processing
ふるい,篩分け,分級|粒度の分級|sieving,classification/particle size classification|powder-processing
乾燥,スプレードライ,熱風乾燥|乾燥処理,噴霧乾燥|drying,spray dry,hot air drying/drying treatment|drying
ろ過,濾過,フィルター,濾す|濾過装置,固液分離|filtration,filter/filtering device,solid-liquid separation
蒸留,抽出,精製|分離精製|distillation,extraction,purification/separation and purification|chemical-processing
塗料製造,インキ,塗料調色|塗料組成物|paint making,ink/coating composition|paint-adhesive-production
接着剤製造,粘着剤,糊|接着剤組成物|adhesive making,glue/adhesive composition|paint-adhesive-production,adhesive
化粧品,コスメ,スキンケア|化粧料|cosmetics,skincare/cosmetic composition|cosmetics-production
洗剤,石けん,シャンプー|洗浄剤組成物|detergent,soap,shampoo/cleaning composition|detergent-production
医薬品,製剤,薬|医薬組成物|pharmaceutical,drug/pharmaceutical composition|pharmaceutical-production
発酵,培養,バイオ|微生物の培養|fermentation,culture,biotech/microorganism cultivation|bioprocessing
ホームページ,ウェブサイト,HP制作,Web制作|ウェブページ|website,web design/web page|web-development
業務システム,基幹システム,生産管理システム|情報処理システム|business system,ERP,production management system/information processing system|business-systems
組込み,組み込みソフト,ファームウェア|組込み制御プログラム|embedded software,firmware/embedded control program|embedded-software
アプリ,スマホアプリ,携帯アプリ|携帯端末用プログラム|mobile app,smartphone app/portable terminal program|mobile-apps
IoT,見える化,遠隔監視,稼働監視|遠隔監視システム,状態監視|IoT,remote monitoring,visualization/remote monitoring system,condition monitoring|iot-systems
AI,人工知能,機械学習,ディープラーニング|学習済みモデル,機械学習装置|AI,machine learning,deep learning/trained model,machine learning apparatus|ai-data-analysis
データ分析,ビッグデータ,予測|データ解析,予測モデル|data analysis,analytics,forecasting/data analytics,prediction model|ai-data-analysis
画像認識,画像処理,顔認証|画像認識装置|image recognition,image processing/image recognition apparatus|image-processing-software
PLC,シーケンサ,ラダー|プログラマブルコントローラ|PLC,sequencer,ladder/programmable controller|plc-programming
クラウド,サーバー構築,AWS|ネットワーク上の情報処理|cloud,server setup/network information processing|cloud-infrastructure
セキュリティ,ウイルス対策,不正アクセス対策|不正アクセスの検知|security,cybersecurity/unauthorised access detection|information-security
VR,AR,3DCG|仮想現実,拡張現実|VR,AR,3DCG/virtual reality,augmented reality|simulation-vr
RPA,業務自動化,ペーパーレス|業務処理の自動化|RPA,paperless/automated business processing|rpa-automation
機械設計,図面作成,3DCAD,CAD|機械構造の設計|mechanical design,CAD,drawing/machine structure design|mechanical-design
図面がない,図面なし,現物支給,スケッチ|図面レス製作|no drawing,from sample/drawing-less production|reverse-engineering
リバースエンジニアリング,現物から図面化|実物形状の再現|reverse engineering/reproduction of actual shape|reverse-engineering
回路設計,電気設計,電子設計|電子回路の設計|circuit design,electrical design/electronic circuit design|electronic-design
基板設計,アートワーク,パターン設計|配線パターンの設計|PCB layout,artwork/wiring pattern design|pcb-design
金型設計|成形型の設計|mold design,die design/forming die design|mould-design
プロダクトデザイン,工業デザイン,意匠|意匠,製品形状|product design,industrial design/ornamental design|industrial-design
ロゴ,チラシ,パンフレット,グラフィック|印刷物の意匠|logo,leaflet,brochure,graphic design|graphic-design
シミュレーション,CAE,構造解析,流体解析|数値解析,有限要素解析|simulation,CAE,FEM,CFD/numerical analysis,finite element analysis|cae-analysis
流動解析,樹脂流動|樹脂流動の解析|mold flow analysis/resin flow analysis|cae-analysis,mould-design
試作,試作品,プロト,トライ|試作品の製造|prototype,trial/prototype manufacturing|prototyping
特急,短納期,超短納期,至急|短期間での製造|rush order,short lead time,express/short-term manufacturing|rapid-prototyping
試作板金|試作品の板金加工|prototype sheet metal|sheet-metal-prototyping
モックアップ,模型,デザインモデル|外観模型|mock-up,model making/appearance model|model-making
マニュアル,取説,取扱説明書|技術文書|manual,instruction manual/technical document|technical-documents
機械据付,重量物,重量鳶|機器の据付け|machine installation,heavy rigging/equipment installation|plant-construction
プラント,設備工事,プラント工事|製造設備の設置|plant construction,plant engineering/production facility installation|plant-construction
配管,配管工事,パイピング|配管の敷設|piping,pipe work/pipe laying|piping-work
ダクト,空調,エアコン工事|送風路,空気調和設備|duct,HVAC,air conditioning/air passage,air conditioning facility|duct-work
電気工事,配線工事|電気配線の敷設|electrical work,wiring work/electric wiring laying|electrical-work
鉄骨,鉄工,鋼構造|鋼構造物|steel structure,ironwork/steel construction|steel-structures
手すり,階段,建築金物,フェンス|建築用金属部材|handrail,stairs,architectural hardware/metal building member|architectural-metalwork
保全,メンテ,修理,オーバーホール|設備の保守,補修|maintenance,repair,overhaul/equipment upkeep|equipment-maintenance
予知保全,故障予知,異常予兆|故障予測,異常検知|predictive maintenance,failure prediction/anomaly detection|equipment-maintenance,iot-systems
架装,特装,車両改造|車両への装備の取付け|vehicle body building,upfitting/vehicle equipment mounting|vehicle-maintenance
内装,リフォーム,クロス張り|内装仕上げ|interior finishing,renovation/interior finish|interior-finishing
断熱,保温,保冷工事|断熱材の施工|insulation,heat insulation/heat insulating material installation|insulation-work
土木,造成,舗装|土木構造物の施工|civil engineering,paving/civil structure construction|civil-engineering
省エネ,節電,CO2削減,脱炭素|消費電力の低減,省エネルギー化|energy saving,carbon reduction/power consumption reduction|energy-saving-work
太陽光,ソーラー,再エネ|太陽光発電,再生可能エネルギー|solar,renewable energy/photovoltaic power generation|energy-saving-work
運送,配送,トラック便|物品の輸送|trucking,delivery/article transport|transport
倉庫,保管,在庫管理|物品の保管|warehouse,storage,inventory/article storage|warehousing
発送代行,ピッキング作業,検品,流通加工|商品の仕分け出荷|fulfilment,picking,order shipping/article sorting and shipping|picking-shipping
商社,調達代行,仕入れ|物品の調達|trading company,procurement/article procurement|trading
スクラップ,金属くず,鉄くず|金属廃材の再資源化|scrap metal,metal scrap/metal waste recycling|metal-recycling
再生樹脂,樹脂リサイクル,廃プラ|樹脂廃材の再生|plastic recycling,waste plastic/resin waste regeneration|plastic-recycling,recycled-plastic
産廃,廃棄物,ゴミ処理|廃棄物の処理|industrial waste,waste disposal/waste treatment|waste-treatment
排水,廃水処理,浄化槽|排水の浄化,水処理|wastewater,effluent treatment/wastewater purification|water-treatment
純水,軟水,RO水|純水の製造,逆浸透|pure water,softener,RO/pure water production,reverse osmosis|water-treatment
脱臭,消臭,臭い対策|臭気成分の除去|deodorization,odor control/odour component removal|environmental-services|0.5 <>
集塵,集じん,粉じん対策|粉塵の捕集|dust collection/dust capture|duct-work|0.5 <>
防音,騒音対策,静音化|騒音の低減,吸音|soundproofing,noise control/noise reduction,sound absorption|insulation-work|0.4 <>
`;
