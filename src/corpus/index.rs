//! Look-ups over the whole corpus: names to entities, entities to mentions.
