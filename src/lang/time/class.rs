//! The small closed lists that the time grammar uses.

use crate::lang::table::named;

named! {
    class
    /// What else a word near a time expression may be. A word may be in several classes.
    pub enum TimeClass {
        /// A clock time before it is its length: "the 12:45 video".
        PlayedThing,
        /// A quarter or a half before it is part of it: "the first quarter of the game".
        Game,
        /// Turns the weekday after it into a name: "Black Friday".
        BeforeNamedDay,
        /// Turns the weekday before it into the name of a newspaper: "the Sunday Times".
        AfterNamedDay,
        /// A number before it is a house number or the like: "1990 Street".
        Street,
        /// Two words before a figure with a colon, it makes the figure a score: "won by 21:15".
        ScoreVerb,
        /// Verbs of prices: shares close "at 21.30".
        PriceVerb,
        /// "be" in the present: what is on a weekday is still to come.
        Be,
        /// Subjects with which "is Sunday" states today's weekday.
        Pronoun,
        /// Inverts a bound: "no more than three days".
        Negation,
        /// Bounds an amount but stays outside its span.
        OutsideBound,
        /// A bound that dates can have too: "around May 5".
        Around,
        /// Stands before an "over" that means "more than".
        BeforeOver,
        /// Requires a length where "a year" might be a rate.
        BeforeLength,
        /// Requires a length where a plural stands alone: "took years".
        BeforeUnits,
        /// "as many days", "how many days": not an amount of its own.
        Many,
        /// The word before such a "many".
        AsOrHow,
        /// The number after it is an age: "aged 8 to 10 years".
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
        /// Makes "a" mean one: "a single day".
        Single,
        /// What may stand between a number and its unit: "three consecutive days".
        BesideUnit,
        /// The number before it is neither an hour nor a day.
        PerCount,
        /// Makes "a year" a rate: "5 percent a year".
        Percent,
        /// The number before it is not a day of the month.
        BesideDay,
        /// Words in -s that are not plurals before a rate: "is a year".
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
        /// "every", as opposed to "each".
        Every,
        /// Makes "term" refer to the future, or modifies "future" itself.
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
        /// The noun after it or after the name of a place: "Beijing time".
        ClockTime,
        /// How often: once. All other such words mean twice.
        Once,
        /// "three times a week".
        Times,
        /// The figures after it are not a year.
        NumberMark,
        /// The same, with a full stop between.
        NumberAbbreviation,
        /// Things that carry a number.
        Numbered,
        /// Counted by the number before it.
        Counted,
        /// Words in -s that may follow a year: "2019 sales".
        YearsOwn,
        /// The decade after it is one of someone's life: "his 40s".
        LifeOwner,
        /// May follow a date as the sentence continues; not a noun that the date would modify.
        AfterDate,
        /// The same after "now" and "recent".
        AfterNow,
        /// The same after "the past".
        AfterPast,
        /// Begins a clause about something else.
        RelativePronoun,
        /// Auxiliaries of the future.
        FutureVerb,
        /// Refers to the future, unless "been" stands before it.
        Due,
        /// Puts "due" into the past.
        Been,
        /// Refers to the future on its own.
        Planning,
        /// Refers to the future before "to" and "for", otherwise to the past.
        Planned,
        /// Present, and future before "to".
        PresentVerb,
        /// Past, and future before "to".
        PastVerb,
        /// Past.
        PerfectVerb,
        /// Before a participle: still to come.
        FutureParticiple,
        /// Before a participle: true now.
        PresentParticiple,
        /// Makes the participle after it an adjective: "the extended deadline".
        NounSign,
        /// Words in -ed that are not past forms.
        NoPast,
        /// Past forms common in news that do not end in -ed.
        IrregularPast,
        /// Makes the stem after it a verb: "they open".
        PluralSubject,
        /// Words before a noun, so that "his visits" and "no votes" are not read as verbs.
        BeforeNoun,
        /// Verbs, without their "s", that news writes in the present for what is on a schedule: "the summit
        /// opens on Monday".
        Scheduled,
        /// What is moved to a day is still to come.
        Moved,
        /// Verbs and nouns whose infinitive is still to come: "vowed to leave on Friday".
        Promise,
        /// Before "of" or "for": what follows is still to come. "ahead of Friday's vote".
        Ahead,
        /// Before "of" or "to": what follows is over. "in response to the October 7 attack".
        Behind,
        /// Before a "to" that begins no infinitive: "according to".
        BeforeTo,
        /// Units that are written alike for one and many: "45 min".
        ShortUnit,
        /// Words for what recurs that before a noun only describe it: "everyday life".
        Adverb,
        /// "bi-monthly".
        Twofold,
        /// Stands before an exact amount and belongs to it: "just two months".
        Just,
        /// What has "of the day" behind it: "over the course of the day".
        CourseOf,
        /// "the rest of the year".
        Rest,
        /// Joins the two ends of a range.
        RangeJoint,
        /// Joins dates that share their year.
        ListJoint,
        /// Turns "and" into a range.
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
        /// What stands behind "in the year of" in solemn dates: "in the year of our Lord 2023".
        Grace,
    }
}
