//! Words of time: months, weekdays, units, numbers.
