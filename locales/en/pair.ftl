### The page of a pair. $a and $b are codes as text, $phraseA and $phraseB their phrases.

pair-name = { $a } vs { $b }
pair-title = { $protocol } { $a } { $phraseA } vs { $b } { $phraseB }
# For search results, where the phrases leave no room.
pair-title-short = { $protocol } { $a } vs { $b }: how the two codes differ
# For search engines, plain text; the first that fits is shown.
# Variables:
#   $glossA, $glossB (String) - the phrases in the reader's words
pair-description = { $a } { $phraseA }: { $glossA }. { $b } { $phraseB }: { $glossB }. How they differ, who sends each, what to do.
pair-description-short = { $a } { $phraseA }: { $glossA }. { $b } { $phraseB }: { $glossB }.
pair-description-bare = { $a }: { $glossA }. { $b }: { $glossB }. How they differ, who sends each, what to do.
# The answer. Variables:
#   $classA, $classB (String) - "a 4xx client failure"
pair-classes = { $a } { $phraseA } is { $classA }; { $b } { $phraseB } is { $classB }.
pair-same-class = { $a } { $phraseA } and { $b } { $phraseB } share a class: each is { $class }.
# Variables:
#   $meaningA, $meaningB (String) - clauses after "means that"
pair-meanings = { $a } means that { $meaningA }. { $b } means that { $meaningB }.
# The first difference.
pair-different-classes = { $a } is { $classA }, { $b } is { $classB }.

## Headings

pair-heading-glance = At a glance
pair-heading-trace = How to tell them apart in a trace
pair-heading-description = Description
pair-heading-when = When You See It
pair-heading-fix = How to Fix
pair-heading-differences = Key Differences
pair-heading-use = When to Use Which
pair-heading-products = Seen in products
pair-heading-flow = Call flows
pair-heading-example = Example messages
pair-heading-more = Learn More
pair-heading-code-pages = The two codes
pair-heading-neighbors = Compare next
pair-fact = Fact
pair-same = The same for both
pair-differs = What differs
pair-not-stated = none

## Labels of differences

# An item of the list: its label in bold, then one or two sentences.
pair-item = { $label }. { $text }
pair-label-class = Class
pair-label-meaning = Meaning
pair-label-trigger = When you see it
