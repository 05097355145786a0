//! One message to one address: the name is resolved once, the address looked at, and the connection made to that address and no other.
//! Redirects are not followed, proxies are not asked.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, HOST, USER_AGENT};
use hyper::http::uri::{Scheme, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use super::address::is_public;

/// How long resolving, connecting, sending and answering may take together.
const PATIENCE: Duration = Duration::from_secs(15);
/// So much of an answer is read and thrown away.
const MOST_ANSWER: usize = 64 << 10;

/// Why there was no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Why {
    Address,
    NoHttps,
    UnknownHost,
    Private,
    Connection(String),
    Tls(String),
    Http(String),
    NoAnswer,
}

impl Why {
    /// Of the messages.
    pub const fn key(&self) -> &'static str {
        match self {
            Why::Address => "api-webhooks-failed-address",
            Why::NoHttps => "api-webhooks-failed-no-https",
            Why::UnknownHost => "api-webhooks-failed-unknown-host",
            Why::Private => "api-webhooks-failed-private",
            Why::Connection(_) => "api-webhooks-failed-connection",
            Why::Tls(_) => "api-webhooks-failed-tls",
            Why::Http(_) => "api-webhooks-failed-http",
            Why::NoAnswer => "api-webhooks-failed-no-answer",
        }
    }

    /// What lies behind it, for the log.
    pub fn said(&self) -> &str {
        match self {
            Why::Connection(said) | Why::Tls(said) | Why::Http(said) => said,
            Why::Address | Why::NoHttps | Why::UnknownHost | Why::Private | Why::NoAnswer => "",
        }
    }
}

/// Brings messages; clones share its certificates.
#[derive(Clone)]
pub struct Carrier {
    tls: TlsConnector,
    private: bool,
}

impl Carrier {
    /// `private` allows addresses of private networks and of this machine.
    ///
    /// # Errors
    /// Where no TLS can be spoken.
    pub fn new(private: bool) -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Carrier {
            tls: TlsConnector::from(Arc::new(config)),
            private,
        })
    }

    /// Posts a message; answers with the status, or with why there was none.
    pub async fn post(
        &self,
        url: &str,
        headers: &[(&'static str, String)],
        body: String,
    ) -> Result<u16, Why> {
        match tokio::time::timeout(PATIENCE, self.try_post(url, headers, body)).await {
            Ok(answered) => answered,
            Err(_) => Err(Why::NoAnswer),
        }
    }

    async fn try_post(
        &self,
        url: &str,
        headers: &[(&'static str, String)],
        body: String,
    ) -> Result<u16, Why> {
        let uri: Uri = url.parse().map_err(|_| Why::Address)?;
        let is_tls = uri.scheme() == Some(&Scheme::HTTPS);
        let is_plain = self.private && uri.scheme() == Some(&Scheme::HTTP);
        if !is_tls && !is_plain {
            return Err(Why::NoHttps);
        }
        let host = uri.host().ok_or(Why::Address)?;
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = uri.port_u16().unwrap_or(if is_tls { 443 } else { 80 });
        let request = request(&uri, headers, body)?;
        let stream = self.connect(host, port).await?;
        if !is_tls {
            return exchange(stream, request).await;
        }
        let name = ServerName::try_from(host.to_owned()).map_err(|_| Why::Address)?;
        let stream = self.tls.connect(name, stream).await;
        exchange(stream.map_err(|error| Why::Tls(error.to_string()))?, request).await
    }

    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, Why> {
        let found = tokio::net::lookup_host((host, port)).await;
        let found: Vec<SocketAddr> = found.map_err(|_| Why::UnknownHost)?.collect();
        let allowed: Vec<SocketAddr> = found
            .into_iter()
            .filter(|address| self.private || is_public(address.ip()))
            .collect();
        if allowed.is_empty() {
            return Err(Why::Private);
        }
        TcpStream::connect(&allowed[..])
            .await
            .map_err(|error| Why::Connection(error.kind().to_string()))
    }
}

fn request(uri: &Uri, headers: &[(&'static str, String)], body: String) -> Result<Request<Full<Bytes>>, Why> {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let authority = uri.authority().map(|authority| authority.as_str());
    let mut request = Request::post(path)
        .header(HOST, authority.unwrap_or_default())
        .header(USER_AGENT, "phucdap")
        .header(CONTENT_TYPE, "application/json");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request
        .body(Full::new(Bytes::from(body)))
        .map_err(|_| Why::Address)
}

async fn exchange<S>(stream: S, request: Request<Full<Bytes>>) -> Result<u16, Why>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let said = |error: hyper::Error| Why::Http(error.to_string());
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(said)?;
    let connection = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(said);
    let status = match answer {
        Ok(answer) => {
            let status = answer.status().as_u16();
            // What the other side says beside its status is of no interest, and must not be long.
            _ = Limited::new(answer.into_body(), MOST_ANSWER).collect().await;
            Ok(status)
        }
        Err(why) => Err(why),
    };
    connection.abort();
    status
}

#[cfg(test)]
mod tests {
    use super::Why;

    #[test]
    fn every_failure_is_said_in_the_readers_language() {
        let none = String::new;
        let whys = [
            Why::Address,
            Why::NoHttps,
            Why::UnknownHost,
            Why::Private,
            Why::Connection(none()),
            Why::Tls(none()),
            Why::Http(none()),
            Why::NoAnswer,
        ];
        for lang in [i18n::Lang::Vi, i18n::Lang::En] {
            for key in whys.iter().map(Why::key).chain(["api-webhooks-failed-secret"]) {
                assert!(i18n::texts(lang).get(key).is_some(), "{key}");
            }
        }
    }
}
