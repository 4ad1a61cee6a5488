//! Kinds of text that a reader could be slow on: each repeats one thing far more often than news does.

/// The n-th piece of a text; a text is pieces until it is long enough.
pub type Piece = fn(usize) -> String;

/// Each kind with its name, in no order.
pub const KINDS: &[(&str, Piece)] = &[
    ("news", news),
    ("people, one a line", |n| format!("{}\n", person(n))),
    ("people, with commas", |n| format!("{}, ", person(n))),
    ("people, one paragraph each", |n| format!("{} spoke.\n\n", person(n))),
    ("people with titles, a list", |n| format!("- {} {}, {}\n", title(n), person(n), country(n))),
    ("titles before names", |n| format!("{} {} {} said no. ", demonym(n), title(n), person(n))),
    ("titles after names", |n| format!("{}, the {} {}, said no. ", person(n), demonym(n), title(n))),
    ("titles alone", |n| format!("The {} {} said no. ", demonym(n), title(n))),
    ("titles, nothing else", |n| format!("{} {} ", demonym(n), title(n))),
    ("titles in a row with commas", |n| format!("{} {}, ", demonym(n), title(n))),
    ("one surname, many given names", |n| format!("{} Wang smiled. ", given(n))),
    ("one surname alone", |_| "Wang smiled. ".into()),
    ("one person again and again", |_| "Angela Merkel smiled. ".into()),
    ("full name, then surname", |n| format!("{} smiled. {} left. ", person(n), family(n))),
    ("surnames, then full names", |n| format!("{} left, and {} smiled. ", family(n), person(n + 50))),
    ("given names alone", |n| format!("{} smiled. ", given(n))),
    ("surnames alone", |n| format!("Mr. {} smiled. ", family(n))),
    ("couples", |n| format!("{} and {} {} smiled. ", given(n), given(n + 1), family(n))),
    ("spellings of one name", |n| format!("{} Qadhaf{} smiled. ", given(n), syllables(n))),
    ("initials", |n| format!("{}. {}. {} spoke. ", letter(n), letter(n / 26), family(n))),
    ("initials, nothing else", |n| format!("{}. ", letter(n))),
    ("initials without spaces", |n| format!("{}.", letter(n))),
    ("long names", |n| format!("{} ", family(n))),
    ("one name of many words, lower-case ends", |n| format!("{} of ", family(n))),
    ("chains of hyphens", |n| format!("{}-", family(n))),
    ("chains of hyphens, lower case", |n| format!("{}-", syllables(n))),
    ("one hyphenated name a line", |n| format!("{}-{}\n", family(n), family(n + 3))),
    ("particles", |_| "van der ".into()),
    ("apostrophes", |n| format!("O'{}'s ", family(n))),
    ("capitals", |n| format!("{} ", family(n).to_uppercase())),
    ("headlines in capitals", |n| {
        format!("{} MEETS {}\n\n", family(n).to_uppercase(), family(n + 1).to_uppercase())
    }),
    ("acronyms", |n| format!("the {}{}{} ", letter(n), letter(n / 26), letter(n / 676))),
    ("organisations with acronyms", |n| {
        format!("The {} {} Organisation ({}{}O) met. ", family(n), family(n + 7), initial(n), initial(n + 7))
    }),
    ("organisations, one series of nouns", |n| format!("{} Ministry Council Committee ", family(n))),
    ("places", |n| format!("{}, {}. ", city(n), country(n))),
    ("places, one long list", |n| format!("{}, ", country(n))),
    ("dates", |n| format!("{} {} {}, ", n % 28 + 1, month(n), 1900 + n % 150)),
    ("dates, one a line", |n| format!("{} {} {}: nothing.\n", n % 28 + 1, month(n), 1900 + n % 150)),
    ("dates, nothing between", |n| format!("{}/{}/{} ", n % 28 + 1, n % 12 + 1, 1900 + n % 150)),
    ("ranges of dates", |n| format!("{}-{} {} ", n % 14 + 1, n % 14 + 15, month(n))),
    ("chains of years", |n| format!("{}-", 1900 + n % 150)),
    ("weekdays", |n| format!("on {}, ", weekday(n))),
    ("relative times", |n| format!("{} days ago, the week before, later that month, ", n % 30)),
    ("numbers", |n| format!("{n} ")),
    ("numbers in words", |n| format!("{} hundred and ", number(n))),
    ("clock times", |n| format!("{}:{:02} p.m. ", n % 12 + 1, n % 60)),
    ("few people, many meetings", |n| format!("{} met {}. ", person(n % 5), person(n % 7 + 5))),
    ("many people, many meetings", |n| format!("{} met {}. ", person(2 * n), person(2 * n + 1))),
    ("dated meetings", |n| {
        let (a, b) = (person(n % 40), person(n % 31 + 40));
        format!("{a} met {b} in {} on {} {} {}. ", city(n), n % 28 + 1, month(n), 2000 + n % 20)
    }),
    ("meetings without names", |_| "They held talks. The meeting was long. ".into()),
    ("meeting nouns, nothing else", |n| format!("{} ", noun(n))),
    ("meetings of one sentence", |n| format!("{} met {} and ", person(2 * n), person(2 * n + 1))),
    ("visits", |n| format!("{} visited {}. The visit ended on {}. ", family(n), city(n), weekday(n))),
    ("editions of a series", |n| {
        format!("The {} {} Forum opened in {}. ", ordinal(n), family(n / 9), city(n))
    }),
    ("editions of one series", |n| format!("The {} Harbour Forum opened. ", ordinal(n))),
    ("one list of participants", |n| format!("{} of {}, ", person(n), country(n))),
    ("speakers", |n| format!("{}: Thank you. I met {}.\n", family(n % 20).to_uppercase(), person(n))),
    ("pronouns", |_| "He met her, and she met him. ".into()),
    ("counterparts", |n| format!("{} met his {} counterpart. ", family(n), demonym(n))),
    ("one long line", |n| format!("word{} and {} ", n, family(n))),
    ("one long sentence", |n| {
        format!("and on {} {} spoke with {} about it ", weekday(n), person(n), city(n))
    }),
    ("one word", |_| "a".into()),
    ("one capital", |_| "A".into()),
    ("capitals with spaces", |_| "A ".into()),
    ("spaces", |_| " ".into()),
    ("empty lines", |_| "\n".into()),
    ("lines of one word", |n| format!("{}\n", syllables(n))),
    ("lines of one capitalised word", |n| format!("{}\n", family(n))),
    ("paragraphs of one capitalised word", |n| format!("{}\n\n", family(n))),
    ("quotes", |_| "\"".into()),
    ("quotes around words", |n| format!("\u{201c}{}\u{201d} ", family(n))),
    ("open quotes", |n| format!("\u{201c}{} ", family(n))),
    ("brackets", |_| "[".into()),
    ("brackets around words", |n| format!("({}) [[{}]] ", family(n), family(n + 1))),
    ("open brackets", |n| format!("({} ", family(n))),
    ("closing brackets", |_| ")".into()),
    ("full stops", |_| ".".into()),
    ("commas", |_| ", ".into()),
    ("dashes", |_| "\u{2014} ".into()),
    ("stars", |n| format!("**{}** ", family(n))),
    ("links", |n| format!("[{}](https://example.org/{n}) ", person(n))),
    ("tables", |n| format!("| {} | {} | {} {} |\n", person(n), city(n), n % 28 + 1, month(n))),
    ("rows with commas", |n| format!("{};{};2021-0{}-11\n", person(n), city(n), n % 9 + 1)),
    ("quoted mail", |n| format!("> {} met {}\n", person(n), person(n + 1))),
    ("headings", |n| format!("## {} {}\n\nNothing.\n\n", n % 28 + 1, month(n))),
    ("front matter that does not end", |n| format!("{}: {}\n", syllables(n), person(n))),
    ("soft hyphens", |n| format!("{}\u{ad}", syllables(n))),
    ("combining marks", |_| "\u{301}".into()),
    ("Chinese", |n| ["王毅会见了", "拉夫罗夫", "。", "在北京"][n % 4].into()),
    ("Russian", |n| format!("{} ", ["Лавров", "встретил", "Ван", "И"][n % 4])),
    ("emoji", |_| "\u{1f600}".into()),
];

fn news(n: usize) -> String {
    let (a, b) = (n % 40, n % 31 + 40);
    format!(
        "{} {} {} met {} in {} on {}. {} said that the talks had been long, and that {} would visit {} next month. \
         Officials on both sides described the mood as businesslike.\n\n",
        demonym(n),
        title(n),
        person(a),
        person(b),
        city(n),
        weekday(n),
        family(a),
        family(b),
        city(n + 1),
    )
}

fn of<'a>(all: &[&'a str], n: usize) -> &'a str {
    all[n % all.len()]
}

/// Another word for every number.
fn syllables(mut n: usize) -> String {
    const SYLLABLES: &[&str] =
        &["ba", "ke", "ri", "mo", "tu", "san", "lev", "dor", "win", "hul", "gar", "pes"];
    let mut word = String::new();
    loop {
        word += of(SYLLABLES, n);
        n /= SYLLABLES.len();
        if n == 0 {
            return word;
        }
    }
}

fn capitalised(word: &str) -> String {
    format!("{}{}", word[..1].to_uppercase(), &word[1..])
}

/// Another family name for every number.
fn family(n: usize) -> String {
    capitalised(&syllables(n * 7 + 1))
}

/// Another given name for each of the first forty numbers, half of them in the gazetteer.
fn given(n: usize) -> String {
    const GIVEN: &[&str] = &[
        "Anna", "Boris", "Carlos", "Diana", "Emil", "Fatima", "Georg", "Helena", "Igor", "Julia", "Karl",
        "Lena", "Marco", "Nadia", "Oscar", "Petra", "Rosa", "Stefan", "Viktor", "Yusuf",
    ];
    if n.is_multiple_of(2) { of(GIVEN, n / 2).into() } else { capitalised(&syllables(n % 200 + 13)) }
}

fn person(n: usize) -> String {
    format!("{} {}", given(n), family(n))
}

fn letter(n: usize) -> char {
    char::from(b'A' + (n % 26) as u8)
}

fn initial(n: usize) -> String {
    family(n)[..1].into()
}

fn title(n: usize) -> &'static str {
    of(
        &[
            "Foreign Minister",
            "President",
            "Prime Minister",
            "Ambassador",
            "Chancellor",
            "Deputy Finance Minister",
        ],
        n,
    )
}

fn country(n: usize) -> &'static str {
    of(&["Norway", "Austria", "Egypt", "Japan", "Poland", "Kenya", "Italy", "Greece", "Canada", "Brazil"], n)
}

fn demonym(n: usize) -> &'static str {
    of(
        &[
            "Norwegian",
            "Austrian",
            "Egyptian",
            "Japanese",
            "Polish",
            "Kenyan",
            "Italian",
            "Greek",
            "Canadian",
        ],
        n,
    )
}

fn city(n: usize) -> &'static str {
    of(&["Oslo", "Vienna", "Cairo", "Tokyo", "Warsaw", "Nairobi", "Rome", "Athens", "Ottawa", "Geneva"], n)
}

fn month(n: usize) -> &'static str {
    of(&["January", "February", "March", "May", "June", "August", "October", "December"], n)
}

fn weekday(n: usize) -> &'static str {
    of(&["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], n)
}

fn noun(n: usize) -> &'static str {
    of(&["meeting", "talks", "summit", "visit", "conference", "ceremony", "forum"], n)
}

fn ordinal(n: usize) -> &'static str {
    of(&["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], n)
}

fn number(n: usize) -> &'static str {
    of(&["two", "three", "forty", "ninety", "seven"], n)
}
