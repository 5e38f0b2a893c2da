## /docs

look-after = あなたが管理する文書: { $count } 件
only-administrators-rebuild = 索引を作り直せるのは管理者だけです。
only-administrators-look = 文書の中を見られるのは管理者だけです。
only-administrators-states = 索引の状態を見られるのは管理者だけです。
only-owner-goes-back = 索引の状態を戻せるのは運営者だけです。
not-in-charge = 文書を変更できるのは管理者だけで、そのサーバー専用のものに限られます。
none-here = このサーバー専用の文書のコレクションはありません。運営者は VERBATIM_COLLECTIONS で作ることができ、なければ運営者が文書を変更します。
not-yours = あなたの文書にそのようなものはありません。管理する文書は `/docs list` で見られます。
no-collection = { $name } というコレクションはありません。{ $listed }
which-collection = どのコレクションに入れるか指定してください。{ $listed }
there-are-collections = あるもの: { $names }。
there-is-no-collection = まだひとつもありません。
same-names = 2 つのファイルの名前が { $name } になってしまいます。片方の名前を変えてください。
not-downloaded = { $name } をダウンロードできませんでした。もう一度添付してください。
kind-unknown = { $name } は読めない種類のファイルです。読めるもの: { $kinds }。
file-too-large = { $name } は { $most } MB を超えています。これが索引に入れられる上限です。
no-file = 文書フォルダーに { $path } というファイルはありません。
follows-a-channel = それは Discord のチャンネルに追従しています。外すには `/docs channel remove` を使ってください。
not-in-folder = { $path } はもう文書フォルダーにありません。
changing-now = いま別の人が文書を変更しています。少ししてからもう一度試してください。
folder-unwritable = 文書フォルダーに書き込めません ({ $reason })。運営者が許可するか、ファイルをそこに置く必要があります。
document-empty = 文字が入っていません。

## Forms

new-document = 新しい文書
document-title = タイトル
document-title-how = 同じタイトルの文書は置き換えられます
document-text = 本文
document-text-how = Markdown が使えます
collection = コレクション
collection-how = 誰が読めるかが決まります
question = 質問
question-how = 何に答えるものか
answer = 回答
answer-how = そのまま引用されます
save-as-answer = 回答として保存
answer-a-question = 質問に答える
answer-empty = 質問と回答の両方が必要ですが、片方が空です。
answer-elsewhere = そのメッセージは別のチャンネルのものです。そこでもう一度「回答として保存」を選んでください。
message-not-savable = そのメッセージには保存できる文字がありません。
not-a-moderator = 回答を保存できるのはモデレーターだけです。

## Rebuilding

rebuilding = 索引を作り直しています
rebuilding-starts = 開始
stage-waiting = ほかの作成を待っています
stage-reading = 読み込み
stage-embedding = ベクトル化
stage-writing = 書き込み
rebuilding-of = { $done } / { $total }
rebuilding-already = すでに作り直しています。もう一度必要になるかもしれません。
rebuilding-now = いま索引を作り直しています。終わってからもう一度試してください。
not-rebuilt = 索引は作り直されませんでした
not-rebuilt-why = 理由は運営者がログで確認できます。これまでの索引で回答を続けます。
up-to-date = 索引は最新です
added = 追加 { $count } 件
changed = 変更 { $count } 件
removed = 削除 { $count } 件
unchanged = 変更なし { $count } 件
nothing-changed = 変わったものはありません。
takes-the-place = 戻されていた { $state } に代わるものです。
state-goes-on = 索引が { $state } に戻されてから変わった文書がないため、そのまま回答に使います。`/docs rollback` で終わらせられます。
not-read = 読めなかったもの
read-with-doubts = 疑問を残して読んだもの
embedded-anew = { $count } 文を新たにベクトル化 ({ $seconds } 秒)

## /docs history and /docs rollback

state-stays = 文書が変わるまでこのままです。文書そのものは変わりません。
states = **索引の状態** (新しい順)
state-by = 実行: { $people }
state-answers-already = すでに { $state } で回答しています。
state-ask = この状態から回答しますか?
state-answers-now = この状態で回答します
state-unreadable = { $state } は読めません
state-back = { $when } にここへ戻り、文書が変わるまで続きます
state-back-by = { $when } にここへ戻り ({ $origin })、文書が変わるまで続きます
state-same = 同じ文書を読み直したもの
go-back = 戻る
bring-back = 元に戻す
restore-ask = あなたの文書をこの状態に戻しますか?
restore-same = あなたの文書はすでに当時のままです。
restore-lost = { $count } 件は戻せません (本文のみ保存)
restore-only = このサーバー専用のもの ({ $names }) だけです。ほかはそのままです。置き換えたり外したりしたものは、運営側のマシンに別に取っておかれます。
restore-all = あなたはすべての文書を管理しています。まとめて戻すには `/docs rollback` を使ってください。
restore-held = 運営者がすべての文書を以前の状態に戻しています。文書が変われば、あなたの文書だけをまた戻せるようになります。

## /docs channel

only-administrators-channels = サーバーのチャンネルを文書にできるのは管理者だけです。
channels-off = チャンネルはまだ文書にできません。運営者が VERBATIM_CHANNEL_DOCUMENTS で許可する必要があり、Message Content インテントが要ります。
channel-unknown = このサーバーにそのようなチャンネルはありません。
channel-not-pinned = フォーラムには追従できるピン留めメッセージがありません。指定を外してください。
channel-not-followed = そのチャンネルは文書ではありません。
channel-lacking = #{ $channel } で { $permissions } の権限がありません。
channel-unread = いま Discord が #{ $name } を読ませてくれません。何も変わっていません。あとでもう一度試してください。
and-between = { $first } と { $second }
no-channels = このサーバーに文書になっているチャンネルはありません。
channels-are = 文書になっているチャンネル
all-messages = すべてのメッセージ
pinned-messages = ピン留めされたメッセージ
all-posts = すべての投稿
channel-follows = { $name } への追従を始めました ({ $what }):
channel-messages = { $count } 件のメッセージ
channel-messages-since = { $since } 以降の { $count } 件のメッセージ
channel-older = 最新の { $most } 件より古いものは含みません。
channel-others = ボットのメッセージと文字以外は含みません。読めるのは、そのチャンネルを読める人だけです。

## /gaps

only-moderators-gaps = 答えられなかった質問を見られるのはモデレーターだけです。
no-gaps = 答えられなかったものはなく、苦情もありません。
gaps-counted = **未回答 { $open } 件**、その後回答あり { $closed } 件
gap-asked = { $times } 回質問
gap-wordings = ({ $wordings } 通りの言い方)
gap-last = 最後は { $when }
gap-answered-now = いまは文書に答えがあります
answer-one = このうち 1 つに答える
lists-busy = いま多くの一覧を作成中です。少ししてからもう一度試してください。
gap-forgotten = その質問はもうありません。消去されたか、保存期間を過ぎました。
gap-just-answered = その質問には、たったいま別の人が答えました。
gap-still-open = 保存しましたが、文書は質問されたとおりの問いには答えていません。そのため誰にも知らせず、一覧に残してあります。質問の言葉を使ってもう一度答えてください。書いたものと置き換わります。
nothing-saved = { $why } 何も保存していません。書いた内容を添付します。
told-already = 質問した人にはすでに知らせてあります。
told-all = 質問した { $asked } 人全員に知らせました。
told-none = 質問した { $asked } 人の誰にも知らせられませんでした。
told-some = 質問した { $asked } 人のうち { $told } 人に知らせました。
told-why = ほかの人は退出したか、質問した場所で読めなくなったか、こちらから送れません。

## /unhelpful

only-moderators-marks = 「役に立たない」とされたものを見られるのはモデレーターだけです。
no-marks = 「役に立たない」とされたものはありません。
marks-counted = **「役に立たない」 { $count } 件**、うち最後に回るもの { $last } 件
comes-last = 最後に回ります
keeps-its-place = 順位はそのまま
give-back = 1 つの順位を元に戻す
mark-gone = その評価はもうありません。
given-back = 完了: 再び評価されるまで、元の順位に戻ります。

## /stats and the weekly digest

only-moderators-stats = 状況を見られるのはモデレーターと、ダイレクトメッセージでの運営者だけです。
no-plot = グラフはありません。描画部分がインストールされていません (`verbatim[plot]`)。
plot = 週ごとの質問
percent = { $share }%
seconds-short = { $number } 秒
in-weeks = { $count } 週間
nothing-asked-here = このサーバーでは { $weeks }質問がありませんでした。
nothing-asked-anywhere = どこでも { $weeks }質問がありませんでした。
questions-here = **このサーバーで { $weeks }に{ $questions }**
questions-everywhere = **全体で { $weeks }に{ $questions }**
shares = 回答 { $answered }、たぶん { $perhaps }
gaps-closed = 解決した質問 { $count } 件
week-of = 週
week-asked = 質問
week-answered = 回答
week-perhaps = たぶん
week-closed = 解決
week-speed = 半数 / 95%
questions = 質問 { $count } 件
digest-week = { $monday } の週
digest-nobody = 質問はありませんでした。
digest-change = 前の週より { $change }
digest-speed = 回答の半数 / 95% が { $speed } 以内
digest-unanswered = 未回答は { $count } 件です。モデレーターは `/gaps` で見られます。

## The welcome and /setup

welcome-hello = **こんにちは、Verbatim です。** 渡された文書の文をそのまま引用し、それぞれの場所を示して質問に答えます。作り話はしません。文書に答えがなければ、そう伝えます。
welcome-how = `/質問` で質問するか、質問とともにメンションしてください。ほかに何ができるかは `/ヘルプ` で分かります。
welcome-auto = 一部のチャンネルでは、確信があればメンションなしで答えます。
welcome-setup = **このサーバーを管理する方へ:** 続きは `/setup` が案内します。
welcome-not-allowed = まだここでは答えられません。運営者がこのサーバーを指定する必要があります (`VERBATIM_SERVERS`)。
welcome-roles = 質問できるのは特定のロールを持つメンバーだけです。`/setup` で確認できます。
welcome-empty = まだ文書がありません。`/docs add` で追加できます。
only-administrators-setup = 設定できるのは、私が参加しているサーバーの管理者だけです。
setup-step = ステップ { $step } / { $steps }
setup-by-owner = 運営者の設定にあります。再起動すると反映されます。
setup-documents = 文書
setup-documents-here = ここで見えるのは{ $documents }です。一覧は `/出典` で見られます。
setup-own = このサーバー専用: { $names }。
setup-none-own = このサーバー専用の文書フォルダーはありません。`VERBATIM_COLLECTIONS=NAME=server:{ $server }` で作れば、管理者がここから文書を追加・削除できます。
setup-add = `/docs add` でファイルや書いた文章を加え、`/docs remove` で外せます。
setup-who = 質問できる人
setup-nobody = ここでは誰も質問できません。ほかのサーバーが指定され、ここは含まれていません。
setup-server-needed = `VERBATIM_SERVERS` にこのサーバーの ID が必要です: `{ $server }`。
setup-roles = { $roles } を持つ人が質問できます。
setup-roles-elsewhere = ここには誰もいません。質問できるロールは別のサーバーのものです。
setup-roles-how = `VERBATIM_ROLES` は質問できるロールの ID です。空なら全員が質問できます。
setup-everyone = ここでは誰でも質問できます。
setup-everyone-how = `VERBATIM_ROLES` にロールの ID を書くと、その人たちに限られます。
setup-auto = メンションなしの回答:
setup-auto-nowhere = ここにはなし
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` に書いたチャンネルでは、確信のあることすべてに答えます。Message Content インテントが必要です。
setup-digests = 毎週の報告先:
setup-digests-nowhere = ここにはなし
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` で指定します。`/stats` ならいつでも見られます。
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` で指定します。このチャンネルの ID は `{ $channel }` です。`/stats` ならいつでも見られます。
setup-permissions = 権限
setup-lacks = このチャンネルでは { $permissions } がありません。
setup-lacks-nothing = このチャンネルで必要な権限はすべてあります。
setup-done = **以上です。** 何か質問してください: `/質問`。モデレーターは `/gaps` で答えられなかったものを、`/状態` で調子を、誰でも `/プライバシー` で保存しているものを確認できます。
permission-missing = **{ $channel }** ({ $address }) では正しく回答できません。**{ $permission }** の権限がありません。この件は今後お知らせしません。
