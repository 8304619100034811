### Tools: the search box.

## The search box in the header

search-label = Search
# Stands in the empty box. Short.
search-hint = Code, word or two codes
# Read out to those who cannot see the list.
# Variables:
#   $count (Number) - how many results, to choose a plural form
#   $countText (String) - the same number as it is written
search-count = { $count ->
        [0] Nothing found
        [one] One result
       *[other] { $countText } results
    }
search-nothing = Nothing found. Type a code, a word or two codes.
# Words that a reader may write between two codes, with a space between them.
search-between = vs versus or and
# Words of a question that say nothing about what is looked for, with a space between them.
search-ignore = a an the is of in on to what does mean code codes response error difference

## A page that maps the causes of another network to codes and back
## $name is the name of the other side, $protocol that of the protocol.

mapping-to-codes = From { $name } to { $protocol }
mapping-to-causes = From { $protocol } to { $name }
# Variables:
#   $name, $number (String) - the other side and the number of a cause
mapping-cause = { $name } cause { $number }
mapping-number = No.
mapping-name = Cause
mapping-becomes = Becomes
mapping-back = Comes back as
mapping-default = by default: no rule names it
mapping-same = comes back the same
mapping-lossy = comes back as something else, part of the meaning is lost

## The page that reads a pasted trace
## $protocol is the short name of a protocol.

trace-title = Read a { $protocol } trace
trace-about = Paste { $protocol } messages, a capture or lines of a log: every response code and release cause in it is listed with what it means, and the two that matter are compared.
trace-without = This page needs a script: your browser reads the text itself, so that it never has to leave your device. Scripts are switched off, so look the codes up in the list instead.
trace-label = Messages or log lines
trace-sample = Try an example
trace-clear = Clear
trace-private = The text stays in your browser. It is sent nowhere.
trace-compare = Compare the two that matter:
trace-nothing = No code was found in this text. See below what is recognized.
trace-codes = Codes in the text
trace-causes = Causes in the text
trace-means = Meaning
trace-answers = Answers
trace-times = Times
trace-line = First line
trace-unknown = not a registered code
trace-unknown-cause = not a cause of this list
trace-rule-title = Which two are compared
trace-rule = First the last response that says the call failed, then the failure before it. If there is only one failure, it is compared with the code that a cause in the text stands for, or else with the last other response. A request for credentials that was followed by another answer does not count, and neither do answers to other requests when the call itself was answered.
trace-recognized = What is recognized
# Read out. Variables:
#   $codes, $causes (String) - numbers
trace-said = Codes found: { $codes }. Causes found: { $causes }.
# In the list of the search box, when a long text was pasted there.
search-trace = Read the whole text as a trace
