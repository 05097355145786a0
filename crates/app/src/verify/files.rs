//! The bytes of every attached file, hashed anew.

use super::report::{Sheet, What};
use crate::App;
use crate::error::{Result, corrupt};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

pub(super) async fn compare(app: &App, sheet: &mut Sheet) -> Result<()> {
    for (sha256, names) in std::mem::take(&mut sheet.files) {
        sheet.counted.files += 1;
        let found = match app.blobs.read(&sha256).await {
            Ok(file) => Some(hash(file).await?),
            Err(store::Error::File(error)) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if found.as_deref() != Some(sha256.as_slice()) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let detail = if found.is_some() { "changed" } else { "missing" };
            sheet.differs(What::File, names.join(", "), detail);
        }
    }
    Ok(())
}

async fn hash(mut file: tokio::fs::File) -> Result<Vec<u8>> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut piece).await.map_err(corrupt)?;
        if read == 0 {
            return Ok(hash.finalize().to_vec());
        }
        hash.update(&piece[..read]);
    }
}
