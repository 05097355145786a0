-- Mail that arrived. Its bytes are a document; here stands what it says of itself and what became of it.

create table mail (
    id              uuid primary key,
    arrived_at      bigint not null,
    arrived_on      text collate "C" not null,
    stored_at       bigint not null,
    way             text collate "C" not null,
    document_id     uuid not null unique,
    sha256          bytea not null unique,
    size            bigint not null,
    message_id      text collate "C" not null,
    answers         text collate "C" not null,
    sender_name     text collate "C" not null,
    sender_address  text collate "C" not null,
    sender_key      text collate "C" not null,
    subject         text collate "C" not null,
    sent_at         bigint,
    kind            text collate "C" not null,
    reading         text collate "C" not null,
    attachments     bigint not null,
    answerable      boolean not null,
    state           text collate "C" not null,
    reason          text collate "C" not null,
    case_id         uuid,
    first_read_at   bigint
);

create index mail_state on mail (state, id);
create index mail_message on mail (message_id) where message_id <> '';
create index mail_sender on mail (sender_key, arrived_at) where sender_key <> '';
create index mail_case on mail (case_id) where case_id is not null;

-- Everything that was done with a mail, never changed: setting aside is undone by a line more.
create table mail_deed (
    mail_id    uuid not null references mail (id),
    seq        bigint not null,
    at         bigint not null,
    person_id  uuid,
    deed       text collate "C" not null,
    reason     text collate "C" not null,
    words      text collate "C" not null,
    case_id    uuid,
    primary key (mail_id, seq)
);

-- How far a mailbox was fetched, and how that went the last time.
create table mail_source (
    source        text collate "C" primary key,
    validity      bigint not null,
    mark          bigint not null,
    tried_at      bigint,
    succeeded_at  bigint,
    failure       text collate "C" not null
);

-- Whose address a mail comes from.
create index party_email on party (lower(email)) where email <> '';
