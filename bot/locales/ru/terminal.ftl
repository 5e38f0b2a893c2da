prompt = вопрос
terminal-understood-as = Понято как: { $question }
terminal-which-one = Что вы имеете в виду?
terminal-ask-next = Дальше можно спросить:
terminal-could-ask = Можно спросить:
terminal-type = Введите вопрос; /help покажет команды.
more-has-passages = /more покажет другие отрывки.
run-index = выполните `verbatim index`
run-index-or-rebuild = выполните `verbatim index` или /rebuild здесь
terminal-nothing-indexed = В индексе нет ни одного документа: положите документ в { $folder } и выполните `verbatim index`.

## /help

help-type = Введите вопрос или одну из этих команд:
terminal-languages = Языки: { $languages }
help-help = этот список
help-sources = документы, из которых берутся ответы
help-more = другие отрывки к последнему вопросу
help-context = последний ответ и ещё N предложений вокруг него
help-open = документ отрывка N, на его строках
help-fresh = задать последний вопрос без разговора
help-new = забыть разговор до этого места
help-rebuild = проиндексировать документы заново
help-status = что содержит индекс
help-quit = выйти (также Ctrl-D)

## What can't be done

terminal-no-index = Индекса ещё нет; `verbatim index` создаст его.
terminal-index-outdated = Индекс создан иначе, чем теперь задаются вопросы; `verbatim index` создаст его заново.
terminal-index-damaged = Индекс повреждён; `verbatim index` создаст его заново.
terminal-no-model = Модель недоступна.
no-command = Команды { $name } нет; /help покажет, какие есть.
choose-number = Выберите число от 1 до { $most }.
ask-first = Сначала задайте вопрос.
no-passage = { $shown ->
    [one] Отрывка { $number } нет: показан { $shown }.
    [few] Отрывка { $number } нет: показаны { $shown }.
    [many] Отрывка { $number } нет: показано { $shown }.
   *[other] Отрывка { $number } нет: показано { $shown }.
}
no-number = { $text } не число.
no-further-passages = Других отрывков к этому вопросу нет.
no-passage-to-widen = У последнего вопроса нет отрывка, вокруг которого можно показать больше.
conversation-forgotten = Разговор забыт.

## /status

status-build = Состояние
status-built-at = Создано
status-documents = Документы
status-sentences = Предложения
status-model-name = Модель
status-dimensions = { $model } (измерений: { $dimensions })
status-size = Размер
status-segments = Сегменты

## /rebuild

rebuilt-held = Ни один документ не изменился с тех пор, как индекс вернули к { $state }, поэтому отвечает он; `verbatim rollback` это прекратит.
