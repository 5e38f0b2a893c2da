### Glossaire : answer = réponse, passage = passage, document = document, source = source,
### question = question, confidence = confiance, bot owner = la personne qui me gère,
### state = état, gap = question sans réponse, collection = collection, index = index.
### Adresse : vous. Espace insécable devant : ; ? ! et dans « … ».

## Answers

not-answered = Les documents ne répondent pas à cette question.
nothing-near = Les documents ne disent rien qui s’en approche.
perhaps = C’est peut-être ceci :
nearest = Passages les plus proches (pas une réponse) :
rephrase = Essayez les mots que les documents emploieraient, ou nommez la personne, le lieu ou la chose dont il s’agit.
confidence-high = Confiance élevée
confidence-medium = Confiance moyenne
confidence-low = Confiance faible
confidence-answers-high = Confiance élevée que ceci répond à la question
confidence-answers-medium = Confiance moyenne que ceci répond à la question
confidence-answers-low = Confiance faible que ceci répond à la question
too-unsure = trop incertain pour parler de réponse
also-in = aussi dans { $names }
also-in-more = { $count ->
    [one] aussi dans { $names } et { $count } autre
   *[other] aussi dans { $names } et { $count } autres
}
and-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
pinned-to = épinglé à « { $question } »
marked-unhelpful = marqué comme inutile par { $count }
differ = Vos documents ne s’accordent pas là-dessus : comparez les passages et leur origine.
parts-missing = Les documents ne répondent pas à : { $questions }
question-about = { $question } (à propos de : { $about })
context-changed = Le document a changé depuis cette réponse, je ne peux donc pas montrer ce qu’il y avait autour.

## Where a passage stands

place-line = ligne { $number }
place-lines = lignes { $first }–{ $last }
place-page = p. { $number }
place-slide = diapositive { $number }
place-row = ligne { $number }
place-record = enregistrement { $number }
place-cell = cellule { $number }
place-in-sheet = { $sheet }, { $place }

## Documents

documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
sentences = { $count ->
    [one] { $count } phrase
   *[other] { $count } phrases
}
never-quoted = jamais cité
empty-index = Le dernier document a disparu et l’index est maintenant vide : rien n’aura de réponse tant qu’il n’y en aura pas un nouveau.
how-far = l’anglais au mieux ; par leurs mots, sous toutes leurs formes : { $stemmed } ; par paires de caractères : { $pairs } ; toute autre langue par ses mots tels quels. Des documents en plusieurs langues peuvent se côtoyer.
files-changed = { $count ->
    [one] { $count } fichier a changé depuis dans { $folder } : { $remedy }
   *[other] { $count } fichiers ont changé depuis dans { $folder } : { $remedy }
}

## Small talk

greeting = Bonjour ! Posez-moi une question sur les documents.
thanks = Je vous en prie !
farewell = Au revoir !
reaction = Demandez-moi quand vous voulez chercher quelque chose dans les documents.
identity = Je suis Verbatim : je réponds aux questions par des phrases exactes et sourcées des documents.
abilities = Je réponds aux questions par des phrases exactes et sourcées des documents.
among-them = { $line } Parmi eux : { $titles }.

## Refusals

not-allowed = Je ne peux pas vous répondre ici : la personne qui me gère a choisi qui peut poser des questions.
question-empty = Écrivez une question, par exemple : *Qui a rédigé le rapport ?*
question-too-long = Posez votre question en { $longest } caractères au plus.
busy = Beaucoup de questions attendent en ce moment ; réessayez dans un instant.
user-limit = { $seconds ->
    [one] Vous avez posé beaucoup de questions cette dernière minute ; réessayez dans { $seconds } seconde.
   *[other] Vous avez posé beaucoup de questions cette dernière minute ; réessayez dans { $seconds } secondes.
}
channel-limit = { $seconds ->
    [one] Beaucoup de questions ont été posées dans ce salon cette dernière minute ; réessayez dans { $seconds } seconde.
   *[other] Beaucoup de questions ont été posées dans ce salon cette dernière minute ; réessayez dans { $seconds } secondes.
}

## Failures

something-wrong = Quelque chose s’est mal passé de mon côté ; c’est consigné dans le journal.
error-id = Si cela se reproduit, donnez à la personne qui me gère le code d’erreur `{ $id }`.
too-slow = C’était trop long et j’ai abandonné ; posez la question à nouveau.
unreachable = Je n’arrive pas à accéder à mes documents ; réessayez dans un instant.
memory-unreachable = Je n’arrive pas à accéder à ce que j’ai gardé en mémoire ; réessayez dans un instant.
