-- What is known of a file of a case; its bytes stand in a folder under the id. The same bytes are one attachment of a case.
create table attachment (
  id varchar(36) primary key,
  complaint_id bigint not null references complaint,
  process varchar(255),
  step varchar(255),
  task_id varchar(64),
  name varchar(600) not null,
  shows varchar(800),
  type varchar(20) not null,
  bytes bigint not null,
  sha256 varchar(64) not null,
  preview boolean not null,
  attached_by varchar(255) not null,
  attached_at timestamp with time zone not null,
  unique (complaint_id, sha256)
);
create index attachment_task on attachment (task_id);

-- One row, once there is a folder: what is written in it too, so that a node that sees another one is found out.
create table attachment_folder (
  id integer primary key,
  mark varchar(36) not null
);

-- Earlier cases of a customer are found by e-mail as they are by phone.
create index customer_email on customer (email);
