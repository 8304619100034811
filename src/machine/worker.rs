//! What browsers are told beside pages: the manifest of a language, and what to keep for use offline.

use serde_json::json;

use crate::locale::LocaleId;
use crate::machine::Scene;
use crate::route::Subject;
use crate::view::voice::{Said, msg};

/// How dark the icon is, and the paper of the style sheet.
const COLORS: [&str; 2] = ["#15181c", "#fdfdfc"];

/// Files, sizes and purposes of the icons.
const ICONS: [(&str, &str, &str); 4] = [
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
    ("icon.svg", "any", "any"),
];

/// The manifest of one language: name, icons, where to start.
///
/// # Errors
/// When a message does not fit.
pub(super) fn manifest(scene: &Scene<'_>, locale: LocaleId) -> Said<String> {
    let routes = scene.routes;
    // A site has the icons that its folder `static/` has.
    let icons = ICONS
        .iter()
        .filter(|(name, ..)| scene.files.iter().any(|file| file.path == *name))
        .map(|(name, sizes, purpose)| {
            json!({
                "src": routes.asset(name),
                "sizes": sizes,
                "type": if *sizes == "any" { "image/svg+xml" } else { "image/png" },
                "purpose": purpose,
            })
        });
    let home = routes.href(locale, Subject::Home);
    let manifest = json!({
        "id": home,
        "name": scene.catalog.site.title,
        "description": scene.voice(locale).say(msg::HOME_SUMMARY, &[])?,
        "lang": scene.catalog.locales.get(locale).tag,
        "start_url": home,
        "scope": routes.root(),
        "display": "minimal-ui",
        "theme_color": COLORS[0],
        "background_color": COLORS[1],
        "icons": icons.collect::<Vec<_>>(),
    });
    Ok(format!("{manifest:#}\n"))
}

/// The script that keeps pages, after a list of what to keep.
pub(super) fn script(scene: &Scene<'_>) -> String {
    let routes = scene.routes;
    let mut languages = serde_json::Map::new();
    for locale in scene.catalog.locales.ids() {
        let pages = scene.plan.pages().iter();
        let kept = pages.filter(|page| {
            page.locale == locale
                && matches!(
                    page.subject,
                    Subject::Home | Subject::Protocol(_) | Subject::Code(..) | Subject::Offline
                )
        });
        let kept: Vec<String> = kept
            .map(|page| routes.href(page.locale, page.subject))
            .collect();
        languages.insert(
            scene.catalog.locales.get(locale).tag.clone(),
            json!({ "offline": routes.href(locale, Subject::Offline), "pages": kept }),
        );
    }
    let site = json!({
        "version": version(scene),
        "root": routes.root(),
        "shell": scene.worker.shell,
        "languages": languages,
    });
    format!("const site = {site};\n{}", scene.worker.script)
}

/// A short hash of everything that the site is made from.
fn version(scene: &Scene<'_>) -> String {
    let mut hash = blake3::Hasher::new();
    let mut add = |name: &str, bytes: &[u8]| {
        hash.update(name.as_bytes());
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    add(env!("CARGO_PKG_VERSION"), scene.routes.root().as_bytes());
    for (_, source) in scene.sources.all() {
        add(&source.path, source.text.as_bytes());
    }
    for file in scene.files {
        add(&file.path, &file.bytes);
    }
    add("", scene.worker.script.as_bytes());
    hash.finalize().to_hex()[..10].to_owned()
}
