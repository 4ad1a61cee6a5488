//! The closed lists that the readers of meetings ask for.

use crate::lang::table::named;

named! {
    class
    /// What a word may be near a meeting. A word may be in several.
    pub enum MeetingClass {
        // Closed classes of grammar.
        /// The, this, a, his, no: begins a noun phrase.
        Determiner,
        /// Whose the noun is.
        Owner,
        /// Determiners that mean none in particular.
        Generic,
        /// in on at to of for with by from …
        Preposition,
        /// and or but that which who whom where when …
        Conjunction,
        /// is are was were be been being has have …
        Auxiliary,
        /// Helpers that the base form of a verb follows.
        Modal,
        /// he she they we i it you who him …
        Pronoun,
        /// Says that something is not so.
        Negative,
        /// Makes a negative of a word that ends with it.
        NegativeEnding,
        /// Means one that was not spoken of.
        Article,
        /// another
        Another,
        /// the
        The,
        /// and
        And,
        /// of
        Of,
        /// to
        To,
        /// for
        For,
        /// on
        On,
        /// with
        With,
        /// as
        As,
        /// during
        During,
        /// that
        That,
        /// who
        Who,
        /// which
        Which,
        /// where
        Where,
        /// have
        Have,
        /// also
        Also,
        /// never
        Never,
        /// off
        Off,
        /// her
        Her,
        /// two
        Two,
        /// both
        Both,
        /// here
        Here,
        /// part
        Part,
        /// "as well as".
        Well,
        /// Goes on with a list.
        AndComma,
        /// The same with its short form.
        ListJoint,
        /// of at
        OfOrAt,
        /// of for
        OfOrFor,
        /// Says what was talked of.
        OnOrAbout,
        /// Says who was at the table.
        WithOrBetween,
        /// Says who came.
        ByOrFrom,
        /// in at
        InOrAt,
        /// to for
        ToOrFor,
        /// Begins a clause about who was just named.
        WhereOrWho,
        /// his her
        HisOrHer,
        /// him her
        HimOrHer,
        // Nouns that tell of a meeting.
        /// visit trip
        VisitNoun,
        /// tour
        TourNoun,
        /// meeting
        MeetingNoun,
        /// Counts only with a person at the table.
        PluralNoun,
        /// talks
        TalksNoun,
        /// discussions consultations deliberations
        DiscussionNoun,
        /// A noun in headlines: "in 3-hour meet".
        HeadlineMeet,
        /// summit
        SummitNoun,
        /// Forums in small letters; "the Davos Forum" is a name.
        ForumNoun,
        /// session
        SessionNoun,
        /// call conversation
        CallNoun,
        /// parade funeral coronation
        ParadeNoun,
        /// ceremony
        CeremonyNoun,
        /// inauguration
        InaugurationNoun,
        /// The call itself, which "conversation" is only with somebody.
        Call,
        /// conference
        Conference,
        /// dialogue
        Dialogue,
        /// gathering
        Gathering,
        // What stands around such a noun.
        /// Another edition than the one spoken of.
        NextOrLast,
        /// Another one than that spoken of.
        Earlier,
        /// Belongs to the term: "phone call".
        PhoneWord,
        /// Says that a call is one, but stays outside the term.
        Telephonic,
        /// Belongs to the term: "closing session".
        SessionPart,
        /// Makes a participle behind it a modifier: "a planned visit".
        BeforeParticiple,
        /// "a round of talks".
        SeriesOf,
        /// May stand between the verb and its noun: "embarked on", "took part in".
        BesideCarrier,
        /// Makes the noun before it a modifier: "meeting room".
        CompoundTail,
        /// No modifier all the same.
        CompoundHead,
        /// May stand between "no" and the noun.
        BeforeDenied,
        /// "site visit", "home visit": nobody travels.
        NotVisit,
        /// Makes a verb of "visit".
        VisitVerbSign,
        /// Makes a bare "visit" one.
        VisitTail,
        /// The same in front of it.
        BareVisitLead,
        /// "European tour", "three-nation tour".
        TourKind,
        /// "board meeting", "prayer meeting".
        NotMeeting,
        /// "talks were held".
        HeldParticiple,
        /// "took place".
        TakeVerb,
        /// place
        Place,
        /// Makes a verb of "talks".
        TalksSubject,
        /// The same behind it: "he talks about".
        TalksVerbTail,
        /// "peace talks" go on for months.
        Process,
        /// Makes bare "talks" a meeting.
        BareTalksLead,
        /// "the summit of Mount …".
        Mount,
        /// "press conference".
        NotForum,
        /// "strategic dialogue".
        ForumKind,
        /// "call for restraint".
        CallDemand,
        /// The same behind "the call".
        CallTail,
        /// "fashion parade", "hit parade".
        NotParade,
        /// "signing ceremony": a moment of something else.
        CeremonyPart,
        /// presidential
        Presidential,
        // Verbs.
        /// Hold a meeting: an adjacent one is part of the span ("held talks").
        Hold,
        /// Carry a meeting noun as their object, however far: "paid an official visit".
        Carrier,
        /// met meets
        MetVerb,
        /// meet
        MeetVerb,
        /// visited
        VisitedVerb,
        /// visit
        VisitVerb,
        /// visits
        VisitsVerb,
        /// visiting
        VisitingVerb,
        /// arrives arrived arriving lands landed
        ArrivedVerb,
        /// arrive land
        ArriveVerb,
        /// travel fly
        TravelVerb,
        /// travels travelled traveled travelling traveling flies flew flown heads …
        TravelledVerb,
        /// leave leaves left departs departed depart
        LeftVerb,
        /// speak speaks spoke spoken talked
        SpokeVerb,
        /// phoned telephoned
        PhonedVerb,
        // What stands around such a verb.
        /// "last visited": told as background.
        ToldBefore,
        /// May stand between a helper and its verb.
        VerbAdverb,
        /// Its "to" is a preposition: "prior to".
        NoInfinitive,
        /// The base form behind it is a verb.
        PluralSubject,
        /// Says that a thing happens again and again: no meeting in particular.
        Habit,
        /// The same in front of the verb.
        HabitAdverb,
        /// What meets, and is not met: "the council met".
        MeetingBody,
        /// May stand between "met" and its object.
        MetAdverb,
        /// What one meets that is nobody: "met the deadline".
        MetThing,
        /// 's ’s ' ’
        PossessiveMark,
        /// him her them us me counterparts
        MetObject,
        /// People in the plural, or by role alone, as they stand after "met".
        People,
        /// Prepositions that say nothing of when or where.
        NoMetTail,
        /// Ends "met" without an object.
        MetTail,
        /// People as a subject.
        PeopleSubject,
        /// Whoever visits: "tourists visiting".
        AnyoneVisiting,
        /// People words that are no guest: "visiting each".
        NotGuest,
        /// here back late early
        ArrivedAdverb,
        /// in at to
        ArrivedPlace,
        /// "arrived for talks".
        ErrandSign,
        /// visit summit talks trip meeting forum
        ErrandNoun,
        /// by over on via
        PhonePreposition,
        /// phone telephone videoconference
        PhoneMeans,
        // Who does something.
        /// he she his her him
        OnePerson,
        /// they them their
        Pair,
        /// "both leaders".
        PairNoun,
        /// "the two met".
        TwoTail,
        /// "the pair".
        PairAlone,
        /// he she they who
        SubjectPronoun,
        /// Modifies a name: "former", "Mr".
        BeforeName,
        /// Begins what somebody said.
        Saying,
        /// A pronoun that owns the meeting.
        TheirOwner,
        /// Whose object is the guest.
        HostVerb,
        /// The subject is at the meeting: "in 3-hour talks".
        InPhrase,
        /// May stand between two who are joined.
        ListFiller,
        /// The same in a list of names.
        NameListFiller,
        /// Opens a phrase before the main clause.
        PhraseOpener,
        /// A conjunction where a clause follows.
        Joiner,
        /// May stand between a subject and its verb.
        SubjectAdverb,
        /// Behind it somebody else may act, at another time and place.
        ClauseOpener,
        // Where and when.
        /// "in Oslo", "near Oslo".
        Nearby,
        /// The one date of what takes days is its first.
        BeginVerb,
        /// The one date of what takes days is its last.
        EndVerb,
        /// A date behind it says something else.
        NotWhen,
        /// "the morning of May 5".
        DatePart,
        /// A date behind it is that of something else.
        Commemorating,
        // Whether it took place.
        /// upcoming coming forthcoming planned possible expected scheduled future proposed …
        PlannedWord,
        /// postponed postpones postpone cancelled canceled cancels shelved scrapped
        OffWord,
        /// "called off".
        Called,
        /// "never happened".
        Happened,
        /// Past forms that do not end in -ed.
        IrregularPast,
        /// will would shall may might could can should must
        FutureHelper,
        /// May stand between a helper and its verb.
        FutureAdverb,
        /// The helper that a second verb shares.
        FutureSign,
        /// will
        Will,
        /// Ends what is said of the meeting.
        StatusStop,
        /// "is due".
        Due,
        /// ahead
        Ahead,
        /// "preparing for the visit".
        PrepareWord,
        // What a meeting is part of.
        /// "on the sidelines of".
        Within,
        // Names of meetings.
        /// summit
        SummitHead,
        /// forum conference dialogue congress expo consultations symposium
        ConferenceHead,
        /// meeting session
        TalksHead,
        /// parade ceremony funeral
        CeremonyHead,
        /// Needs a name of its own in front.
        GenericHead,
        /// A house, unless it is numbered: "the Congress of …".
        HouseHead,
        /// Stands inside a name, between proper words.
        NameLink,
        /// Small words that names of meetings hold.
        NameWord,
        /// "leaders’ summit".
        PluralRole,
        /// Capitalised, and no part of a name.
        NotName,
        /// today yesterday meanwhile however earlier later also although since
        SentenceOpener,
        /// Plurals that names hold; other words in -s are verbs of a headline.
        PluralInName,
        /// attend host hold skip join address lead inaugurate visit …
        HeadlineVerb,
        /// In -ed, and no past form.
        NotPast,
        /// Goes on with a name behind its head.
        TopicSign,
        /// and of the & - –
        TopicLink,
        /// Where it meets, for the meeting itself.
        ConferenceMetonym,
        /// Who meets, for the meeting itself.
        SummitMetonym,
        /// A meeting wherever it stands.
        AssemblyMetonym,
        /// Numbered without a blank: "COP29".
        NumberedSummit,
        /// at during sidelines attend attends attending
        MetonymLead,
        /// sidelines
        Sidelines,
        /// Sets the meetings of one body apart: its leaders, its ministers, its business people.
        Level,
        /// Part of any word for ministers.
        MinisterStem,
        /// Heads that stand for each other in one article.
        ChainHead,
        /// leaders
        Leaders,
        /// ministers
        Ministers,
        /// Tells no meeting from others.
        PlainLead,
        /// Takes up a call.
        TalksAgain,
        // Comparing names of series.
        /// Set aside when names of series are compared.
        SmallInSeries,
        /// The same: words for an edition.
        EditionWord,
        /// What any series may carry.
        CommonInSeries,
        /// Makes it the ministers' meeting of its body, whose word comes first here.
        MinisterLevel,
    }
}
