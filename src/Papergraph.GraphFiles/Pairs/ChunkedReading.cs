using System.Runtime.ExceptionServices;

namespace Papergraph.GraphFiles.Pairs;

/// <summary>Understands chunks of lines; each thread has one of its own.</summary>
internal interface IChunkParser<TPart> where TPart : class
{
    /// <summary>What a chunk says, or null when the file is not what this parser understands.</summary>
    TPart? Parse(ReadOnlySpan<byte> text, bool isFirst);
}

/// <summary>Reads a file on several threads.</summary>
internal static class ChunkedReading
{
    /// <summary>What the chunks say, in the order of the file, or null when the parser does not understand one of them.</summary>
    internal static TPart[]? Read<TPart>(LineChunks chunks, int threads, Func<IChunkParser<TPart>> newParser) where TPart : class
    {
        Lock gate = new();
        List<(int Index, TPart Part)> parts = [];
        bool isRefused = false, isOver = false;
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                byte[] buffer = [];
                IChunkParser<TPart> parser = newParser();
                try
                {
                    while (!Volatile.Read(ref isOver) && chunks.TryNext(ref buffer, out LineChunk chunk))
                    {
                        TPart? part = parser.Parse(chunk.Text.Span, chunk.Index == 0);
                        if (part is null) isRefused = true;
                        if (isRefused) return;
                        lock (gate) parts.Add((chunk.Index, part!));
                    }
                }
                finally
                {
                    // At the end of the file, or because nothing more is wanted of it: the other threads need not read on.
                    Volatile.Write(ref isOver, true);
                }
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return isRefused ? null : [.. parts.OrderBy(part => part.Index).Select(part => part.Part)];
    }
}
