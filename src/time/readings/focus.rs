//! What an expression is counted from: the article's date in news, the last mention in narrative.

use jiff::civil::Date;

use super::Reading;
use super::cal::Cal;
use crate::text::{Index, Sentence};
use crate::time::expr::{From, Pick, When, YearOf};
use crate::time::unit::Unit;
use crate::time::{Anchor, Resolved, Tense, Timex, TimexKind};

/// How many mentions a quarter stays available for "a year earlier".
const FRESH_MENTIONS: usize = 8;

/// The last sentence of a lead: after a headline and one caption.
const LAST_LEAD_SENTENCE: usize = 2;

/// What a mention dates, and its sentence.
pub(super) type DatedMention = (Cal, Index<Timex>, Index<Sentence>);

/// The context that the next mention may depend on.
#[derive(Debug)]
pub(super) struct Focus {
    /// The article's date, if it is known.
    own_date: Option<Date>,
    /// The text as a whole is a narrative.
    history: bool,
    /// What a mention counts from where it stands: the article, or the day of a section.
    pub(super) from: Anchor,
    /// That day, if it is known.
    pub(super) date: Option<Date>,
    /// If the article's date is not known: the full date of its lead, and the mention that states it.
    lead: Option<(Date, Index<Timex>)>,
    /// The text is about times other than its own: bare dates follow what was said, not the article's date.
    pub(super) narrative: bool,
    /// The last dated mentions, newest last. One per grain would be enough, but order matters.
    said: Vec<DatedMention>,
    quarter: Option<(i16, u8, Index<Timex>)>,
    /// The last day or month whose year is stated.
    stated: Option<DatedMention>,
    next: Index<Timex>,
}

impl Focus {
    /// The state before the first of these expressions.
    pub(super) fn new(timexes: &[Timex], date: Option<Date>) -> Self {
        let narrative = is_narrative(timexes, date);
        Self {
            own_date: date,
            history: narrative,
            from: Anchor::Article,
            date,
            lead: None,
            narrative,
            said: Vec::new(),
            quarter: None,
            stated: None,
            next: Index::new(0),
        }
    }

    /// Moves to where a mention stands. A section knows nothing of what was said outside it.
    pub(super) fn enter(&mut self, from: Anchor, resolved: &[Resolved]) {
        if from == self.from {
            return;
        }
        self.from = from;
        self.date = match from {
            Anchor::Article => self.own_date,
            Anchor::Mention(head) => resolved.get(head.row()).and_then(|day| day.window?.single()),
            _ => None,
        };
        self.narrative = self.history && from == Anchor::Article;
        self.said.clear();
        self.quarter = None;
    }

    /// Records a mention that dates something.
    pub(super) fn remember(&mut self, index: Index<Timex>, timex: &Timex, reading: &Reading) {
        self.next = index.next();
        let Some(cal) = reading.cal.filter(|_| timex.kind.is_point()) else { return };
        if let (Cal::Day(day), true, None) = (cal, leads(timex), self.lead) {
            self.lead = Some((day, index));
        }
        match cal {
            Cal::Quarter(year, quarter) => self.quarter = self.latest_quarter(year, quarter, index, timex),
            Cal::Decade(_) | Cal::Century(_) => return,
            _ => {}
        }
        if timex.parts.year.is_some() && cal.unit() <= Unit::Month {
            self.stated = Some((cal, index, timex.sentence));
        }
        self.said.push((cal, index, timex.sentence));
    }

    /// The date with a stated year that a date without one follows in its sentence: "was elected in May 2015
    /// and took office in June". What is to come is not of that year.
    pub(super) fn stated(&self, timex: &Timex) -> Option<DatedMention> {
        let past = timex.tense != Some(Tense::Future);
        self.stated.filter(|(.., sentence)| past && *sentence == timex.sentence)
    }

    /// The quarter to keep. "a year earlier" must not move the next "the quarter" back a year.
    fn latest_quarter(
        &self,
        year: i16,
        quarter: u8,
        index: Index<Timex>,
        timex: &Timex,
    ) -> Option<(i16, u8, Index<Timex>)> {
        let open = matches!(&timex.expr.when, When::Calendar(c) if c.year == YearOf::Open)
            || matches!(timex.expr.when, When::Holding(..));
        let end = Cal::Quarter(year, quarter).window().and_then(|w| w.latest);
        let over = self.date.is_none_or(|date| end.is_some_and(|end| end < date));
        match self.quarter {
            // Only a quarter reported on replaces another; a comparison or an outlook does not.
            Some(kept) if !open || !over => Some((kept.0, kept.1, index)),
            _ => Some((year, quarter, index)),
        }
    }

    /// The day that "last month" and "on Monday" count from. A readout that begins "On 3 May 2024, …" counts
    /// from that day, whenever it was published. The article's own date stays open; only its expressions are
    /// counted this way.
    pub(super) fn article(&self) -> Option<(Cal, Anchor)> {
        let lead = self.lead.filter(|_| self.from == Anchor::Article);
        let lead = lead.map(|(day, at)| (Cal::Day(day), Anchor::Mention(at)));
        self.date.map(|date| (Cal::Day(date), self.from)).or(lead)
    }

    /// The quarter last mentioned, and the mention that names it.
    pub(super) fn quarter(&self) -> Option<(i16, u8, Index<Timex>)> {
        self.quarter
    }

    /// Whether that quarter was named lately.
    pub(super) fn quarter_fresh(&self) -> bool {
        self.quarter.is_some_and(|(_, _, at)| at.row() + FRESH_MENTIONS >= self.next.row())
    }

    /// The last mention that is at least as fine as `unit`.
    pub(super) fn last(&self, unit: Unit) -> Option<DatedMention> {
        self.said.iter().rev().take(12).find(|(cal, ..)| cal.unit() <= unit).copied()
    }

    /// The last mention that dates something.
    pub(super) fn latest(&self) -> Option<DatedMention> {
        self.said.last().copied()
    }

    /// What a count of `unit`s starts from.
    pub(super) fn base(&self, from: From, unit: Unit, timex: &Timex) -> Option<(Cal, Anchor)> {
        let article = self.article();
        let said = self.last(unit).map(|(cal, at, sentence)| (cal, Anchor::Mention(at), sentence));
        let focus = said.map(|(cal, anchor, _)| (cal, anchor));
        match from {
            From::Article => article,
            From::Either | From::This if self.narrative => focus.or(article),
            From::Either | From::This => article,
            // A clock time depends on a day in its own sentence or the one before.
            From::Near | From::Focus
                if !self.narrative && (from == From::Near || timex.kind == TimexKind::Time) =>
            {
                let near = said
                    .filter(|(.., sentence)| sentence.next() >= timex.sentence)
                    .map(|(cal, anchor, _)| (cal, anchor));
                near.or(article)
            }
            From::Near => focus.or(article),
            From::Focus => focus.or(if self.narrative { None } else { article }),
        }
    }

    /// What "ago" and "later" start from.
    pub(super) fn away_base(&self, from: From, unit: Unit) -> Option<(Cal, Anchor)> {
        let article = self.article();
        let focus = self.last(unit).map(|(cal, at, _)| (cal, Anchor::Mention(at)));
        match from {
            From::Article => article,
            From::Either | From::This if !self.narrative => article,
            From::Either | From::This | From::Focus | From::Near => focus.or(article),
        }
    }

    /// The day or the year that bare dates are assumed to be near.
    pub(super) fn near(&self) -> Option<(Cal, Anchor)> {
        let article = self.article();
        if !self.narrative {
            return article;
        }
        self.said.last().map(|(cal, at, _)| (*cal, Anchor::Mention(*at))).or(article)
    }
}

/// The full date that an article's lead begins with: the day it reports on, whenever it was published.
pub fn lead_day(timexes: &[Timex]) -> Option<Date> {
    let parts = timexes.iter().find(|timex| leads(timex))?.parts;
    Date::new(parts.year?.value, parts.month?.value as i8, parts.day?.value as i8).ok()
}

/// Whether a mention is a full date that begins one of the first sentences, in the writer's own words.
/// "founded on 1 October 1949" is not a lead.
fn leads(timex: &Timex) -> bool {
    let parts = timex.parts;
    let full = parts.year.is_some() && parts.month.is_some() && parts.day.is_some();
    let own = timex.from == Anchor::Article && !timex.heads;
    full && own
        && timex.fronted
        && timex.sentence.row() <= LAST_LEAD_SENTENCE
        && !timex.quoted
        && timex.range.is_none()
}

/// Whether the text is history: it states many years that are not the article's, and hardly ever "today",
/// "last week" or a bare weekday.
fn is_narrative(timexes: &[Timex], date: Option<Date>) -> bool {
    let far = timexes.iter().filter(|timex| states_far_year(timex, date)).count();
    let near = timexes.iter().filter(|timex| counts_from_today(timex)).count();
    // A text with few expressions gives too little evidence that it is history.
    far >= 9 && far >= 3 * near || far >= 4 && near == 0
}

/// Whether a mention states a year that is neither the article's nor beside it.
fn states_far_year(timex: &Timex, date: Option<Date>) -> bool {
    let far = timex.parts.year.is_some_and(|year| date.is_none_or(|d| (d.year() - year.value).abs() >= 2));
    far || matches!(&timex.expr.when, When::Fixed(v) if super::era(v).is_some_and(|c| c.unit() == Unit::Year))
}

/// Whether a mention counts from the day of the article: "today", "last week", a bare weekday.
fn counts_from_today(timex: &Timex) -> bool {
    match &timex.expr.when {
        When::Unit { from, .. } => matches!(from, From::Article | From::This),
        When::Weekday { pick, .. } => *pick == Pick::Plain,
        _ => false,
    }
}
