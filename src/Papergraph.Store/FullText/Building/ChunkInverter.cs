using System.Runtime.InteropServices;
using System.Text;

namespace Papergraph.Store;

/// <summary>Turns the texts of a chunk, by document, into an <see cref="InvertedRun"/>, by term.</summary>
internal sealed class ChunkInverter
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<byte[]> _terms = [];
    private readonly List<int> _counts = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly List<TextLength> _texts = [];
    private char[] _characters = new char[1024];

    private ChunkInverter() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly record struct Occurrence(int Term, int Text, int Position);

    public static InvertedRun Invert(FullTextDefinition definition, TextChunk chunk)
    {
        ChunkInverter inverter = new();
        foreach (TextRows rows in chunk.Rows)
        {
            int[] fields = definition.FieldsOf(rows.Table);
            TextValues[] values = [.. fields.Select(field => new TextValues(rows.Table, definition.Fields[field].Property))];
            for (int row = rows.FirstRow; row < rows.FirstRow + rows.Count; row++)
            {
                for (int i = 0; i < fields.Length; i++) inverter.Add(values[i], row, rows.Table.FirstNode + row, fields[i]);
            }
        }

        return inverter.Encode();
    }

    private void Add(TextValues texts, int row, int node, int field)
    {
        Span<char> buffer = stackalloc char[TokenReader.MaxTermLength];
        FieldPositions positions = default;
        int count = texts.Count(row);
        for (int i = 0; i < count && !positions.IsFull; i++)
        {
            TokenReader tokens = new(Decode(texts.Utf8(row, i)), buffer);
            while (!positions.IsFull && tokens.Next()) _occurrences.Add(new(Number(tokens.Term), _texts.Count, positions.Take(tokens)));
            positions.EndValue(tokens);
        }

        if (positions.Words > 0) _texts.Add(new(node, field, positions.Words));
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (_characters.Length < utf8.Length) _characters = new char[utf8.Length];      // UTF-8 never has fewer bytes than UTF-16 units
        return _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
    }

    private int Number(ReadOnlySpan<char> term)
    {
        if (!_lookup.TryGetValue(term, out int number))
        {
            number = _terms.Count;
            string text = term.ToString();
            _numbers.Add(text, number);
            _terms.Add(Encoding.UTF8.GetBytes(text));
            _counts.Add(0);
        }

        CollectionsMarshal.AsSpan(_counts)[number]++;
        return number;
    }

    private InvertedRun Encode()
    {
        byte[][] terms = [.. _terms];
        int[] numbers = new int[terms.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = i;
        Array.Sort(terms, numbers, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));

        (Occurrence[] sorted, int[] starts) = SortByTerm(numbers);
        int[] documentCounts = new int[terms.Length], positionStarts = new int[terms.Length], ends = new int[terms.Length + 1];
        VarintBuffer postings = new(), positions = new();
        for (int term = 0; term < terms.Length; term++)
        {
            positions.Clear();
            documentCounts[term] = EncodeTerm(sorted.AsSpan(starts[term]..starts[term + 1]), postings, positions);
            positionStarts[term] = postings.Count;
            postings.Bytes(positions.Written);
            ends[term + 1] = postings.Count;
        }

        return new(terms, documentCounts, postings.Written.ToArray(), ends, positionStarts, _texts);
    }

    /// <summary>Sorts by counting, which keeps the order of the texts.</summary>
    private (Occurrence[] Sorted, int[] Starts) SortByTerm(int[] numbers)
    {
        int[] starts = new int[numbers.Length + 1], next = new int[numbers.Length];
        for (int rank = 0; rank < numbers.Length; rank++)
        {
            next[numbers[rank]] = starts[rank];
            starts[rank + 1] = starts[rank] + _counts[numbers[rank]];
        }

        Occurrence[] sorted = new Occurrence[_occurrences.Count];
        foreach (Occurrence occurrence in CollectionsMarshal.AsSpan(_occurrences)) sorted[next[occurrence.Term]++] = occurrence;
        return (sorted, starts);
    }

    /// <returns>Number of documents.</returns>
    private int EncodeTerm(ReadOnlySpan<Occurrence> occurrences, VarintBuffer documents, VarintBuffer positions)
    {
        (int count, int previousNode) = (0, 0);
        for (int i = 0; i < occurrences.Length;)
        {
            TextLength text = _texts[occurrences[i].Text];
            if (count == 0 || text.Node != previousNode)
            {
                documents.Number((uint)(text.Node - previousNode));
                previousNode = text.Node;
                count++;
            }

            (int first, int previousPosition) = (i, 0);
            for (; i < occurrences.Length && occurrences[i].Text == occurrences[first].Text; i++)
            {
                positions.Number((uint)(occurrences[i].Position - previousPosition));
                previousPosition = occurrences[i].Position;
            }

            bool more = i < occurrences.Length && _texts[occurrences[i].Text].Node == text.Node;
            PostingFormat.WriteField(documents, text.Field, i - first, more);
        }

        return count;
    }
}
