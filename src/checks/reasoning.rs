//! Shared by several checks: arithmetic on dates, ranges and meetings, and the wording of messages. Nothing
//! here reports findings.

pub mod article_date;
pub mod blame;
pub mod meeting_date;
pub mod meeting_order;
pub mod network;
pub mod office_terms;
pub mod past;
pub mod profile_problem;
pub mod ranges;
pub mod spelling;
pub mod weekdays;
pub mod wording;
