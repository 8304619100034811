//! How fast the program is, beside the least that any program could take. `README.md` above this folder explains.

// A benchmark measures and prints.
#![allow(clippy::print_stdout, clippy::panic)]

#[path = "../../tests/it/support.rs"]
#[allow(dead_code)]
mod support;

mod scale;
mod tools;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use support::{built, real_inputs, root};
use tools::*;
use versus::diagnostic::Report;
use versus::plan::Plan;

const PROGRAM: &str = env!("CARGO_BIN_EXE_versus");
/// The folders that a site is made from.
const SOURCES: [&str; 5] = ["content", "locales", "templates", "schemas", "static"];

fn main() {
    let mut runs = 5;
    let mut folders = Vec::new();
    let mut areas = Vec::new();
    for argument in std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
    {
        if let Ok(number) = argument.parse() {
            runs = number;
        } else if argument.contains('/') {
            folders.push(PathBuf::from(argument));
        } else {
            areas.push(argument);
        }
    }
    if folders.is_empty() {
        folders.push(env!("CARGO_TARGET_TMPDIR").into());
        folders.extend(Path::new("/dev/shm").is_dir().then(|| "/dev/shm".into()));
    }
    let wanted = |area: &str| areas.is_empty() || areas.iter().any(|named| named == area);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!(
        "{} threads, load {}, medians of {runs} runs",
        rayon::current_num_threads(),
        load.trim()
    );
    let folders: Vec<PathBuf> = folders
        .iter()
        .map(|folder| folder.join("versus-bench"))
        .collect();
    for folder in &folders {
        clear(folder);
    }
    if wanted("parts") {
        parts(runs);
    }
    for folder in &folders {
        if wanted("build") {
            fresh(folder, runs);
        }
        if wanted("again") {
            again(folder, runs);
        }
        clear(folder);
    }
    if let Some(last) = folders.last() {
        if wanted("serve") {
            serve(last, 20.max(runs));
        }
        if wanted("scale") {
            scaled(last, runs);
        }
        clear(last);
    }
}

/// The steps inside one process, without a disk.
fn parts(runs: usize) {
    let mut steps: [Vec<f64>; 4] = Default::default();
    let (mut pages, mut bytes) = (0, 0);
    for _ in 0..runs {
        let inputs = real_inputs();
        let start = Instant::now();
        let site = built(&inputs);
        steps[0].push(seconds(start));
        let start = Instant::now();
        drop(Plan::new(
            site.catalog(),
            &site.routes(),
            &mut Report::default(),
        ));
        steps[1].push(seconds(start));
        let start = Instant::now();
        assert!(site.speak().is_empty());
        steps[2].push(seconds(start));
        let start = Instant::now();
        let all = site.pages().par_iter().map(|page| {
            let page = site
                .page(*page)
                .unwrap_or_else(|problem| panic!("{}", problem.message));
            page.bytes.len()
        });
        bytes = all.sum();
        pages = site.pages().len();
        steps[3].push(seconds(start));
    }
    let [check, plan, speak, render] = steps.map(median);
    println!("\nparts, in memory");
    line("check everything but pages", check, "");
    line("of that, plan", plan, "");
    line("say every code", speak, "");
    let each = render * 1e6 / pages as f64;
    line(
        "render all pages",
        render,
        &format!("{each:.1} µs each, {:.0} MB", bytes as f64 / 1e6),
    );
}

/// A whole build into a fresh folder beside the floor: the same files, from memory, with as many threads. What was built
/// is deleted at the end, because a disk that has just deleted ten thousand folders is several times as slow.
fn fresh(folder: &Path, runs: usize) {
    let files = outputs(&built(&real_inputs()));
    let (mut floors, mut builds, mut loads, mut publishes) = (vec![], vec![], vec![], vec![]);
    for run in 0..runs {
        let out = folder.join(format!("floor-{run}"));
        floors.push(quiet(folder, || floor(&files, &out)));
        let out = folder.join(format!("site-{run}"));
        let built = quiet(folder, || build(&root(), &out));
        builds.push(built.seconds);
        loads.push(built.load);
        publishes.push(built.publish);
    }
    let pages = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .count() as f64;
    let (floor, build) = (median(floors), median(builds));
    println!(
        "\n{}: fresh folder, {} files",
        folder.display(),
        files.len()
    );
    line("floor", floor, "");
    line(
        "whole build",
        build,
        &format!(
            "{:.2} × floor, {:.0} pages a second",
            build / floor,
            pages / build
        ),
    );
    line("of that, load and check", median(loads), "");
    line("of that, publish", median(publishes), "");
    drop(files);
    let out = folder.join("memory");
    println!(
        "  peak memory of the process {:6.1} MB",
        peak(&root(), &out)
    );
}

/// Builds into one folder, one after the other.
fn again(folder: &Path, runs: usize) {
    let site = folder.join("sources");
    copy_sources(&root(), &site);
    let out = folder.join("public");
    let first = quiet(folder, || build(&site, &out)).seconds;
    let unchanged: Vec<Build> = (0..runs)
        .map(|_| quiet(folder, || build(&site, &out)))
        .collect();
    assert!(
        unchanged.iter().all(|build| build.written == 0),
        "something was written"
    );
    let unchanged = median(unchanged.iter().map(|build| build.seconds).collect());
    println!("\n{}: builds into one folder", folder.display());
    line("first", first, "");
    line(
        "nothing changed",
        unchanged,
        &format!("{:.2} × first, nothing written", unchanged / first),
    );
    let text = Edited::new(site.join("content/sip/ja/codes/486.toml"), "\nfix = '''\n");
    let template = Edited::new(site.join("templates/base.html"), "<body>\n");
    let mut edits = Vec::new();
    let mut written = 0;
    for run in 0..runs {
        text.insert(&format!("追加の一文 {run}。\n\n"));
        let built = quiet(folder, || build(&site, &out));
        (written, _) = (built.written, edits.push(built.seconds));
    }
    let edit = median(edits);
    line(
        "one text of one translation",
        edit,
        &format!("{:.2} × first, {written} files written", edit / first),
    );
    let mut all = Vec::new();
    for run in 1..=5 {
        template.insert(&format!("<!-- {run} -->\n"));
        all.push(quiet(folder, || build(&site, &out)).seconds);
    }
    let list: Vec<String> = all.iter().map(|seconds| format!("{seconds:.2}")).collect();
    println!(
        "  every page changed, five times in a row: {} s",
        list.join(", ")
    );
    let fifth = all.last().copied().unwrap_or_default();
    println!(
        "  the fifth: {:.2} × the first into a fresh folder",
        fifth / first
    );
}

/// Four times the codes.
fn scaled(folder: &Path, runs: usize) {
    let site = folder.join("scaled");
    copy_sources(&root(), &site);
    let codes = scale::multiply(&site, 4);
    let each = |root: &Path| {
        let mut all = Vec::new();
        let mut pages = 1.0;
        for _ in 0..runs.min(3) {
            let inputs = read_inputs(root);
            let site = built(&inputs);
            assert!(site.speak().is_empty());
            pages = site.pages().len() as f64;
            let start = Instant::now();
            site.pages()
                .par_iter()
                .for_each(|page| drop(site.page(*page)));
            all.push(seconds(start) * 1e6 / pages);
        }
        (median(all), pages)
    };
    let ((real, _), (large, pages)) = (each(&root()), each(&site));
    println!("\n{codes} codes, {pages} pages");
    println!(
        "  {large:.1} µs for a page, {:.2} × the real site's {real:.1} µs",
        large / real
    );
    let out = folder.join("scaled-out");
    let built = build(&site, &out);
    line(
        "whole build",
        built.seconds,
        &format!("{:.0} pages a second", pages / built.seconds),
    );
    println!("  peak memory of the process {:6.1} MB", peak(&site, &out));
}

/// From the moment a text is saved to the moment the server gives the page with it.
fn serve(folder: &Path, runs: usize) {
    let site = folder.join("served");
    copy_sources(&root(), &site);
    let child = Command::new(PROGRAM)
        .arg("--root")
        .arg(&site)
        .args(["serve", "--port", "0"])
        .stderr(Stdio::piped())
        .spawn();
    let mut child = Ended(child.expect("runs"));
    let mut lines = BufReader::new(child.0.stderr.take().expect("piped")).lines();
    let port = lines.find_map(|line| {
        let line = line.ok()?;
        let rest = line.split("http://127.0.0.1:").nth(1)?;
        rest.split('/').next()?.parse::<u16>().ok()
    });
    let port = port.expect("says where it serves");
    std::thread::spawn(move || lines.for_each(drop));
    println!("\nserve: from a saved text to the page that shows it");
    let text = Edited::new(site.join("content/sip/ja/codes/486.toml"), "\nfix = '''\n");
    let mut serial = 0;
    for (what, page) in [
        ("its own page", "/ja/sip/486/"),
        ("a comparison", "/ja/sip/486-vs-600/"),
    ] {
        let mut all = Vec::new();
        for _ in 0..runs {
            serial += 1;
            let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
            let number: String = serial
                .to_string()
                .bytes()
                .map(|digit| digits[usize::from(digit - b'0')])
                .collect();
            let mark = format!("追加の一文、その{number}。");
            text.insert(&format!("{mark}\n\n"));
            let start = Instant::now();
            loop {
                let answer = get(port, page);
                if answer.contains(&mark) {
                    break;
                }
                assert!(seconds(start) < 10.0, "the edit never came: {answer}");
                // Asking all the time would leave the server no time to read.
                std::thread::sleep(Duration::from_millis(2));
            }
            all.push(seconds(start));
            std::thread::sleep(Duration::from_millis(100));
        }
        let most = all.iter().copied().fold(0.0, f64::max);
        let note = format!(
            "at most {:.0} ms, the delay of the watcher within",
            most * 1e3
        );
        line(what, median(all), &note);
    }
}

/// A process that ends with its owner.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn get(port: u16, path: &str) -> String {
    let mut answer = String::new();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("listens");
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("open");
    stream.read_to_string(&mut answer).expect("UTF-8");
    answer
}
