//! The closed lists that the readers of names ask for.

use crate::lang::table::named;

named! {
    class
    /// What a word may be in or beside a name. A word may be in several.
    pub enum NameClass {
        // Words inside names.
        /// Belongs to the name behind it: "van", "bin", "de la".
        Particle,
        /// The same for the tagger, whose weights were made with this list.
        TaggerParticle,
        /// Written with the surname when that stands alone, as a key has it: "van der Leyen".
        LeadingParticle,
        /// Particles that are given names as well: "Ben Roe".
        GivenOrParticle,
        /// The article of Arabic names: "al-Sisi".
        NameArticle,
        /// Behind a name, as it is written. Not "V", "X" and "XI", which are more often something else.
        NumberSuffix,
        /// The same where a comma may stand before it and a full stop behind.
        JuniorSuffix,
        /// The same, as a part of a name that is no part to compare.
        GenerationSuffix,
        /// What tells a father from a son, in its normal form.
        Generation,
        /// Behind a hyphen and no part of a name: "Roe-led".
        NotSyllable,
        /// Letters that join two names and are no initials.
        Connective,
        /// Two capitals that are no initials, as written.
        NotInitials,
        /// Taken in by the tagger, and no part of the name.
        NotFirst,
        /// The same unless it is an initial: "A. Roe".
        IndefiniteA,
        // Words that are no names.
        /// Capitalised for other reasons than being a name.
        NeverName,
        /// A single letter that is a word.
        OneLetterWord,
        // What people do.
        /// Verbs of saying and doing that people are the subject of.
        SpeechVerb,
        /// The same behind a family name that the tagger is not sure of.
        SurnameVerb,
        /// The one of them that no thing does.
        LeftVerb,
        /// who whose
        RelativeWho,
        /// Verbs of saying for the tagger, as written.
        SpeechCue,
        /// Behind the name of a body for the tagger, as written.
        OrganisationCue,
        /// Before the name of a place for the tagger, as written.
        PlaceCue,
        // Last words of names that are no person's.
        /// A body one can hold an office in.
        Body,
        /// Events, laws and things.
        Event,
        /// Companies, clubs and papers.
        Firm,
        /// What stands in small letters behind a name that a building or a road has: "Roe airport".
        NamedAfter,
        /// Places: "Roe Street".
        PlaceTail,
        // Titles.
        /// The role is somebody else's.
        Counterpart,
        /// former ex onetime late then outgoing
        Former,
        /// The one of them that a hyphen follows.
        Ex,
        /// acting interim caretaker
        Acting,
        /// vice deputy assistant
        Deputy,
        /// incoming
        Designate,
        /// Belongs to the title, and says nothing.
        RankAdjective,
        /// Makes a title stand for somebody by itself.
        DefiniteSign,
        /// Makes a title stand for nobody.
        IndefiniteSign,
        /// "president of", "envoy to", "minister for", as written.
        TitleLink,
        /// to
        To,
        /// of
        Of,
        /// the
        The,
        /// Joins two titles of one person.
        TitleJoint,
        /// Between a name with its comma and the title behind it.
        BeforeTitle,
        /// Normal forms of titles (names/data/roles.tsv) that say a person follows, and nothing else.
        Honorific,
        /// The one of them whose forms end in -s without being plurals.
        PluralHonorific,
        /// Normal forms of titles that are words as often as offices, in small letters.
        WeakTitle,
        // Names that are looked up.
        /// Set aside when names of bodies and places are compared.
        SmallInKey,
        /// Names of a part of a country, of one that is no more, or of more countries than one; in lower
        /// case.
        OldCountry,
    }
}
