// Which methods are used for which tasks, and in how many papers is that stated?
MATCH (m:Method)-[s:USED_FOR]->(t:Task)
RETURN t.name AS task, m.name AS method, count(DISTINCT s.paper) AS papers, max(s.confidence) AS confidence
ORDER BY papers DESC, confidence DESC, task, method
LIMIT 20;
