//! A generated corpus of any size, the same on every machine: a few hundred people and meetings, mentioned
//! again and again as in news, with the most common names in every tenth article and most others in a
//! handful.

use std::fmt::Write;

use dateline::time::wording::MONTHS;

const GIVEN: &[&str] = &[
    "Anna", "Boris", "Carlos", "Diana", "Emil", "Fatima", "Georg", "Helena", "Igor", "Julia", "Karl", "Lena",
    "Marco", "Nadia", "Oscar", "Petra", "Quentin", "Rosa", "Stefan", "Tamara", "Ursula", "Viktor", "Wilma",
    "Xavier", "Yusuf", "Zoe", "Sergey", "Maria", "John", "Elena",
];
const STEMS: &[&str] = &[
    "Berg", "Lind", "Sand", "Stein", "Wald", "Kirch", "Mart", "Petr", "Ivan", "Kov", "Nov", "Horv", "Dal",
    "Rom", "Garc", "Ross",
];
const ENDINGS: &[&str] = &["er", "man", "strom", "feld", "ov", "ski", "ic", "sen", "ini", "ez"];
const TITLES: &[&str] = &[
    "Foreign Minister",
    "President",
    "Prime Minister",
    "Defence Minister",
    "Ambassador",
    "Deputy Foreign Minister",
    "Finance Minister",
    "Chancellor",
];
const CITIES: &[&str] = &[
    "Oslo", "Vienna", "Geneva", "Cairo", "Tokyo", "Lisbon", "Warsaw", "Prague", "Nairobi", "Astana",
    "Madrid", "Rome", "Athens", "Helsinki", "Ottawa", "Brasilia",
];
const COUNTRIES: &[&str] = &[
    "Norwegian",
    "Austrian",
    "Swiss",
    "Egyptian",
    "Japanese",
    "Portuguese",
    "Polish",
    "Czech",
    "Kenyan",
    "Italian",
    "Greek",
    "Finnish",
    "Canadian",
    "Brazilian",
];
const SERIES: &[&str] =
    &["Harbour Forum", "Alpine Dialogue", "Coastal Summit", "Grain Conference", "Rivers Forum"];
const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const FILLER: &[&str] = &[
    "Officials on both sides described the mood as businesslike and said that experts would go on with the details.",
    "Trade between the two countries has grown for years, though farmers complain about rules at the border.",
    "A spokeswoman would not say how much money had been promised, or when the first part of it would be paid.",
    "Reporters waited outside for most of the afternoon while cars came and went through a side gate.",
    "The paper on the table runs to forty pages, of which the chapter on fishing is said to be the hardest.",
    "Several members of parliament have asked for a debate before anything is signed.",
    "Analysts expect little movement until the budget has been settled, and perhaps not even then.",
    "Nobody who took part wanted to be quoted by name, as the talks had been meant to stay out of the news.",
];

/// Random enough, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % n
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    /// A person of 600; the first few are in the news far more often than the rest.
    fn person(&mut self) -> usize {
        let most = 600 >> self.below(8);
        self.below(most.max(3))
    }
}

/// One of 160: about four people share each.
fn family(person: usize) -> String {
    let n = person * 7 % (STEMS.len() * ENDINGS.len());
    format!("{}{}", STEMS[n % STEMS.len()], ENDINGS[n / STEMS.len()])
}

fn name(person: usize) -> String {
    format!("{} {}", GIVEN[person % GIVEN.len()], family(person))
}

/// An article of about `bytes` bytes.
pub fn article(n: usize, bytes: usize) -> String {
    let dice = &mut Dice::new(n as u64 + 1);
    let (a, b) = (dice.person(), dice.person());
    let (a_title, b_title) = (dice.one(TITLES), dice.one(TITLES));
    let (city, country, other) = (dice.one(CITIES), dice.one(COUNTRIES), dice.one(COUNTRIES));
    let (day, month, date) = (dice.one(DAYS), dice.one(&MONTHS), 1 + dice.below(28));
    let (series, nth) = (dice.one(SERIES), dice.one(ORDINALS));
    let mut out = format!(
        "{} Meets {} in {city}\n\n{}, {month} {date} (Wire) -- ",
        family(a),
        family(b),
        city.to_uppercase()
    );
    let _ = write!(
        out,
        "{country} {a_title} {} met {other} {b_title} {} in {city} on {day}, {month} {date}, {}. ",
        name(a),
        name(b),
        2015 + dice.below(10),
    );
    while out.len() < bytes {
        let sentence = match dice.below(12) {
            0 => {
                format!("{} said that {} would visit {} next month.", family(a), family(b), dice.one(CITIES))
            }
            1 => format!("The {nth} {series} opened in {} on {}.", dice.one(CITIES), dice.one(DAYS)),
            2 => format!("{} held talks with {} last week.", name(dice.person()), family(a)),
            3 => format!("On the sidelines of the {series}, {} spoke with the {other} {b_title}.", family(a)),
            4 => format!("It was the third visit since {}.", dice.one(&MONTHS)),
            5 => format!(
                "The {} {} welcomed the news on {}.",
                dice.one(COUNTRIES),
                dice.one(TITLES),
                dice.one(DAYS)
            ),
            _ => dice.one(FILLER).to_owned(),
        };
        out += &sentence;
        out += if dice.below(4) == 0 { "\n\n" } else { " " };
    }
    out
}

/// The name of an article's document.
pub fn doc(n: usize) -> String {
    format!("{:02}/{n:05}.txt", n % 50)
}

/// A profile file with some of the people.
pub fn profile(people: usize) -> String {
    let mut out = String::new();
    for n in 0..people {
        let _ = writeln!(out, "[[person]]\nid = \"p{n}\"\nname = \"{}\"", name(n));
        let title = TITLES[n % TITLES.len()];
        let _ =
            writeln!(out, "[[person.office]]\ntitle = \"{title}\"\ncountry = \"no\"\nwhen = \"2016/2019\"");
    }
    out
}
