//! Words of time: what one token may mean, before its neighbours are asked. The tables are meant to be read.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::unit::{Part, Season, Unit};
use crate::text::{Layout, Token, TokenKind};

/// What a token may be in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
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
    /// "5pm".
    Hour(u8, bool),
    Month(u8),
    MonthShort(u8),
    Weekday(u8),
    WeekdayShort(u8),
    Weekdays(u8),
    Season(Season),
    Unit(Unit),
    Units(Unit),
    Part(Part),
    Parts(Part),
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
    Same,
    Latest,
    Recent,
    First,
    Each,
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
    Quarters(u8),
    Bc,
    Ad,
    Now,
    Currently,
    Recently,
    Future,
    Daily(Unit),
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

impl Word {
    /// Whether a time expression may begin with it. Everything else costs one comparison.
    pub(super) fn begins(self) -> bool {
        use Word::*;
        !matches!(
            self,
            Other
                | Comma
                | Dot
                | Hyphen
                | Colon
                | Slash
                | Open
                | Close
                | Possessive
                | And
                | Or
                | Of
                | In
                | On
                | By
                | For
                | During
                | Within
                | To
                | Through
                | Since
                | Until
                | From
                | Between
                | So
                | Long
                | Old
                | Than
                | Am
                | Pm
                | Oclock
                | Zone(_)
                | Ago
                | Before
                | After
                | Once
                | Hours24
        )
    }
}

/// Months, long and short. Short ones want a full stop, a number or a year beside them.
const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];
const MONTHS_SHORT: &[(&str, u8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];
const WEEKDAYS: &[(&str, u8)] = &[
    ("monday", 1),
    ("tuesday", 2),
    ("wednesday", 3),
    ("thursday", 4),
    ("friday", 5),
    ("saturday", 6),
    ("sunday", 7),
];
const WEEKDAYS_SHORT: &[(&str, u8)] = &[
    ("mon", 1),
    ("tue", 2),
    ("tues", 2),
    ("wed", 3),
    ("weds", 3),
    ("thu", 4),
    ("thur", 4),
    ("thurs", 4),
    ("fri", 5),
    ("sat", 6),
    ("sun", 7),
];
const SEASONS: &[(&str, Season)] = &[
    ("spring", Season::Spring),
    ("springtime", Season::Spring),
    ("summer", Season::Summer),
    ("summertime", Season::Summer),
    ("fall", Season::Fall),
    ("autumn", Season::Fall),
    ("winter", Season::Winter),
    ("wintertime", Season::Winter),
];
const UNITS: &[(&str, &str, Unit)] = &[
    ("second", "seconds", Unit::Second),
    ("minute", "minutes", Unit::Minute),
    ("hour", "hours", Unit::Hour),
    ("day", "days", Unit::Day),
    ("weekend", "weekends", Unit::Weekend),
    ("week", "weeks", Unit::Week),
    ("month", "months", Unit::Month),
    ("quarter", "quarters", Unit::Quarter),
    ("year", "years", Unit::Year),
    ("decade", "decades", Unit::Decade),
    ("century", "centuries", Unit::Century),
    ("period", "periods", Unit::Period),
];
const PARTS: &[(&str, &str, Part)] = &[
    ("morning", "mornings", Part::Morning),
    ("afternoon", "afternoons", Part::Afternoon),
    ("evening", "evenings", Part::Evening),
    ("night", "nights", Part::Night),
];
const SMALL: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[(&str, &str, u32)] = &[
    ("twenty", "twenties", 20),
    ("thirty", "thirties", 30),
    ("forty", "forties", 40),
    ("fifty", "fifties", 50),
    ("sixty", "sixties", 60),
    ("seventy", "seventies", 70),
    ("eighty", "eighties", 80),
    ("ninety", "nineties", 90),
];
const ORDINALS: &[(&str, u8)] = &[
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];
/// Time zones; UTC itself is marked.
const ZONES: &[(&str, bool)] = &[
    ("utc", true),
    ("gmt", true),
    ("est", false),
    ("edt", false),
    ("cst", false),
    ("cdt", false),
    ("mst", false),
    ("mdt", false),
    ("pst", false),
    ("pdt", false),
    ("bst", false),
    ("cet", false),
    ("cest", false),
    ("eet", false),
    ("eest", false),
    ("msk", false),
    ("hkt", false),
    ("sgt", false),
    ("jst", false),
    ("kst", false),
    ("ist", false),
    ("aest", false),
    ("aedt", false),
];
const PLAIN: &[(&str, Word)] = &[
    ("today", Word::Today),
    ("yesterday", Word::Yesterday),
    ("tomorrow", Word::Tomorrow),
    ("tonight", Word::Tonight),
    ("overnight", Word::Overnight),
    ("noon", Word::Noon),
    ("midday", Word::Noon),
    ("noontime", Word::Noon),
    ("midnight", Word::Midnight),
    ("a.m.", Word::Am),
    ("am", Word::Am),
    ("a.m", Word::Am),
    ("p.m.", Word::Pm),
    ("pm", Word::Pm),
    ("p.m", Word::Pm),
    ("o'clock", Word::Oclock),
    ("o’clock", Word::Oclock),
    ("hrs", Word::Hours24),
    ("a", Word::A),
    ("an", Word::A),
    ("the", Word::The),
    ("this", Word::This),
    ("these", Word::These),
    ("that", Word::That),
    ("last", Word::Last),
    ("past", Word::Past),
    ("previous", Word::Previous),
    ("preceding", Word::Previous),
    ("prior", Word::Previous),
    ("next", Word::Next),
    ("following", Word::Following),
    ("subsequent", Word::Following),
    ("ensuing", Word::Following),
    ("coming", Word::Coming),
    ("upcoming", Word::Coming),
    ("current", Word::Current),
    ("same", Word::Same),
    ("latest", Word::Latest),
    ("recent", Word::Recent),
    ("first", Word::First),
    ("each", Word::Each),
    ("every", Word::Each),
    ("another", Word::Another),
    ("additional", Word::Another),
    ("early", Word::Early),
    ("late", Word::Late),
    ("mid", Word::Mid),
    ("earlier", Word::Earlier),
    ("later", Word::Later),
    ("beginning", Word::Start),
    ("start", Word::Start),
    ("middle", Word::Middle),
    ("end", Word::End),
    ("about", Word::About),
    ("around", Word::About),
    ("approximately", Word::About),
    ("roughly", Word::About),
    ("some", Word::About),
    ("nearly", Word::Nearly),
    ("almost", Word::Nearly),
    ("more", Word::More),
    ("less", Word::Less),
    ("fewer", Word::Less),
    ("than", Word::Than),
    ("at", Word::At),
    ("least", Word::Least),
    ("most", Word::Most),
    ("up", Word::Up),
    ("over", Word::Over),
    ("under", Word::Under),
    ("ago", Word::Ago),
    ("before", Word::Before),
    ("after", Word::After),
    ("from", Word::From),
    ("since", Word::Since),
    ("until", Word::Until),
    ("till", Word::Until),
    ("to", Word::To),
    ("through", Word::Through),
    ("thru", Word::Through),
    ("between", Word::Between),
    ("and", Word::And),
    ("or", Word::Or),
    ("of", Word::Of),
    ("in", Word::In),
    ("on", Word::On),
    ("by", Word::By),
    ("for", Word::For),
    ("during", Word::During),
    ("throughout", Word::During),
    ("within", Word::Within),
    ("per", Word::Per),
    ("so", Word::So),
    ("long", Word::Long),
    ("old", Word::Old),
    ("fiscal", Word::Fiscal),
    ("q1", Word::Quarters(1)),
    ("q2", Word::Quarters(2)),
    ("q3", Word::Quarters(3)),
    ("q4", Word::Quarters(4)),
    ("1q", Word::Quarters(1)),
    ("2q", Word::Quarters(2)),
    ("3q", Word::Quarters(3)),
    ("4q", Word::Quarters(4)),
    ("bc", Word::Bc),
    ("b.c.", Word::Bc),
    ("bce", Word::Bc),
    ("b.c.e.", Word::Bc),
    ("ad", Word::Ad),
    ("a.d.", Word::Ad),
    ("now", Word::Now),
    ("currently", Word::Currently),
    ("nowadays", Word::Currently),
    ("recently", Word::Recently),
    ("lately", Word::Recently),
    ("future", Word::Future),
    ("daily", Word::Daily(Unit::Day)),
    ("weekly", Word::Daily(Unit::Week)),
    ("monthly", Word::Daily(Unit::Month)),
    ("annually", Word::Daily(Unit::Year)),
    ("yearly", Word::Daily(Unit::Year)),
    ("hourly", Word::Daily(Unit::Hour)),
    ("nightly", Word::Daily(Unit::Day)),
    ("once", Word::Once),
    ("twice", Word::Once),
    ("hundred", Word::Scale(100)),
    ("thousand", Word::Scale(1000)),
    ("million", Word::Scale(1_000_000)),
    ("billion", Word::Scale(1_000_000_000)),
    ("dozen", Word::Dozen),
    ("half", Word::Half),
    ("few", Word::Few),
    ("several", Word::Few),
    ("many", Word::Few),
    ("couple", Word::Couple),
    ("fortnight", Word::Unit(Unit::Week)),
    ("hr", Word::Unit(Unit::Hour)),
    ("hrs", Word::Units(Unit::Hour)),
    ("min", Word::Unit(Unit::Minute)),
    ("mins", Word::Units(Unit::Minute)),
    ("yr", Word::Unit(Unit::Year)),
    ("yrs", Word::Units(Unit::Year)),
    ("night-time", Word::Part(Part::Night)),
    ("daytime", Word::Part(Part::Daytime)),
    ("midafternoon", Word::Part(Part::Afternoon)),
    ("midmorning", Word::Part(Part::Morning)),
    // First words of feasts.
    ("christmas", Word::Feast),
    ("easter", Word::Feast),
    ("good", Word::Feast),
    ("thanksgiving", Word::Feast),
    ("halloween", Word::Feast),
    ("new", Word::Feast),
    ("lunar", Word::Feast),
    ("chinese", Word::Feast),
    ("boxing", Word::Feast),
    ("labor", Word::Feast),
    ("labour", Word::Feast),
    ("memorial", Word::Feast),
    ("independence", Word::Feast),
    ("veterans", Word::Feast),
    ("armistice", Word::Feast),
    ("valentine", Word::Feast),
    ("victory", Word::Feast),
    ("palm", Word::Feast),
    ("ash", Word::Feast),
    ("election", Word::Feast),
    ("columbus", Word::Feast),
    ("juneteenth", Word::Feast),
    ("bastille", Word::Feast),
    ("guy", Word::Feast),
    ("columbus", Word::Feast),
    ("international", Word::Feast),
    ("st", Word::Feast),
    ("spring", Word::Season(Season::Spring)),
];

static TABLE: LazyLock<FxHashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    table.extend(PLAIN.iter().copied());
    table.extend(MONTHS.iter().map(|(w, n)| (*w, Word::Month(*n))));
    table.extend(MONTHS_SHORT.iter().map(|(w, n)| (*w, Word::MonthShort(*n))));
    table.extend(WEEKDAYS.iter().map(|(w, n)| (*w, Word::Weekday(*n))));
    table.extend(WEEKDAYS_SHORT.iter().map(|(w, n)| (*w, Word::WeekdayShort(*n))));
    table.extend(SEASONS.iter().map(|(w, s)| (*w, Word::Season(*s))));
    table.extend(ZONES.iter().map(|(w, utc)| (*w, Word::Zone(*utc))));
    for (one, many, unit) in UNITS {
        table.insert(*one, Word::Unit(*unit));
        table.insert(*many, Word::Units(*unit));
    }
    for (one, many, part) in PARTS {
        table.insert(*one, Word::Part(*part));
        table.insert(*many, Word::Parts(*part));
    }
    table.extend(SMALL.iter().zip(1..).map(|(w, n)| (*w, Word::Small(n))));
    for (tens, decade, n) in TENS {
        table.insert(*tens, Word::Tens(*n));
        table.insert(*decade, Word::Decade(*n as u16));
    }
    table.extend(ORDINALS.iter().map(|(w, n)| (*w, Word::Ordinal(*n))));
    table
});

/// The longest word in the tables; longer tokens are not looked up.
const LONGEST: usize = 16;

/// Says of every token of a text what it may be.
pub(super) fn classify(layout: &Layout<'_>) -> Vec<Word> {
    layout.tokens.iter().map(|token| word(token, layout.slice(token.span))).collect()
}

fn word(token: &Token, text: &str) -> Word {
    match token.kind {
        TokenKind::Word => named(token, text),
        TokenKind::Number => digits(text),
        TokenKind::Mixed => mixed(text).unwrap_or_else(|| lookup(text)),
        TokenKind::Possessive => Word::Possessive,
        TokenKind::Punct => mark(text),
        TokenKind::Url => Word::Other,
    }
}

/// A word of the table. Names of the calendar must be capitalised: nobody marches in "march".
fn named(token: &Token, text: &str) -> Word {
    let found = lookup(text);
    let proper = matches!(
        found,
        Word::Month(_)
            | Word::MonthShort(_)
            | Word::Weekday(_)
            | Word::WeekdayShort(_)
            | Word::Feast
            | Word::Zone(_)
    );
    match found {
        Word::Other => plural_weekday(token, text),
        Word::Zone(_) | Word::Bc if !token.upper => Word::Other,
        _ if proper && !token.capital => Word::Other,
        _ => found,
    }
}

fn plural_weekday(token: &Token, text: &str) -> Word {
    match text.strip_suffix('s').filter(|_| token.capital).map(lookup) {
        Some(Word::Weekday(day)) => Word::Weekdays(day),
        _ => Word::Other,
    }
}

fn lookup(text: &str) -> Word {
    let mut buffer = [0u8; LONGEST];
    let mut len = 0;
    for &byte in text.as_bytes() {
        // A soft hyphen inside a word shows nothing and means nothing.
        match (byte, len) {
            (0xC2 | 0xAD, _) => continue,
            (_, LONGEST..) => return Word::Other,
            _ => {}
        }
        if let Some(slot) = buffer.get_mut(len) {
            *slot = byte.to_ascii_lowercase();
        }
        len += 1;
    }
    let key = buffer.get(..len).and_then(|key| std::str::from_utf8(key).ok());
    key.and_then(|key| TABLE.get(key)).copied().unwrap_or(Word::Other)
}

fn digits(text: &str) -> Word {
    if text.contains(',') {
        let plain: String = text.chars().filter(char::is_ascii_digit).collect();
        return plain.parse().map_or(Word::Other, Word::Grouped);
    }
    if text.len() > 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Word::Other;
    }
    text.parse().map_or(Word::Other, |n| Word::Digits(n, text.len() as u8))
}

/// "21st", "1990s", "90s", "5pm".
fn mixed(text: &str) -> Option<Word> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = text.split_at_checked(count)?;
    let value: u32 = number.parse().ok()?;
    Some(match tail {
        "st" | "nd" | "rd" | "th" if value > 0 => Word::Ordinal(u8::try_from(value).ok()?),
        "s" if count == 4 && value % 10 == 0 => Word::Decade(value as u16),
        "s" if count == 2 && value % 10 == 0 => Word::Decade(value as u16),
        "am" | "AM" | "pm" | "PM" if (1..=12).contains(&value) => {
            Word::Hour(value as u8, tail.starts_with(['p', 'P']))
        }
        _ => return None,
    })
}

fn mark(text: &str) -> Word {
    match text {
        "," => Word::Comma,
        "." => Word::Dot,
        "-" | "–" | "—" | "‑" | "‐" | "−" => Word::Hyphen,
        ":" => Word::Colon,
        "/" => Word::Slash,
        "'" | "’" | "‘" | "`" => Word::Apostrophe,
        "(" | "[" => Word::Open,
        ")" | "]" => Word::Close,
        _ => Word::Other,
    }
}
