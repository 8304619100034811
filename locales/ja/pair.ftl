### The page of a pair. $a and $b are codes as text, $phraseA and $phraseB their phrases.

pair-name = { $a } vs { $b }
pair-title = { $protocol } { $a } { $phraseA } vs { $b } { $phraseB }
# For search results, where the phrases leave no room.
pair-title-short = { $protocol } { $a } vs { $b }：違いと使い分け
# For search engines, plain text; the first that fits is shown.
# Variables:
#   $glossA, $glossB (String) - the phrases in the reader's words
pair-description = { $a } { $phraseA }（{ $glossA }）と{ $b } { $phraseB }（{ $glossB }）の違い、送信元、受信時の対処を説明します。
pair-description-short = { $a } { $phraseA }（{ $glossA }）と{ $b } { $phraseB }（{ $glossB }）の違いを説明します。
pair-description-bare = { $a }（{ $glossA }）と{ $b }（{ $glossB }）の違い、送信元、受信時の対処を説明します。
# The answer. Variables:
#   $classA, $classB (String) - 「4xx（クライアントエラー）」
pair-classes = { $a } { $phraseA }は{ $classA }、{ $b } { $phraseB }は{ $classB }です。
pair-same-class = { $a } { $phraseA }と{ $b } { $phraseB }は同じクラスで、どちらも{ $class }です。
# Variables:
#   $meaningA, $meaningB (String) - clauses in plain form that can stand before こと, no full stop
pair-meanings = { $a }は、{ $meaningA }ことを示します。{ $b }は、{ $meaningB }ことを示します。
# The first difference.
pair-different-classes = { $a }は{ $classA }、{ $b }は{ $classB }です。

## Headings

pair-heading-glance = 概要
pair-heading-trace = トレースでの見分け方
pair-heading-description = 説明
pair-heading-when = このコードが表示される場合
pair-heading-fix = 解決方法
pair-heading-differences = 主な違い
pair-heading-use = どちらをいつ使うか
pair-heading-products = 製品での実例
pair-heading-flow = コールフロー
pair-heading-example = メッセージの例
pair-heading-more = 詳しく見る
pair-heading-code-pages = 2つのコード
pair-heading-neighbors = 次に見る比較
pair-fact = 項目
pair-same = 両方に共通の項目
pair-differs = 異なる項目
pair-not-stated = なし

## Labels of differences

pair-item = { $label }：{ $text }
pair-label-class = クラス
pair-label-meaning = 意味
pair-label-trigger = 返される場合
