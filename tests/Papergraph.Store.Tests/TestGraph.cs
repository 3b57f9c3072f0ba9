namespace Papergraph.Store.Tests;

internal static class TestGraph
{
    public static long Publish(string path, Action<SegmentWriter> write)
    {
        using GraphWriteLock held = GraphDirectory.Lock(path);
        using SegmentWriter writer = held.BeginVersion();
        write(writer);
        return writer.Publish();
    }

    public static void AssertSound(string path)
    {
        VerificationReport report = GraphVerifier.Verify(path);
        Assert.True(report.IsSound, string.Join('\n', report.Faults.Take(10).Select(fault => fault.Message)));
    }
}
