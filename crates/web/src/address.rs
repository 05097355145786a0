//! From where a request comes: the machine that called, or the one that a trusted proxy says it called for.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::site::Site;

const FORWARDED: &str = "x-forwarded-for";

/// The address under which attempts are counted; empty where the caller is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(pub String);

impl FromRequestParts<Site> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let caller = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let caller = caller.map(|ConnectInfo(address)| address.ip());
        let found = caller.map(|caller| of(caller, &parts.headers, &site.options.trusted_proxies));
        Ok(Address(found.map(shown).unwrap_or_default()))
    }
}

/// The last machine before those that are trusted. What stands further left was written by whoever asked, and proves nothing.
fn of(caller: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|one| plain(*one) == plain(address));
    if !is_trusted(caller) {
        return caller;
    }
    let lines = headers.get_all(FORWARDED).into_iter();
    let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
    let mut nearest = caller;
    for named in lines.iter().flat_map(|line| line.split(',')).rev() {
        let Ok(address) = named.trim().parse::<IpAddr>() else {
            break;
        };
        nearest = address;
        if !is_trusted(address) {
            break;
        }
    }
    nearest
}

const fn plain(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

/// One household has a whole network of IPv6 addresses: they count as one.
fn shown(address: IpAddr) -> String {
    match plain(address) {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn seen(caller: &str, forwarded: &'static str, trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        if !forwarded.is_empty() {
            headers.insert(FORWARDED, HeaderValue::from_static(forwarded));
        }
        let ip = |text: &str| -> IpAddr { text.parse().expect("an address") };
        let trusted: Vec<IpAddr> = trusted.iter().map(|one| ip(one)).collect();
        shown(of(ip(caller), &headers, &trusted))
    }

    #[test]
    fn only_a_trusted_proxy_is_believed_and_only_about_who_called_it() {
        assert_eq!(seen("203.0.113.7", "198.51.100.1", &[]), "203.0.113.7");
        assert_eq!(seen("127.0.0.1", "198.51.100.1", &["127.0.0.1"]), "198.51.100.1");
        assert_eq!(
            seen("::ffff:127.0.0.1", "198.51.100.1", &["127.0.0.1"]),
            "198.51.100.1"
        );
        // Whoever asks writes what they like further left.
        assert_eq!(
            seen("127.0.0.1", "1.2.3.4, 198.51.100.1", &["127.0.0.1"]),
            "198.51.100.1"
        );
        let two = &["127.0.0.1", "10.0.0.2"];
        assert_eq!(
            seen("127.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2", two),
            "198.51.100.1"
        );
        assert_eq!(
            seen("127.0.0.1", "1.2.3.4, nonsense", &["127.0.0.1"]),
            "127.0.0.1"
        );
        assert_eq!(seen("127.0.0.1", "", &["127.0.0.1"]), "127.0.0.1");
    }

    #[test]
    fn a_network_of_the_sixth_version_counts_as_one() {
        assert_eq!(seen("2001:db8:1:2:3:4:5:6", "", &[]), "2001:db8:1:2::/64");
        assert_eq!(seen("2001:db8:1:2::9", "", &[]), "2001:db8:1:2::/64");
    }
}
