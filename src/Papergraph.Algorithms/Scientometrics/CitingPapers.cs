using System.Numerics;
using System.Runtime.InteropServices;
using Papergraph.Core;

namespace Papergraph.Algorithms;

/// <summary>The papers that cite one of the references of a paper. Those of the reference that the paper has in common with the paper
/// before are kept, so that they are gone through once for all papers that cite it and not once for each.</summary>
/// <remarks>A byte a node, so that those of a million nodes stay near the processor: each paper marks with a higher number than the one
/// before, and the highest marks what they have in common. So a paper is in the set when its mark is not lower than the newest.</remarks>
internal sealed class CitingPapers(int nodeCount, DisruptionOptions options)
{
    private const byte InCommon = byte.MaxValue;

    private readonly byte[] _marks = new byte[nodeCount];
    private byte _mark;
    private int _common = -1, _paper;
    private int[] _years = [];
    private int _yearCount;

    /// <summary>Forgets what the paper before added, and holds all that cite a reference of the next.</summary>
    /// <param name="paper">The next paper.</param>
    /// <param name="reference">One of its references, or −1.</param>
    /// <param name="citations">Who cites whom.</param>
    /// <returns>How many of them are counted.</returns>
    public int Begin(int paper, int reference, scoped in CsrView citations)
    {
        _paper = paper;
        if (reference != _common)
        {
            if (_common >= 0) Mark(citations.Neighbours(_common), 0);
            if (reference >= 0) Mark(citations.Neighbours(reference), InCommon);
            _common = reference;
            SortYears(citations);
        }

        if (_mark == InCommon - 1)
        {
            ClearAllButCommon();
            _mark = 0;
        }

        _mark++;
        return reference < 0 ? 0 : options.Years.IsEmpty ? citations.Neighbours(reference).Length : CountedYears();
    }

    /// <summary>Adds those of the papers that are counted.</summary>
    /// <returns>How many of them are new.</returns>
    public int Add(ReadOnlySpan<int> papers)
    {
        if (!options.Years.IsEmpty) return AddCounted(papers);
        byte[] marks = _marks;
        byte mark = _mark;
        int added = 0;
        if (_common < 0)
        {
            // A store that waits for no load: most papers have no reference that very many cite.
            foreach (int paper in papers)
            {
                added += marks[paper] == mark ? 0 : 1;
                marks[paper] = mark;
            }

            return added;
        }

        foreach (int paper in papers)
        {
            byte old = marks[paper];
            added += old < mark ? 1 : 0;
            marks[paper] = Math.Max(old, mark);
        }

        return added;
    }

    /// <summary>Whether a paper that is counted is in the set.</summary>
    public bool Holds(int paper) => _marks[paper] >= _mark;

    private int AddCounted(ReadOnlySpan<int> papers)
    {
        int added = 0;
        foreach (int paper in papers)
        {
            if (_marks[paper] >= _mark || !options.Counts(paper, _paper)) continue;
            _marks[paper] = _mark;
            added++;
        }

        return added;
    }

    private void ClearAllButCommon()
    {
        Span<Vector<byte>> many = MemoryMarshal.Cast<byte, Vector<byte>>(_marks.AsSpan());
        Vector<byte> common = new(InCommon);
        foreach (ref Vector<byte> marks in many) marks &= Vector.Equals(marks, common);
        foreach (ref byte mark in _marks.AsSpan(many.Length * Vector<byte>.Count))
            if (mark != InCommon) mark = 0;
    }

    private void Mark(ReadOnlySpan<int> papers, byte mark)
    {
        foreach (int paper in papers) _marks[paper] = mark;
    }

    private void SortYears(scoped in CsrView citations)
    {
        if (options.Years.IsEmpty || _common < 0) return;
        ReadOnlySpan<int> citing = citations.Neighbours(_common), years = options.Years.Span;
        if (_years.Length < citing.Length) _years = new int[citing.Length];
        for (int i = 0; i < citing.Length; i++) _years[i] = years[citing[i]];
        _yearCount = citing.Length;
        _years.AsSpan(0, _yearCount).Sort();
    }

    private int CountedYears()
    {
        int year = options.Years.Span[_paper];
        return FirstAfter((long)year + options.Window) - FirstAfter((long)year - 1);
    }

    /// <summary>Place of the first of the sorted years after a year.</summary>
    private int FirstAfter(long year)
    {
        int first = 0, end = _yearCount;
        while (first < end)
        {
            int middle = (first + end) >>> 1;
            if (_years[middle] > year) end = middle;
            else first = middle + 1;
        }

        return first;
    }
}
