use super::{
    CountryCode, Lexicon, LocalEntity, MentionForm, NameKind, Names, Qualifier, lexicon::KnownName, read,
};
use crate::lang::Language;
use crate::text::{Index, Layout};

fn names(text: &str) -> Names {
    read(&Layout::of(text, Language::english()), &Lexicon::default())
}

fn of_kind(text: &str, kind: NameKind) -> Vec<String> {
    let names = names(text);
    let mentions = names.mentions.iter().filter(|mention| mention.kind == kind);
    mentions.map(|mention| mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn people(text: &str) -> Vec<String> {
    of_kind(text, NameKind::Person)
}

/// Every mention of a person with the name of its entity.
fn chained(text: &str) -> Vec<(String, String)> {
    let names = names(text);
    let mentions = names.mentions.iter().filter(|mention| mention.kind == NameKind::Person);
    let entity = |at: Index<LocalEntity>| {
        at.of(&names.entities).map_or(String::new(), |entity| entity.name.to_string())
    };
    mentions.map(|mention| (mention.span.of(text).to_owned(), entity(mention.entity))).collect()
}

#[test]
fn titles_and_possessives_come_off() {
    assert_eq!(
        people("Norwegian Prime Minister Kari Solberg's visit pleased French President Jean-Luc Moreau."),
        ["Kari Solberg", "Jean-Luc Moreau"]
    );
    assert_eq!(
        people("Mr. Okafor and Dr Amina Bello flew home with Gen. Ahmed Rahal."),
        ["Okafor", "Amina Bello", "Ahmed Rahal"]
    );
}

#[test]
fn surnames_alone_are_the_full_name() {
    let text = "Elena Marković arrived on Monday. Asked about it, Marković said little. “We listened,” said Marković’s aide.";
    let all = chained(text);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(all.iter().all(|(_, entity)| entity == "Elena Marković"), "{all:?}");
    assert!(names(text).mentions.iter().skip(1).all(|mention| mention.form == MentionForm::Short));
}

#[test]
fn cells_and_dashes_part_names() {
    assert_eq!(
        of_kind("Plymouth—Kingston ferries stopped on Monday, said Mary Holt.", NameKind::Place),
        ["Plymouth", "Kingston"]
    );
    let rows = "Anna Berg\tOslo\tNorway\nLars Holm\tCopenhagen\tDenmark\nParis\tLondon\tRome\n";
    assert_eq!(people(rows), ["Anna Berg", "Lars Holm"]);
    assert_eq!(
        of_kind(rows, NameKind::Place),
        ["Oslo", "Norway", "Copenhagen", "Denmark", "Paris", "London", "Rome"]
    );
    assert_eq!(people("2024-05-03,Anna Berg,Oslo\n2024-05-04,Lars Holm,Rome\n"), ["Anna Berg", "Lars Holm"]);
}

#[test]
fn a_family_name_may_come_first() {
    let text = "President Chen Guowei spoke in Hanoi. Chen said talks went well. South Korean leader Park Min-jun agreed, and Park flew home.";
    let names = names(text);
    let chen = names.entities.iter().find(|entity| &*entity.name == "Chen Guowei").unwrap();
    assert_eq!((&*chen.family, chen.family_first, chen.mentions.len()), ("Chen", Some(true), 2));
    let park = names.entities.iter().find(|entity| &*entity.name == "Park Min-jun").unwrap();
    assert_eq!((&*park.family, park.mentions.len()), ("Park", 2));
}

#[test]
fn first_words_of_sentences_are_no_names() {
    assert_eq!(
        people(
            "Noting Kari Solberg's record, he smiled. When Solberg left, rain fell. Although Solberg won, few cheered."
        ),
        ["Kari Solberg", "Solberg", "Solberg"]
    );
}

#[test]
fn headlines_in_title_case() {
    let text = "Chen Guowei Holds Talks with Foreign Minister Piotr Nowak of Poland\n\nForeign Minister Chen Guowei met Foreign Minister Piotr Nowak of Poland in Warsaw on Friday.";
    assert_eq!(people(text), ["Chen Guowei", "Piotr Nowak", "Chen Guowei", "Piotr Nowak"]);
}

#[test]
fn particles_hyphens_initials_and_suffixes() {
    assert_eq!(
        people(
            "President Ursula van der Berg met King Salman bin Faisal, Prime Minister J. P. Mehta and Senator Robert K. Dunn, Jr., in Delhi."
        ),
        ["Ursula van der Berg", "Salman bin Faisal", "J. P. Mehta", "Robert K. Dunn, Jr."]
    );
}

#[test]
fn a_name_may_cross_a_line_and_hold_odd_spaces() {
    let text = "The ministry told reporters in Warsaw that Piotr\nNowak would come in the spring to see the new\nport, and that Kari\u{a0}Solberg had agreed.\n";
    assert_eq!(people(text), ["Piotr Nowak", "Kari Solberg"]);
}

#[test]
fn a_slip_of_the_pen_is_the_same_person() {
    let all = chained(
        "Spokeswoman Maria Petrovskaya spoke first. Petrovskaja added nothing. “No,” Petrovskyaya said.",
    );
    assert!(all.len() == 3 && all.iter().all(|(_, entity)| entity == "Maria Petrovskaya"), "{all:?}");
}

#[test]
fn two_people_of_one_surname_stay_two() {
    let all = chained("Tarik Rahimi greeted the crowd. Later Karim Rahimi spoke, and Rahimi was cheered.");
    let entities: Vec<&str> = all.iter().map(|(_, entity)| entity.as_str()).collect();
    assert_eq!(entities, ["Tarik Rahimi", "Karim Rahimi", "Rahimi"], "never who was named last");
}

#[test]
fn two_surnames_with_a_hyphen() {
    let text = "President Kari Solberg met President Piotr Nowak. The Solberg-Nowak summit was short.";
    assert_eq!(people(text), ["Kari Solberg", "Piotr Nowak", "Solberg", "Nowak"]);
}

#[test]
fn acronyms_are_chained_to_what_they_stand_for() {
    let text =
        "Leaders of the Shanghai Cooperation Organisation (SCO) met in June. The SCO agreed on little.";
    let names = names(text);
    let one = names.entities.iter().find(|entity| entity.name.contains("Shanghai")).unwrap();
    assert_eq!((one.kind, one.mentions.len()), (NameKind::Organisation, 3));
    assert_eq!(of_kind("The talks were held in Vienna.", NameKind::Place), ["Vienna"]);
}

#[test]
fn profiles_teach_names() {
    let known = KnownName { name: "Zzyx Qwerty".into(), kind: NameKind::Person, family_first: true };
    let text = "They waited for Zzyx Qwerty. Zzyx came late.";
    let names = read(&Layout::of(text, Language::english()), &Lexicon::new([known]));
    let one = names.entities.iter().find(|entity| &*entity.name == "Zzyx Qwerty").unwrap();
    assert_eq!((one.family_first, one.mentions.len()), (Some(true), 2));
}

#[test]
fn titles_say_role_country_and_body() {
    let text = "Poland’s top diplomat Piotr Nowak met Deputy Foreign Minister Li Wen of China, Kari Solberg, the former Norwegian prime minister, and Joao Reis, Director of the Baltic Science Council.";
    let names = names(text);
    let titles: Vec<_> = names
        .titles
        .iter()
        .map(|title| {
            let holder = title.holder.and_then(|at| at.of(&names.entities)).map_or("", |entity| &entity.name);
            (holder, &*title.role, title.country.map(|code| code.to_string()), title.qualifier)
        })
        .collect();
    let country = |code: &str| Some(code.to_owned());
    assert_eq!(titles.first(), Some(&("Piotr Nowak", "foreign minister", country("pl"), None)));
    assert_eq!(titles.get(1), Some(&("Li Wen", "deputy foreign minister", country("cn"), None)));
    assert_eq!(
        titles.get(2),
        Some(&("Kari Solberg", "prime minister", country("no"), Some(Qualifier::Former)))
    );
    assert_eq!(titles.get(3).map(|title| title.0), Some("Joao Reis"));
    assert_eq!(names.titles.get(3).and_then(|title| title.org.as_deref()), Some("Baltic Science Council"));
}

#[test]
fn two_titles_with_and_have_one_holder() {
    let names = names("State Councilor and Foreign Minister Chen Guowei left on Friday.");
    let holders: Vec<_> = names.titles.iter().map(|title| (&*title.role, title.holder.is_some())).collect();
    assert_eq!(holders, [("state councilor", true), ("foreign minister", true)]);
}

#[test]
fn titles_alone_are_kept_where_they_mean_somebody() {
    let names = names(
        "Foreign Minister Piotr Nowak met his Chinese counterpart. The Norwegian prime minister phoned. A minister resigned.",
    );
    let alone: Vec<_> = names.titles.iter().filter(|title| title.holder.is_none()).collect();
    assert_eq!(alone.len(), 2, "{alone:?}");
    assert_eq!((alone[0].country, alone[0].counterpart_of), (CountryCode::new("cn"), Some(Index::new(0))));
    assert_eq!((&*alone[1].role, alone[1].country), ("prime minister", CountryCode::new("no")));
}

#[test]
fn any_text_is_read() {
    for text in [
        "",
        "—",
        "A",
        "A.",
        "J.",
        "Mr",
        "Mr.",
        "President",
        "-X-",
        "Al-",
        "al-al-al-",
        "“\"(",
        "King of of of",
        "J. J. J. J. J. J.",
    ] {
        names(text);
    }
}

#[test]
fn a_lone_surname_before_who_is_a_person() {
    assert_eq!(people("Wexelhoff, who had spent the week in Oslo, left at noon."), ["Wexelhoff"]);
    assert_eq!(people("Lisbon, whose mayors change often, waits."), [""; 0]);
}

#[test]
fn an_office_is_no_organisation_and_two_countries_are_two() {
    let text = "State Councilor Qiu Lan spoke of China-Russia trade at the World Bank.";
    assert_eq!(of_kind(text, NameKind::Organisation), ["World Bank"]);
    assert_eq!(of_kind(text, NameKind::Place), ["China", "Russia"]);
}

#[test]
fn a_headline_says_no_more_of_a_name_than_the_article() {
    let text = "Solberg and Moreau Unveil 'Entente Rurale' as Three-Day Visit Ends\n\nPrime Minister Kari Solberg and President Jean-Luc Moreau closed the visit on Thursday.";
    assert_eq!(people(text), ["Solberg", "Moreau", "Kari Solberg", "Jean-Luc Moreau"]);
    let text = "Talks with President of Guinea-Bissau Adulai Sanco Mbaye\n\nVasili Orlov: Good day.\n\nAdulai Sanco Mbaye (retranslated): Thank you.";
    assert_eq!(people(text), ["Adulai Sanco Mbaye", "Vasili Orlov", "Adulai Sanco Mbaye"]);
}

#[test]
fn a_short_name_stays_with_whom_it_has_meant() {
    let text = "Luis Inacio Tula da Rocha arrived. Tula smiled. Tula and his wife, Jana Tula da Rocha, held a dinner. Tula praised the food.";
    let all = chained(text);
    let of = |at: usize| all.get(at).map(|one| one.1.as_str());
    assert_eq!(of(1), Some("Luis Inacio Tula da Rocha"), "{all:?}");
    assert_eq!(all.last().map(|one| one.1.as_str()), Some("Luis Inacio Tula da Rocha"), "{all:?}");
}

#[test]
fn a_given_name_alone_is_nobody_who_comes_later() {
    let text = "Prime Minister Dan Halevi was abroad with his son Yoram on Monday. Opposition leader Yoram Lavi called it a shame.";
    let all = chained(text);
    let son = all.iter().find(|(word, _)| word == "Yoram");
    assert!(son.is_none_or(|(_, entity)| entity != "Yoram Lavi"), "{all:?}");
}

#[test]
fn a_king_has_a_number_and_no_family_name() {
    let text = "Jordan’s King Abdallah II met Prince Faisal bin Turki bin Abdallah.";
    let all = chained(text);
    assert_eq!(
        all,
        [
            ("Abdallah II".to_owned(), "Abdallah II".to_owned()),
            ("Faisal bin Turki bin Abdallah".to_owned(), "Faisal bin Turki bin Abdallah".to_owned()),
        ]
    );
}

#[test]
fn initials_may_be_glued_and_have_two_letters() {
    assert_eq!(
        people(
            "A.Yu. Rudakov was received by Foreign Minister B. Batsukh. It was recalled that S.V. Larin last came in July."
        ),
        ["A.Yu. Rudakov", "B. Batsukh", "S.V. Larin"]
    );
}

#[test]
fn initials_are_the_given_names_of_the_same_article() {
    let all = chained("Deputy Minister Andrei Rudakov came to Oslo. A.Yu. Rudakov was received by the king.");
    assert_eq!(
        all,
        [
            ("Andrei Rudakov".to_owned(), "Andrei Rudakov".to_owned()),
            ("A.Yu. Rudakov".to_owned(), "Andrei Rudakov".to_owned()),
        ]
    );
    assert_eq!(
        people("A senior police officer K Ramesh Naidu met Lt Gen SM Kamal Hosain."),
        ["K Ramesh Naidu", "SM Kamal Hosain"]
    );
}

#[test]
fn what_is_named_after_people_is_no_person() {
    assert_eq!(
        people("The emir was welcomed at Al Batin airport and driven past Ben Halevi stadium."),
        [""; 0]
    );
    assert_eq!(people("They waited for Ben Halevi at the stadium."), ["Ben Halevi"]);
}

#[test]
fn forms_of_address_are_no_part_of_a_name() {
    assert_eq!(
        people(
            "His Highness Sheikh Saif bin Turki hosted Datuk Seri Anwar Rashid and Mallam Nuhu Garba, and His Highness smiled."
        ),
        ["Saif bin Turki", "Anwar Rashid", "Nuhu Garba"]
    );
}

#[test]
fn two_surnames_are_the_end_of_a_longer_name() {
    let all = chained("Joaquin Barros Lopez landed on Friday. A lawyer said Barros Lopez was well.");
    assert!(all.iter().all(|(_, entity)| entity == "Joaquin Barros Lopez"), "{all:?}");
}

#[test]
fn companies_named_after_people_are_companies() {
    assert_eq!(
        people(
            "The actor Vikram Anand, who has been in the news, owns a company that is called Vikram Anand Films and has sold Ratna Motors to the owners of Kamal Pictures."
        ),
        ["Vikram Anand"]
    );
}

#[test]
fn given_names_may_be_short() {
    assert_eq!(
        people(
            "Foreign Secretary Md. Jamil Uddin met Secretary Ma. Teresa Lozano in Dhaka on Friday to talk about trade, and Mohd. Hasan came too."
        ),
        ["Md. Jamil Uddin", "Ma. Teresa Lozano", "Mohd. Hasan"]
    );
}

#[test]
fn what_stands_before_a_surname_belongs_to_it() {
    assert_eq!(
        people(
            "Vice President JD Vance flew to Rome on Friday for talks with the pope. JD Vance said little about it, and Hossein Amir-Rahimian, who came from Tehran by train, said nothing."
        ),
        ["JD Vance", "JD Vance", "Hossein Amir-Rahimian"]
    );
    assert_eq!(
        people(
            "The plan was late, and UN officials said that EU Commissioner Ann Roe had asked for more time."
        ),
        ["Ann Roe"]
    );
}

#[test]
fn a_transcript_names_who_speaks() {
    let text = "Press conference\n\nQuestion: What of the port?\n\nAdulai Sanco: Nothing new.\n\nKey points: the port, the road.";
    assert_eq!(people(text), ["Adulai Sanco"]);
}

#[test]
fn bylines_keep_the_whole_name() {
    assert_eq!(people("By Han Seo-yeon\n\nSEOUL — The talks began."), ["Han Seo-yeon"]);
}

#[test]
fn somebody_s_office_is_somebody_s() {
    assert_eq!(
        people(
            "Vasili Orlov spoke. Andrei Yarmak is the head of Vasili Zelin's office. Bilal Batto-Zardan and Asif Zardan agreed."
        ),
        ["Vasili Orlov", "Andrei Yarmak", "Vasili Zelin", "Bilal Batto-Zardan", "Asif Zardan"]
    );
}

/// Every title with its holder; "–" for one that stands alone.
fn titles(text: &str) -> Vec<(String, String)> {
    let names = names(text);
    let holder = |at: Option<Index<LocalEntity>>| {
        at.and_then(|at| at.of(&names.entities)).map_or("–".to_owned(), |entity| entity.name.to_string())
    };
    names.titles.iter().map(|title| (title.span.of(text).to_owned(), holder(title.holder))).collect()
}

fn check_titles(text: &str, wanted: &[(&str, &str)]) {
    let found = titles(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(title, name)| (&**title, &**name)).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn a_title_in_a_list_is_not_that_of_the_name_before_it() {
    check_titles("He met Ann Rowe, Jan Dohler and the French ambassador.", &[("French ambassador", "–")]);
    check_titles("He met Ann Rowe, the French ambassador and others.", &[("French ambassador", "–")]);
    check_titles(
        "He met Ann Rowe, Karl Dohler, the French ambassador, and Kari Lund.",
        &[("French ambassador", "–")],
    );
    check_titles(
        "They saw Ann Rowe, Prime Minister of Norway Sheikh Omar Haddad, and others.",
        &[("Prime Minister of Norway", "Omar Haddad"), ("Sheikh", "Omar Haddad")],
    );
    check_titles("Present were Ann Rowe, Chief of Defense Jan Dohler, and Kari Lund.", &[]);
}

#[test]
fn a_title_is_an_apposition_only_where_its_noun_phrase_ends() {
    check_titles("“No,” he told Ann Rowe, the president said.", &[("president", "–")]);
    check_titles("He called Ann Rowe, the president’s aide.", &[("president", "–")]);
    check_titles(
        "He called Ann Rowe, the Norwegian president, on Monday.",
        &[("Norwegian president", "Ann Rowe")],
    );
    check_titles(
        "He called Ann Rowe, president of Norway since May.",
        &[("president of Norway", "Ann Rowe")],
    );
    check_titles(
        "Kari Lund, chair and president of the club, left.",
        &[("chair", "Kari Lund"), ("president", "Kari Lund")],
    );
}

#[test]
fn two_titles_before_a_name_may_be_those_of_two_people() {
    check_titles(
        "The President and Prime Minister Lund met.",
        &[("President", "–"), ("Prime Minister", "Lund")],
    );
    check_titles(
        "Talks between the US leader and French President Luc Moreau went on.",
        &[("US leader", "–"), ("French President", "Luc Moreau")],
    );
    check_titles(
        "Chinese State Councilor and Foreign Minister Chen Guowei left.",
        &[("Chinese State Councilor", "Chen Guowei"), ("Foreign Minister", "Chen Guowei")],
    );
    check_titles(
        "Deputy White House chief of staff Ann Rowe left.",
        &[("Deputy White House chief of staff", "Ann Rowe")],
    );
}

#[test]
fn a_title_may_stand_before_a_comma_an_honorific_or_several_names() {
    check_titles(
        "Qatar’s prime minister, Sheikh Omar Haddad, said no.",
        &[("Qatar’s prime minister", "Omar Haddad"), ("Sheikh", "Omar Haddad")],
    );
    check_titles("He met Foreign Minister Mr. Dohler.", &[("Foreign Minister", "Dohler")]);
    check_titles("It was said by Sen. Kari Lund in Oslo.", &[("Sen", "Kari Lund")]);
    let both = [("Presidents", "Rowe"), ("Presidents", "Haddad")];
    check_titles(
        "A truce between Presidents Rowe and Haddad holds. Ann Rowe and Omar Haddad met.",
        &[("Presidents", "Ann Rowe"), ("Presidents", "Omar Haddad")],
    );
    check_titles("A truce between Presidents Rowe and Haddad holds.", &both);
}

#[test]
fn headlines_keep_their_verbs_out_of_names() {
    assert_eq!(
        people("President Dohler Announces Host City for Next Summit\n\nThe city is Oslo."),
        ["Dohler"]
    );
    let text = "India, US Postpone Trade Deal Meet Amid Dohler's Tariff Setback\n\nPresident Jan Dohler lost. Dohler's team met.";
    assert_eq!(people(text), ["Dohler", "Jan Dohler", "Dohler"]);
}

#[test]
fn things_and_places_are_no_people() {
    for text in [
        "They met in Gyeongju, North Gyeongsang, on Monday.",
        "Asian and Pacific Rim leaders left.",
        "It shored up North American supply chains.",
        "Aid came through Kerem Shalom on Monday.",
        "No K-Pop concert was held.",
        "The carrier USS Abraham Lincoln sailed. Storm Kristen hit Porto.",
        "He vetoed S. 4199 on Monday.",
        "Drug maker Eli Lilly grew.",
    ] {
        assert_eq!(people(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(people("Senior Director for East Asia Craig Dohler left."), ["Craig Dohler"]);
    assert_eq!(people("McRowe CEO Dave Dohler left."), ["Dave Dohler"]);
    assert_eq!(
        people("We like the Rowe-Dohler administration's plan. Ann Rowe and Jan Dohler won."),
        ["Rowe", "Dohler", "Ann Rowe", "Jan Dohler"]
    );
}

#[test]
fn names_keep_their_last_syllable_and_full_stop() {
    assert_eq!(people("President Joseph R. Dohler Jr. spoke in Oslo."), ["Joseph R. Dohler Jr."]);
    assert_eq!(people("Then President Moon Jae-in visited it in May."), ["Moon Jae-in"]);
    assert_eq!(people("Critics say Theresa May may never recover."), ["Theresa May"]);
}

/// The last names of a text, each with the name of its entity.
fn check_bearers(text: &str, wanted: &[(&str, &str)]) {
    let all = chained(text);
    let found: Vec<(&str, &str)> = all.iter().map(|(word, name)| (&**word, &**name)).collect();
    assert_eq!(found.get(found.len().saturating_sub(wanted.len())..), Some(wanted), "{text}");
}

#[test]
fn titles_and_gender_tell_two_bearers_of_a_surname_apart() {
    let text = "Foreign Minister Anna Rowe met President Paul Rowe in Oslo. President Rowe was glad. Foreign Minister Rowe left. Mrs Rowe said so. Mr Rowe stayed.";
    check_bearers(
        text,
        &[("Rowe", "Paul Rowe"), ("Rowe", "Anna Rowe"), ("Rowe", "Anna Rowe"), ("Rowe", "Paul Rowe")],
    );
}

#[test]
fn a_relative_does_not_take_the_surname_over() {
    let text = "North Korean leader Kim Jong Un came by train. His father, Kim Jong Il, came seven times. Kim met the mayor.";
    check_bearers(text, &[("Kim", "Kim Jong Un")]);
    let text = "President Jan Rowe came with his wife Ann Rowe. Rowe spoke.";
    check_bearers(text, &[("Rowe", "Jan Rowe")]);
}

#[test]
fn a_surname_of_two_people_is_nobody_where_nothing_tells_which() {
    check_bearers("Anna Rowe and Paul Rowe met in Oslo. Rowe said little.", &[("Rowe", "Rowe")]);
    check_bearers(
        "Peter and Anna Rowe came to Oslo. Rowe spoke.",
        &[("Peter", "Peter"), ("Anna Rowe", "Anna Rowe"), ("Rowe", "Rowe")],
    );
    check_bearers(
        "Anna Rowe spoke in Oslo. Rowe said little. Paul Holm agreed. Rowe left.",
        &[("Rowe", "Anna Rowe")],
    );
}

#[test]
fn a_profile_s_person_is_known_by_the_surname_alone() {
    let known = ["Kathleen Macroy", "Macroy", "Iron Lady of Bergen"].map(|name| KnownName {
        name: name.into(),
        kind: NameKind::Person,
        family_first: false,
    });
    let lexicon = Lexicon::new(known);
    for (text, wanted) in [
        ("Macroy and Bertini stayed in Geneva.", "Macroy"),
        ("Reporters asked the Iron Lady of Bergen.", "Iron Lady of Bergen"),
    ] {
        let names = read(&Layout::of(text, Language::english()), &lexicon);
        let people = names.mentions.iter().filter(|mention| mention.kind == NameKind::Person);
        assert_eq!(people.map(|mention| mention.span.of(text)).next(), Some(wanted));
    }
}
