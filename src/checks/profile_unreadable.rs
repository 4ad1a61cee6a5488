//! DL501 profile-unreadable: a line of a profile file that cannot be read, or an unknown key.

use super::context::ProfileContext;
use super::reasoning::profile_problem;
use super::report::Report;

pub(super) fn check(context: &ProfileContext<'_>, report: &mut Report) {
    for problem in context.file.problems.iter().filter(|problem| problem.first.is_none()) {
        report.note(profile_problem::finding(context, 501, problem));
    }
}
