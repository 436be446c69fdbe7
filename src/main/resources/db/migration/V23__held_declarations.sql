-- Whether the hold of a declaration is over: who comes for it later need not wait again. What was stopped meanwhile is held anew.
alter table loss_declaration add column held boolean default false not null;

update loss_declaration set held = true where state in ('OVER', 'COPIED', 'REFUNDED', 'ON_FILE');
