using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>All entries of all lists of references, in canonical order, and what each means.</summary>
internal sealed class ReferenceLines
{
    private const int Unusable = -1;

    private readonly IReadOnlyList<PaperRecord> _records;
    private readonly int[] _order;
    private readonly ReferenceTable _table = new();

    /// <summary>Entry of the table for each line, or Unusable.</summary>
    private readonly List<int> _entryOfLine = [];

    private readonly List<(Resolution How, int Target)> _resolved = [];
    private readonly List<int> _unresolved = [];

    private ReferenceLines(IReadOnlyList<PaperRecord> records, int[] order) => (_records, _order) = (records, order);

    /// <summary>Reads and resolves every entry.</summary>
    public static ReferenceLines Read(
        IReadOnlyList<PaperRecord> records, int[] order, ReferenceResolver resolver, CancellationToken cancellation)
    {
        ReferenceLines lines = new(records, order);
        foreach (int record in order)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (CitedReference reference in records[record].References) lines._entryOfLine.Add(lines._table.Add(reference));
        }

        lines.Resolve(resolver, cancellation);
        return lines;
    }

    /// <summary>The entries that mean no paper of the input, in canonical order.</summary>
    public IReadOnlyList<Work> UnresolvedWorks { get; private set; } = [];

    /// <summary>What to call an unresolved entry in the log.</summary>
    public string NameOfUnresolved(int unresolved)
    {
        CitedReference reference = _table.Reference(_unresolved[unresolved]);
        return "reference:" + (reference.Identifiers.Count > 0 ? reference.Identifiers[0].ToString() : reference.Title ?? reference.Raw);
    }

    /// <summary>Id of an unresolved entry that is printed text only.</summary>
    public string RawId(int unresolved) => "raw:" + PaperIds.Hash(TitleKey.Of(_table.Reference(_unresolved[unresolved]).Raw));

    /// <summary>The reference that says most among unresolved entries.</summary>
    public CitedReference Best(IReadOnlyList<int> unresolved) =>
        unresolved.Select(u => _table.Reference(_unresolved[u])).Order(Comparer<CitedReference>.Create(ReferenceTable.Compare)).First();

    /// <summary>The citations, by citing and cited paper, and the account of all lines.</summary>
    /// <param name="paperOf">Paper of each record.</param>
    /// <param name="paperOfTarget">Paper behind what a resolver found.</param>
    /// <param name="paperOfUnresolved">Placeholder of each unresolved entry.</param>
    public (Citation[] Citations, ReferenceCounts Counts) Citations(
        int[] paperOf, Func<int, int> paperOfTarget, Func<int, int> paperOfUnresolved)
    {
        List<(Citation Citation, int Line)> edges = [];
        long byId = 0, byTitle = 0, placeholders = 0, unusable = 0, self = 0;
        int line = -1;
        foreach (int record in _order)
        {
            for (int reference = 0; reference < _records[record].References.Count; reference++)
            {
                if (_entryOfLine[++line] == Unusable)
                {
                    unusable++;
                    continue;
                }

                (Resolution how, int target) = _resolved[_entryOfLine[line]];
                if (how == Resolution.ById) byId++;
                else if (how == Resolution.ByTitle) byTitle++;
                else placeholders++;
                int cited = how == Resolution.None ? paperOfUnresolved(target) : paperOfTarget(target);
                if (cited == paperOf[record]) self++;
                else edges.Add((new Citation(paperOf[record], cited, record, reference), line));
            }
        }

        edges.Sort((a, b) => a.Citation.Citing != b.Citation.Citing ? a.Citation.Citing.CompareTo(b.Citation.Citing)
            : a.Citation.Cited != b.Citation.Cited ? a.Citation.Cited.CompareTo(b.Citation.Cited)
            : a.Line.CompareTo(b.Line));
        List<Citation> distinct = [];
        foreach ((Citation citation, _) in edges)
        {
            bool isRepeat = distinct.Count > 0 && (distinct[^1].Citing, distinct[^1].Cited) == (citation.Citing, citation.Cited);
            if (!isRepeat) distinct.Add(citation);
        }

        return ([.. distinct], new ReferenceCounts(
            _entryOfLine.Count, distinct.Count, edges.Count - distinct.Count, self, byId, byTitle, placeholders, unusable));
    }

    private void Resolve(ReferenceResolver resolver, CancellationToken cancellation)
    {
        for (int entry = 0; entry < _table.Count; entry++)
        {
            cancellation.ThrowIfCancellationRequested();
            _resolved.Add(resolver.Resolve(_table.Work(entry)));
            if (_resolved[entry].How == Resolution.None) _unresolved.Add(entry);
        }

        // Canonical: by what the reference says that says most, never by which line came first.
        _unresolved.Sort((a, b) => ReferenceTable.Compare(_table.Reference(a), _table.Reference(b)));
        for (int u = 0; u < _unresolved.Count; u++) _resolved[_unresolved[u]] = (Resolution.None, u);
        UnresolvedWorks = [.. _unresolved.Select(_table.Work)];
    }
}
