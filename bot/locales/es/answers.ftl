### Glosario: answer = respuesta, passage = pasaje, document = documento, source = fuente,
### question = pregunta, confidence = confianza, bot owner = quien me gestiona,
### state = estado, gap = pregunta sin respuesta, collection = colección, index = índice.
### Tratamiento: tú.

## Answers

not-answered = Los documentos no responden a esto.
nothing-near = Los documentos no dicen nada que se acerque a esto.
perhaps = Puede que sea esto:
nearest = Pasajes más cercanos (no son una respuesta):
rephrase = Prueba con las palabras que usarían los documentos, o nombra a la persona, el lugar o la cosa a que te refieres.
confidence-high = Confianza alta
confidence-medium = Confianza media
confidence-low = Confianza baja
confidence-answers-high = Confianza alta en que esto responde a la pregunta
confidence-answers-medium = Confianza media en que esto responde a la pregunta
confidence-answers-low = Confianza baja en que esto responde a la pregunta
too-unsure = demasiado inseguro para llamarlo respuesta
also-in = también en { $names }
also-in-more = también en { $names } y { $count } más
and-more = y { $count } más
pinned-to = fijado a «{ $question }»
marked-unhelpful = marcado como poco útil por { $count }
differ = Tus documentos no coinciden en esto: compara los pasajes y de dónde vienen.
parts-missing = Los documentos no responden a: { $questions }
question-about = { $question } (sobre: { $about })
context-changed = El documento ha cambiado desde esta respuesta, así que no puedo mostrar lo que había alrededor.

## Where a passage stands

place-line = línea { $number }
place-lines = líneas { $first }–{ $last }
place-page = pág. { $number }
place-slide = diapositiva { $number }
place-row = fila { $number }
place-record = registro { $number }
place-cell = celda { $number }
place-in-sheet = { $sheet }, { $place }

## Documents

documents = { $count ->
    [one] { $count } documento
   *[other] { $count } documentos
}
sentences = { $count ->
    [one] { $count } oración
   *[other] { $count } oraciones
}
never-quoted = nunca se cita
empty-index = El último documento ya no está y el índice ha quedado vacío: no se responde a nada hasta que haya otro.
how-far = el inglés, lo mejor; por sus palabras, en cualquier forma: { $stemmed }; por pares de caracteres: { $pairs }; cualquier otro por sus palabras tal como están. Puede haber juntos documentos en varios idiomas.
files-changed = { $count ->
    [one] { $count } archivo de { $folder } ha cambiado desde entonces: { $remedy }
   *[other] { $count } archivos de { $folder } han cambiado desde entonces: { $remedy }
}

## Small talk

greeting = ¡Hola! Pregúntame algo sobre los documentos.
thanks = ¡De nada!
farewell = ¡Hasta luego!
reaction = Pregúntame cuando quieras buscar algo en los documentos.
identity = Soy Verbatim: respondo a preguntas con oraciones exactas y citadas de los documentos.
abilities = Respondo a preguntas con oraciones exactas y citadas de los documentos.
among-them = { $line } Entre ellos: { $titles }.

## Refusals

not-allowed = Aquí no puedo responderte: quien me gestiona ha decidido quién puede preguntar.
question-empty = Escribe una pregunta, por ejemplo: *¿Quién escribió el informe?*
question-too-long = Pregunta en { $longest } caracteres como máximo.
busy = Ahora mismo hay muchas preguntas en espera; vuelve a preguntar en un momento.
user-limit = { $seconds ->
    [one] Has preguntado mucho en el último minuto; vuelve a preguntar en { $seconds } segundo.
   *[other] Has preguntado mucho en el último minuto; vuelve a preguntar en { $seconds } segundos.
}
channel-limit = { $seconds ->
    [one] En este canal se ha preguntado mucho en el último minuto; vuelve a preguntar en { $seconds } segundo.
   *[other] En este canal se ha preguntado mucho en el último minuto; vuelve a preguntar en { $seconds } segundos.
}

## Failures

something-wrong = Algo ha ido mal por mi parte y ha quedado registrado.
error-id = Si vuelve a pasar, dale a quien me gestiona el código de error `{ $id }`.
too-slow = Ha tardado demasiado y lo he dejado; vuelve a preguntar.
unreachable = Ahora mismo no llego a mis documentos; inténtalo de nuevo en un momento.
memory-unreachable = Ahora mismo no llego a lo que he guardado; inténtalo de nuevo en un momento.
