prompt = 提问
terminal-understood-as = 理解为：{ $question }
terminal-which-one = 你指的是哪一个？
terminal-ask-next = 接下来可以问：
terminal-could-ask = 可以问：
terminal-type = 输入一个问题；/help 列出命令。
more-has-passages = /more 显示更多段落。
run-index = 请运行 `verbatim index`
run-index-or-rebuild = 请运行 `verbatim index`，或在这里输入 /rebuild
terminal-nothing-indexed = 索引里没有文档：请把文档放进 { $folder }，然后运行 `verbatim index`。

## /help

help-type = 输入一个问题，或下列之一：
terminal-languages = 语言：{ $languages }
help-help = 本列表
help-sources = 回答所依据的文档
help-more = 上一个问题的更多段落
help-context = 上一个回答及其前后各 N 个句子
help-open = 在段落 N 所在的行打开其文档
help-fresh = 不考虑对话，重新问上一个问题
help-new = 忘记到目前为止的对话
help-rebuild = 重新为文档建立索引
help-status = 索引的内容
help-quit = 退出（也可按 Ctrl-D）

## What can't be done

terminal-no-index = 还没有索引；`verbatim index` 会建立一个。
terminal-index-outdated = 索引的建立方式与现在提问的方式不同；`verbatim index` 会重新建立它。
terminal-index-damaged = 索引已损坏；`verbatim index` 会重新建立它。
terminal-no-model = 模型不可用。
no-command = 没有命令 { $name }；/help 列出所有命令。
choose-number = 请选择 1 到 { $most } 之间的数字。
ask-first = 请先问一个问题。
no-passage = 没有段落 { $number }：共显示 { $shown } 个。
no-number = { $text } 不是数字。
no-further-passages = 这个问题没有更多段落。
no-passage-to-widen = 上一个问题没有可以显示更多内容的段落。
conversation-forgotten = 对话已忘记。

## /status

status-build = 状态
status-built-at = 建立时间
status-documents = 文档
status-sentences = 句子
status-model-name = 模型
status-dimensions = { $model }（{ $dimensions } 维）
status-size = 大小
status-segments = 分段

## /rebuild

rebuilt-held = 自索引退回到 { $state } 以来没有文档变化，因此它继续回答；`verbatim rollback` 会结束这种状态。
