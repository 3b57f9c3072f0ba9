using System.Runtime.CompilerServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>Sweeps of Gauss and Seidel over one strong component of an <see cref="InfluenceSystem"/>.</summary>
/// <param name="terms">The system. The members show nothing yet.</param>
/// <param name="members">The nodes, in the order in which they are gone through.</param>
/// <param name="bounds">Where the blocks begin, and the end of the last.</param>
/// <param name="groupSize">Number of blocks that do not see what is new in each other.</param>
/// <param name="team">Does the blocks of a group, unless there is one only.</param>
internal sealed class ComponentSweep(InfluenceTerms terms, int[] members, int[] bounds, int groupSize, WorkerTeam? team) : IBlockWork
{
    private readonly double[] _values = new double[members.Length], _kept = new double[members.Length];
    private readonly double[] _changes = new double[bounds.Length - 1];
    private readonly double[] _sums = new double[bounds.Length - 1];
    private readonly double[] _losses = new double[bounds.Length - 1];
    private Step _step;
    private int _firstBlock;
    private double _entering, _level;

    private enum Step
    {
        Enter,
        Level,
        Pull,
        Show,
    }

    /// <summary>The sum of all scores of the component.</summary>
    internal double Sum => _sums.Sum();

    private int BlockCount => bounds.Length - 1;

    /// <summary>Finds what enters the component, which is the first guess, and what stays in it.</summary>
    internal void Begin()
    {
        Do(Step.Enter, 0, BlockCount);
        _entering = Sum;
        Do(Step.Show, 0, BlockCount);
    }

    /// <summary>Whether every member loses some of what it has, so that what leaves grows with what is there.</summary>
    internal bool CanBalance => Array.TrueForAll(_kept, kept => kept < 1);

    /// <summary>Brings all scores to the level at which as much leaves as enters.</summary>
    internal void Balance()
    {
        double loss = _losses.Sum();
        _level = loss > 0 ? _entering / loss : 1;
        Do(Step.Level, 0, BlockCount);
    }

    /// <summary>One sweep.</summary>
    /// <returns>The sum of what it changed.</returns>
    internal double Run()
    {
        for (int first = 0; first < BlockCount; first += groupSize)
        {
            int count = Math.Min(groupSize, BlockCount - first);
            Do(Step.Pull, first, count);
            if (team is not null) Do(Step.Show, first, count);
        }

        return _changes.Sum();
    }

    /// <summary>Keeps the scores in the place of what members had of their own.</summary>
    internal void End()
    {
        for (int i = 0; i < members.Length; i++) terms.Store(members[i], _values[i]);
    }

    public void Do(int block, int worker)
    {
        block += _firstBlock;
        (int first, int end) = (bounds[block], bounds[block + 1]);
        switch (_step)
        {
            case Step.Enter:
                Enter(block, first, end);
                break;
            case Step.Pull:
                Pull(block, first, end);
                break;
            default:
                double level = _step == Step.Level ? _level : 1;
                for (int i = first; i < end; i++)
                {
                    double value = _values[i] *= level;
                    terms.Shares[members[i]] = value * terms.Factors[members[i]];
                }

                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Enter(int block, int first, int end)
    {
        CsrView incoming = new(terms.Graph.IncomingRows), outgoing = new(terms.Graph.OutgoingRows);
        double sum = 0, loss = 0;
        for (int i = first; i < end; i++)
        {
            double value = terms.Received(incoming, members[i]), kept = terms.Kept(outgoing, members[i]);
            (_values[i], _kept[i]) = (value, kept);
            sum += value;
            loss += value * (1 - kept);
        }

        (_sums[block], _losses[block]) = (sum, loss);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pull(int block, int first, int end)
    {
        CsrView incoming = new(terms.Graph.IncomingRows);
        double change = 0, sum = 0, loss = 0;
        for (int i = first; i < end; i++)
        {
            int node = members[i];
            double before = _values[i], value = terms.WithoutLoops(node, terms.Received(incoming, node), before);
            _values[i] = value;
            change += Math.Abs(value - before);
            sum += value;
            loss += value * (1 - _kept[i]);
            if (team is null) terms.Shares[node] = value * terms.Factors[node];
        }

        (_changes[block], _sums[block], _losses[block]) = (change, sum, loss);
    }

    private void Do(Step step, int first, int count)
    {
        (_step, _firstBlock) = (step, first);
        if (team is null) Do(0, 0);
        else team.Run(this, count);
    }
}
