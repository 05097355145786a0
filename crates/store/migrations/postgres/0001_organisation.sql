-- The organisation, its people and what they may do.

create table organisation (
    id           uuid primary key,
    name         text collate "C" not null,
    parent_name  text collate "C" not null,
    place        text collate "C" not null,
    symbol       text collate "C" not null,
    zone         text collate "C" not null,
    settings     text collate "C" not null,
    version      bigint not null,
    created_at   bigint not null
);

create table unit (
    id      uuid primary key,
    code    text collate "C" not null unique,
    name    text collate "C" not null,
    active  boolean not null
);

create table person (
    id             uuid primary key,
    display_name   text collate "C" not null,
    sort_key       text collate "C" not null,
    login          text collate "C" not null,
    login_key      text collate "C" not null unique,
    password_hash  text collate "C",
    email          text collate "C",
    position       text collate "C" not null,
    unit_id        uuid references unit (id),
    active         boolean not null,
    language       text collate "C" not null,
    theme          text collate "C" not null,
    created_at     bigint not null
);

create index person_sort on person (sort_key, id);

create table appointment (
    id         uuid primary key,
    person_id  uuid not null references person (id),
    role       text collate "C" not null,
    unit_id    uuid references unit (id),
    from_on    text collate "C" not null,
    until_on   text collate "C",
    document   text collate "C" not null
);

create index appointment_person on appointment (person_id, from_on);
create index appointment_role on appointment (role, from_on);

create table substitution (
    id         uuid primary key,
    role       text collate "C" not null,
    of_person  uuid not null references person (id),
    by_person  uuid not null references person (id),
    from_on    text collate "C" not null,
    until_on   text collate "C",
    named_by   uuid not null references person (id),
    document   text collate "C" not null
);

create index substitution_by on substitution (by_person, from_on);
create index substitution_of on substitution (of_person, from_on);

create table signing_authority (
    id         uuid primary key,
    person_id  uuid not null references person (id),
    mode       text collate "C" not null,
    scope      text collate "C" not null,
    from_on    text collate "C" not null,
    until_on   text collate "C",
    document   text collate "C" not null
);

create index signing_authority_person on signing_authority (person_id, from_on);

create table interest (
    id           uuid primary key,
    person_id    uuid not null references person (id),
    client       text collate "C" not null,
    client_key   text collate "C" not null,
    kind         text collate "C" not null,
    from_on      text collate "C" not null,
    until_on     text collate "C",
    note         text collate "C" not null
);

create index interest_person on interest (person_id, from_on);
create index interest_client on interest (client_key);

create table calendar_year (
    year      bigint primary key,
    document  text collate "C" not null
);

create table calendar_day (
    day_on    text collate "C" primary key,
    kind      text collate "C" not null,
    name_vi   text collate "C" not null,
    name_en   text collate "C" not null,
    document  text collate "C" not null
);

create table session (
    token_hash   bytea primary key,
    person_id    uuid not null references person (id),
    csrf         text collate "C" not null,
    created_at   bigint not null,
    expires_at   bigint not null
);

create index session_person on session (person_id);
create index session_expiry on session (expires_at);

create table attempt (
    bucket    text collate "C" primary key,
    count     bigint not null,
    since_at  bigint not null
);
