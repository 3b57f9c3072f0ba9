namespace Papergraph.TestKit;

/// <summary>A fresh folder that is deleted with everything in it when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => FullName = Directory.CreateTempSubdirectory("papergraph-test-").FullName;

    public string FullName { get; }

    /// <summary>Full path of something in the folder.</summary>
    public string File(params string[] parts) => Path.Combine([FullName, .. parts]);

    /// <summary>Writes a text file (UTF-8, folders made as needed) and returns its full path.</summary>
    public string Write(string name, string text)
    {
        string path = File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
