//! Call flows, held against the rules of RFC 3261: what answers what, who acknowledges, what can be canceled.

use crate::support::real_site;

/// From, to, message.
type Step<'a> = (&'a str, &'a str, &'a str);

/// A request of a flow, and how far it got.
struct Request<'a> {
    from: &'a str,
    to: &'a str,
    method: &'a str,
    provisional: bool,
    /// First digit of the code that ended it.
    ended: Option<char>,
    acknowledged: bool,
}

impl Request<'_> {
    fn is_open(&self, from: &str, to: &str) -> bool {
        self.ended.is_none() && (self.from, self.to) == (from, to)
    }

    /// Whether a code would answer this request rather than another that is open between the same two: a 487 and what is
    /// provisional concern what was canceled, a success right after a `CANCEL` the `CANCEL`.
    fn suits(&self, code: &str) -> bool {
        (self.method == "CANCEL") == (code.starts_with('2'))
    }
}

/// Everything that is wrong with a flow. One that ends before a request is answered is cut short, not wrong.
fn faults(steps: &[Step<'_>]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut requests: Vec<Request<'_>> = Vec::new();
    for (number, (from, to, message)) in steps.iter().enumerate() {
        let mut fault = |what: &str| {
            let step = number + 1;
            faults.push(format!("step {step} ({from} to {to}: {message}) {what}"));
        };
        let code = message.split(' ').next().unwrap_or_default();
        if code.starts_with(|c: char| c.is_ascii_digit()) {
            let open = |request: &&mut Request<'_>| request.is_open(to, from);
            let canceled = requests
                .iter()
                .any(|request| request.method == "CANCEL" && request.is_open(to, from));
            let mut answered = requests.iter_mut().rev().filter(open);
            match answered.find(|request| !canceled || request.suits(code)) {
                None => fault("answers no request"),
                Some(request) if code.starts_with('1') => request.provisional = true,
                Some(request) => request.ended = code.chars().next(),
            }
        } else if code == "ACK" {
            // That of a success goes to whoever took the call, past the proxies between; any other goes one hop.
            let ends = requests.iter_mut().rev().filter(|request| {
                request.method == "INVITE" && !request.acknowledged && request.from == *from
            });
            let mut ends = ends.filter(|request| {
                request.ended == Some('2') || (request.ended.is_some() && request.to == *to)
            });
            match ends.next() {
                None => fault("acknowledges nothing that ended here"),
                Some(request) => request.acknowledged = true,
            }
        } else {
            if code == "CANCEL" {
                let mut invites = requests
                    .iter()
                    .rev()
                    .filter(|request| request.method == "INVITE" && request.is_open(from, to));
                match invites.next() {
                    None => fault("cancels nothing"),
                    Some(invite) if !invite.provisional => {
                        fault("cancels before anything provisional came")
                    }
                    Some(_) => {}
                }
            }
            requests.push(Request {
                from,
                to,
                method: code,
                provisional: false,
                ended: None,
                acknowledged: false,
            });
        }
    }
    let missing = requests.iter().filter(|request| {
        request.method == "INVITE"
            && !request.acknowledged
            && request.ended.is_some_and(|class| class != '2')
    });
    faults.extend(missing.map(|request| {
        let Request { from, to, .. } = request;
        format!("{from} never acknowledges what {to} said to its INVITE")
    }));
    faults
}

#[test]
fn call_flows_keep_the_rules_of_the_protocol() {
    let mut found = Vec::new();
    for code in real_site()
        .catalog()
        .books
        .iter()
        .flat_map(|book| &book.codes)
    {
        let steps = code.flow.iter();
        let steps: Vec<Step<'_>> = steps
            .map(|step| (step.from.as_str(), step.to.as_str(), step.message.as_str()))
            .collect();
        assert!(!steps.is_empty(), "{} has no flow", code.slug);
        found.extend(
            faults(&steps)
                .into_iter()
                .map(|fault| format!("{}: {fault}", code.slug)),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_is_wrong_with_a_flow_is_found() {
    let good: &[Step<'_>] = &[
        ("a", "p", "INVITE"),
        ("p", "b", "INVITE"),
        ("b", "p", "180 Ringing"),
        ("p", "b", "CANCEL"),
        ("b", "p", "200 OK"),
        ("b", "p", "487 Request Terminated"),
        ("p", "b", "ACK"),
        ("p", "c", "INVITE"),
        ("c", "p", "200 OK"),
        ("p", "a", "200 OK"),
        ("a", "c", "ACK"),
    ];
    assert_eq!(faults(good), Vec::<String>::new());
    for (without, what) in [
        (0, "answers no request"),
        (2, "cancels before anything provisional came"),
        (5, "acknowledges nothing"),
        (6, "p never acknowledges"),
    ] {
        let steps = good.iter().enumerate().filter(|(at, _)| *at != without);
        let steps: Vec<Step<'_>> = steps.map(|(_, step)| *step).collect();
        let found = faults(&steps);
        assert!(
            found.iter().any(|fault| fault.contains(what)),
            "{without}: {found:?}"
        );
    }
    let far: &[Step<'_>] = &[
        ("a", "p", "INVITE"),
        ("p", "a", "486 Busy Here"),
        ("a", "b", "ACK"),
    ];
    assert_eq!(faults(far).len(), 2, "{:?}", faults(far));
}
