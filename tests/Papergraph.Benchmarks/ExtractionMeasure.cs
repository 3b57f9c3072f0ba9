using System.Diagnostics;
using System.Globalization;
using Papergraph.Corpus;
using Papergraph.Extraction;
using Papergraph.Sources;
using Papergraph.TestKit;

namespace Papergraph.Benchmarks;

/// <summary>How fast the extractor with the shipped model reads papers, all its stages together and nothing else.</summary>
/// <param name="Threads">Threads that extract at the same time.</param>
/// <param name="Papers">How many papers.</param>
/// <param name="PerSecond">Papers a second, of all threads together.</param>
/// <param name="ProcessorMicroseconds">Processor time of the whole process a paper.</param>
/// <param name="Bytes">What is allocated a paper.</param>
internal sealed record ExtractionMeasure(int Threads, int Papers, double PerSecond, double ProcessorMicroseconds, double Bytes)
{
    private const int Runs = 3, MadeUpPapers = 3_000;

    /// <summary>Measures the time from the start of reading the model to the first result, then extraction with one thread and with
    /// several.</summary>
    /// <param name="file">Papers in any format that can be read; null for made-up ones.</param>
    /// <param name="threads">How many threads.</param>
    public static void Run(string? file, int threads)
    {
        List<PaperText> papers = Read(file);
        long start = Stopwatch.GetTimestamp();
        ExtractionModel model = ExtractionModel.Shipped;
        double read = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        LearnedExtractor extractor = new(model);
        extractor.Extract(papers[0]);
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model read in {read:F1} ms, first paper after {first:F1} ms"));
        foreach (PaperText paper in papers) extractor.Extract(paper);
        foreach (int count in (int[])(threads == 1 ? [1] : [1, threads])) Console.WriteLine(Take(extractor, papers, count));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Threads} threads, {Papers} papers: {PerSecond:F0} papers/s, {ProcessorMicroseconds:F0} µs of processor time and {Bytes:F0} bytes each");

    // The best of some runs.
    private static ExtractionMeasure Take(LearnedExtractor extractor, List<PaperText> papers, int threads)
    {
        ExtractionMeasure best = new(threads, papers.Count, 0, 0, 0);
        using Process process = Process.GetCurrentProcess();
        for (int run = 0; run < Runs; run++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            long allocated = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
            Thread[] all = [.. Enumerable.Range(0, threads).Select(thread => new Thread(() =>
            {
                for (int i = thread; i < papers.Count; i += threads) extractor.Extract(papers[i]);
            }))];
            foreach (Thread thread in all) thread.Start();
            foreach (Thread thread in all) thread.Join();
            double perSecond = papers.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            process.Refresh();
            if (perSecond <= best.PerSecond) continue;
            best = new(threads, papers.Count, perSecond, (process.TotalProcessorTime - before).TotalMicroseconds / papers.Count,
                (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / papers.Count);
        }

        return best;
    }

    private static List<PaperText> Read(string? file)
    {
        using TemporaryFolder folder = new();
        file ??= folder.Write("papers.jsonl", string.Join('\n', SyntheticPapers.Lines(MadeUpPapers)));
        return [.. new PaperInputs(new SourceOptions()).Read([file], _ => { }, _ => { })
            .Where(record => record.Record.Abstract is not null)
            .Select(record => new PaperText(record.Record.Title ?? "", record.Record.Abstract!))];
    }
}
