-- Tokens by which programs act in a person's name, and the systems that are told what happened.

create table api_token (
    id            uuid primary key,
    person_id     uuid not null,
    name          text collate "C" not null,
    token_hash    bytea not null unique,
    scopes        text collate "C" not null,
    created_at    bigint not null,
    expires_at    bigint not null,
    last_used_at  bigint,
    revoked_at    bigint
);

create index api_token_person on api_token (person_id, created_at);

create table webhook (
    id             uuid primary key,
    url            text collate "C" not null,
    secret         text collate "C" not null,
    events         text collate "C" not null,
    created_by     uuid not null,
    created_at     bigint not null,
    failing_since  bigint,
    disabled_at    bigint
);

create table webhook_delivery (
    id            uuid primary key,
    webhook_id    uuid not null,
    event         text collate "C" not null,
    payload       text collate "C" not null,
    created_at    bigint not null,
    due_at        bigint,
    lease_until   bigint,
    attempts      bigint not null,
    status        bigint,
    failure       text collate "C",
    delivered_at  bigint
);

create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at);
