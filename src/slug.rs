//! Names that become parts of addresses: what a code may be called, and how two codes join.

/// Stands between the two codes of a pair in its address.
pub const VERSUS: &str = "-vs-";

/// The page of all pairs; no code may have this name.
pub const MATRIX: &str = "compare";

/// The page that reads a pasted text; no code may have this name.
pub const TRACE: &str = "trace";

/// The data of all codes and of all pairs, which stands beside that of each code; no code may have these names.
pub const LISTS: [&str; 2] = ["codes", "pairs"];

/// Whether a name can be a code: nothing in it may need quoting, or look like another page.
pub fn is_code(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty()
        && name.chars().all(plain)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.contains(VERSUS)
        && name != MATRIX
        && name != TRACE
        && !LISTS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_cannot_look_like_another_page() {
        assert!(is_code("486") && is_code("not-found"));
        for bad in [
            "", "Lost", "a b", "-a", "a-", "a-vs-b", "compare", "trace", "codes", "pairs", "../a",
            "話",
        ] {
            assert!(!is_code(bad), "{bad}");
        }
    }
}
