//! Same input, same bytes: separate processes on unlike machines, as far as one machine can be unlike itself.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::{Place, errors, status};
use crate::publish::{digest, roomy};
use crate::support::{fixture_inputs, real_inputs};

/// A machine: how many threads, where it is, which language it speaks.
const MACHINES: [(&str, [(&str, &str); 4]); 3] = [
    (
        "one",
        [
            ("RAYON_NUM_THREADS", "1"),
            ("TZ", "Pacific/Kiritimati"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
        ],
    ),
    (
        "many threads/話中",
        [
            ("RAYON_NUM_THREADS", "13"),
            ("TZ", "America/St_Johns"),
            ("LC_ALL", "C"),
            ("LANG", "C"),
        ],
    ),
    (
        "plain",
        [
            ("RAYON_NUM_THREADS", "2"),
            ("TZ", "UTC"),
            ("LC_ALL", "ru_RU.UTF-8"),
            ("LANG", "ja_JP.UTF-8"),
        ],
    ),
];

/// Builds the same files on each machine: in another folder, created in another order, run from elsewhere.
fn same_everywhere(within: &Path, name: &str, inputs: &versus::source::Inputs) {
    let home = Place(within.join(format!("versus-test-{}-{name}", std::process::id())));
    drop(fs::remove_dir_all(&home.0));
    let texts = inputs
        .texts
        .iter()
        .map(|(path, bytes)| (path.clone(), bytes));
    let assets = inputs
        .assets
        .iter()
        .map(|(path, bytes)| (format!("static/{path}"), bytes));
    let mut files: Vec<(String, &Vec<u8>)> = texts.chain(assets).collect();
    let mut digests = Vec::new();
    for (at, (folder, machine)) in MACHINES.into_iter().enumerate() {
        match at {
            0 => {}
            1 => files.reverse(),
            _ => files.sort_by_key(|(path, bytes)| (bytes.len(), path.len())),
        }
        for (path, bytes) in &files {
            home.write(&format!("{folder}/{path}"), bytes);
        }
        let from = if at == 0 {
            home.path(folder)
        } else {
            "/".into()
        };
        let root = if at == 0 {
            ".".into()
        } else {
            home.path(folder)
        };
        let output = Command::new(env!("CARGO_BIN_EXE_versus"))
            .arg("--root")
            .arg(root)
            .arg("build")
            .envs(machine)
            .current_dir(from)
            .output()
            .expect("runs");
        assert_eq!(status(&output), 0, "{}", errors(&output));
        let out = home.path(folder).join("public");
        digests.push(digest(&out).expect("built"));
        // One large tree at a time.
        fs::remove_dir_all(out).expect("removable");
    }
    assert!(
        digests.iter().all(|digest| *digest == digests[0]),
        "{digests:?}"
    );
}

#[test]
fn separate_processes_give_the_same_bytes() {
    same_everywhere(&std::env::temp_dir(), "bytes", &fixture_inputs("parcel"));
}

#[test]
fn separate_processes_give_the_same_bytes_of_the_real_site() {
    same_everywhere(&roomy(), "bytes-real", &real_inputs());
}
