//! Accounts in, maps out.

mod accounts;
mod drawings;
mod pictures;
mod strange;
