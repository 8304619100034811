### SIP: its classes, roles and facts, as content/sip/protocol.toml declares them.
### A code arrives as text ("486") and is never declined.

sip-intro = Every registered response code of the Session Initiation Protocol: what it means, who sends it, whether to retry, and how it differs from each of the others.

## Classes
## The value is the name. `.inline` completes “486 Busy Here is …”. `.about` says on the index what the class means.

sip-class-1xx = Provisional
    .inline = a 1xx provisional response
    .about = The request has arrived and is being worked on. A final response is still to come.
sip-class-2xx = Success
    .inline = a 2xx success
    .about = The request was received, understood and accepted.
sip-class-3xx = Redirection
    .inline = a 3xx redirection
    .about = The client has to go elsewhere to complete the request.
sip-class-4xx = Client Failure
    .inline = a 4xx client failure
    .about = The request failed at this server or with this content. That does not mean that the caller did something wrong.
sip-class-5xx = Server Failure
    .inline = a 5xx server failure
    .about = The request may be valid, but the server failed to fulfill it.
sip-class-6xx = Global Failure
    .inline = a 6xx global failure
    .about = The request cannot be fulfilled anywhere, so no other branch needs to be tried.

## Who takes part in a call flow: short labels over the lines of the diagram.

sip-role =
    .caller = Caller
    .callee = Callee
    .second-callee = Callee's other phone
    .refer-target = Refer target
    .proxy = Proxy
    .next-proxy = Next proxy
    .registrar = Registrar
    .redirect-server = Redirect server
    .gateway = Gateway
    .pstn = Telephone network
    .subscriber = Subscriber
    .notifier = Notifier
    .publisher = Publisher
    .compositor = Event state compositor
    .relay = Relay
    .blocker = Call blocker
    .phone = Phone
    .server = Server

## When a header field must or may be there: stands in brackets behind its name.

sip-when =
    .copied = copied if the request has it
    .creates-early-dialog = if it creates an early dialog
    .reliable-100rel = 100rel, if sent reliably
    .reliable = if sent reliably
    .ended-dialog-tag = with the tag of the dialog that ended
    .ending-code = with the code that ended the dialog
    .ok-contact = to INVITE, SUBSCRIBE, UPDATE and REFER; to REGISTER with all bindings
    .dialog-copied = if it creates a dialog, copied from the request
    .subscribe-publish = to SUBSCRIBE and PUBLISH
    .publish = to PUBLISH
    .bad-type = if the body type is not supported
    .bad-encoding = if the encoding is not supported
    .bad-language = if the language is not supported
    .sec-agree = when security is negotiated
    .sec-agree-server = sec-agree, when the server asks for it
    .overlapping = to an INVITE or UPDATE that overlaps another from the same side
    .jwscard = purpose=jwscard, unless misuse is suspected
    .register = to REGISTER
    .invite-update = to INVITE and UPDATE
    .should = recommended
    .body-alternatives = with a body that describes the alternatives
    .aggregated = when a forking proxy collects challenges
    .should-temporary = recommended if the condition is temporary
    .should-sips = recommended: warning 380 or 381 if SIPS does not fit
    .body-media = with a body that describes what would be accepted
    .subscribe-notify = to SUBSCRIBE and NOTIFY
    .should-certs = recommended: a body with a certificate only
    .digest = if digest is offered
    .should-precondition = recommended: SDP that names the failed precondition

## Facts
## The value is the label of a row; each attribute words one value in a cell.
## `…-says` is a whole sentence in the list of differences, `…-answer` one in the answer at the top.

sip-final = Kind of answer
    .no = provisional
    .yes = final
sip-final-says =
    .no = { $code } is provisional: the request is still open and a final response follows.
    .yes = { $code } is final: it closes the transaction.

sip-scope = What it is about
    .hop = the next hop only
    .request = this request itself
    .early-dialog = a call that is not answered yet
    .dialog = a dialog or transaction
    .subscription = a subscription
    .registration = a registration
    .publication = a publication
    .this-location = the place that was tried; another may answer differently
    .path = the route between client and target
    .server = the server that answers, or a system it depends on
    .global = the user at every location
# Variables:
#   $code (String) - the code
#   $any (String) - one or more of the values above, joined by "or"
sip-scope-says = { $code } is about { $any }.
sip-scope-answer =
    .hop = { $code } speaks about the next hop only.
    .request = { $code } speaks about this request only.
    .early-dialog = { $code } speaks about a call that is not answered yet.
    .dialog = { $code } speaks about a dialog or transaction.
    .subscription = { $code } speaks about a subscription.
    .registration = { $code } speaks about a registration.
    .publication = { $code } speaks about a publication.
    .this-location = { $code } leaves other places free to answer.
    .path = { $code } speaks about the route that the request took.
    .server = { $code } speaks about the server that answers or a system it depends on.
    .global = { $code } ends the search everywhere.

sip-sent-by = Who sends it
    .UAS = the endpoint that answers (UAS)
    .proxy = a proxy
    .registrar = a registrar
    .redirect = a redirect server
    .gateway = a gateway to the telephone network (or another)
    .notifier = a notifier
    .event-state-compositor = an event state compositor
    .relay = a relay
    .intermediary = an intermediary that rejects on the user's behalf
# Variables:
#   $any (String) - one or more of the values above, joined by "or"
sip-sent-by-says = { $code } comes from { $any }.

sip-retry = Retry
    .none-needed = nothing to retry
    .wait = no: wait for a final response
    .authenticate-and-retry = yes, with credentials
    .retry-modified = yes, with a changed request
    .retry-elsewhere = yes, at another address or server
    .retry-other-flow = only for the authoritative proxy: over another flow of the phone
    .retry-later = yes, the same request later
    .retry-after-header = yes, later: after the time in Retry-After, if given
    .ask-user = only if a person decides so
    .do-not-retry = no
sip-retry-says =
    .none-needed = { $code } leaves nothing to retry.
    .wait = With { $code } the client only waits for a final response.
    .authenticate-and-retry = After { $code } the client repeats the request with credentials.
    .retry-modified = After { $code } the client may try again with a changed request.
    .retry-elsewhere = After { $code } the client may try another address or server.
    .retry-other-flow = After { $code } the authoritative proxy should try another flow of the same phone; an endpoint treats it as 400.
    .retry-later = After { $code } the client may send the same request again later.
    .retry-after-header = After { $code } the client may try again once the time in Retry-After has passed, or at a time of its choice if there is none.
    .ask-user = After { $code } a person has to decide what happens next.
    .do-not-retry = After { $code } the client does not repeat the request.
sip-retry-answer =
    .none-needed = On { $code } there is nothing to retry.
    .wait = On { $code }, keep waiting.
    .authenticate-and-retry = On { $code }, repeat the request with credentials.
    .retry-modified = On { $code }, change the request before you repeat it.
    .retry-elsewhere = On { $code }, try another address or server.
    .retry-other-flow = On { $code }, the authoritative proxy should try another flow of the same phone.
    .retry-later = On { $code }, the same request may succeed later.
    .retry-after-header = On { $code }, wait for the time in Retry-After, if it is given, before you try again.
    .ask-user = On { $code }, let a person decide.
    .do-not-retry = On { $code }, do not send the same request again.
sip-retry-shared =
    .none-needed = Either way there is nothing to retry.
    .wait = Either way, keep waiting for a final response.
    .authenticate-and-retry = Either way, repeat the request with credentials.
    .retry-modified = Either way, change the request before you repeat it.
    .retry-elsewhere = Either way, try another address or server.
    .retry-other-flow = Either way, the authoritative proxy should try another flow of the same phone.
    .retry-later = Either way, the same request may succeed later.
    .retry-after-header = Either way, wait for the time in Retry-After, if it is given, before you try again.
    .ask-user = Either way, let a person decide.
    .do-not-retry = Either way, do not send the same request again.

sip-forking = What a proxy does
    .absorbs = does not pass it on if it is meant for the proxy itself
    .forwards-immediately = passes it on at once
    .collects-best = holds it until every branch has ended, then passes on the best response
    .preferred-in-class = prefers it among the 4xx
    .aggregates-challenges = merges the challenges of all branches
    .triggers-next-target = may add another target or route
    .converts-to-500 = turns it into 500 if there is nothing else
    .outranks-others = must choose a 6xx over any 3xx, 4xx or 5xx
    .cancels-other-branches = cancels the other branches
sip-forking-says =
    .absorbs = A proxy does not pass on a { $code } that is meant for the proxy itself.
    .forwards-immediately = A proxy passes { $code } on at once.
    .collects-best = A forking proxy holds { $code } until every branch has ended and then passes on the best response it has.
    .preferred-in-class = A proxy that settles on a 4xx should prefer { $code } to most others.
    .aggregates-challenges = A forking proxy merges the challenges of all { $code } branches into one response.
    .triggers-next-target = On { $code } a proxy may add another target or route before it answers.
    .converts-to-500 = A proxy that has nothing but { $code } should send 500 instead.
    .outranks-others = A proxy that has received { $code } must choose a 6xx over any 3xx, 4xx or 5xx.
    .cancels-other-branches = { $code } makes a forking proxy cancel the branches that are still open.
    .none = { $code } has no such effect.

sip-methods = Methods
    .any = any method except ACK
    .any-but-CANCEL = any method except ACK and CANCEL
    .any-but-REGISTER = any method except ACK and REGISTER
    .any-out-of-dialog = any other request outside a dialog
# Variables:
#   $any (String) - one or more methods or values above, joined by "or"
sip-methods-says = { $code } can answer { $any }.

sip-status = Status
    .active = in use
    .deprecated = deprecated
    .reserved = reserved
sip-status-says =
    .active = { $code } is in use.
    .deprecated = { $code } is deprecated.
    .reserved = { $code } is reserved: no behavior is defined for it.

sip-must-headers = Required header fields
    .none = none beyond the common ones
# Variables:
#   $all (String) - one or more header fields with conditions, joined by "and"
sip-must-headers-says = { $code } must carry { $all }.
    .none = { $code } needs no header field beyond the common ones.

sip-may-headers = Optional header fields
    .none = none that matter here
# Variables:
#   $all (String) - one or more header fields with conditions, joined by "and"
sip-may-headers-says = { $code } may carry { $all }.
    .none = { $code } has no optional header field that changes what to do.

sip-ack = ACK after INVITE
    .none = none
    .end-to-end = end to end, from the caller itself
    .hop-by-hop = hop by hop
sip-ack-says =
    .none = No ACK follows { $code }.
    .end-to-end = When { $code } answers an INVITE, the caller itself sends the ACK, end to end.
    .hop-by-hop = When { $code } answers an INVITE, each hop sends its own ACK.

sip-q850 = Q.850 cause (ISDN)
    .default = 31, the default of RFC 3398
    .by-warning = 31, or 65 if the Warning names the bearer
    .none = no mapping
    .not-applicable = not applicable
# Variables:
#   $value (String) - the number of the cause
sip-q850-says = On the telephone network { $code } becomes Q.850 cause { $value }.
    .default = RFC 3398 lists no Q.850 cause for { $code }, so a gateway uses 31.
    .by-warning = On the telephone network { $code } becomes Q.850 cause 31, or 65 if the Warning names the bearer.
    .none = RFC 3398 maps { $code } to no Q.850 cause.
    .not-applicable = The table of RFC 3398 that turns responses into causes does not apply to { $code }.

sip-defined-in = Defined in
sip-governed-by = Replacing document

## Q.850 causes and SIP

sip-q850-mapping = SIP and ISDN: Q.850 causes
    .description = Which Q.850 release cause becomes which SIP response at a gateway, and back, by RFC 3398; with the cases in which something is lost on the way.
    .about = How the release causes of the telephone network (ITU-T Q.850) become SIP responses at a gateway and how responses become causes, as RFC 3398 recommends. What does not come back as what it was is marked: there the two networks say different things. A gateway that can answer a challenge or mend the refused request should try that before it releases the call. A cause made from a 6xx has the location “user”, so 603 can also come back as 603.
    .location-user = if the cause comes from the user
    .diagnostic = if the new number is given
    .clearing = no response: usually BYE or CANCEL
    .internal = not passed on: the exchange tries another circuit
# The names of causes in plain words; the name itself is a token of ITU-T Q.850.
sip-cause =
    .c1 = this number is assigned to nobody
    .c2 = no way to the transit network that was asked for
    .c3 = no way to the destination
    .c4 = the callee cannot be reached for a long time; a special tone says so
    .c5 = a trunk prefix was dialed that does not belong there
    .c6 = the channel cannot be used for this call
    .c7 = the call is put on a channel that is already set up
    .c8 = ended to make room for a more important call
    .c9 = ended for a more important call, and the circuit kept for it
    .c14 = the number has moved to another operator
    .c16 = somebody hung up, nothing is wrong
    .c17 = the line is busy
    .c18 = the device does not react at all
    .c19 = it rang, and nobody answered
    .c20 = the phone is off or out of reach
    .c21 = the call was refused
    .c22 = the callee has another number now
    .c23 = the call should go to another destination
    .c25 = the call goes in circles between exchanges, or too far
    .c26 = another device took the call; in ANSI networks, a ported number was routed wrongly
    .c27 = the line or device of the callee has failed
    .c28 = the number is too short or malformed
    .c29 = a supplementary service was refused
    .c30 = an answer to a question about the state of the call
    .c31 = ended normally, for a reason that is not given
    .c34 = all circuits are in use
    .c38 = the network has failed, likely for a while
    .c41 = the network has failed for a short while
    .c42 = the exchange is overloaded
    .c43 = information for the other side was dropped on the way
    .c44 = that circuit is taken; the exchange tries another
    .c46 = only calls at least as important are in the way
    .c47 = something the call needs is used up
    .c49 = the quality asked for cannot be given
    .c50 = the service is not part of the contract
    .c53 = this member of the closed group may not call out
    .c55 = this member of the closed group may not be called
    .c57 = this kind of call is not allowed for this line
    .c58 = this kind of call is not possible at present
    .c62 = the access asked for does not fit the subscriber
    .c63 = a service is not available, no reason given
    .c65 = this kind of call is not supported
    .c66 = this type of channel is not supported
    .c69 = this supplementary service is not supported
    .c70 = only the restricted form of digital transfer is possible
    .c79 = a service is not supported, no reason given
    .c81 = a message about a call that is not known here
    .c82 = that channel does not exist
    .c86 = that call has already been cleared
    .c87 = the called or the calling line is not in the closed group
    .c88 = the other side cannot take this kind of call
    .c90 = that closed group does not exist
    .c91 = the transit network was named wrongly
    .c95 = a signaling message was wrong, no reason given
    .c96 = a required part of a message is missing
    .c97 = an unknown kind of message
    .c98 = a message that does not fit this moment of the call, or is unknown
    .c99 = an unknown part of a message
    .c100 = a part of a message holds something wrong
    .c101 = a message that does not fit this moment of the call
    .c102 = a timer ran out while waiting for an answer
    .c103 = an unknown parameter was passed on
    .c110 = a message with an unknown parameter was dropped
    .c111 = the signaling was wrong, no reason given
    .c127 = another network ended it and did not say why
