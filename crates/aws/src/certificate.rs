//! Who signed a certificate that isn't trusted. The SDK's client says only that it isn't; so the server is greeted once
//! more, and the greeting ends at its certificate: nothing is ever sent over such a connection.

use std::env;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use hyper::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, SignatureScheme};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// The longest that a greeting may take.
const LIMIT: Duration = Duration::from_secs(4);
/// The longest answer of a proxy that is read.
const LONGEST_ANSWER: usize = 4_096;

/// Where a service is: at the address that the environment gives it or all services, else at AWS's own.
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>
pub fn endpoint(service: &str, own: &str) -> Option<Uri> {
    let variables = [format!("AWS_ENDPOINT_URL_{service}"), "AWS_ENDPOINT_URL".to_owned()];
    let named = variables.iter().find_map(|name| env::var(name).ok().filter(|address| !address.is_empty()));
    named.unwrap_or_else(|| format!("https://{own}")).parse().ok()
}

/// The name of whoever signed the certificate that is shown at `endpoint`; none where that can't be told.
pub async fn issuer(endpoint: &Uri) -> Option<String> {
    timeout(LIMIT, greeted(endpoint)).await.ok()?
}

async fn greeted(endpoint: &Uri) -> Option<String> {
    let host = endpoint.host()?.trim_matches(['[', ']']).to_owned();
    let name = ServerName::try_from(host).ok()?;
    let stream = connected(endpoint).await?;
    let provider = Arc::new(aws_lc_rs::default_provider());
    let noting = Arc::new(Noting { provider: Arc::clone(&provider), issuer: OnceLock::new() });
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().ok()?;
    let verifier = Arc::clone(&noting) as Arc<dyn ServerCertVerifier>;
    let config = config.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
    // It always fails: the verifier takes no certificate.
    let _ = TlsConnector::from(Arc::new(config)).connect(name, stream).await;
    noting.issuer.get().cloned()
}

/// A connection to the server, through the proxy that the environment has for it.
async fn connected(endpoint: &Uri) -> Option<TcpStream> {
    let port = endpoint.port_u16().unwrap_or(443);
    let Some(proxy) = Matcher::from_env().intercept(endpoint) else {
        return TcpStream::connect((endpoint.host()?.trim_matches(['[', ']']), port)).await.ok();
    };
    let mut stream = TcpStream::connect((proxy.uri().host()?, proxy.uri().port_u16().unwrap_or(80))).await.ok()?;
    let target = format!("{}:{port}", endpoint.host()?);
    let leave = proxy.basic_auth().and_then(|leave| leave.to_str().ok());
    let leave = leave.map(|leave| format!("proxy-authorization: {leave}\r\n")).unwrap_or_default();
    let ask = format!("CONNECT {target} HTTP/1.1\r\nhost: {target}\r\n{leave}\r\n");
    stream.write_all(ask.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") && answer.len() < LONGEST_ANSWER {
        answer.push(stream.read_u8().await.ok()?);
    }
    answer.split(|byte| *byte == b' ').nth(1).filter(|status| status.starts_with(b"2")).map(|_| stream)
}

/// Notes who signed a certificate, and takes none.
#[derive(Debug)]
struct Noting {
    provider: Arc<CryptoProvider>,
    issuer: OnceLock<String>,
}

impl ServerCertVerifier for Noting {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if let Some(name) = webpki::EndEntityCert::try_from(end_entity).ok().and_then(|cert| shown(cert.issuer())) {
            let _ = self.issuer.set(name);
        }
        Err(Error::General("noted".to_owned()))
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General("never reached".to_owned()))
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General("never reached".to_owned()))
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Tags of DER that an X.501 name has: <https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.4>.
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
/// The attributes that people know one by, each with its type in DER.
const TOLD: [(&[u8], &str); 2] = [(&[0x55, 0x04, 0x03], "CN"), (&[0x55, 0x04, 0x0a], "O")];

/// A name in DER as it is usually written: `CN=Example Proxy CA, O=Example Corp`.
fn shown(name: &[u8]) -> Option<String> {
    // The name itself, or what is in it.
    let inner = items(name).find(|(tag, _)| *tag == SEQUENCE).map_or(name, |(_, inner)| inner);
    let attributes: Vec<(&[u8], &[u8])> = items(inner)
        .filter(|(tag, _)| *tag == SET)
        .flat_map(|(_, set)| items(set))
        .filter_map(|(_, attribute)| {
            let mut parts = items(attribute).map(|(_, part)| part);
            Some((parts.next()?, parts.next()?))
        })
        .collect();
    let told = TOLD.iter().filter_map(|(id, label)| {
        let (_, value) = attributes.iter().find(|(kind, _)| kind == id)?;
        Some(format!("{label}={}", String::from_utf8_lossy(value)))
    });
    Some(told.collect::<Vec<_>>().join(", ")).filter(|name| !name.is_empty())
}

/// The items of a DER value, each with its tag, up to where it makes no sense.
fn items(mut der: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    std::iter::from_fn(move || {
        let (tag, first, rest) = match der {
            [tag, first, rest @ ..] => (*tag, usize::from(*first), rest),
            _ => return None,
        };
        let (length, rest) = match first.checked_sub(0x80) {
            None => (first, rest),
            Some(size @ 1..=3) if rest.len() >= size => {
                (rest[..size].iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), &rest[size..])
            }
            Some(_) => return None,
        };
        let item = rest.get(..length)?;
        der = &rest[length..];
        Some((tag, item))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &[u8] = b"\x30\x2d\x31\x14\x30\x12\x06\x03\x55\x04\x0a\x0c\x0bExampleCorp\x31\x15\x30\x13\x06\x03\x55\x04\x03\x0c\x0cExample Root";

    #[test]
    fn a_name_is_shown_as_people_know_it() {
        let expected = Some("CN=Example Root, O=ExampleCorp".to_owned());
        assert_eq!(shown(NAME), expected);
        assert_eq!(shown(&NAME[2..]), expected, "without the outermost sequence");
    }

    #[test]
    fn what_is_no_name_is_none() {
        for length in 0..NAME.len() {
            // Whatever is cut off: no panic, and nothing made up.
            let _ = shown(&NAME[..length]);
        }
        assert_eq!(shown(b"\x30\x84\xff\xff\xff\xff"), None);
        assert_eq!(shown(b""), None);
    }
}
