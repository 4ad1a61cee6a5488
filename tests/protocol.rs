//! The real binary over stdio, asked as editors ask, and as no editor should.

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
