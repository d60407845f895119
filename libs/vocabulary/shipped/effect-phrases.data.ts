/** What is reduced, prevented, detected or improved, as people and as patents say it. Lines as parse.ts tells. */
export const effectPhrases = `
摩擦を減らす,すべり抵抗を減らす|摩擦低減,摩擦係数の低減|reduce friction,low friction/friction reduction
摩耗を減らす,すり減りを防ぐ|摩耗低減,摩耗抑制|reduce wear/wear reduction
騒音を減らす,音を小さくする|騒音の抑制,静粛性向上|reduce noise/noise suppression
振動を減らす,ゆれを減らす|振動低減,振動の抑制|reduce vibration/vibration reduction
重さを減らす,重量を減らす|重量低減,軽量構造|reduce weight/lightweight structure
部品を減らす,部品点数を減らす|部品点数の削減|reduce parts/reduction in number of components
工程を減らす,手数を減らす|工程数の削減,工程の簡略化|fewer steps/reduction in number of processes
作業時間を減らす,作業を早く|作業時間の短縮,作業効率の向上|reduce working time/work efficiency improvement
人件費を減らす,人手を減らす|労力の軽減|reduce labor cost/labour reduction
不良を減らす,不良率を下げる|不良率の低減,歩留まり向上|reduce defects/defect rate reduction
バリを減らす,バリが出ない|バリの抑制,バリ発生の防止|reduce burrs,burr-free/burr suppression|deburring
反りを減らす,そりを抑える|反りの抑制,変形の低減|reduce warpage/warpage suppression
歪みを減らす,ひずみを抑える|歪みの低減,歪み抑制|reduce distortion/distortion reduction
ばらつきを減らす,ばらつきを抑える|ばらつき抑制|reduce variation/variation suppression
隙間を減らす,すき間をなくす|間隙の低減,隙間の閉塞|reduce gaps/gap reduction
抵抗を減らす,空気抵抗を減らす|抵抗低減,空力特性の向上|reduce drag/drag reduction
圧力損失を減らす,流れやすくする|圧力損失の低減,流路抵抗低減|reduce pressure loss/pressure loss reduction
発熱を減らす,熱くならない|発熱の抑制,温度上昇の抑制|reduce heat generation/temperature rise suppression
熱ロスを減らす,熱を逃がさない|熱損失の低減|reduce heat loss/heat loss reduction
電力ロスを減らす,ロスを減らす|電力損失の低減,損失低減|reduce power loss/power loss reduction
排ガスを減らす,排気をきれいに|排出ガスの低減,排気浄化|reduce emissions/exhaust gas purification
汚れを減らす,汚れない|汚染の低減,防汚性|reduce dirt/contamination reduction
ほこりを減らす,粉が舞わない|粉塵の抑制,発塵防止|reduce dust/dust suppression
揮発を減らす,VOCを減らす|揮発性有機化合物の低減|reduce VOC/volatile organic compound reduction
使用量を減らす,消費を減らす|使用量の低減|reduce usage/consumption reduction
設置面積を減らす,場所をとらない|設置面積の縮小|small footprint/installation area reduction
在庫を減らす,在庫削減|在庫量の削減|reduce inventory/inventory reduction
待ち時間を減らす,待たせない|待機時間の短縮|reduce waiting time/waiting time shortening
誤差を減らす,ずれを減らす|誤差低減,測定誤差の低減|reduce error/error reduction
塩分を減らす,塩を減らす|塩分の低減,食塩低減|reduce salt/salt content reduction
糖を減らす,糖分を減らす|糖質の低減|reduce sugar/saccharide reduction
脂を減らす,油分を減らす|脂質低減,油分低減|reduce fat/fat reduction
苦みを減らす,苦味を抑える|苦味抑制,苦味のマスキング|reduce bitterness/bitterness suppression
臭いを減らす,においを抑える|臭気低減,消臭作用|reduce odor/odour reduction
雑菌を減らす,菌数を減らす|菌数の低減,微生物増殖の抑制|reduce bacteria/bacterial count reduction
痛みを減らす,痛くない|疼痛軽減|reduce pain/pain relief
疲れを減らす,疲労を減らす|疲労軽減|reduce fatigue/fatigue relief
割れを防ぐ,クラックを防ぐ|割れ防止,亀裂の抑制|prevent cracking/crack prevention
錆を防ぐ,サビを防ぐ,腐食を防ぐ|腐食防止,錆の発生防止|prevent rust/corrosion prevention|rust-proofing
漏れを防ぐ,水漏れを防ぐ|漏れ防止,漏水防止|prevent leaks/leak prevention
詰まりを防ぐ,目詰まりを防ぐ|詰まり防止|prevent clogging/blockage prevention
緩みを防ぐ,ねじの緩みを防ぐ|ねじの緩み止め|prevent loosening/loosening preventing structure
抜けを防ぐ,脱落を防ぐ|離脱防止|prevent falling out/disengagement prevention
ずれを防ぐ,位置ずれを防ぐ|位置ずれ抑制|prevent shifting/displacement suppression
落下を防ぐ,落ちるのを防ぐ|落下防止構造|prevent dropping/fall preventing structure
転倒を防ぐ,倒れるのを防ぐ|転倒防止構造|prevent tipping/overturn preventing structure
衝突を防ぐ,ぶつからない|衝突防止,衝突回避|prevent collision/collision avoidance
挟まれを防ぐ,指はさみ防止|挟み込み防止|prevent pinching/pinch prevention
感電を防ぐ,漏電を防ぐ|感電防止,漏電防止|prevent electric shock/electric shock prevention
火災を防ぐ,発火を防ぐ|発火防止,延焼防止|prevent fire/ignition prevention
爆発を防ぐ,破裂を防ぐ|爆発防止,破裂防止|prevent explosion/explosion prevention
過熱を防ぐ,熱暴走を防ぐ|過熱防止,熱暴走の抑制|prevent overheating/overheat prevention
過充電を防ぐ|過充電防止|prevent overcharge/overcharge prevention
静電気を防ぐ,帯電を防ぐ|帯電防止,静電気の発生抑制|prevent static/electrostatic prevention
結露を防ぐ,水滴を防ぐ|結露防止|prevent condensation/dew condensation prevention
凍結を防ぐ,凍るのを防ぐ|凍結抑制,着氷防止|prevent freezing/icing prevention
曇りを防ぐ,くもりを防ぐ|曇り止め|prevent fogging/antifogging
酸化を防ぐ,酸化しない|酸化防止,酸化抑制|prevent oxidation/oxidation prevention
劣化を防ぐ,古びない|劣化防止,経年劣化の抑制|prevent deterioration/degradation prevention
変色を防ぐ,色あせを防ぐ|変色防止,退色防止|prevent discoloration/discolouration prevention
乾燥を防ぐ,乾かない|乾燥防止,保湿|prevent drying/moisture retention
カビを防ぐ,かびを防ぐ|カビ発生の防止|prevent mold/mould prevention
腐敗を防ぐ,傷みを防ぐ|腐敗抑制,日持ち向上|prevent spoilage/spoilage suppression
混入を防ぐ,異物を防ぐ|異物混入の防止|prevent contamination/foreign matter entry prevention
感染を防ぐ,うつらない|感染防止|prevent infection/infection prevention
誤操作を防ぐ,押し間違い防止|誤操作防止構造|prevent misoperation/erroneous operation prevention
誤組みを防ぐ,付け間違い防止|誤組付防止|prevent misassembly/misassembly prevention
取り違えを防ぐ,間違いを防ぐ|取り違え防止,誤認識防止|prevent mix-up/mix-up prevention
盗難を防ぐ,盗まれない|盗難防止|prevent theft/theft prevention
偽造を防ぐ,コピー防止|偽造防止,複製防止|prevent counterfeiting/forgery prevention
不正を防ぐ,改ざん防止|不正防止,改竄防止|prevent fraud/tampering prevention
情報漏れを防ぐ,情報漏えい|情報漏洩の防止|prevent data leaks/information leakage prevention
転落を防ぐ,墜落防止|墜落防止具|prevent falls from height/fall arrest
熱中症を防ぐ,暑さ対策|熱中症予防,体温上昇の抑制|prevent heatstroke/heatstroke prevention
花粉を防ぐ,花粉対策|花粉の侵入防止|block pollen/pollen entry prevention
虫を防ぐ,虫が入らない|虫の侵入防止|keep insects out/insect entry prevention
飛び散りを防ぐ,飛散を防ぐ|飛散抑制|prevent splashing/scattering suppression
液だれを防ぐ,たれない|液垂れ防止|prevent dripping/dripping prevention
気泡を防ぐ,泡が入らない|気泡混入の防止|prevent bubbles/bubble entrainment prevention
シワを防ぐ,しわを防ぐ|皺防止,皺の抑制|prevent wrinkles/wrinkle prevention
剥がれを防ぐ,はがれを防ぐ|剥離防止|prevent peeling/peeling prevention
ひび割れを防ぐ,ひびを防ぐ|ひび割れ抑制|prevent fissures/fissure suppression
焼き付きを防ぐ,かじりを防ぐ|焼付き防止,かじり防止|prevent seizure,galling/seizure prevention
ビビリを防ぐ,びびりを抑える|びびり振動の抑制|prevent chatter/chatter suppression
キズを見つける,傷を検出する|傷検出,表面欠陥の検出|detect scratches/scratch detection|visual-inspection,machine-vision
欠陥を見つける,欠陥を検出する|欠陥検出,欠陥検査装置|detect defects,flaw detection/defect detection|machine-vision,non-destructive-testing
割れを見つける,クラックを見つける|亀裂検出,き裂検知|detect cracks/crack detection|non-destructive-testing
異物を見つける,異物を検出する|異物検出,異物検査装置|detect foreign matter/foreign matter detection|inspection,machine-vision
漏れを見つける,漏れを検知する|漏洩検知,漏れ検出|detect leaks/leakage detection|leak-testing
異常を見つける,異常を知らせる|異常検知,異常検出|detect anomalies/abnormality detection|iot-systems
故障を見つける,壊れる前にわかる|故障診断,故障予知|detect failure/failure diagnosis|equipment-maintenance,iot-systems
寿命がわかる,交換時期がわかる|寿命予測,寿命推定|know remaining life/remaining life estimation
摩耗を見つける,減り具合がわかる|摩耗検出|detect wear/wear detection
温度を見る,温度を測る|温度測定,温度監視|measure temperature/temperature measurement
圧力を測る,圧力を見る|圧力測定|measure pressure/pressure measurement
厚さを測る,厚みを測る|厚さ測定,膜厚測定|measure thickness/thickness measurement
距離を測る,位置を測る|距離測定,測距|measure distance/distance measurement
形を測る,形状を測る|形状計測,三次元計測|measure shape/shape measurement|dimensional-measurement,optical-3d-scanning
力を測る,荷重を測る|力検出,荷重測定|measure force/force detection
ガスを検知する,ガス漏れを見つける|ガス検知,ガス検出器|detect gas/gas detection|sensor-production
水分を測る,湿り気を測る|水分測定,含水率測定|measure moisture/moisture measurement
成分を調べる,中身を調べる|成分分析,組成測定|analyze components/component analysis|chemical-analysis
数を数える,個数を数える|計数,個数検出|count pieces/counting
人を見つける,人を検知する|人体検出,人物検知|detect people/human detection|image-processing-software
居眠りを見つける,眠気を検知|居眠り検知,覚醒度判定|detect drowsiness/drowsiness detection
転んだのがわかる,転倒を検知|転倒検知|detect falls/fall detection
心拍を測る,脈を測る|心拍測定,生体情報の取得|measure heart rate/biological information acquisition
強度を上げる,強さを上げる|強度の向上,高強度化|increase strength/strength enhancement
剛性を上げる,たわまない|剛性向上,撓みの抑制|increase stiffness/rigidity improvement
硬さを上げる,硬度を上げる|硬度向上|increase hardness/hardness improvement
耐久性を上げる,長く使える|耐久性の向上,耐用期間の延長|increase durability/durability enhancement
寿命を延ばす,工具が長持ち|工具寿命の向上,長寿命|extend life/tool life extension
耐熱を上げる,熱に耐える|耐熱性の向上|increase heat resistance/heat resistance improvement
耐食を上げる,腐食に強い|耐食性の向上|increase corrosion resistance/corrosion resistance improvement
密着を良くする,しっかり付ける|密着性向上,接着強度の向上|better adhesion/adhesion improvement
接着を強くする,はがれにくい|接着力向上,剥離強度の向上|stronger bond/bonding strength improvement
気密を上げる,空気が漏れない|気密性向上|airtight/airtightness improvement
精度を高める,寸法を合わせる|寸法精度の向上,加工精度の向上|higher precision/dimensional accuracy improvement
面をきれいにする,表面を滑らかに|表面平滑性向上,面粗度の改善|smooth surface/surface smoothness improvement
効率を上げる,能率を上げる|効率向上,高効率化|increase efficiency/efficiency improvement
生産性を上げる,たくさん作る|生産性向上,量産性向上|increase productivity/productivity improvement
加工しやすい,削りやすい|加工性向上,被削性|easy to machine/machinability
成形しやすい,形にしやすい|成形性向上,賦形性|easy to form/formability
流れを良くする,流動性を上げる|流動性向上|better flow/fluidity improvement
燃焼を良くする,よく燃える|燃焼効率の向上|better combustion/combustion efficiency improvement
冷却を良くする,早く冷やす|冷却効率の向上,冷却性能|better cooling/cooling efficiency improvement
洗浄を良くする,汚れ落ち|洗浄力向上,洗浄性|better cleaning/detergency improvement
乾燥を早く,早く乾かす|乾燥効率の向上,乾燥時間の短縮|faster drying/drying time shortening
充電を早く,急速充電|充電時間の短縮,急速充電技術|fast charging/charging time shortening
感度を上げる,敏感にする|感度向上,高感度化|higher sensitivity/sensitivity improvement
画質を上げる,鮮明にする|画質向上,高解像度化|better image/image quality improvement
音質を上げる,音を良くする|音質向上|better sound/sound quality improvement
通信を速く,つながりやすく|通信速度の向上,通信品質の改善|faster communication/communication quality improvement
味を良くする,おいしくする|呈味改善,食味の向上|better taste/taste improvement|food-processing|0.5 <>
食感を良くする,歯ざわりを良く|食感の改善|better texture/food texture improvement|food-processing|0.5 <>
香りを良くする,香りを残す|香味の改善,香気の保持|better aroma/aroma retention|food-processing|0.5 <>
栄養を増やす,栄養価を上げる|栄養価の向上,栄養強化|more nutritious/nutritional value improvement|health-food|0.5 <>
吸収を良くする,体に入りやすい|吸収性向上,生体利用率|better absorption/bioavailability improvement
保存性を上げる,長く保存する|保存安定性の向上|longer storage/storage stability improvement
鮮度を保つ,新鮮さを保つ|鮮度保持方法|keep fresh/freshness retention
収量を増やす,たくさん収穫|収量増加,増収|higher yield/crop yield increase
発芽を良くする,育ちを良くする|発芽促進,生育促進|better germination/growth promotion
血流を良くする,血行を良くする|血流改善,血行促進|better circulation/blood flow improvement
血糖を下げる,血糖値を抑える|血糖値上昇の抑制|lower blood sugar/blood glucose suppression|health-food|0.5 <>
血圧を下げる|血圧降下,血圧上昇の抑制|lower blood pressure/blood pressure reduction|health-food|0.5 <>
免疫を高める,免疫力|免疫賦活,免疫機能の向上|boost immunity/immunostimulation|health-food|0.5 <>
腸を整える,お腹の調子|整腸作用,腸内環境改善|gut health/intestinal regulation|health-food|0.5 <>
潤いを保つ,保湿する|保湿作用,水分保持|moisturize/moisture retention effect|cosmetics-production|0.5 <>
シミを防ぐ,美白|美白作用,メラニン生成抑制|whitening/melanin production inhibition|cosmetics-production|0.5 <>
髪を守る,髪のダメージ|毛髪損傷の抑制|hair care,hair damage/hair damage suppression|cosmetics-production|0.5 <>
日焼けを防ぐ,日焼け止め|紫外線防御|sunscreen/ultraviolet protection|cosmetics-production|0.5 <>
水をきれいにする,水を浄化|水質浄化,浄水|clean water/water purification|water-treatment|0.6 <>
空気をきれいにする,空気清浄|空気浄化,浮遊物の捕集|clean air/air purification
土をきれいにする,土壌汚染|土壌浄化|clean soil/soil remediation|environmental-services|0.5 <>
油を分ける,油水分離|油水分離装置|separate oil/oil-water separation|water-treatment|0.5 <>
金属を回収する,レアメタル回収|金属回収,有価金属の分離|recover metals/metal recovery|metal-recycling|0.6 <>
熱を再利用,廃熱利用|排熱回収,熱エネルギの再利用|waste heat use/waste heat recovery|energy-saving-work|0.5 <>
CO2を回収する,炭素を固定|二酸化炭素の回収,炭素固定|capture CO2/carbon dioxide capture
断熱を良くする,熱を遮る|断熱性能の向上,遮熱|better insulation/heat shielding|insulation-work|0.5 <>
遮音を良くする,音を通さない|遮音性能の向上|better soundproofing/sound insulation improvement
放熱を良くする,熱を逃がしやすく|放熱効率の向上|better heat dissipation/heat dissipation improvement
配線を減らす,線を減らす|省配線化,配線の削減|less wiring/wiring reduction
設定を簡単に,初期設定なし|設定作業の簡略化|easy setup/setting simplification
作業姿勢を楽に,腰痛対策|作業姿勢の改善,腰部負担の軽減|back pain relief,better posture/lumbar burden reduction
力を補う,アシスト|動力補助,アシスト力|power assist/assisting force
位置を合わせやすい,位置決めしやすい|位置決め容易化,位置合わせ精度|easy positioning/positioning facilitation
収納しやすい,しまいやすい|収納性向上|easy to store/storability improvement
持ち運びやすい,携帯しやすい|携帯性向上,可搬性|portable/portability improvement
積み重ねられる,重ねられる|積重ね可能,スタッキング性|stackable/stackability
開けやすい,あけやすい|易開封性,開封容易性|easy to open/ease of opening|packaging|0.5 <>
閉め忘れない,しまる|自動閉止,閉め忘れ防止|auto close/automatic closing
`;
