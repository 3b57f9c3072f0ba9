// Which data sets are papers evaluated on, and since when?
MATCH (p:Paper)-[:EVALUATES_ON]->(d:Dataset)
RETURN d.name AS dataset, count(p) AS papers, min(p.year) AS first, max(p.year) AS last
ORDER BY papers DESC, dataset
LIMIT 20;
