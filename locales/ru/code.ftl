### The page of a code, and the sentences that its clauses complete.
### A code arrives as text ("486"), a phrase as a token that is never translated ("Busy Here").
### A code is masculine (код, ответ) and stands where any case leaves it unchanged.

code-name = { $code } { $phrase }
code-title = { $protocol } { $code } { $phrase }
# For search results, where there is room for it.
code-title-long = { $protocol } { $code } { $phrase }: что значит и как исправить
# For search engines, plain text.
# Variables:
#   $meaning (String) - clause after "означает, что", lower case, no full stop: «вызов дошёл до вызываемого устройства, но оно занято»
code-description = { $code } { $phrase } означает, что { $meaning }. О чём говорит этот код, кто его отправляет, стоит ли повторять запрос и как исправить ситуацию.
# The same where there is less room, and where there is least. $gloss is the phrase in the reader's words.
code-description-short = { $code } { $phrase } означает, что { $meaning }.
code-description-bare = { $code } { $phrase }: { $gloss }. О чём говорит код, кто его отправляет и как исправить.
# Variables:
#   $class (String) - noun phrase in the nominative: «ошибка клиента (4xx)»
#   $meaning (String) - clause, as above
code-answer = { $code } { $phrase } — это { $class }. Код означает, что { $meaning }.
# Form of `meaning`: a clause after "означает, что", lower case, no full stop.
code-means = { $code } означает, что { $meaning }.
# Form of `trigger`: a clause after "если", lower case, no full stop.
code-seen-when = Вы увидите { $code }, если { $trigger }.
# Form of `use`: a clause after "если", lower case, no full stop.
code-send-when = Отправляйте { $code }, если { $use }.
# Form of `action`: one whole sentence in the polite imperative, capital letter, full stop.
code-on-receipt = Получен { $code }. { $action }

## Headings. Their ids are the same in every language.

code-heading-glance = Коротко
code-heading-do = Что делать сейчас
code-heading-description = Описание
code-heading-when = Когда вы это видите
code-heading-fix = Как исправить
code-heading-hears = Что слышит вызывающий абонент
code-heading-use = Когда отправлять
code-heading-example = Пример сообщения
code-heading-flow = Схема обмена сообщениями
code-heading-compare = Сравнить с другими кодами
code-heading-compare-all = Все остальные коды
code-compare-pick = Второй код
code-heading-more = Узнать больше
code-heading-references = Спецификации
code-previous = Предыдущий код
code-next = Следующий код
code-neighbors = Соседние коды
code-fact = Свойство
code-value = Значение

## The call flow, for readers who do not see the picture

flow-title = Схема обмена сообщениями с ответом { $code } { $phrase }
# One step. Both labels stand in the nominative: «180 Ringing: отправитель — Шлюз, получатель — Прокси.» Variables:
#   $from (String), $to (String) - labels of two roles
#   $message (String) - a method, or a code and its phrase
flow-step = { $message }: отправитель — { $from }, получатель — { $to }.
