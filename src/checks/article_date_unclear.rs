//! DL902 article-date-unclear: the article's date is not stated, and what it says leaves many days, or none.

use super::context::Context;
use super::reasoning::article_date::hint;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let dating = context.dating();
    if dating.stated || dating.date.is_some() {
        return;
    }
    report.note(hint(context, 902, dating.open_in_words()));
}
