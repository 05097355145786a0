//! Whole mails of invented people.

use super::*;

mod bounces;
mod machines;
mod shapes;

/// The mail with the line ends of the wire.
fn mail(text: &str) -> Message {
    read(text.replace('\n', "\r\n").as_bytes())
}

const PERSON: &str = "From: =?UTF-8?B?TMOqIFRo4buLIFRo4butIE5naGnhu4dt?= <thu.nghiem@khach.example>\n\
                      To: Trung tâm <khieunai@trungtam.example>\n\
                      Subject: =?UTF-8?Q?V=E1=BB=81_ch=E1=BB=A9ng_ch=E1=BB=89?=\n\
                      Date: Mon, 2 Mar 2026 23:15:00 +0700\n\
                      Message-ID: <a1@khach.example>\n";
