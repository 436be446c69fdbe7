-- The bytes of a file, as each database keeps them: H2's binary columns end at 1 MB.
create domain file_content as blob;
