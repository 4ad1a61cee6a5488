//! What the almanac adds to hovers and jumps, and where it must keep silent.

use dateline::ide::almanac::AlmanacEntry;
use dateline::ide::{goto, hover::hover, show};
use expect_test::{Expect, expect};

use crate::fixture::Fixture;

/// The part of a hover that is the almanac's.
fn almanac(source: &str) -> String {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    let hover = hover(&fixture.world, doc, offset, &|_| None).expect("a hover");
    let shown = show::without_markdown(&hover.markdown);
    let lines = shown.lines().skip_while(|line| !line.starts_with("Almanac"));
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn check(source: &str, wanted: &Expect) {
    wanted.assert_eq(&almanac(source));
}

fn on_record(source: &str) -> Option<AlmanacEntry> {
    let fixture = Fixture::new(source);
    let (doc, offset) = fixture.cursor();
    goto::on_record(&fixture.world, doc, offset)
}

#[test]
fn a_person_has_the_offices_of_the_article_s_time() {
    let source = "
//- 2021-10-05.txt
German Chancellor Angela Merkel came to Brdo. Merkel left early.
                                              |
";
    check(
        source,
        &expect![[r#"
        Almanac
        - Chancellor of Germany, 22 Nov 2005 – 8 Dec 2021 (from memory)"#]],
    );
    assert_eq!(on_record(source), Some(AlmanacEntry::Person("angela-merkel".into())));
    check(
        "
//- 2015-03-31.txt
Chinese Foreign Minister Wang Yi spoke in Beijing.
                         |
",
        &expect![[r#"
            Almanac 王毅
            - Foreign Minister of China, 16 March 2013 – 30 Dec 2022"#]],
    );
}

#[test]
fn an_office_that_is_still_held_is_never_called_current() {
    check(
        "
//- 2025-07-15.txt
Chinese Foreign Minister Wang Yi spoke in Tianjin.
                         |
",
        &expect![[r#"
            Almanac 王毅
            - Foreign Minister of China, since 25 July 2023, as of 2 Dec 2025
            - Director of the Office of the Central Foreign Affairs Commission of China, since 2023, as of 28 Nov 2025
            - Politburo member of China, since 23 Oct 2022, as of 28 Nov 2025"#]],
    );
}

#[test]
fn of_somebody_who_may_be_another_nothing_is_said() {
    for source in [
        // No office, an office of another country, an office at another time, a surname alone.
        "//- 2021-10-05.txt\nAngela Merkel sold her boat.\n|\n",
        "//- 2021-10-05.txt\nNorwegian Chancellor Angela Merkel came to Brdo.\n                     |\n",
        "//- 1991-10-05.txt\nGerman Chancellor Angela Merkel came to Brdo.\n                     |\n",
        "//- 2021-10-05.txt\nGerman Chancellor Merkel came to Brdo.\n                     |\n",
    ] {
        assert_eq!(almanac(source), "", "{source}");
        assert_eq!(on_record(source), None, "{source}");
    }
}

#[test]
fn a_profile_is_used_instead() {
    let source = "
//- profiles/people.toml
[[person]]
id = \"angela-merkel\"
name = \"Angela Merkel\"
//- 2021-10-05.txt
German Chancellor Angela Merkel came to Brdo.
                     |
";
    assert_eq!((almanac(source), on_record(source)), (String::new(), None));
}

#[test]
fn a_meeting_has_the_days_of_its_edition() {
    let source = "
//- page.txt
The minister will travel to the third Belt and Road Forum in Beijing.
                                            |
";
    check(source, &expect!["Almanac Belt and Road Forum 2023 (the 3rd) · 17–18 Oct 2023 · Beijing, China"]);
    assert_eq!(on_record(source), Some(AlmanacEntry::Series("belt-and-road-forum".into())));
    // Which one is meant is open: the series can be opened, but no days are shown.
    let source = "
//- page.txt
The minister will travel to the Belt and Road Forum in Beijing.
                                      |
";
    assert_eq!(almanac(source), "");
    assert!(on_record(source).is_some());
}

#[test]
fn another_year_s_meeting_is_not_taken_for_it() {
    let source = "
//- 2021-06-01.txt
The third Belt and Road Forum took place in Oslo on May 3, 2021.
                |
";
    assert_eq!(almanac(source), "");
    let source = "
//- page.txt
The minister will travel to the third Belt and Road Forum in Oslo.
                                            |
";
    assert_eq!(almanac(source), "", "nor one in another town");
}
