## Under an answer

choose-below = Los documentos conocen varios; elige uno abajo.
sources-list-them = `/fuentes` muestra sobre qué se puede preguntar.
understood-as = entendido como: { $question }
which-one = ¿A cuál te refieres?
ask-next = Seguir preguntando …
more = Más
context = Contexto
sources = Fuentes
follow-up = Repreguntar
ask-fresh = Preguntar de cero
share = Compartir
dismiss = Quitar
wider = Ampliar
next-passage = Siguiente pasaje
shared-by = compartido por { $name }

## What the buttons show

page-of = página { $page } de { $pages }
passage-goes-on = El pasaje continúa; su fuente lo tiene entero.
nothing-more = No hay nada más.
nothing-quoted = No se cita nada.
index-named = índice { $build }

## Forms

follow-up-question = Tu pregunta
follow-up-how = La leo junto con la respuesta de arriba.
what-was-wrong = ¿Qué estaba mal?
why = Por qué (opcional)
why-how = Los moderadores pueden leerlo, sin tu nombre.

## Replies

noted-helped = Gracias, anotado: esta respuesta ha ayudado.
noted-wrong = Gracias, anotado. Los moderadores lo ven con `/gaps`.
vote-taken-back = Tu voto queda retirado.
button-unknown = Ya no conozco este botón; vuelve a preguntar.
answer-gone = Ya no tengo esta respuesta para ti: es más antigua de lo que las guardo, se olvidó a petición de alguien, o sus documentos ya no están abiertos para ti. Vuelve a preguntar.
share-not-everyones = No todos aquí pueden leer estos documentos, así que no puedo compartir aquí esta respuesta.
share-may-not-write = No puedes escribir en este canal, así que no puedo compartirla ahí.
dismiss-not-yours = Solo quien preguntó, o un moderador, puede quitar esta respuesta.
dismiss-too-old = Esta respuesta es demasiado antigua para que sepa quién preguntó; un moderador puede quitarla.
restarting = Me están reiniciando; inténtalo de nuevo en un minuto.
may-not-use = No puedes usar este comando aquí.
just-updated = Acaban de actualizarme; inténtalo de nuevo en un minuto.
no-document = No tengo ningún documento con ese nombre; `/fuentes` los muestra.
document-gone = Ese documento ya no está entre los que uso para responder; `/fuentes` los muestra.
document-not-everyones = No todos aquí pueden leer ese documento; pregunta con `privado: True`.
message-without-text = Ese mensaje no tiene texto que pueda buscar.
ask-me = Hazme una pregunta y buscaré las propias palabras de los documentos; `/ayuda` explica cómo.
message-unreadable = No puedo leer ese mensaje: mencióname directamente (no mi rol), escríbeme un mensaje directo o usa `/preguntar`.
forgotten = Olvidado: tu próxima pregunta aquí se entenderá por sí sola. Para borrar lo que he guardado sobre ti, usa `/privacidad`.
all-forgotten = { $count ->
    [one] Listo: se han borrado { $count } respuesta tuya y todos tus votos.
   *[other] Listo: se han borrado { $count } respuestas tuyas y todos tus votos.
}
answered-now = { $people }: esto se preguntó, y ahora tiene respuesta:
answered-now-you = Preguntaste esto, y ahora tiene respuesta:

## /sources

no-documents = Todavía no hay documentos.
answer-from = { $count ->
    [one] Respondo a partir de { $count } documento
   *[other] Respondo a partir de { $count } documentos
}

## /help

help-what = **Pregúntame todo lo que los documentos respondan.** Contesto con sus propias oraciones y digo dónde está cada una; nunca me invento nada.
help-ask = `/preguntar` hace una pregunta, en privado si quieres, a un documento o a todos
help-mention = Mencióname ({ $mention }) o respóndeme, en un canal o un hilo
help-direct = Escríbeme un mensaje directo
help-menu = Clic derecho en un mensaje → Apps → **Preguntar por esto**
help-follow-up = Pulsa **Repreguntar** debajo de una respuesta
help-together = Una pregunta como *¿y cuánto pagaron?* se entiende junto con la anterior; con `/olvidar` empiezo de cero.
help-languages = **Idiomas:** { $languages }
help-commands = `/fuentes` lo que conozco · `/estado` cómo estoy · `/privacidad` lo que guardo
help-auto = En algunos canales respondo también sin mención, cuando estoy seguro.

## /privacy

forget-me = Olvídame
privacy-kept = **Lo que guardo** durante { $days } días: tu pregunta y su respuesta, tu ID de Discord y los del servidor, el canal y los mensajes; tu 👍 o 👎 y el motivo que diste. Ahora mismo son { $stored ->
    [one] { $stored } respuesta tuya
   *[other] { $stored } respuestas tuyas
}. De quienes cambian mis documentos guardo el ID junto al estado que crearon, hasta que un cambio posterior ya no encuentre ese estado. Cuento preguntas y votos por día y servidor, sin el ID de nadie y sin una sola palabra suya.
privacy-use = **Para qué:** los botones debajo de las respuestas, las repreguntas (durante { $minutes } minutos) y una lista de preguntas sin respuesta que pueden leer los moderadores del mismo servidor, sin nombres. Si uno de ellos responde a la tuya, te lo digo donde preguntaste. Lo que preguntas en privado o por mensaje directo no está en esa lista; solo quien me gestiona puede leerlo y responderlo.
privacy-never = **Lo que no hago:** no envío nada a ningún otro servicio, no guardo mensajes que no sean preguntas para mí y no comparto nada entre servidores. Cuando borras una pregunta, o cuando me quitan de un servidor, olvido lo que se preguntó allí.
privacy-never-followed = **Lo que no hago:** no envío nada a ningún otro servicio, no guardo mensajes que no sean preguntas para mí (salvo los de canales que los administradores de aquí han convertido en documentos, para quienes pueden leerlos, hasta que se borren allí) y no comparto nada entre servidores. Cuando borras una pregunta, o cuando me quitan de un servidor, olvido lo que se preguntó allí.
privacy-logged = Quien me gestiona ha decidido registrar las preguntas.
privacy-not-logged = No registro ninguna pregunta.

## /status

status-no-index = **Índice** ninguno
status-index = **Índice** { $documents }, { $sentences }
status-built = creado { $when }
status-model = **Modelo** { $model }
status-folder = mi carpeta
status-rebuild = `/docs rebuild` los incorpora
status-speed = **Respuestas** { $count } desde el inicio; la mitad en { $half } s, el 95 % en { $most } s
status-no-speed = **Respuestas** ninguna desde el inicio
status-up = en marcha desde { $when } · { $waiting } en espera
