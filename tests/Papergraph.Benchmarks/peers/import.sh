#!/bin/sh
# Times the import of a graph of citations by Papergraph and by the peers that are there, one after the other in one sitting:
#   import.sh WORKDIR [PAPERS]
# PAPERGRAPH is the command of Papergraph (default: papergraph), NEO4J_ADMIN that of Neo4j 5, LADYBUG a folder where
# `npm i @ladybugdb/core` was run. The graph is made of a linear congruential generator, so every run has the same files.
set -e
work=$1
papers=${2:-200000}
mkdir -p "$work"
cd "$work"

awk -v n="$papers" 'BEGIN {
  s = 42
  print "id:ID(P){id-type:long},title,year:long" > "papers.csv"
  print ":START_ID(P),:END_ID(P)" > "citations.csv"
  print ":START_ID(P),:END_ID(K)" > "mentions.csv"
  print "id:ID(K){id-type:long},name" > "concepts.csv"
  for (i = 0; i < n; i++) {
    printf "%d,\"Paper number %d about topic %d\",%d\n", i, i, i % 500, 1990 + i % 35 > "papers.csv"
    printf "%d,%d\n", i, i % 5000 > "mentions.csv"
    s = (s * 1664525 + 1013904223) % 4294967296
    d = 1 + int(s / 4294967296 * 12)
    for (k = 0; k < d && i > 0; k++) {
      s = (s * 1664525 + 1013904223) % 4294967296
      printf "%d,%d\n", i, int((s / 4294967296) ^ 1.5 * i) > "citations.csv"
    }
  }
  for (i = 0; i < 5000; i++) printf "%d,c%d\n", i, i > "concepts.csv"
}'
wc -l papers.csv concepts.csv citations.csv mentions.csv

echo "== papergraph"
rm -rf graph
time ${PAPERGRAPH:-papergraph} import graph --nodes Paper=papers.csv --nodes Concept=concepts.csv \
  --relationships CITES=citations.csv --relationships MENTIONS=mentions.csv
du -sb graph

if [ -n "$NEO4J_ADMIN" ]; then
  echo "== neo4j-admin"
  rm -rf neo4j && mkdir -p neo4j/conf
  export NEO4J_HOME="$PWD/neo4j"
  time "$NEO4J_ADMIN" database import full neo4j --nodes=Paper=papers.csv --nodes=Concept=concepts.csv \
    --relationships=CITES=citations.csv --relationships=MENTIONS=mentions.csv > neo4j/log 2>&1
  du -sb neo4j/data/databases/neo4j
fi

if [ -n "$LADYBUG" ]; then
  echo "== LadybugDB"
  rm -f "$LADYBUG"/ladybug.db*
  cat > "$LADYBUG/load.mjs" <<'SCRIPT'
import ladybug from '@ladybugdb/core';
const folder = process.argv[2];
const database = new ladybug.Database(new URL('ladybug.db', import.meta.url).pathname);
const connection = new ladybug.Connection(database, 2);
for (const statement of [
  'CREATE NODE TABLE Paper(id INT64 PRIMARY KEY, title STRING, year INT64)',
  'CREATE NODE TABLE Concept(id INT64 PRIMARY KEY, name STRING)',
  'CREATE REL TABLE CITES(FROM Paper TO Paper)',
  'CREATE REL TABLE MENTIONS(FROM Paper TO Concept)',
  `COPY Paper FROM '${folder}/papers.csv' (HEADER=true)`,
  `COPY Concept FROM '${folder}/concepts.csv' (HEADER=true)`,
  `COPY CITES FROM '${folder}/citations.csv' (HEADER=true)`,
  `COPY MENTIONS FROM '${folder}/mentions.csv' (HEADER=true)`,
  'CHECKPOINT']) await (await connection.query(statement)).getAll();
await connection.close();
await database.close();
SCRIPT
  time node "$LADYBUG/load.mjs" "$PWD"
  du -sb "$LADYBUG"/ladybug.db
fi
