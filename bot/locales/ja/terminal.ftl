prompt = 質問
terminal-understood-as = 次の質問と解釈: { $question }
terminal-which-one = どれのことですか?
terminal-ask-next = 続けて次のように質問できます:
terminal-could-ask = 例えば次のように質問できます:
terminal-type = 質問を入力してください。コマンドは /help で見られます。
more-has-passages = /more で他の箇所を表示します。
run-index = `verbatim index` を実行してください
run-index-or-rebuild = `verbatim index` を実行するか、ここで /rebuild と入力してください
terminal-nothing-indexed = 索引に文書がありません。{ $folder } に文書を置いて `verbatim index` を実行してください。

## /help

help-type = 質問か、次のどれかを入力してください:
terminal-languages = 言語: { $languages }
help-help = この一覧
help-sources = 回答のもとになる文書
help-more = 直前の質問に対する他の箇所
help-context = 直前の回答と、その前後 N 文
help-open = 箇所 N の文書を、その行で開く
help-fresh = 直前の質問を、会話と切り離して聞く
help-new = これまでの会話を忘れる
help-rebuild = 文書の索引を作り直す
help-status = 索引の内容
help-quit = 終了 (Ctrl-D でも)

## What can't be done

terminal-no-index = 索引はまだありません。`verbatim index` で作成できます。
terminal-index-outdated = 索引は今の質問のしかたとは別の方法で作られています。`verbatim index` で作り直せます。
terminal-index-damaged = 索引が壊れています。`verbatim index` で作り直せます。
terminal-no-model = モデルを利用できません。
no-command = { $name } というコマンドはありません。一覧は /help で見られます。
choose-number = 1 から { $most } までの番号を選んでください。
ask-first = 先に質問してください。
no-passage = 箇所 { $number } はありません。表示しているのは { $shown } 件です。
no-number = { $text } は数ではありません。
no-further-passages = この質問に対する箇所はこれ以上ありません。
no-passage-to-widen = 直前の質問には、前後を表示できる箇所がありません。
conversation-forgotten = 会話を忘れました。

## /status

status-build = 状態
status-built-at = 作成
status-documents = 文書
status-sentences = 文
status-model-name = モデル
status-dimensions = { $model } ({ $dimensions } 次元)
status-size = サイズ
status-segments = セグメント

## /rebuild

rebuilt-held = 索引を { $state } に戻してから文書は変わっていないため、引き続きその状態で答えます。`verbatim rollback` で終了します。
