-- Mail that goes out: written in the transaction of the act that it follows from, and sent once.

create table outgoing_mail (
    id              uuid primary key,
    key             text collate "C" not null unique,
    purpose         text collate "C" not null,
    case_id         uuid,
    person_id       uuid,
    address         text collate "C" not null,
    address_key     text collate "C" not null,
    name            text collate "C" not null,
    lang            text collate "C" not null,
    content         text collate "C" not null,
    subject         text collate "C" not null,
    attachments     text collate "C" not null,
    in_reply_to     text collate "C" not null,
    refers_to       text collate "C" not null,
    auto_submitted  text collate "C" not null,
    reply_token     text collate "C" unique,
    message_id      text collate "C" unique,
    state           text collate "C" not null,
    enqueued_at     bigint not null,
    run_at          bigint not null,
    attempts        bigint not null,
    lease_until     bigint,
    handed_at       bigint,
    sent_at         bigint,
    sha256          bytea,
    answer          text collate "C" not null,
    bounced_at      bigint,
    bounce          text collate "C" not null,
    decided_by      uuid,
    decided_at      bigint,
    reason          text collate "C" not null
);

create index outgoing_mail_due on outgoing_mail (run_at) where state in ('queued', 'sending');
create index outgoing_mail_case on outgoing_mail (case_id, enqueued_at);
create index outgoing_mail_state on outgoing_mail (state, enqueued_at);

create table mail_suppression (
    address_key  text collate "C" primary key,
    why          text collate "C" not null,
    note         text collate "C" not null,
    mail_id      uuid,
    by_person    uuid,
    at           bigint not null
);
