using System.Reflection;
using System.Text;

namespace Papergraph.Extraction;

/// <summary>Reads a word list of this assembly: <c>[section]</c> lines, then words between
/// white space; <c>#</c> begins a comment line.</summary>
internal static class WordList
{
    public static IEnumerable<(string Section, string Word)> Read(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Papergraph.Extraction.Lexicon.{name}")!;
        using StreamReader lines = new(resource, Encoding.UTF8);
        string section = "";
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('[')) section = line.Trim('[', ']');
            else foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return (section, word);
        }
    }
}
