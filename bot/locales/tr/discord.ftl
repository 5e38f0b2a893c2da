## Under an answer

choose-below = Belgelerde birkaç tane var; aşağıdan birini seç.
sources-list-them = `/kaynaklar` neler sorulabileceğini gösterir.
understood-as = şöyle anlaşıldı: { $question }
which-one = Hangisini kastediyorsun?
ask-next = Sonra şunu sor …
more = Daha fazla
context = Bağlam
sources = Kaynaklar
follow-up = Devam sorusu
ask-fresh = Baştan sor
share = Paylaş
dismiss = Kaldır
wider = Genişlet
next-passage = Sonraki pasaj
shared-by = paylaşan: { $name }

## What the buttons show

page-of = sayfa { $page }/{ $pages }
passage-goes-on = Pasaj devam ediyor; tamamı kaynağında.
nothing-more = Başka bir şey yok.
nothing-quoted = Hiçbir şey alıntılanmadı.
index-named = dizin { $build }

## Forms

follow-up-question = Sorun
follow-up-how = Yukarıdaki yanıtla birlikte değerlendiririm.
what-was-wrong = Yanlış olan neydi?
why = Neden (isteğe bağlı)
why-how = Bunu moderatörler okuyabilir, adın olmadan.

## Replies

noted-helped = Teşekkürler, not edildi: bu yanıt işe yaradı.
noted-wrong = Teşekkürler, not edildi. Moderatörler bunu `/gaps` ile görür.
vote-taken-back = Oyun geri alındı.
button-unknown = Bu düğmeyi artık tanımıyorum; lütfen yeniden sor.
answer-gone = Bu yanıt artık senin için bende yok: sakladığımdan daha eski, istek üzerine unutulmuş ya da belgeleri artık sana açık değil. Lütfen yeniden sor.
share-not-everyones = Buradaki herkes bu belgeleri okuyamaz, bu yüzden yanıtı burada paylaşamam.
share-may-not-write = Bu kanalda yazamıyorsun, bu yüzden yanıtı orada paylaşamam.
dismiss-not-yours = Bu yanıtı yalnızca soran kişi ya da bir moderatör kaldırabilir.
dismiss-too-old = Bu yanıt kimin sorduğunu bilemeyeceğim kadar eski; bir moderatör kaldırabilir.
restarting = Şu anda yeniden başlatılıyorum; lütfen bir dakika sonra yeniden dene.
may-not-use = Bu komutu burada kullanamazsın.
just-updated = Az önce güncellendim; lütfen bir dakika sonra yeniden dene.
no-document = Bu adda bir belgem yok; `/kaynaklar` belgeleri listeler.
document-gone = Bu belge artık yanıt verdiğim belgeler arasında değil; `/kaynaklar` belgeleri listeler.
document-not-everyones = Buradaki herkes bu belgeyi okuyamaz; `özel: True` ile sor.
message-without-text = Bu mesajda arayabileceğim bir metin yok.
ask-me = Bana bir soru sor, belgelerin kendi sözlerini arayayım; `/yardım` nasıl olduğunu gösterir.
message-unreadable = Bu mesajı okuyamıyorum: benden doğrudan bahset (rolümden değil), bana direkt mesaj yaz ya da `/sor` kullan.
forgotten = Unutuldu: buradaki bir sonraki sorun tek başına anlaşılacak. Hakkında sakladıklarımı silmek için `/gizlilik` kullan.
all-forgotten = Tamam: { $count } yanıtın ve bütün oyların silindi.
answered-now = { $people }, bunu sormuştunuz; artık bir yanıtı var:
answered-now-you = Bunu sormuştun; artık bir yanıtı var:

## /sources

no-documents = Henüz belge yok.
answer-from = { $count } belgeden yanıt veriyorum

## /help

help-what = **Belgelerin yanıtladığı her şeyi bana sor.** Onların kendi cümleleriyle yanıt verir, her birinin nerede geçtiğini söylerim; asla bir şey uydurmam.
help-ask = `/sor` bir soru sorar; istersen özel olarak, tek belgede ya da hepsinde
help-mention = Bir kanalda ya da alt başlıkta benden bahset ({ $mention }) ya da bana yanıt ver
help-direct = Bana direkt mesaj yaz
help-menu = Bir mesaja sağ tıkla → Uygulamalar → **Bunu sor**
help-follow-up = Bir yanıtın altındaki **Devam sorusu** düğmesine bas
help-together = *Peki ne kadar ödediler?* gibi bir soru bir öncekiyle birlikte anlaşılır; `/unut` ile baştan başlarım.
help-languages = **Diller:** { $languages }
help-commands = `/kaynaklar` bildiklerim · `/durum` nasıl olduğum · `/gizlilik` sakladıklarım
help-auto = Bazı kanallarda emin olduğumda benden bahsedilmeden de yanıt veririm.

## /privacy

forget-me = Beni unut
privacy-kept = **Sakladıklarım** ({ $days } gün boyunca): sorun ve yanıtı, Discord kimliğin ile sunucunun, kanalın ve mesajların kimlikleri; 👍 ya da 👎 oyun ve verdiğin gerekçe. Şu anda sana ait { $stored } yanıt var. Belgelerimi değiştirenlerin kimliğini, oluşturdukları durumun yanında, daha sonraki bir değişiklik o durumu bulamayana kadar saklarım. Soruları ve oyları gün ve sunucuya göre sayarım; kimsenin kimliği ve tek bir sözcüğü olmadan.
privacy-use = **Ne için:** yanıtların altındaki düğmeler, devam soruları ({ $minutes } dakika boyunca) ve aynı sunucudaki moderatörlerin adlar olmadan okuyabildiği yanıtsız sorular listesi. Onlardan biri seninkini yanıtlarsa sana sorduğun yerde söylerim. Özel olarak ya da direkt mesajda sorulan sorular bu listede yoktur; onları yalnızca beni çalıştıran kişi okuyup yanıtlayabilir.
privacy-never = **Yapmadıklarım:** başka hiçbir hizmete bir şey göndermem, bana sorulmamış mesajları saklamam ve sunucular arasında hiçbir şey paylaşmam. Bir soruyu sildiğinde ya da bir sunucudan çıkarıldığımda orada sorulanları unuturum.
privacy-never-followed = **Yapmadıklarım:** başka hiçbir hizmete bir şey göndermem, bana sorulmamış mesajları saklamam (buradaki yöneticilerin belgeye dönüştürdüğü kanalların mesajları dışında; onları okuyabilenler için, orada silinene kadar) ve sunucular arasında hiçbir şey paylaşmam. Bir soruyu sildiğinde ya da bir sunucudan çıkarıldığımda orada sorulanları unuturum.
privacy-logged = Beni çalıştıran kişi soruları günlüğe yazmayı seçti.
privacy-not-logged = Soruları günlüğe yazmam.

## /status

status-no-index = **Dizin** yok
status-index = **Dizin** { $documents }, { $sentences }
status-built = oluşturulma: { $when }
status-model = **Model** { $model }
status-folder = klasörüm
status-rebuild = `/docs rebuild` bunları dizine alır
status-speed = **Yanıtlar** başlangıçtan beri { $count }; yarısı { $half } sn, %95’i { $most } sn içinde
status-no-speed = **Yanıtlar** başlangıçtan beri yok
status-up = çalışmaya başlama: { $when } · bekleyen: { $waiting }
