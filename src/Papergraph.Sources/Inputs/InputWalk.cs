using Papergraph.Core;

namespace Papergraph.Sources.Inputs;

/// <summary>One file to read.</summary>
/// <param name="Path">The path as given or as walked to, or <c>-</c> for standard input.</param>
/// <param name="Bytes">Its size as stored, or null when that is not known before reading.</param>
/// <param name="IsNamed">Whether the user named it, and not only a folder that holds it.</param>
internal sealed record InputFile(string Path, long? Bytes, bool IsNamed)
{
    internal const string StandardInput = "-";

    internal bool IsStandardInput => Path == StandardInput;

    /// <summary>What it is called in messages and summaries.</summary>
    internal string Name => IsStandardInput ? "standard input" : Path;

    internal Stream Open(SourceOptions options) => IsStandardInput ? options.OpenStandardInput() : File.OpenRead(Path);
}

/// <summary>Turns the inputs that a user names into the list of files to read.</summary>
/// <remarks>Folders are walked depth first, their entries in ordinal order of their names. Entries whose name begins with a dot are
/// passed over. A folder or file reached twice is read once.</remarks>
internal sealed class InputWalk(bool followLinks, Action<Diagnostic> report)
{
    private const int MaxDepth = 64;

    private static readonly EnumerationOptions EveryEntry = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<InputFile> _files = [];

    /// <exception cref="PapergraphException">An input does not exist.</exception>
    public IReadOnlyList<InputFile> Walk(IReadOnlyList<string> inputs)
    {
        foreach (string input in inputs)
            if (input != InputFile.StandardInput && !File.Exists(input) && !Directory.Exists(input)) throw SourceErrors.NoSuchInput(input);
        foreach (string input in inputs)
        {
            if (input == InputFile.StandardInput) AddStandardInput();
            else if (Directory.Exists(input)) AddNamedFolder(input);
            else AddFile(new FileInfo(input), input, isNamed: true);
        }

        return _files;
    }

    private void AddStandardInput()
    {
        InputFile standardInput = new(InputFile.StandardInput, null, IsNamed: true);
        if (_seen.Add(standardInput.Path)) _files.Add(standardInput);
        else report(SourceDiagnostics.AlreadyRead(standardInput.Name));
    }

    private void AddNamedFolder(string input)
    {
        int before = _files.Count;
        AddFolder(new DirectoryInfo(input), input, depth: 0);
        if (_files.Count == before) report(SourceDiagnostics.FolderWithoutFiles(input));
    }

    private void AddFolder(DirectoryInfo folder, string path, int depth)
    {
        if (depth > MaxDepth)
        {
            report(SourceDiagnostics.FolderTooDeep(path, MaxDepth));
            return;
        }

        try
        {
            DirectoryInfo real = folder.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? folder;
            if (!_seen.Add(real.FullName.TrimEnd(Path.DirectorySeparatorChar)))
            {
                report(SourceDiagnostics.AlreadyRead(path));
                return;
            }

            // The entries of the real folder, so that a link back into a walked folder is seen to be one.
            foreach (FileSystemInfo entry in real.GetFileSystemInfos("*", EveryEntry).OrderBy(e => e.Name, StringComparer.Ordinal))
                if (!entry.Name.StartsWith('.')) AddEntry(entry, Path.Join(path, entry.Name), depth + 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(SourceDiagnostics.Unreadable(path, e.Message));
        }
    }

    private void AddEntry(FileSystemInfo entry, string path, int depth)
    {
        if (entry.LinkTarget is not null && !followLinks) report(SourceDiagnostics.LinkPassedOver(path));
        else if (Directory.Exists(entry.FullName)) AddFolder(new DirectoryInfo(entry.FullName), path, depth);
        else AddFile(new FileInfo(entry.FullName), path, isNamed: false);
    }

    private void AddFile(FileInfo file, string path, bool isNamed)
    {
        try
        {
            // The target of /dev/fd/63, by which a shell passes the output of a command, is no path.
            FileInfo real = file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target : file;
            if (!_seen.Add(real.FullName)) report(SourceDiagnostics.AlreadyRead(path));
            // Pipes, sockets and devices have no length either, and opening one could wait for ever: only whoever names it means it.
            else if (real.Length == 0 && !isNamed) report(SourceDiagnostics.Empty(path));
            else _files.Add(new InputFile(path, real.Length == 0 ? null : real.Length, isNamed));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(SourceDiagnostics.Unreadable(path, e.Message));
        }
    }
}
