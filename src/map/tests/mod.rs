//! Accounts in, maps out.

mod accounts;
mod drawings;
