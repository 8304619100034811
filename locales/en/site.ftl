### Words that stand on every page, and the pages that lead to others.
### Write whole sentences. No markup, no addresses: templates put links round a message.

## The frame of a page

site-language-name = English
# Stands between groups of three digits: 2,775.
site-number-group = ,
site-skip = Skip to content
site-navigation = Main
site-breadcrumb = You are here
site-languages = Language
site-untranslated = Parts of this page are not translated yet and stand in English.
site-stale = The English text of this page has changed since it was translated.
site-contents = On this page
# The colors of the page: as the reader's system has them, light or dark.
site-theme = Colors
site-theme-auto = Auto
site-theme-light = Light
site-theme-dark = Dark
# On a button beside an example message, and what is announced when it has been pressed.
site-copy = Copy
site-copied = The message is on the clipboard.
site-edit = Edit this page
# Variables:
#   $date (String) - ISO 8601 day
site-updated = Last change: { $date }
site-license = Text: CC BY 4.0. Program: MIT.

## Lists and sentences
## $a is everything so far, $b is the next item.

list-all-two = { $a } and { $b }
list-all-more = { $a }, { $b }
list-any-two = { $a } or { $b }
list-any-more = { $a }, { $b }
# A header field and when it is there.
list-condition = { $item } ({ $condition })
# Two whole sentences, one after the other.
list-sentences = { $a } { $b }
# Variables:
#   $spec (String) - name of a document, such as RFC 3261
#   $section (String) - number of a section
reference-section = { $spec } section { $section }
# Stands behind a fact that no specification states outright.
# Begins with the space that stands before a bracket.
fact-inferred = {" "}(inferred)

## Home

home-title = { $site }: response codes compared
# For search engines, 50 to 160 columns.
home-summary = What a response code means, who sent it, whether to retry, and what to do now. Every code on its own page, and every code against every other.
# Variables:
#   $codes, $pairs (Number) - to choose a plural form
#   $codesText, $pairsText (String) - the same numbers as they are written
home-description = { $codes ->
        [one] one code
       *[other] { $codesText } codes
    }, { $pairs ->
        [one] one comparison
       *[other] { $pairsText } comparisons
    }
home-lead = What a response code means, who sent it, whether to retry, and what to do now. Every code, and every code against every other.
home-popular = Most compared
home-codes = Codes
home-all-pairs = All comparisons

## A protocol and its matrix

# Variables:
#   $protocol (String) - short name of a protocol
protocol-title = { $protocol } response codes
protocol-description = All { $codesText } response codes of { $protocol } by class, with their meaning, and { $pairs ->
        [one] one comparison
       *[other] { $pairsText } comparisons
    } of every code with every other.
protocol-pick = Compare two codes
protocol-pick-first = First code
protocol-pick-second = Second code
protocol-pick-button = Compare
protocol-class-codes = Codes of this class
protocol-column-code = Code
protocol-column-gloss = In plain words
matrix-title = All { $protocol } comparisons
matrix-description = Every code of { $protocol } with every other: { $pairs ->
        [one] one comparison
       *[other] { $pairsText } comparisons
    }. Each row leads to the comparisons of one code.
matrix-caption = Comparisons by code
matrix-with = Compare with

## What is not there

not-found-title = This page does not exist
not-found-text = The address may be mistyped, or the page may have moved. Choose where to go on.
not-found-suggestion = You may be looking for:
# Shown without a connection, for a page that the browser has not kept.
offline-title = You are offline
offline-text = This page is not kept on your device. Pages that you have seen are, and so are all codes of this language.

## Translations

# Under a text that was translated from an older one.
text-stale = The English text has changed since this was translated. Read it in English.
status-title = Translation status
status-about = How many texts of codes and comparisons are translated, and how many follow the current English text.
status-caption = Texts by language
# Variables:
#   $count, $all (String) - numbers of texts
status-of = { $count } of { $all }
status-current = Up to date
status-stale = Out of date
status-missing = Missing
status-open = Texts that need work

## Headings of llms.txt, the overview for language models.

data-written-pairs = Written comparisons
data-heading = Data
