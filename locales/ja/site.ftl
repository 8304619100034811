### Words that stand on every page, and the pages that lead to others.
### Write whole sentences. No markup, no addresses: templates put links round a message.

## The frame of a page

site-language-name = 日本語
site-number-group = ,
site-skip = 本文へ移動
site-navigation = メイン
site-breadcrumb = 現在地
site-languages = 言語
site-untranslated = このページには、まだ翻訳されておらず英語のままの部分があります。
site-stale = このページの英語の原文は、翻訳後に変更されています。
site-contents = このページの内容
# The colors of the page: as the reader's system has them, light or dark.
site-theme = 配色
site-theme-auto = 自動
site-theme-light = ライト
site-theme-dark = ダーク
# On a button beside an example message, and what is announced when it has been pressed.
site-copy = コピー
site-copied = メッセージをクリップボードにコピーしました。
site-edit = このページを編集
# Variables:
#   $date (String) - ISO 8601 day
site-updated = 最終更新：{ $date }
site-license = 本文：CC BY 4.0。プログラム：MIT。

## Lists and sentences
## $a is everything so far, $b is the next item.

list-all-two = { $a }および{ $b }
list-all-more = { $a }、{ $b }
list-any-two = { $a }または{ $b }
list-any-more = { $a }、{ $b }
# A header field and when it is there.
list-condition = { $item }（{ $condition }）
# Two whole sentences, one after the other: no space between them.
list-sentences = { $a }{ $b }
# Variables:
#   $spec (String) - name of a document, such as RFC 3261
#   $section (String) - number of a section
reference-section = { $spec } { $section }節
# Stands in brackets behind a fact that no specification states outright.
fact-inferred = （推定）

## Home

home-title = { $site }：応答コードの比較
# For search engines, 50 to 160 columns.
home-summary = 応答コードの意味、送信元、再試行の可否、今すぐ取るべき対処。コードごとのページと、すべての組み合わせの比較を収めています。
# Variables:
#   $codes (Number), $pairs (Number)
home-description = { $codesText }個のコード、{ $pairsText }件の比較
home-lead = 応答コードが何を意味し、誰が送ったのか、再試行すべきか、今何をすべきかを説明します。すべてのコードと、そのすべての組み合わせの比較があります。
home-popular = よく見られる比較
home-codes = コード
home-all-pairs = すべての比較

## A protocol and its matrix

# Variables:
#   $protocol (String) - short name of a protocol
protocol-title = { $protocol }の応答コード
protocol-description = { $protocol }の応答コード全{ $codesText }個の意味をクラス別に示し、すべての組み合わせを{ $pairsText }件の比較で説明します。
protocol-pick = 2つのコードを比較
protocol-pick-first = 1つ目のコード
protocol-pick-second = 2つ目のコード
protocol-pick-button = 比較する
protocol-class-codes = このクラスのコード
protocol-column-code = コード
protocol-column-gloss = ひと言でいうと
matrix-title = { $protocol }応答コードのすべての比較
matrix-description = { $protocol }のすべてのコードを互いに比べた、{ $pairsText }件の比較です。各行に、1つのコードの比較をまとめています。
matrix-caption = コード別の比較
matrix-with = 比較するコード

## What is not there

not-found-title = このページは存在しません
not-found-text = アドレスの入力に誤りがあるか、ページが移動した可能性があります。次の中から移動先を選んでください。
not-found-suggestion = お探しのページの候補：
# Shown without a connection, for a page that the browser has not kept.
offline-title = オフラインです
offline-text = このページはお使いの端末に保存されていません。閲覧済みのページと、この言語のすべてのコードのページは保存されています。

## Translations

text-stale = この翻訳の後に英語の原文が変更されました。英語版を参照してください。
status-title = 翻訳の状況
status-about = コードと比較の文章のうち、翻訳済みのものと、現在の英語原文に対応しているものの数を示します。
status-caption = 言語別の文章数
status-of = { $all }件中{ $count }件
status-current = 最新
status-stale = 原文より古い
status-missing = 未翻訳
status-open = 作業が必要な文章

## Headings of llms.txt, the overview for language models.

data-written-pairs = 個別に執筆した比較
data-heading = データ
