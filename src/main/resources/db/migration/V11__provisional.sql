-- Whether the notice of holidays for a year, which is not loaded yet, may still move the deadline.
alter table deadline add column provisional boolean default false not null;
