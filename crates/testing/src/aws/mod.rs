//! A stand-in for AWS: moto, and fronts before it that answer what moto doesn't, count calls and let them fail.

mod account;
pub mod answers;
mod front;
mod lab;
mod moto;
mod rpc_cbor;
mod state;

pub use account::{Account, Credentials, Ids, REGION};
pub use front::{Call, Front, Reply, iam_name};
pub use lab::Lab;
pub use moto::Moto;
pub use state::{Activity, AwsState, Health, NOWHERE, Point};
