//! What holds of every check on every account.
