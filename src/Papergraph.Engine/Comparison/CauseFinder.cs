using Papergraph.Corpus;
using Papergraph.Store;

namespace Papergraph.Engine.Comparison;

/// <summary>Finds where a change comes from: the records of the papers behind a node or edge, and the runs that derived it.</summary>
internal sealed class CauseFinder
{
    private readonly Side _before, _after;
    private readonly bool _sameBuild;

    public CauseFinder(ComparedGraph before, ComparedGraph after, CancellationToken cancellation)
    {
        (GraphRecords first, GraphRecords second) = GraphRecords.Compare(before.Reader, after.Reader, cancellation);
        (_before, _after) = (new(before.Reader, first), new(after.Reader, second));
        // A build is a function of records and run: where both are the same, nothing built can differ.
        _sameBuild = _before.Run == _after.Run && !first.OnlyHere.Any() && !second.OnlyHere.Any();
    }

    /// <summary>The cause for a node; null where it is not there.</summary>
    public ChangeCause OfNode(int? was, int? now)
    {
        Sources before = was is { } b ? _before.OfNode(b) : new(), after = now is { } a ? _after.OfNode(a) : new();
        return Cause(before, after, was is null ? null : _before.Run, now is null ? null : _after.Run);
    }

    /// <summary>The cause for an edge of a type; null where it is not there.</summary>
    public ChangeCause OfEdge(EdgeTable? tableBefore, EdgeAt? was, EdgeTable? tableAfter, EdgeAt? now)
    {
        Sources before = was is { } b ? _before.OfEdge(tableBefore!, b) : new();
        Sources after = now is { } a ? _after.OfEdge(tableAfter!, a) : new();
        string? runBefore = was is { } w ? RunOf(_before, tableBefore!, w) : null;
        string? runAfter = now is { } n ? RunOf(_after, tableAfter!, n) : null;
        return Cause(before, after, runBefore, runAfter);
    }

    private static string? RunOf(Side side, EdgeTable table, EdgeAt edge) => table.Strings(Keys.Run)?[edge.Position] ?? side.Run;

    private ChangeCause Cause(Sources before, Sources after, string? runBefore, string? runAfter)
    {
        string[] removed = Sorted(before.OnlyHere), added = Sorted(after.OnlyHere), kept = Sorted(before.Shared.Concat(after.Shared));
        string[] papers = Sorted(before.Papers.Concat(after.Papers));
        CauseKind kind =
            _sameBuild ? CauseKind.Written
            : removed.Length + added.Length > 0 ? CauseKind.Records
            : _before.Run is not null && _after.Run is not null && _before.Run != _after.Run ? CauseKind.Run
            : kept.Length > 0 ? CauseKind.Linking
            : CauseKind.Written;
        bool isCut = before.IsCut || after.IsCut || new[] { removed, added, kept, papers }.Any(l => l.Length > ChangeCause.Most);
        return new(kind, runBefore, runAfter, Cut(added), Cut(removed), Cut(kept), Cut(papers), isCut);
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] Cut(string[] names) => names.Length > ChangeCause.Most ? names[..ChangeCause.Most] : names;

    /// <summary>Records and papers behind one node or edge in one graph.</summary>
    private sealed class Sources
    {
        public List<string> OnlyHere { get; } = [];

        public List<string> Shared { get; } = [];

        public List<string> Papers { get; } = [];

        public bool IsCut { get; set; }
    }

    /// <summary>One of the graphs.</summary>
    private sealed class Side(GraphReader graph, GraphRecords records)
    {
        // Of a node with thousands of papers, as many are looked at as it takes to name ten; enough are for others to be rare.
        private const int MostPapers = 1000, MostNeighbours = 10_000;

        private readonly HashSet<int> _changedPapers = ChangedPapers(graph, records);
        private readonly bool _findsPapers = graph.KeyIndexes.Contains((Labels.Paper, Keys.Id));

        /// <summary>The run that derived the graph, or null when none did.</summary>
        public string? Run { get; } = graph.Metadata.GetValueOrDefault(Names.Run);

        public Sources OfNode(int node)
        {
            NodeTable table = graph.TableOf(node);
            if (table.HasLabel(Labels.Run)) return OfRun();
            if (IsReadPaper(table)) return Of([node], nameThem: false);
            List<int> papers = PapersBeside(node);
            if (papers.Count == 0)
                papers = [.. NeighboursOf(node).Take(MostNeighbours).SelectMany(PapersBeside).Distinct().Order().Take(MostPapers)];
            return Of(papers, nameThem: true);
        }

        public Sources OfEdge(EdgeTable table, EdgeAt edge)
        {
            List<int> papers = [];
            if (_findsPapers && table.Strings(Keys.Paper)?[edge.Position] is { } id
                && graph.TryFindNode(Labels.Paper, Keys.Id, id, out int paper))
                papers.Add(paper);
            foreach (int end in (int[])[edge.Source, edge.Target])
                if (IsReadPaper(graph.TableOf(end))) papers.Add(end);
            if (papers.Count == 0) papers = PapersBeside(edge.Source);
            // The first that says something new; a citation is stated by the paper that cites.
            int told = papers.FindIndex(_changedPapers.Contains);
            return Of(told >= 0 ? [papers[told]] : papers.Take(1), nameThem: true);
        }

        /// <summary>A run hangs on all records.</summary>
        private Sources OfRun()
        {
            Sources sources = new();
            foreach (int record in records.OnlyHere.Take(MostPapers)) sources.OnlyHere.Add(records.NameOf(record));
            return sources;
        }

        private Sources Of(IEnumerable<int> papers, bool nameThem)
        {
            List<int> all = [.. papers], changed = [.. all.Where(_changedPapers.Contains)];
            Sources sources = new() { IsCut = all.Count >= MostPapers };
            foreach (int paper in changed.Count > 0 ? changed.Take(MostPapers) : all.Take(ChangeCause.Most))
            {
                foreach (int record in records.OfPaper(paper))
                    (records.IsOnlyHere(record) ? sources.OnlyHere : sources.Shared).Add(records.NameOf(record));
                if (nameThem) sources.Papers.Add(NodeSummary.Of(graph, paper).Id);
            }

            return sources;
        }

        /// <summary>The read papers that an edge connects with the node, ascending; those with new records first to be kept.</summary>
        private List<int> PapersBeside(int node)
        {
            List<int> papers = [.. NeighboursOf(node).Where(n => IsReadPaper(graph.TableOf(n))).Distinct().Order()];
            if (papers.Count <= MostPapers) return papers;
            return [.. papers.OrderByDescending(_changedPapers.Contains).Take(MostPapers).Order()];
        }

        private IEnumerable<int> NeighboursOf(int node)
        {
            foreach (EdgeTable table in graph.EdgeTables)
            {
                foreach (int source in table.Incoming.Neighbours(node).ToArray()) yield return source;
                foreach (int target in table.Outgoing.Neighbours(node).ToArray()) yield return target;
            }
        }

        private static bool IsReadPaper(NodeTable table) => table.HasLabel(Labels.Paper) && !table.HasLabel(Labels.Placeholder);

        private static HashSet<int> ChangedPapers(GraphReader graph, GraphRecords records)
        {
            HashSet<int> changed = [];
            if (!records.OnlyHere.Any()) return changed;
            foreach (NodeTable table in graph.TablesWithLabel(Labels.Paper))
                foreach (long row in table.LiveRows)
                    if (records.OfPaper(table.NodeAt(row)).Any(records.IsOnlyHere)) changed.Add(table.NodeAt(row));
            return changed;
        }
    }
}
