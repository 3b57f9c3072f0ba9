"""Records what igraph answers on real graphs, as numbers: record_igraph_answers.py FOLDER > igraph-answers.json

FOLDER holds the files named below. Nodes are numbered in the order of their ids. Self-loops and parallel edges are dropped; of a
directed graph both forms are asked. Weights are made up so that both sides can make them: 1 + ((u + 1) * (v + 1) mod 101).
"""
import json
import sys

import igraph

SMALL = 8000  # nodes up to which all shortest paths are asked for


def metis(path):
    lines = [line.split("%")[0].split() for line in open(path)]
    header, rows = lines[0], lines[1:]
    step = 2 if len(header) > 2 and header[2].endswith("1") else 1
    rows = rows[: int(header[0])]
    return len(rows), [(u, int(v) - 1) for u, row in enumerate(rows) for v in row[::step]]


def pairs(path):
    edges = [tuple(map(int, line.split()[:2])) for line in open(path) if line.strip() and not line.startswith("#")]
    number = {node: i for i, node in enumerate(sorted({node for edge in edges for node in edge}))}
    return len(number), [(number[u], number[v]) for u, v in edges]


def top(scores, digits=12):
    order = sorted(range(len(scores)), key=lambda v: (-round(scores[v], digits), v))[:5]
    return [[v, scores[v]] for v in order]


def undirected(n, edges):
    g = igraph.Graph(n, sorted({(min(u, v), max(u, v)) for u, v in edges if u != v}))
    weights = [1 + ((u + 1) * (v + 1)) % 101 for u, v in g.get_edgelist()]
    distances = [d for d in g.distances(0, weights=weights)[0] if d != float("inf")]
    core = g.coreness()
    answers = {
        "nodes": n,
        "edges": g.ecount(),
        "components": len(g.connected_components()),
        "coreMaximum": max(core),
        "coreSum": sum(core),
        "triangles": len(g.list_triangles()),
        "transitivity": g.transitivity_undirected(),
        "averageClustering": g.transitivity_avglocal_undirected(mode="zero"),
        "pageRankTop": top(g.pagerank(directed=False)),
        "treeWeight": sum(weights[e] for e in g.spanning_tree(weights=weights, return_tree=False)),
        "distanceCount": len(distances),
        "distanceSum": sum(distances),
        "shortestTenSum": sum(
            sum(weights[e] for e in path)
            for path in g.get_k_shortest_paths(0, to=n // 2, k=10, weights=weights, output="epath")
        ),
        "bridges": len(g.bridges()),
        "articulationPoints": len(g.articulation_points()),
    }
    if n <= SMALL:
        answers["diameter"] = g.diameter()
        answers["betweennessTop"] = top(g.betweenness(), 6)
        answers["harmonicTop"] = top(g.harmonic_centrality(normalized=True))
    return answers


def directed(n, edges):
    g = igraph.Graph(n, sorted({edge for edge in edges if edge[0] != edge[1]}), directed=True)
    answers = {
        "edges": g.ecount(),
        "strongComponents": len(g.connected_components(mode="strong")),
        "largestStrongComponent": max(g.connected_components(mode="strong").sizes()),
        "pageRankTop": top(g.pagerank()),
        "hubTop": top(g.hub_score()),
        "authorityTop": top(g.authority_score()),
    }
    if n <= SMALL:
        answers["betweennessTop"] = top(g.betweenness(), 6)
    return answers


def main(folder):
    answers = {}
    for name in ["jazz.graph", "power.graph", "hep-th.graph", "PGPgiantcompo.graph", "astro-ph.graph"]:
        answers[name] = {"undirected": undirected(*metis(f"{folder}/{name}"))}
    graph = pairs(f"{folder}/wiki-Vote.txt")
    answers["wiki-Vote.txt"] = {"undirected": undirected(*graph), "directed": directed(*graph)}
    json.dump({"igraph": igraph.__version__, "answers": answers}, sys.stdout, indent=1)
    print()


main(sys.argv[1])
