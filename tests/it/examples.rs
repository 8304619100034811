//! Example messages, held against a SIP parser that is not ours and against the facts of their codes.

use ezk_sip_types::header::typed::{
    Allow, CSeq, CallID, Contact, ContentLength, ContentType, FromTo, RetryAfter, Via,
};
use ezk_sip_types::msg::StatusLine;
use ezk_sip_types::{Headers, Name};
use versus::catalog::FactValue;

use crate::support::real_site;

/// What a value of the header field `Warning` must be: three digits, who warns, and a quoted text.
fn is_warning(value: &str) -> bool {
    let mut parts = value.splitn(3, ' ');
    let (code, agent, text) = (parts.next(), parts.next(), parts.next());
    code.is_some_and(|code| code.len() == 3 && code.starts_with('3'))
        && code.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
        && agent.is_some_and(|agent| !agent.is_empty() && !agent.contains('"'))
        && text.is_some_and(|text| {
            text.len() > 2
                && text.starts_with('"')
                && text.ends_with('"')
                && text.matches('"').count() == 2
        })
}

/// Everything that is wrong with a message, whose lines end as they do in a file.
fn faults(code: &str, phrase: &str, message: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let (head, body) = message.split_once("\n\n").unwrap_or((message, ""));
    let mut lines = head.lines();
    let status = lines.next().unwrap_or_default();
    match status.parse::<StatusLine>() {
        Ok(line) => {
            let reason = line.reason.as_ref().map(|reason| reason.to_string());
            if line.code.into_u16().to_string() != code || reason.as_deref() != Some(phrase) {
                faults.push(format!("its status line is `{status}`"));
            }
        }
        Err(error) => faults.push(format!("its status line cannot be parsed: {error:?}")),
    }
    let mut unfolded: Vec<String> = Vec::new();
    for line in lines {
        match unfolded
            .last_mut()
            .filter(|_| line.starts_with([' ', '\t']))
        {
            Some(last) => last.push_str(line),
            None => unfolded.push(line.to_owned()),
        }
    }
    let mut headers = Headers::new();
    for line in &unfolded {
        let Some((name, value)) = line.split_once(':') else {
            faults.push(format!("`{line}` is no header field"));
            continue;
        };
        if name == "Warning" && !is_warning(value.trim()) {
            faults.push(format!("`{line}` is no warning"));
        }
        // The parser knows no telephone numbers as addresses (RFC 3966).
        let value = match value.trim().strip_prefix("<tel:") {
            Some(rest) => format!("<sip:{}", rest.replacen('>', "@example.com>", 1)),
            None => value.trim().to_owned(),
        };
        headers.insert(name.to_owned(), value);
    }
    let once = |name: Name| headers.get_raw(&name).count();
    for name in [
        Name::CALL_ID,
        Name::CSEQ,
        Name::FROM,
        Name::TO,
        Name::CONTENT_LENGTH,
    ] {
        if once(name.clone()) != 1 {
            faults.push(format!("{name:?} is there {} times", once(name.clone())));
        }
    }
    let mut parsed = |what: &str, error: Option<String>| {
        if let Some(error) = error {
            faults.push(format!("{what}: {error}"));
        }
    };
    match headers.get_named::<Vec<Via>>() {
        Ok(vias) if vias.len() == once(Name::VIA) => {}
        Ok(vias) => parsed("Via", Some(format!("{} can be read", vias.len()))),
        Err(error) => parsed("Via", Some(error.to_string())),
    }
    parsed(
        "Call-ID",
        headers.get_named::<CallID>().err().map(|e| e.to_string()),
    );
    parsed(
        "From",
        headers
            .get::<FromTo>(Name::FROM)
            .err()
            .map(|e| e.to_string()),
    );
    parsed(
        "To",
        headers.get::<FromTo>(Name::TO).err().map(|e| e.to_string()),
    );
    parsed(
        "CSeq",
        headers.get_named::<CSeq>().err().map(|e| e.to_string()),
    );
    let optional = [
        headers
            .try_get_named::<Vec<Contact>>()
            .and_then(|found| found.err()),
        headers
            .try_get_named::<RetryAfter>()
            .and_then(|found| found.err()),
        headers
            .try_get_named::<Vec<Allow>>()
            .and_then(|found| found.err()),
        headers
            .try_get_named::<ContentType>()
            .and_then(|found| found.err()),
    ];
    for error in optional.into_iter().flatten() {
        parsed("a header field", Some(error.to_string()));
    }
    // On the wire lines end in CRLF; the last line of a body too.
    let wire = match body.trim_end() {
        "" => 0,
        body => body.replace('\n', "\r\n").len() + 2,
    };
    match headers.get_named::<ContentLength>() {
        Ok(length) if length.0 == wire => {}
        Ok(length) => faults.push(format!(
            "Content-Length is {}, the body has {wire}",
            length.0
        )),
        Err(error) => faults.push(format!("Content-Length: {error}")),
    }
    if wire > 0 && !headers.contains(&Name::CONTENT_TYPE) {
        faults.push("a body without Content-Type".to_owned());
    }
    faults
}

#[test]
fn every_example_is_a_message_of_its_code() {
    let book = &real_site().catalog().books[0];
    for code in &book.codes {
        let mut found = faults(&code.slug, &code.phrase, &code.example);
        let cseq = code
            .example
            .lines()
            .find_map(|line| line.strip_prefix("CSeq: "));
        let method = cseq
            .and_then(|cseq| cseq.split(' ').nth(1))
            .unwrap_or_default();
        let methods = book
            .protocol
            .facts
            .iter()
            .position(|fact| fact.key == "methods");
        if let Some(FactValue::Set(methods)) = methods.and_then(|at| code.facts[at].as_ref()) {
            let fits = |known: &String| match known.strip_prefix("any-but-") {
                Some(but) => but != method,
                None => known.starts_with("any") || known == method,
            };
            if !methods.iter().any(fits) {
                found.push(format!(
                    "it answers {method}, and the code answers {methods:?}"
                ));
            }
        }
        assert!(found.is_empty(), "the example of {}: {found:#?}", code.slug);
    }
}

#[test]
fn the_check_of_examples_sees_what_is_wrong() {
    let book = &real_site().catalog().books[0];
    let code = &book.codes[book.find("488").expect("488")];
    let good = code.example.as_str();
    assert_eq!(faults("488", &code.phrase, good), Vec::<String>::new());
    let line = |name: &str| {
        let line = good.lines().find(|line| line.starts_with(name));
        line.unwrap_or_else(|| panic!("488 shows {name}"))
    };
    for (from, to) in [
        (line("SIP/2.0"), "SIP/2.0 486 Busy Here"),
        (line("Via:"), "Via: nowhere"),
        (line("From:"), "From: Alice sip:alice"),
        (line("CSeq:"), "CSeq: one INVITE"),
        (
            line("Warning:"),
            "Warning: 305 phone7.example.net Incompatible",
        ),
        (line("Warning:"), "Warning: incompatible"),
        (line("Content-Length:"), "Content-Length: 7777"),
        (
            line("Content-Length:"),
            "Call-ID: a second one\nContent-Length: 0",
        ),
        (line("Call-ID:"), "X-Nothing: x"),
    ] {
        let spoilt = good.replacen(from, to, 1);
        assert!(
            !faults("488", &code.phrase, &spoilt).is_empty(),
            "`{to}` passes"
        );
    }
}
