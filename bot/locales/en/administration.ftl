### What administrators, moderators and whoever runs the bot read in Discord.
###
### Terms: collection (a folder of documents with readers of its own), state (of the index, which
### can be gone back to), gap (a question that the documents don't answer), to mark unhelpful.
### Settings (VERBATIM_…) and names of Discord's permissions stay as they are.

## /docs

look-after = { $count ->
    [one] You look after { $count } document
   *[other] You look after { $count } documents
}
only-administrators-rebuild = Only administrators can rebuild the index.
only-administrators-look = Only administrators can look into the documents.
only-administrators-states = Only administrators can see the states of my index.
only-owner-goes-back = Only whoever runs me can go back to a state of my index.
not-in-charge = Only administrators can change the documents, and only those that are for their server alone.
none-here = No collection of documents is for this server alone. Whoever runs me can make one with VERBATIM_COLLECTIONS, and otherwise changes the documents.
not-yours = I know no such document of yours; `/docs list` names those you look after.
no-collection = I know no collection { $name }; { $listed }
which-collection = Please say into which collection it belongs; { $listed }
there-are-collections = there are: { $names }.
there-is-no-collection = there is none yet.
same-names = Two of the files would be called { $name }; please rename one.
not-downloaded = { $name } couldn't be downloaded; please attach it again.
kind-unknown = { $name } is of a kind that I can't read; these I can: { $kinds }.
file-too-large = { $name } is larger than { $most } MB, which is the most I index.
no-file = There is no file { $path } in the folder of documents.
follows-a-channel = That follows a channel of Discord; `/docs channel remove` takes it out.
not-in-folder = { $path } is not in the folder of documents any more.
changing-now = Somebody else is changing the documents right now; please try again in a moment.
folder-unwritable = The folder of documents can't be written ({ $reason }); whoever runs me has to allow it, or put the file there.
document-empty = There is no text in it.

## Forms

new-document = A new document
document-title = Title
document-title-how = A document of the same title is replaced
document-text = Text
document-text-how = Markdown is understood
collection = Collection
collection-how = Says who can read it
question = Question
question-how = What it answers
answer = Answer
answer-how = Quoted word for word
save-as-answer = Save as answer
answer-a-question = Answer a question
answer-empty = An answer needs both the question and its answer; one of them is empty.
answer-elsewhere = That message is of another channel; choose Save as answer on it again.
message-not-savable = That message has no text that could be saved.
not-a-moderator = Only moderators can save answers.

## Rebuilding

rebuilding = Rebuilding the index
rebuilding-starts = starting
stage-waiting = waiting for another build
stage-reading = reading
stage-embedding = embedding
stage-writing = writing
rebuilding-of = { $done } of { $total }
rebuilding-already = A rebuild is under way already; it may have to run once more.
rebuilding-now = The index is being rebuilt right now; please try again when it is done.
not-rebuilt = The index was not rebuilt
not-rebuilt-why = Whoever runs me finds the reason in my log; the old index goes on answering.
up-to-date = The index is up to date
added = { $count } added
changed = { $count } changed
removed = { $count } removed
unchanged = { $count } unchanged
nothing-changed = Nothing has changed.
takes-the-place = It takes the place of { $state }, which had been gone back to.
state-goes-on = No document has changed since the index was gone back to { $state }, so that one goes on answering; `/docs rollback` ends that.
not-read = Not read
read-with-doubts = Read with doubts
embedded-anew = { $count } embedded anew in { $seconds } s

## /docs history and /docs rollback

state-stays = It stays until a document changes; the documents themselves stay as they are.
states = **States of the index**, the newest first
state-by = by { $people }
state-answers-already = { $state } answers already.
state-ask = Answer from this state?
state-answers-now = This state answers now
state-unreadable = { $state } can't be read
state-back = gone back to { $when }, until a document changes
state-back-by = gone back to { $when } ({ $origin }), until a document changes
state-same = the same documents, read anew
go-back = Go back
bring-back = Bring back
restore-ask = Bring your documents back to this state?
restore-same = Your documents are as they were then already.
restore-lost = { $count } can’t be brought back, only their text was kept
restore-only = Only what is for this server alone ({ $names }); all else stays as it is. What is replaced or taken out is kept aside on my machine.
restore-all = You look after all documents; use `/docs rollback` for all of them.
restore-held = Whoever runs me has gone back to an earlier state of all documents; yours can go back by themselves again once a document has changed.

## /docs channel

only-administrators-channels = Only administrators can make channels of their server documents.
channels-off = Channels can’t be documents yet: whoever runs me has to allow it with VERBATIM_CHANNEL_DOCUMENTS, for which I need the Message Content intent.
channel-unknown = I know no such channel in this server.
channel-not-pinned = A forum has no pinned messages that could be followed; leave that out.
channel-not-followed = That channel is no document.
channel-lacking = I lack { $permissions } in #{ $channel }.
channel-unread = Discord doesn’t let me read #{ $name } now; nothing was changed. Please try again later.
and-between = { $first } and { $second }
no-channels = No channel of this server is a document.
channels-are = Channels that are documents
all-messages = all messages
pinned-messages = pinned messages
all-posts = all posts
channel-follows = I follow { $name } now ({ $what }):
channel-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
channel-messages-since = { $count ->
    [one] { $count } message since { $since }
   *[other] { $count } messages since { $since }
}
channel-older = What is older than the latest { $most } is left out.
channel-others = Messages of bots and what is no text are left out. Only those who may read the channel read it.

## /gaps

only-moderators-gaps = Only moderators can see what went unanswered.
no-gaps = Nothing went unanswered, and nobody complained.
gaps-counted = **{ $open } unanswered**, { $closed } answered by now
gap-asked = { $times ->
    [one] asked once
   *[other] asked { $times } times
}
gap-wordings = { $wordings ->
    [one] in { $wordings } wording
   *[other] in { $wordings } wordings
}
gap-last = last { $when }
gap-answered-now = the documents answer this now
answer-one = Answer one of these
lists-busy = Many lists are being made right now; please try again in a moment.
gap-forgotten = That question is gone: it was forgotten, or it is older than I keep them.
gap-just-answered = Somebody else has just answered that question.
gap-still-open = It is saved, but the documents don’t answer the question as it was asked, so nobody was told and it stays in the list. Answer it again in the words of the question: that takes the place of what you wrote.
nothing-saved = { $why } Nothing was saved; what you wrote is attached.
told-already = Whoever asked was told already.
told-all = { $asked ->
    [one] Told the one person who asked.
   *[other] Told the { $asked } people who asked.
}
told-none = { $asked ->
    [one] Told none of the one person who asked.
   *[other] Told none of the { $asked } people who asked.
}
told-some = Told { $told } of the { $asked } people who asked.
told-why = The others have left, may no longer read it where they asked, or can’t be written to by me.

## /unhelpful

only-moderators-marks = Only moderators can see what was marked unhelpful.
no-marks = Nothing is marked unhelpful.
marks-counted = **{ $count } marked unhelpful**, of which { $last } come last
comes-last = comes last
keeps-its-place = keeps its place
give-back = Give one its place back
mark-gone = That isn’t marked any more.
given-back = Done: it has its place back, until others mark it again.

## /stats and the weekly digest

only-moderators-stats = Only moderators can see how it goes, and in a direct message whoever runs me.
no-plot = There is no plot, because the part that draws is not installed (`verbatim[plot]`).
plot = Questions a week
percent = { $share } %
seconds-short = { $number } s
in-weeks = { $count ->
    [one] in { $count } week
   *[other] in { $count } weeks
}
nothing-asked-here = Nothing was asked in this server { $weeks }.
nothing-asked-anywhere = Nothing was asked everywhere { $weeks }.
questions-here = **{ $questions } in this server { $weeks }**
questions-everywhere = **{ $questions } everywhere { $weeks }**
shares = { $answered } answered, { $perhaps } perhaps
gaps-closed = { $count ->
    [one] { $count } gap closed
   *[other] { $count } gaps closed
}
week-of = week of
week-asked = asked
week-answered = answered
week-perhaps = perhaps
week-closed = closed
week-speed = half / 95 %
questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
digest-week = The week of { $monday }
digest-nobody = Nobody asked.
digest-change = { $change } against the week before
digest-speed = half of the answers / 95 % within { $speed }
digest-unanswered = { $count } went unanswered; moderators see them with `/gaps`.

## The welcome and /setup

welcome-hello = **Hello, I am Verbatim.** I answer questions with the exact sentences of the documents that I was given, each with the place where it stands. I make nothing up: when the documents don’t answer, I say so.
welcome-how = `/ask` me, or mention me with a question. `/help` says what else there is.
welcome-auto = In some channels I answer without a mention, when I am sure.
welcome-setup = **For whoever looks after this server:** `/setup` walks you through the rest.
welcome-not-allowed = I may not answer here yet: whoever runs me has to name this server (`VERBATIM_SERVERS`).
welcome-roles = Only members with certain roles may ask me; `/setup` names them.
welcome-empty = I have no documents yet; `/docs add` gives me some.
only-administrators-setup = Only administrators of a server that I am in can set me up there.
setup-step = step { $step } of { $steps }
setup-by-owner = In the settings of whoever runs me; I take them up when I am started again.
setup-documents = Documents
setup-documents-here = I see { $documents } here: `/sources` lists them.
setup-own = For this server alone: { $names }.
setup-none-own = No folder of documents is for this server alone. One would be with `VERBATIM_COLLECTIONS=NAME=server:{ $server }`, and administrators could then add and remove its documents from here.
setup-add = `/docs add` takes files, or what you write; `/docs remove` takes them out.
setup-who = Who may ask
setup-nobody = Nobody here may ask me: other servers are named, and this one is not.
setup-server-needed = `VERBATIM_SERVERS` needs this server’s id: `{ $server }`.
setup-roles = Those with { $roles } may ask me.
setup-roles-elsewhere = Nobody here: the roles that may are another server’s.
setup-roles-how = `VERBATIM_ROLES` are the ids of roles that let people ask; everyone when it is empty.
setup-everyone = Everyone here may ask me.
setup-everyone-how = `VERBATIM_ROLES` with ids of roles narrows that to their people.
setup-auto = Answers without a mention:
setup-auto-nowhere = nowhere here
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` names channels where I answer whatever I am sure of; that needs the Message Content intent.
setup-digests = Told every week how it goes:
setup-digests-nowhere = no channel here
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` names them. `/stats` shows it at any time.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` names them; this channel’s id is `{ $channel }`. `/stats` shows it at any time.
setup-permissions = Permissions
setup-lacks = I lack { $permissions } in this channel.
setup-lacks-nothing = I have every permission that I need in this channel.
setup-done = **That is all.** Ask me something: `/ask`. `/gaps` tells moderators what I could not answer, `/status` how I am, `/privacy` everybody what I keep.
permission-missing = I can’t answer properly in **{ $channel }** ({ $address }): I lack the permission **{ $permission }** there. I won’t mention this again.
