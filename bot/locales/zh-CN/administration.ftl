## /docs

look-after = 你管理 { $count } 个文档
only-administrators-rebuild = 只有管理员可以重建索引。
only-administrators-look = 只有管理员可以查看文档内容。
only-administrators-states = 只有管理员可以查看我的索引的各个状态。
only-owner-goes-back = 只有我的运行者可以回到我的索引的某个状态。
not-in-charge = 只有管理员可以更改文档，而且只能更改专属于其服务器的文档。
none-here = 没有专属于这个服务器的文档集。我的运行者可以用 VERBATIM_COLLECTIONS 建一个，否则由其更改文档。
not-yours = 我不知道你有这样的文档；`/docs list` 会列出由你管理的文档。
no-collection = 我不知道文档集 { $name }；{ $listed }
which-collection = 请说明它属于哪个文档集；{ $listed }
there-are-collections = 现有：{ $names }。
there-is-no-collection = 目前还没有。
same-names = 有两个文件会同名为 { $name }；请给其中一个改名。
not-downloaded = 无法下载 { $name }；请重新附上。
kind-unknown = { $name } 是我无法读取的类型；我能读取：{ $kinds }。
file-too-large = { $name } 超过 { $most } MB，这是我收入索引的上限。
no-file = 文档文件夹中没有文件 { $path }。
follows-a-channel = 它跟随一个 Discord 频道；`/docs channel remove` 可将其移出。
not-in-folder = { $path } 已不在文档文件夹中。
changing-now = 现在有其他人正在更改文档；请稍后再试。
folder-unwritable = 无法写入文档文件夹（{ $reason }）；我的运行者必须允许写入，或把文件放到那里。
document-empty = 其中没有文字。

## Forms

new-document = 新文档
document-title = 标题
document-title-how = 会替换标题相同的文档
document-text = 正文
document-text-how = 支持 Markdown
collection = 文档集
collection-how = 决定谁可以阅读
question = 问题
question-how = 它回答什么
answer = 回答
answer-how = 会逐字引用
save-as-answer = 保存为回答
answer-a-question = 回答一个问题
answer-empty = 问题和回答都要填写；其中一个是空的。
answer-elsewhere = 那条消息在另一个频道；请在那里重新选择“保存为回答”。
message-not-savable = 那条消息里没有可以保存的文字。
not-a-moderator = 只有版主可以保存回答。

## Rebuilding

rebuilding = 正在重建索引
rebuilding-starts = 开始
stage-waiting = 等待另一次建立
stage-reading = 读取
stage-embedding = 向量化
stage-writing = 写入
rebuilding-of = { $done } / { $total }
rebuilding-already = 已经在重建；之后可能还要再重建一次。
rebuilding-now = 索引正在重建；请在完成后再试。
not-rebuilt = 索引没有重建
not-rebuilt-why = 我的运行者可以在日志中找到原因；旧索引继续回答。
up-to-date = 索引已是最新
added = 新增 { $count } 个
changed = 更改 { $count } 个
removed = 移出 { $count } 个
unchanged = 未变 { $count } 个
nothing-changed = 没有变化。
takes-the-place = 它取代了先前回到的 { $state }。
state-goes-on = 自从索引回到 { $state } 之后没有文档变化，所以仍由它回答；`/docs rollback` 可结束这种情况。
not-read = 未能读取
read-with-doubts = 读取时有疑问
embedded-anew = 重新向量化 { $count } 个，用时 { $seconds } 秒

## /docs history and /docs rollback

state-stays = 它会保持到有文档变化为止；文档本身保持原样。
states = **索引的状态**，最新的在前
state-by = 操作者 { $people }
state-answers-already = 已经由 { $state } 回答。
state-ask = 由这个状态来回答吗？
state-answers-now = 现在由这个状态回答
state-unreadable = { $state } 无法读取
state-back = { $when } 回到此状态，直到有文档变化
state-back-by = { $when } 回到此状态（{ $origin }），直到有文档变化
state-same = 相同的文档，重新读取
go-back = 回到此状态
bring-back = 恢复
restore-ask = 把你的文档恢复到这个状态吗？
restore-same = 你的文档已经与当时一样。
restore-lost = { $count } 个无法恢复，只保留了文字
restore-only = 只涉及专属于这个服务器的内容（{ $names }）；其他一切保持原样。被替换或移出的内容在我的机器上另行保留。
restore-all = 所有文档都由你管理；请用 `/docs rollback` 一并处理。
restore-held = 我的运行者已把所有文档回到先前的状态；等有文档变化后，你的文档才可以再单独恢复。

## /docs channel

only-administrators-channels = 只有管理员可以把其服务器的频道变成文档。
channels-off = 频道还不能作为文档：我的运行者必须用 VERBATIM_CHANNEL_DOCUMENTS 允许，为此我需要 Message Content intent。
channel-unknown = 我不知道这个服务器有这样的频道。
channel-not-pinned = 论坛没有可以跟随的置顶消息；请不要选这一项。
channel-not-followed = 那个频道不是文档。
channel-lacking = 我在 #{ $channel } 中缺少 { $permissions }。
channel-unread = Discord 现在不让我读取 #{ $name }；没有任何更改。请稍后再试。
and-between = { $first } 和 { $second }
no-channels = 这个服务器没有作为文档的频道。
channels-are = 作为文档的频道
all-messages = 所有消息
pinned-messages = 置顶消息
all-posts = 所有帖子
channel-follows = 我现在跟随 { $name }（{ $what }）：
channel-messages = { $count } 条消息
channel-messages-since = { $since } 以来的 { $count } 条消息
channel-older = 早于最近 { $most } 条的内容不收入。
channel-others = 机器人的消息和非文字内容不收入。只有能阅读该频道的人才能读到。

## /gaps

only-moderators-gaps = 只有版主可以查看未回答的问题。
no-gaps = 没有未回答的问题，也没有人抱怨。
gaps-counted = **{ $open } 个未回答**，{ $closed } 个现已有回答
gap-asked = 问过 { $times } 次
gap-wordings = （{ $wordings } 种说法）
gap-last = 最近一次 { $when }
gap-answered-now = 文档现在能回答这个问题
answer-one = 回答其中一个
lists-busy = 现在正在生成很多列表；请稍后再试。
gap-forgotten = 那个问题已经不在：它被遗忘了，或超出了我的保存期限。
gap-just-answered = 刚刚有其他人回答了那个问题。
gap-still-open = 已保存，但文档没有按原来的问法回答这个问题，所以没有通知任何人，它仍留在列表中。请用问题中的词再回答一次：它会取代你写的内容。
nothing-saved = { $why }没有保存任何内容；附件是你写的内容。
told-already = 提问者早已收到通知。
told-all = 已通知提问的 { $asked } 人。
told-none = 提问的 { $asked } 人都未能通知到。
told-some = 提问的 { $asked } 人中已通知 { $told } 人。
told-why = 其余的人已经离开、在提问的地方已不能阅读，或者我无法给他们发消息。

## /unhelpful

only-moderators-marks = 只有版主可以查看被标记为没有帮助的内容。
no-marks = 没有内容被标记为没有帮助。
marks-counted = **{ $count } 个被标记为没有帮助**，其中 { $last } 个排在最后
comes-last = 排在最后
keeps-its-place = 保持原位
give-back = 恢复其中一个的位置
mark-gone = 它已经没有标记了。
given-back = 完成：它恢复了原位，直到别人再次标记。

## /stats and the weekly digest

only-moderators-stats = 只有版主可以查看情况；在私信中则是我的运行者。
no-plot = 没有图表，因为绘图部分没有安装（`verbatim[plot]`）。
plot = 每周问题数
percent = { $share }%
seconds-short = { $number } 秒
in-weeks = { $count } 周内
nothing-asked-here = 这个服务器{ $weeks }没有人提问。
nothing-asked-anywhere = 任何地方{ $weeks }都没有人提问。
questions-here = **这个服务器{ $weeks }有 { $questions }**
questions-everywhere = **全部服务器{ $weeks }有 { $questions }**
shares = { $answered } 已回答，{ $perhaps } 可能
gaps-closed = 解决了 { $count } 个问题
week-of = 周
week-asked = 提问
week-answered = 回答
week-perhaps = 可能
week-closed = 解决
week-speed = 一半 / 95%
questions = { $count } 个问题
digest-week = { $monday } 这一周
digest-nobody = 没有人提问。
digest-change = 与前一周相比 { $change }
digest-speed = 一半 / 95% 的回答在 { $speed } 内
digest-unanswered = { $count } 个没有回答；版主可用 `/gaps` 查看。

## The welcome and /setup

welcome-hello = **你好，我是 Verbatim。** 我用交给我的文档中一字不差的句子回答问题，并注明每一句的出处。我不编造任何内容：文档没有回答时，我会直说。
welcome-how = 用 `/提问` 问我，或者提及我并写上问题。`/帮助` 说明还有什么。
welcome-auto = 在某些频道里，有把握时我不用被提及就会回答。
welcome-setup = **致管理这个服务器的人：** `/setup` 会带你完成其余步骤。
welcome-not-allowed = 我还不能在这里回答：我的运行者必须指明这个服务器（`VERBATIM_SERVERS`）。
welcome-roles = 只有拥有特定身份组的成员可以问我；`/setup` 会列出它们。
welcome-empty = 我还没有文档；`/docs add` 可以给我一些。
only-administrators-setup = 只有我所在服务器的管理员才能在那里设置我。
setup-step = 第 { $step } 步，共 { $steps } 步
setup-by-owner = 在我的运行者的设置中；我重新启动后生效。
setup-documents = 文档
setup-documents-here = 我在这里能看到 { $documents }：`/来源` 会列出它们。
setup-own = 专属于这个服务器：{ $names }。
setup-none-own = 没有专属于这个服务器的文档文件夹。用 `VERBATIM_COLLECTIONS=NAME=server:{ $server }` 就会有一个，管理员便可从这里添加和移出其中的文档。
setup-add = `/docs add` 接受文件或你写的内容；`/docs remove` 将其移出。
setup-who = 谁可以提问
setup-nobody = 这里没有人可以问我：指明的是其他服务器，不包括这个。
setup-server-needed = `VERBATIM_SERVERS` 需要这个服务器的 ID：`{ $server }`。
setup-roles = 拥有 { $roles } 的人可以问我。
setup-roles-elsewhere = 这里没有人：可以提问的身份组属于另一个服务器。
setup-roles-how = `VERBATIM_ROLES` 是允许提问的身份组的 ID；为空时人人都可以。
setup-everyone = 这里人人都可以问我。
setup-everyone-how = `VERBATIM_ROLES` 填上身份组的 ID，就只限于其成员。
setup-auto = 无需提及的回答：
setup-auto-nowhere = 这里没有
setup-auto-how = `VERBATIM_AUTO_ANSWER_CHANNELS` 指明我在哪些频道回答一切有把握的问题；这需要 Message Content intent。
setup-digests = 每周收到情况汇报：
setup-digests-nowhere = 这里没有频道
setup-digests-how = `VERBATIM_DIGEST_CHANNELS` 指明它们。`/stats` 可随时查看。
setup-digests-how-here = `VERBATIM_DIGEST_CHANNELS` 指明它们；这个频道的 ID 是 `{ $channel }`。`/stats` 可随时查看。
setup-permissions = 权限
setup-lacks = 我在这个频道缺少 { $permissions }。
setup-lacks-nothing = 我在这个频道拥有所需的全部权限。
setup-done = **就这些。** 问我点什么吧：`/提问`。`/gaps` 告诉版主我没能回答的问题，`/状态` 说明我的状况，`/隐私` 告诉所有人我保存了什么。
permission-missing = 我无法在 **{ $channel }**（{ $address }）正常回答：我在那里缺少权限 **{ $permission }**。此事我不会再提。
