-- Reminders of what is owed, how each person wants to be told, and the addresses of calendars.

create table reminder (
    id           blob primary key,
    duty         text not null,
    step         text not null,
    person_id    blob not null,
    stream_kind  text not null,
    stream_id    blob not null,
    number       text not null,
    rule         text not null,
    act          text not null,
    due_on       text,
    at           integer not null,
    read_at      integer,
    mailed_at    integer,
    ended_at     integer,
    unique (duty, step, person_id)
) strict;

create index reminder_person on reminder (person_id, at);
create index reminder_open on reminder (stream_id) where ended_at is null;
create index reminder_unread on reminder (person_id) where ended_at is null and read_at is null;
create index reminder_unmailed on reminder (person_id) where ended_at is null and mailed_at is null;

create table reminder_way (
    person_id  blob primary key,
    way        text not null
) strict, without rowid;

create table calendar_feed (
    secret_hash  blob primary key,
    person_id    blob not null unique,
    created_at   integer not null
) strict, without rowid;
