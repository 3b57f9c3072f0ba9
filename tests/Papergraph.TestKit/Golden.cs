namespace Papergraph.TestKit;

/// <summary>Compares text with a checked-in <c>.golden</c> file next to the tests.</summary>
public static class Golden
{
    /// <summary>Throws with a readable difference unless <paramref name="actual"/> equals the file.</summary>
    /// <remarks>With PAPERGRAPH_UPDATE_GOLDEN=1 the file is written anew instead; on CI that variable is refused.</remarks>
    public static void Check(string path, string actual)
    {
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("PAPERGRAPH_UPDATE_GOLDEN") == "1")
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException("Golden files are not updated on CI.");
            File.WriteAllText(path, actual);
            return;
        }

        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (expected == actual) return;
        string[] want = expected.Split('\n'), have = actual.Split('\n');
        int shorter = Math.Min(want.Length, have.Length);
        int line = Enumerable.Range(0, shorter).FirstOrDefault(i => want[i] != have[i], shorter);
        throw new InvalidOperationException(
            $"{path} differs first at line {line + 1}.\n  golden: {want.ElementAtOrDefault(line) ?? "(end)"}\n  actual: {have.ElementAtOrDefault(line) ?? "(end)"}");
    }
}
