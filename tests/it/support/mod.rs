//! What the end-to-end tests stand on: a stand-in for AWS, a learner with the `aws` CLI, and the program itself.

pub mod account;
pub mod answers;
pub mod aws_cli;
pub mod front;
pub mod http;
pub mod lab_front;
pub mod moto;
pub mod python;
pub mod rpc_cbor;
pub mod shop;
pub mod sky;
pub mod sound;
pub mod tutor;
pub mod visited;
