/** What trades call materials. Lines as parse.ts tells. */
export const materials = `
鉄,普通鋼,鉄材,テツ|鉄系材料,鋼材|iron,steel,mild steel/ferrous material,steel material|steel
生材,なま材,ナマ材|未熱処理材|untreated steel|carbon-steel|0.5 >
一般鋼材,SS材,軟鋼|一般構造用鋼|general structural steel,SS material/structural steel|ss400
S-C材,SC材,機械構造用鋼|機械構造用炭素鋼|machine structural carbon steel|carbon-steel
45C,よんごーシー|機械構造用炭素鋼S45C|1045 steel,AISI 1045,C45|s45c
50C|機械構造用炭素鋼S50C|1050 steel,C50|s50c
スピーシーシー,冷延鋼板,ミガキ鋼板|冷間圧延鋼板|cold rolled steel,CRS/cold-rolled steel sheet|spcc
熱延鋼板,黒皮鋼板,酸洗鋼板|熱間圧延鋼板|hot rolled steel,HRS/hot-rolled steel sheet|sphc
ボンデ鋼板,ボンデ,電気亜鉛鋼板|電気亜鉛めっき鋼板|electrogalvanized steel,EG/electrogalvanised steel sheet|secc
ガルバ,トタン,亜鉛鉄板,ペンタイト|溶融亜鉛系めっき鋼板|galvanized steel,Galvalume/hot-dip zinc coated steel sheet|sgcc
ハイテン,高張力鋼板,ハイテン材|高強度鋼板|high tensile steel,HSS/high-strength steel sheet|high-tensile-steel
縞板,縞鋼板,チェッカープレート|滑り止め凹凸鋼板|checker plate,tread plate/non-slip uneven steel plate|steel|0.6 >
鋼管,STKM材,機械構造用鋼管|鋼製管体|steel tube,mechanical tube/steel pipe body|stkm
ピアノ線,SWP材|高炭素鋼線|piano wire,music wire/high-carbon steel wire|piano-wire
硬鋼線,SWB,SWC|硬鋼線材|hard drawn wire/hard steel wire|hard-drawn-steel-wire
快削鋼,SUM材|快削鋼材|free cutting steel,free machining steel|free-cutting-steel
クロモリ,クロモリ鋼,SCM材|クロムモリブデン鋼|chromoly,chrome-moly steel/chromium-molybdenum steel|chromium-molybdenum-steel
4140,SCM440材|クロムモリブデン鋼SCM440|4140 steel,42CrMo4|scm440
4135,SCM435材|クロムモリブデン鋼SCM435|4135 steel,34CrMo4|scm435
軸受鋼,ベアリング鋼,SUJ材|高炭素クロム鋼|bearing steel,52100/high-carbon chromium steel|suj2
バネ鋼,ばね鋼材|ばね用鋼|spring steel/steel for springs|spring-steel
珪素鋼板,ケイ素鋼板,電磁鋼|電磁鋼板,積層鉄心材料|silicon steel,electrical steel/electromagnetic steel sheet|electrical-steel
ステン,サス,ステンレス,SUS|ステンレス鋼材|stainless,SUS/stainless steel material|stainless-steel
18-8,18-8ステン,サス304|オーステナイト系ステンレス鋼|18-8 stainless,AISI 304/austenitic stainless steel|sus304
サス303,快削ステン|快削ステンレス鋼|AISI 303,free-machining stainless|sus303
サス316,サス316L,モリブデン入りステン|耐食オーステナイト系ステンレス鋼|AISI 316,316L/corrosion-resistant austenitic stainless steel|sus316,sus316l
サス430,フェライト系|フェライト系ステンレス鋼|AISI 430/ferritic stainless steel|sus430
サス410,マルテンサイト系|マルテンサイト系ステンレス鋼|AISI 410/martensitic stainless steel|sus410
サス440C,刃物ステン|高炭素マルテンサイト系ステンレス鋼|AISI 440C|sus440c
サス630,17-4PH|析出硬化型ステンレス鋼|17-4PH/precipitation hardening stainless steel|sus630
二相ステン,デュプレックス|二相系ステンレス鋼|duplex stainless/two-phase stainless steel|sus329j4l
耐熱鋼,耐熱ステン,310S|耐熱鋼材|heat resistant steel,310S/heat-resistant steel|sus310s
バネ用ステン,SUS-CSP,301-CSP|ばね用ステンレス鋼帯|spring stainless/stainless steel strip for springs|sus304-csp,sus301
工具鋼,ダイス鋼|工具用鋼材|tool steel,die steel/steel for tools|tool-steel
D2,SKD11材,冷間ダイス|冷間工具鋼|D2 steel/cold work tool steel|skd11
H13,SKD61材,熱間ダイス|熱間工具鋼|H13 steel/hot work tool steel|skd61
ハイス,HSS,高速度鋼|高速度工具鋼|high speed steel,HSS/high-speed tool steel|high-speed-steel
粉ハイス,HAP|粉末高速度工具鋼|powder HSS/powder high-speed steel|powder-high-speed-steel
プリハードン,NAK80,NAK材,HPM|析出硬化型金型用鋼|prehardened steel,NAK80/precipitation hardened mould steel|prehardened-steel
ねずみ鋳鉄,FC材,銑鉄鋳物|片状黒鉛鋳鉄|gray iron,FC/flake graphite cast iron|grey-cast-iron
ダクタイル,ノジュラー,FCD材|球状黒鉛鋳鉄材|ductile iron,nodular iron/spheroidal graphite cast iron|ductile-iron
低膨張鋳鉄,ノビナイト|低熱膨張材料|low expansion cast iron/low thermal expansion material|low-thermal-expansion-iron
鋳鋼,SC鋳鋼|鋼鋳物|cast steel/steel casting|cast-steel
アルミ,軽合金,アルミニューム|アルミニウム合金材|aluminum,light alloy/aluminium alloy material|aluminium
純アルミ,1000系|純アルミニウム材|pure aluminum,1050|a1050
ジュラ,ジュラルミン,2000系|アルミニウム銅合金|duralumin,2017,2024/aluminium-copper alloy|a2017,a2024
52S,アルミ板,5052材|アルミニウムマグネシウム合金|5052 aluminum/aluminium-magnesium alloy|a5052
アルミサッシ材,アルミフレーム,6063材|押出用アルミニウム合金|6063 aluminum,aluminum frame/extrusion aluminium alloy|a6063
6061材,T6アルミ|熱処理型アルミニウム合金|6061-T6/heat-treatable aluminium alloy|a6061
超々ジュラ,7075材,ESD|アルミニウム亜鉛合金|7075 aluminum/aluminium-zinc alloy|a7075
アルミ鋳物,AC材|アルミニウム合金鋳物|aluminum casting/aluminium alloy casting|aluminium-casting-alloy
ADC,ダイカスト材|ダイカスト用アルミニウム合金|ADC12,A383/die-casting aluminium alloy|adc12
銅,ドウ,銅材|銅系材料|copper/copper-based material|copper
無酸素銅,OFC|高純度銅|oxygen-free copper/high-purity copper|c1020
タフピッチ,純銅,電気銅|精製銅材|tough pitch copper,pure copper/refined copper|c1100
真鍮,しんちゅう,シンチュウ,真チュウ|黄銅材,銅亜鉛合金|brass/copper-zinc alloy|brass
快削真鍮,BSBM,BsBM|快削黄銅材|free-cutting brass,C360|c3604
リン青銅,PB,りん青銅板|燐青銅|phosphor bronze/copper-tin-phosphorus alloy|phosphor-bronze
洋白,洋銀|ニッケル黄銅|nickel silver,German silver/copper-nickel-zinc alloy|nickel-silver
ベリ銅,ベリリウム,BeCu|ベリリウム銅合金|beryllium copper,BeCu/copper-beryllium alloy|beryllium-copper
クロム銅,電極材|クロム銅合金|chromium copper,electrode material/copper-chromium alloy|chromium-copper
砲金,ガンメタル,BC,ほうきん|青銅鋳物|gunmetal,bronze casting/tin bronze|bronze-casting
アルミ青銅,ALBC|アルミニウム青銅|aluminum bronze/copper-aluminium alloy|aluminium-bronze
チタン,ちたん,チタニウム|チタン系材料|titanium/titanium-based material|titanium
純チタン,2種チタン|工業用純チタン|pure titanium,grade 2/commercially pure titanium|pure-titanium
64チタン,6-4チタン,ロクヨンチタン|チタンアルミニウムバナジウム合金|Ti64,grade 5/titanium-aluminium-vanadium alloy|ti-6al-4v
マグ,マグネ,マグネシウム|マグネシウム系合金|magnesium/magnesium-based alloy|magnesium
インコネル,ニッケル基合金,耐熱合金|ニッケル基超合金|Inconel,superalloy/nickel-based superalloy|inconel,nickel-alloy
ハステロイ,耐食合金|ニッケル基耐食合金|Hastelloy/nickel-based corrosion-resistant alloy|hastelloy
モネル|ニッケル銅合金|Monel/nickel-copper alloy|monel
コバール,封着合金|ガラス封着用合金|Kovar/sealing alloy|kovar
インバー,アンバー,低膨張合金|低熱膨張合金|Invar/low thermal expansion alloy|invar
パーマロイ,高透磁率材|高透磁率合金|permalloy/high-permeability alloy|permalloy
亜鉛,ジンク|亜鉛系合金|zinc/zinc-based alloy|zinc-alloy
タングステン,ヘビーアロイ|タングステン合金|tungsten,heavy alloy/tungsten alloy|tungsten
モリブデン,モリブ|モリブデン材|molybdenum,moly|molybdenum
タンタル,ニオブ|高融点金属材|tantalum,niobium/refractory metal material|tantalum
超硬,チョウコウ,タングステンカーバイド|超硬合金材|carbide,tungsten carbide/cemented carbide material|cemented-carbide
コバルトクロム,コバクロ|コバルトクロム系合金|cobalt chrome/cobalt-chromium-based alloy|cobalt-chromium
金,銀,プラチナ,白金|貴金属材料|gold,silver,platinum/noble metal material|precious-metal|0.5 >
磁石,マグネット,ネオジム,フェライト磁石|永久磁石,磁性体|magnet,neodymium/permanent magnet,magnetic body|magnet
形状記憶,ニチノール,超弾性|形状記憶合金材|shape memory alloy,superelastic/shape memory material|nitinol
合成樹脂,プラ,樹脂,プラスチック材|樹脂材料,高分子材料|plastic,resin/resin material,polymer material|plastic
エンプラ,エンジニアリングプラ|エンジニアリング樹脂|engineering plastic/engineering resin|engineering-plastic
スーパーエンプラ,高機能樹脂|耐熱性高分子|super engineering plastic,high-performance polymer/heat-resistant polymer|super-engineering-plastic
ポリアセタール,ジュラコン,デルリン,アセタール|ポリオキシメチレン|POM,acetal,Delrin/polyoxymethylene|pom
ナイロン,ポリアミド,PA|ポリアミド樹脂|nylon,polyamide/polyamide resin|nylon
66ナイロン,レオナ|ポリアミド66|nylon 66,PA66|pa66
MC,モノマーキャスト,青ナイロン|注型ポリアミド|cast nylon,monomer casting nylon/cast polyamide|mc-nylon
ポリカ,ポリカーボ,PC樹脂|ポリカーボネート樹脂|polycarbonate,Lexan/polycarbonate resin|polycarbonate
PBT樹脂,ジュラネックス|ポリブチレンテレフタレート樹脂|PBT/polybutylene terephthalate|pbt
ペット,PET樹脂,ペット樹脂|ポリエチレンテレフタレート樹脂|PET/polyethylene terephthalate resin|pet
ノリル,変性PPE|変性ポリフェニレンエーテル樹脂|Noryl,modified PPE/modified polyphenylene ether|modified-ppe
超高分子,UPE,ニューライト|超高分子量ポリエチレン材|UHMW,UHMWPE/ultra-high-molecular-weight polyethylene|uhmw-pe
ピーク,PEEK材|ポリエーテルエーテルケトン樹脂|PEEK/polyether ether ketone|peek
PPS樹脂,フォートロン|ポリフェニレンスルフィド樹脂|PPS/polyphenylene sulphide|pps
フッ素樹脂,ふっ素樹脂|含フッ素重合体|fluoropolymer,fluororesin/fluorine-containing polymer|fluoropolymer
テフロン樹脂,4フッ化,四ふっ化|ポリテトラフルオロエチレン|PTFE,Teflon/polytetrafluoroethylene|ptfe
ポリイミド,カプトン,ベスペル|ポリイミド樹脂|polyimide,Kapton,Vespel/polyimide resin|polyimide
ウルテム,PEI樹脂|ポリエーテルイミド樹脂|Ultem,PEI/polyetherimide|pei
液晶ポリマー,LCP樹脂,ベクトラ|液晶性高分子|LCP,Vectra/liquid crystal polymer|lcp
ABS,エービーエス|アクリロニトリルブタジエンスチレン樹脂|ABS/acrylonitrile butadiene styrene|abs
PP,ポリプロ,ピーピー|ポリプロピレン樹脂|polypropylene,PP/polypropylene resin|polypropylene
PE,ポリエチ,ポリ|ポリエチレン樹脂|polyethylene,PE/polyethylene resin|polyethylene|0.7 <>
スチロール,PS樹脂,スチロール樹脂|ポリスチレン樹脂|polystyrene,PS/polystyrene resin|polystyrene
塩ビ,塩化ビニール,PVC樹脂|ポリ塩化ビニル|PVC,vinyl/polyvinyl chloride|pvc
アクリル,アクリル板,プレキシ|ポリメタクリル酸メチル|acrylic,Plexiglas,PMMA/polymethyl methacrylate|acrylic
ベーク,ベークライト,フェノール|フェノール樹脂積層体|Bakelite,phenolic/phenolic resin laminate|phenolic
エポキシ,ガラエポ,ガラスエポキシ|エポキシ樹脂組成物|epoxy,glass epoxy,FR4/epoxy resin composition|epoxy
ウレタン,ウレタン樹脂|ポリウレタン樹脂|urethane,polyurethane/polyurethane resin|polyurethane
シリコン樹脂,シリコーン|シリコーン樹脂|silicone/silicone resin|silicone-rubber|0.6 <>
生分解,生分解性プラ,バイオプラ,PLA|生分解性樹脂|biodegradable plastic,bioplastic,PLA/biodegradable resin|bioplastic
再生プラ,リサイクル樹脂,再生材|再生樹脂材料|recycled plastic,PCR/recycled resin material|recycled-plastic
カーボン,炭素繊維,カーボンファイバー|炭素繊維複合材|carbon fiber/carbon fibre composite|cfrp,carbon-fibre
グラスファイバー,ガラス繊維|ガラス繊維強化材|fiberglass,glass fiber/glass fibre reinforcement|glass-fibre,gfrp
CNF,セルロースナノ|微細セルロース繊維|CNF,nanocellulose/fine cellulose fibre|cellulose-nanofibre
ゴム,ラバー,弾性ゴム|弾性体,エラストマー|rubber/elastic body,elastomer|rubber
天然ゴム,NR,アメゴム|天然ゴム組成物|natural rubber,NR|natural-rubber
ニトリル,NBRゴム,耐油ゴム|アクリロニトリルブタジエンゴム|NBR,nitrile/acrylonitrile-butadiene rubber|nitrile-rubber
ネオプレン,クロプレ,CRゴム|クロロプレン系ゴム|neoprene,CR/chloroprene-based rubber|chloroprene-rubber
EPゴム,EPDMゴム,エプトゴム|エチレンプロピレンジエンゴム|EPDM,EPR/ethylene propylene diene rubber|epdm
シリコンゴム,シリコーンラバー,シリコン|シリコーン系弾性体|silicone rubber,VMQ/silicone elastomer|silicone-rubber
バイトン,フッ素ゴム,FKM|フッ素系弾性体|Viton,FKM/fluoroelastomer|fluororubber
エラストマー,TPE,熱可塑ゴム|熱可塑性弾性体|elastomer,TPE/thermoplastic elastic body|thermoplastic-elastomer
スポンジ,発泡ゴム,独泡|多孔質弾性体|sponge rubber,foam rubber/porous elastic body|sponge-rubber
セラミック,セラミックス材,ファインセラミックス|無機焼結体|ceramic,ceramics/inorganic sintered body|ceramic
アルミナ,酸化アルミ|酸化アルミニウム|alumina/aluminium oxide|alumina
ジルコニア,酸化ジルコニウム|部分安定化ジルコニア|zirconia/partially stabilised zirconia|zirconia
窒化珪素,SN,窒化ケイ素材|窒化ケイ素焼結体|silicon nitride/silicon nitride sintered body|silicon-nitride
炭化珪素,SiC,炭化ケイ素材|炭化ケイ素焼結体|silicon carbide,SiC/silicon carbide sintered body|silicon-carbide
窒化アルミ,AlN|窒化アルミニウム焼結体|aluminum nitride,AlN|aluminium-nitride
マセライト,マコール,快削セラミック|マシナブルセラミックス材|Macor,machinable ceramic|machinable-ceramic
ガラス,硝子,板ガラス|ガラス基板|glass,sheet glass/glass substrate|glass
パイレックス,耐熱ガラス,テンパックス|硼珪酸ガラス|Pyrex,Tempax/borosilicate glass|borosilicate-glass
石英,石英硝子,合成石英|溶融シリカ|quartz,fused silica/fused silica glass|quartz-glass
シリコンウェハ,単結晶シリコン|単結晶シリコン基板|silicon wafer/single-crystal silicon substrate|silicon
サファイヤ,人工サファイア|単結晶アルミナ|sapphire/single-crystal alumina|sapphire
GaN,ガリウム砒素,SiCウエハ|化合物半導体基板|GaN,GaAs/compound semiconductor substrate|compound-semiconductor
ダイヤモンド,ダイヤ,PCD|多結晶ダイヤモンド|diamond,PCD/polycrystalline diamond|diamond
グラファイト,黒鉛,カーボン材|黒鉛材料|graphite/graphite material|graphite
CNT,カーボンナノ,グラフェン|炭素ナノ材料|CNT,graphene/carbon nanomaterial|carbon-nanotube
杉,ヒノキ,檜,国産材|針葉樹材|cedar,cypress,domestic timber/softwood|cedar-cypress
無垢板,ナラ,オーク|広葉樹|oak,solid wood/hardwood timber|hardwood
ベニヤ,コンパネ,合板,CLT|積層木質材|plywood,CLT/laminated wood material|plywood
竹,タケ材|竹材|bamboo/bamboo material|bamboo
和紙,手漉き,機械漉き|和紙材料|washi,Japanese paper|washi
パルプモールド,紙成形|紙成形体|pulp mold,moulded fibre/paper moulded body|pulp-mould
コットン,木綿,綿布|綿繊維|cotton/cotton fibre|cotton
シルク,絹糸,生糸|絹繊維|silk/silk fibre|silk
ウール,羊毛,毛糸|獣毛繊維|wool/animal hair fibre|wool
リネン,麻布,ジュート|麻繊維|linen,hemp,jute/bast fibre|hemp-linen
ポリエステル,テトロン|ポリエステル繊維材|polyester,Tetoron/polyester fibre material|polyester-fibre
アラミド,ケブラー|芳香族ポリアミド繊維|aramid,Kevlar/aromatic polyamide fibre|aramid-fibre
ボンド,接着材,のり,粘着テープ|接着剤層,粘着剤層|glue,bond,adhesive tape/adhesive layer|adhesive
潤滑油,グリス,グリース,オイル|潤滑剤|lubricant,grease,oil/lubricating agent|lubricant
金属粉,アルミ粉,鉄粉|金属粒子|metal powder/metal particles|metal-powder
`;
