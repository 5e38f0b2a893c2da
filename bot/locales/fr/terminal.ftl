prompt = question
terminal-understood-as = Compris comme : { $question }
terminal-which-one = De quoi s’agit-il ?
terminal-ask-next = Vous pourriez demander ensuite :
terminal-could-ask = Vous pourriez demander :
terminal-type = Tapez une question ; /help énumère les commandes.
more-has-passages = /more montre d’autres passages.
run-index = lancez `verbatim index`
run-index-or-rebuild = lancez `verbatim index`, ou /rebuild ici
terminal-nothing-indexed = L’index ne contient aucun document : mettez-en un dans { $folder } et lancez `verbatim index`.

## /help

help-type = Tapez une question, ou l’une de ces commandes :
terminal-languages = Langues : { $languages }
help-help = cette liste
help-sources = les documents dont viennent les réponses
help-more = d’autres passages pour la dernière question
help-context = la dernière réponse avec N phrases de plus autour
help-open = le document du passage N, à ses lignes
help-fresh = poser la dernière question sans la conversation
help-new = oublier la conversation jusqu’ici
help-rebuild = indexer à nouveau les documents
help-status = ce que contient l’index
help-quit = quitter (Ctrl-D aussi)

## What can't be done

terminal-no-index = Il n’y a pas encore d’index ; `verbatim index` en crée un.
terminal-index-outdated = L’index a été fait autrement que les questions ne sont posées maintenant ; `verbatim index` le refait.
terminal-index-damaged = L’index est endommagé ; `verbatim index` le refait.
terminal-no-model = Le modèle n’est pas disponible.
no-command = Il n’y a pas de commande { $name } ; /help les énumère.
choose-number = Choisissez un nombre de 1 à { $most }.
ask-first = Posez d’abord une question.
no-passage = { $shown ->
    [one] Il n’y a pas de passage { $number } : { $shown } est affiché.
   *[other] Il n’y a pas de passage { $number } : { $shown } sont affichés.
}
no-number = { $text } n’est pas un nombre.
no-further-passages = Il n’y a pas d’autres passages pour cette question.
no-passage-to-widen = La dernière question n’a pas de passage dont montrer davantage.
conversation-forgotten = La conversation est oubliée.

## /status

status-build = État
status-built-at = Construit
status-documents = Documents
status-sentences = Phrases
status-model-name = Modèle
status-dimensions = { $model } ({ $dimensions } dimensions)
status-size = Taille
status-segments = Segments

## /rebuild

rebuilt-held = Aucun document n’a changé depuis le retour de l’index à { $state }, qui continue donc de répondre ; `verbatim rollback` y met fin.
