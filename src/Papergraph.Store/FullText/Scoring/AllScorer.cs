namespace Papergraph.Store;

/// <summary>Documents that all parts have; those that other parts have besides score more, and those that further parts have are
/// left out.</summary>
internal sealed class AllScorer : Scorer
{
    private readonly Scorer[] _must, _should, _not, _rarestFirst;

    public AllScorer(Scorer[] must, Scorer[] should, Scorer[] not)
    {
        (_must, _should, _not) = (must, should, not);
        _rarestFirst = [.. must.OrderBy(scorer => scorer.Cost)];
        Bound = must.Sum(scorer => scorer.Bound) + should.Sum(scorer => scorer.Bound);
    }

    public override double Bound { get; }

    public override long Cost => _rarestFirst[0].Cost;

    public override int Advance(int target)
    {
        if (target <= Node) return Node;
        for (int i = 0; target != PostingCursor.End;)
        {
            if (i == _rarestFirst.Length)
            {
                if (!IsExcluded(target)) break;
                (i, target) = (0, target + 1);
            }

            int node = _rarestFirst[i].Advance(target);
            i = node == target || i == 0 ? i + 1 : 0;
            target = node;
        }

        return Node = target;
    }

    public override void PassOverUpTo(double score)
    {
        if (_must.Length == 1 && _should.Length == 0) _must[0].PassOverUpTo(score);
    }

    public override double Score()
    {
        double score = 0;
        foreach (Scorer part in _must) score += part.Score();
        foreach (Scorer part in _should)
        {
            if (part.Advance(Node) == Node) score += part.Score();
        }

        return score;
    }

    private bool IsExcluded(int node) => Array.Exists(_not, part => part.Advance(node) == node);
}
