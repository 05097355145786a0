//! By which authorities a mail server is known.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

/// Those that everybody knows, and those of a file.
pub fn roots(file: Option<&Path>) -> Result<Arc<ClientConfig>> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    if let Some(file) = file {
        let shown = file.display();
        let mut found = 0;
        for certificate in
            CertificateDer::pem_file_iter(file).with_context(|| format!("{shown} could not be read"))?
        {
            let certificate = certificate.with_context(|| format!("{shown} is not PEM"))?;
            roots
                .add(certificate)
                .with_context(|| format!("{shown} holds a certificate of no authority"))?;
            found += 1;
        }
        if found == 0 {
            bail!("{shown} holds no certificate");
        }
    }
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(ring)
        .with_safe_default_protocol_versions()
        .context("ring speaks TLS 1.2 and 1.3")?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}
