//! CONTRIBUTING.md: its commands do what it says, in a fresh copy of the site each.

use std::fs;
use std::process::Command;

use crate::cli::real_place;
use crate::support::root;

/// Blocks of shell commands, in order.
fn blocks(text: &str) -> Vec<&str> {
    let parts = text.split("\n```sh\n").skip(1);
    parts
        .filter_map(|part| part.split_once("\n```").map(|(block, _)| block))
        .collect()
}

#[cfg(unix)]
#[test]
fn the_commands_of_contributing_work_as_written() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("readable");
    let blocks = blocks(&text);
    assert!(blocks.len() >= 6, "{} recipes", blocks.len());
    for (i, block) in blocks.iter().enumerate() {
        let place = real_place(&format!("recipe-{i}"));
        fs::create_dir_all(place.path(".git/hooks")).expect("writable");
        // The program of this test stands for the one that cargo would build.
        let script = block.replace("exec cargo run", "exec cargo  run").replace(
            "cargo run --release --",
            &format!("{:?}", env!("CARGO_BIN_EXE_versus")),
        );
        let output = Command::new("sh")
            .args(["-euc", &script])
            .current_dir(&place.0)
            .env_remove("GITHUB_ACTIONS")
            .output()
            .expect("runs");
        assert!(
            output.status.success(),
            "this recipe fails:\n{block}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn contributing_fits_two_pages() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("readable");
    let words = text.split_whitespace().count();
    assert!(words <= 1200, "{words} words; move details to docs/");
}
