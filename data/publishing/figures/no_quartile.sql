-- For what is no median.
CREATE OR REPLACE TEMP TABLE quartile (
    period_id INTEGER,
    partner INTEGER,
    split VARCHAR,
    split_number INTEGER,
    points DOUBLE[]
)
