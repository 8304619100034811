### SIP: its classes, roles and facts, as content/sip/protocol.toml declares them.
### A code arrives as text ("486") and is never declined.

sip-intro = Session Initiation Protocolの登録済み応答コードをすべて取り上げ、意味、送信元、再試行の可否、ほかの各コードとの違いを説明します。

## Classes
## The value is the name. `.inline` completes 「486 Busy Hereは…です」 and 「486 Busy Hereは、…の応答コードです」. `.about` says on the index what the class means.

sip-class-1xx = 暫定応答
    .inline = 1xx（暫定応答）
    .about = リクエストは届いており、処理中です。最終応答はこの後に返されます。
sip-class-2xx = 成功
    .inline = 2xx（成功）
    .about = リクエストは受信され、理解され、受け入れられました。
sip-class-3xx = リダイレクト
    .inline = 3xx（リダイレクト）
    .about = リクエストを完了するには、クライアントが別の宛先へ送る必要があります。
sip-class-4xx = クライアントエラー
    .inline = 4xx（クライアントエラー）
    .about = リクエストは、このサーバーでは、またはこの内容では失敗しました。発信者が何かを間違えたという意味ではありません。
sip-class-5xx = サーバーエラー
    .inline = 5xx（サーバーエラー）
    .about = リクエストは正しい可能性がありますが、サーバーが実行できませんでした。
sip-class-6xx = グローバルエラー
    .inline = 6xx（グローバルエラー）
    .about = リクエストはどこでも実行できないため、ほかの分岐を試す必要はありません。

## Who takes part in a call flow: short labels over the lines of the diagram.

# A long label breaks at {"\u200B"}, which is not shown.
sip-role =
    .caller = 発信者
    .callee = 着信者
    .second-callee = 着信者の別の電話機
    .refer-target = 転送先
    .proxy = プロキシ{"\u200B"}サーバー
    .next-proxy = 次のプロキシ{"\u200B"}サーバー
    .registrar = レジストラ
    .redirect-server = リダイレクト{"\u200B"}サーバー
    .gateway = ゲートウェイ
    .pstn = 電話網
    .subscriber = サブスクライバー
    .notifier = ノーティファイア
    .publisher = パブリッシャー
    .compositor = コンポジター
    .relay = 中継{"\u200B"}サーバー
    .blocker = 通話ブロッカー
    .phone = 電話機
    .server = サーバー

## When a header field must or may be there: stands in brackets behind its name.

sip-when =
    .copied = リクエストにあればコピーする
    .creates-early-dialog = アーリーダイアログを作る場合
    .reliable-100rel = 信頼性のある送信なら100rel
    .reliable = 信頼性のある送信の場合
    .ended-dialog-tag = 終わったダイアログのタグを付ける
    .ending-code = ダイアログを終わらせたコードを入れる
    .ok-contact = INVITE、SUBSCRIBE、UPDATE、REFERに対して、REGISTERに対しては全バインディング
    .dialog-copied = ダイアログを作る場合にリクエストからコピーする
    .subscribe-publish = SUBSCRIBEとPUBLISHに対して
    .publish = PUBLISHに対して
    .bad-type = ボディの種類に対応していない場合
    .bad-encoding = エンコーディングに対応していない場合
    .bad-language = 言語に対応していない場合
    .sec-agree = セキュリティ合意を行う場合
    .sec-agree-server = サーバーが求める場合にsec-agree
    .overlapping = 同じ側からの別のリクエストと重なったINVITEまたはUPDATEに対して
    .jwscard = 悪用の疑いがある場合を除きpurpose=jwscard
    .register = REGISTERに対して
    .invite-update = INVITEとUPDATEに対して
    .should = 推奨
    .body-alternatives = 代替手段を記したボディを付ける場合
    .aggregated = フォーキングを行うプロキシサーバーがチャレンジを集める場合
    .should-temporary = 一時的な状況なら推奨
    .should-sips = 推奨、SIPSが適さない場合は警告コード380または381
    .body-media = 受け入れられるものを記したボディを付ける場合
    .subscribe-notify = SUBSCRIBEとNOTIFYに対して
    .should-certs = 推奨、証明書だけのボディ
    .digest = digestを提示する場合
    .should-precondition = 推奨、満たせない前提条件を示すSDP

## Facts
## The value is the label of a row; each attribute words one value in a cell.
## `…-says` is a whole sentence in the list of differences, `…-answer` one in the answer at the top.

sip-final = 応答の種類
    .no = 暫定応答
    .yes = 最終応答
sip-final-says =
    .no = { $code }は暫定応答です。リクエストはまだ完了しておらず、この後に最終応答が返されます。
    .yes = { $code }は最終応答で、トランザクションを終わらせます。

# Each attribute is a noun phrase that can stand before です and be joined by または.
sip-scope = 応答の対象
    .hop = 次のホップだけ
    .request = このリクエスト自体
    .early-dialog = 相手がまだ電話に出ていない呼
    .dialog = ダイアログまたはトランザクション
    .subscription = サブスクリプション
    .registration = 登録
    .publication = パブリケーション
    .this-location = 試した場所（別の場所の応答は異なる可能性がある）
    .path = クライアントと宛先の間の経路
    .server = 応答したサーバー、またはそれが依存するシステム
    .global = すべての場所におけるユーザー
# Variables:
#   $code (String) - the code
#   $any (String) - one or more of the values above, joined by または
sip-scope-says = { $code }の対象は、{ $any }です。
sip-scope-answer =
    .hop = { $code }は、次のホップだけに関する応答です。
    .request = { $code }は、このリクエストだけに関する応答です。
    .early-dialog = { $code }は、相手がまだ電話に出ていない呼に関する応答です。
    .dialog = { $code }は、ダイアログまたはトランザクションに関する応答です。
    .subscription = { $code }は、サブスクリプションに関する応答です。
    .registration = { $code }は、登録に関する応答です。
    .publication = { $code }は、パブリケーションに関する応答です。
    .this-location = { $code }は、別の場所が応答する余地を残します。
    .path = { $code }は、リクエストが通った経路に関する応答です。
    .server = { $code }は、応答したサーバー、またはそれが依存するシステムに関する応答です。
    .global = { $code }は、すべての場所での探索を終わらせます。

# Each attribute is a noun phrase that can stand before です and be joined by または.
sip-sent-by = 送信元
    .UAS = 応答するエンドポイント（UAS）
    .proxy = プロキシサーバー
    .registrar = レジストラ
    .redirect = リダイレクトサーバー
    .gateway = 電話網などへのゲートウェイ
    .notifier = ノーティファイア
    .event-state-compositor = イベント状態コンポジター
    .relay = 中継サーバー
    .intermediary = ユーザーに代わって拒絶する中間装置
# Variables:
#   $any (String) - one or more of the values above, joined by または
sip-sent-by-says = { $code }の送信元は、{ $any }です。

sip-retry = 再試行
    .none-needed = 不要
    .wait = 不可（最終応答を待つ）
    .authenticate-and-retry = 可（認証情報を付ける）
    .retry-modified = 可（リクエストを変更する）
    .retry-elsewhere = 可（別のアドレスまたはサーバーに送る）
    .retry-other-flow = 権威プロキシだけが可（同じ電話機の別のフローを使う）
    .retry-later = 可（同じリクエストを後で送る）
    .retry-after-header = 可（Retry-Afterの時間が過ぎてから、指定がなければ後で）
    .ask-user = 人がそう判断した場合だけ可
    .do-not-retry = 不可
sip-retry-says =
    .none-needed = { $code }では、再試行は不要です。
    .wait = { $code }を受けたクライアントは、最終応答を待つだけです。
    .authenticate-and-retry = { $code }を受けたクライアントは、認証情報を付けてリクエストを送り直します。
    .retry-modified = { $code }を受けたクライアントは、リクエストを変更して再試行できます。
    .retry-elsewhere = { $code }を受けたクライアントは、別のアドレスまたはサーバーを試すことができます。
    .retry-other-flow = { $code }を受けた権威プロキシは、同じ電話機の別のフローを試すべきです。エンドポイントは400として扱います。
    .retry-later = { $code }を受けたクライアントは、同じリクエストを後で送り直すことができます。
    .retry-after-header = { $code }を受けたクライアントは、Retry-Afterの時間が過ぎてから、指定がなければ任意の時点で再試行できます。
    .ask-user = { $code }の後にどうするかは、人が判断しなければなりません。
    .do-not-retry = { $code }を受けたクライアントは、リクエストを送り直しません。
sip-retry-answer =
    .none-needed = { $code }の場合は、再試行する必要がありません。
    .wait = { $code }の場合は、そのまま待ち続けてください。
    .authenticate-and-retry = { $code }の場合は、認証情報を付けてリクエストを送り直してください。
    .retry-modified = { $code }の場合は、リクエストを変更してから送り直してください。
    .retry-elsewhere = { $code }の場合は、別のアドレスまたはサーバーを試してください。
    .retry-other-flow = { $code }の場合は、権威プロキシが同じ電話機の別のフローを試すべきです。
    .retry-later = { $code }の場合は、同じリクエストでも後で送れば成功する可能性があります。
    .retry-after-header = { $code }の場合は、Retry-Afterがあれば、その時間が過ぎるまで再試行しないでください。
    .ask-user = { $code }の場合は、人に判断を任せてください。
    .do-not-retry = { $code }の場合は、同じリクエストを送り直さないでください。
sip-retry-shared =
    .none-needed = どちらの場合も、再試行する必要はありません。
    .wait = どちらの場合も、最終応答を待ち続けてください。
    .authenticate-and-retry = どちらの場合も、認証情報を付けてリクエストを送り直してください。
    .retry-modified = どちらの場合も、リクエストを変更してから送り直してください。
    .retry-elsewhere = どちらの場合も、別のアドレスまたはサーバーを試してください。
    .retry-other-flow = どちらの場合も、権威プロキシが同じ電話機の別のフローを試すべきです。
    .retry-later = どちらの場合も、同じリクエストでも後で送れば成功する可能性があります。
    .retry-after-header = どちらの場合も、Retry-Afterがあれば、その時間が過ぎるまで再試行しないでください。
    .ask-user = どちらの場合も、人に判断を任せてください。
    .do-not-retry = どちらの場合も、同じリクエストを送り直さないでください。

sip-forking = プロキシサーバーの動作
    .absorbs = 自分宛てのものは中継しない
    .forwards-immediately = すぐに中継する
    .collects-best = すべての分岐が終わるまで保留し、最良の応答を中継する
    .preferred-in-class = 4xxの中で優先する
    .aggregates-challenges = すべての分岐のチャレンジを1つにまとめる
    .triggers-next-target = 別の宛先または経路を加えてもよい
    .converts-to-500 = ほかに何もなければ500に変える
    .outranks-others = 3xx、4xx、5xxより6xxを優先しなければならない
    .cancels-other-branches = ほかの分岐をキャンセルする
sip-forking-says =
    .absorbs = プロキシサーバーは、自分宛ての{ $code }を中継しません。
    .forwards-immediately = プロキシサーバーは、{ $code }をすぐに中継します。
    .collects-best = フォーキングを行うプロキシサーバーは、すべての分岐が終わるまで{ $code }を保留し、その後、手元にある最良の応答を中継します。
    .preferred-in-class = 4xxを返すことにしたプロキシサーバーは、ほかの多くの4xxより{ $code }を優先すべきです。
    .aggregates-challenges = フォーキングを行うプロキシサーバーは、{ $code }を返したすべての分岐のチャレンジを1つの応答にまとめます。
    .triggers-next-target = プロキシサーバーは、{ $code }を受けた後、応答を返す前に、試す宛先または経路を加えてもかまいません。
    .converts-to-500 = { $code }しか得られなかったプロキシサーバーは、代わりに500を送るべきです。
    .outranks-others = { $code }を受けたプロキシサーバーは、3xx、4xx、5xxより優先して6xxを選ばなければなりません。
    .cancels-other-branches = { $code }を受けると、フォーキングを行うプロキシサーバーは、まだ終わっていない分岐をキャンセルします。
    .none = { $code }には、そのような効果はありません。

# Each attribute is a noun phrase that can stand before に対して and be joined by または.
sip-methods = メソッド
    .any = ACK以外のすべてのメソッド
    .any-but-CANCEL = ACKとCANCEL以外のすべてのメソッド
    .any-but-REGISTER = ACKとREGISTER以外のすべてのメソッド
    .any-out-of-dialog = ダイアログ外のそのほかのリクエスト
# Variables:
#   $any (String) - one or more methods or values above, joined by または
sip-methods-says = { $code }は、{ $any }に対して返すことができます。

sip-status = 状態
    .active = 使用中
    .deprecated = 非推奨
    .reserved = 予約済み
sip-status-says =
    .active = { $code }は、現在使われています。
    .deprecated = { $code }は非推奨です。
    .reserved = { $code }は予約済みで、動作は定められていません。

sip-must-headers = 必須のヘッダーフィールド
    .none = 共通のもの以外はなし
# Variables:
#   $all (String) - one or more header fields with conditions, joined by および
sip-must-headers-says = { $code }では、{ $all }が必須です。
    .none = { $code }では、共通のもの以外に必須のヘッダーフィールドはありません。

sip-may-headers = 任意のヘッダーフィールド
    .none = ここで重要なものはなし
# Variables:
#   $all (String) - one or more header fields with conditions, joined by および
sip-may-headers-says = { $code }には、{ $all }を含めることができます。
    .none = { $code }には、取るべき対応を変えるような任意のヘッダーフィールドはありません。

sip-ack = INVITEの後のACK
    .none = なし
    .end-to-end = エンドツーエンド（発信者自身が送る）
    .hop-by-hop = ホップごと
sip-ack-says =
    .none = { $code }の後にACKは送られません。
    .end-to-end = INVITEに対する{ $code }には、発信者自身がエンドツーエンドでACKを送ります。
    .hop-by-hop = INVITEに対する{ $code }には、各ホップがそれぞれACKを送ります。

sip-q850 = Q.850原因コード（ISDN）
    .default = 31（RFC 3398の既定）
    .by-warning = 31（Warningがベアラを示す場合は65）
    .none = 対応付けなし
    .not-applicable = 対象外
# Variables:
#   $value (String) - the number of the cause
sip-q850-says = 電話網では、{ $code }はQ.850原因コード{ $value }になります。
    .default = RFC 3398には{ $code }に対応するQ.850原因コードの記載がないため、ゲートウェイは31を使います。
    .by-warning = 電話網では、{ $code }はQ.850原因コード31、Warningがベアラを示す場合は65になります。
    .none = RFC 3398は、{ $code }をどのQ.850原因コードにも対応付けていません。
    .not-applicable = 応答を原因コードに変換するRFC 3398の表は、{ $code }を対象としていません。

sip-defined-in = 定義
sip-governed-by = 置き換え後の文書

## Q.850 causes and SIP

sip-q850-mapping = SIPとISDN：Q.850の原因コード
    .description = Q.850の原因コードとSIP応答の対応表。RFC 3398に従い双方向で示し、往復で情報が失われる場合に印を付けています。
    .about = 電話網の切断の原因コード（ITU-T Q.850）が、ゲートウェイでどのSIP応答になり、応答がどの原因コードになるかを、RFC 3398の推奨に従って示します。往復すると元に戻らないものには印を付けています。そこでは、2つの網が伝える内容が異なります。チャレンジに応答できるか、拒絶されたリクエストを直せるゲートウェイは、呼を切断する前にそれを試すべきです。6xxから作られた原因コードは生成源（location）が「user」になるため、603は603として戻ることもあります。
    .location-user = 原因の生成源（location）がユーザーの場合
    .diagnostic = 新しい番号が示されている場合
    .clearing = 応答にはならず、通常はBYEまたはCANCELになる
    .internal = 伝えられない：交換機が別の回線を試す
# The names of causes in plain words; the name itself is a token of ITU-T Q.850.
sip-cause =
    .c1 = 割り当てられていない番号
    .c2 = 指定された中継網への経路がない
    .c3 = 宛先への経路がない
    .c4 = 特殊情報音を送る：長期にわたり接続できない
    .c5 = 不要な市外識別番号が付いている
    .c6 = このチャネルは使えない
    .c7 = 確立済みのチャネルで接続される
    .c8 = 優先度の高い呼のために切断された
    .c9 = 優先呼のために切断され、回線も確保された
    .c14 = 番号は別の事業者に移っている
    .c16 = 通常の切断で、異常はない
    .c17 = 相手が話中
    .c18 = 端末から何の反応もない
    .c19 = 呼び出したが誰も出ない
    .c20 = 電源が入っていないか圏外
    .c21 = 着信が拒否された
    .c22 = 番号が変わった
    .c23 = 別の宛先へ転送すべき
    .c25 = 交換機の間を循環しているか、経由が多すぎる
    .c26 = 別の端末が応答した（ANSI網ではポータビリティ番号の誤接続）
    .c27 = 相手側の回線か端末が故障している
    .c28 = 番号の桁数や形式が正しくない
    .c29 = 付加サービスが拒否された
    .c30 = 呼の状態の問い合わせへの応答
    .c31 = 正常な切断だが、理由は示されていない
    .c34 = 空き回線がない
    .c38 = 網が故障していて、しばらく続く見込み
    .c41 = 網の一時的な障害
    .c42 = 交換機が輻輳している
    .c43 = アクセス情報が途中で破棄された
    .c44 = 要求した回線が使えず、別の回線を試す
    .c46 = 同等以上の優先呼があり接続できない
    .c47 = 必要なリソースが不足している
    .c49 = 要求した品質を提供できない
    .c50 = 契約していないサービス
    .c53 = 閉域グループ内で発信が禁止されている
    .c55 = 閉域グループ内で着信が禁止されている
    .c57 = この回線では許可されていない通信種別
    .c58 = この通信種別は現在使えない
    .c62 = 指定された発信条件が加入者種別と合わない
    .c63 = サービスを利用できない（理由の明示なし）
    .c65 = 対応していない通信種別
    .c66 = 対応していないチャネル種別
    .c69 = 対応していない付加サービス
    .c70 = 制限ディジタル伝送しか使えない
    .c79 = サービスに対応していない（理由の明示なし）
    .c81 = 知らない呼番号のメッセージ
    .c82 = 存在しないチャネル
    .c86 = その呼は既に切断された
    .c87 = 閉域グループのメンバーではない
    .c88 = 相手側がこの種の呼を受けられない
    .c90 = 存在しない閉域グループ
    .c91 = 中継網の指定が正しくない
    .c95 = 信号メッセージの不正（理由の明示なし）
    .c96 = メッセージの必須要素がない
    .c97 = 未知の種別のメッセージ
    .c98 = 呼の状態に合わない、または未知のメッセージ
    .c99 = メッセージに未知の要素がある
    .c100 = 要素の内容が正しくない
    .c101 = 呼の状態に合わないメッセージ
    .c102 = 応答待ちのタイマーが満了した
    .c103 = 未知のパラメーターをそのまま転送した
    .c110 = 未知のパラメーターを含むメッセージを破棄した
    .c111 = プロトコルエラー（理由の明示なし）
    .c127 = 別の網が終わらせたが、理由は不明
