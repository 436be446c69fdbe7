-- How far the time of a demo was moved ahead; one row, and never more than nothing in a real installation.
create table demo_time (
  ahead_seconds bigint not null check (ahead_seconds >= 0)
);
insert into demo_time (ahead_seconds) values (0);
