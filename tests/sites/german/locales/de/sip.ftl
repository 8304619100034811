sip-class-4xx = Fehler des Clients
    .inline = ein Fehler des Clients (4xx)
    .about = Die Anfrage ist an diesem Server oder mit diesem Inhalt gescheitert. Das heißt nicht, dass der Anrufer etwas falsch gemacht hat.
sip-class-6xx = Allgemeiner Fehler
    .inline = ein allgemeiner Fehler (6xx)
    .about = Die Anfrage kann nirgends erfüllt werden; andere Zweige zu versuchen ist unnötig.
