-- Mail that arrived. Its bytes are a document; here stands what it says of itself and what became of it.

create table mail (
    id              blob primary key,
    arrived_at      integer not null,
    arrived_on      text not null,
    stored_at       integer not null,
    way             text not null,
    document_id     blob not null unique,
    sha256          blob not null unique,
    size            integer not null,
    message_id      text not null,
    answers         text not null,
    sender_name     text not null,
    sender_address  text not null,
    sender_key      text not null,
    subject         text not null,
    sent_at         integer,
    kind            text not null,
    reading         text not null,
    attachments     integer not null,
    answerable      integer not null check (answerable in (0, 1)),
    state           text not null,
    reason          text not null,
    case_id         blob,
    first_read_at   integer
) strict;

create index mail_state on mail (state, id);
create index mail_message on mail (message_id) where message_id <> '';
create index mail_sender on mail (sender_key, arrived_at) where sender_key <> '';
create index mail_case on mail (case_id) where case_id is not null;

-- Everything that was done with a mail, never changed: setting aside is undone by a line more.
create table mail_deed (
    mail_id    blob not null references mail (id),
    seq        integer not null,
    at         integer not null,
    person_id  blob,
    deed       text not null,
    reason     text not null,
    words      text not null,
    case_id    blob,
    primary key (mail_id, seq)
) strict, without rowid;

-- How far a mailbox was fetched, and how that went the last time.
create table mail_source (
    source        text primary key,
    validity      integer not null,
    mark          integer not null,
    tried_at      integer,
    succeeded_at  integer,
    failure       text not null
) strict;

-- Whose address a mail comes from.
create index party_email on party (lower(email)) where email <> '';
