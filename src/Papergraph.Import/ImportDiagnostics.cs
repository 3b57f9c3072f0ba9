using System.Globalization;
using Papergraph.Core;

namespace Papergraph.Import;

/// <summary>Every finding about a row or a header, one method each. Lines are those of the place given by the caller.</summary>
internal static class ImportDiagnostics
{
    private const int LongestExcerpt = 60;
    private const string DuplicateCode = "PGI106", NoEndCode = "PGI109", UnknownEndCode = "PGI110";

    public static Diagnostic TooManyFields(string file, long line, int expected) => Rejected("PGI101", file, line,
        string.Create(CultureInfo.InvariantCulture, $"the row has more fields than the {expected} of the header."));

    public static Diagnostic UnfitValue(string file, long line, string field, string type, string text) => Rejected("PGI102", file, line,
        $"'{Excerpt(text)}' in the field '{field}' is no {type}.");

    public static Diagnostic TextAfterQuote(string file, long line, string field) => Rejected("PGI103", file, line,
        $"the field '{field}' goes on after its closing quote.");

    public static Diagnostic OpenQuote(string file, long line, string field) => Rejected("PGI104", file, line,
        $"the quote in the field '{field}' is not closed in its line; --multiline-fields allows that.");

    public static Diagnostic FieldTooLong(string file, long line, string field, int limit) => Rejected("PGI105", file, line,
        string.Create(CultureInfo.InvariantCulture, $"the field '{field}' has more than {limit} bytes."));

    public static Diagnostic DuplicateId(string file, long line, string id, string group) => Rejected(DuplicateCode, file, line,
        $"an earlier node has the id '{Excerpt(id)}'{InGroup(group)}.");

    public static Diagnostic NoType(string file, long line) => Rejected("PGI108", file, line,
        "the relationship has no type.");

    public static Diagnostic NoEnd(string file, long line, string which) => Rejected(NoEndCode, file, line,
        $"the relationship has no {which}.");

    public static Diagnostic UnknownEnd(string file, long line, string which, string id, string group) => Rejected(
        UnknownEndCode, file, line, $"no node has the {which} '{Excerpt(id)}'{InGroup(group)}.");

    public static Diagnostic UnfitName(string file, long line, string name) => Rejected("PGI111", file, line,
        $"'{Excerpt(name)}' cannot name a label or a type.");

    public static Diagnostic Mended(string file, long line, string field) => new("PGI112", Severity.Warning, file, line,
        $"the field '{field}' is not UTF-8; what could not be read became U+FFFD.");

    public static Diagnostic KeptAsText(string file, string field, string type) => new("PGI113", Severity.Info, file, 1,
        $"a graph has no type for {type}, so the values of '{field}' are kept as texts.");

    public static Diagnostic NotSearchable(string file, string label, string property, int most) => new("PGI114", Severity.Info, file, 1,
        string.Create(CultureInfo.InvariantCulture,
            $"an index has at most {most} fields, so the texts of '{property}' of :{label} are not searched."));

    /// <summary>Whether it is a relationship without one of its nodes.</summary>
    public static bool IsBadEnd(Diagnostic finding) => finding.Code is NoEndCode or UnknownEndCode;

    /// <summary>Whether it is a node whose id an earlier one has.</summary>
    public static bool IsDuplicate(Diagnostic finding) => finding.Code == DuplicateCode;

    private static Diagnostic Rejected(string code, string file, long line, string message) =>
        new(code, Severity.Warning, file, line, message);

    private static string InGroup(string group) => group.Length == 0 ? "" : $" in the group '{group}'";

    private static string Excerpt(string text) => text.Length <= LongestExcerpt ? text : text[..LongestExcerpt] + "…";
}
