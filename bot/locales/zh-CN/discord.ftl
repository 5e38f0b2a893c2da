## Under an answer

choose-below = 文档中有好几个；请在下面选一个。
sources-list-them = `/来源` 会列出可以问的内容。
understood-as = 理解为：{ $question }
which-one = 你指的是哪一个？
ask-next = 接着问 …
more = 更多
context = 上下文
sources = 来源
follow-up = 追问
ask-fresh = 重新问
share = 分享
dismiss = 移除
wider = 扩大范围
next-passage = 下一段
shared-by = 由 { $name } 分享

## What the buttons show

page-of = 第 { $page } 页，共 { $pages } 页
passage-goes-on = 这一段还有后文；来源中有全文。
nothing-more = 没有更多了。
nothing-quoted = 没有引用任何内容。
index-named = 索引 { $build }

## Forms

follow-up-question = 你的问题
follow-up-how = 我会结合上面的回答来理解。
what-was-wrong = 哪里不对？
why = 原因（可不填）
why-how = 版主可以看到，但看不到你的名字。

## Replies

noted-helped = 谢谢，已记下：这个回答有帮助。
noted-wrong = 谢谢，已记下。版主可用 `/gaps` 查看。
vote-taken-back = 你的评价已撤回。
button-unknown = 这个按钮我已经不认识了；请再问一次。
answer-gone = 我已经没有可给你的这个回答了：它超出了保存期限、应要求被遗忘，或者它的文档不再对你开放。请再问一次。
share-not-everyones = 这里并非人人都能阅读这些文档，所以我不能在这里分享这个回答。
share-may-not-write = 你不能在这个频道发言，所以我不能在那里分享。
dismiss-not-yours = 只有提问者或版主可以移除这个回答。
dismiss-too-old = 这个回答太旧，我已不知道是谁问的；版主可以移除它。
restarting = 我正在重新启动；请一分钟后再试。
may-not-use = 你不能在这里使用这个命令。
just-updated = 我刚刚更新；请一分钟后再试。
no-document = 我没有这个名称的文档；`/来源` 会列出所有文档。
document-gone = 我已不再用那个文档回答问题；`/来源` 会列出所有文档。
document-not-everyones = 这里并非人人都能阅读那个文档；请加上 `私密: True` 来问。
message-without-text = 那条消息里没有可以查找的文字。
ask-me = 问我一个问题，我会查找文档自己的原话；`/帮助` 说明怎么用。
message-unreadable = 我读不到那条消息：请直接提及我（不是我的身份组）、给我发私信，或使用 `/提问`。
forgotten = 已忘记：你在这里的下一个问题将单独理解。要删除我保存的关于你的内容，请使用 `/隐私`。
all-forgotten = 完成：已删除你的 { $count } 个回答和所有评价。
answered-now = { $people } 问过的这个问题现在有了回答：
answered-now-you = 你问过的这个问题现在有了回答：

## /sources

no-documents = 还没有文档。
answer-from = 我依据 { $count } 个文档回答

## /help

help-what = **凡是文档能回答的，都可以问我。** 我用文档自己的句子回答，并说明每一句的出处；我从不编造。
help-ask = 用 `/提问` 提问，可以私密，可以只问一个文档或全部文档
help-mention = 在频道或子区里提及我（{ $mention }）或回复我
help-direct = 给我发私信
help-menu = 右键点击一条消息 → APP → **询问此内容**
help-follow-up = 点击回答下面的 **追问**
help-together = 像 *那他们付了多少？* 这样的问题会与前一个问题一起理解；`/忘记` 让我重新开始。
help-languages = **语言：** { $languages }
help-commands = `/来源` 我知道什么 · `/状态` 我的状况 · `/隐私` 我保存什么
help-auto = 在某些频道里，有把握时我不用被提及也会回答。

## /privacy

forget-me = 忘记我
privacy-kept = **我保存什么**（{ $days } 天）：你的问题及其回答，你的 Discord ID 以及服务器、频道和消息的 ID；你的 👍 或 👎 以及你给出的原因。目前这里有你的 { $stored } 个回答。对于更改我文档的人，我把其 ID 与其造成的状态一起保存，直到后来的更改发现该状态已不存在。我按日期和服务器统计问题和评价的数量，不含任何人的 ID，也不含其中的任何文字。
privacy-use = **用途：** 回答下面的按钮、追问（{ $minutes } 分钟内），以及同一服务器的版主可以阅读的未回答问题列表，不含姓名。如果其中有人回答了你的问题，我会在你提问的地方告诉你。私密提出或在私信中提出的问题不在该列表中；只有我的运行者能阅读和回答。
privacy-never = **我不做什么：** 我不向任何其他服务发送内容，不保存不是问我的消息，也不在服务器之间共享任何内容。当你删除问题，或我被移出服务器时，我会忘记那里问过的内容。
privacy-never-followed = **我不做什么：** 我不向任何其他服务发送内容，不保存不是问我的消息（但这里的管理员设为文档的频道中的消息除外，供可以阅读它们的人使用，直到在那里被删除），也不在服务器之间共享任何内容。当你删除问题，或我被移出服务器时，我会忘记那里问过的内容。
privacy-logged = 我的运行者选择了把问题记入日志。
privacy-not-logged = 我不把问题记入日志。

## /status

status-no-index = **索引** 无
status-index = **索引** { $documents }，{ $sentences }
status-built = 建立于 { $when }
status-model = **模型** { $model }
status-folder = 我的文件夹
status-rebuild = `/docs rebuild` 会收入它们
status-speed = **回答** 启动以来 { $count } 个；一半在 { $half } 秒内，95% 在 { $most } 秒内
status-no-speed = **回答** 启动以来还没有
status-up = 启动于 { $when } · { $waiting } 个在等待
