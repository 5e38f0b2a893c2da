### What every door says: answers, what is not answered, refusals, small talk, failures.
###
### Terms: answer, passage (what is quoted), document, source, question, confidence.
### Verbatim is a name. Between ` stands what is typed; it stays as it is.

## Answers

not-answered = The documents don't answer this.
nothing-near = The documents say nothing that is near to this.
perhaps = This may be it:
nearest = Nearest passages (not an answer):
rephrase = Try the words the documents would use, or name the person, place or thing you mean.
confidence-high = High confidence
confidence-medium = Medium confidence
confidence-low = Low confidence
confidence-answers-high = High confidence that this answers the question
confidence-answers-medium = Medium confidence that this answers the question
confidence-answers-low = Low confidence that this answers the question
too-unsure = too unsure to call any of it an answer
also-in = also in { $names }
also-in-more = also in { $names } and { $count } more
and-more = and { $count } more
pinned-to = pinned to “{ $question }”
marked-unhelpful = marked unhelpful by { $count }
differ = Your documents don't agree on this: compare the passages and where they are from.
parts-missing = The documents don't answer: { $questions }
question-about = { $question } (about: { $about })
context-changed = The document has changed since this answer, so I can’t show what stood around it.

## Where a passage stands

place-line = line { $number }
place-lines = lines { $first }–{ $last }
place-page = p. { $number }
place-slide = slide { $number }
place-row = row { $number }
place-record = record { $number }
place-cell = cell { $number }
place-in-sheet = { $sheet }, { $place }

## Documents

documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
sentences = { $count ->
    [one] { $count } sentence
   *[other] { $count } sentences
}
never-quoted = never quoted
empty-index = The last document is gone, so the index is empty now: nothing is answered until there is one again.
how-far = English best; by their words, in any form of them, { $stemmed }; in pairs of characters { $pairs }; any other by its words as they stand. Documents in several can lie together.
files-changed = { $count ->
    [one] { $count } file in { $folder } has changed since: { $remedy }
   *[other] { $count } files in { $folder } have changed since: { $remedy }
}

## Small talk

greeting = Hello! Ask me something about the documents.
thanks = You're welcome!
farewell = Goodbye!
reaction = Ask me whenever you want to look something up in the documents.
identity = I'm Verbatim: I answer questions with exact, cited sentences of the documents.
abilities = I answer questions with exact, cited sentences of the documents.
among-them = { $line } Among them: { $titles }.

## Refusals

not-allowed = I may not answer you here: whoever runs me has chosen who may ask.
question-empty = Please write a question, for example: *Who wrote the report?*
question-too-long = Please ask in at most { $longest } characters.
busy = Many questions are waiting right now; please ask again in a moment.
user-limit = { $seconds ->
    [one] You have asked a lot in the last minute; please ask again in { $seconds } second.
   *[other] You have asked a lot in the last minute; please ask again in { $seconds } seconds.
}
channel-limit = { $seconds ->
    [one] This channel has asked a lot in the last minute; please ask again in { $seconds } second.
   *[other] This channel has asked a lot in the last minute; please ask again in { $seconds } seconds.
}

## Failures

something-wrong = Something went wrong on my side, and it has been logged.
error-id = If it happens again, tell whoever runs me the error id `{ $id }`.
too-slow = That took too long and was given up; please ask again.
unreachable = I can't reach my documents right now; try again in a moment.
memory-unreachable = I can't reach what I have remembered right now; try again in a moment.
