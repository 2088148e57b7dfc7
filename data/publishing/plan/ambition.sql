INSERT INTO target.ambition BY NAME
SELECT
    x.code,
    x.name,
    x.name_en,
    x.text,
    x.text_en,
    x.starts_on,
    x.ends_on,
    x.fictional,
    x.reply_days
FROM ambition AS x
ORDER BY x.row_number ASC
