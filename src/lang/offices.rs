//! What the name of an office shows: whether it has only one seat. Read by `crate::checks`,
//! `crate::names::titles` and `crate::entities`.

use super::table::named;

named! {
    class
    /// Classes of offices, by their role in lower case, and of the words of a role.
    pub enum OfficeClass {
        /// An office of a country with one seat: "prime minister".
        OneSeat,
        /// The head of an organisation: "secretary-general".
        OneHead,
        /// There is one in the world, of whatever country: "pope".
        OneInTheWorld,
        /// There is one for each country it is held to: "ambassador".
        OneAbroad,
        /// Last word of an office with one seat for each subject: "foreign minister".
        Portfolio,
        /// First word of an office with any number of seats: "deputy foreign minister".
        Several,
        /// One holder in a country at a time, whatever else the holder is: "national security adviser".
        OneHolder,
        /// Of a town or a region, even where the words name a country or its capital: "mayor of Paris".
        Local,
        /// Goes with a name and is no office: "sheikh".
        Style,
        /// Stands before a given name: "King Charles".
        ByGivenName,
    }
}
