use super::*;

fn parse(text: &str) -> File {
    File::parse(Text::new(text))
}

/// "the text under it: the message", for every problem.
fn problems(text: &str) -> Vec<String> {
    let file = parse(text);
    file.problems.iter().map(|p| format!("{}: {}", p.span.of(text), p.message)).collect()
}

#[test]
fn a_person_with_two_offices() {
    let text = "# People.\n[[person]]\nid = \"ann-roe\"\nname = \"Ann Roe\"\nnative = { ru = \"Энн Ро\", zh = \"安\" }\n\
        born = \"1960\"\n[[person.office]]\ntitle = \"Harbour Master\"\ncountry = \"no\"\nwhen = \"2013-03/2022-12\"\n\
        [[person.office]]\ntitle = \"Mayor\"\nwhen = \"2023-07/..\"\nsource = [\"a\", \"b\"]\n\n[[series]]\nid = \"s\"\nname = \"S\"\n";
    let file = parse(text);
    assert_eq!(file.problems, []);
    let person = &file.persons[0];
    assert!(
        person.span.of(text).starts_with("[[person]]\nid")
            && person.span.of(text).ends_with("[\"a\", \"b\"]")
    );
    assert_eq!(person.id.span.of(text), "\"ann-roe\"");
    assert_eq!(person.native[0].0.as_ref(), "ru");
    let [harbour, mayor] = &person.offices[..] else { panic!() };
    assert!(harbour.span.of(text).starts_with("[[person.office]]\ntitle = \"Harbour"));
    assert!(harbour.span.of(text).ends_with("2022-12\""));
    assert_eq!(harbour.when.as_ref().unwrap().span.of(text), "\"2013-03/2022-12\"");
    assert_eq!((mayor.source.len(), mayor.country.as_ref()), (2, None));
    assert_eq!(file.series.len(), 1);
}

#[test]
fn a_wrong_value_costs_its_key() {
    let text = "[[person]]\nid = \"a\"\nname = \"A\"\nborn = \"2025-02-30\"\nfamily_first = \"yes\"\nalias = [\"B\"]\n";
    assert_eq!(
        problems(text),
        [
            "\"2025-02-30\": 2025-02-30 does not exist",
            "\"yes\": `family_first` wants true or false, without quotes",
            "alias: `alias` is not a key of [[person]]; did you mean `aliases`?",
        ]
    );
    assert_eq!(parse(text).persons.len(), 1);
}

#[test]
fn a_broken_line_costs_itself() {
    for (line, message) in [
        ("born = 2023-07", "a date stands in quotes: born = \"2023-07\""),
        ("note \"x\"", "a line is written key = \"value\"; here the `=` is missing"),
        ("note = \"x", "the closing quote is missing"),
        ("id = \"again\"", "`id` stands twice in this entry; keep one"),
        ("note = unquoted", "text stands in quotes: note = \"…\""),
    ] {
        let text = format!(
            "[[person]]\nid = \"a\"\nname = \"A\"\n{line}\n[[person.office]]\ntitle = \"T\"\n[[event]]\nid = \"e\"\nname = \"E\"\n"
        );
        let file = parse(&text);
        assert_eq!(problems(&text), [format!("{line}: {message}")]);
        assert_eq!(
            (file.persons.len(), file.persons[0].offices.len(), file.events.len()),
            (1, 1, 1),
            "{line}"
        );
        assert_eq!(file.events[0].id.span.of(&text), "\"e\"");
    }
}

#[test]
fn while_a_line_is_typed_everything_else_stays_in_force() {
    for (typed, fault) in [
        ("aliases = [", "aliases = ["),
        ("aliases = [\"B", "aliases = [\"B"),
        ("aliases = [\"B\",", "aliases = [\"B\","),
        ("aliases = [\n  \"B\",\n", "aliases = ["),
        ("native = { zh = \"安\"", "native = { zh = \"安\""),
        ("native = {", "native = {"),
        ("bor", "bor"),
        ("born =", "born ="),
        ("born = \"19", "born = \"19"),
        ("born = 19", "19"),
        ("[[person.off", "[[person.off"),
        ("note = \"\"\"x", "note = \"\"\"x"),
    ] {
        let text = format!(
            "[[person]]\nid = \"a\"\nname = \"A\"\n{typed}\ndied = \"2001\"\n[[person.office]]\ntitle = \"T\"\nwhen = \"1999\"\n\n[[person]]\nid = \"c\"\nname = \"C\"\n"
        );
        let file = parse(&text);
        let faults: Vec<_> = file.problems.iter().map(|p| p.span.of(&text)).collect();
        assert_eq!(faults, [fault], "one error, at the spot: {typed} {:?}", file.problems);
        let ids: Vec<_> = file.persons.iter().map(|person| &*person.id.value).collect();
        assert_eq!(ids, ["a", "c"], "{typed}");
        let person = &file.persons[0];
        assert_eq!((person.offices.len(), person.died.is_some()), (1, true), "{typed}: {person:?}");
    }
}

#[test]
fn what_an_entry_needs() {
    let text = "[[person]]\nname = \"A\"\n[[event]]\nid = \"Big Summit\"\nname = \"\"\n[[series]]\nid = \"s\"\nname = \"S\"\n[[series]]\nid = \"s\"\nname = \"T\"\n[[perso]]\n";
    assert_eq!(
        problems(text),
        [
            "[[person]]: this person has no `id`; add id = \"…\"",
            "\"Big Summit\": `Big Summit` is no id: a name in small letters, digits and hyphens, in quotes",
            "\"\": `name` is empty; fill it in or take the line out",
            "\"s\": the id `s` is taken by the entry on line 7; ids must differ",
            "perso: `perso` is not a key of a profile file; did you mean `person`?",
        ]
    );
    assert_eq!(parse(text).series.len(), 1);
}

#[test]
fn single_brackets_are_read_and_reported() {
    let text = "[person]\nid = \"a\"\nname = \"A\"\n";
    assert_eq!(problems(text), ["[person]: `person` is a list of entries; begin each with [[person]]"]);
    assert_eq!(parse(text).persons.len(), 1);
}
