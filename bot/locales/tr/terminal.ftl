prompt = soru
terminal-understood-as = Şöyle anlaşıldı: { $question }
terminal-which-one = Hangisini kastediyorsun?
terminal-ask-next = Bundan sonra şunları sorabilirsin:
terminal-could-ask = Şunları sorabilirsin:
terminal-type = Bir soru yaz; /help komutları listeler.
more-has-passages = /more başka pasajları gösterir.
run-index = `verbatim index` çalıştır
run-index-or-rebuild = `verbatim index` çalıştır ya da burada /rebuild yaz
terminal-nothing-indexed = Dizinde hiç belge yok: { $folder } klasörüne bir belge koy ve `verbatim index` çalıştır.

## /help

help-type = Bir soru yaz ya da bunlardan birini:
terminal-languages = Diller: { $languages }
help-help = bu liste
help-sources = yanıtların geldiği belgeler
help-more = son soru için başka pasajlar
help-context = son yanıt, çevresindeki N cümleyle birlikte
help-open = N numaralı pasajın belgesi, kendi satırlarında
help-fresh = son soruyu konuşma olmadan sor
help-new = şimdiye kadarki konuşmayı unut
help-rebuild = belgeleri yeniden dizine al
help-status = dizinin içeriği
help-quit = çık (Ctrl-D de olur)

## What can't be done

terminal-no-index = Henüz dizin yok; `verbatim index` bir tane oluşturur.
terminal-index-outdated = Dizin, soruların şimdi sorulduğundan başka türlü oluşturulmuş; `verbatim index` onu yeniden oluşturur.
terminal-index-damaged = Dizin hasarlı; `verbatim index` onu yeniden oluşturur.
terminal-no-model = Model kullanılamıyor.
no-command = { $name } diye bir komut yok; /help komutları listeler.
choose-number = 1 ile { $most } arasında bir sayı seç.
ask-first = Önce bir soru sor.
no-passage = { $number } numaralı pasaj yok: { $shown } pasaj gösteriliyor.
no-number = { $text } bir sayı değil.
no-further-passages = Bu soru için başka pasaj yok.
no-passage-to-widen = Son sorunun genişletilecek bir pasajı yok.
conversation-forgotten = Konuşma unutuldu.

## /status

status-build = Durum
status-built-at = Oluşturma
status-documents = Belgeler
status-sentences = Cümleler
status-model-name = Model
status-dimensions = { $model } ({ $dimensions } boyut)
status-size = Boyut
status-segments = Bölümler

## /rebuild

rebuilt-held = Dizin { $state } durumuna geri alındığından beri hiçbir belge değişmedi, bu yüzden o yanıt vermeyi sürdürüyor; `verbatim rollback` buna son verir.
