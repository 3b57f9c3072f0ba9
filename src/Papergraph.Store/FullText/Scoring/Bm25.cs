namespace Papergraph.Store;

/// <summary>Scores how well a document answers a term.</summary>
/// <remarks>BM25F: S. Robertson and H. Zaragoza, “The probabilistic relevance framework: BM25 and beyond”, Foundations and Trends in
/// Information Retrieval 3(4), 2009, §3.6, https://doi.org/10.1561/1500000019. The frequencies of a term in the fields of a document are
/// divided by how long the field is beside the average, weighed and added; the sum saturates once for the whole document:
/// score = idf · t / (k₁ + t) with t = Σ weight · frequency / (1 − b + b · length / average length) and
/// idf = ln(1 + (N − n + ½) / (n + ½)) for n of N documents. So no term gives a document more than its idf.</remarks>
internal sealed class Bm25
{
    /// <summary>How fast repeated words stop to count (k₁).</summary>
    public const double Saturation = 1.2;

    /// <summary>How much the length of a text counts (b).</summary>
    public const double LengthShare = 0.75;

    private readonly FullTextContent _stored;
    private readonly FullTextChanges _changes;
    private readonly double[] _perWord;
    private readonly double[] _weights;

    public Bm25(FullTextContent stored, FullTextChanges changes)
    {
        (_stored, _changes, DocumentCount) = (stored, changes, stored.DocumentCount + changes.DocumentCount);
        _weights = [.. stored.Definition.Fields.Select(field => field.Weight)];
        _perWord = new double[_weights.Length];
        for (int field = 0; field < _perWord.Length; field++)
        {
            long words = stored.Lengths[field].Total + changes.FieldWords[field];
            int documents = stored.Lengths[field].DocumentCount + changes.FieldDocuments[field];
            _perWord[field] = words > 0 ? LengthShare * documents / words : 0;
        }
    }

    /// <summary>Number of documents in the index.</summary>
    public int DocumentCount { get; }

    public int FieldCount => _weights.Length;

    /// <summary>How much a term tells that this number of documents have.</summary>
    public double Idf(int documents) => Math.Log(1 + ((DocumentCount - documents + 0.5) / (documents + 0.5)));

    /// <summary>The score of a term without its idf: from 0 to below 1.</summary>
    /// <param name="node">The document.</param>
    /// <param name="frequencies">For each field, how often the term occurs in it.</param>
    public double Score(int node, ReadOnlySpan<double> frequencies)
    {
        ChangedDocument? changed = _changes.Documents.IsEmpty ? null : _changes.Documents.GetValueOrDefault(node);
        double sum = 0;
        for (int field = 0; field < frequencies.Length; field++)
        {
            if (frequencies[field] == 0) continue;
            long length = changed is null ? _stored.Lengths[field][node] : changed.Words[field];
            sum += _weights[field] * frequencies[field] / (1 - LengthShare + (_perWord[field] * length));
        }

        return sum / (Saturation + sum);
    }
}
