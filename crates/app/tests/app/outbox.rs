//! Mail is enqueued once, with the act that it follows from.

use app::outbox::is_address;

#[test]
fn what_mail_can_be_sent_to_is_an_address() {
    for address in [
        "a@b.vn",
        "nguyen.van-a+1@mail.example.com",
        "ô@ví-dụ.vn",
        "root@localhost",
    ] {
        assert!(is_address(address), "{address}");
    }
    let long = format!("{}@b.vn", "a".repeat(65));
    let bad = [
        "",
        "a",
        "@b.vn",
        "a@",
        "a@b..vn",
        "a b@c.vn",
        "a@b.vn;c@d.vn",
        "a@b.vn\r\nBcc: x@y.vn",
        "<a@b.vn>",
        "a@@b.vn",
        "a@-b.vn",
        &long,
    ];
    for address in bad {
        assert!(!is_address(address), "{address}");
    }
}
