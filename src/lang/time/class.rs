//! The small closed lists that the grammar of time asks for.

use crate::lang::table::named;

named! {
    class
    /// What else a word near a time expression may be. A word may be in several.
    pub enum TimeClass {
        /// What a clock time in front of it is the length of: "the 12:45 video".
        PlayedThing,
        /// What a quarter or a half is a part of: "the first quarter of the game".
        Game,
        /// What makes a weekday a name: "Black Friday".
        BeforeNamedDay,
        /// What makes a weekday the name of a paper: "the Sunday Times".
        AfterNamedDay,
        /// What a number in front of it is the house or the number of: "1990 Street".
        Street,
        /// Two words before a figure with a colon it makes that a score: "won by 21:15".
        ScoreVerb,
        /// Verbs of prices, which stand "at 21.30".
        PriceVerb,
        /// "be" in the present: what is on a weekday is to come.
        Be,
        /// Subjects of which "is Sunday" says what day it is.
        Pronoun,
        /// What turns a bound round: "no more than three days".
        Negation,
        /// Bounds an amount but stays outside its span.
        OutsideBound,
        /// The bound that a date may have as well: "around May 5".
        Around,
        /// What stands before an "over" that means "more than".
        BeforeOver,
        /// What asks for a length where "a year" might be a rate.
        BeforeLength,
        /// What asks for a length where a plural stands alone: "took years".
        BeforeUnits,
        /// "as many days", "how many days": no amount of its own.
        Many,
        /// What makes "many" so.
        AsOrHow,
        /// Whose number is an age: "aged 8 to 10 years".
        Aged,
        /// "ten years of age".
        Age,
        /// "two years back".
        Back,
        /// "two years prior".
        Prior,
        /// "two years previously".
        Previously,
        /// "two years hence".
        Hence,
        /// "those years".
        Those,
        /// What makes "a" a one: "a single day".
        Single,
        /// What may stand between a number and its unit: "three consecutive days".
        BesideUnit,
        /// What makes the number before it no hour and no day.
        PerCount,
        /// What makes "a year" a rate: "5 percent a year".
        Percent,
        /// What makes the number before it no day of a month.
        BesideDay,
        /// Words in -s that are no plural in front of a rate: "is a year".
        NotCounted,
        /// "the final two years", "the final quarter".
        Final,
        /// "the latter half".
        Latter,
        /// Means "same": "the corresponding period last year".
        Corresponding,
        /// What may stand before a picked unit: "last full year".
        FullYear,
        /// "the whole year".
        Whole,
        /// "every other week", "the other day".
        Other,
        /// "every", told from "each".
        Every,
        /// What makes a future of "term", or is beside "future" itself.
        Near,
        /// "the small hours".
        Small,
        /// "as of the 5th".
        As,
        /// "the quarter ended Sept. 30".
        Ended,
        /// "the year ending June 30".
        Ending,
        /// "the week starting May 5".
        Starting,
        /// "noon local time".
        LocalTime,
        /// The noun behind it, or behind the name of a place: "Beijing time".
        ClockTime,
        /// How often: one time. All others are two.
        Once,
        /// "three times a week".
        Times,
        /// What makes the figures behind it no year.
        NumberMark,
        /// The same with a full stop between.
        NumberAbbreviation,
        /// Things that bear a number.
        Numbered,
        /// What a number in front of it counts.
        Counted,
        /// Words in -s that a year may stand before: "2019 sales".
        YearsOwn,
        /// Whose decade is one of a life: "his 40s".
        LifeOwner,
        /// What may follow a date as the sentence goes on, and is no noun that the date would modify.
        AfterDate,
        /// The same behind "now" and "recent".
        AfterNow,
        /// The same behind "the past".
        AfterPast,
        /// Begins a clause that tells of something else.
        RelativePronoun,
        /// Auxiliaries that look ahead.
        FutureVerb,
        /// Looks ahead, but what has "been" so is over.
        Due,
        /// Puts what is due into the past.
        Been,
        /// Looks ahead by itself.
        Planning,
        /// Looks ahead before "to" and "for", else tells what is over.
        Planned,
        /// Of the present, and ahead before "to".
        PresentVerb,
        /// Of the past, and ahead before "to".
        PastVerb,
        /// Of the past.
        PerfectVerb,
        /// Before a participle: it is still to come.
        FutureParticiple,
        /// Before a participle: it is so now.
        PresentParticiple,
        /// Makes a participle behind it an adjective: "the extended deadline".
        NounSign,
        /// Words in -ed that are no past form.
        NoPast,
        /// Past forms that news uses and that do not end in -ed.
        IrregularPast,
        /// What makes a verb of the stem behind it: "they open".
        PluralSubject,
        /// Words that a noun follows, so that "his visits" and "no votes" are no verbs.
        BeforeNoun,
        /// Verbs, without their "s", that news puts into the present for what stands on a schedule: "the
        /// summit opens on Monday".
        Scheduled,
        /// What is put off to a day is still to come.
        Moved,
        /// Joins the two ends of a range.
        RangeJoint,
        /// Joins dates that share their year.
        ListJoint,
        /// What makes a range of "and".
        RangeOpener,
        /// "21st".
        OrdinalEnding,
        /// "1990s".
        DecadeEnding,
        /// "5am".
        MorningEnding,
        /// "5pm".
        EveningEnding,
        /// "FY2024".
        FiscalBeginning,
    }
}
