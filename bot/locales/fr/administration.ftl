## /docs

look-after = { $count ->
    [one] Vous vous occupez de { $count } document
   *[other] Vous vous occupez de { $count } documents
}
only-administrators-rebuild = Seuls les administrateurs peuvent reconstruire l’index.
only-administrators-look = Seuls les administrateurs peuvent consulter les documents.
only-administrators-states = Seuls les administrateurs peuvent voir les états de mon index.
only-owner-goes-back = Seule la personne qui me gère peut revenir à un état de mon index.
not-in-charge = Seuls les administrateurs peuvent modifier les documents, et seulement ceux qui sont réservés à leur serveur.
none-here = Aucune collection de documents n’est réservée à ce serveur. La personne qui me gère peut en créer une avec VERBATIM_COLLECTIONS, et modifie sinon les documents.
not-yours = Je ne connais pas de tel document à vous ; `/docs list` nomme ceux dont vous vous occupez.
no-collection = Je ne connais pas de collection { $name } ; { $listed }
which-collection = Dites à quelle collection il appartient ; { $listed }
there-are-collections = il y a : { $names }.
there-is-no-collection = il n’y en a pas encore.
same-names = Deux des fichiers s’appelleraient { $name } ; renommez-en un.
not-downloaded = { $name } n’a pas pu être téléchargé ; joignez-le à nouveau.
kind-unknown = { $name } est d’un type que je ne sais pas lire ; je lis ceux-ci : { $kinds }.
file-too-large = { $name } dépasse { $most } Mo, le maximum que j’indexe.
no-file = Il n’y a pas de fichier { $path } dans le dossier des documents.
follows-a-channel = Cela suit un salon de Discord ; `/docs channel remove` le retire.
not-in-folder = { $path } n’est plus dans le dossier des documents.
changing-now = Quelqu’un d’autre modifie les documents en ce moment ; réessayez dans un instant.
folder-unwritable = Impossible d’écrire dans le dossier des documents ({ $reason }) ; la personne qui me gère doit l’autoriser, ou y mettre le fichier.
document-empty = Il ne contient pas de texte.

## Forms

new-document = Un nouveau document
document-title = Titre
document-title-how = Un document du même titre est remplacé
document-text = Texte
document-text-how = Le Markdown est compris
collection = Collection
collection-how = Détermine qui peut le lire
question = Question
question-how = Ce à quoi elle répond
answer = Réponse
answer-how = Citée mot pour mot
save-as-answer = Enregistrer comme réponse
answer-a-question = Répondre à une question
answer-empty = Une réponse a besoin de la question et de la réponse ; l’une des deux est vide.
answer-elsewhere = Ce message est d’un autre salon ; choisissez-y à nouveau « Enregistrer comme réponse ».
message-not-savable = Ce message n’a pas de texte à enregistrer.
not-a-moderator = Seuls les modérateurs peuvent enregistrer des réponses.

## Rebuilding

rebuilding = Reconstruction de l’index
rebuilding-starts = démarrage
stage-waiting = attend une autre construction
stage-reading = lecture
stage-embedding = vectorisation
stage-writing = écriture
rebuilding-of = { $done } sur { $total }
rebuilding-already = Une reconstruction est déjà en cours ; il en faudra peut-être encore une.
rebuilding-now = L’index est en cours de reconstruction ; réessayez quand ce sera fini.
not-rebuilt = L’index n’a pas été reconstruit
not-rebuilt-why = La personne qui me gère en trouve la raison dans mon journal ; l’ancien index continue de répondre.
up-to-date = L’index est à jour
added = { $count ->
    [one] { $count } ajouté
   *[other] { $count } ajoutés
}
changed = { $count ->
    [one] { $count } modifié
   *[other] { $count } modifiés
}
removed = { $count ->
    [one] { $count } retiré
   *[other] { $count } retirés
}
unchanged = { $count ->
    [one] { $count } inchangé
   *[other] { $count } inchangés
}
nothing-changed = Rien n’a changé.
takes-the-place = Il prend la place de { $state }, auquel on était revenu.
state-goes-on = Aucun document n’a changé depuis le retour de l’index à { $state }, qui continue donc de répondre ; `/docs rollback` y met fin.
not-read = Non lus
read-with-doubts = Lus avec des doutes
embedded-anew = { $count ->
    [one] { $count } vectorisée à nouveau en { $seconds } s
   *[other] { $count } vectorisées à nouveau en { $seconds } s
}

## /docs history and /docs rollback

state-stays = Il reste jusqu’à ce qu’un document change ; les documents eux-mêmes restent tels qu’ils sont.
states = **États de l’index**, le plus récent d’abord
state-by = par { $people }
state-answers-already = { $state } répond déjà.
state-ask = Répondre à partir de cet état ?
state-answers-now = C’est cet état qui répond maintenant
state-unreadable = { $state } n’est pas lisible
state-back = retour { $when }, jusqu’à ce qu’un document change
state-back-by = retour { $when } ({ $origin }), jusqu’à ce qu’un document change
state-same = les mêmes documents, relus
go-back = Revenir
bring-back = Rétablir
restore-ask = Rétablir vos documents dans cet état ?
restore-same = Vos documents sont déjà comme ils étaient alors.
restore-lost = { $count } sans retour possible, seul le texte est gardé
restore-only = Seulement ce qui est réservé à ce serveur ({ $names }) ; tout le reste ne bouge pas. Ce qui est remplacé ou retiré est mis de côté sur ma machine.
restore-all = Vous vous occupez de tous les documents ; utilisez `/docs rollback` pour tous.
restore-held = La personne qui me gère est revenue à un état antérieur de tous les documents ; les vôtres pourront revenir seuls dès qu’un document aura changé.

## /docs channel

only-administrators-channels = Seuls les administrateurs peuvent faire de salons de leur serveur des documents.
channels-off = Les salons ne peuvent pas encore être des documents : la personne qui me gère doit l’autoriser avec VERBATIM_CHANNEL_DOCUMENTS, et il me faut l’intent Message Content.
channel-unknown = Je ne connais pas de tel salon sur ce serveur.
channel-not-pinned = Un forum n’a pas de messages épinglés à suivre ; laissez cela de côté.
channel-not-followed = Ce salon n’est pas un document.
channel-lacking = Il me manque { $permissions } dans #{ $channel }.
channel-unread = Discord ne me laisse pas lire #{ $name } maintenant ; rien n’a été modifié. Réessayez plus tard.
and-between = { $first } et { $second }
no-channels = Aucun salon de ce serveur n’est un document.
channels-are = Les salons qui sont des documents
all-messages = tous les messages
pinned-messages = messages épinglés
all-posts = tous les posts
channel-follows = Je suis maintenant { $name } ({ $what }) :
channel-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
channel-messages-since = { $count ->
    [one] { $count } message depuis le { $since }
   *[other] { $count } messages depuis le { $since }
}
channel-older = Ce qui est plus ancien que les { $most } derniers est laissé de côté.
channel-others = Les messages de bots et ce qui n’est pas du texte sont laissés de côté. Seuls ceux qui peuvent lire le salon le lisent.

## /gaps

only-moderators-gaps = Seuls les modérateurs peuvent voir ce qui est resté sans réponse.
no-gaps = Rien n’est resté sans réponse, et personne ne s’est plaint.
gaps-counted = **{ $open } sans réponse**, { $closed } avec une réponse depuis
gap-asked = { $times ->
    [one] demandé une fois
   *[other] demandé { $times } fois
}
gap-wordings = { $wordings ->
    [one] sous { $wordings } formulation
   *[other] sous { $wordings } formulations
}
gap-last = la dernière { $when }
gap-answered-now = les documents y répondent maintenant
answer-one = Répondre à l’une d’elles
lists-busy = Beaucoup de listes sont en préparation ; réessayez dans un instant.
gap-forgotten = Cette question n’est plus là : elle a été oubliée, ou elle est plus ancienne que ce que je garde.
gap-just-answered = Quelqu’un d’autre vient de répondre à cette question.
gap-still-open = C’est enregistré, mais les documents ne répondent pas à la question telle qu’elle a été posée ; personne n’a donc été prévenu et elle reste dans la liste. Répondez à nouveau avec les mots de la question : cela remplace ce que vous avez écrit.
nothing-saved = { $why } Rien n’a été enregistré ; ce que vous avez écrit est joint.
told-already = La personne qui avait demandé le sait déjà.
told-all = { $asked ->
    [one] La personne qui avait demandé est prévenue.
   *[other] Les { $asked } personnes qui avaient demandé sont prévenues.
}
told-none = { $asked ->
    [one] La personne qui avait demandé n’est pas prévenue.
   *[other] Aucune des { $asked } personnes qui avaient demandé n’est prévenue.
}
told-some = { $told } des { $asked } personnes qui avaient demandé sont prévenues.
told-why = Les autres sont parties, ne peuvent plus le lire là où elles avaient demandé, ou je ne peux pas leur écrire.

## /unhelpful

only-moderators-marks = Seuls les modérateurs peuvent voir ce qui a été marqué comme inutile.
no-marks = Rien n’est marqué comme inutile.
marks-counted = **{ $count } marqués comme inutiles**, dont { $last } en dernier
comes-last = vient en dernier
keeps-its-place = garde sa place
give-back = Rendre sa place à l’un d’eux
mark-gone = Ce n’est plus marqué.
given-back = C’est fait : il a retrouvé sa place, jusqu’à ce que d’autres le marquent à nouveau.

## /stats and the weekly digest

only-moderators-stats = Seuls les modérateurs peuvent voir comment cela se passe et, en message privé, la personne qui me gère.
no-plot = Il n’y a pas de graphique, car ce qui dessine n’est pas installé (`verbatim[plot]`).
plot = Questions par semaine
percent = { $share } %
seconds-short = { $number } s
in-weeks = { $count ->
    [one] en { $count } semaine
   *[other] en { $count } semaines
}
nothing-asked-here = Rien n’a été demandé sur ce serveur { $weeks }.
nothing-asked-anywhere = Rien n’a été demandé nulle part { $weeks }.
questions-here = **{ $questions } sur ce serveur { $weeks }**
questions-everywhere = **{ $questions } partout { $weeks }**
shares = { $answered } avec réponse, { $perhaps } peut-être
gaps-closed = { $count ->
    [one] { $count } question comblée
   *[other] { $count } questions comblées
}
week-of = semaine du
week-asked = posées
week-answered = réponse
week-perhaps = p.-être
week-closed = comblées
week-speed = moitié / 95 %
questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
digest-week = La semaine du { $monday }
digest-nobody = Personne n’a posé de question.
digest-change = { $change } par rapport à la semaine précédente
digest-speed = la moitié des réponses / 95 % en { $speed }
digest-unanswered = Restées sans réponse : { $count } ; les modérateurs les voient avec `/gaps`.

## The welcome and /setup

welcome-hello = **Bonjour, je suis Verbatim.** Je réponds aux questions avec les phrases exactes des documents qu’on m’a donnés, chacune avec l’endroit où elle se trouve. Je n’invente rien : quand les documents ne répondent pas, je le dis.
welcome-how = Interrogez-moi avec `/demander`, ou mentionnez-moi avec une question. `/aide` dit ce qu’il y a d’autre.
welcome-auto = Dans certains salons, je réponds sans mention, quand je suis sûr.
welcome-setup = **Pour qui s’occupe de ce serveur :** `/setup` vous guide pour le reste.
welcome-not-allowed = Je ne peux pas encore répondre ici : la personne qui me gère doit nommer ce serveur (`VERBATIM_SERVERS`).
welcome-roles = Seuls les membres ayant certains rôles peuvent m’interroger ; `/setup` les nomme.
welcome-empty = Je n’ai pas encore de documents ; `/docs add` m’en donne.
only-administrators-setup = Seuls les administrateurs d’un serveur où je suis peuvent m’y configurer.
setup-step = étape { $step } sur { $steps }
setup-by-owner = Dans les réglages de la personne qui me gère ; je les prends en compte à mon prochain démarrage.
setup-documents = Documents
setup-documents-here = Je vois ici { $documents } : `/sources` les énumère.
setup-own = Réservé à ce serveur : { $names }.
setup-none-own = Aucun dossier de documents n’est réservé à ce serveur. Il y en aurait un avec `VERBATIM_COLLECTIONS=NAME=server:{ $server }`, et les administrateurs pourraient alors ajouter et retirer ses documents d’ici.
setup-add = `/docs add` prend des fichiers, ou ce que vous écrivez ; `/docs remove` les retire.
setup-who = Qui peut demander
setup-nobody = Personne ici ne peut m’interroger : d’autres serveurs sont nommés, pas celui-ci.
setup-server-needed = `VERBATIM_SERVERS` a besoin de l’identifiant de ce serveur : `{ $server }`.
setup-roles = Ceux qui ont { $roles } peuvent m’interroger.
setup-roles-elsewhere = Personne ici : les rôles qui le permettent sont ceux d’un autre serveur.
setup-roles-how = `VERBATIM_ROLES` contient les identifiants des rôles qui permettent de demander ; tout le monde s’il est vide.
setup-everyone = Tout le monde ici peut m’interroger.
setup-everyone-how = `VERBATIM_ROLES` avec des identifiants de rôles limite cela à leurs membres.
setup-auto = Réponses sans mention :
setup-auto-nowhere = nulle part ici
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` nomme les salons où je réponds à tout ce dont je suis sûr ; il y faut l’intent Message Content.
setup-digests = Informés chaque semaine :
setup-digests-nowhere = aucun salon ici
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` les nomme. `/stats` le montre à tout moment.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` les nomme ; l’identifiant de ce salon est `{ $channel }`. `/stats` le montre à tout moment.
setup-permissions = Permissions
setup-lacks = Il me manque { $permissions } dans ce salon.
setup-lacks-nothing = J’ai toutes les permissions qu’il me faut dans ce salon.
setup-done = **C’est tout.** Demandez-moi quelque chose : `/demander`. `/gaps` dit aux modérateurs ce à quoi je n’ai pas pu répondre, `/statut` comment je vais, `/confidentialité` à tous ce que je garde.
permission-missing = Je ne peux pas répondre correctement dans **{ $channel }** ({ $address }) : il m’y manque la permission **{ $permission }**. Je n’en reparlerai pas.
