// Which papers build on what another paper introduced, and on what?
MATCH (later:Paper)-[b:BUILDS_ON]->(earlier:Paper)
RETURN later.title AS paper, earlier.title AS buildsOn, b.entity AS entity, b.confidence AS confidence
ORDER BY confidence DESC, paper, buildsOn
LIMIT 20;
