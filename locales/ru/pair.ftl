### The page of a pair. $a and $b are codes as text, $phraseA and $phraseB their phrases.

pair-name = { $a } vs { $b }
pair-title = { $protocol } { $a } { $phraseA } vs { $b } { $phraseB }
# For search results, where the phrases leave no room.
pair-title-short = { $protocol } { $a } vs { $b }: чем отличаются коды
# For search engines, plain text; the first that fits is shown.
# Variables:
#   $glossA, $glossB (String) - the phrases in the reader's words
pair-description = { $a } { $phraseA }: { $glossA }. { $b } { $phraseB }: { $glossB }. Чем они отличаются, кто их отправляет и что делать.
pair-description-short = { $a } { $phraseA }: { $glossA }. { $b } { $phraseB }: { $glossB }.
pair-description-bare = { $a }: { $glossA }. { $b }: { $glossB }. В чём разница и что делать.
# The answer. Variables:
#   $classA, $classB (String) - noun phrases in the nominative: «ошибка клиента (4xx)»
pair-classes = { $a } { $phraseA } — это { $classA }, а { $b } { $phraseB } — { $classB }.
pair-same-class = { $a } { $phraseA } и { $b } { $phraseB } относятся к одному классу: { $class }.
# Two sentences, because a meaning may hold a semicolon or a colon.
# Variables:
#   $meaningA, $meaningB (String) - clauses after "означает, что", lower case, no full stop
pair-meanings = { $a } означает, что { $meaningA }. { $b } означает, что { $meaningB }.
# The first difference. $classA, $classB: noun phrases in the nominative, as above.
pair-different-classes = { $a } — это { $classA }, а { $b } — { $classB }.

## Headings

pair-heading-glance = Коротко
pair-heading-trace = Как отличить их в трассировке
pair-heading-description = Описание
pair-heading-when = Когда вы это видите
pair-heading-fix = Как исправить
pair-heading-differences = Ключевые различия
pair-heading-use = Когда что использовать
pair-heading-products = В реальных продуктах
pair-heading-flow = Схемы обмена сообщениями
pair-heading-example = Примеры сообщений
pair-heading-more = Узнать больше
pair-heading-code-pages = Страницы этих кодов
pair-heading-neighbors = Что ещё сравнить
pair-fact = Свойство
pair-same = Одинаково у обоих
pair-differs = Что различается
pair-not-stated = нет

## Labels of differences

pair-item = { $label }. { $text }
pair-label-class = Класс
pair-label-meaning = Что означает
pair-label-trigger = Когда встречается
