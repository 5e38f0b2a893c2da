### The commands of Discord as their menu shows them.
###
### A description (…-about) has at most 100 characters, and says what the command does.
### A name (…-name) has at most 32 characters, lower case, without spaces; only what people use
### every day has one, and where the English name is as good it may stay. Other texts name the
### commands as they are called here. A menu-… is an entry of Apps: 32 characters, any letters.

command-ask-name = ask
command-ask-about = Ask the documents a question.
option-ask-question-name = question
option-ask-question-about = What do you want to know?
option-ask-document-name = document
option-ask-document-about = Search only this document
option-ask-private-name = private
option-ask-private-about = Only you see the answer; so it is where your roles let you read more than others
menu-ask-about-this = Ask about this
menu-save-as-answer = Save as answer
command-sources-name = sources
command-sources-about = List the documents that I answer from.
command-help-name = help
command-help-about = Say how to ask me.
command-status-name = status
command-status-about = Say how old the index is and how fast I answer.
command-privacy-name = privacy
command-privacy-about = Say what I store about you, and let you delete it.
command-forget-name = forget
command-forget-about = Start afresh: your earlier questions here no longer explain the next one.
command-setup-about = Walk through what can be set for this server.
command-gaps-about = List what people asked and the documents did not answer.
command-unhelpful-about = List the passages that people marked unhelpful, and give them their place back.
command-stats-about = Show how many questions were asked week by week, and what came of them.
command-docs-about = Look after the documents
command-docs-rebuild-about = Read the documents again and switch to the new index.
command-docs-add-about = Add documents, or newer versions of them: attached, or written here.
option-docs-add-file-about = A document; it replaces one of the same name. Without one you can write it here
option-docs-add-collection-about = The collection that it belongs to, where there are several
option-docs-add-file2-about = A second document
option-docs-add-file3-about = A third one
option-docs-add-file4-about = A fourth one
option-docs-add-file5-about = A fifth one
command-docs-remove-about = Take a document out.
option-docs-remove-document-about = The document to take out; it is kept aside on my machine
command-docs-list-about = List the documents that you look after.
command-docs-history-about = List the states of the index, what each changed and who did it.
command-docs-rollback-about = Go back to an earlier state: of all documents, or of those that you look after.
option-docs-rollback-state-about = Where to go back to; the state before this one if left out
command-docs-show-about = Show a document as it is indexed, with its lines.
option-docs-show-document-about = The document to look into
option-docs-show-line-about = The line to begin with; the first if left out
command-docs-channel-about = Channels that are documents
command-docs-channel-add-about = Make a channel a document that follows what is said, edited and deleted there.
option-docs-channel-add-channel-about = A channel or forum; those who may read it are asked nothing, so tell them
option-docs-channel-add-pinned-about = Only its pinned messages
command-docs-channel-remove-about = Take a channel out of the documents; nothing of it is kept.
option-docs-channel-remove-channel-about = A channel or forum that is a document
command-docs-channel-list-about = List the channels of this server that are documents.
