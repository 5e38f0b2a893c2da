### 术语：answer = 回答，passage = 段落，document = 文档，source = 来源，question = 问题，
### confidence = 把握，bot owner = 我的运行者，state = 状态，gap = 未回答的问题，
### collection = 文档集，index = 索引。称呼：你。

## Answers

not-answered = 文档没有回答这个问题。
nothing-near = 文档中没有与此接近的内容。
perhaps = 可能是这个：
nearest = 最接近的段落（并非回答）：
rephrase = 试试文档里可能会用的词，或者写出你指的人、地点或事物的名称。
confidence-high = 把握高
confidence-medium = 把握中等
confidence-low = 把握低
confidence-answers-high = 这回答了问题，把握高
confidence-answers-medium = 这回答了问题，把握中等
confidence-answers-low = 这回答了问题，把握低
too-unsure = 把握太低，都不能算作回答
also-in = 也见于 { $names }
also-in-more = 也见于 { $names } 等另外 { $count } 处
and-more = 等另外 { $count } 个
pinned-to = 已固定到“{ $question }”
marked-unhelpful = { $count } 人标记为没有帮助
differ = 你的文档对此说法不一：请比较各段落及其出处。
parts-missing = 文档没有回答：{ $questions }
question-about = { $question }（关于：{ $about }）
context-changed = 给出这个回答之后文档有了变化，因此无法显示它前后的内容。

## Where a passage stands

place-line = 第 { $number } 行
place-lines = 第 { $first }–{ $last } 行
place-page = 第 { $number } 页
place-slide = 幻灯片 { $number }
place-row = 第 { $number } 行
place-record = 记录 { $number }
place-cell = 单元格 { $number }
place-in-sheet = { $sheet }，{ $place }

## Documents

documents = { $count } 个文档
sentences = { $count } 个句子
never-quoted = 从不引用
empty-index = 最后一个文档已经不在，索引现在是空的：在有新文档之前不会回答任何问题。
how-far = 英语效果最好；按词的任何形式查找：{ $stemmed }；按两个字一组查找：{ $pairs }；其他语言按原样的词查找。多种语言的文档可以放在一起。
files-changed = 此后{ $folder }中有 { $count } 个文件有变化：{ $remedy }

## Small talk

greeting = 你好！问我一些关于文档的问题吧。
thanks = 不客气！
farewell = 再见！
reaction = 想在文档里查什么，随时问我。
identity = 我是 Verbatim：用文档中一字不差、注明出处的句子回答问题。
abilities = 我用文档中一字不差、注明出处的句子回答问题。
among-them = { $line }其中有：{ $titles }。

## Refusals

not-allowed = 我不能在这里回答你：谁可以提问由我的运行者决定。
question-empty = 请写一个问题，例如：*报告是谁写的？*
question-too-long = 问题请不要超过 { $longest } 个字符。
busy = 现在有很多问题在等待；请稍后再问。
user-limit = 你在最近一分钟内问了很多；请在 { $seconds } 秒后再问。
channel-limit = 这个频道在最近一分钟内问了很多；请在 { $seconds } 秒后再问。

## Failures

something-wrong = 我这边出了问题，已记入日志。
error-id = 如果再次发生，请把错误编号 `{ $id }` 告诉我的运行者。
too-slow = 花的时间太长，已经中止；请再问一次。
unreachable = 我现在读不到文档；请稍后再试。
memory-unreachable = 我现在读不到记下的内容；请稍后再试。
