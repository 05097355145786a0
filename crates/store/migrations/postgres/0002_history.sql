-- What happened, what was written, and what follows from it.

create table event (
    stream_kind  text collate "C" not null,
    stream_id    uuid not null,
    seq          bigint not null,
    at           bigint not null,
    actor        uuid,
    kind         text collate "C" not null,
    prev_hash    bytea not null,
    hash         bytea not null,
    body         text collate "C" not null,
    primary key (stream_kind, stream_id, seq)
);

create table text (
    id         uuid primary key,
    stream_id  uuid not null,
    salt       bytea,
    body       text collate "C",
    erased_at  bigint
);

create index text_stream on text (stream_id);

create table party (
    id              uuid not null,
    version         bigint not null,
    kind            text collate "C" not null,
    name            text collate "C" not null,
    name_key        text collate "C" not null,
    sort_key        text collate "C" not null,
    address         text collate "C" not null,
    email           text collate "C" not null,
    phone           text collate "C" not null,
    phone_key       text collate "C" not null,
    representative  text collate "C" not null,
    details         text collate "C" not null,
    current         boolean not null,
    at              bigint not null,
    erased_at       bigint,
    primary key (id, version)
);

create index party_name on party (name_key) where current;
create index party_phone on party (phone_key) where current;

create table series (
    organisation_id  uuid not null,
    kind             text collate "C" not null,
    year             bigint not null,
    next             bigint not null,
    primary key (organisation_id, kind, year)
);

create table idempotency (
    actor        uuid not null,
    key          text collate "C" not null,
    body_digest  bytea not null,
    outcome      text collate "C",
    at           bigint not null,
    primary key (actor, key)
);

create index idempotency_at on idempotency (at);

create table job (
    id           uuid primary key,
    kind         text collate "C" not null,
    payload      text collate "C" not null,
    key          text collate "C" unique,
    run_at       bigint not null,
    attempts     bigint not null,
    lease_until  bigint,
    last_error   text collate "C",
    dead_at      bigint
);

create index job_due on job (run_at) where dead_at is null;
create index job_dead on job (dead_at) where dead_at is not null;
