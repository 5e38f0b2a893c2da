## /docs

look-after = { $count ->
    [one] Вы следите за { $count } документом
    [few] Вы следите за { $count } документами
    [many] Вы следите за { $count } документами
   *[other] Вы следите за { $count } документами
}
only-administrators-rebuild = Перестроить индекс могут только администраторы.
only-administrators-look = Заглянуть в документы могут только администраторы.
only-administrators-states = Состояния моего индекса видят только администраторы.
only-owner-goes-back = Вернуться к состоянию моего индекса может только тот, кто меня запустил.
not-in-charge = Менять документы могут только администраторы, и только те, что предназначены одному их серверу.
none-here = Ни одна коллекция документов не предназначена одному этому серверу. Тот, кто меня запустил, может создать её с помощью VERBATIM_COLLECTIONS, а иначе меняет документы сам.
not-yours = Такого вашего документа я не знаю; `/docs list` назовёт те, за которыми вы следите.
no-collection = Коллекции { $name } я не знаю; { $listed }
which-collection = Скажите, в какую коллекцию он входит; { $listed }
there-are-collections = есть: { $names }.
there-is-no-collection = пока нет ни одной.
same-names = Два файла назывались бы { $name }; переименуйте один из них.
not-downloaded = Не удалось скачать { $name }; вложите файл ещё раз.
kind-unknown = { $name }: файлы этого вида я читать не умею; умею эти: { $kinds }.
file-too-large = { $name } больше { $most } МБ, а больше я не индексирую.
no-file = В папке документов нет файла { $path }.
follows-a-channel = Это следует за каналом Discord; `/docs channel remove` его уберёт.
not-in-folder = { $path } больше нет в папке документов.
changing-now = Сейчас документы меняет кто-то другой; попробуйте ещё раз чуть позже.
folder-unwritable = В папку документов нельзя записать ({ $reason }); тот, кто меня запустил, должен это разрешить или положить файл туда сам.
document-empty = В нём нет текста.

## Forms

new-document = Новый документ
document-title = Заголовок
document-title-how = Документ с тем же заголовком заменяется
document-text = Текст
document-text-how = Markdown понимается
collection = Коллекция
collection-how = Определяет, кто может читать
question = Вопрос
question-how = На что это отвечает
answer = Ответ
answer-how = Цитируется дословно
save-as-answer = Сохранить как ответ
answer-a-question = Ответить на вопрос
answer-empty = Ответу нужны и вопрос, и сам ответ; одно из них пусто.
answer-elsewhere = Это сообщение из другого канала; выберите там «Сохранить как ответ» ещё раз.
message-not-savable = В этом сообщении нет текста, который можно сохранить.
not-a-moderator = Сохранять ответы могут только модераторы.

## Rebuilding

rebuilding = Индекс перестраивается
rebuilding-starts = начало
stage-waiting = ожидание другой сборки
stage-reading = чтение
stage-embedding = векторизация
stage-writing = запись
rebuilding-of = { $done } из { $total }
rebuilding-already = Индекс уже перестраивается; возможно, понадобится ещё раз.
rebuilding-now = Индекс сейчас перестраивается; попробуйте ещё раз, когда это закончится.
not-rebuilt = Индекс не перестроен
not-rebuilt-why = Тот, кто меня запустил, найдёт причину в моём журнале; прежний индекс отвечает дальше.
up-to-date = Индекс обновлён
added = добавлено { $count }
changed = изменено { $count }
removed = убрано { $count }
unchanged = без изменений: { $count }
nothing-changed = Ничего не изменилось.
takes-the-place = Он занимает место { $state }, к которому возвращались.
state-goes-on = Ни один документ не изменился с тех пор, как индекс вернули к { $state }, поэтому отвечает по-прежнему он; `/docs rollback` это закончит.
not-read = Не прочитано
read-with-doubts = Прочитано с сомнениями
embedded-anew = заново векторизовано: { $count }, за { $seconds } с

## /docs history and /docs rollback

state-stays = Оно остаётся, пока не изменится документ; сами документы остаются как есть.
states = **Состояния индекса**, сначала новейшее
state-by = кто: { $people }
state-answers-already = { $state } уже отвечает.
state-ask = Отвечать из этого состояния?
state-answers-now = Теперь отвечает это состояние
state-unreadable = { $state } не читается
state-back = возврат { $when }, пока не изменится документ
state-back-by = возврат { $when } ({ $origin }), пока не изменится документ
state-same = те же документы, прочитанные заново
go-back = Вернуться
bring-back = Вернуть
restore-ask = Вернуть ваши документы к этому состоянию?
restore-same = Ваши документы уже такие, какими были тогда.
restore-lost = не вернуть { $count }, сохранён только текст
restore-only = Только то, что предназначено одному этому серверу ({ $names }); всё прочее остаётся как есть. Заменённое и убранное откладывается в сторону на моей машине.
restore-all = Вы следите за всеми документами; используйте `/docs rollback` для всех сразу.
restore-held = Тот, кто меня запустил, вернулся к прежнему состоянию всех документов; ваши смогут вернуться отдельно, когда изменится какой-нибудь документ.

## /docs channel

only-administrators-channels = Делать каналы своего сервера документами могут только администраторы.
channels-off = Каналы пока не могут быть документами: тот, кто меня запустил, должен разрешить это с помощью VERBATIM_CHANNEL_DOCUMENTS, и мне нужен intent Message Content.
channel-unknown = Такого канала на этом сервере я не знаю.
channel-not-pinned = У форума нет закреплённых сообщений, за которыми можно следовать; не указывайте этого.
channel-not-followed = Этот канал не служит документом.
channel-lacking = Мне не хватает { $permissions } в #{ $channel }.
channel-unread = Discord сейчас не даёт мне читать #{ $name }; ничего не изменено. Попробуйте позже.
and-between = { $first } и { $second }
no-channels = Ни один канал этого сервера не служит документом.
channels-are = Каналы, которые служат документами
all-messages = все сообщения
pinned-messages = закреплённые сообщения
all-posts = все публикации
channel-follows = Теперь я следую за { $name } ({ $what }):
channel-messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
    [many] { $count } сообщений
   *[other] { $count } сообщения
}
channel-messages-since = { $count ->
    [one] { $count } сообщение с { $since }
    [few] { $count } сообщения с { $since }
    [many] { $count } сообщений с { $since }
   *[other] { $count } сообщения с { $since }
}
channel-older = Что старше последних { $most }, не учитывается.
channel-others = Сообщения ботов и всё, что не текст, не учитываются. Читают это только те, кто может читать канал.

## /gaps

only-moderators-gaps = Оставшееся без ответа видят только модераторы.
no-gaps = Без ответа ничего не осталось, и никто не жаловался.
gaps-counted = **Без ответа: { $open }**, теперь с ответом: { $closed }
gap-asked = { $times ->
    [one] спрашивали { $times } раз
    [few] спрашивали { $times } раза
    [many] спрашивали { $times } раз
   *[other] спрашивали { $times } раза
}
gap-wordings = { $wordings ->
    [one] в { $wordings } формулировке
    [few] в { $wordings } формулировках
    [many] в { $wordings } формулировках
   *[other] в { $wordings } формулировках
}
gap-last = последний раз { $when }
gap-answered-now = документы теперь на это отвечают
answer-one = Ответить на один из них
lists-busy = Сейчас составляется много списков; попробуйте ещё раз чуть позже.
gap-forgotten = Этого вопроса больше нет: его забыли, или он старше, чем я храню.
gap-just-answered = Кто-то другой только что ответил на этот вопрос.
gap-still-open = Сохранено, но документы не отвечают на вопрос так, как он был задан, поэтому никому не сообщено и он остаётся в списке. Ответьте ещё раз словами вопроса: это заменит то, что вы написали.
nothing-saved = { $why } Ничего не сохранено; написанное вами приложено.
told-already = Тем, кто спрашивал, уже сообщено.
told-all = { $asked ->
    [one] Сообщено всем, кто спрашивал: { $asked } человек.
    [few] Сообщено всем, кто спрашивал: { $asked } человека.
    [many] Сообщено всем, кто спрашивал: { $asked } человек.
   *[other] Сообщено всем, кто спрашивал: { $asked } человека.
}
told-none = { $asked ->
    [one] Никому не сообщено, а спрашивал { $asked } человек.
    [few] Никому не сообщено, а спрашивали { $asked } человека.
    [many] Никому не сообщено, а спрашивали { $asked } человек.
   *[other] Никому не сообщено, а спрашивали { $asked } человека.
}
told-some = Сообщено { $told } из { $asked } спрашивавших.
told-why = Остальные ушли, больше не могут читать там, где спросили, или я не могу им написать.

## /unhelpful

only-moderators-marks = Отмеченное бесполезным видят только модераторы.
no-marks = Бесполезным ничего не отмечено.
marks-counted = **Отмечено бесполезным: { $count }**, из них в конце: { $last }
comes-last = идёт в конце
keeps-its-place = сохраняет место
give-back = Вернуть одному его место
mark-gone = Это больше не отмечено.
given-back = Готово: место возвращено, пока другие не отметят снова.

## /stats and the weekly digest

only-moderators-stats = Как идут дела, видят только модераторы, а в личных сообщениях тот, кто меня запустил.
no-plot = Графика нет, потому что часть, которая рисует, не установлена (`verbatim[plot]`).
plot = Вопросы по неделям
percent = { $share } %
seconds-short = { $number } с
in-weeks = { $count ->
    [one] за { $count } неделю
    [few] за { $count } недели
    [many] за { $count } недель
   *[other] за { $count } недели
}
nothing-asked-here = На этом сервере { $weeks } ничего не спрашивали.
nothing-asked-anywhere = Нигде { $weeks } ничего не спрашивали.
questions-here = **{ $questions } на этом сервере { $weeks }**
questions-everywhere = **{ $questions } всего { $weeks }**
shares = с ответом { $answered }, возможно { $perhaps }
gaps-closed = { $count ->
    [one] закрыт { $count } вопрос
    [few] закрыто { $count } вопроса
    [many] закрыто { $count } вопросов
   *[other] закрыто { $count } вопроса
}
week-of = неделя с
week-asked = вопросы
week-answered = ответ
week-perhaps = возм.
week-closed = закр.
week-speed = половина / 95 %
questions = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
    [many] { $count } вопросов
   *[other] { $count } вопроса
}
digest-week = Неделя с { $monday }
digest-nobody = Никто не спрашивал.
digest-change = { $change } к неделе раньше
digest-speed = половина ответов / 95 % за { $speed }
digest-unanswered = Осталось без ответа: { $count }; модераторы видят их по `/gaps`.

## The welcome and /setup

welcome-hello = **Здравствуйте, я Verbatim.** Я отвечаю на вопросы точными предложениями из документов, которые мне дали, и у каждого указываю, где оно стоит. Я ничего не выдумываю: если документы не отвечают, я так и говорю.
welcome-how = Спросите меня через `/спросить` или упомяните меня с вопросом. `/помощь` расскажет, что ещё есть.
welcome-auto = В некоторых каналах я отвечаю без упоминания, когда уверен.
welcome-setup = **Тем, кто следит за этим сервером:** `/setup` проведёт вас по остальному.
welcome-not-allowed = Мне пока нельзя отвечать здесь: тот, кто меня запустил, должен назвать этот сервер (`VERBATIM_SERVERS`).
welcome-roles = Спрашивать меня могут только участники с определёнными ролями; `/setup` их назовёт.
welcome-empty = Документов у меня пока нет; `/docs add` мне их даст.
only-administrators-setup = Настроить меня могут только администраторы сервера, на котором я есть.
setup-step = шаг { $step } из { $steps }
setup-by-owner = В настройках того, кто меня запустил; они вступают в силу, когда меня запускают снова.
setup-documents = Документы
setup-documents-here = Здесь я вижу { $documents }: `/источники` покажет их.
setup-own = Только для этого сервера: { $names }.
setup-none-own = Ни одна папка документов не предназначена одному этому серверу. Она появилась бы с `VERBATIM_COLLECTIONS=NAME=server:{ $server }`, и тогда администраторы могли бы добавлять и убирать её документы отсюда.
setup-add = `/docs add` принимает файлы или то, что вы напишете; `/docs remove` их убирает.
setup-who = Кому можно спрашивать
setup-nobody = Здесь меня никому нельзя спрашивать: названы другие серверы, а этот нет.
setup-server-needed = Для `VERBATIM_SERVERS` нужен ID этого сервера: `{ $server }`.
setup-roles = Спрашивать меня могут те, у кого есть { $roles }.
setup-roles-elsewhere = Никому: роли, которым можно, с другого сервера.
setup-roles-how = `VERBATIM_ROLES`: ID ролей, которым можно спрашивать; всем, если пусто.
setup-everyone = Здесь меня могут спрашивать все.
setup-everyone-how = `VERBATIM_ROLES` с ID ролей ограничит это теми, у кого они есть.
setup-auto = Ответы без упоминания:
setup-auto-nowhere = здесь нигде
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` называет каналы, где я отвечаю на всё, в чём уверен; для этого нужен intent Message Content.
setup-digests = Каждую неделю узнают, как дела:
setup-digests-nowhere = ни один канал здесь
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` называет их. `/stats` покажет это в любое время.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` называет их; ID этого канала `{ $channel }`. `/stats` покажет это в любое время.
setup-permissions = Права
setup-lacks = В этом канале мне не хватает { $permissions }.
setup-lacks-nothing = В этом канале у меня есть все нужные права.
setup-done = **Это всё.** Спросите меня о чём-нибудь: `/спросить`. `/gaps` скажет модераторам, на что я не смог ответить, `/статус` как я, `/приватность` всем, что я храню.
permission-missing = Я не могу как следует отвечать в **{ $channel }** ({ $address }): там мне не хватает права **{ $permission }**. Больше я об этом не напомню.
