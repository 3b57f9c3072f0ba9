// Which papers of the graph are cited most by others in it?
MATCH (p:Paper)<-[c:CITES]-(:Paper)
WHERE NOT p:Placeholder
RETURN p.title AS paper, p.year AS year, count(c) AS citations
ORDER BY citations DESC, paper
LIMIT 20;
