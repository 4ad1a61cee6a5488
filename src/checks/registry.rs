//! A row of the table of checks, and the order in which rows are evaluated.

use std::sync::LazyLock;

use super::context::{Context, ProfileContext};
use super::report::Report;
use super::{Code, Severity, TABLE};

/// One check: a row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    pub code: Code,
    /// The rule in words joined by hyphens; its file in `src/checks/` has the same name.
    pub name: &'static str,
    /// How severe its findings are unless the user sets another level.
    pub severity: Severity,
    /// The Markdown page that explains it.
    pub page: &'static str,
    /// The function that examines a document.
    pub(super) examine: Examine,
    /// The checks that come first, because what they report is not evidence for this one.
    pub(super) after: &'static [Code],
}

/// The function of a check, by the kind of document it examines.
#[derive(Clone, Copy, Debug)]
pub(super) enum Examine {
    Article(fn(&Context<'_>, &mut Report)),
    ProfileFile(fn(&ProfileContext<'_>, &mut Report)),
}

macro_rules! table {
    ($(
        $number:literal $name:literal $severity:ident: $kind:ident($file:ident), after [$($after:literal),*];
    )*) => {
        &[$(Check {
            code: Code::new($number),
            name: $name,
            severity: Severity::$severity,
            page: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/checks/DL", $number, ".md")),
            examine: Examine::$kind($file::check),
            after: &[$(Code::new($after)),*],
        }),*]
    };
}
pub(super) use table;

impl Code {
    /// Every check, by number.
    pub fn all() -> &'static [Check] {
        TABLE
    }

    /// The check with this code; `None` if there is none.
    pub fn check(self) -> Option<&'static Check> {
        TABLE.iter().find(|check| check.code == self)
    }

    /// The severity that the table gives.
    pub fn severity(self) -> Severity {
        self.check().map_or(Severity::Warning, |check| check.severity)
    }
}

/// All checks, each after those it must follow, otherwise by number.
pub(super) fn in_order() -> &'static [&'static Check] {
    static ORDER: LazyLock<Vec<&Check>> = LazyLock::new(|| sorted(TABLE));
    &ORDER
}

/// Repeatedly takes the first check whose predecessors are all taken. Checks that wait for each other would
/// be left out; a test makes sure that there are none.
fn sorted(table: &'static [Check]) -> Vec<&'static Check> {
    let mut order: Vec<&Check> = Vec::with_capacity(table.len());
    while let Some(next) = table.iter().find(|check| is_next(check, &order)) {
        order.push(next);
    }
    order
}

fn is_next(check: &Check, done: &[&Check]) -> bool {
    !is_among(check.code, done) && check.after.iter().all(|code| is_among(*code, done))
}

fn is_among(code: Code, checks: &[&Check]) -> bool {
    checks.iter().any(|check| check.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_turn() {
        let mut order: Vec<Code> = in_order().iter().map(|check| check.code).collect();
        order.sort();
        let table: Vec<Code> = TABLE.iter().map(|check| check.code).collect();
        assert_eq!(order, table, "left is what is evaluated, right the table, which is sorted by number");
    }

    #[test]
    fn one_kind_of_document_never_waits_for_the_other() {
        for check in TABLE {
            for first in check.after.iter().filter_map(|code| code.check()) {
                let same = matches!(first.examine, Examine::Article(_))
                    == matches!(check.examine, Examine::Article(_));
                assert!(same, "{} after {}", check.code, first.code);
            }
        }
    }
}
