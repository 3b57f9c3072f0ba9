using System.Security.Cryptography;

namespace Papergraph.Corpus.Tests;

public class RecordNameTests
{
    private static readonly PaperRecord Keyless = new() { Source = "listing", Title = "Otters at night", Abstract = "They swim." };

    [Fact]
    public void A_record_is_called_by_its_format_and_key()
    {
        PaperRecord record = Keyless with { Source = "jsonl", Key = "otters" };
        Assert.Equal("jsonl:otters", RecordName.Of(record));
        Assert.Equal("jsonl:otters", RecordName.Of(record, "0123456789abcdef"));
    }

    [Fact]
    public void A_record_without_a_key_is_called_by_the_first_48_bits_of_the_SHA_256_of_its_canonical_bytes()
    {
        string hash = Convert.ToHexString(SHA256.HashData(PaperRecordCodec.Encode(Keyless).Span)).ToLowerInvariant();
        Assert.Equal("listing:" + hash[..12], RecordName.Of(Keyless));
        Assert.NotEqual(RecordName.Of(Keyless), RecordName.Of(Keyless with { Abstract = "They dive." }));
    }

    [Fact]
    public void A_shortened_record_is_called_as_the_whole_one_where_its_canonical_name_is_given() =>
        Assert.Equal(
            RecordName.Of(Keyless), RecordName.Of(Keyless with { Abstract = null }, PaperRecordCodec.Name(PaperRecordCodec.Encode(Keyless))));
}
