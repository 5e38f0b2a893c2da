## /docs

look-after = { $count ->
    [one] Cuidas de { $count } documento
   *[other] Cuidas de { $count } documentos
}
only-administrators-rebuild = Solo los administradores pueden reconstruir el índice.
only-administrators-look = Solo los administradores pueden mirar dentro de los documentos.
only-administrators-states = Solo los administradores pueden ver los estados de mi índice.
only-owner-goes-back = Solo quien me gestiona puede volver a un estado de mi índice.
not-in-charge = Solo los administradores pueden cambiar los documentos, y solo los que son exclusivos de su servidor.
none-here = Ninguna colección de documentos es exclusiva de este servidor. Quien me gestiona puede crear una con VERBATIM_COLLECTIONS; si no, es quien cambia los documentos.
not-yours = No conozco ningún documento tuyo así; `/docs list` nombra los que cuidas.
no-collection = No conozco ninguna colección { $name }; { $listed }
which-collection = Di a qué colección pertenece; { $listed }
there-are-collections = hay: { $names }.
there-is-no-collection = todavía no hay ninguna.
same-names = Dos de los archivos se llamarían { $name }; cambia el nombre de uno.
not-downloaded = No se pudo descargar { $name }; adjúntalo de nuevo.
kind-unknown = { $name } es de un tipo que no puedo leer; puedo leer estos: { $kinds }.
file-too-large = { $name } ocupa más de { $most } MB, que es lo máximo que indexo.
no-file = No hay ningún archivo { $path } en la carpeta de documentos.
follows-a-channel = Eso sigue un canal de Discord; `/docs channel remove` lo saca.
not-in-folder = { $path } ya no está en la carpeta de documentos.
changing-now = Otra persona está cambiando los documentos ahora mismo; inténtalo de nuevo en un momento.
folder-unwritable = No se puede escribir en la carpeta de documentos ({ $reason }); quien me gestiona tiene que permitirlo, o poner ahí el archivo.
document-empty = No contiene texto.

## Forms

new-document = Un documento nuevo
document-title = Título
document-title-how = Sustituye al documento con el mismo título
document-text = Texto
document-text-how = Se entiende Markdown
collection = Colección
collection-how = Decide quién puede leerlo
question = Pregunta
question-how = A qué responde
answer = Respuesta
answer-how = Se cita palabra por palabra
save-as-answer = Guardar como respuesta
answer-a-question = Responder a una pregunta
answer-empty = Una respuesta necesita la pregunta y la respuesta; una de las dos está vacía.
answer-elsewhere = Ese mensaje es de otro canal; elige allí de nuevo «Guardar como respuesta».
message-not-savable = Ese mensaje no tiene texto que se pueda guardar.
not-a-moderator = Solo los moderadores pueden guardar respuestas.

## Rebuilding

rebuilding = Reconstruyendo el índice
rebuilding-starts = empezando
stage-waiting = esperando a otra construcción
stage-reading = leyendo
stage-embedding = vectorizando
stage-writing = escribiendo
rebuilding-of = { $done } de { $total }
rebuilding-already = Ya hay una reconstrucción en marcha; puede que haga falta otra más.
rebuilding-now = El índice se está reconstruyendo; inténtalo de nuevo cuando termine.
not-rebuilt = El índice no se ha reconstruido
not-rebuilt-why = Quien me gestiona encuentra el motivo en mi registro; el índice anterior sigue respondiendo.
up-to-date = El índice está al día
added = { $count ->
    [one] { $count } añadido
   *[other] { $count } añadidos
}
changed = { $count ->
    [one] { $count } cambiado
   *[other] { $count } cambiados
}
removed = { $count ->
    [one] { $count } quitado
   *[other] { $count } quitados
}
unchanged = { $count } sin cambios
nothing-changed = No ha cambiado nada.
takes-the-place = Ocupa el lugar de { $state }, al que se había vuelto.
state-goes-on = Ningún documento ha cambiado desde que el índice volvió a { $state }, así que ese sigue respondiendo; `/docs rollback` lo termina.
not-read = No leídos
read-with-doubts = Leídos con dudas
embedded-anew = { $count ->
    [one] { $count } vectorizada de nuevo en { $seconds } s
   *[other] { $count } vectorizadas de nuevo en { $seconds } s
}

## /docs history and /docs rollback

state-stays = Se queda hasta que cambie un documento; los documentos en sí quedan como están.
states = **Estados del índice**, el más reciente primero
state-by = por { $people }
state-answers-already = { $state } ya es el que responde.
state-ask = ¿Responder desde este estado?
state-answers-now = Ahora responde este estado
state-unreadable = { $state } no se puede leer
state-back = se volvió a él { $when }, hasta que cambie un documento
state-back-by = se volvió a él { $when } ({ $origin }), hasta que cambie un documento
state-same = los mismos documentos, leídos de nuevo
go-back = Volver
bring-back = Recuperar
restore-ask = ¿Devolver tus documentos a este estado?
restore-same = Tus documentos ya están como entonces.
restore-lost = { $count } sin poder recuperarse, solo se guardó su texto
restore-only = Solo lo que es exclusivo de este servidor ({ $names }); todo lo demás queda como está. Lo que se sustituye o se saca se guarda aparte en mi máquina.
restore-all = Cuidas de todos los documentos; usa `/docs rollback` para todos.
restore-held = Quien me gestiona ha vuelto a un estado anterior de todos los documentos; los tuyos podrán volver por su cuenta cuando haya cambiado un documento.

## /docs channel

only-administrators-channels = Solo los administradores pueden convertir canales de su servidor en documentos.
channels-off = Los canales todavía no pueden ser documentos: quien me gestiona tiene que permitirlo con VERBATIM_CHANNEL_DOCUMENTS, y para ello necesito el intent Message Content.
channel-unknown = No conozco ningún canal así en este servidor.
channel-not-pinned = Un foro no tiene mensajes fijados que se puedan seguir; omite eso.
channel-not-followed = Ese canal no es un documento.
channel-lacking = Me falta { $permissions } en #{ $channel }.
channel-unread = Discord no me deja leer #{ $name } ahora; no se ha cambiado nada. Inténtalo más tarde.
and-between = { $first } y { $second }
no-channels = Ningún canal de este servidor es un documento.
channels-are = Canales que son documentos
all-messages = todos los mensajes
pinned-messages = mensajes fijados
all-posts = todas las publicaciones
channel-follows = Ahora sigo { $name } ({ $what }):
channel-messages = { $count ->
    [one] { $count } mensaje
   *[other] { $count } mensajes
}
channel-messages-since = { $count ->
    [one] { $count } mensaje desde el { $since }
   *[other] { $count } mensajes desde el { $since }
}
channel-older = Lo que es anterior a los últimos { $most } queda fuera.
channel-others = Los mensajes de bots y lo que no es texto quedan fuera. Solo lo lee quien puede leer el canal.

## /gaps

only-moderators-gaps = Solo los moderadores pueden ver lo que quedó sin respuesta.
no-gaps = Nada quedó sin respuesta y nadie se quejó.
gaps-counted = **{ $open } sin respuesta**, { $closed } ya con respuesta
gap-asked = { $times ->
    [one] preguntado una vez
   *[other] preguntado { $times } veces
}
gap-wordings = { $wordings ->
    [one] con { $wordings } redacción
   *[other] con { $wordings } redacciones
}
gap-last = la última { $when }
gap-answered-now = los documentos ya responden a esto
answer-one = Responder a una de estas
lists-busy = Ahora mismo se están haciendo muchas listas; inténtalo de nuevo en un momento.
gap-forgotten = Esa pregunta ya no está: se olvidó, o es más antigua de lo que las guardo.
gap-just-answered = Otra persona acaba de responder a esa pregunta.
gap-still-open = Está guardado, pero los documentos no responden a la pregunta tal como se hizo, así que no se avisó a nadie y sigue en la lista. Respóndela de nuevo con las palabras de la pregunta: eso sustituye lo que escribiste.
nothing-saved = { $why } No se ha guardado nada; va adjunto lo que escribiste.
told-already = Quien preguntó ya lo sabe.
told-all = { $asked ->
    [one] Avisada la persona que preguntó.
   *[other] Avisadas las { $asked } personas que preguntaron.
}
told-none = { $asked ->
    [one] No se pudo avisar a la persona que preguntó.
   *[other] No se pudo avisar a ninguna de las { $asked } personas que preguntaron.
}
told-some = Avisadas { $told } de las { $asked } personas que preguntaron.
told-why = Las demás se han ido, ya no pueden leerlo donde preguntaron, o no puedo escribirles.

## /unhelpful

only-moderators-marks = Solo los moderadores pueden ver lo que se marcó como poco útil.
no-marks = Nada está marcado como poco útil.
marks-counted = **{ $count } marcados como poco útiles**, de los cuales { $last } van al final
comes-last = va al final
keeps-its-place = conserva su lugar
give-back = Devolver su lugar a uno
mark-gone = Eso ya no está marcado.
given-back = Listo: recupera su lugar, hasta que otros lo marquen de nuevo.

## /stats and the weekly digest

only-moderators-stats = Solo los moderadores pueden ver cómo va y, en un mensaje directo, quien me gestiona.
no-plot = No hay gráfico, porque la parte que dibuja no está instalada (`verbatim[plot]`).
plot = Preguntas por semana
percent = { $share } %
seconds-short = { $number } s
in-weeks = { $count ->
    [one] en { $count } semana
   *[other] en { $count } semanas
}
nothing-asked-here = No se preguntó nada en este servidor { $weeks }.
nothing-asked-anywhere = No se preguntó nada en ningún sitio { $weeks }.
questions-here = **{ $questions } en este servidor { $weeks }**
questions-everywhere = **{ $questions } en total { $weeks }**
shares = { $answered } respondidas, { $perhaps } quizá
gaps-closed = { $count ->
    [one] { $count } pregunta resuelta
   *[other] { $count } preguntas resueltas
}
week-of = semana del
week-asked = hechas
week-answered = resp.
week-perhaps = quizá
week-closed = resueltas
week-speed = mitad / 95 %
questions = { $count ->
    [one] { $count } pregunta
   *[other] { $count } preguntas
}
digest-week = La semana del { $monday }
digest-nobody = Nadie preguntó.
digest-change = { $change } respecto a la semana anterior
digest-speed = la mitad de las respuestas / el 95 % en { $speed }
digest-unanswered = Quedaron sin respuesta { $count }; los moderadores las ven con `/gaps`.

## The welcome and /setup

welcome-hello = **Hola, soy Verbatim.** Respondo a preguntas con las oraciones exactas de los documentos que me dieron, cada una con el lugar donde está. No me invento nada: cuando los documentos no responden, lo digo.
welcome-how = Pregúntame con `/preguntar`, o mencióname con una pregunta. `/ayuda` dice qué más hay.
welcome-auto = En algunos canales respondo sin mención, cuando estoy seguro.
welcome-setup = **Para quien cuida de este servidor:** `/setup` te guía por lo demás.
welcome-not-allowed = Todavía no puedo responder aquí: quien me gestiona tiene que nombrar este servidor (`VERBATIM_SERVERS`).
welcome-roles = Solo los miembros con ciertos roles pueden preguntarme; `/setup` los nombra.
welcome-empty = Todavía no tengo documentos; `/docs add` me da algunos.
only-administrators-setup = Solo los administradores de un servidor en el que estoy pueden configurarme allí.
setup-step = paso { $step } de { $steps }
setup-by-owner = En los ajustes de quien me gestiona; los tomo cuando me reinician.
setup-documents = Documentos
setup-documents-here = Aquí veo { $documents }: `/fuentes` los muestra.
setup-own = Exclusivo de este servidor: { $names }.
setup-none-own = Ninguna carpeta de documentos es exclusiva de este servidor. Habría una con `VERBATIM_COLLECTIONS=NAME=server:{ $server }`, y los administradores podrían entonces añadir y quitar sus documentos desde aquí.
setup-add = `/docs add` acepta archivos, o lo que escribas; `/docs remove` los saca.
setup-who = Quién puede preguntar
setup-nobody = Aquí nadie puede preguntarme: hay otros servidores nombrados, y este no.
setup-server-needed = `VERBATIM_SERVERS` necesita el ID de este servidor: `{ $server }`.
setup-roles = Quienes tienen { $roles } pueden preguntarme.
setup-roles-elsewhere = Nadie aquí: los roles que pueden son de otro servidor.
setup-roles-how = `VERBATIM_ROLES` son los ID de los roles que dejan preguntar; todos cuando está vacío.
setup-everyone = Aquí todos pueden preguntarme.
setup-everyone-how = `VERBATIM_ROLES` con ID de roles lo limita a sus miembros.
setup-auto = Respuestas sin mención:
setup-auto-nowhere = en ningún sitio de aquí
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` nombra los canales donde respondo a todo de lo que estoy seguro; hace falta el intent Message Content.
setup-digests = Informados cada semana:
setup-digests-nowhere = ningún canal de aquí
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` los nombra. `/stats` lo muestra en cualquier momento.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` los nombra; el ID de este canal es `{ $channel }`. `/stats` lo muestra en cualquier momento.
setup-permissions = Permisos
setup-lacks = Me falta { $permissions } en este canal.
setup-lacks-nothing = Tengo todos los permisos que necesito en este canal.
setup-done = **Eso es todo.** Pregúntame algo: `/preguntar`. `/gaps` dice a los moderadores lo que no pude responder, `/estado` cómo estoy, `/privacidad` a todos lo que guardo.
permission-missing = No puedo responder bien en **{ $channel }** ({ $address }): allí me falta el permiso **{ $permission }**. No lo volveré a mencionar.
