//! The closed lists that the meeting readers use.

use crate::lang::table::named;

named! {
    class
    /// What a word may be near a meeting. A word may be in several classes; one without a comment is that
    /// very word or words.
    pub enum MeetingClass {
        // Closed classes of grammar.
        /// The, this, a, his, no: begins a noun phrase.
        Determiner,
        /// Says whose the noun is.
        Owner,
        /// Determiners that pick out nothing in particular.
        Generic,
        /// in on at to of for with by from …
        Preposition,
        /// and or but that which who whom where when …
        Conjunction,
        /// is are was were be been being has have …
        Auxiliary,
        /// Auxiliaries followed by the base form of a verb.
        Modal,
        /// he she they we i it you who him …
        Pronoun,
        /// Negates.
        Negative,
        /// An ending that negates its word.
        NegativeEnding,
        /// Introduces one not mentioned before.
        Article,
        Another, The, And, Of, To, For, On, With, As, During, That, Who, Which, Where, Have, Also, Be, Its,
        Last, Never, Off, Her, Two, Both, Here, Part,
        OfOrAt, OfOrFor, InOrAt, ToOrFor, HisOrHer, HimOrHer,
        /// "as well as".
        Well,
        /// Continues a list.
        AndComma,
        /// The same, including its short form.
        ListJoint,
        /// Introduces the topic.
        OnOrAbout,
        /// Introduces the participants.
        WithOrBetween,
        /// Introduces who came.
        ByOrFrom,
        /// Begins a clause about the person just named.
        WhereOrWho,
        // Nouns that name a meeting.
        TourNoun, MeetingNoun, TalksNoun, SummitNoun, SessionNoun, CeremonyNoun, InaugurationNoun,
        /// visit trip
        VisitNoun,
        /// Counts only with a person taking part.
        PluralNoun,
        /// discussions consultations deliberations
        DiscussionNoun,
        /// A noun in headlines: "in 3-hour meet".
        HeadlineMeet,
        /// Forums in lower case; "the Davos Forum" is a name.
        ForumNoun,
        /// call conversation
        CallNoun,
        /// parade funeral coronation
        ParadeNoun,
        /// travel; dinner banquet; and what makes these a meal of state
        TravelNoun, MealNoun, MealKind,
        /// The call itself. "Conversation" is one only with a named participant.
        Call,
        Conference, Dialogue, Gathering,
        // What stands near such a noun.
        /// Another edition than the one mentioned.
        NextOrLast,
        /// Another one than the one mentioned.
        Earlier,
        /// Part of the term: "phone call".
        PhoneWord,
        /// Shows that a call is a phone call, but stays outside the term.
        Telephonic,
        /// Part of the term: "closing session".
        SessionPart,
        /// Makes the participle after it a modifier: "a planned visit".
        BeforeParticiple,
        /// "a round of talks".
        SeriesOf,
        /// May stand between the verb and its noun: "embarked on", "took part in".
        BesideCarrier,
        /// Makes the noun before it a modifier: "meeting room".
        CompoundTail,
        /// Not a modifier, despite its position.
        CompoundHead,
        /// May stand between "no" and the noun.
        BeforeDenied,
        /// "site visit", "home visit": no journey.
        NotVisit,
        /// Makes "visit" a verb.
        VisitVerbSign,
        /// Makes a bare "visit" a meeting.
        VisitTail,
        /// The same, before the noun.
        BareVisitLead,
        /// "European tour", "three-nation tour".
        TourKind,
        /// "board meeting", "prayer meeting".
        NotMeeting,
        /// Several people by what they are: "the meeting of the trio", "met lawmakers".
        GroupNoun,
        Bilateral,
        /// "their first summit": after it came others.
        FirstOfMany,
        /// Before such a noun, it shows that the meeting is an earlier one: "since their first summit".
        LooksBack,
        /// "working-level": not the level of those the article is about.
        LowLevel,
        LevelWord,
        /// "the idea of a summit", "no interest in a meeting".
        Imagined,
        /// "refused to meet", "rejected talks".
        Refused,
        /// "ruled out", "turned down": the verb.
        RefusedLead,
        /// The same, the particle.
        RefusedTail,
        /// "talks were held".
        HeldParticiple,
        /// "took place".
        TakeVerb,
        Place,
        /// Makes "talks" a verb.
        TalksSubject,
        /// The same, after it: "he talks about".
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
        /// The same, after "the call".
        CallTail,
        /// "fashion parade", "hit parade".
        NotParade,
        /// "signing ceremony": part of another event.
        CeremonyPart,
        Presidential,
        // Verbs.
        /// Hold a meeting. When adjacent, part of the span ("held talks").
        Hold,
        /// Take a meeting noun as their object, at any distance: "paid an official visit".
        Carrier,
        /// A carrier whose subject need not take part: "confirmed the meeting".
        Announcing,
        /// A carrier whose subject need not stay to the end: "attended the summit".
        Attending,
        /// met meets
        MetVerb,
        MeetVerb, VisitVerb, VisitsVerb, VisitedVerb, VisitingVerb,
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
        /// sat; down
        SatVerb, SatTail,
        /// phoned telephoned
        PhonedVerb,
        // What stands near such a verb.
        /// "last visited": background.
        ToldBefore,
        /// May stand between an auxiliary and its verb.
        VerbAdverb,
        /// Before "to meet", not a plan: "prior to", "a pleasure to".
        NoInfinitive,
        /// After "and": what follows is another meeting.
        Next,
        /// Went somewhere: "flew to Oslo to meet Roe" tells what followed.
        WentVerb,
        /// Before a meeting that is over: "the last meeting".
        OverSign,
        /// What goes on in a place whatever is said about it elsewhere: "the war in Ukraine".
        GoesOnThere,
        /// "update Roe on the talks": the day is that of telling.
        InformVerb,
        /// "wanted to meet": nothing is arranged.
        Wishing,
        /// Begins a clause of time: "after Roe visited".
        TimeClause,
        /// "following a meeting": it has been held.
        Following,
        /// A base form after it is a verb.
        PluralSubject,
        /// Shows that something happens repeatedly, so no particular meeting is meant.
        Habit,
        /// The same, before the verb.
        HabitAdverb,
        /// A body that meets rather than is met: "the council met".
        MeetingBody,
        /// May stand between "met" and its object.
        MetAdverb,
        /// An object of "met" that is not a person: "met the deadline".
        MetThing,
        /// 's ’s ' ’
        PossessiveMark,
        /// him her them us me counterparts
        MetObject,
        /// People in the plural, or by role alone, as they follow "met".
        People,
        /// Prepositions that do not introduce a time or place.
        NoMetTail,
        /// Ends "met" when it has no object.
        MetTail,
        /// People as a subject.
        PeopleSubject,
        /// Visitors in general: "tourists visiting".
        AnyoneVisiting,
        /// Words for people that are not guests: "visiting each".
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
        // Who acts.
        /// he she his her him
        OnePerson,
        /// they them their
        Pair,
        /// "both leaders".
        PairNoun,
        /// "the two sides": countries, not the people just named.
        Side,
        /// "the two met".
        TwoTail,
        /// "the pair".
        PairAlone,
        /// he she they who
        SubjectPronoun,
        /// Modifies a name: "former", "Mr".
        BeforeName,
        /// Introduces reported speech.
        Saying,
        /// A pronoun that owns the meeting.
        TheirOwner,
        /// A verb whose object is the guest.
        HostVerb,
        /// Shows that the subject takes part: "in 3-hour talks".
        InPhrase,
        /// May stand between two joined participants.
        ListFiller,
        /// The same in a list of names.
        NameListFiller,
        /// Opens a phrase before the main clause.
        PhraseOpener,
        /// A conjunction before a clause.
        Joiner,
        /// May stand between a subject and its verb.
        SubjectAdverb,
        /// After it a different subject may act, at another time and place.
        ClauseOpener,
        // Where and when.
        /// "in Oslo", "near Oslo".
        Nearby,
        /// Of a meeting that takes days, a single date after it is the first day.
        BeginVerb,
        /// Of a meeting that takes days, a single date after it is the last day.
        EndVerb,
        /// A date after it is not when the meeting was.
        NotWhen,
        /// "the morning of May 5".
        DatePart,
        /// A date after it belongs to something else.
        Commemorating,
        /// The same: on that day it was told, not held.
        Telling,
        /// "spoke today to discuss the visit": what is discussed has another day.
        Discuss,
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
        /// May stand between an auxiliary and its verb.
        FutureAdverb,
        /// The auxiliary that a second verb shares.
        FutureSign,
        Will,
        /// Ends what belongs to the meeting.
        StatusStop,
        /// "is due".
        Due,
        /// "plans to", "intends to".
        Plans,
        /// "will go to Oslo for a summit".
        Goal,
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
        /// Needs a proper name before it.
        GenericHead,
        /// A parliament, unless it is numbered: "the Congress of …".
        HouseHead,
        /// Stands inside a name, between proper words.
        NameLink,
        /// May stand between a name and its acronym in brackets.
        InGloss,
        /// Small words that occur in names of meetings.
        NameWord,
        /// "leaders’ summit".
        PluralRole,
        /// Capitalised, but not part of a name.
        NotName,
        /// today yesterday meanwhile however earlier later also although since
        SentenceOpener,
        /// Plurals that occur in names. In a headline, other words in -s are verbs.
        PluralInName,
        /// attend host hold skip join address lead inaugurate visit …
        HeadlineVerb,
        /// In -ed, but not a past form.
        NotPast,
        /// Continues a name after its head.
        TopicSign,
        /// and of the & - –
        TopicLink,
        /// The place of a conference, used for the conference itself.
        ConferenceMetonym,
        /// The body that meets, used for the meeting itself.
        SummitMetonym,
        /// Always a meeting.
        AssemblyMetonym,
        /// Numbered without a space: "COP29".
        NumberedSummit,
        /// at during sidelines attend attends attending
        MetonymLead,
        Sidelines,
        /// Tells apart the meetings of one body: its leaders, its ministers, its business people.
        Level,
        /// Part of every word for ministers.
        MinisterStem,
        /// Heads that can replace each other within one article.
        ChainHead,
        Leaders,
        Ministers,
        /// Does not tell one meeting from another.
        PlainLead,
        /// Refers back to a call.
        TalksAgain,
        // Comparing names of series.
        /// Ignored when series names are compared.
        SmallInSeries,
        /// The same, for words that mean an edition.
        EditionWord,
        /// Common to any series name.
        CommonInSeries,
        /// Makes it the ministers' meeting of its body; the body's word comes first here.
        MinisterLevel,
    }
}
