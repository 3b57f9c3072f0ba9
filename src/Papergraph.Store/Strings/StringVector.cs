using System.Text;

namespace Papergraph.Store;

/// <summary>A sequence of strings: their UTF-8 bytes one after another with boundaries, directly or by code.</summary>
internal sealed class StringVector
{
    public StringVector(SegmentSections sections, StringLayout layout, long count, string name)
    {
        if (layout.Codes is null && layout.Texts.Count != count)
            throw sections.Fault($"{name} has {layout.Texts.Count} texts for {count} values");
        Count = count;
        Texts = TextList.Open(sections, layout.Texts, name);
        if (layout.Codes is null) return;
        if (Texts.Count > Array.MaxLength) throw sections.Fault($"{name} has {Texts.Count} distinct texts");
        Codes = new(sections, layout.Codes, count, name + ", codes");
    }

    public long Count { get; }

    /// <summary>The strings stored: the distinct ones of a dictionary in order, else all.</summary>
    public TextList Texts { get; }

    /// <summary>Of a dictionary, the number of each value's text.</summary>
    public PackedIntegers? Codes { get; }

    public bool IsDictionary => Codes is not null;

    public string Get(long index) => Encoding.UTF8.GetString(Utf8(index));

    public ReadOnlySpan<byte> Utf8(long index) => Texts[Codes is null ? index : Code(index)];

    /// <summary>The number of the value's text in the dictionary.</summary>
    public long Code(long index)
    {
        long code = Codes![index];
        return (ulong)code < (ulong)Texts.Count ? code : throw OutOfRange(index, code);
    }

    /// <summary>Reads the codes from <paramref name="first"/> on.</summary>
    public void ReadCodes(long first, Span<long> into)
    {
        Codes!.Read(first, into);
        for (int i = 0; i < into.Length; i++)
        {
            if ((ulong)into[i] >= (ulong)Texts.Count) throw OutOfRange(first + i, into[i]);
        }
    }

    /// <summary>Checks the texts, and the order of a dictionary. Codes are checked by whoever knows which rows are null.</summary>
    public void Verify(FaultList faults)
    {
        Texts.Verify(IsDictionary, faults);
        Codes?.VerifyEnd(faults);
    }

    private StoreException OutOfRange(long index, long code) => Codes!.Fault($"value {index} has code {code} of {Texts.Count}");
}
