## Under an answer

choose-below = 文書には複数あります。下から選んでください。
sources-list-them = 質問できる内容は `/出典` で分かります。
understood-as = 次の質問と解釈: { $question }
which-one = どれのことですか?
ask-next = 続けて質問 …
more = もっと見る
context = 前後を見る
sources = 出典
follow-up = 続けて聞く
ask-fresh = 新しく質問
share = 共有
dismiss = 消す
wider = さらに広げる
next-passage = 次の箇所
shared-by = { $name } さんが共有

## What the buttons show

page-of = { $page } / { $pages } ページ
passage-goes-on = この箇所には続きがあります。全文は出典にあります。
nothing-more = これ以上はありません。
nothing-quoted = 引用はありません。
index-named = 索引 { $build }

## Forms

follow-up-question = あなたの質問
follow-up-how = 上の回答と合わせて解釈します。
what-was-wrong = 何がよくなかったですか?
why = 理由 (任意)
why-how = モデレーターが読めます。名前は出ません。

## Replies

noted-helped = ありがとうございます。役に立った回答として記録しました。
noted-wrong = ありがとうございます。記録しました。モデレーターは `/gaps` で確認できます。
vote-taken-back = 評価を取り消しました。
button-unknown = このボタンはもう使えません。もう一度質問してください。
answer-gone = この回答はもうお見せできません。保存期間を過ぎたか、依頼により消去されたか、元の文書を読む権限がなくなりました。もう一度質問してください。
share-not-everyones = ここにはこれらの文書を読めない人がいるため、この回答をここで共有できません。
share-may-not-write = このチャンネルに書き込む権限がないため、そこでは共有できません。
dismiss-not-yours = この回答を消せるのは、質問した人かモデレーターだけです。
dismiss-too-old = 古い回答のため、誰が質問したか分かりません。モデレーターなら消せます。
restarting = ただいま再起動中です。1 分後にもう一度試してください。
may-not-use = このコマンドはここでは使えません。
just-updated = 更新されたばかりです。1 分後にもう一度試してください。
no-document = その名前の文書はありません。一覧は `/出典` で見られます。
document-gone = その文書はもう回答に使っていません。一覧は `/出典` で見られます。
document-not-everyones = ここにはその文書を読めない人がいます。`非公開: True` を付けて質問してください。
message-without-text = そのメッセージには調べられる文字がありません。
ask-me = 質問してください。文書そのものの言葉を探します。使い方は `/ヘルプ` で見られます。
message-unreadable = そのメッセージは読めません。(ロールではなく) 私に直接メンションするか、ダイレクトメッセージを送るか、`/質問` を使ってください。
forgotten = 忘れました。ここでの次の質問は単独で解釈します。保存された情報を消すには `/プライバシー` を使ってください。
all-forgotten = 完了: あなたの回答 { $count } 件と評価をすべて削除しました。
answered-now = { $people } この質問に回答が付きました:
answered-now-you = あなたの質問に回答が付きました:

## /sources

no-documents = まだ文書がありません。
answer-from = { $count } 件の文書から答えます

## /help

help-what = **文書に書いてあることなら何でも質問してください。** 文書の文をそのまま引用し、どこにあるかを示します。作り話はしません。
help-ask = `/質問` で質問する (非公開でも、1 つの文書だけでも、すべてでも)
help-mention = チャンネルやスレッドでメンション ({ $mention }) するか、返信する
help-direct = ダイレクトメッセージを送る
help-menu = メッセージを右クリック → アプリ → **これについて質問**
help-follow-up = 回答の下の **続けて聞く** を押す
help-together = *それで、いくら払ったの?* のような質問は直前の質問と合わせて解釈します。`/忘れる` で最初からになります。
help-languages = **言語:** { $languages }
help-commands = `/出典` 知っていること · `/状態` 調子 · `/プライバシー` 保存するもの
help-auto = 一部のチャンネルでは、確信があればメンションなしでも答えます。

## /privacy

forget-me = 私の情報を消す
privacy-kept = **保存するもの** ({ $days } 日間): あなたの質問とその回答、あなたの Discord ID と、サーバー・チャンネル・メッセージの ID、👍 / 👎 とその理由。現在、あなたの回答は { $stored } 件です。文書を変更した人については、その変更で作られた状態とともに ID を保存し、後の変更でその状態がなくなったと分かるまで残します。質問と評価の数は日とサーバーごとに数えますが、誰の ID も内容も含みません。
privacy-use = **目的:** 回答の下のボタン、続きの質問 ({ $minutes } 分間)、および同じサーバーのモデレーターが名前なしで読める未回答の質問の一覧。モデレーターがあなたの質問に答えたら、質問した場所でお知らせします。非公開やダイレクトメッセージでの質問はこの一覧に載らず、読んで答えられるのは運営者だけです。
privacy-never = **しないこと:** 他のサービスには何も送らず、私への質問でないメッセージは保存せず、サーバー間で何も共有しません。あなたが質問を削除したり、私がサーバーから外されたりすると、そこで質問されたことを忘れます。
privacy-never-followed = **しないこと:** 他のサービスには何も送らず、私への質問でないメッセージは保存せず (ただし、ここの管理者が文書にしたチャンネルのメッセージは、そこで削除されるまで、読める人のために保存します)、サーバー間で何も共有しません。あなたが質問を削除したり、私がサーバーから外されたりすると、そこで質問されたことを忘れます。
privacy-logged = 運営者の設定により、質問はログに記録されます。
privacy-not-logged = 質問はログに記録しません。

## /status

status-no-index = **索引** なし
status-index = **索引** { $documents }、{ $sentences }
status-built = 作成 { $when }
status-model = **モデル** { $model }
status-folder = 文書フォルダー
status-rebuild = `/docs rebuild` で取り込めます
status-speed = **回答** 起動後 { $count } 件。半数は { $half } 秒以内、95% は { $most } 秒以内
status-no-speed = **回答** 起動後まだありません
status-up = 起動 { $when } · 待ち { $waiting } 件
