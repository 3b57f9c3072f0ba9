using Papergraph.Store.Tests.Simulation;

namespace Papergraph.Store.Tests.Model;

/// <summary>The life of a graph on a disk that fails: the steps of a <see cref="ModelRun"/> and snapshots, with operations of the disk that
/// are refused, processes that are killed and power that is cut at any operation. After each of these the graph must be what was
/// committed last, or what was being committed.</summary>
internal sealed class FaultyLife : IDisposable
{
    private const string Graph = "/graph";
    private static readonly string[] SnapshotNames = ["first", "second", "third"];

    private enum Trouble { Refusal, DiskFull, LastingRefusal, Kill, PowerCut }

    private readonly SimulatedDisk _disk = new();
    private readonly Random _random;
    private readonly Durability _durability;
    private readonly Dictionary<string, ReferenceGraph> _snapshots = new(StringComparer.Ordinal);
    private readonly List<ReferenceGraph> _unsynced = [];
    private readonly ModelRun _run;
    private SimulatedDevice _device;
    private Trouble _trouble;
    private int _operationsToTrouble = int.MaxValue;
    private bool _troubled;
    private bool _looking;
    private bool _ending;

    // What a step is about to make of the graph, and a snapshot that may be there or not; while a step is under way or has failed.
    private ReferenceGraph? _restoring;
    private (string Name, ReferenceGraph Graph)? _doubtful;

    // What another process has found, while this one opens the graph again.
    private ReferenceGraph? _reopening;

    public FaultyLife(int seed)
    {
        _random = new(seed);
        _durability = _random.Next(3) == 0 ? Durability.OperatingSystem : Durability.Full;
        _device = NewDevice();
        _run = new(Open);
    }

    /// <summary>How often something failed and the graph was opened again.</summary>
    public int Restarts { get; private set; }

    public void Do(GraphOperation operation)
    {
        if (_operationsToTrouble == int.MaxValue && _random.Next(12) == 0) PlanTrouble();
        try
        {
            Step(operation);
            (_restoring, _doubtful) = (null, null);
        }
        catch (StoreException) when (_troubled)
        {
            Restart();
        }
    }

    /// <summary>A last power cut, after which everything is looked at.</summary>
    public void End()
    {
        _run.RollBack();
        _ending = true;
        Restart(powerCut: true);
        _run.CheckAll();
        VerificationReport report = GraphVerifier.Verify(_device, Graph);
        Assert.True(report.IsSound, string.Join('\n', report.Faults));
    }

    public void Dispose() => _run.Dispose();

    private void Step(GraphOperation operation)
    {
        switch (operation.Kind)
        {
            case StepKind.CreateSnapshot: CreateSnapshot(SnapshotNames[operation.A % SnapshotNames.Length]); break;
            case StepKind.DeleteSnapshot: DeleteSnapshot(SnapshotNames[operation.A % SnapshotNames.Length]); break;
            case StepKind.RestoreSnapshot: RestoreSnapshot(SnapshotNames[operation.A % SnapshotNames.Length]); break;
            case StepKind.Commit:
                ReferenceGraph before = _run.Committed;
                _run.Do(operation);
                if (_durability == Durability.OperatingSystem && !ReferenceEquals(before, _run.Committed)) _unsynced.Add(before);
                break;
            default:
                _run.Do(operation);
                if (operation.Kind is StepKind.Compact or StepKind.Reopen && !_troubled) _unsynced.Clear();
                break;
        }
    }

    private void CreateSnapshot(string name)
    {
        if (_snapshots.ContainsKey(name)) return;
        _run.RollBack();
        _doubtful = (name, _run.Committed);
        _run.Store.CreateSnapshot(name);
        _snapshots[name] = _run.Committed;
        _unsynced.Clear();
    }

    private void DeleteSnapshot(string name)
    {
        if (!_snapshots.TryGetValue(name, out ReferenceGraph? graph)) return;
        WithLock(held =>
        {
            _doubtful = (name, graph);
            held.DeleteSnapshot(name);
            _snapshots.Remove(name);
            _doubtful = null;
        });
    }

    private void RestoreSnapshot(string name)
    {
        if (!_snapshots.TryGetValue(name, out ReferenceGraph? graph)) return;
        WithLock(held =>
        {
            _restoring = graph;
            held.RestoreSnapshot(name);
        });
    }

    /// <summary>Closes the store, does something, and opens it again.</summary>
    private void WithLock(Action<GraphWriteLock> act)
    {
        _run.RollBack();
        _run.Store.Dispose();
        if (!_troubled) _unsynced.Clear();
        using (GraphWriteLock held = GraphDirectory.Lock(_device, Graph)) act(held);
        _run.Continue(Open(), _restoring ?? _run.Committed);
    }

    private void Restart() => Restart(powerCut: _trouble == Trouble.PowerCut || _random.Next(3) == 0);

    /// <summary>The process ends, and another one opens the graph; this may fail again.</summary>
    private void Restart(bool powerCut)
    {
        Restarts++;
        while (true)
        {
            _device.Kill();
            _run.RollBack();
            _run.Store.Dispose();
            if (powerCut) _disk.Crash(_random);
            List<ReferenceGraph> possible = powerCut ? [.. Possible(), .. _unsynced] : _reopening is { } seen ? [seen] : Possible();
            SimulatedDevice sound = new(_disk, _random);
            ReferenceGraph found = _reopening = WhatIsThere(sound, possible);
            CheckSnapshots(sound);
            (_troubled, _operationsToTrouble) = (false, int.MaxValue);
            _device = NewDevice();
            if (!_ending && _random.Next(4) == 0) PlanTrouble();
            try
            {
                _run.Continue(Open(), found);
                (_restoring, _doubtful, _reopening) = (null, null, null);
                _unsynced.Clear();
                return;
            }
            catch (StoreException) when (_troubled)
            {
                powerCut = _random.Next(2) == 0;
            }
        }
    }

    private List<ReferenceGraph> Possible()
    {
        List<ReferenceGraph> possible = [_run.Committed];
        if (_run.Committing is { } committing) possible.Add(committing);
        if (_restoring is { } restoring) possible.Add(restoring);
        return possible;
    }

    /// <summary>Which of the states that there may be there is, read as another process would.</summary>
    private ReferenceGraph WhatIsThere(SimulatedDevice device, List<ReferenceGraph> possible)
    {
        if (!GraphDirectory.Exists(device, Graph))
        {
            Assert.Empty(possible.SelectMany(graph => graph.Lines()));
            return possible[0];
        }

        using GraphReader reader = GraphDirectory.OpenRead(device, Graph);
        List<string> lines = ReaderAudit.Lines(reader);
        ReferenceGraph? found = possible.Find(graph => graph.Lines().SequenceEqual(lines));
        if (found is null)
        {
            Assert.Fail($"{_durability}, after {_trouble}: the graph is none of the {possible.Count} that it may be. It is\n"
                + string.Join('\n', lines) + "\nand may be\n"
                + string.Join("\nor\n", possible.Select(graph => string.Join('\n', graph.Lines()))));
        }

        IndexAudit.Check(reader);
        return found!;
    }

    private void CheckSnapshots(SimulatedDevice device)
    {
        if (!GraphDirectory.Exists(device, Graph)) return;
        string[] names = [.. GraphDirectory.Snapshots(device, Graph).Select(snapshot => snapshot.Name)];
        if (_doubtful is { } doubtful)
        {
            if (names.Contains(doubtful.Name)) _snapshots[doubtful.Name] = doubtful.Graph;
            else _snapshots.Remove(doubtful.Name);
        }

        Assert.Equal(_snapshots.Keys.Order(StringComparer.Ordinal), names);
        foreach (string name in names)
        {
            using GraphReader reader = GraphDirectory.OpenSnapshot(device, Graph, name);
            ModelRun.Compare(_snapshots[name], reader);
        }
    }

    private GraphStore Open()
    {
        int life = _random.Next(3);
        return GraphStore.Open(_device, Graph, new()
        {
            Durability = _durability,
            Threads = 1,
            CompactionMinimum = life == 0 ? 2000 : 1 << 20,
            CompactionRatio = life == 0 ? 0.1 : 0.5,
        });
    }

    private void PlanTrouble()
    {
        _trouble = (Trouble)_random.Next(5);
        _operationsToTrouble = _random.Next(1, _random.Next(2, 120));
    }

    private SimulatedDevice NewDevice()
    {
        SimulatedDevice? device = null;
        return device = new(_disk, _random, (_, _) =>
        {
            if (_looking) return Fault.None;
            if (_random.Next(400) == 0) LookAsAnotherProcess();
            if (_operationsToTrouble != int.MaxValue && --_operationsToTrouble > 0) return Fault.None;
            if (_operationsToTrouble == int.MaxValue) return Fault.None;
            _troubled = true;
            switch (_trouble)
            {
                case Trouble.Refusal or Trouble.DiskFull:
                    _operationsToTrouble = int.MaxValue;
                    return _trouble == Trouble.Refusal ? Fault.Refused : Fault.DiskFull;
                case Trouble.LastingRefusal:
                    _operationsToTrouble = 1;
                    return Fault.Refused;
                default:
                    _operationsToTrouble = int.MaxValue;
                    device!.Kill();
                    return Fault.Refused;
            }
        });
    }

    /// <summary>In the middle of whatever the writer does another process opens the graph.</summary>
    private void LookAsAnotherProcess()
    {
        if (_run is null) return;
        _looking = true;
        WhatIsThere(new(_disk, _random), _reopening is { } found ? [found] : Possible());
        _looking = false;
    }
}
