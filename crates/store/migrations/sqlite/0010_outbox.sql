-- Mail that goes out: written in the transaction of the act that it follows from, and sent once.

create table outgoing_mail (
    id              blob primary key,
    key             text not null unique,
    purpose         text not null,
    case_id         blob,
    person_id       blob,
    address         text not null,
    address_key     text not null,
    name            text not null,
    lang            text not null,
    content         text not null,
    subject         text not null,
    attachments     text not null,
    in_reply_to     text not null,
    refers_to       text not null,
    auto_submitted  text not null,
    reply_token     text unique,
    message_id      text unique,
    state           text not null,
    enqueued_at     integer not null,
    run_at          integer not null,
    attempts        integer not null,
    lease_until     integer,
    handed_at       integer,
    sent_at         integer,
    sha256          blob,
    answer          text not null,
    bounced_at      integer,
    bounce          text not null,
    decided_by      blob,
    decided_at      integer,
    reason          text not null
) strict;

create index outgoing_mail_due on outgoing_mail (run_at) where state in ('queued', 'sending');
create index outgoing_mail_case on outgoing_mail (case_id, enqueued_at);
create index outgoing_mail_state on outgoing_mail (state, enqueued_at);

create table mail_suppression (
    address_key  text primary key,
    why          text not null,
    note         text not null,
    mail_id      blob,
    by_person    blob,
    at           integer not null
) strict, without rowid;
