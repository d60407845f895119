/** Casting, forging, press and sheet metal, welding, plastics, rubber, composites, additive, tooling. Lines as parse.ts tells. */
export const forming = `
鋳物,いもの,鋳造品|鋳造体,鋳造部材|casting,cast part/cast body|casting
砂型,生型,砂型鋳物|砂型鋳造|sand casting,green sand/sand mould casting|sand-casting
フラン,フラン鋳造,自硬性鋳型|自硬性砂型鋳造|furan mold,no-bake mold/self-hardening mould|sand-casting
シェル型,シェルモールド,シェル中子|樹脂被覆砂による鋳型|shell molding/resin coated sand mould|shell-mould-casting
金型鋳物,グラビティ,重力鋳造|金型重力鋳造|gravity die casting,permanent mold/gravity mould casting|gravity-casting
低圧鋳造,LP鋳造|低圧下での鋳込み|low-pressure casting|low-pressure-casting
ダイキャスト,ダイカスト,アルミダイキャスト|加圧鋳造,圧力鋳造|die casting,diecast/pressure casting|die-casting
亜鉛ダイカスト,ザマック|亜鉛合金の加圧鋳造|zinc die casting,zamak|die-casting,zinc-alloy
マグダイカスト,チクソ,チクソモールディング|マグネシウム合金の射出成形|magnesium die casting,thixomolding/semi-solid injection|die-casting,magnesium
ロスト,ロストワックス,精密鋳造|焼失模型による精密鋳造|lost wax,investment casting/precision casting|investment-casting
フルモールド,消失模型|発泡模型による鋳造|lost foam,full mold/evaporative pattern casting|lost-foam-casting
遠心鋳造,遠心鋳込み|回転鋳型による鋳造|centrifugal casting/rotating mould casting|centrifugal-casting
連鋳,連続鋳造,連鋳棒|連続鋳造|continuous casting/strand casting|continuous-casting
中子,なかご|中子型|core,sand core/mould core|casting
木型,鋳造木型,模型|鋳造用模型|wooden pattern,casting pattern/pattern for casting|casting-pattern
湯口,湯道,押湯|溶湯供給路|sprue,runner,riser/molten metal supply passage|casting|0.5 <>
鋳巣,巣,ス,ブローホール|鋳造欠陥,空孔|blowhole,porosity/casting defect,void|casting|0.6 <>
引け巣,ヒケ巣,ひけ巣|凝固収縮による空孔|shrinkage cavity/solidification shrinkage void|casting|0.6 <>
湯回り不良,湯境|充填不良|misrun,cold shut/filling failure|casting|0.5 <>
鋳バリ,鋳張り|鋳造突起|casting flash,fin/cast protrusion|casting,deburring
含浸,含浸処理|空孔への樹脂含浸|impregnation/resin impregnation of voids|casting
砂落とし,型ばらし|鋳型の除去|shakeout,sand removal/mould removal|casting,shot-blasting|0.5 <>
鍛造,たんぞう,火造り|鍛圧加工|forging/forge working|forging
熱鍛,熱間鍛造,型鍛造|加熱素材の型鍛造|hot forging,closed-die forging/die forging of heated material|hot-forging
温鍛,温間鍛造|温間での鍛圧|warm forging|warm-forging
冷鍛,冷間鍛造|常温での塑性加工|cold forging/cold plastic working|cold-forging
ヘッダー,圧造,ヘッダー加工,フォーマー|冷間圧造|cold heading,heading/cold upsetting|cold-heading
パーツフォーマー,多段圧造|多段冷間圧造|part former,multi-stage heading|cold-heading
自由鍛造,フリー鍛造|自由鍛造|open die forging/free forging|open-die-forging
据込み,アップセット|据え込み加工|upsetting/upset forging|forging|0.6 <>
リングロール,リングミル|環状体の圧延|ring rolling/annular body rolling|ring-rolling
密閉鍛造,閉塞鍛造|閉塞型での鍛造|enclosed die forging/closed cavity forging|cold-forging,hot-forging
焼結,粉末冶金,焼結品,焼結部品|粉末の圧縮焼結|powder metallurgy,sintered parts/compacting and sintering|powder-metallurgy
MIM,ミム|金属粉末射出成形|metal injection molding/metal powder injection moulding|metal-injection-moulding
HIP,ヒップ処理|熱間等方圧加圧|hot isostatic pressing|hot-isostatic-pressing
圧延,ロール圧延|圧延加工|rolling/roll working|metal-rolling
押出材,アルミ押出,押し出し形材|押出成形された形材|aluminum extrusion,extruded profile/extruded section|metal-extrusion
引抜き,引き抜き,ドローイング|引抜加工,伸線|drawing,wire drawing/cold drawing|cold-drawing
伸線,線引き|線材の引抜き|wire drawing|cold-drawing
スウェージング,スエージング,口絞り|管端の縮径|swaging/diameter reduction of tube end|forging,pipe-bending
転造,ころがし加工|転造加工|form rolling/rolling with dies|thread-rolling
プレス,プレス加工,プレス品|押圧成形,塑性加工|press work,stamping/press forming,plastic working|press-working
順送,順送り,順送プレス,プログレ|順送り金型による加工|progressive stamping,progressive die/sequential feed pressing|progressive-stamping
単発,単発プレス,タンパツ|単工程プレス|single-stroke press,manual press/single process pressing|press-working
トランスファー,トランスファプレス|工程間搬送式プレス|transfer press/transfer pressing|transfer-press
抜き,打ち抜き,ブランク抜き,外形抜き|打抜き,せん断加工|blanking,punching/shearing punch|blanking
ファイン,FB,精密打ち抜き|精密せん断|fine blanking/precision shearing|fine-blanking
絞り,しぼり,プレス絞り|絞り成形|drawing/draw forming|deep-drawing
深絞り,深しぼり|深絞り成形|deep drawing/deep draw forming|deep-drawing
角絞り,異形絞り|角筒の絞り成形|square drawing/rectangular cup drawing|deep-drawing
しごき,アイアニング|しごき加工|ironing/wall ironing|deep-drawing
冷間プレス鍛造,板鍛造|板材の鍛圧|sheet forging/plate forging|cold-forging,press-working
ホットプレス,熱間プレス,ホットスタンピング|加熱鋼板の成形焼入れ|hot stamping,press hardening/die quenching of heated sheet|hot-stamping
コイニング,圧印|圧印加工|coining/embossing by compression|coining
エンボス,エンボス加工|凹凸模様の形成|embossing/relief pattern forming|press-working
バーリング,立ち上げ穴|穴縁のフランジ成形|burring,hole flanging/flanged hole forming|burring
カーリング,縁巻き|縁部の巻き込み|curling/edge rolling|press-working|0.6 <>
ヘミング,はぜ折り|縁部の折り返し|hemming/folded edge|press-working,bending
スプリングバック,跳ね返り|弾性復元|springback/elastic recovery|bending,press-working|0.5 <>
割れ,クラック,ヒビ,ひび割れ|亀裂,き裂|crack,cracking/fissure,fracture
シワ,しわ寄り|皺の発生|wrinkle/wrinkling|deep-drawing|0.5 <>
板金,鈑金,ばんきん|薄板加工,板状体の加工|sheet metal,sheet metal work/thin plate working|sheet-metal
精密板金,薄板板金|精密薄板加工|precision sheet metal|sheet-metal
レーザーカット,レーザー切断,レーザー抜き,ファイバーレーザー|レーザ光による切断|laser cutting,fiber laser/laser beam cutting|laser-cutting
パイプレーザー,チューブレーザー|管材のレーザ切断|tube laser,pipe laser/tubular member laser cutting|laser-cutting,pipe-bending
タレパン,タレットパンチプレス|タレット式打抜き|turret punch press|turret-punching
曲げ,ベンダー曲げ,ベンディング,折り曲げ|屈曲成形,折曲げ加工|bending,press brake/bend forming|bending
R曲げ,ロール曲げ,三本ロール|円弧状の曲げ成形|roll bending/arc bending|bending,plate-work
シャーリング,シャー切断|せん断切断|shearing/shear cutting|shearing
プラズマ,プラズマ切断|プラズマアークによる切断|plasma cutting/plasma arc cutting|plasma-cutting
ガス溶断,溶断,ガス切り,アイトレーサー|ガス炎による溶断|gas cutting,flame cutting/oxy-fuel cutting|gas-cutting
ウォータージェット,水切断,WJ|高圧水による切断|waterjet,water jet cutting/high-pressure water cutting|water-jet-cutting
ヘラ絞り,へらしぼり,スピニング|回転絞り成形|metal spinning/rotary drawing|spinning
ロール成形,ロールフォーミング|連続曲げ成形|roll forming/continuous bending|roll-forming
製缶,製缶板金,カン製作,タンク製作|板材の溶接構造体製造|fabrication,can making,plate fabrication/welded structure manufacturing|plate-work
架台,フレーム製作,架台製作|支持枠体,基枠|frame fabrication,base frame/support frame|plate-work,steel-structures
パイプ曲げ,ベンダー,パイプベンダー|管材の曲げ加工|pipe bending,tube bending/tubular member bending|pipe-bending
バルジ,バルジ加工,ハイドロフォーム|液圧成形|hydroforming,bulge forming/hydraulic forming|hydroforming
拡管,縮管,エキスパンド|管端の拡径|tube expanding,tube end forming/diameter expansion|pipe-bending
パンチング,パンチングメタル|多孔板の形成|perforated metal,punching metal/perforated plate forming|punching-metal
エキスパンドメタル,ラス網|網目状の拡張金属板|expanded metal|punching-metal|0.5 <>
ばね,バネ,スプリング|弾性部材,付勢部材,弾発部材|spring/elastic member,biasing member,urging member|spring-forming
コイルバネ,圧縮ばね,押しバネ|圧縮コイルばね|coil spring,compression spring/helical spring|coil-spring
引きバネ,引張ばね|引張コイルばね|tension spring,extension spring|coil-spring
ねじりバネ,トーションバネ,キックバネ|ねじりコイルばね|torsion spring|coil-spring
板バネ,板ばね,リーフ|板状弾性体|flat spring,leaf spring/plate-like elastic body|flat-spring
皿バネ,皿ばね|皿状弾性体|disc spring,Belleville spring/disc-shaped elastic member|flat-spring
線材加工,線曲げ,ワイヤーフォーミング,針金細工|線状体の曲げ成形|wire forming,wire bending/linear body bending|wire-forming
金網,メッシュ,ワイヤーメッシュ|網状体|wire mesh,wire netting/mesh body|wire-forming
プラ成形,インジェクション,射出,成形品|射出成形,樹脂成形体|injection molding,plastic molding/injection moulding,resin moulded body|injection-moulding
インサート,インサート成型|埋込成形,一体成形|insert molding/embedded moulding,integral moulding|insert-moulding
アウトサート|金属板への樹脂成形|outsert molding|insert-moulding|0.7 >
二色成形,2色成形,ダブルモールド|異種樹脂の一体成形|two-shot molding,double molding/multi-material moulding|two-colour-moulding
薄肉成形,ハイサイクル成形|薄肉樹脂成形|thin-wall molding/thin-walled moulding|injection-moulding|0.6 <>
ガスアシスト|中空射出成形|gas-assisted molding/hollow injection moulding|injection-moulding|0.6 <>
微細成形,マイクロ成形|微細樹脂成形|micro molding/micro injection moulding|precision-moulding
厚肉成形,レンズ成形|光学樹脂の成形|lens molding/optical resin moulding|precision-moulding|0.6 <>
押出成形,異形押出,樹脂押出|押出成形|plastic extrusion,profile extrusion/extrusion moulding|extrusion-moulding
チューブ押出,ホース押出|樹脂管の押出|tube extrusion|extrusion-moulding
インフレーション,インフレ成形|筒状フィルムの成形|blown film/inflation moulding|extrusion-moulding,plastic-film-processing
ブロー,ブロー成型,中空成形|中空成形|blow molding/hollow body moulding|blow-moulding
真空成型,圧空成型,サーモフォーミング|熱板成形,加熱シートの成形|thermoforming,vacuum forming/heated sheet forming|vacuum-forming
圧縮成形,コンプレッション|圧縮成形|compression molding|compression-moulding
トランスファーモールド|移送成形|transfer molding|transfer-moulding
ローテーション成形,回転成型,ロトモールド|回転焼結成形|rotomolding,rotational molding|rotational-moulding
発泡,ウレタン発泡,発泡成型|発泡成形体,多孔質樹脂|foam molding,foaming/foamed body|foam-moulding
発泡スチロール,EPS成形|発泡ポリスチレン成形体|expanded polystyrene,EPS/foamed polystyrene|foam-moulding,polystyrene
注型,真空注型,シリコン型|減圧注型|vacuum casting,urethane casting/reduced-pressure casting|vacuum-casting
樹脂切削,プラ切削,プラスチック削り出し|樹脂材の切削|plastic machining/resin material cutting|plastic-machining
アクリル加工,アクリル切断,アクリル接着|透明樹脂板の加工|acrylic fabrication/transparent resin plate processing|plastic-fabrication,acrylic
樹脂溶着,樹脂溶接,熱板溶着|樹脂部材の溶着|plastic welding,hot plate welding/resin welding|plastic-fabrication,ultrasonic-welding
超音波ウェルダー,超音波溶着|超音波振動による溶着|ultrasonic welding/ultrasonic vibration bonding|ultrasonic-welding
高周波ウェルダー,ウェルダー加工|高周波による溶着|high-frequency welder,RF welding/high-frequency bonding|plastic-film-processing
スリット加工,スリッター,スリッティング|帯状体の裁断|slitting/strip cutting|plastic-film-processing,paper-processing
ラミネート,ラミ加工,貼り合わせ|積層,ラミネート加工|laminating,lamination/layering|plastic-film-processing
フィルム加工,シート加工|樹脂フィルムの加工|film converting/resin film processing|plastic-film-processing
コンパウンド,混練,着色ペレット|樹脂組成物の混練|compounding,kneading/resin composition kneading|plastic-compounding
ショートショット,充填不足|樹脂の充填不良|short shot/filling failure|injection-moulding|0.5 <>
ヒケ,ひけ,引け|成形収縮による凹み|sink mark/shrinkage depression|injection-moulding|0.6 <>
ウェルドライン,ウエルド|樹脂会合線|weld line/resin meeting line|injection-moulding|0.6 <>
ゲートカット,ランナー切り|ゲート部の切断|gate cutting,degating/gate portion cutting|injection-moulding|0.6 <>
離型剤,離型|離型性,離型処理|mold release,release agent/releasability|injection-moulding|0.4 <>
ゴム成形,ゴム成型,ゴム製品|ゴム弾性体の成形|rubber molding/elastomer moulding|rubber-moulding
ゴム押出,ゴムチューブ|ゴム弾性体の押出|rubber extrusion|rubber-extrusion
ゴム焼き付け,加硫接着,焼付ゴム|加硫接着|rubber bonding,vulcanized bonding/vulcanisation bonding|rubber-moulding,rubber-lining
ゴムライニング,内張り,ライニング|内面被覆|rubber lining/inner surface coating|rubber-lining
ゴムロール,ゴムローラー巻き替え|弾性ローラ|rubber roller/elastic roller|rubber-lining,rubber-moulding
パッキン,ガスケット,パッキン抜き|封止部材,シール部材|packing,gasket/sealing member|gasket-cutting
トムソン抜き,ビク抜き,ビク型|刃型による打抜き|steel rule die cutting/blade die punching|gasket-cutting,paper-boxes
FRP,エフアールピー|繊維強化樹脂|FRP,fiber reinforced plastic/fibre-reinforced resin|hand-lay-up,gfrp
ハンドレイアップ,手積み|手積み積層成形|hand lay-up/manual lamination|hand-lay-up
カーボン成形,CFRP加工,ドライカーボン|炭素繊維強化樹脂の成形|carbon fiber parts,CFRP molding/carbon fibre reinforced resin moulding|cfrp-moulding,cfrp
オートクレーブ,真空バッグ|加圧加熱硬化|autoclave,vacuum bagging/pressure curing|cfrp-moulding
RTM,樹脂注入成形|樹脂含浸成形|resin transfer molding,RTM/resin infusion|cfrp-moulding
プリプレグ|樹脂含浸繊維シート|prepreg/resin-impregnated fibre sheet|cfrp-moulding,cfrp
FW成形,フィラメントワインド|繊維束の巻回成形|filament winding/fibre bundle winding|filament-winding
プルトルージョン,引抜FRP|引抜成形|pultrusion|pultrusion
3Dプリント,3Dプリンタ,3D造形|積層造形,付加製造|3D printing,AM/additive manufacturing,layered manufacturing|additive-manufacturing
金属3Dプリンター,金属積層|金属粉末の積層造形|metal 3D printing,SLM,DMLS/metal powder additive manufacturing|metal-3d-printing
ナイロン造形,SLS|粉末焼結積層造形|SLS,selective laser sintering/powder sintering additive manufacturing|powder-bed-plastics
光造形,SLA,光硬化造形|光硬化性樹脂の積層造形|stereolithography,SLA/photocurable resin lamination|stereolithography
FDM,熱溶解積層|材料押出による積層造形|FDM,FFF/material extrusion additive manufacturing|fused-filament
砂型3D,砂型造形|結合剤噴射による造形|sand mold printing,binder jet/binder jetting|binder-jetting,sand-casting
型,金型,カナガタ|成形型|mold,die/forming die,mould|tooling
プレス型,抜き型,曲げ型|プレス用成形型|press die,stamping die/press forming die|press-die
モールド型,射出型,プラ型|樹脂成形型|injection mold,plastic mold/resin moulding die|injection-mould
ダイカスト型,ダイキャスト金型|鋳造用金型|die casting die/casting mould|die-cast-die
鍛造型|鍛造用型|forging die|forging-die
ゴム型|ゴム成形型|rubber mold|rubber-mould
簡易型,簡易金型,アルミ型|試作用成形型|prototype mold,soft tooling/trial mould|injection-mould,prototyping
パンチ,ダイ,パンチダイ|打抜き工具|punch,die/punching tool|mould-parts
入れ子,入子,コアピン|金型の分割部材|mold insert,core pin/mould insert member|mould-parts
型直し,型修理,金型メンテ|成形型の補修|mold repair,die maintenance/mould repair|mould-maintenance
シボ,シボ加工,梨地|凹凸模様面|grain texture,mold texturing/uneven surface pattern|mould-maintenance,photo-etching
スライド,アンダーカット処理|摺動型|slide core,undercut/sliding mould|injection-mould|0.5 <>
ホットランナー|加熱流路|hot runner/heated flow path|injection-mould|0.5 <>
溶接,ヨウセツ,溶接加工|溶融接合|welding/fusion joining|welding
半自動溶接,CO2溶接,炭酸ガス溶接,マグ溶接|消耗電極式ガスシールドアーク溶接|MAG welding,CO2 welding/gas metal arc welding|mig-mag-welding
ミグ溶接,アルミ溶接|不活性ガスアーク溶接|MIG welding,aluminum welding/inert gas arc welding|mig-mag-welding
ティグ溶接,アルゴン溶接,TIG|タングステン電極アーク溶接|TIG welding,argon welding/gas tungsten arc welding|tig-welding
手棒,被覆アーク,アーク溶接|被覆アーク溶接|stick welding,arc welding/shielded metal arc welding|arc-welding
ファイバーレーザー溶接,レーザー溶接|レーザ光による溶接|laser welding/laser beam welding|laser-welding
スポット,スポット溶接|抵抗点溶接|spot welding/resistance spot welding|spot-welding
プロジェクション,ナット溶接|突起溶接|projection welding,nut welding|resistance-welding
シーム溶接,連続溶接|抵抗シーム溶接|seam welding|seam-welding
電子ビーム,EBW|電子線溶接|electron beam welding/electron ray welding|electron-beam-welding
FSW,摩擦攪拌|摩擦撹拌接合|friction stir welding/friction stir joining|friction-stir-welding
摩擦溶接,フリクション溶接|摩擦圧接|friction welding/friction pressure joining|friction-welding
ロボット溶接,自動溶接|溶接ロボットによる接合|robot welding,automatic welding/robotic joining|robot-welding
スタッド,スタッド溶接|植込みボルト溶接|stud welding|stud-welding
肉盛,肉盛り,硬化肉盛,ステライト盛り|肉盛層の形成|overlay welding,hardfacing/build-up layer forming|overlay-welding
点付け,仮付け|仮溶接|tack welding/temporary welding|welding|0.5 >
溶接歪み,溶接ひずみ|溶接変形|welding distortion/weld deformation|welding|0.5 <>
溶接焼け,焼け取り|溶接部の酸化皮膜除去|weld discoloration removal,pickling/oxide film removal|passivation,welding|0.6 <>
スパッタ,スパッター|溶融金属の飛散|weld spatter/molten metal scattering|welding|0.5 <>
ロー付け,ろう付け,銀ロウ,ロウ付|ろう接|brazing,silver brazing/brazed joining|brazing
真空ろう付け,炉中ろう付|炉中ろう接|vacuum brazing,furnace brazing|brazing,vacuum-heat-treatment
拡散接合,固相接合|固相拡散接合|diffusion bonding/solid-phase joining|diffusion-bonding
接着,貼り付け,ボンド付け|接着接合|adhesive bonding,gluing/adhesive joining|adhesive-bonding
カシメ,かしめ,リベット|塑性締結,加締め|caulking,riveting,staking/plastic fastening|caulking
セルフピアシング,SPR|自己穿孔リベット接合|self-piercing rivet|caulking|0.7 >
異材接合,異種金属接合|異種材料の接合|dissimilar metal joining/dissimilar material joining|joining
圧入,打ち込み,焼きばめ,冷やしばめ|締まり嵌め|press fit,shrink fit/interference fitting|joining,precision-assembly
はめ込み,嵌合,スナップフィット|嵌合構造,係合|fitting,snap fit/engagement,fitting structure
`;
