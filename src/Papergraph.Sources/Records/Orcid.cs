using System.Text.RegularExpressions;

namespace Papergraph.Sources.Records;

/// <summary>Open Researcher and Contributor ID (an ISNI, ISO 27729).</summary>
internal static partial class Orcid
{
    /// <summary>The form <c>0000-0002-1825-0097</c>, or null when the text is none or its check digit (ISO 7064, MOD 11-2) is wrong.</summary>
    internal static string? Normalize(string? text)
    {
        Match match = Form().Match(text ?? "");
        if (!match.Success) return null;
        string orcid = match.Groups[1].Value.ToUpperInvariant();
        int sum = 0;
        foreach (char digit in orcid.AsSpan(0, orcid.Length - 1))
            if (digit != '-') sum = (sum + digit - '0') * 2 % 11;
        int check = (12 - sum) % 11;
        return orcid[^1] == (check == 10 ? 'X' : (char)('0' + check)) ? orcid : null;
    }

    [GeneratedRegex(@"^\s*(?:https?://orcid\.org/|orcid:?\s*)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx])/?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
