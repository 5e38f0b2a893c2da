## Under an answer

choose-below = Os documentos conhecem vários; escolha um abaixo.
sources-list-them = `/fontes` mostra sobre o que se pode perguntar.
understood-as = entendido como: { $question }
which-one = Qual deles?
ask-next = Perguntar em seguida …
more = Mais
context = Contexto
sources = Fontes
follow-up = Continuar
ask-fresh = Perguntar do zero
share = Compartilhar
dismiss = Remover
wider = Ampliar
next-passage = Próximo trecho
shared-by = compartilhado por { $name }

## What the buttons show

page-of = página { $page } de { $pages }
passage-goes-on = O trecho continua; a fonte o traz inteiro.
nothing-more = Não há mais nada.
nothing-quoted = Nada é citado.
index-named = índice { $build }

## Forms

follow-up-question = Sua pergunta
follow-up-how = Eu a leio junto com a resposta acima.
what-was-wrong = O que estava errado?
why = Por quê (opcional)
why-how = Moderadores podem ler isto, sem o seu nome.

## Replies

noted-helped = Obrigado, anotado: esta resposta ajudou.
noted-wrong = Obrigado, anotado. Moderadores veem isso com `/gaps`.
vote-taken-back = Seu voto foi retirado.
button-unknown = Não conheço mais este botão; pergunte de novo.
answer-gone = Não tenho mais esta resposta para você: ela é mais antiga do que eu guardo, foi esquecida a pedido, ou os documentos dela não estão mais abertos para você. Pergunte de novo.
share-not-everyones = Nem todos aqui podem ler estes documentos, então não posso compartilhar esta resposta aqui.
share-may-not-write = Você não pode escrever neste canal, então não posso compartilhá-la nele.
dismiss-not-yours = Só quem perguntou, ou um moderador, pode remover esta resposta.
dismiss-too-old = Esta resposta é antiga demais para eu saber quem perguntou; um moderador pode removê-la.
restarting = Estou sendo reiniciado; tente de novo em um minuto.
may-not-use = Você não pode usar este comando aqui.
just-updated = Acabei de ser atualizado; tente de novo em um minuto.
no-document = Não tenho nenhum documento com esse nome; `/fontes` mostra quais há.
document-gone = Esse documento não está mais entre os que uso para responder; `/fontes` mostra quais há.
document-not-everyones = Nem todos aqui podem ler esse documento; pergunte com `privado: True`.
message-without-text = Essa mensagem não tem texto que eu possa procurar.
ask-me = Faça uma pergunta e eu procuro as próprias palavras dos documentos; `/ajuda` mostra como.
message-unreadable = Não consigo ler essa mensagem: mencione a mim mesmo (não o meu cargo), mande uma mensagem direta ou use `/perguntar`.
forgotten = Esquecido: sua próxima pergunta aqui vale por si só. Para apagar o que guardei sobre você, use `/privacidade`.
all-forgotten = { $count ->
    [one] Pronto: { $count } resposta sua e todos os seus votos foram apagados.
   *[other] Pronto: { $count } respostas suas e todos os seus votos foram apagados.
}
answered-now = { $people }: isto foi perguntado e agora tem resposta:
answered-now-you = Você perguntou isto, que agora tem resposta:

## /sources

no-documents = Ainda não há documentos.
answer-from = { $count ->
    [one] Respondo a partir de { $count } documento
   *[other] Respondo a partir de { $count } documentos
}

## /help

help-what = **Pergunte tudo o que os documentos respondem.** Respondo com as próprias frases deles e digo onde cada uma está; nunca invento nada.
help-ask = `/perguntar` faz uma pergunta, em particular se quiser, a um documento ou a todos
help-mention = Mencione-me ({ $mention }) ou responda a mim, em um canal ou tópico
help-direct = Mande uma mensagem direta para mim
help-menu = Clique com o botão direito em uma mensagem → Apps → **Perguntar sobre isto**
help-follow-up = Aperte **Continuar** abaixo de uma resposta
help-together = Uma pergunta como *e quanto eles pagaram?* é entendida junto com a anterior; `/esquecer` me faz começar do zero.
help-languages = **Idiomas:** { $languages }
help-commands = `/fontes` o que conheço · `/status` como estou · `/privacidade` o que guardo
help-auto = Em alguns canais também respondo sem menção, quando tenho certeza.

## /privacy

forget-me = Esqueça de mim
privacy-kept = **O que guardo** por { $days } dias: sua pergunta e a resposta dela, seu ID do Discord e os IDs do servidor, do canal e das mensagens; seu 👍 ou 👎 e o motivo que você deu. Agora são { $stored ->
    [one] { $stored } resposta sua
   *[other] { $stored } respostas suas
}. De quem muda meus documentos guardo o ID ao lado do estado que criou, até que uma mudança posterior não encontre mais esse estado. Conto perguntas e votos por dia e servidor, sem o ID de ninguém e sem uma palavra deles.
privacy-use = **Para quê:** os botões abaixo das respostas, as perguntas de continuação (por { $minutes } minutos) e uma lista de perguntas sem resposta que os moderadores do mesmo servidor podem ler, sem nomes. Quando um deles responde à sua, eu aviso você onde perguntou. Perguntas feitas em particular ou por mensagem direta não estão nessa lista; só quem me mantém pode lê-las e respondê-las.
privacy-never = **O que não faço:** não envio nada a nenhum outro serviço, não guardo mensagens que não sejam perguntas para mim e não compartilho nada entre servidores. Quando você apaga uma pergunta, ou quando sou removido de um servidor, esqueço o que foi perguntado ali.
privacy-never-followed = **O que não faço:** não envio nada a nenhum outro serviço, não guardo mensagens que não sejam perguntas para mim (a não ser as de canais que os administradores daqui tornaram documentos, para quem pode lê-las, até serem apagadas ali) e não compartilho nada entre servidores. Quando você apaga uma pergunta, ou quando sou removido de um servidor, esqueço o que foi perguntado ali.
privacy-logged = Quem me mantém decidiu registrar as perguntas.
privacy-not-logged = Não registro nenhuma pergunta.

## /status

status-no-index = **Índice** nenhum
status-index = **Índice** { $documents }, { $sentences }
status-built = criado { $when }
status-model = **Modelo** { $model }
status-folder = minha pasta
status-rebuild = `/docs rebuild` os inclui
status-speed = **Respostas** { $count } desde o início; metade em { $half } s, 95 % em { $most } s
status-no-speed = **Respostas** nenhuma desde o início
status-up = no ar desde { $when } · { $waiting } na fila
