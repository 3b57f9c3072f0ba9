using Papergraph.Core;
using Papergraph.Sources.Text;

namespace Papergraph.Sources;

/// <summary>Every finding about an input, one method each.</summary>
internal static class SourceDiagnostics
{
    // Inputs as a whole.

    internal static Diagnostic Unreadable(string file, string reason) =>
        Error("PGS001", file, $"cannot be read ({reason.TrimEnd('.')}); it is left out. Check that it exists still and may be read");

    internal static Diagnostic Unrecognized(string file, bool isNamed, string hint)
    {
        string known = string.Join(", ", PaperFormats.All.Select(f => f.Name));
        return About(
            "PGS002", isNamed ? Severity.Error : Severity.Warning, file, 0,
            $"is in no format that is known here ({known}){hint}; it is left out. Convert it, or name its format with --format");
    }

    internal static Diagnostic Empty(string file) => Info("PGS003", file, 0, "is empty");

    internal static Diagnostic Damaged(string file, string reason) =>
        Error("PGS004", file, $"is damaged or cut short ({reason.TrimEnd('.')}); the records before that are kept. Fetch it again");

    internal static Diagnostic UnfoldsTooFar(string file, string reason) =>
        Error("PGS005", file, $"is given up because {reason}; the records before that are kept. Unfold it yourself if it is sound");

    internal static Diagnostic FoldedTwice(string file) =>
        Error("PGS006", file, "is compressed with gzip twice; it is left out. Unfold it once");

    internal static Diagnostic LinkPassedOver(string path) =>
        Info("PGS007", path, 0, "is a symbolic link and is passed over; name it as an input to read it");

    internal static Diagnostic AlreadyRead(string path) => Info("PGS008", path, 0, "was reached before and is read once");

    internal static Diagnostic FolderWithoutFiles(string path) =>
        About("PGS009", Severity.Warning, path, 0, "is a folder without any file to read");

    internal static Diagnostic FolderTooDeep(string path, int most) =>
        Error("PGS010", path, $"lies more than {most} folders deep; it is left out. Name it as an input of its own");

    // Records that are skipped.

    internal static Diagnostic TooLong(string file, long line, long limit) =>
        Skipped("PGS020", file, line, $"it is longer than {limit} bytes, the most that a record may have");

    internal static Diagnostic MalformedJson(string file, long line, string reason) =>
        Skipped("PGS021", file, line, $"it is no valid JSON: {reason.ReplaceLineEndings(" ")}");

    internal static Diagnostic InvalidUtf8(string file, long line) =>
        Skipped("PGS022", file, line, "its bytes are no UTF-8; convert the file to UTF-8");

    internal static Diagnostic NotAnObject(string file, long line) =>
        Skipped("PGS023", file, line, "it is no JSON object, which a paper must be");

    internal static Diagnostic PartOfAGraph(string file, long line) =>
        Skipped("PGS029", file, line, "it is a node or an edge of an exported graph and no paper; build from the papers instead");

    internal static Diagnostic NothingOfAPaper(string file, long line) =>
        Skipped("PGS024", file, line, "it has neither a title nor an identifier");

    internal static Diagnostic CutShort(string file, long line) => Skipped("PGS025", file, line, "the file ends within it");

    internal static Diagnostic NoWork(string file, long line, string id) =>
        Skipped("PGS026", file, line, $"{Quoted.Of(id)} is no OpenAlex work; only works are read");

    internal static Diagnostic UnclosedEntry(string file, long line, long? next) => Skipped(
        "PGS027", file, line, $"{(next is null ? "the file ends" : $"another begins on line {next}")} before it is closed; check its braces");

    internal static Diagnostic MacrosUnfoldTooFar(string file, long line, long limit) => Skipped(
        "PGS028", file, line, $"its macros unfold to more than {limit} characters, the most that a record may have");

    // Records that are kept, with something amended.

    internal static Diagnostic UnusableValue(string file, long line, string field, string value, string expected) =>
        Kept("PGS040", file, line, $"the field {Quoted.Of(field)} holds {Quoted.Of(value)}, not {expected}; it is kept without meaning");

    internal static Diagnostic RepeatedField(string file, long line, string field) =>
        Kept("PGS041", file, line, $"the field {Quoted.Of(field)} occurs more than once; the last one counts");

    internal static Diagnostic TooMany(string file, long line, string what, int most) =>
        Kept("PGS042", file, line, $"it has more than {most} {what}; the rest of them are left out");

    internal static Diagnostic Clipped(string file, long line, string what, int most) =>
        Kept("PGS043", file, line, $"its {what} is longer than {most} characters and is cut there");

    internal static Diagnostic DatesDiffer(string file, long line, string date, string year) =>
        Kept("PGS044", file, line, $"the date {Quoted.Of(date)} and the year {Quoted.Of(year)} differ; the date counts");

    internal static Diagnostic PartNotKept(string file, long line, string part) =>
        Info("PGS045", file, line, $"{Quoted.Of(part)} has no place in the graph and is left out, here and in all later records");

    internal static Diagnostic NoField(string file, long line, string start) =>
        Kept("PGS046", file, line, $"what begins with {Quoted.Of(start)} is no field and is left out");

    internal static Diagnostic PositionsSkipped(string file, long line, int count) =>
        Kept("PGS047", file, line, $"its inverted abstract has {count} positions that are no whole numbers in range; they are left out");

    internal static Diagnostic UndefinedMacro(string file, long line, string macro) =>
        Kept("PGS048", file, line, $"{Quoted.Of(macro)} is not defined by any @string before it; its name stands in its place");

    internal static Diagnostic ParentNotFound(string file, long line, string key) =>
        Kept("PGS049", file, line, $"the entry {Quoted.Of(key)} that it inherits from is not in this file or too far away");

    internal static Diagnostic NoValue(string file, long line, string field) =>
        Kept("PGS050", file, line, $"the field {Quoted.Of(field)} has no value that can be read and is left out");

    internal static Diagnostic FieldAgain(string file, long line, string field) =>
        Kept("PGS051", file, line, $"the field {Quoted.Of(field)} occurs more than once; the first one counts");

    internal static Diagnostic DateInOtherForm(string file, long line, string date, string instead) => Kept(
        "PGS052", file, line, $"the date {Quoted.Of(date)} is none of the calendar in the form 2001, 2001-02 or 2001-02-03; {instead}");

    // Remarks on the whole file.

    internal static Diagnostic NotUtf8(string file, long line) =>
        Info("PGS060", file, line, "holds bytes that are no UTF-8; where that is so, here and later, they are read as Windows-1252");

    internal static Diagnostic TrailingContent(string file, long line) =>
        About("PGS061", Severity.Warning, file, line, "goes on after the end of its JSON array; the rest is left out");

    internal static Diagnostic ArrayNotClosed(string file, long line) =>
        About("PGS066", Severity.Warning, file, line, "ends before its JSON array is closed; it may be cut short");

    internal static Diagnostic YearUnknown(string file, long line) =>
        Info("PGS062", file, line, $"gives dates without a year and none to infer it from; give it with --listing-year");

    internal static Diagnostic PageTooLong(string file, long line, int most) => Info(
        "PGS063", file, line, $"has more than {most} records; from here on it counts as a new page, whose year is inferred anew");

    internal static Diagnostic RepeatedKey(string file, long line, string key) =>
        Info("PGS064", file, line, $"the key {Quoted.Of(key)} occurs more than once; entries that refer to it mean the first");

    internal static Diagnostic TooManyMacros(string file, long line) =>
        About("PGS065", Severity.Warning, file, line, "defines more or longer @string macros than are kept; the further ones are left out");

    // Annotations.

    internal static Diagnostic NoAnnotationFormat(string file, string hint) => Error(
        "PGS070", file, $"is in no format of annotations (JSON Lines with entities, SciERC, CoNLL, MED1250){hint}; it is left out. See docs/formats/annotations.md");

    internal static Diagnostic NothingAnnotated(string file, long line) => Skipped(
        "PGS071", file, line, "it has no annotations: neither entities, relations, abbreviations nor links");

    internal static Diagnostic TextMissing(string file, long line, string id) =>
        Skipped("PGS072", file, line, $"it has neither a title nor an abstract, and no text was found for its id {Quoted.Of(id)}");

    internal static Diagnostic UnusableAnnotations(string file, long line, string what, long count, string first) => Kept(
        "PGS073", file, line, $"{count} of its {what} cannot be used, the first of them because {first}; they are left out");

    internal static Diagnostic NotInTheText(string file, long line, long count, string first) => Kept(
        "PGS074", file, line, $"{count} of its surfaces do not stand in its text, the first of them {Quoted.Of(first)}");

    internal static Diagnostic NotATag(string file, long line, string tag) => Kept(
        "PGS075", file, line, $"{Quoted.Of(tag)} is none of the tags O, B-…, I-…, E-…, S-…, L-…, U-…; it counts as O here and later");

    internal static Diagnostic UnusableTokens(string file, long line, string reason) =>
        Skipped("PGS076", file, line, reason);

    private static Diagnostic Error(string code, string file, string what) => About(code, Severity.Error, file, 0, what);

    private static Diagnostic Info(string code, string file, long line, string what) => About(code, Severity.Info, file, line, what);

    private static Diagnostic Skipped(string code, string file, long line, string why) =>
        new(code, Severity.Warning, file, line, $"The record is skipped: {why}.");

    private static Diagnostic Kept(string code, string file, long line, string what) =>
        new(code, Severity.Warning, file, line, $"The record is kept, but {what}.");

    private static Diagnostic About(string code, Severity severity, string file, long line, string what) =>
        new(code, severity, file, line, $"{file} {what}.");
}
