//! What a right script of the lesson is about.

/// The bucket of the shop's archive.
pub const BUCKET: &str = "tenarai-blueprint-sample-code-983911888049-us-east-1";
/// The archive in it.
pub const KEY: &str = "ec-site-tenarai-sample/ecommerce-app-v1.zip";
/// The account that the scripts are for.
pub const ACCOUNT: &str = "123456789012";
/// Its secret.
pub const ARN: &str = "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf";

/// Where an image has pnpm and pm2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// In pnpm's folder: up to 10.
    Root,
    /// In its folder `bin`: 11 and later.
    Bin,
}

impl Layout {
    /// Both, the one first that a script's own paths speak of.
    pub fn of(script: &[u8]) -> [Self; 2] {
        let names_bin = script.windows(8).any(|part| part == b"pnpm/bin");
        if names_bin { [Self::Bin, Self::Root] } else { [Self::Root, Self::Bin] }
    }

    /// Behind pnpm's folder.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Root => "",
            Self::Bin => "/bin",
        }
    }
}
