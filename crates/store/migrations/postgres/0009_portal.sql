-- The public pages: what somebody is writing there, the codes by which a case is followed, and the browsers that showed one.

create table portal_draft (
    token_hash  bytea primary key,
    typed       text collate "C" not null,
    files       text collate "C" not null,
    case_id     uuid,
    saved_at    bigint not null,
    expires_at  bigint not null
);

create index portal_draft_expiry on portal_draft (expires_at);

create table portal_code (
    id          uuid primary key,
    case_id     uuid not null,
    code_hash   bytea not null,
    given_by    uuid,
    given_at    bigint not null,
    revoked_at  bigint
);

create index portal_code_case on portal_code (case_id, given_at);

create table portal_visit (
    token_hash  bytea primary key,
    code_id     uuid not null,
    expires_at  bigint not null
);

create index portal_visit_code on portal_visit (code_id);
create index portal_visit_expiry on portal_visit (expires_at);
