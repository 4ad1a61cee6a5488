//! What a word may mean in a time expression, and the parts of the calendar that words stand for.

use crate::lang::table::{Named, named};

named! {
    /// A unit of time.
    pub enum Unit {
        Second,
        Minute,
        Hour,
        Day,
        Weekend,
        Week,
        Month,
        Quarter,
        Year,
        Decade,
        Century,
        /// "the latest period": as long as the one last mentioned.
        Period,
    }
}

named! {
    /// The seasons.
    pub enum Season {
        Spring,
        Summer,
        Fall,
        Winter,
    }
}

named! {
    /// Parts of a day.
    pub enum Part {
        Morning,
        Afternoon,
        Evening,
        Night,
        Midday,
        Daytime,
    }
}

/// What a token may be in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    Other,
    /// Digits: their value and how many there are.
    Digits(u32, u8),
    /// "1,990": never a year.
    Grouped(u32),
    Small(u32),
    Tens(u32),
    Scale(u32),
    Dozen,
    Half,
    Few,
    Couple,
    Ordinal(u8),
    /// 1990 for "1990s", 90 for "90s" and "nineties".
    Decade(u16),
    /// "5pm", or the "30pm" of "9.30pm".
    Hour(u8, bool),
    Month(u8),
    MonthShort(u8),
    Weekday(u8),
    WeekdayShort(u8),
    Weekdays(u8),
    Season(Season),
    Unit(Unit),
    Units(Unit),
    Fortnight,
    Part(Part),
    Parts(Part),
    /// "dawn", "dusk": the edge of a part of the day.
    Light(Part),
    Noon,
    Midnight,
    Am,
    Pm,
    Oclock,
    Hours24,
    /// A time zone; true for UTC itself.
    Zone(bool),
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
    A,
    The,
    This,
    These,
    That,
    Last,
    Past,
    Previous,
    Next,
    Following,
    Coming,
    Current,
    /// "the near term".
    Term,
    Same,
    Latest,
    Recent,
    First,
    Each,
    All,
    Another,
    Early,
    Late,
    Mid,
    Earlier,
    Later,
    Start,
    Middle,
    End,
    About,
    Nearly,
    More,
    Less,
    Than,
    At,
    Least,
    Most,
    Up,
    Over,
    Under,
    Ago,
    Before,
    After,
    From,
    Since,
    Until,
    To,
    Through,
    Between,
    And,
    Or,
    Of,
    In,
    On,
    By,
    For,
    During,
    Within,
    Per,
    So,
    Long,
    Old,
    Fiscal,
    /// "FY2024".
    FiscalYear(u16),
    Quarters(u8),
    Halves(u8),
    Bc,
    Ad,
    Now,
    Currently,
    Recently,
    Future,
    Daily(Unit),
    /// "biweekly": once in two units.
    EveryOther(Unit),
    Once,
    Feast,
    Possessive,
    Comma,
    Dot,
    Hyphen,
    Colon,
    Slash,
    Apostrophe,
    Open,
    Close,
}

macro_rules! plain {
    ($($name:ident),* $(,)?) => { [$((stringify!($name), TimeWord::$name)),*] };
}

/// The meanings that consist of a word of the table and nothing more.
const PLAIN: &[(&str, TimeWord)] = &plain![
    Dozen, Half, Few, Couple, Fortnight, Noon, Midnight, Am, Pm, Oclock, Hours24, Today, Yesterday, Tomorrow,
    Tonight, Overnight, A, The, This, These, That, Last, Past, Previous, Next, Following, Coming, Current,
    Term, Same, Latest, Recent, First, Each, All, Another, Early, Late, Mid, Earlier, Later, Start, Middle,
    End, About, Nearly, More, Less, Than, At, Least, Most, Up, Over, Under, Ago, Before, After, From, Since,
    Until, To, Through, Between, And, Or, Of, In, On, By, For, During, Within, Per, So, Long, Old, Fiscal,
    Bc, Ad, Now, Currently, Recently, Future, Once
];

impl TimeWord {
    /// The meaning that a row of the table states.
    pub(super) fn read(class: &str, value: &str) -> Option<Self> {
        if value.is_empty() {
            return PLAIN.iter().find(|(name, _)| *name == class).map(|(_, word)| *word);
        }
        Some(match class {
            "Small" => Self::Small(value.parse().ok()?),
            "Tens" => Self::Tens(value.parse().ok()?),
            "Scale" => Self::Scale(value.parse().ok()?),
            "Ordinal" => Self::Ordinal(value.parse().ok()?),
            "Decade" => Self::Decade(value.parse().ok()?),
            "Month" => Self::Month(month(value)?),
            "MonthShort" => Self::MonthShort(month(value)?),
            "Weekday" => Self::Weekday(weekday(value)?),
            "WeekdayShort" => Self::WeekdayShort(weekday(value)?),
            "Season" => Self::Season(Season::named(value)?),
            "Unit" => Self::Unit(Unit::named(value)?),
            "Units" => Self::Units(Unit::named(value)?),
            "Part" => Self::Part(Part::named(value)?),
            "Parts" => Self::Parts(Part::named(value)?),
            "Light" => Self::Light(Part::named(value)?),
            "Zone" => Self::Zone(value == "UTC"),
            "Quarters" => Self::Quarters(value.parse().ok()?),
            "Halves" => Self::Halves(value.parse().ok()?),
            "Daily" => Self::Daily(Unit::named(value)?),
            "EveryOther" => Self::EveryOther(Unit::named(value)?),
            _ => return None,
        })
    }
}

fn month(value: &str) -> Option<u8> {
    value.parse().ok().filter(|n| (1..=12).contains(n))
}

fn weekday(value: &str) -> Option<u8> {
    value.parse().ok().filter(|n| (1..=7).contains(n))
}
