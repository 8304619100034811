### SIP: its classes, roles and facts, as content/sip/protocol.toml declares them.
### A code arrives as text ("486") and is never declined.

sip-intro = Все зарегистрированные коды ответа протокола SIP (Session Initiation Protocol): что означает каждый из них, кто его отправляет, стоит ли повторять запрос и чем он отличается от любого другого.

## Classes
## The value is the name. `.inline` is a noun phrase in the nominative that completes «486 Busy Here — это …». `.about` says on the index what the class means.

sip-class-1xx = Предварительный ответ
    .inline = предварительный ответ (1xx)
    .about = Запрос дошёл и обрабатывается. Окончательный ответ ещё придёт.
sip-class-2xx = Успешное выполнение
    .inline = успешное выполнение (2xx)
    .about = Запрос получен, понят и принят.
sip-class-3xx = Перенаправление
    .inline = перенаправление (3xx)
    .about = Чтобы запрос был выполнен, клиенту нужно обратиться в другое место.
sip-class-4xx = Ошибка клиента
    .inline = ошибка клиента (4xx)
    .about = Запрос не выполнен на этом сервере или с этим содержанием. Это не значит, что вызывающий абонент сделал что-то не так.
sip-class-5xx = Ошибка сервера
    .inline = ошибка сервера (5xx)
    .about = Запрос может быть правильным, но сервер не смог его выполнить.
sip-class-6xx = Глобальная ошибка
    .inline = глобальная ошибка (6xx)
    .about = Запрос нельзя выполнить нигде, поэтому пробовать другие ветви не нужно.

## Who takes part in a call flow: short labels over the lines of the diagram, in the nominative singular.

sip-role =
    .caller = Вызывающий абонент
    .callee = Вызываемый абонент
    .second-callee = Другой телефон вызываемого
    .proxy = Прокси
    .next-proxy = Следующий прокси
    .registrar = Сервер регистрации
    .redirect-server = Сервер переадресации
    .gateway = Шлюз
    .pstn = Телефонная сеть
    .subscriber = Подписчик
    .notifier = Отправитель уведомлений
    .publisher = Публикующий клиент
    .compositor = Сервер публикаций
    .relay = Ретранслятор
    .blocker = Служба блокировки
    .phone = Телефон
    .server = Сервер

## When a header field must or may be there: stands in brackets behind its name.

sip-when =
    .copied = копируется, если есть в запросе
    .creates-early-dialog = если создаётся ранний диалог
    .reliable-100rel = 100rel, при надёжной отправке
    .reliable = при надёжной отправке
    .ended-dialog-tag = с тегом завершённого диалога
    .ending-code = с кодом, завершившим диалог
    .ok-contact = в ответе на INVITE и SUBSCRIBE; в ответе на REGISTER — со всеми привязками
    .dialog-copied = копируется из запроса, если создаётся диалог
    .subscribe-publish = в ответе на SUBSCRIBE и PUBLISH
    .publish = в ответе на PUBLISH
    .bad-type = если не поддерживается тип тела
    .bad-encoding = если не поддерживается кодировка
    .bad-language = если не поддерживается язык
    .sec-agree = при согласовании механизма защиты
    .sec-agree-server = sec-agree, если этого требует сервер
    .overlapping = в ответе на INVITE или UPDATE, пришедший до завершения другого
    .jwscard = purpose=jwscard, если нет подозрений в злоупотреблении
    .register = в ответе на REGISTER
    .invite-update = в ответе на INVITE и UPDATE
    .should = рекомендуется
    .body-alternatives = с телом, описывающим альтернативы
    .aggregated = если прокси при ветвлении объединяет запросы аутентификации
    .should-temporary = рекомендуется, если причина временная
    .should-sips = рекомендуется: предупреждение 380 или 381, если SIPS не подходит
    .body-media = с телом, описывающим, что было бы принято
    .subscribe-notify = в ответе на SUBSCRIBE и NOTIFY
    .should-certs = рекомендуется: тело только с сертификатом
    .digest = если предлагается digest
    .should-precondition = рекомендуется: SDP, где названо невыполненное предусловие

## Facts
## The value is the label of a row; each attribute words one value in a cell.
## `…-says` is a whole sentence in the list of differences, `…-answer` one in the answer at the top.

sip-final = Вид ответа
    .no = предварительный
    .yes = окончательный
sip-final-says =
    .no = { $code } — предварительный ответ: запрос ещё не завершён, а окончательный ответ придёт позже.
    .yes = { $code } — окончательный ответ: он завершает транзакцию.

# The values stand in the genitive: label and sentence both govern it («Чего касается», «касается …»).
sip-scope = Чего касается
    .hop = только следующего узла пересылки
    .request = этого запроса: его формы, содержания, учётных данных или момента отправки
    .early-dialog = вызова, на который ещё не ответили
    .dialog = диалога или транзакции
    .subscription = подписки
    .registration = регистрации
    .publication = публикации
    .this-location = места, куда пришёл запрос; в другом могут ответить иначе
    .path = маршрута между клиентом и целью
    .server = состояния или возможностей отвечающего сервера
    .global = пользователя, где бы его ни искали
# Variables:
#   $code (String) - the code
#   $any (String) - one or more of the values above, in the genitive, joined by «или»
sip-scope-says = { $code } касается { $any }.
sip-scope-answer =
    .hop = { $code } говорит только за следующий узел пересылки.
    .request = { $code } касается только этого запроса.
    .early-dialog = { $code } касается вызова, на который ещё не ответили.
    .dialog = { $code } касается диалога или транзакции.
    .subscription = { $code } касается подписки.
    .registration = { $code } касается регистрации.
    .publication = { $code } касается публикации.
    .this-location = { $code } не исключает, что в другом месте ответят.
    .path = { $code } касается маршрута, которым шёл запрос.
    .server = { $code } касается сервера, а не вызываемого абонента.
    .global = { $code } прекращает поиск везде.

# The values are nominative subjects in the singular.
sip-sent-by = Кто отправляет
    .UAS = отвечающее оконечное устройство (UAS)
    .proxy = прокси
    .registrar = сервер регистрации
    .redirect = сервер переадресации
    .gateway = шлюз в телефонную сеть
    .notifier = отправитель уведомлений
    .event-state-compositor = сервер публикаций
    .relay = ретранслятор
    .intermediary = посредник, отвергающий вызов от имени пользователя
# Variables:
#   $any (String) - one or more of the values above, joined by «или»
sip-sent-by-says = Источник ответа { $code } — { $any }.

sip-retry = Повторная попытка
    .none-needed = повторять нечего
    .wait = нет: ждать окончательного ответа
    .authenticate-and-retry = да, с учётными данными
    .retry-modified = да, изменив запрос
    .retry-elsewhere = да, по другому адресу или через другой сервер
    .retry-later = да, тот же запрос позже
    .retry-after-header = да, по истечении времени из Retry-After, а без него — позже
    .ask-user = только если так решит человек
    .do-not-retry = нет
sip-retry-says =
    .none-needed = После { $code } повторять нечего.
    .wait = При { $code } клиент только ждёт окончательного ответа.
    .authenticate-and-retry = После { $code } клиент повторяет запрос с учётными данными.
    .retry-modified = После { $code } клиент может изменить запрос и попробовать снова.
    .retry-elsewhere = После { $code } клиент пробует другой адрес или сервер.
    .retry-later = После { $code } клиент может позже отправить тот же запрос ещё раз.
    .retry-after-header = После { $code } клиент может попробовать снова по истечении времени из Retry-After, а если этого поля нет — позже.
    .ask-user = После { $code } человек должен решить, что делать дальше.
    .do-not-retry = После { $code } клиент не повторяет запрос.
sip-retry-answer =
    .none-needed = После { $code } повторять нечего.
    .wait = Получив { $code }, продолжайте ждать.
    .authenticate-and-retry = Получив { $code }, повторите запрос с учётными данными.
    .retry-modified = Получив { $code }, измените запрос, прежде чем его повторять.
    .retry-elsewhere = Получив { $code }, попробуйте другой адрес или сервер.
    .retry-later = После { $code } тот же запрос может пройти позже.
    .retry-after-header = Получив { $code }, пробуйте снова не раньше, чем истечёт время из Retry-After, если оно указано.
    .ask-user = Получив { $code }, предоставьте решение человеку.
    .do-not-retry = Получив { $code }, не пробуйте снова.

# The values are predicates whose subject, «прокси», the label names.
sip-forking = Что делает прокси
    .absorbs = не пересылает дальше, если ответ предназначен самому прокси
    .forwards-immediately = сразу пересылает дальше
    .collects-best = держит у себя, пока не завершатся все ветви, а затем пересылает лучший ответ
    .preferred-in-class = предпочитает его среди ответов 4xx
    .aggregates-challenges = объединяет запросы аутентификации всех ветвей
    .triggers-next-target = может попробовать другую цель
    .converts-to-500 = заменяет на 500, если других ответов нет
    .outranks-others = обязан предпочесть ответ 6xx любому 3xx, 4xx или 5xx
    .cancels-other-branches = отменяет остальные ветви
sip-forking-says =
    .absorbs = Прокси не пересылает дальше ответ { $code }, предназначенный ему самому.
    .forwards-immediately = Прокси сразу пересылает { $code } дальше.
    .collects-best = При ветвлении прокси держит { $code } у себя, пока не завершатся все ветви, а затем пересылает лучший из полученных ответов.
    .preferred-in-class = Выбирая среди ответов 4xx, прокси предпочитает { $code } большинству других.
    .aggregates-challenges = При ветвлении прокси объединяет в одном ответе запросы аутентификации всех ветвей, на которых получен { $code }.
    .triggers-next-target = После { $code } прокси может попробовать другую цель, прежде чем ответить.
    .converts-to-500 = Если прокси не получил ничего, кроме { $code }, отправить ему следует не { $code }, а 500.
    .outranks-others = Прокси, получивший { $code }, обязан предпочесть ответ 6xx любому 3xx, 4xx или 5xx.
    .cancels-other-branches = Получив { $code }, прокси при ветвлении отменяет ветви, которые ещё не завершены.
    .none = К { $code } это не относится.

# The values stand in the accusative, which for these words is the nominative.
sip-methods = Методы
    .any = любой метод, кроме ACK
    .any-but-CANCEL = любой метод, кроме ACK и CANCEL
    .any-but-REGISTER = любой метод, кроме ACK и REGISTER
    .any-out-of-dialog = любой другой запрос вне диалога
# Variables:
#   $any (String) - one or more methods or values above, joined by «или»
sip-methods-says = { $code } может прийти на { $any }.

sip-status = Статус
    .active = действует
    .deprecated = устарел
    .reserved = зарезервирован
sip-status-says =
    .active = { $code } действует.
    .deprecated = { $code } устарел.
    .reserved = { $code } зарезервирован: поведение для него не определено.

sip-must-headers = Обязательные поля заголовка
    .none = только общие для всех ответов
# Variables:
#   $all (String) - one or more header fields with conditions, joined by «и»
sip-must-headers-says = { $code } обязан содержать { $all }.
    .none = { $code } не требует никаких полей заголовка, кроме общих для всех ответов.

sip-may-headers = Необязательные поля заголовка
    .none = значимых нет
# Variables:
#   $all (String) - one or more header fields with conditions, joined by «и»
sip-may-headers-says = { $code } может содержать { $all }.
    .none = У { $code } нет необязательных полей заголовка, от которых зависело бы, что делать.

sip-ack = ACK после INVITE
    .none = нет
    .end-to-end = сквозной, от самой вызывающей стороны
    .hop-by-hop = отдельно на каждом узле пересылки
sip-ack-says =
    .none = После { $code } ACK не отправляют.
    .end-to-end = Ответ { $code } на INVITE подтверждает сквозным образом сама вызывающая сторона.
    .hop-by-hop = Ответ { $code } на INVITE каждый узел пересылки подтверждает сам.

sip-q850 = Код причины Q.850 (ISDN)
    .default = 31, так как в RFC 3398 соответствия нет
    .by-warning = 31, а если Warning касается свойств канала (bearer), — 65
    .none = соответствия нет
    .not-applicable = неприменимо
# Variables:
#   $value (String) - the number of the cause
sip-q850-says = В телефонной сети { $code } превращается в код причины { $value } (Q.850).
    .default = В RFC 3398 для { $code } не указан код причины Q.850, поэтому шлюз использует 31.
    .by-warning = В телефонной сети { $code } превращается в код причины 31 (Q.850), а если Warning касается свойств канала (bearer), — в 65.
    .none = RFC 3398 не сопоставляет { $code } ни с одним кодом причины Q.850.
    .not-applicable = Таблица кодов причин в RFC 3398 к { $code } не относится.

sip-defined-in = Где определён
sip-governed-by = Действующий документ
