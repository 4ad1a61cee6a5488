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
        /// What a line calls an article that it numbers in an export: "2 of 37 DOCUMENTS".
        ArticleNumber,
        /// What a line calls the page that it numbers.
        PageNumber,
        /// What stands between the number and how many there are.
        NumberBetween,
        /// The last line of an article in an export, in lower case.
        ArticleEnd,
        /// What a line under an article of an export begins with, in lower case.
        ArticleTail,
        /// How the last line of the page begins that lists what was exported, in lower case.
        CoverEnd,
        /// The field that opens a record: a label with its colon in lower case, or a code as written.
        RecordOpens,
        /// Other fields of a record.
        RecordField,
        /// The field that tells an article's length.
        LengthField,
        /// The field that tells when an article was put into an archive.
        LoadField,
        /// Fields under an article.
        TailField,
        /// Fields that only archives write: one of them makes a text the record of an archive.
        ArchiveField,
        /// The field with the headline.
        HeadlineField,
        /// Fields with who wrote the article, read with their label.
        BylineField,
        /// Fields with the day of publication.
        DayField,
        /// The field with the place of a dateline.
        PlaceField,
        /// Fields with the text of the article.
        TextField,
        /// Fields with what is no part of an article.
        OtherField,
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
        /// Words of a line that says when an article was changed.
        UpdateWord,
        /// The months among them.
        MonthName,
        /// Words allowed in a line that is only a date, in lower case.
        DateWord,
        /// What may follow the date of an edition, in lower case: "Final Edition".
        EditionWord,
        /// Found anywhere in a caption.
        CaptionMark,
    }
}
