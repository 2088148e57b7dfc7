INSERT INTO target.publication BY NAME
SELECT
    $version AS version,
    $published_at AS published_at,
    $today AS today,
    $audience AS audience,
    coalesce(bool_or(a.fictional), FALSE) AS fictional,
    $schema_version AS schema_version,
    $min_clients AS min_clients,
    $remade_at::TIMESTAMP AS remade_at
FROM ambition AS a
