-- What happened, what was written, and what follows from it.

create table event (
    stream_kind  text not null,
    stream_id    blob not null,
    seq          integer not null,
    at           integer not null,
    actor        blob,
    kind         text not null,
    prev_hash    blob not null,
    hash         blob not null,
    body         text not null,
    primary key (stream_kind, stream_id, seq)
) strict;

create table text (
    id         blob primary key,
    stream_id  blob not null,
    salt       blob,
    body       text,
    erased_at  integer
) strict;

create index text_stream on text (stream_id);

create table party (
    id              blob not null,
    version         integer not null,
    kind            text not null,
    name            text not null,
    name_key        text not null,
    sort_key        text not null,
    address         text not null,
    email           text not null,
    phone           text not null,
    phone_key       text not null,
    representative  text not null,
    details         text not null,
    current         integer not null check (current in (0, 1)),
    at              integer not null,
    erased_at       integer,
    primary key (id, version)
) strict;

create index party_name on party (name_key) where current;
create index party_phone on party (phone_key) where current;

create table series (
    organisation_id  blob not null,
    kind             text not null,
    year             integer not null,
    next             integer not null,
    primary key (organisation_id, kind, year)
) strict, without rowid;

create table idempotency (
    actor        blob not null,
    key          text not null,
    body_digest  blob not null,
    outcome      text,
    at           integer not null,
    primary key (actor, key)
) strict, without rowid;

create index idempotency_at on idempotency (at);

create table job (
    id           blob primary key,
    kind         text not null,
    payload      text not null,
    key          text unique,
    run_at       integer not null,
    attempts     integer not null,
    lease_until  integer,
    last_error   text,
    dead_at      integer
) strict;

create index job_due on job (run_at) where dead_at is null;
create index job_dead on job (dead_at) where dead_at is not null;
