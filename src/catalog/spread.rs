//! Reads many things on all processors, with one report in a fixed order.

use rayon::prelude::*;

use crate::diagnostic::Report;

/// Reads each item; what each reports is added in the order of the items.
pub(super) fn each<T: Sync, R: Send>(
    items: &[T],
    report: &mut Report,
    read: impl Fn(&T, &mut Report) -> R + Sync,
) -> Vec<R> {
    let done: Vec<(R, Report)> = items
        .par_iter()
        .map(|item| {
            let mut own = Report::default();
            (read(item, &mut own), own)
        })
        .collect();
    let results = done.into_iter().map(|(result, own)| {
        report.append(own);
        result
    });
    results.collect()
}
