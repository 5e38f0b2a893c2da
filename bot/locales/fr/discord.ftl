## Under an answer

choose-below = Les documents en connaissent plusieurs ; choisissez ci-dessous.
sources-list-them = `/sources` indique sur quoi porter vos questions.
understood-as = compris comme : { $question }
which-one = De quoi s’agit-il ?
ask-next = Demander ensuite …
more = Plus
context = Contexte
sources = Sources
follow-up = Préciser
ask-fresh = Redemander à neuf
share = Partager
dismiss = Retirer
wider = Élargir
next-passage = Passage suivant
shared-by = partagé par { $name }

## What the buttons show

page-of = page { $page } sur { $pages }
passage-goes-on = Le passage continue ; sa source le contient en entier.
nothing-more = Il n’y a rien de plus.
nothing-quoted = Rien n’est cité.
index-named = index { $build }

## Forms

follow-up-question = Votre question
follow-up-how = Je la lis avec la réponse ci-dessus.
what-was-wrong = Qu’est-ce qui n’allait pas ?
why = Pourquoi (facultatif)
why-how = Les modérateurs peuvent lire ceci, sans votre nom.

## Replies

noted-helped = Merci, c’est noté : cette réponse a aidé.
noted-wrong = Merci, c’est noté. Les modérateurs le voient avec `/gaps`.
vote-taken-back = Votre vote est retiré.
button-unknown = Je ne connais plus ce bouton ; posez la question à nouveau.
answer-gone = Je n’ai plus cette réponse pour vous : elle est plus ancienne que ce que je garde, elle a été oubliée sur demande, ou ses documents ne vous sont plus ouverts. Posez la question à nouveau.
share-not-everyones = Tout le monde ici ne peut pas lire ces documents, je ne peux donc pas partager cette réponse ici.
share-may-not-write = Vous ne pouvez pas écrire dans ce salon, je ne peux donc pas l’y partager.
dismiss-not-yours = Seul l’auteur de la question, ou un modérateur, peut retirer cette réponse.
dismiss-too-old = Cette réponse est trop ancienne pour que je sache qui l’a demandée ; un modérateur peut la retirer.
restarting = Je suis en train de redémarrer ; réessayez dans une minute.
may-not-use = Vous ne pouvez pas utiliser cette commande ici.
just-updated = Je viens d’être mis à jour ; réessayez dans une minute.
no-document = Je n’ai pas de document de ce nom ; `/sources` les énumère.
document-gone = Ce document n’est plus parmi ceux dont je tire mes réponses ; `/sources` les énumère.
document-not-everyones = Tout le monde ici ne peut pas lire ce document ; demandez avec `privé: True`.
message-without-text = Ce message n’a pas de texte que je pourrais chercher.
ask-me = Posez-moi une question et je chercherai les mots mêmes des documents ; `/aide` explique comment.
message-unreadable = Je ne peux pas lire ce message : mentionnez-moi directement (pas mon rôle), écrivez-moi en message privé ou utilisez `/demander`.
forgotten = Oublié : votre prochaine question ici se lira seule. Pour supprimer ce que j’ai enregistré sur vous, utilisez `/confidentialité`.
all-forgotten = C’est fait : { $count } de vos réponses et tous vos votes sont supprimés.
answered-now = { $people } : une question posée ici a maintenant une réponse :
answered-now-you = Vous aviez posé cette question, qui a maintenant une réponse :

## /sources

no-documents = Il n’y a pas encore de documents.
answer-from = { $count ->
    [one] Je réponds à partir de { $count } document
   *[other] Je réponds à partir de { $count } documents
}

## /help

help-what = **Demandez-moi tout ce à quoi les documents répondent.** Je réponds avec leurs propres phrases et j’indique où chacune se trouve ; je n’invente jamais rien.
help-ask = `/demander` pose une question, en privé si vous voulez, à un document ou à tous
help-mention = Mentionnez-moi ({ $mention }) ou répondez-moi, dans un salon ou un fil
help-direct = Écrivez-moi en message privé
help-menu = Clic droit sur un message → Applications → **Chercher ceci**
help-follow-up = Appuyez sur **Préciser** sous une réponse
help-together = Une question comme *et combien ont-ils payé ?* est lue avec la précédente ; `/oublier` me fait repartir de zéro.
help-languages = **Langues :** { $languages }
help-commands = `/sources` ce que je connais · `/statut` comment je vais · `/confidentialité` ce que je garde
help-auto = Dans certains salons, je réponds aussi sans mention, quand je suis sûr.

## /privacy

forget-me = Oubliez-moi
privacy-kept = **Ce que je garde**, pendant { $days } jours : votre question et sa réponse, votre identifiant Discord et ceux du serveur, du salon et des messages ; votre 👍 ou 👎 et la raison que vous avez donnée. En ce moment, cela fait { $stored ->
    [one] { $stored } réponse
   *[other] { $stored } réponses
} à votre nom. De ceux qui modifient mes documents, je garde l’identifiant à côté de l’état qu’ils ont créé, jusqu’à ce qu’une modification ultérieure ne trouve plus cet état. Je compte les questions et les votes par jour et par serveur, sans l’identifiant de personne et sans un mot de leur contenu.
privacy-use = **Pour quoi faire :** les boutons sous les réponses, les questions de suivi (pendant { $minutes } minutes), et une liste des questions sans réponse que les modérateurs du même serveur peuvent lire, sans noms. Quand l’un d’eux répond à la vôtre, je vous le dis là où vous l’avez posée. Les questions posées en privé ou en message privé ne sont pas dans cette liste ; seule la personne qui me gère peut les lire et y répondre.
privacy-never = **Ce que je ne fais pas :** je n’envoie rien à aucun autre service, je ne garde aucun message qui ne soit pas une question à mon adresse, et je ne partage rien entre serveurs. Quand vous supprimez une question, ou quand on me retire d’un serveur, j’oublie ce qui y a été demandé.
privacy-never-followed = **Ce que je ne fais pas :** je n’envoie rien à aucun autre service, je ne garde aucun message qui ne soit pas une question à mon adresse (sauf ceux des salons dont les administrateurs ont fait des documents, pour ceux qui peuvent les lire, jusqu’à leur suppression), et je ne partage rien entre serveurs. Quand vous supprimez une question, ou quand on me retire d’un serveur, j’oublie ce qui y a été demandé.
privacy-logged = La personne qui me gère a choisi de journaliser les questions.
privacy-not-logged = Je ne journalise aucune question.

## /status

status-no-index = **Index** aucun
status-index = **Index** { $documents }, { $sentences }
status-built = construit { $when }
status-model = **Modèle** { $model }
status-folder = mon dossier
status-rebuild = `/docs rebuild` les prend en compte
status-speed = **Réponses** { $count } depuis le démarrage ; la moitié en { $half } s, 95 % en { $most } s
status-no-speed = **Réponses** aucune depuis le démarrage
status-up = démarré { $when } · { $waiting } en attente
