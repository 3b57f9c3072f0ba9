namespace Papergraph.Store;

/// <summary>Documents that any part has.</summary>
/// <remarks>MaxScore: H. Turtle and J. Flood, “Query evaluation: strategies and optimizations”, Information Processing &amp; Management
/// 31(6), 1995, https://doi.org/10.1016/0306-4573(95)00020-H. Parts that even together cannot lift a document over the score that it
/// must exceed do not say which documents are looked at; they are asked only about those that other parts name.</remarks>
internal sealed class AnyScorer : Scorer
{
    // Rounding may lift a sum above the sum of its bounds, never by this share of it.
    private const double Slack = 1 + 1e-9;

    private readonly Scorer[] _parts;
    private readonly Scorer[] _weakestFirst;
    private readonly double[] _together;
    private int _passive;           // so many of the weakest parts name no documents

    public AnyScorer(Scorer[] parts)
    {
        _parts = parts;
        _weakestFirst = [.. parts.OrderBy(part => part.Bound)];
        _together = new double[parts.Length];
        double sum = 0;
        for (int i = 0; i < parts.Length; i++) _together[i] = sum += _weakestFirst[i].Bound;
        (Bound, Cost) = (sum, parts.Sum(part => part.Cost));
    }

    public override double Bound { get; }

    public override long Cost { get; }

    public override void PassOverUpTo(double score)
    {
        while (_passive < _parts.Length && _together[_passive] * Slack <= score) _passive++;
    }

    public override int Advance(int target)
    {
        if (target <= Node) return Node;
        int next = PostingCursor.End;
        for (int i = _passive; i < _weakestFirst.Length; i++) next = Math.Min(next, _weakestFirst[i].Advance(target));
        return Node = next;
    }

    public override double Score()
    {
        // In the order of the query, so that the sum does not depend on who was passive when.
        double score = 0;
        foreach (Scorer part in _parts)
        {
            if (part.Advance(Node) == Node) score += part.Score();
        }

        return score;
    }
}
