-- Reminders of what is owed, how each person wants to be told, and the addresses of calendars.

create table reminder (
    id           uuid primary key,
    duty         text collate "C" not null,
    step         text collate "C" not null,
    person_id    uuid not null,
    stream_kind  text collate "C" not null,
    stream_id    uuid not null,
    number       text collate "C" not null,
    rule         text collate "C" not null,
    act          text collate "C" not null,
    due_on       text collate "C",
    at           bigint not null,
    read_at      bigint,
    mailed_at    bigint,
    ended_at     bigint,
    unique (duty, step, person_id)
);

create index reminder_person on reminder (person_id, at);
create index reminder_open on reminder (stream_id) where ended_at is null;
create index reminder_unread on reminder (person_id) where ended_at is null and read_at is null;
create index reminder_unmailed on reminder (person_id) where ended_at is null and mailed_at is null;

create table reminder_way (
    person_id  uuid primary key,
    way        text collate "C" not null
);

create table calendar_feed (
    secret_hash  bytea primary key,
    person_id    uuid not null unique,
    created_at   bigint not null
);
