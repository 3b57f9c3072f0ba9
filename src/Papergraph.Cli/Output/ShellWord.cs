namespace Papergraph.Cli.Output;

/// <summary>Writes a value so that a shell reads it as one word.</summary>
internal static class ShellWord
{
    private const string Harmless = "_-.,:/@%+=";

    internal static string Of(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || Harmless.Contains(c, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
