### Tools: the search box.

## The search box in the header

search-label = Поиск
# Stands in the empty box. Short.
search-hint = Код, слово или два кода
# Read out to those who cannot see the list.
# Variables:
#   $count (Number) - how many results, to choose a plural form
#   $countText (String) - the same number as it is written
search-count = { $count ->
        [0] Ничего не найдено
        [one] Найден { $countText } результат
        [few] Найдено { $countText } результата
        [many] Найдено { $countText } результатов
       *[other] Найдено { $countText } результата
    }
search-nothing = Ничего не найдено. Введите код, слово или два кода.
# Words that a reader may write between two codes, with a space between them.
search-between = vs против или и
# Words of a question that say nothing about what is looked for, with a space between them.
search-ignore = и в на с о что это как чем код коды кода ошибка ошибки ответ ответа значит означает отличается отличаются разница между

## A page that maps the causes of another network to codes and back
## $name is the name of the other side, $protocol that of the protocol.

mapping-to-codes = Из { $name } в { $protocol }
mapping-to-causes = Из { $protocol } в { $name }
# Variables:
#   $name, $number (String) - the other side and the number of a cause
mapping-cause = Причина { $name } { $number }
mapping-number = №
mapping-name = Причина
mapping-becomes = Становится
mapping-back = Обратно
mapping-default = по умолчанию: отдельного правила нет
mapping-same = обратно приходит то же самое
mapping-lossy = обратно приходит другое, часть смысла теряется

## The page that reads a pasted trace
## $protocol is the short name of a protocol.

trace-title = Разобрать трассировку { $protocol }
trace-about = Вставьте сообщения { $protocol }, дамп или строки журнала: все коды ответа и причины разъединения будут перечислены с их значением, а два главных — сопоставлены.
trace-without = Этой странице нужен скрипт: браузер читает текст сам, поэтому текст не покидает ваше устройство. Скрипты выключены, поэтому найдите коды в списке.
trace-label = Сообщения или строки журнала
trace-sample = Показать на примере
trace-clear = Очистить
trace-private = Текст остаётся в браузере и никуда не отправляется.
trace-compare = Сравнить два главных:
trace-nothing = В этом тексте кодов не нашлось. Ниже показано, что распознаётся.
trace-codes = Коды в тексте
trace-causes = Причины в тексте
trace-means = Значение
trace-answers = На запрос
trace-times = Сколько раз
trace-line = Первая строка
trace-unknown = код не зарегистрирован
trace-unknown-cause = такой причины в списке нет
trace-rule-title = Какие два сравниваются
trace-rule = Сначала последний ответ, который говорит о неудаче вызова, затем неудача перед ним. Если неудача одна, она сравнивается с кодом, которому соответствует причина в тексте, а если и её нет — с последним другим ответом. Не считаются ответы на другие запросы, если есть ответ на сам вызов, и запрос аутентификации, после которого пришёл другой ответ.
trace-recognized = Что распознаётся
# Read out. Variables:
#   $codes, $causes (String) - numbers
trace-said = Найдено кодов: { $codes }. Найдено причин: { $causes }.
# In the list of the search box, when a long text was pasted there.
search-trace = Разобрать весь текст как трассировку
