### What people who ask read in Discord: buttons, menus, forms and short replies.
###
### A button has at most 80 characters, and some 20 look well; a title of a form has 45.
### Names of commands are those of commands.ftl. Lines may hold Discord's Markdown.

## Under an answer

choose-below = The documents know several; choose one below.
sources-list-them = `/sources` lists what can be asked about.
understood-as = understood as: { $question }
which-one = Which do you mean?
ask-next = Ask next …
more = More
context = Context
sources = Sources
follow-up = Follow up
ask-fresh = Ask fresh
share = Share
dismiss = Dismiss
wider = Wider
next-passage = Next passage
shared-by = shared by { $name }

## What the buttons show

page-of = page { $page } of { $pages }
passage-goes-on = The passage goes on; its source has all of it.
nothing-more = There is nothing more.
nothing-quoted = Nothing is quoted.
index-named = index { $build }

## Forms

follow-up-question = Your question
follow-up-how = I take it together with the answer above.
what-was-wrong = What was wrong?
why = Why (optional)
why-how = Moderators can read this, without your name.

## Replies

noted-helped = Thanks, noted: this answer helped.
noted-wrong = Thanks, noted. Moderators see it with `/gaps`.
vote-taken-back = Your vote is taken back.
button-unknown = I don’t know this button any more; please ask again.
answer-gone = I no longer have this answer for you: it is older than I keep them, it was forgotten on request, or its documents are no longer open to you. Please ask again.
share-not-everyones = Not everyone here may read these documents, so I can’t share this answer here.
share-may-not-write = You may not write in this channel, so I can’t share it there.
dismiss-not-yours = Only who asked, or a moderator, can take this answer away.
dismiss-too-old = This answer is too old for me to know who asked; a moderator can take it away.
restarting = I’m just being restarted; please try that again in a minute.
may-not-use = You may not use this command here.
just-updated = I was just updated; please try again in a minute.
no-document = I have no document of that name; `/sources` lists them.
document-gone = That document is no longer among those that I answer from; `/sources` lists them.
document-not-everyones = Not everyone here may read that document; ask with `private: True`.
message-without-text = That message has no text that I could look up.
ask-me = Ask me a question and I’ll look for the documents’ own words; `/help` shows how.
message-unreadable = I can’t read that message: mention me directly (not my role), write me a direct message or use `/ask`.
forgotten = Forgotten: your next question here stands on its own. To delete what I have stored about you, use `/privacy`.
all-forgotten = { $count ->
    [one] Done: { $count } answer of yours and all your votes are deleted.
   *[other] Done: { $count } answers of yours and all your votes are deleted.
}
answered-now = { $people } asked this, which has an answer now:
answered-now-you = You asked this, which has an answer now:

## /sources

no-documents = There are no documents yet.
answer-from = { $count ->
    [one] I answer from { $count } document
   *[other] I answer from { $count } documents
}

## /help

help-what = **Ask me anything that the documents answer.** I reply with their own sentences and say where each stands; I never make anything up.
help-ask = `/ask` a question, privately if you like, in one document or in all
help-mention = Mention me ({ $mention }) or reply to me, in a channel or a thread
help-direct = Write me a direct message
help-menu = Right-click a message → Apps → **Ask about this**
help-follow-up = Press **Follow up** under an answer
help-together = A question like *and what did they pay?* is taken together with the one before it; `/forget` makes me start afresh.
help-languages = **Languages:** { $languages }
help-commands = `/sources` what I know · `/status` how I am · `/privacy` what I keep
help-auto = In some channels I also answer without a mention, when I am sure.

## /privacy

forget-me = Forget me
privacy-kept = **What I keep** for { $days } days: your question and its answer, your Discord id and the ids of the server, channel and messages; your 👍 or 👎 and the reason you gave. Right now that is { $stored ->
    [one] { $stored } answer
   *[other] { $stored } answers
} of yours. Of those who change my documents I keep the id beside the state that they made, until a later change finds that state gone. I count questions and votes by day and server, with nobody’s id and not a word of them.
privacy-use = **What for:** the buttons under answers, follow-up questions (for { $minutes } minutes), and a list of unanswered questions that moderators of the same server can read, without names. Where one of them answers yours, I tell you so where you asked. Questions asked privately or in a direct message are not in that list; only whoever runs me can read and answer those.
privacy-never = **What I don’t do:** I send nothing to any other service, keep no messages that aren’t questions to me, and share nothing between servers. When you delete a question, or when I’m removed from a server, I forget what was asked there.
privacy-never-followed = **What I don’t do:** I send nothing to any other service, keep no messages that aren’t questions to me (but those of channels that administrators here have made documents, for those who may read them, until they are deleted there), and share nothing between servers. When you delete a question, or when I’m removed from a server, I forget what was asked there.
privacy-logged = Whoever runs me has chosen to log questions.
privacy-not-logged = I log no questions.

## /status

status-no-index = **Index** none
status-index = **Index** { $documents }, { $sentences }
status-built = built { $when }
status-model = **Model** { $model }
status-folder = my folder
status-rebuild = `/docs rebuild` takes them in
status-speed = **Answers** { $count } since the start; half within { $half } s, 95 % within { $most } s
status-no-speed = **Answers** none yet since the start
status-up = up since { $when } · { $waiting } waiting
