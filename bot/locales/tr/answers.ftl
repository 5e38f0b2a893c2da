### Sözlük: answer = yanıt, passage = pasaj, document = belge, source = kaynak, question = soru,
### confidence = güven, bot owner = beni çalıştıran kişi, state = durum, gap = yanıtsız soru,
### collection = koleksiyon, index = dizin. Hitap: sen.

## Answers

not-answered = Belgeler bunu yanıtlamıyor.
nothing-near = Belgelerde buna yakın bir şey yok.
perhaps = Şu olabilir:
nearest = En yakın pasajlar (yanıt değil):
rephrase = Belgelerin kullanacağı sözcükleri dene ya da kastettiğin kişiyi, yeri veya şeyi adıyla yaz.
confidence-high = Yüksek güven
confidence-medium = Orta güven
confidence-low = Düşük güven
confidence-answers-high = Bunun soruyu yanıtladığına yüksek güven
confidence-answers-medium = Bunun soruyu yanıtladığına orta güven
confidence-answers-low = Bunun soruyu yanıtladığına düşük güven
too-unsure = yanıt denemeyecek kadar belirsiz
also-in = şurada da var: { $names }
also-in-more = şurada da var: { $names } ve { $count } tane daha
and-more = ve { $count } tane daha
pinned-to = “{ $question }” sorusuna sabitlendi
marked-unhelpful = { $count } kişi yararsız olarak işaretledi
differ = Belgelerin bu konuda birbirini tutmuyor: pasajları ve nereden geldiklerini karşılaştır.
parts-missing = Belgeler şunu yanıtlamıyor: { $questions }
question-about = { $question } (konu: { $about })
context-changed = Belge bu yanıttan sonra değişti, bu yüzden çevresinde ne olduğunu gösteremiyorum.

## Where a passage stands

place-line = satır { $number }
place-lines = satır { $first }–{ $last }
place-page = s. { $number }
place-slide = slayt { $number }
place-row = satır { $number }
place-record = kayıt { $number }
place-cell = hücre { $number }
place-in-sheet = { $sheet }, { $place }

## Documents

documents = { $count } belge
sentences = { $count } cümle
never-quoted = hiç alıntılanmaz
empty-index = Son belge de gitti, dizin artık boş: yeni bir belge gelene kadar hiçbir şey yanıtlanmaz.
how-far = en iyisi İngilizce; sözcükleriyle, her biçimde: { $stemmed }; karakter çiftleriyle: { $pairs }; başka her dil, sözcükleri olduğu gibi. Farklı dillerde belgeler yan yana durabilir.
files-changed = O zamandan beri { $count } dosya değişti ({ $folder }): { $remedy }

## Small talk

greeting = Merhaba! Bana belgelerle ilgili bir şey sor.
thanks = Rica ederim!
farewell = Görüşürüz!
reaction = Belgelerde bir şey aramak istediğinde bana sor.
identity = Ben Verbatim: soruları belgelerin birebir, kaynağı gösterilen cümleleriyle yanıtlarım.
abilities = Soruları belgelerin birebir, kaynağı gösterilen cümleleriyle yanıtlarım.
among-them = { $line } Bunlar arasında: { $titles }.

## Refusals

not-allowed = Sana burada yanıt veremem: beni çalıştıran kişi kimlerin sorabileceğini belirledi.
question-empty = Lütfen bir soru yaz, örneğin: *Raporu kim yazdı?*
question-too-long = Lütfen en çok { $longest } karakterle sor.
busy = Şu anda bekleyen çok soru var; lütfen biraz sonra yeniden sor.
user-limit = Son bir dakikada çok soru sordun; lütfen { $seconds } saniye sonra yeniden sor.
channel-limit = Bu kanalda son bir dakikada çok soru soruldu; lütfen { $seconds } saniye sonra yeniden sor.

## Failures

something-wrong = Benim tarafımda bir şeyler ters gitti; günlüğe yazıldı.
error-id = Yeniden olursa beni çalıştıran kişiye `{ $id }` hata kodunu bildir.
too-slow = Bu çok uzun sürdü ve bırakıldı; lütfen yeniden sor.
unreachable = Şu anda belgelerime ulaşamıyorum; biraz sonra yeniden dene.
memory-unreachable = Şu anda hatırladıklarıma ulaşamıyorum; biraz sonra yeniden dene.
