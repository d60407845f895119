/** What inventions do: how people say it, and the verbs that patents use for it. Lines as parse.ts tells. */
export const effects = `
減らす,少なくする,へらす|低減する,低減,削減|reduce,cut,lower/reduction,decrease
抑える,おさえる,食い止める|抑制する,抑制,抑止|suppress,curb,hold down/suppression,inhibition
防ぐ,ふせぐ,起きないようにする|防止する,防止,予防|prevent,avoid,stop/prevention
見つける,見分ける,気づく|検出する,検出,検知|detect,find,spot/detection,sensing
測る,はかる,調べる|測定する,測定,計測|measure,gauge/measurement
予測する,先読み,見込む|予測,推定|predict,forecast/prediction,estimation
判断する,見極める,判別|判定,判定手段|judge,decide/determination
監視する,見張る,モニターする|監視,モニタリング|watch,monitor/monitoring,surveillance
知らせる,通知,アラーム|報知,警報|notify,alert,alarm/informing,warning
高める,良くする,アップする|向上させる,向上,改善|improve,raise,enhance/improvement,enhancement
増やす,ふやす,多くする|増加させる,増大|increase,add/increment
強くする,丈夫にする,補強|強度向上,補強構造|strengthen,reinforce/reinforcement,strength improvement
長持ち,長持ちする,もちがよい|長寿命化,耐久性向上|long-lasting,durable/service life extension,durability improvement
壊れにくい,折れにくい,割れにくい|破損防止,耐破損性|hard to break,unbreakable/breakage prevention
軽くする,軽い,軽量|軽量化,重量の低減|lightweight,lighter/weight reduction
小さくする,コンパクトにする,省スペース|小型化,省スペース化|compact,downsizing,space saving/miniaturisation
薄くする,薄い|薄型化,薄肉化|thin,slim/thickness reduction
細くする,極細|細径化|slender,fine/diameter reduction
速くする,早くする,スピードアップ|高速化,処理時間の短縮|speed up,faster/acceleration,time shortening
時間短縮,時短,短くする|所要時間の短縮,工程短縮|time saving,shorten/process shortening
簡単にする,手軽,かんたん|簡易化,容易化,簡素化|simplify,easy/simplification,facilitation
取り付けやすい,組み立てやすい,組みやすい|取付容易性,組立性向上|easy to mount,easy to assemble/ease of assembly
取り外しやすい,外しやすい,着脱|着脱自在,着脱容易|removable,detachable/attachable and detachable
交換しやすい,取り替えやすい|交換容易性|easy to replace/ease of replacement
掃除しやすい,洗いやすい,手入れしやすい|清掃容易性,洗浄容易|easy to clean/cleanability
使いやすい,操作しやすい,扱いやすい|操作性向上,利便性向上|user-friendly,easy to use/operability improvement
見やすい,目立つ,わかりやすい|視認性向上|easy to see,visible/visibility improvement
持ちやすい,握りやすい|把持性向上|easy to hold,ergonomic/grippability improvement
着心地,座り心地,快適|快適性向上,装着感改善|comfortable,comfort/comfort improvement
疲れない,負担が少ない,楽になる|負担軽減,疲労低減|less tiring,relief/burden reduction,fatigue reduction
安全にする,けが防止,危なくない|安全性向上,危険防止|safe,injury prevention/safety improvement
正確にする,精度を上げる,狂わない|精度向上,高精度化|accurate,precise/accuracy improvement
安定させる,ばらつかない,安定|安定化,ばらつきの低減|stabilize,consistent/stabilisation,variation reduction
均一にする,むらをなくす,ムラ|均一化,均一性向上|even,uniform/uniformity improvement
揃える,そろえる,整列させる|整列,位置合わせ|align,line up/alignment
ずれない,位置ずれ,ズレ防止|位置ずれ防止|no shift,misalignment/displacement prevention
緩まない,ゆるみ止め,緩み|緩み防止|anti-loosening,loose/loosening prevention
抜けない,抜け止め,外れない|脱落防止,抜止め|won't come off/detachment prevention
倒れない,転倒しない|転倒防止|won't fall over/overturn prevention
落ちない,落下しない|落下防止|won't drop/fall prevention
滑らない,すべり止め,滑り止め|滑止め,滑り防止|non-slip,anti-slip/slip prevention
滑りやすく,すべりを良くする|摺動性向上,低摩擦化|slippery,smooth sliding/slidability improvement
くっつかない,付着しない,こびりつかない|付着防止,非粘着性|non-stick/adhesion prevention
くっつける,つける,固定する|固着,固定,接合|attach,fix,stick/fixation
つなぐ,つなげる,接続する|連結,接続|connect,join,link/coupling,connection
離す,はがす,分ける|剥離,分離|separate,peel off/separation,peeling
取り除く,とる,除去する|除去,除去手段|remove,take off/removal
集める,回収する|捕集,回収|collect,gather,recover/collection,recovery
混ぜる,かき混ぜる|撹拌,混合|mix,stir/agitation,mixing
広げる,のばす,伸ばす|拡張,伸張|spread,extend/expansion,elongation
縮める,縮む,ちぢむ|収縮,縮小|shrink,contract/contraction
曲がる,しなる,やわらかい|可撓性,柔軟性|flexible,bendable/flexibility
伸び縮み,伸縮する|伸縮自在,伸縮性|stretchable,telescopic/extensibility
折りたたみ,たためる,折り畳み|折畳自在,折畳構造|folding,foldable/foldability
動かす,駆動する|駆動,移動手段|drive,move/driving,moving means
回す,回転させる|回転駆動,回動|rotate,turn/rotation
止める,停止する|停止,係止|stop,halt/stopping
支える,ささえる|支持,支承|support,hold up/supporting
押す,押しつける|押圧,付勢|press,push/pressing,urging
引っ張る,引く|牽引,引張|pull,tow/traction
持ち上げる,上げる|上昇,昇降|lift,raise/elevation
運ぶ,はこぶ,移す|搬送,移送|carry,transport/conveyance
入れる,挿し込む,差し込む|挿入,装入|insert,put in/insertion
出す,吐き出す,排出する|排出,吐出|discharge,eject/discharging
送る,流す,供給する|供給,送給|feed,supply/supplying
吸う,吸い込む,吸引する|吸引,吸込み|suck,vacuum up/suction
吹く,吹き付ける|噴射,送風|blow,spray on/blowing,jetting
温める,あたためる,加熱する|加熱,昇温|heat,warm/heating
冷やす,ひやす,冷ます|冷却,降温|cool,chill/cooling
熱を逃がす,放熱,排熱|放熱性向上,熱放散|heat dissipation,release heat/heat radiation
熱を通さない,熱が伝わらない|断熱性,熱伝導の抑制|heat insulating/thermal insulation
熱に強い,耐熱,高温に耐える|耐熱性,耐熱性向上|heat resistant/heat resistance
寒さに強い,凍らない,凍結防止|耐寒性,凍結防止|freeze-proof,cold resistant/freezing prevention
火に強い,燃えない,燃えにくい|難燃性,不燃性|flame retardant,fireproof/incombustibility
水に強い,防水,水を通さない|防水性,耐水性|waterproof,watertight/water resistance
湿気に強い,防湿,湿らない|防湿性,吸湿防止|moisture-proof/moisture resistance
錆びない,さびない,サビに強い|耐食性,防錆性|rust-free,stainless/corrosion resistance
薬品に強い,耐薬品|耐薬品性|chemical resistant/chemical resistance
油に強い,耐油|耐油性|oil resistant/oil resistance
日光に強い,紫外線に強い,色あせない|耐候性,耐光性|weatherproof,UV resistant/weather resistance
擦れに強い,減らない,摩耗しない|耐摩耗性,摩耗の低減|wear resistant/abrasion resistance
傷つかない,キズがつかない|耐擦傷性,傷付き防止|scratch-proof/scratch resistance
衝撃に強い,ぶつけても壊れない|耐衝撃性|shockproof,impact resistant/impact resistance
硬くする,固くする|高硬度化,硬化|harden,harder/hardening
柔らかくする,軟らかい|軟質化,軟化|soften,softer/softening
粘る,ねばり,靭性|靭性向上,粘性|tough,sticky/toughness,viscosity
音を消す,静かにする,うるさくない|騒音低減,消音|quiet,silent/noise reduction,silencing
揺れを抑える,振動を抑える,制振|制振,振動減衰|vibration control/damping,vibration suppression
電気を通す,導電|導電性|conductive/electrical conductivity
電気を通さない,絶縁|絶縁性,電気絶縁|insulating/electrical insulation
電磁波を防ぐ,ノイズを減らす|電磁波遮蔽,ノイズ低減|noise shielding/electromagnetic shielding
磁力,磁石にくっつく|磁気吸着,磁性|magnetic/magnetic attraction
光を通す,透明,透ける|透光性,透明性|transparent,see-through/light transmittance
光をさえぎる,遮光|遮光性,光遮蔽|light blocking/light shielding
まぶしくない,防眩|防眩性,眩光抑制|anti-glare/glare prevention
曇らない,くもり止め|防曇性|anti-fog/fogging prevention
光らせる,発光|発光手段,照射|light up,glow/light emission
色が変わる,変色|変色性,呈色|color changing/discolouration
きれいに見せる,見た目,美観|意匠性向上,外観向上|beautiful,appearance/design improvement
におわない,臭わない,無臭|臭気抑制,防臭|odorless,no smell/odour suppression
ばい菌を防ぐ,菌を減らす,除菌|抗菌性,殺菌作用|antibacterial,kill germs/antimicrobial property
カビない,防カビ|防黴性|mold-proof/fungus resistance
腐らない,傷まない|腐敗防止,変質防止|won't spoil/deterioration prevention
漏れない,もれ防止,液だれ|漏洩防止,液漏れ防止|leakproof,no leak/leakage prevention
こぼれない,飛び散らない|飛散防止|spill-proof,no splash/scattering prevention
詰まらない,目詰まり,つまり|目詰まり防止,閉塞防止|clog-free,clogging/clogging prevention
からまない,絡まり|絡み付き防止|tangle-free/entanglement prevention
空気を抜く,エア抜き,泡を消す|脱気,消泡|degas,defoam/deaeration
通気,空気を通す,蒸れない|通気性|breathable,ventilated/air permeability
吸水,水を吸う|吸水性,吸液|absorbent/water absorbency
水を切る,水切れ|排水性,水切り性|draining/drainage property
乾きやすい,速乾|速乾性|quick-drying/fast drying property
溶かす,とける|溶解,融解|melt,dissolve/dissolution
固まる,かためる|固化,凝固|solidify,set/solidification
細かくする,砕く|微細化,破砕|crush,make finer/refinement,crushing
電気を貯める,蓄電|蓄電,充電|store electricity/power storage
電気を作る,発電|発電,電力生成|generate electricity/power generation
電気を節約,消費電力を減らす|省電力化,消費電力の低減|power saving/power consumption reduction
燃費を良くする,燃料を減らす|燃費向上,燃料消費の低減|fuel saving/fuel economy improvement
水を節約,節水|節水性,水使用量の低減|water saving/water consumption reduction
材料を減らす,材料節約,無駄を減らす|材料使用量の削減,材料歩留まり向上|material saving,waste reduction/material reduction
廃棄を減らす,ゴミを減らす|廃棄物の削減|less waste/waste reduction
再利用,使い回し,リユース|再利用性,繰返し使用|reuse,reusable/reusability
分解しやすい,ばらしやすい|分解容易性|easy to take apart/ease of disassembly
人を減らす,省人,手間を減らす|省力化,作業工数の削減|labor saving,less work/man-hour reduction
誰でもできる,熟練がいらない|熟練不要,作業の標準化|no skill needed/skill-free operation
間違えない,ミスをなくす|誤操作の防止,誤認防止|mistake-free/error prevention
自動でする,勝手に動く|自動化,自動制御|automatic/automation,automatic control
遠くから動かす,リモコン,遠隔|遠隔操作,遠隔制御|remote control/remote operation
同時にする,まとめてする|同時処理,一括処理|at the same time,in one go/simultaneous processing
切り替える,変える|切替,変更手段|switch,change/switching
調整する,合わせる,加減する|調整,調節機構|adjust,tune/adjustment
覚える,記録する,残す|記憶,記録手段|remember,record/storing,recording
比べる,照らし合わせる|比較,照合|compare,match/comparison,collation
探す,検索する|検索,探索|search,look for/retrieval
分類する,仕分ける|分類,区分|classify,sort/classification
位置がわかる,居場所,GPS|位置情報の取得,測位|locate,GPS/positioning
つながる,通信する,送受信|通信,送受信|communicate,send and receive/communication
隠す,見えなくする,目隠し|遮蔽,隠蔽|hide,conceal/concealment
守る,保護する|保護,防護|protect,guard/protection
育てる,栽培する|育成,栽培方法|grow,cultivate/cultivation
治す,治療する|治療,処置|treat,cure/treatment
リハビリ,体を鍛える|機能回復訓練|rehabilitation,exercise/functional recovery training
眠り,ぐっすり|睡眠改善|sleep/sleep improvement
美容,肌をきれいに|皮膚改善,美肌作用|beauty,skin care/skin improvement
`;
