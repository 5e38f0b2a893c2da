### Glossário: answer = resposta, passage = trecho, document = documento, source = fonte,
### question = pergunta, confidence = confiança, bot owner = quem me mantém, state = estado,
### gap = pergunta sem resposta, collection = coleção, index = índice. Tratamento: você.

## Answers

not-answered = Os documentos não respondem a isso.
nothing-near = Os documentos não dizem nada que chegue perto disso.
perhaps = Talvez seja isto:
nearest = Trechos mais próximos (não são uma resposta):
rephrase = Tente as palavras que os documentos usariam, ou cite a pessoa, o lugar ou a coisa de que se trata.
confidence-high = Confiança alta
confidence-medium = Confiança média
confidence-low = Confiança baixa
confidence-answers-high = Confiança alta de que isto responde à pergunta
confidence-answers-medium = Confiança média de que isto responde à pergunta
confidence-answers-low = Confiança baixa de que isto responde à pergunta
too-unsure = incerto demais para chamar de resposta
also-in = também em { $names }
also-in-more = também em { $names } e mais { $count }
and-more = e mais { $count }
pinned-to = fixado em “{ $question }”
marked-unhelpful = marcado como inútil por { $count }
differ = Seus documentos não concordam nisso: compare os trechos e de onde eles vêm.
parts-missing = Os documentos não respondem: { $questions }
question-about = { $question } (sobre: { $about })
context-changed = O documento mudou desde esta resposta, então não posso mostrar o que havia em volta.

## Where a passage stands

place-line = linha { $number }
place-lines = linhas { $first }–{ $last }
place-page = pág. { $number }
place-slide = slide { $number }
place-row = linha { $number }
place-record = registro { $number }
place-cell = célula { $number }
place-in-sheet = { $sheet }, { $place }

## Documents

documents = { $count ->
    [one] { $count } documento
   *[other] { $count } documentos
}
sentences = { $count ->
    [one] { $count } frase
   *[other] { $count } frases
}
never-quoted = nunca citado
empty-index = O último documento se foi e o índice está vazio: nada é respondido até que haja outro.
how-far = inglês é o melhor; pelas palavras, em qualquer forma: { $stemmed }; por pares de caracteres: { $pairs }; qualquer outro pelas palavras como estão. Documentos em vários idiomas podem ficar juntos.
files-changed = { $count ->
    [one] { $count } arquivo em { $folder } mudou desde então: { $remedy }
   *[other] { $count } arquivos em { $folder } mudaram desde então: { $remedy }
}

## Small talk

greeting = Olá! Pergunte algo sobre os documentos.
thanks = De nada!
farewell = Até mais!
reaction = Pergunte quando quiser procurar algo nos documentos.
identity = Sou o Verbatim: respondo a perguntas com frases exatas e citadas dos documentos.
abilities = Respondo a perguntas com frases exatas e citadas dos documentos.
among-them = { $line } Entre eles: { $titles }.

## Refusals

not-allowed = Não posso responder a você aqui: quem me mantém decidiu quem pode perguntar.
question-empty = Escreva uma pergunta, por exemplo: *Quem escreveu o relatório?*
question-too-long = Pergunte em no máximo { $longest } caracteres.
busy = Há muitas perguntas na fila agora; pergunte de novo daqui a pouco.
user-limit = { $seconds ->
    [one] Você perguntou muito no último minuto; pergunte de novo em { $seconds } segundo.
   *[other] Você perguntou muito no último minuto; pergunte de novo em { $seconds } segundos.
}
channel-limit = { $seconds ->
    [one] Neste canal se perguntou muito no último minuto; pergunte de novo em { $seconds } segundo.
   *[other] Neste canal se perguntou muito no último minuto; pergunte de novo em { $seconds } segundos.
}

## Failures

something-wrong = Algo deu errado do meu lado e foi registrado.
error-id = Se acontecer de novo, passe a quem me mantém o código de erro `{ $id }`.
too-slow = Isso demorou demais e foi interrompido; pergunte de novo.
unreachable = Não consigo acessar meus documentos agora; tente de novo daqui a pouco.
memory-unreachable = Não consigo acessar o que guardei agora; tente de novo daqui a pouco.
