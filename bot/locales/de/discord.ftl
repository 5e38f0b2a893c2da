## Under an answer

choose-below = Die Dokumente kennen mehrere; wähle unten eines aus.
sources-list-them = `/quellen` zeigt, wonach du fragen kannst.
understood-as = verstanden als: { $question }
which-one = Was meinst du?
ask-next = Weiterfragen …
more = Mehr
context = Zusammenhang
sources = Quellen
follow-up = Nachfragen
ask-fresh = Neu fragen
share = Teilen
dismiss = Entfernen
wider = Weiter fassen
next-passage = Nächste Stelle
shared-by = geteilt von { $name }

## What the buttons show

page-of = Seite { $page } von { $pages }
passage-goes-on = Die Stelle geht weiter; in ihrer Quelle steht alles.
nothing-more = Mehr gibt es nicht.
nothing-quoted = Es wird nichts zitiert.
index-named = Index { $build }

## Forms

follow-up-question = Deine Frage
follow-up-how = Ich lese sie zusammen mit der Antwort darüber.
what-was-wrong = Was war falsch?
why = Warum (freiwillig)
why-how = Moderatoren können das lesen, ohne deinen Namen.

## Replies

noted-helped = Danke, notiert: Diese Antwort hat geholfen.
noted-wrong = Danke, notiert. Moderatoren sehen es mit `/gaps`.
vote-taken-back = Deine Stimme ist zurückgenommen.
button-unknown = Diese Schaltfläche kenne ich nicht mehr; bitte frag noch einmal.
answer-gone = Diese Antwort habe ich nicht mehr für dich: Sie ist älter, als ich Antworten aufhebe, sie wurde auf Wunsch vergessen, oder ihre Dokumente stehen dir nicht mehr offen. Bitte frag noch einmal.
share-not-everyones = Nicht alle hier dürfen diese Dokumente lesen, deshalb kann ich die Antwort hier nicht teilen.
share-may-not-write = Du darfst in diesem Kanal nicht schreiben, deshalb kann ich sie dort nicht teilen.
dismiss-not-yours = Nur wer gefragt hat oder moderiert, kann diese Antwort entfernen.
dismiss-too-old = Diese Antwort ist zu alt, als dass ich wüsste, wer gefragt hat; ein Moderator kann sie entfernen.
restarting = Ich werde gerade neu gestartet; bitte versuch es in einer Minute noch einmal.
may-not-use = Diesen Befehl darfst du hier nicht benutzen.
just-updated = Ich wurde gerade aktualisiert; bitte versuch es in einer Minute noch einmal.
no-document = Ein Dokument dieses Namens habe ich nicht; `/quellen` listet sie auf.
document-gone = Aus diesem Dokument antworte ich nicht mehr; `/quellen` listet auf, welche es gibt.
document-not-everyones = Nicht alle hier dürfen dieses Dokument lesen; frag mit `privat: True`.
message-without-text = In dieser Nachricht steht kein Text, nach dem ich suchen könnte.
ask-me = Stell mir eine Frage, und ich suche, was die Dokumente selbst dazu sagen; `/hilfe` zeigt, wie.
message-unreadable = Diese Nachricht kann ich nicht lesen: Erwähne mich selbst (nicht meine Rolle), schreib mir eine Direktnachricht oder nimm `/fragen`.
forgotten = Vergessen: Deine nächste Frage hier steht für sich. Was ich über dich gespeichert habe, löschst du mit `/datenschutz`.
all-forgotten = { $count ->
    [one] Erledigt: { $count } Antwort von dir und alle deine Stimmen sind gelöscht.
   *[other] Erledigt: { $count } Antworten von dir und alle deine Stimmen sind gelöscht.
}
answered-now = { $people }: Danach habt ihr gefragt, und jetzt gibt es eine Antwort:
answered-now-you = Danach hast du gefragt, und jetzt gibt es eine Antwort:

## /sources

no-documents = Es gibt noch keine Dokumente.
answer-from = { $count ->
    [one] Ich antworte aus { $count } Dokument
   *[other] Ich antworte aus { $count } Dokumenten
}

## /help

help-what = **Frag mich alles, was die Dokumente beantworten.** Ich antworte mit ihren eigenen Sätzen und sage, wo jeder steht; ich denke mir nie etwas aus.
help-ask = `/fragen` stellt eine Frage, auf Wunsch nur für dich, an ein Dokument oder an alle
help-mention = Erwähne mich ({ $mention }) oder antworte mir, in einem Kanal oder Thread
help-direct = Schreib mir eine Direktnachricht
help-menu = Rechtsklick auf eine Nachricht → Apps → **Danach fragen**
help-follow-up = Drück **Nachfragen** unter einer Antwort
help-together = Eine Frage wie *und was haben sie bezahlt?* lese ich zusammen mit der davor; mit `/vergessen` fange ich neu an.
help-languages = **Sprachen:** { $languages }
help-commands = `/quellen` was ich kenne · `/status` wie es mir geht · `/datenschutz` was ich aufhebe
help-auto = In manchen Kanälen antworte ich auch ohne Erwähnung, wenn ich sicher bin.

## /privacy

forget-me = Vergiss mich
privacy-kept = **Was ich aufhebe**, { $days } Tage lang: deine Frage und ihre Antwort, deine Discord-ID und die IDs von Server, Kanal und Nachrichten; dein 👍 oder 👎 und den Grund, den du genannt hast. Zurzeit sind das { $stored ->
    [one] { $stored } Antwort
   *[other] { $stored } Antworten
} von dir. Von denen, die meine Dokumente ändern, hebe ich die ID neben dem Stand auf, den sie geschaffen haben, bis eine spätere Änderung diesen Stand nicht mehr vorfindet. Fragen und Stimmen zähle ich nach Tag und Server, ohne irgendjemandes ID und ohne ein Wort davon.
privacy-use = **Wozu:** für die Schaltflächen unter Antworten, für Nachfragen ({ $minutes } Minuten lang) und für eine Liste unbeantworteter Fragen, die Moderatoren desselben Servers lesen können, ohne Namen. Beantwortet jemand von ihnen deine Frage, sage ich dir das dort, wo du gefragt hast. Fragen, die du privat oder in einer Direktnachricht stellst, stehen nicht in dieser Liste; lesen und beantworten kann sie nur, wer mich betreibt.
privacy-never = **Was ich nicht tue:** Ich schicke nichts an andere Dienste, hebe keine Nachrichten auf, die keine Fragen an mich sind, und teile nichts zwischen Servern. Wenn du eine Frage löschst oder ich von einem Server entfernt werde, vergesse ich, was dort gefragt wurde.
privacy-never-followed = **Was ich nicht tue:** Ich schicke nichts an andere Dienste, hebe keine Nachrichten auf, die keine Fragen an mich sind (außer denen aus Kanälen, die Administratoren hier zu Dokumenten gemacht haben, für alle, die sie lesen dürfen, bis sie dort gelöscht werden), und teile nichts zwischen Servern. Wenn du eine Frage löschst oder ich von einem Server entfernt werde, vergesse ich, was dort gefragt wurde.
privacy-logged = Wer mich betreibt, lässt Fragen ins Protokoll schreiben.
privacy-not-logged = Fragen schreibe ich in kein Protokoll.

## /status

status-no-index = **Index** keiner
status-index = **Index** { $documents }, { $sentences }
status-built = erstellt { $when }
status-model = **Modell** { $model }
status-folder = meinem Ordner
status-rebuild = `/docs rebuild` nimmt sie auf
status-speed = **Antworten** { $count } seit dem Start; die Hälfte binnen { $half } s, 95 % binnen { $most } s
status-no-speed = **Antworten** noch keine seit dem Start
status-up = gestartet { $when } · { $waiting } in der Schlange
