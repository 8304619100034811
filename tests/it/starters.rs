//! `versus new`: starters, which fail the check on their blanks and nowhere else.

use std::fs;

use crate::cli::{Place, errors, real_place, status};

/// Every problem that a starter has is at one of its blanks.
fn only_blanks(place: &Place) {
    let report = errors(&place.run(&["check", "--format", "short"]));
    assert!(!report.is_empty());
    for line in report.lines() {
        let mut parts = line.split(':');
        let path = parts.next().expect("a path");
        let number: usize = parts
            .next()
            .and_then(|number| number.parse().ok())
            .unwrap_or_else(|| panic!("no line: {line}"));
        let text = fs::read_to_string(place.path(path)).expect("readable");
        let at = text.lines().skip(number - 1);
        // The name of a Fluent message stands above its attributes.
        let near: Vec<&str> = at.take(3).collect();
        let blank = near[0].contains("\"\"")
            || near[0].ends_with("'''")
            || near[0].ends_with(':')
            || near.iter().any(|line| line.contains("{ \"\" }"));
        assert!(blank, "not a blank: {line}: {}", near[0]);
    }
}

#[test]
fn starters_for_a_code_a_comparison_and_a_protocol_fail_on_their_blanks_only() {
    let place = real_place("starters");
    for arguments in [
        &["new", "sip", "499", "Reason"][..],
        &["new", "sip", "500-300"],
        &["new", "http"],
    ] {
        let output = place.run(arguments);
        assert_eq!(status(&output), 0, "{}", errors(&output));
        only_blanks(&place);
        assert_eq!(status(&place.run(arguments)), 2, "{arguments:?} twice");
    }
    assert!(place.path("content/sip/pairs/300-500.toml").is_file());
    for wrong in [
        &["new", "sip", "999"][..],
        &["new", "sip", "486-486"],
        &["new", "ja"],
        &["new", "No Name"],
    ] {
        assert_eq!(status(&place.run(wrong)), 2, "{wrong:?}");
    }
}
