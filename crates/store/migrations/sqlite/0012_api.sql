-- Tokens by which programs act in a person's name, and the systems that are told what happened.

create table api_token (
    id            blob primary key,
    person_id     blob not null,
    name          text not null,
    token_hash    blob not null unique,
    scopes        text not null,
    created_at    integer not null,
    expires_at    integer not null,
    last_used_at  integer,
    revoked_at    integer
) strict;

create index api_token_person on api_token (person_id, created_at);

create table webhook (
    id             blob primary key,
    url            text not null,
    secret         text not null,
    events         text not null,
    created_by     blob not null,
    created_at     integer not null,
    failing_since  integer,
    disabled_at    integer
) strict;

create table webhook_delivery (
    id            blob primary key,
    webhook_id    blob not null,
    event         text not null,
    payload       text not null,
    created_at    integer not null,
    due_at        integer,
    lease_until   integer,
    attempts      integer not null,
    status        integer,
    failure       text,
    delivered_at  integer
) strict;

create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at);
