//! AWS's ends of TLS: one listener a service, before one front.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use ec_site_tutor_testing::bench::Replay;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What every listener shows, from the files that `certificates.sh` left in `folder`.
pub fn shown(folder: &Path) -> Arc<ServerConfig> {
    let certificates = CertificateDer::pem_file_iter(folder.join("server.pem")).unwrap().map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let versions = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(versions.with_no_client_auth().with_single_cert(certificates, key).unwrap())
}

/// Hands what comes to the port of HTTPS at `address` to `front`, until the bench ends.
pub fn listen(address: Ipv4Addr, shown: &Arc<ServerConfig>, front: &Replay) {
    let listener = TcpListener::bind((address, 443)).unwrap();
    let (shown, front) = (Arc::clone(shown), front.clone());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (shown, front) = (Arc::clone(&shown), front.clone());
            thread::spawn(move || {
                let _ = stream.set_nodelay(true);
                let connection = ServerConnection::new(shown).unwrap();
                front.serve(StreamOwned::new(connection, stream));
            });
        }
    });
}
