prompt = pergunta
terminal-understood-as = Entendido como: { $question }
terminal-which-one = Qual deles?
terminal-ask-next = Em seguida você poderia perguntar:
terminal-could-ask = Você poderia perguntar:
terminal-type = Digite uma pergunta; /help mostra os comandos.
more-has-passages = /more mostra mais trechos.
run-index = rode `verbatim index`
run-index-or-rebuild = rode `verbatim index`, ou /rebuild aqui
terminal-nothing-indexed = Não há nenhum documento no índice: ponha um em { $folder } e rode `verbatim index`.

## /help

help-type = Digite uma pergunta, ou um destes:
terminal-languages = Idiomas: { $languages }
help-help = esta lista
help-sources = os documentos de onde vêm as respostas
help-more = mais trechos para a última pergunta
help-context = a última resposta com mais N frases em volta
help-open = o documento do trecho N, nas linhas dele
help-fresh = fazer a última pergunta sem a conversa
help-new = esquecer a conversa até aqui
help-rebuild = indexar os documentos de novo
help-status = o que o índice contém
help-quit = sair (Ctrl-D também)

## What can't be done

terminal-no-index = Ainda não há índice; `verbatim index` cria um.
terminal-index-outdated = O índice foi feito de outro modo do que se pergunta agora; `verbatim index` o refaz.
terminal-index-damaged = O índice está danificado; `verbatim index` o refaz.
terminal-no-model = O modelo não está disponível.
no-command = Não existe o comando { $name }; /help mostra quais há.
choose-number = Escolha um número de 1 a { $most }.
ask-first = Faça primeiro uma pergunta.
no-passage = { $shown ->
    [one] Não há trecho { $number }: { $shown } é mostrado.
   *[other] Não há trecho { $number }: { $shown } são mostrados.
}
no-number = { $text } não é um número.
no-further-passages = Não há mais trechos para esta pergunta.
no-passage-to-widen = A última pergunta não tem trecho de que mostrar mais.
conversation-forgotten = A conversa foi esquecida.

## /status

status-build = Estado
status-built-at = Criado
status-documents = Documentos
status-sentences = Frases
status-model-name = Modelo
status-dimensions = { $model } ({ $dimensions } dimensões)
status-size = Tamanho
status-segments = Segmentos

## /rebuild

rebuilt-held = Nenhum documento mudou desde que o índice voltou a { $state }, por isso ele continua respondendo; `verbatim rollback` põe fim a isso.
