## /docs

look-after = { $count } belgeden sorumlusun
only-administrators-rebuild = Dizini yalnızca yöneticiler yeniden oluşturabilir.
only-administrators-look = Belgelerin içine yalnızca yöneticiler bakabilir.
only-administrators-states = Dizinimin durumlarını yalnızca yöneticiler görebilir.
only-owner-goes-back = Dizinimin bir durumuna yalnızca beni çalıştıran kişi dönebilir.
not-in-charge = Belgeleri yalnızca yöneticiler değiştirebilir; onlar da yalnızca kendi sunucularına özel olanları.
none-here = Hiçbir belge koleksiyonu yalnızca bu sunucuya özel değil. Beni çalıştıran kişi VERBATIM_COLLECTIONS ile bir tane oluşturabilir; yoksa belgeleri kendisi değiştirir.
not-yours = Sana ait böyle bir belge bilmiyorum; `/docs list` sorumlu olduklarını gösterir.
no-collection = { $name } adlı bir koleksiyon bilmiyorum; { $listed }
which-collection = Lütfen hangi koleksiyona ait olduğunu söyle; { $listed }
there-are-collections = olanlar: { $names }.
there-is-no-collection = henüz hiç yok.
same-names = Dosyalardan ikisinin adı { $name } olurdu; lütfen birinin adını değiştir.
not-downloaded = { $name } indirilemedi; lütfen yeniden ekle.
kind-unknown = { $name } okuyamadığım türden; şunları okuyabilirim: { $kinds }.
file-too-large = { $name } { $most } MB’den büyük; dizine en çok bu kadarını alırım.
no-file = Belge klasöründe { $path } adlı bir dosya yok.
follows-a-channel = Bu, bir Discord kanalını izliyor; `/docs channel remove` onu çıkarır.
not-in-folder = { $path } artık belge klasöründe değil.
changing-now = Şu anda başka biri belgeleri değiştiriyor; lütfen biraz sonra yeniden dene.
folder-unwritable = Belge klasörüne yazılamıyor ({ $reason }); beni çalıştıran kişinin buna izin vermesi ya da dosyayı oraya koyması gerekiyor.
document-empty = İçinde metin yok.

## Forms

new-document = Yeni bir belge
document-title = Başlık
document-title-how = Aynı başlıklı belgenin yerine geçer
document-text = Metin
document-text-how = Markdown anlaşılır
collection = Koleksiyon
collection-how = Kimlerin okuyabileceğini belirler
question = Soru
question-how = Neyi yanıtladığı
answer = Yanıt
answer-how = Sözcüğü sözcüğüne alıntılanır
save-as-answer = Yanıt olarak kaydet
answer-a-question = Bir soruyu yanıtla
answer-empty = Bir yanıt için hem soru hem yanıt gerekir; biri boş.
answer-elsewhere = Bu mesaj başka bir kanaldan; orada yeniden “Yanıt olarak kaydet”i seç.
message-not-savable = Bu mesajda kaydedilebilecek bir metin yok.
not-a-moderator = Yanıtları yalnızca moderatörler kaydedebilir.

## Rebuilding

rebuilding = Dizin yeniden oluşturuluyor
rebuilding-starts = başlıyor
stage-waiting = başka bir oluşturma bekleniyor
stage-reading = okunuyor
stage-embedding = gömülüyor
stage-writing = yazılıyor
rebuilding-of = { $done }/{ $total }
rebuilding-already = Dizin zaten yeniden oluşturuluyor; bir kez daha gerekebilir.
rebuilding-now = Dizin şu anda yeniden oluşturuluyor; lütfen bitince yeniden dene.
not-rebuilt = Dizin yeniden oluşturulmadı
not-rebuilt-why = Beni çalıştıran kişi nedenini günlüğümde bulur; eski dizin yanıt vermeyi sürdürüyor.
up-to-date = Dizin güncel
added = { $count } eklendi
changed = { $count } değişti
removed = { $count } çıkarıldı
unchanged = { $count } aynı kaldı
nothing-changed = Hiçbir şey değişmedi.
takes-the-place = Geri dönülmüş olan { $state } durumunun yerini alıyor.
state-goes-on = Dizin { $state } durumuna döndüğünden beri hiçbir belge değişmedi, bu yüzden yanıtları o veriyor; `/docs rollback` buna son verir.
not-read = Okunmayanlar
read-with-doubts = Kuşkuyla okunanlar
embedded-anew = { $count } yeniden gömüldü, { $seconds } sn

## /docs history and /docs rollback

state-stays = Bir belge değişene kadar kalır; belgelerin kendileri olduğu gibi durur.
states = **Dizinin durumları**, en yenisi önce
state-by = yapan: { $people }
state-answers-already = Zaten { $state } yanıt veriyor.
state-ask = Yanıtlar bu durumdan mı verilsin?
state-answers-now = Artık bu durum yanıt veriyor
state-unreadable = { $state } okunamıyor
state-back = geri dönüldü { $when }, bir belge değişene kadar
state-back-by = geri dönüldü { $when } ({ $origin }), bir belge değişene kadar
state-same = aynı belgeler, yeniden okundu
go-back = Geri dön
bring-back = Geri getir
restore-ask = Belgelerin bu duruma geri getirilsin mi?
restore-same = Belgelerin zaten o zamanki gibi.
restore-lost = { $count } geri getirilemez, yalnızca metni saklandı
restore-only = Yalnızca bu sunucuya özel olanlar ({ $names }); gerisi olduğu gibi kalır. Değiştirilen ya da çıkarılan, makinemde bir kenarda saklanır.
restore-all = Bütün belgelerden sen sorumlusun; hepsi için `/docs rollback` kullan.
restore-held = Beni çalıştıran kişi bütün belgelerin önceki bir durumuna döndü; bir belge değişince seninkiler yine kendi başına geri dönebilir.

## /docs channel

only-administrators-channels = Sunucularının kanallarını yalnızca yöneticiler belge yapabilir.
channels-off = Kanallar henüz belge olamıyor: beni çalıştıran kişinin VERBATIM_CHANNEL_DOCUMENTS ile izin vermesi gerekiyor; bunun için Message Content intent’ine ihtiyacım var.
channel-unknown = Bu sunucuda böyle bir kanal bilmiyorum.
channel-not-pinned = Forumun izlenebilecek sabitlenmiş mesajı yoktur; onu boş bırak.
channel-not-followed = Bu kanal belge değil.
channel-lacking = #{ $channel } kanalında { $permissions } iznim yok.
channel-unread = Discord şu anda #{ $name } kanalını okumama izin vermiyor; hiçbir şey değişmedi. Lütfen daha sonra yeniden dene.
and-between = { $first } ve { $second }
no-channels = Bu sunucunun hiçbir kanalı belge değil.
channels-are = Belge olan kanallar
all-messages = bütün mesajlar
pinned-messages = sabitlenmiş mesajlar
all-posts = bütün gönderiler
channel-follows = Artık { $name } kanalını izliyorum ({ $what }):
channel-messages = { $count } mesaj
channel-messages-since = { $since } tarihinden beri { $count } mesaj
channel-older = Son { $most } mesajdan eskileri dışarıda kalır.
channel-others = Botların mesajları ve metin olmayanlar dışarıda kalır. Bunu yalnızca kanalı okuyabilenler okur.

## /gaps

only-moderators-gaps = Yanıtsız kalanları yalnızca moderatörler görebilir.
no-gaps = Yanıtsız kalan bir şey yok, kimse de şikâyet etmedi.
gaps-counted = **{ $open } yanıtsız**, { $closed } artık yanıtlı
gap-asked = { $times } kez soruldu
gap-wordings = { $wordings } farklı söyleyişle
gap-last = son olarak { $when }
gap-answered-now = belgeler bunu artık yanıtlıyor
answer-one = Bunlardan birini yanıtla
lists-busy = Şu anda çok liste hazırlanıyor; lütfen biraz sonra yeniden dene.
gap-forgotten = O soru artık yok: unutuldu ya da sakladığımdan eski.
gap-just-answered = O soruyu az önce başka biri yanıtladı.
gap-still-open = Kaydedildi, ama belgeler soruyu sorulduğu biçimiyle yanıtlamıyor; bu yüzden kimseye haber verilmedi ve soru listede kalıyor. Sorunun sözcükleriyle yeniden yanıtla: yazdığının yerine geçer.
nothing-saved = { $why } Hiçbir şey kaydedilmedi; yazdığın ekte.
told-already = Soranlara zaten haber verildi.
told-all = Soran { $asked } kişinin hepsine haber verildi.
told-none = Soran { $asked } kişiden hiçbirine haber verilemedi.
told-some = Soran { $asked } kişiden { $told } kişiye haber verildi.
told-why = Ötekiler ayrılmış, sordukları yerde artık okuyamıyor ya da onlara yazamıyorum.

## /unhelpful

only-moderators-marks = Yararsız olarak işaretlenenleri yalnızca moderatörler görebilir.
no-marks = Yararsız olarak işaretlenen bir şey yok.
marks-counted = **{ $count } yararsız olarak işaretlendi**, bunlardan { $last } tanesi en sonda
comes-last = en sonda gelir
keeps-its-place = yerini korur
give-back = Birine yerini geri ver
mark-gone = O artık işaretli değil.
given-back = Tamam: başkaları yeniden işaretleyene kadar yeri geri verildi.

## /stats and the weekly digest

only-moderators-stats = İşlerin nasıl gittiğini yalnızca moderatörler, direkt mesajda da beni çalıştıran kişi görebilir.
no-plot = Grafik yok, çünkü çizen bölüm kurulu değil (`verbatim[plot]`).
plot = Haftalık sorular
percent = %{ $share }
seconds-short = { $number } sn
in-weeks = { $count } haftada
nothing-asked-here = Bu sunucuda { $weeks } hiçbir şey sorulmadı.
nothing-asked-anywhere = Hiçbir yerde { $weeks } bir şey sorulmadı.
questions-here = **Bu sunucuda { $weeks } { $questions }**
questions-everywhere = **Her yerde { $weeks } { $questions }**
shares = { $answered } yanıtlandı, { $perhaps } belki
gaps-closed = { $count } soru kapatıldı
week-of = hafta
week-asked = soru
week-answered = yanıt
week-perhaps = belki
week-closed = kapanan
week-speed = yarısı / %95
questions = { $count } soru
digest-week = { $monday } haftası
digest-nobody = Kimse soru sormadı.
digest-change = önceki haftaya göre { $change }
digest-speed = yanıtların yarısı / %95’i { $speed } içinde
digest-unanswered = { $count } soru yanıtsız kaldı; moderatörler bunları `/gaps` ile görür.

## The welcome and /setup

welcome-hello = **Merhaba, ben Verbatim.** Soruları bana verilen belgelerin birebir cümleleriyle, her birinin geçtiği yeri göstererek yanıtlarım. Hiçbir şey uydurmam: belgeler yanıtlamıyorsa bunu söylerim.
welcome-how = Bana `/sor` ile sor ya da bir soruyla benden bahset. `/yardım` başka neler olduğunu söyler.
welcome-auto = Bazı kanallarda emin olduğumda benden bahsedilmeden de yanıt veririm.
welcome-setup = **Bu sunucuyla ilgilenenler için:** gerisini `/setup` adım adım gösterir.
welcome-not-allowed = Burada henüz yanıt veremem: beni çalıştıran kişinin bu sunucuyu belirtmesi gerekiyor (`VERBATIM_SERVERS`).
welcome-roles = Bana yalnızca belirli rolleri olan üyeler sorabilir; `/setup` bunları gösterir.
welcome-empty = Henüz belgem yok; `/docs add` bana belge verir.
only-administrators-setup = Beni bir sunucuda yalnızca bulunduğum o sunucunun yöneticileri ayarlayabilir.
setup-step = adım { $step }/{ $steps }
setup-by-owner = Beni çalıştıran kişinin ayarlarında; yeniden başlatıldığımda geçerli olur.
setup-documents = Belgeler
setup-documents-here = Burada { $documents } görüyorum: `/kaynaklar` listeler.
setup-own = Yalnızca bu sunucu için: { $names }.
setup-none-own = Hiçbir belge klasörü yalnızca bu sunucuya özel değil. `VERBATIM_COLLECTIONS=NAME=server:{ $server }` ile bir tane olurdu ve yöneticiler belgelerini buradan ekleyip çıkarabilirdi.
setup-add = `/docs add` dosya ya da yazdığını alır; `/docs remove` çıkarır.
setup-who = Kimler sorabilir
setup-nobody = Burada bana kimse soramaz: başka sunucular belirtilmiş, bu sunucu değil.
setup-server-needed = `VERBATIM_SERVERS` bu sunucunun kimliğini ister: `{ $server }`.
setup-roles = { $roles } rolü olanlar bana sorabilir.
setup-roles-elsewhere = Burada kimse: izinli roller başka bir sunucunun.
setup-roles-how = `VERBATIM_ROLES`, sormaya izin veren rollerin kimlikleridir; boşsa herkes sorabilir.
setup-everyone = Burada bana herkes sorabilir.
setup-everyone-how = `VERBATIM_ROLES` rol kimlikleriyle bunu o rollerdeki kişilere daraltır.
setup-auto = Benden bahsedilmeden verilen yanıtlar:
setup-auto-nowhere = burada hiçbir yerde
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS`, emin olduğum her şeyi yanıtladığım kanalları belirtir; bunun için Message Content intent’i gerekir.
setup-digests = Her hafta bilgilendirilenler:
setup-digests-nowhere = burada hiçbir kanal
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` bunları belirtir. `/stats` her an gösterir.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` bunları belirtir; bu kanalın kimliği `{ $channel }`. `/stats` her an gösterir.
setup-permissions = İzinler
setup-lacks = Bu kanalda { $permissions } iznim yok.
setup-lacks-nothing = Bu kanalda gereken bütün izinlerim var.
setup-done = **Hepsi bu.** Bana bir şey sor: `/sor`. `/gaps` moderatörlere yanıtlayamadıklarımı, `/durum` nasıl olduğumu, `/gizlilik` herkese ne sakladığımı söyler.
permission-missing = **{ $channel }** ({ $address }) içinde düzgün yanıt veremiyorum: orada **{ $permission }** iznim yok. Bundan bir daha söz etmeyeceğim.
