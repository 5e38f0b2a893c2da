### 用語: answer = 回答, passage = 箇所, document = 文書, source = 出典, question = 質問,
### confidence = 確信度, bot owner = 運営者, state = 状態, gap = 未回答の質問,
### collection = コレクション, index = 索引。文体: です・ます。

## Answers

not-answered = この質問の答えは文書にありません。
nothing-near = 文書には近い内容が見つかりません。
perhaps = これかもしれません:
nearest = 最も近い箇所 (回答ではありません):
rephrase = 文書で使われていそうな言葉を試すか、人・場所・ものの名前を挙げてみてください。
confidence-high = 確信度: 高
confidence-medium = 確信度: 中
confidence-low = 確信度: 低
confidence-answers-high = これが質問の答えである確信度: 高
confidence-answers-medium = これが質問の答えである確信度: 中
confidence-answers-low = これが質問の答えである確信度: 低
too-unsure = 回答と呼べるほど確かなものはありません
also-in = { $names } にもあります
also-in-more = { $names } ほか { $count } 件にもあります
and-more = ほか { $count } 件
pinned-to = 「{ $question }」に固定
marked-unhelpful = { $count } 人が「役に立たない」と評価
differ = この点は文書どうしで食い違っています。箇所とその出典を見比べてください。
parts-missing = 文書に答えがないもの: { $questions }
question-about = { $question } (話題: { $about })
context-changed = この回答のあとで文書が変わったため、前後を表示できません。

## Where a passage stands

place-line = { $number } 行目
place-lines = { $first }–{ $last } 行目
place-page = { $number } ページ
place-slide = スライド { $number }
place-row = { $number } 行目
place-record = レコード { $number }
place-cell = セル { $number }
place-in-sheet = { $sheet }、{ $place }

## Documents

documents = 文書 { $count } 件
sentences = { $count } 文
never-quoted = 引用されません
empty-index = 最後の文書がなくなり、索引は空です。次の文書が加わるまで何にも答えられません。
how-far = 最もよく分かるのは英語です。語のどんな形でも見つかる言語: { $stemmed }。2 文字ずつで探す言語: { $pairs }。その他は語をそのまま探します。複数の言語の文書を一緒に置けます。
files-changed = その後 { $folder } で { $count } 件のファイルが変わりました: { $remedy }

## Small talk

greeting = こんにちは! 文書について何でも質問してください。
thanks = どういたしまして!
farewell = またどうぞ!
reaction = 文書で調べたいことがあれば、いつでも質問してください。
identity = Verbatim です。文書の文をそのまま、出典つきで引用して質問に答えます。
abilities = 文書の文をそのまま、出典つきで引用して質問に答えます。
among-them = { $line } 文書の例: { $titles }。

## Refusals

not-allowed = ここではあなたに答えられません。質問できる人は運営者が決めています。
question-empty = 質問を書いてください。例: *報告書を書いたのは誰ですか?*
question-too-long = 質問は { $longest } 文字以内でお願いします。
busy = いま多くの質問が待っています。少ししてからもう一度質問してください。
user-limit = この 1 分間に多くの質問がありました。{ $seconds } 秒後にもう一度質問してください。
channel-limit = このチャンネルではこの 1 分間に多くの質問がありました。{ $seconds } 秒後にもう一度質問してください。

## Failures

something-wrong = こちら側で問題が起き、ログに記録されました。
error-id = また起きたら、運営者にエラー ID `{ $id }` を伝えてください。
too-slow = 時間がかかりすぎたため中止しました。もう一度質問してください。
unreachable = いま文書を読み出せません。少ししてからもう一度試してください。
memory-unreachable = いま記憶した内容を読み出せません。少ししてからもう一度試してください。
