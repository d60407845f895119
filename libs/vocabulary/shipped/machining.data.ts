/** Cutting, grinding, finishing, electrical machining, tools and how work is held. Lines as parse.ts tells. */
export const machining = `
旋盤加工,ろくろ加工,丸物加工,丸削り|旋削加工,回転体の切削|lathe work,turned parts/turning|turning
NC旋盤,CNC旋盤|数値制御旋盤|CNC lathe/numerically controlled lathe|turning
くし刃旋盤,クシ刃旋盤||gang tool lathe|turning|0.6 >
棒材加工,バー材加工|棒状素材の切削|bar work/bar stock machining|automatic-lathe
小物精密旋削,ピンもの,軸もの小物|小径軸部品の切削|small turned parts/small-diameter shaft machining|automatic-lathe
カム式自動盤,カム自動盤||cam automatic lathe|automatic-lathe|0.6 >
チャッカー加工,チャック作業|把持切削|chucking work|turning|0.5 >
端面削り,面出し|端面切削,端面加工|facing/end face machining|turning
外径削り,外丸削り|外周面の切削|outer turning/outer peripheral cutting|turning
内径削り,中グリ,中ぐり|内周面の切削,内径加工|inner turning/inner peripheral cutting|boring,turning
突切り,突っ切り|切断切削|parting off,cut-off/parting|turning
溝入れ,溝加工,グルービング|溝部の形成,環状溝の切削|grooving/groove forming|turning,milling
段付き加工,段差加工|段部の形成|step turning/stepped portion forming|turning
テーパー削り,テーパ加工|傾斜面の切削,円錐面の加工|taper turning/tapered surface machining|turning
ローレット,ローレット加工,ナーリング|凹凸模様の転造,滑り止め加工|knurling/knurled surface forming|turning,thread-rolling
偏芯加工,偏心加工|偏心軸の切削|eccentric turning/eccentric machining|turning
薄肉旋削,薄物旋削|薄肉円筒の切削|thin-wall turning/thin-walled cylinder machining|turning
長尺旋削,長物旋削,長物加工|長尺体の切削|long shaft turning/elongated workpiece machining|large-turning
大物旋盤,大径旋削|大径部材の旋削|large diameter turning/large workpiece turning|large-turning
立旋盤,ターニング|竪型旋削|vertical lathe/vertical turning|vertical-turning
複合加工,旋盤複合,ターンミル|複合切削加工|turn-mill,multitasking/combined machining|mill-turn
ワンチャック加工,一発加工|一回の把持での全加工|done-in-one,single setup/single chucking machining|mill-turn|0.6 >
フライス加工,フライス削り,ミーリング|転削加工|milling/rotary cutting|milling
六面フライス,6面フライス,六面加工|六面体の切削|six-face milling/six-sided machining|milling
正面フライス,フェイスミル|平面切削|face milling/face cutting|milling
側面削り,側面加工|側面切削|side milling/side cutting|milling
ポケット加工,ザグリ加工,座ぐり|凹部の形成,座繰り加工|pocket milling,counterboring/recess forming|milling
彫り込み,彫込み加工|凹状切削|cavity milling/recess cutting|milling,machining-centre
3D切削,三次元切削,曲面加工|自由曲面の切削,三次元形状加工|3D milling,contour milling/free-form surface machining|machining-centre
マシニング,MC加工,マシニングセンター加工|マシニングセンタによる切削|machining center work/machining centre cutting|machining-centre
横型マシニング,横マシ,横形マシニング|横形マシニングセンタ|horizontal machining center|machining-centre
立型マシニング,縦マシ|立形マシニングセンタ|vertical machining center|machining-centre
5軸加工,五軸,同時五軸|多軸同時制御切削|5-axis,five axis/simultaneous multi-axis machining|five-axis-machining
割り出し加工,インデックス加工|割出し切削|indexing,3+2 machining/indexed cutting|five-axis-machining
インペラ加工,羽根車削り|羽根車の切削|impeller machining/bladed rotor machining|five-axis-machining
ブリスク加工|翼一体ディスクの切削|blisk machining/bladed disk machining|five-axis-machining|0.6 >
五面加工,門型,門形加工|門形機による切削|double column,five-face machining/portal machining|double-column-milling
大物加工,大物フライス,大型部品加工|大型部材の切削|large part machining/large workpiece machining|double-column-milling,large-turning
定盤加工,ベッド加工,架台加工|基台の切削|bed machining/base machining|double-column-milling|0.5 >
高速切削,ハイスピード加工|高速ミーリング|high-speed machining,HSM/high-speed cutting|machining-centre
重切削,荒加工,粗加工,荒取り|粗切削|roughing,heavy cutting/rough machining|machining|0.6 <>
仕上げ削り,仕上加工|仕上げ切削|finish machining/finishing cut|machining|0.6 <>
高硬度材加工,焼入れ鋼切削,ハードターニング|高硬度鋼の切削|hard turning,hard milling/hardened steel cutting|machining
難削材加工,難削材|難加工材の切削|hard-to-cut materials,difficult materials/difficult-to-machine material cutting|machining
断続切削||interrupted cutting|machining|0.5 >
微細切削,マイクロ切削|微小形状の切削,微細形状加工|micro milling/microstructure machining|micro-machining
微細穴,極小穴,マイクロ穴|微小孔の形成,微細孔|micro hole/minute hole forming|micro-machining,small-hole-edm
鏡面切削,鏡面加工,ダイヤ切削|光学面の切削,超精密切削|mirror cutting,diamond turning/ultra-precision cutting|ultra-precision-cutting
ナノ加工|ナノメートルオーダの加工|nano machining/nanometre-order machining|ultra-precision-cutting|0.6 <>
非球面加工|非球面の形成|aspheric machining/aspherical surface forming|ultra-precision-cutting,lens-polishing
穴あけ,穴開け,孔あけ,キリ穴,ドリル穴|穿孔,孔部の形成,貫通孔の形成|drilling,hole making/boring a hole,through-hole forming|drilling
下穴,下孔|下孔の形成|pilot hole/prepared hole|drilling
深穴,深孔,ガンドリル加工|深孔の穿設|deep hole,gun drilling/deep hole boring|gun-drilling
BTA,STS加工|深孔加工|BTA drilling|gun-drilling
リーマ,リーマー仕上げ,リーマ加工|孔の仕上げ切削|reaming/hole finishing|drilling
中ぐり盤,横中,横中グリ|中ぐり加工機|horizontal boring mill|boring
ファインボーリング|精密中ぐり|fine boring/precision boring|boring
タップ立て,ねじ立て,タッピング,雌ねじ加工|雌ねじの形成|tapping/internal thread forming|tapping
ロールタップ,転造タップ,盛り上げタップ|塑性変形による雌ねじ形成|forming tap/roll tapping|tapping|0.6 >
ねじ切り,ネジ切り,雄ねじ加工|ねじの切削,雄ねじの形成|threading/external thread cutting|thread-cutting
転造ねじ,ねじ転造|転造によるねじ形成|rolled thread/thread rolling|thread-rolling
ねじ研,ネジ研削|ねじ面の研削|thread grinding/thread surface grinding|thread-grinding
ボールねじ加工,ボールネジ溝|ボールねじ溝の形成|ball screw machining/ball screw groove forming|thread-grinding,thread-cutting
ウォーム加工,ウォーム切り|ウォームの切削|worm cutting/worm forming|thread-cutting,gear-cutting
キー溝,キーみぞ,キー溝入れ|キー溝の形成|keyway cutting,key seating/keyway forming|broaching
ブローチ,ブローチ引き|ブローチ切削|broaching/broach cutting|broaching
スロッター,スロッタ加工,竪削り|立削り加工|slotting/vertical shaping|broaching,planing
スプライン加工,セレーション加工|スプラインの形成|spline cutting,serration/spline forming|broaching,gear-cutting
形削り,シェーパー|形削り加工|shaping/shaper work|planing
平削り,プレーナー|平削り加工|planing/planer work|planing
歯切り,歯車切り,ギヤ加工,ギア加工|歯部の形成,歯車の切削|gear cutting/tooth forming|gear-cutting
ホブ切り,ホブ加工|ホブによる創成歯切り|hobbing/generating gear cutting|gear-hobbing
ギヤシェーパー,内歯切り|内歯車の切削|gear shaping/internal gear cutting|gear-shaping
スカイビング|歯車のスカイビング加工|skiving/gear skiving|gear-shaping
シェービング,歯車シェービング|歯面の仕上げ切削|gear shaving/tooth surface finishing|gear-cutting
歯研,歯面研磨,歯車研磨|歯面の研削|gear grinding/tooth flank grinding|gear-grinding
かさ歯車加工,ベベル切り,傘歯車|かさ歯車の形成|bevel gear cutting/bevel gear forming|gear-cutting
ラック切り,ラック加工|ラック歯の形成|rack cutting/rack tooth forming|gear-cutting
切断,材料切り,定寸切断|素材の切断|cutting off,sawing/material cutting|sawing
バンドソー,帯鋸,帯のこ|帯鋸盤による切断|band saw/band sawing|sawing
丸鋸,メタルソー|丸鋸による切断|circular saw,metal saw/circular sawing|sawing
切粉,キリコ,切りくず,切り屑,ダライ粉|切屑,切削屑|chips,swarf/cutting chips
切粉処理,キリコ処理|切屑の排出,切屑処理|chip control/chip removal,chip discharge
構成刃先||built-up edge/built-up edge|machining|0.4 >
ビビリ,びびり,ビビり,チャタリング|びびり振動,自励振動|chatter/chatter vibration,self-excited vibration
バリ,カエリ,かえり,ささくれ|突起,余剰突出部|burr,flash/protrusion,excess projection
バリ取り,カエリ取り,ばり取り,バリ除去作業|バリ除去,突起の除去|deburring/burr removal|deburring
裏バリ,裏側のバリ|裏面の突起|back burr,exit burr/rear burr|deburring
糸面,糸面取り,面取り,C面取り|角部の除去,面取り部の形成|chamfering/corner removal,chamfer forming|deburring
R面取り,アール面取り,角丸め|角部の丸め,丸み付け|edge rounding,radiusing/corner rounding|deburring
自動バリ取り,ロボットバリ取り|自動バリ除去|automatic deburring/automated burr removal|deburring,robot-integration
熱バリ取り,サーマルデバリング|燃焼によるバリ除去|thermal deburring/thermal energy method|deburring|0.6 <>
電解バリ取り|電解によるバリ除去|electrochemical deburring|deburring,electrochemical-machining
流体研磨,砥粒流動|砥粒流動加工|abrasive flow machining,AFM/abrasive flow finishing|deburring,finishing
磁気研磨|磁気による研磨|magnetic polishing/magnetic abrasive finishing|barrel-polishing,finishing
きさげ,キサゲ,スクレーピング|すり合わせ加工,摺動面の仕上げ|scraping/sliding surface finishing|scraping
摺り合わせ,すり合わせ,現合|合わせ面の調整|fitting,lapping in/mating surface adjustment|scraping|0.6 <>
研削,研磨加工,砥石仕上げ|研削加工,砥粒加工|grinding/abrasive machining|grinding
平研,平面研磨,平面研|平面の研削|surface grinding/flat surface grinding|surface-grinding
両頭研削,両面研削,両頭平研|両面同時研削|double disc grinding/simultaneous double-side grinding|surface-grinding
ロータリー研削,ロータリー研磨|回転テーブル研削|rotary grinding/rotary table grinding|surface-grinding
円研,円筒研磨,外研,外径研磨|外周面の研削|cylindrical grinding,OD grinding/outer peripheral grinding|cylindrical-grinding
内研,内径研磨,内面研磨|内周面の研削|internal grinding,ID grinding/inner peripheral grinding|internal-grinding
センタレス,センターレス,芯なし研磨,心無し研削|心なし研削|centerless grinding/centreless grinding|centreless-grinding
スルーフィード,通し研削|通し送り研削|through-feed grinding|centreless-grinding|0.6 >
成形研磨,成型研磨,プロファイル研磨|総形研削|profile grinding,form grinding/contour grinding|profile-grinding
治具研,ジグ研,ジグ研削盤|座標研削|jig grinding/coordinate grinding|jig-grinding
クリープフィード,深切り込み研削|クリープフィード研削|creep feed grinding|surface-grinding,profile-grinding|0.6 <>
鏡面研削,ELID|電解インプロセスドレッシング研削|ELID grinding,mirror grinding/electrolytic in-process dressing|grinding
工具研磨,刃物研ぎ,再研,再研磨,目立て|刃部の再研削|tool regrinding,resharpening/cutting edge regrinding|tool-grinding
ツルーイング,ドレッシング,目直し|砥石の整形,目立て|dressing,truing/grinding wheel conditioning|grinding|0.4 >
研磨焼け,研削焼け|研削による変質層|grinding burn/grinding-affected layer|grinding|0.5 <>
ラップ,ラッピング,ラップ仕上げ|遊離砥粒による研磨|lapping/loose abrasive polishing|lapping
両面ラップ|両面研磨|double-side lapping/double-side polishing|lapping
ホーニング,ホーン仕上げ|内周面のホーニング加工|honing/bore honing|honing
超仕上,スーパーフィニッシュ|超仕上げ加工|superfinishing/super-finish machining|super-finishing
バフ,バフがけ,バフ仕上げ,#400バフ|布輪による研磨|buffing/cloth wheel polishing|buffing
ヘアライン,HL仕上げ|筋目状の研磨仕上げ|hairline finish/line pattern polishing|buffing
バイブレーション仕上げ|無方向性研磨|vibration finish/non-directional polishing|buffing|0.6 >
鏡面,鏡面仕上げ,ピカピカに,磨き上げ|鏡面研磨,表面平滑化|mirror finish,mirror polishing/surface smoothing|mirror-polishing
磨き,手磨き,金型磨き|手作業による研磨|hand polishing/manual polishing|mirror-polishing,mould-maintenance
バレル,ガラ,ガラ研磨|回転槽研磨|barrel finishing,tumbling/rotary barrel polishing|barrel-polishing
遠心バレル,振動バレル|遠心流動研磨|centrifugal barrel,vibratory finishing/centrifugal flow polishing|barrel-polishing
ローラーバニシング,バニシング,バニッシュ仕上げ|転圧による表面仕上げ|roller burnishing/burnishing|finishing
放電,放電加工,EDM|放電による除去加工|electrical discharge machining/spark erosion|edm
形彫り,型彫り,型彫放電,形彫放電|形彫放電加工|sinker EDM,die sinking/ram EDM|die-sinking-edm
ワイヤーカット,ワイヤカット,ワイヤー放電,WEDM|ワイヤ電極による放電切断|wire cut,wire EDM/wire electrode discharge cutting|wire-edm
細穴放電,スタート穴,パイプ放電|細孔の放電加工|small hole EDM,hole popping/fine hole discharge machining|small-hole-edm
放電電極,銅電極,グラファイト電極|加工用電極|EDM electrode/machining electrode|die-sinking-edm|0.6 <>
電解加工,ECM|電気化学的除去加工|electrochemical machining/electrolytic removal|electrochemical-machining
超音波切削,超音波穴あけ|超音波振動を付与した加工|ultrasonic machining/ultrasonic vibration machining|ultrasonic-machining
レーザー穴あけ,レーザ穿孔|レーザ光による穿孔|laser drilling/laser beam perforation|laser-micro-machining
フェムト秒,フェムト秒レーザー加工|超短パルスレーザ加工|femtosecond laser/ultrashort pulse laser machining|laser-micro-machining
レーザーテクスチャ,テクスチャリング|微細周期構造の形成|laser texturing/periodic microstructure forming|laser-micro-machining
レーザー刻印,レーザマーキング,レーザー印字|レーザ光による印字|laser marking/laser beam marking|laser-marking
刻印,打刻,ナンバリング|識別標識の形成,文字の刻設|stamping marks,engraving/identification mark forming|engraving
彫刻,銘板彫刻,文字彫り|文字の彫刻|engraving,nameplate engraving/character engraving|engraving
ドットピン,ドットマーキング|打点刻印|dot peen marking|engraving|0.7 >
フォトエッチング,エッチング,腐食加工|化学的除去加工,化学エッチング|photo etching,chemical etching/chemical removal|photo-etching
ケミカルミリング|化学的溶解加工|chemical milling/chemical dissolution machining|photo-etching
チャック,生爪,ソフトジョー|把持具,把持爪|chuck,soft jaw/gripping device,gripping claw
バイス,万力,マシンバイス|挟持装置|vise,vice/clamping device
クランプ,締め付け具|固定具,締結具|clamp/fixing tool,fastening member
治具,ジグ,取付具,段取り治具|保持具,位置決め具|jig,fixture/holding tool,positioning tool|jigs-and-fixtures
真空チャック,吸着チャック,バキュームチャック|吸着保持装置|vacuum chuck/suction holding device|jigs-and-fixtures
マグネットチャック,電磁チャック|磁力による吸着保持|magnetic chuck/magnetic holding|jigs-and-fixtures|0.6 <>
芯出し,心出し,芯だし|中心位置の調整|centering,alignment/axis alignment
段取り,段取り替え,品種替え|工程切替,準備工程|setup,changeover/process switching,preparation step
バイト,旋削バイト|旋削工具,切削刃|tool bit,turning tool/cutting tool,cutting edge|cutting-tool-making
チップ,スローアウェイチップ,刃先交換チップ|刃先交換式インサート|indexable insert,throwaway tip/cutting insert|cutting-tool-making
エンドミル|転削工具|end mill/rotary cutting tool|cutting-tool-making|0.6 >
ドリル,キリ|穿孔工具|drill bit/boring tool|cutting-tool-making|0.5 >
ツールホルダー,ホルダ,ミーリングチャック|工具保持具|tool holder/tool holding device
超硬工具,超硬刃物|超硬合金製工具|carbide tool/cemented carbide tool|cutting-tool-making,cemented-carbide
ダイヤ工具,PCD工具|多結晶ダイヤモンド工具|PCD tool,diamond tool/polycrystalline diamond tool|cutting-tool-making,diamond
CBN工具,ボラゾン|立方晶窒化ホウ素工具|CBN tool/cubic boron nitride tool|cutting-tool-making,diamond
特殊工具,特注刃物,総型バイト|専用切削工具|special cutting tool,form tool/dedicated cutting tool|cutting-tool-making
切削油,クーラント,切削液|切削油剤,加工液|coolant,cutting fluid/machining fluid|lubricant
MQL,ミスト加工,セミドライ|最小量潤滑|minimum quantity lubrication,near-dry machining/minimal lubrication|machining|0.5 <>
砥石,といし,グラインダー砥石|研削砥石,砥粒工具|grinding wheel,grindstone/abrasive tool
寸法出し,寸法公差,公差|寸法精度,許容差|tolerance,dimensional tolerance/dimensional accuracy,allowance
ミクロン台,ミクロン加工,μ台|高精度加工,サブミクロン精度|micron accuracy/high-precision machining,submicron accuracy|machining
同芯度,同軸度,芯振れ,フレ|同軸精度,振れ精度|concentricity,runout/coaxiality
真円度,真円|円形度,真円精度|roundness,circularity/circular accuracy
平面度,平坦度,ソリ|平坦性,平面精度|flatness/planarity
平行度,平行|平行精度|parallelism/parallel accuracy
直角度,直角|垂直精度|squareness,perpendicularity/orthogonality
面粗さ,面粗度,表面粗さ,Ra|表面の粗度,表面性状|surface roughness,surface finish/surface texture
反り,そり,ひずみ,歪み取り|変形,湾曲|warp,warpage,distortion/deformation,curvature
ひずみ取り,歪取り,歪み直し|変形矯正|straightening/deformation correction
肉厚,板厚|壁厚,厚さ寸法|wall thickness/thickness dimension
寸切り,寸切り加工|所定長さへの切断|cut to length|sawing|0.6 >
黒皮,ミルスケール|酸化被膜,酸化スケール|mill scale/oxide scale
ミガキ材,磨き棒,みがき棒鋼|冷間引抜棒鋼|cold drawn bar/cold finished steel bar|cold-drawing,carbon-steel
丸棒,シャフト材|円柱状素材,軸素材|round bar/cylindrical material
角棒,フラットバー,平角|角柱状素材|square bar,flat bar/prismatic material
無垢材,ムク材,むく|中実材|solid stock/solid material
パイプ材,管材,チューブ材|管状部材|pipe,tube stock/tubular member
板材,プレート|板状部材|plate,sheet/plate member
ブロック材,ブロック|塊状部材|block/block member
鍛造品削り,鍛造素材加工|鍛造素材の切削|machining of forgings|machining,forging|0.6 >
鋳物削り,鋳物加工,鋳物機械加工|鋳造素材の切削|machining of castings/cast workpiece machining|machining,casting
ダイカスト加工,ダイカスト二次加工|ダイカスト素材の切削|die-cast machining|machining-centre,die-casting|0.7 >
一品物,単品,1個から,一個から|少量生産|one-off,single piece/small quantity production
ロット品,小ロット,多品種少量|小ロット生産,多品種少量生産|small lot,high-mix low-volume/small batch production
量産,大ロット,リピート品|大量生産|mass production,volume production/large-scale manufacturing
追加工,二次加工,後加工|後工程での加工|secondary machining,rework/post-process machining|machining|0.6 <>
ハンドル加工,汎用機,汎用フライス,ハンドル機|手動操作の工作機械|manual machine|milling,turning|0.5 >
`;
