prompt = frage
terminal-understood-as = Verstanden als: { $question }
terminal-which-one = Was meinst du?
terminal-ask-next = Als Nächstes könntest du fragen:
terminal-could-ask = Du könntest fragen:
terminal-type = Gib eine Frage ein; /help zeigt die Befehle.
more-has-passages = /more zeigt weitere Stellen.
run-index = führ `verbatim index` aus
run-index-or-rebuild = führ `verbatim index` aus, oder /rebuild hier
terminal-nothing-indexed = Im Index ist kein Dokument: Leg eines in { $folder } und führ `verbatim index` aus.

## /help

help-type = Gib eine Frage ein, oder eines von diesen:
terminal-languages = Sprachen: { $languages }
help-help = diese Liste
help-sources = die Dokumente, aus denen die Antworten stammen
help-more = weitere Stellen zur letzten Frage
help-context = die letzte Antwort mit N weiteren Sätzen darum herum
help-open = das Dokument der Stelle N, bei ihren Zeilen
help-fresh = die letzte Frage ohne das Gespräch stellen
help-new = das bisherige Gespräch vergessen
help-rebuild = die Dokumente neu indizieren
help-status = was der Index enthält
help-quit = verlassen (geht auch mit Strg-D)

## What can't be done

terminal-no-index = Es gibt noch keinen Index; `verbatim index` legt einen an.
terminal-index-outdated = Der Index wurde anders erstellt, als jetzt gefragt wird; `verbatim index` erstellt ihn neu.
terminal-index-damaged = Der Index ist beschädigt; `verbatim index` erstellt ihn neu.
terminal-no-model = Das Modell ist nicht verfügbar.
no-command = Den Befehl { $name } gibt es nicht; /help zeigt alle.
choose-number = Wähl eine Zahl von 1 bis { $most }.
ask-first = Stell zuerst eine Frage.
no-passage = { $shown ->
    [one] Eine Stelle { $number } gibt es nicht: { $shown } wird gezeigt.
   *[other] Eine Stelle { $number } gibt es nicht: { $shown } werden gezeigt.
}
no-number = { $text } ist keine Zahl.
no-further-passages = Zu dieser Frage gibt es keine weiteren Stellen.
no-passage-to-widen = Die letzte Frage hat keine Stelle, um die herum mehr zu zeigen wäre.
conversation-forgotten = Das Gespräch ist vergessen.

## /status

status-build = Stand
status-built-at = Erstellt
status-documents = Dokumente
status-sentences = Sätze
status-model-name = Modell
status-dimensions = { $model } ({ $dimensions } Dimensionen)
status-size = Größe
status-segments = Segmente

## /rebuild

rebuilt-held = Kein Dokument hat sich geändert, seit der Index zu { $state } zurückgegangen ist, deshalb antwortet dieser weiter; `verbatim rollback` beendet das.
