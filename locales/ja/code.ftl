### The page of a code, and the sentences that its clauses complete.
### A code arrives as text ("486"), a phrase as a token that is never translated ("Busy Here").

code-name = { $code } { $phrase }
code-title = { $protocol } { $code } { $phrase }
# For search results, where there is room for it.
code-title-long = { $protocol } { $code } { $phrase }：意味と解決方法
# For search engines, plain text.
# Variables:
#   $meaning (String) - clause in plain form that can stand before こと: 「呼び出された端末には届いたが、使用中のため、そこではこれ以上の着信を受けない」
code-description = { $code } { $phrase }は、{ $meaning }ことを示します。意味、送信元、再試行の可否、解決方法を説明します。
# The same where there is less room, and where there is least. $gloss is the phrase in the reader's words.
code-description-short = { $code } { $phrase }は、{ $meaning }ことを示します。
code-description-bare = { $code } { $phrase }（{ $gloss }）の意味、送信元、再試行の可否、解決方法を説明します。
# Variables:
#   $class (String) - 「4xx（クライアントエラー）」
#   $meaning (String) - clause, as above
code-answer = { $code } { $phrase }は、{ $class }の応答コードです。{ $meaning }ことを示します。
# Form of `meaning`: a clause in plain form that can stand before こと (attributive な, である, verb or adjective), no full stop.
code-means = { $code }は、{ $meaning }ことを示します。
# Form of `trigger`: a clause in plain form that can stand before 場合に; it does not itself end in 場合, とき or から; no full stop.
code-seen-when = { $trigger }場合に{ $code }が返されます。
# Form of `use`: a clause in plain form that can stand before 場合に, no full stop.
code-send-when = { $use }場合に{ $code }を送信します。
# Form of `action`: one or two whole sentences in です・ます style (usually …してください), with the full stop 。
code-on-receipt = { $code }を受信した場合：{ $action }

## Headings. Their ids are the same in every language.

code-heading-glance = 概要
code-heading-do = 今すべきこと
code-heading-description = 説明
code-heading-when = このコードが表示される場合
code-heading-fix = 解決方法
code-heading-hears = 発信者にはどう聞こえるか
code-heading-use = 送信する場合
code-heading-example = メッセージの例
code-heading-flow = コールフロー
code-heading-compare = ほかのコードとの比較
code-heading-compare-all = そのほかのすべてのコード
code-compare-pick = 比べるコード
code-heading-more = 詳しく見る
code-heading-references = 仕様書
code-previous = 前のコード
code-next = 次のコード
code-neighbors = 前後のコード
code-fact = 項目
code-value = 内容

## The call flow, for readers who do not see the picture

flow-title = { $code } { $phrase }のコールフロー
# One step. Variables:
#   $from (String), $to (String) - labels of two roles
#   $message (String) - a method, or a code and its phrase
flow-step = { $from }から{ $to }へ：{ $message }。
