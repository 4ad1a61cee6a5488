//! What divides a text into zones and sentences: abbreviations, and the lines of scraped pages. Read by
//! `crate::text`.

use super::table::named;

named! {
    class
    /// What a word or a line may be in the layout of a text.
    pub enum TextClass {
        /// Two letters that are one letter in another script, and so one initial: "A.Yu.".
        InitialPair,
        /// Given names written short with a full stop: "Md. Roe".
        ShortName,
        /// A full stop after it belongs to it. In lower case; capitals are ignored.
        Abbreviation,
        /// A single capital letter that is a word.
        NoInitial,
        /// Begins a sentence, even after an abbreviation.
        SentenceStarter,
        /// A word that does not end a line of its own: after it, a line goes on below.
        LineOpener,
        /// The first part of a compound that keeps its hyphen at the end of a line: "two-" of "two-day".
        CompoundPart,
        /// What opens the line that says when a letter was sent.
        LetterDate,
        /// Words of a line that numbers an article in an export: "2 of 37 DOCUMENTS".
        ArticleNumber,
        /// The first step of a breadcrumb: "World / Asia".
        SectionName,
        /// Whole lines, without final punctuation.
        FurnitureLine,
        /// Prefixes of furniture lines of up to 100 bytes.
        FurnitureStart,
        /// Prefixes of lines that say who wrote the article or when, in lower case.
        BylineStart,
        /// The same, but only before a capital: "By Jane Roe", not "By the sea, …".
        BylineOpener,
        /// Words allowed in a line that is only a date, in lower case.
        DateWord,
        /// Found anywhere in a caption.
        CaptionMark,
    }
}
