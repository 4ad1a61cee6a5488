//! The closed lists that the name readers use.

use crate::lang::table::named;

named! {
    class
    /// What a word may be in or beside a name. A word may be in several classes.
    pub enum NameClass {
        // Words inside names.
        /// Belongs to the name after it: "van", "bin", "de la".
        Particle,
        /// The same for the tagger, whose weights were trained with this list.
        TaggerParticle,
        /// Written with the surname when it stands alone, in the form of a key: "van der Leyen".
        LeadingParticle,
        /// Particles that are given names as well: "Ben Roe".
        GivenOrParticle,
        /// The article of Arabic names: "al-Sisi".
        NameArticle,
        /// After a name, as written. Not "V", "X" and "XI", which are more often something else.
        NumberSuffix,
        /// The same, where a comma may precede it and a full stop may follow.
        JuniorSuffix,
        /// The same, as a part of a name that is not compared.
        GenerationSuffix,
        /// What tells a father from a son, in its normal form.
        Generation,
        /// After a hyphen and not part of a name: "Roe-led".
        NotSyllable,
        /// Letters that join two names and are not initials.
        Connective,
        /// Two capitals that are not initials, as written.
        NotInitials,
        /// Included by the tagger, but not part of the name.
        NotFirst,
        /// The same unless it is an initial: "A. Roe".
        IndefiniteA,
        // Words that are not names.
        /// Words capitalised for reasons other than being a name.
        NeverName,
        /// A single letter that is a word.
        OneLetterWord,
        // What people do.
        /// Verbs of saying and doing whose subject is a person.
        SpeechVerb,
        /// The same after a family name that the tagger is not sure of.
        SurnameVerb,
        /// The one of them whose subject is never a thing.
        LeftVerb,
        /// who whose
        RelativeWho,
        /// Verbs of saying for the tagger, as written.
        SpeechCue,
        /// After the name of an organisation, for the tagger, as written.
        OrganisationCue,
        /// Before the name of a place, for the tagger, as written.
        PlaceCue,
        // Last words of names that do not belong to people.
        /// An organisation with offices.
        Body,
        /// Events, laws and things.
        Event,
        /// Companies, clubs and papers.
        Firm,
        /// Lower-case words after a name that show a building or a road: "Roe airport".
        NamedAfter,
        /// Places: "Roe Street".
        PlaceTail,
        /// First words that no given name is: "North Roe".
        NeverGiven,
        /// Before the name of a ship, a storm, a camp.
        NamesThing,
        /// After a person's name: what is theirs.
        OfPerson,
        /// After two surnames with a hyphen: of both.
        OfPair,
        /// Last syllables of Korean given names that are words as well.
        SyllableWord,
        /// Before the name of a place, not of a person: "at".
        Locative,
        /// Right before the name of a firm: "drug maker Roe Doe".
        MakesFirm,
        /// Between the parties of a case in court: "v".
        Versus,
        /// What people live in, in lower case: "the town of Roe".
        Settlement,
        /// Months that are family names as well.
        MonthName,
        /// Before the name of somebody who is mentioned for the sake of another: "his father, Jan Roe".
        Kin,
        /// Titles of men.
        MaleSign,
        /// Titles of women.
        FemaleSign,
        // Titles.
        /// The role is another person's.
        Counterpart,
        /// former ex onetime late then outgoing
        Former,
        /// The one of them that is followed by a hyphen.
        Ex,
        /// acting interim caretaker
        Acting,
        /// vice deputy assistant
        Deputy,
        /// incoming
        Designate,
        /// Belongs to the title but adds nothing.
        RankAdjective,
        /// Lets a title stand for a person by itself.
        DefiniteSign,
        /// Shows that a title refers to no one in particular.
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
        /// Between a name with its comma and the title after it.
        BeforeTitle,
        /// After a title in apposition, leads on to what the office is about or to a clause about the holder.
        AfterTitle,
        /// Normal forms of titles (names/data/roles.tsv) that show a person follows, and nothing else.
        Honorific,
        /// The one of them whose forms end in -s without being plurals.
        PluralHonorific,
        /// Normal forms of titles that are ordinary words as often as offices, in lower case.
        WeakTitle,
        // Names that are looked up.
        /// Ignored when names of organisations and places are compared.
        SmallInKey,
        /// Names of part of a country, of a former one, or of several countries; in lower case.
        OldCountry,
    }
}
