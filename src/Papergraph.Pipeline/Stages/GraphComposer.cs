using System.Buffers.Binary;
using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.Linking;
using Papergraph.Pipeline.Records;
using Papergraph.Pipeline.Writing;
using Papergraph.Store;

namespace Papergraph.Pipeline.Stages;

/// <summary>Makes a graph from a set of records: links, extracts, and writes nodes and edges in a fixed order.</summary>
/// <remarks>Everything here is a function of the records in the order of their names and of the extractor; threads only decide when it is ready.</remarks>
internal sealed class GraphComposer(
    RecordCatalog records, BuildOptions options, string runId, Action<Diagnostic> report, StageClock clock)
{
    internal GraphContents Compose(SegmentWriter writer, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        PaperRecord[] headers = clock.During("link", () => ReadHeaders(progress, cancellation));
        LinkedPapers papers = clock.During("link", () => PaperLinker.Link(headers, report, cancellation, i => RecordName.Of(headers[i], records.Name(i))));
        ReadPapers read = clock.During("extract", () => WritePapers(writer, papers, progress, cancellation));
        (LinkedEntities entities, LinkedPeople people) = clock.During("link", () => LinkRest(papers, read, cancellation));
        progress?.Report(new ProgressUpdate("writing", 0, null, "nodes and edges"));
        return clock.During("write", () => WriteRest(writer, headers, papers, read, entities, people, cancellation));
    }

    private (LinkedEntities Entities, LinkedPeople People) LinkRest(LinkedPapers papers, ReadPapers read, CancellationToken cancellation)
    {
        LinkedEntities? entities = null;
        LinkedPeople? people = null;
        OrderedParallel.Run(
            options.Threads, cancellation,
            () => entities = read.Entities.Link(cancellation),
            () => people = LinkedPeople.Link(papers, read, cancellation));
        return (entities!, people!);
    }

    private PaperRecord[] ReadHeaders(IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        PaperRecord[] headers = new PaperRecord[records.Count];
        OrderedParallel.Map(
            records.Count,
            options.Threads,
            records.Header,
            (i, header) =>
            {
                headers[i] = header;
                ReportNow("linking", i, records.Count, "records", progress);
            },
            cancellation);
        return headers;
    }

    private static void ReportNow(string stage, int index, int count, string unit, IProgress<ProgressUpdate>? progress)
    {
        if ((index & 255) == 255 || index == count - 1) progress?.Report(new ProgressUpdate(stage, index + 1, count, unit));
    }

    /// <summary>Merges and extracts each read paper and writes its node; what later stages need is kept without the texts.</summary>
    private ReadPapers WritePapers(
        SegmentWriter writer, LinkedPapers linked, IProgress<ProgressUpdate>? progress, CancellationToken cancellation)
    {
        int[] readPapers = [.. Enumerable.Range(0, linked.Papers.Count).Where(p => !linked.Papers[p].IsPlaceholder)];
        ReadPapers read = new(linked.Papers.Count);
        PaperTable table = new(writer);
        OrderedParallel.Map(
            readPapers.Length,
            options.Threads,
            i => Extract(linked.Papers[readPapers[i]]),
            (i, paper) =>
            {
                read.Add(readPapers[i], table.Add(paper.Merged, linked.Papers[readPapers[i]].Identifiers), paper.Merged, paper.Text, paper.Found);
                ReportNow("extracting", i, readPapers.Length, "papers", progress);
            },
            cancellation);

        PlaceholderTable placeholders = new(writer);
        for (int p = 0; p < linked.Papers.Count; p++)
            if (linked.Papers[p].IsPlaceholder) read.AddPlaceholder(p, placeholders.Add(linked.Papers[p]));
        return read;
    }

    private (MergedPaper Merged, PaperText Text, PaperExtraction Found) Extract(LinkedPaper paper)
    {
        MergedPaper merged = PaperMerger.Merge(paper, [.. paper.Records.Select(records.Read)]);
        PaperText text = new(merged.Title ?? "", merged.Abstract ?? "");
        return (merged, text, options.Extractor.Extract(text));
    }

    private GraphContents WriteRest(
        SegmentWriter writer, PaperRecord[] headers, LinkedPapers papers, ReadPapers read, LinkedEntities entities, LinkedPeople people,
        CancellationToken cancellation)
    {
        GraphContents contents = new(
            records.Count, read.Count, read.Abstracts, papers.Papers.Count - read.Count, papers.References, people.Authors.Authors.Count,
            entities.Entities.Count, entities.Mentions.Count, entities.Statements.Count, entities.Results.Count,
            papers.Decisions.Count + people.Decisions.Count + entities.Decisions.Count);

        PeopleTables peopleTables = PeopleTables.Write(writer, people);
        int[] entityNodes = EntityTables.Write(writer, entities, read.Years);
        RepositoryTable repositories = RepositoryTable.Write(writer, read);
        RunTable.Write(writer, runId, options.Extractor, contents, headers);
        cancellation.ThrowIfCancellationRequested();

        CitationEdges.Write(writer, papers, headers, i => RecordName.Of(headers[i], records.Name(i)), read.Nodes);
        peopleTables.WriteEdges(writer, read.Nodes);
        KnowledgeEdges.Write(writer, entities, read.Nodes, [.. papers.Papers.Select(p => p.Id)], entityNodes, runId);
        BuildsOnEdges.Write(writer, BuildsOn.Infer(entities, read.Years), read.Nodes, entities, runId);
        repositories.WriteEdges(writer, read.Nodes);
        cancellation.ThrowIfCancellationRequested();

        WriteBlobs(writer, papers, read, [.. papers.Decisions, .. people.Decisions, .. entities.Decisions]);
        GraphIndexes.Write(writer);
        writer.SetMetadata(Names.RecordSet, records.SetName());
        writer.SetMetadata(Names.Run, runId);
        return contents;
    }

    private void WriteBlobs(SegmentWriter writer, LinkedPapers papers, ReadPapers read, List<MergeDecision> decisions)
    {
        writer.AddBlobs(Names.Records, Enumerable.Range(0, records.Count).Select(records.Bytes));
        writer.AddNodeBlobs(
            Names.PaperRecords,
            papers.Papers.Zip(read.Nodes).Where(p => !p.First.IsPlaceholder).Select(p => (p.Second, Positions(p.First.Records))));
        writer.AddBlobs(Names.Decisions, MergeLog.Encode(decisions));
    }

    private static ReadOnlyMemory<byte> Positions(IReadOnlyList<int> positions)
    {
        byte[] bytes = new byte[positions.Count * sizeof(int)];
        for (int i = 0; i < positions.Count; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), positions[i]);
        return bytes;
    }
}
