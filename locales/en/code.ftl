### The page of a code, and the sentences that its clauses complete.
### A code arrives as text ("486"), a phrase as a token that is never translated ("Busy Here").

code-name = { $code } { $phrase }
code-title = { $protocol } { $code } { $phrase }
# For search results, where there is room for it.
code-title-long = { $protocol } { $code } { $phrase }: meaning and how to fix it
# For search engines, plain text.
# Variables:
#   $meaning (String) - clause: "the device that was called was reached, but it is engaged"
code-description = { $code } { $phrase } means that { $meaning }. What it says, who sends it, whether to retry, how to fix it.
# The same where there is less room, and where there is least. $gloss is the phrase in the reader's words.
code-description-short = { $code } { $phrase } means that { $meaning }.
code-description-bare = { $code } { $phrase }: { $gloss }. What it says, who sends it, whether to retry, how to fix it.
# Variables:
#   $class (String) - "a 4xx client failure"
#   $meaning (String) - clause, as above
code-answer = { $code } { $phrase } is { $class }. It means that { $meaning }.
# Form of `meaning`: a clause after "means that", lower case, no full stop.
code-means = { $code } means that { $meaning }.
# Form of `trigger`: a clause after "when", lower case, no full stop.
code-seen-when = You see { $code } when { $trigger }.
# Form of `use`: a clause after "when", lower case, no full stop.
code-send-when = Send { $code } when { $use }.
# Form of `action`: one whole sentence.
code-on-receipt = If you receive { $code }: { $action }

## Headings. Their ids are the same in every language.

code-heading-glance = At a glance
code-heading-do = What to do now
code-heading-description = Description
code-heading-when = When You See It
code-heading-fix = How to Fix
code-heading-hears = What the caller hears
code-heading-use = When to send it
code-heading-example = Example message
code-heading-flow = Call flow
code-heading-compare = Compare with
code-heading-compare-all = All other codes
code-compare-pick = The other code
code-heading-more = Learn More
code-heading-references = Specifications
code-previous = Previous code
code-next = Next code
code-neighbors = Neighboring codes
code-fact = Fact
code-value = Value

## The call flow, for readers who do not see the picture

flow-title = Call flow with { $code } { $phrase }
# One step. Variables:
#   $from (String), $to (String) - labels of two roles
#   $message (String) - a method, or a code and its phrase
flow-step = { $from } to { $to }: { $message }.
