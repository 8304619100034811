//! Publishing: whatever happens to a build, the folder holds the old site or the new one, whole, and the next build
//! succeeds.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli::{Place, errors, real_place_in, status};
use crate::support::{names, skipped};

const PROGRAM: &str = env!("CARGO_BIN_EXE_versus");

/// A change that every page shows.
fn entitle(place: &Place, title: &str) {
    let file = "content/site.toml";
    let text = fs::read_to_string(place.path(file)).expect("readable");
    let edited = text
        .lines()
        .map(|line| match line.strip_prefix("title = ") {
            Some(_) => format!("title = \"{title}\"\n"),
            None => format!("{line}\n"),
        });
    place.write(file, edited.collect::<String>().as_bytes());
}

fn build(place: &Place, out: &str) {
    let output = place.run(&["build", "--out", place.path(out).to_str().expect("UTF-8")]);
    assert_eq!(status(&output), 0, "{}", errors(&output));
}

/// One value for all names, links and contents below a folder; none when there is no folder.
pub(crate) fn digest(folder: &Path) -> Option<String> {
    fn add(folder: &Path, hasher: &mut blake3::Hasher) {
        for name in names(folder) {
            let path = folder.join(&name);
            let kind = fs::symlink_metadata(&path).expect("readable").file_type();
            hasher.update(format!("{name} {kind:?}\n").as_bytes());
            if kind.is_dir() {
                add(&path, hasher);
            } else if kind.is_file() {
                hasher.update(&fs::read(&path).expect("readable"));
            }
        }
    }
    folder.exists().then(|| {
        let mut hasher = blake3::Hasher::new();
        add(folder, &mut hasher);
        hasher.finalize().to_hex().to_string()
    })
}

/// Where large trees may stand: in memory, where there is room.
pub(crate) fn roomy() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let free = rustix::fs::statvfs(memory).map_or(0, |disk| disk.f_bavail * disk.f_bsize);
    if free > 3 << 30 {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    }
}

/// Kills builds at so many moments, spread from the start to beyond the end, and looks at what is published.
fn survives(place: &Place, points: u32) {
    let titles = ["One", "Two"];
    let mut length = Duration::ZERO;
    let whole = titles.map(|title| {
        entitle(place, title);
        let started = Instant::now();
        build(place, "public");
        length = started.elapsed() + Duration::from_millis(2);
        digest(&place.path("public"))
    });
    let mut killed = 0;
    for point in 0..points {
        let new = (point % 2) as usize;
        // Now and then there is no site yet.
        let first = point % 5 == 4;
        if first {
            fs::remove_dir_all(place.path("public")).expect("removable");
        }
        let old = digest(&place.path("public"));
        entitle(place, titles[new]);
        let mut child = Command::new(PROGRAM)
            .arg("--root")
            .arg(&place.0)
            .arg("build")
            .stderr(Stdio::null())
            .spawn()
            .expect("runs");
        std::thread::sleep(length * point / points);
        drop(child.kill());
        let ended = child.wait().expect("ends");
        killed += u32::from(ended.signal() == Some(9));
        let found = digest(&place.path("public"));
        assert!(
            found == old || found == whole[new],
            "killed at {point} of {points}, neither the old site nor the new one is there"
        );
        if point % 3 == 0 || point + 1 == points {
            build(place, "public");
            assert_eq!(digest(&place.path("public")), whole[new], "after {point}");
        }
    }
    assert!(killed > points / 4, "only {killed} of {points} were killed");
    let hidden = names(&place.0)
        .into_iter()
        .filter(|name| name.starts_with(".public"));
    for name in hidden {
        assert!(
            [".public.versus-lock", ".public.versus-spare"].contains(&name.as_str()),
            "{name}"
        );
    }
}

#[test]
fn a_build_killed_at_any_of_a_hundred_moments_leaves_the_old_site_or_the_new_one() {
    survives(&Place::new("killed"), 100);
}

#[test]
fn a_build_of_the_real_site_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    survives(&real_place_in(&roomy(), "killed-real"), 5);
}

/// Builds once, makes every page longer, lets `refuse` run the build again, and expects the old site.
fn refused(place: &Place, out: &str, refuse: impl Fn(&Path, &str) -> Command) {
    build(place, out);
    let before = digest(&place.path(out));
    entitle(place, &"A longer title ".repeat(280));
    let output = refuse(&place.0, out).output().expect("runs");
    assert_eq!(status(&output), 2, "{}", errors(&output));
    assert!(
        errors(&output).contains("error: cannot "),
        "{}",
        errors(&output)
    );
    assert_eq!(digest(&place.path(out)), before);
    let parent = place.path(out);
    let parent = parent.parent().expect("a folder");
    assert!(!names(parent).iter().any(|name| name.ends_with("-spare")));
    entitle(place, "Short");
    build(place, out);
    assert_ne!(digest(&place.path(out)), before);
}

#[test]
fn a_disk_that_takes_no_more_leaves_the_old_site() {
    // No page has as much as the limit before; with the title the comparisons do, though less than a page may have.
    refused(&Place::new("limit"), "public", |root, out| {
        let mut command = Command::new("sh");
        command
            .args([
                "-c",
                "trap '' XFSZ; ulimit -f 40; exec \"$0\" --root \"$1\" build --out \"$1/$2\"",
                PROGRAM,
            ])
            .arg(root)
            .arg(out);
        command
    });
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let place = Place::new("full");
    fs::create_dir(place.path("disk")).expect("writable");
    // A small disk of its own, which goes away with the process that mounted it.
    let apart = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-c", script, PROGRAM]);
        command.arg(&place.0);
        command
    };
    let why = match apart("mount -t tmpfs none \"$1/disk\"").output() {
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(errors(&output)),
        Err(error) => Some(error.to_string()),
    };
    if let Some(why) = why {
        skipped(
            "a_full_disk_leaves_the_old_site",
            "nothing can be mounted",
            &why,
        );
        return;
    }
    build(&place, "first");
    let sizes: u64 = {
        let files = place.tree("first");
        let blocks = files
            .values()
            .map(|bytes| bytes.len().div_ceil(4096) as u64);
        // Room for the first build and little more.
        blocks.sum::<u64>() + 20
    };
    let script = "set -e
        mount -t tmpfs -o size=$((4096 * $2)) none \"$1/disk\"
        \"$0\" --root \"$1\" build --out \"$1/disk/public\"
        cp -r \"$1/disk/public\" \"$1/before\"
        mv \"$1/content/site.toml\" \"$1/short.toml\"; mv \"$1/long.toml\" \"$1/content/site.toml\"
        \"$0\" --root \"$1\" build --out \"$1/disk/public\" && exit 78
        cp -r \"$1/disk/public\" \"$1/after\"; ls -A \"$1/disk\" > \"$1/left\"
        mv \"$1/short.toml\" \"$1/content/site.toml\"
        \"$0\" --root \"$1\" build --out \"$1/disk/public\"";
    let short = fs::read(place.path("content/site.toml")).expect("readable");
    entitle(&place, &"A longer title ".repeat(280));
    fs::rename(place.path("content/site.toml"), place.path("long.toml")).expect("writable");
    place.write("content/site.toml", &short);
    let output = apart(script).arg(sizes.to_string()).output().expect("runs");
    let says = errors(&output);
    assert_eq!(status(&output), 0, "{says}");
    assert!(says.contains("No space left"), "{says}");
    assert!(place.tree("before") == place.tree("after"));
    let left = fs::read_to_string(place.path("left")).expect("readable");
    assert_eq!(left, ".public.versus-lock\npublic\n");
}

#[test]
fn a_read_only_folder_is_refused_and_left_alone() {
    let place = Place::new("read-only");
    fs::copy(PROGRAM, place.path("versus")).expect("writable");
    fs::create_dir(place.path("closed")).expect("writable");
    build(&place, "closed/public");
    let before = digest(&place.path("closed"));
    entitle(&place, "Other");
    fs::set_permissions(place.path("closed"), fs::Permissions::from_mode(0o555)).expect("ours");
    let mut command = Command::new(place.path("versus"));
    if fs::write(place.path("closed/probe"), "").is_ok() {
        // The superuser may write anywhere, so somebody else has to try.
        fs::remove_file(place.path("closed/probe")).expect("ours");
        command.uid(65534).gid(65534);
    }
    command
        .arg("--root")
        .arg(&place.0)
        .args(["build", "--out"])
        .arg(place.path("closed/public"));
    let output = command.current_dir("/").output().expect("runs");
    fs::set_permissions(place.path("closed"), fs::Permissions::from_mode(0o755)).expect("ours");
    assert_eq!(status(&output), 2, "{}", errors(&output));
    assert!(
        errors(&output).contains("ermission denied"),
        "{}",
        errors(&output)
    );
    assert_eq!(digest(&place.path("closed")), before);
}

#[test]
fn of_two_builds_at_once_one_waits_for_nobody_and_the_other_is_refused() {
    let place = Place::new("two");
    build(&place, "one");
    for round in 0..5 {
        entitle(&place, &format!("Round {round}"));
        let start = |_| {
            let mut command = Command::new(PROGRAM);
            command
                .arg("--root")
                .arg(&place.0)
                .arg("build")
                .stderr(Stdio::piped());
            command.spawn().expect("runs")
        };
        let children: Vec<_> = (0..4).map(start).collect();
        let ended = children
            .into_iter()
            .map(|child| child.wait_with_output().expect("ends"));
        let ended: Vec<_> = ended.collect();
        assert!(ended.iter().any(|output| status(output) == 0));
        for output in ended.iter().filter(|output| status(output) != 0) {
            assert_eq!(status(output), 2);
            assert!(
                errors(output).contains("another build into"),
                "{}",
                errors(output)
            );
        }
        build(&place, &format!("fresh-{round}"));
        assert_eq!(
            digest(&place.path("public")),
            digest(&place.path(&format!("fresh-{round}")))
        );
    }
}

#[test]
fn links_in_a_published_folder_are_replaced_and_never_followed() {
    let place = Place::new("public-links");
    build(&place, "public");
    let whole = digest(&place.path("public"));
    place.write("elsewhere/about/index.html", b"mine");
    place.write("elsewhere/letter.html", b"mine");
    let outside = digest(&place.path("elsewhere"));
    fs::remove_dir_all(place.path("public/about")).expect("removable");
    symlink(place.path("elsewhere/about"), place.path("public/about")).expect("writable");
    fs::remove_file(place.path("public/404.html")).expect("removable");
    symlink(
        place.path("elsewhere/letter.html"),
        place.path("public/404.html"),
    )
    .expect("writable");
    // The tree with the links becomes the spare one, and then the published one again.
    for title in ["One", "Two", "Three"] {
        build(&place, "public");
        assert_eq!(digest(&place.path("public")), whole);
        assert_eq!(digest(&place.path("elsewhere")), outside);
        let kept = fs::read(place.path("content/site.toml")).expect("readable");
        entitle(&place, title);
        build(&place, "public");
        assert_eq!(digest(&place.path("elsewhere")), outside);
        place.write("content/site.toml", &kept);
    }
    fs::rename(place.path("public"), place.path("moved")).expect("writable");
    symlink(place.path("moved"), place.path("public")).expect("writable");
    let output = place.run(&["build"]);
    assert_eq!(status(&output), 2);
    assert!(
        errors(&output).contains("public is not a folder"),
        "{}",
        errors(&output)
    );
}

/// A site that was built twice, with every page changed in between: the first is the spare tree.
fn built_as(name: &str, titles: [&str; 2]) -> Place {
    let place = Place::new(name);
    for title in titles {
        entitle(&place, title);
        build(&place, "public");
    }
    place
}

#[test]
fn a_file_with_another_name_is_never_written_into() {
    // The shorter title makes pages shorter than what stands in the spare tree.
    let place = built_as("names", ["A title that is rather long", "One"]);
    let spare = |name: &str| place.path(&format!(".public.versus-spare/{name}"));
    let inode = |path: &Path| fs::metadata(path).expect("there").ino();
    let alone = inode(&spare("404.html"));
    fs::hard_link(spare("index.html"), place.path("kept.html")).expect("writable");
    let kept = fs::read(place.path("kept.html")).expect("readable");
    entitle(&place, "Two");
    build(&place, "public");
    assert_eq!(fs::read(place.path("kept.html")).expect("readable"), kept);
    assert_eq!(inode(&place.path("public/404.html")), alone);
    build(&place, "fresh");
    assert_eq!(digest(&place.path("public")), digest(&place.path("fresh")));
}

#[test]
fn a_mark_that_a_killed_build_left_empty_is_written_again() {
    let place = built_as("mark", ["One", "Two"]);
    let mark = fs::read(place.path("public/.versus")).expect("readable");
    fs::write(place.path(".public.versus-spare/.versus"), b"").expect("writable");
    entitle(&place, "Three");
    build(&place, "public");
    assert_eq!(fs::read(place.path("public/.versus")).expect("there"), mark);
}

#[test]
fn links_in_content_are_refused() {
    let place = Place::new("content-links");
    for (from, to) in [
        ("content/parcel/codes/lost.toml", "lost.toml"),
        ("content", "sources"),
    ] {
        fs::rename(place.path(from), place.path(to)).expect("writable");
        symlink(place.path(to), place.path(from)).expect("writable");
        let output = place.run(&["build"]);
        assert_eq!(status(&output), 2);
        assert!(
            errors(&output).contains(&format!("{from} is a link")),
            "{}",
            errors(&output)
        );
        fs::remove_file(place.path(from)).expect("removable");
        fs::rename(place.path(to), place.path(from)).expect("writable");
    }
}

#[test]
fn an_output_folder_among_the_sources_is_refused() {
    let place = Place::new("among");
    let before = digest(&place.0);
    for (out, says) in [
        (".", "holds the sources"),
        ("..", "holds the sources"),
        ("content", "is inside content/"),
        ("content/parcel/out", "is inside content/"),
        ("static/../locales/out", "is inside locales/"),
    ] {
        let output = place.run(&["build", "--out", place.path(out).to_str().expect("UTF-8")]);
        assert_eq!(status(&output), 2, "{out}");
        assert!(errors(&output).contains(says), "{out}: {}", errors(&output));
    }
    place.write(".public.versus-spare/letter.txt", b"mine");
    let output = place.run(&["build"]);
    assert!(
        errors(&output).contains("was not made by Versus"),
        "{}",
        errors(&output)
    );
    fs::remove_dir_all(place.path(".public.versus-spare")).expect("ours");
    fs::remove_file(place.path(".public.versus-lock")).expect("ours");
    assert_eq!(digest(&place.0), before);
}

/// Where each file of a tree lies on the disk, and what is in it. A file that was written anew lies elsewhere.
fn inodes(folder: &Path, prefix: &str, found: &mut BTreeMap<String, (u64, blake3::Hash)>) {
    for name in names(folder) {
        let path = folder.join(&name);
        let inside = format!("{prefix}{name}");
        let there = fs::symlink_metadata(&path).expect("readable");
        if there.is_dir() {
            inodes(&path, &format!("{inside}/"), found);
        } else if name != ".versus" {
            let content = blake3::hash(&fs::read(&path).expect("readable"));
            found.insert(inside, (there.ino(), content));
        }
    }
}

#[test]
fn an_unchanged_build_touches_nothing_and_an_edit_writes_only_the_pages_that_show_it() {
    let place = real_place_in(&roomy(), "edit");
    let snapshot = || {
        let mut found = BTreeMap::new();
        inodes(&place.path("public"), "", &mut found);
        found
    };
    let tree = || fs::metadata(place.path("public")).expect("there").ino();
    build(&place, "public");
    let (first, published) = (snapshot(), tree());
    build(&place, "public");
    assert!(
        first == snapshot() && published == tree(),
        "an unchanged build touched the folder"
    );
    assert!(!place.path(".public.versus-spare").exists());

    let overlay = "content/sip/ja/codes/486.toml";
    let text = fs::read_to_string(place.path(overlay)).expect("readable");
    let (before, after) = text.split_once("\nfix = '''\n").expect("has the key");
    place.write(
        overlay,
        format!("{before}\nfix = '''\n追加の一文です。\n\n{after}").as_bytes(),
    );
    build(&place, "public");
    let second = snapshot();
    let (mut pages, mut data) = (0, 0);
    for (path, (inode, content)) in &second {
        let Some((old, was)) = first.get(path) else {
            panic!("{path} is new");
        };
        if old == inode {
            continue;
        }
        assert!(was != content, "{path} was written and is the same");
        if path.ends_with(".html") {
            assert!(
                path.starts_with("ja/") && path.contains("486"),
                "{path} does not show the edit"
            );
            pages += 1;
        } else {
            data += 1;
        }
    }
    assert_eq!(pages, 75, "the code, and its comparisons with 74 others");
    assert!(data < 10, "{data} files for machines");

    // What does not belong there is taken away, even when nothing else has changed.
    place.write("public/ja/letter/letter.html", b"mine");
    build(&place, "public");
    let third = snapshot();
    assert!(third.keys().eq(second.keys()));
    assert!(!place.path("public/ja/letter").exists());
}
