//! TIMEX3 values: printing and parsing them.
