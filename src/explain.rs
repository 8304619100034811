//! `versus explain`: what a kind of problem means and how to mend it.

use versus::diagnostic::{Id, nearest};

use crate::Outcome;
use crate::build::print;

/// Prints the explanation of a kind of problem, or one line on each.
///
/// # Errors
/// When there is no such kind.
pub(crate) fn explain(name: Option<&str>) -> Result<Outcome, String> {
    let Some(name) = name else {
        let width = Id::ALL.iter().map(|id| id.name().len()).max().unwrap_or(0);
        let lines = Id::ALL
            .iter()
            .map(|id| format!("{:width$}  {}\n", id.name(), id.summary()));
        print(&lines.collect::<String>())?;
        return Ok(Outcome::Clean);
    };
    // People copy what they see: `error[unknown-key]` is understood too.
    let bare = name
        .trim_start_matches("error")
        .trim_matches(['[', ']', ':']);
    let Some(id) = Id::find(bare) else {
        let near = nearest(bare, Id::ALL.iter().map(|id| id.name()));
        let hint = near.map_or_else(
            || "`versus explain` lists all".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(format!("there is no kind of problem `{name}`; {hint}"));
    };
    print(&format!("error[{}]\n\n{}\n", id.name(), id.explanation()))?;
    Ok(Outcome::Clean)
}
