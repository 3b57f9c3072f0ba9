using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Follows great weights through a citation graph and remembers the citations passed.</summary>
internal sealed class MainPathTracing(DirectedCsr graph, SearchPaths paths)
{
    private readonly SortedSet<(int Cited, int Citing)> _links = [];

    public void LocallyForward() => FollowLocally(HeaviestOfEnds(isForward: true), isForward: true);

    public void LocallyBackward() => FollowLocally(HeaviestOfEnds(isForward: false), isForward: false);

    public void Globally()
    {
        double[] upTo = GreatestSums(isForward: false);
        double best = 0;
        foreach (double sum in upTo) best = Math.Max(best, sum);
        if (best == 0) return;
        List<int> last = [];
        for (int paper = 0; paper < upTo.Length; paper++)
            if (upTo[paper] == best) last.Add(paper);
        FollowGlobally(last, upTo, isForward: false);
    }

    public void AlongKeyRoutes(int count, bool isGlobal)
    {
        Best<(int Citing, int Cited)> heaviest = new(count);
        for (int paper = 0; paper < graph.NodeCount; paper++)
        {
            int before = -1;
            foreach (int cited in graph.Outgoing(paper))
            {
                if (cited != before && paths.Flows(cited, paper)) heaviest.Add(paths.Weight(cited, paper), (paper, cited));
                before = cited;
            }
        }

        List<int> earlier = [], later = [];
        foreach ((_, (int citing, int cited)) in heaviest.Sorted())
        {
            _links.Add((cited, citing));
            earlier.Add(cited);
            later.Add(citing);
        }

        if (isGlobal)
        {
            FollowGlobally(later, GreatestSums(isForward: true), isForward: true);
            FollowGlobally(earlier, GreatestSums(isForward: false), isForward: false);
        }
        else
        {
            FollowLocally(later, isForward: true);
            FollowLocally(earlier, isForward: false);
        }
    }

    /// <summary>The papers and citations passed, in the order of the flow.</summary>
    public (int[] Papers, MainPathLink[] Links) Traced()
    {
        int[] places = new int[graph.NodeCount];
        for (int i = 0; i < paths.Order.Length; i++) places[paths.Order[i]] = i;
        int[] papers = [.. _links.SelectMany(link => (int[])[link.Cited, link.Citing]).Distinct().OrderBy(paper => places[paper])];
        MainPathLink[] links = [.. _links.OrderBy(link => places[link.Cited]).ThenBy(link => places[link.Citing])
            .Select(link => new MainPathLink(link.Cited, link.Citing, paths.Weight(link.Cited, link.Citing)))];
        return (papers, links);
    }

    // The papers at the other end of the heaviest citations of all sources, or by all sinks; those citations are passed.
    private List<int> HeaviestOfEnds(bool isForward)
    {
        double greatest = 0;
        List<(int From, int To)> heaviest = [];
        foreach (int paper in paths.Order)
        {
            if (HasFlow(paper, !isForward)) continue;
            foreach (int next in Neighbours(paper, isForward))
            {
                if (!paths.Flows(next, paper)) continue;
                double weight = Weight(paper, next, isForward);
                if (weight > greatest) heaviest.Clear();
                if (weight >= greatest) heaviest.Add((paper, next));
                greatest = Math.Max(greatest, weight);
            }
        }

        foreach ((int from, int to) in heaviest) Pass(from, to, isForward);
        return [.. heaviest.Select(link => link.To)];
    }

    private void FollowLocally(List<int> papers, bool isForward) => Follow(papers, isForward, paper =>
    {
        double greatest = 0;
        foreach (int next in Neighbours(paper, isForward))
            if (paths.Flows(next, paper)) greatest = Math.Max(greatest, Weight(paper, next, isForward));
        return next => Weight(paper, next, isForward) == greatest;
    });

    private void FollowGlobally(List<int> papers, double[] sums, bool isForward) => Follow(
        papers, isForward, paper => next => Weight(paper, next, isForward) + sums[next] == sums[paper]);

    private void Follow(List<int> papers, bool isForward, Func<int, Func<int, bool>> choice)
    {
        Stack<int> open = new(papers);
        HashSet<int> seen = [.. papers];
        while (open.TryPop(out int paper))
        {
            Func<int, bool> isChosen = choice(paper);
            foreach (int next in Neighbours(paper, isForward))
            {
                if (!paths.Flows(next, paper) || !isChosen(next)) continue;
                Pass(paper, next, isForward);
                if (seen.Add(next)) open.Push(next);
            }
        }
    }

    // The greatest sum of weights from each paper on to a sink, or back to a source.
    private double[] GreatestSums(bool isForward)
    {
        double[] sums = new double[graph.NodeCount];
        for (int i = 0; i < sums.Length; i++)
        {
            int paper = paths.Order[isForward ? sums.Length - 1 - i : i];
            foreach (int next in Neighbours(paper, isForward))
                if (paths.Flows(next, paper)) sums[paper] = Math.Max(sums[paper], Weight(paper, next, isForward) + sums[next]);
        }

        return sums;
    }

    private bool HasFlow(int paper, bool isForward)
    {
        foreach (int next in Neighbours(paper, isForward))
            if (paths.Flows(next, paper)) return true;
        return false;
    }

    private ReadOnlySpan<int> Neighbours(int paper, bool isForward) => isForward ? graph.Incoming(paper) : graph.Outgoing(paper);

    private double Weight(int paper, int next, bool isForward) => isForward ? paths.Weight(paper, next) : paths.Weight(next, paper);

    private void Pass(int from, int to, bool isForward) => _links.Add(isForward ? (from, to) : (to, from));
}
