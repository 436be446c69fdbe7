-- The policies that the malls have with insurers, as they were imported last. A policy is never deleted: cases refer to it.
create table insurance_policy (
  number varchar(60) primary key,
  name varchar(200),
  insurer varchar(200) not null,
  contact varchar(200),
  phone varchar(50),
  email varchar(254),
  site varchar(64),
  covers varchar(100) not null,
  valid_from date not null,
  valid_to date not null,
  excess numeric(15, 2) not null,
  case_limit numeric(15, 2) not null,
  year_limit numeric(15, 2),
  active boolean not null,
  changed_by varchar(255) not null,
  changed_at timestamp with time zone not null,
  check (valid_from <= valid_to),
  check (excess >= 0),
  check (case_limit > 0),
  check (year_limit > 0)
);

-- By which of them a claim is covered; null where it is not, or was judged before there was a register.
alter table responsibility add column policy varchar(60) references insurance_policy;
