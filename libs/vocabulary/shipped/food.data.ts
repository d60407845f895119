/** Food: how it is made, of what, what it becomes, how it is kept and packed. Lines as parse.ts tells. */
export const food = `
パン,パン製造,ベーカリー,食パン|製パン方法,パン類|bread,bakery/bread making|bakery
菓子パン,惣菜パン,調理パン|加工パン類|sweet bread,savoury bread|bakery
米粉パン,グルテンフリーパン|米粉含有パン|rice flour bread,gluten-free bread|bakery
生地,パン生地,ドウ|穀粉生地|dough/cereal flour dough|bakery
冷凍生地,冷凍パン|冷凍穀粉生地|frozen dough,frozen bread|bakery,frozen-food
ピザ,ピザ生地|平焼き生地食品|pizza,pizza dough|bakery
菓子,お菓子,スイーツ|菓子類|sweets,confectionery/confectionery product|confectionery
洋菓子,ケーキ,焼菓子,クッキー|焼成菓子|cake,cookies,baked sweets/baked confectionery|confectionery
和菓子,まんじゅう,饅頭,大福,餅菓子|餡含有菓子|Japanese sweets,manju,daifuku/bean paste confectionery|confectionery
煎餅,せんべい,おかき,あられ|米菓|rice cracker,senbei/rice confectionery|confectionery
チョコ,チョコレート|油脂性菓子|chocolate/oil-based confectionery|confectionery
飴,キャンディ,あめ玉|糖菓|candy,drops/sugar confectionery|confectionery
グミ,ゼリー菓子|ゲル状菓子|gummy,jelly candy/gel confectionery|confectionery
ゼリー,プリン,寒天|ゲル状食品|jelly,pudding,agar/gel food|confectionery
アイス,アイスクリーム,氷菓|冷菓|ice cream,sorbet/frozen confectionery|confectionery,frozen-food
ジャム,コンフィチュール|果実加工食品,糖煮|jam,confiture/fruit preserve|vegetable-fruit-processing
あん,餡,あんこ,小豆餡|豆餡|bean paste,anko|confectionery,soybean
チョコ菓子,スナック,ポテトチップス|膨化食品,スナック食品|snack,potato chips/snack food,puffed food|confectionery
麺,めん,製麺業|麺類|noodles/noodle product|noodle-making
うどん,そば,蕎麦|茹で麺|udon,soba/boiled noodles|noodle-making
ラーメン,中華麺,生麺|かん水麺|ramen,Chinese noodles/alkaline noodles|noodle-making
そうめん,乾麺,素麺|乾燥麺|somen,dried noodles|noodle-making
パスタ,スパゲッティ|押出麺|pasta,spaghetti/extruded noodles|noodle-making
即席麺,カップ麺,インスタントラーメン|即席乾燥麺|instant noodles,cup noodles/instant dried noodles|noodle-making
餃子,ギョーザ,シュウマイ,点心|皮包み食品|gyoza,dumpling,shumai/wrapped food|prepared-meals,frozen-food
春巻,皮もの|包餡食品|spring roll/stuffed food|prepared-meals
食肉,精肉,カット肉|肉類の処理|meat,butchery,cut meat/meat treatment|meat-processing
ハム,ソーセージ,ベーコン|食肉加工品|ham,sausage,bacon/processed meat product|meat-processing
ハンバーグ,ミートボール,挽肉|成形肉食品|hamburger steak,meatball,minced meat/formed meat food|meat-processing
唐揚げ,から揚げ,フライドチキン|油ちょう食品|fried chicken,karaage/deep-fried food|prepared-meals,meat-processing
鶏肉,チキン,鳥肉|家禽肉|chicken,poultry/poultry meat|meat
豚肉,ポーク|豚肉類|pork|meat
牛肉,ビーフ,和牛|牛肉類|beef,wagyu|meat
ジビエ,鹿肉,猪肉|野生鳥獣肉|game meat,venison,wild boar/wild animal meat|meat,meat-processing
水産加工,魚加工,海産物加工|魚介類の加工|seafood processing,fish processing/fish and shellfish processing|seafood-processing
干物,ひもの,開き|乾燥魚|dried fish,himono/dried fish product|seafood-processing
練り物,かまぼこ,ちくわ,すり身|魚肉練製品|fish cake,kamaboko,surimi/fish paste product|seafood-processing
刺身,生食用魚,フィレ|生鮮魚肉|sashimi,fillet/raw fish meat|seafood-processing
塩辛,佃煮,珍味|水産調味加工品|salted seafood,tsukudani,delicacies/seasoned seafood|seafood-processing
鰹節,かつお節,削り節,だし節|節類|bonito flakes,katsuobushi/dried bonito|seafood-processing,fermented-seasoning
海苔,わかめ,昆布,海藻|藻類加工品|nori,wakame,kombu,seaweed/algae product|seafood-processing
いくら,たらこ,明太子,魚卵|魚卵加工品|fish roe,cod roe,mentaiko/fish egg product|seafood-processing
エビ,えび,カニ,かに|甲殻類|shrimp,prawn,crab/crustacean|seafood
貝,ホタテ,カキ,牡蠣|貝類|shellfish,scallop,oyster/mollusc|seafood
サバ,鯖,さば|青魚|mackerel/blue-backed fish|seafood
マグロ,鮪,まぐろ|まぐろ類|tuna|seafood
鮭,サケ,サーモン|さけ類|salmon|seafood
野菜加工,カット野菜,農産加工|野菜の切断処理|cut vegetables,vegetable processing/vegetable cutting|vegetable-fruit-processing
乾燥野菜,ドライベジタブル|脱水野菜|dried vegetables/dehydrated vegetables|vegetable-fruit-processing,drying
カットフルーツ,果物加工|果実の切断処理|cut fruit,fruit processing/fruit treatment|vegetable-fruit-processing
ドライフルーツ,乾燥果実|乾燥果実食品|dried fruit|vegetable-fruit-processing,drying
ピューレ,ペースト野菜,すりおろし|植物体の磨砕物|puree,paste/ground plant matter|vegetable-fruit-processing
きのこ,しいたけ,椎茸|菌茸類|mushroom,shiitake/edible fungi|vegetable
芋,さつまいも,じゃがいも,こんにゃく|芋類加工品|sweet potato,potato,konjac/tuber product|vegetable
山菜,筍,たけのこ|水煮野菜|wild vegetables,bamboo shoots/boiled vegetables|vegetable,vegetable-fruit-processing
漬物,つけもの,浅漬け,ぬか漬け|漬物類|pickles,tsukemono/pickled vegetables|pickling
梅干し,梅干,うめ|梅加工品|pickled plum,umeboshi|pickling,fruit
キムチ,辛味漬け|発酵漬物|kimchi/fermented pickles|pickling
牛乳,ミルク,乳製品|乳製品類|milk,dairy/milk product|dairy-processing
チーズ,ナチュラルチーズ|チーズ類|cheese|dairy-processing
ヨーグルト,発酵乳,乳酸菌飲料|発酵乳製品|yogurt,fermented milk/fermented milk product|dairy-processing
バター,生クリーム,クリーム|乳脂肪食品|butter,cream/milk fat food|dairy-processing
卵,たまご,鶏卵,液卵|卵加工品|egg,liquid egg/egg product|dairy
玉子焼,厚焼き玉子,だし巻|卵焼成食品|Japanese omelette,tamagoyaki|prepared-meals,dairy
日本酒,清酒,酒造|清酒の製造|sake,rice wine/sake brewing|brewing
焼酎,泡盛,蒸留酒|蒸留酒の製造|shochu,spirits/distilled liquor|brewing
ビール,クラフトビール,発泡酒|麦芽発酵飲料|beer,craft beer/malt fermented beverage|brewing
ワイン,果実酒,ワイナリー|果実酒の製造|wine,winery/fruit wine making|brewing
リキュール,梅酒|混成酒|liqueur,plum wine|brewing
甘酒,米麹飲料|麹含有飲料|amazake/koji beverage|beverage-production,brewing
味噌,みそ,ミソ|味噌類の製造|miso/soybean paste|fermented-seasoning
醤油,しょうゆ,しょう油|醤油類の製造|soy sauce,shoyu|fermented-seasoning
酢,食酢,ビネガー|酢酸発酵調味料|vinegar/acetic acid fermented seasoning|fermented-seasoning
みりん,料理酒|甘味調味液|mirin,cooking sake|fermented-seasoning
麹,こうじ,糀|麹菌培養物|koji/koji mould culture|fermented-seasoning,bioprocessing
だし,出汁,スープの素|抽出調味液|dashi,stock,soup base/extract seasoning|fermented-seasoning
ソース,タレ,たれ,つゆ|液状調味料|sauce,dipping sauce/liquid seasoning|fermented-seasoning
ドレッシング,マヨネーズ|乳化調味料|dressing,mayonnaise/emulsified seasoning|fermented-seasoning
ケチャップ,トマトソース|トマト加工品|ketchup,tomato sauce/tomato product|fermented-seasoning,vegetable-fruit-processing
カレー,カレールウ,シチュー|ルウ類|curry,curry roux,stew/roux|retort-processing,seasoning-spice
香辛料,スパイス,わさび,唐辛子|香辛料組成物|spice,wasabi,chili/spice composition|seasoning-spice
塩,食塩,天日塩|塩類|salt,sea salt|seasoning-spice
砂糖,黒糖,はちみつ,シロップ|糖類,甘味料|sugar,brown sugar,honey,syrup/saccharide,sweetener|sugar-sweetener
油,サラダ油,ごま油,食用油|食用油脂組成物|cooking oil,sesame oil,edible oil/edible fat composition|edible-oil
ふりかけ,粉末調味料,粉末スープ|粉末状調味料|furikake,powder seasoning,soup powder/powdered seasoning|fermented-seasoning,powder-processing
飲料,ジュース,清涼飲料|飲料組成物|drinks,juice,soft drink/beverage composition|beverage-production
果汁,ストレート果汁,搾汁|果実搾汁|fruit juice,squeezing/fruit juice extraction|beverage-production
炭酸,炭酸飲料,サイダー|炭酸ガス含有飲料|carbonated drink,soda/carbonated beverage|beverage-production
ペット充填,ボトリング,瓶詰|容器詰飲料|bottling,PET filling/packaged beverage|filling,beverage-production
ミネラルウォーター,天然水|飲用水|mineral water,spring water/drinking water|beverage-production
お茶,緑茶,製茶,煎茶|茶葉加工品|tea,green tea/tea leaf product|tea-coffee-processing
抹茶,粉茶|粉末茶|matcha,powdered tea|tea-coffee-processing
紅茶,ウーロン茶,ほうじ茶|発酵茶|black tea,oolong,roasted tea/fermented tea|tea-coffee-processing
珈琲,コーヒー,焙煎,自家焙煎|焙煎コーヒー豆|coffee,roasting/roasted coffee beans|tea-coffee-processing
ティーバッグ,ドリップバッグ|抽出用バッグ|tea bag,drip bag/extraction bag|tea-coffee-processing,packaging
缶詰,缶づめ,瓶詰め|密封加熱食品|canned food,bottled food/sealed heated food|retort-processing
レトルト,レトルトパウチ,常温保存食品|加圧加熱殺菌食品|retort,retort pouch,shelf-stable food/retort sterilised food|retort-processing
冷凍,冷凍食品,急速冷凍,IQF|凍結食品|frozen food,quick freezing,IQF/frozen foodstuff|frozen-food
解凍,解凍機|解凍処理|thawing/thawing treatment|frozen-food
チルド,冷蔵,冷却食品|低温保存食品|chilled food/low-temperature preserved food|prepared-meals
フリーズドライ,凍結乾燥,FD|凍結乾燥食品|freeze drying/freeze-dried food|freeze-drying
惣菜,おかず,デリカ|調理済食品|deli,side dish,prepared food/cooked food|prepared-meals
弁当,給食,仕出し|弁当類|bento,lunch box catering,school meals/boxed meal|prepared-meals
おにぎり,寿司,米飯|米飯加工食品|rice ball,sushi,cooked rice/cooked rice food|prepared-meals,rice
煮物,煮炊き,炊き込み|煮込み食品|simmered food/stewed food|prepared-meals
揚げ物,フライ,天ぷら|油調食品|fried food,tempura/oil-cooked food|prepared-meals
蒸し物,蒸す,スチーム|蒸煮処理|steaming,steamed food/steam cooking|food-processing
焼き物調理,焼成,グリル|加熱焼成処理|grilling,roasting/heat baking|food-processing
豆腐,とうふ,厚揚げ,油揚げ|大豆凝固食品|tofu,fried tofu/coagulated soybean food|tofu-soy-products
納豆,なっとう|大豆発酵食品|natto/fermented soybean food|tofu-soy-products
豆乳,おから,大豆ミート|大豆加工食品|soy milk,okara,soy meat/soybean processed food|tofu-soy-products
代替肉,植物肉,プラントベース|植物性蛋白食品|plant-based meat,meat alternative/vegetable protein food|tofu-soy-products,health-food
豆,大豆,小豆|豆類原料|beans,soybean,azuki/legume|soybean
米,コメ,玄米,精米|米穀|rice,brown rice,polished rice/rice grain|grain-milling,rice
米粉,上新粉,もち粉|米穀粉|rice flour/rice grain powder|grain-milling,rice
小麦,小麦粉,製粉|小麦粉組成物|wheat,flour,milling/wheat flour composition|grain-milling,wheat-flour
雑穀,麦,大麦,もち麦|雑穀類|millet,barley/minor cereals|grain-milling
餅,もち,切り餅|餅類|rice cake,mochi|grain-milling,confectionery
ごま,ナッツ,落花生|種実類|sesame,nuts,peanuts/nuts and seeds|food-ingredient
サプリ,サプリメント,健康食品|機能性食品組成物|supplement,health food/functional food composition|health-food
機能性表示,トクホ,保健機能|保健機能食品|functional claims,FOSHU/food with health claims|health-food
プロテイン,たんぱく補給|蛋白質補給食品|protein powder/protein supplement food|health-food
青汁,酵素ドリンク|植物搾汁粉末|green juice,aojiru/plant juice powder|health-food
乳酸菌,ビフィズス菌,善玉菌|プロバイオティクス|lactic acid bacteria,bifidobacteria/probiotics|health-food,bioprocessing
コラーゲン,ペプチド|蛋白質加水分解物|collagen,peptide/protein hydrolysate|health-food
食物繊維,難消化|難消化性成分|dietary fiber/indigestible component|health-food
介護食,やわらか食,とろみ,嚥下食|咀嚼嚥下困難者用食品|care food,soft food,thickened food/food for dysphagia|health-food,prepared-meals
離乳食,ベビーフード|乳幼児用食品|baby food/infant food|health-food,retort-processing
ペットフード,飼料,餌|動物用飼料|pet food,feed/animal feed|food-processing
アレルギー対応,アレルゲンフリー,28品目|低アレルゲン食品|allergen-free/hypoallergenic food|food-processing
グルテンフリー,小麦不使用|グルテン不含食品|gluten-free/food without gluten|food-processing
無添加,保存料不使用|添加物不含|additive-free,preservative-free/without additives|food-processing|0.5 <>
有機,オーガニック,有機JAS|有機農産物加工|organic,organic JAS/organic produce processing|food-processing
ハラール,ハラル|ハラール適合食品|halal/halal compliant food|food-processing
減塩,塩分控えめ,低塩|塩分低減食品|low salt,reduced sodium/salt-reduced food|food-processing
低糖質,糖質オフ,糖質制限|糖質低減食品|low carb,low sugar/carbohydrate-reduced food|food-processing
カロリーオフ,低カロリー|低カロリー食品|low calorie/reduced calorie food|food-processing
加熱殺菌,殺菌,滅菌|加熱殺菌処理,微生物の不活化|sterilization,pasteurization/heat sterilisation,microbial inactivation|food-processing
高圧殺菌,HPP,高圧処理|高圧処理食品|high-pressure processing,HPP/high-pressure treated food|food-processing
無菌充填,アセプティック|無菌包装|aseptic filling/aseptic packaging|filling
衛生管理,ハサップ,HACCP|衛生管理方法|HACCP,hygiene control/hygiene management method|food-processing|0.5 <>
賞味期限,日持ち,ロングライフ|保存期間の延長,保存性向上|shelf life,long life/storage period extension|food-processing
鮮度,鮮度保持,みずみずしさ|鮮度維持|freshness,freshness keeping/freshness preservation|food-processing
食感,歯ごたえ,もちもち,サクサク|食感改良,テクスチャー|texture,crispy,chewy/texture improvement|food-processing|0.6 <>
うま味,コク,風味|呈味成分,風味改善|umami,richness,flavor/taste component,flavour improvement|food-processing|0.6 <>
臭み,生臭さ,臭い消し|不快臭の抑制,マスキング|fishy smell,off-flavor/unpleasant odour suppression,masking|food-processing
苦味,えぐみ,渋み|苦味の低減|bitterness,astringency/bitterness reduction|food-processing
甘み,甘さ,甘味|甘味度,甘味増強|sweetness/sweetness enhancement|sugar-sweetener|0.5 <>
香り,香料,フレーバー|香気成分,香料組成物|aroma,flavoring/aroma component|food-processing|0.5 <>
色素,着色,発色|着色料,色調|coloring,food color/colourant|food-processing|0.5 <>
増粘,とろみ剤,ゲル化剤|増粘剤,ゲル化剤組成物|thickener,gelling agent/thickening composition|food-ingredient
乳化剤,乳化|乳化組成物|emulsifier/emulsified composition|food-ingredient,mixing-dispersion
酵素処理,酵素|酵素分解物|enzyme treatment,enzyme/enzymatic degradation product|bioprocessing
エキス,抽出物,濃縮|抽出エキス,濃縮物|extract,concentrate/extracted concentrate|food-processing
搾る,圧搾,しぼり機|圧搾分離|pressing,squeezing/press separation|food-processing
皮むき,剥皮,ピーラー|剥皮処理|peeling/peel removal|vegetable-fruit-processing
種取り,芯抜き,へた取り|種子除去,芯部除去|pitting,coring/seed removal|vegetable-fruit-processing
スライス,薄切り,千切り,角切り|薄片状の切断,細断|slicing,dicing food,shredding/thin cutting|food-processing
みじん切り,ミンチ,チョッパー|細断,挽砕|mincing,chopping/comminution|food-processing
計量,小分け計量,定量充填|定量供給,計量装置|weighing,portioning/quantitative supply|filling,food-processing
成形機,型抜き食品,丸め|食品の成形|food forming,shaping/food moulding|food-processing
味付け,調味,下味,漬け込み|調味液の浸透,調味処理|seasoning,marinating/seasoning infiltration|food-processing
燻製,スモーク,くんせい|燻煙処理|smoking,smoked food/smoke treatment|food-processing
塩漬,塩蔵,塩もみ|塩蔵処理|salting,curing/salt preservation|food-processing,pickling
糖漬,砂糖漬け,甘露煮|糖液浸漬|candied,sugar preserve/sugar solution immersion|vegetable-fruit-processing
パウダー加工,粉末化,食品粉末|食品の粉末化|powdering,food powder/food pulverisation|powder-processing,food-processing
農産物直送,六次化,6次産業化|農産物の加工販売|sixth industry,farm product processing/agricultural product processing and sale|vegetable-fruit-processing
規格外野菜,端材活用,フードロス|未利用食材の活用,食品廃棄の低減|imperfect produce,food loss/use of unused food,food waste reduction|vegetable-fruit-processing
受託加工,食品OEM,PB商品|食品の製造受託|food OEM,private label,co-packing/contract food production|food-processing,oem-production
商品開発,レシピ開発,試作食品|食品の開発|product development,recipe development/food development|food-processing|0.5 >
業務用食材,外食向け|業務用食品|food service ingredients,HoReCa/professional-use food|food-processing
お土産,土産菓子,ギフト菓子|土産用食品|souvenir food,gift sweets|confectionery
食品容器,トレイ容器,弁当容器|食品包装容器|food container,food tray/food packaging container|vacuum-forming,packaging
脱酸素剤,乾燥剤,鮮度保持剤|酸素吸収剤,吸湿剤|oxygen absorber,desiccant/oxygen absorbing agent|packaging
ガス置換,ガス充填包装,MAP|不活性ガス充填包装|gas flushing,MAP/inert gas packaging|packaging
異物除去,異物選別,色彩選別|異物の除去装置|foreign matter removal,color sorter/foreign matter removing device|inspection,food-processing
`;
