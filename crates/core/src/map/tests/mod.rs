//! Accounts in, maps out.

pub(crate) mod accounts;
mod drawings;
mod pictures;
mod strange;
