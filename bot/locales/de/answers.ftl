### Glossar: answer = Antwort, passage = Stelle, document = Dokument, source = Quelle,
### question = Frage, confidence = Sicherheit, bot owner = wer mich betreibt, state = Stand,
### gap = offene Frage, collection = Sammlung, index = Index, mark = Markierung.
### Anrede: du. Zeichensetzung: „…“, Halbgeviertstrich.

## Answers

not-answered = Die Dokumente beantworten das nicht.
nothing-near = In den Dokumenten steht nichts, was dem nahekommt.
perhaps = Das könnte es sein:
nearest = Nächstliegende Stellen (keine Antwort):
rephrase = Versuch es mit Wörtern, die in den Dokumenten stehen könnten, oder nenne die Person, den Ort oder die Sache beim Namen.
confidence-high = Hohe Sicherheit
confidence-medium = Mittlere Sicherheit
confidence-low = Geringe Sicherheit
confidence-answers-high = Hohe Sicherheit, dass das die Frage beantwortet
confidence-answers-medium = Mittlere Sicherheit, dass das die Frage beantwortet
confidence-answers-low = Geringe Sicherheit, dass das die Frage beantwortet
too-unsure = zu unsicher, um etwas davon eine Antwort zu nennen
also-in = auch in { $names }
also-in-more = auch in { $names } und { $count } weiteren
and-more = { $count ->
    [one] und noch { $count }
   *[other] und { $count } weitere
}
pinned-to = angeheftet an „{ $question }“
marked-unhelpful = von { $count } als nicht hilfreich markiert
differ = Deine Dokumente sind sich darin nicht einig: Vergleiche die Stellen und woher sie stammen.
parts-missing = Die Dokumente beantworten nicht: { $questions }
question-about = { $question } (zu: { $about })
context-changed = Das Dokument hat sich seit dieser Antwort geändert, deshalb kann ich nicht zeigen, was darum herum stand.

## Where a passage stands

place-line = Zeile { $number }
place-lines = Zeilen { $first }–{ $last }
place-page = S. { $number }
place-slide = Folie { $number }
place-row = Zeile { $number }
place-record = Datensatz { $number }
place-cell = Zelle { $number }
place-in-sheet = { $sheet }, { $place }

## Documents

documents = { $count ->
    [one] { $count } Dokument
   *[other] { $count } Dokumente
}
sentences = { $count ->
    [one] { $count } Satz
   *[other] { $count } Sätze
}
never-quoted = wird nie zitiert
empty-index = Das letzte Dokument ist weg, der Index ist jetzt leer: Bis es wieder eines gibt, wird nichts beantwortet.
how-far = am besten Englisch; nach ihren Wörtern, in jeder Form: { $stemmed }; nach Zeichenpaaren: { $pairs }; jede andere Sprache nach ihren Wörtern, wie sie dastehen. Dokumente in mehreren Sprachen können beieinanderliegen.
files-changed = { $count ->
    [one] { $count } Datei in { $folder } hat sich seitdem geändert: { $remedy }
   *[other] { $count } Dateien in { $folder } haben sich seitdem geändert: { $remedy }
}

## Small talk

greeting = Hallo! Frag mich etwas zu den Dokumenten.
thanks = Gern geschehen!
farewell = Bis bald!
reaction = Frag mich, wann immer du etwas in den Dokumenten nachschlagen willst.
identity = Ich bin Verbatim: Ich beantworte Fragen mit wörtlichen, belegten Sätzen aus den Dokumenten.
abilities = Ich beantworte Fragen mit wörtlichen, belegten Sätzen aus den Dokumenten.
among-them = { $line } Darunter sind: { $titles }.

## Refusals

not-allowed = Ich darf dir hier nicht antworten: Wer mich betreibt, hat festgelegt, wer fragen darf.
question-empty = Bitte schreib eine Frage, zum Beispiel: *Wer hat den Bericht geschrieben?*
question-too-long = Bitte frag in höchstens { $longest } Zeichen.
busy = Gerade warten viele Fragen; bitte frag gleich noch einmal.
user-limit = { $seconds ->
    [one] Du hast in der letzten Minute viel gefragt; bitte frag in { $seconds } Sekunde noch einmal.
   *[other] Du hast in der letzten Minute viel gefragt; bitte frag in { $seconds } Sekunden noch einmal.
}
channel-limit = { $seconds ->
    [one] In diesem Kanal wurde in der letzten Minute viel gefragt; bitte frag in { $seconds } Sekunde noch einmal.
   *[other] In diesem Kanal wurde in der letzten Minute viel gefragt; bitte frag in { $seconds } Sekunden noch einmal.
}

## Failures

something-wrong = Bei mir ist etwas schiefgegangen; es steht im Protokoll.
error-id = Wenn es wieder passiert, nenne dem, der mich betreibt, die Fehlernummer `{ $id }`.
too-slow = Das hat zu lange gedauert und wurde abgebrochen; bitte frag noch einmal.
unreachable = Ich komme gerade nicht an meine Dokumente; versuch es gleich noch einmal.
memory-unreachable = Ich komme gerade nicht an das, was ich mir gemerkt habe; versuch es gleich noch einmal.
