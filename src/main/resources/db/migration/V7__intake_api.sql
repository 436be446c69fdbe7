-- Which complaint a program posted under which key. The number is there as soon as others can see the row.
create table intake_key (
  login varchar(255) not null,
  post_key varchar(200) not null,
  hash varchar(64) not null,
  number varchar(20) references complaint (number),
  received_at timestamp with time zone,
  posted_at timestamp with time zone not null,
  primary key (login, post_key)
);
create index intake_key_posted on intake_key (posted_at);

-- A text is as long as its form lets it be, which is its owner's business, and has white space around it.
alter table customer alter column name set data type varchar(4000);
alter table customer alter column phone set data type varchar(4000);
alter table customer alter column email set data type varchar(4000);
alter table complaint alter column product set data type varchar(4000);
alter table complaint alter column model set data type varchar(4000);
alter table complaint alter column order_number set data type varchar(4000);
alter table complaint alter column complained_about set data type varchar(4000);

-- A phone is found by its digits, however it was written; a name by any part of it, for which an index is no help.
drop index customer_phone;
drop index customer_name;
alter table customer add column phone_digits varchar(50);
update customer set phone_digits = translate(phone, translate(phone, '0123456789', ''), '') where phone is not null;
update customer set phone_digits = substring(phone_digits from 3) where phone_digits like '861__________';
update customer set phone_digits = substring(phone_digits from 5) where phone_digits like '00861__________';
create index customer_phone_digits on customer (phone_digits);
