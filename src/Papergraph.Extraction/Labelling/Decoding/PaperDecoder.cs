using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Papergraph.Extraction;

/// <summary>Decides which of the spans that a labeller found are mentions, and how sure that is.</summary>
/// <remarks>The probability of a span is judged anew by <see cref="BoostedTrees"/> in the light of the whole paper
/// (<see cref="PaperEvidence"/>); the
/// most probable come first, and none overlaps one before it. May be called from many threads at once.</remarks>
internal sealed class PaperDecoder(BoostedTrees trees, float threshold, bool marksFormsApart)
{
    /// <summary>A reading whose occurrences together are less probable is passed over.</summary>
    public const float LeastUnion = 0.06f;

    private const int HeadBytes = 8;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public BoostedTrees Trees { get; } = trees;

    /// <summary>Mentions are at least that probable.</summary>
    public float Threshold { get; } = threshold;

    /// <summary>Whether mentions are made to agree with the abbreviations of the paper (<see cref="DefinedForms"/>).</summary>
    public bool MarksFormsApart { get; } = marksFormsApart;

    /// <summary>The threshold (4 bytes), whether forms of definitions are marked apart (4 bytes, 0 or 1), then the trees.</summary>
    public byte[] ToBytes()
    {
        byte[] trees = Trees.ToBytes(), bytes = new byte[HeadBytes + trees.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, Threshold);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), MarksFormsApart ? 1 : 0);
        trees.CopyTo(bytes, HeadBytes);
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it is damaged.</summary>
    public static PaperDecoder? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeadBytes && BoostedTrees.Read(bytes[HeadBytes..], PaperEvidence.Features) is { } trees
            ? new PaperDecoder(trees, BinaryPrimitives.ReadSingleLittleEndian(bytes), bytes[4] != 0)
            : null;

    /// <summary>Replaces spans by the mentions among them, with their probabilities; sorted by place.</summary>
    public void Decode(PaperPassages paper, List<SpanCandidate> spans)
    {
        if (!_workspaces.TryTake(out Workspace? workspace)) workspace = new Workspace();
        workspace.Decode(paper, spans, Trees, Threshold);
        _workspaces.Add(workspace);
        if (MarksFormsApart) DefinedForms.Repair(paper, spans);
    }

    /// <summary>Keeps the most probable spans that do not overlap; sorted by place. Of two equally probable ones the first in the text
    /// stays.</summary>
    public static void KeepBest(List<SpanCandidate> spans)
    {
        int tokens = 0;
        foreach (SpanCandidate span in spans) tokens = Math.Max(tokens, span.Range.End);
        bool[] taken = ArrayPool<bool>.Shared.Rent(2 * tokens);
        Array.Clear(taken);
        spans.Sort(static (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability) : a.CompareTo(b));
        int kept = 0;
        for (int i = 0; i < spans.Count; i++)
        {
            SpanCandidate span = spans[i];
            Span<bool> place = taken.AsSpan((span.Passage * tokens) + span.Range.First, span.Range.Length);
            if (place.Contains(true)) continue;
            place.Fill(true);
            spans[kept++] = span;
        }

        ArrayPool<bool>.Shared.Return(taken);
        spans.RemoveRange(kept, spans.Count - kept);
        spans.Sort();
    }

    private sealed class Workspace
    {
        private readonly PaperEvidence _evidence = new();

        public void Decode(PaperPassages paper, List<SpanCandidate> spans, BoostedTrees trees, float threshold)
        {
            _evidence.Read(paper, spans);
            spans.Clear();
            Span<float> features = stackalloc float[PaperEvidence.Features];
            for (int i = 0; i < _evidence.Spans.Length; i++)
            {
                if (_evidence.Union(i) < LeastUnion) continue;
                _evidence.Describe(i, features);
                float probability = (float)trees.ProbabilityFrom(threshold, features);
                if (probability >= threshold) spans.Add(_evidence.Spans[i] with { Probability = probability });
            }

            KeepBest(spans);
        }
    }
}
