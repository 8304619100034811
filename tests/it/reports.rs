//! The forms of a report, and what the program says of a kind of problem.

use std::fs;
use std::process::Command;

use crate::cli::{Place, errors, real_place, status};

#[test]
fn reports_for_programs_and_annotations_say_the_same_place() {
    let place = Place::new("formats");
    let code = "content/parcel/codes/lost.toml";
    let good = fs::read_to_string(place.path(code)).expect("readable");
    place.write(
        code,
        good.replace("gloss =", "話, 100%: = 1\nglos =").as_bytes(),
    );
    place.write(
        "content/parcel/codes/delivered.toml",
        fs::read_to_string(place.path("content/parcel/codes/delivered.toml"))
            .expect("readable")
            .replace("returned = \"", "returned = \"話中")
            .as_bytes(),
    );
    let output = place.run(&["check", "--format", "json"]);
    assert_eq!(status(&output), 1);
    let objects: Vec<serde_json::Value> = errors(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    assert!(objects.len() >= 2, "{objects:?}");
    let first = &objects[0];
    assert_eq!(first["id"], "unknown-value");
    assert_eq!(first["path"], "content/parcel/codes/delivered.toml");
    assert_eq!(first["line"], first["end_line"]);
    // The value is five characters in its quotation marks, two of them Japanese.
    let length = first["end_column"].as_u64().expect("a number")
        - first["column"].as_u64().expect("a number");
    assert!((6..=7).contains(&length), "{first}");
    let short = errors(&place.run(&["check", "--format", "short"]));
    for (line, object) in short.lines().zip(&objects) {
        let text = |key: &str| object[key].as_str().unwrap_or_default().to_owned();
        assert_eq!(
            line,
            format!(
                "{}:{}:{}: error[{}]: {}",
                text("path"),
                object["line"],
                object["column"],
                text("id"),
                text("message")
            )
        );
        assert!(text("text").starts_with(&format!("error[{}]: ", text("id"))));
    }
    assert_eq!(short.lines().count(), objects.len());

    let output = Command::new(env!("CARGO_BIN_EXE_versus"))
        .args(["--root"])
        .arg(&place.0)
        .arg("check")
        .env("GITHUB_ACTIONS", "true")
        .output()
        .expect("runs");
    let annotations = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    assert_eq!(annotations.lines().count(), objects.len(), "{annotations}");
    for (line, object) in annotations.lines().zip(&objects) {
        let start = format!(
            "::error file={},line={},",
            object["path"].as_str().unwrap_or_default(),
            object["line"]
        );
        assert!(line.starts_with(&start), "{line}");
        let title = format!("title={}::", object["id"].as_str().unwrap_or_default());
        assert!(line.contains(&title), "{line}");
    }
    assert!(
        errors(&output).contains("error[unknown-value]"),
        "people read standard error as always"
    );
    let quiet = place.run(&["check"]);
    assert!(quiet.stdout.is_empty());
}

#[test]
fn problems_explain_themselves() {
    let place = Place::new("explain");
    let output = place.run(&["explain", "unknown-key"]);
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    assert_eq!(status(&output), 0);
    assert!(text.contains("To mend it, "), "{text}");
    let all = String::from_utf8(place.run(&["explain"]).stdout).expect("UTF-8");
    assert_eq!(all.lines().count(), versus::diagnostic::Id::ALL.len());
    let wrong = place.run(&["explain", "unknown-kye"]);
    assert_eq!(status(&wrong), 2);
    assert!(
        errors(&wrong).contains("did you mean `unknown-key`?"),
        "{}",
        errors(&wrong)
    );
}

#[test]
fn what_is_wrong_with_every_page_is_found_once() {
    let place = real_place("every-page");
    fs::remove_file(place.path("static/site.js")).expect("removable");
    let output = place.run(&["check"]);
    assert_eq!(status(&output), 1);
    let text = errors(&output);
    assert!(text.contains("there is no file `static/site.js`"), "{text}");
    let times = text.split("the same was found ").nth(1);
    let times = times.and_then(|rest| rest.split(' ').next()?.parse::<usize>().ok());
    assert!(
        times.is_none_or(|times| times < 100),
        "all pages were tried: {text}"
    );
}
