"""Mails as JSON, read by another library than the product's."""

import email
import email.policy
import json
import sys


def read(path):
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    part = mail.get_body(("plain",))
    header = {name: str(mail[name]) if mail[name] else None for name in ("From", "To", "Subject", "Reply-To", "Message-ID", "In-Reply-To", "References", "Auto-Submitted")}
    files = [{"name": it.get_filename(), "type": it.get_content_type(), "size": len(it.get_payload(decode=True) or b"")} for it in mail.iter_attachments()]
    return {**header, "text": part.get_content() if part else "", "files": files}


print(json.dumps([read(path) for path in sys.argv[1:]]))
