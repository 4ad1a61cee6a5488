//! The real binary over stdio, used as editors use it, and as no editor should.

mod almanac;
mod basics;
mod client;
mod corpus;
mod dates;
mod features;
mod findings;
mod hierarchy;
mod hostile;
mod order;
mod profiles;
mod several;
