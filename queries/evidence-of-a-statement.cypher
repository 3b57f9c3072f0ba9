// Where does it stand? The sentence behind each statement about an entity; set the parameter first, e.g. :param name => 'BERT'
MATCH (head:Entity)-[s:USED_FOR|EVALUATED_ON|MEASURED_BY|COMPARED_WITH|BASED_ON|PART_OF|IS_A]->(tail:Entity)
WHERE head.name = $name OR tail.name = $name OR $name IN head.aliases OR $name IN tail.aliases
MATCH (p:Paper {id: s.paper})
RETURN head.name AS head, type(s) AS relation, tail.name AS tail,
       substring(CASE s.field WHEN 'title' THEN p.title ELSE p.abstract END, s.start, s.end - s.start) AS sentence,
       p.title AS paper, s.confidence AS confidence
ORDER BY confidence DESC, sentence;
