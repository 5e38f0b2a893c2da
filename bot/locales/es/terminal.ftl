prompt = pregunta
terminal-understood-as = Entendido como: { $question }
terminal-which-one = ¿A cuál te refieres?
terminal-ask-next = A continuación podrías preguntar:
terminal-could-ask = Podrías preguntar:
terminal-type = Escribe una pregunta; /help muestra los comandos.
more-has-passages = /more muestra más pasajes.
run-index = ejecuta `verbatim index`
run-index-or-rebuild = ejecuta `verbatim index`, o /rebuild aquí
terminal-nothing-indexed = En el índice no hay ningún documento: pon uno en { $folder } y ejecuta `verbatim index`.

## /help

help-type = Escribe una pregunta, o uno de estos:
terminal-languages = Idiomas: { $languages }
help-help = esta lista
help-sources = los documentos de los que salen las respuestas
help-more = más pasajes para la última pregunta
help-context = la última respuesta con N oraciones más alrededor
help-open = el documento del pasaje N, en sus líneas
help-fresh = hacer la última pregunta sin la conversación
help-new = olvidar la conversación hasta ahora
help-rebuild = volver a indexar los documentos
help-status = qué contiene el índice
help-quit = salir (también con Ctrl-D)

## What can't be done

terminal-no-index = Todavía no hay índice; `verbatim index` crea uno.
terminal-index-outdated = El índice se hizo de otro modo que como se pregunta ahora; `verbatim index` lo rehace.
terminal-index-damaged = El índice está dañado; `verbatim index` lo rehace.
terminal-no-model = El modelo no está disponible.
no-command = No existe el comando { $name }; /help los muestra.
choose-number = Elige un número del 1 al { $most }.
ask-first = Haz primero una pregunta.
no-passage = { $shown ->
    [one] No hay pasaje { $number }: se muestra { $shown }.
   *[other] No hay pasaje { $number }: se muestran { $shown }.
}
no-number = { $text } no es un número.
no-further-passages = No hay más pasajes para esta pregunta.
no-passage-to-widen = La última pregunta no tiene ningún pasaje del que mostrar más.
conversation-forgotten = La conversación queda olvidada.

## /status

status-build = Estado
status-built-at = Creado
status-documents = Documentos
status-sentences = Oraciones
status-model-name = Modelo
status-dimensions = { $model } ({ $dimensions } dimensiones)
status-size = Tamaño
status-segments = Segmentos

## /rebuild

rebuilt-held = Ningún documento ha cambiado desde que el índice volvió a { $state }, así que este sigue respondiendo; `verbatim rollback` le pone fin.
