## /docs

look-after = { $count ->
    [one] Você cuida de { $count } documento
   *[other] Você cuida de { $count } documentos
}
only-administrators-rebuild = Só administradores podem reconstruir o índice.
only-administrators-look = Só administradores podem olhar dentro dos documentos.
only-administrators-states = Só administradores podem ver os estados do meu índice.
only-owner-goes-back = Só quem me mantém pode voltar a um estado do meu índice.
not-in-charge = Só administradores podem mudar os documentos, e só os que são exclusivos do servidor deles.
none-here = Nenhuma coleção de documentos é exclusiva deste servidor. Quem me mantém pode criar uma com VERBATIM_COLLECTIONS; senão, é quem muda os documentos.
not-yours = Não conheço nenhum documento seu assim; `/docs list` mostra aqueles de que você cuida.
no-collection = Não conheço nenhuma coleção { $name }; { $listed }
which-collection = Diga a que coleção ele pertence; { $listed }
there-are-collections = há: { $names }.
there-is-no-collection = ainda não há nenhuma.
same-names = Dois dos arquivos se chamariam { $name }; renomeie um deles.
not-downloaded = Não foi possível baixar { $name }; anexe de novo.
kind-unknown = { $name } é de um tipo que não consigo ler; consigo ler estes: { $kinds }.
file-too-large = { $name } tem mais de { $most } MB, que é o máximo que indexo.
no-file = Não há arquivo { $path } na pasta de documentos.
follows-a-channel = Isso segue um canal do Discord; `/docs channel remove` o tira.
not-in-folder = { $path } não está mais na pasta de documentos.
changing-now = Outra pessoa está mudando os documentos agora; tente de novo daqui a pouco.
folder-unwritable = Não é possível gravar na pasta de documentos ({ $reason }); quem me mantém precisa permitir, ou pôr o arquivo lá.
document-empty = Não há texto nele.

## Forms

new-document = Um documento novo
document-title = Título
document-title-how = Um documento com o mesmo título é substituído
document-text = Texto
document-text-how = Markdown é entendido
collection = Coleção
collection-how = Define quem pode ler
question = Pergunta
question-how = O que ela responde
answer = Resposta
answer-how = Citada palavra por palavra
save-as-answer = Salvar como resposta
answer-a-question = Responder a uma pergunta
answer-empty = Uma resposta precisa da pergunta e da resposta; uma delas está vazia.
answer-elsewhere = Essa mensagem é de outro canal; escolha lá de novo “Salvar como resposta”.
message-not-savable = Essa mensagem não tem texto que se possa salvar.
not-a-moderator = Só moderadores podem salvar respostas.

## Rebuilding

rebuilding = Reconstruindo o índice
rebuilding-starts = começando
stage-waiting = esperando outra construção
stage-reading = lendo
stage-embedding = vetorizando
stage-writing = gravando
rebuilding-of = { $done } de { $total }
rebuilding-already = Uma reconstrução já está em andamento; talvez seja preciso mais uma.
rebuilding-now = O índice está sendo reconstruído; tente de novo quando terminar.
not-rebuilt = O índice não foi reconstruído
not-rebuilt-why = Quem me mantém encontra o motivo no meu registro; o índice antigo continua respondendo.
up-to-date = O índice está em dia
added = { $count ->
    [one] { $count } adicionado
   *[other] { $count } adicionados
}
changed = { $count ->
    [one] { $count } alterado
   *[other] { $count } alterados
}
removed = { $count ->
    [one] { $count } removido
   *[other] { $count } removidos
}
unchanged = { $count } sem mudança
nothing-changed = Nada mudou.
takes-the-place = Ele toma o lugar de { $state }, ao qual se havia voltado.
state-goes-on = Nenhum documento mudou desde que o índice voltou a { $state }, então esse continua respondendo; `/docs rollback` encerra isso.
not-read = Não lidos
read-with-doubts = Lidos com dúvidas
embedded-anew = { $count ->
    [one] { $count } vetorizada de novo em { $seconds } s
   *[other] { $count } vetorizadas de novo em { $seconds } s
}

## /docs history and /docs rollback

state-stays = Ele fica até um documento mudar; os documentos em si ficam como estão.
states = **Estados do índice**, o mais novo primeiro
state-by = por { $people }
state-answers-already = { $state } já responde.
state-ask = Responder a partir deste estado?
state-answers-now = Este estado responde agora
state-unreadable = { $state } não pode ser lido
state-back = voltou-se a ele { $when }, até um documento mudar
state-back-by = voltou-se a ele { $when } ({ $origin }), até um documento mudar
state-same = os mesmos documentos, lidos de novo
go-back = Voltar
bring-back = Restaurar
restore-ask = Trazer seus documentos de volta a este estado?
restore-same = Seus documentos já estão como estavam então.
restore-lost = { $count } sem como voltar, só o texto foi guardado
restore-only = Só o que é exclusivo deste servidor ({ $names }); todo o resto fica como está. O que é substituído ou tirado fica guardado à parte na minha máquina.
restore-all = Você cuida de todos os documentos; use `/docs rollback` para todos eles.
restore-held = Quem me mantém voltou a um estado anterior de todos os documentos; os seus poderão voltar por conta própria quando um documento tiver mudado.

## /docs channel

only-administrators-channels = Só administradores podem tornar documentos os canais do servidor deles.
channels-off = Canais ainda não podem ser documentos: quem me mantém precisa permitir com VERBATIM_CHANNEL_DOCUMENTS, e para isso preciso do intent Message Content.
channel-unknown = Não conheço nenhum canal assim neste servidor.
channel-not-pinned = Um fórum não tem mensagens fixadas que se possam seguir; deixe isso de fora.
channel-not-followed = Esse canal não é um documento.
channel-lacking = Falta-me { $permissions } em #{ $channel }.
channel-unread = O Discord não me deixa ler #{ $name } agora; nada foi mudado. Tente mais tarde.
and-between = { $first } e { $second }
no-channels = Nenhum canal deste servidor é um documento.
channels-are = Canais que são documentos
all-messages = todas as mensagens
pinned-messages = mensagens fixadas
all-posts = todas as publicações
channel-follows = Agora sigo { $name } ({ $what }):
channel-messages = { $count ->
    [one] { $count } mensagem
   *[other] { $count } mensagens
}
channel-messages-since = { $count ->
    [one] { $count } mensagem desde { $since }
   *[other] { $count } mensagens desde { $since }
}
channel-older = O que é mais antigo que as últimas { $most } fica de fora.
channel-others = Mensagens de bots e o que não é texto ficam de fora. Só lê quem pode ler o canal.

## /gaps

only-moderators-gaps = Só moderadores podem ver o que ficou sem resposta.
no-gaps = Nada ficou sem resposta e ninguém reclamou.
gaps-counted = **{ $open } sem resposta**, { $closed } já respondidas
gap-asked = { $times ->
    [one] perguntada uma vez
   *[other] perguntada { $times } vezes
}
gap-wordings = { $wordings ->
    [one] com { $wordings } redação
   *[other] com { $wordings } redações
}
gap-last = a última { $when }
gap-answered-now = os documentos já respondem a isto
answer-one = Responder a uma destas
lists-busy = Muitas listas estão sendo feitas agora; tente de novo daqui a pouco.
gap-forgotten = Essa pergunta se foi: foi esquecida, ou é mais antiga do que eu guardo.
gap-just-answered = Outra pessoa acabou de responder a essa pergunta.
gap-still-open = Está salvo, mas os documentos não respondem à pergunta como ela foi feita, então ninguém foi avisado e ela continua na lista. Responda de novo com as palavras da pergunta: isso substitui o que você escreveu.
nothing-saved = { $why } Nada foi salvo; o que você escreveu está anexado.
told-already = Quem perguntou já foi avisado.
told-all = { $asked ->
    [one] Avisei a pessoa que perguntou.
   *[other] Avisei as { $asked } pessoas que perguntaram.
}
told-none = { $asked ->
    [one] Não consegui avisar a pessoa que perguntou.
   *[other] Não consegui avisar nenhuma das { $asked } pessoas que perguntaram.
}
told-some = Avisei { $told } das { $asked } pessoas que perguntaram.
told-why = As outras saíram, não podem mais ler onde perguntaram, ou não consigo escrever para elas.

## /unhelpful

only-moderators-marks = Só moderadores podem ver o que foi marcado como inútil.
no-marks = Nada está marcado como inútil.
marks-counted = **{ $count } marcados como inúteis**, dos quais { $last } vêm por último
comes-last = vem por último
keeps-its-place = mantém o lugar
give-back = Devolver o lugar a um
mark-gone = Isso não está mais marcado.
given-back = Pronto: voltou ao lugar, até que outros o marquem de novo.

## /stats and the weekly digest

only-moderators-stats = Só moderadores podem ver como vão as coisas e, em mensagem direta, quem me mantém.
no-plot = Não há gráfico, porque a parte que desenha não está instalada (`verbatim[plot]`).
plot = Perguntas por semana
percent = { $share } %
seconds-short = { $number } s
in-weeks = { $count ->
    [one] em { $count } semana
   *[other] em { $count } semanas
}
nothing-asked-here = Nada foi perguntado neste servidor { $weeks }.
nothing-asked-anywhere = Nada foi perguntado em lugar nenhum { $weeks }.
questions-here = **{ $questions } neste servidor { $weeks }**
questions-everywhere = **{ $questions } no total { $weeks }**
shares = { $answered } respondidas, { $perhaps } talvez
gaps-closed = { $count ->
    [one] { $count } pergunta resolvida
   *[other] { $count } perguntas resolvidas
}
week-of = semana de
week-asked = feitas
week-answered = resp.
week-perhaps = talvez
week-closed = resolv.
week-speed = metade / 95 %
questions = { $count ->
    [one] { $count } pergunta
   *[other] { $count } perguntas
}
digest-week = A semana de { $monday }
digest-nobody = Ninguém perguntou.
digest-change = { $change } em relação à semana anterior
digest-speed = metade das respostas / 95 % em { $speed }
digest-unanswered = Ficaram sem resposta { $count }; moderadores as veem com `/gaps`.

## The welcome and /setup

welcome-hello = **Olá, sou o Verbatim.** Respondo a perguntas com as frases exatas dos documentos que recebi, cada uma com o lugar onde está. Não invento nada: quando os documentos não respondem, eu digo.
welcome-how = Pergunte com `/perguntar`, ou me mencione com uma pergunta. `/ajuda` diz o que mais existe.
welcome-auto = Em alguns canais respondo sem menção, quando tenho certeza.
welcome-setup = **Para quem cuida deste servidor:** `/setup` guia você pelo resto.
welcome-not-allowed = Ainda não posso responder aqui: quem me mantém precisa nomear este servidor (`VERBATIM_SERVERS`).
welcome-roles = Só membros com certos cargos podem me perguntar; `/setup` mostra quais.
welcome-empty = Ainda não tenho documentos; `/docs add` me dá alguns.
only-administrators-setup = Só administradores de um servidor em que estou podem me configurar lá.
setup-step = passo { $step } de { $steps }
setup-by-owner = Nas configurações de quem me mantém; passo a usá-las quando sou reiniciado.
setup-documents = Documentos
setup-documents-here = Aqui vejo { $documents }: `/fontes` os mostra.
setup-own = Exclusivo deste servidor: { $names }.
setup-none-own = Nenhuma pasta de documentos é exclusiva deste servidor. Haveria uma com `VERBATIM_COLLECTIONS=NAME=server:{ $server }`, e os administradores poderiam então adicionar e remover os documentos dela daqui.
setup-add = `/docs add` aceita arquivos, ou o que você escrever; `/docs remove` os tira.
setup-who = Quem pode perguntar
setup-nobody = Ninguém aqui pode me perguntar: outros servidores estão nomeados, e este não.
setup-server-needed = `VERBATIM_SERVERS` precisa do ID deste servidor: `{ $server }`.
setup-roles = Quem tem { $roles } pode me perguntar.
setup-roles-elsewhere = Ninguém aqui: os cargos que podem são de outro servidor.
setup-roles-how = `VERBATIM_ROLES` são os IDs dos cargos que deixam perguntar; todos quando está vazio.
setup-everyone = Todos aqui podem me perguntar.
setup-everyone-how = `VERBATIM_ROLES` com IDs de cargos limita isso aos membros deles.
setup-auto = Respostas sem menção:
setup-auto-nowhere = em nenhum lugar daqui
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` nomeia os canais em que respondo a tudo de que tenho certeza; isso precisa do intent Message Content.
setup-digests = Informados toda semana:
setup-digests-nowhere = nenhum canal daqui
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` os nomeia. `/stats` mostra isso a qualquer hora.
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` os nomeia; o ID deste canal é `{ $channel }`. `/stats` mostra isso a qualquer hora.
setup-permissions = Permissões
setup-lacks = Falta-me { $permissions } neste canal.
setup-lacks-nothing = Tenho todas as permissões de que preciso neste canal.
setup-done = **É tudo.** Pergunte algo: `/perguntar`. `/gaps` diz aos moderadores o que não pude responder, `/status` como estou, `/privacidade` a todos o que guardo.
permission-missing = Não consigo responder direito em **{ $channel }** ({ $address }): falta-me lá a permissão **{ $permission }**. Não vou mencionar isto de novo.
