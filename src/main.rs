//! Arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    ec_site_tutor::cli::main()
}
