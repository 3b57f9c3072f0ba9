// Which results do papers report on a data set, the best first? Set the parameter first, e.g. :param name => 'ImageNet'
// Of some metrics (error, perplexity, time) less is better: their lists end with the best.
MATCH (d:Dataset)
WHERE d.name = $name OR $name IN d.aliases
MATCH (p:Paper)-[r:REPORTS]->(m:Metric)
WHERE r.dataset = d.id
OPTIONAL MATCH (by:Method {id: r.method})
RETURN m.name AS metric, r.value AS value, r.unit AS unit, by.name AS method, p.title AS paper, p.year AS year, r.confidence AS confidence
ORDER BY metric, unit, value DESC, paper;
