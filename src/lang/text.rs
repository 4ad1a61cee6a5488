//! What parts a text into zones and sentences: abbreviations, and the lines of scraped pages. Read by `crate::text`.

use super::table::named;

named! {
    class
    /// What a word or a line may be for the layout of a text.
    pub enum TextClass {
        /// Two letters that are one in another script, and one initial: "A.Yu.".
        InitialPair,
        /// Given names that are written short, with a full stop: "Md. Roe".
        ShortName,
        /// A full stop behind it belongs to it; in lower case, read whatever the capitals.
        Abbreviation,
        /// A single capital that is a word.
        NoInitial,
        /// Begins a sentence, even behind an abbreviation.
        SentenceStarter,
        /// The first step of a breadcrumb: "World / Asia".
        SectionName,
        /// Whole lines, final marks dropped.
        FurnitureLine,
        /// Lines that begin so, up to 100 bytes.
        FurnitureStart,
        /// A line that begins so, in lower case, says who wrote the article or when.
        BylineStart,
        /// The same where a capital follows: "By Jane Roe", not "By the sea, …".
        BylineOpener,
        /// What may stand in a line that is nothing but a date, in lower case.
        DateWord,
        /// What a caption holds somewhere.
        CaptionMark,
    }
}
