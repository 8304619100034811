site-language-name = Deutsch
site-number-group = .
site-skip = Zum Inhalt
site-languages = Sprache
site-untranslated = Teile dieser Seite sind noch nicht übersetzt und stehen auf Englisch.
site-stale = Der englische Text dieser Seite hat sich seit der Übersetzung geändert.
site-edit = Diese Seite bearbeiten
list-all-two = { $a } und { $b }
list-any-two = { $a } oder { $b }
list-any-more = { $a }, { $b }
home-description = { $codes ->
        [one] ein Code
       *[other] { $codesText } Codes
    }, { $pairs ->
        [one] ein Vergleich
       *[other] { $pairsText } Vergleiche
    }
home-codes = Codes
home-all-pairs = Alle Vergleiche
