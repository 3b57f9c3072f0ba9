using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Linking;

namespace Papergraph.Pipeline.Stages;

/// <summary>What later stages need of the papers, by number of the paper: everything but the texts.</summary>
internal sealed class ReadPapers(int papers)
{
    private readonly List<(int Paper, string Url, FieldSpan? Place)> _repositories = [];

    /// <summary>Node of each paper, placeholders included.</summary>
    internal int[] Nodes { get; } = new int[papers];

    /// <summary>Year of each paper, or null.</summary>
    internal int?[] Years { get; } = new int?[papers];

    /// <summary>Authors, venue and organisations of each read paper; null for placeholders.</summary>
    internal MergedPaper?[] Bylines { get; } = new MergedPaper?[papers];

    /// <summary>Mentions of all papers, being linked.</summary>
    internal EntityLinker Entities { get; } = new();

    /// <summary>Number of papers that came as records.</summary>
    internal int Count { get; private set; }

    /// <summary>How many of them have an abstract.</summary>
    internal int Abstracts { get; private set; }

    /// <summary>Code repositories that papers name: in their texts, with the place, or in a field of a record, without.</summary>
    internal IReadOnlyList<(int Paper, string Url, FieldSpan? Place)> Repositories => _repositories;

    /// <summary>Adds a read paper; papers come in ascending order.</summary>
    internal void Add(int paper, int node, MergedPaper merged, PaperText text, PaperExtraction found)
    {
        Nodes[paper] = node;
        Years[paper] = merged.Date?.Year;
        Bylines[paper] = merged with { Abstract = null };
        Count++;
        if (merged.Abstract is not null) Abstracts++;
        Entities.Add(paper, text, found);

        HashSet<string> named = [];
        foreach (TextLink link in found.Links)
            if (RepositoryAddress.TryNormalize(link.Url, out string url) && named.Add(url)) _repositories.Add((paper, url, link.Place));
        foreach (string link in merged.Links)
            if (RepositoryAddress.TryNormalize(link, out string url) && named.Add(url)) _repositories.Add((paper, url, null));
    }

    /// <summary>Adds a paper that is only cited.</summary>
    internal void AddPlaceholder(int paper, int node) => Nodes[paper] = node;
}
