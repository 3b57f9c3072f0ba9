using System.Runtime.InteropServices;
using Papergraph.Corpus;

namespace Papergraph.Linking;

/// <summary>Decides which mentions of all papers are one entity.</summary>
/// <remarks>
/// <para>Two mentions are one entity when they have the same type and the same name. The name is the normal form of the surface (case,
/// hyphens, accents, Greek letters, plural and spelling folded), of its expansion where the paper defines the abbreviation, and of the
/// expansion on which nine of ten definitions in the corpus agree where the paper does not. So entities of different type are never one, nor are
/// two expansions of one short form.</para>
/// <para>The result depends on the papers and their numbers only. Cost: one look-up a mention and one normal form a distinct
/// surface; memory is 32 bytes a mention and the distinct surfaces.</para>
/// </remarks>
public sealed class EntityLinker
{
    private readonly EntityNames _names = new();
    private readonly SurfaceTable _surfaces;
    private readonly SurfaceUses _uses;
    private readonly AbbreviationIndex _abbreviations = new();

    // Until Link, what are entities in the end are names of the surface table here.
    private readonly List<LinkedMention> _mentions = [];
    private readonly List<LinkedRole> _roles = [];
    private readonly List<LinkedStatement> _statements = [];
    private readonly List<LinkedResult> _results = [];

    private int _lastPaper = -1;

    /// <summary>Creates a linker that has seen no paper.</summary>
    public EntityLinker()
    {
        _surfaces = new SurfaceTable(_names);
        _uses = new SurfaceUses(_surfaces);
    }

    /// <summary>Adds what was found in one paper.</summary>
    /// <param name="paper">The paper's number, greater than that of the paper before; at least 0.</param>
    /// <param name="text">Its texts.</param>
    /// <param name="extraction">What was found in them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The papers do not come in ascending order.</exception>
    public void Add(int paper, PaperText text, PaperExtraction extraction)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(extraction);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(paper, _lastPaper);
        _lastPaper = paper;

        PaperNames names = new(_names, text, extraction);
        int[] nameOf = new int[extraction.Mentions.Count];
        for (int m = 0; m < nameOf.Length; m++)
        {
            Mention mention = extraction.Mentions[m];
            int surface = _surfaces.Add(text[mention.Place.Field].AsSpan(mention.Place.Span.Start, mention.Place.Span.Length));
            nameOf[m] = Meant(surface, mention.Type, names);
            _uses.Add(surface, mention.Type, nameOf[m]);
            _mentions.Add(new LinkedMention(paper, nameOf[m], surface, mention.Place, mention.Confidence));
        }

        foreach (RoleClaim claim in extraction.Roles)
        {
            if (claim.Role == Role.Mentions) continue;
            _roles.Add(new LinkedRole(paper, nameOf[claim.Mention], claim.Role, extraction.Mentions[claim.Mention].Place, claim.Confidence));
        }

        foreach (Statement statement in extraction.Statements)
        {
            _statements.Add(new LinkedStatement(
                nameOf[statement.Head], statement.Relation, nameOf[statement.Tail], paper, statement.Evidence, statement.Confidence));
        }

        foreach (ReportedResult result in extraction.Results)
        {
            int? NameOf(int? mention) => mention is { } at ? nameOf[at] : null;
            _results.Add(new LinkedResult(
                paper, nameOf[result.Metric], result.Value, result.Unit, NameOf(result.Dataset), NameOf(result.Method), result.Place,
                result.Confidence));
        }
    }

    /// <summary>Links everything that was added. Ends the life of the linker, whose memory goes into the result.</summary>
    /// <param name="cancellation">Observed between the steps.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was signalled.</exception>
    public LinkedEntities Link(CancellationToken cancellation)
    {
        EntityCatalog catalog = new(_surfaces, _abbreviations, _uses);
        cancellation.ThrowIfCancellationRequested();
        foreach (ref LinkedMention mention in CollectionsMarshal.AsSpan(_mentions))
            mention = mention with { Entity = catalog.EntityOf(mention.Entity) };
        SortMentions();
        cancellation.ThrowIfCancellationRequested();
        List<LinkedRole> roles = StrongestRoles(catalog);
        List<LinkedStatement> statements = DistinctStatements(catalog);
        LinkResults(catalog);
        cancellation.ThrowIfCancellationRequested();
        return new LinkedEntities(
            catalog.Entities(_mentions), _mentions, _surfaces.Texts, roles, statements, _results, catalog.Decisions());
    }

    /// <summary>The name that a surface stands for in a paper. What the paper defines is recorded for the mentions that use it.</summary>
    private int Meant(int surface, EntityType type, PaperNames paper)
    {
        int own = _surfaces.NameOf(surface, type);
        string normal = _surfaces.NormalText(surface);
        foreach (PaperNames.Definition definition in paper.Definitions)
        {
            if (definition.Short != normal && definition.Long != normal) continue;
            int longSurface = _surfaces.Add(definition.LongSurface);
            _abbreviations.Define(_lastPaper, _surfaces.Name(definition.Short, type), _surfaces.NameOf(longSurface, type));
        }

        // An expansion inside a longer name is a name only: no text may hold it as a surface.
        if (paper.Expand(_surfaces.Text(surface), normal) is not { } expanded) return own;
        int meant = _surfaces.Name(_names.Normal(expanded), type);
        if (meant != own) _abbreviations.Expand(_lastPaper, own, meant);
        return meant;
    }

    private void SortMentions()
    {
        Span<LinkedMention> mentions = CollectionsMarshal.AsSpan(_mentions);
        static int Compare(LinkedMention a, LinkedMention b) => a.Paper != b.Paper ? a.Paper.CompareTo(b.Paper)
            : a.Place != b.Place ? a.Place.CompareTo(b.Place)
            : a.Entity != b.Entity ? a.Entity.CompareTo(b.Entity)
            : a.Confidence.CompareTo(b.Confidence);
        for (int i = 1; i < mentions.Length; i++)
        {
            if (Compare(mentions[i - 1], mentions[i]) <= 0) continue;
            mentions.Sort(Compare);   // extractors give mentions in order, so this is rare
            return;
        }
    }

    private List<LinkedRole> StrongestRoles(EntityCatalog catalog)
    {
        foreach (ref LinkedRole role in CollectionsMarshal.AsSpan(_roles)) role = role with { Entity = catalog.EntityOf(role.Entity) };
        Comparer<LinkedRole> strongestFirst = Comparer<LinkedRole>.Create((a, b) => a.Entity != b.Entity ? a.Entity.CompareTo(b.Entity)
            : a.Role != b.Role ? a.Role.CompareTo(b.Role)
            : b.Confidence != a.Confidence ? b.Confidence.CompareTo(a.Confidence)
            : a.Place.CompareTo(b.Place));
        for (int start = 0, end; start < _roles.Count; start = end)
        {
            end = start + 1;
            while (end < _roles.Count && _roles[end].Paper == _roles[start].Paper) end++;
            _roles.Sort(start, end - start, strongestFirst);   // papers came in ascending order
        }

        return FirstOfEach(_roles, (a, b) => a.Paper == b.Paper && a.Entity == b.Entity);
    }

    private List<LinkedStatement> DistinctStatements(EntityCatalog catalog)
    {
        foreach (ref LinkedStatement statement in CollectionsMarshal.AsSpan(_statements))
            statement = statement with { Head = catalog.EntityOf(statement.Head), Tail = catalog.EntityOf(statement.Tail) };
        _statements.RemoveAll(s => s.Head == s.Tail);
        _statements.Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head)
            : a.Relation != b.Relation ? a.Relation.CompareTo(b.Relation)
            : a.Tail != b.Tail ? a.Tail.CompareTo(b.Tail)
            : a.Paper != b.Paper ? a.Paper.CompareTo(b.Paper)
            : a.Evidence != b.Evidence ? a.Evidence.CompareTo(b.Evidence)
            : b.Confidence.CompareTo(a.Confidence));
        return FirstOfEach(_statements, (a, b) => a with { Confidence = b.Confidence } == b);
    }

    private void LinkResults(EntityCatalog catalog)
    {
        int? EntityOf(int? name) => name is { } known ? catalog.EntityOf(known) : null;
        foreach (ref LinkedResult result in CollectionsMarshal.AsSpan(_results))
        {
            int metric = catalog.EntityOf(result.Metric);
            result = result with { Metric = metric, Dataset = EntityOf(result.Dataset), Method = EntityOf(result.Method) };
        }
    }

    private static List<T> FirstOfEach<T>(List<T> sorted, Func<T, T, bool> same)
    {
        int kept = 0;
        for (int i = 0; i < sorted.Count; i++)
            if (kept == 0 || !same(sorted[kept - 1], sorted[i])) sorted[kept++] = sorted[i];
        sorted.RemoveRange(kept, sorted.Count - kept);
        return sorted;
    }
}
