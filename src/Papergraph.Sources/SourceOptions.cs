namespace Papergraph.Sources;

/// <summary>How inputs are read; the defaults suit files that people have, the limits keep hostile ones harmless.</summary>
public sealed record SourceOptions
{
    /// <summary>Year of saved listing pages, 1000 to 2999: dates without a year belong to it. Null infers it from each page, see
    /// <c>docs/formats/listing.md</c>.</summary>
    public int? ListingYear { get; init; }

    /// <summary>Name of the format that every input has (<see cref="IPaperFormat.Name"/>), or null to recognise it by content.</summary>
    public string? Format { get; init; }

    /// <summary>Longest record in bytes, decompressed, 1 KiB to 1 GiB; a longer one is skipped and reported without being held in
    /// memory. Default 16 MiB.</summary>
    public long MaxRecordBytes { get; init; } = 16L << 20;

    /// <summary>Most bytes that one compressed file may unfold to, at least 1. Default 64 GiB.</summary>
    public long MaxDecompressedBytes { get; init; } = 64L << 30;

    /// <summary>Most bytes that one stored byte may unfold to once a file has unfolded to 64 MiB, at least 1. Default 1000, which
    /// is near what gzip can do at most (1032) and far from what text does.</summary>
    public int MaxCompressionRatio { get; init; } = 1000;

    /// <summary>Whether symbolic links inside walked folders are followed; each folder is read once all the same. Inputs that are
    /// named themselves are always followed. Default false.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Opens what the input <c>-</c> stands for; the stream is closed after reading. Default: standard input.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;

    /// <exception cref="Core.PapergraphException">An option is outside its range or names no format.</exception>
    internal void Validate()
    {
        if (ListingYear is { } year) Check("option --listing-year", year, 1000, 2999);
        Check("limit of bytes of a record", MaxRecordBytes, 1 << 10, 1 << 30);
        Check("limit of bytes that a compressed file unfolds to", MaxDecompressedBytes, 1, long.MaxValue);
        Check("limit of times its size that a compressed file unfolds to", MaxCompressionRatio, 1, int.MaxValue);
        if (Format is not null && PaperFormats.Named(Format) is null) throw SourceErrors.UnknownFormat(Format);
    }

    private static void Check(string what, long value, long least, long most)
    {
        if (value < least || value > most) throw SourceErrors.OutOfRange(what, value, least, most);
    }
}
