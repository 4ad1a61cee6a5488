//! Unreadable parts of a profile file as findings.

use crate::checks::Finding;
use crate::checks::context::ProfileContext;
use crate::profiles::file::ProfileProblem;

/// The problem with the place it rests on and its fix.
pub fn finding(context: &ProfileContext<'_>, number: u16, problem: &ProfileProblem) -> Finding {
    let mut finding = Finding::new(number, problem.span, problem.message.clone());
    if let Some(first) = problem.first {
        finding = finding.related(context.place(first), "taken here");
    }
    if let Some(instead) = &problem.instead {
        let edit = vec![(context.place(problem.span), instead.to_string())];
        finding = finding.fix(format!("write {instead}"), edit);
    }
    finding
}
