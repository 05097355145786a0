-- The public pages: what somebody is writing there, the codes by which a case is followed, and the browsers that showed one.

create table portal_draft (
    token_hash  blob primary key,
    typed       text not null,
    files       text not null,
    case_id     blob,
    saved_at    integer not null,
    expires_at  integer not null
) strict;

create index portal_draft_expiry on portal_draft (expires_at);

create table portal_code (
    id          blob primary key,
    case_id     blob not null,
    code_hash   blob not null,
    given_by    blob,
    given_at    integer not null,
    revoked_at  integer
) strict;

create index portal_code_case on portal_code (case_id, given_at);

create table portal_visit (
    token_hash  blob primary key,
    code_id     blob not null,
    expires_at  integer not null
) strict;

create index portal_visit_code on portal_visit (code_id);
create index portal_visit_expiry on portal_visit (expires_at);
