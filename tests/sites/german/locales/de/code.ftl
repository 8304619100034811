# Form von `meaning`: ein Nebensatz nach „dass“, das Verb am Ende, ohne Punkt.
code-means = { $code } bedeutet, dass { $meaning }.
code-answer = { $code } { $phrase } ist { $class }. Das heißt, dass { $meaning }.
# Form von `trigger`: ein Nebensatz nach „wenn“, das Verb am Ende, ohne Punkt.
code-seen-when = { $code } erscheint, wenn { $trigger }.
# Form von `use`: ein Hauptsatz, der die Lage beschreibt, klein begonnen, ohne Punkt.
code-send-when = Sende { $code } in dieser Lage: { $use }.
# Form von `action`: ein ganzer Satz.
code-on-receipt = Wenn { $code } ankommt: { $action }
code-heading-glance = Auf einen Blick
code-heading-do = Was jetzt zu tun ist
code-heading-description = Beschreibung
code-heading-when = Wann er erscheint
code-heading-fix = Abhilfe
