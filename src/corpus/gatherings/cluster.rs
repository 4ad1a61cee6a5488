//! From pairs to clusters: complete link, in an order that the articles cannot change.
