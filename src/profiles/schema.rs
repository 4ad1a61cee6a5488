//! The keys a profile file may hold, with what each is for: one table serves hover, completion and the JSON Schema.
