//! How far each kind of clue can be trusted: the share of articles whose day lies in each of its bins,
//! counted by `cargo run --example fit-dates` on articles whose day is known.

use super::clues::ClueKind;

/// The kind, how many such clues 977 articles gave, and its shares. Below thirty clues they are estimates
/// near the count, so that one article more or less does not decide.
const TABLE: [(ClueKind, u16, &[f64]); 22] = [
    (ClueKind::TopLine, 38, &[0.94, 0.02]),
    (ClueKind::TopDay, 40, &[0.72, 0.03]),
    (ClueKind::LatestDay, 96, &[0.29, 0.05, 0.06, 0.18]),
    (ClueKind::LatestMonth, 94, &[0.29, 0.03, 0.21]),
    (ClueKind::LatestYear, 508, &[0.46, 0.10, 0.14]),
    (ClueKind::PostDay, 7, &[0.85, 0.05, 0.02]),
    (ClueKind::HeadlineDay, 7, &[0.50, 0.12]),
    (ClueKind::LeadDay, 15, &[0.42, 0.09]),
    (ClueKind::LeadDayAhead, 13, &[0.17, 0.60]),
    (ClueKind::Weekday, 255, &[0.30, 0.31, 0.24]),
    (ClueKind::WeekdayAhead, 41, &[0.16, 0.12, 0.08]),
    (ClueKind::GatheringWhen, 6, &[0.81]),
    (ClueKind::GatheringOf, 8, &[0.65]),
    (ClueKind::GatheringHere, 1, &[0.88]),
    (ClueKind::GatheringBeside, 4, &[0.75]),
    (ClueKind::GatheringNews, 9, &[0.45, 0.05, 0.15]),
    (ClueKind::GatheringHeld, 4, &[0.42, 0.05, 0.20]),
    (ClueKind::GatheringAhead, 7, &[0.30, 0.12, 0.20]),
    (ClueKind::GatheringIn, 9, &[0.85]),
    (ClueKind::NearDay, 85, &[0.13, 0.08]),
    (ClueKind::Term, 625, &[0.97]),
    (ClueKind::Anniversary, 6, &[0.33, 0.30]),
];

/// The share of articles in each bin, in the order of the clue's bins; the rest lies in none.
pub(super) fn shares(kind: ClueKind) -> &'static [f64] {
    TABLE.iter().find(|(other, ..)| *other == kind).map_or(&[][..], |(.., bins)| bins)
}
