/** Parts, machine elements and goods: what shops call them and what patents call them. Lines as parse.ts tells. */
export const products = `
ねじ,ネジ,ビス,小ねじ|螺子,締結部材|screw,machine screw/fastening member,threaded member
ボルト,六角ボルト,キャップボルト|締結ボルト,螺合部材|bolt,hex bolt,cap screw/fastening bolt
ナット,袋ナット|螺合体,雌ねじ部材|nut,cap nut/internally threaded member
座金,ワッシャー,ワッシャ|環状薄板,座金部材|washer/annular plate
ピン,ノックピン,平行ピン|軸状係合部材,位置決めピン|pin,dowel pin/shaft-shaped engaging member
割りピン,スナップピン|抜け止め部材|cotter pin,snap pin/retaining member
止め輪,スナップリング,Cリング|抜け止め環|snap ring,retaining ring,circlip/retaining ring member
リベット部品,鋲|締結鋲|rivet/fastening rivet
軸,シャフト,回転軸|軸体,軸部材,回転軸部|shaft,axle/shaft body,rotating shaft portion
歯車,ギヤ,ギア|歯車機構,噛合部材|gear/gear mechanism,meshing member
平歯車,スパーギヤ|平歯車部材|spur gear
はすば歯車,ヘリカルギヤ|斜歯歯車|helical gear
ウォームホイール,ウォームギヤ|ウォーム減速機構|worm wheel,worm gear/worm reduction mechanism
遊星歯車,プラネタリ|遊星歯車機構|planetary gear/planetary gear mechanism
減速機,ギヤボックス|減速装置,減速機構|reducer,gearbox/speed reduction device
軸受,ベアリング,軸受け|軸受部材,回転支持部|bearing/bearing member,rotation support
すべり軸受,ブッシュ,ブシュ,メタル軸受|滑り軸受部材|bushing,sleeve bearing/sliding bearing member
リニアガイド,直動,LMガイド,スライドレール|直線案内装置|linear guide,slide rail/linear guide device
ボールねじ,送りねじ|送りねじ機構|ball screw,lead screw/feed screw mechanism
カム,カムフォロア|カム機構|cam,cam follower/cam mechanism
リンク,リンク機構|連結機構,リンク部材|link,linkage/link mechanism
継手,カップリング,ジョイント|連結部材,軸継手|coupling,joint/connecting member,shaft coupling
クラッチ,トルクリミッター|動力断接装置|clutch,torque limiter/power disconnecting device
ブレーキ,制動|制動装置,制動手段|brake/braking device,braking means
プーリー,滑車,ベルト車|巻掛け車|pulley,sheave/winding wheel
ベルト,タイミングベルト|無端帯,伝動ベルト|belt,timing belt/endless belt
チェーン,ローラチェーン|無端連鎖体|chain,roller chain/endless chain
ローラー,ロール,コロ|転動体,回転体|roller/rolling element,rotating body
キャスター,車輪,タイヤ|走行輪,車輪体|caster,wheel/running wheel
蝶番,ヒンジ,丁番|枢着部,回動支持部|hinge/pivot portion,hinge mechanism
取っ手,ハンドル,つまみ,ノブ|把持部,操作部|handle,knob/grip portion,operating portion
レバー,操作レバー|操作部材,揺動部材|lever/operating member,swinging member
ラッチ,留め金,パッチン錠,キャッチ|係止部材,係止機構|latch,catch/locking member,engagement mechanism
鍵,錠,ロック|施錠装置,施錠手段|lock,key/locking device
ツメ,爪,フック|係止爪,係合突起|claw,hook/locking claw,engaging projection
フタ,蓋,ふた,キャップ|蓋体,閉塞部材|lid,cap/lid body,closing member
ケース,箱,筐体,シャーシ|筐体,収容体|case,housing,chassis,enclosure/casing,accommodating body
ハウジング,外装ケース|外殻体,ハウジング部材|housing/outer shell body
カバー,覆い,保護カバー|被覆体,覆い部材|cover,guard/covering body,cover member
ブラケット,取付金具,ステー|支持部材,取付部材|bracket,stay/support member,mounting member
フレーム,枠,骨組み|枠体,骨格部材|frame,framework/frame body
フランジ,つば,鍔|鍔部,フランジ部|flange,collar/flange portion
スペーサー,カラー,間座|間隔保持部材|spacer,collar/spacing member
台,架台部品,ベース|基台,台座部|base,stand,pedestal/base body
脚,アジャスター,足|支持脚,高さ調整脚|leg,adjuster foot/support leg
棚,ラック,収納棚|載置棚,収納体|shelf,rack/placing shelf
引き出し,引出|抽斗,引出体|drawer/drawer body
タンク,容器,槽|貯留槽,収容容器|tank,vessel,container/storage tank
ホッパー,投入口|投入槽,供給口|hopper,chute/feed port
パイプ,管,チューブ|管体,管状部材,流路管|pipe,tube/tubular body
ホース,フレキ管|可撓管|hose,flexible tube/flexible pipe
管継手,エルボ,チーズ,ニップル|管接続部材|pipe fitting,elbow,tee/pipe connecting member
バルブ,弁,コック,栓|弁装置,開閉弁|valve,cock/valve device,on-off valve
ノズル,噴射口,吹き出し口|噴射ノズル,吐出口|nozzle,jet/ejection nozzle,discharge port
ポンプ,送液ポンプ|流体圧送装置|pump/fluid pumping device
ファン,送風機,ブロワー|送風装置|fan,blower/air blowing device
コンプレッサー,圧縮機|流体圧縮装置|compressor/fluid compressing device
羽根,インペラ,プロペラ,ブレード|羽根車,翼体|blade,impeller,propeller/bladed wheel,vane body
タービン,タービンブレード|タービン翼|turbine,turbine blade/turbine vane
シリンダー,エアシリンダ,油圧シリンダ|流体圧シリンダ,伸縮駆動部|cylinder,air cylinder,hydraulic cylinder/fluid pressure cylinder
ピストン,プランジャー|摺動体,往復動部材|piston,plunger/sliding body,reciprocating member
マニホールド,油圧ブロック|流路ブロック|manifold,hydraulic block/flow path block
オイルシール,Oリング,シール|密封部材,密閉環|oil seal,O-ring,seal/sealing member
ダンパー,緩衝材,クッション|緩衝部材,衝撃吸収体|damper,cushion/buffer member,shock absorber
防振ゴム,防振,インシュレーター|防振部材,振動絶縁体|anti-vibration rubber,vibration isolator/vibration damping member
フィルタ部品,こし器,ストレーナー|濾過体,濾材|strainer,filter element/filtering body
放熱板,ヒートシンク,フィン|放熱部材,放熱フィン|heat sink,fin/heat dissipating member
熱交換器,ラジエーター,冷却器|熱交換装置|heat exchanger,radiator,cooler/heat exchanging device
ヒーター,加熱器,電熱線|加熱装置,発熱体|heater,heating wire/heating device,heating element
冷却,クーラー,チラー|冷却装置,冷却手段|cooler,chiller/cooling device
炉,加熱炉,電気炉|加熱処理炉|furnace,oven/heating furnace
端子,ターミナル,接点|接続端子,電気接点|terminal,contact/connecting terminal
コネクター,コネクタ,差込口|接続器,電気接続装置|connector,socket/electrical connecting device
スイッチ,開閉器|開閉手段,操作スイッチ|switch/switching means
リレー,継電器|継電装置|relay
ケーブル,電線,コード|電気導体線,配線|cable,wire,cord/electric conductor line
アース,接地,除電|接地部,除電手段|earth,grounding/ground portion
コンデンサー,キャパシタ|蓄電素子,容量素子|capacitor/capacitive element
抵抗,抵抗器|抵抗素子|resistor/resistive element
LED,発光ダイオード|発光素子,半導体光源|LED,light emitting diode/light emitting element
照明,ライト,ランプ|照明装置,光源装置|lighting,lamp/illumination device
カメラ,撮影|撮像装置,撮像手段|camera/imaging device
レンズ,虫めがね|光学レンズ,集光素子|lens/optical lens
鏡,ミラー部品|反射部材|mirror/reflecting member
光ファイバー,導光|光導波路,導光体|optical fiber,light guide/optical waveguide
ディスプレイ,画面,モニター|表示装置,表示部|display,screen,monitor/display device
タッチパネル,操作画面|接触入力装置|touch panel/touch input device
スピーカー,音を出す|音響出力装置|speaker/acoustic output device
マイク,集音|集音装置|microphone/sound collecting device
アンテナ,電波|送受信部,空中線|antenna/transmitting and receiving portion
無線,ワイヤレス,Wi-Fi|無線通信,無線通信部|wireless/radio communication
温度センサー,温度計|温度検出部,温度検出手段|temperature sensor,thermometer/temperature detecting portion
圧力センサー,圧力計|圧力検出部|pressure sensor,pressure gauge/pressure detecting portion
近接センサー,人感センサー|近接検出部,人体検知|proximity sensor,motion sensor/proximity detecting portion
重さを測る,はかり,ロードセル|重量検出部,荷重検出|scale,load cell/weight detecting portion
流量計,流量センサー|流量検出部|flow meter/flow rate detecting portion
水位計,レベル計,液面計|液面検出部|level gauge/liquid level detecting portion
位置決め,エンコーダー|位置検出部,位置決め機構|encoder,positioning/position detecting portion
ロボット,多関節ロボット|作業ロボット,マニピュレータ|robot/manipulator
ドローン,無人機|無人飛行体|drone,UAV/unmanned aerial vehicle
クレーン,ホイスト,吊り具|吊上装置,昇降装置|crane,hoist,lifting gear/hoisting device
リフト,昇降機,ジャッキ|昇降機構|lift,jack/lifting mechanism
梯子,はしご,脚立,踏み台|昇降用具|ladder,step/climbing tool
台車,カート,手押し車|運搬台車|cart,trolley/transport cart
自動車部品,車載部品,クルマ部品|車両用部品|automotive part,car part/vehicle component
エンジン部品,内燃機関|内燃機関用部品|engine part/internal combustion engine component
ブレーキ部品,ディスクローター|車両制動部品|brake part,disc rotor/vehicle braking component
シート部品,座席|座席装置|seat part/seat device
ドア部品,ドア|開閉扉,扉体|door,door part/opening and closing door
窓,サッシ|窓装置,開口部材|window,sash/window device
EV部品,電気自動車部品|電動車両用部品|EV part,electric vehicle part/electric vehicle component
燃料電池,水素,FC部品|燃料電池装置|fuel cell,hydrogen/fuel cell device
航空機部品,飛行機部品,航空部品|航空機用部材|aircraft part,aerospace part/aircraft member
宇宙部品,人工衛星,ロケット部品|宇宙機用部材|space part,satellite,rocket part/spacecraft member
鉄道部品,電車部品|鉄道車両用部品|railway part,train part/railway vehicle component
船舶部品,舶用|船舶用部材|marine part,ship part/ship member
建機部品,建設機械|建設機械用部材|construction machinery part/construction machine member
農機具,農業機械,トラクター部品|農作業機|agricultural machine,tractor part/agricultural working machine
漁具,網,釣り具|漁撈用具|fishing gear,net/fishing tool
工作機械部品,機械部品|工作機械用部材|machine tool part/machine tool member
半導体製造装置部品,半導体装置部品|半導体製造装置用部材|semiconductor equipment part/semiconductor manufacturing apparatus member
液晶装置部品,FPD部品|表示パネル製造装置用部材|FPD equipment part/display panel manufacturing apparatus member
食品機械部品,食品機械|食品加工機械|food machine,food machine part/food processing machine
包装機械,包装機部品|包装機|packaging machine/packaging apparatus
印刷機部品,印刷機械|印刷装置|printing machine part/printing apparatus
医療部品,インプラント,人工関節|生体埋込部材,人工関節|implant,artificial joint/implantable member
歯科部品,歯科,入れ歯|歯科用部材,義歯|dental part,denture/dental member
カテーテル,注射針,注射器|医療用管状体,穿刺具|catheter,needle,syringe/medical tubular body,puncture device
内視鏡,スコープ|内視鏡装置|endoscope/endoscope apparatus
車いす,車椅子,介護用品|移動補助具,介護用具|wheelchair,care product/mobility aid
ベッド,介護ベッド|寝台装置|bed,care bed/bed device
補聴器,眼鏡,めがね|補助器具,眼鏡具|hearing aid,glasses/assistive device
マスク,保護具,手袋|装着用保護具|mask,protective gear,gloves/wearable protector
靴,シューズ,インソール|履物,中敷|shoes,insole/footwear
衣服,作業着,ユニフォーム|衣料,被服|clothing,workwear,uniform/garment
カバン,バッグ,袋物|携行袋|bag,pouch/carrying bag
傘,かさ|傘体|umbrella
おもちゃ,玩具,知育玩具|遊戯具|toy/play equipment
スポーツ用品,運動具,トレーニング器具|運動用具|sports goods,training equipment/exercise tool
楽器,楽器部品|演奏器具|musical instrument/instrument for performance
時計,時計部品|計時装置|watch,clock part/timepiece
アクセサリー,ジュエリー,指輪|装身具|accessory,jewelry,ring/personal ornament
文房具,ペン,文具|筆記具,事務用品|stationery,pen/writing instrument
調理器具,鍋,フライパン|調理用具,加熱調理器|cookware,pan/cooking utensil
包丁,ナイフ,刃物,カッター|切断刃,刃体|knife,blade,cutter/cutting blade
はさみ,ハサミ,ニッパー|切断具|scissors,nippers/cutting tool
食器,皿,カップ,器|飲食用容器|tableware,dish,cup/food container
水筒,ボトル,びん|飲料容器|bottle,flask/beverage container
弁当箱,タッパー,保存容器|食品収容容器|lunch box,storage container/food storage container
家電,家電部品|家庭用電気機器|home appliance/household electric appliance
冷蔵庫,冷凍庫,ショーケース|冷却貯蔵庫|refrigerator,freezer,showcase/cooling storage
エアコン部品,空調機|空気調和機|air conditioner part/air conditioner
掃除機,清掃ロボット|清掃装置|vacuum cleaner,cleaning robot/cleaning device
洗濯機,乾燥機|洗濯装置|washing machine,dryer/washing device
浴室,シャワー,蛇口,水栓|給水装置,吐水装置|shower,faucet,tap/water discharge device
トイレ,便器,便座|便器装置|toilet,toilet seat/toilet device
家具部品,椅子,机,テーブル|什器,座具|chair,desk,table/furniture article
照明器具,街灯,看板灯|照明器具|lighting fixture,street light/luminaire
看板,サイン,銘板,ネームプレート|表示板,標識板|sign,signboard,nameplate/display plate
什器,ディスプレイ台,展示台|陳列具|fixture,display stand/display equipment
墓石,仏具,仏壇|祭祀用具|gravestone,Buddhist altar fittings/ritual article
ペット用品,犬小屋|愛玩動物用具|pet goods/pet article
園芸用品,植木鉢,プランター|植物栽培容器|gardening goods,planter/plant cultivation container
温室,ビニールハウス,植物工場|植物栽培施設|greenhouse,plant factory/plant cultivation facility
肥料,堆肥|施肥材|fertilizer,compost/fertilising material
農薬散布,散布機|薬剤散布装置|sprayer,pesticide spraying/chemical spraying device
害虫駆除,虫よけ,防虫|害虫防除,忌避|pest control,insect repellent/pest control means
鳥獣害,猪よけ,防獣|鳥獣害防止|wildlife damage prevention/animal damage prevention
防災用品,非常用,避難用品|災害対策用品|disaster supplies,emergency goods/disaster countermeasure article
消火器,消火,防火|消火装置|fire extinguisher,fire protection/fire extinguishing device
防犯,監視カメラ,見守り|監視装置,見守りシステム|security camera,monitoring,crime prevention/surveillance device
標識,カーブミラー,ガードレール|道路用安全設備|road sign,guardrail/road safety equipment
橋,橋梁,橋桁|橋梁構造|bridge,girder/bridge structure
トンネル,地下構造|地下空間構造物|tunnel/underground structure
コンクリート製品,ブロック塀,二次製品|コンクリート成形体|concrete product,precast/concrete moulded body
屋根,瓦,屋根材|屋根構造|roof,roof tile/roof structure
外壁,壁材,サイディング|外装材|exterior wall,siding/exterior material
床材,フローリング,タイル|床構造材|flooring,tile/floor material
断熱材,グラスウール|断熱部材|insulation material,glass wool/heat insulating member
吸音材,防音材,遮音|吸音部材,遮音体|sound absorbing material,soundproof material/sound absorber
緩衝包装,プチプチ,梱包材|緩衝包装材|cushioning,packing material/buffer packaging material
トレー,通い箱,コンテナ|搬送容器|tray,returnable box,container/transport container
カートリッジ,交換部品,消耗品|交換体,着脱式容器|cartridge,replacement part/replaceable body
テープ,粘着シート|粘着体|tape,adhesive sheet/adhesive body
フィルム,シート,膜|膜体,薄膜シート|film,sheet,membrane/film body
網目,ネット,ふるい網|網状部材|net,screen/mesh member
ブラシ,刷毛|刷子,摺擦部材|brush/rubbing member
ひも,ロープ,ワイヤー|索条体,線条体|rope,string,wire rope/cord body
スプレー,噴霧器,ミスト|噴霧装置|spray,atomizer,mist/spraying device
ガス,気体,空気|気体流,流体|gas,air/gaseous fluid||0.4 <>
水,液体,薬液|液体,流体|liquid,fluid/liquid medium||0.4 <>
治工具部品,ゲージ,測定具|計測具|gauge,measuring tool/measuring instrument|jigs-and-fixtures|0.5 >
点検口,のぞき窓,確認窓|視認窓,点検開口|inspection window,sight glass/viewing window
磁気シールド,電磁シールド,ノイズ対策|電磁波遮蔽体|magnetic shield,EMI shield/electromagnetic shielding body
アルミフレーム製品,安全柵,安全カバー|防護柵,安全防護体|safety fence,machine guard/protective fence
圧力容器,ボイラー|耐圧容器|pressure vessel,boiler/pressure-resistant container|plate-work
ダイヤル,目盛り,メーター|表示目盛,計器|dial,scale,meter/indicating scale
工具箱,キット,道具|作業用具|toolbox,kit,tool/working tool
`;
