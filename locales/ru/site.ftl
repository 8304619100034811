### Words that stand on every page, and the pages that lead to others.
### Write whole sentences. No markup, no addresses: templates put links round a message.

## The frame of a page

site-language-name = Русский
site-number-group = { "\u00A0" }
site-skip = Перейти к содержанию
site-navigation = Основное меню
site-breadcrumb = Вы здесь
site-languages = Язык
site-untranslated = Некоторые части этой страницы ещё не переведены и приведены на английском языке.
site-stale = После перевода этой страницы её английский текст изменился.
site-contents = На этой странице
# The colors of the page: as the reader's system has them, light or dark.
site-theme = Цвета
site-theme-auto = Авто
site-theme-light = Светлые
site-theme-dark = Тёмные
# On a button beside an example message, and what is announced when it has been pressed.
site-copy = Копировать
site-copied = Сообщение скопировано в буфер обмена.
site-edit = Править эту страницу
# Variables:
#   $date (String) - ISO 8601 day
site-updated = Последнее изменение: { $date }
site-license = Текст: CC BY 4.0. Программа: MIT.

## Lists and sentences
## $a is everything so far, $b is the next item.

list-all-two = { $a } и { $b }
list-all-more = { $a }, { $b }
list-any-two = { $a } или { $b }
list-any-more = { $a }, { $b }
# A header field and when it is there.
list-condition = { $item } ({ $condition })
# Two whole sentences, one after the other.
list-sentences = { $a } { $b }
# Variables:
#   $spec (String) - name of a document, such as RFC 3261
#   $section (String) - number of a section
reference-section = { $spec }, раздел { $section }
# Stands in brackets behind a fact that no specification states outright.
fact-inferred = {" "}(выведено косвенно)

## Home

home-title = { $site }: сравнение кодов ответа
# For search engines, 50 to 160 columns.
home-summary = Что означает код ответа, кто его отправил, стоит ли повторять запрос и что делать сейчас. Страница о каждом коде и сравнение каждого с каждым.
# Variables:
#   $codes (Number), $pairs (Number)
home-description = { $codes ->
        [one] { $codesText } код
        [few] { $codesText } кода
        [many] { $codesText } кодов
       *[other] { $codesText } кода
    }, { $pairs ->
        [one] { $pairsText } сравнение
        [few] { $pairsText } сравнения
        [many] { $pairsText } сравнений
       *[other] { $pairsText } сравнения
    }
home-lead = Что означает код ответа, кто его отправил, стоит ли повторять запрос и что делать прямо сейчас. Каждый код отдельно и каждый в сравнении с каждым другим.
home-popular = Чаще всего сравнивают
home-codes = Коды
home-all-pairs = Все сравнения

## A protocol and its matrix

# Variables:
#   $protocol (String) - short name of a protocol
protocol-title = Коды ответа { $protocol }
protocol-description = Все коды ответа { $protocol } по классам, с пояснениями ({ $codes ->
        [one] { $codesText } код
        [few] { $codesText } кода
        [many] { $codesText } кодов
       *[other] { $codesText } кода
    }), и каждый в сравнении с каждым другим ({ $pairs ->
        [one] { $pairsText } сравнение
        [few] { $pairsText } сравнения
        [many] { $pairsText } сравнений
       *[other] { $pairsText } сравнения
    }).
protocol-pick = Сравнить два кода
protocol-pick-first = Первый код
protocol-pick-second = Второй код
protocol-pick-button = Сравнить
protocol-class-codes = Коды этого класса
protocol-column-code = Код
protocol-column-gloss = Простыми словами
matrix-title = Все сравнения { $protocol }
matrix-description = Каждый код { $protocol } в сравнении с каждым другим: { $pairs ->
        [one] { $pairsText } сравнение
        [few] { $pairsText } сравнения
        [many] { $pairsText } сравнений
       *[other] { $pairsText } сравнения
    }. Каждая строка ведёт к сравнениям одного кода.
matrix-caption = Сравнения по кодам
matrix-with = Сравнить с кодом

## What is not there

not-found-title = Такой страницы нет
not-found-text = Возможно, в адресе опечатка или страницу переместили. Выберите, куда перейти.
not-found-suggestion = Возможно, вы ищете:
# Shown without a connection, for a page that the browser has not kept.
offline-title = Нет подключения к сети
offline-text = Эта страница не сохранена на вашем устройстве. Сохранены страницы, которые вы уже открывали, и страницы всех кодов на этом языке.

## Translations

text-stale = Английский текст изменился после перевода. Прочитайте его по-английски.
status-title = Состояние перевода
status-about = Сколько текстов о кодах и сравнениях переведено и сколько соответствует нынешнему английскому тексту.
status-caption = Тексты по языкам
status-of = { $count } из { $all }
status-current = Актуально
status-stale = Устарело
status-missing = Не переведено
status-open = Тексты, которыми нужно заняться

## Headings of llms.txt, the overview for language models.

data-written-pairs = Сравнения, написанные вручную
data-heading = Данные
