### Tools: the search box.

## The search box in the header

search-label = 検索
# Stands in the empty box. Short.
search-hint = コード、語句、2つのコード
# Read out to those who cannot see the list.
# Variables:
#   $count (Number) - how many results, to choose a plural form
#   $countText (String) - the same number as it is written
search-count = { $count ->
        [0] 見つかりません
       *[other] { $countText }件見つかりました
    }
search-nothing = 見つかりません。コード、語句、または2つのコードを入力してください。
# Words that a reader may write between two codes, with a space between them.
search-between = vs と や 対 か
# Words of a question that say nothing about what is looked for, with a space between them.
search-ignore = が は を の に で と も へ や から まで です ます とは って について とき こと する して した

## A page that maps the causes of another network to codes and back
## $name is the name of the other side, $protocol that of the protocol.

mapping-to-codes = { $name }から{ $protocol }へ
mapping-to-causes = { $protocol }から{ $name }へ
# Variables:
#   $name, $number (String) - the other side and the number of a cause
mapping-cause = { $name }原因コード{ $number }
mapping-number = 番号
mapping-name = 原因
mapping-becomes = 変換先
mapping-back = 戻すと
mapping-default = 既定：個別の規定なし
mapping-same = 戻しても同じ
mapping-lossy = 戻すと別のものになり、意味の一部が失われる

## The page that reads a pasted trace
## $protocol is the short name of a protocol.

trace-title = { $protocol }のトレースを読む
trace-about = { $protocol }メッセージ、キャプチャ、ログの行を貼り付けると、含まれる応答コードと切断の原因コードをすべて意味とともに一覧にし、要となる2つを比べます。
trace-without = このページにはスクリプトが必要です。テキストはブラウザー自身が読み取るので、端末の外に出ることはありません。スクリプトが無効になっているため、コードは一覧から探してください。
trace-label = メッセージまたはログの行
trace-sample = 例を試す
trace-clear = 消去
trace-private = テキストはブラウザーの中にとどまり、どこにも送信されません。
trace-compare = 要となる2つを比べる：
trace-nothing = このテキストにコードは見つかりませんでした。認識できる形式は下にあります。
trace-codes = テキスト中のコード
trace-causes = テキスト中の原因コード
trace-means = 意味
trace-answers = 対象のリクエスト
trace-times = 回数
trace-line = 最初の行
trace-unknown = 登録されていないコード
trace-unknown-cause = この一覧にない原因コード
trace-rule-title = どの2つを比べるか
trace-rule = まず、呼の失敗を示す最後の応答と、その前の失敗を選びます。失敗が1つだけなら、テキスト中の原因コードに対応するコードと、それもなければ最後の別の応答と比べます。後に別の応答が続いた認証の要求は数えません。呼そのものへの応答がある場合は、ほかのリクエストへの応答も数えません。
trace-recognized = 認識できる形式
# Read out. Variables:
#   $codes, $causes (String) - numbers
trace-said = コード：{ $codes }種類、原因コード：{ $causes }種類が見つかりました。
# In the list of the search box, when a long text was pasted there.
search-trace = テキスト全体をトレースとして読む
