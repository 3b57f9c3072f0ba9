using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Papergraph.Core;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Benchmarks;

/// <summary>Reading a graph of 1 M nodes and 10 M edges, warm.</summary>
[MemoryDiagnoser]
public class StoreBenchmarks : IDisposable
{
    private const int Nodes = 1_000_000, Hops = 1_000_000;
    private const long Edges = 10_000_000;

    private TemporaryFolder? _folder;
    private GraphReader? _reader;
    private DirectedCsr? _graph;
    private Adjacency? _outgoing;
    private Int64Column? _year;
    private StringColumn? _venue;
    private Int64Column? _line;
    private int[] _visited = [];

    [GlobalSetup]
    public void Open()
    {
        _folder = new();
        RandomGraph.Publish(_folder.FullName, Nodes, Edges);
        _reader = GraphDirectory.OpenRead(_folder.FullName);
        EdgeTable cites = _reader.Edges("CITES")!;
        (_graph, _outgoing, _line) = (cites.ToCsr(_reader.NodeBound), cites.Outgoing, cites.Int64s("line")!);
        (_year, _venue) = (_reader.NodeTables[0].Int64s("year")!, _reader.NodeTables[0].Strings("venue")!);
        ulong state = 7;
        _visited = new int[Hops];
        for (int i = 0; i < _visited.Length; i++) _visited[i] = RandomGraph.Next(ref state, Nodes);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _reader?.Dispose();
        _folder?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public long Open_again()
    {
        using GraphReader reader = GraphDirectory.OpenRead(_folder!.FullName);
        return reader.EdgeCount;
    }

    /// <summary>All offsets and neighbours of one direction, 48 MB.</summary>
    [Benchmark]
    public long Scan_all_rows_by_blocks()
    {
        CsrRows rows = _graph!.OutgoingRows;
        ReadOnlySpan<long> offsets = rows.Offsets;
        long sum = 0;
        const int Block = 1 << 16;
        for (int first = 0; first < rows.NodeCount; first += Block)
        {
            int end = Math.Min(rows.NodeCount, first + Block);
            sum += Sum(rows.Entries(offsets[first], offsets[end] - offsets[first]));
            sum += Sum(MemoryMarshal.Cast<long, int>(offsets[first..end]));
        }

        return sum;
    }

    // With four sums at once the additions do not wait for each other, only for the memory.
    private static long Sum(ReadOnlySpan<int> numbers)
    {
        Vector<int> a = default, b = default, c = default, d = default;
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(numbers);
        int i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        for (; i < vectors.Length; i++) a += vectors[i];
        return Vector.Sum(a + b + c + d);
    }

    /// <summary>As a kernel does it: node by node, with the rows of a block of nodes cut from one span.</summary>
    [Benchmark]
    public long Scan_all_rows_by_nodes()
    {
        CsrRows rows = _graph!.OutgoingRows;
        ReadOnlySpan<long> offsets = rows.Offsets;
        long sum = 0;
        const int Block = 1 << 16;
        for (int first = 0; first < rows.NodeCount; first += Block)
        {
            int end = Math.Min(rows.NodeCount, first + Block);
            long start = offsets[first];
            ReadOnlySpan<int> neighbours = rows.Entries(start, offsets[end] - start);
            for (int row = first; row < end; row++)
            {
                foreach (int neighbour in neighbours[(int)(offsets[row] - start)..(int)(offsets[row + 1] - start)]) sum += neighbour;
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Hops)]
    public long Visit_random_neighbours()
    {
        long sum = 0;
        foreach (int node in _visited)
        {
            foreach (int neighbour in _outgoing!.Neighbours(node)) sum += neighbour;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Hops)]
    public long Visit_random_rows()
    {
        long sum = 0;
        foreach (int node in _visited)
        {
            foreach (int neighbour in _graph!.Outgoing(node)) sum += neighbour;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Hops)]
    public long Read_random_properties()
    {
        long sum = 0;
        foreach (int node in _visited) sum += _year![node]!.Value;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = (int)Edges)]
    public long Sum_a_column_in_batches()
    {
        Span<long> batch = stackalloc long[2048];
        long sum = 0;
        for (long first = 0; first < _line!.Count; first += batch.Length)
        {
            Span<long> part = batch[..(int)Math.Min(batch.Length, _line.Count - first)];
            _line.Read(first, part);
            foreach (long value in part) sum += value;
        }

        return sum;
    }

    [Benchmark]
    public long Count_a_year_in_all_rows() => CountYear([new RowRange(0, _year!.Count)]);

    [Benchmark]
    public long Count_a_year_in_its_zones() => CountYear(_year!.Scan(1999, 1999));

    [Benchmark]
    public long Count_a_venue_by_code()
    {
        int code = _venue!.CodeOf("Proceedings of the Annual Meeting on Subject 0500"u8);
        Span<long> codes = stackalloc long[2048];
        long count = 0;
        foreach (RowRange run in _venue.ScanCodes(code, code))
        {
            for (long first = run.First; first < run.First + run.Count; first += codes.Length)
            {
                Span<long> part = codes[..(int)Math.Min(codes.Length, run.First + run.Count - first)];
                _venue.ReadCodes(first, part);
                count += part.Count(code);
            }
        }

        return count;
    }

    [Benchmark]
    public long Count_a_venue_by_text()
    {
        long count = 0;
        for (long row = 0; row < _venue!.Count; row++)
        {
            if (_venue.Utf8(row).SequenceEqual("Proceedings of the Annual Meeting on Subject 0500"u8)) count++;
        }

        return count;
    }

    private long CountYear(IEnumerable<RowRange> runs)
    {
        Span<long> years = stackalloc long[2048];
        long count = 0;
        foreach (RowRange run in runs)
        {
            for (long first = run.First; first < run.First + run.Count; first += years.Length)
            {
                Span<long> part = years[..(int)Math.Min(years.Length, run.First + run.Count - first)];
                _year!.Read(first, part);
                count += part.Count(1999);
            }
        }

        return count;
    }
}
