//! DL902 article-date-unclear: the article's date is not stated, and what it says leaves many days, or none.

use super::context::Context;
use super::reasoning::article_date::hint;
use super::reasoning::wording;
use super::report::Report;

/// Beyond a year the number of days tells a reader nothing, and the ends may be those of our calendar.
const MAX_TOLD_DAYS: i64 = 366;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let dating = context.dating();
    if dating.stated || dating.date.is_some() {
        return;
    }
    let message = match (dating.likely, dating.fitting) {
        (Some(likely), _) => {
            format!(
                "the article is probably of {}; nothing says so for certain",
                wording::window(likely.window)
            )
        }
        (None, Some(0)) => "no day fits all that the article says of its date".to_owned(),
        (None, Some(days)) if i64::from(days) <= MAX_TOLD_DAYS => {
            let between = dating.window().map_or(String::new(), |w| format!(", {}", wording::window(w)));
            format!("{days} days fit as the article’s date{between}")
        }
        (None, Some(_)) => {
            "many days fit as the article’s date: what it says does not narrow them to a year".to_owned()
        }
        (None, None) => "nothing tells the article’s date".to_owned(),
    };
    report.note(hint(context, 902, message));
}
