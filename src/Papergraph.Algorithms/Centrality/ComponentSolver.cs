using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Solves an <see cref="InfluenceSystem"/> within strong components, one after another, when all that points to them is
/// solved.</summary>
/// <remarks>
/// <para>A component is swept until a sweep changes it by no more than the tolerance. Sweeps are those of Gauss and Seidel: what is new is
/// used at once. In a large component that holds from group to group of its nodes; the nodes of one group are computed from what was
/// there before, so that several threads can do it and the result does not depend on them.</para>
/// <para>Before each sweep, as long as changes get less, all scores are multiplied by the one number for which what enters the component
/// equals what leaves it (aggregation and disaggregation with one aggregate, W. J. Stewart, “Introduction to the Numerical Solution of
/// Markov Chains”, 1994, chapter 6). Without it the level of a component that loses little takes long to settle, however fast its shape
/// does.</para>
/// </remarks>
internal sealed class ComponentSolver(InfluenceTerms terms, double tolerance, int maxIterations, Execution run) : IDisposable
{
    private const int EntriesOfBlock = 1 << 14, BlocksOfGroup = 8, MostGroups = 24;

    private int _components, _mostSweeps = 1;
    private double _change;
    private bool _converged = true;
    private WorkerTeam? _team;

    /// <summary>What came out, when all components are solved.</summary>
    internal InfluenceSystem.Solution Outcome()
    {
        double sum = terms.Scores.Sum();
        return new(terms.Scores, _mostSweeps, sum > 0 ? _change / sum : 0, _converged);
    }

    /// <summary>Replaces what the members of a component have of their own by their scores.</summary>
    /// <param name="members">In the order in which a search along incoming edges found them; the order is not kept.</param>
    internal void Solve(Span<int> members)
    {
        _components++;
        foreach (int node in members) terms.ComponentOf[node] = _components;
        if (members.Length == 1)
        {
            CsrView incoming = new(terms.Graph.IncomingRows);
            terms.Store(members[0], terms.WithoutLoops(members[0], terms.Received(incoming, members[0]), 0));
            return;
        }

        int[] bounds = Blocks(members);
        if (bounds.Length - 1 <= BlocksOfGroup)
        {
            // Those found last are the farthest back, and the others wait for them.
            members.Reverse();
            Iterate(new(terms, members.ToArray(), [0, members.Length], groupSize: 1, team: null));
        }
        else
        {
            // In the order of the rows memory is read as it lies.
            members.Sort();
            bounds = Blocks(members);
            Iterate(new(terms, members.ToArray(), bounds, Math.Max(BlocksOfGroup, (bounds.Length - 1) / MostGroups), _team ??= new(run)));
        }
    }

    public void Dispose() => _team?.Dispose();

    private void Iterate(ComponentSweep sweep)
    {
        sweep.Begin();
        int sweeps = 0;
        double change = double.PositiveInfinity, before = change;
        bool balances = sweep.CanBalance;
        while (sweeps < maxIterations && change > tolerance * sweep.Sum && sweep.Sum < double.PositiveInfinity)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (balances) sweep.Balance();
            change = sweep.Run();

            // Sweeps alone come to an end wherever there is a solution; with balancing they could swing.
            balances &= !(change >= before);
            before = change;
            sweeps++;
        }

        sweep.End();
        _converged &= change <= tolerance * sweep.Sum;
        _change += change;
        _mostSweeps = Math.Max(_mostSweeps, sweeps);
    }

    private int[] Blocks(ReadOnlySpan<int> members)
    {
        List<int> bounds = [0];
        long cost = 0;
        for (int i = 0; i < members.Length; i++)
        {
            long more = 1 + terms.Graph.IncomingRows.Degree(members[i]);
            if (cost > 0 && cost + more > EntriesOfBlock)
            {
                bounds.Add(i);
                cost = 0;
            }

            cost += more;
        }

        bounds.Add(members.Length);
        return [.. bounds];
    }
}
