//! What there is, in words: one file a subject. Statuses are words, nothing stands in columns, nothing is drawn.

pub mod account;
pub mod actions;
pub mod blocks;
pub mod drill;
pub mod exercise;
pub mod finish;
pub mod found;
pub mod help;
pub mod hints;
pub mod lesson;
pub mod live;
pub mod map;
pub mod results;
pub mod steps;
pub mod writing;
