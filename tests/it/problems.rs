//! `docs/problems.md`: every kind of problem has its section, and the examples in it do what they say.

use std::collections::{BTreeMap, BTreeSet};

use versus::diagnostic::{Format, Id};
use versus::site::Site;
use versus::source::Inputs;

use crate::support::{between, real_inputs, root};

/// A part of a real file, right and wrong.
struct Example {
    id: Id,
    path: String,
    wrong: String,
    right: String,
}

fn text() -> String {
    std::fs::read_to_string(root().join("docs/problems.md")).expect("readable")
}

/// The text of a fenced block. `…` stands for the rest of a line, which is not compared.
fn block(section: &str, before: &str) -> Option<String> {
    let rest = section.split_once(before)?.1;
    let fenced = between(rest, "```", "\n```")?.split_once('\n')?.1;
    let cut = fenced.lines().last()?.split_once('…');
    let kept = cut.map_or(fenced.len(), |(_, tail)| {
        fenced.len() - tail.len() - '…'.len_utf8()
    });
    Some(fenced[..kept].to_owned())
}

fn examples() -> Vec<Example> {
    let examples = Id::ALL.iter().filter_map(|id| {
        let section = id.explanation();
        Some(Example {
            id: *id,
            path: between(section, "\nIn `", "`, wrong:")?.to_owned(),
            wrong: block(section, ", wrong:")?,
            right: block(section, "\nright:")?,
        })
    });
    examples.collect()
}

fn spoil(inputs: &mut Inputs, example: &Example) {
    let Example {
        path, wrong, right, ..
    } = example;
    let text = String::from_utf8(inputs.texts[path].clone()).expect("UTF-8");
    assert!(
        text.contains(right.as_str()),
        "docs/problems.md: {path} does not hold\n{right}"
    );
    let text = text.replacen(right.as_str(), wrong, 1);
    inputs.texts.insert(path.clone(), text.into_bytes());
}

#[test]
fn every_kind_of_problem_is_explained() {
    let text = text();
    let headings: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .collect();
    for id in Id::ALL {
        let name = id.name();
        assert_eq!(
            headings.iter().filter(|heading| **heading == name).count(),
            1,
            "docs/problems.md needs one section `### {name}`"
        );
        let summary = id.summary();
        assert!(
            summary.ends_with('.') && summary.len() > 20,
            "the section `{name}` must begin with a sentence on what is wrong: {summary}"
        );
        assert!(
            id.explanation().contains("\n\nTo mend it, "),
            "the section `{name}` must say how to mend it: a paragraph that begins with `To mend it, `"
        );
    }
    assert_eq!(
        headings.len(),
        Id::ALL.len(),
        "docs/problems.md explains a problem that does not exist"
    );
}

/// Problems that show only while pages are made, which needs everything else to be right.
const LATE: [Id; 2] = [Id::TemplateFailed, Id::BrokenLink];

#[test]
fn the_wrong_examples_lead_to_their_problems() {
    let examples = examples();
    assert!(examples.len() >= 30, "{} examples", examples.len());
    let (late, early): (Vec<_>, Vec<_>) = examples
        .into_iter()
        .partition(|example| LATE.contains(&example.id));
    let mut inputs = real_inputs();
    for example in &early {
        spoil(&mut inputs, example);
    }
    let (_, sources, report) = Site::new(&inputs);
    let text = report.write(&sources, Format::Short);
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in text.lines() {
        let path = line.split(':').next().unwrap_or_default();
        let id = between(line, "error[", "]").unwrap_or_default();
        found.entry(id).or_default().insert(path);
    }
    for Example { id, path, .. } in &early {
        let places = found.get(id.name());
        // What another language or a declaration lacks is reported where it was asked for.
        let asked = [Id::MissingMessage, Id::MessageMismatch, Id::UnusedMessage].contains(id);
        assert!(
            places.is_some_and(|places| asked || places.contains(path.as_str())),
            "the example of {} is not reported in {path}:\n{text}",
            id.name()
        );
    }
    for example in &late {
        let mut inputs = real_inputs();
        spoil(&mut inputs, example);
        let (site, sources, report) = Site::new(&inputs);
        let problem = match &site {
            Some(site) => site.pages().iter().find_map(|page| site.page(*page).err()),
            None => report
                .findings()
                .first()
                .map(|finding| Box::new(finding.diagnostic.clone())),
        };
        let problem = problem.unwrap_or_else(|| panic!("{} is not found", example.id.name()));
        assert_eq!(problem.id, example.id, "{}", problem.message);
        let place = problem.place.expect("a place");
        assert_eq!(sources.get(place.span.file).path, example.path);
    }
}
