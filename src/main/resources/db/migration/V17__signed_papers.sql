-- A scan that is taken back leaves its paper unsigned.
alter table paper add foreign key (signed_by_attachment) references attachment on delete set null;
