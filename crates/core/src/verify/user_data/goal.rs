//! What user data is for.

/// What user data must do.
#[derive(Clone, Debug)]
pub struct Deployment<'a> {
    /// `s3://…`, the archive to fetch.
    pub archive: &'a str,
    /// The folder in it.
    pub folder: &'a str,
    /// The line of `.env` that names the secret.
    pub key: &'a str,
    /// Where the image has pnpm and pm2, or the folder above.
    pub tools: &'a str,
}
