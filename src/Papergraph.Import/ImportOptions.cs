using Papergraph.Core;

namespace Papergraph.Import;

/// <summary>How CSV files are understood and what is allowed to them. The defaults are those of <c>neo4j-admin database import full</c>
/// (Neo4j operations manual 5, “Import”).</summary>
public sealed record ImportOptions
{
    /// <summary>The character between fields, ASCII. Default: comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The character between the items of a list and between labels, ASCII. Default: semicolon.</summary>
    public char ArrayDelimiter { get; init; } = ';';

    /// <summary>The character that a field may stand in, doubled within the field, ASCII. Default: double quote.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Whether a field in quotes may go over the end of a line. Default: false.</summary>
    public bool MultilineFields { get; init; }

    /// <summary>Whether a field in quotes without text has no value; without it, it is an empty text. Default: false.</summary>
    public bool IgnoreEmptyStrings { get; init; }

    /// <summary>Whether blanks around a text are cut off. Default: false.</summary>
    public bool TrimStrings { get; init; }

    /// <summary>Whether fields beyond those of the header are passed over; without it their row is rejected. Default: false.</summary>
    public bool IgnoreExtraColumns { get; init; }

    /// <summary>Whether the first line of every further file of a group is passed over when it is the header again. Default: false.
    /// </summary>
    public bool AutoSkipSubsequentHeaders { get; init; }

    /// <summary>What ids are where the header does not say it (<c>{id-type:…}</c>). Default: text.</summary>
    public IdType IdType { get; init; } = IdType.String;

    /// <summary>Whether a relationship with an unknown or a missing end is rejected and counted; without it, it ends the import. Default:
    /// false.</summary>
    public bool SkipBadRelationships { get; init; }

    /// <summary>Whether a node whose id an earlier node has is rejected and counted; without it, it ends the import. Default: false.
    /// </summary>
    public bool SkipDuplicateNodes { get; init; }

    /// <summary>Most rows that may be rejected, at least 0; one more and nothing is imported. Default: 1000.</summary>
    public long BadTolerance { get; init; } = 1000;

    /// <summary>Whether a graph that the directory holds is replaced. Default: false.</summary>
    public bool Replace { get; init; }

    /// <summary>Threads to use, 1 to 1024; the result does not depend on it. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Name of the index of names that the graph gets.</summary>
    public string NameIndex { get; init; } = "names";

    /// <summary>The properties whose texts go into it, where a label has them.</summary>
    public IReadOnlyList<string> NameProperties { get; init; } = [];

    /// <summary>Name of the full-text index that the graph gets if there is anything to go into it.</summary>
    public string TextIndex { get; init; } = "texts";

    /// <summary>The properties whose texts go into it, where the first label of a node has them, and how much a word in them counts (see
    /// <see cref="Store.FullTextField"/>).</summary>
    public IReadOnlyList<(string Property, double Weight)> TextProperties { get; init; } = [];

    /// <summary>Longest field in bytes, at least 1; a row with a longer one is rejected. Default: 16 MiB.</summary>
    public int MaxFieldBytes { get; init; } = 16 << 20;

    /// <summary>Longest row in bytes, at least 1 and at most 1 GiB; a file with a longer one is no CSV. Default: 64 MiB.</summary>
    public int MaxRowBytes { get; init; } = 64 << 20;

    /// <summary>Most fields of a header, at least 1. Default: 4096.</summary>
    public int MaxColumns { get; init; } = 4096;

    /// <summary>Most bytes that one compressed file may unfold to, at least 1. Default: 1 TiB.</summary>
    public long MaxDecompressedBytes { get; init; } = 1L << 40;

    /// <summary>Most bytes that a stored byte may unfold to once a file has unfolded to 64 MiB, at least 1. Default: 1000, near what
    /// deflate can do at most (1032).</summary>
    public int MaxCompressionRatio { get; init; } = 1000;

    /// <summary>How many bytes of a file one thread takes at a time. Tests make it small, so that rows lie across the borders.</summary>
    internal int ChunkBytes { get; init; } = 1 << 20;

    /// <exception cref="PapergraphException">An option is outside its range, or two characters are the same.</exception>
    internal void Validate()
    {
        foreach ((string name, char character) in (ReadOnlySpan<(string, char)>)
            [("--delimiter", Delimiter), ("--array-delimiter", ArrayDelimiter), ("--quote", Quote)])
        {
            if (!char.IsAscii(character) || character is '\n' or '\r' or '\0') throw ImportErrors.UnfitCharacter(name, character);
        }

        if (Delimiter == Quote || ArrayDelimiter == Quote || Delimiter == ArrayDelimiter) throw ImportErrors.SameCharacters();
        Check("--threads", Threads, 1, 1024);
        Check("--bad-tolerance", BadTolerance, 0, long.MaxValue);
        Check("the limit of bytes of a field", MaxFieldBytes, 1, 1 << 30);
        Check("the limit of bytes of a row", MaxRowBytes, 1, 1 << 30);
        Check("the limit of columns", MaxColumns, 1, 1 << 20);
        Check("the limit of bytes that a file unfolds to", MaxDecompressedBytes, 1, long.MaxValue);
        Check("the limit of times its size that a file unfolds to", MaxCompressionRatio, 1, int.MaxValue);
    }

    private static void Check(string what, long value, long least, long most)
    {
        if (value < least || value > most) throw ImportErrors.OutOfRange(what, value, least, most);
    }
}
