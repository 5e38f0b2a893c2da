### The terminal: `verbatim ask` and `verbatim repl`.
###
### What is typed (/help, /open, `verbatim index`) stays as it is.

prompt = ask
terminal-understood-as = Understood as: { $question }
terminal-which-one = Which one do you mean?
terminal-ask-next = You could ask next:
terminal-could-ask = You could ask:
terminal-type = Type a question; /help lists the commands.
more-has-passages = /more has further passages.
run-index = run `verbatim index`
run-index-or-rebuild = run `verbatim index`, or /rebuild here
terminal-nothing-indexed = There is no document in the index: put one into { $folder } and run `verbatim index`.

## /help

help-type = Type a question, or one of these:
terminal-languages = Languages: { $languages }
help-help = this list
help-sources = the documents that answers come from
help-more = further passages for the last question
help-context = the last answer with N more sentences around it
help-open = the document of passage N, at its lines
help-fresh = ask the last question without the conversation
help-new = forget the conversation so far
help-rebuild = index the documents again
help-status = what the index holds
help-quit = leave (so does Ctrl-D)

## What can't be done

terminal-no-index = There is no index yet; `verbatim index` makes one.
terminal-index-outdated = The index was made otherwise than questions are asked now; `verbatim index` makes it anew.
terminal-index-damaged = The index is damaged; `verbatim index` makes it anew.
terminal-no-model = The model is not available.
no-command = There is no command { $name }; /help lists them.
choose-number = Choose a number from 1 to { $most }.
ask-first = Ask a question first.
no-passage = { $shown ->
    [one] There is no passage { $number }: { $shown } is shown.
   *[other] There is no passage { $number }: { $shown } are shown.
}
no-number = { $text } is not a number.
no-further-passages = There are no further passages for this question.
no-passage-to-widen = The last question has no passage to show more of.
conversation-forgotten = The conversation is forgotten.

## /status

status-build = Build
status-built-at = Built
status-documents = Documents
status-sentences = Sentences
status-model-name = Model
status-dimensions = { $model } ({ $dimensions } dimensions)
status-size = Size
status-segments = Segments

## /rebuild

rebuilt-held = No document has changed since the index was gone back to { $state }, so that one goes on answering; `verbatim rollback` ends that.
