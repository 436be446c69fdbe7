-- Whose case it is from triage on, how it ended, and how often it was taken up again.
alter table complaint add column owner_group varchar(64) default 'customer-service' not null;
alter table complaint add column ending varchar(40);
alter table complaint add column reopenings integer default 0 not null;
create index complaint_order_number on complaint (order_number);
