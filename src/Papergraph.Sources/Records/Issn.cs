using System.Text.RegularExpressions;

namespace Papergraph.Sources.Records;

/// <summary>International Standard Serial Number (ISO 3297:2022).</summary>
internal static partial class Issn
{
    /// <summary>The form <c>1234-567X</c>, or null when the text is none or its check digit is wrong.</summary>
    internal static string? Normalize(string? text)
    {
        Match match = Form().Match(text ?? "");
        if (!match.Success) return null;
        string digits = (match.Groups[1].Value + match.Groups[2].Value).ToUpperInvariant();
        int sum = 0;
        for (int i = 0; i < 7; i++) sum += (8 - i) * (digits[i] - '0');
        int check = (11 - (sum % 11)) % 11;
        return digits[7] == (check == 10 ? 'X' : (char)('0' + check)) ? $"{digits[..4]}-{digits[4..]}" : null;
    }

    [GeneratedRegex(@"^\s*(?:https?://portal\.issn\.org/resource/issn/|issn:?\s*)?([0-9]{4})-?([0-9]{3}[0-9Xx])\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
