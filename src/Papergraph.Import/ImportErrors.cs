using System.Globalization;
using Papergraph.Core;

namespace Papergraph.Import;

/// <summary>Every request that this project can refuse and every row that ends an import, one method each.</summary>
internal static class ImportErrors
{
    public static PapergraphException UnfitCharacter(string option, char character) => new("PGI001",
        $"{option} is U+{(int)character:X4}; it must be one ASCII character and no end of a line.");

    public static PapergraphException SameCharacters() => new("PGI002",
        "--delimiter, --array-delimiter and --quote must be three different characters.");

    public static PapergraphException OutOfRange(string what, long value, long least, long most) => new("PGI003",
        string.Create(CultureInfo.InvariantCulture, $"{what} is {value}; it must be {least} to {most}."));

    public static PapergraphException UnfitGroup(string option, string value) => new("PGI004",
        $"{option} '{value}' names no file or has an empty name. Write NAME=FILE,FILE… or FILE,FILE….");

    public static PapergraphException NoSuchFile(string path) => new("PGI005",
        $"'{path}' is no file, and no file there has a name that matches it. Check the path.");

    public static PapergraphException CannotRead(string path, string cause) => new("PGI006",
        $"'{path}' cannot be read: {cause} Check that it is whole and that you may read it.");

    public static PapergraphException UnfoldsTooFar(string path, string limit) => new("PGI007",
        $"'{path}' unfolds to more than {limit} and is not read further. Unpack it yourself if it is what it should be.");

    public static PapergraphException UnfitHeader(string path, string fault) => new("PGI008",
        $"The header in '{path}' cannot be used: {fault}");

    public static PapergraphException NotUtf8(string path, string encoding) => new("PGI009",
        $"'{path}' is {encoding}, and only UTF-8 is read. Convert it with iconv -f {encoding} -t UTF-8.");

    public static PapergraphException RowTooLong(string path, long line, int limit) => new("PGI010",
        string.Create(CultureInfo.InvariantCulture,
            $"'{path}', line {line}: the row has no end within {limit} bytes. Look for a quote that is never closed."));

    public static PapergraphException QuoteNeverClosed(string path, long line) => new("PGI011",
        string.Create(CultureInfo.InvariantCulture,
            $"'{path}', line {line}: a quote that begins here is never closed, so everything after it is lost. Mend the line."));

    public static PapergraphException TooManyRejected(long tolerance, Diagnostic last) => new("PGI012",
        string.Create(CultureInfo.InvariantCulture,
            $"More than {tolerance} rows were rejected, the last in '{last.Source}', line {last.Line}; nothing was imported. ")
        + "Mend the files, or allow more with --bad-tolerance.");

    public static PapergraphException DuplicateNode(Diagnostic row) => new("PGI013",
        string.Create(CultureInfo.InvariantCulture, $"'{row.Source}', line {row.Line}: {row.Message} Nothing was imported; ")
        + "--skip-duplicate-nodes imports the first node of each id.");

    public static PapergraphException BadRelationship(Diagnostic row) => new("PGI014",
        string.Create(CultureInfo.InvariantCulture, $"'{row.Source}', line {row.Line}: {row.Message} Nothing was imported; ")
        + "--skip-bad-relationships leaves such rows out.");

    public static PapergraphException UnknownIdGroup(string path, string group, IEnumerable<string> known) => new("PGI015",
        $"The header in '{path}' refers to the id group '{group}', which no --nodes declares; there are: {string.Join(", ", known)}.");

    public static PapergraphException TooManyTables(string what, int most) => new("PGI017",
        string.Create(CultureInfo.InvariantCulture,
            $"The files have more than {most} different {what}. Check that the columns are the right ones."));

    public static PapergraphException GraphThere(string directory) => new("PGI018",
        $"{directory} holds a graph already. Name another directory, or allow it to be replaced with --replace.");

    public static PapergraphException NoInputs() => new("PGI019", "There is nothing to import: name files with --nodes.");

    public static PapergraphException NoType(string path) => new("PGI020",
        $"Nothing says what type the relationships of '{path}' have: give --relationships TYPE=FILE, or a column :TYPE in the header.");
}
