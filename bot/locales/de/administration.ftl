## /docs

look-after = { $count ->
    [one] Du kümmerst dich um { $count } Dokument
   *[other] Du kümmerst dich um { $count } Dokumente
}
only-administrators-rebuild = Nur Administratoren können den Index neu erstellen.
only-administrators-look = Nur Administratoren können in die Dokumente schauen.
only-administrators-states = Nur Administratoren können die Stände meines Index sehen.
only-owner-goes-back = Nur wer mich betreibt, kann zu einem Stand meines Index zurückgehen.
not-in-charge = Nur Administratoren können die Dokumente ändern, und nur die, die allein für ihren Server da sind.
none-here = Keine Sammlung von Dokumenten ist allein für diesen Server da. Wer mich betreibt, kann mit VERBATIM_COLLECTIONS eine anlegen und ändert sonst die Dokumente.
not-yours = Ein solches Dokument von dir kenne ich nicht; `/docs list` nennt die, um die du dich kümmerst.
no-collection = Eine Sammlung { $name } kenne ich nicht; { $listed }
which-collection = Bitte sag, in welche Sammlung es gehört; { $listed }
there-are-collections = es gibt: { $names }.
there-is-no-collection = es gibt noch keine.
same-names = Zwei der Dateien würden { $name } heißen; bitte benenne eine um.
not-downloaded = { $name } konnte nicht heruntergeladen werden; bitte häng die Datei noch einmal an.
kind-unknown = { $name } ist von einer Art, die ich nicht lesen kann; diese kann ich lesen: { $kinds }.
file-too-large = { $name } ist größer als { $most } MB, und mehr nehme ich nicht in den Index.
no-file = Im Ordner der Dokumente gibt es keine Datei { $path }.
follows-a-channel = Das folgt einem Kanal von Discord; `/docs channel remove` nimmt es heraus.
not-in-folder = { $path } ist nicht mehr im Ordner der Dokumente.
changing-now = Gerade ändert jemand anderes die Dokumente; bitte versuch es gleich noch einmal.
folder-unwritable = In den Ordner der Dokumente kann nicht geschrieben werden ({ $reason }); wer mich betreibt, muss es erlauben oder die Datei dort ablegen.
document-empty = Darin steht kein Text.

## Forms

new-document = Ein neues Dokument
document-title = Titel
document-title-how = Ein Dokument mit gleichem Titel wird ersetzt
document-text = Text
document-text-how = Markdown wird verstanden
collection = Sammlung
collection-how = Bestimmt, wer es lesen kann
question = Frage
question-how = Was beantwortet wird
answer = Antwort
answer-how = Wird wörtlich zitiert
save-as-answer = Als Antwort speichern
answer-a-question = Eine Frage beantworten
answer-empty = Eine Antwort braucht die Frage und die Antwort; eines davon ist leer.
answer-elsewhere = Diese Nachricht ist aus einem anderen Kanal; wähle „Als Antwort speichern“ dort noch einmal.
message-not-savable = In dieser Nachricht steht kein Text, der sich speichern ließe.
not-a-moderator = Nur Moderatoren können Antworten speichern.

## Rebuilding

rebuilding = Der Index wird neu erstellt
rebuilding-starts = beginnt
stage-waiting = wartet auf einen anderen Aufbau
stage-reading = liest
stage-embedding = bettet ein
stage-writing = schreibt
rebuilding-of = { $done } von { $total }
rebuilding-already = Der Index wird schon neu erstellt; vielleicht muss es danach noch einmal sein.
rebuilding-now = Der Index wird gerade neu erstellt; bitte versuch es noch einmal, wenn das fertig ist.
not-rebuilt = Der Index wurde nicht neu erstellt
not-rebuilt-why = Wer mich betreibt, findet den Grund in meinem Protokoll; der alte Index antwortet weiter.
up-to-date = Der Index ist auf dem neuesten Stand
added = { $count } hinzugefügt
changed = { $count } geändert
removed = { $count } entfernt
unchanged = { $count } unverändert
nothing-changed = Nichts hat sich geändert.
takes-the-place = Er tritt an die Stelle von { $state }, zu dem zurückgegangen worden war.
state-goes-on = Kein Dokument hat sich geändert, seit der Index zu { $state } zurückgegangen ist, deshalb antwortet dieser weiter; `/docs rollback` beendet das.
not-read = Nicht gelesen
read-with-doubts = Mit Zweifeln gelesen
embedded-anew = { $count } neu eingebettet in { $seconds } s

## /docs history and /docs rollback

state-stays = Er bleibt, bis sich ein Dokument ändert; die Dokumente selbst bleiben, wie sie sind.
states = **Stände des Index**, der neueste zuerst
state-by = durch { $people }
state-answers-already = { $state } antwortet schon.
state-ask = Aus diesem Stand antworten?
state-answers-now = Dieser Stand antwortet jetzt
state-unreadable = { $state } ist nicht lesbar
state-back = zurückgegangen { $when }, bis sich ein Dokument ändert
state-back-by = zurückgegangen { $when } ({ $origin }), bis sich ein Dokument ändert
state-same = dieselben Dokumente, neu gelesen
go-back = Zurückgehen
bring-back = Zurückholen
restore-ask = Deine Dokumente auf diesen Stand zurückholen?
restore-same = Deine Dokumente sind schon, wie sie damals waren.
restore-lost = { $count } nicht zurückzuholen, nur der Text ist erhalten
restore-only = Nur was allein für diesen Server da ist ({ $names }); alles andere bleibt, wie es ist. Was ersetzt oder herausgenommen wird, liegt auf meinem Rechner beiseite.
restore-all = Du kümmerst dich um alle Dokumente; nimm `/docs rollback` für alle zusammen.
restore-held = Wer mich betreibt, ist zu einem früheren Stand aller Dokumente zurückgegangen; deine können wieder für sich zurückgehen, sobald sich ein Dokument geändert hat.

## /docs channel

only-administrators-channels = Nur Administratoren können Kanäle ihres Servers zu Dokumenten machen.
channels-off = Kanäle können noch keine Dokumente sein: Wer mich betreibt, muss es mit VERBATIM_CHANNEL_DOCUMENTS erlauben, und ich brauche dafür den Message Content Intent.
channel-unknown = Einen solchen Kanal kenne ich auf diesem Server nicht.
channel-not-pinned = Ein Forum hat keine angehefteten Nachrichten, denen ich folgen könnte; lass das weg.
channel-not-followed = Dieser Kanal ist kein Dokument.
channel-lacking = Mir fehlt { $permissions } in #{ $channel }.
channel-unread = Discord lässt mich #{ $name } gerade nicht lesen; nichts wurde geändert. Bitte versuch es später noch einmal.
and-between = { $first } und { $second }
no-channels = Kein Kanal dieses Servers ist ein Dokument.
channels-are = Kanäle, die Dokumente sind
all-messages = alle Nachrichten
pinned-messages = angeheftete Nachrichten
all-posts = alle Beiträge
channel-follows = Ich folge jetzt { $name } ({ $what }):
channel-messages = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
channel-messages-since = { $count ->
    [one] { $count } Nachricht seit { $since }
   *[other] { $count } Nachrichten seit { $since }
}
channel-older = Was älter ist als die letzten { $most }, bleibt außen vor.
channel-others = Nachrichten von Bots und was kein Text ist, bleiben außen vor. Nur wer den Kanal lesen darf, liest es.

## /gaps

only-moderators-gaps = Nur Moderatoren können sehen, was unbeantwortet blieb.
no-gaps = Nichts blieb unbeantwortet, und niemand hat sich beschwert.
gaps-counted = **{ $open } unbeantwortet**, { $closed } inzwischen beantwortet
gap-asked = { $times ->
    [one] einmal gefragt
   *[other] { $times } Mal gefragt
}
gap-wordings = { $wordings ->
    [one] in { $wordings } Wortlaut
   *[other] in { $wordings } Wortlauten
}
gap-last = zuletzt { $when }
gap-answered-now = die Dokumente beantworten das jetzt
answer-one = Eine davon beantworten
lists-busy = Gerade werden viele Listen erstellt; bitte versuch es gleich noch einmal.
gap-forgotten = Diese Frage ist weg: Sie wurde vergessen oder ist älter, als ich Fragen aufhebe.
gap-just-answered = Jemand anderes hat diese Frage gerade beantwortet.
gap-still-open = Es ist gespeichert, aber die Dokumente beantworten die Frage nicht so, wie sie gestellt wurde; deshalb wurde niemand benachrichtigt, und sie bleibt in der Liste. Beantworte sie noch einmal mit den Wörtern der Frage: Das ersetzt, was du geschrieben hast.
nothing-saved = { $why } Nichts wurde gespeichert; was du geschrieben hast, hängt an.
told-already = Wer gefragt hat, weiß es schon.
told-all = { $asked ->
    [one] Die eine Person, die gefragt hat, ist benachrichtigt.
   *[other] Alle { $asked }, die gefragt haben, sind benachrichtigt.
}
told-none = { $asked ->
    [one] Die eine Person, die gefragt hat, ist nicht benachrichtigt.
   *[other] Von { $asked }, die gefragt haben, ist niemand benachrichtigt.
}
told-some = { $told } von { $asked }, die gefragt haben, sind benachrichtigt.
told-why = Die anderen sind nicht mehr da, dürfen es dort, wo sie gefragt haben, nicht mehr lesen, oder ich kann ihnen nicht schreiben.

## /unhelpful

only-moderators-marks = Nur Moderatoren können sehen, was als nicht hilfreich markiert wurde.
no-marks = Nichts ist als nicht hilfreich markiert.
marks-counted = **{ $count } als nicht hilfreich markiert**, davon { $last } ganz hinten
comes-last = kommt zuletzt
keeps-its-place = behält den Platz
give-back = Einer ihren Platz zurückgeben
mark-gone = Das ist nicht mehr markiert.
given-back = Erledigt: Die Stelle hat ihren Platz zurück, bis andere sie wieder markieren.

## /stats and the weekly digest

only-moderators-stats = Nur Moderatoren können sehen, wie es läuft, und in einer Direktnachricht, wer mich betreibt.
no-plot = Ein Diagramm gibt es nicht, weil der Teil, der zeichnet, nicht installiert ist (`verbatim[plot]`).
plot = Fragen pro Woche
percent = { $share } %
seconds-short = { $number } s
in-weeks = { $count ->
    [one] in { $count } Woche
   *[other] in { $count } Wochen
}
nothing-asked-here = Auf diesem Server wurde { $weeks } nichts gefragt.
nothing-asked-anywhere = Nirgends wurde { $weeks } etwas gefragt.
questions-here = **{ $questions } auf diesem Server { $weeks }**
questions-everywhere = **{ $questions } insgesamt { $weeks }**
shares = { $answered } beantwortet, { $perhaps } vielleicht
gaps-closed = { $count ->
    [one] { $count } offene Frage geschlossen
   *[other] { $count } offene Fragen geschlossen
}
week-of = Woche ab
week-asked = gefragt
week-answered = beantw.
week-perhaps = vllt.
week-closed = geschl.
week-speed = Hälfte / 95 %
questions = { $count ->
    [one] { $count } Frage
   *[other] { $count } Fragen
}
digest-week = Die Woche ab { $monday }
digest-nobody = Niemand hat gefragt.
digest-change = { $change } gegenüber der Woche davor
digest-speed = die Hälfte der Antworten / 95 % binnen { $speed }
digest-unanswered = { $count } blieben unbeantwortet; Moderatoren sehen sie mit `/gaps`.

## The welcome and /setup

welcome-hello = **Hallo, ich bin Verbatim.** Ich beantworte Fragen mit den genauen Sätzen der Dokumente, die ich bekommen habe, jeden mit der Stelle, an der er steht. Ich denke mir nichts aus: Wenn die Dokumente es nicht beantworten, sage ich das.
welcome-how = Frag mich mit `/fragen`, oder erwähne mich mit einer Frage. `/hilfe` sagt, was es sonst noch gibt.
welcome-auto = In manchen Kanälen antworte ich ohne Erwähnung, wenn ich sicher bin.
welcome-setup = **Für alle, die sich um diesen Server kümmern:** `/setup` führt durch den Rest.
welcome-not-allowed = Ich darf hier noch nicht antworten: Wer mich betreibt, muss diesen Server nennen (`VERBATIM_SERVERS`).
welcome-roles = Nur Mitglieder mit bestimmten Rollen dürfen mich fragen; `/setup` nennt sie.
welcome-empty = Ich habe noch keine Dokumente; mit `/docs add` bekomme ich welche.
only-administrators-setup = Nur Administratoren eines Servers, auf dem ich bin, können mich dort einrichten.
setup-step = Schritt { $step } von { $steps }
setup-by-owner = In den Einstellungen dessen, der mich betreibt; ich übernehme sie, wenn ich neu gestartet werde.
setup-documents = Dokumente
setup-documents-here = Ich sehe hier { $documents }: `/quellen` listet sie auf.
setup-own = Allein für diesen Server: { $names }.
setup-none-own = Kein Ordner mit Dokumenten ist allein für diesen Server da. Mit `VERBATIM_COLLECTIONS=NAME=server:{ $server }` gäbe es einen, und Administratoren könnten seine Dokumente dann von hier aus hinzufügen und entfernen.
setup-add = `/docs add` nimmt Dateien, oder was du schreibst; `/docs remove` nimmt sie heraus.
setup-who = Wer fragen darf
setup-nobody = Hier darf mich niemand fragen: Andere Server sind genannt, dieser nicht.
setup-server-needed = `VERBATIM_SERVERS` braucht die ID dieses Servers: `{ $server }`.
setup-roles = Wer { $roles } hat, darf mich fragen.
setup-roles-elsewhere = Niemand hier: Die Rollen, die dürfen, gehören zu einem anderen Server.
setup-roles-how = `VERBATIM_ROLES` sind die IDs der Rollen, die fragen lassen; alle, wenn es leer ist.
setup-everyone = Alle hier dürfen mich fragen.
setup-everyone-how = `VERBATIM_ROLES` mit IDs von Rollen schränkt das auf deren Leute ein.
setup-auto = Antworten ohne Erwähnung:
setup-auto-nowhere = nirgends hier
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` nennt Kanäle, in denen ich alles beantworte, worin ich sicher bin; das braucht den Message Content Intent.
setup-digests = Jede Woche erfahren, wie es läuft:
setup-digests-nowhere = kein Kanal hier
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` nennt sie. `/stats` zeigt es jederzeit.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` nennt sie; die ID dieses Kanals ist `{ $channel }`. `/stats` zeigt es jederzeit.
setup-permissions = Berechtigungen
setup-lacks = Mir fehlt in diesem Kanal { $permissions }.
setup-lacks-nothing = Ich habe in diesem Kanal jede Berechtigung, die ich brauche.
setup-done = **Das ist alles.** Frag mich etwas: `/fragen`. `/gaps` sagt Moderatoren, was ich nicht beantworten konnte, `/status`, wie es mir geht, `/datenschutz` allen, was ich aufhebe.
permission-missing = In **{ $channel }** ({ $address }) kann ich nicht richtig antworten: Mir fehlt dort die Berechtigung **{ $permission }**. Ich erwähne das nicht noch einmal.
