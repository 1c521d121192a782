"""The tables, as named migrations: each runs once, in one transaction with its record."""

from typing import Any

from sqlite_utils import Migrations

migrations = Migrations("inspector")

TABLES = """
create table halls (
    code text primary key, name text not null, initials text not null, body text not null, used_at text not null
) strict;
create table inspectors (code text primary key, name text not null, unit text not null) strict;
create table settings (key text primary key, value text not null) strict;
create table blanks (
    digest text primary key, kind text not null, name text not null, source text not null, body text not null
) strict;
create index blanks_by_source on blanks (kind, source);

create table inspections (
    id text primary key,
    number integer not null unique,
    status text not null check (status in ('draft', 'finished', 'discarded')),
    form text not null references blanks (digest),
    limits text not null references blanks (digest),
    scheme text not null references blanks (digest),
    head text not null,
    hall text not null,
    hall_name text not null,
    kind text not null,
    started_at text not null,
    changed_at text not null,
    finished_at text,
    last_item text not null default '',
    asked integer not null default 0,
    answered integer not null default 0,
    failed integer not null default 0,
    level integer,
    total text not null default '',
    state text not null default ''
) strict;
create index inspections_by_hall on inspections (hall, finished_at);
create index inspections_by_status on inspections (status, changed_at);

create table entries (
    inspection text not null references inspections (id),
    kind text not null check (kind in ('answer', 'fact')),
    key text not null,
    body text not null,
    primary key (inspection, kind, key)
) strict, without rowid;

create table journal (
    seq integer primary key autoincrement,
    inspection text not null references inspections (id),
    kind text not null,
    key text not null,
    field text not null,
    before text,
    after text,
    at text not null,
    elapsed_ms integer not null,
    undoes integer not null default 0,
    redoes integer not null default 0
) strict;
create index journal_by_inspection on journal (inspection, seq);

create table sealed (
    number integer primary key,
    inspection text not null unique references inspections (id),
    body blob not null,
    sha256 text not null unique,
    previous text not null,
    at text not null
) strict;

create table topic_summary (
    inspection text not null references inspections (id),
    topic text not null,
    value text not null,
    earned text not null,
    base integer not null,
    primary key (inspection, topic)
) strict, without rowid;

create table register (
    inspection text not null references inspections (id),
    item text not null,
    status text not null check (status in ('candidate', 'confirmed', 'rejected')),
    open integer not null default 1,
    primary key (inspection, item)
) strict, without rowid;

create trigger journal_keeps before update on journal begin select raise(abort, 'the journal is never changed'); end;
create trigger journal_stays before delete on journal begin select raise(abort, 'the journal is never cut'); end;
create trigger sealed_keeps before update on sealed begin select raise(abort, 'a sealed record is never changed'); end;
create trigger sealed_stays before delete on sealed begin select raise(abort, 'a sealed record is never removed'); end;
"""


@migrations()
def m001_first_tables(db: Any) -> None:
    """Create everything the first release needs."""
    for statement in statements(TABLES):
        db.execute(statement)


REGISTER_AND_RATINGS = """
alter table register add column severity text not null default '';
alter table inspections add column registered integer not null default 0;
create table register_log (
    seq integer primary key autoincrement,
    inspection text not null references inspections (id),
    item text not null,
    act text not null check (act in ('confirm', 'reject', 'close', 'reopen')),
    by_code text not null,
    by_name text not null,
    reason text not null,
    at text not null
) strict;
create index register_log_by_finding on register_log (inspection, item);
create trigger register_log_keeps before update on register_log
begin select raise(abort, 'what was decided is never changed'); end;
create trigger register_log_stays before delete on register_log
begin select raise(abort, 'what was decided is never removed'); end;

-- A tap changes changed_at: an index that holds it costs every tap a page more to write.
drop index inspections_by_status;
create index inspections_by_status on inspections (status);

create table ratings (
    number integer primary key autoincrement,
    hall text not null,
    at text not null,
    scheme text not null references blanks (digest),
    level integer,
    valid_until text not null,
    receipt text not null
) strict;
create index ratings_by_hall on ratings (hall, number);
create trigger ratings_keeps before update on ratings begin select raise(abort, 'a rating is never changed'); end;
create trigger ratings_stays before delete on ratings begin select raise(abort, 'a rating is never removed'); end;
"""


@migrations()
def m002_register_and_ratings(db: Any) -> None:
    """Keep who decided what about a finding, and the ratings of halls with their receipts."""
    for statement in statements(REGISTER_AND_RATINGS):
        db.execute(statement)


COVERT_VISITS = """
create table readings (
    seq integer primary key autoincrement,
    inspection text not null references inspections (id),
    accepted integer not null check (accepted in (0, 1)),
    by_code text not null,
    by_name text not null,
    reason text not null,
    at text not null
) strict;
create index readings_by_inspection on readings (inspection, seq);
create trigger readings_keeps before update on readings begin select raise(abort, 'a reading is never changed'); end;
create trigger readings_stays before delete on readings begin select raise(abort, 'a reading is never removed'); end;

create table key_holder (
    id integer primary key check (id = 1), public blob not null, sealed blob not null, salt blob not null,
    name text not null, at text not null
) strict;
create table shoppers (code text primary key, sealed blob not null, at text not null) strict;
create table identity_log (
    seq integer primary key autoincrement,
    code text not null,
    act text not null check (act in ('sealed', 'opened', 'refused')),
    by_name text not null,
    reason text not null,
    at text not null
) strict;
create trigger identity_log_keeps before update on identity_log
begin select raise(abort, 'the log is never changed'); end;
create trigger identity_log_stays before delete on identity_log
begin select raise(abort, 'the log is never cut'); end;

create table workdays (day text primary key, works integer not null check (works in (0, 1)), note text not null) strict;

-- What is hidden on a photo, and whether a person has seen that no face is left: the last row of a photo counts.
create table clearances (
    seq integer primary key autoincrement,
    sha256 text not null,
    regions text not null,
    cleared integer not null check (cleared in (0, 1)),
    by_name text not null,
    at text not null
) strict;
create index clearances_by_photo on clearances (sha256, seq);
create trigger clearances_keeps before update on clearances
begin select raise(abort, 'a clearance is never changed'); end;
create trigger clearances_stays before delete on clearances
begin select raise(abort, 'a clearance is never removed'); end;

create table purges (
    sha256 text not null,
    kind text not null check (kind in ('original', 'sound', 'copy')),
    due text not null,
    by_name text not null,
    at text not null,
    primary key (sha256, kind)
) strict, without rowid;
create trigger purges_keeps before update on purges begin select raise(abort, 'a purge is never changed'); end;
create trigger purges_stays before delete on purges begin select raise(abort, 'a purge is never removed'); end;
"""


@migrations()
def m003_covert_visits(db: Any) -> None:
    """Keep second readings, sealed identities, 调休, what photos hide, and what was purged."""
    for statement in statements(COVERT_VISITS):
        db.execute(statement)


SIGNATURES = """
create table data_file (id integer primary key check (id = 1), name text not null) strict;
insert into data_file values (1, lower(hex(randomblob(16))));

create table signatures (
    seq integer primary key autoincrement,
    record integer not null unique references sealed (number),
    device text not null,
    signature blob not null
) strict;
create trigger signatures_keeps before update on signatures
begin select raise(abort, 'a signature is never changed'); end;
create trigger signatures_stays before delete on signatures
begin select raise(abort, 'a signature is never removed'); end;

-- Who sat at the laptop: the inspector it belonged to when the change was made.
alter table journal add column by_code text not null default '';
"""


@migrations()
def m004_signatures(db: Any) -> None:
    """Sign what is sealed with this laptop's key, and keep in the journal who made a change."""
    for statement in statements(SIGNATURES):
        db.execute(statement)


AMENDMENTS = """
alter table inspections add column amends text not null default '';
create index inspections_by_amended on inspections (amends) where amends <> '';

-- What a hall says after the seal, in words the laptop signs; each names the one before.
create table replies (
    number integer primary key autoincrement,
    inspection text not null references inspections (id),
    body blob not null,
    sha256 text not null unique,
    device text not null,
    signature blob not null
) strict;
create index replies_by_inspection on replies (inspection, number);
create trigger replies_keeps before update on replies begin select raise(abort, 'a reply is never changed'); end;
create trigger replies_stays before delete on replies begin select raise(abort, 'a reply is never removed'); end;
"""


@migrations()
def m005_amendments(db: Any) -> None:
    """Keep which inspection another one puts right, and what halls reply."""
    for statement in statements(AMENDMENTS):
        db.execute(statement)


SCRIPTS = (TABLES, REGISTER_AND_RATINGS, COVERT_VISITS, SIGNATURES, AMENDMENTS)


def statements(script: str) -> list[str]:
    """Split a script into its statements; a trigger ends where its `end;` does."""
    statements, begun = [], ""
    for line in script.splitlines():
        begun += line + "\n"
        whole = line.rstrip().endswith("end;") if "create trigger" in begun else line.rstrip().endswith(";")
        if whole:
            statements.append(begun.strip())
            begun = ""
    return statements
