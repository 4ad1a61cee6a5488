//! One profile file, parsed; a wrong line costs only itself.

use super::{Event, Person, Series};
use crate::text::{Span, position::Text};

/// A profile file and what is wrong with it.
#[derive(Clone, Debug)]
pub struct File {
    pub text: Text,
    pub persons: Vec<Person>,
    pub events: Vec<Event>,
    pub series: Vec<Series>,
    pub problems: Vec<Problem>,
}

/// Something in a profile file that cannot be read, with the cure.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub span: Span,
    pub message: String,
}

impl File {
    pub fn parse(text: Text) -> Self {
        Self { text, persons: Vec::new(), events: Vec::new(), series: Vec::new(), problems: Vec::new() }
    }
}
