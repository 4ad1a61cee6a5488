//! Findings: dates that cannot all be true, names that look like slips, profile entries that contradict each
//! other. A check is one file, named after its rule, and one row of the table below; its page in
//! `tests/checks/` is documentation and test at once.

mod code;
mod context;
mod finding;
mod reasoning;
mod registry;
mod report;
mod rules;

mod anniversary_arithmetic;
mod anniversary_numbers;
mod article_date_inferred;
mod article_date_unclear;
mod dated_before_event;
mod duration_mismatch;
mod edition_order;
mod headline_disagrees;
mod impossible_date;
mod known_anniversary;
mod known_event;
mod name_variant;
mod office_outside_term;
mod order_conflict;
mod outside_container;
mod profile_id_twice;
mod profile_shared_name;
mod profile_terms_overlap;
mod profile_unknown_id;
mod profile_unreadable;
mod relative_anchor_conflict;
mod reversed_range;
mod same_event_two_dates;
mod same_meeting_other_date;
mod same_meeting_other_place;
mod stated_dates_disagree;
mod tense_conflict;
mod weekday_chain;
mod weekday_mismatch;
mod weekday_mismatch_inferred_year;

use crate::world::{DocId, World};
use context::{Context, ProfileContext};
use registry::{Examine, table};
use report::Report;

pub use code::Code;
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use registry::Check;
pub use rules::{Ignore, Rules, TOLD_ONCE};

/// Every check, by number. What one check has reported is not evidence for the next, so checks that may blame
/// the same words are put `after` each other, the most certain first. The order of evaluation follows from
/// that alone.
const TABLE: &[Check] = table! {
    // The calendar alone.
    101 "weekday-mismatch" Error: Article(weekday_mismatch), after [];
    102 "impossible-date" Error: Article(impossible_date), after [];
    103 "reversed-range" Error: Article(reversed_range), after [105];
    104 "duration-mismatch" Warning: Article(duration_mismatch), after [103];
    105 "weekday-mismatch-inferred-year" Warning: Article(weekday_mismatch_inferred_year), after [205];
    106 "anniversary-arithmetic" Error: Article(anniversary_arithmetic), after [104];
    107 "tense-conflict" Warning: Article(tense_conflict), after [203, 206];
    // One article against itself.
    201 "same-event-two-dates" Warning: Article(same_event_two_dates), after [402];
    202 "headline-disagrees" Warning: Article(headline_disagrees), after [104];
    203 "order-conflict" Warning: Article(order_conflict), after [303];
    204 "relative-anchor-conflict" Warning: Article(relative_anchor_conflict), after [106];
    205 "weekday-chain" Error: Article(weekday_chain), after [101, 102];
    206 "outside-container" Warning: Article(outside_container), after [303];
    207 "dated-before-event" Warning: Article(dated_before_event), after [107, 202, 302, 401, 403];
    208 "anniversary-numbers" Warning: Article(anniversary_numbers), after [106];
    210 "stated-dates-disagree" Warning: Article(stated_dates_disagree), after [101];
    // One article against others.
    301 "same-meeting-other-date" Warning: Article(same_meeting_other_date), after [201];
    302 "same-meeting-other-place" Warning: Article(same_meeting_other_place), after [];
    303 "edition-order" Warning: Article(edition_order), after [301];
    // An article against profiles.
    401 "office-outside-term" Warning: Article(office_outside_term), after [];
    402 "known-event" Warning: Article(known_event), after [204];
    403 "known-anniversary" Warning: Article(known_anniversary), after [208];
    // Profile files.
    501 "profile-unreadable" Error: ProfileFile(profile_unreadable), after [];
    502 "profile-id-twice" Error: ProfileFile(profile_id_twice), after [];
    503 "profile-unknown-id" Warning: ProfileFile(profile_unknown_id), after [];
    504 "profile-shared-name" Warning: ProfileFile(profile_shared_name), after [];
    505 "profile-terms-overlap" Warning: ProfileFile(profile_terms_overlap), after [];
    // Hints.
    901 "article-date-inferred" Hint: Article(article_date_inferred), after [];
    902 "article-date-unclear" Hint: Article(article_date_unclear), after [];
    910 "name-variant" Hint: Article(name_variant), after [207];
};

/// The findings of one document, article or profile file, in order of place.
pub fn findings(world: &World, doc: &DocId, rules: &Rules) -> Vec<Finding> {
    let mut report = Report::default();
    if let Some(dated) = world.article(doc) {
        let context = Context::new(world, doc, dated);
        for check in registry::in_order() {
            if let Examine::Article(check) = check.examine {
                check(&context, &mut report);
            }
        }
    } else if let Some(file) = world.profile_file(doc) {
        let context = ProfileContext { world, doc, file };
        for check in registry::in_order() {
            if let Examine::ProfileFile(check) = check.examine {
                check(&context, &mut report);
            }
        }
    }
    report.finish(doc, rules)
}
